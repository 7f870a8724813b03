"""Datelines: "MOSCOW, October 27. /TASS/.", "Brussels, 12/03/2019 -", "(Vienna, 3 May 2016)" before a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from kg.nlp.annotations import Dateline
from kg.nlp.moments import TRANSIT, written_day

Span = tuple[int, int]

# Datelines are looked for at the start of so many paragraphs, and in so many characters of each.
PARAGRAPHS, PREFIX = 8, 160
# What follows a place and a colon has at least so many characters.
LEAST = 40

_FINAL = re.compile(r"[.!?][\"'”’»)\]]*\s*$")
_ASIDE = re.compile(r"\s(?:--|[—–-])\s")

MONTH = (
    r"(?:Jan(?:uary|\b\.?)|Feb(?:ruary|\b\.?)|Mar(?:ch|\b\.?)|Apr(?:il|\b\.?)|May|June?\b\.?|July?\b\.?"
    r"|Aug(?:ust|\b\.?)|Sept?(?:ember|\b\.?)|Oct(?:ober|\b\.?)|Nov(?:ember|\b\.?)|Dec(?:ember|\b\.?)"
    r"|JAN(?:UARY|\b\.?)|FEB(?:RUARY|\b\.?)|MAR(?:CH|\b\.?)|APR(?:IL|\b\.?)|MAY|JUNE?\b\.?|JULY?\b\.?"
    r"|AUG(?:UST|\b\.?)|SEPT?(?:EMBER|\b\.?)|OCT(?:OBER|\b\.?)|NOV(?:EMBER|\b\.?)|DEC(?:EMBER|\b\.?))"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY"
    r"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b\.?)"
)
DATE = (
    rf"(?:(?:{_WEEKDAY},?\s+)?(?:{MONTH}\s?{_DAY}|{_DAY}(?:\s|-|\sof\s){MONTH})(?:(?:,|,?\s+|/|-)\s?\d{{4}})?"
    r"|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d\d-\d\d)(?:(?![\w-])|(?=\d\d:\d\d\b))"
)
# The same day by another calendar: "Rajab 12, 1439 AH".
_HIJRI = (
    r"(?:Muharram|Safar|Rabi\S*|Jumad\S*|Rajab|Sha['’]?ban|Ramadan|Shawwal|D[hu]\S*)(?: \S+)?"
    r" \d{1,2},? \d{4}(?: AH| H)?"
)

_SMALL = r"(?:de|del|la|le|el|al|am|do|da|di|es|sur|upon)"
_FIRST = r"(?!(?:On|In|At|By|From|Since|After|Before|Until|For|To|With|A|An|As|The(?! Hague))\b)"
_WORD = rf"(?!{MONTH}(?!\w)|{_WEEKDAY})(?:[A-Z][A-Za-z]?\.(?:[A-Z]\.)*|[^\W\d_a-z](?:[\w'’]|-(?=\w))*)"
_NAME = rf"{_FIRST}{_WORD}(?:[ /-](?:{_SMALL}[ -])?{_WORD}){{0,4}}"
# How an agency writes its name without brackets.
_AGENCY = (
    r"(?:[A-Z]{2,10}|[A-Z][A-Za-z]*?(?:inform|press|PRESS|fax|[Tt]ass|TAG|[a-z][A-Z]{1,3})|Reuters|Xinhua|Sputnik|Kyodo"
    r"|Bloomberg|Yonhap|Tasnim|Trend|Anadolu|Petra|Bernama|Antara|Tanjug|Lusa|dpa|Prensa Latina|Kazinform"
    r"|\w+\.(?:com|net|org|info|News|news|[a-z]{2}))"
)
_REGION = (
    rf"(?:,?\s\[[^\]\n]{{2,30}}\]"
    rf"|,\s(?:the\s)?(?!{_AGENCY}\s*[-–—.:_/])(?!{_HIJRI}){_WORD}(?:[ -]{_WORD}){{0,2}}){{0,2}}"
)
_CREDIT = r"[A-Za-z][^()/\[\]|\n]{1,60}?"
_BYLINE = r"(?:(?:By|BY) [^\n:,]{3,40}?[\s,|-]+(?=[A-Z]{4})|Special to .{3,40}?[\s.-]+(?=[A-Z]{4}))?"

_HEAD = re.compile(rf"{_BYLINE}(?P<place>{_NAME})(?P<region>{_REGION})")
_ITEM = re.compile(
    rf"[.,:]?\s?(?:[-–—]\s?)?(?:"
    rf"\((?P<agency_of>[A-Za-z][^()\n]{{1,60}}?)\s*[-–—]\s*(?P<date_by>{DATE})\s*,?\s*\)"
    rf"|\(?(?P<date>{DATE})\)?"
    rf"|(?P<hijri>{_HIJRI})"
    rf"|[(\[]\s?(?P<bracketed>{_CREDIT}(?:/{_CREDIT})?)\s?[)\]]"
    rf"|/\s?(?P<slashed>{_CREDIT})\s?/"
    rf"|\|\s?(?P<piped>{_CREDIT})\s?\|"
    rf"|(?:/\s)?(?P<bare>{_AGENCY})(?=\s*(?:--|[-–—.:_]|$)|\s/|\s(?:[A-Z][a-z]|\"))"
    rf")"
)
_END = re.compile(r"\s*(?:[.,]?\s?(?P<mark>--+|[—–―]|[-_|](?=\s)|:(?=\s)|\.(?=\s)))?\s*(?=[\"'“‘«(\[\d]|[^\W_a-z])")
# A date in a line of its own may have the time of day with it.
_ALONE = re.compile(
    r"(?:[\s,|–-]*(?:at )?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s?\(?[A-Z]{2,4}\)?)?)?[.:]?\s*$", re.IGNORECASE
)
_PUBLISHED = re.compile(rf"(?i:(?:published|posted|issued|released|date)(?: on| at)?\s?:?)\s(?P<date>{DATE})")
_ENCLOSED = re.compile(rf"[(\[](?P<place>{_NAME}){_REGION},?\s(?P<date>{DATE})[)\]]\s*(?:--+|[—–―:-])?\s*")
_REVERSED = re.compile(rf"(?P<date>{DATE})\s\((?P<place>{_NAME})\)\s*(?:--+|[—–―:-])\s*")

# What stands before a colon or a dash and is no place.
_NO_PLACE = re.compile(
    r"(?i:(?:breaking|just in|updated?|watch|analysis|explain\w*|exclusive|opinion|videos?|photos?|factbox|timeline"
    r"|live|note|editor|editors|correct\w*|questions?|answers?|q|a|mr|mrs|ms|moderator|interviewer|journalist|correspondent"
    r"|summary|background|subject|title|headline|source|date|contact|tags?|topics?|statement|readout|press|media|remarks"
    r"|joint|communiqué|communique|report|reports|key|main|top|also|however|meanwhile|but|he|she|they|it|this|that|today"
    r"|yesterday|result|conclusion|agenda|participants|sources?|speaker|transcript|interview|commentary|editorial|column|letter"
    r"|ps|nb|fm|pm|president|minister|ambassador|secretary|spokes\w+|chairman|government)\b)"
    r"|(?:NATO|IAEA|OSCE|ASEAN|UNESCO|UNICEF|UNHCR|OHCHR|OPEC|OPCW|ECOWAS|CSTO|BRICS|MERCOSUR|SAARC|UNGA|UNSC|AUKUS|SADC"
    r"|IGAD|TASS|IRNA|ISNA|HAMAS|ISIS|ISIL|CIS|USSR|UAE|DPRK)$"
)
# Where a bracket after it explains a name: "Prime Minister (PM) Ana Soto", "African Union (AU)".
_TITLE = re.compile(
    r"(?i)\b(?:minister|ministry|president|secretary|union|organi[sz]ation|council|agency|office|bank|court|party|front"
    r"|league|community|committee|commission|association|corp\.?|forces?|army|movement|group|bloc|pact|conference)$"
)
# How the name of a place of several words begins; other names of two words before a colon are people's.
_TOWNS = frozenset(
    "abu addis al bandar buenos cape dar east el fort ft. guatemala ho hong kuala kuwait la las los mexico new north "
    "panama phnom port quezon rio saint san santa santiago santo sao são south sri st. tel the united west".split()
)


@dataclass
class _Parts:
    """What a dateline is made of, as far as it is read, up to character ``end`` of its paragraph."""

    place: str | None = None
    region: str = ""
    date: str | None = None
    agency: str | None = None
    kinds: set[str] = field(default_factory=set)
    end: int = 0

    @property
    def words(self) -> list[str]:
        """Return the words of the place."""
        return (self.place or "").split()

    @property
    def capitals(self) -> bool:
        """Return whether its place is in capitals and no mere abbreviation."""
        letters = [c for c in self.place or "" if c.isalpha()]
        return len(letters) >= 4 and all(c.isupper() for c in letters)

    @property
    def is_place(self) -> bool:
        """Return whether its place may be one."""
        place = self.place or ""
        return len(place.replace(".", "")) >= 4 and _NO_PLACE.match(place) is None and _TITLE.search(place) is None

    @property
    def speaks(self) -> bool:
        """Return whether its place before a colon may be who speaks: two words that begin no town's name."""
        return len(self.words) > 1 and self.words[0].lower() not in _TOWNS and "/" not in (self.place or "")


def find_dateline(
    text: str, body: Sequence[Span], boilerplate: Sequence[Span] = (), day: date | None = None
) -> Dateline | None:
    """Return the first dateline at the start of one of the first paragraphs ``body``, or one that is a line of its own.

    A place alone ("London —", "Doha:") is one only where the first paragraph begins. What ``boilerplate`` says of the
    day of publication is a dateline, too. A date alone that is far from ``day``, the article's own, is none.
    """
    alone: Dateline | None = None
    for start, end in boilerplate[:PARAGRAPHS]:
        published = _PUBLISHED.match(text, start, end)
        if published is not None:
            alone = alone or Dateline(start, end, date=published["date"])
    for start, end in body[:PARAGRAPHS]:
        line = text[start : min(end, start + PREFIX)]
        dateline = _sure(line, start) or _whole(line, start)
        if dateline is None:
            continue
        bare = dateline.place is None and dateline.agency is None
        if bare and (not _is_near(dateline.date, day) or (dateline.end < end and _is_entry(text, start, body))):
            continue
        if dateline.end < end:
            return replace(dateline, date=dateline.date or (alone.date if alone is not None else None))
        alone = alone or dateline
    return alone


def _is_entry(text: str, first: int, body: Sequence[Span]) -> bool:
    """Return whether a date that begins a paragraph at ``first`` is one of several that do: "8 May - Chad leaves"."""
    others = (
        _sure(text[start : min(end, start + PREFIX)], start) for start, end in body[:PARAGRAPHS] if start != first
    )
    return any(other is not None and other.place is None and other.date is not None for other in others)


def _is_near(written: str | None, day: date | None) -> bool:
    """Return whether ``written`` may be a date of an article of ``day``."""
    found = written_day(written, day) if written is not None and day is not None else None
    return found is None or day is None or abs(found - day) <= TRANSIT


def bare_dateline(text: str, body: Sequence[Span]) -> Dateline | None:
    """Return "London —" or "Doha:" at the start of the first paragraph of ``body``."""
    if not body:
        return None
    start, end = body[0]
    line = text[start : min(end, start + PREFIX)]
    parts = _read(line)
    mark = _END.match(line, parts.end) if parts is not None else None
    if (
        parts is None
        or mark is None
        or mark["mark"] in (None, ".")
        or parts.kinds
        or _NO_PLACE.match(parts.place or "")
    ):
        return None
    rest = text[start + mark.end() : end]
    if len(parts.words[0].replace(".", "")) < 4 and len(parts.words) == 1:
        return None
    if mark["mark"] == ":":
        if (
            parts.speaks
            or len(rest) < LEAST
            or _FINAL.search(rest[-8:]) is None
            or _is_person(text, parts.words[-1], end)
        ):
            return None
    elif _ASIDE.search(rest.split(". ")[0]):
        # "Ana Soto – Peru's envoy – said"
        return None
    return _dateline(parts, start, start + len(line[: mark.end()].rstrip()))


def _is_person(text: str, name: str, end: int) -> bool:
    """Return whether ``name`` is one who speaks: with a title or a verb of speech, or before a colon after ``end``."""
    known = re.escape(name)
    titles = r"(?:Mr|Mrs|Ms|President|Minister|Secretary|Ambassador)\.?"
    if re.search(rf"\b(?:{titles} {known}|{known} (?:said|told|added|says))\b", text):
        return True
    return re.search(rf"(?m)^{known}:", text[end:]) is not None


def _sure(line: str, start: int) -> Dateline | None:
    """Return the dateline that ``line``, which begins at character ``start``, opens with."""
    for pattern in (_ENCLOSED, _REVERSED):
        found = pattern.match(line)
        if found is not None:
            return Dateline(start, start + len(found[0].rstrip()), found["place"], found["date"])
    for parts in (_read(line), _read(line, headless=True)):
        if parts is None:
            continue
        end = _END.match(line, parts.end)
        if end is not None and _is_sure(parts, end["mark"], line[end.end() :]):
            return _dateline(parts, start, start + len(line[: end.end()].rstrip()))
    return None


def _whole(line: str, start: int) -> Dateline | None:
    """Return ``line`` as a dateline of its own: "Paris, March 29, 2018", "29 March 2018"."""
    for parts in (_read(line), _read(line, headless=True)):
        if parts is not None and parts.date is not None and _ALONE.match(line, parts.end):
            return _dateline(parts, start, start + len(line.rstrip()))
    return None


def _read(line: str, *, headless: bool = False) -> _Parts | None:
    """Return the parts at the start of ``line``, with a place first or without."""
    parts = _Parts()
    if not headless:
        head = _HEAD.match(line)
        if head is None:
            return None
        parts.place, parts.region, parts.end = head["place"], head["region"], head.end()
    while (item := _ITEM.match(line, parts.end)) is not None and item.end() > parts.end:
        found = {name: value for name, value in item.groupdict().items() if value}
        parts.date = parts.date or found.get("date") or found.get("date_by")
        agencies = (found.get(name) for name in ("agency_of", "bracketed", "slashed", "piped", "bare"))
        parts.agency = parts.agency or next((a.strip() for a in agencies if a), None)
        parts.kinds |= set(found)
        parts.end = item.end()
    return parts


def _is_sure(parts: _Parts, mark: str | None, rest: str) -> bool:
    """Return whether ``parts`` before ``mark`` and the ``rest`` of the line can be nothing else than a dateline."""
    place, kinds = parts.place, parts.kinds
    credited = parts.agency is not None and re.fullmatch(_AGENCY, parts.agency) is not None
    if place is None:
        if parts.date is not None and parts.agency is not None:
            return True
        if parts.date is not None:
            return mark is not None and mark not in (".", ":")
        return "slashed" in kinds or (credited and "bracketed" in kinds and mark not in (":", "."))
    if kinds & {"slashed", "piped", "agency_of"}:
        return True
    if parts.date is not None and parts.agency is not None:
        return True
    if parts.date is not None:
        return mark is not None or parts.date[-4:].isdigit()
    if len(parts.words) > 3 and "/" not in place:
        return False
    if "bracketed" in kinds:
        if _TITLE.search(place) or (mark == ":" and not credited and len(parts.words) > 1):
            return False
        return parts.capitals or mark is not None or credited
    if "bare" in kinds:
        return parts.capitals or mark not in (None, ".", ":")
    if not parts.capitals or mark in (None, ".") or not parts.is_place or (mark == ":" and parts.speaks):
        return False
    return not re.match(r"(?:[A-Z]\.)+$", place) and re.search("[a-z]", rest) is not None


def _dateline(parts: _Parts, start: int, end: int) -> Dateline:
    return Dateline(start, end, parts.place, parts.date, parts.agency)
