"""Brackets inside sentences: asides that are read apart, and what an editor put in."""

from __future__ import annotations

from spacy.attrs import ORTH
from spacy.tokens import Doc

from kg.nlp.annotations import KEY
from kg.nlp.tree import columns

LONGEST_ASIDE = 24


def brackets(doc: Doc) -> list[tuple[int, int]]:
    """Return the (start, end) tokens of short bracketed asides, which are read apart from their sentence.

    A gloss such as "SCO (Shanghai Cooperation Organization)" in the middle of a long sentence breaks its tree.
    """
    found: list[tuple[int, int]] = []
    if not _has(doc, "("):
        return found
    opened = -1
    skip = doc.user_data[KEY].layout.dateline if KEY in doc.user_data else None
    for i, text in enumerate(columns(doc, ORTH)[0]):
        if text.isspace():
            opened = -1 if "\n" in text else opened
        elif text == "(":
            opened = i
        elif text == ")" and opened > 0:
            token = doc[i]
            apart = skip is None or not skip.start <= token.idx < skip.end
            words = [t for t in doc[opened + 1 : token.i] if not t.is_space]
            whole = 1 <= len(words) <= LONGEST_ASIDE and len(words) == token.i - opened - 1
            if apart and whole and not doc[opened - 1].is_space and doc[opened - 1].idx > 0:
                found.append((opened, token.i + 1))
            opened = -1
    return found


def insertions(doc: Doc) -> set[int]:
    """Return the square brackets around a few words inside a sentence, which an editor added."""
    found: set[int] = set()
    if not _has(doc, "["):
        return found
    opened = -1
    for i, text in enumerate(columns(doc, ORTH)[0]):
        if text == "[" and i and not doc[i - 1].is_space:
            opened = i
        elif text.isspace():
            opened = -1 if "\n" in text else opened
        elif text == "]" and opened >= 0:
            if 1 < i - opened <= LONGEST_ASIDE and any(t.is_alpha for t in doc[opened + 1 : i]):
                found |= {opened, i}
            opened = -1
    return found


def _has(doc: Doc, mark: str) -> bool:
    """Return whether ``mark`` is a token of ``doc``."""
    return bool((doc.to_array(ORTH) == doc.vocab.strings[mark]).any())
