"""The file behind a server: each resource is found by place, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.vocab import BASE
from kg.web.dump import SYNTAXES, Dump, to_bytes


def node(name: str) -> ox.NamedNode:
    return ox.NamedNode(name if ":" in name else BASE + name)


QUADS = [
    ox.Quad(node("state_A"), node("urn:p"), ox.Literal('one\n"two"', language="en")),
    ox.Quad(node("state_A"), node("urn:q"), node("state_B")),
    ox.Quad(node("state_B"), node("urn:p"), ox.Literal("b"), node("graph_1")),
    ox.Quad(ox.BlankNode("x"), node("urn:p"), ox.Literal("blank")),
    ox.Quad(node("urn:other"), node("urn:p"), ox.Literal("not ours")),
    # The same thing again, elsewhere and in other graphs: once what is known already.
    ox.Quad(node("state_A"), node("urn:p"), ox.Literal('one\n"two"', language="en"), node("graph_1")),
    ox.Quad(node("state_A"), node("urn:r"), ox.Literal("é\u2028"), node("unasserted_1")),
]


@pytest.fixture
def dump(tmp_path: Path) -> Dump:
    return Dump(QUADS, tmp_path / "graph.nq", base=BASE)


def test_each_resource_is_described_by_all_that_is_said_of_it(dump: Dump) -> None:
    assert dump.describe("state_A") == [QUADS[0].triple, QUADS[1].triple, QUADS[6].triple]
    assert dump.describe("urn:other") == [QUADS[4].triple]
    assert dump.describe("state_C") == []
    assert "state_B" in dump
    assert "state_C" not in dump


def test_all_quads_come_back_in_their_order(dump: Dump) -> None:
    assert [str(quad) for quad in dump.quads()][4:] == [str(quad) for quad in QUADS][4:]
    assert dump.size == len(QUADS)


def test_the_default_graph_leaves_out_what_is_not_asserted(dump: Dump) -> None:
    assert QUADS[6].triple not in list(dump.graph(None))
    assert QUADS[2].triple in list(dump.graph(None))
    assert list(dump.graph(BASE + "unasserted_1")) == [QUADS[6].triple]
    assert dump.graphs == {BASE + "graph_1", BASE + "unasserted_1"}


@pytest.mark.parametrize("syntax", ["ttl", "nt", "jsonld"])
def test_a_graph_is_written_once_in_each_syntax(dump: Dump, syntax: str) -> None:
    path = dump.graph_file(BASE + "graph_1", syntax)
    format = ox.RdfFormat.from_extension(syntax)
    assert format is not None
    assert {quad.triple for quad in ox.parse(path=str(path), format=format)} == {QUADS[2].triple, QUADS[5].triple}
    written = path.stat().st_mtime_ns
    assert dump.graph_file(BASE + "graph_1", syntax).stat().st_mtime_ns == written


def test_nothing_is_written_of_nothing(tmp_path: Path) -> None:
    empty = Dump([], tmp_path / "empty.nq", base=BASE)
    assert list(empty.quads()) == []
    assert all(isinstance(to_bytes([], syntax, base=BASE), bytes) for syntax in SYNTAXES)
