"""Which tokens are predicates of their own."""

from __future__ import annotations

from kg.nlp.tree import Tree

LINKING = frozenset({"remain", "become", "stay", "seem", "appear", "feel", "grow", "sound"})
# Relations that make a verb form a modifier or a function word rather than a predicate.
NO_PREDICATE = frozenset("aux aux:pass cop amod compound case mark fixed flat punct det goeswith compound:prt".split())


def verbal_predicates(tree: Tree) -> list[int]:
    """Return the tokens that are verbal or copular predicates."""
    found = []
    for i, pos in enumerate(tree.pos[: len(tree)]):
        if tree.dep[i] in NO_PREDICATE or (pos == "VERB" and is_compounded(tree, i)):
            continue
        if pos == "VERB" or (pos == "AUX" and tree.kids[i]) or any(_links(tree, kid) for kid in tree.kids[i]):
            found.append(i)
    return found


def _links(tree: Tree, kid: int) -> bool:
    """Return whether ``kid`` makes a predicate of its head: "is opposed", "remains opposed"."""
    return tree.dep[kid] == "cop" or (tree.dep[kid] == "aux" and tree.lemma[kid] in LINKING)


def is_compounded(tree: Tree, i: int) -> bool:
    """Return whether participle ``i`` ends an adjective: "quake-hit", "rebel-held"."""
    joined = i > 1 and tree.text[i - 1] == "-" and tree.pos[i - 2] in ("NOUN", "PROPN")
    before = joined and i + 1 < len(tree) and tree.pos[i + 1] in ("NOUN", "PROPN", "ADJ")
    return before and tree.tag[i] in ("VBN", "VBD", "VB") and tree.head[i] != i
