"""JSON Lines, one article a line, or a JSON file with one article or a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.model import Article
from kg.readers._article import Options, decode, make_article, read_bytes

FIELDS = ("id", "text", "title", "date", "source", "url", "language")


def read(path: Path, options: Options) -> Iterator[Article | InputError]:
    """Yield the articles of the file ``path``, and an InputError for each line that holds none."""
    text = decode(read_bytes(path, options), str(path))
    if path.suffix == ".json":
        yield from _whole(path, text, options)
        return
    # Only a line feed ends a line: other separators may stand inside a JSON string.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _one(f"{path}:{number}", line, options, fallback=f"{path.stem}-{number}")


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


def _one(where: str, line: str, options: Options, fallback: str) -> Article | InputError:
    try:
        return _record(where, json.loads(line), options, fallback)
    except (ValueError, RecursionError) as error:
        return InputError(f"{where}: not valid JSON: {error}")


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
