"""Identity across articles: who is who, and which event is which; each merge with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.graph.clusters import Clusters, Reason
from kg.graph.decisions import NONE, Decisions
from kg.graph.happenings import join_events, tellings
from kg.graph.identity import gather, join_entities
from kg.model import Assertion, Claim, Entity, Event, Facts


@dataclass(frozen=True)
class Merge:
    """Ids that stand for one thing: the one that is kept first, with their labels and why they are one."""

    ids: tuple[str, ...]
    labels: tuple[str, ...]
    reasons: tuple[str, ...]


def resolve(parts: Sequence[Facts], decisions: Decisions = NONE) -> tuple[list[Facts], tuple[Merge, ...]]:
    """Return ``parts`` with one id for each thing, and what was merged."""
    merges = find_merges(parts, decisions)
    kept = kept_ids(merges)
    return [rename(part, kept) for part in parts] if kept else list(parts), merges


def find_merges(parts: Sequence[Facts], decisions: Decisions = NONE) -> tuple[Merge, ...]:
    """Return what of ``parts`` is one thing under several ids.

    It reads entities, events and the assertions that give ``OFFICIAL`` properties. The result depends on what the
    articles state, not on their order. Two ids that one article tells apart stay two.
    """
    clusters = Clusters(_occurrences(parts), decisions.different)
    known = gather(parts)
    happened = {event.id for part in parts for event in part.events}
    for group in decisions.same:
        first, *others = sorted(group & ({*known, *happened})) or [""]
        for other in others:
            clusters.join(first, other, "decision", "as decided", by_user=True)
    join_entities({name: item for name, item in known.items() if name not in happened}, clusters)
    states = {i: value for i, k in known.items() for term, value in k.entity.facts if term == "locatedIn"}
    join_events(tellings(parts, clusters.find, states), clusters)
    kept = _kept(parts, clusters)
    labels = {event.id: event.label for part in parts for event in part.events}
    labels |= {name: item.entity.label for name, item in known.items()}
    merges = (_merge(group, kept, labels, clusters.reasons) for group in clusters.groups())
    return tuple(sorted(merges, key=lambda m: m.ids))


def kept_ids(merges: Iterable[Merge]) -> dict[str, str]:
    """Return the id that stands for each one merged."""
    return {name: merge.ids[0] for merge in merges for name in merge.ids}


def _occurrences(parts: Iterable[Facts]) -> dict[str, frozenset[str]]:
    # What one article alone tells, most of it, shares one set.
    alone: dict[str, frozenset[str]] = {}
    several: dict[str, set[str]] = {}
    for part in parts:
        own = frozenset({part.article.id})
        for name in {*(e.id for e in part.entities), *(e.id for e in part.events)}:
            if alone.setdefault(name, own) is not own:
                several.setdefault(name, set(alone[name])).add(part.article.id)
    return alone | {name: frozenset(articles) for name, articles in several.items()}


def _kept(parts: Iterable[Facts], clusters: Clusters) -> dict[str, str]:
    """Return the id that stands for each merged one: what Wikidata knows, a meeting, else the earliest article's."""
    wanted = {name for group in clusters.groups() for name in group}
    rank: dict[str, tuple[bool, bool, str, str]] = {}
    for part in parts:
        when = (part.article.date or "9999", part.article.id)
        unknown = {e.id: not any(term == "wikidata" for term, _ in e.facts) for e in part.entities}
        for name in {*unknown, *(event.id for event in part.events)} & wanted:
            here = (unknown.get(name, True), not name.startswith("meeting_"), *when)
            rank[name] = min(rank.get(name, here), here)
    return {name: min(group, key=lambda i: (rank[i], i)) for group in clusters.groups() for name in group}


def _merge(group: list[str], kept: Mapping[str, str], labels: Mapping[str, str], reasons: Iterable[Reason]) -> Merge:
    first = kept[group[0]]
    ids = (first, *(name for name in group if name != first))
    members = set(group)
    why = sorted({f"{r.rule}: {r.because}" for r in reasons if r.a in members})
    return Merge(ids, tuple(labels.get(name, "") for name in ids), tuple(why))


def rename(part: Facts, kept: Mapping[str, str]) -> Facts:
    """Return ``part`` with each id replaced by the one that ``kept`` gives for it; most facts stay as they are."""
    assertions = {a.id: _assertion(a, kept) for a in part.assertions}
    content = {old: a.id for old, a in assertions.items()}
    return replace(
        part,
        entities=tuple(_entity(e, kept) for e in part.entities),
        events=tuple(_event(e, kept) for e in part.events),
        assertions=tuple(assertions.values()),
        claims=tuple(_claim(c, kept, content) for c in part.claims),
        mentions=tuple(replace(m, entity=kept[m.entity]) if m.entity in kept else m for m in part.mentions),
    )


def _entity(entity: Entity, kept: Mapping[str, str]) -> Entity:
    if entity.id not in kept and not any(value in kept for _, value in entity.facts):
        return entity
    facts = tuple((term, kept.get(value, value)) for term, value in entity.facts)
    return replace(entity, id=kept.get(entity.id, entity.id), facts=facts)


def _maybe(name: str | None, kept: Mapping[str, str]) -> str | None:
    return None if name is None else kept.get(name, name)


def _assertion(a: Assertion, kept: Mapping[str, str]) -> Assertion:
    if kept.keys().isdisjoint((a.subject, a.object, a.attributed_to, a.event)):
        return a
    return replace(
        a,
        subject=kept.get(a.subject, a.subject),
        object=kept.get(a.object, a.object),
        attributed_to=_maybe(a.attributed_to, kept),
        event=_maybe(a.event, kept),
    )


def _event(event: Event, kept: Mapping[str, str]) -> Event:
    if kept.keys().isdisjoint((event.id, event.attributed_to, *(i for _, i in event.roles))):
        return event
    return replace(
        event,
        id=kept.get(event.id, event.id),
        roles=frozenset((role, kept.get(i, i)) for role, i in event.roles),
        attributed_to=_maybe(event.attributed_to, kept),
    )


def _claim(claim: Claim, kept: Mapping[str, str], content: Mapping[str, str]) -> Claim:
    return replace(
        claim,
        speaker=kept.get(claim.speaker, claim.speaker),
        capacity=_maybe(claim.capacity, kept),
        addressee=_maybe(claim.addressee, kept),
        content=frozenset(content.get(i) or kept.get(i, i) for i in claim.content),
    )
