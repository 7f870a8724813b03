"""Where the events that others speak of happened."""

import pytest

from tests.extractors.edges import edges

ROWS = [
    ("Kenya condemned the attack in Baghdad.", "attack in Baghdad takesPlaceIn Baghdad"),
    ("Ghana denounced the bombing of a market near Kirkuk.", "takesPlaceIn Kirkuk"),
    ("Kenya attended the summit in Accra.", "takesPlaceIn Accra"),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_event_takes_place_where_its_phrase_says(facts, text, expected):
    assert any(edge.endswith(expected) for edge in edges(facts(text), "takesPlaceIn"))


NOTHING = [
    "Kenya condemned Ghana in Accra.",
    "Kenya criticized the Vienna Convention.",
    "The minister from Accra condemned Kenya.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_event_takes_place_in(facts, text):
    assert edges(facts(text), "takesPlaceIn") == set()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ghana condemned the attack in Togo.", {"actual"}),
        ("Ghana denied an attack in Togo.", {"negated"}),
        ("Ghana called for protests in Togo.", {"hypothetical"}),
        ("Ghana denied any attack on Togo.", set()),
    ],
)
def test_what_did_not_happen_has_no_place_as_a_fact(facts, text, status):
    assert {a.status for a in facts(text).assertions if a.predicate == "takesPlaceIn"} == status


def test_what_is_to_be_held_is_no_fact_yet(facts):
    found = facts("Norway deplores the elections to be held in Mali next month.").assertions
    assert {a.status for a in found if a.predicate == "takesPlaceIn"} == {"planned"}
