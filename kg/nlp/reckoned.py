"""What expressions come to that are reckoned from others: "the next day", "that October", "a day after the vote"."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from spacy.tokens import Token

from kg.nlp.expressions import Expression, count, iso_date, unit
from kg.nlp.moments import MONTHS, ORDINALS, SEASONS, ago, calendar_day, interval, season, shift

# Words back at which an event's day is looked for.
REACH = 1500
# "Two days after the vote", but "two days after a vote".
SPOKEN_OF = frozenset({"the", "that", "this", "its", "his", "her", "their"})
# What can begin the phrase or clause that "the day after" leads to.
LEADS = frozenset({"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"})
# What "on the third day" counts from.
BEGINNING = frozenset("begin start open launch erupt commence break convene".split())
# "In the days that followed" reaches so far.
STRETCH = timedelta(days=7)


def _told_value(e: Expression) -> str | None:
    """Return "the next day", "three days later", "the year before last", reckoned from the last date told."""
    if e.letters[-1] == "l":
        return shift(e.base, unit(e), -2)
    last = e.tokens[-1]
    following = last.doc[last.i + 1 : last.i + 2]
    if following and e.letters[-1] in "Gf" and last.lower_ in ("before", "after", "of") and _leads(following[0]):
        return _from_event(e, following[0])
    if "X" in e.letters:
        # "On that date", but "papers that date from May"
        told = e.days[-1][1] if e.days else e.anchor
        return told if last.pos_ == "NOUN" else None
    if set(e.letters) & {"F", "n"} and "v" in e.letters:
        return shift(iso_date(e.day), "day", 1)
    if e.letters[-2:] == "vG":
        # "The night before"
        return shift(iso_date(e.day), "day", -1 if last.lower_ == "before" else 1)
    if set(e.letters) & {"B", "v"}:
        if e.day is not None and e.base is not None and e.day > e.base.isoformat() and not e.future:
            # "Will meet Soto on Monday. Hours earlier he met Holt": not before what is to come.
            return None
        return shift(iso_date(e.day), "day", _days_of_hours(e))
    return _counted(e, backward="P" in e.letters or e.word("G") in {"earlier", "before"})


def _leads(following: Token) -> bool:
    """Return whether ``following`` begins what "the day after" or "the eve of" leads to."""
    return following.pos_ in LEADS and not following.is_punct


def _days_of_hours(e: Expression) -> int:
    """Return how many days "48 hours later" or "24 hours earlier" are."""
    hours = count(e) if e.word("B") == "hours" else 0
    return hours // 24 * (-1 if e.word("G") in {"earlier", "before"} else 1)


def _counted(e: Expression, *, backward: bool) -> str | None:
    """Return what lies as many units after the last date told, or before it, as ``e`` says."""
    name = unit(e)
    told = e.day if name == "day" else e.anchor
    anchor = iso_date(told) if told and len(told) == 10 else None
    if anchor is None and e.anchor and name in {"month", "year"} and "/" not in e.anchor:
        anchor = iso_date((e.anchor + "-01-01")[:10])
    if anchor is None and e.anchor and "m" in e.letters and name in {"day", "week"}:
        # "The same day" as something in mid-May
        return e.anchor
    if anchor is None and e.anchor and len(e.anchor) == len("2018-04") and name in {"day", "week"}:
        # "A week later" than some day of May.
        return e.anchor[:4] if e.anchor[5:] not in ("01", "12") else None
    step = 0 if "m" in e.letters else count(e) or 1
    if name == "week" and "G" in e.letters and set(e.letters) & {"q", "D"} and "U" not in e.letters:
        # "A week earlier": to the day.
        name, step = "day", 7 * step
    reckon = ago if "U" in e.letters else shift
    return reckon(anchor, name, -step if backward else step)


def _from_event(e: Expression, following: Token) -> str | None:
    """Return "two days after the vote": reckoned from its own day, or from the last day told if it was spoken of."""
    before = e.tokens[0].i - 1
    aside = before > 0 and e.tokens[0].doc[before].text == "," and not e.tokens[0].is_sent_start
    # "A day after the Council had met": when it met is not what was told last.
    last = e.day if e.tokens[-1].dep_ != "mark" else None
    told = _day_of(e, following)
    known = (last if told is None else told or None) if following.lower_ in SPOKEN_OF and not aside else None
    anchor = iso_date(e.beside if e.beside and len(e.beside) == 10 else known)
    if "B" in e.letters:
        return anchor.isoformat() if anchor else None
    step, name = count(e) or 1, "day" if "E" in e.letters else unit(e)
    if name == "week" and count(e) == 1:
        step, name = 7, "day"
    reckon = shift if name == "day" or not count(e) else ago
    return reckon(anchor, name, -step if "E" in e.letters or e.word("G") == "before" else step)


def _day_of(e: Expression, determiner: Token) -> str | None:
    """Return the day told in the last sentence before that has the noun after ``determiner``: of "the vote".

    The empty string stands for none, where that sentence gives its day to something else: "at the briefing she recalled
    the raid, reported on May 18".
    """
    doc = determiner.doc
    noun = next((t for t in doc[determiner.i + 1 : determiner.i + 5] if t.pos_ == "NOUN"), None)
    start = determiner.sent.start
    for first, day in reversed(e.days if noun is not None else ()):
        if start - first > REACH:
            break
        sentence = doc[first].sent
        named = [t for t in sentence if t.lemma == noun.lemma]  # type: ignore[union-attr]
        if sentence.start < start and named:
            return "" if _is_beyond(doc[first], named) else day
    return None


def _is_beyond(day: Token, named: list[Token]) -> bool:
    """Return whether ``day`` stands in a clause about another noun than those ``named``, which stand outside it."""
    above = day
    while above.dep_ not in ("acl", "acl:relcl") and above.head.i != above.i:
        above = above.head
    within = {t.i for t in above.subtree} | {above.head.i}
    return above.head.i != above.i and not any(t.i in within for t in named)


def _told_month_value(e: Expression) -> str | None:
    """Return "that October", "the following April", "the previous summer", reckoned from the last date told."""
    if not e.anchor:
        return None
    year, name = int(e.anchor[:4]), e.word("Ms")
    month = MONTHS[name] if "M" in e.letters else SEASONS[name][0]
    told = int(e.anchor[5:7]) if e.anchor[5:7].isdigit() else None
    if "F" in e.letters:
        year += told is None or month <= told
    elif "P" in e.letters:
        year -= told is None or month >= told
    return f"{year}-{month:02d}" if "M" in e.letters else season(name, year)


def _vague_value(e: Expression) -> str | None:
    """Return the month of "in the days that followed", the day of "in the hours that followed"; else nothing."""
    day = iso_date(e.day)
    if day is None or not set(e.letters) & {"F", "H"}:
        return None
    if "B" in e.letters:
        return e.day
    near = unit(e) == "day" and (day + STRETCH).month == day.month
    return day.isoformat()[:7] if near else None


def _within_value(e: Expression) -> str | None:
    """Return the month, else the year, of "within a week" of the day told, where that speaks of what was."""
    day = iso_date(e.day)
    if day is None or e.future or not count(e) or unit(e) not in ("day", "week"):
        return None
    last = (day + timedelta(days=count(e) * (7 if unit(e) == "week" else 1))).isoformat()
    first = day.isoformat()
    return next((first[:exact] for exact in (7, 4) if first[:exact] == last[:exact]), None)


def _monthday_value(e: Expression) -> str | None:
    """Return "on the 5th" of the month told last."""
    text, last = e.word("D"), e.tokens[-1]
    following = last.doc[last.i + 1 : last.i + 2]
    named = bool(following) and following[0].tag_ == "NNP" and e.tokens[0].i <= last.sent.start + 1
    taken = bool(following) and (following[0].pos_ in ("NOUN", "PROPN", "ADJ") or following[0].lower_ == "of")
    if text.isdigit() or (taken and not named):
        # "On the 38th parallel"
        return None
    told = _month_of(e)
    found = calendar_day(told.year, told.month, int(text[:-2])) if told is not None else None
    return found.isoformat() if found else None


def _month_of(e: Expression) -> date | None:
    """Return a day of the month that "of this month" or "of last month" ends ``e`` with, else of the one told last."""
    step = {"h": 0, "l": -1, "n": 1}.get(e.letters[-2]) if e.tokens[-1].lower_ == "month" else None
    month = e.anchor if step is None else shift(e.base, "month", step)
    return iso_date(((month or "").partition("/")[0] + "-01")[:10])


def _nth_week_value(e: Expression) -> str | None:
    """Return the month of "in the last week of the month", the day of "on the last day of the month"."""
    name = e.words("u")[0]
    told = _month_of(e) if name in ("day", "week") and e.tokens[-1].lower_ == "month" else None
    if told is None or name == "week":
        return told.isoformat()[: len("2018-04")] if told is not None else None
    number = ORDINALS.get(e.tokens[1].lower_, monthrange(told.year, told.month)[1])
    return told.replace(day=number).isoformat() if e.letters[1] in "lO" else None


def _nth_day_value(e: Expression) -> str | None:
    """Return "on the third day" of the days told last, or of what is told to have begun on a day."""
    if e.letters[-1] != "u" or unit(e) != "day":
        return None
    start, _, end = (e.anchor or "").partition("/")
    if len(end) == len("2018-04-24"):
        found = shift(iso_date(start), "day", ORDINALS[e.word("O")] - 1)
        return found if found is not None and found <= end else None
    for first, day in reversed(e.days):
        begun = e.tokens[0].doc[first]
        while begun.pos_ not in ("VERB", "AUX") and begun.head.i != begun.i:
            begun = begun.head
        if begun.lemma_ in BEGINNING:
            return shift(iso_date(day), "day", ORDINALS[e.word("O")] - 1)
    return None


def _ahead_value(e: Expression) -> str | None:
    """Return "in two weeks", where that speaks of what is to come."""
    return ago(e.base, unit(e), count(e)) if count(e) and e.future else None


def _overnight_value(e: Expression) -> str | None:
    """Return the night before the article's day, or after it for the future, of "overnight" beside a verb."""
    if e.base is None or not e.tokens[0].dep_.startswith(("advmod", "obl")):
        return None
    other = (e.base + timedelta(days=1 if e.future else -1)).isoformat()
    return interval(*sorted((e.base.isoformat(), other)))


RECKONED: dict[str, Callable[[Expression], str | None]] = {
    "told": _told_value,
    "told_month": _told_month_value,
    "ahead": _ahead_value,
    "overnight": _overnight_value,
    "vague": _vague_value,
    "within": _within_value,
    "monthday": _monthday_value,
    "nth_day": _nth_day_value,
    "nth_week": _nth_week_value,
}
