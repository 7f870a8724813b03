"""Pages to ask with: the competency queries as forms, and an editor for SPARQL that holds them as saved queries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kg.errors import KgError
from kg.rdf.questions import Question, bind, filled, load_questions
from kg.rdf.results import Result, short, value
from kg.views.accounts import Accounts
from kg.views.naming import find
from kg.web import sparql
from kg.web.accept import choose
from kg.web.library import Library
from kg.web.rendering import ASSETS, html

NONE: Mapping[str, str] = MappingProxyType({})


def listed(request: Request) -> Response:
    """Answer with the list of competency queries."""
    return html(request, "queries.html", questions=load_questions())


async def asked(request: Request) -> Response:
    """Answer a competency query with the parameters of the address; before they are given, with its form."""
    question = load_questions().get(request.path_params["name"])
    if question is None:
        raise HTTPException(404, "there is no such query")
    params = {param.name: text for param in question.params if (text := request.query_params.get(param.name))}
    complete = all(param.default is not None or param.name in params for param in question.params)
    result, problem, status = None, "", 200
    if complete:
        try:
            result = await request.app.state.desk.ask(question.name, params)
        except HTTPException as error:
            result, problem, status = None, error.detail, error.status_code
    as_page = choose(request.headers.get("accept"), ("json", "html")) == "html" and "format" not in request.query_params
    if not as_page:
        if result is None:
            raise HTTPException(status if problem else 400, problem or f"{question.name}: a parameter is missing")
        return sparql.respond(request, result)
    table = rows(request.app.state.library, result) if result else None
    values = {"question": question, "params": params, "table": table, "result": result, "problem": problem}
    return html(request, "asked.html", status, **values)


async def editor(request: Request) -> Response:
    """Answer with the editor, and the result of the query that the address holds; a saved one is only shown."""
    library: Library = request.app.state.library
    query = await sparql.read(request)
    chosen = load_questions().get(request.query_params.get("saved", ""))
    text, result, problem, status = "", None, "", 200
    try:
        if query is not None:
            text = query.text
            result = await request.app.state.desk.ask(query.text, asked=query)
        elif chosen is not None:
            text = opened(chosen, library.base)
            text = opened(chosen, library.base, request.query_params, request.app.state.accounts)
    except HTTPException as error:
        problem, status = error.detail, error.status_code
    except KgError as error:
        problem, status = str(error), 400
    return html(
        request,
        "editor.html",
        status,
        text=text,
        saved=[(question, opened(question, library.base)) for question in load_questions().values()],
        yasgui=(ASSETS / "yasgui.js").exists(),
        base=library.base,
        result=result,
        table=rows(library, result) if result else None,
        problem=problem,
    )


def opened(question: Question, base: str, given: Mapping[str, str] = NONE, accounts: Accounts | None = None) -> str:
    """Return a question as SPARQL to be changed: its parameters are put in, those without a value stay free.

    ``accounts`` find things by their names.

    Raises:
        KgError: A value is not of its type, or a name means nothing or several things.
    """
    values = {param.name: given.get(param.name) or param.default for param in question.params}
    known = {name: value for name, value in values.items() if value is not None}
    asked = replace(question, params=tuple(param for param in question.params if param.name in known))
    terms = bind(asked, known, base=base, find=lambda name: [base + find(accounts, name)] if accounts else [])
    return filled(question.text, terms)


def rows(library: Library, result: Result) -> dict[str, Any]:
    """Return a result as columns and rows of cells, each with its text and, for a resource of ours, its id."""
    if result.kind == "truth":
        return {"columns": ["answer"], "rows": [[{"text": "yes" if result.truth else "no", "id": ""}]]}
    lines: Any = result.rows
    columns = list(result.columns)
    if result.kind == "graph":
        columns, lines = (
            ["subject", "predicate", "object"],
            [(t.subject, t.predicate, t.object) for t in result.triples],
        )
    return {"columns": columns, "rows": [[_cell(library, term) for term in line] for line in lines]}


def _cell(library: Library, term: Any) -> dict[str, str]:
    text = short(term, library.base)
    iri = value(term) if term is not None else ""
    name = iri.removeprefix(library.base)
    return {"text": text, "id": name if iri.startswith(library.base) and name in library.dump else ""}
