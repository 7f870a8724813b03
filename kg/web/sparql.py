"""The SPARQL endpoint: queries by GET and POST, answered in the form that the client asks for; nothing is changed.

Source: SPARQL 1.1 Protocol (W3C, 2013), section 2.1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qsl

import anyio
from anyio.to_thread import run_sync
from starlette.datastructures import ImmutableMultiDict
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kg.errors import KgError, LimitError, RefusedError
from kg.rdf.guard import check
from kg.rdf.results import WRITERS, Result
from kg.rdf.sparql import Worker
from kg.web.accept import MEDIA_TYPES, choose
from kg.web.dump import to_bytes

FORMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "table": ("json", "xml", "csv", "tsv"),
        "truth": ("json", "xml", "csv", "tsv"),
        "graph": ("ttl", "nt", "jsonld"),
    }
)
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
READ_ONLY = "updates are refused: this endpoint only reads"


@dataclass(frozen=True)
class Asked:
    """A query as the protocol carries it: its text, and the graphs that it names outside of it, if any."""

    text: str
    graphs: tuple[tuple[str, ...], tuple[str, ...]] | None = None


class Desk:
    """Lets each query go to a worker that has none, and turns away what would wait too long."""

    def __init__(self, workers: Sequence[Worker], *, timeout_s: float, max_rows: int, max_waiting: int = 16) -> None:
        """Serve ``workers``; a query may take ``timeout_s``, ``max_waiting`` may wait for as long at most."""
        self._idle = list(workers)
        self.timeout_s = timeout_s
        self.max_rows = max_rows
        self._free = anyio.Semaphore(len(workers))
        # Threads of their own: however many queries wait, there are threads left for pages.
        self._threads = anyio.CapacityLimiter(len(workers))
        self._waiting = 0
        self._max_waiting = max_waiting

    async def ask(self, text: str, params: Mapping[str, str] | None = None, *, asked: Asked | None = None) -> Result:
        """Return the answer to SPARQL or a named question, or to ``asked`` with its graphs.

        Raises:
            HTTPException: The query is refused (403), wrong (400), or goes past a limit (503).
        """
        if self._waiting >= self._max_waiting:
            raise HTTPException(503, "too many queries are waiting; try again later", {"Retry-After": "5"})
        self._waiting += 1
        try:
            with anyio.fail_after(self.timeout_s):
                await self._free.acquire()
        except TimeoutError:
            raise HTTPException(503, "other queries took too long; try again later", {"Retry-After": "5"}) from None
        finally:
            self._waiting -= 1
        # One that runs answers at once; another loads first.
        worker = max(self._idle, key=lambda each: each.is_running)
        self._idle.remove(worker)
        try:
            return await run_sync(self._answer, worker, text, params, asked, limiter=self._threads)
        except RefusedError as error:
            raise HTTPException(403, str(error)) from error
        except LimitError as error:
            raise HTTPException(503, str(error)) from error
        except KgError as error:
            raise HTTPException(400, str(error)) from error
        finally:
            self._idle.append(worker)
            self._free.release()

    def _answer(self, worker: Worker, text: str, params: Mapping[str, str] | None, asked: Asked | None) -> Result:
        limits: dict[str, Any] = {"timeout_s": self.timeout_s, "max_rows": self.max_rows}
        if asked is None:
            return worker.query(text, params, **limits)
        check(asked.text)
        return worker.run(asked.text, {}, graphs=asked.graphs, **limits)


async def read(request: Request) -> Asked | None:
    """Return the query of a request, None if it has none.

    Raises:
        HTTPException: The request is no query by the protocol.
    """
    fields: ImmutableMultiDict[str, Any] = request.query_params
    if request.method == "POST":
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind == UPDATE:
            raise HTTPException(403, READ_ONLY)
        if kind == QUERY:
            return _asked(fields, [await _text(request)])
        if kind != FORM:
            raise HTTPException(415, f"expected {FORM} or {QUERY}, got {kind or 'no Content-Type'}")
        fields = ImmutableMultiDict([*fields.multi_items(), *_form(await _text(request))])
    if "update" in fields:
        raise HTTPException(403, READ_ONLY)
    return _asked(fields, fields.getlist("query"))


def _asked(fields: ImmutableMultiDict[str, Any], queries: Sequence[str]) -> Asked | None:
    if len(queries) > 1:
        raise HTTPException(400, f"expected one query, got {len(queries)}")
    # An empty value means no choice, as clients with a form send it.
    default, named = (
        tuple(value for value in fields.getlist(name) if value) for name in ("default-graph-uri", "named-graph-uri")
    )
    if not queries or not queries[0].strip():
        return None
    return Asked(queries[0], (default, named) if default or named else None)


def _form(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, max_num_fields=100, errors="strict")
    except ValueError as error:
        raise HTTPException(400, "expected a form of at most 100 fields in UTF-8") from error


async def _text(request: Request) -> str:
    try:
        return (await request.body()).decode("utf-8")
    except UnicodeDecodeError as error:
        raise HTTPException(400, "expected a query in UTF-8") from error


def respond(request: Request, result: Result) -> Response:
    """Return ``result`` in the form that ``format`` in the address or the Accept header asks for.

    Raises:
        HTTPException: No form that the client accepts can hold such a result.
    """
    forms = FORMS[result.kind]
    wanted = request.query_params.get("format")
    form = (wanted if wanted in forms else None) if wanted else choose(request.headers.get("accept"), forms)
    if form is None:
        offered = ", ".join(MEDIA_TYPES[name] for name in forms)
        raise HTTPException(406, f"a {result.kind} can be had as {offered}")
    if result.kind == "graph":
        content = to_bytes(result.triples, form, base=result.base)
    else:
        content = WRITERS[form](result).encode("utf-8", "replace")
    headers = {"Vary": "Accept", "Cache-Control": "no-cache"}
    if result.cut:
        headers["X-Result-Cut"] = f"after {len(result.rows) or len(result.triples)}"
    return Response(content, media_type=MEDIA_TYPES[form], headers=headers)
