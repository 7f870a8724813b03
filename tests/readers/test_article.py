"""From what a source gives to an article, and from bytes to text."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.readers._article import Options, check_date, decode, make_article, read_bytes

OPTIONS = Options(today="2021-03-10")


def article(text: str, **more: str | None):  # type: ignore[no-untyped-def]
    return make_article("here", id="a", text=text, options=OPTIONS, **more)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Oslo", "Oslo"),
        (b"\xef\xbb\xbfOslo", "Oslo"),
        ("Malmö".encode(), "Malmö"),
        ("Malmö".encode("utf-16"), "Malmö"),
    ],
)
def test_bytes_are_read_as_utf_8_or_by_their_mark(data: bytes, text: str) -> None:
    assert decode(data, "here") == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"ab\x00cd", "binary"),
        (b"%PDF-1.7", "binary"),
        (b"\x1f\x8b\x08", "binary"),
        (b"Malm\xf6", "expected UTF-8, found byte 0xf6 at offset 4"),
        (b"\xff\xfea", "expected UTF-16"),
        (b"\xff\xfe\x00\xd8", "expected UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        decode(data, "here")


def test_the_headline_begins_the_text() -> None:
    found = article("Ministers met.", title="Talks\n in  Oslo")
    assert found.text == "Talks in Oslo\n\nMinisters met."
    assert found.text[: found.title_end] == found.title == "Talks in Oslo"


def test_a_headline_that_the_text_repeats_is_not_doubled() -> None:
    found = article("Talks in Oslo\nMinisters met.", title="Talks in Oslo")
    assert found.text == "Talks in Oslo\nMinisters met."
    assert found.title_end == 13


def test_control_characters_become_spaces_and_ends_of_lines_one() -> None:
    found = article("a\x00b\x1fc\x7f\r\nd\re\ufffef", source="Wire\x07\nService", title="x\x00y")
    assert found.text == "x y\n\na b c \nd\ne f"
    assert (found.source, found.title) == ("Wire Service", "x y")


@pytest.mark.parametrize("field", ["text", "title", "source", "url"])
def test_half_a_surrogate_pair_is_refused(field: str) -> None:
    values = {"text": "Ministers met.", field: "a\ud800b"}
    with pytest.raises(InputError, match=f"'{field}' holds half a surrogate pair"):
        article(**values)  # type: ignore[arg-type]


def test_the_limits_of_characters_and_language_are_kept() -> None:
    with pytest.raises(InputError, match="11 characters are more than the limit of 10"):
        make_article("here", id="a", text="a" * 11, options=Options(max_characters=10))
    with pytest.raises(InputError, match="expected an article in English, got language 'fr'"):
        article("Bonjour.", language="fr")
    assert article("Hello.", language="en-GB").language == "en-GB"


@pytest.mark.parametrize(
    ("text", "day"), [("2021-03-10", "2021-03-10"), (" 2021-03-09T23:00:00Z", "2021-03-09"), ("", None), (None, None)]
)
def test_a_date_is_a_day(text: str | None, day: str | None) -> None:
    assert check_date("here", text, "2021-03-10") == day


@pytest.mark.parametrize("text", ["May", "2021", "2021-13-01", "10/03/2021", "2021-03-11"])
def test_what_is_no_day_or_lies_ahead_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"^here: 'date'"):
        check_date("here", text, "2021-03-10")


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"12345")
    assert read_bytes(path, Options(max_bytes=5)) == b"12345"
    with pytest.raises(InputError, match="larger than the limit of 4 bytes"):
        read_bytes(path, Options(max_bytes=4))
    with pytest.raises(InputError, match="Is a directory"):
        read_bytes(tmp_path, Options())
