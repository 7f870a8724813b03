"""A store read an article at a time gives the very same bytes as its whole graph."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest

from kg.graph.assemble import assemble
from kg.graph.decisions import Decisions
from kg.model import Assertion, Entity, Event, Facts
from kg.rdf.mapping import blocks
from kg.rdf.options import STATEMENTS, TEXTS, Options, Statements, Text
from kg.rdf.streaming import stored_blocks
from kg.rdf.writing import write_blocks
from kg.store import Store
from kg.vocab import BASE
from tests.rdf.samples import FACTS, disputed_facts, story_facts

RUN = {"model": "m1", "lexicon": "l1", "gazetteer": "g1"}


def retold() -> tuple[Facts, ...]:
    """Return articles that share events, claims and assertions, and know different things of the same entities."""
    first, second = disputed_facts()
    again = replace(first.article, id="sample-again", date="2023-05-01", source="Another Wire")

    def moved(fact: Any) -> Any:
        return replace(fact, evidence=tuple(replace(e, article=again.id, confidence=0.99) for e in fact.evidence))

    named = Entity("state_AT", "State", "Republic of Austria", frozenset({"Österreich"}), (("locatedIn", "place_X"),))
    place = Entity("place_X", "Place", "Alps")
    third = Facts(
        article=again,
        entities=(*(e for e in first.entities if e.id != "state_AT"), named, place),
        events=tuple(moved(replace(e, date="2023-03-14")) for e in first.events[:3]),
        assertions=tuple(map(moved, first.assertions[::2])),
        claims=tuple(moved(replace(claim, content=frozenset())) for claim in first.claims[:1]),
        mentions=tuple(replace(m, article=again.id) for m in first.mentions[:4]),
    )
    # A meeting that one article tells of, and that another merely names, under a longer name.
    meeting = next(event for event in first.events if event.kind == "Meeting")
    bare = replace(second.article, id="sample-bare", date=None)
    name = Entity(meeting.id, "Meeting", meeting.label + " and its sidelines", frozenset({"the talks"}))
    cited = tuple(replace(e, article=bare.id) for e in second.assertions[0].evidence)
    told = Event("event_b", "Support", "Austria backs it", frozenset({("theme", meeting.id)}), evidence=cited)
    edge = Assertion("state_AT", "addresses", "issue_b", status="planned", date="2024/2025", evidence=cited)
    fourth = Facts(bare, (named, place, name, Entity("issue_b", "Issue", "b")), (told,), (edge,))
    return first, second, third, fourth, *story_facts()[2:]


def written(things: Any, syntax: str) -> str:
    sink = io.BytesIO()
    write_blocks(things, sink, syntax, base=BASE)
    return sink.getvalue().decode()


@pytest.fixture
def store() -> Store:
    found = Store(":memory:")
    for part in retold():
        found.replace(part, "test")
    return found


@pytest.mark.parametrize("statements", STATEMENTS)
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("least", [0.0, 0.8])
def test_the_stream_is_the_graph(store: Store, statements: Statements, text: Text, least: float) -> None:
    options = Options(statements=statements, text=text)
    whole = assemble(retold(), run=RUN, least=least)
    for syntax in ("nq", "trig"):
        streamed = written(stored_blocks(store, options, run=RUN, least=least), syntax)
        assert streamed == written(blocks(whole, options), syntax)


@pytest.mark.parametrize("statements", STATEMENTS)
def test_spans_are_streamed_too(store: Store, statements: Statements) -> None:
    options = Options(statements=statements, text="full", spans=True)
    assert written(stored_blocks(store, options), "nq") == written(blocks(assemble(retold()), options), "nq")


@pytest.mark.parametrize("statements", STATEMENTS)
def test_what_is_one_thing_across_articles_is_so_in_the_stream(store: Store, statements: Statements) -> None:
    first, second = ({e.id for e in part.entities if e.kind != "Meeting"} for part in FACTS)
    one = next(iter(sorted(i for i in first - second if i.startswith("organization_"))))
    other = next(iter(sorted(i for i in second - first if i.startswith("organization_"))))
    decisions = Decisions(same=(frozenset({one, other}),))
    whole = assemble(retold(), decisions=decisions)
    assert len({one, other} & set(whole)) == 1
    options = Options(statements=statements)
    assert written(stored_blocks(store, options, decisions=decisions), "nq") == written(blocks(whole, options), "nq")


def test_an_empty_store_is_described_as_such() -> None:
    with Store(":memory:") as store:
        assert written(stored_blocks(store), "nq") == written(blocks(assemble([])), "nq")


def test_a_store_of_one_article_is_that_article() -> None:
    with Store(":memory:") as store:
        store.replace(FACTS[0], "test")
        assert list(stored_blocks(store)) == list(blocks(assemble(FACTS[:1])))
