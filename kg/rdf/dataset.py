"""The dataset as VoID and DCAT describe it: counts, vocabularies, licence of the description.

Source: Describing Linked Datasets with the VoID Vocabulary (W3C, 2011); DCAT version 3 (W3C, 2024).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import pyoxigraph as ox

from kg.rdf.blocks import Block
from kg.rdf.describe import Pair
from kg.rdf.options import Options
from kg.rdf.terms import count, english, iri, plain
from kg.vocab import DCAT, DCTERMS, DKG, PREFIXES, RDF, RDFS, VOID

VOCABULARIES = ("dkg", "foaf", "geo", "nif", "org", "prov", "schema", "sem", "skos", "time")
TYPE = iri(RDF.type)
BATCH = 4096


class Tally:
    """Counts of what was written: triples, and how many of each property and class."""

    def __init__(self) -> None:
        """Start at nothing."""
        self._waiting: list[int] = []
        self._kinds: list[Any] = []
        self._counts: Counter[int] = Counter()
        self._classes: Counter[Any] = Counter()
        # Predicates are a few objects, and to hash an IRI for each triple costs about as much as to make the triple:
        # they are told apart by identity, and kept so that no other object takes it over.
        self._terms: dict[int, ox.NamedNode] = {}
        self._types: tuple[int, ...] = ()

    def add(self, pairs: list[Pair]) -> None:
        """Count the ``pairs`` of predicate and object that are said of one thing, its types first."""
        keys = [id(predicate) for predicate, _ in pairs]
        if not self._terms.keys() >= set(keys):
            self._terms.update((id(predicate), predicate) for predicate, _ in pairs)
            self._types = tuple(key for key, term in self._terms.items() if term == TYPE)
        types = sum(map(keys.count, self._types))
        self._kinds += [object for _, object in pairs[:types]]
        self._waiting += keys
        if len(self._waiting) >= BATCH:
            self._count()

    def _count(self) -> None:
        self._counts.update(self._waiting)
        self._classes.update(self._kinds)
        self._waiting.clear()
        self._kinds.clear()

    @property
    def triples(self) -> int:
        """Return the number of triples."""
        self._count()
        return self._counts.total()

    @property
    def properties(self) -> Counter[ox.NamedNode]:
        """Return the number of triples of each property."""
        self._count()
        found: Counter[ox.NamedNode] = Counter()
        for key, amount in self._counts.items():
            found[self._terms[key]] += amount
        return found

    @property
    def classes(self) -> Counter[Any]:
        """Return the number of things of each class."""
        self._count()
        return self._classes


def describe_dataset(tally: Tally, options: Options) -> Iterator[Block]:
    """Yield the description of a dataset that ``tally`` counted, itself not counted, in the default graph."""
    base = options.base
    partitions = list(_partitions(tally, base))
    classes, properties = len(tally.classes), len(tally.properties)
    pairs: list[Pair] = [
        (TYPE, iri(VOID.Dataset)),
        (TYPE, iri(DCAT.Dataset)),
        (iri(RDFS.label), english("Knowledge graph of diplomatic events")),
        (iri(DCTERMS.title), english("Knowledge graph of diplomatic events")),
        (
            iri(DCTERMS.description),
            english("Who met, backed, accused or sanctioned whom, when and where, and which sentence says so."),
        ),
        (iri(DCTERMS.conformsTo), iri(DKG.iri.rstrip("#"))),
        (iri(VOID.uriSpace), plain(base)),
        *((iri(VOID.vocabulary), iri(PREFIXES[prefix])) for prefix in VOCABULARIES),
        (iri(VOID.triples), count(tally.triples)),
        (iri(VOID.classes), count(classes)),
        (iri(VOID.properties), count(properties)),
        *((iri(link), partition) for link, partition, *_ in partitions),
    ]
    yield Block("", base + "dataset_kg", pairs)
    for _, partition, key, term, number, amount in partitions:
        yield Block("", partition.value, [(iri(key), term), (iri(number), count(amount))])


def _partitions(tally: Tally, base: str) -> Iterator[tuple[str, ox.NamedNode, str, ox.NamedNode, str, int]]:
    """Yield, for each of our classes and properties: link, partition, what it is by, that term, the count's name."""
    for link, key, number, counts in (
        (VOID.classPartition, VOID["class"], VOID.entities, tally.classes),
        (VOID.propertyPartition, VOID.property, VOID.triples, tally.properties),
    ):
        for term, amount in sorted(counts.items(), key=lambda item: item[0].value):
            if not term.value.startswith(DKG.iri):
                continue
            name = sha256(f"{key} {term.value}".encode()).hexdigest()[:16]
            yield link, iri(f"{base}partition_{name}"), key, term, number, amount
