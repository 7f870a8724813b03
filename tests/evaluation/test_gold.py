"""Reading of annotated articles."""

import json
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluation import read_gold

RECORD = {
    "id": "a",
    "title": "Talks",
    "date": "2021-04-01",
    "text": "Aland and Borduria held talks.",
    "entities": [
        {"id": "e1", "type": "State", "names": ["Aland"]},
        {"id": "e2", "type": "State", "names": ["Borduria"]},
    ],
    "triples": [
        {"s": "e1", "p": "consults", "o": "e2", "status": "actual", "optional": False, "evidence": "", "or": ["e1"]}
    ],
}


def test_article_begins_with_its_headline(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(RECORD), "utf-8")
    (gold,) = read_gold(tmp_path)
    assert gold.article.text.startswith("Talks\n\nAland")
    assert gold.triples[0].objects == ("e2", "e1")


@pytest.mark.parametrize(
    "change",
    [{"triples": [{"s": "e9"}]}, {"entities": None}, {"date": "May"}, {"text": ""}, {"text": 7}],
)
def test_malformed_article_is_named(tmp_path: Path, change: dict[str, object]) -> None:
    (tmp_path / "a.json").write_text(json.dumps({**RECORD, **change}), "utf-8")
    with pytest.raises(InputError, match=r"a\.json"):
        read_gold(tmp_path)


def test_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="none"):
        read_gold(tmp_path)
    with pytest.raises(InputError, match="none"):
        read_gold(tmp_path / "absent.json")
