"""Acronyms that a text explains: "African Union (AU)", "AU (African Union)"."""

from __future__ import annotations

from spacy.tokens import Doc

from kg.nlp.annotations import Annotations, TokenMention

SMALL = frozenset({"of", "the", "and", "for", "on", "in", "to", "de", "du", "des", "la"})


def glosses(doc: Doc, noted: Annotations) -> list[tuple[TokenMention, TokenMention]]:
    """Return the pairs of mentions of which one stands in brackets after the other and one abbreviates the other.

    Source: Schwartz and Hearst 2003, in the form that initials give.
    """
    ending = {mention.end: mention for mention in noted.mentions}
    found = []
    for mention in noted.mentions:
        before = mention.start - 1
        if before < 1 or doc[before].text != "(" or mention.end >= len(doc) or doc[mention.end].text != ")":
            continue
        other = ending.get(before)
        if other is None:
            continue
        a, b = doc[other.start : other.end].text, doc[mention.start : mention.end].text
        if abbreviates(b, a) or abbreviates(a, b):
            found.append((other, mention))
    return found


def abbreviates(short: str, long: str) -> bool:
    """Return whether the letters of ``short`` are the initials of ``long``, small words counted or not."""
    letters = [c for c in short if c.isalpha()]
    words = long.replace("-", " ").split()
    if not 2 <= len(letters) <= 10 or len(words) < 2 or " " in short.strip():
        return False
    upper = "".join(letters).upper()
    everything = "".join(word[0] for word in words if word[0].isalpha()).upper()
    capitals = "".join(word[0] for word in words if word.lower() not in SMALL and word[0].isalpha()).upper()
    return upper in (everything, capitals)
