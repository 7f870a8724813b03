"""RDF → graph → RDF gives the same statements."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.exporters import EXPORTERS
from kg.rdf.mapping import quads
from kg.rdf.options import STATEMENTS, TEXTS, Options, Statements, Text
from kg.rdf.reading import graph_from_file, graph_from_rdf
from tests.rdf.samples import hostile_graph, sample_graph


@pytest.mark.parametrize("statements", STATEMENTS)
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("spans", [False, True])
def test_a_graph_read_back_says_the_same(statements: Statements, text: Text, spans: bool) -> None:
    options = Options(statements=statements, text=text, spans=spans)
    graph = sample_graph()
    record = {"predicate": "memberOf", "status": "actual", "plain": True, "source": "gazetteer"}
    graph.add_edge("state_AT", "organization_Q81299", key="gazetteer_1", **record)
    written = list(quads(graph, options))
    assert list(quads(graph_from_rdf(written), options)) == written


@pytest.mark.parametrize("name", ["ttl", "nt", "nq", "trig", "jsonld"])
def test_every_syntax_can_be_read_back(name: str, tmp_path: Path) -> None:
    path = tmp_path / EXPORTERS[name].filename
    EXPORTERS[name].write(sample_graph(), path, Options())
    assert set(quads(graph_from_file(path))) == set(quads(sample_graph()))


def test_with_full_text_and_spans_the_graph_itself_comes_back() -> None:
    options = Options(text="full", spans=True)
    graph, back = sample_graph(), graph_from_rdf(quads(sample_graph(), options))
    assert set(back.nodes) == set(graph.nodes)
    for name, record in graph.nodes(data=True):
        same = back.nodes[name]
        keys = set(record) - {"facts", "evidence", "history"}
        assert {key: same[key] for key in keys} == {key: record[key] for key in keys}
    assert {key for *_, key in back.edges(keys=True)} >= {k for *_, k in graph.edges(keys=True) if k.startswith("as")}
    for subject, object, key, record in graph.edges(keys=True, data=True):
        if record.get("source") != "gazetteer":
            assert _sorted(back.edges[subject, object, key]) == _sorted(record)
    assert back.graph["sentences"] == graph.graph["sentences"]
    assert sorted(map(str, back.graph["mentions"])) == sorted(map(str, graph.graph["mentions"]))


def _sorted(record: dict[str, Any]) -> dict[str, Any]:
    evidence = sorted(({**e} for e in record["evidence"]), key=lambda e: (e["sentence"], e["rule"]))
    return {**record, "evidence": evidence}


def test_a_hostile_graph_comes_back_whole() -> None:
    options = Options(text="full", spans=True)
    written = list(quads(hostile_graph(), options))
    assert set(quads(graph_from_rdf(written), options)) == set(written)


def test_things_of_others_are_left_out() -> None:
    graph = graph_from_rdf(quads(sample_graph()), base="https://example.org/")
    assert not graph.nodes
    assert not graph.graph["articles"]


@pytest.mark.parametrize("text", ["", "this is no RDF", "<a> <b> ."])
def test_a_file_that_is_no_rdf_gives_one_clear_line(text: str, tmp_path: Path) -> None:
    path = tmp_path / "x.ttl"
    path.write_text(text)
    if not text:
        assert not graph_from_file(path).nodes
        return
    with pytest.raises(InputError, match="not RDF"):
        graph_from_file(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        graph_from_file(tmp_path / "none.ttl")
