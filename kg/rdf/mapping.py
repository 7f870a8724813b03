"""The graph as RDF: quads in one order, whatever order the graph was made in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import pyoxigraph as ox

from kg.rdf import times
from kg.rdf.dataset import Tally, describe_dataset
from kg.rdf.describe import Describer, Pair, Record, has_point, is_happening
from kg.rdf.options import DEFAULT, Options
from kg.rdf.passages import Passages, evidence_id, mention_id, span_id
from kg.rdf.terms import iri
from kg.vocab import DKG, STRUCTURE

Item: TypeAlias = tuple[str, int, Callable[[], Iterable[Pair]]]
Edge: TypeAlias = tuple[str, str, str, Record]
SHARED = "graph_entities"


def quads(graph: Any, options: Options = DEFAULT) -> Iterator[ox.Quad]:
    """Yield everything that ``graph`` says, sorted by named graph and subject.

    With ``statements="named-graphs"`` the graphs are ``graph_entities`` and, for each article, ``graph_…`` and
    ``unasserted_…``; else there is the default graph only.

    Raises:
        DataError: An id, class or number of the graph cannot be written in RDF.
    """
    tally = Tally()
    for name, items in Layout(graph, options).sections():
        yield from tally.over(_written(name, items, options.base))
    if options.description:
        yield from describe_dataset(tally, options)


def parts_quads(graphs: Iterable[Any], options: Options = DEFAULT) -> Iterator[ox.Quad]:
    """Yield what several graphs say, one after the other: memory holds one graph at a time.

    What two graphs say of a thing they share (an entity, a time, the run) is written once.
    """
    tally, seen = Tally(), set[int]()
    for graph in graphs:
        for name, items in Layout(graph, options).sections():
            written = _written(name, items, options.base)
            is_own = name is not None and name != SHARED
            yield from tally.over(written if is_own else _unseen(written, seen))
    if options.description:
        yield from describe_dataset(tally, options)


def triples(graph: Any, options: Options = DEFAULT) -> Iterator[ox.Triple]:
    """Yield everything that ``graph`` says as triples, in the order of ``quads``, without named graphs."""
    for quad in quads(graph, options):
        yield quad.triple


def _written(name: str | None, items: list[Item], base: str) -> Iterator[ox.Quad]:
    graph = ox.DefaultGraph() if name is None else ox.NamedNode(base + name)
    for subject_id, _, describe in sorted(items, key=lambda item: item[:2]):
        subject = ox.NamedNode(base + subject_id)
        for predicate, object in describe():
            yield ox.Quad(subject, predicate, object, graph)


def _unseen(written: Iterable[ox.Quad], seen: set[int]) -> Iterator[ox.Quad]:
    for quad in written:
        mark = hash(quad)
        if mark not in seen:
            seen.add(mark)
            yield quad


@dataclass
class Share:
    """What one article tells, or what all of them do."""

    articles: list[str] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)
    events: list[str] = field(default_factory=list)
    claims: list[str] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    mentions: list[Record] = field(default_factory=list)


class Layout:
    """Which thing is described in which named graph."""

    def __init__(self, graph: Any, options: Options) -> None:
        """Lay out ``graph`` as ``options`` ask."""
        self.graph = graph
        self.options = options
        self.say = Describer(graph, options)
        self.texts = Passages(graph, options, self.say.node)
        self.edges: list[Edge] = []
        self.known: list[Edge] = []
        for subject, object, key, record in graph.edges(keys=True, data=True):
            where = self.known if record.get("source") == "gazetteer" else self.edges
            where.append((subject, object, key, record))

    def sections(self) -> Iterator[tuple[str | None, list[Item]]]:
        """Yield the named graphs (None: the default graph), each with what it describes."""
        if self.options.statements != "named-graphs":
            share = self.everything()
            yield None, [*self.sources(), *self.shared(), *self.told(share, None, asserted=True, unasserted=True)]
            return
        yield None, self.sources()
        yield SHARED, self.shared()
        for article, share in sorted(self.by_article().items()):
            name = article.removeprefix("article_")
            yield "graph_" + name, self.told(share, article, asserted=True, unasserted=False)
            yield "unasserted_" + name, self.statements(share, article, asserted=False, unasserted=True)

    def everything(self) -> Share:
        """Return what all articles tell."""
        share = Share(articles=list(self.texts.articles), sentences=list(self.texts.sentences), edges=self.edges)
        for name, record in self.graph.nodes(data=True):
            if record["kind"] == "Claim":
                share.claims.append(name)
            elif is_told(record):
                share.events.append(name)
        if self.options.spans:
            share.mentions = list(self.graph.graph.get("mentions", ()))
        return share

    def by_article(self) -> dict[str, Share]:
        """Return what each article tells."""
        every = self.everything()
        shares: dict[str, Share] = {name: Share(articles=[name]) for name in every.articles}
        for name in every.sentences:
            shares[self.texts.sentences[name]["article"]].sentences.append(name)
        for kind in ("events", "claims"):
            for name in getattr(every, kind):
                for article in {e["article"] for e in self.graph.nodes[name].get("evidence", ())}:
                    getattr(shares[article], kind).append(name)
        for edge in every.edges:
            for article in {e["article"] for e in edge[3].get("evidence", ())}:
                shares[article].edges.append(edge)
        for mention in every.mentions:
            shares[mention["article"]].mentions.append(mention)
        return shares

    def sources(self) -> list[Item]:
        """Return the run that made the graph and the gazetteer that it used."""
        return [
            (self.say.run, 0, self.say.described_run),
            ("source_gazetteer", 0, self.say.described_gazetteer),
        ]

    def shared(self) -> list[Item]:
        """Return what belongs to no article: entities, what the gazetteer knows of them, and times."""
        say, items, dates = self.say, list[Item](), set[str]()
        for name, record in self.graph.nodes(data=True):
            if record.get("date"):
                dates.add(record["date"])
            if record["kind"] != "Claim" and not is_told(record):
                items.append((name, 0, _bound(say.entity, name)))
                if has_point(record.get("facts") or {}):
                    items.append(("geometry_" + name, 0, _bound(say.geometry, name)))
        if self.options.statements != "none":
            dates |= {record["date"] for *_, record in self.edges if record.get("date")}
        items += [
            (times.node_id(date), 0, _bound(times.describe, date, self.options.base)) for date in times.closure(dates)
        ]
        items += [
            ("membership_" + key.partition("_")[2], 0, _bound(say.membership, subject, object, record))
            for subject, object, key, record in self.known
            if record["predicate"] not in STRUCTURE
        ]
        return items

    def told(self, share: Share, article: str | None, *, asserted: bool, unasserted: bool) -> list[Item]:
        """Return what ``share`` tells, its statements among it; the sentences cited are those of ``article``."""
        say = self.say
        items: list[Item] = [(name, 0, _bound(self.texts.article, name)) for name in share.articles]
        items += [(name, 0, _bound(self.texts.sentence, name)) for name in share.sentences]
        items += [(name, 0, _bound(say.event, name, article)) for name in share.events]
        items += [(name, 0, _bound(say.claim, name, article)) for name in share.claims]
        items += self.plain(edge for edge in share.edges if edge[3]["status"] == "actual")
        items += self.statements(share, article, asserted=asserted, unasserted=unasserted)
        if self.options.spans:
            items += self.spans(share, article)
        return items

    def plain(self, edges: Iterable[Edge]) -> list[Item]:
        """Return ``edges`` as single triples, under their subjects."""
        found: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for subject, object, _, record in edges:
            found[subject].add((record["predicate"], object))
        return [(subject, 1, _bound(self._arrows, sorted(arrows))) for subject, arrows in found.items()]

    def _arrows(self, arrows: list[tuple[str, str]]) -> Iterator[Pair]:
        for predicate, object in arrows:
            yield iri(DKG[predicate]), self.say.node(object)

    def statements(self, share: Share, article: str | None, *, asserted: bool, unasserted: bool) -> list[Item]:
        """Return the assertions that are actual, the others, or both; none where no provenance is asked for."""
        if self.options.statements == "none":
            return []
        wanted = {True: asserted, False: unasserted}
        items: list[Item] = []
        for subject, object, key, record in share.edges:
            if not wanted[record["status"] == "actual"]:
                continue
            items.append((key, 0, _bound(self.say.assertion, subject, object, key, article)))
            if self.options.spans:
                items += [
                    (evidence_id(key, evidence), 0, _bound(self.texts.evidence, key, evidence))
                    for evidence in record.get("evidence", ())
                    if article is None or evidence["article"] == article
                ]
        return items

    def spans(self, share: Share, article: str | None) -> list[Item]:
        """Return the mentions, and the words of each part of each assertion."""
        places = {
            (evidence["article"], *evidence[part])
            for *_, record in (share.edges if self.options.statements != "none" else ())
            for evidence in record.get("evidence", ())
            if article is None or evidence["article"] == article
            for part in ("subject", "predicate", "object")
            if evidence.get(part)
        }
        items: list[Item] = [(span_id(*place), 0, _bound(self.texts.words, *place)) for place in places]
        items += [(mention_id(record), 0, _bound(self.texts.mention, record)) for record in share.mentions]
        return items


def is_told(record: Record) -> bool:
    """Return whether a node is an event that a text tells of, not merely a phrase that names one."""
    return bool(record.get("status")) and is_happening(record)


def _bound(describe: Callable[..., Iterable[Pair]], *args: Any) -> Callable[[], Iterable[Pair]]:
    return lambda: describe(*args)
