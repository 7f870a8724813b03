"""Headlines, paragraphs, dateline and boilerplate of an article, from the look of its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.model import Article
from kg.nlp.annotations import Dateline, Layout
from kg.nlp.boilerplate import says_nothing
from kg.nlp.datelines import Span, bare_dateline, find_dateline
from kg.nlp.expressions import iso_date
from kg.nlp.lists import find_items
from kg.nlp.turns import find_turns

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_FINAL = re.compile(r"[.!?…:;][\"'”’»)\]]*$|[\"”»]$")

# Lines of a text that was wrapped by hand are about so long; a headline is at most so long.
WRAPPED, HEADLINE = range(45, 101), 250


def layout(article: Article) -> Layout:
    """Return where the headlines, paragraphs, dateline and speakers of ``article`` are, and what says nothing.

    A paragraph is a line, or the lines of a text wrapped by hand. Headlines are the title and the lines without final
    punctuation that come before the body; the headlines and the boilerplate are among the paragraphs.
    """
    text = article.text
    paragraphs = tuple(_paragraphs(text, article.title_end))
    boilerplate = tuple(span for span in paragraphs if span[1] > article.title_end and says_nothing(text[slice(*span)]))
    left_out = frozenset(boilerplate)
    body = [span for span in paragraphs if span[0] >= article.title_end and span not in left_out]
    titles = [span for span in paragraphs if span[1] <= article.title_end]
    dateline = find_dateline(text, body, boilerplate, iso_date(article.date))
    headlines, body = _headlines(text, body, dateline)
    dateline = dateline or bare_dateline(text, body)
    turns = find_turns(text, [*titles, *headlines], body, dateline)
    # What a journalist asks is no statement.
    questions = {turn.label[0] for turn in turns if turn.manner == "question"}
    boilerplate += tuple(span for span in body if span[0] in questions)
    spoken = tuple(turn for turn in turns if turn.manner != "question")
    return Layout(paragraphs, (*titles, *headlines), dateline, boilerplate, spoken, tuple(find_items(text, body)))


def _paragraphs(text: str, title_end: int) -> Iterator[Span]:
    """Yield the paragraphs of ``text`` without the white space around them."""
    lines = [span for span in (_trim(text, *found.span()) for found in _LINE.finditer(text)) if span[0] < span[1]]
    wrapped = _is_wrapped(text, [line for line in lines if line[0] >= title_end])
    start, end = -1, -1
    for line in lines:
        if start >= 0 and line[0] > title_end and _goes_on(text, (start, end), line, wrapped):
            end = line[1]
            continue
        if start >= 0:
            yield start, end
        start, end = line
    if start >= 0:
        yield start, end


def _trim(text: str, start: int, end: int) -> Span:
    """Return the span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_wrapped(text: str, lines: Sequence[Span]) -> bool:
    """Return whether most lines that are followed at once by another end in mid-sentence, at a like length."""
    ends = [a for a, b in pairwise(lines) if not _blank_between(text, a, b)]
    cut = [a for a in ends if a[1] - a[0] in WRAPPED and not _FINAL.search(text, max(a[0], a[1] - 4), a[1])]
    return len(cut) >= 3 and len(cut) >= 0.6 * len(ends) and max(b - a for a, b in lines) <= WRAPPED.stop


def _goes_on(text: str, paragraph: Span, line: Span, wrapped: bool) -> bool:
    """Return whether ``line`` belongs to the ``paragraph`` before it."""
    if _blank_between(text, paragraph, line):
        return False
    start = max(paragraph[0], paragraph[1] - 4)
    last_break = max(text.rfind("\n", paragraph[0], paragraph[1]), paragraph[0])
    length = paragraph[1] - last_break
    if wrapped:
        return length >= WRAPPED.start
    return length in WRAPPED and text[line[0]].islower() and not _FINAL.search(text, start, paragraph[1])


def _blank_between(text: str, a: Span, b: Span) -> bool:
    """Return whether an empty line lies between two spans."""
    gap = text[a[1] : b[0]].replace("\r\n", "\n")
    return gap.count("\n") + gap.count("\r") + gap.count("\u2028") + 2 * gap.count("\u2029") > 1


def _headlines(text: str, body: Sequence[Span], dateline: Dateline | None) -> tuple[list[Span], list[Span]]:
    """Return the headlines in ``body`` and the rest: short paragraphs without a full stop, as long as more follows.

    The dateline may be a line of its own between them.
    """
    found: list[Span] = []
    for i, (start, end) in enumerate(body):
        if dateline is not None and start == dateline.start and end <= dateline.end:
            continue
        begun = dateline is not None and start == dateline.start
        final = text[end - 1] == "," or _FINAL.search(text, max(start, end - 4), end)
        if i + 1 == len(body) or end - start > HEADLINE or begun or final:
            return found, list(body[i:])
        found.append((start, end))
    return found, []
