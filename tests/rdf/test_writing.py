"""Files of RDF are the same bytes at every run, and are read by others with the same count."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DataError
from kg.rdf.blocks import to_blocks
from kg.rdf.mapping import blocks, quads
from kg.rdf.options import Options
from kg.rdf.writing import FORMATS, to_bytes, write_file
from kg.vocab import BASE, DKG, GEO, RDF, XSD
from tests.rdf.samples import hostile_graph, sample_graph

SCRIPT = """
import hashlib
from kg.rdf.blocks import to_blocks
from kg.rdf.mapping import blocks, quads
from kg.rdf.options import Options
from kg.rdf.writing import to_bytes
from kg.vocab import BASE
from tests.rdf.samples import sample_graph
named = Options(statements="named-graphs", spans=True)
data = [to_bytes(quads(sample_graph(), named), syntax, base=BASE) for syntax in ("nq", "trig")]
print(hashlib.sha256(b"".join(data)).hexdigest())
"""


def test_two_processes_write_the_same_bytes() -> None:
    def run(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        return subprocess.run(
            [sys.executable, "-c", SCRIPT], env=environment, check=True, capture_output=True, text=True
        ).stdout

    assert run("1") == run("2") != ""


@pytest.mark.parametrize("syntax", sorted(FORMATS))
@pytest.mark.parametrize("make", [sample_graph, hostile_graph])
def test_rdflib_and_oxigraph_count_the_same(syntax: str, make: object) -> None:
    graph = sample_graph() if make is sample_graph else hostile_graph()
    named = syntax in ("nq", "trig")
    options = Options(statements="named-graphs" if named else "reified", text="full")
    written = [quad if named else quad.triple for quad in quads(graph, options)]
    data = to_bytes(written, syntax, base=BASE)
    assert set(ox.parse(data, format=FORMATS[syntax])) == {ox.Quad(*item) for item in written}
    dataset = rdflib.Dataset().parse(
        data=data, format={"ttl": "turtle", "nt": "nt", "nq": "nquads"}.get(syntax, syntax)
    )
    assert len(dataset) == len(written)


@pytest.mark.skipif(shutil.which("rapper") is None, reason="needs Debian's raptor2-utils")
@pytest.mark.parametrize(("syntax", "name"), [("ttl", "turtle"), ("nt", "ntriples"), ("nq", "nquads")])
@pytest.mark.parametrize("hostile", [False, True])
def test_rapper_counts_the_same(syntax: str, name: str, hostile: bool, tmp_path: Path) -> None:
    path = tmp_path / f"graph.{syntax}"
    written = list(quads(hostile_graph() if hostile else sample_graph(), Options(text="full")))
    write_file(to_blocks(written), path, syntax, base=BASE)
    answer = subprocess.run(["rapper", "-c", "-i", name, str(path)], capture_output=True, text=True, check=True)
    assert f"returned {len(written)} triples" in answer.stderr


def test_turtle_has_a_sorted_header_and_an_empty_line_between_blocks() -> None:
    text = to_bytes((q.triple for q in quads(sample_graph())), "ttl", base=BASE).decode()
    header, _, body = text.partition("\n\n")
    names = [line.split()[1] for line in header.splitlines()]
    assert names == sorted(names)
    assert "dkr:" in names
    blocks = body.split("\n\n")
    subjects = [block.split()[0] for block in blocks]
    assert len(subjects) == len(set(subjects))
    assert text.endswith(" .\n")
    assert "@prefix" not in body


NODES = st.sampled_from(
    ["a:b", BASE + "state_RU", BASE + "a/b", BASE, DKG.aids, RDF.type, "http://e.org/-x", "urn:x:é"]
)
KINDS = st.sampled_from([XSD.integer, XSD.decimal, XSD.date, XSD.string, GEO.wktLiteral, "urn:kind"])
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["0", "-1.50", "1.", ".5", "1e3"]
)
LITERALS = (
    st.builds(ox.Literal, TEXT)
    | st.builds(lambda text: ox.Literal(text, language="en-gb"), TEXT)
    | st.builds(lambda text, kind: ox.Literal(text, datatype=ox.NamedNode(kind)), TEXT, KINDS)
)
RESOURCES = st.builds(ox.NamedNode, NODES)
SUBJECTS = RESOURCES | st.builds(ox.BlankNode, st.sampled_from(["x", "y1"]))
TERMS = SUBJECTS | LITERALS | st.builds(ox.Triple, RESOURCES, RESOURCES, LITERALS)
QUADS = st.builds(ox.Quad, SUBJECTS, RESOURCES, TERMS, RESOURCES | st.just(ox.DefaultGraph()))


@pytest.mark.parametrize("syntax", sorted(FORMATS))
@given(st.lists(QUADS, max_size=8))
def test_any_quads_come_back(syntax: str, written: list[ox.Quad]) -> None:
    named = syntax in ("nq", "trig")
    expected = {quad if named else ox.Quad(*quad.triple) for quad in written}
    data = to_bytes(written, syntax, base=BASE)
    found = set(ox.parse(data, format=FORMATS[syntax], rename_blank_nodes=False))
    assert found == expected


def test_a_failed_export_leaves_the_last_one(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text("the last one")
    graph = sample_graph()
    graph.nodes["state_AT"]["kind"] = "Planet"
    with pytest.raises(DataError):
        write_file(blocks(graph), path, "ttl", base=BASE)
    assert path.read_text() == "the last one"
    assert list(tmp_path.iterdir()) == [path]


def test_an_empty_graph_is_an_empty_file() -> None:
    assert to_bytes([], "nt", base=BASE) == b""
    assert not list(ox.parse(to_bytes([], "ttl", base=BASE), format=ox.RdfFormat.TURTLE))
