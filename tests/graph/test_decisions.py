"""What a user decides of identity."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.graph.decisions import NONE, Decisions, parse_decisions, read_decisions, write_decisions

HOSTILE = 'x" ]\n[[different]]\nids = ["a", "b"]\t\\ é \U0001f600'


def test_what_is_written_is_read_back_and_other_words_change_nothing() -> None:
    merges = [{"ids": ["person_1", "person_2"], "labels": ["A", HOSTILE], "reasons": ["transliteration: " + HOSTILE]}]
    text = write_decisions(merges)
    assert parse_decisions(text, "here") == Decisions(same=(frozenset({"person_1", "person_2"}),))
    assert parse_decisions(text.replace("[[same]]\nids", "[[different]]\nids"), "here") == Decisions(
        different=(frozenset({"person_1", "person_2"}),)
    )
    assert parse_decisions(write_decisions([]), "here") == NONE


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[[same]", "not valid TOML"),
        ("[[merge]]\nids = ['a', 'b']", "got 'merge'"),
        ("[[same]]\nids = ['a']", "expected ids"),
        ("[[same]]\nlabels = ['a', 'b']", "expected ids"),
        ("[[different]]\nids = [1, 2]", "expected ids"),
        ("same = 'a'", "expected ids"),
    ],
)
def test_what_is_no_decision_is_refused(text: str, reason: str) -> None:
    with pytest.raises(InputError, match=r"^here: ") as caught:
        parse_decisions(text, "here")
    assert reason in str(caught.value)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        read_decisions(tmp_path / "none.toml")
    (tmp_path / "bad.toml").write_bytes(b"\xff")
    with pytest.raises(InputError, match="expected UTF-8"):
        read_decisions(tmp_path / "bad.toml")
