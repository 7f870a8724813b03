"""Names that the parse hung on their titles: "Secretary of State Ana Soto and Lena Holt met"."""

from __future__ import annotations

from kg.nlp.wordclasses import WordClasses

OFFICES = frozenset(
    "secretary minister president premier chancellor king queen prince speaker ambassador envoy commissioner chief "
    "head leader chairman chairwoman chairperson chair director governor mayor representative adviser advisor "
    "commander coordinator minister-president".split()
)
BARE = frozenset({"nmod", "appos", "flat", "nmod:desc"})
JOINED = BARE | {"compound", "conj"}


def title_of(words: WordClasses, name: int) -> int:
    """Return the title at which ``name`` was hung in "Secretary of State Ana Soto", else -1."""
    title = words.head[name]
    if words.dep[name] not in BARE or words.pos[name] != "PROPN" or title >= name - 2:
        return -1
    beside = words.pos[name - 1] in ("NOUN", "PROPN") and words.dep[name - 1] in JOINED
    within = any(words.lower[k] == "of" and words.dep[k] == "case" for k in range(title + 1, name))
    return title if beside and within and words.lower[title] in OFFICES else -1


def joined_title(words: WordClasses, i: int) -> int:
    """Return the title with whose bearer ``i`` was named, if the parse joined it to his name, else -1.

    What is done in "Secretary of State Ana Soto and Lena Holt met" is done by both.
    """
    name = words.head[i]
    return title_of(words, name) if name < i else -1
