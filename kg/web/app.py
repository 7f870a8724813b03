"""The application: which address is answered by what; ``serve`` runs it."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from pathlib import Path
from threading import Thread
from typing import Any

import pyoxigraph as ox
from anyio.to_thread import run_sync
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg.errors import InputError
from kg.views.accounts import Accounts
from kg.views.reading import reading_style
from kg.vocab import RDF, SD, VOID
from kg.web import documents, pages, queries, sparql
from kg.web.accept import MEDIA_TYPES, choose
from kg.web.dump import to_bytes
from kg.web.graph_store import graph_response, graph_store
from kg.web.guards import HEADERS, BodyLimit, CarefulHeaders
from kg.web.library import Library
from kg.web.rendering import ASSETS, address, html

FOLDER = Path(__file__).parent
RESOURCE = ("html", "ttl", "jsonld", "nt")
LOOPBACK = ("localhost", "127.0.0.1", "::1", "[::1]")
FORMATS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "JSON-LD",
)
MAX_BYTES = 2_000_000
MAX_CONNECTIONS = 200


def create_app(
    library: Library,
    *,
    hosts: Sequence[str] = LOOPBACK,
    timeout_s: float = 30.0,
    max_rows: int = 10_000,
    max_bytes: int = MAX_BYTES,
) -> Starlette:
    """Return the application that serves ``library`` to requests that name one of ``hosts``.

    ``timeout_s`` and ``max_rows`` limit a query, ``max_bytes`` the body of a request.
    """
    app = Starlette(
        routes=[
            Route("/", pages.home),
            Route("/search", pages.search),
            Route("/things", pages.things),
            Route("/events", pages.events),
            Route("/articles", pages.articles),
            Route("/date/{value}", pages.date),
            Route("/resource/{name}", resource),
            Route("/dossier", documents.dossier),
            Route("/graph", documents.graph),
            Route("/query", queries.editor),
            Route("/queries", queries.listed),
            Route("/queries/{name}", queries.asked),
            Route("/sparql", endpoint, methods=["GET", "POST"]),
            Route("/graphs", graph_store),
            Route("/.well-known/void", void),
            Route("/static/reading.css", reading),
            Mount("/assets", StaticFiles(directory=ASSETS, check_dir=False), name="assets"),
            Mount("/static", StaticFiles(directory=FOLDER / "static"), name="static"),
        ],
        middleware=[
            Middleware(CarefulHeaders),
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False),
            Middleware(BodyLimit, max_bytes=max_bytes),
        ],
        exception_handlers={HTTPException: explain, Exception: explain},
    )
    accounts = Accounts(library.graph)
    app.state.library = library
    app.state.accounts = accounts
    app.state.kinds = pages.counted(accounts)
    app.state.leading = pages.leading(accounts)
    app.state.desk = sparql.Desk(library.workers, timeout_s=timeout_s, max_rows=max_rows)
    return app


async def endpoint(request: Request) -> Response:
    """Answer a SPARQL query; a reader who comes with a browser is led to the page with the editor."""
    if request.method != "POST" and choose(request.headers.get("accept"), ("json", "html")) == "html":
        return RedirectResponse(f"/query?{request.url.query}", 303, {"Vary": "Accept"})
    asked = await sparql.read(request)
    if asked is None and request.method != "POST" and not request.query_params:
        return service(request)
    if asked is None:
        raise HTTPException(400, "expected a query in the parameter 'query'")
    return sparql.respond(request, await request.app.state.desk.ask(asked.text, asked=asked))


def service(request: Request) -> Response:
    """Answer with the description of the endpoint.

    Source: SPARQL 1.1 Service Description (W3C, 2013).
    """
    library: Library = request.app.state.library
    form = choose(request.headers.get("accept"), ("ttl", "jsonld", "nt")) or "ttl"
    itself = ox.NamedNode(str(request.base_url) + "sparql")
    pairs = [
        (RDF.type, SD.Service),
        (SD.endpoint, itself.value),
        (SD.supportedLanguage, SD.SPARQL11Query),
        (SD.defaultDataset, library.base + "dataset_kg"),
        *((SD.resultFormat, f"http://www.w3.org/ns/formats/{name}") for name in FORMATS),
    ]
    triples = [ox.Triple(itself, ox.NamedNode(term), ox.NamedNode(value)) for term, value in pairs]
    return Response(
        to_bytes(triples, form, base=library.base), media_type=MEDIA_TYPES[form], headers={"Vary": "Accept"}
    )


async def resource(request: Request) -> Response:
    """Answer with the page of a resource, or its description in the form that the client asks for."""
    library: Library = request.app.state.library
    name, dot, form = request.path_params["name"].partition(".")
    if dot and form not in RESOURCE:
        raise HTTPException(404, "nothing is known of this")
    if library.base + name in library.dump.graphs:
        return await graph_response(request, library.base + name)
    form = form or choose(request.headers.get("accept"), RESOURCE) or ""
    if not form:
        raise HTTPException(406, f"a resource can be had as {', '.join(MEDIA_TYPES[f] for f in RESOURCE)}")
    if form == "html":
        return await run_sync(pages.resource, request, name)
    if name not in library.dump:
        raise HTTPException(404, "nothing is known of this")
    return described(library, library.dump.describe(name), form, name)


def described(library: Library, triples: Sequence[Any], form: str, name: str) -> Response:
    """Return ``triples`` about ``name`` in ``form``."""
    links = ", ".join(f'<{address(name, f)}>; rel="alternate"; type="{MEDIA_TYPES[f]}"' for f in RESOURCE if f != form)
    content = to_bytes(triples, form, base=library.base)
    return Response(content, media_type=MEDIA_TYPES[form], headers={"Vary": "Accept", "Link": links})


async def void(request: Request) -> Response:
    """Answer with the description of the data set, and where it can be asked and had as a whole."""
    library: Library = request.app.state.library
    form = choose(request.headers.get("accept"), ("ttl", "jsonld", "nt", "html"))
    if form is None:
        raise HTTPException(406, "the description can be had as Turtle, JSON-LD, N-Triples or HTML")
    if form == "html":
        return RedirectResponse(address("dataset_kg"), 303, {"Vary": "Accept"})
    dataset = ox.NamedNode(library.base + "dataset_kg")
    here = str(request.base_url)
    triples = library.dump.describe("dataset_kg")
    partitions = [t.object.value for t in triples if t.predicate.value in (VOID.classPartition, VOID.propertyPartition)]
    triples += [triple for iri in partitions for triple in library.dump.describe(library.dump.name(iri))]
    for term, path in ((VOID.sparqlEndpoint, "sparql"), (VOID.dataDump, "graphs?default")):
        triples.append(ox.Triple(dataset, ox.NamedNode(term), ox.NamedNode(here + path)))
    return described(library, triples, form, "dataset_kg")


def reading(request: Request) -> Response:
    """Answer with the style that served pages share with dossiers."""
    return Response(reading_style(), media_type="text/css", headers={"Cache-Control": "max-age=3600"})


async def explain(request: Request, error: Exception) -> Response:
    """Answer an error in one line, or as a page to a reader with a browser; of a fault of ours nothing is told."""
    status, text, headers = 500, "something went wrong here", None
    if isinstance(error, HTTPException):
        status, text, headers = error.status_code, error.detail, error.headers
    if choose(request.headers.get("accept"), ("json", "html")) == "html":
        answer: Response = html(request, "error.html", status, code=status, text=text)
    else:
        answer = PlainTextResponse(f"{text}\n".encode("utf-8", "replace"), status)
    # What answers a fault of ours stands outside of what adds these.
    answer.headers.update({**HEADERS, **(headers or {})})
    return answer


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens at ``host`` and ``port``.

    Raises:
        InputError: The address is not this machine's, or in use.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        raise InputError(f"cannot listen at {host} port {port}: {getattr(error, 'strerror', None) or error}") from error


def serve(library: Library, listening: socket.socket, *, hosts: Sequence[str] = (), **limits: Any) -> None:
    """Serve ``library`` at a socket until interrupted; ``hosts`` name it beside this machine's own names."""
    import uvicorn

    app = create_app(library, hosts=[*LOOPBACK, *hosts], **limits)
    # The processes that answer queries load while the first pages are read.
    Thread(target=library.start, daemon=True).start()
    config = uvicorn.Config(
        app, server_header=False, log_level="warning", timeout_keep_alive=20, limit_concurrency=MAX_CONNECTIONS
    )
    uvicorn.Server(config).run(sockets=[listening])
