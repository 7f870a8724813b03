"""What two say together: "In a joint declaration, Chad and Mali condemned …": both agree the declaration."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from kg.extractors._frames import best
from kg.extractors._scene import Scene
from kg.model import Assertion


def jointly(scene: Scene) -> Iterator[Assertion]:
    """Yield that the several who say something "in a joint statement" agree it, and with each other."""
    tree = scene.tree
    for clause in scene.reading.clauses.values():
        inside = [head for prep, head in clause.obliques if prep == "in"] if clause.kind == "verb" else []
        texts = [head for head in inside if is_joint_text(scene, head)]
        above = scene.reading.clauses.get(clause.governor) if clause.relation == "xcomp" else None
        if inside and above is not None and above.kind == "verb":
            # "pledged to fight piracy in a joint declaration"
            clause = above
        if not texts and inside and (frame := best(scene, clause)) is not None and frame.type == "Agree":
            # "pledged in a declaration issued in Lima to …"
            texts = [head for head in inside if tree.lemma[head] in DECLARATIONS]
        if not texts or clause.passive or clause.status not in ("actual", "planned"):
            continue
        who = scene.all_agents(clause.subjects)
        node = scene.phrases.agreement(texts[0])
        if not 1 < len(who) < 6 or node is None or any(tree.child(i, "nmod:poss") is not None for i in texts):
            continue
        evidence = scene.cite(clause.predicate, "actions.jointly", 0.7, subject=clause.subjects[0], object=texts[0])
        date = scene.date(clause)
        edges = [*((party, node) for party in who), *combinations(who, 2)]
        for subject, object in edges:
            yield scene.assertion(subject, "agrees", object, evidence, status=clause.status, date=date)


DECLARATIONS = frozenset({"declaration", "communique", "communiqué"})


def is_joint_text(scene: Scene, token: int) -> bool:
    """Return whether ``token`` heads a text of several: "a joint declaration"."""
    tree = scene.tree
    known = "agreement" in scene.lexicon.noun_class(tree.lemma[token])
    return known and any(tree.lower[kid] in ("joint", "common") for kid in tree.children(token, "amod"))
