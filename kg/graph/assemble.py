"""Facts → networkx: entities, events and claims as nodes, assertions as edges, evidence beside both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any, TypeAlias

import networkx as nx

from kg.graph.decisions import NONE, Decisions
from kg.graph.history import history, outcome
from kg.graph.resolve import Merge, resolve
from kg.graph.wording import worded
from kg.model import Article, Assertion, Claim, Entity, Event, Evidence, Facts, digest, merge_entities

Graph: TypeAlias = "nx.MultiDiGraph[str]"


def assemble(
    parts: Iterable[Facts],
    *,
    run: Mapping[str, str] | None = None,
    least: float = 0.0,
    decisions: Decisions = NONE,
) -> Graph:
    """Return one graph of all ``parts``: the same thing is one node, the same assertion one edge.

    Nodes, edges and lists come in sorted order, articles by date, whatever the order of ``parts``.
    ``least`` is the confidence that an edge must reach to be kept. ``run`` says what made the facts. ``decisions``
    overrule what is taken for one thing across articles.
    """
    facts, merges = resolve(sorted(map(worded, parts), key=by_date), decisions)
    return settled(facts, merges, run=run, least=least)


def by_date(part: Facts) -> tuple[str, str]:
    """Return what the parts of a graph are sorted by: date and id of their article."""
    return part.article.date or "", part.article.id


def settled(
    facts: list[Facts], merges: Iterable[Merge] = (), *, run: Mapping[str, str] | None = None, least: float = 0.0
) -> Graph:
    """Return one graph of ``facts``, sorted by date, in which each thing has one id already."""
    graph: Graph = nx.MultiDiGraph()
    graph.graph.update(
        articles={part.article.node: _article(part.article) for part in facts},
        sentences={},
        mentions=[],
        merges=[{"ids": [*m.ids], "labels": [*m.labels], "reasons": [*m.reasons]} for m in merges],
        run={"version": _version(), **(run or {})},
    )
    nodes: dict[str, dict[str, Any]] = {}
    for entity in _entities(facts).values():
        nodes[entity.id] = {
            "kind": entity.kind,
            "label": entity.label,
            "aliases": sorted(entity.aliases),
            "facts": _facts(entity),
        }
    _add_events(graph, nodes, facts)
    _add_claims(graph, nodes, facts)
    edges = _edges(graph, facts, least)
    graph.add_nodes_from((name, nodes[name]) for name in sorted(nodes))
    for a, data in edges:
        if a.subject in nodes and a.object in nodes:
            graph.add_edge(a.subject, a.object, a.id, **data)
    for subject, object, key, data in _world(nodes):
        graph.add_edge(subject, object, key, **data)
    graph.graph["mentions"] = [
        _mention(part, m) for part in sorted(facts, key=lambda f: f.article.node) for m in part.mentions
    ]
    graph.graph["sentences"] = dict(sorted(graph.graph["sentences"].items()))
    return graph


@cache
def _version() -> str:
    try:
        return version("diplomatic-kg")
    except PackageNotFoundError:
        return "0"


def _article(article: Article) -> dict[str, Any]:
    names = ("id", "title", "date", "source", "url", "language", "sha256", "text", "title_end")
    return {name: getattr(article, name) for name in names}


def _entities(facts: list[Facts]) -> dict[str, Entity]:
    found: dict[str, Entity] = {}
    for part in facts:
        for entity in part.entities:
            known = found.get(entity.id)
            found[entity.id] = entity if known is None else merge_entities(known, entity)
    return found


def _facts(entity: Entity) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for term, value in sorted(set(entity.facts)):
        if term in found:
            found[term] = [*(found[term] if isinstance(found[term], list) else [found[term]]), value]
        else:
            found[term] = value
    return found


def _add_events(graph: Graph, nodes: dict[str, dict[str, Any]], facts: list[Facts]) -> None:
    told: dict[str, list[tuple[Facts, Event]]] = defaultdict(list)
    for part in facts:
        for event in part.events:
            told[event.id].append((part, event))
    for name, tellings in told.items():
        nodes[name] = _event(graph, nodes.get(name, {}), tellings)


def _event(graph: Graph, known: dict[str, Any], told: list[tuple[Facts, Event]]) -> dict[str, Any]:
    """Return the node of one event; of several tellings those that tell how it ended give date and speaker."""
    events = [event for _, event in told]
    story = [(part.article, event) for part, event in told]
    status = outcome(story)
    last = [event for event in events if event.status == status]
    dates = sorted({e.date for e in last if e.date} or {e.date for e in events if e.date}, key=lambda d: (-len(d), d))
    evidence = _joined(_cited(graph, part, event) for part, event in told)
    return {
        "kind": "Meeting" if any(event.kind == "Meeting" for event in events) else events[0].kind,
        "label": known.get("label") or events[0].label,
        "aliases": known.get("aliases", []),
        "facts": known.get("facts", {}),
        "date": dates[0] if dates else None,
        "status": status,
        "attributed_to": None if any(e.attributed_to is None for e in last) else last[0].attributed_to,
        "mode": next((event.mode for event in events if event.mode), None),
        "context": next((event.context for event in events if event.context), None),
        "roles": sorted([role, filler] for role, filler in {role for event in events for role in event.roles}),
        "evidence": evidence,
        "history": [_step(graph, *item) for item in history(story)],
    }


def _step(graph: Graph, name: str, article: Article, evidence: Evidence) -> dict[str, Any]:
    cited = _evidence(graph, article, evidence)
    return {"step": name, "told": article.date} | {
        key: cited[key] for key in ("article", "sentence", "start", "end", "quote")
    }


def _add_claims(graph: Graph, nodes: dict[str, dict[str, Any]], facts: list[Facts]) -> None:
    for part in facts:
        for claim in part.claims:
            nodes[claim.id] = {
                "kind": "Claim",
                "label": "",
                "aliases": [],
                "facts": {},
                "speaker": claim.speaker,
                "manner": claim.manner,
                "content": sorted(claim.content),
                "capacity": claim.capacity,
                "addressee": claim.addressee,
                "status": claim.status,
                "date": claim.date,
                "evidence": _cited(graph, part, claim),
            }


def _edges(graph: Graph, facts: list[Facts], least: float) -> list[tuple[Assertion, dict[str, Any]]]:
    found: dict[str, tuple[Assertion, list[list[dict[str, Any]]]]] = {}
    for part in facts:
        for a in part.assertions:
            found.setdefault(a.id, (a, []))[1].append(_cited(graph, part, a))
    edges = [(a, _edge(a, cited[0] if len(cited) == 1 else _joined(cited))) for _, (a, cited) in sorted(found.items())]
    return [(a, data) for a, data in edges if data["confidence"] >= least]


def _edge(a: Assertion, evidence: list[dict[str, Any]]) -> dict[str, Any]:
    best = max(evidence, key=lambda e: (e["confidence"], e["rule"]))
    return {
        "predicate": a.predicate,
        "status": a.status,
        "attributed_to": a.attributed_to,
        "date": a.date,
        "event": a.event,
        "confidence": best["confidence"],
        "rule": best["rule"],
        "plain": a.status == "actual",
        "evidence": evidence,
    }


def _cited(graph: Graph, part: Facts, fact: Event | Assertion | Claim) -> list[dict[str, Any]]:
    return [_evidence(graph, part.article, evidence) for evidence in sorted(fact.evidence, key=_place)]


def _place(evidence: Evidence) -> tuple[int, int, str]:
    return evidence.start, evidence.end, evidence.rule


def _evidence(graph: Graph, article: Article, evidence: Evidence) -> dict[str, Any]:
    sentence = "sentence_" + digest(evidence.article, str(evidence.start), str(evidence.end))
    place = {"article": article.node, "start": evidence.start, "end": evidence.end, "quote": evidence.quote}
    graph.graph["sentences"][sentence] = place
    return {
        **place,
        "sentence": sentence,
        "rule": evidence.rule,
        "confidence": evidence.confidence,
        "subject": evidence.subject,
        "predicate": evidence.predicate,
        "object": evidence.object,
    }


def _joined(cited: Iterable[list[dict[str, Any]]]) -> list[dict[str, Any]]:
    found = {
        (e["article"], e["start"], e["end"], e["rule"], str(e["subject"]), str(e["object"])): e
        for evidence in cited
        for e in evidence
    }
    return [found[key] for key in sorted(found)]


def _mention(part: Facts, mention: Any) -> dict[str, Any]:
    return {
        "article": part.article.node,
        "start": mention.start,
        "end": mention.end,
        "entity": mention.entity,
        "kind": mention.kind,
    }


def _world(nodes: dict[str, dict[str, Any]]) -> list[tuple[str, str, str, dict[str, Any]]]:
    """Return the edges that the gazetteer states, marked as such."""
    found = []
    for name in sorted(nodes):
        for term in ("locatedIn", "partOf", "positionOf"):
            value = nodes[name]["facts"].get(term)
            for other in value if isinstance(value, list) else [value]:
                if other in nodes and nodes[name]["kind"] != "Position":
                    key = "gazetteer_" + digest(name, term, other)
                    found.append(
                        (
                            name,
                            other,
                            key,
                            {"predicate": term, "status": "actual", "plain": True, "source": "gazetteer"},
                        )
                    )
    return found
