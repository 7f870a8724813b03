"""What a time expression comes to where it stands: by its words, the article's day and what was told before."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Token

from kg.nlp.moments import (
    MONTHS,
    NUMBERS,
    SEASONS,
    WEEKDAYS,
    ago,
    calendar_day,
    full_year,
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
from kg.nlp.tenses import announces, heads_entry, speaks_of_future, was_to_be

# What the letters of an expression say of which day, month or year is meant.
WHICH = {"l": "last", "P": "last", "h": "this", "m": "this", "n": "next", "F": "next"}
# What a year or week that is counted may end an expression with: "in May last year", "on Monday of that week".
_TAIL = re.compile(r"(?<=[MsDRWEC])f?e?(?P<which>[lnhmPF])[uI]$")
SATURDAY = 5
# A month that was at most so many months ago needs no year in any story.
RECENT = 2
# A programme tells of days that are no further off.
SOON = timedelta(days=31)
# Months, of a year.
HALF = 6
# How far back in the text "the day" may have been told.
NEARBY = 60
FEASTS = {"Au": (1, 1), "AE": (12, 31), "Cu": (12, 25), "CE": (12, 24)}
_DAY = re.compile(r"\d{1,2}")
_YEAR = re.compile(r"\d{4}|\d{2}")


@dataclass(frozen=True)
class Expression:
    """A time expression: its tokens with their letters, and what is known where it stands.

    ``anchor`` is the value of the last expression before it, ``day`` the last day told, for "the next day", and
    ``beside`` that of the expression after it, for "a day after the vote on Monday". ``days`` are the days told so far,
    each with its first token. ``story`` is what was told of an earlier year in the same sentence or in the one before,
    ``historic`` whether it stands in an entry of a chronology, whose present tells what was, and ``section`` the year
    that a line above names for all that follows.
    """

    tokens: Sequence[Token]
    letters: str
    base: date | None
    anchor: str | None
    day: str | None = None
    beside: str | None = None
    days: Sequence[tuple[int, str]] = ()
    story: str | None = None
    historic: bool = False
    section: int | None = None

    @property
    def future(self) -> bool:
        """Return whether its clause speaks of what is to come."""
        return speaks_of_future(self.tokens, historic=self.historic)

    def words(self, letters: str) -> list[str]:
        """Return its words, in lower case, that have one of ``letters``."""
        return [t.lower_ for t, letter in zip(self.tokens, self.letters, strict=True) if letter in letters]

    def word(self, letters: str) -> str:
        """Return its first word that has one of ``letters``, or nothing."""
        return next(iter(self.words(letters)), "")

    @property
    def which(self) -> str:
        """Return ``last``, ``this``, ``next`` or nothing."""
        tail = _TAIL.search(self.letters)
        own = self.letters[: tail.start()] if tail else self.letters
        return next((WHICH[letter] for letter in own if letter in WHICH), "")

    @property
    def year(self) -> int | None:
        """Return the year that it names, or counts from the article's or from the last one told: "of last year"."""
        found = self.words("Y")
        tail = _TAIL.search(self.letters)
        if found:
            return int(found[-1])
        if tail is None or "I" not in tail[0]:
            return self.section if not self.which and (self.section is None or not self.future) else None
        step = {"last": -1, "next": 1}.get(WHICH[tail["which"]], 0)
        if tail["which"] in "lnh":
            return self.base.year + step if self.base else None
        return int(self.anchor[:4]) + step if self.anchor else None


def iso_date(text: str | None) -> date | None:
    """Return the day that an ISO date or time begins with."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _two_days_value(e: Expression) -> str | None:
    """Return "April 30 to May 2", "30 April – 2 May 2018"."""
    first_month, second_month = (MONTHS[name] for name in e.words("M"))
    first, second = (int(_DAY.match(day)[0]) for day in e.words("D"))  # type: ignore[index]
    own = e.words("Y")
    if own:
        end = calendar_day(int(own[-1]), second_month, second)
        start = calendar_day(int(own[0]), first_month, first)
        if len(own) == 1 and start and end and start > end:
            start = calendar_day(end.year - 1, first_month, first)
    else:
        start = _day_of(e, first_month, first)
        end = start and nearest_day(second_month, second, start, future=True)
    return interval(start.isoformat() if start else None, end.isoformat() if end else None)


def _days_value(e: Expression) -> str | None:
    """Return "April 24-26", "from 3 to 5 May 2018"."""
    month = MONTHS[e.word("M")]
    first, *_, last = (int(day) for day in re.findall(r"\d+", " ".join(e.words("DR"))))
    end = _day_of(e, month, last)
    start = calendar_day(end.year, month, first) if end else None
    return interval(start.isoformat(), end.isoformat()) if start and end else None


def _day_value(e: Expression) -> str | None:
    """Return "Tuesday, April 24, 2018", "24 April"."""
    month, day = MONTHS[e.word("M")], int(_DAY.match(e.word("D"))[0])  # type: ignore[index]
    found = _day_of(e, month, day)
    return found.isoformat() if found else None


def _day_of(e: Expression, month: int, day: int) -> date | None:
    """Return ``day`` of ``month`` in the year that ``e`` names or that is told of where it stands."""
    near = None if e.year else _near_day(e, month, day)
    year = e.year or (near and _in_story(e, month, near.year))
    return calendar_day(year, month, day) if year else None


def _near_day(e: Expression, month: int, day: int) -> date | None:
    """Return the day of the year that its weekday fits, else of the nearest in the direction of what is told."""
    if e.base is not None and (named := e.word("W")):
        years = (e.base.year, e.base.year + 1, e.base.year - 1)
        days = [found for year in years if (found := calendar_day(year, month, day)) is not None]
        fitting = [found for found in days if found.weekday() == WEEKDAYS[named]]
        if len(fitting) == 1:
            return fitting[0]
    ahead = nearest_day(month, day, e.base, future=True) if announces(e.tokens) else None
    if ahead is not None and e.base is not None and ahead - e.base <= SOON:
        return ahead
    found = nearest_day(month, day, e.base, future=e.future)
    if found is None or e.base is None or not was_to_be(e.tokens):
        return found
    other = nearest_day(month, day, e.base, future=found < e.base)
    return min((d for d in (found, other) if d is not None), key=lambda d: abs(d - e.base))  # type: ignore[operator]


def _in_story(e: Expression, month: int, year: int | None) -> int | None:
    """Return the year of ``month``: ``year``, unless that was long ago, or in a chronology, and a story may go on.

    It does if that year was told with a month; else nobody knows where ``e`` begins its sentence.
    """
    if e.story is None or e.which or e.future or e.base is None or year is None:
        return year
    now = e.tokens[0].sent.root.tag_ in ("VBZ", "VBP") and not e.historic
    recent = now or (e.base.year - year) * 12 + e.base.month - month <= RECENT
    if recent and not (e.historic or heads_entry(e.tokens)):
        return year
    first = e.tokens[0]
    begins = first.i - first.sent.start <= 1
    return int(e.story[:4]) if "-" in e.story else (None if begins else year)


def _iso_day_value(e: Expression) -> str | None:
    """Return "2018-04-24" in five tokens."""
    return numeric("-".join(e.words("YD")))


def _months_value(e: Expression) -> str | None:
    """Return "March to June 2019", "between March and May"."""
    first, last = (MONTHS[name] for name in e.words("M"))
    year = e.year or month_year(last, e.base, future=e.future)
    return interval(f"{year - (first > last)}-{first:02d}", f"{year}-{last:02d}") if year else None


def _month_value(e: Expression) -> str | None:
    """Return "late March", "April 2018", "next May"."""
    month = MONTHS[e.word("M")]
    # "The end of last month of May" does not exist, but "late last March" does.
    near = month_year(month, e.base, future=not e.which and e.future, which=e.which)
    if near is not None and e.base is not None and not e.which and was_to_be(e.tokens):
        # "Was to be held in May": this year's or the next one's, whichever is nearer.
        near += (e.base.month - month > HALF) - (month - e.base.month > HALF) + e.base.year - near
    year = e.year or _in_story(e, month, near)
    return f"{year}-{month:02d}" if year else None


def _season_value(e: Expression) -> str | None:
    """Return "last autumn", "the spring of 2019"."""
    name = e.word("s")
    near = season_year(name, e.base, future=not e.which and e.future, which=e.which)
    year = e.year or _in_story(e, SEASONS[name][0], near)
    return season(name, year) if year else None


def _relative_day_value(e: Expression) -> str | None:
    """Return "today", "the day after tomorrow", "last night", "this morning"."""
    count = {"yesterday": -1, "tomorrow": 1}.get(e.word("y"), 0)
    if "v" in e.letters and e.which:
        count = {"last": -1, "next": 1}.get(e.which, 0)
    if "G" in e.letters:
        count *= 2
    return shift(e.base, "day", count)


def _weekday_value(e: Expression) -> str | None:
    """Return "on Wednesday", "last Friday", "next Monday"."""
    if e.letters[-1] == "u":
        return _weekday_of_week(e)
    future = e.which in ("", "this") and (e.future or announces(e.tokens))
    # "Were to have met this Saturday"
    future = future or (e.which == "this" and was_to_be(e.tokens))
    return weekday(e.word("W"), e.base, future=future, which="" if e.which == "this" else e.which)


def _numbered_value(e: Expression) -> str | None:
    """Return "Tuesday 14", "Friday the 3rd": the nearest day of that number that is one."""
    number = int(_DAY.match(e.word("D"))[0])  # type: ignore[index]
    if e.base is None:
        return None
    months = (e.base.year * 12 + e.base.month - 1 + step for step in (-1, 0, 1))
    days = (calendar_day(month // 12, month % 12 + 1, number) for month in months)
    fitting = [day for day in days if day is not None and day.weekday() == WEEKDAYS[e.word("W")]]
    return min(fitting, key=lambda day: abs(day - e.base)).isoformat() if fitting else None  # type: ignore[operator]


def _weekday_before_value(e: Expression) -> str | None:
    """Return "the Monday before last"."""
    found = iso_date(weekday(e.word("W"), e.base, future=False))
    return (found - timedelta(weeks=1 + (found == e.base))).isoformat() if found else None


def _weekday_of_week(e: Expression) -> str | None:
    """Return "Monday last week", "Tuesday of next week"."""
    step = {"last": -1, "next": 1}.get(WHICH[e.letters[-2]], 0)
    if e.base is None or e.word("u") != "week":
        return None
    monday = e.base - timedelta(days=e.base.weekday()) + timedelta(weeks=step)
    return (monday + timedelta(days=WEEKDAYS[e.word("W")])).isoformat()


def _weekdays_value(e: Expression) -> str | None:
    """Return "from Monday to Wednesday"."""
    first, last = e.words("W")
    start = weekday(first, e.base, future=e.future)
    return start and interval(start, weekday(last, date.fromisoformat(start), future=True))


def _two_weekdays_value(e: Expression) -> str | None:
    """Return "on Monday and Tuesday", but only the first of "on Monday and Friday"."""
    first, last = (WEEKDAYS[name] for name in e.words("W"))
    return _weekdays_value(e) if (last - first) % 7 == 1 else weekday(e.word("W"), e.base, future=e.future)


def count(e: Expression) -> int:
    """Return the number of "two days ago"."""
    text = e.word("qD")
    found = NUMBERS.get(text) or int(text) if text in NUMBERS or text.isdigit() else 0
    return 2 * found if e.word("uU").startswith("fortnight") else found


def unit(e: Expression) -> str:
    """Return the unit that it counts, in the singular; weeks for fortnights."""
    name = e.word("uUIw").rstrip("s")
    return "week" if name == "fortnight" else name


def _ago_value(e: Expression) -> str | None:
    """Return "two years ago", "ten years ago today"."""
    if count(e) and e.base is not None and e.letters[-1] == "u" and unit(e) == "year":
        # "Six years ago this month"
        found = calendar_day(e.base.year - count(e), e.base.month, 1)
        return found.isoformat()[: len("2018-04")] if found else None
    if count(e) and e.base is not None and e.letters[-1] in "yW":
        return _back(e, e.base)
    return ago(e.base, unit(e), -count(e)) if count(e) else None


def _back(e: Expression, base: date) -> str | None:
    """Return the day of "ten years ago today", "a week ago on Monday"."""
    day = iso_date(_relative_day_value(e) if "y" in e.letters else weekday(e.word("W"), base, future=False))
    name, step = unit(e), count(e)
    if day is None or (name != "week" and "W" in e.letters):
        return None
    if name in ("day", "week"):
        return (day - timedelta(days=step * (7 if name == "week" else 1))).isoformat()
    months = day.year * 12 + day.month - 1 - step * {"month": 1, "year": 12, "decade": 120}.get(name, 0)
    found = calendar_day(months // 12, months % 12 + 1, day.day)
    return found.isoformat() if found else None


def _from_value(e: Expression) -> str | None:
    """Return "a week from Monday", "two weeks from today"."""
    named = weekday(e.word("W"), e.base, future=True) if "W" in e.letters else _relative_day_value(e)
    day = iso_date(named)
    if day is None or not count(e) or unit(e) not in ("day", "week"):
        return None
    return (day + timedelta(days=count(e) * (7 if unit(e) == "week" else 1))).isoformat()


def _clock_value(e: Expression) -> str | None:
    """Return the article's day for "before noon" of what is to come, the day just told for "in the evening"."""
    if e.future:
        # "The truce ends on Friday, and they will meet in the morning"
        today = e.base.isoformat() if e.base else None
        return e.day if today and e.day and e.day > today and _is_just_told(e) else today
    begins = e.tokens[0].is_sent_start or "v" in e.letters
    return e.day if begins and _is_just_told(e) else None


def _is_just_told(e: Expression) -> bool:
    """Return whether a day was told shortly before."""
    return bool(e.days) and e.tokens[0].i - e.days[-1][0] < NEARBY


def _unit_value(e: Expression) -> str | None:
    """Return "last week", "early next year", "later this month", "the end of the year", "at the weekend"."""
    step = {"last": -1, "next": 1}.get(e.which, 0)
    if unit(e) == "weekend" and not e.which and e.base is not None:
        step = -(e.base.weekday() < SATURDAY and not e.future)
    if unit(e) == "day" and _is_just_told(e):
        # "Later in the day" that was just told of.
        return e.day
    return shift(_reached(e) or e.base, unit(e), step)


def _reached(e: Expression) -> date | None:
    """Return where the story is that "by the end of the month" belongs to."""
    told = e.story and e.story.partition("/")[0]
    if not told or e.which or "e" not in e.letters or e.future or (len(told) == len("2018") and unit(e) != "year"):
        return None
    return iso_date((told + "-01-01")[:10])


def _feast_value(e: Expression) -> str | None:
    """Return "Christmas Eve", "New Year's Day 2012", "at Christmas"."""
    month, day = FEASTS[e.letters[0] + (e.letters[1:].lstrip("I'") or "u")[0]]
    found = calendar_day(e.year, month, day) if e.year else nearest_day(month, day, e.base, future=e.future)
    exact = "u" in e.letters or "E" in e.letters
    return found.isoformat()[: 10 if exact else 7] if found else None


def _years_value(e: Expression) -> str | None:
    """Return "between 2001 and 2014", "2014-16"."""
    return years(_YEAR.findall(" ".join(e.words("YSD")))[:2])


def _decade_value(e: Expression) -> str | None:
    """Return "the 1990s"."""
    first = int(e.word("Z")[-5:-1])
    return f"{first}/{first + 9}"


def _year_value(e: Expression) -> str | None:
    """Return "2014", "late 2020"."""
    return str(full_year(e.word("YQ")))


# The value of each kind of expression that needs no other one.
PLAIN: dict[str, Callable[[Expression], str | None]] = {
    "two_days": _two_days_value,
    "days": _days_value,
    "day": _day_value,
    "iso_day": _iso_day_value,
    "numeric": lambda e: numeric(e.word("N")),
    "feast": _feast_value,
    "months": _months_value,
    "month": _month_value,
    "season": _season_value,
    "years": _years_value,
    "decade": _decade_value,
    "relative_day": _relative_day_value,
    "weekdays": _weekdays_value,
    "two_weekdays": _two_weekdays_value,
    "numbered": _numbered_value,
    "weekday_before": _weekday_before_value,
    "weekday": _weekday_value,
    "ago": _ago_value,
    "from": _from_value,
    "clock": _clock_value,
    "unit": _unit_value,
    "year": _year_value,
}
