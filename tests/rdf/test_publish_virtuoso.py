"""Publishing into Virtuoso, as Debian packages it; where continuous integration runs, it must be installed."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from kg.errors import PublishError
from kg.rdf import publish as publishing
from kg.rdf.options import Options
from kg.rdf.publish import named_graphs, publish
from kg.vocab import BASE
from tests.rdf.samples import FACTS, hostile_graph, sample_graph

PROGRAM = shutil.which("virtuoso-t")
pytestmark = pytest.mark.skipif(
    PROGRAM is None and os.environ.get("CI") != "true", reason="needs Debian's virtuoso-opensource-7"
)
CREDENTIALS = {"KG_PUBLISH_USER": "dba", "KG_PUBLISH_PASSWORD": "dba", "KG_PUBLISH_AUTH": "digest"}
COUNTS = f"SELECT ?g (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} FILTER STRSTARTS(STR(?g), '{BASE}') }} GROUP BY ?g"
SETTINGS = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 2000
MaxDirtyBuffers = 1200
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 5
"""


@dataclass(frozen=True)
class Virtuoso:
    """A server of our own, empty at the start of each test."""

    url: str

    def counts(self) -> dict[str, int]:
        answer = httpx.get(f"{self.url}/sparql", params={"query": COUNTS, "format": "json"}, timeout=60)
        rows = answer.raise_for_status().json()["results"]["bindings"]
        return {row["g"]["value"]: int(row["n"]["value"]) for row in rows}

    def publish(self, graph: Any, protocol: str, **options: Any) -> publishing.Published:
        options = {"environment": CREDENTIALS, **options}
        if protocol == "update":
            return publish(
                graph, f"{self.url}/sparql-auth", protocol="update", query_url=f"{self.url}/sparql", **options
            )
        return publish(graph, f"{self.url}/sparql-graph-crud-auth", **options)

    def clear(self) -> None:
        auth = httpx.DigestAuth("dba", "dba")
        for graph in self.counts():
            httpx.delete(
                f"{self.url}/sparql-graph-crud-auth", params={"graph": graph}, auth=auth, timeout=60
            ).raise_for_status()


def free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Virtuoso]:
    assert PROGRAM is not None, "continuous integration must have virtuoso-opensource-7 installed"
    folder = tmp_path_factory.mktemp("virtuoso")
    sql, http = free_ports()
    (folder / "virtuoso.ini").write_text(SETTINGS.format(sql=sql, http=http))
    command = [PROGRAM, "+configfile", "virtuoso.ini", "+foreground"]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    found = Virtuoso(f"http://127.0.0.1:{http}")
    try:
        wait_for(found, process, folder)
        yield found
    finally:
        process.kill()
        process.wait()


def wait_for(server: Virtuoso, process: subprocess.Popen[bytes], folder: Path) -> None:
    for _ in range(600):
        assert process.poll() is None, (folder / "virtuoso.log").read_text(errors="replace")
        try:
            if httpx.get(f"{server.url}/sparql").is_success:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    raise AssertionError("Virtuoso did not start in two minutes")


@pytest.fixture
def server(program: Virtuoso) -> Virtuoso:
    program.clear()
    return program


def expected(graph: Any) -> dict[str, int]:
    return {name: len(set(lines)) for name, lines in named_graphs(graph, Options())}


def without_manifest(counts: dict[str, int]) -> dict[str, int]:
    return {name: amount for name, amount in counts.items() if name != BASE + publishing.MANIFEST}


BOTH = pytest.mark.parametrize("protocol", ["graph-store", "update"])


@BOTH
@pytest.mark.parametrize("make", [sample_graph, hostile_graph])
def test_a_build_arrives_whole_once(server: Virtuoso, protocol: str, make: Any) -> None:
    done = server.publish(make(), protocol)
    assert without_manifest(server.counts()) == expected(make())
    assert server.publish(make(), protocol) == publishing.Published(0, done.sent, 0, 0)


@BOTH
def test_only_what_changed_is_sent_and_what_is_gone_is_removed(server: Virtuoso, protocol: str) -> None:
    server.publish(sample_graph(), protocol)
    edited = replace(FACTS[0], article=replace(FACTS[0].article, source="Another Wire"))
    assert server.publish(sample_graph((edited, FACTS[1])), protocol).sent == 1
    assert server.publish(sample_graph(FACTS[1:]), protocol).removed == 1
    assert without_manifest(server.counts()) == expected(sample_graph(FACTS[1:]))


def test_a_long_graph_is_gathered_aside_and_takes_its_place_at_once(
    server: Virtuoso, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "LONGEST", 50)
    server.publish(sample_graph(), "update")
    assert without_manifest(server.counts()) == expected(sample_graph())


@BOTH
def test_a_wrong_password_is_told_and_nothing_is_written(server: Virtuoso, protocol: str) -> None:
    with pytest.raises(PublishError, match="refused with 401"):
        server.publish(sample_graph(), protocol, environment={**CREDENTIALS, "KG_PUBLISH_PASSWORD": "guess"})
    assert not server.counts()
