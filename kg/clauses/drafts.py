"""What a text says that was blocked or is only proposed: "vetoed a resolution condemning Chad"."""

from __future__ import annotations

from kg.clauses.moods import NEGATIONS, is_marked
from kg.clauses.supposing import UNDONE
from kg.model import Status
from kg.nlp.tree import Tree

TEXTS = frozenset(
    "statement resolution motion declaration communique communiqué letter text draft bill document amendment petition "
    "decision decree law measure proposal move vote plan bid attempt effort".split()
)
# What was done to a text that then says nothing.
STOPPING = UNDONE | frozenset("veto defeat reject stop prevent withdraw bury kill".split())
OPENING = frozenset(
    "oppose delay draft prepare propose consider debate discuss weigh study table circulate seek demand want plan "
    "submit postpone resist fight obstruct stall dispute".split()
)
PARTICLES: dict[tuple[str, str], Status] = {
    ("vote", "down"): "negated",
    ("vote", "against"): "hypothetical",
    ("hold", "up"): "hypothetical",
}


def drafted(tree: Tree, i: int) -> Status | None:
    """Return the status of what the clause of ``i`` says of a text, by what was done to that; None if nothing was."""
    text = tree.head[i]
    said = tree.tag[i] == "VBG" or is_marked(tree, i, "to")
    if tree.dep[i] != "acl" or not said or tree.lemma[text] not in TEXTS or tree.dep[text] == "conj":
        return None
    verb = tree.head[text]
    if tree.pos[verb] != "VERB" or tree.dep[text] not in ("obj", "nsubj:pass", "obl"):
        return None
    words = [tree.lower[k] for k in tree.children(verb, "compound:prt", "advmod")] + [tree.preposition(text)]
    for word in words:
        if (found := PARTICLES.get((tree.lemma[verb], word))) is not None:
            return found
    if tree.dep[text] == "obl":
        return None
    if tree.lemma[verb] in STOPPING:
        return "negated"
    return "hypothetical" if tree.lemma[verb] in OPENING or _is_refused(tree, verb) else None


def _is_refused(tree: Tree, verb: int) -> bool:
    """Return whether ``verb`` is not done: "refused to sign a statement condemning Chad", "did not adopt it"."""
    above = tree.head[verb] if tree.dep[verb] == "xcomp" else verb
    denied = any(tree.lower[k] in NEGATIONS for k in tree.children(verb, "advmod"))
    return denied or (above != verb and tree.lemma[above] in ("refuse", "decline", "fail"))
