"""Typed events of sentences against gold."""

import json
from pathlib import Path

import pytest
from spacy.language import Language

from kg.errors import InputError
from kg.evaluation.figures import Figures
from kg.evaluation.report import sentence_lines
from kg.evaluation.sentences import find_events, is_same, party_figures, read_sentences, type_figures

CONDEMNED = {"id": "s1", "text": "France condemned Russia.", "date": "2021-04-01"}
ACCUSE = {"type": "ACCUSE", "actor": ["France"], "recipient": ["Russia"], "status": "actual"}


def party(*names: str) -> list[dict[str, str | None]]:
    return [{"text": name, "country": None} for name in names]


@pytest.mark.parametrize(
    ("event", "same"),
    [
        ({"plover": "ACCUSE", "actor": party("France"), "recipient": party("Russia (Moscow)")}, True),
        ({"plover": "ACCUSE", "actor": [{"text": "Macron", "country": "FRA"}], "recipient": party("Russia")}, True),
        ({"plover": "ACCUSE", "actor": party("Russia"), "recipient": party("France")}, False),
        ({"plover": "ACCUSE", "actor": party("France"), "recipient": []}, False),
        ({"plover": "REJECT", "actor": party("France"), "recipient": party("Russia")}, False),
    ],
)
def test_event_is_the_same_by_type_and_parties(event: dict[str, object], same: bool) -> None:
    assert is_same(ACCUSE, event) is same


def test_sides_of_a_mutual_event_do_not_matter() -> None:
    gold = {"type": "CONSULT", "actor": ["France"], "recipient": ["Russia"]}
    assert is_same(gold, {"plover": "CONSULT", "actor": party("Russia", "France"), "recipient": []})
    assert not is_same(gold, {"plover": "CONSULT", "actor": party("Russia"), "recipient": []})


def test_sentences_are_read_run_and_counted(tmp_path: Path, nlp: Language) -> None:
    path = tmp_path / "gold.jsonl"
    rows = [
        {**CONDEMNED, "events": [ACCUSE]},
        {"id": "s2", "text": "The soup needs salt.", "date": None, "events": [{**ACCUSE, "status": "negated"}]},
    ]
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    sentences = find_events(read_sentences(path))
    assert type_figures(sentences) == {"all": Figures(1, 0, 0), "ACCUSE": Figures(1, 0, 0)}
    assert party_figures(sentences) == Figures(1, 0, 0)
    assert list(sentence_lines(sentences, verbose=True))[-1].endswith("1.000 of 1")


def test_malformed_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(CONDEMNED), "utf-8")
    with pytest.raises(InputError, match=r"gold\.jsonl:1"):
        read_sentences(path)
