"""Who tells what stands before the verb, offices around names, and whom "both sides" means."""

import pytest

SAID = [
    ("Chad and Mali reached a truce, the African Union's envoy, Lena Holt, announced.",
     "agrees", "Lena Holt"),
    ("Peru backs Chile, Ana Soto, the foreign minister, said.", "supports", "Ana Soto"),
    ("Peru rejected the plan of Chile, Foreign Minister Ana Soto of Bolivia said.", "rejects", "Ana Soto"),
    ("Peru backs Chile.", "supports", None),
]  # fmt: skip
OFFICES = [
    ("Ana Soto, State Councilor and Foreign Minister, left.", {"State Councilor", "Foreign Minister"}),
    ("Ana Soto, Macron's diplomatic counselor, left.", {"Adviser"}),
    ("General Karim Oba, the head of Chad's army, left.", {"Head"}),
    ("Kenyan Cabinet Secretary for Foreign Affairs Karim Oba left.", {"Cabinet Secretary for Foreign Affairs"}),
    ("Ana Soto, Indonesia's top diplomat, left.", {"Top Diplomat"}),
    ("Ana Soto, tired and late, left.", set()),
]
SIDES = [
    ("Peru met Chile. Both sides signed a treaty.", {"Peru", "Chile"}),
    ("Peru and Chile quarrelled. The two sides signed a treaty.", {"Peru", "Chile"}),
    ("Ana Soto spoke. Karim Oba left. Lena Holt came. Both sides signed a treaty.", set()),
]


@pytest.mark.parametrize(("text", "predicate", "speaker"), SAID)
def test_speaker_at_the_end(facts, text, predicate, speaker):
    found = facts(text)
    names = {e.id: e.label for e in found.entities}
    assert {names.get(a.attributed_to) for a in found.assertions if a.predicate == predicate} == {speaker}


@pytest.mark.parametrize(("text", "offices"), OFFICES)
def test_offices_of_a_name(facts, text, offices):
    found = facts(text)
    names = {e.id: e.label for e in found.entities}
    assert {names[a.object] for a in found.assertions if a.predicate == "holdsPosition"} == offices


@pytest.mark.parametrize(("text", "parties"), SIDES)
def test_both_sides_are_known_or_nobody(facts, text, parties):
    found = facts(text)
    names = {e.id: e.label for e in found.entities}
    assert {names[a.subject] for a in found.assertions if names.get(a.object) == "treaty"} == parties


def test_an_office_of_another_state_is_not_his(facts):
    found = facts("President Emmanuel Macron left. Peru backed Chile, the president of Oman said.")
    names = {e.id: e.label for e in found.entities}
    assert "Emmanuel Macron" not in {names.get(a.attributed_to) for a in found.assertions if a.predicate == "supports"}


def test_they_are_those_who_act_rather_than_those_named_in_passing(facts):
    found = facts("Ana Soto and Lena Holt met with guests from Cuba, Brazil and Mexico. They condemned the coup.")
    names = {e.id: e.label for e in found.entities}
    assert {names[a.subject] for a in found.assertions if a.predicate == "criticizes"} == {"Ana Soto", "Lena Holt"}
