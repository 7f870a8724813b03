"""What two undertake together: "In a joint declaration, Chad and Mali undertook to …": both agree the declaration."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from kg.extractors._frames import best
from kg.extractors._scene import Scene
from kg.model import Assertion


def jointly(scene: Scene) -> Iterator[Assertion]:
    """Yield that the several who undertake something "in a joint statement" agree it, and with each other."""
    tree = scene.tree
    for clause in scene.reading.clauses.values():
        texts = [head for prep, head in clause.obliques if prep == "in" and is_joint_text(scene, head)]
        frame = best(scene, clause) if texts else None
        if clause.kind == "noun" or frame is None or frame.type != "Agree" or clause.status == "negated":
            continue
        who = scene.all_agents(clause.subjects)
        node = scene.phrases.agreement(texts[0])
        if (
            len(clause.subjects) < 2
            or not 1 < len(who) < 6
            or node is None
            or any(tree.child(i, "nmod:poss") is not None for i in texts)
        ):
            continue
        evidence = scene.cite(clause.predicate, "actions.jointly", 0.7, subject=clause.subjects[0], object=texts[0])
        date = scene.date(clause)
        edges = [*((party, node) for party in who), *combinations(who, 2)]
        for subject, object in edges:
            yield scene.assertion(subject, "agrees", object, evidence, date=date)


def is_joint_text(scene: Scene, token: int) -> bool:
    """Return whether ``token`` heads a text of several: "a joint declaration"."""
    tree = scene.tree
    known = "agreement" in scene.lexicon.noun_class(tree.lemma[token])
    return known and any(tree.lower[kid] in ("joint", "common") for kid in tree.children(token, "amod"))
