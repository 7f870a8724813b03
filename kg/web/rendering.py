"""Templates of the served pages, escaped throughout, and the addresses they link to."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import jinja2
from starlette.requests import Request
from starlette.responses import HTMLResponse

import kg.views
from kg.rdf import times
from kg.views.page import environment

FOLDER = Path(__file__).parent / "templates"
# What `make assets` bundles; it may not be there.
ASSETS = Path(kg.views.__file__).parent / "assets"


@cache
def templates() -> jinja2.Environment:
    """Return the environment of the served pages: that of all pages, with their templates and addresses added."""
    shared = environment()
    loaders = [jinja2.FileSystemLoader(FOLDER), *([shared.loader] if shared.loader else [])]
    made = shared.overlay(loader=jinja2.ChoiceLoader(loaders))
    made.globals = {**shared.globals, "address": address, "date_address": date_address, "query_string": query_string}
    return made


def address(name: str, form: str | None = None) -> str:
    """Return the path of a resource's page, or of its description in another form."""
    return f"/resource/{quote(name, safe='')}" + (f".{form}" if form else "")


def date_address(date: str | None) -> str:
    """Return the path of a date's page; of an interval, that of its first part; nothing for what is no date."""
    first = (date or "").partition("/")[0]
    return f"/date/{first}" if times.bounds(first) else ""


def query_string(given: dict[str, Any], **changes: Any) -> str:
    """Return ``given`` with ``changes`` as the end of an address, without what is empty."""
    return "?" + urlencode({name: value for name, value in {**given, **changes}.items() if value not in (None, "")})


def html(request: Request, template: str, code: int = 200, /, **values: Any) -> HTMLResponse:
    """Return the page that ``template`` makes of ``values``, with the status ``code``."""
    shared = {
        "accounts": request.app.state.accounts,
        "link": address,
        "day": date_address,
        "given": dict(request.query_params),
        "path": request.url.path,
    }
    text = templates().get_template(template).render({**shared, **values})
    return HTMLResponse(text.encode("utf-8", "replace"), code, {"Vary": "Accept"})
