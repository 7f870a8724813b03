"""Arguments that the parse hung beside their verb, and how to tell."""

from __future__ import annotations

from kg.clauses.moods import is_marked
from kg.lexicon import Lexicon
from kg.nlp.regained import CALLING as NAMING
from kg.nlp.tree import Tree

TIMES = frozenset("day week month year hour minute time morning evening night afternoon weekend decade today".split())
LASTING = TIMES | {"century", "generation"}
# "Condemned what it called a provocation": the provocation.
CALLING = frozenset("describe call term regard see view label brand denounce".split())
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")


def is_bare_object(tree: Tree, i: int, kid: int, prep: str) -> bool:
    """Return whether a bare phrase is an object: "preside over talks", "denied on Tuesday Chad's accusations"."""
    if prep or kid < i:
        return False
    if tree.child(i, "compound:prt") is not None:
        return True
    return tree.pos[kid] == "NOUN" and tree.child(i, "obj") is None and tree.lemma[kid] not in TIMES


def called_so(tree: Tree, what: int) -> int:
    """Return the head of X in "what it described as X", "what it called X", else -1."""
    for verb in tree.children(what, "acl:relcl"):
        named = [k for k in tree.children(verb, "obl") if tree.preposition(k) == "as"]
        named += [k for k in tree.children(verb, "xcomp", "obj") if tree.pos[k] == "NOUN"]
        if tree.lemma[verb] in CALLING and named:
            return named[0]
    return -1


def is_told(tree: Tree, i: int, kid: int) -> bool:
    """Return whether "subject" ``kid`` of "warned Chad that it would be bombed" is whom the governor tells it."""
    if tree.head[i] >= kid:
        return False
    that = next((m for m in tree.children(i, "mark") if tree.lower[m] == "that"), -1)
    own = any(that < other < i for other in tree.children(i, *SUBJECTS))
    return own and tree.head[i] < kid < that


def is_stray(tree: Tree, i: int, kid: int) -> bool:
    """Return whether "object" ``kid`` stands before the mark of clause ``i``: it is the governor's."""
    marks = [mark for mark in tree.children(i, "mark") if mark < i]
    return bool(marks) and tree.head[i] < kid < marks[0]


def place_of(tree: Tree, i: int) -> list[int]:
    """Return the noun before the "where" that opens the clause of ``i``."""
    start = min(kid for kid in tree.kids[i] if tree.lower[kid] == "where")
    before = start - 1
    while before > 0 and tree.dep[before] == "punct":
        before -= 1
    head = tree.head[i] if tree.dep[i] == "acl:relcl" else before
    while tree.dep[head] in ("flat", "compound") and tree.head[head] < start:
        head = tree.head[head]
    return [head] if tree.pos[head] in ("NOUN", "PROPN") and head < start else []


def second_object(tree: Tree, first: int) -> int:
    """Return the second object of "offered the families their sympathy", hung on the first, else -1."""
    bare = [k for k in tree.children(first, "nmod") if k > first and not tree.preposition(k)]
    return next((k for k in bare if tree.child(k, "nmod:poss", "det") is not None), -1)


def for_subject(tree: Tree, i: int) -> int:
    """Return the Chad of "a call for Chad to leave", hung on the call instead of the verb ``i``, else -1."""
    marks = {tree.lower[kid]: kid for kid in tree.children(i, "mark")}
    if not {"for", "to"} <= marks.keys():
        return -1
    between = range(marks["for"] + 1, marks["to"])
    return next((k for k in between if tree.dep[k] in ("nmod", "obl", "obj") and tree.head[k] not in between), -1)


def judged_as(tree: Tree, clause: int) -> list[int]:
    """Return the objects of "dismissed as baseless the charge", hung on the adjective ``clause``."""
    if tree.pos[clause] != "ADJ" or all(tree.lower[kid] != "as" for kid in tree.children(clause, "mark", "case")):
        return []
    return [kid for kid in tree.children(clause, "obj") if kid > clause]


# What others think of an act stands beside it: "with the backing of Chad", "amid protests from Mali".
ACCOMPANYING = frozenset(
    ("with|without|despite|amid|amidst|under|over|notwithstanding|in spite of|thanks to|because of").split("|")
)
FACING = frozenset({"face", "teeth"})


def accompanied(tree: Tree, lexicon: Lexicon, noun: int) -> int:
    """Return the verb beside which ``noun`` tells what others think of who does it, -1 for none."""
    if "stance" not in lexicon.noun_class(tree.lemma[noun]):
        return -1
    above = tree.head[noun]
    if tree.lemma[above] in FACING and tree.dep[noun] == "nmod" and tree.preposition(above) == "in":
        # "in the face of opposition from Chad"
        return tree.head[above]
    return above if tree.preposition(noun) in ACCOMPANYING else -1


def shared_object(tree: Tree, i: int) -> int | None:
    """Return the object after a second verb that is verb ``i``'s as well: "arrested and deported the journalist"."""
    for kid in tree.children(i, "conj"):
        thing = tree.child(kid, "obj")
        if thing is None or tree.tag[kid] not in ("VBD", "VBN", "VB", "VBZ", "VBP") or tree.pos[kid] != "VERB":
            continue
        # "Russia opposed, and China backed, the draft"
        raised = tree.text[i + 1] == "," and tree.text[tree.left[thing] - 1 : tree.left[thing]] == [","]
        raised = raised or tree.text[tree.left[thing]] == ","
        if raised or not tree.children(kid, "nsubj", "aux"):
            return thing
    return None


def agents_inside(tree: Tree, i: int, obliques: list[tuple[str, int]], objects: list[int]) -> list[int]:
    """Return who does the passive ``i`` where the parse hung "by Norway" on another phrase of it."""
    # "imposed on three generals by Norway", "held responsible by Norway", "dismissed as baseless by Norway"
    inside = [kid for head in (*(head for _, head in obliques), *objects) for kid in tree.children(head, "nmod")]
    inside += [kid for adj in tree.children(i, "xcomp", "advcl") for kid in tree.children(adj, "obl")]
    inside += [kid for prep, head in obliques if prep == "as" for kid in tree.children(head, "obl")]
    return [kid for kid in inside if tree.preposition(kid) == "by"]


def is_named_object(tree: Tree, i: int, kid: int) -> bool:
    """Return whether the name at ``kid`` is whom "deposed President Alder" is done to, read as what he is made."""
    plain = tree.pos[kid] == "PROPN" and tree.child(kid, "cop", "mark", "nsubj", "case", "aux") is None
    return plain and kid > i and tree.child(i, "obj") is None and tree.lemma[i] not in NAMING | COPULAR


COPULAR = frozenset({"name", "become", "remain", "seem", "appear", "stay", "be", "elect", "appoint"})


def is_past(tree: Tree, i: int) -> bool:
    """Return whether the root of a full sentence was taken for a participle: "Qatar mediated between them."."""
    end = tree.sentence_end(tree.sentence[i])
    return (
        tree.head[i] == i
        and tree.child(i, "aux") is None
        and any(tree.text[j] in (".", "!", ".”", '."') for j in range(max(i, end - 3), end))
    )


ECHOED = {"follow": "suit", "do": "same"}
UNREAL = frozenset("will would shall should can could may might must not n't never".split())
ECHOES = frozenset({"do", "have", "be", "will", "would", "can"})


def is_echo(tree: Tree, i: int) -> bool:
    """Return whether ``i`` is to "follow suit" or to "do the same"."""
    same = ECHOED.get(tree.lemma[i])
    return same is not None and any(tree.lemma[k] == same for k in tree.children(i, "obj"))


def echoes(tree: Tree, i: int) -> list[int]:
    """Return who else does ``i``: Mali in "Chad signed it, as did Mali" and "Chad signed it; so did Mali"."""
    found: list[int] = []
    for kid in (k for k in tree.kids[i] if k > i and not _is_other(tree, k, i)):
        if tree.lemma[kid] == "do" and any(tree.lower[k] == "likewise" for k in tree.kids[kid]):
            # "Mali did likewise"
            found += tree.children(kid, "nsubj")
            continue
        if is_echo(tree, kid):
            # "and Niger followed suit", "and Niger did the same"
            found += tree.children(kid, "nsubj")
            continue
        before = kid - 1 - (tree.lower[kid - 1] == "too")
        inverted = tree.lemma[kid] in ECHOES and tree.lower[before] in ("so", "as")
        if inverted and not tree.children(kid, "obj", "xcomp", "ccomp", "obl"):
            # "did" is a verb of its own, or an auxiliary of the verb before.
            own = [k for verb in (kid, i) for k in tree.children(verb, "nsubj") if k > kid]
            found += own[:1]
    return found


def _is_other(tree: Tree, echo: int, verb: int) -> bool:
    """Return whether ``echo`` is not done as ``verb`` is: "and Mali would have done the same", "so will Mali"."""
    helpers = {tree.lower[k] for k in (echo, *tree.children(echo, "aux", "advmod")) if tree.lower[k] in UNREAL}
    return bool(helpers) and not any(tree.lower[k] in UNREAL for k in tree.children(verb, "aux", "advmod"))


def verdict_of(tree: Tree, kid: int) -> list[int]:
    """Return the "unlawful" of "described the raid as unlawful", which the parse may take for a clause."""
    verbal = tree.pos[kid] not in ("ADJ", "NOUN") and tree.tag[kid] != "VBN"
    if verbal or tree.child(kid, "nsubj", "nsubj:pass", "cop", "aux") is not None:
        return []
    return tree.conjuncts(kid) if any(tree.lower[k] == "as" for k in tree.children(kid, "mark", "case")) else []


# "as an act of piracy", "as a form of blackmail"
KINDS = frozenset("act piece form case instance kind sort type example campaign policy".split())


def kind_of(tree: Tree, kid: int, prep: str) -> list[int]:
    """Return the piracy of "described the raid as an act of piracy"."""
    if prep != "as" or tree.lemma[kid] not in KINDS:
        return []
    return [i for k in tree.children(kid, "nmod") if tree.preposition(k) == "of" for i in tree.conjuncts(k)]


def is_fronted_verdict(tree: Tree, kid: int, prep: str) -> bool:
    """Return whether ``kid`` is the report of "dismissed as false the report", read as one phrase with the verdict."""
    if prep != "as":
        return False
    start = tree.left[kid] + 1
    return tree.tag[start] == "JJ" and any(det > start for det in tree.children(kid, "det", "nmod:poss"))


def after_feeling(tree: Tree, kid: int, prep: str) -> int:
    """Return the arrest of "noted with concern the arrest", hung on the concern ``kid``, else -1."""
    if prep != "with" or tree.children(kid, "det", "nmod:poss", "nmod", "acl"):
        return -1
    return next((k for k in tree.children(kid, "appos") if tree.left[k] == kid + 1), -1)


def skips(tree: Tree, pronoun: int, head: int) -> bool:
    """Return whether "an accord with Chad, which Mali opposes" speaks of the accord."""
    return (
        tree.lower[pronoun] == "which"
        and tree.dep[pronoun] == "obj"
        and tree.text[pronoun - 1] == ","
        and tree.dep[head] in ("nmod", "obl")
        and tree.preposition(head) in ("with", "between", "against", "for")
        and tree.pos[tree.head[head]] == "NOUN"
    )


def told_with_feeling(tree: Tree, kid: int, prep: str) -> list[int]:
    """Return the helping of "recalls with gratitude that Chad helped", hung on the gratitude ``kid``."""
    if prep != "with" or tree.children(kid, "det", "nmod:poss"):
        return []
    inner = tree.children(kid, "acl", "ccomp")
    return [k for k in inner if any(tree.lower[m] == "that" and m == kid + 1 for m in tree.children(k, "mark"))]


def lasting(tree: Tree, head: int) -> int:
    """Return what takes the time at ``head``: the talks of "two days of talks", the war of "years of war", else it."""
    if tree.lemma[head] not in LASTING:
        return head
    if tree.tag[head] != "NNS" and not any(tree.lower[k] in ("a", "an") for k in tree.children(head, "det")):
        return head
    return next((kid for kid in tree.children(head, "nmod") if tree.preposition(kid) == "of"), head)


# Whose name stands before these does what they speak of: "an EU decision to impose sanctions".
DECISIONS = frozenset(
    "decision plan offer bid move attempt effort threat promise pledge proposal refusal vow intention request demand "
    "commitment undertaking failure reluctance readiness willingness right desire campaign push drive scheme".split()
)


def decider(tree: Tree, noun: int, i: int) -> int | None:
    """Return whose "decision" at ``noun`` is to do what the verb ``i`` says, if its phrase names him."""
    owner = tree.child(noun, "nmod:poss")
    if owner is None:
        # "the decision of Fiji to raise duties"
        of = [k for k in tree.children(noun, "nmod") if k < i and tree.preposition(k) in ("of", "by")]
        owner = next((k for k in of if tree.pos[k] == "PROPN"), None)
    if owner is None and tree.lemma[noun] in DECISIONS:
        before = (k for k in tree.children(noun, "amod", "compound", "nmod") if k < noun)
        owner = next((k for k in before if tree.pos[k] in ("PROPN", "ADJ") and tree.text[k][0].isupper()), None)
    return owner


def deciding(tree: Tree, objects: list[int], i: int) -> int | None:
    """Return whose decision the verb ``i``, hung on the main verb, is of: "condemned the plan by Chad to leave"."""
    plans = [o for o in objects if is_marked(tree, i, "to") and o < i and tree.lemma[o] in DECISIONS]
    return decider(tree, plans[-1], i) if plans else None
