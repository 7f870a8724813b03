"""The cheap check finds what the shapes would, in no time."""

from __future__ import annotations

from dataclasses import replace

import pytest
import rdflib
from rdflib.collection import Collection

from kg.model import Claim, Entity, Event, Facts, Mention
from kg.rdf.check import FILLERS, SPEAKERS, check
from kg.rdf.shapes import SHAPES
from kg.vocab import DKG, ontology_folder
from tests.sample_facts import FACTS

FIRST = FACTS[0]
WEIDEN = next(entity.id for entity in FIRST.entities if entity.kind == "Person")
ISSUE = Entity("issue_q", "Issue", "q")
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
    (with_assertion(date="2018-02-30"), "expected a date"),
    (
        replace(with_assertion(attributed_to="issue_q"), entities=(*FIRST.entities, ISSUE)),
        "said by: expected Agent or",
    ),
    (with_assertion(event="state_AT"), "in: expected Event, got state_AT, a State"),
    (
        replace(
            FIRST,
            entities=(*FIRST.entities, Entity("position_x", "Position", "x", facts=(("positionOf", "place_Q1741"),))),
        ),
        "position_x positionOf: expected State or Organization, got place_Q1741, a Place",
    ),
    (
        replace(FIRST, events=(Event("event_1", "Aid", "x", frozenset({("place", WEIDEN)}), evidence=CITED),)),
        "event_1 place: expected Place or State, got",
    ),
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


def test_who_may_fill_a_role_is_what_the_shapes_say() -> None:
    shapes = rdflib.Graph().parse(ontology_folder() / "shapes.ttl", format="turtle")
    sh, dkgs = rdflib.Namespace("http://www.w3.org/ns/shacl#"), rdflib.Namespace(SHAPES)
    for role, allowed in {**FILLERS, "attributedTo": SPEAKERS, "speaker": SPEAKERS}.items():
        named = {str(kind) for kind in shapes.objects(dkgs[role], sh["class"])}
        for choice in shapes.objects(dkgs[role], sh["or"]):
            named |= {str(shapes.value(item, sh["class"])) for item in Collection(shapes, choice)}
        assert named == {DKG[name] for name in allowed}
