"""What is done in protest: "recalled its envoy in protest at the raid", "marched in protest against the law"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses import Clause
from kg.extractors._acts import people
from kg.extractors._deed import deed
from kg.extractors._frames import best
from kg.extractors._objects import nodes
from kg.extractors._parties import BEFORE
from kg.extractors._protested import confronted, culprits, states
from kg.extractors._scene import Scene
from kg.extractors.actions import is_unpolitical
from kg.model import Assertion, Event

AIMED = frozenset({"at", "against", "over", "about"})
SEATS = ("nmod", "obl", "advcl")


def extract(scene: Scene) -> Iterator[Event | Assertion]:
    """Yield the Protest of each clause that says it was done "in protest" at something.

    Source: PLOVER 2.0, PROTEST.
    """
    tree = scene.tree
    for noun, lemma in enumerate(tree.lemma):
        if lemma == "protest" and tree.tag[noun] == "NN" and tree.preposition(noun) == "in":
            clause = next((scene.reading.clauses[i] for i in tree.ancestors(noun) if _is_verb(scene, i)), None)
            if clause is not None and not is_unpolitical(scene, clause):
                yield from protest(scene, clause, noun)


def _is_verb(scene: Scene, token: int) -> bool:
    clause = scene.reading.clauses.get(token)
    return clause is not None and clause.kind == "verb"


def protest(scene: Scene, clause: Clause, noun: int) -> Iterator[Event | Assertion]:
    """Yield the Protest of who does ``clause`` against what stands after ``noun``, or who did that."""
    aimed = targets(scene, noun)
    who = scene.all_agents(clause.subjects)
    whom = [a for a in meant(scene, clause, aimed) if a not in who]
    topics = [] if whom else nodes(scene, aimed, "protests", who)
    if not aimed:
        # "Chad signed the accord. Students marched in protest."
        told = next((told for at, told in reversed(scene.matters) if 0 < noun - at < BEFORE), ())
        topics = [scene.phrases.keep("Issue", scene.entities[t].label, "") for t in told]
    who = who or people(scene, clause.subjects, bare=True)
    if not who or not whom + topics:
        return
    evidence = scene.cite(noun, "protests.in_protest", 0.7, subject=clause.subjects[0], object=next(iter(aimed), None))
    yield from deed(
        scene,
        "Protest",
        who,
        whom + topics,
        evidence,
        token=noun,
        key=clause.lemma,
        date=scene.date(clause),
        status=clause.status,
        mode=mode_of(scene, clause),
    )


def meant(scene: Scene, clause: Clause, aimed: list[int]) -> list[str]:
    """Return whom the protest by ``clause`` at ``aimed`` is meant for."""
    named = states(scene, aimed) or scene.all_agents(aimed) or culprits(scene, aimed)
    return named or confronted(scene, clause)


def mode_of(scene: Scene, clause: Clause) -> str | None:
    """Return how ``clause`` protests, if it tells: "went on hunger strike", "staged a march"."""
    heads = [clause.predicate, *clause.objects, *(head for _, head in clause.obliques)]
    acts = [scene.reading.clauses[i] for i in heads if i in scene.reading.clauses]
    frames = [frame for act in acts if (frame := best(scene, act)) is not None]
    return next((frame.mode for frame in frames if frame.type == "Protest" and frame.mode), None)


def targets(scene: Scene, noun: int) -> list[int]:
    """Return what "in protest at", "in protest against" leads to, wherever the parse hung it."""
    tree = scene.tree
    if noun + 1 >= len(tree) or tree.lower[noun + 1] not in AIMED or tree.dep[noun + 1] != "case":
        return []
    return tree.conjuncts(tree.head[noun + 1])
