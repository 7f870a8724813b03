"""The dataset as VoID and DCAT describe it: counts, vocabularies, licence of the description.

Source: Describing Linked Datasets with the VoID Vocabulary (W3C, 2011); DCAT version 3 (W3C, 2024).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

import pyoxigraph as ox

from kg.rdf.options import Options
from kg.rdf.terms import count, english, iri, plain
from kg.vocab import DCAT, DCTERMS, DKG, PREFIXES, RDF, RDFS, VOID

VOCABULARIES = ("dkg", "foaf", "geo", "nif", "org", "prov", "schema", "sem", "skos", "time")
TYPE = iri(RDF.type)


class Tally:
    """Counts of what was written: triples, and how many of each property and class."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.triples = 0
        self.properties: Counter[ox.NamedNode] = Counter()
        self.classes: Counter[ox.NamedNode] = Counter()

    def over(self, quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
        """Yield ``quads`` and count them."""
        properties, classes = self.properties, self.classes
        for quad in quads:
            predicate = quad.predicate
            properties[predicate] += 1
            if predicate == TYPE and isinstance(quad.object, ox.NamedNode):
                classes[quad.object] += 1
            yield quad
        self.triples = properties.total()


def describe_dataset(tally: Tally, options: Options) -> Iterator[ox.Quad]:
    """Yield the description of a dataset that ``tally`` counted, itself not counted, in the default graph."""
    base = options.base
    dataset = iri(base + "dataset_kg")
    partitions = list(_partitions(tally, base))
    pairs: list[tuple[ox.NamedNode, ox.NamedNode | ox.Literal]] = [
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
        (iri(VOID.classes), count(len(tally.classes))),
        (iri(VOID.properties), count(len(tally.properties))),
        *((iri(link), partition) for link, partition, *_ in partitions),
    ]
    for predicate, object in pairs:
        yield ox.Quad(dataset, predicate, object)
    for _, partition, key, term, number, amount in partitions:
        yield ox.Quad(partition, iri(key), term)
        yield ox.Quad(partition, iri(number), count(amount))


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
