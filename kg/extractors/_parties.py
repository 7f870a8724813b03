"""Who is behind an act, and whom it is meant for, where its own clause does not name them."""

from __future__ import annotations

from kg.clauses import Clause
from kg.extractors._frames import best, fill
from kg.extractors._scene import Scene

# "hit targets in Chad": Chad is hit.
TARGETS = frozenset("target position base site facility infrastructure area outpost depot installation".split())


def attackers(scene: Scene, tokens: list[int]) -> list[str]:
    """Return who carried out "an attack by rebels" that killed somebody."""
    for token in tokens:
        noun = scene.reading.clauses.get(token)
        frame = best(scene, noun) if noun is not None and noun.kind == "noun" else None
        if noun is not None and frame is not None and frame.type == "Assault":
            return scene.all_agents(fill(scene, noun, frame.actor))
    return []


HELPING = frozenset("support help assist aid benefit alleviate".split())


def beneficiaries(scene: Scene, clause: Clause, tokens: list[int]) -> list[str]:
    """Return the State whose people are helped: "aid for refugees in Chad", "gave ten tents to help the homeless"."""
    clauses = scene.reading.clauses
    given = list(tokens)
    for verb in (clause.predicate, clause.light):
        for kid in scene.tree.children(verb, "advcl", "xcomp", "acl") if verb >= 0 else ():
            if kid in clauses and clauses[kid].lemma in HELPING:
                given += [*clauses[kid].objects, *(head for prep, head in clauses[kid].obliques if prep in WITHIN)]
    tree = scene.tree
    inside = [i for token in given for i in range(tree.left[token], tree.right[token] + 1) if is_home(scene, i)]
    homes = (scene.host_state(i) for i in inside)
    return [a for a in scene.all_agents(given) if scene.kind(a) == "State"][:1] or [h for h in homes if h][:1]


def is_home(scene: Scene, token: int) -> bool:
    """Return whether ``token`` names where people are: "refugees in Chad", "Chadian refugees"."""
    tree = scene.tree
    return bool(scene.linked(token)) and (tree.dep[token] == "amod" or tree.preposition(token) in WITHIN)


WITHIN = frozenset({"in", "of", "across", "throughout", "inside", "within"})


def is_purpose(scene: Scene, clause: Clause) -> bool:
    """Return whether ``clause`` is what a gift is for: "gave ten million dollars to support refugees"."""
    tree = scene.tree
    if clause.lemma not in HELPING or tree.dep[clause.predicate] not in ("advcl", "xcomp", "acl"):
        return False
    verb = scene.reading.clauses.get(tree.head[clause.predicate])
    given = [*verb.objects, *(head for _, head in verb.obliques)] if verb is not None else [tree.head[clause.predicate]]
    return any(tree.lemma[i] in GIFTS or tree.pos[i] == "SYM" for i in given)


GIFTS = frozenset(
    "aid assistance dollar euro pound yen million billion grant loan relief donation funding fund money package".split()
)
