"""Bytes → Article: one module per kind of file, chosen by suffix."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from kg.errors import InputError
from kg.model import Article
from kg.readers import csv, feed, html, jsonl, text, warc
from kg.readers._article import Options, make_article
from kg.readers._download import download, is_url

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
        ".warc": warc.read,
        ".warc.gz": warc.read,
    }
)


def read_paths(paths: Iterable[Path | str], options: Options, problems: list[str]) -> Iterator[Article]:
    """Yield the articles of files, of the known files in folders in sorted order, and of web addresses.

    What cannot be read is skipped; a line for each goes into ``problems``. An id that comes again with another text
    is a problem, with the same text it is one article.
    """
    seen: dict[str, str] = {}
    for where, found in _all(paths, options):
        if isinstance(found, InputError):
            problems.append(" ".join(str(found).split()))
        elif found.id not in seen:
            seen[found.id] = found.sha256
            yield found
        elif seen[found.id] != found.sha256:
            problems.append(f"{where}: a second article with the id {found.id!r} and another text was left out")


def _all(paths: Iterable[Path | str], options: Options) -> Iterator[tuple[str, Article | InputError]]:
    """Yield what is found, each with the file or address that it is from."""
    for path in paths:
        if isinstance(path, str) and is_url(path):
            yield from ((path, found) for found in _read_url(path, options))
            continue
        for file in _files(Path(path)):
            found = [file] if isinstance(file, InputError) else _read_file(file, options)
            yield from ((str(file), item) for item in found)


def suffix(path: Path) -> str:
    """Return the suffix that tells the kind of ``path``: ``.jsonl``, ``.warc.gz``."""
    name = path.name.lower()
    return next((known for known in READERS if known.count(".") > 1 and name.endswith(known)), path.suffix.lower())


def _read_file(file: Path, options: Options) -> Iterator[Article | InputError]:
    try:
        yield from READERS.get(suffix(file), text.read)(file, options)
    except InputError as error:
        yield error


def _read_url(url: str, options: Options) -> Iterator[Article | InputError]:
    try:
        with download(url, options) as file:
            for found in _read_file(file, options):
                if isinstance(found, InputError):
                    yield InputError(str(found).replace(str(file), url))
                elif found.id == file.stem:
                    yield replace(found, id=url, url=found.url or url)
                else:
                    yield found
    except InputError as error:
        yield error


def _files(path: Path) -> Iterator[Path | InputError]:
    if path.is_dir():
        inside = sorted(p for p in path.rglob("*") if p.is_file() and suffix(p) in READERS and p.name[0] != ".")
        if not inside:
            yield InputError(f"{path}: the folder has no file of a known kind")
        yield from inside
    elif path.exists():
        yield path
    else:
        yield InputError(f"{path}: no such file or folder")
