"""Brackets inside sentences: asides that are read apart, and what an editor put in."""

from __future__ import annotations

from spacy.attrs import ORTH
from spacy.tokens import Doc

from kg.nlp.annotations import KEY

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
    for token in doc:
        if token.is_space:
            opened = -1 if "\n" in token.text else opened
        elif token.text == "(":
            opened = token.i
        elif token.text == ")" and opened > 0:
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
    for token in doc:
        if token.text == "[" and token.i and not doc[token.i - 1].is_space:
            opened = token.i
        elif token.is_space:
            opened = -1 if "\n" in token.text else opened
        elif token.text == "]" and opened >= 0:
            if 1 < token.i - opened <= LONGEST_ASIDE and any(t.is_alpha for t in doc[opened + 1 : token.i]):
                found |= {opened, token.i}
            opened = -1
    return found


def _has(doc: Doc, mark: str) -> bool:
    """Return whether ``mark`` is a token of ``doc``."""
    return bool((doc.to_array(ORTH) == doc.vocab.strings[mark]).any())
