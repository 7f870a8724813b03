"""Officials without a name, and for whom they speak."""

import pytest

from tests.extractors.edges import edges

ROWS = [
    ("A Spanish diplomat said that it rained.", {"Spanish diplomat represents Spain"}),
    ("A Hamas spokesman rejected the vote.", {"Hamas spokesman represents Hamas"}),
    (
        "A spokesman for the African Union rejected the vote.",
        {"spokesman for the African Union represents African Union"},
    ),
    ("Ana Soto met a Fijian delegate.", {"Fijian delegate represents Fiji"}),
    ("It rained, according to a Chadian negotiator.", {"Chadian negotiator represents Chad"}),
    ("No Spanish diplomat said that it rained.", set()),
    ("Two Spanish diplomats said that it rained.", set()),
    ("The rooms of a Spanish diplomat were searched.", set()),
    ("A Spanish diplomat, Ana Soto, said that it rained.", {"Ana Soto represents Spain"}),
    ("A diplomat said that it rained.", set()),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_for_whom_an_official_without_a_name_speaks(facts, text, expected):
    assert edges(facts(text), "represents") == expected


KNOWN = [
    ("Ana Soto, president of Peru, left. Mali thanked the Peruvian president.", "Ana Soto represents Peru", True),
    # The minister whose country is not told is not the Polish one.
    ("Minister Ana Soto left. The minister of Poland stayed.", "Ana Soto represents Poland", False),
    ("Foreign Minister Ana Soto left. Chad thanked the Omani foreign minister.", "Ana Soto represents Oman", False),
]


@pytest.mark.parametrize(("text", "edge", "is_told"), KNOWN)
def test_whose_minister_somebody_is_by_a_phrase_of_its_own(facts, text, edge, is_told):
    assert (edge in edges(facts(text), "represents")) == is_told


def test_whose_president_he_is_is_one_of_his_names(facts):
    found = facts("Egypt, whose president visited Chad on Monday, praised Mali.", date="2016-03-02")
    assert ["Egypt's president" in e.aliases for e in found.entities if e.kind == "Person"] == [True]
