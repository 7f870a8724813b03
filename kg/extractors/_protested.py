"""Whom protests are meant for: who did what they are about, or whose embassy they are staged at."""

from __future__ import annotations

from collections.abc import Iterable

from kg.clauses import Clause
from kg.extractors._frames import best, fill
from kg.extractors._scene import Scene

SEATS = frozenset({"embassy", "consulate", "mission", "legation", "chancery"})
ENVOYS = frozenset({"ambassador", "consul", "envoy"})
# Where people stand, or are going, with their protest.
BEFORE = frozenset("outside at before near on to around past opposite towards toward by".split())
BACKING = frozenset("support favour favor solidarity honour honor celebration memory".split())
# "in front of the embassy", "at the gates of the consulate"
SIDES = frozenset("front gate door step fence wall entrance".split())


def culprits(scene: Scene, aimed: Iterable[int]) -> list[str]:
    """Return who did what is protested against: "the expulsion of its envoys by Oslo"."""
    acts = [scene.reading.clauses[i] for i in aimed if i in scene.reading.clauses]
    told = [(frame, act) for act in acts if act.kind == "noun" and (frame := best(scene, act)) is not None]
    return [a for frame, act in told for a in scene.all_agents(fill(scene, act, frame.actor))]


def crowds(scene: Scene, tokens: Iterable[int]) -> set[str]:
    """Return the States that "fifty Cubans" and "dozens of Malians" are no acts of."""
    tree, found = scene.tree, set[str]()
    for token in tokens:
        people = scene.phrases.part(token)
        counted = people != token or tree.child(people, "nummod") is not None
        if counted and tree.tag[people] == "NNPS":
            found |= {e for e in scene.linked(people) if scene.kind(e) == "State"}
    return found


def confronted(scene: Scene, clause: Clause) -> list[str]:
    """Return the States outside whose embassies people protest by ``clause``, or by the verb that it is the aim of."""
    verbs = [clause]
    if clause.relation in ("advcl", "xcomp") and (going := scene.reading.clauses.get(clause.governor)) is not None:
        # "marched on the consulate to protest"
        verbs.append(going)
    if clause.relation == "acl":
        # "Crowds protesting against the film scaled the walls of the embassy."
        climbed = [verb for verb in scene.reading.about(clause.governor) if clause.governor in verb.subjects]
        found = states(scene, [i for verb in climbed for i in verb.objects])
        if found:
            return found
    if any(scene.tree.lemma[head] in BACKING for verb in verbs for _, head in verb.obliques):
        # "rallied outside the Chadian embassy in support of the king"
        return []
    heads = [head for verb in verbs for prep, head in verb.obliques if prep in BEFORE or _is_side(scene, head)]
    return states(scene, heads)


def states(scene: Scene, tokens: Iterable[int]) -> list[str]:
    """Return the States whose embassies, or ambassadors' residences, stand at ``tokens``."""
    found = (_state(scene, token) for token in tokens)
    return list(dict.fromkeys(state for state in found if state is not None))


def _is_side(scene: Scene, token: int) -> bool:
    return scene.tree.lemma[token] in SIDES


def _state(scene: Scene, token: int) -> str | None:
    tree = scene.tree
    owners = tree.children(token, "nmod", "nmod:poss")
    inner = (k for k in owners if tree.preposition(k) in ("of", ""))
    if tree.lemma[token] in SIDES and (whole := next(inner, None)) is not None:
        return _state(scene, whole)
    if tree.lemma[token] == "residence":
        owners = [k for k in tree.kids[token] if tree.lemma[k] in ENVOYS]
        return next((state for k in owners if (state := _owner(scene, k)) is not None), None)
    return _owner(scene, token) if tree.lemma[token].lower() in SEATS else None


def _owner(scene: Scene, token: int) -> str | None:
    """Return whose embassy or ambassador is at ``token``: "the Peruvian embassy", "the consulate of Peru"."""
    tree = scene.tree
    owners = tree.children(token, "amod", "compound", "nmod:poss")
    owners += [k for k in tree.children(token, "nmod") if tree.preposition(k) == "of"]
    linked = (e for k in owners for e in scene.linked(k) if scene.kind(e) == "State")
    return next(linked, None)
