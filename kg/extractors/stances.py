"""How speakers judge what they speak of: "the raid was a crime", "Chad violates the accord", "Mali has a right"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses import Clause
from kg.extractors._deed import deed
from kg.extractors._edges import allows
from kg.extractors._objects import nodes
from kg.extractors._references import spoken_of
from kg.extractors._scene import AGENTS, Scene
from kg.extractors.actions import is_unpolitical
from kg.model import Assertion, Event


def extract(scene: Scene) -> Iterator[Event | Assertion]:
    """Yield the judgments that are told by what a speaker says of others.

    Source: PLOVER 2.0, ACCUSE and SUPPORT.
    """
    for clause in scene.reading.clauses.values():
        if clause.kind != "noun" and not is_unpolitical(scene, clause):
            yield from judgments(scene, clause, *verdict(scene, clause))
            yield from returned(scene, clause)
            yield from sides(scene, clause)


# "Had become intolerable" judges as "is intolerable" does.
LINKING = frozenset({"become", "remain", "seem", "constitute", "amount", "represent"})


# What wrongdoers do, and what those have a claim to whom a speaker backs.
FAULTS = frozenset(
    (
        "violate breach flout contravene infringe undermine sabotage endanger jeopardize jeopardise destabilize "
        "destabilise interfere meddle deceive mislead distort misuse blackmail bully incite instigate fuel "
        "aggravate obstruct hamper hinder impede thwart torpedo derail renege backtrack persecute oppress "
        "discriminate trample disregard neglect falsify harbor harbour orchestrate mastermind collude conspire plot "
        "disrupt poison overstep betray usurp damage harm worsen complicate"
    ).split()
)
CLAIMS = frozenset({"right", "case", "claim"})


def verdict(scene: Scene, clause: Clause) -> tuple[str, str]:
    """Return the word by which ``clause`` judges its subject and the event type of that; twice "" if it does not."""
    word = quality(scene, clause)
    if (
        scene.lexicon.verdict(word, "bad")
        or (clause.lemma in FAULTS and not clause.passive)
        or is_offence(scene, clause)
    ):
        return word or clause.lemma, "Accuse"
    right = clause.lemma == "have" and any(scene.tree.lemma[i] in CLAIMS for i in clause.objects)
    if scene.lexicon.verdict(word, "good") or right or clause.lemma == "deserve":
        return word or clause.lemma, "Support"
    return "", ""


# What is said of wrongdoers in an idiom: "is playing with fire", "has crossed a red line".
OFFENCES = {
    "play": frozenset({"fire"}),
    "cross": frozenset({"line"}),
    "overstep": frozenset({"mark", "bound", "line", "limit"}),
    "fan": frozenset({"flame"}),
    "stoke": frozenset({"tension", "fire", "conflict", "hatred"}),
    "sow": frozenset({"discord", "chaos", "hatred", "division"}),
    "pour": frozenset({"oil", "fuel"}),
    "fish": frozenset({"water"}),
}


def is_offence(scene: Scene, clause: Clause) -> bool:
    """Return whether ``clause`` tells in an idiom of something that ought not to be done."""
    told = [*clause.objects, *(head for _, head in clause.obliques)]
    return any(scene.tree.lemma[i] in OFFENCES.get(clause.lemma, ()) for i in told)


DONE = frozenset(
    "sale decision law bill policy plan move step statement remark ban exercise drill construction settlement "
    "expansion action act behaviour behavior conduct measure launch test deployment".split()
)


def is_deed(scene: Scene, token: int) -> bool:
    """Return whether the noun at ``token`` names what somebody has done."""
    lemma = scene.tree.lemma[token]
    return lemma in DONE or bool(scene.lexicon.noun_class(lemma) & {"hostility"})


def quality(scene: Scene, clause: Clause) -> str:
    """Return what ``clause`` says that its subject is, or has become."""
    if clause.kind == "copula":
        if scene.lexicon.verdict(clause.lemma, "bad") or scene.lexicon.verdict(clause.lemma, "good"):
            return clause.lemma
        # "was a barbaric act"
        told = scene.tree.children(clause.predicate, "amod") if clause.pos == "noun" else []
        said = (scene.tree.lemma[k] for k in told)
        return next((word for word in said if scene.lexicon.verdict(word, "bad")), clause.lemma)
    if clause.lemma not in LINKING:
        return ""
    given = [*clause.complements, *clause.objects, *(head for _, head in clause.obliques)]
    words = (scene.tree.lemma[i] for i in given)
    return next((w for w in words if scene.lexicon.verdict(w, "bad") or scene.lexicon.verdict(w, "good")), "")


def judgments(scene: Scene, clause: Clause, word: str, kind: str) -> Iterator[Event | Assertion]:
    """Yield how a speaker judges what he speaks of: "The raid was a crime, Chad's president said"."""
    speaker = scene.speaker(clause) if kind else None
    if speaker is None or clause.status != "actual" or scene.kind(speaker) not in AGENTS:
        return
    predicate = "criticizes" if kind == "Accuse" else "supports"
    own = {a for s in scene.speakers(clause) for a in (s, *scene.homes(s), *scene.side(s))}
    found = [a for a in scene.all_agents(clause.subjects) if a not in own]
    if not found and (clause.lemma not in FAULTS or all(is_deed(scene, i) for i in clause.subjects)):
        named = [scene.phrases.agreement(i) for i in clause.subjects if not scene.linked(i)]
        found = [n for n in named if n is not None] or spoken_of(scene, clause, clause.subjects, predicate)
    objects = [o for o in found if allows(predicate, scene.kind(speaker), scene.kind(o))]
    if not objects:
        return
    i, date = clause.predicate, scene.told(clause)
    evidence = scene.cite(i, f"stances.{word}", 0.65)
    yield from deed(scene, kind, scene.speakers(clause), objects, evidence, token=i, key=word, date=date)


THANKING = frozenset({"thank", "grateful", "thankful", "indebted"})
BACKING = frozenset({"support", "backing", "solidarity"})


def returned(scene: Scene, clause: Clause) -> Iterator[Event | Assertion]:
    """Yield the Support that somebody is thanked for: "thanked Oman for its support"."""
    if clause.lemma not in THANKING or clause.status != "actual":
        return
    tree = scene.tree
    given = [head for prep, head in clause.obliques if prep == "for" and tree.lemma[head] in BACKING]
    given = [i for i in given if tree.child(i, "nmod:poss") is not None and tree.child(i, "nmod") is None]
    backers = scene.all_agents(clause.objects or [head for prep, head in clause.obliques if prep == "to"])
    backed = [a for a in scene.all_agents(clause.subjects) if a not in backers]
    if not given or not backers or not backed:
        return
    evidence = scene.cite(given[0], f"stances.{clause.lemma}", 0.65)
    i, speaker = clause.predicate, scene.speaker(clause)
    key = tree.lemma[given[0]]
    yield from deed(scene, "Support", backers, backed, evidence, token=i, key=key, speaker=speaker)


FIRMLY = frozenset("fully firmly squarely solidly all right foursquare completely totally entirely strongly".split())
SIDES = {"behind": ("Support", "supports"), "against": ("Reject", "rejects")}


def sides(scene: Scene, clause: Clause) -> Iterator[Event | Assertion]:
    """Yield whom or what somebody is "behind" or "against"."""
    side = scene.tree.preposition(clause.predicate)
    if clause.kind != "copula" or side not in SIDES:
        return
    # In a table, too, one is behind another.
    adverbs = {scene.tree.lower[kid] for kid in scene.tree.children(clause.predicate, "advmod")}
    if side == "behind" and not adverbs & FIRMLY:
        return
    kind, predicate = SIDES[side]
    who = scene.all_agents(clause.subjects)
    objects = [a for a in scene.all_agents(scene.tree.conjuncts(clause.predicate)) if a not in who]
    objects = objects or nodes(scene, [clause.predicate], predicate, who)
    if not who or not objects:
        return
    evidence = scene.cite(clause.predicate, f"stances.{predicate}", 0.65)
    yield from deed(
        scene,
        kind,
        who,
        objects,
        evidence,
        token=clause.predicate,
        key=predicate,
        date=scene.date(clause),
        status=clause.status,
        speaker=scene.speaker(clause),
    )
