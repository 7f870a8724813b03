"""Who a line says is speaking: "Soto: …" in transcripts and headlines, "… - Soto" and "…: Soto" at a headline's end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.nlp.annotations import Dateline, Turn
from kg.nlp.datelines import Span

# A label has at most so many words, what it labels at least so many.
LABEL_WORDS, LEAST_WORDS = 6, 3
# So many labelled paragraphs make a transcript, in which one without a label goes on with the last speaker.
TRANSCRIPT = 3

_WORD = r"(?:[^\W\d_a-z][\w'’.-]*|of|the|and|for|to|de|al|bin|von|van|&)"
_LABEL = re.compile(rf"(?P<label>[^\W\d_a-z][\w'’.-]*,?(?: {_WORD},?){{0,9}}(?: \([^()\n]{{1,60}}\))?)\s?:\s+(?=\S)")
_SAYING = re.compile(r"(?i)\b(?:says?|said|adds?|added|reads?|follows?|following|states?|declares?|that|is|are|was)$")
_QUESTION = re.compile(
    r"(?i)(?:questions?|q|from the (?:floor|press)|journalist|reporter|correspondent|interviewer|moderator)$"
)
_CUT = re.compile(r"(?P<colon>\s?:\s+)|\s(?:--|[—–-])\s")


def find_turns(
    text: str, headlines: Sequence[Span], body: Sequence[Span], dateline: Dateline | None
) -> tuple[Turn, ...]:
    """Return what of ``headlines`` and of the paragraphs ``body`` is labelled, and with what, in order.

    A headline in two parts gives two: either may label the other.
    """
    found = [turn for span in headlines for turn in _of_headline(text, *span)]
    return (*found, *_of_body(text, body, dateline))


def _of_headline(text: str, start: int, end: int) -> Iterator[Turn]:
    """Yield each short part of a headline as the label of the other part."""
    line = text[start:end]
    cuts = list(_CUT.finditer(line))
    if len(cuts) != 1 or line[-1] in ".!?":
        return
    cut = cuts[0]
    left, right = (start, start + cut.start()), (start + cut.end(), end)
    sizes = [len(text[slice(*side)].split()) for side in (left, right)]
    if sizes[0] <= LABEL_WORDS and sizes[1] >= LEAST_WORDS and cut["colon"]:
        yield Turn(left, right, direct=False)
    if sizes[1] <= LABEL_WORDS and sizes[0] >= LEAST_WORDS:
        yield Turn(right, left, direct=False)


def _of_body(text: str, body: Sequence[Span], dateline: Dateline | None) -> Iterator[Turn]:
    """Yield the labelled paragraphs of ``body``, in a transcript with those that follow them."""
    known: list[tuple[int, Span, int]] = []
    for number, (start, end) in enumerate(body):
        if dateline is not None and dateline.start == start:
            continue
        found = _LABEL.match(text, start, end)
        if found is None or _SAYING.search(found["label"]):
            continue
        known.append((number, found.span("label"), found.end()))
    transcript = len(known) >= TRANSCRIPT
    for k, (number, label, start) in enumerate(known):
        following = known[k + 1][0] if k + 1 < len(known) else len(body)
        asked = _QUESTION.match(text[slice(*label)]) is not None
        end = body[following - 1 if transcript and not asked else number][1]
        yield Turn(label, (start, end), asked=asked)
