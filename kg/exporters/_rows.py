"""The graph's nodes, edges and events as flat records, for formats that know no lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from kg.rdf.describe import is_happening, values
from kg.rdf.options import Options
from kg.rdf.terms import clean

Row: TypeAlias = dict[str, str | float]

NODE = ("id", "kind", "label", "aliases", "wikidata", "iso3", "lat", "lon", "date", "status")
EDGE = (
    "id",
    "subject",
    "predicate",
    "object",
    "subject_label",
    "object_label",
    "status",
    "attributed_to",
    "date",
    "event",
    "confidence",
    "rule",
    "source",
    "evidence",
    "articles",
    "quote",
)
EVENT = (
    "id",
    "kind",
    "label",
    "date",
    "status",
    "attributed_to",
    "mode",
    "context",
    "actor",
    "recipient",
    "theme",
    "place",
    "organizer",
    "host",
    "articles",
    "quote",
)
SEPARATOR = "; "


def node_rows(graph: Any) -> Iterator[Row]:
    """Yield a record per node, sorted by id, with the columns of ``NODE`` that it has."""
    for name, record in sorted(graph.nodes(data=True)):
        facts = record.get("facts") or {}
        yield _row(
            id=name,
            kind=record["kind"],
            label=record.get("label") or name,
            aliases=SEPARATOR.join(record.get("aliases", ())),
            wikidata=SEPARATOR.join(values(facts, "wikidata")),
            iso3=SEPARATOR.join(values(facts, "iso3")),
            lat=_number(facts, "lat"),
            lon=_number(facts, "lon"),
            date=record.get("date"),
            status=record.get("status"),
        )


def edge_rows(graph: Any, options: Options) -> Iterator[Row]:
    """Yield a record per edge, sorted by subject, object and id, with the columns of ``EDGE`` that it has."""
    labels = {name: record.get("label") or name for name, record in graph.nodes(data=True)}
    for subject, object, key in sorted(graph.edges(keys=True)):
        record = graph.edges[subject, object, key]
        yield _row(
            id=key,
            subject=subject,
            predicate=record["predicate"],
            object=object,
            subject_label=labels[subject],
            object_label=labels[object],
            status=record.get("status"),
            attributed_to=record.get("attributed_to"),
            date=record.get("date"),
            event=record.get("event"),
            confidence=record.get("confidence"),
            rule=record.get("rule"),
            source=record.get("source"),
            **_cited(graph, record, options),
        )


def event_rows(graph: Any, options: Options) -> Iterator[Row]:
    """Yield a record per event or meeting, sorted by id, with the columns of ``EVENT`` that it has."""
    for name, record in sorted(graph.nodes(data=True)):
        if not record.get("status") or not is_happening(record):
            continue
        roles: dict[str, list[str]] = {}
        for role, filler in record.get("roles", ()):
            roles.setdefault(role, []).append(graph.nodes[filler].get("label") or filler)
        yield _row(
            id=name,
            kind=record["kind"],
            label=record.get("label") or name,
            date=record.get("date"),
            status=record["status"],
            attributed_to=record.get("attributed_to"),
            mode=record.get("mode"),
            context=record.get("context"),
            **{role: SEPARATOR.join(fillers) for role, fillers in roles.items()},
            **_cited(graph, record, options),
        )


def _cited(graph: Any, record: Mapping[str, Any], options: Options) -> dict[str, Any]:
    evidence = record.get("evidence", ())
    if not evidence:
        return {}
    articles = sorted({graph.graph["articles"][e["article"]]["id"] for e in evidence})
    quote = evidence[0]["quote"] if options.text != "none" else None
    return {"evidence": len(evidence), "articles": SEPARATOR.join(articles), "quote": quote}


def _number(facts: Mapping[str, Any], term: str) -> float | None:
    found = values(facts, term)
    return float(found[0]) if found else None


def _row(**cells: str | float | None) -> Row:
    return {
        name: clean(value) if isinstance(value, str) else value
        for name, value in cells.items()
        if value is not None and value != ""
    }
