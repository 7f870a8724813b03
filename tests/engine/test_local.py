"""A build on this machine."""

from __future__ import annotations

import pytest

from kg.engine import Failure, Tables, _part, local
from kg.engine._part import parts, read_part
from kg.model import Article, Facts

ARTICLES = [
    Article(id=str(i), text=f"{a} and {b} signed an agreement in Oslo on Monday.", date="2021-03-10")
    for i, (a, b) in enumerate((("Norway", "Sweden"), ("France", "Germany"), ("Chile", "Peru"), ("Kenya", "Ghana")))
]


def test_parts_hold_about_so_many_characters_and_every_article_once() -> None:
    found = list(parts(ARTICLES, 100))
    assert [len(part) for part in found] == [2, 2]
    assert [article for part in found for article in part] == ARTICLES
    assert list(parts([])) == []


def test_one_process_and_a_pool_give_the_same_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = list(local.run(ARTICLES, Tables(), workers=1))
    pool = list(local.run(ARTICLES, Tables(), workers=2))
    assert [f.article.id for f in alone] == ["0", "1", "2", "3"]
    assert pool == alone
    assert all(isinstance(f, Facts) and f.assertions for f in alone)


def test_an_article_reads_the_same_alone_and_beside_others() -> None:
    together = list(read_part(ARTICLES))
    assert [found for article in ARTICLES for found in read_part([article])] == together


def test_an_error_in_one_article_takes_no_other_along(monkeypatch: pytest.MonkeyPatch) -> None:
    real = _part.extract

    def breaking(doc, article, **more):  # type: ignore[no-untyped-def]
        if article.id == "1":
            raise RecursionError("too deep")
        return real(doc, article, **more)

    monkeypatch.setattr(_part, "extract", breaking)
    found = list(local.run(ARTICLES, Tables(), workers=1))
    assert [type(f) for f in found] == [Facts, Failure, Facts, Facts]
    assert [f.article.id for f in found] == ["0", "1", "2", "3"]
    assert isinstance(found[1], Failure)
    assert found[1].reason == "RecursionError: too deep"


def test_few_articles_are_read_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "_pool", None)
    assert len(list(local.run(iter(ARTICLES), Tables()))) == 4
