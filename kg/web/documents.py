"""Documents that stand alone, served as they are: the page of the graph and dossiers, each with its own policy."""

from __future__ import annotations

import html as text
import re
from pathlib import Path

from anyio.to_thread import run_sync
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response

from kg.errors import InputError
from kg.views.accounts import Accounts
from kg.views.dossier import dossier_page
from kg.views.naming import find
from kg.views.neighbourhood import drawable, neighbourhood
from kg.views.page import page
from kg.web.library import Library
from kg.web.rendering import address, date_address

MOST_NODES = 20_000
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def policy_of(document: str) -> str:
    """Return the policy that ``document`` brings, which stands before any text of articles; it may not be framed."""
    found = POLICY.search(document)
    own = text.unescape(found[1]) if found else "default-src 'none'"
    return f"{own}; frame-ancestors 'none'"


def _meant(accounts: Accounts, name: str) -> str:
    try:
        return find(accounts, name)
    except InputError as error:
        raise HTTPException(404, str(error)) from error


def dossier(request: Request) -> Response:
    """Answer with the dossier of one thing, or of what is between two, by their names or ids."""
    accounts: Accounts = request.app.state.accounts
    given = [name for name in request.query_params.getlist("about") if name]
    if not 1 <= len(given) <= 2:
        raise HTTPException(400, "expected ?about=NAME, once or twice")
    document = dossier_page(accounts, [_meant(accounts, name) for name in given], address, date_address)
    headers = {"Content-Security-Policy": policy_of(document)}
    return HTMLResponse(document.encode("utf-8", "replace"), headers=headers)


async def graph(request: Request) -> Response:
    """Answer with the page of the graph: of all, or of what one thing is joined with."""
    accounts: Accounts = request.app.state.accounts
    library: Library = request.app.state.library
    about = request.query_params.get("about")
    if about:
        name = await run_sync(_meant, accounts, about)
        document = await run_sync(_neighbourhood, accounts, name, library.base)
        headers = {"Content-Security-Policy": policy_of(document)}
        return HTMLResponse(document.encode("utf-8", "replace"), headers=headers)
    if not drawable(library.graph, MOST_NODES):
        raise HTTPException(404, f"the graph has more than {MOST_NODES} nodes; open that of one thing from its page")
    path, policy = await run_sync(_whole, library)
    return FileResponse(path, media_type="text/html; charset=utf-8", headers={"Content-Security-Policy": policy})


def _neighbourhood(accounts: Accounts, name: str, base: str) -> str:
    return page(neighbourhood(accounts, name), title=accounts.label(name), base=base)


def _whole(library: Library) -> tuple[Path, str]:
    """Return the file of the graph's page, made when it is first asked for, and its policy."""
    path = library.folder / "graph.html"
    with library.lock:
        if not path.exists():
            draft = path.with_suffix(".part")
            draft.write_bytes(page(library.graph, base=library.base).encode("utf-8", "replace"))
            draft.replace(path)
    with path.open(encoding="utf-8") as source:
        return path, policy_of(source.read(8000))
