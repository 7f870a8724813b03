"""Dates compared."""

from __future__ import annotations

import pytest

from kg.graph.dates import apart, is_day


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        ("2018-04-24", "2018-04-24", 0),
        ("2018-04-24", "2018-04-26", 2),
        ("2018-04-26", "2018-04-24", 2),
        ("2018-04", "2018-04-24", 0),
        ("2018", "2018-04", 0),
        ("2018-04-24/2018-04-26", "2018-04-25", 0),
        ("2018-04-24/2018-04-26", "2018-04-28", 2),
        ("2018-02", "2018-03-01", 1),
        ("2018-13", "2018", None),
        ("2018-04-26/2018-04-24", "2018", None),
        ("soon", "2018", None),
    ],
)
def test_the_days_between_two_dates(a: str, b: str, days: int | None) -> None:
    assert apart(a, b) == days


def test_a_day_or_a_few_are_exact_and_a_month_is_not() -> None:
    assert is_day("2018-04-24")
    assert is_day("2018-04-24/2018-04-26")
    assert not is_day("2018-04")
    assert not is_day(None)
