"""The store: articles and what they state, on disk."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.store import Store
from tests.sample_facts import FACTS


def test_what_is_stored_comes_back_equal_evidence_and_all(tmp_path: Path) -> None:
    with Store(tmp_path / "s") as store:
        for facts in FACTS:
            store.replace(facts, "m")
    with Store(tmp_path / "s") as store:
        found = tuple(store.facts())
    assert found == FACTS
    assert [a.evidence for f in found for a in f.assertions] == [a.evidence for f in FACTS for a in f.assertions]
    assert [e.evidence for f in found for e in f.events] == [e.evidence for f in FACTS for e in f.events]
    assert [(e.label, sorted(e.aliases), e.facts) for f in found for e in f.entities] == [
        (e.label, sorted(e.aliases), e.facts) for f in FACTS for e in f.entities
    ]


def test_the_same_article_twice_changes_nothing(tmp_path: Path) -> None:
    with Store(tmp_path / "s") as store:
        store.replace(FACTS[0], "m")
        before = (tmp_path / "s").read_bytes()
        assert store.has(FACTS[0].article, "m")
        store.replace(FACTS[0], "m")
        assert len(store) == 1
        assert list(store.facts()) == [FACTS[0]]
    assert len((tmp_path / "s").read_bytes()) == len(before)


@pytest.mark.parametrize("change", [{"text": "Other."}, {"date": "2020-01-01"}, {"title": None}])
def test_an_edited_article_is_unknown(change: dict[str, str | None]) -> None:
    with Store(":memory:") as store:
        store.replace(FACTS[0], "m")
        assert not store.has(replace(FACTS[0].article, **change), "m")  # type: ignore[arg-type]
        assert not store.has(FACTS[0].article, "another model")


def test_an_edited_article_takes_its_facts_along_and_keeps_its_place() -> None:
    with Store(":memory:") as store:
        for facts in FACTS:
            store.replace(facts, "m")
        bare = replace(FACTS[0], assertions=(), claims=())
        store.replace(bare, "m")
        assert list(store.facts()) == [bare, FACTS[1]]


def test_a_deleted_article_takes_its_facts_along() -> None:
    with Store(":memory:") as store:
        for facts in FACTS:
            store.replace(facts, "m")
        assert store.delete(FACTS[0].article.id)
        assert not store.delete(FACTS[0].article.id)
        assert store.ids() == [FACTS[1].article.id]
        assert list(store.facts()) == [FACTS[1]]


def test_a_store_takes_over_what_another_has() -> None:
    with Store(":memory:") as whole, Store(":memory:") as part:
        part.replace(FACTS[1], "m")
        whole.replace(FACTS[0], "m")
        assert whole.take(part) == 1
        assert list(whole.facts()) == list(FACTS)
        assert whole.has(FACTS[1].article, "m")


def test_a_file_that_is_no_store_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no store at all " * 100, "utf-8")
    with pytest.raises(StoreError, match="not a store"):
        Store(tmp_path / "text")
    with sqlite3.connect(tmp_path / "other") as other:
        other.execute("CREATE TABLE t (x)")
    with pytest.raises(StoreError, match="expected a store of version"):
        Store(tmp_path / "other")
    with pytest.raises(StoreError, match="not a store"):
        Store(tmp_path / "no" / "folder")


def test_damaged_facts_are_told(tmp_path: Path) -> None:
    with Store(tmp_path / "s") as store:
        store.replace(FACTS[0], "m")
    with sqlite3.connect(tmp_path / "s") as db:
        db.execute("UPDATE article SET facts = '{}'")
    with Store(tmp_path / "s") as store, pytest.raises(StoreError, match="damaged"):
        list(store.facts())


def test_a_store_that_another_process_writes_is_told(tmp_path: Path) -> None:
    with Store(tmp_path / "s") as store:
        other = sqlite3.connect(tmp_path / "s", isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        store._db.execute("PRAGMA busy_timeout = 10")
        with pytest.raises(StoreError, match="cannot be written"):
            store.replace(FACTS[0], "m")
        other.execute("ROLLBACK")
        other.close()
        store.replace(FACTS[0], "m")
        assert len(store) == 1
