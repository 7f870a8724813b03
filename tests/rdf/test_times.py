"""Dates as exact as the text."""

from __future__ import annotations

import pytest

from kg.rdf import times
from kg.vocab import BASE, TIME, XSD


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2018", ("2018-01-01", "2018-12-31")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("2018-04-24", ("2018-04-24", "2018-04-24")),
        ("2018-04-24/2018-04-26", ("2018-04-24", "2018-04-26")),
        ("2018-04/2019", ("2018-04-01", "2019-12-31")),
    ],
)
def test_a_date_has_a_first_and_a_last_day(value: str, expected: tuple[str, str]) -> None:
    assert times.bounds(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        "",
        "Wednesday",
        "2018-13",
        "2018-02-30",
        "18",
        "2018-4-2",
        "2018-04-26/2018-04-24",
        "2018/",
        "a/b/c",
        "२०१८",
        "0000",
    ],
)
def test_a_malformed_date_has_no_days_and_is_a_plain_string(value: str) -> None:
    assert times.bounds(value) is None
    assert times.literal(value).datatype.value == XSD.string


@pytest.mark.parametrize(
    ("value", "datatype"),
    [("2018", XSD.gYear), ("2018-04", XSD.gYearMonth), ("2018-04-24", XSD.date), ("2018-04/2018-06", times.EDTF.value)],
)
def test_a_literal_is_as_exact_as_its_date(value: str, datatype: str) -> None:
    assert times.literal(value).value == value
    assert times.literal(value).datatype.value == datatype


@pytest.mark.parametrize("value", ["2018", "2018-04", "2018-04-24", "2018-04-24/2018-04-26"])
def test_a_time_can_be_told_from_its_id(value: str) -> None:
    assert times.value_of(times.node_id(value)) == value


def test_intervals_lie_between_instants() -> None:
    assert times.closure(["2018-04", "nonsense"]) == {"2018-04", "2018-04-01", "2018-04-30"}
    said = {predicate.value: object.value for predicate, object in times.describe("2018-04", BASE)}
    assert said[TIME.hasBeginning] == BASE + "time_2018_04_01"
    assert said[TIME.hasEnd] == BASE + "time_2018_04_30"
    day = {predicate.value: object.value for predicate, object in times.describe("2018-04-24", BASE)}
    assert day[TIME.inXSDDate] == "2018-04-24"
