"""Who is meant where people come to a meeting: "ministers from States including Chad", "Ana Soto, the host"."""

from __future__ import annotations

from kg.clauses.arguments import INCLUDING
from kg.extractors._scene import Scene

HOSTS = frozenset({"host", "co-host"})
CHAIRS = HOSTS | frozenset("chair chairman chairwoman chairperson co-chair co-chairman moderator".split())


LEADERS = frozenset({"head", "leader", "chief", "member"})


def guests(scene: Scene, tokens: list[int]) -> list[str]:
    """Return the agents at ``tokens``, and those named among them: "ministers from States including Chad"."""
    tree, found = scene.tree, scene.all_agents(tokens)
    for token in tokens:
        for i in range(token + 1, tree.right[token] + 1):
            if tree.preposition(i) in INCLUDING or (tree.dep[i] != "case" and _is_among(scene, i)):
                found += [a for a in scene.agents(i) if a not in found]
    return found


def crowds(scene: Scene, tokens: list[int]) -> list[str]:
    """Return the people at ``tokens`` of whom no more is told than how many they are: "leaders of nine States"."""
    tree = scene.tree
    counted = (i for i in tokens if tree.tag[scene.phrases.part(i)] == "NNS")
    inside = {i: [k for k in tree.children(i, "nmod") if tree.preposition(k) in ("of", "from")] for i in counted}
    told = (i for i, kids in inside.items() if any(tree.child(k, "nummod") is not None for k in (i, *kids)))
    told = (i for i in told if scene.lexicon.noun_class(tree.lemma[scene.phrases.part(i)]) & {"official", "collective"})
    return [g for g in (scene.phrases.group(i) for i in told) if g is not None]


def _is_among(scene: Scene, token: int) -> bool:
    """Return whether ``token`` is the "Chad" of "ten States, among them Chad"."""
    tree = scene.tree
    return any(
        tree.lower[kid] in ("them", "these", "whom", "which") and tree.preposition(kid) == "among"
        for kid in tree.kids[token]
    )


def called(scene: Scene, noun: int) -> list[str]:
    """Return of whom ``noun`` is said: "Ana Soto, host of the summit", "Togo is the chair of the conference"."""
    tree = scene.tree
    own = scene.reading.clauses.get(noun)
    if own is not None and own.kind == "copula":
        return scene.all_agents(own.subjects)
    if tree.dep[noun] in ("appos", "nmod:desc"):
        return scene.all_agents(tree.conjuncts(tree.head[noun]))
    verb = scene.reading.clauses.get(tree.head[noun])
    if verb is not None and tree.dep[noun] == "nsubj" and any(i < noun for i in verb.subjects):
        # "Chad and Mali, co-chairs of the conference, praised it."
        return scene.all_agents(i for i in verb.subjects if i < noun)
    if verb is not None and (tree.preposition(noun) == "as" or (verb.lemma == "play" and noun in verb.objects)):
        return scene.all_agents(verb.subjects)
    return scene.all_agents([noun, *tree.children(noun, "appos", "flat")])
