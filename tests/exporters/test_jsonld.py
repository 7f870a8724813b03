"""JSON-LD says what the other syntaxes say, with the context that the ontology publishes."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import DataError
from kg.exporters.jsonld import context, dump, write
from kg.rdf.mapping import blocks, quads
from kg.rdf.options import Options, Statements
from kg.vocab import ontology_folder
from tests.rdf.samples import hostile_graph, sample_graph


@pytest.mark.parametrize("statements", ["reified", "named-graphs", "none"])
@pytest.mark.parametrize("hostile", [False, True])
def test_the_same_quads_come_back(statements: Statements, hostile: bool, tmp_path: Path) -> None:
    options = Options(statements=statements, text="full", spans=True)
    graph = hostile_graph() if hostile else sample_graph()
    write(graph, tmp_path / "x.jsonld", options)
    back = ox.parse(path=str(tmp_path / "x.jsonld"), format=ox.RdfFormat.JSON_LD)
    assert set(back) == set(quads(graph, options))


def test_rdflib_reads_as_many_triples(tmp_path: Path) -> None:
    write(sample_graph(), tmp_path / "x.jsonld")
    assert len(rdflib.Graph().parse(tmp_path / "x.jsonld")) == len(list(quads(sample_graph())))


def test_the_context_is_the_published_one() -> None:
    published = json.loads((ontology_folder() / "context.jsonld").read_text("utf-8"))
    assert published == {"@context": context()}


def test_values_are_short_for_those_who_read_json_only() -> None:
    sink = io.StringIO()
    dump(blocks(sample_graph()), sink)
    things = {thing["@id"]: thing for thing in json.loads(sink.getvalue())["@graph"]}
    assert things["dkr:state_AT"]["rdfs:label"] == "Austria"
    assert things["dkr:state_AT"]["skos:exactMatch"] == "wd:Q40"
    assertion = next(thing for thing in things.values() if thing.get("rdf:predicate") == "dkg:assaults")
    assert assertion["dkg:confidence"] == "0.88"
    assert assertion["dkg:earliest"] == "2023-03-30"


def test_triple_terms_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no triple terms"):
        write(sample_graph(), tmp_path / "x.jsonld", Options(statements="rdf12"))
    assert not list(tmp_path.iterdir())
