"""Lists: marks and numbers before items, and the words above them that they go on from."""

import pytest

from kg.model import Article
from kg.nlp.layout import layout
from tests.extractors.edges import edges

RESOLUTION = """The Security Council,

Recalling its resolutions on Mali,

Deeply concerned by the violence in Chad,

1. Condemns the attack on Bamako;

2. Calls upon Chad to withdraw its troops from Mali;

3. Decides to remain seized of the matter.

Ghana voted for it."""


@pytest.mark.parametrize(
    "mark", ["1. ", "12) ", "(a) ", "b) ", "(iv) ", "IV. ", "2.1. ", "• ", "● ", "- ", "– ", "* ", "OP3. "]
)
def test_what_marks_an_item_is_no_part_of_its_sentence(facts, mark):
    found = facts(f"They met.\n\n{mark}Chad expelled two Kenyan diplomats.\n\nThey left.")
    (fact,) = [a for a in found.assertions if a.predicate == "coerces"]
    assert fact.evidence[0].quote == "Chad expelled two Kenyan diplomats."


def test_items_go_on_from_what_leads_into_them(facts):
    found = edges(facts(RESOLUTION), "criticizes", "requests")
    assert {"UN Security Council criticizes attack on Bamako", "UN Security Council requests Chad"} <= found


def test_items_go_on_from_the_subject_of_a_sentence(facts):
    text = (
        "The ministers of Chad and Mali met and:\n\n- welcomed the truce in Niger;\n- agreed on a pact.\n\nTogo left."
    )
    found = edges(facts(text))
    assert {"Chad supports truce in Niger", "Mali supports truce in Niger", "Chad agrees Mali"} <= found
    assert not any(edge.startswith("Togo") for edge in found)


def test_items_without_marks_go_on_as_long_as_they_begin_with_verbs(facts):
    text = (
        "In response to the coup, the African Union:\n\nCondemned the raid on Mali.\n\nUrged Chad to act.\n\nTogo fell."
    )
    found = edges(facts(text), "criticizes", "requests")
    assert found == {"African Union criticizes raid on Mali", "African Union requests Chad"}


def test_items_with_subjects_keep_them(facts):
    text = "Chad proposed the following:\n\n1. Mali will withdraw its troops from Niger.\n\n2. Niger will free him."
    found = edges(facts(text), "retreats")
    assert "Mali retreats Niger (planned)" in found
    assert not any(edge.startswith("Chad") for edge in found)


def test_names_parted_by_semicolons_are_all_there(facts):
    text = (
        "The summit was attended by Mr. Luis Vega, Minister of Foreign Affairs of Chile; Mr. Ben Orr, Minister of "
        "Foreign Affairs of Fiji; H.E. Lena Holt, Foreign Secretary of Kenya."
    )
    found = {edge.split(" attends")[0] for edge in edges(facts(text), "attends")}
    assert found == {
        "Luis Vega",
        "Ben Orr",
        "Lena Holt",
    }


def test_a_speaker_may_end_the_paragraph_before(facts):
    found = edges(facts('Ana Soto, the envoy of Chad, said:\n\n"We condemn the coup in Mali."'), "criticizes")
    assert any(edge.endswith("(says Ana Soto)") for edge in found)


@pytest.mark.parametrize("text", ["1. " * 3000, "- a\n" * 3000, "The C,\n\n" * 2000, "(a) b;\n" * 3000])
def test_hostile_lists_end(text):
    layout(Article(id="a", text=text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ASEAN foreign ministers met in Accra. The ministers condemned the coup.", "Association"),
        ("The Sixth ASEAN Foreign Ministers Meeting was held. The Ministers condemned the coup.", "Association"),
        (
            "The foreign ministers of the SCO met. The ministers condemned the coup.",
            "Shanghai Cooperation Organization",
        ),
    ],
)
def test_the_ministers_of_an_organization_are_it(facts, text, expected):
    (found,) = edges(facts(text), "criticizes")
    assert found.startswith(expected)
