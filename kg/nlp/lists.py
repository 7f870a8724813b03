"""Lists: the marks before their items, and the words above them that their items go on from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.nlp.annotations import Item
from kg.nlp.datelines import Span

# What leads into a list is at most so long.
LEAD = 400

_MARK = re.compile(
    r"(?:\(?(?:\d{1,3}(?:\.\d{1,2})*|[a-z]{1,2}|[ivx]{1,5}|[A-Z]|[IVX]{2,5})[.)]|OP\s?\d{1,2}\.?|[•●▪◦■□►‣∙·*]|[-–—])\s+(?=\S)"
)
# "Reaffirmed its support", "Strongly condemns the raid": what may go on without a mark.
_VERB = re.compile(r"(?:[A-Z][a-z]+ly |Also |Further )?(?!United)[A-Z]?[a-z]+(?:ed|es|s|ing)\b(?! [a-z]+ed\b)")


def find_items(text: str, body: Sequence[Span]) -> Iterator[Item]:
    """Yield the paragraphs of ``body`` that are items of a list, with what leads into it if it is unfinished.

    "The Council," and "The ministers:" are; what follows them goes on until a full stop, or as long as it has marks or
    begins with a verb.
    """
    lead: Span | None = None
    going = True
    for start, end in body:
        mark = _MARK.match(text, start, end)
        if mark is None and not going and not _VERB.match(text, start, end):
            lead = None
        begin = mark.end() if mark is not None else start
        if mark is not None or lead is not None:
            yield Item((start, begin), lead)
        if text[end - 1] in ",:" and mark is None and end - start <= LEAD and lead is None:
            lead = (start, end)
        going = text[end - 1] in ",;:"
