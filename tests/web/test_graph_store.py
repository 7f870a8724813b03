"""Whole graphs: read, and never written."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from starlette.testclient import TestClient

from kg.rdf.options import Options
from kg.web.app import create_app
from kg.web.library import Library
from tests.rdf.samples import resource, sample_graph
from tests.sample_facts import VIENNA


def test_the_default_graph_is_everything(client: TestClient, library: Library) -> None:
    answer = client.get("/graphs?default", headers={"Accept": "application/n-triples"})
    assert answer.headers["content-type"] == "application/n-triples"
    wanted = {quad.triple for quad in library.dump.quads()}
    assert {quad.triple for quad in ox.parse(answer.content, format=ox.RdfFormat.N_TRIPLES)} == wanted
    turtle = client.get("/graphs?default").content
    assert {quad.triple for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE)} == wanted


def test_head_tells_the_length_only(client: TestClient) -> None:
    answer = client.head("/graphs?default")
    assert answer.status_code == 200
    assert int(answer.headers["content-length"]) > 1000
    assert answer.content == b""


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_graphs_are_not_written(client: TestClient, method: str) -> None:
    answer = client.request(method, "/graphs?default", content=b"<urn:a> <urn:b> <urn:c> .")
    assert answer.status_code == 405
    assert set(answer.headers["allow"].replace(" ", "").split(",")) == {"GET", "HEAD"}


@pytest.mark.parametrize(
    ("query", "status"),
    [("", 400), ("?default&graph=urn:a", 400), ("?graph=urn:nothing", 404), ("?graph=../../etc/passwd", 404)],
)
def test_what_is_no_graph_is_told_so(client: TestClient, query: str, status: int) -> None:
    assert client.get(f"/graphs{query}").status_code == status
    assert client.get("/graphs?default", headers={"Accept": "image/png"}).status_code == 406


def test_named_graphs_are_read_by_their_names_and_what_is_not_asserted_stays_out_of_the_default_graph() -> None:
    with Library(sample_graph(), options=Options(statements="named-graphs")) as library:
        client = TestClient(create_app(library), base_url="http://localhost")
        name = "graph_" + VIENNA.node.removeprefix("article_")
        asserted = {q.triple for q in library.dump.quads() if q.graph_name == ox.NamedNode(resource(name))}
        nt = {"Accept": "application/n-triples"}
        for path in (f"/graphs?graph={resource(name)}", f"/resource/{name}"):
            answer = client.get(path, headers=nt)
            assert {quad.triple for quad in ox.parse(answer.content, format=ox.RdfFormat.N_TRIPLES)} == asserted
        other = client.get(f"/graphs?graph={resource(name.replace('graph_', 'unasserted_'))}", headers=nt).content
        hidden = {quad.triple for quad in ox.parse(other, format=ox.RdfFormat.N_TRIPLES)}
        default = client.get("/graphs?default", headers=nt).content
        assert hidden
        assert not hidden & {quad.triple for quad in ox.parse(default, format=ox.RdfFormat.N_TRIPLES)}
        ask = {"query": "ASK { ?s ?p ?o }", "default-graph-uri": resource(name)}
        assert client.get("/sparql", params=ask).json()["boolean"] is True
