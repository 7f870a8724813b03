"""What is asked of whom by modals, by phrases, or of who heeds it."""

import pytest

from tests.extractors.edges import edges

ROWS = [
    ("Togo mediates at the request of Benin.", "Benin requests Togo"),
    ("At Benin's invitation Togo sent observers.", "Benin requests Togo"),
    ("Ghana said that Togo must withdraw its troops from Benin.", "Ghana requests Togo"),
    ("Togo needs to open the port, Ghana said.", "Ghana requests Togo"),
    ('"Togo has to withdraw its troops," Lena Holt said.', "Lena Holt requests Togo"),
    ("Peru, which had turned down a Chilean request for landing rights, kept silent.", "Chile requests Peru"),
    ("Togo has yielded to an appeal from Ghana.", "Ghana requests Togo"),
    ("Togo must be punished, Ghana said.", None),
    ("Togo ignored the demand.", None),
    ("Togo needs more time, Ghana said.", None),
    ("Should Togo close the port, Ghana said, ships would go elsewhere.", None),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_who_asks_whom(facts, text, expected):
    assert edges(facts(text), "requests") == ({expected} if expected else set())


def test_a_demand_has_the_day_on_which_it_is_made(facts):
    found = facts("Togo should open the port, Ghana said on Sunday.").assertions
    assert {a.date for a in found if a.predicate == "requests"} == {"2021-03-07"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad appealed for help to the African Union.", {"Chad requests African Union"}),
        ("Chad asked for assistance from Norway.", {"Chad requests Norway"}),
        ("Chad called for help from Norway.", {"Chad requests Norway"}),
        ("Chad appealed for international support for its peacekeepers.", set()),
        ("Chad appealed for calm in Mali.", {"Chad supports calm in Mali"}),
    ],
)
def test_who_asks_for_help_does_not_support_it(facts, text, expected):
    assert edges(facts(text), "requests", "supports") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Togo urged all countries that have not ratified the treaty to do so.", {"Togo requests all countries"}),
        ("Ghana demanded that the parties in Mali cease fire.", {"Ghana requests parties in Mali"}),
        ("Ghana called on the warring factions to disarm.", {"Ghana requests warring factions"}),
        ("Ghana called on the country to disarm.", set()),
    ],
)
def test_several_without_a_name_may_be_asked(facts, text, expected):
    assert edges(facts(text), "requests") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lena Holt telephoned Ana Soto to demand an apology.", {"Lena Holt requests Ana Soto"}),
        ("Ghana summoned the Malian envoy and demanded the release of two pilots.", {"Ghana requests Mali"}),
        ("Ghana met Mali in Goma, and Togo demanded an apology.", set()),
        ("Ghana asked for a meeting with Ana Soto.", {"Ghana requests Ana Soto"}),
        ("Ghana deplored the policies of Togo and called upon it to withdraw.", {"Ghana requests Togo"}),
        ("Ghana accused Togo of smuggling and ordered it to close the port.", {"Ghana requests Togo"}),
        ("Ghana demanded the release of Ana Soto.", set()),
        ("A resolution adopted by the General Assembly urges Chad to disarm.", {"UN General Assembly requests Chad"}),
        ("Security Council Resolution 9 demands that Chad disarm.", {"UN Security Council requests Chad"}),
        (
            "Iran's parliament called on the government to expel foreign troops.",
            {"Islamic Consultative Assembly requests Iran"},
        ),
    ],
)
def test_whom_a_demand_is_addressed_to(facts, text, expected):
    assert edges(facts(text), "requests") == expected


def test_what_is_voted_for_is_done_by_the_vote(facts):
    found = facts("The Security Council voted 10-1 to demand the withdrawal of Togolese troops.").assertions
    assert {a.status for a in found if a.predicate == "requests"} == {"actual"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Soto asked whether Estonia had signed the treaty.", set()),
        ("Ghana asked why Togo had left the talks.", set()),
        ("Ghana asked that Togo leave the talks.", {"Ghana requests Togo"}),
    ],
)
def test_who_asks_a_question_asks_nothing_of_those_it_is_about(facts, text, expected):
    assert edges(facts(text), "requests") == expected
