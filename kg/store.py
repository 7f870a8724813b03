"""The store: articles and what they state, in one SQLite file, one transaction an article."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

from kg.errors import StoreError
from kg.model import Article, Assertion, Claim, Entity, Event, Evidence, Facts, Mention

SCHEMA = 1
TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE article (id TEXT PRIMARY KEY, position INTEGER NOT NULL, sha256 TEXT NOT NULL, made_by TEXT NOT NULL,
                      article TEXT NOT NULL, facts TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX by_position ON article (position);
"""


class Store:
    """Articles with their facts; the same article twice changes nothing, an edited one takes its facts along."""

    def __init__(self, path: Path | str) -> None:
        """Open the store at ``path`` (``:memory:`` for none on disk), making it if need be.

        Raises:
            StoreError: the file cannot be opened, is no store, or was made by another version.
        """
        self.path = path
        try:
            self._db = sqlite3.connect(path, isolation_level=None)
            self._db.execute("PRAGMA synchronous = NORMAL")
            version = self._db.execute("PRAGMA user_version").fetchone()[0]
            if version == 0 and not self._db.execute("SELECT name FROM sqlite_master").fetchone():
                self._db.executescript(f"BEGIN; {TABLES} PRAGMA user_version = {SCHEMA}; COMMIT;")
            elif version != SCHEMA:
                raise StoreError(f"{path}: expected a store of version {SCHEMA}, found version {version}")
        except sqlite3.Error as error:
            raise StoreError(f"{path}: not a store: {error}") from error

    def __enter__(self) -> Store:
        """Return the store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __len__(self) -> int:
        """Return the number of articles."""
        count: int = self._db.execute("SELECT count(*) FROM article").fetchone()[0]
        return count

    def has(self, article: Article, made_by: str) -> bool:
        """Return whether the facts of just this article, made by the same model and tables, are here."""
        row = self._db.execute("SELECT article, made_by FROM article WHERE id = ?", (article.id,)).fetchone()
        return row is not None and row == (_dump(_fields(article)), made_by)

    def replace(self, facts: Facts, made_by: str) -> None:
        """Put the facts of one article in the place of what it stated before, in one transaction.

        Raises:
            StoreError: the file cannot be written.
        """
        article = facts.article
        self._put(article.id, article.sha256, made_by, _dump(_fields(article)), _dump(_plain(facts)))

    def _put(self, article_id: str, sha256: str, made_by: str, article: str, facts: str) -> None:
        try:
            self._db.execute("BEGIN IMMEDIATE")
            old = self._db.execute("SELECT position FROM article WHERE id = ?", (article_id,)).fetchone()
            last = self._db.execute("SELECT coalesce(max(position), -1) + 1 FROM article").fetchone()
            row = (article_id, (old or last)[0], sha256, made_by, article, facts)
            self._db.execute("INSERT OR REPLACE INTO article VALUES (?, ?, ?, ?, ?, ?)", row)
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise StoreError(f"{self.path}: cannot be written: {error}") from error

    def take(self, other: Store) -> int:
        """Take over the articles and facts of ``other`` as they are; return their number.

        Raises:
            StoreError: this file cannot be written, or the other one is damaged.
        """
        count = 0
        try:
            rows = other._db.execute("SELECT id, sha256, made_by, article, facts FROM article ORDER BY position")
            for row in rows:
                self._put(*row)
                count += 1
        except sqlite3.Error as error:
            raise StoreError(f"{other.path}: damaged: {error}") from error
        return count

    def delete(self, article_id: str) -> bool:
        """Take an article and its facts out; return whether it was there."""
        return self._db.execute("DELETE FROM article WHERE id = ?", (article_id,)).rowcount > 0

    def note(self, key: str, value: str) -> None:
        """Keep ``value`` under ``key``, in the place of what was there.

        Raises:
            StoreError: the file cannot be written.
        """
        try:
            self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))
        except sqlite3.Error as error:
            raise StoreError(f"{self.path}: cannot be written: {error}") from error

    def noted(self, key: str) -> str | None:
        """Return what was kept under ``key``."""
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def ids(self) -> list[str]:
        """Return the ids of the articles in the order in which they came."""
        return [row[0] for row in self._db.execute("SELECT id FROM article ORDER BY position")]

    def facts(self) -> Iterator[Facts]:
        """Yield what each article states, in the order in which the articles came.

        Raises:
            StoreError: the file is damaged.
        """
        yield from self._read("SELECT article, facts FROM article ORDER BY position")

    def facts_of(self, article_ids: Iterable[str]) -> Iterator[Facts]:
        """Yield what each of the articles states, in the order given; those that are not here are left out.

        Raises:
            StoreError: the file is damaged.
        """
        for article_id in article_ids:
            yield from self._read("SELECT article, facts FROM article WHERE id = ?", article_id)

    def _read(self, select: str, *values: str) -> Iterator[Facts]:
        try:
            for article, facts in self._db.execute(select, values):
                yield _facts(Article(**json.loads(article)), json.loads(facts))
        except (sqlite3.Error, ValueError, TypeError, KeyError) as error:
            raise StoreError(f"{self.path}: damaged: {error}") from error


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _fields(thing: Any) -> dict[str, Any]:
    """Return the fields of a flat dataclass; ``dataclasses.asdict`` copies each value deeply."""
    return dict(vars(thing))


def _stated(fact: Event | Assertion | Claim) -> dict[str, Any]:
    return {**vars(fact), "evidence": [_fields(e) for e in fact.evidence]}


def _plain(facts: Facts) -> dict[str, Any]:
    return {
        "entities": [{**_fields(e), "aliases": sorted(e.aliases)} for e in facts.entities],
        "events": [{**_stated(e), "roles": sorted(e.roles)} for e in facts.events],
        "assertions": [_stated(a) for a in facts.assertions],
        "claims": [{**_stated(c), "content": sorted(c.content)} for c in facts.claims],
        "mentions": [_fields(m) for m in facts.mentions],
    }


def _facts(article: Article, data: dict[str, Any]) -> Facts:
    return Facts(
        article=article,
        entities=tuple(_entity(e) for e in data["entities"]),
        events=tuple(
            Event(**{**e, "roles": frozenset((r, i) for r, i in e["roles"]), "evidence": _evidence(e)})
            for e in data["events"]
        ),
        assertions=tuple(Assertion(**{**a, "evidence": _evidence(a)}) for a in data["assertions"]),
        claims=tuple(
            Claim(**{**c, "content": frozenset(c["content"]), "evidence": _evidence(c)}) for c in data["claims"]
        ),
        mentions=tuple(Mention(**m) for m in data["mentions"]),
    )


def _entity(data: dict[str, Any]) -> Entity:
    facts = tuple((term, value) for term, value in data["facts"])
    return Entity(data["id"], data["kind"], data["label"], frozenset(data["aliases"]), facts)


def _evidence(data: dict[str, Any]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(**{**e, **{part: tuple(e[part]) if e[part] else None for part in ("subject", "predicate", "object")}})
        for e in data["evidence"]
    )
