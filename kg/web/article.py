"""An article's text cut into paragraphs and pieces: which words stand for what, and which sentences are cited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.web.library import Spot


class Piece(NamedTuple):
    """Words with the entity that they stand for, and whether the sentence around them is cited."""

    text: str
    entity: str | None
    cited: bool


class Sentence(NamedTuple):
    """Pieces of one sentence; ``anchor`` is the offset of its first character if it is cited."""

    anchor: int | None
    pieces: tuple[Piece, ...]


def marked(text: str, mentions: Iterable[Spot], cited: Sequence[tuple[int, int]]) -> list[list[Sentence]]:
    """Return the paragraphs of ``text`` as sentences; of overlapping mentions the first and longest counts."""
    spots = _apart(sorted(mentions, key=lambda spot: (spot.start, -spot.end)))
    paragraphs, at = [], 0
    for line in text.splitlines(keepends=True):
        end = at + len(line)
        if line.strip():
            paragraphs.append(list(_sentences(text, at, end, spots, cited)))
        at = end
    return paragraphs


def _apart(spots: Iterable[Spot]) -> list[Spot]:
    kept: list[Spot] = []
    for spot in spots:
        if spot.start < spot.end and (not kept or spot.start >= kept[-1].end):
            kept.append(spot)
    return kept


def _sentences(
    text: str, start: int, end: int, spots: Sequence[Spot], cited: Sequence[tuple[int, int]]
) -> Iterable[Sentence]:
    """Yield the stretches of a paragraph: a cited sentence, then what stands before the next, and so on."""
    at = start
    for first, last in cited:
        first, last = max(first, at), min(last, end)
        if first >= last:
            continue
        if at < first:
            yield Sentence(None, tuple(_pieces(text, at, first, spots, cited=False)))
        yield Sentence(first, tuple(_pieces(text, first, last, spots, cited=True)))
        at = last
    if at < end:
        yield Sentence(None, tuple(_pieces(text, at, end, spots, cited=False)))


def _pieces(text: str, start: int, end: int, spots: Sequence[Spot], *, cited: bool) -> Iterable[Piece]:
    at = start
    for spot in spots:
        first, last = max(spot.start, at), min(spot.end, end)
        if first >= last:
            continue
        if at < first:
            yield Piece(text[at:first], None, cited)
        yield Piece(text[first:last], spot.entity, cited)
        at = last
    if at < end:
        yield Piece(text[at:end], None, cited)
