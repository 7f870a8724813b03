"""Articles' facts in any number: what the sample articles give, over a shared world of made-up entities."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from kg.engine.local import facts_of
from kg.model import Claim, Entity, Event, Facts, digest
from kg.readers import Options, read_paths
from kg.vocab import STRUCTURE

# How many entities of each kind there are; low numbers are met far more often than high ones, as in the news.
POOLS = {"Person": 900, "State": 190, "Place": 300, "Position": 120, "Meeting": 1500, "Issue": 80, "Agreement": 400}


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
    names = {entity.id: _other(entity, dice) for entity in facts.entities}
    ids = {old: entity.id for old, entity in names.items()}
    names = {old: replace(entity, facts=_known(entity, ids)) for old, entity in names.items()}
    ids.update((e.id, "event_" + digest(str(number), e.id)) for e in facts.events if e.id not in ids)
    day = f"2023-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"

    def moved(fact: Any, **changes: Any) -> Any:
        evidence = tuple(replace(e, article=article.id) for e in fact.evidence)
        date = day if fact.date is not None and len(fact.date) == 10 else fact.date
        return replace(fact, evidence=evidence, date=date, **changes)

    events = tuple(_event(moved, event, ids) for event in facts.events)
    assertions = tuple(
        moved(
            a,
            subject=ids[a.subject],
            object=ids[a.object],
            attributed_to=ids.get(a.attributed_to or ""),
            event=ids.get(a.event or ""),
        )
        for a in facts.assertions
    )
    ids.update((old.id, new.id) for old, new in zip(facts.assertions, assertions, strict=True))
    claims = tuple(_claim(moved, claim, ids, number) for claim in facts.claims)
    mentions = tuple(replace(m, article=article.id, entity=ids[m.entity]) for m in facts.mentions)
    return Facts(article, tuple(names.values()), events, assertions, claims, mentions)


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


def _known(entity: Entity, ids: dict[str, str]) -> tuple[tuple[str, str], ...]:
    kept = [(term, value) for term, value in entity.facts if term in ("lat", "lon", "iso3")]
    if any(term == "wikidata" for term, _ in entity.facts):
        kept.append(("wikidata", "Q" + entity.label.rpartition(" ")[2]))
    kept += [(term, ids[value]) for term, value in entity.facts if term in STRUCTURE and value in ids]
    return tuple(kept)


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
