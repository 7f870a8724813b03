"""JSON and JSON Lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Article
from kg.readers import Options, jsonl


def lines(path: Path, *items: object) -> Path:
    path.write_text("\n".join(item if isinstance(item, str) else json.dumps(item) for item in items), "utf-8")
    return path


def test_each_line_is_an_article(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"id": "x", "text": "One."}, "", {"text": "Two.", "date": "2021-03-10"})
    one, two = jsonl.read(path, Options())
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert (one.id, one.text, two.id, two.date) == ("x", "One.", "a-3", "2021-03-10")


def test_a_number_may_be_an_id_and_fields_may_have_other_names(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"nr": 7, "body": "One.", "text": 0})
    (article,) = jsonl.read(path, Options(fields={"id": "nr", "text": "body"}))
    assert isinstance(article, Article)
    assert (article.id, article.text) == ("7", "One.")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": ', "not valid JSON"),
        ("[" * 100_000, "not valid JSON"),
        ("[1]", "expected an object with 'text', got list"),
        ('"text"', "expected an object with 'text', got str"),
        ('{"title": "x"}', "expected a field 'text', found none"),
        ('{"text": 5}', "'text' must be a string, got int"),
        ('{"text": "x", "title": ["y"]}', "'title' must be a string, got list"),
        ('{"text": "  "}', "the article has no text"),
        ('{"text": "x", "date": "May"}', "'date' must be an ISO date"),
        ('{"text": "\\ud800"}', "half a surrogate pair"),
    ],
)
def test_a_broken_line_is_told_with_its_number_and_the_others_are_read(tmp_path: Path, line: str, reason: str) -> None:
    path = lines(tmp_path / "a.jsonl", {"text": "One."}, line, {"text": "Three."})
    one, broken, three = jsonl.read(path, Options())
    assert isinstance(one, Article)
    assert isinstance(three, Article)
    assert isinstance(broken, InputError)
    assert str(broken).startswith(f"{path}:2: ")
    assert reason in str(broken)


def test_a_line_in_another_encoding_is_told_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "Malm\xf6"}\n{"text": "Two."}\n')
    broken, two = jsonl.read(path, Options())
    assert isinstance(broken, InputError)
    assert "a.jsonl:1: expected UTF-8, found byte 0xf6" in str(broken)
    assert isinstance(two, Article)


def test_a_line_past_the_limit_is_passed_over_without_being_held(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"text": "x" * 2_500_000}, {"text": "Two."})
    broken, two = jsonl.read(path, Options(max_characters=10))
    assert isinstance(broken, InputError)
    assert "a.jsonl:1: the line is longer than the limit of 1,000,060 bytes" in str(broken)
    assert isinstance(two, Article)
    assert two.id == "a-2"


def test_a_mark_at_the_beginning_is_no_part_of_the_first_line(tmp_path: Path) -> None:
    for name, coding in (("a", "utf-8-sig"), ("b", "utf-16")):
        path = tmp_path / f"{name}.jsonl"
        path.write_text('{"text": "Malmö"}\n', coding)
        (article,) = jsonl.read(path, Options())
        assert isinstance(article, Article)
        assert article.text == "Malmö"


@pytest.mark.parametrize(("data", "reason"), [(b"", "empty"), (b"\x00\x01", "binary"), (b"\x1f\x8b\x08\x00", "binary")])
def test_an_empty_or_binary_file_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(data)
    with pytest.raises(InputError, match=reason):
        list(jsonl.read(tmp_path / "a.jsonl", Options()))


def test_a_json_file_holds_one_article_or_a_list(tmp_path: Path) -> None:
    one = lines(tmp_path / "one.json", {"text": "One."})
    many = lines(tmp_path / "many.json", [{"text": "One."}, {"text": "Two."}])
    broken = lines(tmp_path / "broken.json", "{")
    assert [a.id for a in jsonl.read(one, Options()) if isinstance(a, Article)] == ["one"]
    assert [a.id for a in jsonl.read(many, Options()) if isinstance(a, Article)] == ["many-1", "many-2"]
    (error,) = jsonl.read(broken, Options())
    assert isinstance(error, InputError)
