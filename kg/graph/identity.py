"""Who is who: people, organizations and agreements that articles name in different ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from kg.graph.clusters import Clusters, blocks
from kg.graph.names import initials_fit, is_part, skeleton, sounds, words
from kg.model import Entity, Facts
from kg.vocab import ancestors

EMPTY_WORDS = frozenset("the of on a an in for and to between with at by".split())


@dataclass
class Known:
    """What all articles say of one entity: its names, Wikidata id, offices, and whom it represents."""

    entity: Entity
    names: set[str] = field(default_factory=set)
    wikidata: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    sides: set[str] = field(default_factory=set)


# What the same person holds and speaks for.
OFFICIAL = frozenset({"holdsPosition", "represents"})


def gather(parts: Iterable[Facts]) -> dict[str, Known]:
    """Return what is known of each entity, by id in sorted order."""
    found: dict[str, Known] = {}
    for part in parts:
        for entity in part.entities:
            known = found.setdefault(entity.id, Known(entity))
            known.names |= {entity.label, *entity.aliases}
            known.wikidata |= {value for term, value in entity.facts if term == "wikidata"}
        for a in part.assertions:
            if a.status == "actual" and a.subject in found:
                if a.predicate == "holdsPosition":
                    found[a.subject].offices.add(a.object)
                elif a.predicate == "represents":
                    found[a.subject].sides.add(a.object)
    return dict(sorted(found.items()))


def join_entities(known: dict[str, Known], clusters: Clusters) -> None:
    """Join in ``clusters`` the entities that are one, surest rules first."""
    people = {name: item for name, item in known.items() if item.entity.kind == "Person"}
    _same_spelling(people, clusters)
    _same_consonants(people, clusters)
    _part_of_a_name(people, clusters)
    _acronyms({n: k for n, k in known.items() if "Organization" in ancestors(k.entity.kind)}, clusters)
    _agreements({n: k for n, k in known.items() if k.entity.kind == "Agreement"}, clusters)


def _differ(a: Known, b: Known) -> bool:
    """Return whether two entities are known to be two things."""
    return bool(a.wikidata and b.wikidata and not a.wikidata & b.wikidata)


def _same_spelling(people: dict[str, Known], clusters: Clusters) -> None:
    """Join people whose full names differ only in how they are spelt from another script."""
    keyed = ((sounds(n), i) for i, k in people.items() for n in sorted(k.names) if len(words(n)) > 1 and not _short(n))
    for a, b in _pairs(keyed):
        if not _differ(people[a], people[b]):
            clusters.join(a, b, "transliteration", f"{people[a].entity.label} = {people[b].entity.label}")


def _same_consonants(people: dict[str, Known], clusters: Clusters) -> None:
    """Join people of like names who hold the same office."""
    keyed = (
        ((skeleton(n), office), i)
        for i, k in people.items()
        for n in sorted(k.names)
        if len(words(n)) > 1 and not _short(n) and all(len(part) > 1 for part in skeleton(n))
        for office in sorted(k.offices)
    )
    for a, b in _pairs(keyed):
        if not _differ(people[a], people[b]):
            because = f"{people[a].entity.label} = {people[b].entity.label}, same office"
            clusters.join(a, b, "like name and office", because)


def _part_of_a_name(people: dict[str, Known], clusters: Clusters) -> None:
    """Join "S. Lavrov", or "Lavrov" alone, to the one full name that fits and shares the office or the side."""
    families: dict[str, list[str]] = defaultdict(list)
    for name, item in people.items():
        for family in {sounds(n)[-1] for n in item.names if words(n) and not _short(n) and len(words(n)) > 1}:
            families[family].append(name)
    for name, item in people.items():
        label = item.entity.label
        for fitting in _fitting(item, [people[i] for i in families.get((sounds(label) or ("",))[-1], ()) if i != name]):
            rule = "initials" if _short(label) else "part of the name" if len(words(label)) > 1 else "family name"
            because = f"{label} = {fitting.entity.label}, {_shared(item, fitting)}"
            clusters.join(name, fitting.entity.id, rule, because)


def _fitting(item: Known, others: list[Known]) -> list[Known]:
    """Return the one person of ``others`` of whose full name ``item`` has a part, none if several may be meant."""
    label = item.entity.label
    found = []
    for other in others:
        full = [n for n in other.names if len(words(n)) > 1 and not _short(n)]
        if _differ(item, other) or not _shared(item, other):
            continue
        if len(words(label)) == 1:
            # A family name alone says little: the office must be the same, not only the side.
            fits = bool(item.offices & other.offices) and any(sounds(n)[-1] == sounds(label)[-1] for n in full)
        else:
            fits = any(initials_fit(label, n) or is_part(label, n) for n in full)
        if fits:
            found.append(other)
    return found if len({tuple(sorted(k.wikidata)) or k.entity.id for k in found}) == 1 else []


def _shared(a: Known, b: Known) -> str:
    if a.offices & b.offices:
        return "same office"
    return "same side" if a.sides & b.sides else ""


def _short(name: str) -> bool:
    """Return whether a name has initials in the place of given names."""
    return any(len(word) == 1 for word in words(name)[:-1])


def _acronyms(organizations: dict[str, Known], clusters: Clusters) -> None:
    """Join an organization that an article knows only by its acronym to the one that another article spells out."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for name, item in organizations.items():
        for alias in sorted(item.names):
            if _is_acronym(alias) and any(len(words(other)) > 1 for other in item.names):
                bearers[alias].append(name)
    for name, item in organizations.items():
        label = item.entity.label
        if _is_acronym(label) and len(item.names) == 1 and len(bearers[label]) == 1 and bearers[label][0] != name:
            full = organizations[bearers[label][0]]
            if not _differ(item, full):
                clusters.join(name, full.entity.id, "acronym", f"{label} = {full.entity.label}")


def _is_acronym(name: str) -> bool:
    return name.isupper() and 2 < len(name) < 9 and " " not in name


def _agreements(agreements: dict[str, Known], clusters: Clusters) -> None:
    """Join agreements with the same name, if it is one: "Lusaka Protocol", not "trade agreement"."""
    keyed = ((key, i) for i, k in agreements.items() for n in sorted(k.names) if (key := _title(n)))
    for a, b in _pairs(keyed):
        clusters.join(a, b, "same name", f"{agreements[a].entity.label} = {agreements[b].entity.label}")


def _title(name: str) -> tuple[str, ...] | None:
    """Return the words of a name that is written as one, with capitals or a number; None for a description."""
    said = [word for word in name.split() if word.lower() not in EMPTY_WORDS]
    if len(said) < 2 or not (all(word[0].isupper() for word in said) or any(c.isdigit() for c in name)):
        return None
    return tuple(sorted(words(" ".join(said))))


def _pairs(keyed: Iterable[tuple[object, str]]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of ids that share a key, sorted within each block."""
    for block in blocks(keyed):
        yield from combinations(sorted(block), 2)
