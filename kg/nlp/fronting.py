"""What follows a fronted phrase: "In a letter to Ana Soto, Chad's envoy, Luis Vega, accused Mali"."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, HEAD, POS, SENT_START, TAG
from spacy.tokens import Doc

from kg.nlp.moments import DEICTIC_DAYS

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
CLAUSES = frozenset({"ROOT", "ccomp", "parataxis", "advcl", "conj"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl"})
FRONTED = frozenset({"obl", "advcl", "nmod", "obl:tmod", "obl:unmarked"})
VERBAL, NAMING = frozenset({"VERB", "AUX"}), frozenset({"NOUN", "PROPN"})
BESIDE = frozenset({"appos", "conj", "list", "dep"})
# A subject stands no further before its verb.
REACH = 60
# How many words a fronted phrase has that was taken for a sentence.
LENGTH = 8


def fronting(doc: Doc) -> Doc:
    """Give each finite verb of ``doc`` that has none the subject that was taken for more of the phrase before it."""
    if not len(doc):
        return doc
    _rejoin(doc)
    ids: npt.NDArray[np.uint64] = doc.to_array([HEAD, DEP, POS, TAG]).astype(np.uint64)
    places = np.arange(len(doc))
    heads = ids[:, 0].astype(np.int64) + places
    dep, pos, tag = (ids[:, column] for column in (1, 2, 3))
    number = doc.vocab.strings.add

    def among(column: npt.NDArray[np.uint64], words: frozenset[str]) -> npt.NDArray[np.bool_]:
        # For an article's few hundred words a set is sooner asked than np.isin.
        wanted = {number(word) for word in words}
        return np.array([value in wanted for value in column.tolist()], bool)

    fronted = among(dep, FRONTED) & (heads > places)
    bare = np.ones(len(doc), bool)
    bare[heads[among(dep, SUBJECTS)]] = False
    bare &= among(dep, CLAUSES) & among(pos, VERBAL)
    # What goes on with a verb before shares its subject.
    bare &= ~((dep == number("conj")) & (heads < places))
    finite = among(tag, FINITE)
    order = np.argsort(heads, kind="stable")
    for verb in np.unique(heads[fronted & bare[heads]]).tolist():
        first, last = np.searchsorted(heads, [verb, verb + 1], sorter=order).tolist()
        kids = sorted(order[first:last].tolist())
        phrase = next(k for k in kids if fronted[k])
        end = min((k for k in (*kids, verb) if finite[k] and phrase < k <= verb), default=-1)
        if end > 0:
            _give_subject(doc, verb, phrase, end, heads)
    return doc


def _rejoin(doc: Doc) -> None:
    """Join each phrase that was taken for a sentence to what follows it: "On Friday Minister Holt leaves"."""
    starts = np.flatnonzero(doc.to_array([SENT_START]) == 1)
    if not len(starts):
        return
    short = np.flatnonzero(np.diff(starts) <= LENGTH)
    for first, after in zip(starts[short].tolist(), starts[short + 1].tolist(), strict=True):
        last, follower = doc[after - 1], doc[after]
        alone = after == first + 1 and doc[first].lower_ in DEICTIC_DAYS
        if not (alone or doc[first].pos_ == "ADP") or last.is_punct or last.is_space or follower.is_space:
            continue
        root, verb = last.sent.root, follower.sent.root
        if (alone or root.pos_ in NAMING) and verb.pos_ in VERBAL and root.i >= first:
            root.head, root.dep_ = verb, "obl"


def _give_subject(doc: Doc, verb: int, phrase: int, end: int, heads: npt.NDArray[np.int64]) -> None:
    """Take as subject of ``verb`` what stands between a comma after ``phrase`` and the first finite word at ``end``."""
    fitting: list[list[int]] = []
    for comma in (k for k in range(max(phrase, end - REACH) + 1, end - 1) if doc[k].text == ","):
        words = [k for k in range(comma + 1, end) if doc[k].dep_ not in ("punct", "advmod")]
        found = [k for k in words if not comma < heads[k] < end]
        if not found or doc[found[0]].pos_ not in NAMING:
            continue
        fits = all(doc[k].dep_ in BESIDE and phrase <= heads[k] < comma for k in found)
        if fits and not any(doc[k].dep_ == "cc" and k < found[0] for k in words) and not _is_place(doc, comma, found):
            fitting.append(found)
            if not (doc[found[0]].pos_ == "PROPN" and doc[found[0]].head.pos_ == "NOUN"):
                break
    if fitting:
        # "with the minister, Ana Soto, Chad's envoy, Luis Vega,": her name goes with the minister.
        found = fitting[-1]
        subject = doc[found[0]]
        subject.head, subject.dep_ = doc[verb], "nsubj"
        for other in found[1:]:
            doc[other].head, doc[other].dep_ = subject, "appos"


def _is_place(doc: Doc, comma: int, found: list[int]) -> bool:
    """Return whether the first word of ``found`` ends the phrase: "in Geneva, Switzerland, the envoy said"."""
    return len(found) > 1 and found[0] == comma + 1 and doc[comma + 2].text == ","
