"""JSON-LD: the graph as RDF for programs that read JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import IO, Any

import pyoxigraph as ox

from kg.errors import DataError
from kg.rdf.mapping import quads
from kg.rdf.options import DEFAULT, Options
from kg.vocab import (
    BASE,
    DKG,
    EDGES,
    ITSRDF,
    NIF,
    OA,
    ORG,
    PREFIXES,
    PROV,
    RDF,
    RDFS,
    ROLES,
    SCHEMA,
    SEM,
    SKOS,
    STRUCTURE,
    TIME,
    VOID,
    XSD,
)

LOCAL = re.compile(r"[A-Za-z0-9_-]+")
LINKS = (
    *(DKG[name] for name in (*EDGES, *STRUCTURE, *ROLES)),
    *(DKG[n] for n in "status attributedTo event speaker manner content capacity addressee".split()),
    *(DKG[n] for n in "subjectSpan predicateSpan objectSpan".split()),
    *(RDF[name] for name in "subject predicate object".split()),
    *(PROV[name] for name in "wasDerivedFrom wasGeneratedBy wasAttributedTo used".split()),
    *(SEM[name] for name in "hasActor hasPlace hasTime eventType".split()),
    *(SCHEMA[name] for name in "location organizer attendee about eventStatus".split()),
    *(ORG[name] for name in "member organization".split()),
    *(TIME[name] for name in "hasBeginning hasEnd".split()),
    *(VOID[name] for name in "vocabulary classPartition propertyPartition class property".split()),
    *(OA[name] for name in "hasBody hasTarget".split()),
    SKOS.exactMatch,
    ITSRDF.taIdentRef,
    NIF.referenceContext,
)
NUMBERS = {DKG.confidence: XSD.decimal, **{NIF[n]: XSD.integer for n in ("beginIndex", "endIndex")}}
DAYS = dict.fromkeys((DKG.earliest, DKG.latest, TIME.inXSDDate), XSD.date)
ENGLISH = (RDFS.label, SKOS.altLabel, SCHEMA.name)


def write(graph: Any, path: Path, options: Options = DEFAULT) -> None:
    """Write ``graph`` to ``path`` as JSON-LD with its context inside, one thing a line.

    Raises:
        DataError: ``options`` ask for triple terms, which JSON-LD cannot write, or the graph cannot be RDF.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".part")
    try:
        with draft.open("w", encoding="utf-8") as sink:
            dump(quads(graph, options), sink, options)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def dump(statements: Iterable[ox.Quad], sink: IO[str], options: Options = DEFAULT) -> None:
    """Write ``statements``, grouped by graph and subject, to ``sink``, one thing at a time.

    Raises:
        DataError: ``options`` ask for triple terms.
    """
    if options.statements == "rdf12":
        raise DataError("JSON-LD has no triple terms: choose statements reified, named-graphs or none")
    compact = Compactor(options.base)
    sink.write(f'{{"@context": {json.dumps(context(options.base))},\n"@graph": [')
    start = "\n"
    for graph, in_graph in groupby(statements, key=lambda quad: quad.graph_name):
        things = (compact.thing(subject, own) for subject, own in groupby(in_graph, key=lambda quad: quad.subject))
        if isinstance(graph, ox.DefaultGraph):
            lines: Iterator[str] = map(_line, things)
        else:
            lines = iter(_named(compact.iri(graph.value), things))
        for line in lines:
            sink.write(start + line)
            start = ",\n"
    sink.write("\n]}\n")


def context(base: str = BASE) -> dict[str, Any]:
    """Return the JSON-LD context: prefixes, and how the values of the properties are to be read."""
    prefixes = {**PREFIXES, "dkr": base}
    terms: dict[str, Any] = {name: prefixes[name] for name in sorted(prefixes)}
    coerced: dict[str, dict[str, str]] = {term: {"@type": "@id"} for term in LINKS}
    coerced |= {term: {"@type": short(kind, BASE)} for term, kind in {**NUMBERS, **DAYS}.items()}
    coerced |= {term: {"@language": "en"} for term in ENGLISH}
    for term in sorted(coerced):
        name = short(term, BASE)
        terms[name] = {"@id": name, **coerced[term]}
    return terms


@lru_cache(maxsize=65536)
def short(term: str, base: str) -> str:
    """Return ``term`` with a prefix of the context if one fits, else in full."""
    cut = max(term.rfind("#"), term.rfind("/")) + 1
    name = _names(base).get(term[:cut])
    return f"{name}:{term[cut:]}" if name and LOCAL.fullmatch(term[cut:]) else term


@lru_cache(maxsize=4)
def _names(base: str) -> dict[str, str]:
    return {**{iri: name for name, iri in PREFIXES.items()}, base: "dkr"}


def _line(thing: dict[str, Any]) -> str:
    return json.dumps(thing, ensure_ascii=False)


def _named(name: str, things: Iterable[dict[str, Any]]) -> Iterator[str]:
    yield f'{{"@id": {json.dumps(name)}, "@graph": [\n' + ",\n".join(map(_line, things)) + "\n]}"


class Compactor:
    """Turns quads into compact JSON under one context."""

    def __init__(self, base: str) -> None:
        """Shorten IRIs under ``base``."""
        self.base = base
        self._coerced = dict.fromkeys(LINKS, "@id") | NUMBERS | DAYS

    def iri(self, term: str) -> str:
        """Return ``term`` as short as the context allows."""
        return short(term, self.base)

    def thing(self, subject: Any, own: Iterable[ox.Quad]) -> dict[str, Any]:
        """Return what ``own`` say of ``subject`` as one JSON object."""
        found: dict[str, Any] = {"@id": self.iri(subject.value)}
        for quad in own:
            predicate = quad.predicate.value
            if predicate == RDF.type:
                found.setdefault("@type", []).append(self.iri(quad.object.value))  # type: ignore[union-attr]
                continue
            found.setdefault(self.iri(predicate), []).append(self.value(predicate, quad.object))
        return {key: items[0] if len(items) == 1 and key != "@id" else items for key, items in found.items()}

    def value(self, predicate: str, object: Any) -> str | dict[str, str]:
        """Return ``object`` as the context reads the values of ``predicate``."""
        coerced = self._coerced.get(predicate)
        if isinstance(object, ox.NamedNode):
            name = self.iri(object.value)
            return name if coerced == "@id" else {"@id": name}
        text: str = object.value
        if object.language:
            return (
                text
                if object.language == "en" and predicate in ENGLISH
                else {"@value": text, "@language": object.language}
            )
        kind: str = object.datatype.value
        if kind == coerced or (kind == XSD.string and coerced is None and predicate not in ENGLISH):
            return text
        return {"@value": text, "@type": self.iri(kind)} if kind != XSD.string else {"@value": text}
