"""Whom demands are addressed to whose own words name nobody: "telephoned Soto to demand an apology"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.clauses import Clause
from kg.extractors._frames import best, fill
from kg.extractors._scene import Scene

DEMANDING = frozenset({"demand", "request", "seek", "require", "ask", "protest"})
BODIES = frozenset({"GovernmentBody", "PoliticalGroup", "Organization"})


def consulted(scene: Scene, clause: Clause) -> list[str]:
    """Return who was called, met or summoned "to demand an apology", or "and demanded an apology".

    For an envoy without a name it is his State.
    """
    tree, i = scene.tree, clause.predicate
    above = scene.reading.clauses.get(tree.head[i]) if tree.dep[i] in ("advcl", "xcomp", "conj") else None
    frame = best(scene, above) if above is not None and clause.lemma in DEMANDING else None
    another = tree.dep[i] == "conj" and tree.child(i, "nsubj", "nsubj:pass") is not None
    if above is None or frame is None or frame.type != "Consult" or above.predicate > i or another:
        return []
    found = []
    for token in fill(scene, above, frame.recipient):
        met = scene.agents(token)
        homes = scene.phrases.owners(token) if scene.tree.pos[token] == "NOUN" else []
        found += homes or met
    return list(dict.fromkeys(found))


def own(scene: Scene, who: Sequence[str], tokens: Sequence[int]) -> list[str]:
    """Return the State of ``who`` if they ask something of "the government"."""
    tree = scene.tree
    plain = [i for i in tokens if tree.lemma[i] == "government" and not scene.linked(i)]
    plain = [i for i in plain if tree.child(i, "amod", "nmod", "nmod:poss", "compound", "acl:relcl") is None]
    if not any(tree.lower[k] == "the" for i in plain for k in tree.children(i, "det")):
        return []
    homes = {h for a in who if scene.kind(a) in BODIES for h in scene.side(a)}
    return sorted(h for h in homes if scene.kind_of(h) == "State") if len(homes) == 1 else []


AVENGING = frozenset("avenge retaliate respond react reply answer".split())
# How far back what is avenged was done, in words.
DONE = 60


def menaced(scene: Scene, clause: Clause, who: Sequence[str], tokens: Sequence[int]) -> list[str]:
    """Return the State whose people or goods are threatened at ``tokens``, or who did what is to be avenged."""
    tree = scene.tree
    mine = {*who, *(h for a in who for h in (*scene.homes(a), *scene.side(a)))}
    inside = [i for token in tokens for i in range(tree.left[token], tree.right[token] + 1)]
    found = [e for i in inside for e in scene.linked(i) if scene.kind(e) == "State"]
    if not found and any(tree.lemma[i] in AVENGING for i in clause.complements):
        near = (done for at, done in reversed(scene.deeds) if 0 < clause.predicate - at < DONE)
        found = list(next(near, ()))
    return [a for a in found if a not in mine][:1]
