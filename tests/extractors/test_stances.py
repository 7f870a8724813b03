"""Judgments told by what a speaker says of others."""

import pytest

from tests.extractors.edges import edges

ROWS = [
    (
        'Ghana\'s foreign minister, Ana Soto, said: "The raid on the port was a crime."',
        {("Ana Soto", "criticizes", "raid on the port")},
    ),
    (
        'The raid on the port was "a barbaric act", Ana Soto said.',
        {("Ana Soto", "criticizes", "raid on the port")},
    ),
    ("Sanctions on Mali are unacceptable, Lena Holt said.", {("Lena Holt", "criticizes", "Sanctions on Mali")}),
    ("The blockade constitutes a violation of the law, Lena Holt said.", {("Lena Holt", "criticizes", "blockade")}),
    ("Togo is violating the accord on fishing, Ghana said.", {("Ghana", "criticizes", "Togo")}),
    ("Lena Holt told the council that Togo had a right to the port.", {("Lena Holt", "supports", "Togo")}),
    (
        "The sale of arms to Benin harms the talks, Lena Holt said.",
        {("Lena Holt", "criticizes", "sale of arms to Benin")},
    ),
    ("Togo is undermining the talks on fishing.", set()),
    ("Togo did not undermine the talks, Ghana said.", set()),
    ("The raid on the port was a crime.", set()),
    ("Lena Holt said that the harvest was a success.", set()),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_stance_of_a_speaker(stated, text, expected):
    kept = {"criticizes", "supports"}
    found = {edge for edge in stated(text) if edge[1] in kept}
    assert expected <= found
    assert expected or not found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The African Union summit condemned the coup in Mali.", {"African Union criticizes coup in Mali"}),
        ("The Arab League summit in Tunis rejected the plan.", {"League of Arab States rejects plan"}),
        ("The African Union summit angered Chad.", set()),
    ],
)
def test_a_summit_speaks_for_its_organization(facts, text, expected):
    assert edges(facts(text), "criticizes", "rejects") == expected


def test_a_question_is_no_demand(facts):
    text = "Ghana asked to see whether Togo should leave the talks, Lena Holt said."
    assert "requests" not in {a.predicate for a in facts(text).assertions if "must" in a.evidence[0].rule}


def test_who_is_against_an_attack_makes_none(facts):
    assert edges(facts("Ghana is against any attack on Togo."), "assaults") == set()


def test_who_pledges_not_to_attack_threatens_nobody(facts):
    assert edges(facts("Ghana pledged not to attack Togo."), "threatens") == set()
    assert edges(facts("Ghana pledged to attack Togo."), "threatens") == {"Ghana threatens Togo"}


def test_the_issue_of_a_treaty_has_not_concluded_it(facts):
    found = edges(facts("Ghana raised the issue of concluding a treaty with Togo."), "agrees")
    assert found
    assert all("(hypothetical)" in edge for edge in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cuba is fully behind Venezuela.", {"Cuba supports Venezuela"}),
        ("Peru is against the creation of a joint army.", {"Peru rejects creation of a joint army"}),
        ("Spain thanked Oman for its support.", {"Spain supports Oman", "Oman supports Spain"}),
        ("Peru is behind Chile in the race.", set()),
        ("Ana Soto said that Chad had crossed a red line.", {"Ana Soto criticizes Chad"}),
        ("Ana Soto said that Chad had crossed the river.", set()),
        (
            "Spain expressed thanks for Oman's help in the search.",
            {"Spain supports Oman", "Spain supports Oman's help in the search"},
        ),
        ("The treaty bans mines. Peru voted against it.", {"Peru rejects treaty"}),
    ],
)
def test_sides_that_are_taken(facts, text, expected):
    assert edges(facts(text), "supports", "rejects", "criticizes") == expected


def test_an_unnamed_minister_of_foreign_affairs_acts(facts):
    assert edges(facts("The Minister of Foreign Affairs of Togo condemned Ghana."), "criticizes") == {
        "Minister of Foreign Affairs of Togo criticizes Ghana"
    }


def test_the_delegations_are_those_of_the_two_that_met(facts):
    text = "Talks between Ghana and Togo ended in Accra. The delegations signed a treaty."
    assert "Ghana agrees Togo" in edges(facts(text), "agrees")
