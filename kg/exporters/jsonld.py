"""JSON-LD: the graph as RDF for programs that read JSON."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import IO, Any

import pyoxigraph as ox

from kg.errors import DataError
from kg.rdf.blocks import Block
from kg.rdf.describe import Pair
from kg.rdf.mapping import blocks
from kg.rdf.options import DEFAULT, Options
from kg.rdf.terms import short
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

LINKS = (
    *(DKG[name] for name in (*EDGES, *STRUCTURE, *ROLES)),
    *(DKG[n] for n in "status attributedTo event speaker manner outcome content capacity addressee".split()),
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
    write_things(blocks(graph, options), path, options)


def write_things(things: Iterable[Block], path: Path, options: Options = DEFAULT) -> None:
    """Write blocks to the file ``path``, which stays as it was if anything fails.

    Raises:
        DataError: ``options`` ask for triple terms.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".part")
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as sink:
            dump(things, sink, options)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def dump(things: Iterable[Block], sink: IO[str], options: Options = DEFAULT) -> None:
    """Write blocks to ``sink``, one thing at a time.

    Raises:
        DataError: ``options`` ask for triple terms.
    """
    if options.statements == "rdf12":
        raise DataError("JSON-LD has no triple terms: choose statements reified, named-graphs or none")
    compact = Compactor(options.base)
    sink.write(f'{{"@context": {json.dumps(context(options.base))},\n"@graph": [')
    start = "\n"
    # What is there already, a whole graph perhaps, need not be looked through for garbage again and again.
    gc.freeze()
    try:
        for graph, inside in groupby(things, key=lambda block: block.graph):
            records = (compact.thing(subject, pairs) for _, subject, pairs in inside)
            lines = iter(_named(compact.iri(graph), records)) if graph else map(_line, records)
            for line in lines:
                sink.write(start + line)
                start = ",\n"
    finally:
        gc.unfreeze()
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

    def thing(self, subject: str, pairs: Iterable[Pair]) -> dict[str, Any]:
        """Return what ``pairs`` say of ``subject`` as one JSON object."""
        found: dict[str, Any] = {"@id": self.iri(subject)}
        for term, object in pairs:
            predicate = term.value
            if predicate == RDF.type:
                found.setdefault("@type", []).append(self.iri(object.value))  # type: ignore[union-attr]
                continue
            found.setdefault(self.iri(predicate), []).append(self.value(predicate, object))
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
