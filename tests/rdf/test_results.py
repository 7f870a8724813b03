"""Results in the formats of SPARQL, read back by others."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.rdf.results import WRITERS, Result, short, to_csv, to_json, to_text, to_tsv, to_turtle, to_xml
from kg.vocab import BASE, DKG, XSD

HOSTILE = 'a "b", <c> & d\n\te\x07'
TERMS = (
    ox.NamedNode(BASE + "state_AT"),
    ox.Literal(HOSTILE, language="en"),
    ox.Literal("0.5", datatype=ox.NamedNode(XSD.decimal)),
    ox.Literal("plain"),
    ox.BlankNode("x"),
    None,
)
TABLE = Result("table", ("a", "b", "c", "d", "e", "f"), (TERMS,))
TRIPLE = ox.Triple(ox.NamedNode(BASE + "state_AT"), ox.NamedNode(DKG.aids), ox.NamedNode(BASE + "state_MD"))
GRAPH = Result("graph", triples=(TRIPLE,))


def test_json_is_read_back_by_oxigraph() -> None:
    rows = list(ox.parse_query_results(to_json(TABLE).encode(), format=ox.QueryResultsFormat.JSON))
    assert [rows[0][name] for name in "abcd"] == list(TERMS[:4])
    assert json.loads(to_json(Result("truth", truth=True)))["boolean"] is True


def test_xml_is_read_back_by_oxigraph_without_characters_that_xml_lacks() -> None:
    text = to_xml(TABLE)
    rows = list(ox.parse_query_results(text.encode(), format=ox.QueryResultsFormat.XML))
    assert rows[0]["b"].value == HOSTILE.replace("\x07", "\ufffd")
    assert rows[0]["c"] == TERMS[2]
    assert ElementTree.fromstring(to_xml(Result("truth"))).find("{*}boolean") is not None


def test_csv_and_tsv_keep_one_row_a_record() -> None:
    assert list(csv.reader(io.StringIO(to_csv(TABLE))))[1] == [BASE + "state_AT", HOSTILE, "0.5", "plain", "_:x", ""]
    assert len(to_tsv(TABLE).splitlines()) == 2
    assert len(to_tsv(TABLE).splitlines()[1].split("\t")) == 6
    assert to_csv(Result("truth", truth=True)) == "true\r\n"


def test_a_graph_is_turtle_or_a_table_of_three_columns() -> None:
    assert "dkr:state_AT dkg:aids dkr:state_MD ." in to_turtle(GRAPH)
    assert to_csv(GRAPH).splitlines()[0] == "subject,predicate,object"
    assert json.loads(to_json(GRAPH))["head"]["vars"] == ["subject", "predicate", "object"]
    with pytest.raises(QueryError, match="CONSTRUCT"):
        to_turtle(TABLE)


def test_a_table_is_aligned_for_reading() -> None:
    lines = to_text(Result("table", ("who", "n"), ((ox.Literal("Austria"), ox.Literal(1)),))).splitlines()
    assert lines == ["who      n", "-------  -", "Austria  1"]
    assert to_text(Result("table", ("who",))) == "who\n---\n"
    assert to_text(Result("truth", truth=True)) == "yes\n"


def test_triple_terms_are_written_in_json_and_xml() -> None:
    result = Result("table", ("t",), ((TRIPLE,),))
    assert json.loads(to_json(result))["results"]["bindings"][0]["t"]["type"] == "triple"
    assert "<triple>" in to_xml(result)


def test_short_forms_are_unambiguous() -> None:
    assert short(TERMS[0]) == "dkr:state_AT"
    assert short(ox.NamedNode("http://unheard.example/x")) == "http://unheard.example/x"
    assert short(None) == ""


def test_every_format_writes_every_kind_it_can() -> None:
    for name, write in WRITERS.items():
        for result in (TABLE, GRAPH, Result("truth")):
            if name == "ttl" and result.kind != "graph":
                continue
            assert write(result)
