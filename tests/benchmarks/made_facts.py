"""Articles' facts in any number: what the sample articles give, over a shared world of made-up entities."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from kg.engine.local import facts_of
from kg.model import Assertion, Claim, Entity, Event, Facts, digest
from kg.readers import Options, read_paths
from kg.vocab import STRUCTURE

# What a person has one of, whichever article tells it.
OF_ONE = ("holdsPosition", "represents")
# How many entities of each kind there are; low numbers are met far more often than high ones, as in the news.
POOLS = {"Person": 900, "State": 190, "Place": 300, "Position": 600, "Meeting": 1500, "Issue": 80, "Agreement": 400}


@cache
def real_facts() -> tuple[Facts, ...]:
    """Return what the pipeline extracts from the articles that the repository has."""
    problems: list[str] = []
    folder = Path(__file__).parents[2] / "data" / "articles"
    found = tuple(part for part in facts_of(read_paths([folder], Options(), problems)) if isinstance(part, Facts))
    assert found
    assert not problems
    return found


def made_facts(articles: int, *, seed: int = 0) -> Iterator[Facts]:
    """Yield ``articles`` articles' facts, the same at every run: the real ones with other parties and days."""
    real = real_facts()
    for number in range(articles):
        dice = random.Random(f"{seed} {number}")
        yield _varied(real[number % len(real)], number, dice)


def _varied(facts: Facts, number: int, dice: random.Random) -> Facts:
    article = replace(facts.article, id=f"made-{number}", url=f"https://example.org/{number}")
    real = {entity.id: entity for entity in facts.entities}
    ids = {}
    world: dict[str, Entity] = {}
    for entity in facts.entities:
        ids[entity.id] = _settle(_other(entity, dice), real, world)
    ids.update((e.id, "event_" + digest(str(number), e.id)) for e in facts.events if e.id not in ids)
    day = f"2023-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"

    def moved(fact: Any, **changes: Any) -> Any:
        evidence = tuple(replace(e, article=article.id) for e in fact.evidence)
        date = day if fact.date is not None and len(fact.date) == 10 else fact.date
        return replace(fact, evidence=evidence, date=date, **changes)

    events = tuple(_event(moved, event, ids) for event in facts.events)

    def target(assertion: Assertion) -> str:
        if assertion.predicate not in OF_ONE:
            return ids[assertion.object]
        return _settle(_own(ids[assertion.subject], real[assertion.object]), real, world)

    assertions = tuple(
        moved(
            a,
            subject=ids[a.subject],
            object=target(a),
            attributed_to=ids.get(a.attributed_to or ""),
            event=ids.get(a.event or ""),
        )
        for a in facts.assertions
    )
    ids.update((old.id, new.id) for old, new in zip(facts.assertions, assertions, strict=True))
    claims = tuple(_claim(moved, claim, ids, number) for claim in facts.claims)
    mentions = tuple(replace(m, article=article.id, entity=ids[m.entity]) for m in facts.mentions)
    return Facts(article, tuple(world.values()), events, assertions, claims, mentions)


def middle(kind: str) -> int:
    """Return the number of the entity that the middle one of all mentions of its kind is of."""
    return _number(kind, 0.5)


def _number(kind: str, share: float) -> int:
    return int(POOLS.get(kind, 120) * share**2.4)


def _other(entity: Entity, dice: random.Random) -> Entity:
    """Return an entity of the same kind from the pool."""
    number = _number(entity.kind, dice.random())
    prefix = entity.id.partition("_")[0]
    return replace(
        entity,
        id=f"{prefix}_made{entity.kind}{number}",
        label=f"{entity.kind} {number}",
        aliases=frozenset({f"{entity.kind[:3]}{number}"}),
    )


def _own(of: str, like: Entity) -> Entity:
    """Return the one entity like ``like`` that the entity ``of`` has in every article, as a city has one State."""
    return _other(like, random.Random(f"{of} {like.kind}"))


def _settle(entity: Entity, real: Mapping[str, Entity], world: dict[str, Entity]) -> str:
    """Put ``entity`` into ``world``, with what is known of it and all that this names; return its id."""
    if entity.id not in world:
        world[entity.id] = entity
        number = int(entity.label.rpartition(" ")[2])
        kept = [(term, value) for term, value in entity.facts if term in ("lat", "lon")]
        terms = {term for term, _ in entity.facts}
        if "iso3" in terms:
            kept.append(("iso3", "X" + chr(65 + number // 26) + chr(65 + number % 26)))
        if "wikidata" in terms:
            kept.append(("wikidata", f"Q{number}"))
        for term, value in entity.facts:
            if term in STRUCTURE and value in real:
                kept.append((term, _settle(_own(entity.id, real[value]), real, world)))
        world[entity.id] = replace(entity, facts=tuple(kept))
    return entity.id


def _event(moved: Any, event: Event, ids: dict[str, str]) -> Event:
    roles = frozenset((role, ids[filler]) for role, filler in event.roles)
    made: Event = moved(event, id=ids[event.id], roles=roles, attributed_to=ids.get(event.attributed_to or ""))
    return made


def _claim(moved: Any, claim: Claim, ids: dict[str, str], number: int) -> Claim:
    made: Claim = moved(
        claim,
        id="claim_" + digest(str(number), claim.id),
        speaker=ids[claim.speaker],
        content=frozenset(ids[item] for item in claim.content),
        capacity=ids.get(claim.capacity or ""),
        addressee=ids.get(claim.addressee or ""),
    )
    return made
