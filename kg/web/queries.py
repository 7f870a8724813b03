"""Pages to ask with: the competency queries as forms, and an editor for SPARQL that holds them as saved queries."""

from __future__ import annotations

from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kg.rdf.questions import load_questions
from kg.rdf.results import Result, short, value
from kg.web import sparql
from kg.web.accept import choose
from kg.web.library import Library
from kg.web.rendering import html


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
    """Answer with the editor, and the result of the query that the address holds."""
    query = await sparql.read(request)
    result, problem, status = None, "", 200
    if query is not None:
        try:
            result = await request.app.state.desk.ask(query.text, asked=query)
        except HTTPException as error:
            problem, status = error.detail, error.status_code
    return html(
        request,
        "editor.html",
        status,
        text=query.text if query else "",
        questions=load_questions(),
        result=result,
        table=rows(request.app.state.library, result) if result else None,
        problem=problem,
    )


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
