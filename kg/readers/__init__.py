"""Bytes → Article: one module per kind of file, chosen by suffix."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from kg.errors import InputError
from kg.model import Article
from kg.readers import csv, feed, html, jsonl, text
from kg.readers._article import Options, make_article

__all__ = ["READERS", "Options", "make_article", "read_paths"]

READERS: Mapping[str, Callable[[Path, Options], Iterator[Article | InputError]]] = MappingProxyType(
    {
        ".txt": text.read,
        ".text": text.read,
        ".md": text.read,
        ".jsonl": jsonl.read,
        ".ndjson": jsonl.read,
        ".json": jsonl.read,
        ".csv": csv.read,
        ".tsv": csv.read,
        ".html": html.read,
        ".htm": html.read,
        ".xml": feed.read,
        ".rss": feed.read,
        ".atom": feed.read,
    }
)


def read_paths(paths: Iterable[Path], options: Options, problems: list[str]) -> Iterator[Article]:
    """Yield the articles of files and of the known files in folders, in sorted order.

    What cannot be read is skipped; a line for each goes into ``problems``. An id that comes again with another text
    is a problem, with the same text it is one article.
    """
    seen: dict[str, str] = {}
    for path in _files(paths, problems):
        reader = READERS.get(path.suffix.lower(), text.read)
        try:
            for found in reader(path, options):
                if isinstance(found, InputError):
                    problems.append(str(found))
                elif found.id not in seen:
                    seen[found.id] = found.sha256
                    yield found
                elif seen[found.id] != found.sha256:
                    problems.append(f"{path}: another article has the id {found.id!r}")
        except InputError as error:
            problems.append(str(error))


def _files(paths: Iterable[Path], problems: list[str]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            inside = sorted(
                p for p in path.rglob("*") if p.is_file() and p.suffix.lower() in READERS and p.name[0] != "."
            )
            if not inside:
                problems.append(f"{path}: the folder has no file of a known kind")
            yield from inside
        elif path.exists():
            yield path
        else:
            problems.append(f"{path}: no such file or folder")
