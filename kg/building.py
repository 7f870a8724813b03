"""The whole run: articles through the pipeline into the store, and from the store the graph and its files."""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from pathlib import Path

from kg.engine import Failure, Tables, dask, local
from kg.errors import InputError, StoreError
from kg.exporters import EXPORTERS
from kg.gazetteer import load_gazetteer
from kg.graph.assemble import Graph, assemble
from kg.graph.decisions import NONE, Decisions, parse_decisions, read_decisions
from kg.lexicon import load_lexicon
from kg.model import Article, Facts
from kg.nlp.parser import WEIGHTS
from kg.rdf.check import check
from kg.rdf.options import Options as RdfOptions
from kg.readers import Options, read_paths
from kg.store import Store

STORE = "store.sqlite"
FORMATS = ("ttl", "html")
# The code that makes facts: what another version of it made is made again.
MAKERS = ("nlp", "clauses", "extractors")
# New objects before the next search for garbage: Python's own 700 costs a build 3 % of its time and finds hardly any.
NEW_OBJECTS = 100_000

Source = Path | str | Article


@dataclass
class Summary:
    """What a build did: articles read, taken over unchanged, removed; problems (a line each); and files written."""

    articles: int = 0
    unchanged: int = 0
    removed: int = 0
    problems: list[str] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)


def build(
    source: Source | Iterable[Source],
    out: Path | str | None = None,
    *,
    formats: Sequence[str] = FORMATS,
    reading: Options | None = None,
    writing: RdfOptions | None = None,
    workers: int = 0,
    cluster: str | None = None,
    model: Path | None = None,
    gazetteer: Path | None = None,
    lexicon: Path | None = None,
    min_confidence: float = 0.0,
    decisions: Path | None = None,
    prune: bool = False,
    summary: Summary | None = None,
    progress: Callable[[Article], None] | None = None,
) -> Graph:
    """Return the knowledge graph of ``source``: paths of files and folders, web addresses, or articles.

    With ``out`` the store and a file per format are written there; the graph is then that of the whole store, so that
    a build adds to the last one. ``cluster`` is the address of a dask scheduler, whose workers read. ``decisions`` is a
    file as ``kg merges`` writes it, of what is the same and what not; the store keeps it until another is given.
    ``prune`` removes from the store the articles that ``source`` no longer has, unless something of it could not be
    read. Problems go into ``summary``; without one the first is raised.

    Raises:
        InputError: something cannot be read and no ``summary`` was given; a format is unknown.
        StoreError: the store or the files in ``out`` cannot be written.
        EngineError: a process died.
    """
    _check_formats(formats)
    counted = summary if summary is not None else Summary()
    folder = _folder(out)
    tables = Tables(model, gazetteer, lexicon)
    run = maker(tables)
    decided = _read(decisions)
    with _seldom_collecting(), Store(folder / STORE if folder is not None else ":memory:") as store:
        seen: set[str] = set()
        new = _unknown(store, _articles(source, reading or Options(), counted), run, counted, seen)
        engine = local.run(new, tables, workers=workers) if cluster is None else dask.run(new, tables, address=cluster)
        for found in engine:
            keep(store, found, made_by(run), counted)
            if progress is not None:
                progress(found.article)
        if summary is None and counted.problems:
            raise InputError(counted.problems[0])
        if prune:
            _prune(store, seen, counted)
        _note(store, run, decided)
        graph = graph_of(store, min_confidence=min_confidence)
        if folder is not None:
            write(graph, folder, formats, writing, counted)
    return graph


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(max(NEW_OBJECTS, before[0]), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def join(
    stores: Iterable[Path | str],
    out: Path | str,
    *,
    formats: Sequence[str] = FORMATS,
    writing: RdfOptions | None = None,
    min_confidence: float = 0.0,
    decisions: Path | None = None,
    summary: Summary | None = None,
) -> Graph:
    """Return the graph of stores built in parts, joined in the folder ``out``: the same as one build of all gives.

    Of an article that several stores have, what the last one says counts.

    Raises:
        InputError: a store does not exist; a format is unknown.
        StoreError: a store cannot be read, or what is in ``out`` cannot be written.
    """
    _check_formats(formats)
    counted = summary if summary is not None else Summary()
    paths = [path / STORE if path.is_dir() else path for path in map(Path, stores)]
    for path in paths:
        if not path.is_file():
            raise InputError(f"{path}: no such store")
    decided = _read(decisions)
    folder = _folder(out) or Path()
    run: str | None = None
    with Store(folder / STORE) as store:
        for path in paths:
            with Store(path) as part:
                counted.articles += store.take(part)
                run = part.noted("run")
        _note(store, json.loads(run) if run else maker(Tables()), decided)
        graph = graph_of(store, min_confidence=min_confidence)
    write(graph, folder, formats, writing, counted)
    return graph


def graph_of(store: Store, *, min_confidence: float = 0.0) -> Graph:
    """Return the graph of all that ``store`` holds, with what its last build decided.

    Raises:
        StoreError: the store is damaged.
    """
    made, decisions = settled_in(store)
    return assemble(store.facts(), run=made, least=min_confidence, decisions=decisions)


def settled_in(store: Store) -> tuple[dict[str, str], Decisions]:
    """Return what made the facts of ``store``, and the decisions that its last build was given.

    Raises:
        StoreError: the store is damaged.
    """
    run, decided = store.noted("run"), store.noted("decisions")
    decisions = parse_decisions(decided, f"{store.path}: decisions") if decided else NONE
    return json.loads(run) if run else maker(Tables()), decisions


def write(graph: Graph, folder: Path, formats: Sequence[str], writing: RdfOptions | None, summary: Summary) -> None:
    """Write a file of ``graph`` for each format; each takes the place of the old one when it is whole.

    Raises:
        StoreError: a file cannot be written.
    """
    for name in formats:
        path = folder / EXPORTERS[name].filename
        try:
            EXPORTERS[name].write(graph, path, writing or RdfOptions())
        except OSError as error:
            raise StoreError(f"{path}: cannot be written: {error.strerror or error}") from error
        summary.files.append(path)


def maker(tables: Tables) -> dict[str, str]:
    """Return the versions of what makes facts: model, gazetteer and lexicon."""
    return {
        "model": model_version(tables.model),
        "gazetteer": load_gazetteer(tables.gazetteer).version,
        "lexicon": load_lexicon(tables.lexicon).version,
    }


def made_by(run: dict[str, str]) -> str:
    """Return what the facts of an article depend on beside the article, in one line."""
    return "/".join((code_version(), *run.values()))


@cache
def code_version() -> str:
    """Return 16 hex digits that depend on the code that makes facts."""
    home = Path(__file__).parent
    return _digest(home, (path for name in MAKERS for path in (home / name).rglob("*.py")))


@cache
def model_version(model: Path | None) -> str:
    """Return 16 hex digits that depend on the weights alone, or the name of a spaCy pipeline."""
    folder = WEIGHTS if model is None else model
    if not (folder / "maps.json").is_file():
        return str(model)
    return _digest(folder, folder.iterdir())


def _digest(home: Path, files: Iterable[Path]) -> str:
    content = hashlib.sha256()
    for path in sorted(files):
        content.update(path.relative_to(home).as_posix().encode() + b"\0" + path.read_bytes())
    return content.hexdigest()[:16]


def _read(decisions: Path | None) -> str | None:
    """Return the text of a file of decisions, once it is known to be one."""
    if decisions is not None:
        read_decisions(decisions)
        return decisions.read_text("utf-8")
    return None


def _note(store: Store, run: dict[str, str], decided: str | None) -> None:
    store.note("run", json.dumps(run))
    if decided is not None:
        store.note("decisions", decided)


def keep(store: Store, found: Facts | Failure, made: str, summary: Summary) -> None:
    """Store the facts of an article if they are sound; else note what is wrong with them."""
    if isinstance(found, Failure):
        summary.problems.append(f"{found.article.id}: the article could not be read and was left out: {found.reason}")
        return
    faults = check(found)
    if faults:
        summary.problems.append(f"{found.article.id}: facts that break the contract were left out: {faults[0]}")
        return
    store.replace(found, made)
    summary.articles += 1


def _check_formats(formats: Sequence[str]) -> None:
    for name in formats:
        if name not in EXPORTERS:
            raise InputError(f"unknown format {name!r}: expected one of {', '.join(EXPORTERS)}")


def _folder(out: Path | str | None) -> Path | None:
    if out is None:
        return None
    folder = Path(out)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder}: cannot be made a folder: {error.strerror or error}") from error
    return folder


def _articles(source: Source | Iterable[Source], reading: Options, summary: Summary) -> Iterator[Article]:
    items = [source] if isinstance(source, (str, Path, Article)) else source
    for given, group in groupby(items, lambda item: isinstance(item, Article)):
        if given:
            yield from (item for item in group if isinstance(item, Article))
        else:
            yield from read_paths((item for item in group if not isinstance(item, Article)), reading, summary.problems)


def _unknown(
    store: Store, articles: Iterable[Article], run: dict[str, str], summary: Summary, seen: set[str]
) -> Iterator[Article]:
    """Yield the articles whose facts are yet to be made; ``seen`` gets the ids of all."""
    for article in articles:
        seen.add(article.id)
        if store.has(article, made_by(run)):
            summary.articles += 1
            summary.unchanged += 1
        else:
            yield article


def _prune(store: Store, seen: set[str], summary: Summary) -> None:
    if summary.problems:
        summary.problems.append("nothing was pruned: articles may be missing because of the problems above")
        return
    for article_id in store.ids():
        if article_id not in seen:
            summary.removed += store.delete(article_id)
