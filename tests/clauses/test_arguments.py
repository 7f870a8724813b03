"""Subjects and objects of predicates, whatever the construction."""

import pytest

ROWS = [
    ("Norway condemned the attack.", "condemn", ["Norway"], ["attack"]),
    ("The attack was condemned by Norway.", "condemn", ["Norway"], ["attack"]),
    ("Norway and Iceland condemned the attack.", "condemn", ["Norway", "Iceland"], ["attack"]),
    ("Norway praised Kenya and Ghana.", "praise", ["Norway"], ["Kenya", "Ghana"]),
    ("Norway, which condemned the attack, recalled its envoy.", "condemn", ["Norway"], ["attack"]),
    ("The attack that Norway condemned shook the region.", "condemn", ["Norway"], ["attack"]),
    ("The diplomats expelled by Norway went home.", "expel", ["Norway"], ["diplomats"]),
    ("Norway refused to attend the conference.", "attend", ["Norway"], ["conference"]),
    ("Norway asked Kenya to release the journalist.", "release", ["Kenya"], ["journalist"]),
    ("Norway promised Kenya to release the journalist.", "release", ["Norway"], ["journalist"]),
    ("After meeting the envoy, Norway lifted the ban.", "meet", ["Norway"], ["envoy"]),
    ("Norway arrested and deported the journalist.", "arrest", ["Norway"], ["journalist"]),
    ("Norway opposed, and Kenya backed, the treaty.", "oppose", ["Norway"], ["treaty"]),
    ("Norway left and Kenya backed the treaty.", "leave", ["Norway"], []),
    ("Kenya is expected to sign the treaty.", "sign", ["Kenya"], ["treaty"]),
    ("Kenya denied arming the militia.", "arm", ["Kenya"], ["militia"]),
    ("Kenya spoke by phone with Ghana.", "speak", ["Kenya"], []),
    ("Kenya mediated between Ghana and Togo.", "mediate", ["Kenya"], []),
    ("The soldiers retook the harbour.", "retake", ["soldiers"], ["harbour"]),
    ("Kenya, together with Ghana, signed the treaty.", "sign", ["Kenya", "Ghana"], ["treaty"]),
]


@pytest.mark.parametrize(("text", "lemma", "subjects", "objects"), ROWS)
def test_arguments_are_deep(reading, text, lemma, subjects, objects):
    found = reading(text)
    clause = next(c for c in found.clauses.values() if c.lemma == lemma)
    assert [found.tree.text[i] for i in clause.subjects] == subjects
    assert [found.tree.text[i] for i in clause.objects] == objects


def test_light_verb_passes_its_subject_to_the_noun(reading):
    found = reading("Kenya held talks with Ghana in Accra.")
    clause = next(c for c in found.clauses.values() if c.lemma == "talk")
    assert [found.tree.text[i] for i in clause.subjects] == ["Kenya"]
    assert ("with", "Ghana") in [(prep, found.tree.text[i]) for prep, i in clause.obliques]


def test_empty_text_has_no_clauses(reading):
    assert reading(" ").clauses == {}


def test_what_somebodys_people_do_is_not_done_to_him(reading):
    found = reading("Kenya thanked Norway, whose soldiers had fought.")
    clause = next(c for c in found.clauses.values() if c.lemma == "fight")
    assert clause.objects == []


def test_what_is_ended_after_days_of_them_are_the_talks(reading):
    found = reading("Kenya and Ghana ended two days of talks in Accra.")
    clause = next(c for c in found.clauses.values() if c.lemma == "end")
    assert [found.tree.text[i] for i in clause.objects] == ["talks"]


def test_what_is_ruled_out_is_no_object(reading):
    found = reading("Lena Holt thanked Ghana and Togo, not Mali.")
    clause = next(c for c in found.clauses.values() if c.lemma == "thank")
    assert [found.tree.text[i] for i in clause.objects] == ["Ghana", "Togo"]
