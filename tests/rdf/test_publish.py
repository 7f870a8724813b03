"""Publishing into a real Oxigraph server, and into stores that fail, refuse and ask who is there."""

from __future__ import annotations

import base64
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import httpx
import pyoxigraph as ox
import pytest

from kg.errors import PublishError
from kg.rdf import publish as publishing
from kg.rdf.mapping import quads
from kg.rdf.options import Options
from kg.rdf.publish import GraphStore, Sender, named_graphs, publish
from kg.vocab import BASE, DCTERMS
from tests.rdf.samples import FACTS, hostile_graph, sample_graph

ALL = "SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }"


@dataclass(frozen=True)
class Server:
    """An Oxigraph server for one test."""

    url: str

    def quads(self) -> set[tuple[str, ...]]:
        answer = httpx.post(
            f"{self.url}/query", data={"query": ALL}, headers={"Accept": "application/sparql-results+json"}
        )
        rows = ox.parse_query_results(answer.content, format=ox.QueryResultsFormat.JSON)
        return {tuple(str(row[name]) for name in "gspo") for row in rows}

    def publish(self, graph: Any, protocol: Literal["graph-store", "update"], **options: Any) -> publishing.Published:
        if protocol == "update":
            options["query_url"] = f"{self.url}/query"
        end = "store" if protocol == "graph-store" else "update"
        return publish(graph, f"{self.url}/{end}", protocol=protocol, environment={}, **options)


@pytest.fixture
def server() -> Iterator[Server]:
    program = shutil.which("oxigraph") or str(Path(sys.executable).with_name("oxigraph"))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen([program, "serve", "-b", f"127.0.0.1:{port}"], stderr=subprocess.DEVNULL)
    found = Server(f"http://127.0.0.1:{port}")
    try:
        for _ in range(200):
            try:
                httpx.get(found.url)
                break
            except httpx.TransportError:
                time.sleep(0.02)
        yield found
    finally:
        process.kill()
        process.wait()


BOTH = pytest.mark.parametrize("protocol", ["graph-store", "update"])


@BOTH
def test_a_build_arrives_whole_with_a_graph_per_article(server: Server, protocol: Any) -> None:
    done = server.publish(sample_graph(), protocol)
    assert (done.sent, done.unchanged, done.removed) == (4, 0, 0)
    expected = {(f"<{name}>", line) for name, lines in named_graphs(sample_graph(), Options()) for line in lines}
    arrived = {(g, f"{s} {p} {o} .") for g, s, p, o in server.quads()}
    assert {pair for pair in arrived if "graph_manifest" not in pair[0]} == expected
    assert done.triples == len(expected)
    assert sum("unasserted" in g for g, *_ in server.quads()) == 0


@BOTH
def test_the_same_build_again_sends_nothing(server: Server, protocol: Any) -> None:
    server.publish(sample_graph(), protocol)
    before = server.quads()
    assert server.publish(sample_graph(), protocol) == publishing.Published(0, 4, 0, 0)
    assert server.quads() == before


@BOTH
def test_only_what_changed_is_sent_and_what_is_gone_is_removed(server: Server, protocol: Any) -> None:
    server.publish(sample_graph(), protocol)
    edited = replace(FACTS[0], article=replace(FACTS[0].article, source="Another Wire"))
    done = server.publish(sample_graph((edited, FACTS[1])), protocol)
    assert (done.sent, done.unchanged, done.removed) == (1, 3, 0)
    done = server.publish(sample_graph(FACTS[1:]), protocol)
    assert done.removed == 1
    ids = {o for _, _, p, o in server.quads() if p == f"<{DCTERMS.identifier}>"}
    assert ids == {'"sample-nairobi"'}
    assert server.publish(sample_graph(FACTS[:1]), protocol, prune=False).removed == 0


@BOTH
def test_a_broken_run_goes_on_where_it_stopped(server: Server, protocol: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "BATCH", 1)
    names: list[str] = []

    def stop(name: str) -> None:
        names.append(name)
        if len(names) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        server.publish(sample_graph(), protocol, progress=stop)
    done = server.publish(sample_graph(), protocol)
    assert done.sent + done.unchanged == 4
    assert done.unchanged >= 1
    assert server.publish(sample_graph(), protocol).sent == 0


@BOTH
def test_a_run_broken_while_it_replaces_leaves_no_false_note(server: Server, protocol: Any) -> None:
    edited = sample_graph((replace(FACTS[0], article=replace(FACTS[0].article, source="Another Wire")), FACTS[1]))
    server.publish(sample_graph(), protocol)

    def stop(name: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        server.publish(edited, protocol, progress=stop)
    server.publish(sample_graph(), protocol)
    assert '"Another Wire"' not in {row[3] for row in server.quads()}


def test_a_long_graph_is_gathered_aside_and_takes_its_place_at_once(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.publish(sample_graph(), "graph-store")
    whole = server.quads()
    monkeypatch.setattr(publishing, "LONGEST", 50)
    server.publish(sample_graph(FACTS[:1]), "update")
    server.publish(sample_graph(), "update")
    assert server.quads() == whole


def test_a_request_broken_off_half_way_changes_nothing(server: Server) -> None:
    server.publish(sample_graph(), "graph-store")
    before = server.quads()
    name = next(name for name, _ in named_graphs(sample_graph(), Options()))
    host, _, port = server.url.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port))) as half:
        head = f"PUT /store?graph={name} HTTP/1.1\r\nHost: {host}\r\nContent-Type: text/turtle\r\n"
        half.sendall(f"{head}Content-Length: 5000\r\n\r\n<a:b> <a:c> <a:d> .\n".encode())
    assert server.quads() == before


@BOTH
def test_hostile_labels_stay_labels(server: Server, protocol: Any) -> None:
    server.publish(hostile_graph(), protocol)
    expected = {str(q.object) for q in quads(hostile_graph(), Options(statements="named-graphs"))}
    assert expected <= {row[3] for row in server.quads()}


def store(answers: Callable[[httpx.Request], httpx.Response], attempts: int = 3) -> tuple[GraphStore, list[float]]:
    waits: list[float] = []
    client = httpx.Client(transport=httpx.MockTransport(answers))
    return GraphStore(Sender(client, attempts=attempts, sleep=waits.append), "http://store.test/rdf?db=x", BASE), waits


def test_a_busy_store_is_asked_again_later() -> None:
    codes = iter((503, 429, 204))
    target, waits = store(lambda request: httpx.Response(next(codes), headers={"Retry-After": "7"}))
    target.put("http://example.org/g", ["<a:b> <a:c> <a:d> ."], "")
    assert waits == [7.0, 7.0]


def test_a_store_that_stays_away_is_told() -> None:
    def away(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no route")

    target, waits = store(away)
    with pytest.raises(PublishError, match="no success in 3 attempts, last ConnectError: no route"):
        target.read()
    assert waits == [0.5, 1.0]


@pytest.mark.parametrize("code", [400, 401, 403, 405, 413])
def test_a_store_that_refuses_is_not_asked_again(code: int) -> None:
    target, waits = store(lambda request: httpx.Response(code, text="no\nthanks"))
    with pytest.raises(PublishError, match=f"refused with {code} .*no thanks"):
        target.put("http://example.org/g", [], "")
    assert not waits


def test_an_address_keeps_its_own_parameters() -> None:
    seen: list[str] = []

    def note(request: httpx.Request) -> httpx.Response:
        seen.append(str(request.url))
        return httpx.Response(404)

    store(note)[0].read()
    assert seen == [
        "http://store.test/rdf?db=x&graph=https%3A%2F%2Fw3id.org%2Fdiplomatic-kg%2Fresource%2Fgraph_manifest"
    ]


def test_a_list_of_graphs_that_is_no_rdf_is_told() -> None:
    target, _ = store(lambda request: httpx.Response(200, text="<html>Welcome"))
    with pytest.raises(PublishError, match="is not RDF"):
        target.read()


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"KG_PUBLISH_USER": "ada", "KG_PUBLISH_PASSWORD": "x:y"}, "Basic " + base64.b64encode(b"ada:x:y").decode()),
        ({"KG_PUBLISH_TOKEN": "t0k"}, "Bearer t0k"),
        ({}, None),
    ],
)
def test_credentials_come_from_the_environment(environment: dict[str, str], expected: str | None) -> None:
    with publishing._client(environment, 1.0) as client:
        request = client.build_request("GET", "http://store.test/")
        flow = (client.auth or httpx.Auth()).sync_auth_flow(request)
        assert next(flow).headers.get("Authorization") == expected


def test_digest_credentials_answer_the_challenge() -> None:
    auth = publishing._client({"KG_PUBLISH_USER": "ada", "KG_PUBLISH_AUTH": "digest"}, 1.0).auth
    seen: list[str] = []

    def challenge(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers.get("Authorization", ""))
        known = seen[-1].startswith("Digest ")
        return httpx.Response(
            204 if known else 401, headers={"WWW-Authenticate": 'Digest realm="r", nonce="n", qop="auth"'}
        )

    client = httpx.Client(auth=auth, transport=httpx.MockTransport(challenge))
    GraphStore(Sender(client), "http://store.test/rdf", BASE).put("http://example.org/g", [], "")
    assert seen[0] == ""
    assert 'username="ada"' in seen[1]


@pytest.mark.parametrize(
    ("to", "protocol", "environment", "words"),
    [
        ("store.test", "graph-store", {}, "http or https"),
        ("file:///tmp/x", "graph-store", {}, "http or https"),
        ("http://store.test/update", "update", {}, "address of the query endpoint"),
        ("http://store.test/", "carrier pigeon", {}, "expected the protocol"),
        ("http://store.test/", "graph-store", {"KG_PUBLISH_AUTH": "secret handshake"}, "expected basic or digest"),
    ],
)
def test_a_wrong_address_or_setting_is_told(to: str, protocol: Any, environment: dict[str, str], words: str) -> None:
    with pytest.raises(PublishError, match=words):
        publish(sample_graph(), to, protocol=protocol, environment=environment)
