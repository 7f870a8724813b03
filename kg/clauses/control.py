"""Who does what somebody is asked, accused or kept from doing: the complements of control verbs."""

from __future__ import annotations

from collections.abc import Iterable

from kg.clauses.giving import BARE, is_term
from kg.lexicon import Lexicon
from kg.nlp.tree import Tree

# Who is addressed stands in these phrases: "called on Oman to come", "pleaded with the rebels to stop".
ADDRESSED = {
    "call": ("on", "upon"),
    "prevail": ("on", "upon"),
    "rely": ("on", "upon"),
    "count": ("on", "upon"),
    "lean": ("on",),
    "press": ("on", "for"),
    "impress": ("on", "upon"),
    "appeal": ("to",),
    "plead": ("with",),
    "reason": ("with",),
    "push": ("for",),
    "wait": ("for",),
    "arrange": ("for",),
    "signal": ("to",),
    "look": ("to",),
    "critical": ("of",),
    "grateful": ("to",),
    "thankful": ("to",),
    "angry": ("with", "at"),
    "furious": ("with", "at"),
}
# "accused Chad of arming", "kept the crew from leaving", "thanked Peru for sending": the object is who does it.
GERUNDS = frozenset({"of", "from", "for", "against", "into", "with"})
OBJECT_OF_GERUND = frozenset(
    (
        "accuse suspect convict acquit warn prevent stop bar ban block keep dissuade discourage deter thank praise "
        "blame condemn criticize criticise denounce rebuke punish fine commend credit congratulate fault scold arrest "
        "charge reprimand chide exempt restrain prohibit forgive absolve caution pressure push talk "
        "sanction attack slam decry lambast castigate chastise hail laud applaud reproach berate penalize penalise sue"
    ).split()
)
# What is demanded is a thing, and what follows its purpose: "demanded troops to guard the road".
OF_THINGS = frozenset("demand seek require need propose recommend request".split())
# "gave the envoy two days to leave": the envoy is to leave.
ALLOTTING = frozenset({"give", "grant", "allow"})


# What people are held on is what they may have done.
CHARGES = frozenset("suspicion charge allegation accusation count".split())


def is_charge(tree: Tree, noun: int) -> bool:
    """Return whether ``noun`` is what somebody is "arrested on" or "jailed over": "on suspicion of arming rebels"."""
    held = tree.dep[noun] == "obl" and tree.preposition(noun) in ("on", "over", "under")
    return tree.lemma[noun] in CHARGES and held


# "The second State to sign": it has signed.
RANKS = frozenset("first second third fourth fifth last latest only sole".split())


def is_ranked(tree: Tree, noun: int) -> bool:
    """Return whether ``noun`` is "the first State", "the only minister"; what follows with "to", it does or did."""
    return any(tree.lower[kid] in RANKS for kid in tree.children(noun, "amod"))


def addressee(tree: Tree, verb: int) -> int:
    """Return the token of whom ``verb`` addresses in a phrase ("call on Oman"), -1 for none."""
    wanted = ADDRESSED.get(tree.lemma[verb], ())
    return next((kid for kid in tree.children(verb, "obl") if kid > verb and tree.preposition(kid) in wanted), -1)


def complement(tree: Tree, lexicon: Lexicon, predicates: Iterable[int]) -> None:
    """Mark as complements what the parse took for adverbial clauses of control verbs.

    "called on Oman to sign" and "accused Chad of arming the rebels" say what Oman and Chad do.
    """
    for i in predicates:
        if tree.dep[i] == "advcl" and tree.child(i, "nsubj", "nsubj:pass") is None and _is_controlled(tree, lexicon, i):
            tree.dep[i] = "xcomp"


def _is_controlled(tree: Tree, lexicon: Lexicon, i: int) -> bool:
    verb = tree.head[i]
    marks = {tree.lower[kid] for kid in tree.children(i, "mark", "case")}
    whom = [kid for kid in tree.children(verb, "obj", "iobj", "nsubj:pass") if kid < i]
    gerund = tree.tag[i] == "VBG" or any(tree.tag[kid] == "VBG" for kid in tree.children(i, "aux", "aux:pass"))
    if gerund and marks & GERUNDS:
        # "critical of Chad for firing on crowds"
        judged = tree.pos[verb] == "ADJ" and -1 < addressee(tree, verb) < i and "for" in marks
        return judged or (bool(whom) and tree.lemma[verb] in OBJECT_OF_GERUND)
    if "to" not in marks or i < verb:
        return False
    if -1 < addressee(tree, verb) < i:
        return True
    if whom and tree.lemma[verb] in ALLOTTING and any(is_term(tree, k) for k in tree.children(verb, "obj", *BARE)):
        return True
    known = lexicon.complement(tree.lemma[verb], "verb") if tree.lemma[verb] not in OF_THINGS else None
    return bool(whom) and known is not None and known.type == "Request"
