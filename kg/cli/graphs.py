"""Commands on a graph that is there: validate, publish, view, query, dossier, serve."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli._app import app, check_choice, err, graph_at, out, pairs, writing_of


@app.command()
def validate(
    source: Annotated[Path, typer.Argument(help="A store, a folder with one, or an RDF file.")] = Path("out"),
    format: Annotated[str, typer.Option(help="text, json or ttl.")] = "text",
) -> None:
    """Check a graph against the SHACL shapes; exit code 1 if any is broken."""
    from kg.rdf import shapes
    from kg.settings import Settings

    check_choice("--format", [format], ("text", "json", "ttl"))
    base = Settings().base
    report = shapes.validate(graph_at(source), base=base)
    print(report.turtle(base) if format == "ttl" else {"text": report.text, "json": report.json}[format](), end="")
    if not report.conforms:
        raise typer.Exit(1)


@app.command()
def publish(
    source: Annotated[Path, typer.Argument(help="A store, a folder with one, or an RDF file.")] = Path("out"),
    to: Annotated[str, typer.Option(help="Graph Store endpoint; with --protocol update, the update endpoint.")] = "",
    protocol: Annotated[str, typer.Option(help="graph-store or update.")] = "graph-store",
    query_url: Annotated[str | None, typer.Option(help="With --protocol update: the query endpoint.")] = None,
    text: Annotated[str, typer.Option(help="What is published of the text: none, sentences or full.")] = "sentences",
    keep: Annotated[bool, typer.Option("--keep", help="Leave articles there that are no longer here.")] = False,
) -> None:
    """Put a build into a triple store, a named graph per article, as far as it changed.

    User, password and kind (basic or digest) come from KG_PUBLISH_USER, KG_PUBLISH_PASSWORD and KG_PUBLISH_AUTH; a
    token from KG_PUBLISH_TOKEN.
    """
    from kg.rdf.publish import PROTOCOLS
    from kg.rdf.publish import publish as run
    from kg.rdf.reading import graph_from_file

    if not to:
        raise typer.BadParameter("give the address of the store", param_hint="--to")
    check_choice("--protocol", [protocol], PROTOCOLS)
    options = writing_of(text=text)
    graph = graph_at(source)
    done = run(
        graph_from_file(graph, base=options.base) if isinstance(graph, Path) else graph,
        to,
        protocol=protocol,  # type: ignore[arg-type]
        query_url=query_url,
        options=options,
        prune=not keep,
    )
    words = f"{done.sent} graphs sent ({done.triples} triples), {done.unchanged} unchanged, {done.removed} removed"
    out.print(words, markup=False)


@app.command()
def view(
    source: Annotated[Path, typer.Argument(help="A store, or the folder of a build.")] = Path("out"),
    out_file: Annotated[
        Path | None, typer.Option("--out", help="The page; by default graph.html by the store.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="Title of the page.")] = None,
) -> None:
    """Write the page of a graph: one HTML file that opens by double click, offline."""
    from kg.errors import InputError
    from kg.exporters import html

    graph = graph_at(source)
    if isinstance(graph, Path):
        raise InputError(
            f"{source}: expected a store (.sqlite) or the folder of a build, got {source.suffix or 'a file'}"
        )
    target = out_file or (source if source.is_dir() else source.parent) / "graph.html"
    html.write(graph, target, title=title)
    out.print(str(target), markup=False)


@app.command()
def query(
    text: Annotated[
        str | None, typer.Argument(help="SPARQL, a file with the suffix .rq, or - for standard input.")
    ] = None,
    name: Annotated[str | None, typer.Option(help="A competency query, such as who-met-whom.")] = None,
    param: Annotated[list[str] | None, typer.Option(help="name=value, a parameter of the query.")] = None,
    store: Annotated[Path, typer.Option(help="A store, a folder with one, or an RDF file.")] = Path("out"),
    format: Annotated[str, typer.Option(help="table, csv, tsv, json, xml or ttl.")] = "table",
    timeout_s: Annotated[float | None, typer.Option(help="Seconds after which a query is stopped.")] = None,
    max_rows: Annotated[int | None, typer.Option(help="Rows after which a result is cut.")] = None,
    show: Annotated[bool, typer.Option("--list", help="List the competency queries and their parameters.")] = False,
) -> None:
    """Ask SPARQL of a store or an RDF file; updates, SERVICE and LOAD are refused."""
    from kg.rdf.questions import load_questions, question_named
    from kg.rdf.results import WRITERS
    from kg.rdf.sparql import query as ask
    from kg.settings import Settings

    if show:
        for question in load_questions().values():
            out.print(f"{question.name}: {question.question}", markup=False)
            for each in question.params:
                default = "" if each.default is None else f", {each.default} if left out"
                out.print(f"    {each.name}: {each.meaning} ({each.type}{default})", markup=False)
        return
    if (text is None) == (name is None):
        raise typer.BadParameter("give either SPARQL or --name")
    check_choice("--format", [format], WRITERS)
    settings = Settings()
    result = ask(
        graph_at(store),
        question_named(name).name if name is not None else _sparql(text or ""),
        pairs("--param", param),
        timeout_s=settings.timeout_s if timeout_s is None else timeout_s,
        max_rows=settings.max_rows if max_rows is None else max_rows,
        base=settings.base,
    )
    print(WRITERS[format](result), end="")
    if result.cut:
        err.print("kg: there is more: --max-rows cut the result", markup=False)


def _sparql(text: str) -> str:
    """Return SPARQL that is given as such, as the name of a file, or at standard input."""
    from kg.errors import InputError

    if text == "-":
        return sys.stdin.read()
    if not text.endswith(".rq") or "\n" in text:
        return text
    try:
        return Path(text).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{text}: cannot be read: {error}") from error


@app.command()
def dossier(
    names: Annotated[list[str], typer.Argument(help="A person, State, organization or meeting; or two of them.")],
    store: Annotated[Path, typer.Option(help="A store, a folder with one, or an RDF file.")] = Path("out"),
    out_file: Annotated[Path | None, typer.Option("--out", help="The page; by default dossier-NAME.html here.")] = None,
) -> None:
    """Write the dossier of one thing, or of what is between two, as one HTML page."""
    from kg.errors import InputError
    from kg.rdf.reading import graph_from_file
    from kg.views.accounts import Accounts
    from kg.views.dossier import dossier_page
    from kg.views.naming import find, folded

    if len(names) > 2:
        raise InputError(f"dossier: expected one name or two, got {len(names)}")
    graph = graph_at(store)
    accounts = Accounts(graph_from_file(graph) if isinstance(graph, Path) else graph)
    found = [find(accounts, name) for name in names]
    title = "-".join(folded(accounts.label(name)).replace(" ", "-")[:60] for name in found)
    path = out_file or Path(f"dossier-{title}.html")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dossier_page(accounts, found), "utf-8", errors="replace", newline="\n")
    out.print(str(path), markup=False)


@app.command()
def serve(
    source: Annotated[Path, typer.Argument(help="A store, a folder with one, or an RDF file.")] = Path("out"),
    host: Annotated[
        str, typer.Option(help="Address to listen at; others than this machine's own are open to all.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen at; 0 takes a free one.")] = 8000,
    name: Annotated[list[str] | None, typer.Option(help="Another host name by which the server is reached.")] = None,
    statements: Annotated[str, typer.Option(help="How a store is served: reified, named-graphs or rdf12.")] = "reified",
) -> None:
    """Serve pages, SPARQL and RDF of a store or an RDF file."""
    from kg.errors import InputError
    from kg.rdf.options import STATEMENTS
    from kg.settings import Settings

    try:
        from kg.web.app import listen
        from kg.web.app import serve as run
        from kg.web.library import open_library
    except ImportError as error:
        raise InputError(f"{error.name} is missing: pip install 'diplomatic-kg[serve]'") from error
    settings = Settings()
    check_choice("--statements", [statements], STATEMENTS)
    with (
        listen(host, port) as listening,
        open_library(source, base=settings.base, statements=statements) as library,  # type: ignore[arg-type]
    ):
        shown = f"[{host}]" if ":" in host else host
        err.print(f"{library.dump.size} statements at http://{shown}:{listening.getsockname()[1]}/", markup=False)
        hosts = [host, *(name or ())]
        run(library, listening, hosts=hosts, timeout_s=settings.timeout_s, max_rows=settings.max_rows)
