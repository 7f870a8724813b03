"""Dictionary forms of words: a table of exceptions and known verbs, then rules of spelling."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

import numpy as np
import numpy.typing as npt
from spacy.attrs import LEMMA, ORTH, POS, TAG
from spacy.tokens import Doc
from spacy.vocab import Vocab

TABLE = Path(__file__).parent / "lemmas.tsv"

# Classes whose words are their own lemma, capitals kept.
VERBATIM = frozenset({"PROPN", "PUNCT", "NUM", "SYM", "X", "SPACE", ""})
ANY = "*"
# Tags of base forms, to which only an exception for the very tag applies.
BASE = frozenset({"VB", "VBP", "NN", "JJ", "RB"})

# "retook", "withdrew", "overthrew": irregular verbs with something before them.
PREFIXES = ("re", "over", "under", "out", "mis", "un", "fore", "with")

# By PTB tag: endings to try, the longest first, and what takes their place.
_RULES: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "NNS": (
        ("ies", ("y",)),
        ("sses", ("ss",)),
        ("ches", ("ch",)),
        ("shes", ("sh",)),
        ("xes", ("x",)),
        ("zzes", ("zz",)),
        ("men", ("man",)),
        ("ss", ("ss",)),
        ("us", ("us",)),
        ("s", ("",)),
    ),
    "VBZ": (("ies", ("y", "ie")), ("es", ("e", "")), ("s", ("",))),
    "VBD": (("ied", ("y", "ie")), ("ed", ("e", ""))),
    "VBN": (("ied", ("y", "ie")), ("ed", ("e", ""))),
    "VBG": (("ying", ("y", "ie")), ("ing", ("e", ""))),
    "JJR": (("ier", ("y",)), ("er", ("e", ""))),
    "JJS": (("iest", ("y",)), ("est", ("e", ""))),
}
_RULES = {**_RULES, "RBR": _RULES["JJR"], "RBS": _RULES["JJS"]}

# A verb stem with this ending lost an "e" ("modernized", "surging"), where the table does not know the verb.
_LOST_E = (
    "at",
    "iz",
    "is",
    "yz",
    "v",
    "c",
    "u",
    "rg",
    "dg",
    "ag",
    "nc",
    "rs",
    "ns",
    "bl",
    "tl",
    "pl",
    "gl",
    "dl",
    "fl",
)


class Lemmatizer:
    """Looks lemmas up and remembers them."""

    def __init__(self, table: Mapping[tuple[str, str, str], str]) -> None:
        """Take lemmas by (UPOS, PTB tag or ``*``, form in lower case)."""
        self._table = table
        self._seen: dict[tuple[int, int, int], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Return ``doc``, which has classes and tags, with lemmas: for pipelines that give none."""
        if len(doc):
            orths, upos, tags = np.asarray(doc.to_array([ORTH, POS, TAG]), np.uint64).T
            doc.from_array([LEMMA], cast(Any, self.lemmas(doc.vocab, orths, upos, tags)[:, None]))
        return doc

    def lemma(self, form: str, upos: str, tag: str) -> str:
        """Return the lemma of ``form`` as a word of class ``upos`` with the PTB ``tag``."""
        lower = form.lower().replace("’", "'")
        known = self._table.get((upos, tag, lower))
        if known is None and tag not in BASE:
            known = self._table.get((upos, ANY, lower))
        if known is not None:
            return known
        if upos in VERBATIM:
            return form
        if upos == "VERB":
            if tag in BASE and lower.endswith("ing") and len(lower) > 5:
                # "denied signing": a participle in the place of an infinitive.
                tag = "VBG"
            for prefix in PREFIXES:
                base = self._table.get((upos, ANY, lower[len(prefix) :])) if lower.startswith(prefix) else None
                if base is not None and base != lower[len(prefix) :]:
                    return prefix + base
        found = self._by_rule(lower, upos, tag)
        if found == lower and upos == "VERB" and (upos, ANY, lower) not in self._table:
            # "regrets" under the tag of a past
            others = (self._by_rule(lower, upos, other) for other in ("VBZ", "VBD", "VBG"))
            return next((lemma for lemma in others if (upos, ANY, lemma) in self._table), found)
        return found

    def _by_rule(self, form: str, upos: str, tag: str) -> str:
        """Return what the rules of ``tag`` make of ``form``."""
        for ending, replacements in _RULES.get(tag, ()):
            if len(form) <= len(ending) + 1 or not form.endswith(ending):
                continue
            stem = form[: -len(ending)]
            options = [stem + new for new in replacements]
            known = [word for word in options if (upos, ANY, word) in self._table]
            if known or len(options) == 1:
                return (known or options)[0]
            undoubled = stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "slfz" else stem
            return options[0] if options[0].endswith("y") or stem.endswith(_LOST_E) else undoubled
        return form

    def lemmas(
        self,
        vocab: Vocab,
        orths: npt.NDArray[np.uint64],
        upos: npt.NDArray[np.uint64],
        tags: npt.NDArray[np.uint64],
    ) -> npt.NDArray[np.uint64]:
        """Return ids of lemmas for ids of forms, classes and tags, all (words,) and of ``vocab``."""
        found = []
        strings = vocab.strings
        for key in zip(orths.tolist(), upos.tolist(), tags.tolist(), strict=True):
            lemma = self._seen.get(key)
            if lemma is None:
                form, word_class, tag = (strings[i] if i else "" for i in key)
                lemma = strings.add(self.lemma(form, word_class, tag))
                if len(self._seen) < 500_000:
                    self._seen[key] = lemma
            found.append(lemma)
        return np.array(found, np.uint64)


@cache
def load_lemmas(path: Path = TABLE) -> Mapping[tuple[str, str, str], str]:
    """Return the table at ``path``: lemmas by (UPOS, PTB tag or ``*``, form)."""
    table = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        upos, tag, form, lemma = line.split("\t")
        table[upos, tag, form] = lemma
    return table
