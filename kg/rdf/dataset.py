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
# Pairs counted at once: few enough to stay in the processor's cache.
BATCH = 500


class Tally:
    """Counts of what was written: triples, and how many of each property and class."""

    def __init__(self) -> None:
        """Start at nothing."""
        self._waiting: list[Pair] = []
        self._properties: Counter[ox.NamedNode] = Counter()
        self._classes: Counter[Any] = Counter()

    def add(self, pairs: list[Pair]) -> None:
        """Count the ``pairs`` of predicate and object that are said of one thing."""
        self._waiting += pairs
        if len(self._waiting) >= BATCH:
            self._count()

    def _count(self) -> None:
        self._properties.update([predicate for predicate, _ in self._waiting])
        self._classes.update([object for predicate, object in self._waiting if predicate == TYPE])
        self._waiting.clear()

    @property
    def triples(self) -> int:
        """Return the number of triples."""
        return self.properties.total()

    @property
    def properties(self) -> Counter[ox.NamedNode]:
        """Return the number of triples of each property."""
        self._count()
        return self._properties

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
