"""JSON Lines, one article a line, or a JSON file with one article or a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from kg.errors import InputError
from kg.model import Article
from kg.readers._article import UTF16, Options, check_text, decode, make_article, read_bytes

FIELDS = ("id", "text", "title", "date", "source", "url", "language")


def read(path: Path, options: Options) -> Iterator[Article | InputError]:
    """Yield the articles of the file ``path``, and an InputError for each line that holds none.

    Lines are read one at a time: the file may be of any size.

    Raises:
        InputError: the file cannot be read, is empty or binary.
    """
    if path.suffix == ".json":
        yield from _whole(path, decode(read_bytes(path, options), str(path)), options)
        return
    try:
        with path.open("rb") as file:
            head = file.peek(4096)[:4096]
            if head.startswith(UTF16):
                lines: Iterable[bytes | str] = decode(file.read(options.max_bytes), str(path)).split("\n")
            else:
                check_text(head, str(path))
                lines = _lines(file, options)
            yield from _articles(path, lines, options)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error


def _lines(file: BinaryIO, options: Options) -> Iterator[bytes]:
    """Yield the lines of ``file``; of one that is too long only so much that this can be told."""
    # Only a line feed ends a line: other separators may stand inside a JSON string.
    while line := file.readline(_longest(options) + 1):
        yield line
        while len(line) > _longest(options) and not line.endswith(b"\n"):
            line = file.readline(_longest(options) + 1)


def _longest(options: Options) -> int:
    """Return the bytes that a line may have: JSON may write each character in six."""
    return min(options.max_bytes, 6 * options.max_characters + 1_000_000)


def _articles(path: Path, lines: Iterable[bytes | str], options: Options) -> Iterator[Article | InputError]:
    for number, line in enumerate(lines, start=1):
        where = f"{path}:{number}"
        if not line.strip():
            continue
        if len(line) > _longest(options):
            yield InputError(f"{where}: the line is longer than the limit of {_longest(options):,} bytes")
            continue
        try:
            text = line if isinstance(line, str) else decode(line, where)
            yield _record(where, json.loads(text), options, f"{path.stem}-{number}")
        except InputError as error:
            yield error
        except (ValueError, RecursionError) as error:
            yield InputError(f"{where}: not valid JSON: {error}")


def _whole(path: Path, text: str, options: Options) -> Iterator[Article | InputError]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield InputError(f"{path}: not valid JSON: {error}")
        return
    for number, item in enumerate(data if isinstance(data, list) else [data], start=1):
        yield _record(
            f"{path}:{number}", item, options, path.stem if isinstance(data, dict) else f"{path.stem}-{number}"
        )


def _record(where: str, item: Any, options: Options, fallback: str) -> Article | InputError:
    if not isinstance(item, dict):
        return InputError(f"{where}: expected an object with 'text', got {type(item).__name__}")
    values: dict[str, str | None] = {}
    for name in FIELDS:
        key = options.fields.get(name, name)
        value = item.get(key)
        if value is not None and not isinstance(value, str):
            value = str(value) if isinstance(value, int) and name == "id" else None
            if value is None:
                return InputError(f"{where}: {key!r} must be a string, got {type(item[key]).__name__}")
        values[name] = value
    if values["text"] is None:
        return InputError(f"{where}: expected a field {options.fields.get('text', 'text')!r}, found none")
    try:
        return make_article(
            where,
            id=values["id"] or fallback,
            text=values["text"],
            options=options,
            title=values["title"],
            date=values["date"],
            source=values["source"],
            url=values["url"],
            language=values["language"],
        )
    except InputError as error:
        return error
