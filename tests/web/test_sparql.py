"""The SPARQL endpoint: forms of asking, forms of answering, and what is refused."""

from __future__ import annotations

import csv
import io
import json
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
from starlette.testclient import TestClient

from kg.web.app import create_app
from kg.web.library import Library
from tests.rdf.samples import entity_id, resource

KENYA = resource(entity_id("Kenya"))
NAMES = f"SELECT ?name {{ <{KENYA}> rdfs:label ?name }}"
ALL = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


def names(answer: str) -> list[str]:
    return [row["name"]["value"] for row in json.loads(answer)["results"]["bindings"]]


def test_a_query_is_asked_by_get(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": NAMES})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/sparql-results+json"
    assert names(answer.text) == ["Kenya"]


def test_a_query_is_asked_by_a_form(client: TestClient) -> None:
    assert names(client.post("/sparql", data={"query": NAMES}).text) == ["Kenya"]


def test_a_query_is_asked_as_the_body(client: TestClient) -> None:
    headers = {"Content-Type": "application/sparql-query; charset=utf-8"}
    assert names(client.post("/sparql", content=NAMES.encode(), headers=headers).text) == ["Kenya"]


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("text/csv;q=0.3, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        ("image/png, */*;q=0.1", "application/sparql-results+json"),
    ],
)
def test_a_table_comes_in_the_form_asked_for(client: TestClient, accept: str, kind: str) -> None:
    answer = client.get("/sparql", params={"query": NAMES}, headers={"Accept": accept})
    assert answer.headers["content-type"].partition(";")[0] == kind
    assert "accept" in answer.headers["vary"].lower()
    assert "Kenya" in answer.text


def test_each_form_of_a_table_holds_the_same_rows(client: TestClient) -> None:
    query = "SELECT ?s ?name { ?s a dkg:State ; rdfs:label ?name } ORDER BY ?name"
    got = {form: client.get("/sparql", params={"query": query, "format": form}).text for form in ("json", "csv", "xml")}
    wanted = names(got["json"])
    assert wanted == ["Austria", "Kenya", "Moldova", "Switzerland"]
    assert [row[1] for row in csv.reader(io.StringIO(got["csv"]))][1:] == wanted
    spaced = "{http://www.w3.org/2005/sparql-results#}"
    assert [node.text for node in ElementTree.fromstring(got["xml"]).iter(f"{spaced}literal")] == wanted


@pytest.mark.parametrize(
    ("accept", "syntax"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
    ],
)
def test_a_graph_comes_in_the_form_asked_for(client: TestClient, accept: str, syntax: ox.RdfFormat) -> None:
    answer = client.get("/sparql", params={"query": ALL}, headers={"Accept": accept})
    assert answer.headers["content-type"].partition(";")[0] == accept
    count = client.get("/sparql", params={"query": "SELECT (COUNT(*) AS ?name) { ?s ?p ?o }"})
    assert len(list(ox.parse(answer.content, format=syntax))) == int(names(count.text)[0])


def test_a_truth_value_is_told(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": f"ASK {{ <{KENYA}> a dkg:State }}"})
    assert json.loads(answer.text)["boolean"] is True


def test_what_no_form_can_hold_is_not_acceptable(client: TestClient) -> None:
    assert client.get("/sparql", params={"query": NAMES}, headers={"Accept": "image/png"}).status_code == 406
    assert client.get("/sparql", params={"query": NAMES, "format": "ttl"}).status_code == 406


def test_a_reader_with_a_browser_is_led_to_the_editor(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": NAMES}, headers={"Accept": "text/html,*/*;q=0.8"})
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/query?query=SELECT")


@pytest.mark.parametrize(
    "query",
    [
        "DROP ALL",
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "PREFIX a: <urn:a> DELETE WHERE { ?s ?p ?o }",
        "LOAD <file:///etc/passwd>",
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    ],
)
def test_what_does_not_only_read_is_refused(client: TestClient, query: str) -> None:
    assert client.get("/sparql", params={"query": query}).status_code == 403
    assert client.post("/sparql", data={"query": query}).status_code == 403


def test_updates_are_refused_in_every_way_of_asking(client: TestClient) -> None:
    update = "INSERT DATA { <urn:a> <urn:b> <urn:c> }"
    headers = {"Content-Type": "application/sparql-update"}
    assert client.post("/sparql", content=update, headers=headers).status_code == 403
    assert client.post("/sparql", data={"update": update}).status_code == 403
    assert client.get("/sparql", params={"update": update}).status_code == 403


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"params": {"query": " "}}, 400),
        ({"params": {"query": "SELECT"}}, 400),
        ({"params": {"query": ["ASK {}", "ASK {}"]}}, 400),
        ({"params": {"query": "ASK {}", "default-graph-uri": "not an iri"}}, 400),
        ({"params": {"query": "ASK {} # " + "x" * 60_000}}, 200),
    ],
)
def test_a_malformed_request_is_told_so(client: TestClient, given: dict[str, dict[str, str]], status: int) -> None:
    assert client.get("/sparql", **given).status_code == status


def test_a_query_of_unreasonable_length_is_refused(client: TestClient) -> None:
    assert client.post("/sparql", data={"query": "ASK {} # " + "x" * 110_000}).status_code == 400


def test_a_body_of_another_kind_is_refused(client: TestClient) -> None:
    assert client.post("/sparql", content=b"ASK {}").status_code == 415
    assert (
        client.post("/sparql", content=b"\xff", headers={"Content-Type": "application/sparql-query"}).status_code == 400
    )
    assert client.put("/sparql", content=b"ASK {}").status_code == 405


def test_graphs_named_outside_the_query_are_its_data_set(client: TestClient) -> None:
    ask = {"query": "ASK { ?s ?p ?o }", "default-graph-uri": "urn:nothing"}
    assert json.loads(client.get("/sparql", params=ask).text)["boolean"] is False
    assert json.loads(client.get("/sparql", params={**ask, "default-graph-uri": ""}).text)["boolean"] is True


def test_a_query_without_end_is_stopped_and_the_next_is_answered(library: Library) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(9)) + " }"
    with TestClient(create_app(library, timeout_s=1), base_url="http://localhost") as client:
        stopped = client.get("/sparql", params={"query": endless})
        assert stopped.status_code == 503
        assert "time limit" in stopped.text
    with TestClient(create_app(library), base_url="http://localhost") as client:
        assert names(client.get("/sparql", params={"query": NAMES}).text) == ["Kenya"]


def test_a_query_is_answered_while_another_one_runs(library: Library) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(9)) + " }"
    library.start()
    with TestClient(create_app(library, timeout_s=4), base_url="http://localhost") as client:
        with ThreadPoolExecutor() as pool:
            waiting = pool.submit(client.get, "/sparql", params={"query": endless})
            answers = [client.get("/sparql", params={"query": NAMES}) for _ in range(3)]
            assert not waiting.done()
            assert [names(answer.text) for answer in answers] == [["Kenya"]] * 3
        assert waiting.result().status_code == 503
        assert names(client.get("/sparql", params={"query": NAMES}).text) == ["Kenya"]


def test_a_result_that_was_cut_says_so(library: Library) -> None:
    with TestClient(create_app(library, max_rows=3), base_url="http://localhost") as client:
        answer = client.get("/sparql", params={"query": "SELECT ?name { ?name ?p ?o }"})
        assert len(names(answer.text)) == 3
        assert answer.headers["x-result-cut"] == "after 3"
