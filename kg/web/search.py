"""Search over names and sentences: SQLite's full-text index, in a file of its own.

Source: SQLite, "FTS5 Extension".
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from kg.rdf.describe import is_happening

TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE VIRTUAL TABLE name USING fts5(label, aliases, id UNINDEXED, kind UNINDEXED, weight UNINDEXED,
                                     tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
CREATE VIRTUAL TABLE sentence USING fts5(quote, id UNINDEXED, article UNINDEXED, start UNINDEXED,
                                         tokenize = "unicode61 remove_diacritics 2");
"""
# A name that is just what was typed comes first, then what is most connected among the best matches.
NAMES = """
SELECT id, kind, label FROM name WHERE name MATCH ?
ORDER BY lower(label) = lower(?) DESC,
         instr(char(10) || lower(aliases) || char(10), char(10) || lower(?) || char(10)) > 0 DESC,
         weight DESC, rank, id
LIMIT ? OFFSET ?
"""
SENTENCES = "SELECT id, article, start, quote FROM sentence WHERE sentence MATCH ? ORDER BY rank, id LIMIT ? OFFSET ?"
MAX_WORDS = 12
MAX_CHARACTERS = 200


class Hit(NamedTuple):
    """A thing whose name was found."""

    id: str
    kind: str
    label: str


class Quote(NamedTuple):
    """A sentence that was found, and where it stands."""

    id: str
    article: str
    start: int
    quote: str


class Search:
    """The index of a graph's names and sentences."""

    def __init__(self, path: Path, graph: Any) -> None:
        """Write the index of ``graph`` to ``path``."""
        self._address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        with sqlite3.connect(path) as db:
            db.executescript(TABLES)
            db.executemany("INSERT INTO name VALUES (?, ?, ?, ?, ?)", _names(graph))
            db.executemany("INSERT INTO sentence VALUES (?, ?, ?, ?)", _sentences(graph))
        db.close()

    def names(self, text: str, *, limit: int, offset: int = 0) -> tuple[int, list[Hit]]:
        """Return how many names hold the words of ``text`` (the last may be unfinished), and some of them."""
        wanted, text = expression(text), text.strip()[:MAX_CHARACTERS]
        count, rows = self._found("name", NAMES, wanted, (text, text, limit, offset))
        return count, [Hit(*row) for row in rows]

    def sentences(self, text: str, *, limit: int, offset: int = 0) -> tuple[int, list[Quote]]:
        """Return how many sentences hold the words of ``text``, and some of them."""
        count, rows = self._found("sentence", SENTENCES, expression(text), (limit, offset))
        return count, [Quote(*row) for row in rows]

    def _found(self, table: str, query: str, wanted: str, rest: tuple[Any, ...]) -> tuple[int, list[Any]]:
        if not wanted:
            return 0, []
        db = sqlite3.connect(self._address, uri=True)
        try:
            count = db.execute(f"SELECT count(*) FROM {table} WHERE {table} MATCH ?", (wanted,)).fetchone()[0]
            return count, db.execute(query, (wanted, *rest)).fetchall()
        finally:
            db.close()


def expression(text: str) -> str:
    """Return the words of ``text`` as an expression of the index that asks for all of them, nothing if it has none.

    Each word is quoted, so that none is an operator.
    """
    words = re.findall(r"\w+", text[:MAX_CHARACTERS])[:MAX_WORDS]
    return " ".join(f'"{word}"' for word in words[:-1]) + (f' "{words[-1]}"*' if words else "")


def _names(graph: Any) -> Iterator[tuple[str, str, str, str, int]]:
    for name, record in sorted(graph.nodes(data=True)):
        if record["kind"] == "Claim":
            continue
        # Entities are looked for more often than the events that they take part in.
        weight = graph.degree(name) // (4 if is_happening(record) else 1)
        yield (
            _fit(record.get("label") or name),
            _fit("\n".join(record.get("aliases", ()))),
            name,
            record["kind"],
            weight,
        )
    for name, record in sorted(graph.graph.get("articles", {}).items()):
        yield _fit(record.get("title") or record["id"]), _fit(record["id"]), name, "Article", 0


def _sentences(graph: Any) -> Iterator[tuple[str, str, str, int]]:
    for name, record in sorted(graph.graph.get("sentences", {}).items()):
        yield _fit(record["quote"]), name, record["article"], record["start"]


def _fit(text: str) -> str:
    """Return ``text`` without lone surrogates, which SQLite cannot hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
