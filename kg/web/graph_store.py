"""Graphs as a whole, to be read: the Graph Store Protocol without the half that writes.

Source: SPARQL 1.1 Graph Store HTTP Protocol (W3C, 2013), sections 4 and 5.2.
"""

from __future__ import annotations

from anyio.to_thread import run_sync
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from kg.web.accept import MEDIA_TYPES, choose
from kg.web.library import Library

FORMS = ("ttl", "nt", "jsonld")


async def graph_store(request: Request) -> Response:
    """Answer GET and HEAD for ``?default`` or ``?graph=IRI``."""
    library: Library = request.app.state.library
    fields = request.query_params
    if ("default" in fields) == ("graph" in fields):
        raise HTTPException(400, "expected either ?default or ?graph=IRI")
    graph = fields.get("graph")
    if graph is not None and graph not in library.dump.graphs:
        raise HTTPException(404, "there is no such graph")
    return await graph_response(request, graph)


async def graph_response(request: Request, graph: str | None) -> Response:
    """Return a graph, the default graph if None, in the form that the client asks for."""
    library: Library = request.app.state.library
    form = choose(request.headers.get("accept"), FORMS)
    if form is None:
        raise HTTPException(406, f"a graph can be had as {', '.join(MEDIA_TYPES[name] for name in FORMS)}")
    path = await run_sync(library.dump.graph_file, graph, form)
    return FileResponse(path, media_type=MEDIA_TYPES[form], headers={"Vary": "Accept"})
