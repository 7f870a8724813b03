"""What a time expression comes to where it stands: by its words, the article's day and what was told before."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from kg.nlp.moments import (
    MONTHS,
    NUMBERS,
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
from kg.nlp.tenses import speaks_of_future

# "Two days after the vote", but "two days after a vote".
SPOKEN_OF = frozenset({"the", "that", "this", "its", "his", "her", "their"})
_DAY = re.compile(r"\d{1,2}")
_YEAR = re.compile(r"\d{4}|\d{2}")


@dataclass(frozen=True)
class Expression:
    """A time expression: its tokens with their letters, and what is known where it stands.

    ``anchor`` is the value of the last expression before it, ``day`` the last day told, for "the next day", and
    ``beside`` that of the expression after it, for "a day after the vote on Monday". ``days`` are the days told so far,
    each with its first token.
    """

    tokens: Sequence[Token]
    letters: str
    base: date | None
    anchor: str | None
    day: str | None = None
    beside: str | None = None
    days: Sequence[tuple[int, str]] = ()

    @property
    def future(self) -> bool:
        """Return whether its clause speaks of what is to come."""
        return speaks_of_future(self.tokens)

    def words(self, letters: str) -> list[str]:
        """Return its words, in lower case, that have one of ``letters``."""
        return [t.lower_ for t, letter in zip(self.tokens, self.letters, strict=True) if letter in letters]

    def word(self, letters: str) -> str:
        """Return its first word that has one of ``letters``, or nothing."""
        return next(iter(self.words(letters)), "")

    @property
    def which(self) -> str:
        """Return ``last``, ``this``, ``next`` or nothing."""
        letters = {"l": "last", "P": "last", "h": "this", "n": "next"}
        return next((letters[letter] for letter in self.letters if letter in letters), "")

    @property
    def year(self) -> int | None:
        """Return the year that it names."""
        found = self.words("Y")
        return int(found[-1]) if found else None


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
        start = nearest_day(first_month, first, e.base, future=e.future)
        end = start and nearest_day(second_month, second, start, future=True)
    return interval(start.isoformat() if start else None, end.isoformat() if end else None)


def _days_value(e: Expression) -> str | None:
    """Return "April 24-26", "from 3 to 5 May 2018"."""
    month = MONTHS[e.word("M")]
    first, last = (int(day) for day in re.findall(r"\d+", " ".join(e.words("DR"))))
    start = calendar_day(e.year, month, first) if e.year else nearest_day(month, first, e.base, future=e.future)
    if start is None:
        return None
    end = calendar_day(start.year, month, last)
    return interval(start.isoformat(), end.isoformat() if end else None)


def _day_value(e: Expression) -> str | None:
    """Return "Tuesday, April 24, 2018", "24 April"."""
    month, day = MONTHS[e.word("M")], int(_DAY.match(e.word("D"))[0])  # type: ignore[index]
    found = calendar_day(e.year, month, day) if e.year else nearest_day(month, day, e.base, future=e.future)
    return found.isoformat() if found else None


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
    year = e.year or month_year(month, e.base, future=not e.which and e.future, which=e.which)
    return f"{year}-{month:02d}" if year else None


def _season_value(e: Expression) -> str | None:
    """Return "last autumn", "the spring of 2019"."""
    name = e.word("s")
    year = e.year or season_year(name, e.base, future=not e.which and e.future, which=e.which)
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
    return weekday(e.word("W"), e.base, future=not e.which and e.future, which="" if e.which == "this" else e.which)


def _weekdays_value(e: Expression) -> str | None:
    """Return "from Monday to Wednesday"."""
    first, last = e.words("W")
    start = weekday(first, e.base, future=e.future)
    return start and interval(start, weekday(last, date.fromisoformat(start), future=True))


def _count(e: Expression) -> int:
    """Return the number of "two days ago"."""
    text = e.word("qD")
    return NUMBERS.get(text) or int(text) if text in NUMBERS or text.isdigit() else 0


def _ago_value(e: Expression) -> str | None:
    """Return "two years ago"."""
    return ago(e.base, e.word("uU").rstrip("s"), -_count(e)) if _count(e) else None


def _told_value(e: Expression) -> str | None:
    """Return "the next day", "three days later", reckoned from the last date told."""
    last = e.tokens[-1]
    following = last.doc[last.i + 1 : last.i + 2]
    if e.letters[-1] == "G" and last.lower_ in {"after", "before"} and following and not following[0].is_punct:
        return _from_event(e, following[0])
    if set(e.letters) & {"F", "n"} and "v" in e.letters:
        return shift(iso_date(e.day), "day", 1)
    if set(e.letters) & {"B", "v"}:
        return e.day
    unit = e.word("uU").rstrip("s")
    told = e.day if unit == "day" else e.anchor
    anchor = iso_date(told) if told and len(told) == 10 else None
    if anchor is None and e.anchor and unit in {"month", "year"} and "/" not in e.anchor:
        anchor = iso_date((e.anchor + "-01-01")[:10])
    backward = bool({"P"} & set(e.letters)) or e.word("G") in {"earlier", "before"}
    step = 0 if "m" in e.letters else _count(e) or 1
    if unit == "week" and "G" in e.letters and "U" not in e.letters:
        # "A week earlier": to the day.
        unit, step = "day", 7 * step
    reckon = ago if "U" in e.letters else shift
    return reckon(anchor, unit, -step if backward else step)


def _from_event(e: Expression, following: Token) -> str | None:
    """Return "two days after the vote": reckoned from its own day, or from the last day told if it was spoken of."""
    before = e.tokens[0].i - 1
    aside = before > 0 and e.tokens[0].doc[before].text == "," and not e.tokens[0].is_sent_start
    known = (_day_of(e, following) or e.day) if following.lower_ in SPOKEN_OF and not aside else None
    anchor = iso_date(e.beside if e.beside and len(e.beside) == 10 else known)
    if set(e.letters) & {"B"}:
        return anchor.isoformat() if anchor else None
    step = _count(e) or 1
    unit = e.word("uU").rstrip("s")
    if unit == "week" and step == 1:
        unit, step = "day", 7
    reckon = shift if unit == "day" else ago
    return reckon(anchor, unit, -step if e.word("G") == "before" else step)


def _day_of(e: Expression, determiner: Token) -> str | None:
    """Return the day told in the last sentence before that has the noun after ``determiner``: of "the vote"."""
    doc = determiner.doc
    noun = next((t for t in doc[determiner.i + 1 : determiner.i + 5] if t.pos_ == "NOUN"), None)
    start = determiner.sent.start
    for first, day in reversed(e.days if noun is not None else ()):
        sentence = doc[first].sent
        if sentence.start < start and any(t.lemma_ == noun.lemma_ for t in sentence):  # type: ignore[union-attr]
            return day
    return None


def _unit_value(e: Expression) -> str | None:
    """Return "last week", "early next year", "later this month", "the end of the year"."""
    return shift(e.base, e.word("u"), {"last": -1, "next": 1}.get(e.which, 0))


def _years_value(e: Expression) -> str | None:
    """Return "between 2001 and 2014", "2014-16"."""
    return years(_YEAR.findall(" ".join(e.words("YSD")))[:2])


def _decade_value(e: Expression) -> str | None:
    """Return "the 1990s"."""
    first = int(e.word("Z")[:4])
    return f"{first}/{first + 9}"


def _year_value(e: Expression) -> str | None:
    """Return "2014", "late 2020"."""
    return str(full_year(e.word("YQ")))


# The value of each kind of expression.
VALUES: dict[str, Callable[[Expression], str | None]] = {
    "two_days": _two_days_value,
    "days": _days_value,
    "day": _day_value,
    "iso_day": _iso_day_value,
    "numeric": lambda e: numeric(e.word("N")),
    "months": _months_value,
    "month": _month_value,
    "season": _season_value,
    "years": _years_value,
    "decade": _decade_value,
    "relative_day": _relative_day_value,
    "weekdays": _weekdays_value,
    "weekday": _weekday_value,
    "ago": _ago_value,
    "told": _told_value,
    "unit": _unit_value,
    "year": _year_value,
}
