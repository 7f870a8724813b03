"""The cheap check finds what the shapes would, in no time."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from kg.model import Assertion, Claim, Entity, Event, Evidence, Facts, Mention
from kg.rdf.check import check
from tests.sample_facts import FACTS

FIRST = FACTS[0]
CITED = FIRST.assertions[0].evidence


def with_assertion(**changes: object) -> Facts:
    return replace(FIRST, assertions=(replace(FIRST.assertions[0], **changes),), claims=())  # type: ignore[arg-type]


def test_sound_facts_have_no_fault() -> None:
    assert [check(part) for part in FACTS] == [[], []]


ROWS = [
    (replace(FIRST, entities=(*FIRST.entities, Entity("bad id", "Person", "x"))), "expected an id"),
    (replace(FIRST, entities=(*FIRST.entities, Entity("planet_1", "Planet", "x"))), "class of the ontology"),
    (replace(FIRST, entities=(*FIRST.entities, Entity("person_1", "Person", " "))), "expected a label"),
    (replace(FIRST, events=(Event("event_1", "Person", "x", evidence=CITED),)), "type of event"),
    (
        replace(FIRST, events=(Event("event_1", "Aid", "x", frozenset({("boss", "state_AT")}), evidence=CITED),)),
        "roles",
    ),
    (with_assertion(object="person_nobody"), "which is not described"),
    (with_assertion(attributed_to="person_nobody"), "which is not described"),
    (with_assertion(status="perhaps"), "expected one of actual"),
    (with_assertion(predicate="likes"), "property of the ontology"),
    (with_assertion(predicate="attends"), "expected Meeting, got"),
    (with_assertion(subject="state_AT"), "expected Person, got state_AT, a State"),
    (with_assertion(date="Wednesday"), "expected a date"),
    (with_assertion(evidence=()), "expected a sentence"),
    (with_assertion(evidence=(replace(CITED[0], start=CITED[0].start + 1),)), "are not the words quoted"),
    (with_assertion(evidence=(replace(CITED[0], confidence=1.1),)), "confidence between 0 and 1"),
    (with_assertion(evidence=(replace(CITED[0], subject=(0, 10**6)),)), "expected characters of the text"),
    (
        replace(FIRST, claims=(Claim("claim_1", "state_AT", "direct", frozenset({"event_x"}), evidence=CITED),)),
        "states",
    ),
    (replace(FIRST, mentions=(Mention("sample-vienna", 5, 5, "state_AT", "name"),)), "mention of state_AT"),
]


@pytest.mark.parametrize(("facts", "words"), ROWS)
def test_a_fault_is_told(facts: Facts, words: str) -> None:
    assert any(words in line for line in check(facts))


def test_a_thousand_assertions_take_milliseconds() -> None:
    evidence = Evidence(FIRST.article.id, 0, 4, FIRST.article.text[:4], "test.rule", 0.5)
    many = tuple(
        Assertion("state_AT", "aids", "state_MD", date=f"{year}", evidence=(evidence,)) for year in range(1000, 2000)
    )
    begun = time.perf_counter()
    assert not check(replace(FIRST, assertions=many, claims=()))
    assert time.perf_counter() - begun < 0.2
