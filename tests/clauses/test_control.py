"""Complements of control verbs: who does what somebody is asked to do or accused of."""

import pytest

ROWS = [
    ("The president of Ghana has called on Togo to withdraw its troops.", "withdraw", ["Togo"], "hypothetical"),
    ("Peru's minister appealed to Chile to release the fishermen.", "release", ["Chile"], "hypothetical"),
    ("Oman accused Yemen of arming the rebels.", "arm", ["Yemen"], "actual"),
    ("Spain warned Morocco against attacking the enclave.", "attack", ["Morocco"], "hypothetical"),
    ("Kenya prevented Uganda from seizing the island.", "seize", ["Uganda"], "negated"),
    ("Malta promised Libya to pay.", "pay", ["Malta"], "planned"),
    ("Nigeria demanded troops to guard the road.", "guard", ["Nigeria"], "planned"),
    ("The leaders of Peru and Chile were due to discuss fishing.", "discuss", ["leaders"], "planned"),
    ("Togo gave the envoy of Mali two days to leave the country.", "leave", ["envoy"], "planned"),
    ("Togo told the journalists to leave the country.", "leave", ["journalists"], "planned"),
    ("Togo arrested four men on suspicion of attacking the embassy.", "attack", ["men"], "hypothetical"),
    ("Two officers were jailed on charges of killing protesters.", "kill", ["officers"], "hypothetical"),
    ("Ana Soto is critical of the police for firing on crowds.", "fire", ["police"], "actual"),
]


@pytest.mark.parametrize(("text", "lemma", "subjects", "status"), ROWS)
def test_who_does_it_and_whether(reading, text, lemma, subjects, status):
    found = reading(text)
    clause = next(c for c in found.clauses.values() if c.lemma == lemma)
    assert [found.doc[i].text for i in clause.subjects] == subjects
    assert clause.status == status


def test_what_somebody_is_accused_of_is_said_by_the_accuser(reading):
    found = reading("Oman accused Yemen of arming the rebels.")
    clause = next(c for c in found.clauses.values() if c.lemma == "arm")
    assert found.doc[clause.speaker].text == "Oman"
