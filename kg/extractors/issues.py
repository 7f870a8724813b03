"""What texts are about: "a resolution on Yemen", "the treaty against torture"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extractors._scene import Scene
from kg.extractors._topics import topic_nodes
from kg.model import Assertion

TOPIC = frozenset({"on", "about", "against", "concerning", "regarding"})


def extract(scene: Scene) -> Iterator[Assertion]:
    """Yield addresses for each agreement whose own phrase names its matter."""
    tree = scene.tree
    for i, pos in enumerate(tree.pos):
        if pos != "NOUN" or "agreement" not in scene.lexicon.noun_class(tree.lemma[i]):
            continue
        topics = topic_nodes(
            scene,
            [h for kid in tree.children(i, "nmod") if tree.preposition(kid) in TOPIC for h in tree.conjuncts(kid)],
        )
        node = scene.phrases.node(i) if topics else None
        clause = scene.reading.governing(i)
        if node is None or clause is None:
            continue
        status = scene.reading.clauses[i].status if i in scene.reading.clauses else clause.status
        for topic in topics:
            evidence = scene.cite(i, "issues.agreement", 0.7, subject=i)
            yield scene.assertion(node, "addresses", topic, evidence, status=status, speaker=scene.speaker(clause))
