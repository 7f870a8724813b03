"""When things happen: time expressions and their values against the article's own date."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from spacy.tokens import Doc

from kg.nlp.annotations import DateMention, notes

MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec".split("|"),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {name: i for i, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
# Months of a season's middle; a winter is that of its January.
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
NUMBERS = {word: i for i, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
NUMBERS |= {"a": 1, "an": 1}
M = r"(?P<month>january|february|march|april|may|june|july|august|september|october|november|december|jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)"
M2 = M.replace("month", "month2")
D = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
D2 = r"(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?"
Y = r"(?P<year>(?:1[89]|20)\d\d)"
W = r"(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
PART = r"(?:(?P<part>early|mid|late|the beginning of|the end of|the middle of|beginning of|end of)[ -])?"
TO = r"\s*(?:-|–|—|to|and|through|until)\s*"
Value = str | None
Resolver = Callable[["re.Match[str]", date | None, bool], Value]


def dates(doc: Doc) -> Doc:
    """Note the time expressions of ``doc`` with their values.

    A weekday is the last one up to the article's date, or the next one where the clause speaks of the future; a day
    or month without a year is the nearest such in that direction. What the article's date cannot settle is None.
    """
    noted = notes(doc)
    base = _parse(noted.article.date)
    text = doc.text.lower()
    starts = {token.idx: token.i for token in doc}
    skip = noted.layout.dateline
    for start, end, resolve, found in _expressions(text):
        if skip is not None and skip.start <= start < skip.end:
            continue
        first = starts.get(start)
        if first is None:
            continue
        last = first + 1
        while last < len(doc) and doc[last].idx < end:
            last += 1
        value = resolve(found, base, _is_future(doc, first, last))
        noted.dates.append(DateMention(first, last, value))
    return doc


def _parse(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


FUTURE_WORDS = frozenset({"will", "'ll", "shall", "next", "due", "scheduled", "planned", "expected", "plans", "set"})
PAST_TAGS = frozenset({"VBD", "VBN"})


def _is_future(doc: Doc, start: int, end: int) -> bool:
    """Return whether the clause around the tokens speaks of what is to come."""
    head = doc[start:end].root.head
    for _ in range(4):
        if head.pos_ in ("VERB", "AUX"):
            break
        head = head.head
    words = {child.lower_ for child in head.children if child.dep_ in ("aux", "aux:pass", "mark")} | {head.lower_}
    if words & FUTURE_WORDS:
        return True
    if head.tag_ == "VB" and "to" in words and head.head.lower_ in FUTURE_WORDS | {"plan", "is", "are"}:
        return True
    return bool(head.tag_ == "VB" and "to" in words and head.dep_ in ("xcomp", "ROOT"))


def _expressions(text: str) -> Iterator[tuple[int, int, Resolver, re.Match[str]]]:
    """Yield the time expressions of ``text`` in lower case: the first pattern that matches wins, then the next words."""
    for found in ANY.finditer(text):
        for pattern, resolve in PATTERNS:
            exact = pattern.match(text, found.start())
            if exact is not None and exact.end() == found.end():
                yield found.start(), found.end(), resolve, exact
                break


def _group(found: re.Match[str], name: str) -> str | None:
    return found.groupdict().get(name)


def _month_number(found: re.Match[str], name: str = "month") -> int | None:
    text = _group(found, name)
    return MONTHS[text.rstrip(".")] if text else None


def _year(found: re.Match[str]) -> int | None:
    text = _group(found, "year")
    return int(text) if text else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(month: int, day: int, base: date | None, future: bool) -> date | None:
    """Return the day of the nearest year: before ``base``, or after it where the future is spoken of."""
    if base is None:
        return None
    for year in (base.year, base.year + 1) if future else (base.year, base.year - 1):
        found = _day(year, month, day)
        if found is None:
            continue
        if future and found >= base or not future and found <= base + timedelta(days=2):
            return found
    return None


def _full(found: re.Match[str], base: date | None, future: bool) -> Value:
    month, year = _month_number(found), _year(found)
    day = int(found["day"])
    if month is None or not 1 <= day <= 31:
        return None
    first = _day(year, month, day) if year else _nearest(month, day, base, future)
    if first is None:
        return None
    if _group(found, "day2"):
        last = _day(first.year, _month_number(found, "month2") or month, int(found["day2"]))
        return f"{first.isoformat()}/{last.isoformat()}" if last and last > first else first.isoformat()
    return first.isoformat()


def _numeric(found: re.Match[str], base: date | None, future: bool) -> Value:
    value = _day(int(found["year"]), int(found["m"]), int(found["day"]))
    return value.isoformat() if value else None


def _month(found: re.Match[str], base: date | None, future: bool) -> Value:
    month, year = _month_number(found), _year(found)
    if month is None or (year is None and base is None):
        return None
    which = _group(found, "which")
    if year is None and base is not None:
        year = base.year
        if which == "next" or (future and month < base.month):
            year += 1 if month <= base.month else 0
        elif month > base.month and not future and which != "this":
            year -= 1
        elif which == "last" and month >= base.month:
            year -= 1
    return f"{year}-{month:02d}"


def _only_year(found: re.Match[str], base: date | None, future: bool) -> Value:
    first = found["year"]
    second = _group(found, "year2")
    return f"{first}/{second}" if second and second > first else first


def _weekday(found: re.Match[str], base: date | None, future: bool) -> Value:
    if base is None:
        return None
    back = (base.weekday() - WEEKDAYS[found["weekday"]]) % 7
    which = _group(found, "which")
    if which in ("next", "coming", "this coming") or (future and which != "last"):
        ahead = (-back) % 7 or 7
        return (base + timedelta(days=ahead)).isoformat()
    if which == "last":
        back = back or 7
    return (base - timedelta(days=back)).isoformat()


def _relative_day(found: re.Match[str], base: date | None, future: bool) -> Value:
    if base is None:
        return None
    shift = {"yesterday": -1, "tomorrow": 1, "the day before": -1, "the day before yesterday": -2}.get(found[0].strip(), 0)
    return (base + timedelta(days=shift)).isoformat()


def _relative(found: re.Match[str], base: date | None, future: bool) -> Value:
    if base is None:
        return None
    which, unit = found["which"], found["unit"]
    step = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1, "the current": 0}.get(which, 0)
    if unit == "year":
        return str(base.year + step)
    if unit == "month":
        return _shift_month(base, step)
    if unit in ("week", "weekend"):
        monday = base - timedelta(days=base.weekday()) + timedelta(weeks=step)
        first = monday + timedelta(days=5) if unit == "weekend" else monday
        return f"{first.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    return _season(unit, base, step)


def _season(name: str, base: date, step: int) -> Value:
    first, last = SEASONS[name]
    year = base.year + (step if step > 0 and base.month >= first else 0)
    if step < 0 and base.month <= first + 2 and name != "winter":
        year = base.year - 1
    end_year = year + 1 if name == "winter" else year
    return f"{year}-{first:02d}/{end_year}-{last:02d}"


def _shift_month(base: date, months: int) -> str:
    index = base.year * 12 + base.month - 1 + months
    return f"{index // 12}-{index % 12 + 1:02d}"


def _ago(found: re.Match[str], base: date | None, future: bool) -> Value:
    if base is None:
        return None
    text = found["count"]
    count = int(text) if text.isdigit() else NUMBERS.get(text)
    if count is None or count > 400:
        return None
    sign = -1 if found["side"] in ("ago", "earlier") else 1
    unit = found["unit"]
    if unit == "day":
        return (base + sign * timedelta(days=count)).isoformat()
    if unit == "week":
        return _shift_month(base + sign * timedelta(weeks=count), 0)
    if unit == "month":
        return _shift_month(base, sign * count)
    return str(base.year + sign * count)


UNIT = r"(?P<unit>week|weekend|month|year|spring|summer|autumn|fall|winter)"
PATTERNS: tuple[tuple[re.Pattern[str], Resolver], ...] = tuple(
    (re.compile(rf"\b(?:{pattern})\b(?![\w’'])" if not pattern.endswith(".") else pattern), resolve)
    for pattern, resolve in (
        (rf"{M}\s+{D}{TO}{M2}\s+{D2}(?:,?\s+{Y})?", _full),
        (rf"{D}\s+{M}{TO}{D2}\s+{M2}(?:,?\s+{Y})?", _full),
        (rf"{M}\s+{D}{TO}{D2}(?:,?\s+{Y})?", _full),
        (rf"{D}{TO}{D2}\s+{M}(?:,?\s+{Y})?", _full),
        (rf"(?:{W},?\s+)?{M}\s+{D}(?:,?\s+{Y})?", _full),
        (rf"(?:{W},?\s+)?{D}(?:\s+of)?\s+{M}(?:,?\s+{Y})?", _full),
        (r"(?P<year>(?:19|20)\d\d)-(?P<m>[01]\d)-(?P<day>[0-3]\d)", _numeric),
        (r"(?P<day>[0-3]\d)[./](?P<m>[01]\d)[./](?P<year>(?:19|20)\d\d)", _numeric),
        (rf"{PART}(?:(?P<which>last|next|this)\s+)?{M},?\s+(?:of\s+)?{Y}", _month),
        (rf"(?<=in\s){PART}{M}", _month),
        (rf"(?P<which>last|next|this|past|coming)\s+{M}", _month),
        (rf"(?P<part>early|mid|late|the beginning of|the end of|the middle of|since|until|by|during|of)[ -]{M}", _month),
        (rf"(?P<which>last|next|this coming|coming|this|past)\s+{W}", _weekday),
        (W, _weekday),
        (r"the day before yesterday|yesterday|today|tonight|tomorrow", _relative_day),
        (rf"(?P<which>last|past|previous|this|next|coming|the current)\s+{UNIT}", _relative),
        (r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?P<unit>day|week|month|year)s?\s+(?P<side>ago|earlier)", _ago),
        (rf"(?:between|from)\s+{Y}\s+(?:and|to)\s+(?P<year2>(?:19|20)\d\d)", _only_year),
        (rf"{PART}{Y}", _only_year),
    )
)
# Where any of them begins and ends, in one pass; the names of groups are not needed here.
ANY = re.compile("|".join(re.sub(r"\?P<\w+>", "?:", pattern.pattern) for pattern, _ in PATTERNS))
