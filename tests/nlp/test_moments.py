from datetime import date

import pytest

from kg.nlp.moments import (
    ago,
    interval,
    month_year,
    nearest_day,
    numeric,
    season,
    season_year,
    shift,
    weekday,
    years,
)

BASE = date(2021, 3, 10)


@pytest.mark.parametrize(
    ("name", "future", "which", "day"),
    [
        ("wednesday", False, "", "2021-03-10"),
        ("thursday", False, "", "2021-03-04"),
        ("thursday", True, "", "2021-03-11"),
        ("wednesday", False, "last", "2021-03-03"),
        ("wednesday", True, "next", "2021-03-17"),
        ("thursday", True, "next", "2021-03-18"),
        ("tuesday", True, "next", "2021-03-16"),
    ],
)
def test_a_weekday_is_the_nearest_in_its_direction(name: str, future: bool, which: str, day: str) -> None:
    assert weekday(name, BASE, future=future, which=which) == day


@pytest.mark.parametrize(
    ("month", "day", "future", "found"),
    [
        (3, 11, False, date(2021, 3, 11)),
        (3, 20, False, date(2020, 3, 20)),
        (3, 9, True, date(2022, 3, 9)),
        (2, 29, False, date(2020, 2, 29)),
        (2, 30, False, None),
    ],
)
def test_a_day_without_a_year_is_the_nearest(month: int, day: int, future: bool, found: date | None) -> None:
    assert nearest_day(month, day, BASE, future=future) == found


def test_months_and_seasons_take_the_year_of_their_direction() -> None:
    assert month_year(4, BASE, future=False) == 2020
    assert month_year(4, BASE, future=True) == 2021
    assert month_year(3, BASE, future=False, which="last") == 2020
    assert season_year("autumn", BASE, future=False, which="last") == 2020
    assert season_year("winter", BASE, future=False) == 2020
    assert season("winter", 2020) == "2020-12/2021-02"


@pytest.mark.parametrize(
    ("unit", "count", "found"),
    [
        ("day", -1, "2021-03-09"),
        ("week", 0, "2021-03-08/2021-03-14"),
        ("weekend", -1, "2021-03-06/2021-03-07"),
        ("month", -3, "2020-12"),
        ("year", 1, "2022"),
        ("decade", 0, "2020/2029"),
        ("year", 4000, None),
    ],
)
def test_units_are_counted_from_a_day(unit: str, count: int, found: str | None) -> None:
    assert shift(BASE, unit, count) == found


def test_weeks_ago_are_no_more_exact_than_a_month() -> None:
    assert ago(BASE, "week", -2) == "2021-02"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("24.04.2018", "2018-04-24"),
        ("2018/04/24", "2018-04-24"),
        ("24/04/2018", "2018-04-24"),
        ("04/05/2018", None),
        ("05/05/2018", "2018-05-05"),
    ],
)
def test_a_date_in_numbers_has_a_value_only_if_it_is_plain(text: str, found: str | None) -> None:
    assert numeric(text) == found


def test_spans() -> None:
    assert years(("2014", "16")) == "2014/2016"
    assert interval("2018-04-24", None) == "2018-04-24"
    assert interval("2018-04-24", "2018-04-20") == "2018-04-24"
    assert shift(None, "day", 1) is None
