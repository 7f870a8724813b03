"""What RDF says of each thing in the graph: pairs of predicate and object, in the order they are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, TypeAlias

import pyoxigraph as ox

from kg.errors import DataError
from kg.model import digest
from kg.rdf import times
from kg.rdf.options import Options
from kg.rdf.terms import checked_id, decimal, english, iri, is_iri, plain
from kg.vocab import (
    DCTERMS,
    DKG,
    FOAF,
    GEO,
    NIF,
    OA,
    ORG,
    PARENT,
    PLOVER,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SEM,
    SF,
    SKOS,
    STATUSES,
    STRUCTURE,
    WGS,
    WIKIDATA,
    ancestors,
    is_event,
    mode_name,
)

Pair: TypeAlias = tuple[ox.NamedNode, ox.NamedNode | ox.Literal | ox.Triple]
Record: TypeAlias = Mapping[str, Any]

RUN = ("version", "model", "lexicon", "gazetteer")
TYPE = iri(RDF.type)
LABEL = iri(RDFS.label)
ALT = iri(SKOS.altLabel)
NAME = iri(SCHEMA.name)
DERIVED = iri(PROV.wasDerivedFrom)
GENERATED = iri(PROV.wasGeneratedBy)
ATTRIBUTED = iri(PROV.wasAttributedTo)
STATUS = iri(DKG.status)
SAID_BY = iri(DKG.attributedTo)
DATE = iri(DKG.date)
EARLIEST = iri(DKG.earliest)
LATEST = iri(DKG.latest)
EVENT = iri(DKG.event)
CONFIDENCE = iri(DKG.confidence)
RULE = iri(DKG.rule)
REIFIES = iri(RDF.reifies)
SUBJECT, PREDICATE, OBJECT = iri(RDF.subject), iri(RDF.predicate), iri(RDF.object)

ENTITY = (PROV.Entity,)
AGENT = (FOAF.Agent, PROV.Agent)
FORMAL = (ORG.FormalOrganization,)
# Public classes that an instance of ours is typed with as well, so that a query in their terms alone finds it.
ALSO: Mapping[str, tuple[str, ...]] = {
    "Agent": AGENT,
    "Person": (FOAF.Person, SCHEMA.Person),
    "State": (SCHEMA.Country, GEO.Feature),
    "Organization": (ORG.Organization, SCHEMA.Organization),
    "InternationalOrganization": FORMAL,
    "GovernmentBody": FORMAL,
    "MediaOrganization": FORMAL,
    "Company": FORMAL,
    "Place": (GEO.Feature, SCHEMA.Place),
    "Position": (ORG.Post,),
    "Issue": (SKOS.Concept,),
    "Claim": ENTITY,
    "Article": (SCHEMA.NewsArticle, NIF.Context, PROV.Entity),
    "Sentence": (NIF.OffsetBasedString, NIF.Sentence, PROV.Entity),
    "Assertion": (RDF.Statement, PROV.Entity),
    "Evidence": (OA.Annotation,),
    "Step": ENTITY,
    "Mention": (NIF.OffsetBasedString, NIF.Phrase),
    "Run": (PROV.Activity,),
}
# An event that is denied or only possible is no sem:Event: whoever reads that class takes it to have happened.
HAPPENED = (SEM.Event, SCHEMA.Event, PROV.Entity)
SCHEDULED = (SCHEMA.Event, PROV.Entity)
ROLE: Mapping[str, tuple[str, ...]] = {
    "actor": (DKG.actor, SEM.hasActor),
    "recipient": (DKG.recipient, SEM.hasActor),
    "organizer": (DKG.organizer, SEM.hasActor, SCHEMA.organizer),
    "host": (DKG.host, SEM.hasActor),
    "theme": (DKG.theme, SCHEMA.about),
    "place": (DKG.place, SEM.hasPlace, SCHEMA.location),
}
ROLE_TERMS = {role: tuple(map(iri, terms)) for role, terms in ROLE.items()}
ATTENDEE = iri(SCHEMA.attendee)
TIME, START, END = iri(SEM.hasTime), iri(SCHEMA.startDate), iri(SCHEMA.endDate)
BEGINS, ENDS = iri(SEM.hasEarliestBeginTimeStamp), iri(SEM.hasLatestEndTimeStamp)
EVENT_TYPE, MODE, CONTEXT = iri(SEM.eventType), iri(DKG.mode), iri(DKG.context)
SPEAKER, MANNER, CONTENT = iri(DKG.speaker), iri(DKG.manner), iri(DKG.content)


@lru_cache(maxsize=64)
def types(kind: str) -> tuple[Pair, ...]:
    """Return the types of a thing of class ``kind``: its class, those above it, and their public counterparts.

    Raises:
        DataError: ``kind`` is no class of the ontology.
    """
    if kind not in PARENT:
        raise DataError(f"node kind: expected a class of the ontology such as Person, got {kind!r}")
    own = [DKG[name] for name in ancestors(kind)]
    also = [term for name in ancestors(kind) for term in ALSO.get(name, ())]
    return tuple((TYPE, iri(term)) for term in dict.fromkeys(own + also))


@lru_cache(maxsize=64)
def _family(kind: str) -> str | None:
    """Return the type of event in the PLOVER scheme that ``kind`` is or belongs to."""
    return next((name for name in ancestors(kind) if name in PLOVER), None)


class Describer:
    """Says in RDF what the graph says of one thing."""

    def __init__(self, graph: Any, options: Options) -> None:
        """Describe things of ``graph`` as ``options`` ask."""
        self.graph = graph
        self.options = options
        run = graph.graph.get("run", {})
        self.facts_of_run = {term: str(run[term]) for term in RUN if run.get(term)}
        self.run = "run_" + digest(*(f"{k}={v}" for k, v in sorted(self.facts_of_run.items())))
        self.structure: dict[str, set[tuple[str, str]]] = {}
        self.stated: set[str] = set()
        for subject, object, key, known in graph.edges(keys=True, data=True):
            if options.statements != "none":
                self.stated.add(key)
            if known.get("source") == "gazetteer" and known["predicate"] in STRUCTURE:
                self.structure.setdefault(subject, set()).add((known["predicate"], object))
        self._nodes: dict[str, ox.NamedNode] = {}
        self._made = (GENERATED, self.node(self.run))
        self._status = {status: (STATUS, iri(DKG[status])) for status in STATUSES}

    def node(self, name: str) -> ox.NamedNode:
        """Return the IRI of the thing with id ``name``."""
        found = self._nodes.get(name)
        if found is None:
            found = self._nodes[name] = ox.NamedNode(self.options.base + checked_id(name))
        return found

    def entity(self, name: str) -> Iterator[Pair]:
        """Yield what is said of a person, state, organization, place, position, issue or agreement."""
        record = self.graph.nodes[name]
        yield from types(record["kind"])
        yield from self._names(name, record)
        yield from self._world(name, record)

    def _names(self, name: str, record: Record) -> Iterator[Pair]:
        label = record.get("label") or name
        yield LABEL, english(label)
        for alias in record.get("aliases", ()):
            yield ALT, english(alias)

    def _world(self, name: str, record: Record) -> Iterator[Pair]:
        """Yield what the gazetteer knows of a thing, marked as coming from there."""
        facts = record.get("facts") or {}
        if not facts and name not in self.structure:
            return
        known: list[Pair] = []
        known += [(iri(SKOS.exactMatch), iri(WIKIDATA + q)) for q in values(facts, "wikidata") if is_iri(WIKIDATA + q)]
        known += [(iri(DKG[term]), plain(item)) for term in ("iso2", "iso3") for item in values(facts, term)]
        known += [(iri(DKG[term]), self.node(item)) for term, item in self._above(name, facts)]
        if has_point(facts):
            known.append((iri(WGS.lat), decimal(values(facts, "lat")[0])))
            known.append((iri(WGS.long), decimal(values(facts, "lon")[0])))
            known.append((iri(GEO.hasDefaultGeometry), self.node("geometry_" + name)))
        if known:
            yield from known
            yield DERIVED, self.node("source_gazetteer")

    def _above(self, name: str, facts: Record) -> list[tuple[str, str]]:
        """Return what the gazetteer knows ``name`` to be part of, to belong to or to lie in."""
        found = {(term, item) for term in STRUCTURE for item in values(facts, term) if item in self.graph}
        found |= self.structure.get(name, set())
        return sorted(found)

    def geometry(self, name: str) -> Iterator[Pair]:
        """Yield the point of the place ``name`` as well-known text (longitude first, WGS 84)."""
        facts = self.graph.nodes[name]["facts"]
        lat, lon = (decimal(values(facts, term)[0]).value for term in ("lat", "lon"))
        yield TYPE, iri(SF.Point)
        yield TYPE, iri(GEO.Geometry)
        yield iri(GEO.asWKT), ox.Literal(f"POINT({lon} {lat})", datatype=iri(GEO.wktLiteral))

    def event(self, name: str, article: str | None = None) -> Iterator[Pair]:
        """Yield what is said of an event or meeting; of its sentences, those of ``article`` if one is given."""
        record = self.graph.nodes[name]
        kind, status = record["kind"], record.get("status") or "actual"
        yield from types(kind)
        also = {"actual": HAPPENED, "planned": SCHEDULED}.get(status, ENTITY)
        for term in also:
            yield TYPE, iri(term)
        yield from self._names(name, record)
        yield from self._world(name, record)
        if status in ("actual", "planned"):
            yield NAME, english(record.get("label") or name)
        yield from self._roles(record, status)
        yield self._status[status]
        if status == "planned":
            yield iri(SCHEMA.eventStatus), iri(SCHEMA.EventScheduled)
        yield from self._said_and_dated(record, is_event=True)
        yield from self._codes(kind, record)
        yield from self._sources(record, article)

    def step(self, event: str, record: Record) -> Iterator[Pair]:
        """Yield what an article says became of ``event``: one step of its history, and the sentence of it."""
        yield from types("Step")
        yield EVENT, self.node(event)
        yield iri(DKG.outcome), iri(DKG[record["step"]])
        yield DERIVED, self.node(record["sentence"])
        yield self._made

    def _roles(self, record: Record, status: str) -> Iterator[Pair]:
        meeting = record["kind"] == "Meeting"
        seen: set[Pair] = set()
        for role, filler in record.get("roles", ()):
            terms = ROLE_TERMS[role] if status == "actual" else ROLE_TERMS[role][:1]
            if status == "actual" and meeting and role == "actor":
                terms = (*terms, ATTENDEE)
            node = self.node(filler)
            for term in terms:
                pair = (term, node)
                if pair not in seen:
                    seen.add(pair)
                    yield pair

    def _codes(self, kind: str, record: Record) -> Iterator[Pair]:
        """Yield the event's type, mode and context in the PLOVER scheme; words that the scheme lacks, as strings."""
        family = _family(kind)
        if family is not None:
            yield EVENT_TYPE, iri(PLOVER[family])
        mode, context = record.get("mode"), record.get("context")
        if not mode and not context:
            return
        for term, text, name in (
            (MODE, mode, mode_name(family or kind, mode or "")),
            (CONTEXT, context, f"context_{context}"),
        ):
            if text:
                yield term, iri(PLOVER[name]) if name in PLOVER else plain(text)

    def _said_and_dated(self, record: Record, *, is_event: bool = False) -> Iterator[Pair]:
        speaker = record.get("attributed_to")
        if speaker:
            yield SAID_BY, self.node(speaker)
            yield ATTRIBUTED, self.node(speaker)
        date = record.get("date")
        if not date:
            return
        ends = times.bounds(date)
        if ends is None:
            yield DATE, plain(date)
            return
        yield DATE, times.literal(date)
        yield EARLIEST, times.day(ends[0])
        yield LATEST, times.day(ends[1])
        if is_event and record.get("status", "actual") == "actual":
            yield TIME, self.node(times.node_id(date))
            yield BEGINS, times.day(ends[0])
            yield ENDS, times.day(ends[1])
            yield START, times.literal(date.partition("/")[0])
            if "/" in date:
                yield END, times.literal(date.partition("/")[2])

    def _sources(self, record: Record, article: str | None) -> Iterator[Pair]:
        """Yield the sentences that a fact is derived from, and the run that made it."""
        evidence = record.get("evidence", ())
        names = {e["sentence"] for e in evidence if article is None or e["article"] == article}
        for name in sorted(names):
            yield DERIVED, self.node(name)
        if evidence:
            yield self._made

    def claim(self, name: str, article: str | None = None) -> Iterator[Pair]:
        """Yield what is said of a claim: who says what to whom, and how."""
        record = self.graph.nodes[name]
        yield from types("Claim")
        if record.get("label"):
            yield LABEL, english(record["label"])
        yield SPEAKER, self.node(record["speaker"])
        yield ATTRIBUTED, self.node(record["speaker"])
        yield MANNER, iri(DKG[record["manner"]])
        for item in record.get("content", ()):
            if item in self.graph or item in self.stated:
                yield CONTENT, self.node(item)
        for term in ("capacity", "addressee"):
            if record.get(term):
                yield iri(DKG[term]), self.node(record[term])
        yield self._status[record.get("status") or "actual"]
        yield from self._said_and_dated({"date": record.get("date")})
        yield from self._sources(record, article)

    def assertion(self, subject: str, object: str, record: Record, article: str | None = None) -> Iterator[Pair]:
        """Yield an edge as a statement with its status, speaker, date, event, rule and sentences."""
        s, p, o = self.node(subject), iri(DKG[record["predicate"]]), self.node(object)
        yield from types("Assertion")
        if self.options.statements == "rdf12":
            yield REIFIES, ox.Triple(s, p, o)
        else:
            yield SUBJECT, s
            yield PREDICATE, p
            yield OBJECT, o
        yield self._status[record["status"]]
        yield from self._said_and_dated(record)
        if record.get("confidence") is not None:
            yield CONFIDENCE, decimal(record["confidence"])
        if record.get("rule"):
            yield RULE, plain(record["rule"])
        if record.get("event"):
            yield EVENT, self.node(record["event"])
        yield from self._sources(record, article)

    def membership(self, subject: str, object: str, record: Record) -> Iterator[Pair]:
        """Yield a membership that the gazetteer knows: no text states it, so it is no edge of the contract."""
        yield TYPE, iri(ORG.Membership)
        yield iri(ORG.member), self.node(subject)
        yield iri(ORG.organization), self.node(object)
        yield DERIVED, self.node("source_gazetteer")

    def replaced(self, by: str, name: str, reasons: Iterable[str]) -> Iterator[Pair]:
        """Yield of an id that another one stands for: which, the name that its articles use, and why the two are one.

        The name is no label, so that nobody who looks for it by label finds two things.
        """
        yield iri(DCTERMS.isReplacedBy), self.node(by)
        if name:
            yield iri(DCTERMS.title), english(name)
        for reason in reasons:
            yield iri(DKG.reason), plain(reason)

    def described_run(self) -> Iterator[Pair]:
        """Yield the software, model and data that made the graph; never a time."""
        yield from types("Run")
        yield LABEL, english(f"build by diplomatic-kg {self.facts_of_run.get('version', '')}".strip())
        for term, value in self.facts_of_run.items():
            yield iri(DKG[term]), plain(value)
        yield iri(PROV.used), self.node("source_gazetteer")

    def described_gazetteer(self) -> Iterator[Pair]:
        """Yield what the gazetteer is: the source of world knowledge."""
        yield TYPE, iri(PROV.Entity)
        yield LABEL, english("gazetteer")
        if self.facts_of_run.get("gazetteer"):
            yield iri(DKG.version), plain(self.facts_of_run["gazetteer"])


def steps(name: str, record: Record) -> list[tuple[str, Record]]:
    """Return the steps of an event's history by id; none where they say no more than its status."""
    history = record.get("history", ())
    if len(history) < 2 and not any(step["step"] in ("postponed", "cancelled") for step in history):
        return []
    return [("step_" + digest(name, step["sentence"], step["step"]), step) for step in history]


def values(facts: Record, term: str) -> list[str]:
    """Return the values of ``term`` in an entity's facts, as strings."""
    found = facts.get(term)
    if found is None:
        return []
    items: Iterable[object] = found if isinstance(found, (list, tuple, set, frozenset)) else [found]
    return sorted(str(item) for item in items)


def has_point(facts: Record) -> bool:
    """Return whether an entity's facts give its latitude and longitude."""
    return bool(values(facts, "lat")) and bool(values(facts, "lon"))


def is_happening(record: Record) -> bool:
    """Return whether a node of the graph is an event that the text tells of, not merely a name of one."""
    return is_event(record["kind"])
