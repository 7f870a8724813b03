"""How alike two labels are: as bags of their content words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache

DETERMINERS = frozenset(
    "the a an this that these those its his her their our my your whose some any such all both each every no".split()
)
STOP = DETERMINERS | frozenset("of on in at to for and with by between".split())


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Return ``text`` in lower case, without accents, punctuation, possessive endings or a leading article."""
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if not unicodedata.combining(c)).lower()
    text = re.sub(r"[\u2018\u2019']s\b", "", text)
    text = re.sub(r"[^\w\s]", " ", text)
    return re.sub(r"\s+", " ", re.sub(r"^\s*(the|an?)\s+", "", text)).strip()


@lru_cache(maxsize=50_000)
def content(text: str) -> Counter[str]:
    """Return the content words of ``text``, plurals undone, with how often each occurs; not to be changed."""
    return Counter(re.sub(r"(?<=\w{3})s$", "", word) for word in fold(text).split() if word not in STOP)


def likeness(a: Counter[str], b: Counter[str]) -> float:
    """Return the Dice coefficient of two bags of words."""
    common = sum((a & b).values())
    return 2 * common / (sum(a.values()) + sum(b.values())) if common else 0.0


class Bags:
    """Bags of words and what they stand for, found by the words that they share with another."""

    def __init__(self) -> None:
        """Begin without any."""
        self._known: list[tuple[Counter[str], str]] = []
        self._having: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, bag: Counter[str], thing: str) -> None:
        """Keep ``bag`` of ``thing``."""
        for word in bag or ("",):
            self._having[word].append(len(self._known))
        self._known.append((bag, thing))

    def sharing(self, bag: Counter[str]) -> Iterator[tuple[Counter[str], str]]:
        """Yield the bags that have a word of ``bag``, or none as it has none, and their things, as they came."""
        having = (self._having[word] for word in bag or ("",) if word in self._having)
        return (self._known[i] for i in sorted({i for numbers in having for i in numbers}))
