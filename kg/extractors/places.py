"""Where the events that others speak of happened: "the attack in Lyon", "the bombing of a market near Kirkuk"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses import Clause
from kg.clauses.nominal import stronger
from kg.extractors._scene import Scene
from kg.model import Assertion

HAPPENING = frozenset("carry occur happen take stage launch conduct commit perpetrate explode".split())
WHERE = frozenset({"in", "at", "near", "on", "outside"})


def extract(scene: Scene) -> Iterator[Assertion]:
    """Yield takesPlaceIn for each described event whose own phrase names the place; the innermost of several.

    It runs after the extractors that name events: only those that a fact needs are asked about.
    """
    tree = scene.tree
    telling = [c for c in scene.reading.clauses.values() if c.kind == "verb" and c.lemma.split(" ")[0] in HAPPENING]
    for token, node in scene.phrases.named():
        if scene.kind(node) != "Event" or any(tree.lower[kid] == "any" for kid in tree.children(token, "det")):
            continue
        first, last = tree.left[token], tree.right[token] + 1
        for i in range(token + 1, last):
            places = scene.places(i)
            if places and first <= i and tree.preposition(i) in WHERE and tree.dep[i] in ("nmod", "obl"):
                own = scene.reading.clauses.get(token)
                charge = scene.reading.clauses.get(own.charge) if own is not None else None
                clause = charge or scene.reading.governing(token)
                evidence = scene.cite(token, "places.phrase", 0.75, subject=token, object=i)
                speaker = scene.speaker(clause) if clause is not None else None
                status = own.status if own is not None and own.kind == "noun" and charge is None else "actual"
                for k in tree.to_be(token):
                    # "the elections to be held in Mali"
                    status = stronger(status, scene.reading.clauses[k].status if k in scene.reading.clauses else status)
                date = happened(scene, token, telling)
                yield scene.assertion(
                    node, "takesPlaceIn", places[0], evidence, speaker=speaker, date=date, status=status
                )
                break


def happened(scene: Scene, token: int, telling: list[Clause]) -> str | None:
    """Return when the event at ``token`` happened, as its phrase or "The attack was carried out on Saturday" says."""
    own = scene.reading.clauses.get(token)
    found = (scene.when.own(own) or scene.when.happened(token)) if own is not None else None
    if found is not None:
        return found
    tree = scene.tree
    for clause in telling:
        told = [*clause.subjects, *clause.objects]
        if any(tree.lemma[i] == tree.lemma[token] and tree.children(i, "det") for i in told):
            found = scene.date(clause)
            if found is not None:
                return found
    return None
