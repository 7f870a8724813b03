"""Weights of confidence from annotated articles, and what they are worth."""

from itertools import pairwise
from pathlib import Path

import pytest

from kg.building import build
from kg.evaluation import evaluate, read_gold
from kg.evaluation.calibration import Example, examples, fit, table
from kg.evaluation.figures import reliability, share
from kg.evaluation.judge import Judgement
from kg.lexicon import HEADERS, load_lexicon

DATA = Path(__file__).parents[2] / "data"


def example(right: bool, *signs: str) -> Example:
    return Example("a", (("all", "all"), *(("rule", sign) for sign in signs)), right)


def test_sign_of_right_facts_weighs_more_than_one_of_wrong_facts() -> None:
    seen = [*[example(True, "good")] * 20, *[example(False, "good")] * 2, *[example(False, "bad")] * 10]
    weights = fit(seen)
    assert weights["rule", "good"] > 0 > weights["rule", "bad"]
    assert fit(seen[::-1]) == weights


def test_few_examples_weigh_little() -> None:
    many = fit([*[example(True, "good")] * 40, *[example(False)] * 40])
    few = fit([*[example(True, "good")], *[example(False)] * 40, *[example(True)] * 39])
    assert 0 < few["rule", "good"] < many["rule", "good"]


def test_table_has_the_columns_that_the_lexicon_reads() -> None:
    seen = [example(True, "good"), example(False)]
    header, *rows = table(fit(seen), seen).splitlines()
    assert tuple(header.split("\t")) == HEADERS["confidence"]
    assert [row.split("\t")[:2] for row in rows] == [["all", "all"], ["rule", "good"]]
    assert [row.split("\t")[3:] for row in rows] == [["1", "1"], ["1", "0"]]


@pytest.fixture(scope="module")
def check() -> Judgement:
    return evaluate(read_gold(DATA / "gold" / "check"))


def test_confident_facts_are_right_more_often_in_articles_that_the_weights_never_saw(check: Judgement) -> None:
    low, middle, high = reliability(check, (0.0, 0.6, 0.85, 1.01))
    assert low[4] < middle[4] < high[4]
    assert high[4] >= 0.85
    every = share(bool(found.status_right) for found in check.found)
    assert abs(sum(row[2] * row[3] for row in (low, middle, high)) / len(check.found) - every) < 0.15


def test_examples_are_the_assertions_of_gold() -> None:
    gold = read_gold(DATA / "gold" / "tune")[:2]
    seen = examples(gold)
    assert {e.article for e in seen} == {item.article.id for item in gold}
    assert {e.right for e in seen} == {True, False}
    # A sign that the table lacks weighs nothing: it is new since the last calibration, and rare.
    known = load_lexicon().tables.confidence
    assert sum(sign in known for e in seen for sign in e.signs) / sum(len(e.signs) for e in seen) > 0.9


def test_a_higher_limit_keeps_part_of_what_a_lower_one_keeps() -> None:
    articles = [item.article for item in read_gold(DATA / "gold" / "tune")[:4]]
    kept = [
        {
            key
            for *_, key, record in build(articles, formats=(), min_confidence=least).edges(keys=True, data=True)
            if "evidence" in record
        }
        for least in (0.0, 0.5, 0.75, 0.9, 1.0)
    ]
    assert all(more > fewer for more, fewer in pairwise(kept[:4]))
    assert kept[4] == set()
