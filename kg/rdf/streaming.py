"""A whole store as RDF, an article at a time: the very blocks that its graph gives, in memory that hardly grows.

A first reading gathers what belongs to no single article: the entities, and the events, assertions and claims that
several articles tell. A second one takes each article alone and describes the rest. Named graphs come in that order;
without them all things are to be sorted by their names, for which they wait in a temporary file.
"""

from __future__ import annotations

import io
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.graph.assemble import by_date, settled
from kg.graph.decisions import NONE, Decisions
from kg.graph.identity import OFFICIAL
from kg.graph.resolve import find_merges, kept_ids, rename
from kg.graph.wording import worded
from kg.model import Article, Assertion, Claim, Entity, Event, Facts, merge_entities
from kg.rdf.blocks import Block, to_blocks
from kg.rdf.dataset import Tally, describe_dataset
from kg.rdf.mapping import SHARED, Item, Layout, Share, described
from kg.rdf.options import DEFAULT, Options
from kg.rdf.terms import checked_id
from kg.rdf.writing import full
from kg.store import Store
from kg.vocab import STRUCTURE


@dataclass
class Common:
    """What belongs to no single article: ``graph`` holds it; ``told`` are the ids of all events.

    ``several`` are the ids of events, assertions and claims that more than one article tells; ``articles`` are ids in
    the order of their nodes, ``dates`` those of everything that one article tells, and ``kept`` gives the id that
    stands for each one merged with it.
    """

    graph: Any = None
    articles: list[str] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    several: set[str] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)
    kept: dict[str, str] = field(default_factory=dict)

    def parts(self, store: Store, articles: Iterable[str]) -> Iterator[Facts]:
        """Yield what each of ``articles`` states, with one id for each thing."""
        for part in map(worded, store.facts_of(articles)):
            yield rename(part, self.kept) if self.kept else part


def stored_blocks(
    store: Store,
    options: Options = DEFAULT,
    *,
    run: Mapping[str, str] | None = None,
    least: float = 0.0,
    decisions: Decisions = NONE,
) -> Iterator[Block]:
    """Yield what ``store`` holds, in the order of ``mapping.blocks``; the rest is as ``assemble`` has it.

    Raises:
        DataError: An id, class or number cannot be written in RDF.
        StoreError: The store is damaged.
    """
    common = _gather(store, options, run or {}, least, decisions)
    tally = Tally()
    if options.statements == "named-graphs":
        yield from _in_graphs(store, common, options, tally, least)
    else:
        for block in _sorted(_sections(store, common, options, least), options.base):
            tally.add(block.pairs)
            yield block
    if options.description:
        yield from describe_dataset(tally, options)


def _in_graphs(store: Store, common: Common, options: Options, tally: Tally, least: float) -> Iterator[Block]:
    layout = Layout(common.graph, options)
    yield from described(None, layout.sources(), options.base, tally)
    yield from described(SHARED, layout.shared(common.dates), options.base, tally)
    for part in common.parts(store, common.articles):
        own = Layout(_article_graph(part, common, least), options)
        article = part.article.node
        share = _cited(own.everything(), own.graph, article)
        name = article.removeprefix("article_")
        told = own.told(share, article, asserted=True, unasserted=False)
        yield from described("graph_" + name, told, options.base, tally)
        aside = own.statements(share, article, asserted=False, unasserted=True)
        yield from described("unasserted_" + name, aside, options.base, tally)


def _sections(store: Store, common: Common, options: Options, least: float) -> Iterator[list[Item]]:
    """Yield what is to be described, in no order: what is common, then what each article alone tells."""
    layout = Layout(common.graph, options)
    share = layout.everything()
    both = replace(share, articles=[], sentences=[], mentions=[])
    yield layout.sources() + layout.shared(common.dates)
    yield layout.told(both, None, asserted=True, unasserted=True)
    for part in common.parts(store, common.articles):
        own = Layout(_article_graph(part, common, least), options)
        yield own.told(_alone(own.everything(), common.several), None, asserted=True, unasserted=True)


def _cited(share: Share, graph: Any, article: str) -> Share:
    """Return ``share`` without what is told by sentences of other articles only."""

    def is_cited(name: str) -> bool:
        return any(e["article"] == article for e in graph.nodes[name]["evidence"])

    return replace(share, events=[*filter(is_cited, share.events)], claims=[*filter(is_cited, share.claims)])


def _alone(share: Share, several: set[str]) -> Share:
    """Return ``share`` without what other articles tell too."""
    return replace(
        share,
        events=[name for name in share.events if name not in several],
        claims=[name for name in share.claims if name not in several],
        edges=[edge for edge in share.edges if edge[2] not in several],
    )


def _gather(store: Store, options: Options, run: Mapping[str, str], least: float, decisions: Decisions) -> Common:
    common = Common()
    # Who is who is decided over all articles at once.
    shared: dict[object, Any] = {}
    known = sorted((_for_merges(part, shared) for part in store.facts()), key=by_date)
    merges = find_merges(known, decisions)
    common.kept = kept_ids(merges)
    in_order = [part.article.id for part in known]
    del known, shared
    entities: dict[str, Entity] = {}
    seen: set[str] = set()
    for part in common.parts(store, in_order):
        common.told.update(event.id for event in part.events)
        for entity in part.entities:
            before = entities.get(entity.id)
            entities[entity.id] = entity if before is None else merge_entities(before, entity)
        for fact in _facts(part):
            (common.several if fact.id in seen else seen).add(fact.id)
    common.articles = sorted(in_order, key=lambda name: Article(name, "").node)
    restricted = [Facts(Article("", ""), tuple(entities.values()))]
    for part in common.parts(store, in_order):
        common.dates.update(_dates(part, common.several, options, least))
        if any(fact.id in common.several for fact in _facts(part)):
            restricted.append(_only(part, common.several, texts=options.spans))
    common.graph = graph = settled(restricted, merges, run=run, least=least)
    # What one article tells is described with that article, also where another merely names it.
    graph.remove_nodes_from([name for name in common.told - common.several if name in graph])
    graph.graph["sentences"] = {} if not options.spans else graph.graph["sentences"]
    return common


def _for_merges(part: Facts, shared: dict[object, Any]) -> Facts:
    """Return of ``part`` what tells who is who; what ``shared`` holds already is in memory once."""

    def once(key: object, value: Any) -> Any:
        return shared.setdefault(key, value)

    return Facts(
        replace(part.article, text=""),
        tuple(once((e.id, e.kind, e.label, e.aliases, e.facts), e) for e in part.entities),
        # What became of an event is told by its sentences, unless it happened.
        tuple(
            replace(
                e, roles=frozenset(once(r, r) for r in e.roles), evidence=() if e.status == "actual" else e.evidence
            )
            for e in part.events
        ),
        tuple(replace(a, evidence=()) for a in part.assertions if a.predicate in OFFICIAL),
    )


def _facts(part: Facts) -> Iterator[Event | Assertion | Claim]:
    yield from part.events
    yield from part.assertions
    yield from part.claims


def _dates(part: Facts, several: set[str], options: Options, least: float) -> Iterator[str]:
    for fact in _facts(part):
        if fact.date is None or fact.id in several:
            continue
        is_kept = not isinstance(fact, Assertion) or (
            options.statements != "none" and max(e.confidence for e in fact.evidence) >= least
        )
        if is_kept:
            yield fact.date


def _only(part: Facts, several: set[str], *, texts: bool) -> Facts:
    """Return of ``part`` what other articles tell too; its text only if words of it are to be shown."""
    return Facts(
        article=part.article if texts else replace(part.article, text=""),
        events=tuple(event for event in part.events if event.id in several),
        assertions=tuple(assertion for assertion in part.assertions if assertion.id in several),
        claims=tuple(claim for claim in part.claims if claim.id in several),
    )


def _article_graph(part: Facts, common: Common, least: float) -> Any:
    """Return the graph of one article, in which what others tell too is known as they all tell it."""
    graph = settled([part], run=common.graph.graph["run"])
    for name, record in graph.nodes(data=True):
        if name in common.graph:
            record |= common.graph.nodes[name]
    for subject, object, key, record in list(graph.edges(keys=True, data=True)):
        if key in common.several and common.graph.has_edge(subject, object, key):
            record |= common.graph.edges[subject, object, key]
        elif "confidence" in record and (key in common.several or record["confidence"] < least):
            graph.remove_edge(subject, object, key)
    _add_structure(graph, common.graph)
    return graph


def _add_structure(graph: Any, known: Any) -> None:
    """Add to ``graph`` the things of ``known`` that its own lie in, belong to or are a part of."""
    for name in list(graph.nodes):
        for term in STRUCTURE:
            found = graph.nodes[name].get("facts", {}).get(term)
            for other in found if isinstance(found, list) else [found]:
                if other is not None and other not in graph and other in known:
                    graph.add_node(other, **known.nodes[other])


def _sorted(sections: Iterable[list[Item]], base: str) -> Iterator[Block]:
    """Yield what is described, sorted by subject: the lines of each thing wait in a temporary file."""
    with tempfile.TemporaryDirectory(prefix="kg-") as folder:
        waiting = sqlite3.connect(Path(folder) / "waiting.sqlite", isolation_level=None)
        try:
            waiting.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE;")
            waiting.execute("CREATE TABLE thing (subject TEXT, step INTEGER, lines TEXT)")
            waiting.execute("BEGIN")
            for items in sections:
                waiting.executemany("INSERT INTO thing VALUES (?, ?, ?)", _rows(items, base))
            waiting.execute("COMMIT")
            rows = waiting.execute("SELECT subject, step, lines FROM thing ORDER BY subject, step")
            lines = io.BufferedReader(_Lines(_merged(rows)), 1 << 18)
            yield from to_blocks(ox.parse(lines, format=ox.RdfFormat.N_TRIPLES))
        finally:
            waiting.close()


def _rows(items: list[Item], base: str) -> Iterator[tuple[str, int, str]]:
    for name, step, describe in items:
        subject = f"<{base}{checked_id(name)}>"
        yield name, step, "".join([f"{subject} {full(p)} {full(o)} .\n" for p, o in describe()])


def _merged(rows: Iterable[tuple[str, int, str]]) -> Iterator[str]:
    """Yield the lines of each thing; single triples that several articles state are written once, in their order."""
    last: tuple[str, int] | None = None
    held: list[str] = []
    for subject, step, lines in rows:
        if (subject, step) != last:
            yield _once(held)
            held, last = [], (subject, step)
        held.append(lines)
    yield _once(held)


def _once(held: list[str]) -> str:
    if len(set(held)) < 2:
        return "".join(held[:1])
    lines = {line for part in held for line in part.splitlines(keepends=True)}
    return "".join(sorted(lines))


class _Lines(io.RawIOBase):
    """A binary stream of text that comes in pieces."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._rest = piece.encode("utf-8")
        size = min(len(buffer), len(self._rest))
        buffer[:size] = self._rest[:size]
        self._rest = self._rest[size:]
        return size
