"""Attacks whose author is told afterwards: "Nine soldiers were killed. The Eagles claimed responsibility."."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from kg.clauses import Clause
from kg.extractors._deed import deed
from kg.extractors._scene import Scene
from kg.model import Assertion, Event

# How many words before its author an attack may have been told of.
NEAR = 80
OWNING = frozenset({"claim", "accept", "admit", "assume", "acknowledge"})
ATTACKS = frozenset(
    "attack assault bombing raid killing murder ambush shooting massacre blast explosion strike abduction kidnapping "
    "shelling incident violence".split()
)
POINTING = frozenset({"the", "this", "that", "these", "both"})


def claimed(scene: Scene) -> Iterator[Event | Assertion]:
    """Yield the last attack by nobody that was named as the deed of who claims it, or is blamed for it."""
    for clause in scene.reading.clauses.values():
        who, speaker = _authors(scene, clause)
        at = clause.predicate
        before = bisect_left(scene.unclaimed, at, key=lambda told: told[0]) if who else 0
        last = scene.unclaimed[before - 1] if before else None
        if last is None or at - last[0] >= NEAR or clause.status != "actual":
            continue
        objects = [o for o in last[1] if o not in who]
        evidence = scene.cite(at, f"actions.claimed.{clause.lemma}", 0.7, subject=next(iter(clause.subjects), None))
        if objects:
            yield from deed(
                scene, "Assault", who, objects, evidence, token=at, key=clause.lemma, date=last[2], speaker=speaker
            )


def _authors(scene: Scene, clause: Clause) -> tuple[list[str], str | None]:
    """Return whose deed ``clause`` says an attack was, and who says so; nobody if it tells of something else."""
    tree = scene.tree
    if clause.kind != "verb" or clause.complements:
        return [], None
    aims = [head for prep, head in clause.obliques if prep == "for"]
    aims += [kid for i in clause.objects for kid in tree.children(i, "nmod") if tree.preposition(kid) == "for"]
    if not all(_is_known(scene, i) for i in aims):
        return [], None
    if clause.lemma in OWNING and any(tree.lemma[i] == "responsibility" for i in clause.objects):
        return scene.all_agents(clause.subjects)[:1], None
    if clause.lemma == "blame" and not any(tree.lower[k] == "on" for i in clause.objects for k in tree.kids[i]):
        speaker = next(iter(scene.all_agents(clause.subjects)), None)
        return scene.all_agents(clause.objects)[:1] if speaker is not None else [], speaker
    return [], None


def _is_known(scene: Scene, token: int) -> bool:
    """Return whether ``token`` heads "the attack", "the killings" or "it": what was told before."""
    tree = scene.tree
    if tree.lower[token] in ("it", "them"):
        return True
    definite = any(tree.lower[kid] in POINTING for kid in tree.children(token, "det"))
    return definite and tree.lemma[token] in ATTACKS and tree.child(token, "nmod", "acl:relcl") is None
