"""Literals are canonical, and IRIs flat."""

from __future__ import annotations

import pytest

from kg.errors import DataError
from kg.rdf import terms

HOSTILE = 'a "quoted" \\ <b>\n\tline\x00\x07\ud800\ufffe'


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0.66, "0.66"), ("0.660", "0.66"), (1.0, "1"), (1e-7, "0"), ("1e2", "100"), (-0.0, "0"), ("-1.2864", "-1.2864")],
)
def test_decimals_have_no_trailing_zero_and_no_exponent(value: float | str, expected: str) -> None:
    assert terms.decimal(value).value == expected


@pytest.mark.parametrize("value", ["", "much", "nan", "inf", "1,5"])
def test_what_is_no_number_is_refused(value: str) -> None:
    with pytest.raises(DataError, match="decimal number"):
        terms.decimal(value)


@pytest.mark.parametrize("name", ["state_RU", "person_Q58217", "meeting_7c1e", "geometry_place_Q1741"])
def test_a_kind_and_letters_make_an_id(name: str) -> None:
    assert terms.checked_id(name) == name


@pytest.mark.parametrize(
    "name", ["", "Q5", "state RU", "state_", "state_RU>", "state_é", "state_R\nU", "_x", "state-RU"]
)
def test_an_id_that_no_flat_iri_can_end_with_is_refused(name: str) -> None:
    with pytest.raises(DataError, match="node id"):
        terms.checked_id(name)


def test_control_characters_are_replaced_one_to_one() -> None:
    cleaned = terms.clean(HOSTILE)
    assert len(cleaned) == len(HOSTILE)
    assert cleaned == 'a "quoted" \\ <b>\n\tline\ufffd\ufffd\ufffd\ufffd'


@pytest.mark.parametrize("text", ["https://example.org/a?b=c#d", "urn:isbn:123", "http://ex.org/ünï"])
def test_absolute_iris_are_known(text: str) -> None:
    assert terms.is_iri(text)


@pytest.mark.parametrize(
    "text", ["", "example.org", "http://a b", "http://a>b", 'http://a"b', "http://a\\b", "http:// "]
)
def test_what_breaks_out_of_angle_brackets_is_no_iri(text: str) -> None:
    assert not terms.is_iri(text)


def test_a_text_in_no_language_is_a_plain_string() -> None:
    assert terms.in_language("x", "de-AT").language == "de-at"
    assert terms.in_language("x", None).language is None
    assert terms.in_language("x", "English language").language is None
