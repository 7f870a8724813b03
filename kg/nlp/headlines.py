"""Headlines read as the sentences that they shorten: a comma for "and", "to" for the future, no verb for "is"."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any, cast

import numpy as np
from spacy.attrs import DEP, HEAD, POS, TAG
from spacy.tokens import Doc

from kg.nlp.annotations import notes

NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "PART", "X", "SYM"})
NAMING = frozenset({"NOUN", "PROPN"})
JOINED = frozenset({"CCONJ", "ADP", "PUNCT"})
# Forms that a plural subject may take; in headlines many are read as infinitives or participles.
PLURAL = frozenset({"VBP", "VB", "VBD", "VBN", "NNS"})
CONTENT = frozenset({"acl", "advcl", "parataxis", "xcomp", "dep", "acl:relcl", "conj", "ccomp"})
TALKS = frozenset({"talk", "negotiation", "consultation", "discussion", "meeting", "summit", "visit", "conference"})
HOLDING = frozenset("hold holds host hosts resume resumes begin begins open opens end ends join joins".split())
COMMAS = frozenset({",", "&", "and"})


def headlines(doc: Doc) -> Doc:
    """Mend the trees of the headlines of ``doc``."""
    noted = notes(doc)
    tree: _Tree | None = None
    for start, end in noted.layout.headlines:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None or noted.article.text[end - 1] in ".!?":
            continue
        tree = tree or _Tree(doc)
        for first, last in _parts(doc, span.start, span.end):
            tree.mend(first, last)
    if tree is not None and tree.changed:
        tree.write()
    return doc


def _parts(doc: Doc, start: int, end: int) -> list[tuple[int, int]]:
    """Return the parts of a headline between colons, semicolons and free-standing dashes."""
    cuts = [i for i in range(start, end) if doc[i].text in (":", ";", "--", "—", "–", "|")]
    cuts += [i for i in range(start + 1, end) if doc[i].text == "-" and doc[i].whitespace_ and doc[i - 1].whitespace_]
    edges = [start - 1, *sorted(cuts), end]
    return [(a + 1, b) for a, b in pairwise(edges) if b - a > 1]


@dataclass
class _Tree:
    """Heads and relations of a document as lists that can be changed and written back."""

    doc: Doc

    def __post_init__(self) -> None:
        """Read heads and relations."""
        table = self.doc.to_array([HEAD, DEP])
        self.head: list[int] = (table[:, 0].astype(np.int64) + np.arange(len(self.doc))).tolist()
        self.dep = [token.dep_ for token in self.doc]
        self.pos = [token.pos_ for token in self.doc]
        self.tag = [token.tag_ for token in self.doc]
        self.lower = [token.lower_ for token in self.doc]
        self.changed = False

    def write(self) -> None:
        """Put the changes into the document."""
        strings = self.doc.vocab.strings
        size = len(self.doc)
        table = np.empty((size, 4), np.uint64)
        table[:, 0] = (np.array(self.head, np.int64) - np.arange(size)).view(np.uint64)
        for column, labels in enumerate((self.dep, self.pos, self.tag), start=1):
            table[:, column] = [strings.add(label) for label in labels]
        self.doc.from_array([HEAD, DEP, POS, TAG], cast(Any, table))

    def mend(self, start: int, end: int) -> None:
        """Mend the headline, or part of one, in the tokens ``start`` to ``end``."""
        self._held(start, end)
        self._future(start, end)
        verb = self._verb(start, end)
        if verb >= 0:
            self._subjects(start, verb)
        else:
            self._away(start, end)

    def _hang(self, i: int, head: int, dep: str) -> None:
        """Hang ``i`` on ``head``, or make it a root if they are one; a tree has no circles."""
        k = head
        while self.head[k] != k:
            if k == i:
                return
            k = self.head[k]
        if k == i and head != i:
            return
        self.head[i], self.dep[i] = head, dep
        self.changed = True

    def _verb(self, start: int, end: int) -> int:
        """Return the first verb that heads the headline, -1 for none."""
        return next(
            (
                i
                for i in range(start, end)
                if self.pos[i] in ("VERB", "AUX")
                and (self.head[i] == i or not start <= self.head[i] < end)
                and i > start
            ),
            -1,
        )

    def _held(self, start: int, end: int) -> None:
        """Make the object of "Chad hosts talks" a noun where it was taken for the verb."""
        for i in range(start + 2, end):
            verb = i - 1
            if self.lower[i] != "talks" or self.pos[i] != "VERB" or self.lower[verb] not in HOLDING:
                continue
            for k in range(start, end):
                if self.head[k] == i and k not in (i, verb):
                    self._hang(k, verb if k < verb else i, "nmod" if k > i and self.dep[k] == "obl" else self.dep[k])
            self.pos[verb], self.tag[verb], self.pos[i], self.tag[i] = "VERB", "VBZ", "NOUN", "NNS"
            if self.head[verb] == i:
                self.head[verb], self.dep[verb] = (verb if self.head[i] == i else self.head[i]), self.dep[i]
            self.head[i], self.dep[i], self.changed = verb, "obj", True
            for k in range(start, verb):
                if self.head[k] == verb and self.pos[k] in NAMING:
                    self.dep[k] = "nsubj"

    def _future(self, start: int, end: int) -> None:
        """Make the infinitive of "Oman to host talks" the head, the noun that it hangs on its subject."""
        for i in range(start + 2, end):
            if self.tag[i] != "VB" or self.lower[i - 1] != "to" or self.dep[i] not in CONTENT:
                continue
            noun = self.head[i]
            while self.dep[noun] in ("appos", "conj") and start <= self.head[noun] < noun:
                noun = self.head[noun]
            bare = self.pos[noun] in NAMING and start <= noun < i and self.head[noun] == noun
            if bare and not any(self.pos[k] in ("VERB", "AUX") for k in range(start, i)):
                self.head[i], self.dep[i] = i, "ROOT"
                self._hang(noun, i, "nsubj")
                for k in range(noun + 1, end):
                    if self.head[k] == noun and k > i:
                        self._hang(k, i, "obl" if self.dep[k] == "nmod" else self.dep[k])
            return

    def _subjects(self, start: int, verb: int) -> None:
        """Coordinate "Chad, Mali" and "Chad envoy, Mali FM" before a plural ``verb``."""
        if self.tag[verb] not in PLURAL:
            return
        before = verb
        while before > start and (self.head[before - 1] == verb and self.dep[before - 1] in ("aux", "mark", "advmod")):
            before -= 1
        segments = self._segments(start, before)
        if len(segments) < 2:
            return
        heads = [self._head(a, b) for a, b in segments]
        if self._share(segments, heads[-1]) or any(head < 0 for head in heads):
            return
        first = heads[0]
        self.head[first], self.dep[first] = verb, "nsubj:pass" if self._is_passive(start, verb) else "nsubj"
        for head in heads[1:]:
            self.head[head], self.dep[head] = first, "conj"
        for (a, b), head in zip(segments, heads, strict=True):
            for i in range(a, b):
                if not a <= self.head[i] < b and i != head:
                    self.head[i], self.dep[i] = head, "compound" if i < head else "flat"
        for (_, end), head in zip(segments[:-1], heads[1:], strict=True):
            for i in range(end, end + 2):
                if self.lower[i] in COMMAS:
                    self.head[i], self.dep[i] = head, "punct" if self.lower[i] == "," else "cc"
        self.changed = True

    def _share(self, segments: list[tuple[int, int]], last: int) -> bool:
        """Give "Chad, Mali envoys" its envoys of both; return whether there are such."""
        start = segments[-1][0]
        owner = next((i for i in range(start, last) if self.head[i] == last and self._is_owner(i)), -1)
        single = all(b - a == 1 and self._is_owner(a) for a, b in segments[:-1])
        if last < 0 or owner < 0 or not single or self.tag[last] not in ("NNS", "NNPS"):
            return False
        first = segments[0][0]
        self.head[first], self.dep[first] = last, self.dep[owner]
        for i in [a for a, _ in segments[1:-1]] + [owner]:
            self.head[i], self.dep[i] = first, "conj"
        for _, end in segments[:-1]:
            self.head[end], self.dep[end] = end + 1, "punct"
        self.changed = True
        return True

    def _is_owner(self, i: int) -> bool:
        return self.doc[i].ent_type_ in ("GPE", "NORP", "ORG") and self.pos[i] in ("PROPN", "ADJ")

    def _segments(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the nominal phrases between commas in the tokens ``start`` to ``end``; none if there is more."""
        cuts = [i for i in range(start, end) if self.lower[i] in (",", "&")]
        if not cuts:
            return []
        cuts += [i for i in range(cuts[-1], end) if self.lower[i] == "and"]
        edges = [start - 1, *cuts, end]
        found = [(a + 1, b) for a, b in pairwise(edges) if b - a > 1]
        while found and self.pos[found[0][0]] in ("ADP", "ADV", "SCONJ"):
            # "After talks, Chad, Mali agree"
            found = found[1:]
        if len(found) < 2:
            return []
        plain = all(
            self.pos[i] in NOMINAL or (self.pos[i] in JOINED and a < i < b - 1) for a, b in found for i in range(a, b)
        )
        return found if plain else []

    def _head(self, start: int, end: int) -> int:
        """Return the token of a phrase that hangs on something outside it, a noun; -1 for none."""
        outside = [i for i in range(start, end) if not start <= self.head[i] < end or self.head[i] == i]
        nouns = [i for i in outside if self.pos[i] in NAMING]
        return nouns[-1] if nouns else -1

    def _is_passive(self, start: int, verb: int) -> bool:
        return any(self.dep[i] in ("nsubj:pass", "aux:pass") and self.head[i] == verb for i in range(start, verb))

    def _away(self, start: int, end: int) -> None:
        """Read "Soto in Oslo for talks with Vega" as her talks there."""
        talks = next(
            (
                i
                for i in range(start + 2, end)
                if self.doc[i].lemma_.lower() in TALKS and self.pos[i] == "NOUN" and self.dep[i] in ("nmod", "obl")
            ),
            -1,
        )
        if talks < 0:
            return
        root = self.head[talks]
        cases = {self.lower[i] for i in range(start, talks) if self.head[i] == talks and self.dep[i] == "case"}
        person = self.head[root] == root and self.pos[root] in NAMING and start <= root < talks
        if not person or not cases & {"for", "on"} or not any(self._is_in(i, root) for i in range(root + 1, talks)):
            return
        self.head[talks], self.dep[talks] = talks, "ROOT"
        for i in range(root + 1, end):
            if self.head[i] == root and i != talks and self.dep[i] in ("nmod", "obl"):
                self._hang(i, talks, "nmod")
        self._hang(root, talks, "nmod:poss")

    def _is_in(self, i: int, root: int) -> bool:
        """Return whether ``i`` says where ``root`` is."""
        return self.head[i] == root and any(
            self.head[k] == i and self.dep[k] == "case" and self.lower[k] in ("in", "at") for k in range(root, i)
        )
