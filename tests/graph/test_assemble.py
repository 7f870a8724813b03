"""Facts to a graph."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from kg.graph.assemble import Graph, assemble
from tests.sample_facts import FACTS


def content(graph: Graph) -> tuple[object, ...]:
    """Return all that a graph holds, in its order."""
    return list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True)), list(graph.graph.items())  # type: ignore[return-value]


def test_each_entity_event_and_claim_is_a_node_and_each_assertion_an_edge() -> None:
    graph = assemble(FACTS)
    for part in FACTS:
        for thing in (*part.entities, *part.events, *part.claims):
            assert thing.id in graph
        for a in part.assertions:
            data = graph.edges[a.subject, a.object, a.id]
            assert (data["predicate"], data["status"], data["event"]) == (a.predicate, a.status, a.event)
            assert data["plain"] == (a.status == "actual")
            assert data["confidence"] == max(e.confidence for e in a.evidence)


def test_every_piece_of_evidence_quotes_its_article() -> None:
    graph = assemble(FACTS)
    articles = graph.graph["articles"]
    cited = [e for *_, data in graph.edges(data=True) for e in data.get("evidence", ())]
    cited += [e for _, data in graph.nodes(data=True) for e in data.get("evidence", ())]
    assert cited
    for e in cited:
        assert articles[e["article"]]["text"][e["start"] : e["end"]] == e["quote"]
        assert graph.graph["sentences"][e["sentence"]]["quote"] == e["quote"]


def test_the_order_of_the_parts_does_not_matter() -> None:
    third = replace(FACTS[0], article=replace(FACTS[0].article, id="third"))
    first, *others = (content(assemble(order)) for order in permutations((*FACTS, third)))
    assert all(other == first for other in others)


def test_the_same_facts_twice_give_the_same_edges_with_both_sentences() -> None:
    again = replace(FACTS[0], article=replace(FACTS[0].article, id="again"))
    once, twice = assemble(FACTS), assemble([*FACTS, again])
    assert set(once.edges(keys=True)) == set(twice.edges(keys=True))


def test_only_edges_of_enough_confidence_are_kept() -> None:
    graph = assemble(FACTS, least=0.9)
    kept = [data["confidence"] for *_, data in graph.edges(data=True) if "evidence" in data]
    assert kept
    assert min(kept) >= 0.9
    assert len(kept) < sum("evidence" in data for *_, data in assemble(FACTS).edges(data=True))


def test_what_the_gazetteer_states_is_marked() -> None:
    graph = assemble(FACTS)
    world = [(s, o, d) for s, o, d in graph.edges(data=True) if d.get("source") == "gazetteer"]
    assert ("place_Q1741", "state_AT") in {(s, o) for s, o, _ in world}
    assert all("evidence" not in d and d["plain"] for *_, d in world)


@pytest.mark.parametrize(
    "parts", [(), (replace(FACTS[0], entities=(), events=(), assertions=(), claims=(), mentions=()),)]
)
def test_nothing_stated_gives_an_empty_graph(parts) -> None:  # type: ignore[no-untyped-def]
    graph = assemble(parts)
    assert len(graph) == 0
    assert len(graph.graph["articles"]) == len(parts)
