"""What all commands share: the application, where it prints, options, and how files and choices are read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from kg.errors import KgError

app = typer.Typer(no_args_is_help=True, add_completion=True, help="Knowledge graphs of diplomatic events from news.")
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


def format_names(text: str) -> list[str]:
    """Return the formats that a comma-separated option names."""
    from kg.exporters import EXPORTERS

    names = [name.strip() for name in text.split(",") if name.strip()]
    check_choice("--format", names, EXPORTERS)
    return names


def writing_of(base: str | None = None, statements: str = "reified", text: str = "sentences") -> Any:
    """Return how RDF is written by the options of a command."""
    from kg.rdf.options import STATEMENTS, TEXTS, Options
    from kg.settings import Settings

    check_choice("--statements", [statements], STATEMENTS)
    check_choice("--text", [text], TEXTS)
    return Options(base=base or Settings().base, statements=statements, text=text)  # type: ignore[arg-type]


def pairs(option: str, values: list[str] | None) -> dict[str, str]:
    """Return the name=value pairs of a repeated option."""
    for value in values or ():
        if "=" not in value:
            raise typer.BadParameter(f"expected name=value, got {value!r}", param_hint=option)
    return dict(value.split("=", 1) for value in values or ())


def check_choice(option: str, values: list[str], allowed: Any) -> None:
    """Refuse values of an option that are not allowed."""
    for value in values:
        if value not in allowed:
            raise typer.BadParameter(f"{value!r} is not one of {', '.join(allowed)}", param_hint=option)


def graph_at(source: Path) -> Any:
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


def complain(problems: list[str]) -> None:
    """Print a line for each problem; if there are any, the exit code is 1."""
    for problem in problems:
        err.print(f"kg: {problem}", markup=False)
    if problems:
        raise typer.Exit(1)


def print_lines(lines: Iterable[str]) -> None:
    """Print lines to standard output as they are."""
    for line in lines:
        out.print(line, markup=False)


class ArticleBar:
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
