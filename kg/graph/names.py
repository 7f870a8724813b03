"""Names of people as they are spelt from other scripts: one key for the ways to write one name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LETTERS = str.maketrans({"ø": "o", "ł": "l", "ı": "i", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})
# What one sound of another script becomes in English, French and German papers; in this order.
SPELLINGS = (
    ("dzh", "j"),
    ("zh", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("x", "ks"),
    ("q", "k"),
    ("y", "i"),
)
DOUBLED = re.compile(r"(.)\1+")
VOWELS = re.compile(r"[aeiou]")


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """Return the words of ``name`` in lower case without accents, points and apostrophes; hyphens part words."""
    text = unicodedata.normalize("NFKD", name.casefold().translate(LETTERS))
    plain = "".join(c for c in text if not unicodedata.combining(c))
    return tuple(re.sub(r"[^\w\s]", "", re.sub(r"[-‐‑–]", " ", plain)).split())


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """Return the key of one of ``words``: Sergei and Sergey, Zelenskyy and Zelenskiy have the same."""
    for written, key in SPELLINGS:
        word = word.replace(written, key)
    return DOUBLED.sub(r"\1", word)


def sounds(name: str) -> tuple[str, ...]:
    """Return the keys of the words of ``name``."""
    return tuple(sound(word) for word in words(name))


@lru_cache(maxsize=65536)
def skeleton(name: str) -> tuple[str, ...]:
    """Return the consonants of each word after its first letter: Mohammed and Muhammad have the same.

    A last "a" stays: it tells Maria from Mario and Petrova from Petrov.
    """
    keys = (sound(word).replace("w", "v") for word in words(name))
    return tuple(key[:1] + DOUBLED.sub(r"\1", VOWELS.sub("", key[1:])) + "a" * key.endswith("a") for key in keys)


def initials_fit(short: str, full: str) -> bool:
    """Return whether ``short`` is ``full`` with given names as initials: "S. Lavrov", "A.B. Smith"."""
    *given, family = words(re.sub(r"(?<=\.)(?=\w)", " ", short)) or ("",)
    *names, last = words(full) or ("",)
    if not given or sound(family) != sound(last) or len(given) > len(names):
        return False
    return all(len(initial) == 1 and name.startswith(initial) for initial, name in zip(given, names, strict=False))


def is_part(short: str, full: str) -> bool:
    """Return whether ``short`` is two or more words of ``full`` in its order, the last of both among them."""
    some, every = sounds(short), sounds(full)
    if len(some) < 2 or len(some) >= len(every) or some[-1] != every[-1]:
        return False
    rest = iter(every)
    return all(word in rest for word in some)
