"""Wishes and judgments told by modals, phrases and predicates."""

import pytest

from tests.extractors.edges import edges

ROWS = [
    (
        'Ghana\'s foreign minister, Ana Soto, said: "The raid on the port was a crime."',
        {("Ana Soto", "criticizes", "raid on the port")},
    ),
    ("Sanctions on Mali are unacceptable, Lena Holt said.", {("Lena Holt", "criticizes", "Sanctions on Mali")}),
    ("Togo mediates at the request of Benin.", {("Benin", "requests", "Togo")}),
    ("At Benin's invitation Togo sent observers.", {("Benin", "requests", "Togo")}),
    ("Ghana said that Togo must withdraw its troops from Benin.", {("Ghana", "requests", "Togo")}),
    ("Togo needs to open the port, Ghana said.", {("Ghana", "requests", "Togo")}),
    ('"Togo has to withdraw its troops," Lena Holt said.', {("Lena Holt", "requests", "Togo")}),
    ("The blockade constitutes a violation of the law, Lena Holt said.", {("Lena Holt", "criticizes", "blockade")}),
    ("Togo needs more time, Ghana said.", set()),
    ("The raid on the port was a crime.", set()),
    ("Lena Holt said that the harvest was a success.", set()),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_stance_of_a_speaker(stated, text, expected):
    kept = {"criticizes", "supports", "requests"}
    found = {edge for edge in stated(text) if edge[1] in kept}
    assert expected <= found
    assert expected or not found


def test_a_demand_has_the_day_on_which_it_is_made(facts):
    found = facts("Togo should open the port, Ghana said on Sunday.").assertions
    assert {a.date for a in found if a.predicate == "requests"} == {"2021-03-07"}


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
