"""The description of a dataset counts what is in it."""

from __future__ import annotations

import pyoxigraph as ox

from kg.rdf.mapping import quads
from kg.rdf.options import Options
from kg.vocab import BASE, DKG, VOID
from tests.rdf.samples import sample_graph


def test_counts_are_those_of_the_data() -> None:
    bare = list(quads(sample_graph(), Options(description=False)))
    store = ox.Store()
    store.extend(quads(sample_graph()))
    assert len(store) > len(bare)
    dataset = ox.NamedNode(BASE + "dataset_kg")
    (total,) = store.quads_for_pattern(dataset, ox.NamedNode(VOID.triples), None)
    assert int(total.object.value) == len(bare)
    query = """SELECT ?term ?n { ?dataset void:classPartition ?part . ?part void:class ?term ; void:entities ?n }"""
    for row in store.query(query, prefixes={"void": VOID.iri}):
        found = [quad for quad in bare if quad.object == row["term"] and quad.predicate.value.endswith("#type")]
        assert int(row["n"].value) == len(found), row["term"]
    query = (
        """SELECT ?term ?n { ?dataset void:propertyPartition ?part . ?part void:property ?term ; void:triples ?n }"""
    )
    for row in store.query(query, prefixes={"void": VOID.iri}):
        assert int(row["n"].value) == sum(quad.predicate == row["term"] for quad in bare)
        assert row["term"].value.startswith(DKG.iri)
