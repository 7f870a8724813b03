"""A cheap check of one article's facts as they are made: what the shapes would find, without RDF or SHACL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.model import STATUSES, Article, Assertion, Claim, Event, Evidence, Facts
from kg.rdf import times
from kg.rdf.terms import ID
from kg.vocab import DOMAIN, EDGES, PARENT, RANGE, ROLES, STRUCTURE, ancestors, is_event

PREDICATES = frozenset((*EDGES, "partOf"))
# Who may fill a role, and whose words may be cited: as the shapes have it.
SPEAKERS = ("Agent", "Agreement", "Event", "Place", "Position")
FILLERS = {
    "actor": ("Agent", "Place", "Event", "Agreement"),
    "recipient": ("Agent", "Place", "Event", "Agreement", "Issue"),
    "theme": ("Issue", "Agreement", "Event", "Agent", "Place", "Position"),
    "place": ("Place", "State"),
    "organizer": ("Agent",),
    "host": ("Agent", "Place"),
}


def check(facts: Facts) -> list[str]:
    """Return a line for each fault of ``facts``: a thing unknown, of a wrong class, or not where the text has it."""
    return list(_faults(facts))


def _faults(facts: Facts) -> Iterator[str]:
    kinds = {entity.id: entity.kind for entity in facts.entities}
    kinds.update((event.id, event.kind) for event in facts.events)
    for name, kind in kinds.items():
        if ID.fullmatch(name) is None:
            yield f"{name!r}: expected an id such as state_RU"
        if kind not in PARENT:
            yield f"{name}: expected a class of the ontology, got {kind!r}"
    for entity in facts.entities:
        if not entity.label.strip():
            yield f"{entity.id}: expected a label, got none"
        for term, value in entity.facts:
            if term in STRUCTURE and value in kinds:
                yield from _of_class(f"{entity.id} {term}", kinds, str(value), RANGE[term])
    for event in facts.events:
        yield from _event(event, kinds, facts.article)
    for assertion in facts.assertions:
        yield from _assertion(assertion, kinds, facts.article)
    told = {*kinds, *(assertion.id for assertion in facts.assertions)}
    for claim in facts.claims:
        yield from _claim(claim, kinds, told, facts.article)
    length = len(facts.article.text)
    for mention in facts.mentions:
        if not 0 <= mention.start < mention.end <= length:
            yield f"mention of {mention.entity}: expected characters of the text, got {mention.start}-{mention.end}"


def _event(event: Event, kinds: dict[str, str], article: Article) -> Iterator[str]:
    if not is_event(event.kind):
        yield f"{event.id}: expected a type of event, got {event.kind!r}"
    for role, filler in event.roles:
        if role not in ROLES:
            yield f"{event.id}: expected one of the roles {', '.join(ROLES)}, got {role!r}"
        else:
            yield from _of_class(f"{event.id} {role}", kinds, filler, FILLERS[role])
        yield from _known(event.id, kinds, filler)
    yield from _stated(event.id, event.status, event.date, event.evidence, article)
    yield from _said(event.id, kinds, event.attributed_to)


def _assertion(assertion: Assertion, kinds: dict[str, str], article: Article) -> Iterator[str]:
    name = f"{assertion.subject} {assertion.predicate} {assertion.object}"
    yield from _known(name, kinds, assertion.subject, assertion.object, assertion.event)
    yield from _said(name, kinds, assertion.attributed_to)
    if assertion.event is not None:
        yield from _of_class(f"{name} in", kinds, assertion.event, ("Event",))
    yield from _stated(name, assertion.status, assertion.date, assertion.evidence, article)
    if assertion.predicate not in PREDICATES:
        yield f"{name}: expected a property of the ontology, got {assertion.predicate!r}"
        return
    for filler, allowed in (
        (assertion.subject, DOMAIN[assertion.predicate]),
        (assertion.object, RANGE[assertion.predicate]),
    ):
        yield from _of_class(name, kinds, filler, allowed)


def _claim(claim: Claim, kinds: dict[str, str], told: set[str], article: Article) -> Iterator[str]:
    yield from _said(claim.id, kinds, claim.speaker)
    yield from _known(claim.id, kinds, claim.capacity, claim.addressee)
    if claim.capacity is not None:
        yield from _of_class(f"{claim.id} as", kinds, claim.capacity, ("Position",))
    if claim.addressee is not None:
        yield from _of_class(f"{claim.id} to", kinds, claim.addressee, FILLERS["actor"])
    yield from _stated(claim.id, claim.status, claim.date, claim.evidence, article)
    for item in sorted(claim.content - told):
        yield f"{claim.id}: states {item}, which the article's facts lack"


def _stated(
    name: str, status: str, date: str | None, evidence: tuple[Evidence, ...], article: Article
) -> Iterator[str]:
    if status not in STATUSES:
        yield f"{name}: expected one of {', '.join(STATUSES)}, got {status!r}"
    if date is not None and times.bounds(date) is None:
        yield f"{name}: expected a date such as 2018, 2018-04-24 or an interval of two, got {date!r}"
    if not evidence:
        yield f"{name}: expected a sentence that states it, got none"
    for item in evidence:
        if article.text[item.start : item.end] != item.quote:
            yield f"{name}: characters {item.start}-{item.end} are not the words quoted"
        if not 0 <= item.confidence <= 1:
            yield f"{name}: expected a confidence between 0 and 1, got {item.confidence}"
        for span in (item.subject, item.predicate, item.object):
            if span is not None and not 0 <= span[0] <= span[1] <= len(article.text):
                yield f"{name}: expected characters of the text, got {span[0]}-{span[1]}"


def _known(name: str, kinds: dict[str, str], *others: str | None) -> Iterable[str]:
    return [f"{name}: refers to {other}, which is not described" for other in others if other and other not in kinds]


def _said(name: str, kinds: dict[str, str], speaker: str | None) -> Iterator[str]:
    if speaker is not None:
        yield from _known(name, kinds, speaker)
        yield from _of_class(f"{name} said by", kinds, speaker, SPEAKERS)


def _of_class(name: str, kinds: dict[str, str], filler: str, allowed: tuple[str, ...]) -> Iterator[str]:
    kind = kinds.get(filler)
    if kind in PARENT and not _is(kind, allowed):
        yield f"{name}: expected {' or '.join(allowed)}, got {filler}, a {kind}"


@lru_cache(maxsize=2048)
def _is(kind: str, allowed: tuple[str, ...]) -> bool:
    return not set(ancestors(kind)).isdisjoint(allowed)
