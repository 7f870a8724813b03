"""What is told that nobody stands for: hearsay, rumours, weak evidence, what it "would be wrong to say"."""

from __future__ import annotations

from kg.clauses import moods
from kg.clauses.clause import Clause
from kg.lexicon import Lexicon
from kg.model import Status
from kg.nlp.tree import Tree

# "Is said to have armed them", "was accused of arming them": nobody stands for it.
HEARSAY = frozenset(
    "say report think believe understand rumour rumor allege suspect accuse blame claim presume assume suppose "
    "repute put charge indict try want prosecute".split()
)
PROOFS = frozenset({"evidence", "proof", "sign", "indication", "trace", "confirmation"})
WEAK = frozenset(
    "insufficient scant little thin weak inconclusive flimsy doubtful disputed questionable lacking sketchy shaky "
    "limited contested dubious".split()
)
RUMOURS = frozenset("rumour rumor talk word story legend gossip speculation tale".split())
UNPROVEN = frozenset(
    "unconfirmed unverified unsubstantiated uncorroborated unproven unfounded baseless false unsourced fake".split()
)
# "Some say that Chad left"
SOMEBODY = frozenset("few some many others those people".split())
PROVING = frozenset("prove show demonstrate establish verify confirm ascertain".split())
MISGUIDED = frozenset(
    "wrong mistake error misleading absurd hard difficult impossible premature unfair inaccurate incorrect ridiculous "
    "nonsense folly simplistic false easy tempting rash naive foolish untrue mistaken".split()
)


def is_hearsay(tree: Tree, governor: Clause) -> bool:
    """Return whether ``governor`` tells what is said, thought or alleged by nobody who is named."""
    told = governor.passive or tree.child(governor.predicate, "aux:pass") is not None
    # "stands accused of"
    told |= tree.tag[governor.predicate] == "VBN" and governor.relation == "xcomp"
    if told and governor.relation == "xcomp" and governor.lemma in ("accuse", "suspect", "charge"):
        return True
    return governor.kind == "verb" and governor.lemma in HEARSAY and told and not governor.subjects


def is_owned(tree: Tree, noun: int, content: int) -> bool:
    """Return whether it is said whose the claim, report or rumour at ``noun`` is, of which ``content`` tells."""
    for kid in tree.kids[noun]:
        if kid == content:
            continue
        if tree.dep[kid] == "nmod:poss" or (tree.dep[kid] in ("amod", "compound") and not tree.text[kid].islower()):
            return True
        named = tree.tag[kid] == "VBN" and tree.child(kid, "aux") is None
        source = named or tree.preposition(kid) in ("by", "from", "in")
        if tree.dep[kid] in ("nmod", "acl") and source:
            return True
    return False


def is_weak(tree: Tree, noun: int) -> bool:
    """Return whether the evidence at ``noun`` is "scant", "not enough", or "is thin"."""
    if any(tree.lower[k] in WEAK for k in tree.children(noun, "amod", "det")):
        return True
    head = tree.head[noun]
    if any(tree.lower[k] == "enough" for k in tree.kids[noun]):
        return any(tree.lower[k] in moods.NEGATIONS for k in (*tree.kids[noun], *tree.kids[head], tree.left[noun]))
    return tree.dep[noun] in ("nsubj", "nsubj:pass") and tree.lower[head] in WEAK


def is_rumour(tree: Tree, lexicon: Lexicon, i: int, noun: int) -> bool:
    """Return whether ``i`` is told by a claim, report or rumour at ``noun`` that nobody is said to make."""
    if tree.lemma[noun] in PROOFS and (moods.is_nothing(tree, noun) or is_weak(tree, noun)):
        # "no evidence that Chad attacked"
        return True
    known = lexicon.complement(tree.lemma[noun], "noun")
    that = any(tree.lower[kid] == "that" for kid in tree.children(i, "mark"))
    claimed = (known is not None and known.effect == "claims") or tree.lemma[noun].lower() in RUMOURS
    return that and claimed and not is_owned(tree, noun, i)


def has_it(tree: Tree, governor: Clause) -> bool:
    """Return whether ``governor`` is "rumour has it", "persistent talk has it"."""
    i = governor.predicate
    told = governor.lemma == "have" and any(tree.lower[kid] == "it" for kid in tree.children(i, "expl", "obj"))
    return told and any(tree.lemma[s].lower() in RUMOURS for s in tree.children(i, "nsubj"))


def is_unproven(tree: Tree, governor: Clause, above: Status) -> bool:
    """Return whether nobody stands for what ``governor`` tells: "few believe that", "it would be wrong to say that"."""
    for told in governor.subjects:
        bare = not tree.children(told, "amod", "nummod", "det", "nmod", "nmod:poss")
        if any(tree.lower[k] in UNPROVEN for k in tree.children(told, "amod")) or (
            bare and tree.lower[told] in SOMEBODY
        ):
            return True
        kids = {tree.lower[k] for k in tree.kids[told]}
        if "few" in kids and "a" not in kids:
            return True
    i = governor.predicate
    head = tree.head[i]
    if tree.dep[i] == "advcl" and moods.is_marked(tree, i, "in") and tree.lower[head] in MISGUIDED:
        return True
    if tree.dep[i] == "advcl" and any(tree.lower[k] == "when" for k in tree.children(i, "advmod", "mark")):
        # "was wrong when it said that"
        return tree.lower[head] in MISGUIDED or tree.lemma[head] == "lie"
    if tree.tag[i] != "VB" or not moods.is_marked(tree, i, "to"):
        return False
    if governor.lemma in PROVING and (above != "actual" or tree.lemma[head] == "have"):
        # "has to prove that", "tried to show that"
        return True
    return tree.dep[i] in ("csubj", "xcomp", "advcl", "acl") and tree.lower[head] in MISGUIDED


def is_uncertain(tree: Tree, word: int) -> bool:
    """Return whether ``word`` is the "certain" of "it is far from certain that"."""
    return tree.lower[max(0, word - 2) : word] in (["far", "from"], ["anything", "but"])


def told_by_noun(tree: Tree, lexicon: Lexicon, i: int) -> int:
    """Return the claim of "Suspicion that Chad left has grown", which the parse parted from its clause, else -1."""
    start = tree.left[i]
    before = start - 1
    if before < tree.sentence[i] or tree.lower[start] != "that" or tree.pos[before] != "NOUN":
        return -1
    known = lexicon.complement(tree.lemma[before].lower(), "noun")
    return before if known is not None and known.effect in ("claims", "hypothetical", "questions") else -1
