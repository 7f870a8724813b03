"""The sample graph, and graphs made hostile, for the tests of RDF."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kg.graph.assemble import assemble
from kg.model import Article, Assertion, Entity, Evidence, Facts
from kg.vocab import BASE
from tests.sample_facts import FACTS

HOSTILE = 'Ministry "of" \\ <script>alert(1)</script>\n"""\x00 } DROP ALL #'


def sample_graph(parts: tuple[Facts, ...] = FACTS) -> Any:
    """Return the graph of the sample articles."""
    return assemble(parts)


def entity_id(label: str) -> str:
    """Return the id of the sample entity with ``label``."""
    return next(entity.id for part in FACTS for entity in part.entities if entity.label == label)


def event_id(label: str) -> str:
    """Return the id of the sample event with ``label``."""
    return next(event.id for part in FACTS for event in part.events if event.label == label)


def resource(name: str) -> str:
    """Return the IRI of an id."""
    return BASE + name


def hostile_graph() -> Any:
    """Return a graph whose labels, quotes and article try to break out of every syntax."""
    first = FACTS[0]
    article = replace(first.article, id=HOSTILE, title=HOSTILE, url="http://a b/>", source=HOSTILE, language='en" .')
    villain = Entity("organization_villain", "GovernmentBody", HOSTILE, frozenset({"x\ud800y", "=cmd()"}))
    edge = Assertion("organization_villain", "criticizes", "state_AT", evidence=first.assertions[0].evidence)
    return assemble([replace(first, article=article, entities=(*first.entities, villain), assertions=(edge,))])


def story_facts() -> tuple[Facts, ...]:
    """Return the sample facts and two articles before them: the council is announced, then put off."""
    council = next(event for event in FACTS[0].events if event.kind == "Meeting")
    told = [
        ("2023-01-10", "The council will meet in Vienna in February."),
        ("2023-01-30", "It was postponed to March."),
    ]
    parts = []
    for day, text in told:
        article = Article(f"sample-{day}", text, date=day)
        evidence = Evidence(article.id, 0, len(text), text, "meetings.frame", 0.9)
        event = replace(council, status="planned", attributed_to=None, evidence=(evidence,))
        parts.append(Facts(article, FACTS[0].entities, (event,)))
    return (*FACTS, *parts)


def disputed_facts() -> tuple[Facts, ...]:
    """Return the sample facts and one more: the movement denies an attack that is told as a fact."""
    attack = next(a for a in FACTS[1].assertions if a.predicate == "assaults")
    denial = replace(attack, status="negated", attributed_to=attack.subject)
    return FACTS[0], replace(FACTS[1], assertions=(*FACTS[1].assertions, denial))
