"""The project's own texts and annotations: that they are well formed and keep to the contract."""

import json
import re
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from kg.model import STATUSES

DATA = Path(__file__).parent.parent / "data"
GOLD = sorted((DATA / "gold").glob("*/*.json"))
TYPES = set(
    "Person State InternationalOrganization GovernmentBody ArmedGroup PoliticalGroup MediaOrganization Company "
    "Organization Place Position Issue Threat Agreement Meeting Event".split()
)
PROPERTIES = set(
    "holdsPosition represents memberOf attends hosts organizes takesPlaceIn addresses agrees consults supports "
    "concedes cooperates aids retreats requests criticizes rejects threatens protests sanctions mobilizes coerces "
    "assaults".split()
)
PLOVER = set(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT".split()
)
SYMMETRIC = {"agrees", "consults", "cooperates"}
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def load(path: Path) -> dict[str, Any]:
    """Return one annotated article."""
    article: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return article


ARTICLES = [article for path in sorted((DATA / "articles").glob("*.jsonl")) for article in lines(path)]
SENTENCES = lines(DATA / "gold" / "sentences.jsonl") if (DATA / "gold" / "sentences.jsonl").exists() else []


def shingles(text: str, size: int = 12) -> set[tuple[str, ...]]:
    """Return the runs of ``size`` words in ``text``."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}


@pytest.mark.parametrize("article", ARTICLES, ids=[article["id"] for article in ARTICLES])
def test_sample_article_has_all_fields(article: dict[str, Any]) -> None:
    assert set(article) == {"id", "title", "date", "source", "url", "text", "language"}
    assert re.fullmatch(r"[a-z0-9-]+", article["id"])
    assert DATE.fullmatch(article["date"])
    assert len(article["text"].split()) >= 90
    assert article["language"] == "en"


def test_there_are_enough_samples_and_each_half_of_the_gold_is_filled() -> None:
    halves = Counter(path.parent.name for path in GOLD)
    assert len(ARTICLES) >= 14
    assert halves["tune"] >= 10
    assert halves["check"] >= 10
    assert set(halves) == {"tune", "check"}


def test_ids_are_unique() -> None:
    ids = [article["id"] for article in ARTICLES] + [path.stem for path in GOLD]
    assert [i for i, n in Counter(ids).items() if n > 1] == []


@pytest.mark.parametrize("path", GOLD, ids=[path.stem for path in GOLD])
def test_gold_article_keeps_to_the_format(path: Path) -> None:
    gold = load(path)
    assert set(gold) == {"id", "title", "date", "source", "url", "licence", "text", "entities", "triples"}
    assert gold["id"] == path.stem
    assert DATE.fullmatch(gold["date"])
    assert 110 <= len(gold["text"].split()) <= 360
    ids = [entity["id"] for entity in gold["entities"]]
    assert len(ids) == len(set(ids))
    for entity in gold["entities"]:
        assert set(entity) == {"id", "type", "names"}
        assert entity["type"] in TYPES
        assert entity["names"]
        assert all(name == name.strip() for name in entity["names"])


@pytest.mark.parametrize("path", GOLD, ids=[path.stem for path in GOLD])
def test_gold_triple_is_in_the_contract_and_has_its_evidence(path: Path) -> None:
    gold = load(path)
    ids = {entity["id"] for entity in gold["entities"]}
    fields = {"s", "p", "o", "status", "said_by", "date", "optional", "evidence"}
    for triple in gold["triples"]:
        assert fields <= set(triple) <= fields | {"or", "s_or"}
        assert triple["p"] in PROPERTIES
        assert triple["status"] in STATUSES
        assert isinstance(triple["optional"], bool)
        assert {triple["s"], triple["o"], *triple.get("or", ()), *triple.get("s_or", ())} <= ids
        assert triple["s"] != triple["o"]
        assert triple["said_by"] is None or triple["said_by"] in ids
        assert triple["date"] is None or DATE.fullmatch(triple["date"])
        assert triple["evidence"] in gold["text"] or triple["evidence"] == gold["title"]


@pytest.mark.parametrize("path", GOLD, ids=[path.stem for path in GOLD])
def test_gold_triple_is_written_once(path: Path) -> None:
    seen: set[tuple[str, ...]] = set()
    for triple in load(path)["triples"]:
        ends = sorted((triple["s"], triple["o"])) if triple["p"] in SYMMETRIC else [triple["s"], triple["o"]]
        key = (triple["p"], *ends)
        assert key not in seen
        seen.add(key)


def test_no_two_texts_share_a_sentence() -> None:
    texts = {article["id"]: shingles(article["text"]) for article in ARTICLES}
    texts |= {path.stem: shingles(load(path)["text"]) for path in GOLD}
    texts |= {row["id"]: shingles(row["text"]) for row in SENTENCES}
    assert [(a, b) for a, b in combinations(sorted(texts), 2) if texts[a] & texts[b]] == []


def test_every_event_type_is_in_the_sentences_and_names_are_in_their_text() -> None:
    if not SENTENCES:
        pytest.skip("no sentences yet")
    types = Counter(event["type"] for row in SENTENCES for event in row["events"] if event["status"] != "negated")
    assert set(types) == PLOVER
    assert min(types.values()) >= 6
    assert len({row["id"] for row in SENTENCES}) == len(SENTENCES) >= 150
    for row in SENTENCES:
        assert set(row) == {"id", "text", "date", "events"}
        assert row["date"] is None or DATE.fullmatch(row["date"])
        for event in row["events"]:
            assert set(event) == {"type", "actor", "recipient", "status"}
            assert event["type"] in PLOVER
            assert event["status"] in STATUSES
            assert all(name in row["text"] for name in (*event["actor"], *event["recipient"])), row["id"]
