"""A graph as the data of its page: tables with a row per node, edge, claim, sentence and article.

A table is ``{"fields": [...], "rows": [[...]]}``; rows refer to rows of other tables by number, -1 for none. Offsets
count UTF-16 units from the start of the sentence, as the browser does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import networkx as nx

from kg.views.appearance import class_records, words
from kg.views.layout import arrange
from kg.vocab import BASE, DKG, PARENT

Table = dict[str, list[Any]]
SAID_OF_OTHERS = ("Position", "Place", "Issue", "Threat", "Agreement")
PARTS = ("subject", "predicate", "object")
NODE_FIELDS = ["id", "kind", "label", "aliases", "importance", "community", "x", "y", "facts", "event"]
EDGE_FIELDS = [
    "id",
    "s",
    "o",
    "predicate",
    "status",
    "by",
    "date",
    "event",
    "confidence",
    "plain",
    "source",
    "evidence",
]
CLAIM_FIELDS = ["id", "speaker", "manner", "content", "capacity", "addressee", "status", "date", "evidence"]
SENTENCE_FIELDS = ["article", "quote"]
ARTICLE_FIELDS = ["id", "title", "date", "source", "url"]


def is_event(kind: str) -> bool:
    """Return whether ``kind`` is a type of event other than Meeting."""
    return kind != "Meeting" and (kind == "Event" or PARENT.get(kind) == "Event")


def utf16(text: str, offset: int) -> int:
    """Return how many UTF-16 units the first ``offset`` characters of ``text`` take."""
    offset = max(0, min(offset, len(text)))
    return offset if text.isascii() else len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


class _Numbers:
    """Numbers things in the order in which they are first asked for."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        self.rows: dict[str, int] = {key: i for i, key in enumerate(known)}

    def __getitem__(self, key: str) -> int:
        return self.rows.setdefault(key, len(self.rows))

    def find(self, key: str | None) -> int:
        return -1 if key is None else self.rows.get(key, -1)


class Payload:
    """Collects the tables of one graph."""

    def __init__(self, graph: nx.MultiDiGraph[str], *, sentences: bool = True) -> None:
        """Read ``graph``, whose claims become a table of their own; without ``sentences`` no word of the articles."""
        self.graph = graph
        self.with_sentences = sentences
        self.claims = sorted(key for key, data in graph.nodes(data=True) if data.get("kind") == "Claim")
        aside = set(self.claims)
        self.nodes = _Numbers(sorted(key for key in graph if key not in aside))
        self.edges = sorted(
            ((s, o, key, data) for s, o, key, data in graph.edges(keys=True, data=True) if not {s, o} & aside),
            key=lambda edge: (str(edge[2]), edge[0], edge[1]),
        )
        self.articles = _Numbers(sorted(graph.graph.get("articles", {})))
        self.rules = _Numbers()
        self.sentences = _Numbers()
        self.quotes: list[list[Any]] = []

    def tables(self, base: str = BASE) -> dict[str, Any]:
        """Return all tables, ready for JSON."""
        edges = self._edge_table()
        claims = self._claim_table()
        nodes = self._node_table()
        kinds = {data.get("kind", "Event") for key, data in self.graph.nodes(data=True) if key in self.nodes.rows}
        predicates = sorted({data["predicate"] for *_, data in self.edges})
        return {
            "base": base,
            "vocabulary": DKG.iri,
            "run": {key: str(value) for key, value in sorted(self.graph.graph.get("run", {}).items())},
            "classes": [{**record, "event": is_event(record["name"])} for record in class_records(kinds)],
            "predicates": [{"name": name, "label": words(name)} for name in predicates],
            "nodes": nodes,
            "edges": edges,
            "claims": claims,
            "rules": list(self.rules.rows),
            "sentences": {"fields": SENTENCE_FIELDS, "rows": self.quotes},
            "articles": self._article_table(),
        }

    def _article_table(self) -> Table:
        records = self.graph.graph.get("articles", {})
        rows = [[key, *(records[key].get(field) for field in ARTICLE_FIELDS[1:])] for key in self.articles.rows]
        return {"fields": ARTICLE_FIELDS, "rows": rows}

    def _evidence(self, records: Sequence[Mapping[str, Any]]) -> list[list[Any]]:
        """Return [sentence, rule, confidence, and start and end of subject, predicate and object] for each record."""
        return [self._citation(record) for record in records]

    def _citation(self, record: Mapping[str, Any]) -> list[Any]:
        start, quote = int(record["start"]), str(record["quote"])
        key = str(record.get("sentence") or (record["article"], start, record["end"]))
        number = self.sentences[key]
        if number == len(self.quotes):
            self.quotes.append([self.articles.find(record["article"]), quote if self.with_sentences else ""])
        spans: list[int] = []
        for part in PARTS:
            span = record.get(part) if self.with_sentences else None
            spans += (utf16(quote, span[0] - start), utf16(quote, span[1] - start)) if span else (-1, -1)
        return [number, self.rules[record["rule"]], record["confidence"], *spans]

    def _edge_table(self) -> Table:
        rows = []
        for subject, object_, key, data in self.edges:
            rows.append(
                [
                    str(key),
                    self.nodes.find(subject),
                    self.nodes.find(object_),
                    data["predicate"],
                    data.get("status", "actual"),
                    self.nodes.find(data.get("attributed_to")),
                    data.get("date"),
                    self.nodes.find(data.get("event")),
                    data.get("confidence", 1),
                    int(bool(data.get("plain", True))),
                    data.get("source"),
                    self._evidence(data.get("evidence", ())),
                ]
            )
        return {"fields": EDGE_FIELDS, "rows": rows}

    def _claim_table(self) -> Table:
        rows = []
        for key in self.claims:
            data = self.graph.nodes[key]
            rows.append(
                [
                    key,
                    self.nodes.find(data.get("speaker")),
                    data.get("manner"),
                    list(data.get("content", ())),
                    self.nodes.find(data.get("capacity")),
                    self.nodes.find(data.get("addressee")),
                    data.get("status", "actual"),
                    data.get("date"),
                    self._evidence(data.get("evidence", ())),
                ]
            )
        return {"fields": CLAIM_FIELDS, "rows": rows}

    def _event(self, data: Mapping[str, Any]) -> dict[str, Any] | None:
        """Return what an event node says of itself, None for other nodes."""
        if data.get("kind") != "Meeting" and not is_event(str(data.get("kind"))):
            return None
        record = {
            "date": data.get("date"),
            "status": data.get("status", "actual"),
            "by": self.nodes.find(data.get("attributed_to")),
            "mode": data.get("mode"),
            "context": data.get("context"),
            "roles": [[role, self.nodes.find(filler)] for role, filler in data.get("roles", ())],
            "evidence": self._evidence(data.get("evidence", ())),
        }
        return {key: value for key, value in record.items() if value not in (None, [], -1)}

    def _pairs(self) -> list[tuple[int, int, float]]:
        """Return each connected pair of nodes once, with the number of assertions between them."""
        weights: dict[tuple[int, int], float] = {}
        for subject, object_, _, data in self.edges:
            a, b = sorted((self.nodes.find(subject), self.nodes.find(object_)))
            if a != b:
                # What the gazetteer knows holds the picture together less than what is in the news.
                weights[a, b] = weights.get((a, b), 0.0) + (0.2 if data.get("source") == "gazetteer" else 1.0)
        return [(a, b, weight) for (a, b), weight in sorted(weights.items())]

    def _node_table(self) -> Table:
        pairs = self._pairs()
        connected = {number for a, b, _ in pairs for number in (a, b)}
        keys = list(self.nodes.rows)
        drawn = [n for n, key in enumerate(keys) if n in connected or not is_event(str(self._data(key).get("kind")))]
        place = {number: i for i, number in enumerate(drawn)}
        aside = frozenset(i for n, i in place.items() if self._data(keys[n]).get("kind") in SAID_OF_OTHERS)
        seats = arrange(len(drawn), [(place[a], place[b], weight) for a, b, weight in pairs], aside=aside)
        rows = []
        for number, key in enumerate(keys):
            data, i = self._data(key), place.get(number)
            seat = [0, -1, 0, 0] if i is None else [seats.importance[i], seats.community[i], seats.x[i], seats.y[i]]
            label = str(data.get("label") or key)
            facts = dict(data.get("facts", {}))
            rows.append(
                [key, data.get("kind", "Event"), label, list(data.get("aliases", ())), *seat, facts, self._event(data)]
            )
        return {"fields": NODE_FIELDS, "rows": rows}

    def _data(self, key: str) -> Mapping[str, Any]:
        data: Mapping[str, Any] = self.graph.nodes[key]
        return data
