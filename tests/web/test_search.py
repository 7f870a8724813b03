"""Search: words of names and sentences, in any script and case, and no operators."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.graph.assemble import assemble
from kg.model import Article, Assertion, Entity, Evidence, Facts
from kg.web.search import Search, expression

TEXT = "José Núñez met Kenya. Выступил министр."
NUNEZ = Entity("person_a", "Person", "José Núñez", frozenset({"Pepe"}))
OTHERS = (Entity("state_KE", "State", "Kenya"), Entity("organization_k", "Company", "Kenya Airways"))


@pytest.fixture
def search(tmp_path: Path) -> Search:
    article = Article("a", TEXT, title="Talks")
    evidence = (Evidence("a", 0, 21, TEXT[:21], "rule", 0.5), Evidence("a", 22, 39, TEXT[22:], "rule", 0.5))
    edge = Assertion("person_a", "consults", "state_KE", evidence=evidence)
    return Search(tmp_path / "search.sqlite", assemble([Facts(article, (NUNEZ, *OTHERS), assertions=(edge,))]))


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("nunez", ["person_a"]),
        ("JOSÉ NÚ", ["person_a"]),
        ("pepe", ["person_a"]),
        ("kenya", ["state_KE", "organization_k"]),
        ("Airways Kenya", ["organization_k"]),
        ("Kenya OR Pepe", []),
        ("air", ["organization_k"]),
        ("ways", []),
        ("", []),
        ('"', []),
        ("label:Kenya", []),
        ("NEAR(Kenya)", []),
        ("Kenya*", ["state_KE", "organization_k"]),
    ],
)
def test_names_are_found_by_their_words(search: Search, text: str, ids: list[str]) -> None:
    count, hits = search.names(text, limit=10)
    assert [hit.id for hit in hits] == ids
    assert count == len(ids)


def test_sentences_are_found_by_their_words(search: Search) -> None:
    assert [quote.start for quote in search.sentences("met kenya", limit=9)[1]] == [0]
    assert [quote.start for quote in search.sentences("министр", limit=9)[1]] == [22]
    assert search.sentences("Norway", limit=9) == (0, [])


def test_results_come_in_parts(search: Search) -> None:
    count, hits = search.names("kenya", limit=1, offset=1)
    assert count == 2
    assert [hit.id for hit in hits] == ["organization_k"]


def test_no_more_is_asked_than_a_reader_types() -> None:
    assert expression("a " * 500).count('"') == 24
    assert expression('x" OR "y') == '"x" "OR" "y"*'
