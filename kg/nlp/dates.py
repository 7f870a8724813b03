"""When things happen: time expressions and their values against the article's own date.

Each word becomes one letter by what it can be in a date (M a month, D a day's number, Y a year ...), and expressions
are patterns over that string of letters, so that a text is read once, however long.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spacy.attrs import ORTH
from spacy.tokens import Doc, Token

from kg.nlp.annotations import Annotations, DateMention, Entry, notes
from kg.nlp.attaching import JUDGING
from kg.nlp.entries import find_entries, find_sections
from kg.nlp.expressions import PLAIN, Expression, iso_date
from kg.nlp.moments import (
    DEICTIC_DAYS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    TRANSIT,
    WEEKDAYS,
    numeric,
    weekday,
    written_day,
)
from kg.nlp.reckoned import RECKONED
from kg.nlp.tenses import heads_entry, heads_line, tells_a_story
from kg.nlp.tree import MOST_STRINGS, columns

# The letter of each word that can be part of a date; the rest are "x".
WORDS = {
    **dict.fromkeys(MONTHS, "M"),
    **dict.fromkeys(WEEKDAYS, "W"),
    **dict.fromkeys(SEASONS, "s"),
    **dict.fromkeys((*NUMBERS, "36", "48", "72"), "q"),
    **dict.fromkeys(("last", "past"), "l"),
    **dict.fromkeys(("next", "coming", "upcoming"), "n"),
    **dict.fromkeys(("this", "current"), "h"),
    **dict.fromkeys(("previous", "preceding"), "P"),
    **dict.fromkeys(("following",), "F"),
    **dict.fromkeys(("same", "that"), "m"),
    **dict.fromkeys(("early", "mid", "late", "beginning", "start", "middle", "end", "half", "quarter"), "p"),
    **dict.fromkeys(("day", "week", "fortnight", "month", "decade"), "u"),
    **dict.fromkeys(("days", "weeks", "fortnights", "weekends", "months", "years", "decades"), "U"),
    **dict.fromkeys(("few", "several", "some", "couple", "many"), "L"),
    **dict.fromkeys(("night", "evening", "morning", "afternoon"), "v"),
    **dict.fromkeys(("earlier", "later", "before", "after", "afterwards", "afterward", "thereafter"), "G"),
    **dict.fromkeys(sorted(DEICTIC_DAYS), "y"),
    **dict.fromkeys(("until", "till", "by"), "j"),
    **dict.fromkeys(("in", "during", "throughout"), "i"),
    **dict.fromkeys(("at", "over", "for"), "o"),
    **dict.fromkeys(("hour", "hours", "minutes", "moments"), "B"),
    **{"within": "V", "on": "T", "year": "I", "weekend": "w", "eve": "E", "followed": "H", "christmas": "C"},
    **dict.fromkeys(ORDINALS, "O"),
    **dict.fromkeys(("noon", "midday", "midnight", "dawn", "dusk", "nightfall"), "K"),
    **{"date": "X", "overnight": "J", "new": "A", "'s": "'", "’s": "'"},
    **dict.fromkeys(("to", "through"), "t"),
    **dict.fromkeys(("-", "–", "—"), "-"),
    **dict.fromkeys(("its", "their", "his", "her", "our"), "z"),
    **{"'": "'", "’": "'", "time": "d", "or": "a", "as": "c", "ago": "g", "since": "k", "between": "b"},
    **{"from": "r", "of": "f", "the": "e", "and": "a", ",": ","},
}
ASIDE = frozenset({"acl", "acl:relcl"})
# How many words may stand between "a day after" and the day of what it speaks of.
NEAR = 10
# What is called by a day or a month.
NAMED = frozenset("movement front brigade brigades alliance party square coalition revolution day".split())
# Words that are months with a capital only; a short form needs a day's number beside it anyway.
CAPITALIZED = frozenset({"may", "march", "mar", "jan", "jun", "dec", "sep", "oct", "new"})

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

_SHAPES = (
    (re.compile(r"(?:[12]?\d|3[01]|0\d)(?:st|nd|rd|th)?"), "D"),
    (re.compile(r"(?:1[89]|20)\d\d"), "Y"),
    (re.compile(r"(?:[0-3]?\d([./])[0-3]?\d\1(?:19|20)\d\d)|(?:19|20)\d\d([./-])[01]\d\2[0-3]\d"), "N"),
    (re.compile(r"[0-3]?\d(?:st|nd|rd|th)?[–—-][0-3]?\d(?:st|nd|rd|th)?"), "R"),
    (re.compile(r"(?:1[89]|20)\d\d[–—/-](?:(?:1[89]|20)\d\d|\d\d)"), "S"),
    (re.compile(r"(?:(?:early|mid|late)[–-])?(?:1[89]|20)\d0s"), "Z"),
    (re.compile(r"(?:early|mid|late)[–-](?:1[89]|20)\d\d"), "Q"),
)
# A number after these counts what follows it.
ROUGHLY = frozenset("about some around over nearly almost than least most roughly approximately under up".split())


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
    anchored = -1
    days: list[tuple[int, str]] = []
    day: str | None = None
    matches = list(_ANY.finditer(letters))
    heads = [(indices[m.start()], indices[m.end() - 1] + 1) for m in matches if m.lastgroup in _HEADING]
    heads = [span for span in heads if heads_entry([doc[i] for i in range(*span)])]
    years = [(indices[m.start()], indices[m.end() - 1] + 1) for m in matches if m.lastgroup == "year"]
    sections = dict(find_sections(doc, [span for span in years if heads_line([doc[i] for i in range(*span)])]))
    story = _Story(base, dict(find_entries(doc, heads)))
    for n, found in enumerate(matches):
        tokens = [doc[i] for i in indices[found.start() : found.end()]]
        if dateline is not None and dateline.start <= tokens[0].idx < dateline.end:
            continue
        name = found.lastgroup or ""
        if _is_in_name(tokens):
            continue
        if name in _DOUBTFUL and _is_no_date(tokens, name, letters[found.start() - 1 : found.start()]):
            continue
        beside = None
        if name == "told" and n + 1 < len(matches) and (following := matches[n + 1]).lastgroup in _PLAIN:
            others = [doc[i] for i in indices[following.start() : following.end()]]
            if _is_beside(tokens[-1], others[0]):
                beside = _VALUES[following.lastgroup](Expression(others, following[0], base, anchor, day))
        historic = tokens[0].i < story.until
        section = story.section if tokens[0].i < story.section_end else None
        told = story.at(tokens)
        value = _VALUES[name](Expression(tokens, found[0], base, anchor, day, beside, days, told, historic, section))
        if name == "weekday" and tokens[0].i in story.ends and noted.entries:
            # "Tuesday, 5 March: …" and below it "Wednesday: …"
            value = weekday(tokens[0].lower_, iso_date(noted.entries[-1].value[-10:]), future=True) or value
        if value is None and name in _UNSURE:
            continue
        noted.dates.append(DateMention(tokens[0].i, tokens[-1].i + 1, value))
        story.go_on(tokens, value, name, found[0])
        if value is not None and tokens[0].i in sections:
            story.section, story.section_end = int(value), sections[tokens[0].i]
        if value is not None and tokens[0].i in story.ends:
            noted.entries.append(Entry(tokens[-1].i + 1, story.ends[tokens[0].i], value))
            day = None
        if not (anchored >= tokens[0].sent.start and _is_aside(tokens[0])):
            anchor, anchored = (value, tokens[0].i) if value else (anchor, anchored)
        if value and len(value) == 10:
            beside_other = bool(days) and days[-1][0] >= tokens[0].sent.start and _is_aside(tokens[0])
            if not beside_other and not (days and name == "day" and _is_judged(tokens[0])):
                day = value
            days.append((tokens[0].i, value))
    return doc


@dataclass
class _Story:
    """What the text tells of an earlier year, for as long as its sentences, or its entries, go on with it.

    ``ends`` tells of the first token of each entry's date where the entry ends, ``until`` where the one that is read
    does, if it tells what was.
    """

    base: date | None
    ends: dict[int, int]
    value: str | None = None
    end: int = 0
    entry: str | None = None
    until: int = 0
    section: int | None = None
    section_end: int = 0

    def at(self, tokens: Sequence[Token]) -> str | None:
        """Return the date told in the sentence of ``tokens`` or in the one before, in their entry or the one before."""
        if heads_entry(tokens) or (self.entry and tokens[0].i < self.until):
            return self.entry
        return self.value if tokens[0].sent.start <= self.end else None

    def go_on(self, tokens: Sequence[Token], value: str | None, name: str, letters: str) -> None:
        """Begin with ``value`` if it names its year, or go on with it."""
        if tokens[0].i in self.ends:
            past = value is not None and self.base is not None and value < self.base.isoformat()
            self.until = self.ends[tokens[0].i] if past else 0
            if value is not None and self.base is not None and value[:4] == str(self.base.year):
                # This year's entries tell their months by themselves.
                self.entry = None
        if value is None or self.base is None or value[:4] >= str(self.base.year):
            return
        if not ("Y" in letters or name in RECKONED or (self.at(tokens) or "")[:4] == value[:4]):
            return
        if heads_entry(tokens):
            self.entry = value
        elif tells_a_story(tokens):
            last = tokens[-1]
            broken = tokens[0].sent.end == last.i + 1 < len(last.doc)
            self.value, self.end = value, last.nbor().sent.end if broken else last.sent.end


def _is_aside(token: Token) -> bool:
    """Return whether ``token`` stands in a clause that tells the background of its sentence."""
    for above in (token, *token.ancestors):
        before = above.dep_ == "advcl" and any(c.dep_ == "aux" and c.lower_ == "had" for c in above.children)
        if above.dep_ in ASIDE or before:
            return True
    return False


def _is_judged(token: Token) -> bool:
    """Return whether ``token`` may say when that was which is judged: "welcomed the vote in Peru on 11 May"."""
    return any(above.lemma_ in JUDGING and above.pos_ == "VERB" and above.i < token.i for above in token.ancestors)


def base_date(noted: Annotations) -> date | None:
    """Return the day that the article is written on: its dateline's, if that is near its own date, else its own."""
    own = iso_date(noted.article.date)
    written = noted.layout.dateline.date if noted.layout.dateline else None
    if written is None:
        return own
    if not re.search("[A-Za-z]", written):
        return own or iso_date(numeric(written))
    day = written_day(written, own)
    return own if day is None or (own is not None and abs(day - own) > TRANSIT) else day


def released(noted: Annotations) -> date | None:
    """Return the day of a text that gives it in full, above or below, as releases do: "ACCRA, 12 June 2018 – …"."""
    dateline = noted.layout.dateline
    return base_date(noted) if dateline is not None and _YEAR.search(dateline.date or "") else None


def coming(noted: Annotations) -> frozenset[int]:
    """Return the tokens of the expressions for what is later than the article's day."""
    base = base_date(noted)
    if base is None:
        return frozenset()
    starts = ((found, (found.value or "").partition("/")[0]) for found in noted.dates)
    later = (found for found, start in starts if start > base.isoformat()[: len(start)])
    return frozenset(i for found in later for i in range(found.start, found.end))


def entries_ahead(noted: Annotations) -> list[tuple[int, int]]:
    """Return the tokens of the entries that dates later than the article's day head, from first to behind the last."""
    base = base_date(noted)
    if base is None:
        return []
    starts = ((entry, entry.value.partition("/")[0]) for entry in noted.entries)
    return [(entry.start, entry.end) for entry, start in starts if start > base.isoformat()[: len(start)]]


def _letters(doc: Doc) -> tuple[str, list[int]]:
    """Return the letters of the tokens of ``doc``, whitespace left out but for line breaks, and their indices."""
    if len(_LETTERS) > MOST_STRINGS:
        _LETTERS.clear()
    letters: list[str] = []
    indices: list[int] = []
    for i, word in enumerate(columns(doc, ORTH)[0]):
        letter = _LETTERS.get(word)
        if letter is None:
            letter = _LETTERS[word] = letter_of(word)
        if letter:
            letters.append(letter)
            indices.append(i)
    return "".join(letters), indices


# The letters of words met so far.
_LETTERS: dict[str, str] = {}


def letter_of(text: str) -> str:
    """Return what ``text`` can be in a date; nothing for a blank, a line break for a line break."""
    lower = text.lower()
    letter = WORDS.get(lower)
    if letter:
        return "x" if letter in "MA" and lower.rstrip(".") in CAPITALIZED and text == lower else letter
    if text.isspace():
        return "\n" if "\n" in text or "\r" in text else ""
    if text[0].isdigit() or "-" in text or "–" in text:
        return next((letter for shape, letter in _SHAPES if len(text) < 16 and shape.fullmatch(lower)), "x")
    return "x"


def _is_in_name(tokens: Sequence[Token]) -> bool:
    """Return whether ``tokens`` begin a name: "March 23 Movement"."""
    last = tokens[-1]
    following = last.doc[last.i + 1 : last.i + 2].text
    return following[:1].isupper() and following.lower() in NAMED


def _is_no_date(tokens: Sequence[Token], name: str, before: str) -> bool:
    """Return whether what could be a bare month, weekday or year is a name or a number."""
    token = tokens[-1]
    doc = token.doc
    owner = name == "weekday" and token.i + 1 < len(doc) and doc[token.i + 1].tag_ == "POS"
    if (token.ent_type_ in {"PERSON", "ORG", "MISC"} and not owner) or token.tag_ == "MD":
        return True
    if name != "year":
        return False
    if token.i == 0:
        return False
    previous, following = token.nbor(-1), doc[token.i + 1 : token.i + 2]
    plural = bool(following) and following[0].tag_ in {"NNS", "NNPS"}
    counted = plural and before not in "ikjf" and (token.dep_ == "nummod" or previous.lower_ in ROUGHLY)
    return (counted and before != "e") or previous.tag_ == "$"


def _is_beside(last: Token, first: Token) -> bool:
    """Return whether the expression that begins with ``first`` dates what ``last`` ("after") leads to."""
    between = last.doc[last.i + 1 : first.i]
    if last.lower_ not in ("after", "before", "of") or len(between) > NEAR:
        return False
    return not any(token.is_sent_start or token.text in {",", ";", ":"} for token in [*between, first])


_VALUES = PLAIN | RECKONED
_PART = "(?:e?p-?f?e?)?"
_DAYS = "D(?:,D)*,?[-ta]D"
_OF_YEAR = "(?:,?Y|f?e?[lnhmPF]I)"
# The letters of each kind of expression; the first that fits counts.
_RULES = {
    "two_days": rf"MD{_OF_YEAR}?[-t]MD{_OF_YEAR}?|Df?M{_OF_YEAR}?[-ta]Df?M{_OF_YEAR}?",
    "days": rf"M(?:{_DAYS}|R){_OF_YEAR}?|(?:{_DAYS}|R)f?M{_OF_YEAR}?",
    "day": rf"(?:W,?)?(?:MD(?!D|[qD]?[uUI])|e?Df?M){_OF_YEAR}?",
    "iso_day": r"Y-D-D",
    "numeric": r"N",
    "feast": rf"(?:AI'[uE]|C[uE]|(?<=[iojk])C){_OF_YEAR}?",
    "months": rf"M[-ta]M{_OF_YEAR}|(?<=[bri])M[-ta]M",
    "told_month": r"m[Ms]|e[FP][Ms]",
    "month": rf"{_PART}[lnh]?Mf?{_OF_YEAR}|(?:e?p-?f?e?)[lnh]?M|[lnh]M|(?<=[ikjrbfeocz])M|[uU]fM(?!D)",
    "season": rf"{_PART}sf?{_OF_YEAR}|(?:e?p-?f?e?)[lnh]?s(?=[^x]|$)|[lnh]s|(?<=[ikoT]e)s|(?<=i)s",
    "years": r"(?<=[br])Y[at-]Y|e?UY[at-]Y|Y-Y|S|Y-D(?!-)",
    "decade": rf"{_PART}Z",
    "relative_day": r"e?uGy|yv?|(?<!e)[lh]v",
    "weekdays": r"(?<=[rb])W[ta-]W|W-W",
    "two_weekdays": r"WaW",
    "weekday_before": r"e?WGl",
    "numbered": r"W(?:D(?=[\n,-]|$)|,?eD(?![fM]))",
    "weekday": r"Wf?e?[lnh]u|[lnhP]?W",
    "ago": r"[qD][uUI]g(?:y|TW|hu)?",
    "from": r"[qD][uU]r(?:W|y)",
    "vague": r"q?Lf?[UB](?:g|G(?!y))|[io]e(?:[nFlP]L?|L)[UB]|[io]e[UB]mH",
    "overnight": r"J(?!T?[Wy])",
    "clock": r"[Goj]K(?![Toi]?[Wy])|iev(?!f)",
    "ahead": r"i[qD][uUI](?:'d|(?!G))",
    "within": r"V[qD][uUI]",
    "monthday": r"[Tjk]eD(?!f?M)(?:f[hmln]u|fe[PF]u)?",
    "nth_day": r"TeOu",
    "nth_week": r"e[lOn]uf(?:e|[hlmn])u",
    "told": r"(?<![ioV])e[nPF][uI]|e[nF]v|e?m[uvIX]|[qD]?BG(?!y)|Ve?B|[qD][uUI](?:G(?!y)|T(?=,))"
    r"|evG|e[uI]G(?:l(?![uUIwWMs]))?|e?Ef",
    "unit": r"(?:Gi?e?h?|(?:e?p-?f?e?)h?)[uI]|(?:e?p-?f?)?(?<!e)[lnh][uIw]|(?<=[ioT]e)w|[lnh]?[uI]'p",
    "year": rf"{_PART}Y|Q",
}
# Expressions that give a day by themselves.
_PLAIN = frozenset({"day", "iso_day", "numeric", "numbered", "relative_day", "weekday"})
# Those that can head an entry of a chronology.
_HEADING = _PLAIN - {"relative_day"} | {"two_days", "days", "months", "month", "season", "year"}
# Those that a single capitalized word or number can look like.
_DOUBTFUL = frozenset({"month", "weekday", "year", "season"})
# Those that are no date where they have no value.
_UNSURE = frozenset({"nth_week", "numbered", "ahead", "clock", "overnight", "within", "monthday"})
# No expression begins with a word that is none in a date.
_ANY = re.compile("(?![x\n])(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _RULES.items()) + ")")
