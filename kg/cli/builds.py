"""Commands that make a store and its files: build, join, remove, merges, export."""

from __future__ import annotations

from datetime import date as calendar_date
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from kg.cli._app import (
    ArticleBar,
    DecisionsOption,
    Formats,
    ModelOption,
    OutDir,
    Paths,
    app,
    complain,
    format_names,
    graph_at,
    out,
    pairs,
    print_lines,
    writing_of,
)


@app.command()
def build(
    paths: Paths = None,
    out_dir: OutDir = Path("out"),
    formats: Formats = "ttl,html",
    workers: Annotated[int, typer.Option(help="Processes; 0 decides by the amount of text.")] = 0,
    cluster: Annotated[str | None, typer.Option(help="Address of a dask scheduler, such as tcp://host:8786.")] = None,
    date: Annotated[str | None, typer.Option(help="Date of articles that give none (ISO).")] = None,
    source: Annotated[str | None, typer.Option(help="Source of articles that give none.")] = None,
    field: Annotated[list[str] | None, typer.Option(help="Other field names: text=body, date=published …")] = None,
    statements: Annotated[str, typer.Option(help="reified, named-graphs, rdf12 or none.")] = "reified",
    text: Annotated[str, typer.Option(help="What is published of the text: none, sentences or full.")] = "sentences",
    min_confidence: Annotated[float, typer.Option(help="Leave out edges below this confidence (0–1).")] = 0.0,
    decisions: DecisionsOption = None,
    prune: Annotated[bool, typer.Option("--prune", help="Remove articles that PATHS no longer have.")] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Forget what the store in --out holds.")] = False,
    model: ModelOption = None,
) -> None:
    """Build the knowledge graph of articles: the store, and a file for each format."""
    from kg.building import STORE, Summary
    from kg.building import build as run
    from kg.readers import Options
    from kg.settings import Settings

    settings = Settings()
    names = format_names(formats)
    writing = writing_of(settings.base, statements, text)
    if not paths and (fresh or prune or not (out_dir / STORE).is_file()):
        raise typer.BadParameter("give the files to read; without any, the files are written anew from a store")
    reading = Options(
        date=date,
        source=source,
        fields=pairs("--field", field),
        max_bytes=settings.max_bytes,
        max_characters=settings.max_characters,
        timeout_s=settings.timeout_s,
        today=calendar_date.today().isoformat(),
    )
    if fresh:
        (out_dir / STORE).unlink(missing_ok=True)
    summary = Summary()
    with ArticleBar() as advance:
        graph = run(
            paths or [],
            out_dir,
            formats=names,
            reading=reading,
            writing=writing,
            workers=workers or settings.workers,
            cluster=cluster,
            model=model or settings.model,
            gazetteer=settings.gazetteer,
            lexicon=settings.lexicon,
            min_confidence=min_confidence,
            decisions=decisions,
            prune=prune,
            summary=summary,
            progress=advance,
        )
    out.print(_summary(graph, summary))
    complain(summary.problems)


@app.command()
def join(
    stores: Annotated[list[Path], typer.Argument(help="Stores, or folders of builds.")],
    out_dir: OutDir = Path("out"),
    formats: Formats = "ttl,html",
    decisions: DecisionsOption = None,
) -> None:
    """Join stores that were built in parts: the graph is that of one build of all."""
    from kg.building import Summary
    from kg.building import join as run

    summary = Summary()
    graph = run(
        stores, out_dir, formats=format_names(formats), writing=writing_of(), decisions=decisions, summary=summary
    )
    out.print(_summary(graph, summary))


@app.command()
def remove(
    ids: Annotated[list[str], typer.Argument(help="Ids of articles.")],
    out_dir: OutDir = Path("out"),
    formats: Formats = "ttl,html",
) -> None:
    """Remove articles, and what only they state, from a store, and write its files anew."""
    from kg.building import STORE, Summary, build
    from kg.store import Store

    graph_at(out_dir / STORE)
    summary = Summary()
    with Store(out_dir / STORE) as store:
        for article_id in ids:
            if store.delete(article_id):
                summary.removed += 1
            else:
                summary.problems.append(f"{out_dir / STORE}: no article has the id {article_id!r}")
    graph = build([], out_dir, formats=format_names(formats), writing=writing_of(), summary=summary)
    out.print(_summary(graph, summary))
    complain(summary.problems)


@app.command()
def merges(
    source: Annotated[Path, typer.Argument(help="A store, or the folder of a build.")] = Path("out"),
) -> None:
    """Print what was taken for one across articles, and why: edited, it is what --decisions takes."""
    from kg.errors import InputError
    from kg.graph.decisions import write_decisions

    graph = graph_at(source)
    if isinstance(graph, Path):
        raise InputError(f"{source}: expected a store (.sqlite) or the folder of a build")
    print(write_decisions(graph.graph["merges"]), end="")


@app.command()
def export(
    source: Annotated[Path, typer.Argument(help="A store, or the folder of a build.")] = Path("out"),
    out_dir: Annotated[Path | None, typer.Option("--out", help="Folder for the files; by default the store's.")] = None,
    formats: Formats = "ttl",
    statements: Annotated[str, typer.Option(help="reified, named-graphs, rdf12 or none.")] = "reified",
    text: Annotated[str, typer.Option(help="What is published of the text: none, sentences or full.")] = "sentences",
    min_confidence: Annotated[float, typer.Option(help="Leave out edges below this confidence (0–1).")] = 0.0,
) -> None:
    """Write the files of a store in other formats; RDF of any size in little memory."""
    from kg.exporting import export as run

    target = out_dir or (source if source.is_dir() else source.parent)
    writing = writing_of(None, statements, text)
    files = run(source, target, formats=format_names(formats), writing=writing, min_confidence=min_confidence)
    print_lines(map(str, files))


def _summary(graph: Any, summary: Any) -> Table:
    edges = [data for *_, data in graph.edges(data=True) if "evidence" in data]
    table = Table(show_header=False, box=None, pad_edge=False)
    rows = (
        (
            "articles",
            f"{len(graph.graph['articles'])} ({summary.articles} read, {summary.unchanged} of them unchanged)",
        ),
        *([("removed", str(summary.removed))] if summary.removed else ()),
        ("problems", str(len(summary.problems))),
        ("entities", str(sum("roles" not in d and d["kind"] != "Claim" for _, d in graph.nodes(data=True)))),
        ("events", str(sum("roles" in d for _, d in graph.nodes(data=True)))),
        ("claims", str(sum(d["kind"] == "Claim" for _, d in graph.nodes(data=True)))),
        ("merged", str(len(graph.graph["merges"]))),
        ("assertions", str(len(edges))),
        ("of which actual", str(sum(d["plain"] for d in edges))),
        ("files", ", ".join(str(path) for path in summary.files)),
    )
    for name, value in rows:
        table.add_row(name, value)
    return table
