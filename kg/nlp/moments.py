"""What time expressions come to: pure reckoning on the calendar.

Values are as exact as the words: ``2018``, ``2018-04``, ``2018-04-24`` or ``start/end`` of two such.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan jan.",
            "february feb feb.",
            "march mar mar.",
            "april apr apr.",
            "may",
            "june jun jun.",
            "july jul jul.",
            "august aug aug.",
            "september sept sept. sep sep.",
            "october oct oct.",
            "november nov nov.",
            "december dec dec.",
        ),
        start=1,
    )
    for name in names.split()
}
# Days told from where the speaker stands.
DEICTIC_DAYS = frozenset({"today", "tonight", "tomorrow", "yesterday"})
WEEKDAYS = {name: i for i, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
# First and last month; a winter belongs to the year in which it begins.
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
_ONES = "one two three four five six seven eight nine ten eleven twelve"
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
NUMBERS = {word: i for i, word in enumerate(f"{_ONES} {_TEENS}".split(), 1)}
NUMBERS |= {word: 10 * i for i, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
NUMBERS |= {"a": 1, "an": 1}
ORDINALS = {
    word: i
    for i, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), start=1)
}

# An article may be dated a day or two before what it tells of, by time zones.
SLACK = timedelta(days=2)
LONGEST = 400
NEAR = 2
# How far the day of a dateline may be from that of its article.
TRANSIT = timedelta(days=7)


def calendar_day(year: int, month: int, day: int) -> date | None:
    """Return the day, None if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def written_day(text: str, base: date | None) -> date | None:
    """Return the day that ``text`` gives in words, of the year nearest to ``base`` where it gives none."""
    parts = re.findall(r"[A-Za-z]+\.?|\d+", text)
    month = next((MONTHS[part.lower()] for part in parts if part.lower() in MONTHS), None)
    days = [int(part) for part in parts if part.isdigit() and len(part) < 3]
    year = next((int(part) for part in parts if len(part) == 4 and part.isdigit()), None)
    if month is None or not days:
        return None
    return calendar_day(year, month, days[0]) if year else nearest_day(month, days[0], base, future=False)


def interval(start: str | None, end: str | None) -> str | None:
    """Return ``start/end``, or ``start`` alone where ``end`` is missing or not later."""
    return f"{start}/{end}" if start and end and end > start else start


def nearest_day(month: int, day: int, base: date | None, *, future: bool) -> date | None:
    """Return the day of the nearest year not after ``base``, or not before it for the ``future``."""
    if base is None:
        return None
    for year in (base.year, base.year + 1) if future else (base.year + 1, base.year, base.year - 1):
        found = calendar_day(year, month, day)
        if found and (found >= base if future else found <= base + SLACK):
            return found
    return None


def month_year(month: int, base: date | None, *, future: bool, which: str = "") -> int | None:
    """Return the year of ``month`` nearest to ``base``; ``which`` is ``last``, ``this``, ``next`` or nothing."""
    if base is None:
        return None
    if which == "last":
        return base.year - (month >= base.month)
    if which == "next" or (future and which != "this"):
        # "In May" of what is to come may be the current month, "next May" not.
        return base.year + (month < base.month or (which == "next" and month == base.month))
    return base.year - (month > base.month and which != "this")


def weekday(name: str, base: date | None, *, future: bool, which: str = "") -> str | None:
    """Return the day of the last such weekday up to ``base``, or the first from it on for the ``future``.

    "Last" leaves ``base`` itself out, and so does "next", which is of the week after: who speaks on a Wednesday calls
    the day after not "next Thursday".
    """
    if base is None:
        return None
    back = (base.weekday() - WEEKDAYS[name]) % 7
    if which == "next":
        return (base + timedelta(days=7 - base.weekday() + WEEKDAYS[name])).isoformat()
    if future and which != "last":
        return (base + timedelta(days=-back % 7)).isoformat()
    # Nobody calls yesterday "last Thursday".
    return (base - timedelta(days=back + (7 if which == "last" and back < NEAR else 0))).isoformat()


def shift(base: date | None, unit: str, count: int) -> str | None:
    """Return the day, week, month, year or decade that lies ``count`` of them after ``base``."""
    if base is None or abs(count) > LONGEST:
        return None
    if unit == "day":
        return (base + timedelta(days=count)).isoformat()
    if unit in {"week", "weekend"}:
        monday = base - timedelta(days=base.weekday()) + timedelta(weeks=count)
        first = monday + timedelta(days=5) if unit == "weekend" else monday
        return f"{first.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if unit == "month":
        return _month(base, count)
    if unit == "decade":
        decade = base.year // 10 * 10 + 10 * count
        return f"{decade}/{decade + 9}"
    return str(base.year + count)


def ago(base: date | None, unit: str, count: int) -> str | None:
    """Return the time ``count`` units after ``base``, as exact as "two weeks ago" is meant: a month, but one a day."""
    if base is None or abs(count) > LONGEST:
        return None
    if unit == "week" and count == -1:
        return (base - timedelta(weeks=1)).isoformat()
    return _month(base + timedelta(weeks=count), 0) if unit == "week" else shift(base, unit, count)


def _month(base: date, count: int) -> str:
    """Return the month ``count`` months after ``base``."""
    index = base.year * 12 + base.month - 1 + count
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def season(name: str, year: int) -> str:
    """Return the months of a season; that of winter begins in ``year``."""
    first, last = SEASONS[name]
    return f"{year}-{first:02d}/{year + (name == 'winter')}-{last:02d}"


def season_year(name: str, base: date | None, *, future: bool, which: str = "") -> int | None:
    """Return the year in which the season nearest to ``base`` begins."""
    if base is None:
        return None
    first, last = SEASONS[name]
    begun = base.month >= first
    over = name != "winter" and base.month > last
    year = base.year
    if name == "winter" and base.month <= last:
        year, begun = base.year - 1, True
    running = begun and not over
    if which == "next" or (future and which != "this"):
        return year + (over or (running and which == "next"))
    if which == "last":
        return year - (not over)
    return year - (not begun and which != "this")


def numeric(text: str) -> str | None:
    """Return the day of ``24.04.2018``, ``2018/04/24`` or ``24/04/2018``; None if day and month may be either."""
    numbers = [int(part) for part in re.split(r"[./-]", text)]
    if numbers[0] > 31:
        found = calendar_day(*numbers)
    else:
        first, second, year = numbers
        if "/" in text and first <= 12 and second <= 12 and first != second:
            return None
        found = calendar_day(year, first, second) if second > 12 else calendar_day(year, second, first)
    return found.isoformat() if found else None


def full_year(text: str) -> int:
    """Return the year of ``2014``, ``mid-2019``."""
    return int(text[-4:])


def years(texts: Sequence[str]) -> str | None:
    """Return the span of two years; the second may be short: ``2014``, ``16``."""
    first, second = texts
    end = second if len(second) == 4 else first[: 4 - len(second)] + second
    return interval(first, end)
