"""Whatever a client sends and whatever articles hold: it stays text, nothing is changed, and the server goes on."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

import pytest
from lxml import html
from starlette.testclient import TestClient

from kg.rdf.questions import load_questions
from kg.web.app import create_app
from kg.web.library import Library
from tests.rdf.samples import entity_id
from tests.web.conftest import running
from tests.web.hostile import HOSTILE

BROWSER = {"Accept": "text/html"}
KENYA = entity_id("Kenya")
INJECTIONS = (
    *HOSTILE,
    "> } ; DROP ALL ; SELECT * { <",
    '"@en . } ; INSERT DATA { <urn:a> <urn:b> <urn:c> } #',
    "http://a b/>",
    "http://example.org/> ?p ?o } UNION { ?s ?p ?o } #",
    "https://example.org/a\\u003E",
    "../../../etc/passwd",
    "%00",
    "9" * 5000,
)
MALFORMED = (
    "",
    ",",
    ";",
    "/",
    "*",
    "text",
    "text/",
    "/html",
    "text/html;q",
    "text/html;q=",
    "text/html;q=high",
    "text/html;q=-1",
    "text/html;q=9e999",
    'text/html;x="',
    "text/html/turtle",
    ",,,;;;===",
    "text/html, " * 5000,
    'a/b;"' * 300,
    "\x01text/html",
    "é/ü",
)
# Every address that takes something from the client, X in its place.
ADDRESSES = [
    "/search?q=X",
    "/search?q=a&page=X",
    "/things?kind=X",
    "/things?page=X",
    "/events?kind=X",
    "/events?status=X",
    "/articles?source=X",
    "/articles?page=X",
    "/date/X",
    "/resource/X",
    f"/resource/{KENYA}.X",
    f"/resource/{KENYA}?property=X",
    f"/resource/{KENYA}?status=X",
    f"/resource/{KENYA}?events=X",
    "/dossier?about=X",
    f"/dossier?about={KENYA}&about=X",
    "/graph?about=X",
    "/query?query=X",
    "/queries/X",
    "/sparql?query=X",
    "/sparql?query=ASK+%7B%7D&default-graph-uri=X",
    "/sparql?query=ASK+%7B%7D&named-graph-uri=X",
    "/sparql?query=ASK+%7B%7D&format=X",
    "/graphs?graph=X",
    "/static/X",
    "/X",
    *(
        f"/queries/{question.name}?{param.name}=X"
        for question in load_questions().values()
        for param in question.params
    ),
]


def faults(text: str) -> list[str]:
    """Return what in a page could run or be fetched and is not ours."""
    tree = html.fromstring(text)
    found = [str(name) for node in tree.iter() for name in node.attrib if str(name).lower().startswith("on")]
    found += [str(node.tag) for node in tree.iter("iframe", "img", "base", "object", "embed", "svg")]
    found += [str(node.text) for node in tree.iter("script") if node.text or not node.get("src")]
    addresses = [node.get(name) for node in tree.iter() for name in ("href", "src", "action") if node.get(name)]
    ours = ("/", "?", "#", "https://www.wikidata.org/wiki/Q", "https://example.org/", "data:,")
    return found + [address for address in addresses if not address.startswith(ours) or address.startswith("//")]


@pytest.fixture(scope="module")
def hostile_client(hostile_library: Library) -> Iterator[TestClient]:
    with TestClient(create_app(hostile_library), base_url="http://localhost", follow_redirects=True) as made:
        yield made


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_gets_through_a_parameter(client: TestClient, library: Library, address: str) -> None:
    for text in INJECTIONS:
        # What the client library itself refuses to send is not sent.
        path = address.replace("X", quote(text.replace("\x00", "%00"), safe=""))
        answer = client.get(path, headers=BROWSER, follow_redirects=True)
        assert answer.status_code in (200, 400, 403, 404), (answer.status_code, path)
        if answer.headers["content-type"].startswith("text/html"):
            assert faults(answer.text) == []
        assert "root:" not in answer.text
    count = client.get("/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}).json()
    assert int(count["results"]["bindings"][0]["n"]["value"]) == len({q.triple for q in library.dump.quads()})


@pytest.mark.parametrize("accept", MALFORMED)
@pytest.mark.parametrize("path", ["/", f"/resource/{KENYA}", "/sparql?query=ASK+%7B%7D", "/graphs?default", "/nothing"])
def test_a_malformed_accept_header_does_no_harm(client: TestClient, path: str, accept: str) -> None:
    answer = client.get(path, headers={"Accept": accept.encode("utf-8")}, follow_redirects=True)
    assert answer.status_code in (200, 404, 406)


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e%2f%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/static//etc/passwd",
        "/static/..%5capp.py",
        "/static/site.css%00.html",
        "/resource/..%2f..%2fetc%2fpasswd",
        "/resource/%2e%2e",
        "/queries/..%2f..%2fshapes",
        "/../../etc/passwd",
    ],
)
def test_no_path_leads_out(library: Library, path: str) -> None:
    with running(library) as here:
        connection = http.client.HTTPConnection(urlsplit(here).netloc, timeout=20)
        # As a client that does not tidy its paths sends them.
        connection.putrequest("GET", path)
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read()
    assert answer.status == 404
    assert b"root:" not in body
    assert b"import" not in body


def test_a_body_that_says_it_is_large_is_refused_before_it_comes(library: Library) -> None:
    with running(library) as here:
        connection = http.client.HTTPConnection(urlsplit(here).netloc, timeout=20)
        connection.putrequest("POST", "/sparql")
        connection.putheader("Content-Type", "application/sparql-query")
        connection.putheader("Content-Length", str(100_000_000))
        connection.endheaders()
        assert connection.getresponse().status == 413


def test_a_body_without_end_is_refused_once_it_is_too_large(library: Library) -> None:
    with running(library) as here:
        connection = http.client.HTTPConnection(urlsplit(here).netloc, timeout=20)
        connection.putrequest("POST", "/sparql")
        connection.putheader("Content-Type", "application/sparql-query")
        connection.putheader("Transfer-Encoding", "chunked")
        connection.endheaders()
        piece, sent = b"10000\r\n" + b"a" * 65536 + b"\r\n", 0
        try:
            while sent < 100_000_000:
                connection.send(piece)
                sent += 65536
        except OSError:
            pass
        # The server had stopped reading: what the client could still send lay in buffers on the way.
        assert sent < 40_000_000
        with running(library) as other:
            again = http.client.HTTPConnection(urlsplit(other).netloc, timeout=20)
            again.request("GET", "/sparql?query=ASK%7B%7D", headers={"Accept": "application/json"})
            assert json.loads(again.getresponse().read())["boolean"] is True


@pytest.mark.parametrize("length", ["-1", "ten", "1e9", "٣", "1" * 30])
def test_a_length_that_is_no_number_or_too_large_is_refused(client: TestClient, length: str) -> None:
    headers = {"Content-Type": "application/sparql-query", "Content-Length": length.encode("utf-8")}
    assert client.post("/sparql", content=b"ASK {}", headers=headers).status_code == 413


def test_hostile_articles_make_harmless_pages(hostile_client: TestClient, hostile_library: Library) -> None:
    graph = hostile_library.graph
    paths = ["/", "/things", "/events", "/articles", "/date/2023", "/queries"]
    paths += [f"/resource/{name}" for name in graph]
    paths += [f"/resource/{name}" for name in graph.graph["articles"]]
    paths += [f"/resource/{name}" for name in list(hostile_library.edges)[:30]]
    persons = [name for name in graph if name.startswith("person_")]
    assert len(persons) > 20
    paths += [f"/dossier?about={name}" for name in persons]
    paths += [f"/dossier?about={name}&about={next(iter(graph[name]))}" for name in persons]
    for path in paths:
        answer = hostile_client.get(path, headers=BROWSER)
        assert answer.status_code == 200, path
        assert [fault for fault in faults(answer.text) if fault != "svg"] == [], path


def test_hostile_articles_make_sound_rdf(hostile_client: TestClient, hostile_library: Library) -> None:
    for name in hostile_library.graph:
        for form in ("ttl", "jsonld", "nt"):
            assert hostile_client.get(f"/resource/{name}.{form}").status_code == 200
    for form in ("json", "xml", "csv", "tsv"):
        query = {"query": "SELECT * { ?s ?p ?o }", "format": form}
        assert hostile_client.get("/sparql", params=query).status_code == 200


def test_hostile_names_are_found_by_search(hostile_client: TestClient) -> None:
    for text in HOSTILE:
        answer = hostile_client.get("/search", params={"q": text}, headers=BROWSER)
        assert answer.status_code == 200
        assert faults(answer.text) == []
    assert "/resource/person_h" in hostile_client.get("/search?q=script+pwned").text
