"""A build into any triple store: one named graph per article, only what changed, each article whole or not at all.

Source: SPARQL 1.1 Graph Store HTTP Protocol; SPARQL 1.1 Protocol, section 2.2 (W3C, 2013).
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any, Literal, Protocol

import pyoxigraph as ox

from kg.errors import KgError, PublishError
from kg.rdf.blocks import Block
from kg.rdf.mapping import blocks
from kg.rdf.options import DEFAULT, Options
from kg.rdf.terms import is_iri
from kg.rdf.writing import full
from kg.vocab import SCHEMA

if TYPE_CHECKING:
    import httpx

MANIFEST, DATASET, ASIDE = "graph_manifest", "graph_dataset", "graph_aside"
Protocols = Literal["graph-store", "update"]
PROTOCOLS: tuple[Protocols, ...] = ("graph-store", "update")
SHA256 = ox.NamedNode(SCHEMA.sha256)
BUSY = frozenset((408, 425, 429, 500, 502, 503, 504))
LONGEST_WAIT_S = 60.0
BATCH = 50
# Triples in one SPARQL Update: Virtuoso's compiler runs out of memory at about five thousand lines.
LONGEST = 2000


@dataclass(frozen=True)
class Published:
    """What a publication did: graphs sent, left as they were, and removed; triples sent."""

    sent: int
    unchanged: int
    removed: int
    triples: int


class Target(Protocol):
    """A store that graphs are published to."""

    def read(self) -> dict[str, str]:
        """Return the hash of each graph that was published, by IRI."""

    def put(self, graph: str, triples: list[str], sha256: str) -> None:
        """Replace ``graph`` by ``triples``, whole or not at all."""

    def remove(self, graph: str) -> None:
        """Remove ``graph``."""

    def note(self, hashes: Mapping[str, str]) -> None:
        """Keep ``hashes`` in the store, if ``put`` and ``remove`` did not."""


def publish(
    graph: Any,
    to: str,
    *,
    protocol: Protocols = "graph-store",
    query_url: str | None = None,
    options: Options = DEFAULT,
    environment: Mapping[str, str] | None = None,
    prune: bool = True,
    attempts: int = 5,
    timeout_s: float = 60.0,
    progress: Callable[[str], None] | None = None,
) -> Published:
    """Send what changed in ``graph`` to the store at ``to`` and return what was done.

    ``to`` is a Graph Store endpoint, or with ``protocol="update"`` an update endpoint, then with its ``query_url``. The
    store itself keeps the hash of each graph, so a broken run goes on where it stopped. ``prune`` removes the articles
    that ``graph`` lacks. User, password and kind (basic or digest) come from ``KG_PUBLISH_USER``,
    ``KG_PUBLISH_PASSWORD`` and ``KG_PUBLISH_AUTH``, or a token from ``KG_PUBLISH_TOKEN``. ``progress`` is called with
    the name of each graph that is done.

    Raises:
        PublishError: The store cannot be reached, refuses, or fails ``attempts`` times.
        DataError: The graph cannot be written as RDF.
    """
    with _client(environment if environment is not None else os.environ, timeout_s) as client:
        sender = Sender(client, attempts=attempts)
        target = _target(sender, to, protocol, query_url, options.base)
        return _send(graph, target, options, prune=prune, progress=progress or (lambda name: None))


def _send(graph: Any, target: Target, options: Options, *, prune: bool, progress: Callable[[str], None]) -> Published:
    hashes = target.read()
    sent = unchanged = amount = 0
    seen: set[str] = set()
    for batch in _batches(named_graphs(graph, options)):
        changed = []
        for name, lines in batch:
            sha256 = hashlib.sha256("\n".join(sorted(lines)).encode("utf-8")).hexdigest()
            seen.add(name)
            if hashes.get(name) == sha256:
                unchanged += 1
            else:
                changed.append((name, lines, sha256))
        # Forgotten first: if the run breaks now, what was sent in this batch is sent again, and no note is false.
        known = [hashes.pop(name, None) for name, *_ in changed]
        if any(known):
            target.note(hashes)
        for name, lines, sha256 in changed:
            target.put(name, lines, sha256)
            hashes[name] = sha256
            sent, amount = sent + 1, amount + len(lines)
            progress(name)
        if changed:
            target.note(hashes)
    stale = sorted(set(hashes) - seen) if prune else []
    for name in stale:
        target.remove(name)
        del hashes[name]
    if stale:
        target.note(hashes)
    return Published(sent, unchanged, len(stale), amount)


def _batches(graphs: Iterator[tuple[str, list[str]]]) -> Iterator[list[tuple[str, list[str]]]]:
    while batch := list(islice(graphs, BATCH)):
        yield batch


def named_graphs(graph: Any, options: Options) -> Iterator[tuple[str, list[str]]]:
    """Yield the IRI of each named graph and its triples as lines: entities first, then each article, then the dataset.

    An article's unasserted statements go into its own graph: they are reified, so nothing untrue is stated.
    """
    rest: list[str] = []
    start = options.base + "unasserted_"

    def name_of(block: Block) -> str:
        name = block.graph
        return options.base + "graph_" + name.removeprefix(start) if name.startswith(start) else name

    for name, own in groupby(blocks(graph, replace(options, statements="named-graphs")), key=name_of):
        lines = [f"<{subject}> {full(p)} {full(o)} ." for _, subject, pairs in own for p, o in pairs]
        if name:
            yield name, lines
        else:
            rest += lines
    if rest:
        yield options.base + DATASET, rest


def _client(environment: Mapping[str, str], timeout_s: float) -> httpx.Client:
    try:
        import httpx
    except ImportError as error:
        raise KgError("publishing needs httpx: pip install 'diplomatic-kg[serve]'") from error
    user, password = environment.get("KG_PUBLISH_USER"), environment.get("KG_PUBLISH_PASSWORD", "")
    kind, token = environment.get("KG_PUBLISH_AUTH", "basic").lower(), environment.get("KG_PUBLISH_TOKEN")
    if kind not in ("basic", "digest"):
        raise PublishError(f"KG_PUBLISH_AUTH: expected basic or digest, got {kind!r}")
    auth: httpx.Auth | None = None
    if user:
        auth = httpx.DigestAuth(user, password) if kind == "digest" else httpx.BasicAuth(user, password)
    headers = {"Authorization": f"Bearer {token}"} if token and not user else {}
    return httpx.Client(auth=auth, headers=headers, timeout=timeout_s, follow_redirects=False)


def _target(sender: Sender, to: str, protocol: str, query_url: str | None, base: str) -> Target:
    for url in (to, query_url):
        if url is not None and not url.startswith(("http://", "https://")):
            raise PublishError(f"store: expected an http or https address, got {url!r}")
    if protocol == "graph-store":
        return GraphStore(sender, to, base)
    if protocol == "update" and query_url is not None:
        return Update(sender, to, query_url, base)
    raise PublishError("store: expected the protocol graph-store, or update with the address of the query endpoint")


class Sender:
    """Sends requests, and again where the store is busy or away."""

    def __init__(self, client: httpx.Client, *, attempts: int = 5, sleep: Callable[[float], None] = time.sleep) -> None:
        """Send by ``client``, each request at most ``attempts`` times."""
        self.client = client
        self.attempts = max(1, attempts)
        self.sleep = sleep

    def send(self, method: str, url: str, *, allowed: tuple[int, ...] = (), **request: Any) -> httpx.Response:
        """Return the answer, which is a success or one of the codes ``allowed``.

        Raises:
            PublishError: The store refuses, or is busy or away at every attempt.
        """
        import httpx

        why = ""
        for attempt in range(self.attempts):
            wait_s = min(0.5 * 2**attempt, LONGEST_WAIT_S)
            try:
                answer = self.client.request(method, url, **request)
            except httpx.TransportError as error:
                why = f"{type(error).__name__}: {error}"
            else:
                if answer.is_success or answer.status_code in allowed:
                    return answer
                why = f"{answer.status_code} {answer.reason_phrase}: {' '.join(answer.text.split())[:200]}"
                if answer.status_code not in BUSY:
                    raise PublishError(f"{method} {url}: refused with {why}")
                wait_s = _retry_after(answer.headers.get("Retry-After"), wait_s)
            if attempt + 1 < self.attempts:
                self.sleep(wait_s)
        raise PublishError(f"{method} {url}: no success in {self.attempts} attempts, last {why}")


def _retry_after(header: str | None, otherwise_s: float) -> float:
    return min(float(header), LONGEST_WAIT_S) if header and header.isdigit() else otherwise_s


class GraphStore:
    """A store reached by the Graph Store HTTP Protocol: a PUT replaces one graph as a whole."""

    def __init__(self, sender: Sender, url: str, base: str) -> None:
        """Publish to the endpoint ``url``."""
        self.sender = sender
        self.url = url
        self.manifest = base + MANIFEST

    def read(self) -> dict[str, str]:
        """Return the hash of each graph that was published, by IRI.

        Raises:
            PublishError: The store refuses, or its list of graphs is not RDF.
        """
        answer = self._ask(
            "GET", self.manifest, allowed=(404,), headers={"Accept": "application/n-triples, text/turtle"}
        )
        if answer.status_code == 404:
            return {}
        try:
            found = list(ox.parse(answer.content, format=ox.RdfFormat.TURTLE))
        except SyntaxError as error:
            raise PublishError(f"{self.url}: the list of published graphs is not RDF: {error}") from error
        return _hashes((quad.subject, quad.predicate, quad.object) for quad in found)

    def put(self, graph: str, triples: list[str], sha256: str) -> None:
        """Replace ``graph`` by ``triples``, whole or not at all."""
        body = "\n".join(triples).encode("utf-8")
        # N-Triples is Turtle, and every store takes Turtle.
        self._ask("PUT", graph, content=body, headers={"Content-Type": "text/turtle; charset=utf-8"})

    def remove(self, graph: str) -> None:
        """Remove ``graph``."""
        self._ask("DELETE", graph, allowed=(404,))

    def note(self, hashes: Mapping[str, str]) -> None:
        """Keep ``hashes`` in a graph of the store."""
        self.put(self.manifest, _notes(hashes), "")

    def _ask(self, method: str, graph: str, **request: Any) -> httpx.Response:
        import httpx

        return self.sender.send(method, str(httpx.URL(self.url).copy_merge_params({"graph": graph})), **request)


class Update:
    """A store reached by SPARQL Update: one request replaces a graph and notes its hash."""

    def __init__(self, sender: Sender, url: str, query_url: str, base: str) -> None:
        """Publish to the update endpoint ``url`` of the store that answers queries at ``query_url``."""
        self.sender = sender
        self.url = url
        self.query_url = query_url
        self.manifest = base + MANIFEST
        self.aside = base + ASIDE

    def read(self) -> dict[str, str]:
        """Return the hash of each graph that was published, by IRI.

        Raises:
            PublishError: The store refuses, or answers in no SPARQL result.
        """
        query = f"SELECT ?s ?p ?o {{ GRAPH {_iri(self.manifest)} {{ ?s ?p ?o }} }}"
        headers = {"Accept": "application/sparql-results+json"}
        answer = self.sender.send("POST", self.query_url, data={"query": query}, headers=headers)
        try:
            rows: Any = ox.parse_query_results(answer.content, format=ox.QueryResultsFormat.JSON)
            return _hashes((row["s"], row["p"], row["o"]) for row in rows)
        except (SyntaxError, ValueError, TypeError) as error:
            raise PublishError(f"{self.query_url}: expected SPARQL results in JSON: {error}") from error

    def put(self, graph: str, triples: list[str], sha256: str) -> None:
        """Replace ``graph`` by ``triples`` and its note by ``sha256``, in one request.

        What is too long for one request is gathered in a graph aside, which then takes the place of ``graph``.
        """
        (note,) = _notes({graph: sha256})
        noted = f"{self._forgotten(graph)} ;\nINSERT DATA {{ GRAPH {_iri(self.manifest)} {{ {note} }} }}"
        if len(triples) <= LONGEST:
            self._ask(f"DROP SILENT GRAPH {_iri(graph)} ;\n{_insert(graph, triples)} ;\n{noted}")
            return
        self._ask(f"DROP SILENT GRAPH {_iri(self.aside)}")
        for start in range(0, len(triples), LONGEST):
            self._ask(_insert(self.aside, triples[start : start + LONGEST]))
        self._ask(f"MOVE GRAPH {_iri(self.aside)} TO GRAPH {_iri(graph)} ;\n{noted}")

    def remove(self, graph: str) -> None:
        """Remove ``graph`` and its note, in one request."""
        self._ask(f"DROP SILENT GRAPH {_iri(graph)} ;\n{self._forgotten(graph)}")

    def note(self, hashes: Mapping[str, str]) -> None:
        """Do nothing: each request has kept its own note."""

    def _forgotten(self, graph: str) -> str:
        return f"DELETE WHERE {{ GRAPH {_iri(self.manifest)} {{ {_iri(graph)} {SHA256} ?old }} }}"

    def _ask(self, update: str) -> None:
        headers = {"Content-Type": "application/sparql-update; charset=utf-8"}
        self.sender.send("POST", self.url, content=update.encode("utf-8"), headers=headers)


def _insert(graph: str, triples: list[str]) -> str:
    return f"INSERT DATA {{ GRAPH {_iri(graph)} {{\n" + "\n".join(triples) + "\n} }"


def _iri(text: str) -> str:
    """Return ``text`` as SPARQL writes an IRI.

    Raises:
        PublishError: It is none.
    """
    if not is_iri(text):
        raise PublishError(f"graph: expected an IRI, got {text!r}")
    return str(ox.NamedNode(text))


def _notes(hashes: Mapping[str, str]) -> list[str]:
    return [f"{_iri(graph)} {SHA256} {ox.Literal(sha256)} ." for graph, sha256 in sorted(hashes.items())]


def _hashes(triples: Any) -> dict[str, str]:
    return {subject.value: object.value for subject, predicate, object in triples if predicate == SHA256}
