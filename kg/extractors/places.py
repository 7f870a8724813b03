"""Where the events that others speak of happened: "the attack in Lyon", "the bombing of a market near Kirkuk"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extractors._scene import Scene
from kg.model import Assertion

WHERE = frozenset({"in", "at", "near", "on", "outside"})


def extract(scene: Scene) -> Iterator[Assertion]:
    """Yield takesPlaceIn for each described event whose own phrase names the place; the innermost of several.

    It runs after the extractors that name events: only those that a fact needs are asked about.
    """
    tree = scene.tree
    for token, node in scene.phrases.named():
        if scene.kind(node) != "Event":
            continue
        first, last = tree.left[token], tree.right[token] + 1
        for i in range(token + 1, last):
            places = scene.places(i)
            if places and first <= i and tree.preposition(i) in WHERE and tree.dep[i] in ("nmod", "obl"):
                clause = scene.reading.governing(token)
                evidence = scene.cite(token, "places.phrase", 0.75, subject=token, object=i)
                speaker = scene.speaker(clause) if clause is not None else None
                yield scene.assertion(node, "takesPlaceIn", places[0], evidence, speaker=speaker)
                break
