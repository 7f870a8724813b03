"""What is asked of whom by modals, phrases or who heeds it: "Kyiv must withdraw", "turned down Iran's request"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses import Clause
from kg.extractors._deed import deed
from kg.extractors._scene import Scene
from kg.extractors.actions import is_unpolitical
from kg.model import Assertion, Event


def extract(scene: Scene) -> Iterator[Event | Assertion]:
    """Yield the Request of each verb that tells what a speaker wants, at whose request it is, or what is heeded.

    Source: PLOVER 2.0, REQUEST.
    """
    for clause in scene.reading.clauses.values():
        if clause.kind == "verb" and not is_unpolitical(scene, clause):
            yield from demands(scene, clause)
            yield from bidden(scene, clause)
            yield from heeded(scene, clause)


def demands(scene: Scene, clause: Clause) -> Iterator[Event | Assertion]:
    """Yield the Request of "Moscow said that Kyiv must withdraw": a speaker's wish for what another should do."""
    if clause.speaker < 0 or not is_demand(scene, clause):
        return
    speaker, speakers = scene.speaker(clause), scene.speakers(clause)
    # "Chad must be punished" asks nothing of Chad.
    asked = [a for a in scene.all_agents(clause.subjects) if a not in speakers]
    if not asked and clause.passive:
        # "Japan's discharge must be stopped": Japan is to stop it.
        owners = [k for i in clause.objects for k in scene.tree.children(i, "nmod:poss", "amod", "compound")]
        asked = [a for a in scene.all_agents(owners) if a not in speakers]
    if speaker is None or not asked or scene.kind(speaker) == "MediaOrganization" or scene.homes(speaker) & set(asked):
        return
    evidence = scene.cite(clause.predicate, "actions.modal.must", 0.7, subject=clause.speaker)
    date, i = scene.told(clause), clause.predicate
    yield from deed(scene, "Request", speakers, asked, evidence, token=i, key=clause.lemma, date=date)


def is_demand(scene: Scene, clause: Clause) -> bool:
    """Return whether ``clause`` says what its subject "must", "should", "has to" or "needs to" do."""
    tree, i = scene.tree, clause.predicate
    ought = [kid for kid in tree.children(i, "aux") if tree.lower[kid] in OUGHT]
    if any(tree.lower[kid] in ("whether", "if") for kid in tree.kids[i]):
        return False
    if ought:
        # "Should Chad leave" asks nothing of it.
        return all(kid < ought[0] for kid in tree.children(i, "nsubj", "nsubj:pass"))
    # "Chad has to leave": the parse makes "leave" the complement of "has".
    return clause.lemma in ("need", "have") and tree.tag[i] in ("VBZ", "VBP") and bool(tree.children(i, "xcomp"))


OUGHT = frozenset({"must", "should", "ought"})
BIDDING = frozenset("request invitation urging behest insistence prompting".split())


def bidden(scene: Scene, clause: Clause) -> Iterator[Event | Assertion]:
    """Yield the Request of "Oman mediates at the request of Iran" and "at Iran's invitation"."""
    tree = scene.tree
    for prep, head in clause.obliques:
        if prep not in ("at", "on", "upon") or tree.lemma[head] not in BIDDING:
            continue
        owners = [*tree.children(head, "nmod:poss", "amod"), *tree.children(head, "nmod")]
        askers = scene.all_agents(i for kid in owners for i in tree.conjuncts(kid))
        yield from request(scene, clause, head, askers, scene.all_agents(clause.subjects))


def request(
    scene: Scene, clause: Clause, noun: int, askers: list[str], heeding: list[str]
) -> Iterator[Event | Assertion]:
    """Yield what ``askers`` ask of those of ``heeding`` who are others, by the word ``noun`` for it in ``clause``."""
    asked = [a for a in heeding if a not in askers]
    if not askers or not asked:
        return
    word = scene.tree.lemma[noun]
    evidence = scene.cite(noun, f"actions.at_the_{word}", 0.7)
    speaker = scene.speaker(clause)
    told = scene.reading.clauses.get(noun)
    # "ignored a demand by Oman, made in May"
    date = scene.when.own(told) if told is not None and told.kind == "noun" and told.light < 0 else None
    yield from deed(scene, "Request", askers, asked, evidence, token=noun, key=word, date=date, speaker=speaker)


# What is done with a request by whom it was made to.
HEEDING = frozenset(
    (
        "heed|ignore|reject|refuse|turn down|decline|spurn|rebuff|dismiss|grant|accept|honour|honor|answer|receive|"
        "yield|bow|accede|agree|respond|accommodate|consider|get|resist|brush aside|comply|meet|follow|deny"
    ).split("|")
)
REQUESTS = frozenset("request appeal demand plea call ultimatum petition invitation entreaty".split())


def heeded(scene: Scene, clause: Clause) -> Iterator[Event | Assertion]:
    """Yield the Request of "Oman turned down an Iranian request" and "yielded to an appeal from the bishops"."""
    tree = scene.tree
    if clause.lemma not in HEEDING:
        return
    given = [*clause.objects, *(head for prep, head in clause.obliques if prep in ("to", "with"))]
    for noun in given:
        if tree.lemma[noun] not in REQUESTS or tree.tag[noun] not in ("NN", "NNS"):
            continue
        owners = tree.children(noun, "nmod:poss", "amod", "compound")
        owners += [kid for kid in tree.children(noun, "nmod") if tree.preposition(kid) in ("from", "by")]
        askers = scene.all_agents(i for kid in owners for i in tree.conjuncts(kid))
        yield from request(scene, clause, noun, askers, scene.all_agents(clause.subjects))
