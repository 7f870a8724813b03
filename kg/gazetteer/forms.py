"""Forms of names, found in text whatever its accents, points, hyphens, apostrophes and articles."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from kg.gazetteer.records import Form

_PIECE = re.compile(r"\w+(?:\.\w+)*\.?|[^\w\s'\-]")
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-", "–": "-"}
    | {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae"}
)
# The least length of an acronym that news also writes as a word: "UNICEF" and "Unicef", but never "Who" for "WHO".
_ACRONYM_AS_WORD = 5
# Up to this length a word is looked up in its own letter case only: "Mali", "Chad", "IS".
_SHORT_WORD = 4

# So many words are remembered as opening a form or not.
_MOST_WORDS = 100_000

# Only after these may "the" stand inside a name unwritten in its form.
_LINKS = frozenset("of and for in on to from against by with at de".split())

_Atoms = tuple[tuple[str, str], ...]


class _Node:
    """A step of the tree of forms: the words that may follow, and the forms that end here with their letter cases."""

    __slots__ = ("ends", "steps")

    def __init__(self) -> None:
        self.steps: dict[str, _Node] = {}
        self.ends: list[tuple[str, Form]] = []


class FormIndex:
    """A tree of forms by their words, so that one walk finds the longest form that begins at a word."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._root = _Node()
        exact: dict[str, list[Form]] = defaultdict(list)
        for form in forms:
            exact[form.name].append(form)
            self._grow(form)
        self._exact = {name: tuple(found) for name, found in exact.items()}
        self._opening: dict[str, bool] = {}

    def _grow(self, form: Form) -> None:
        atoms = _atoms(form.name)
        # "The Hague" needs its article, "the Kremlin" does not.
        kept = [atom for place, atom in enumerate(atoms) if atom[0] != "the" or (place == 0 and atom[1] == "The")]
        node = self._root
        for key, _ in kept:
            node = node.steps.setdefault(key, _Node())
        node.ends.append(("".join(_case(raw) for _, raw in kept), form))

    def forms(self, name: str) -> tuple[Form, ...]:
        """Return the forms written ``name``.

        Letter case counts for acronyms and for words of up to four letters, and elsewhere where it tells forms apart.
        """
        if name in self._exact:
            return self._exact[name]
        atoms = _atoms(name)
        found = self._find(atoms)
        if not found and atoms and atoms[0][0] == "the":
            found = self._find(atoms[1:])
        return found

    def _find(self, atoms: _Atoms) -> tuple[Form, ...]:
        node, raws = self._root, list[str]()
        for key, raw in atoms:
            step = node.steps.get(key)
            if step is not None:
                node = step
                raws.append(raw)
            elif key != "the" or not raws:
                return ()
        fitting = tuple(form for cases, form in node.ends if _fits(cases, raws))
        loose = (form for _, form in node.ends if form.kind != "acronym" and len(form.name) > _SHORT_WORD)
        return fitting or tuple(loose)

    def begins(self, word: str) -> bool:
        """Return whether a form may begin with ``word``."""
        known = self._opening.get(word)
        if known is None:
            first = _atoms(word)
            known = bool(first) and first[0][0] in self._root.steps
            if len(self._opening) < _MOST_WORDS:
                self._opening[word] = known
        return known

    def longest(self, words: Sequence[str], start: int) -> tuple[int, tuple[Form, ...]] | None:
        """Return the end (excluded) of the longest form that begins at ``words[start]``, and the forms written so.

        A capital in a form must be one in the text. "the" inside a form may come or go after a preposition or "and",
        not in "Washington the State Department"; a form begins with it only where it is part of the name ("The
        Hague"). A form ends where a word ends.
        """
        node, raws = self._root, list[str]()
        found: tuple[int, tuple[Form, ...]] | None = None
        for end in range(start, len(words)):
            stepped = False
            for key, raw in _atoms(words[end]):
                step = node.steps.get(key)
                stepped = step is not None
                if step is not None:
                    node = step
                    raws.append(raw)
                elif key != "the" or not raws or raws[-1] not in _LINKS:
                    return found
            if stepped and node.ends:
                fitting = tuple(form for cases, form in node.ends if _fits(cases, raws))
                found = (end + 1, fitting) if fitting else found
        return found


def mark_ambiguous(forms: Iterable[Form], listed: Iterable[str]) -> list[Form]:
    """Return ``forms`` sorted and without doubles, each marked if ``listed`` has it or if it names two entities."""
    unique = sorted(set(forms), key=lambda form: (form.name, form.entity, form.kind))
    known = frozenset(listed)
    named: dict[str, set[str]] = defaultdict(set)
    for form in unique:
        if form.kind not in ("capital", "metonym"):
            named[form.name].add(form.entity)
    return [
        replace(form, ambiguous=True) if form.name in known or len(named[form.name]) > 1 else form for form in unique
    ]


@lru_cache(maxsize=65536)
def _atoms(word: str) -> _Atoms:
    """Return the parts of ``word`` as (key, as written): no accents, points, hyphens or apostrophes; "&" is "and"."""
    plain = word.translate(_PLAIN)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    pieces = _PIECE.findall(plain)
    return tuple(("and" if piece == "&" else piece.replace(".", "").lower() or piece, piece) for piece in pieces)


def _case(raw: str) -> str:
    """Return the letter case that a word of a form asks for: ``U`` all capitals, ``T`` a first capital, ``l`` any."""
    if raw.isupper() and sum(c.isalpha() for c in raw) > 1:
        return "U"
    return "T" if raw[0].isupper() else "l"


def _fits(cases: str, raws: Sequence[str]) -> bool:
    """Return whether words as written have the capitals that a form asks for."""
    return all(
        case == "l" or raw.isupper() or (raw[0].isupper() and (case == "T" or len(raw) >= _ACRONYM_AS_WORD))
        for case, raw in zip(cases, raws, strict=True)
    )
