"""What a meeting was about where the sentence names no party: "Trade was among the topics", "Yemen was raised too"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses import Clause
from kg.extractors._gatherings import Gathering
from kg.extractors._scene import Encounter, Scene
from kg.extractors._topics import DISCUSSING, questions, topic_nodes
from kg.model import Assertion

ITEMS = frozenset("topic subject theme focus agenda item issue priority question point centre center matter".split())
PLACED = frozenset({"", "among", "on", "at", "in"})
HEED = frozenset({"attention", "emphasis", "focus", "stress", "time"})
INCLUDING = frozenset({"include", "be", "cover", "comprise", "range", "concern"})


def extract(scene: Scene) -> Iterator[Assertion]:
    """Yield that the parties of the meeting at hand address what a clause without parties puts on its agenda."""
    for i, clause in scene.reading.clauses.items():
        if clause.kind == "noun":
            continue
        topics = topic_nodes(scene, _topics(scene, clause))
        encounter = _at_hand(scene, i) if topics else None
        meeting = _named(scene, clause) if topics else None
        if meeting is not None:
            evidence = scene.cite(i, "agenda.meeting", 0.7)
            for subject in (meeting.node, *meeting.parties):
                for topic in topics:
                    yield scene.assertion(
                        subject,
                        "addresses",
                        topic,
                        evidence,
                        status=clause.status,
                        speaker=scene.speaker(clause),
                        date=meeting.date,
                        event=meeting.node,
                    )
            continue
        before = scene.all_agents(h for prep, h in clause.obliques if prep == "before") if topics else []
        if encounter is None and not before:
            continue
        evidence = scene.cite(i, "agenda.item", 0.65)
        speaker = scene.speaker(clause)
        for party in before or (encounter.parties if encounter is not None else ()):
            for topic in topics:
                yield scene.assertion(
                    party,
                    "addresses",
                    topic,
                    evidence,
                    status=clause.status,
                    speaker=speaker,
                    date=encounter.date if encounter is not None else None,
                    event=encounter.event if encounter is not None else None,
                )


def _topics(scene: Scene, clause: Clause) -> list[int]:
    """Return the heads of the phrases that ``clause`` puts on an agenda."""
    tree = scene.tree
    if clause.kind == "verb":
        if clause.passive and clause.lemma in DISCUSSING and not scene.all_agents(clause.subjects):
            return [*clause.objects, *questions(scene, clause)]
        heed = [s for s in (*clause.subjects, *clause.objects) if tree.lemma[s] in HEED]
        if heed:
            return [head for prep, head in clause.obliques if prep in ("to", "on", "upon")]
        if clause.lemma in INCLUDING and any(_is_item(scene, s) for s in clause.subjects):
            return clause.objects
        return []
    also = any(tree.lower[kid] in ("as", "so") for kid in tree.children(clause.predicate, "mark", "advmod"))
    above = scene.reading.clauses.get(clause.governor)
    if also and above is not None and clause.relation in ("advcl", "conj") and _topics(scene, above):
        # "as were …", "and so was …"
        return tree.conjuncts(clause.predicate)
    if _is_item(scene, clause.predicate) and tree.preposition(clause.predicate) in PLACED:
        return [*clause.subjects, *tree.children(clause.predicate, "csubj")]
    if any(_is_item(scene, s) for s in clause.subjects):
        return tree.conjuncts(clause.predicate)
    return []


def _is_item(scene: Scene, token: int) -> bool:
    """Return whether ``token`` heads "a topic", "the agenda", "one of the issues"."""
    tree = scene.tree
    if tree.lemma[token] in ("one", "some", "several", "other", "number", "top", "heart", "part", "center", "centre"):
        inner = tree.child(token, "nmod")
        return inner is not None and _is_item(scene, inner)
    return tree.lemma[token] in ITEMS


def _named(scene: Scene, clause: Clause) -> Gathering | None:
    """Return the meeting whose agenda it is: "was the subject of a lunch", "at the centre of the talks"."""
    tree = scene.tree
    inside = tree.children(clause.predicate, "nmod", "obl")
    for kid in inside:
        found = next((g for g in scene.gatherings if kid in g.heads and g.node), None)
        if found is not None:
            return found
        # "at the top of the agenda of the summit"
        inside += tree.children(kid, "nmod") if len(inside) < DEEP else []
    return None


DEEP = 8


def _at_hand(scene: Scene, token: int) -> Encounter | None:
    """Return the meeting that the sentence of ``token`` tells of: named in it, else the last one before."""
    end = scene.tree.sentence_end(scene.tree.sentence[token])
    start, clauses = scene.tree.sentence[token], scene.reading.clauses
    own = clauses[token].status if token in clauses else "actual"
    # A meeting to come is no place for what was discussed.
    found = scene.last_encounter(end)
    while found is not None and found.token >= start:
        if found.token not in clauses or clauses[found.token].status in ("actual", own):
            return found
        found = scene.last_encounter(found.token)
    return found
