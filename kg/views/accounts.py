"""What a graph tells of one thing: its statements, events and words, each in order of time; pages are made of these."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from kg.rdf import times
from kg.rdf.describe import is_happening
from kg.vocab import ancestors

UNDATED = ("9999-99", "9999-99")


@dataclass(frozen=True)
class Statement:
    """An edge that a text states: who, what, whom, and how (status, speaker, date, sentences)."""

    id: str
    subject: str
    predicate: str
    object: str
    status: str
    by: str | None
    date: str | None
    event: str | None
    confidence: float
    rule: str
    evidence: tuple[Mapping[str, Any], ...]

    def other(self, name: str) -> str:
        """Return the end that is not ``name``."""
        return self.object if self.subject == name else self.subject


def span(date: str | None) -> tuple[str, str]:
    """Return the first and last day of ``date``; days after all others if it has none."""
    return (times.bounds(date) if date else None) or UNDATED


class Accounts:
    """Finds what a graph tells of a thing without going through all of it."""

    def __init__(self, graph: Any) -> None:
        """Read ``graph`` once."""
        self.graph = graph
        self.articles: Mapping[str, Mapping[str, Any]] = graph.graph.get("articles", {})
        self.sentences: Mapping[str, Mapping[str, Any]] = graph.graph.get("sentences", {})
        self._ends: dict[str, tuple[str, str]] = {}
        self._by_event: defaultdict[str, list[str]] = defaultdict(list)
        self._by_speaker: defaultdict[str, list[str]] = defaultdict(list)
        self._in_article: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._events: defaultdict[str, list[str]] = defaultdict(list)
        self._claims: defaultdict[str, list[str]] = defaultdict(list)
        # A page asks for the same statements several times, for its parts.
        self.statements = lru_cache(maxsize=32)(self._statements)
        for subject, object, key, record in graph.edges(keys=True, data=True):
            if record.get("source") == "gazetteer":
                continue
            self._ends[key] = (subject, object)
            if record.get("event"):
                self._by_event[record["event"]].append(key)
            if record.get("attributed_to"):
                self._by_speaker[record["attributed_to"]].append(key)
            self._cited(key, record)
        for name, record in graph.nodes(data=True):
            if record["kind"] == "Claim":
                self._claims[record["speaker"]].append(name)
            elif self.is_event(name):
                for filler in dict.fromkeys(filler for _, filler in record.get("roles", ())):
                    self._events[filler].append(name)
            self._cited(name, record)

    def _cited(self, name: str, record: Mapping[str, Any]) -> None:
        for evidence in record.get("evidence", ()):
            self._in_article[evidence["article"]][name] = None

    def __contains__(self, name: object) -> bool:
        """Return whether ``name`` is a node of the graph."""
        return name in self.graph

    def record(self, name: str) -> Mapping[str, Any]:
        """Return what the graph holds of a node, nothing if it is none."""
        found: Mapping[str, Any] = self.graph.nodes[name] if name in self.graph else {}
        return found

    def label(self, name: str | None) -> str:
        """Return the name to show for a node or article."""
        if name is None:
            return ""
        if name in self.articles:
            return str(self.articles[name].get("title") or self.articles[name]["id"])
        record = self.record(name)
        if record.get("kind") == "Claim":
            return f"what {self.label(record['speaker'])} says"
        return str(record.get("label") or name)

    def kind(self, name: str) -> str:
        """Return the class of a node or article."""
        return "Article" if name in self.articles else str(self.record(name).get("kind", ""))

    def is_event(self, name: str) -> bool:
        """Return whether a node is an event that a text tells of."""
        record = self.record(name)
        return bool(record) and bool(record.get("status")) and record["kind"] != "Claim" and is_happening(record)

    def is_agent(self, name: str) -> bool:
        """Return whether a node is a person, State or organization."""
        kind = self.kind(name)
        return bool(kind) and "Agent" in ancestors(kind)

    def statement(self, key: str) -> Statement | None:
        """Return the statement with the id ``key``, None if there is none."""
        if key not in self._ends:
            return None
        subject, object = self._ends[key]
        record = self.graph.edges[subject, object, key]
        return Statement(
            key,
            subject,
            record["predicate"],
            object,
            record["status"],
            record.get("attributed_to"),
            record.get("date"),
            record.get("event"),
            record.get("confidence") or 0.0,
            record.get("rule") or "",
            tuple(record.get("evidence", ())),
        )

    def _in_time(self, keys: Iterable[str]) -> tuple[Statement, ...]:
        found = [statement for key in keys if (statement := self.statement(key)) is not None]
        return tuple(sorted(found, key=lambda s: (span(s.date), self.label(s.subject), s.predicate, s.id)))

    def _statements(self, name: str) -> tuple[Statement, ...]:
        """Return the statements that have ``name`` at one end, in order of time."""
        if name not in self.graph:
            return ()
        keys = [key for *_, key in self.graph.out_edges(name, keys=True)]
        keys += [key for subject, _, key in self.graph.in_edges(name, keys=True) if subject != name]
        return self._in_time(keys)

    def statements_of_event(self, name: str) -> tuple[Statement, ...]:
        """Return the statements that belong to an event."""
        return self._in_time(self._by_event.get(name, ()))

    def statements_by(self, name: str) -> tuple[Statement, ...]:
        """Return the statements that rest on the word of ``name``."""
        return self._in_time(self._by_speaker.get(name, ()))

    def known(self, name: str) -> list[tuple[str, str, str]]:
        """Return what the gazetteer knows of a node, as (subject, property, object)."""
        if name not in self.graph:
            return []
        both = [*self.graph.out_edges(name, keys=True, data=True), *self.graph.in_edges(name, keys=True, data=True)]
        return sorted({(s, r["predicate"], o) for s, o, _, r in both if r.get("source") == "gazetteer"})

    def events(self, name: str) -> list[str]:
        """Return the events in which a node has a role, in order of time."""
        return self.in_time(self._events.get(name, ()))

    def claims(self, name: str) -> list[str]:
        """Return the claims of a speaker, in order of time."""
        return self.in_time(self._claims.get(name, ()))

    @cached_property
    def calendar(self) -> list[str]:
        """Return all events in order of time."""
        return self.in_time(name for name in self.graph if self.is_event(name))

    def in_time(self, names: Iterable[str]) -> list[str]:
        """Return events or claims in order of time, by the day of the first report where they have no date."""
        return sorted(names, key=lambda name: (span(self.when(name)), self.label(name), name))

    def when(self, name: str) -> str | None:
        """Return the date of an event or claim; that of the first article that tells of it where it has none."""
        record = self.record(name)
        if span(record.get("date")) != UNDATED:
            return str(record["date"])
        cited = [self.articles.get(e["article"], {}).get("date") for e in record.get("evidence", ())]
        return min((str(date) for date in cited if span(date) != UNDATED), default=None)

    def told_in(self, article: str) -> tuple[list[Statement], list[str], list[str]]:
        """Return the statements, events and claims for which an article is cited, in the order of its text."""
        names = sorted(self._in_article.get(article, ()), key=lambda name: (self._first(name, article), name))
        statements = [found for name in names if (found := self.statement(name)) is not None]
        events = [name for name in names if self.is_event(name)]
        return statements, events, [name for name in names if self.kind(name) == "Claim"]

    def _first(self, name: str, article: str) -> int:
        ends = self._ends.get(name)
        record = self.graph.edges[(*ends, name)] if ends else self.record(name)
        return min((e["start"] for e in record.get("evidence", ()) if e["article"] == article), default=0)

    def articles_of(self, name: str) -> list[str]:
        """Return the articles that state anything of a node, the latest first."""
        cited = [s.evidence for s in self.statements(name)]
        cited += [self.record(event).get("evidence", ()) for event in [name, *self.events(name), *self.claims(name)]]
        found = {evidence["article"] for evidences in cited for evidence in evidences}
        return self.latest(found)

    def latest(self, articles: Iterable[str]) -> list[str]:
        """Return articles, the latest first and those without a date last."""
        kept = sorted((name for name in articles if name in self.articles), key=lambda n: (self.label(n), n))
        return sorted(kept, key=lambda name: self.articles[name].get("date") or "", reverse=True)

    def counterparts(self, name: str) -> list[tuple[str, int, int]]:
        """Return the agents joined with a node, how many statements join them, and in how many events both are.

        Those most joined come first.
        """
        stated: Counter[str] = Counter(s.other(name) for s in self.statements(name))
        shared: Counter[str] = Counter(
            other for event in self.events(name) for other in {filler for _, filler in self.record(event)["roles"]}
        )
        found = [other for other in {*stated, *shared} - {name} if self.is_agent(other)]
        found.sort(key=lambda other: (-stated[other] - shared[other], self.label(other), other))
        return [(other, stated[other], shared[other]) for other in found]
