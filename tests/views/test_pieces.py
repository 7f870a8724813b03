"""Sentences cut at the words of a fact; addresses that may become links."""

from __future__ import annotations

import pytest

from kg.views.pieces import date_words, pieces, web_address


def test_words_of_subject_predicate_and_object_are_marked() -> None:
    evidence = {
        "start": 100,
        "quote": "Norland backs Sudria today.",
        "subject": (100, 107),
        "predicate": (108, 113),
        "object": (114, 120),
    }
    assert pieces(evidence) == [
        ("Norland", "subject"),
        (" ", ""),
        ("backs", "predicate"),
        (" ", ""),
        ("Sudria", "object"),
        (" today.", ""),
    ]


@pytest.mark.parametrize("span", [None, (0, 4), (500, 900), (6, 2)])
def test_text_is_kept_whatever_the_offsets(span: tuple[int, int] | None) -> None:
    evidence = {"start": 2, "quote": "Sudria met Norland", "subject": span, "predicate": None, "object": (13, 20)}
    assert "".join(text for text, _ in pieces(evidence)) == "Sudria met Norland"


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?b=c", True),
        ("HTTP://EXAMPLE.ORG", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("http:", False),
        ("http://[broken", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, kept: bool) -> None:
    assert (web_address(url) is not None) == kept


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2018", "2018"),
        ("2018-04", "Apr 2018"),
        ("2018-04-24", "24 Apr 2018"),
        ("2018-04-24/2018-05", "24 Apr 2018 – May 2018"),
        ("soon", "soon"),
        ("2018-13", "2018-13"),
        (None, ""),
    ],
)
def test_dates_are_as_exact_as_they_are(date: str | None, expected: str) -> None:
    assert date_words(date) == expected
