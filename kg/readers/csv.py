"""CSV and TSV with a header, one article a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from kg.errors import InputError
from kg.model import Article
from kg.readers._article import Options, decode, make_article, read_bytes

LONGEST_CELL = 16_000_000


def read(path: Path, options: Options) -> Iterator[Article | InputError]:
    """Yield the articles of the table at ``path``, and an InputError for each row that holds none."""
    text = decode(read_bytes(path, options), str(path))
    csv.field_size_limit(LONGEST_CELL)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter="\t" if path.suffix == ".tsv" else ",")
    column = {
        name: options.fields.get(name, name) for name in ("id", "text", "title", "date", "source", "url", "language")
    }
    if column["text"] not in (rows.fieldnames or ()):
        yield InputError(f"{path}:1: expected a column {column['text']!r}, found {', '.join(rows.fieldnames or ())}")
        return
    try:
        for number, row in enumerate(rows, start=1):
            where = f"{path}:{rows.line_num}"
            cells = {name: row.get(key) or None for name, key in column.items()}
            try:
                yield make_article(
                    where,
                    id=cells["id"] or f"{path.stem}-{number}",
                    text=cells["text"] or "",
                    options=options,
                    title=cells["title"],
                    date=cells["date"],
                    source=cells["source"],
                    url=cells["url"],
                    language=cells["language"],
                )
            except InputError as error:
                yield error
    except csv.Error as error:
        yield InputError(f"{path}:{rows.line_num}: {error}")
