"""The command ``kg``: arguments in, one function called, text or files out; only here is anything printed."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from datetime import date as calendar_date
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from kg.errors import KgError

app = typer.Typer(no_args_is_help=True, add_completion=True, help="Knowledge graphs of diplomatic events from news.")
model_app = typer.Typer(no_args_is_help=True, help="The embedded language model.")
app.add_typer(model_app, name="model")
out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        help="Files, folders, web addresses: .txt .jsonl .json .csv .tsv .html .xml (feeds) .warc; none: the store."
    ),
]
Formats = Annotated[str, typer.Option("--format", help="Comma-separated formats.")]
DecisionsOption = Annotated[Path | None, typer.Option(help="What is the same and what not: as kg merges writes.")]
OutDir = Annotated[Path, typer.Option("--out", help="Folder for the store and the files.")]
ModelOption = Annotated[Path | None, typer.Option(help="Weights folder, or a spaCy pipeline with UD labels.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def main() -> None:
    """Run the command line; an expected error is one line on stderr and exit code 1."""
    try:
        app()
    except KgError as error:
        err.print(f"kg: {error}", markup=False)
        sys.exit(1)


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
    names = _formats(formats)
    writing = _writing(settings.base, statements, text)
    if not paths and (fresh or prune or not (out_dir / STORE).is_file()):
        raise typer.BadParameter("give the files to read; without any, the files are written anew from a store")
    reading = Options(
        date=date,
        source=source,
        fields=_pairs("--field", field),
        max_bytes=settings.max_bytes,
        max_characters=settings.max_characters,
        timeout_s=settings.timeout_s,
        today=calendar_date.today().isoformat(),
    )
    if fresh:
        (out_dir / STORE).unlink(missing_ok=True)
    summary = Summary()
    with _Progress() as advance:
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
    _complain(summary.problems)


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
    graph = run(stores, out_dir, formats=_formats(formats), writing=_writing(), decisions=decisions, summary=summary)
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

    _graph(out_dir / STORE)
    summary = Summary()
    with Store(out_dir / STORE) as store:
        for article_id in ids:
            if store.delete(article_id):
                summary.removed += 1
            else:
                summary.problems.append(f"{out_dir / STORE}: no article has the id {article_id!r}")
    graph = build([], out_dir, formats=_formats(formats), writing=_writing(), summary=summary)
    out.print(_summary(graph, summary))
    _complain(summary.problems)


@app.command()
def merges(
    source: Annotated[Path, typer.Argument(help="A store, or the folder of a build.")] = Path("out"),
) -> None:
    """Print what was taken for one across articles, and why: edited, it is what --decisions takes."""
    from kg.errors import InputError
    from kg.graph.decisions import write_decisions

    graph = _graph(source)
    if isinstance(graph, Path):
        raise InputError(f"{source}: expected a store (.sqlite) or the folder of a build")
    print(write_decisions(graph.graph["merges"]), end="")


def _complain(problems: list[str]) -> None:
    """Print a line for each problem; if there are any, the exit code is 1."""
    for problem in problems:
        err.print(f"kg: {problem}", markup=False)
    if problems:
        raise typer.Exit(1)


def _formats(text: str) -> list[str]:
    from kg.exporters import EXPORTERS

    names = [name.strip() for name in text.split(",") if name.strip()]
    _choice("--format", names, EXPORTERS)
    return names


def _writing(base: str | None = None, statements: str = "reified", text: str = "sentences") -> Any:
    from kg.rdf.options import STATEMENTS, TEXTS, Options
    from kg.settings import Settings

    _choice("--statements", [statements], STATEMENTS)
    _choice("--text", [text], TEXTS)
    return Options(base=base or Settings().base, statements=statements, text=text)  # type: ignore[arg-type]


def _pairs(option: str, values: list[str] | None) -> dict[str, str]:
    for value in values or ():
        if "=" not in value:
            raise typer.BadParameter(f"expected name=value, got {value!r}", param_hint=option)
    return dict(value.split("=", 1) for value in values or ())


def _choice(option: str, values: list[str], allowed: Any) -> None:
    for value in values:
        if value not in allowed:
            raise typer.BadParameter(f"{value!r} is not one of {', '.join(allowed)}", param_hint=option)


class _Progress:
    """A bar on stderr that counts articles, when somebody is looking."""

    def __init__(self) -> None:
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.completed} articles"),
            TimeElapsedColumn(),
            console=err,
            transient=True,
            disable=not sys.stderr.isatty(),
        )

    def __enter__(self) -> Callable[[Any], None]:
        self._bar.start()
        task = self._bar.add_task("reading", total=None)
        return lambda article: self._bar.advance(task)

    def __exit__(self, *details: object) -> None:
        self._bar.stop()


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


@app.command()
def triples(
    file: Annotated[Path, typer.Argument(help="A file of articles; with --open, a sentence a line.")],
    open_: Annotated[bool, typer.Option("--open", help="Open triples in the text's own words, tab separated.")] = False,
    style: Annotated[str, typer.Option(help="With --open: nary (default), graph or chained.")] = "nary",
    date: Annotated[str | None, typer.Option(help="Date of articles that give none (ISO).")] = None,
    as_json: Json = False,
    model: ModelOption = None,
) -> None:
    """Print what each sentence gave, with the rule."""
    if open_:
        _open_triples(file, style, model)
    else:
        _triples(file, date, model, as_json)


def _open_triples(file: Path, style: str, model: Path | None) -> None:
    from kg.extractors.open import STYLES, open_triples
    from kg.model import Article
    from kg.nlp import pipeline
    from kg.readers import Options
    from kg.readers._article import decode, read_bytes

    _choice("--style", [style], STYLES)
    lines = [line for line in decode(read_bytes(file, Options()), str(file)).split("\n") if line.strip()]
    articles = [Article(id=str(n), text=line.strip("\r")) for n, line in enumerate(lines)]
    for article, doc in zip(articles, pipeline.read(pipeline.load(model), articles), strict=True):
        for found in open_triples(doc, style=style):  # type: ignore[arg-type]
            cells = (article.text, found.subject, found.predicate, found.object, f"{found.confidence:.2f}")
            print("\t".join(" ".join(cell.split()) if i else cell.replace("\t", " ") for i, cell in enumerate(cells)))


def _triples(file: Path, date: str | None, model: Path | None, as_json: bool) -> None:
    from kg.engine import Tables
    from kg.engine.local import facts_of
    from kg.readers import Options, read_paths

    problems: list[str] = []
    for facts in facts_of(read_paths([file], Options(date=date), problems), Tables(model)):
        names = {e.id: e.label for e in facts.entities} | {e.id: e.label for e in facts.events}
        last = None
        for a in sorted(facts.assertions, key=lambda a: (a.evidence[0].start, a.id)):
            evidence = a.evidence[0]
            record = {
                "article": facts.article.id,
                "sentence": evidence.quote,
                "subject": names.get(a.subject, a.subject),
                "predicate": a.predicate,
                "object": names.get(a.object, a.object),
                "status": a.status,
                "attributed_to": names.get(a.attributed_to) if a.attributed_to else None,
                "date": a.date,
                "rule": evidence.rule,
                "confidence": evidence.confidence,
            }
            if as_json:
                print(json.dumps(record, ensure_ascii=False))
                continue
            if evidence.start != last:
                last = evidence.start
                out.print(f"\n{' '.join(evidence.quote.split())}", markup=False)
            notes = [
                a.status,
                f"says {record['attributed_to']}" if a.attributed_to else "",
                a.date or "",
                evidence.rule,
            ]
            said = f"{record['subject']} | {a.predicate} | {record['object']}"
            out.print(f"    {said}   [{', '.join(note for note in notes if note)}]", markup=False)
    _complain(problems)


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder or file of annotated articles; .jsonl: annotated sentences.")],
    against: Annotated[Path | None, typer.Option(help="What --json wrote before: show what changed.")] = None,
    json_file: Annotated[Path | None, typer.Option("--json", help="Write all that was found and missed.")] = None,
    calibrate: Annotated[Path | None, typer.Option(help="Write confidence.tsv: weights fitted to this gold.")] = None,
    verbose: Annotated[bool, typer.Option("--verbose", help="List what is wrong and missed, with its words.")] = False,
    model: ModelOption = None,
) -> None:
    """Hold what is extracted against gold: figures by property, status and rule, and what a change gained and lost."""
    from kg.evaluation import evaluate as run
    from kg.evaluation import figures, read_gold, report, sentences

    if gold.suffix == ".jsonl":
        _lines(
            report.sentence_lines(sentences.find_events(sentences.read_sentences(gold), model=model), verbose=verbose)
        )
        return
    before = None if against is None else figures.read_json(against)
    with _Progress() as advance:
        judgement = run(read_gold(gold), model=model, progress=advance)
    _lines(report.article_lines(judgement, verbose=verbose))
    if before is not None:
        _lines(report.change_lines(figures.changes(before, judgement), before, judgement))
    if json_file is not None:
        json_file.write_text(figures.to_json(judgement), "utf-8")
    if calibrate is not None:
        from kg.evaluation import calibration

        seen = calibration.examples(read_gold(gold), model=model)
        calibrate.write_text(calibration.table(calibration.fit(seen), seen), "utf-8")


def _lines(lines: Iterable[str]) -> None:
    for line in lines:
        out.print(line, markup=False)


@app.command()
def validate(
    source: Annotated[Path, typer.Argument(help="A store, a folder with one, or an RDF file.")] = Path("out"),
    format: Annotated[str, typer.Option(help="text, json or ttl.")] = "text",
) -> None:
    """Check a graph against the SHACL shapes; exit code 1 if any is broken."""
    from kg.rdf import shapes
    from kg.settings import Settings

    _choice("--format", [format], ("text", "json", "ttl"))
    base = Settings().base
    report = shapes.validate(_graph(source), base=base)
    print(report.turtle(base) if format == "ttl" else {"text": report.text, "json": report.json}[format](), end="")
    if not report.conforms:
        raise typer.Exit(1)


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
    writing = _writing(None, statements, text)
    files = run(source, target, formats=_formats(formats), writing=writing, min_confidence=min_confidence)
    _lines(map(str, files))


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
    _choice("--protocol", [protocol], PROTOCOLS)
    options = _writing(text=text)
    graph = _graph(source)
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


def _graph(source: Path) -> Any:
    """Return the graph of a store, or the path of an RDF file as it is."""
    from kg.errors import InputError

    if not source.exists():
        raise InputError(f"{source}: no such file")
    if source.is_dir():
        source = source / "store.sqlite"
    if source.suffix != ".sqlite":
        return source
    from kg.building import graph_of
    from kg.store import Store

    with Store(source) as store:
        return graph_of(store)


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

    graph = _graph(source)
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
    _choice("--format", [format], WRITERS)
    settings = Settings()
    result = ask(
        _graph(store),
        question_named(name).name if name is not None else _sparql(text or ""),
        _pairs("--param", param),
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
    graph = _graph(store)
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
    _choice("--statements", [statements], STATEMENTS)
    with (
        listen(host, port) as listening,
        open_library(source, base=settings.base, statements=statements) as library,  # type: ignore[arg-type]
    ):
        shown = f"[{host}]" if ":" in host else host
        err.print(f"{library.dump.size} statements at http://{shown}:{listening.getsockname()[1]}/", markup=False)
        hosts = [host, *(name or ())]
        run(library, listening, hosts=hosts, timeout_s=settings.timeout_s, max_rows=settings.max_rows)


@model_app.command("info")
def model_info(as_json: Json = False) -> None:
    """Print the embedded model's version, licences and measured quality."""
    from kg.nlp.card import card

    info = card()
    if as_json:
        print(json.dumps(info, ensure_ascii=False, indent=1))
        return
    for key, value in info.items():
        if isinstance(value, dict):
            out.print(f"{key}:", markup=False)
            for name, figure in value.items():
                said = ", ".join(f"{k} {v}" for k, v in figure.items()) if isinstance(figure, dict) else figure
                out.print(f"  {name}: {said}", markup=False)
        else:
            out.print(f"{key}: {value}", markup=False)
