"""RDF back to the graph: what ``mapping`` writes, in whichever syntax and with whichever options."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from operator import itemgetter
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph as ox

from kg.errors import InputError
from kg.model import STATUSES, digest
from kg.rdf.files import syntax_of
from kg.vocab import (
    BASE,
    CONTEXTS,
    DCTERMS,
    DKG,
    EDGES,
    ITSRDF,
    MANNERS,
    MODES,
    NIF,
    OA,
    ORG,
    OUTCOMES,
    PARENT,
    PLOVER,
    PROV,
    RDF,
    RDFS,
    ROLES,
    SCHEMA,
    SKOS,
    STRUCTURE,
    WGS,
    WIKIDATA,
    ancestors,
    is_event,
    mode_name,
)

Said = Mapping[str, list[Any]]
MODE = {PLOVER[mode_name(kind, mode)]: mode for kind, modes in MODES.items() for mode in modes}
CONTEXT = {PLOVER[f"context_{context}"]: context for context in CONTEXTS}
BOOKKEEPING = frozenset(("Article", "Sentence", "Assertion", "Evidence", "Mention", "Step", "Run", "Claim"))


def graph_from_file(path: Path, *, base: str = BASE) -> Any:
    """Return the graph that an RDF file holds.

    Raises:
        InputError: The file does not exist or is not RDF.
    """
    try:
        return graph_from_rdf(ox.parse(path=str(path), format=syntax_of(path)), base=base)
    except SyntaxError as error:
        raise InputError(f"{path}: not RDF: {error}") from error


def graph_from_rdf(statements: Iterable[Any], *, base: str = BASE) -> Any:
    """Return the graph that ``statements`` (pyoxigraph quads or triples) hold; things outside ``base`` are left out.

    What the RDF does not say (the text of an article, if only its sentences were published) is empty in the graph.
    """
    said: dict[str, defaultdict[str, list[Any]]] = {}
    for item in statements:
        subject = item.subject.value
        if subject.startswith(base):
            objects = said.setdefault(subject.removeprefix(base), defaultdict(list))[item.predicate.value]
            if item.object not in objects:
                objects.append(item.object)
    return Reader(said, base).graph()


class Reader:
    """Builds a graph from what is said of each thing."""

    def __init__(self, said: Mapping[str, Said], base: str) -> None:
        """Read ``said``: id → property → objects."""
        self.said = said
        self.base = base
        self.kinds = {name: kind for name in said if (kind := self._kind(said[name])) is not None}
        self.result: Any = nx.MultiDiGraph()

    def graph(self) -> Any:
        """Return the graph."""
        self.result.graph.update(
            articles={name: self._article(name) for name in self._of("Article")},
            sentences={name: self._sentence(name) for name in self._of("Sentence")},
            mentions=[self._mention(name) for name in self._of("Mention")],
            run=next((self._run(name) for name in self._of("Run")), {}),
        )
        self.result.graph["merges"] = self._merges()
        for name in sorted(self.kinds):
            if self.kinds[name] == "Claim":
                self.result.add_node(name, **self._claim(name))
            elif self.kinds[name] not in BOOKKEEPING:
                self.result.add_node(name, **self._node(name))
        for name in self._of("Assertion"):
            self._assertion(name)
        self._plain()
        self._memberships()
        return self.result

    def _kind(self, said: Said) -> str | None:
        """Return the lowest of our classes that a thing is said to be of."""
        names = {term.value.removeprefix(DKG.iri) for term in said.get(RDF.type, ()) if term.value.startswith(DKG.iri)}
        return max(
            (name for name in names if name in PARENT), key=lambda name: (len(ancestors(name)), name), default=None
        )

    def _of(self, kind: str) -> list[str]:
        return sorted(name for name, own in self.kinds.items() if own == kind)

    def _id(self, term: Any) -> str:
        found: str = term.value.removeprefix(self.base)
        return found

    def _text(self, name: str, predicate: str) -> str | None:
        found = self.said[name].get(predicate)
        return found[0].value if found else None

    def _ref(self, name: str, predicate: str) -> str | None:
        found = self.said[name].get(predicate)
        return self._id(found[0]) if found else None

    def _refs(self, name: str, predicate: str) -> list[str]:
        return sorted(self._id(term) for term in self.said[name].get(predicate, ()))

    def _number(self, name: str, predicate: str) -> int:
        return int(self._text(name, predicate) or 0)

    def _local(self, name: str, predicate: str, allowed: Iterable[str]) -> str | None:
        """Return the local name of one of our individuals."""
        found = (self._text(name, predicate) or "").removeprefix(DKG.iri)
        return found if found in allowed else None

    def _date(self, name: str) -> str | None:
        return self._text(name, DKG.date)

    def _article(self, name: str) -> dict[str, Any]:
        text = self._text(name, NIF.isString) or ""
        return {
            "id": self._text(name, DCTERMS.identifier) or name,
            "title": self._text(name, SCHEMA.headline),
            "date": self._text(name, SCHEMA.datePublished),
            "source": self._text(name, DKG.source),
            "url": self._text(name, SCHEMA.url),
            "language": self._text(name, SCHEMA.inLanguage),
            "sha256": self._text(name, SCHEMA.sha256),
            "text": text,
            "length": self._number(name, NIF.endIndex),
            "title_end": self._number(name, DKG.titleEnd),
        }

    def _sentence(self, name: str) -> dict[str, Any]:
        return {**self._extent(name), "quote": self._text(name, NIF.anchorOf) or ""}

    def _extent(self, name: str) -> dict[str, Any]:
        return {
            "article": self._ref(name, NIF.referenceContext),
            "start": self._number(name, NIF.beginIndex),
            "end": self._number(name, NIF.endIndex),
        }

    def _mention(self, name: str) -> dict[str, Any]:
        return {
            **self._extent(name),
            "entity": self._ref(name, ITSRDF.taIdentRef),
            "kind": self._text(name, DKG.mentionKind),
        }

    def _run(self, name: str) -> dict[str, str]:
        terms = ("version", "model", "lexicon", "gazetteer")
        return {term: text for term in terms if (text := self._text(name, DKG[term])) is not None}

    def _node(self, name: str) -> dict[str, Any]:
        kind = self.kinds[name]
        record: dict[str, Any] = {
            "kind": kind,
            "label": self._text(name, RDFS.label) or name,
            "aliases": sorted(term.value for term in self.said[name].get(SKOS.altLabel, ())),
            "facts": self._facts(name),
        }
        status = self._local(name, DKG.status, STATUSES)
        if is_event(kind) and status is not None:
            record |= {
                "status": status,
                "date": self._date(name),
                "attributed_to": self._ref(name, DKG.attributedTo),
                "mode": self._concept(name, DKG.mode, MODE),
                "context": self._concept(name, DKG.context, CONTEXT),
                "roles": sorted([role, filler] for role in ROLES for filler in self._refs(name, DKG[role])),
                "evidence": self._evidence(name),
                "history": self._steps.get(name, []),
            }
        return record

    @cached_property
    def _steps(self) -> Mapping[str, list[dict[str, Any]]]:
        """Return the history of each event that has one, in the order of the articles that tell it."""
        found: defaultdict[str, list[tuple[str, str, dict[str, Any]]]] = defaultdict(list)
        for name in self._of("Step"):
            event, sentence = self._ref(name, DKG.event), self._ref(name, PROV.wasDerivedFrom)
            outcome = self._local(name, DKG.outcome, OUTCOMES)
            if event is not None and outcome is not None and sentence is not None and sentence in self.said:
                cited = self._sentence(sentence)
                article = self.said.get(cited["article"] or "", {})
                told, known = (article.get(term) for term in (SCHEMA.datePublished, DCTERMS.identifier))
                step = {"step": outcome, "told": told[0].value if told else None, "sentence": sentence, **cited}
                found[event].append((step["told"] or "", known[0].value if known else "", step))
        return {event: [step for *_, step in sorted(steps, key=itemgetter(0, 1))] for event, steps in found.items()}

    def _concept(self, name: str, predicate: str, concepts: Mapping[str, str]) -> str | None:
        found = self._text(name, predicate)
        return concepts.get(found, found) if found else None

    def _facts(self, name: str) -> dict[str, Any]:
        said = self.said[name]
        facts: dict[str, Any] = {
            "wikidata": [term.value.removeprefix(WIKIDATA) for term in said.get(SKOS.exactMatch, ())],
            "iso2": [term.value for term in said.get(DKG.iso2, ())],
            "iso3": [term.value for term in said.get(DKG.iso3, ())],
            "lat": [term.value for term in said.get(WGS.lat, ())],
            "lon": [term.value for term in said.get(WGS.long, ())],
        }
        facts |= {term: self._refs(name, DKG[term]) for term in STRUCTURE if term != "partOf"}
        return {term: found[0] if len(found) == 1 else sorted(found) for term, found in facts.items() if found}

    def _claim(self, name: str) -> dict[str, Any]:
        return {
            "kind": "Claim",
            "label": self._text(name, RDFS.label) or "",
            "aliases": [],
            "facts": {},
            "speaker": self._ref(name, DKG.speaker),
            "manner": self._local(name, DKG.manner, MANNERS),
            "content": self._refs(name, DKG.content),
            "capacity": self._ref(name, DKG.capacity),
            "addressee": self._ref(name, DKG.addressee),
            "status": self._local(name, DKG.status, STATUSES) or "actual",
            "date": self._date(name),
            "evidence": self._evidence(name),
        }

    def _evidence(self, name: str) -> list[dict[str, Any]]:
        """Return the sentences that ``name`` is derived from; of an assertion, with rule and confidence."""
        rule, confidence = self._text(name, DKG.rule) or "", self._text(name, DKG.confidence)
        found = []
        for sentence in self._refs(name, PROV.wasDerivedFrom):
            if self.kinds.get(sentence) == "Sentence":
                found.append(
                    {
                        "sentence": sentence,
                        **self._sentence(sentence),
                        "rule": rule,
                        "confidence": float(confidence) if confidence else None,
                        "subject": None,
                        "predicate": None,
                        "object": None,
                    }
                )
        return found

    def _details(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the evidence that is written out, with the assertion that it is for."""
        for name in self._of("Evidence"):
            sentence, assertion = self._ref(name, OA.hasTarget), self._ref(name, OA.hasBody)
            if sentence is None or assertion is None:
                continue
            spans = {}
            for part in ("subject", "predicate", "object"):
                span = self._ref(name, DKG[part + "Span"])
                extent = self._extent(span) if span is not None and span in self.said else None
                spans[part] = (extent["start"], extent["end"]) if extent else None
            confidence = self._text(name, DKG.confidence)
            yield (
                assertion,
                {
                    "sentence": sentence,
                    **self._sentence(sentence),
                    "rule": self._text(name, DKG.rule) or "",
                    "confidence": float(confidence) if confidence else None,
                    **spans,
                },
            )

    def _assertion(self, name: str) -> None:
        said = self.said[name]
        if said.get(RDF.reifies):
            stated = said[RDF.reifies][0]
            subject, predicate, object = (self._id(part) for part in (stated.subject, stated.predicate, stated.object))
        else:
            parts = [self._ref(name, iri) for iri in (RDF.subject, RDF.predicate, RDF.object)]
            if None in parts:
                return
            subject, predicate, object = (part or "" for part in parts)
        status = self._local(name, DKG.status, STATUSES) or "actual"
        confidence = self._text(name, DKG.confidence)
        self.result.add_edge(
            subject,
            object,
            key=name,
            predicate=predicate.removeprefix(DKG.iri),
            status=status,
            attributed_to=self._ref(name, DKG.attributedTo),
            date=self._date(name),
            event=self._ref(name, DKG.event),
            confidence=float(confidence) if confidence else None,
            rule=self._text(name, DKG.rule),
            plain=status == "actual",
            evidence=self._told.get(name) or self._evidence(name),
        )

    @property
    def _told(self) -> Mapping[str, list[dict[str, Any]]]:
        if not hasattr(self, "_told_by_assertion"):
            found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
            for assertion, record in self._details():
                found[assertion].append(record)
            self._told_by_assertion = found
        return self._told_by_assertion

    def _merges(self) -> list[dict[str, Any]]:
        """Return which ids one stands for, with their names and why."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for name in sorted(self.said):
            kept = self._ref(name, DCTERMS.isReplacedBy)
            if kept is not None:
                found[kept].append(name)
        return [
            {
                "ids": [kept, *names],
                "labels": [(kept in self.said and self._text(kept, RDFS.label)) or ""]
                + [self._text(name, DCTERMS.title) or "" for name in names],
                "reasons": sorted({term.value for name in names for term in self.said[name].get(DKG.reason, ())}),
            }
            for kept, names in sorted(found.items())
        ]

    def _plain(self) -> None:
        """Add the plain triples that no assertion states: of a graph without provenance, or the gazetteer's."""
        asserted = {(s, r["predicate"], o) for s, o, r in self.result.edges(data=True) if r["status"] == "actual"}
        for name in sorted(self.kinds):
            for predicate in (*EDGES, "partOf"):
                for object in self._refs(name, DKG[predicate]):
                    if (name, predicate, object) in asserted:
                        continue
                    record = {"predicate": predicate, "status": "actual", "plain": True, "evidence": []}
                    if predicate == "partOf":
                        record["source"] = "gazetteer"
                    key = "assertion_" + digest(name, predicate, object)
                    self.result.add_edge(name, object, key=key, **record)

    def _memberships(self) -> None:
        """Add the memberships that the gazetteer knows."""
        for name, said in sorted(self.said.items()):
            if any(term.value == ORG.Membership for term in said.get(RDF.type, ())):
                member, organization = self._ref(name, ORG.member), self._ref(name, ORG.organization)
                if member is not None and organization is not None:
                    key = "assertion_" + name.partition("_")[2]
                    record = {"predicate": "memberOf", "status": "actual", "source": "gazetteer", "evidence": []}
                    self.result.add_edge(member, organization, key=key, **record)
