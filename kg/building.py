"""The whole run: articles through the pipeline into the store, and from the store the graph and its files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kg.engine import local
from kg.errors import InputError
from kg.exporters import EXPORTERS
from kg.gazetteer import load_gazetteer
from kg.graph.assemble import Graph, assemble
from kg.lexicon import load_lexicon
from kg.model import Article, Facts
from kg.nlp.parser import WEIGHTS
from kg.rdf.check import check
from kg.rdf.options import Options as RdfOptions
from kg.readers import Options, read_paths
from kg.store import Store

STORE = "store.sqlite"


@dataclass
class Summary:
    """What a build did: articles read, taken over unchanged, problems (a line each), and files written."""

    articles: int = 0
    unchanged: int = 0
    problems: list[str] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)


def build(
    source: Path | str | Iterable[Path | str | Article],
    out: Path | str | None = None,
    *,
    formats: Sequence[str] = ("ttl", "html"),
    reading: Options | None = None,
    writing: RdfOptions | None = None,
    workers: int = 0,
    model: Path | None = None,
    gazetteer: Path | None = None,
    lexicon: Path | None = None,
    min_confidence: float = 0.0,
    summary: Summary | None = None,
    progress: Callable[[Article], None] | None = None,
) -> Graph:
    """Return the knowledge graph of ``source``: paths of files and folders, or articles.

    With ``out`` the store and a file per format are written there; the graph is then that of the whole store, so that
    a build adds to the last one. Problems go into ``summary``; without one the first is raised.

    Raises:
        InputError: something cannot be read and no ``summary`` was given.
        StoreError: the store in ``out`` cannot be used.
    """
    counted = summary if summary is not None else Summary()
    unknown = [name for name in formats if name not in EXPORTERS]
    if unknown:
        raise InputError(f"unknown format {unknown[0]!r}: expected one of {', '.join(EXPORTERS)}")
    folder = Path(out) if out is not None else None
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    made_by = maker(model, gazetteer, lexicon)
    with Store(folder / STORE if folder is not None else ":memory:") as store:
        articles = _articles(source, reading or Options(), counted)
        new = _unknown(store, articles, "/".join(made_by.values()), counted)
        facts = local.run(new, workers=workers, model=model, gazetteer=gazetteer, lexicon=lexicon)
        for part in facts:
            keep(store, part, "/".join(made_by.values()), counted)
            if progress is not None:
                progress(part.article)
        if summary is None and counted.problems:
            raise InputError(counted.problems[0])
        graph = assemble(store.facts(), run=made_by, least=min_confidence)
    if folder is not None:
        for name in formats:
            path = folder / EXPORTERS[name].filename
            EXPORTERS[name].write(graph, path, writing or RdfOptions())
            counted.files.append(path)
    return graph


def maker(model: Path | None, gazetteer: Path | None, lexicon: Path | None) -> dict[str, str]:
    """Return the versions of what makes facts: model, gazetteer and lexicon."""
    return {
        "model": model_version(model),
        "gazetteer": load_gazetteer(gazetteer).version,
        "lexicon": load_lexicon(lexicon).version,
    }


@cache
def model_version(model: Path | None) -> str:
    """Return 16 hex digits that depend on the weights alone, or the name of a spaCy pipeline."""
    folder = WEIGHTS if model is None else model
    if not (folder / "maps.json").is_file():
        return str(model)
    content = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        content.update(path.name.encode() + b"\0" + path.read_bytes())
    return content.hexdigest()[:16]


def keep(store: Store, facts: Facts, made_by: str, summary: Summary) -> None:
    """Store ``facts`` if they are sound; else note what is wrong with them."""
    faults = check(facts)
    if faults:
        summary.problems.append(f"{facts.article.id}: facts that break the contract were left out: {faults[0]}")
        return
    store.replace(facts, made_by)
    summary.articles += 1


def _articles(
    source: Path | str | Iterable[Path | str | Article], reading: Options, summary: Summary
) -> Iterator[Article]:
    items = [source] if isinstance(source, (str, Path)) else source
    for item in items:
        if isinstance(item, Article):
            yield item
        else:
            yield from read_paths([Path(item)], reading, summary.problems)


def _unknown(store: Store, articles: Iterable[Article], made_by: str, summary: Summary) -> Iterator[Article]:
    for article in articles:
        if store.has(article, made_by):
            summary.articles += 1
            summary.unchanged += 1
        else:
            yield article
