"""Signs beside a verb that its clause tells no fact: questions, inversions, what is due, forgone or provided for."""

from __future__ import annotations

from kg.clauses.clause import Clause
from kg.lexicon import Lexicon
from kg.nlp.tenses import TIMETABLE
from kg.nlp.tree import Tree

DUE = frozenset("due set scheduled slated poised bound expected supposed about".split())
OTHERWISE = frozenset({"instead", "rather"})
# "On the verge of attacking", "close to attacking".
NEARLY = frozenset({"verge", "brink", "point", "close", "near"})
# Who asks "Do you know why it attacked?" takes it that it did.
FACTIVE = frozenset("know aware realize realise remember recall see understand notice".split())
PRESENT = frozenset({"VBZ", "VBP"})


def is_asked(tree: Tree, clause: Clause) -> bool:
    """Return whether a question leaves open what the main clause says: "Has Chad signed?", not "When did it?"."""
    i = clause.predicate
    auxiliaries = tree.children(i, "aux", "aux:pass", "cop")
    subject = tree.child(i, "nsubj", "nsubj:pass", "expl")
    if not auxiliaries or subject is None or not auxiliaries[0] < subject:
        return False
    start = tree.sentence[i]
    end = tree.sentence_end(start)
    asked = any(tree.text[k] == "?" for k in range(max(start, end - 3), end))
    return asked and not any(tree.tag[k] in ("WP", "WRB", "WDT", "WP$") for k in range(start, auxiliaries[0]))


def is_inverted(tree: Tree, clause: Clause) -> bool:
    """Return whether the auxiliary stands before the subject as in "Had Chad signed, Mali would have"."""
    i = clause.predicate
    first = next((k for k in tree.children(i, "aux", "aux:pass") if tree.lower[k] in ("had", "were")), -1)
    subject = tree.child(i, "nsubj", "nsubj:pass")
    return clause.relation == "advcl" and first == tree.left[i] and subject == first + 1


def is_timetabled(tree: Tree, i: int, coming: frozenset[int]) -> bool:
    """Return whether present ``i`` tells what is to come: "receives Soto on Friday"; ``coming`` are days to come."""
    if tree.tag[i] not in PRESENT or tree.lemma[i] not in TIMETABLE or not coming:
        return False
    return any(k in coming or coming.intersection(tree.kids[k]) for k in tree.kids[i])


def is_provided(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """Return whether present ``i`` tells what an agreement lays down: "Under the deal, Chad withdraws"."""
    if tree.tag[i] not in PRESENT:
        return False
    return any(
        tree.preposition(k) == "under" and "agreement" in lexicon.noun_class(tree.lemma[k]) and k < i
        for k in tree.children(i, "obl")
    )


def is_forgone(tree: Tree, i: int) -> bool:
    """Return whether gerund ``i`` is what somebody "stopped short of", or did something else "instead of"."""
    if tree.tag[i] != "VBG":
        return False
    start = tree.left[i]
    if start > 0 and tree.lower[start] == "of" and tree.lower[start - 1] == "short":
        return True
    return any(
        tree.lower[kid] in OTHERWISE and tree.lower[kid + 1] in ("of", "than") for kid in tree.kids[i] if kid < i
    )


def is_nearly(tree: Tree, i: int) -> bool:
    """Return whether gerund ``i`` is what somebody "came close to" or was "on the verge of"."""
    start = tree.left[i]
    near = start > 0 and tree.lower[start] in ("to", "of") and tree.lower[start - 1] in NEARLY
    return near and tree.tag[i] == "VBG"


def is_open(tree: Tree, i: int) -> bool:
    """Return whether "yet" or "still" stands before "to" and infinitive ``i``: "is yet to sign"."""
    to = next((kid for kid in tree.children(i, "mark") if tree.lower[kid] == "to"), 0)
    return to > 1 and tree.lower[to - 1] == "yet" and tree.lemma[to - 2] in ("have", "be")


def is_due(tree: Tree, mark: int) -> bool:
    """Return whether "to" at ``mark`` follows "due", "set" or the like, however the parse took that."""
    return tree.lower[mark] == "to" and mark > 0 and tree.lower[mark - 1] in DUE


def is_dated_ahead(tree: Tree, noun: int, coming: frozenset[int]) -> bool:
    """Return whether a day to come stands in the phrase of ``noun``, or what follows it: "Friday's talks"."""
    if not coming:
        return False
    begins = [k for k in tree.children(noun, "acl:relcl") if is_timetabled(tree, k, coming)]
    return bool(begins) or any(k in coming for k in tree.children(noun, "nmod", "nmod:poss", "nmod:unmarked"))
