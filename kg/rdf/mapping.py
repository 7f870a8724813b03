"""The graph as RDF: blocks and quads in one order, whatever order the graph was made in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeAlias

import pyoxigraph as ox

from kg.rdf import times
from kg.rdf.blocks import Block, to_quads
from kg.rdf.dataset import Tally, describe_dataset
from kg.rdf.describe import Describer, Pair, Record, has_point, is_happening, steps
from kg.rdf.options import DEFAULT, Options
from kg.rdf.passages import Passages, evidence_id, mention_id, span_id
from kg.rdf.terms import checked_id, iri
from kg.vocab import DKG, STRUCTURE

Item: TypeAlias = tuple[str, int, Callable[[], Iterable[Pair]]]
Edge: TypeAlias = tuple[str, str, str, Record]
SHARED = "graph_entities"


def blocks(graph: Any, options: Options = DEFAULT) -> Iterator[Block]:
    """Yield everything that ``graph`` says, a thing at a time, sorted by named graph and subject.

    With ``statements="named-graphs"`` the graphs are ``graph_entities`` and, for each article, ``graph_…`` and
    ``unasserted_…``; else there is the default graph only.

    Raises:
        DataError: An id, class or number of the graph cannot be written in RDF.
    """
    tally = Tally()
    for name, items in Layout(graph, options).sections():
        yield from described(name, items, options.base, tally)
    if options.description:
        yield from describe_dataset(tally, options)


def quads(graph: Any, options: Options = DEFAULT) -> Iterator[ox.Quad]:
    """Yield everything that ``graph`` says as quads, in the order of ``blocks``."""
    return to_quads(blocks(graph, options))


def triples(graph: Any, options: Options = DEFAULT) -> Iterator[ox.Triple]:
    """Yield everything that ``graph`` says as triples, in the order of ``quads``, without named graphs."""
    for quad in quads(graph, options):
        yield quad.triple


def described(name: str | None, items: list[Item], base: str, tally: Tally) -> Iterator[Block]:
    """Yield what ``items`` say, sorted by subject, as blocks of the graph ``name``, and count it in ``tally``."""
    graph = "" if name is None else base + name
    for subject, own in groupby(sorted(items, key=itemgetter(0, 1)), key=itemgetter(0)):
        pairs = [pair for _, _, describe in own for pair in describe()]
        tally.add(pairs)
        yield Block(graph, base + checked_id(subject), pairs)


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

    def shared(self, more_dates: Iterable[str] = ()) -> list[Item]:
        """Return what belongs to no article: entities, what the gazetteer knows of them, and times."""
        say, items, dates = self.say, list[Item](), set(more_dates)
        for name, record in self.graph.nodes(data=True):
            if record.get("date"):
                dates.add(record["date"])
            if record["kind"] != "Claim" and not is_told(record):
                items.append((name, 0, partial(say.entity, name)))
                if has_point(record.get("facts") or {}):
                    items.append(("geometry_" + name, 0, partial(say.geometry, name)))
        if self.options.statements != "none":
            dates |= {record["date"] for *_, record in self.edges if record.get("date")}
        items += [
            (times.node_id(date), 0, partial(times.describe, date, self.options.base)) for date in times.closure(dates)
        ]
        items += [
            (name, 0, partial(say.replaced, merge["ids"][0], label, merge["reasons"]))
            for merge in self.graph.graph.get("merges", ())
            for name, label in list(zip(merge["ids"], merge["labels"], strict=True))[1:]
        ]
        items += [
            ("membership_" + key.partition("_")[2], 0, partial(say.membership, subject, object, record))
            for subject, object, key, record in self.known
            if record["predicate"] not in STRUCTURE
        ]
        return items

    def told(self, share: Share, article: str | None, *, asserted: bool, unasserted: bool) -> list[Item]:
        """Return what ``share`` tells, its statements among it; the sentences cited are those of ``article``."""
        say = self.say
        items: list[Item] = [(name, 0, partial(self.texts.article, name)) for name in share.articles]
        items += [(name, 0, partial(self.texts.sentence, name)) for name in share.sentences]
        items += [(name, 0, partial(say.event, name, article)) for name in share.events]
        items += [
            (key, 0, partial(say.step, name, step))
            for name in share.events
            for key, step in steps(name, self.graph.nodes[name])
            if article is None or step["article"] == article
        ]
        items += [(name, 0, partial(say.claim, name, article)) for name in share.claims]
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
        return [(subject, 1, partial(self._arrows, sorted(arrows))) for subject, arrows in found.items()]

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
            items.append((key, 0, partial(self.say.assertion, subject, object, record, article)))
            if self.options.spans:
                items += [
                    (evidence_id(key, evidence), 0, partial(self.texts.evidence, key, evidence))
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
        items: list[Item] = [(span_id(*place), 0, partial(self.texts.words, *place)) for place in places]
        items += [(mention_id(record), 0, partial(self.texts.mention, record)) for record in share.mentions]
        return items


def is_told(record: Record) -> bool:
    """Return whether a node is an event that a text tells of, not merely a phrase that names one."""
    return bool(record.get("status")) and is_happening(record)
