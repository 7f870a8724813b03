"""When things happen: time expressions and their values against the article's own date.

Each word becomes one letter by what it can be in a date (M a month, D a day's number, Y a year ...), and expressions
are patterns over that string of letters, so that a text is read once, however long.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.attrs import ORTH
from spacy.tokens import Doc, Token

from kg.nlp.annotations import Annotations, DateMention, notes
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
from kg.nlp.tenses import speaks_of_future

# The letter of each word that can be part of a date; the rest are "x".
WORDS = {
    **dict.fromkeys(MONTHS, "M"),
    **dict.fromkeys(WEEKDAYS, "W"),
    **dict.fromkeys(SEASONS, "s"),
    **dict.fromkeys(NUMBERS, "q"),
    **dict.fromkeys(("last", "past"), "l"),
    **dict.fromkeys(("next", "coming", "upcoming"), "n"),
    **dict.fromkeys(("this", "current"), "h"),
    **dict.fromkeys(("previous", "preceding"), "P"),
    **dict.fromkeys(("following",), "F"),
    **dict.fromkeys(("same", "that"), "m"),
    **dict.fromkeys(("early", "mid", "late", "beginning", "start", "middle", "end"), "p"),
    **dict.fromkeys(("day", "week", "weekend", "month", "year", "decade"), "u"),
    **dict.fromkeys(("days", "weeks", "weekends", "months", "years", "decades"), "U"),
    **dict.fromkeys(("night", "evening", "morning", "afternoon"), "v"),
    **dict.fromkeys(("earlier", "later", "before", "after"), "G"),
    **dict.fromkeys(("yesterday", "today", "tonight", "tomorrow"), "y"),
    **dict.fromkeys(("until", "till", "by"), "j"),
    **dict.fromkeys(("in", "during", "throughout"), "i"),
    **dict.fromkeys(("on", "at", "over", "for"), "o"),
    **dict.fromkeys(("hour", "hours", "minutes", "moments"), "B"),
    "within": "V",
    **dict.fromkeys(("to", "through"), "t"),
    **dict.fromkeys(("-", "–", "—"), "-"),
    **{"ago": "g", "since": "k", "between": "b", "from": "r", "of": "f", "the": "e", "and": "a", ",": ","},
}
# Words that are months with a capital only; a short form needs a day's number beside it anyway.
CAPITALIZED = frozenset({"may", "march", "mar", "jan", "jun", "dec", "sep", "oct"})

_SHAPES = (
    (re.compile(r"(?:[12]?\d|3[01]|0\d)(?:st|nd|rd|th)?"), "D"),
    (re.compile(r"(?:1[89]|20)\d\d"), "Y"),
    (re.compile(r"(?:[0-3]?\d([./])[0-3]?\d\1(?:19|20)\d\d)|(?:19|20)\d\d([./-])[01]\d\2[0-3]\d"), "N"),
    (re.compile(r"[0-3]?\d(?:st|nd|rd|th)?[–—-][0-3]?\d(?:st|nd|rd|th)?"), "R"),
    (re.compile(r"(?:1[89]|20)\d\d[–—/-](?:(?:1[89]|20)\d\d|\d\d)"), "S"),
    (re.compile(r"(?:1[89]|20)\d0s"), "Z"),
    (re.compile(r"(?:early|mid|late)[–-](?:1[89]|20)\d\d"), "Q"),
)
# A number after these counts what follows it.
ROUGHLY = frozenset("about some around over nearly almost than least most roughly approximately under up".split())
_DAY = re.compile(r"\d{1,2}")
_YEAR = re.compile(r"\d{4}|\d{2}")


@dataclass(frozen=True)
class Expression:
    """A time expression: its tokens with their letters, and what is known where it stands.

    ``anchor`` is the value of the last expression before it, ``day`` the last day told, for "the next day".
    """

    tokens: Sequence[Token]
    letters: str
    base: date | None
    anchor: str | None
    day: str | None = None

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


def dates(doc: Doc) -> Doc:
    """Note the time expressions of ``doc`` with their values; what can't be settled has the value None.

    A weekday is the last one up to the article's date, or the first from it on where the clause speaks of the
    future; a day, month or season without a year is the nearest in that direction. "Since 2014" is given by its start.
    The dateline's own date is not noted, but it is the day that is reckoned from.
    """
    noted = notes(doc)
    base = base_date(noted)
    dateline = noted.layout.dateline
    letters, indices = _letters(doc)
    anchor: str | None = None
    day: str | None = None
    for found in _ANY.finditer(letters):
        tokens = [doc[i] for i in indices[found.start() : found.end()]]
        if dateline is not None and dateline.start <= tokens[0].idx < dateline.end:
            continue
        name = found.lastgroup or ""
        if name in _DOUBTFUL and _is_no_date(tokens, name, letters[found.start() - 1 : found.start()]):
            continue
        value = _RULES[name][1](Expression(tokens, found[0], base, anchor, day))
        noted.dates.append(DateMention(tokens[0].i, tokens[-1].i + 1, value))
        anchor = value or anchor
        day = value if value and len(value) == 10 else day
    return doc


def base_date(noted: Annotations) -> date | None:
    """Return the day that the article is written on: its dateline's, if that is near its own date, else its own."""
    own = _iso(noted.article.date)
    written = noted.layout.dateline.date if noted.layout.dateline else None
    if written is None:
        return own
    if not re.search("[A-Za-z]", written):
        return own or _iso(numeric(written))
    parts = re.findall(r"[A-Za-z]+\.?|\d+", written)
    month = next((MONTHS[part.lower()] for part in parts if part.lower() in MONTHS), None)
    days = [int(part) for part in parts if part.isdigit() and len(part) < 3]
    year = next((int(part) for part in parts if len(part) == 4 and part.isdigit()), None)
    if month is None or not days:
        return own
    day = calendar_day(year, month, days[0]) if year else nearest_day(month, days[0], own, future=False)
    if day is None or (own is not None and abs(day - own) > timedelta(days=7)):
        return own
    return day


def _iso(text: str | None) -> date | None:
    """Return the day that an ISO date or time begins with."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _letters(doc: Doc) -> tuple[str, list[int]]:
    """Return the letters of the tokens of ``doc``, whitespace left out but for line breaks, and their indices."""
    known: dict[int, str] = {}
    letters: list[str] = []
    indices: list[int] = []
    for i, orth in enumerate(doc.to_array(ORTH).tolist()):
        letter = known.get(orth)
        if letter is None:
            letter = known[orth] = letter_of(doc[i].text)
        if letter:
            letters.append(letter)
            indices.append(i)
    return "".join(letters), indices


def letter_of(text: str) -> str:
    """Return what ``text`` can be in a date; nothing for a blank, a line break for a line break."""
    lower = text.lower()
    letter = WORDS.get(lower)
    if letter:
        return "x" if letter == "M" and lower.rstrip(".") in CAPITALIZED and text == lower else letter
    if text.isspace():
        return "\n" if "\n" in text or "\r" in text else ""
    if text[0].isdigit() or "-" in text or "–" in text:
        return next((letter for shape, letter in _SHAPES if len(text) < 16 and shape.fullmatch(lower)), "x")
    return "x"


def _is_no_date(tokens: Sequence[Token], name: str, before: str) -> bool:
    """Return whether what could be a bare month, weekday or year is a name or a number."""
    token = tokens[-1]
    doc = token.doc
    if token.ent_type_ in {"PERSON", "ORG", "MISC"} or token.tag_ == "MD":
        return True
    if name != "year":
        return False
    if token.i == 0:
        return False
    previous, following = token.nbor(-1), doc[token.i + 1 : token.i + 2]
    plural = bool(following) and following[0].tag_ in {"NNS", "NNPS"}
    counted = plural and before not in "ikjf" and (token.dep_ == "nummod" or previous.lower_ in ROUGHLY)
    return (counted and before != "e") or previous.tag_ == "$"


# -- values of the rules


def _two_days(e: Expression) -> str | None:
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


def _days(e: Expression) -> str | None:
    """Return "April 24-26", "from 3 to 5 May 2018"."""
    month = MONTHS[e.word("M")]
    first, last = (int(day) for day in re.findall(r"\d+", " ".join(e.words("DR"))))
    start = calendar_day(e.year, month, first) if e.year else nearest_day(month, first, e.base, future=e.future)
    if start is None:
        return None
    end = calendar_day(start.year, month, last)
    return interval(start.isoformat(), end.isoformat() if end else None)


def _day(e: Expression) -> str | None:
    """Return "Tuesday, April 24, 2018", "24 April"."""
    month, day = MONTHS[e.word("M")], int(_DAY.match(e.word("D"))[0])  # type: ignore[index]
    found = calendar_day(e.year, month, day) if e.year else nearest_day(month, day, e.base, future=e.future)
    return found.isoformat() if found else None


def _iso_day(e: Expression) -> str | None:
    """Return "2018-04-24" in five tokens."""
    return numeric("-".join(e.words("YD")))


def _months(e: Expression) -> str | None:
    """Return "March to June 2019", "between March and May"."""
    first, last = (MONTHS[name] for name in e.words("M"))
    year = e.year or month_year(last, e.base, future=e.future)
    return interval(f"{year - (first > last)}-{first:02d}", f"{year}-{last:02d}") if year else None


def _month(e: Expression) -> str | None:
    """Return "late March", "April 2018", "next May"."""
    month = MONTHS[e.word("M")]
    # "The end of last month of May" does not exist, but "late last March" does.
    year = e.year or month_year(month, e.base, future=not e.which and e.future, which=e.which)
    return f"{year}-{month:02d}" if year else None


def _season(e: Expression) -> str | None:
    """Return "last autumn", "the spring of 2019"."""
    name = e.word("s")
    year = e.year or season_year(name, e.base, future=not e.which and e.future, which=e.which)
    return season(name, year) if year else None


def _relative_day(e: Expression) -> str | None:
    """Return "today", "the day after tomorrow", "last night", "this morning"."""
    count = {"yesterday": -1, "tomorrow": 1}.get(e.word("y"), 0)
    if "v" in e.letters and e.which:
        count = {"last": -1, "next": 1}.get(e.which, 0)
    if "G" in e.letters:
        count *= 2
    return shift(e.base, "day", count)


def _weekday(e: Expression) -> str | None:
    """Return "on Wednesday", "last Friday", "next Monday"."""
    return weekday(e.word("W"), e.base, future=not e.which and e.future, which="" if e.which == "this" else e.which)


def _weekdays(e: Expression) -> str | None:
    """Return "from Monday to Wednesday"."""
    first, last = e.words("W")
    start = weekday(first, e.base, future=e.future)
    return start and interval(start, weekday(last, date.fromisoformat(start), future=True))


def _count(e: Expression) -> int:
    """Return the number of "two days ago"."""
    text = e.word("qD")
    return NUMBERS.get(text) or int(text) if text in NUMBERS or text.isdigit() else 0


def _ago(e: Expression) -> str | None:
    """Return "two years ago"."""
    return ago(e.base, e.word("uU").rstrip("s"), -_count(e)) if _count(e) else None


def _told(e: Expression) -> str | None:
    """Return "the next day", "three days later", reckoned from the last date told."""
    last = e.tokens[-1]
    following = last.doc[last.i + 1 : last.i + 2]
    if e.letters[-1] == "G" and last.lower_ in {"after", "before"} and following and not following[0].is_punct:
        # "A day after the vote": reckoned from what follows.
        return None
    if set(e.letters) & {"F", "n"} and "v" in e.letters:
        return shift(_iso(e.day), "day", 1)
    if set(e.letters) & {"B", "v"}:
        return e.day
    unit = e.word("uU").rstrip("s")
    told = e.day if unit == "day" else e.anchor
    anchor = _iso(told) if told and len(told) == 10 else None
    if anchor is None and e.anchor and unit in {"month", "year"} and "/" not in e.anchor:
        anchor = _iso((e.anchor + "-01-01")[:10])
    backward = bool({"P"} & set(e.letters)) or e.word("G") in {"earlier", "before"}
    step = 0 if "m" in e.letters else _count(e) or 1
    reckon = ago if "U" in e.letters else shift
    return reckon(anchor, unit, -step if backward else step)


def _unit(e: Expression) -> str | None:
    """Return "last week", "early next year", "later this month", "the end of the year"."""
    return shift(e.base, e.word("u"), {"last": -1, "next": 1}.get(e.which, 0))


def _years(e: Expression) -> str | None:
    """Return "between 2001 and 2014", "2014-16"."""
    return years(_YEAR.findall(" ".join(e.words("YSD")))[:2])


def _decade(e: Expression) -> str | None:
    """Return "the 1990s"."""
    first = int(e.word("Z")[:4])
    return f"{first}/{first + 9}"


def _year(e: Expression) -> str | None:
    """Return "2014", "late 2020"."""
    return str(full_year(e.word("YQ")))


Rule = Callable[[Expression], str | None]

_PART = "(?:e?p-?f?e?)?"
_OF_YEAR = "(?:,?Y)"
# Letters of an expression, and its value; the first that fits counts.
_RULES: dict[str, tuple[str, Rule]] = {
    "two_days": (rf"MD{_OF_YEAR}?[-t]MD{_OF_YEAR}?|Df?M{_OF_YEAR}?[-ta]Df?M{_OF_YEAR}?", _two_days),
    "days": (rf"M(?:D[-ta]D|R){_OF_YEAR}?|(?:D[-ta]D|R)f?M{_OF_YEAR}?", _days),
    "day": (rf"(?:W,?)?(?:MD(?!D|[qD]?[uU])|e?Df?M){_OF_YEAR}?", _day),
    "iso_day": (r"Y-D-D", _iso_day),
    "numeric": (r"N", lambda e: numeric(e.word("N"))),
    "months": (rf"M[-ta]M{_OF_YEAR}|(?<=[br])M[-ta]M", _months),
    "month": (rf"{_PART}[lnh]?Mf?{_OF_YEAR}|(?:e?p-?f?e?)[lnh]?M|[lnh]M|(?<=[ikjrbfe])M", _month),
    "season": (rf"{_PART}sf?{_OF_YEAR}|(?:e?p-?f?e?)[lnh]?s(?=[^x]|$)|[lnh]s|(?<=[iko]e)s|(?<=i)s", _season),
    "years": (r"(?<=[br])Y[at-]Y|Y-Y|S|Y-D(?!-)", _years),
    "decade": (rf"{_PART}Z", _decade),
    "relative_day": (r"e?uGy|y|(?<!e)[lh]v", _relative_day),
    "weekdays": (r"(?<=[rb])W[ta-]W|W-W", _weekdays),
    "weekday": (r"[lnhP]?W", _weekday),
    "ago": (r"[qD][uU]g", _ago),
    "told": (r"(?<![ioV])e[nPF]u|e[nF]v|e?m[uv]|[qD]?BG(?!y)|Ve?B|[qD][uU]G(?!y)|euG(?=[,\n]|$)", _told),
    "unit": (r"(?:Gi?e?h?|(?:e?p-?f?e?)h?)u|(?:e?p-?f?)?(?<!e)[lnh]u", _unit),
    "year": (rf"{_PART}Y|Q", _year),
}
# Those that a single capitalized word or number can look like.
_DOUBTFUL = frozenset({"month", "weekday", "year", "season"})
_ANY = re.compile("|".join(f"(?P<{name}>{pattern})" for name, (pattern, _) in _RULES.items()))
