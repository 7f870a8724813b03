"""Match the lexicon's frames to clauses, and find what fills their slots."""

from __future__ import annotations

from collections.abc import Iterable

from kg.clauses import Clause, Reading
from kg.clauses.moods import NEGATIONS
from kg.extractors._phrases import PEOPLE
from kg.extractors._places import is_spot
from kg.extractors._scene import Scene
from kg.lexicon import Condition, Frame
from kg.nlp.tree import Tree

ACTING = frozenset({"group", "force", "official", "body"})
# Nouns whose own "with" may have been meant for the verb: "signed an agreement with Iran".
CARRIED = frozenset({"meeting", "agreement", "speech"})


# A predicate of the object is an open complement, whatever the parse calls it.
OPEN = frozenset({"xcomp", "obj", "conj", "acl:relcl"})
# What something is measured or counted by.
MEASURES = frozenset(
    "tranche tonne ton dollar euro pound yen yuan million billion worth shipment batch package consignment load cargo "
    "number total series supply delivery amount quantity kilogram planeload truckload shipload planeful wave raft "
    "dozen score hundred thousand first second third".split()
)
LONGEST = 4
ASKING = frozenset("whether if why how when where what who which".split())
# Where troops are.
STANDING = {"prep:in": ("in",), "prep:on": ("on",), "prep:at": ("at",)}
# Where a verb leads, and what says as much.
REACHING = {
    "prep:to": ("to", "towards", "toward"),
    "prep:near": ("near", "off", "outside", "close to"),
    "prep:along": ("along",),
    "prep:into": ("into",),
    "prep:from": ("from",),
    "prep:against": ("against",),
}


def best(scene: Scene, clause: Clause) -> Frame | None:
    """Return the most specific frame whose conditions ``clause`` meets."""
    known = scene.frames.get(clause.predicate)
    if known is None or known[0] is not clause:
        frames = () if _is_no_act(scene.tree, clause) else scene.lexicon.frames(clause.pos, clause.lemma)
        found = next((frame for frame in frames if all(_holds(scene, clause, c) for c in frame.conditions)), None)
        known = scene.frames[clause.predicate] = (clause, found)
    return known[1]


def _is_no_act(tree: Tree, clause: Clause) -> bool:
    """Return whether nobody does what the words of ``clause`` may mean elsewhere."""
    i = clause.predicate
    if clause.kind != "verb":
        # Who "is against an attack" makes none.
        return tree.preposition(i) == "against" and tree.child(i, "cop") is not None
    # "The summit is to be held in Lima": nobody is arrested.
    return clause.lemma == "hold" and clause.passive and any(tree.lower[k] == "to" for k in tree.kids[i])


def fill(scene: Scene, clause: Clause, slots: Iterable[str]) -> list[int]:
    """Return the head tokens of the first of ``slots`` that ``clause`` fills."""
    for slot in slots:
        found = _slot(scene.reading, clause, slot) or _beyond(scene, clause, slot)
        if found:
            return list(dict.fromkeys(found))
    return []


def _beyond(scene: Scene, clause: Clause, slot: str) -> list[int]:
    """Return where a verb leads if the parse hung it on its object: "massed troops along the border"."""
    alike = REACHING.get(slot, ()) if clause.kind == "verb" else ()
    if clause.kind == "verb" and slot in STANDING and any(is_force(scene, i) for i in clause.objects):
        # "reinforced its garrison in Mali"
        alike = STANDING[slot]
    for prep in alike:
        found = [head for name, head in clause.obliques if name == prep and head not in scene.reading.times]
        if not found:
            plain = (k for i in clause.objects if scene.tree.pos[i] != "PROPN" for k in measured(scene.reading.tree, i))
            found = [i for head in plain for i in _noun_slot(scene.reading, head, f"prep:{prep}")]
        if found:
            return found
    return []


def _slot(reading: Reading, clause: Clause, slot: str) -> list[int]:
    base, _, rest = slot.rpartition(">")
    if base:
        heads = _slot(reading, clause, base)
        return [filler for head in heads for filler in _noun_slot(reading, head, rest)]
    if slot == "subj":
        # "The raid was an attack by Peru": the raid does nothing.
        called = clause.kind == "copula" and any(prep == "by" for prep, _ in clause.obliques)
        return [] if called and clause.pos == "noun" else clause.subjects
    if slot == "obj":
        return clause.objects or clause.indirect
    if slot == "iobj":
        return clause.indirect
    if slot == "poss":
        return clause.possessors
    if slot.startswith("prep:"):
        return _prepositional(reading, clause, slot[5:])
    if slot == "comp":
        return clause.complements
    if slot == "comp.subj":
        ruled = [reading.clauses[i] for i in clause.complements if i in reading.clauses]
        return [s for inner in ruled if not _asks(reading.tree, inner.predicate) for s in inner.subjects]
    if slot == "comp.obj":
        ruled = [reading.clauses[i] for i in clause.complements if i in reading.clauses]
        return [o for inner in ruled for o in inner.objects or inner.indirect]
    if slot == "mod":
        return reading.tree.children(clause.predicate, "amod", "compound", "advmod")
    return []


def _asks(tree: Tree, i: int) -> bool:
    """Return whether ``i`` is a question told by somebody: "asked whether Chad had left", "asked why it had"."""
    kids = tree.children(i, "mark", "advmod", "obj", "nsubj")
    return any(tree.lower[k] in ASKING for k in kids)


def _prepositional(reading: Reading, clause: Clause, prep: str) -> list[int]:
    # "On Monday" is no more than a date.
    found = [h for name, h in clause.obliques if name == prep and h not in reading.times]
    if found or clause.kind == "noun":
        return found
    return [
        head
        for noun in clause.objects
        if reading.clauses.get(noun) is not None and reading.clauses[noun].light == clause.predicate
        for name, head in reading.clauses[noun].obliques
        if name == prep
    ]


def measured(tree: Tree, token: int) -> list[int]:
    """Return ``token`` and what it is a measure of: "a tranche of ten tons of rice" is of tons, and of rice."""
    found = [token]
    while tree.lemma[found[-1]] in MEASURES and len(found) < LONGEST:
        inner = (k for k in tree.children(found[-1], "nmod", "nmod:of") if tree.preposition(k) in ("of", "in"))
        found.append(next(inner, token))
        if found[-1] == token:
            return found[:-1]
    return found


def _noun_slot(reading: Reading, noun: int, slot: str) -> list[int]:
    tree = reading.tree
    if slot == "poss":
        owners = [kid for kid in tree.kids[noun] if kid < noun and tree.dep[kid] in ("nmod:poss", "amod", "compound")]
        named = [kid for kid in owners if tree.pos[kid] in ("PROPN", "ADJ") and not tree.text[kid].islower()]
        owners = [kid for kid in owners if tree.dep[kid] == "nmod:poss" or kid in named]
        return [i for kid in owners for i in tree.conjuncts(kid)]
    if slot == "mod":
        return tree.children(noun, "amod", "compound")
    if slot.startswith("prep:"):
        # "the killing of its leader Ana Soto by rebels": the last phrase may hang on the name.
        heads = (noun, *tree.children(noun, "appos", "flat"))
        phrases = ("nmod", "obl") if tree.pos[noun] == "VERB" else ("nmod",)
        found = [kid for head in heads for kid in tree.children(head, *phrases) if tree.preposition(kid) == slot[5:]]
        return [i for kid in found for i in tree.conjuncts(kid)]
    return []


def _holds(scene: Scene, clause: Clause, condition: Condition) -> bool:
    reading, tree = scene.reading, scene.tree
    if condition.kind == "plural":
        return tree.tag[clause.predicate] in ("NNS", "NNPS")
    if condition.kind == "passive":
        return clause.passive
    if condition.kind == "no":
        found = _slot(reading, clause, condition.slot)
        return not any(_lemma_in(tree.lemma[i], condition.values) for i in found)
    heads = _slot(reading, clause, condition.slot)
    if condition.kind == "comp" or condition.slot == "comp":
        return bool(clause.complements)
    if condition.kind == "xcomp":
        # "Pledged not to attack" is no "pledged to attack".
        denied = {tree.head[k] for i in clause.complements for k in tree.kids[i] if tree.lower[k] in NEGATIONS}
        plain = [i for i in clause.complements if i not in denied]
        opened = [i for i in plain if tree.dep[i] in OPEN]
        # "called it a reckless decision"
        opened += [k for i in opened if tree.pos[i] == "NOUN" for k in tree.children(i, "amod")]
        words = ((tree.lemma[i], tree.lower[i]) for i in opened)
        return any(_lemma_in(lemma, condition.values) or word in condition.values for lemma, word in words)
    if not heads:
        return False
    if condition.kind == "agent":
        return any(scene.agents(i) or scene.lexicon.noun_class(tree.lemma[i]) & ACTING for i in heads)
    if condition.kind == "place":
        return any(scene.places(i) or is_spot(scene, i) for i in heads)
    if condition.kind == "person":
        return any(scene.kind(a) == "Person" for i in heads for a in scene.agents(i))
    if condition.kind == "force":
        return any(is_force(scene, i) for i in heads)
    if condition.kind == "people":
        return any(is_people(scene, i) for i in heads)
    if condition.kind == "event":
        return any(scene.lexicon.noun_class(tree.lemma[i]) & {"event", "meeting"} for i in heads)
    inside = [k for i in heads for k in (scene.phrases.part(i), *measured(tree, i))]
    return not condition.values or any(_lemma_in(tree.lemma[k], condition.values) for k in inside)


def is_force(scene: Scene, token: int) -> bool:
    """Return whether ``token`` heads troops, ships or the like."""
    return "force" in scene.lexicon.noun_class(scene.tree.lemma[scene.phrases.part(token)])


def is_people(scene: Scene, token: int) -> bool:
    """Return whether ``token`` heads a person or people: "two nuns", "Ana Soto"."""
    lemma = scene.tree.lemma[scene.phrases.part(token)]
    known = scene.lexicon.noun_class(lemma) & {"group", "official"} or lemma in PEOPLE
    return bool(known) or any(scene.kind(e) == "Person" for e in scene.linked(token))


def _lemma_in(lemma: str, values: frozenset[str]) -> bool:
    return not values or lemma in values
