"""Every address: pages, descriptions of resources in each form, headers, and what is refused."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
from starlette.testclient import TestClient

from kg.errors import InputError
from kg.store import Store
from kg.vocab import SD, VOID
from kg.web.app import LOOPBACK, create_app, listen
from kg.web.guards import HEADERS
from kg.web.library import Library
from tests.rdf.samples import entity_id, event_id, resource
from tests.sample_facts import FACTS, VIENNA

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
KENYA = entity_id("Kenya")
PAGES = [
    "/",
    "/things",
    "/things?kind=State",
    "/events",
    "/events?kind=Consult&status=actual",
    "/articles",
    "/articles?source=Example+Wire",
    "/date/2023",
    "/date/2023-04",
    "/date/2023-04-01",
    "/search",
    "/search?q=kenya",
    f"/resource/{KENYA}",
    f"/resource/{event_id('attack on Port Asel')}",
    f"/resource/{entity_id('OSCE ministerial council in Vienna')}",
    f"/resource/{VIENNA.node}",
    "/resource/dataset_kg",
    "/query",
    "/query?query=SELECT+*+%7B+%3Fs+a+dkg%3AState+%7D",
    "/queries",
    "/queries/who-met-whom",
    "/queries/who-met-whom?person=Clara+Weiden",
]


@pytest.mark.parametrize("path", PAGES)
def test_each_page_is_there_and_has_careful_headers(client: TestClient, path: str) -> None:
    answer = client.get(path, headers=BROWSER)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert {name: answer.headers[name] for name in HEADERS} == dict(HEADERS)
    assert "<script>" not in answer.text
    assert " style=" not in answer.text
    assert " on" + "click=" not in answer.text


def test_a_page_of_an_entity_tells_what_it_did(client: TestClient) -> None:
    text = client.get(f"/resource/{KENYA}", headers=BROWSER).text
    assert "Free Coast Movement" in text
    assert '<mark class="predicate">condemned</mark>' in text
    assert "https://www.wikidata.org/wiki/Q114" in text
    assert f'href="/resource/{event_id("Kenya deploys troops to Port Asel")}"' in text


def test_a_page_of_an_article_marks_mentions_and_cited_sentences(client: TestClient) -> None:
    text = client.get(f"/resource/{VIENNA.node}", headers=BROWSER).text
    assert f'href="/resource/{entity_id("Austria")}" title="Austria">Austrian</a>' in text
    start = VIENNA.text.index("Austrian Foreign")
    assert f'<span class="cited" id="c{start}">' in text


def test_a_page_of_a_date_tells_what_happened_and_what_was_published(client: TestClient) -> None:
    text = client.get("/date/2023-04", headers=BROWSER).text
    assert "Austria sends relief to Moldova" in text
    assert "Kenya condemns raid on Port Asel" in text
    assert "OSCE ministerial council" not in text


def test_a_page_of_a_date_tells_what_was_reported_without_a_date(client: TestClient) -> None:
    happened, reported = client.get("/date/2023-03-14", headers=BROWSER).text.split("What was reported")
    assert "OSCE ministerial council" in happened
    assert "Switzerland sanctions Free Coast Movement" not in happened
    assert "Switzerland sanctions Free Coast Movement" in reported
    assert "What was reported" not in client.get("/date/2023-04-05", headers=BROWSER).text


def test_search_finds_names_aliases_and_sentences(client: TestClient) -> None:
    assert f'href="/resource/{entity_id("Clara Weiden")}"' in client.get("/search?q=weid").text
    assert "Organization for Security" in client.get("/search?q=osce").text
    assert "deploy troops" in client.get("/search?q=deploy+troops").text


@pytest.mark.parametrize(
    ("accept", "syntax"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
    ],
)
def test_a_resource_is_described_in_the_form_asked_for(
    client: TestClient, library: Library, accept: str, syntax: ox.RdfFormat
) -> None:
    answer = client.get(f"/resource/{KENYA}", headers={"Accept": accept})
    assert answer.headers["content-type"].partition(";")[0] == accept
    assert answer.headers["vary"] == "Accept"
    found = {quad.triple for quad in ox.parse(answer.content, format=syntax)}
    assert found == {q.triple for q in library.dump.quads() if q.subject == ox.NamedNode(resource(KENYA))}
    suffix = {"text/turtle": "ttl", "application/ld+json": "jsonld", "application/n-triples": "nt"}[accept]
    assert client.get(f"/resource/{KENYA}.{suffix}").content == answer.content


def test_every_resource_has_a_page_and_a_description(client: TestClient, library: Library) -> None:
    for name in sorted({library.dump.name(quad.subject.value) for quad in library.dump.quads()}):
        page = client.get(f"/resource/{name}", headers=BROWSER, follow_redirects=True)
        assert page.status_code == 200, name
        assert client.get(f"/resource/{name}", headers={"Accept": "text/turtle"}).status_code == 200, name


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nothing", 404),
        ("/resource/state_XX", 404),
        ("/resource/state_XX.ttl", 404),
        (f"/resource/{KENYA}.exe", 404),
        ("/resource/a b", 404),
        ("/queries/none", 404),
        ("/date/2023-13", 404),
        ("/date/soon", 404),
        ("/things?page=0", 400),
        ("/things?page=99", 404),
        ("/things?page=-1", 400),
        ("/things?page=%D9%A3", 400),
        ("/things?kind=Nobody", 400),
        ("/events?status=true", 400),
    ],
)
def test_what_is_not_there_is_told_in_the_form_asked_for(client: TestClient, path: str, status: int) -> None:
    assert client.get(path).status_code == status
    page = client.get(path, headers=BROWSER)
    assert page.status_code == status
    assert page.headers["content-type"].startswith("text/html")


def test_the_data_set_is_described_at_the_well_known_place(client: TestClient) -> None:
    answer = client.get("/.well-known/void", headers={"Accept": "text/turtle"})
    found = list(ox.parse(answer.content, format=ox.RdfFormat.TURTLE))
    assert any(quad.object == ox.NamedNode(VOID.Dataset) for quad in found)
    assert any(quad.object == ox.NamedNode("http://localhost/sparql") for quad in found)


def test_other_hosts_are_turned_away(client: TestClient) -> None:
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400
    assert all(client.get("/", headers={"Host": host}).status_code == 200 for host in LOOPBACK if host != "::1")


def test_a_fault_of_ours_tells_nothing_and_keeps_the_headers(library: Library) -> None:
    app = create_app(library)
    app.state.kinds = None
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
        answer = client.get("/", headers=BROWSER)
    assert answer.status_code == 500
    assert "Traceback" not in answer.text
    assert {name: answer.headers[name] for name in HEADERS} == dict(HEADERS)


def test_the_endpoint_describes_itself(client: TestClient) -> None:
    found = list(ox.parse(client.get("/sparql").content, format=ox.RdfFormat.TURTLE))
    assert any(quad.object == ox.NamedNode(SD.Service) for quad in found)


def test_dates_lead_to_their_pages(client: TestClient) -> None:
    text = client.get(f"/resource/{KENYA}", headers=BROWSER).text
    assert 'href="/date/2023-04-01"' in text
    assert 'href="/date/2023-04-05"' in text


def test_an_address_that_cannot_be_listened_at_is_told_in_one_line() -> None:
    with listen("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        for host, other in (("127.0.0.1", port), ("127.0.0.1", 99_999), ("256.1.1.1", 0)):
            with pytest.raises(InputError, match=f"cannot listen at {host} port {other}"):
                listen(host, other)


def test_the_command_serves_a_store_until_interrupted(tmp_path: Path) -> None:
    with Store(tmp_path / "store.sqlite") as store:
        for facts in FACTS:
            store.replace(facts, "test")
    command = [sys.executable, "-m", "kg", "serve", str(tmp_path), "--port", "0"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        here = re.search(r"at (http://127\.0\.0\.1:\d+)/", process.stderr.readline())
        assert here is not None
        answer = httpx.get(f"{here[1]}/sparql", params={"query": "ASK { ?s a dkg:Meeting }"}, timeout=60)
        assert answer.json() == {"head": {}, "boolean": True}
        assert "server" not in answer.headers
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=60)
