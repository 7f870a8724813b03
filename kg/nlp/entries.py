"""Chronologies: the entries that dates head, and how far each of them reaches."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import numpy as np
from spacy.attrs import IDX
from spacy.tokens import Doc

from kg.nlp.annotations import notes

# What may stand between the date and the end of its line.
MARKS = " .:-–—"


def find_entries(doc: Doc, heads: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the first token of each date of ``heads`` that heads an entry of a chronology, and where the entry ends.

    A date before a colon, a dash or a stop dates the rest of its paragraph. One that is a line of its own dates the
    lines below it, up to an empty one, if it is not the only such date.
    """
    if not heads:
        return
    noted = notes(doc)
    text, paragraphs = noted.article.text, noted.layout.paragraphs
    starts = [start for start, _ in paragraphs]
    places = [bisect_right(starts, doc[start].idx) - 1 for start, _ in heads]
    for n, ((start, after), k) in enumerate(zip(heads, places, strict=True)):
        end = paragraphs[k][1] if k >= 0 else 0
        if not text[doc[after - 1].idx + len(doc[after - 1]) : end].strip(MARKS):
            if k < 0 or len(heads) < 2:
                continue
            stop = places[n + 1] if n + 1 < len(heads) else len(paragraphs)
            end = _below(text, paragraphs[k + 1 : stop]) or end
        yield start, max(after, _first_from(doc, end))


def find_sections(doc: Doc, years: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the first token of each of ``years`` that are lines of their own, and where the lines below them end."""
    if not years:
        return
    noted = notes(doc)
    text, paragraphs = noted.article.text, noted.layout.paragraphs
    starts = [start for start, _ in paragraphs]
    places = [bisect_right(starts, doc[start].idx) - 1 for start, _ in years]
    for n, ((start, after), k) in enumerate(zip(years, places, strict=True)):
        stop = places[n + 1] if n + 1 < len(places) else len(paragraphs)
        end = _below(text, paragraphs[k + 1 : stop])
        yield start, max(after, _first_from(doc, end))


def _first_from(doc: Doc, offset: int) -> int:
    """Return the first token of ``doc`` that begins at ``offset`` or later."""
    return int(np.searchsorted(doc.to_array([IDX]), offset))


def _below(text: str, paragraphs: Sequence[tuple[int, int]]) -> int:
    """Return where the lines of ``paragraphs`` end that no empty one parts."""
    reached = 0
    for start, end in paragraphs:
        if reached and text[reached:start].count("\n") > 1:
            break
        reached = end
    return reached
