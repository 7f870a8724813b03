"""From the facts as extractors yield them to an article's ``Facts``: merged, sorted, with the entities they need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from kg.extractors._scene import Scene
from kg.model import Assertion, Claim, Event, Evidence, Facts

T = TypeVar("T", bound=Event | Assertion)


def collect(scene: Scene, facts: Sequence[Event | Assertion], claims: Sequence[Claim]) -> Facts:
    """Return the facts of ``scene``'s article; equal ones are one, with the evidence of all."""
    events = _merged(fact for fact in facts if isinstance(fact, Event))
    assertions = _merged(fact for fact in facts if isinstance(fact, Assertion))
    used = {i for a in assertions for i in (a.subject, a.object, a.attributed_to) if i is not None}
    used |= {i for e in events for _, i in e.roles} | {e.attributed_to for e in events if e.attributed_to}
    used |= {i for c in claims for i in (c.speaker, c.addressee, c.capacity) if i is not None}
    for entity in sorted(used):
        if entity in scene.entities:
            used |= {v for k, v in scene.entities[entity].facts if k in ("locatedIn", "positionOf", "partOf")}
    mentions = sorted(scene.mentions(), key=lambda m: (m.start, m.end, m.entity))
    return Facts(
        article=scene.article,
        entities=tuple(scene.entities[i] for i in sorted(used) if i in scene.entities),
        events=tuple(events),
        assertions=tuple(assertions),
        claims=tuple(sorted(claims, key=lambda c: c.id)),
        mentions=tuple(mention for mention in mentions if mention.entity in used),
    )


def _merged(facts: Iterable[T]) -> list[T]:
    found: dict[str, T] = {}
    more: dict[str, list[Evidence]] = {}
    for fact in facts:
        if found.setdefault(fact.id, fact) is not fact:
            more.setdefault(fact.id, []).extend(fact.evidence)
    for i, evidence in more.items():
        found[i] = replace(found[i], evidence=tuple(dict.fromkeys((*found[i].evidence, *evidence))))
    return [found[i] for i in sorted(found)]
