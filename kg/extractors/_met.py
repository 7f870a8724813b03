"""The two that just met or agreed, where "they", "both sides" or "the two leaders" speaks of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extractors._scene import Scene

# How many words after their meeting.
NEAR = 120
PAIRED = frozenset("side party leader minister president country government official diplomat delegation".split())
COUNTS = frozenset({"both", "two", "each", "either", "neither"})
STATELY = frozenset("country government state nation neighbour neighbor capital".split())
PERSONAL = frozenset("leader minister president premier chancellor".split())
PARTNERS = frozenset("colleague counterpart interlocutor homologue guest host".split())
TEXTS = frozenset({"statement", "communique", "communiqué", "declaration", "readout"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "obl:agent"})


def met(scene: Scene, token: int) -> list[str]:
    """Return the two that just met, or agreed, for "they", "both sides", "each government", "the two leaders"."""
    tree = scene.tree
    if tree.lower[token] == "they" and (own := telling(scene, token)):
        return own
    if tree.lemma[token] in PARTNERS and not scene.linked(token):
        return partner(scene, token)
    counted = {tree.lower[kid] for kid in tree.children(token, "det", "nummod", "det:predet")}
    plural = tree.lower[token] in ("they", "both", "two") or (tree.lemma[token] in PAIRED and counted & COUNTS)
    joint = tree.lemma[token] in TEXTS and any(tree.lower[kid] == "joint" for kid in tree.kids[token])
    spoken = plural or joint or are_people(scene, token, counted)
    if not spoken or scene.linked(token) or tree.dep[token] not in SUBJECTS:
        return []
    last = scene.last_encounter(token)
    known = [(last.token, last.parties)] if last is not None and len(last.parties) == 2 else []
    at, parties = max([*known, *(pact for pact in scene.pacts if pact[0] < token)], default=(-NEAR, ()))
    if token - at >= NEAR:
        return []
    return states(scene, parties) if tree.lemma[token] in STATELY else list(parties)


# What an act is called that was just told.
DEEDS = frozenset("step move act action decision measure gesture deed".split())
JUDGED = frozenset({"Accuse", "Reject", "Support"})


def behind(scene: Scene, tokens: list[int]) -> list[str]:
    """Return who did what is judged in "Chad sent troops to Mali, a step that Niger criticized"."""
    tree = scene.tree
    for token in tokens:
        verb = tree.head[token]
        aside = "," in tree.text[tree.left[token] - 1 : token] and tree.dep[token] in ("appos", "parataxis", "conj")
        if tree.lemma[token] not in DEEDS or not aside or tree.child(token, "acl:relcl", "acl") is None:
            continue
        while verb not in scene.reading.clauses or scene.reading.clauses[verb].kind == "noun":
            if tree.head[verb] == verb:
                return []
            verb = tree.head[verb]
        return scene.all_agents(scene.reading.clauses[verb].subjects)
    return []


def telling(scene: Scene, token: int) -> list[str]:
    """Return who are the "they" of "the ASEAN ministers said they were disappointed"."""
    tree, clauses = scene.tree, scene.reading.clauses
    inner = clauses.get(tree.head[token])
    verb = clauses.get(inner.governor) if inner is not None and inner.relation == "ccomp" else None
    if scene.linked(token) or verb is None or verb.kind != "verb" or token in verb.subjects:
        return []
    plural = len(verb.subjects) > 1 or any(tree.tag[i] in ("NNS", "NNPS") for i in verb.subjects)
    return scene.all_agents(verb.subjects) if plural else []


def are_people(scene: Scene, token: int, words: set[str]) -> bool:
    """Return whether "the presidents" says no more than who they are."""
    tree = scene.tree
    plain = "the" in words and not tree.children(token, "nmod", "amod", "compound", "nmod:poss", "acl:relcl")
    if not plain or tree.lemma[token] not in PERSONAL or tree.tag[token] != "NNS":
        return False
    last = scene.last_encounter(token)
    parties = last.parties if last is not None else ()
    return len(parties) == 2 and all(scene.kind(p) == "Person" for p in parties)


def states(scene: Scene, parties: tuple[str, ...]) -> list[str]:
    """Return the States of those who met, themselves if that of one is unsure."""
    homes = [{p} if scene.kind(p) != "Person" else scene.homes(p) for p in parties]
    found = [h for home in homes for h in sorted(home) if scene.kind_of(h) == "State"]
    return found if len(found) == len(parties) else list(parties)


def partner(scene: Scene, token: int) -> list[str]:
    """Return the other of two who met for "her colleague" beside one of them."""
    tree, last = scene.tree, scene.last_encounter(token)
    if last is None or token - last.token > 2 * NEAR or tree.child(token, "nmod:poss") is None:
        return []
    beside = [tree.head[token]] if tree.dep[token] == "conj" else tree.children(tree.head[token], "nsubj")
    known = [e for i in beside if i != token for e in scene.linked(i)]
    others = [party for party in last.parties if party not in known]
    return others if len(others) == 1 and len(last.parties) == 2 else []
