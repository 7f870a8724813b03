"""The pages for readers: lists, search, and a page for every entity, event, article and date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pyoxigraph as ox
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.rdf import times
from kg.rdf.results import short
from kg.views.accounts import Accounts, Statement, span
from kg.vocab import PARENT, STATUSES, ancestors
from kg.web.article import marked
from kg.web.library import Library
from kg.web.rendering import address, date_address, html

PAGE = 50
ENTITY_KINDS = tuple(PARENT)[: list(PARENT).index("Event")]
EVENT_KINDS = tuple(kind for kind in PARENT if PARENT[kind] in ("Event", "Consult"))


def number(request: Request, name: str = "page") -> int:
    """Return a page's number from the address, 1 if there is none.

    Raises:
        HTTPException: It is no number from 1 to a million.
    """
    text = request.query_params.get(name, "1")
    if not (text.isascii() and text.isdecimal() and len(text) < 7 and int(text)):
        raise HTTPException(400, f"{name}: expected a number from 1 on")
    return int(text)


def paged(request: Request, items: Sequence[Any], name: str = "page") -> dict[str, Any]:
    """Return one page of ``items``, and what is needed to leaf through them."""
    at = number(request, name)
    last = max(1, -(-len(items) // PAGE))
    if at > last:
        raise HTTPException(404, f"there are {last} pages")
    return {"items": items[(at - 1) * PAGE : at * PAGE], "count": len(items), "at": at, "last": last, "name": name}


def choice(request: Request, name: str, allowed: Sequence[str]) -> str:
    """Return what the address chooses for ``name``, nothing if it chooses none.

    Raises:
        HTTPException: It is none of ``allowed``.
    """
    value = request.query_params.get(name, "")
    if value and value not in allowed:
        raise HTTPException(400, f"{name}: expected one of {', '.join(allowed)}")
    return value


def home(request: Request) -> Response:
    """Answer with what there is: counts, the most connected, the latest."""
    accounts: Accounts = request.app.state.accounts
    library: Library = request.app.state.library
    return html(
        request,
        "home.html",
        kinds=request.app.state.kinds,
        leading=request.app.state.leading,
        articles=accounts.latest(accounts.articles)[:8],
        size=library.dump.size,
    )


def counted(accounts: Accounts) -> Counter[str]:
    """Return how many things of each class there are."""
    return Counter(record["kind"] for name, record in accounts.graph.nodes(data=True) if record["kind"] != "Claim")


def leading(accounts: Accounts, most: int = 24) -> list[str]:
    """Return the agents that most statements are about."""
    agents = [name for name in accounts.graph if accounts.is_agent(name)]
    return sorted(agents, key=lambda name: (-accounts.graph.degree(name), accounts.label(name), name))[:most]


def things(request: Request) -> Response:
    """Answer with the entities, of one class if the address chooses one."""
    accounts: Accounts = request.app.state.accounts
    kind = choice(request, "kind", list(PARENT))
    found = [
        name
        for name, record in accounts.graph.nodes(data=True)
        if record["kind"] != "Claim" and (kind in ancestors(record["kind"]) if kind else record["kind"] in ENTITY_KINDS)
    ]
    found.sort(key=lambda name: (-accounts.graph.degree(name), accounts.label(name), name))
    return html(request, "things.html", listing=paged(request, found), kind=kind, kinds=request.app.state.kinds)


def events(request: Request) -> Response:
    """Answer with the events in order of time, the latest first."""
    accounts: Accounts = request.app.state.accounts
    kind, status = choice(request, "kind", EVENT_KINDS), choice(request, "status", STATUSES)
    found = [
        name
        for name in accounts.calendar
        if (not kind or kind in ancestors(accounts.kind(name)))
        and (not status or accounts.record(name).get("status") == status)
    ]
    dated: list[str] = []
    undated: list[str] = []
    for name in found:
        (dated if accounts.when(name) else undated).append(name)
    return html(
        request,
        "events.html",
        listing=paged(request, [*reversed(dated), *undated]),
        kind=kind,
        status=status,
        kinds=EVENT_KINDS,
        statuses=STATUSES,
    )


def articles(request: Request) -> Response:
    """Answer with the articles, the latest first."""
    accounts: Accounts = request.app.state.accounts
    source = request.query_params.get("source", "")
    found = accounts.latest(n for n, r in accounts.articles.items() if not source or r.get("source") == source)
    sources = Counter(record.get("source") or "" for record in accounts.articles.values())
    return html(request, "articles.html", listing=paged(request, found), outlet=source, sources=sources.most_common(60))


def date(request: Request) -> Response:
    """Answer with what happened and what was published on a day, in a month or in a year."""
    accounts: Accounts = request.app.state.accounts
    value = request.path_params["value"]
    ends = times.bounds(value) if "/" not in value else None
    if ends is None:
        raise HTTPException(404, "expected a date such as 2018, 2018-04 or 2018-04-24")
    first, last = ends

    def within(date: str | None) -> bool:
        begin, end = span(date)
        return begin <= last and end >= first

    found = [n for n in accounts.calendar if within(accounts.record(n).get("date"))]
    undated = [n for n in accounts.calendar if not accounts.record(n).get("date")]
    reported = [n for n in undated if (told := accounts.when(n)) and within(told)]
    printed = [n for n, r in accounts.articles.items() if r.get("date") and within(r["date"])]
    return html(
        request,
        "date.html",
        value=value,
        listing=paged(request, found),
        reported=paged(request, reported, "reported"),
        articles=paged(request, accounts.latest(printed), "articles"),
        wider=value.rpartition("-")[0],
    )


def search(request: Request) -> Response:
    """Answer with the names and sentences that hold what is asked for."""
    library: Library = request.app.state.library
    text, at = request.query_params.get("q", ""), number(request)
    count, names = library.search.names(text, limit=PAGE, offset=(at - 1) * PAGE)
    found, quotes = library.search.sentences(text, limit=PAGE, offset=(at - 1) * PAGE)
    last = max(1, -(-max(count, found) // PAGE))
    listing = {"items": names, "count": count, "at": at, "last": last, "name": "page"}
    return html(request, "search.html", text=text, listing=listing, quotes=quotes, found=found)


def resource(request: Request, name: str) -> Response:
    """Return the page of the resource ``name``.

    Raises:
        HTTPException: There is no such resource.
    """
    accounts: Accounts = request.app.state.accounts
    library: Library = request.app.state.library
    if name in accounts.articles:
        return article(request, name)
    if name in accounts and accounts.kind(name) != "Claim":
        return node(request, name)
    if name.startswith("time_") and (path := date_address(times.value_of(name))):
        return RedirectResponse(path, 303, {"Vary": "Accept"})
    if name in library.dump:
        cells = [(short(t.predicate, library.base), *_value(library, t.object)) for t in library.dump.describe(name)]
        return html(request, "plain.html", name=name, triples=cells, origin=_source(accounts, name))
    raise HTTPException(404, "nothing is known of this")


def _value(library: Library, term: Any) -> tuple[str, str]:
    """Return a term's short text and, for a resource of ours, its id."""
    name = library.dump.name(term.value) if isinstance(term, ox.NamedNode) else ""
    return short(term, library.base), name if name and name in library.dump else ""


def _source(accounts: Accounts, name: str) -> tuple[Statement | None, str]:
    """Return the statement or the place in an article that a resource stands for."""
    sentence = accounts.sentences.get(name)
    where = f"{address(sentence['article'])}#c{sentence['start']}" if sentence else ""
    return accounts.statement(name), where


def node(request: Request, name: str) -> Response:
    """Return the page of an entity or event."""
    accounts: Accounts = request.app.state.accounts
    predicate = request.query_params.get("property", "")
    status = choice(request, "status", STATUSES)
    every = list(accounts.statements(name))
    if accounts.is_event(name):
        known = {statement.id for statement in every}
        every = [*every, *(s for s in accounts.statements_of_event(name) if s.id not in known)]
    chosen = [s for s in every if (not predicate or s.predicate == predicate) and (not status or s.status == status)]
    return html(
        request,
        "node.html",
        name=name,
        record=accounts.record(name),
        listing=paged(request, chosen),
        predicates=Counter(s.predicate for s in every).most_common(),
        statuses=Counter(s.status for s in every).most_common(),
        predicate=predicate,
        status=status,
        events=paged(request, accounts.events(name), "events"),
        claims=paged(request, accounts.claims(name), "claims"),
        counterparts=accounts.counterparts(name)[:16],
        articles=accounts.articles_of(name)[:20],
        known=accounts.known(name)[:60],
    )


def article(request: Request, name: str) -> Response:
    """Return the page of an article: its text with mentions and cited sentences marked, and what it states."""
    accounts: Accounts = request.app.state.accounts
    library: Library = request.app.state.library
    statements, events, claims = accounts.told_in(name)
    record = accounts.articles[name]
    cited = {(s["start"], s["end"]) for s in accounts.sentences.values() if s["article"] == name}
    return html(
        request,
        "article.html",
        name=name,
        record=record,
        paragraphs=marked(record.get("text") or "", library.mentions.get(name, ()), sorted(cited)),
        statements=statements,
        events=events,
        claims=claims,
    )
