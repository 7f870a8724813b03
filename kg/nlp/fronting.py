"""Subjects after a fronted phrase: "In a letter to Ana Soto, Chad's envoy, Luis Vega, accused Mali"."""

from __future__ import annotations

import numpy as np
from spacy.attrs import DEP, HEAD, POS, TAG
from spacy.tokens import Doc

from kg.nlp.tree import columns

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
CLAUSES = frozenset({"ROOT", "ccomp", "parataxis", "advcl", "conj"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl"})
FRONTED = frozenset({"obl", "advcl", "nmod", "obl:tmod", "obl:unmarked"})
BESIDE = frozenset({"appos", "conj", "list", "dep"})
# A subject stands no further before its verb.
REACH = 60


def fronting(doc: Doc) -> Doc:
    """Give each finite verb of ``doc`` that has none the subject that was taken for more of the phrase before it."""
    dep, pos, tag = columns(doc, DEP, POS, TAG)
    heads: list[int] = (doc.to_array([HEAD])[:].astype(np.int64) + np.arange(len(doc))).tolist()
    kids: dict[int, list[int]] = {}
    for i, head in enumerate(heads):
        if dep[i] in SUBJECTS or dep[i] in FRONTED or tag[i] in FINITE:
            kids.setdefault(head, []).append(i)
    for verb, own in kids.items():
        if dep[verb] not in CLAUSES or pos[verb] not in ("VERB", "AUX") or (dep[verb] == "conj" and heads[verb] < verb):
            continue
        phrase = next((k for k in own if k < verb and dep[k] in FRONTED), -1)
        end = min((k for k in (*own, verb) if tag[k] in FINITE and phrase < k <= verb), default=-1)
        if phrase >= 0 and end > 0 and not any(dep[k] in SUBJECTS for k in own):
            _give_subject(doc, verb, phrase, end, (heads, dep, pos))
    return doc


def _give_subject(doc: Doc, verb: int, phrase: int, end: int, parse: tuple[list[int], list[str], list[str]]) -> None:
    """Take as subject of ``verb`` what stands between a comma after ``phrase`` and the first finite word at ``end``."""
    heads, dep, pos = parse
    fitting: list[list[int]] = []
    for comma in (k for k in range(max(phrase, end - REACH) + 1, end - 1) if doc[k].text == ","):
        words = [k for k in range(comma + 1, end) if dep[k] not in ("punct", "advmod")]
        found = [k for k in words if not comma < heads[k] < end]
        if not found or pos[found[0]] not in ("NOUN", "PROPN"):
            continue
        fits = all(dep[k] in BESIDE and phrase <= heads[k] < comma for k in found)
        if fits and not any(dep[k] == "cc" and k < found[0] for k in words) and not _is_place(doc, comma, found):
            fitting.append(found)
            if not (pos[found[0]] == "PROPN" and pos[heads[found[0]]] == "NOUN"):
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
