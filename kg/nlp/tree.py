"""The parse of a document as plain lists, so that the rules that walk it cost little."""

from __future__ import annotations

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, LOWER, ORTH, POS, SENT_START, SPACY, TAG
from spacy.tokens import Doc

from kg.nlp.annotations import KEY, notes
from kg.nlp.mending import Mending

# Relations under which a noun phrase's own words end and something else begins.
LOOSE = frozenset({"appos", "acl:relcl", "parataxis", "conj", "cc", "punct", "list", "dep"})


def columns(doc: Doc, *attributes: int) -> list[list[str]]:
    """Return the strings of each of ``attributes``, by token; a tenth of the time that asking each token takes."""
    # The words themselves never change; what the parse says of them may.
    kept: dict[int, list[str]] = doc.user_data.setdefault(COLUMNS, {})
    asked = [attribute for attribute in attributes if attribute not in kept]
    found = dict(kept)
    if asked:
        table = doc.to_array([*asked]).reshape(len(doc), len(asked)).T.astype(np.uint64)
        strings = doc.vocab.strings
        if len(_STRINGS) > MOST_STRINGS:
            _STRINGS.clear()
        for attribute, column in zip(asked, table, strict=True):
            ids = column.tolist()
            for i in set(ids).difference(_STRINGS):
                _STRINGS[i] = strings[i]
            found[attribute] = [_STRINGS[i] for i in ids]
            if attribute in (ORTH, LOWER):
                kept[attribute] = found[attribute]
    return [found[attribute] for attribute in attributes]


COLUMNS = "kg.columns"
# What an id stands for is the same in every vocabulary: a hash of the string.
_STRINGS: dict[int, str] = {}
MOST_STRINGS = 200_000
# How far behind the last word one may look.
EMPTY = ("",) * 5


# What a sign of money stands for: "$5 million in aid" are dollars.
CURRENCIES = {"$": "dollar", "US$": "dollar", "£": "pound", "€": "euro", "¥": "yen"}


# Words that are also written as one: "a cease-fire".
HYPHENED = {
    ("cease", "fire"): "ceasefire",
    ("air", "strike"): "airstrike",
    ("air", "space"): "airspace",
    ("peace", "keeper"): "peacekeeper",
    ("co", "operation"): "cooperation",
    ("co", "operate"): "cooperate",
    ("war", "plane"): "warplane",
    ("war", "ship"): "warship",
    ("re", "open"): "reopen",
}


class Tree(Mending):
    """Universal Dependencies of one ``doc``: heads, relations, children, word classes, by token index.

    ``left`` and ``right`` are the first and last token of each subtree (both included), ``sentence`` the index
    of the first token of a token's sentence; token ``i`` is the characters ``starts[i]`` to ``ends[i]``.
    """

    def __init__(self, doc: Doc) -> None:
        """Read ``doc`` once; it must be parsed."""
        size = len(doc)
        table = doc.to_array([HEAD, SENT_START, SPACY])
        self.doc = doc
        self.whole = notes(doc).article.text if KEY in doc.user_data else doc.text
        self.head: list[int] = (table[:, 0].astype(np.int64) + np.arange(size)).tolist()
        starts = table[:, 1].astype(np.int64) == 1
        if size:
            starts[0] = True
        bounds = np.append(np.flatnonzero(starts), size)
        lengths = np.diff(bounds)
        self.sentence_starts: list[int] = bounds[:-1].tolist()
        self.sentence: list[int] = np.repeat(bounds[:-1], lengths).tolist()
        self.sentence_ends: list[int] = np.repeat(bounds[1:], lengths).tolist()
        text, *found = columns(doc, ORTH, LOWER, LEMMA, DEP, POS, TAG)
        # Who looks at the word before the first or behind the last sees an empty one.
        self.text, self.lower, lemma, self.dep, self.pos, self.tag = ([*column, *EMPTY] for column in (text, *found))
        sizes = np.array([len(word) for word in text], np.int64)
        after = np.cumsum(sizes + table[:, 2].astype(np.int64))
        self.starts: list[int] = [0, *after.tolist()][:size]
        self.ends: list[int] = (np.array(self.starts, np.int64) + sizes).tolist()
        lower = {word: CURRENCIES.get(word) or word.lower() for word in set(lemma)}
        self.lemma = [lower[word] for word in lemma]
        for i in (i for i in range(2, size) if self.lower[i - 1] == "-"):
            self.lemma[i] = HYPHENED.get((self.lower[i - 2], self.lemma[i]), self.lemma[i])
        self.reattach()
        self.mend_telling()
        self.settle()

    def _unknot(self) -> None:
        """Make the first word of a circle of heads, which mending may leave in a garbled sentence, a root."""
        walked = [0] * len(self.head)
        for start in range(len(self.head)):
            i = start
            while not walked[i] and self.head[i] != i:
                walked[i] = start + 1
                i = self.head[i]
            if walked[i] == start + 1 and self.head[i] != i:
                self.head[i], self.dep[i] = i, "ROOT"
            walked[i] = walked[i] or start + 1

    def settle(self) -> None:
        """Find the children and the reach of each token by the heads as they are now."""
        self._unknot()
        size = len(self.head)
        self._prepositions: dict[int, str] = {}
        self.kids: list[list[int]] = [[] for _ in range(size)]
        for i, head in enumerate(self.head):
            if head != i:
                self.kids[head].append(i)
        left, right = list(range(size)), list(range(size))
        for i in self._bottom_up():
            head = self.head[i]
            if left[i] < left[head]:
                left[head] = left[i]
            if right[i] > right[head]:
                right[head] = right[i]
        self.left, self.right = left, right

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.head)

    def _bottom_up(self) -> list[int]:
        """Return the tokens so that each comes after all that depend on it."""
        order: list[int] = []
        stack = [i for i, head in enumerate(self.head) if head == i]
        while stack:
            i = stack.pop()
            order.append(i)
            stack.extend(self.kids[i])
        return order[::-1]

    def sentence_end(self, i: int) -> int:
        """Return the token index just past the sentence of token ``i``."""
        return self.sentence_ends[i]

    def children(self, i: int, *relations: str) -> list[int]:
        """Return the dependents of ``i`` that bear one of ``relations``, in order."""
        dep, found = self.dep, []
        # A comprehension would cost half as much again for so few.
        for kid in self.kids[i]:
            if dep[kid] in relations:
                found.append(kid)
        return found

    def to_be(self, noun: int) -> list[int]:
        """Return the participles of "the summit to be held in Lima" that tell what awaits ``noun``."""
        return [k for k in self.children(noun, "acl") if self.lower[k - 2 : k] == ["to", "be"]]

    def child(self, i: int, *relations: str) -> int | None:
        """Return the first dependent of ``i`` that bears one of ``relations``."""
        dep = self.dep
        for kid in self.kids[i]:
            if dep[kid] in relations:
                return kid
        return None

    def conjuncts(self, i: int) -> list[int]:
        """Return ``i`` and what is coordinated with it, however the parse nests them."""
        dep, found = self.dep, [i]
        for item in found:
            for kid in self.kids[item]:
                if dep[kid] == "conj" and self.pos[kid] != "VERB" and not self._is_denied(kid):
                    found.append(kid)
        return sorted(found) if len(found) > 1 else found

    def _is_denied(self, i: int) -> bool:
        """Return whether conjunct ``i`` is what is ruled out: "thanked Chad, not Mali"."""
        before = min([i, *(kid for kid in self.kids[i] if self.dep[kid] in ("det", "case", "amod", "compound"))]) - 1
        return before > 0 and self.lower[before] == "not"

    def first(self, i: int) -> int:
        """Return the first of the coordination that ``i`` belongs to."""
        while self.dep[i] == "conj" and self.head[i] != i:
            i = self.head[i]
        return i

    def preposition(self, i: int) -> str:
        """Return the preposition of ``i``, its fixed parts joined ("according to"), or the empty string.

        The second member of a coordination takes the first one's.
        """
        found = self._prepositions.get(i)
        if found is None:
            found = self._prepositions[i] = self._preposition(i)
        return found

    def _preposition(self, i: int) -> str:
        words: list[str] = []
        dep = self.dep
        for kid in self.kids[i]:
            if dep[kid] == "case" and kid < i:
                if not words and kid and self.lower[kid - 1] in ("together", "along") and self.lower[kid] == "with":
                    words.append(self.lower[kid - 1])
                words.append(self.lower[kid])
                words += [self.lower[part] for part in self.kids[kid] if self.dep[part] == "fixed"]
        if words:
            return " ".join(words)
        if self.dep[i] == "conj" and self.head[i] != i:
            return self.preposition(self.head[i])
        # "of rebel leader Ana Soto": the preposition may hang on the title.
        for kid in self.kids[i]:
            if dep[kid] == "nmod:desc" and kid < i:
                return self.preposition(kid)
        return ""

    def span(self, i: int, *, loose: frozenset[str] = LOOSE) -> tuple[int, int]:
        """Return the (start, end) tokens of the phrase that ``i`` heads, less what only hangs on to it.

        The phrase is cut at the first dependent on either side whose relation is in ``loose``.
        """
        start, end = i, i + 1
        for kid in reversed([kid for kid in self.kids[i] if kid < i]):
            if self.dep[kid] in loose and not (self.dep[kid] == "punct" and self.text[kid] in "\"'“‘-–"):
                break
            start = min(start, self.left[kid])
        for kid in (kid for kid in self.kids[i] if kid > i):
            if self.dep[kid] in loose and self.text[kid] not in {"-", "–", "/"}:
                break
            end = max(end, self.right[kid] + 1)
        return start, end

    def words(self, start: int, end: int) -> str:
        """Return the text of the tokens ``start`` to ``end``, with single spaces for any whitespace."""
        return " ".join(self.whole[self.starts[start] : self.ends[end - 1]].split()) if start < end else ""
