"""Who a line says is speaking: "Soto: …" in transcripts and headlines, "… - Soto" and "…: Soto" at a headline's end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.nlp.annotations import Dateline, Turn
from kg.nlp.datelines import Span

# A label has at most so many words, what it labels at least so many.
LABEL_WORDS, LEAST_WORDS = 6, 3
# So many labelled paragraphs make a transcript, in which one without a label goes on with the last speaker.
TRANSCRIPT = 3

# What a statement is prefaced with stands in one of so many first paragraphs, and is at most so long.
PREFACES, PREFACE = 5, 260

_MADE = r"(?:attributable|attributed|issued|released|made|given|delivered|published)"
_WHEN = r"(?: today| yesterday| jointly| (?:late |earlier )?on [^,:]{3,30}?| here)?"
_TEXT = r"(?:statement|summary|readout|read-out|remarks|message|account|communiqué|communique|text|declaration|comment)"
_ATTRIBUTED = re.compile(
    rf"The (?:following|below)(?: [a-z]+)?(?: {_TEXT})?,? (?:(?:is|was|are|may be|can be) )?{_MADE}{_WHEN} (?:to|by)"
    rf" (?:the )?(?P<who>[^:\n]{{3,150}}?)(?:{_WHEN})?(?::\s*|\.?$)"
)
_REMARKS = re.compile(
    r"(?:^|: |\b(?:Opening|Closing|Introductory|Press|Full|Keynote) )"
    r"(?i:remarks|statement|speech|address|message|lecture|op-?ed|article|declaration|intervention)"
    r"(?: \([^)]*\))?(?: (?:delivered|made|given|issued))? (?:by|of|from) (?:H\.?E\.? )?(?:the )?"
    r"(?P<who>[^,:;\n]{3,100}?)(?= (?:at|on|upon|to|in|after|following|during|before|regarding|with|about|for)\b|,|$)"
)
_WORD = r"(?:[^\W\d_a-z][\w'’.-]*|of|the|and|for|to|de|al|bin|von|van|&)"
_LABEL = re.compile(rf"(?P<label>[^\W\d_a-z][\w'’.-]*,?(?: {_WORD},?){{0,9}}(?: \([^()\n]{{1,60}}\))?)\s?:\s+(?=\S)")
_SAYING = re.compile(r"(?i)\b(?:says?|said|adds?|added|reads?|follows?|following|states?|declares?|that|is|are|was)$")
_QUESTION = re.compile(
    r"(?i)(?:questions?|q|from the (?:floor|press)|journalist|reporter|correspondent|interviewer|moderator)$"
)
_ANSWER = re.compile(r"(?i)(?:a|answer|reply|response)$")
_INTERVIEW = re.compile(
    r"(?i:\b(?:interview|conversation|talk|q\s?&\s?a|questions? and answers?|press conference)) (?:with|of|by) "
    r"(?:the )?(?P<who>[^:;\n]{3,120})"
)
_BRIEFING = re.compile(
    r"(?P<who>(?:[^\W\d_a-z][\w'’.-]*,? (?:(?:of|for|the|and) ){0,2}){2,12})"
    r"(?:held|holds|gave|hosted|chaired|opened|presided over|conducted) "
    r"(?:an? |the |his |her |today's )?(?:[a-z]+ ){0,2}(?:press conference|(?:press |news )?briefing)"
)
_CUT = re.compile(r"(?P<colon>\s?:\s+)|\s(?:--|[—–-])\s")


def find_turns(
    text: str, headlines: Sequence[Span], body: Sequence[Span], dateline: Dateline | None
) -> tuple[Turn, ...]:
    """Return what of ``headlines`` and of the paragraphs ``body`` is labelled, and with what, in order.

    A headline in two parts gives two: either may label the other.
    """
    found = [turn for span in headlines for turn in _of_headline(text, *span)]
    statement = next(_of_statement(text, body, dateline), None) or next(_of_remarks(text, headlines, body), None)
    turns = list(_of_body(text, body, dateline))
    answering = _interviewed(text, (*headlines, *body[:PREFACES])) or _only_speaker(text, turns)
    if answering is not None:
        turns = [replace(t, label=answering) if _ANSWER.match(text[slice(*t.label)]) else t for t in turns]
    return (*found, *([statement] if statement is not None else []), *turns)


def _interviewed(text: str, spans: Sequence[Span]) -> Span | None:
    """Return who answers by "A:": whom a headline or one of the first paragraphs says the interview is with."""
    forms = (_INTERVIEW, _BRIEFING)
    found = (match for start, end in spans for form in forms if (match := form.search(text, start, end)) is not None)
    return next((match.span("who") for match in found), None)


def _only_speaker(text: str, turns: Sequence[Turn]) -> Span | None:
    """Return the one who is named before an answer elsewhere: "Soto: …" before "Q: …" and "A: …"."""
    labels = [turn.label for turn in turns if turn.manner == "direct" and not _ANSWER.match(text[slice(*turn.label)])]
    return labels[0] if len({text[slice(*label)] for label in labels}) == 1 else None


def _of_remarks(text: str, headlines: Sequence[Span], body: Sequence[Span]) -> Iterator[Turn]:
    """Yield the ``body`` under a headline such as "Remarks by Ana Soto at the summit" as what that one says."""
    for start, end in headlines:
        found = _REMARKS.search(text, start, end)
        if found is not None and body:
            yield Turn(found.span("who"), (body[0][0], body[-1][1]), "statement")


def _of_statement(text: str, body: Sequence[Span], dateline: Dateline | None) -> Iterator[Turn]:
    """Yield the rest of the text after "The following is attributable to …" as what that one says."""
    for start, end in body[:PREFACES]:
        if dateline is not None and start <= dateline.end < end:
            start = dateline.end + len(text[dateline.end : end]) - len(text[dateline.end : end].lstrip())
        preface = text[start : min(end, start + PREFACE)]
        found = _ATTRIBUTED.match(preface)
        if found is not None:
            first, last = found.span("who")
            rest = start + found.end()
            if rest < body[-1][1]:
                yield Turn((start + first, start + last), (rest, body[-1][1]), "statement")
            return


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
        yield Turn(left, right, "headline")
    if sizes[1] <= LABEL_WORDS and sizes[0] >= LEAST_WORDS:
        yield Turn(right, left, "headline")


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
    alone = transcript and len({text[slice(*label)] for _, label, _ in known}) == 1
    for k, (number, label, start) in enumerate(known):
        following = known[k + 1][0] if k + 1 < len(known) else len(body)
        asked = _QUESTION.match(text[slice(*label)]) is not None
        last = following - 1 if transcript and not asked else number
        if alone and k + 1 < len(known) and last > number:
            # Where one alone is labelled, what stands before each label is asked.
            yield Turn(body[last], body[last], "question")
            last -= 1
        yield Turn(label, (start, body[last][1]), "question" if asked else "direct")
