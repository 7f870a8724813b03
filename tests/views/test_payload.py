"""The tables of a page."""

from __future__ import annotations

from typing import Any

import pytest

from kg.graph.assemble import assemble
from kg.views.payload import Payload, is_event, utf16
from tests.sample_facts import FACTS

TABLES = Payload(assemble(FACTS)).tables()


def records(name: str) -> list[dict[str, Any]]:
    """Return the rows of the table ``name`` with their fields."""
    return [dict(zip(TABLES[name]["fields"], row, strict=True)) for row in TABLES[name]["rows"]]


def test_every_row_refers_to_rows_that_exist() -> None:
    nodes, sentences = len(records("nodes")), len(records("sentences"))
    for edge in records("edges"):
        assert 0 <= edge["s"] < nodes
        assert 0 <= edge["o"] < nodes
        assert all(-1 <= edge[name] < nodes for name in ("by", "event"))
        assert all(0 <= row[0] < sentences and 0 <= row[1] < len(TABLES["rules"]) for row in edge["evidence"])
    assert all(0 <= record["article"] < len(records("articles")) for record in records("sentences"))


def test_the_words_of_a_fact_are_found_in_its_sentence() -> None:
    nodes, sentences = records("nodes"), records("sentences")
    (aid,) = (edge for edge in records("edges") if edge["predicate"] == "aids")
    ((number, _, confidence, *spans),) = aid["evidence"]
    quote = sentences[number]["quote"]
    assert [quote[spans[i] : spans[i + 1]] for i in (0, 2, 4)] == ["Austria", "send", "Moldova"]
    assert confidence == 0.7
    assert (aid["status"], aid["plain"], nodes[aid["by"]]["label"]) == ("planned", 0, "Clara Weiden")


def test_claims_are_a_table_of_their_own() -> None:
    assert len(records("claims")) == 4
    assert "Claim" not in {record["kind"] for record in records("nodes")}


def test_a_meeting_keeps_its_roles_and_date() -> None:
    (meeting,) = (record for record in records("nodes") if record["kind"] == "Meeting")
    assert meeting["event"]["date"] == "2023-03-14"
    assert {role for role, _ in meeting["event"]["roles"]} == {"actor", "host", "organizer", "place", "theme"}


def test_without_sentences_no_word_of_the_articles_is_kept() -> None:
    tables = Payload(assemble(FACTS), sentences=False).tables()
    assert {row[1] for row in tables["sentences"]["rows"]} == {""}
    assert all(row[3:] == [-1] * 6 for edge in tables["edges"]["rows"] for row in edge[11])


@pytest.mark.parametrize(
    ("kind", "expected"), [("Accuse", True), ("Event", True), ("Meeting", False), ("State", False)]
)
def test_types_of_events_are_told_from_things(kind: str, expected: bool) -> None:
    assert is_event(kind) == expected


@pytest.mark.parametrize(
    ("text", "offset", "expected"), [("abc", 2, 2), ("é€x", 2, 2), ("🕊x", 1, 2), ("ab", 9, 2), ("ab", -1, 0)]
)
def test_offsets_are_counted_as_browsers_do(text: str, offset: int, expected: int) -> None:
    assert utf16(text, offset) == expected
