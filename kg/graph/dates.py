"""Dates as exact as the text, compared."""

from __future__ import annotations

import calendar
from datetime import date
from functools import lru_cache


@lru_cache(maxsize=8192)
def span(value: str) -> tuple[int, int] | None:
    """Return the first and last day (ordinals) of ``2018``, ``2018-04``, ``2018-04-24`` or ``start/end``."""
    start, _, end = value.partition("/")
    first, last = _days(start), _days(end or start)
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def _days(value: str) -> tuple[int, int] | None:
    try:
        year, month, day = (*(int(part) for part in value.split("-")), 0, 0)[:3]
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return first.toordinal(), last.toordinal()


def apart(a: str, b: str) -> int | None:
    """Return the days between two dates, 0 where they overlap; None if one is no date."""
    one, two = span(a), span(b)
    if one is None or two is None:
        return None
    return max(0, one[0] - two[1], two[0] - one[1])


def is_day(value: str | None) -> bool:
    """Return whether ``value`` is exact to the day, or an interval of a week at most."""
    days = span(value) if value else None
    return days is not None and days[1] - days[0] <= 7
