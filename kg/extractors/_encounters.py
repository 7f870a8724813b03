"""Who meets whom where a phrase beside the verb tells it: "on a visit to Lome, she said", "told him by telephone"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses import Clause
from kg.extractors._scene import Scene

PHONES = frozenset("telephone phone hotline videoconference video".split())
BY_PHONE = frozenset({"by", "on", "over", "in"})
DURING = frozenset({"during", "after", "following", "before", "on", "at", "ahead of", "in"})
# These have one party in a phrase of their own, and the other in the verb beside them.
TOLD_ASIDE = frozenset("visit trip tour stopover call".split())


# "phone call", "telephone conversation"
CALLED = frozenset("phone telephone telephonic".split())


def is_wish(scene: Scene, clause: Clause) -> bool:
    """Return whether a "call" is one on somebody or for something: "its calls for reform"."""
    wished = scene.tree.tag[clause.predicate] == "NNS"
    return any((prep == "on" and scene.agents(head)) or (prep == "for" and wished) for prep, head in clause.obliques)


def is_call(scene: Scene, head: int) -> bool:
    """Return whether the noun at ``head`` tells of a telephone call, to which nobody comes."""
    tree = scene.tree
    kids = tree.children(head, "compound", "amod")
    phoned = any(tree.lemma[kid] in CALLED for kid in kids)
    return phoned or tree.lemma[head] == "call"


def companions(scene: Scene, clause: Clause) -> list[str]:
    """Return who does what is done "during a visit to Lome" or "after a call from her": they are its other party."""
    tree, i = scene.tree, clause.predicate
    if (
        clause.kind != "noun"
        or clause.light >= 0
        or clause.lemma not in TOLD_ASIDE
        or tree.preposition(i) not in DURING
    ):
        return []
    verb = scene.reading.governing(tree.head[i]) if tree.head[i] != i else None
    if verb is None or verb.kind == "noun" or tree.child(i, "nmod:poss") is not None:
        return []
    people = scene.all_agents(verb.objects if verb.passive else verb.subjects)
    return [p for p in people if scene.kind(p) == "Person"]


def by_phone(scene: Scene) -> Iterator[tuple[Clause, list[int], list[int]]]:
    """Yield each clause of what is said or agreed by telephone, with its parties."""
    for clause in scene.reading.clauses.values():
        if clause.kind == "noun" or not is_by_phone(scene, clause):
            continue
        told = [*clause.objects, *clause.indirect, *(head for prep, head in clause.obliques if prep in ("to", "with"))]
        yield clause, clause.subjects, told


def is_by_phone(scene: Scene, clause: Clause) -> bool:
    """Return whether ``clause`` happens "by telephone", which the parse may hang on what it is about."""
    tree = scene.tree
    heads = [head for _, head in clause.obliques]
    inner = [kid for head in (*heads, *clause.objects) for kid in tree.children(head, "nmod")]
    return any(tree.lemma[i] in PHONES and tree.preposition(i) in BY_PHONE for i in (*heads, *inner))
