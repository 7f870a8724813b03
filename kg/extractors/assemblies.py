"""Meetings that a verb tells of: "The foreign ministers of Chad, Mali and Niger met in Bamako"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses import Clause
from kg.extractors._acts import location
from kg.extractors._scene import ORGANIZATIONS, Encounter, Scene
from kg.extractors._topics import discussed, topic_nodes
from kg.extractors.actions import is_unpolitical
from kg.model import Assertion, Event

GATHERING = frozenset({"meet", "gather", "convene", "assemble", "confer"})
FEW, MANY = 3, 12


def extract(scene: Scene) -> Iterator[Event | Assertion]:
    """Yield a Meeting for each clause in which three or more, or the members of a body, meet.

    Source: PLOVER 2.0 CONSULT, mode multilateral.
    """
    heads = {head for gathering in scene.gatherings for head in gathering.heads}
    for clause in scene.reading.clauses.values():
        if clause.kind != "verb" or clause.lemma not in GATHERING or is_unpolitical(scene, clause):
            continue
        named = {*clause.objects, *(head for _, head in clause.obliques)} & heads
        if not named and not clause.objects and clause.status in ("actual", "planned"):
            yield from _assembly(scene, clause)


def _assembly(scene: Scene, clause: Clause) -> Iterator[Event | Assertion]:
    facing = [head for prep, head in clause.obliques if prep == "with"]
    who = scene.all_agents(clause.subjects) if not scene.all_agents(facing) else []
    bodies = [a for a in who if scene.kind(a) in ORGANIZATIONS]
    if not (FEW <= len(who) <= MANY or (len(who) == len(bodies) == 1)):
        return
    places = location(scene, clause)
    if not places and len(who) == 1:
        return
    name = f"meeting of {' and '.join(_named(scene, clause, who))}"
    place = scene.entities[places[0]].label if places else ""
    node = scene.phrases.keep("Meeting", f"{name} in {place}" if place else name, "meeting", frozenset({name}))
    speaker, date = scene.speaker(clause), scene.date(clause)
    evidence = scene.cite(clause.predicate, f"assemblies.{clause.lemma}", 0.7)
    inner = [c for i in scene.tree.kids[clause.predicate] if (c := scene.reading.clauses.get(i)) is not None]
    topics = topic_nodes(scene, [i for c in inner if c.kind == "verb" for i in discussed(scene, c)])
    edges = [(a, "organizes" if a in bodies and len(who) == 1 else "attends", node) for a in who]
    edges += [(node, "takesPlaceIn", p) for p in places] + [(node, "addresses", t) for t in topics]
    roles = {("organizer" if p == "organizes" else "actor", a) for a, p, _ in edges if a != node}
    yield Event(
        id=node,
        kind="Meeting",
        label=scene.entities[node].label,
        roles=frozenset(roles | {("place", p) for p in places} | {("theme", t) for t in topics}),
        date=date,
        status=clause.status,
        attributed_to=speaker,
        context=scene.context(clause.predicate),
        evidence=(evidence,),
    )
    scene.meet(Encounter(clause.predicate, (), node, date))
    for subject, predicate, object in edges:
        yield scene.assertion(
            subject, predicate, object, evidence, status=clause.status, speaker=speaker, date=date, event=node
        )


def _named(scene: Scene, clause: Clause, who: list[str]) -> list[str]:
    """Return how those who meet are called: "foreign ministers of Chad and Mali", else by their names."""
    head, tree = clause.subjects[0], scene.tree
    of = next((kid for kid in tree.children(head, "nmod") if tree.preposition(kid) == "of"), None)
    if tree.pos[head] == "NOUN" and of is not None:
        owners = [e for i in tree.conjuncts(of) for e in scene.linked(i)[:1] if scene.kind(e) != "Person"]
        start, _ = scene.phrases.span(head)
        if not owners:
            # "the trio of mediators"
            return [scene.entities[a].label for a in who]
        return [f"{tree.words(start, head + 1)} of {' and '.join(scene.entities[e].label for e in owners[:4])}"]
    return [scene.entities[a].label for a in who]
