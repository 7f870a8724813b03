"""Which event is which: tellings of one event in several articles, and the meetings among them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from kg.graph.clusters import Clusters, blocks
from kg.graph.dates import apart, is_day, span
from kg.graph.history import step
from kg.graph.identity import EMPTY_WORDS
from kg.graph.names import words
from kg.model import Event, Facts

# Types of which either side may be told as the actor.
MUTUAL = frozenset({"Consult", "Cooperate", "Agree", "Meeting"})
LEVELS = {
    "summit": "summit",
    "leaders": "summit",
    "presidents": "summit",
    "ministerial": "ministers",
    "ministers": "ministers",
    "ministries": "ministers",
    "experts": "experts",
    "parliamentary": "parliament",
}
ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth")
# Articles this many days apart may tell of one event before it happens and after.
FAR = 400
NEAR = 7
ENOUGH = 4


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as one article tells it, its parties by the ids that stand for them."""

    event: Event
    published: str | None
    place: frozenset[str]
    sides: frozenset[str]
    actors: frozenset[str]
    recipients: frozenset[str]
    themes: frozenset[str]
    organizers: frozenset[str]
    said: frozenset[str]

    @property
    def moved(self) -> bool:
        """Return whether the article says that the event was put off or called off."""
        return step(self.event)[0] in ("postponed", "cancelled")


def tellings(parts: Iterable[Facts], find: Callable[[str], str], states: dict[str, str]) -> list[Telling]:
    """Return the events of all articles that may be told again; ``states`` gives the State that a place lies in."""
    found = []
    # Most parties are those of many events: each set of them is in memory once.
    shared: dict[frozenset[str], frozenset[str]] = {}
    for part in parts:
        for event in part.events:
            telling = _telling(event, part.article.date, find, states, lambda ids: shared.setdefault(ids, ids))
            if event.status in ("actual", "planned") or (event.status == "negated" and telling.moved):
                found.append(telling)
    return sorted(found, key=lambda t: (t.published or "", t.event.id))


def _telling(
    event: Event,
    published: str | None,
    find: Callable[[str], str],
    states: dict[str, str],
    once: Callable[[frozenset[str]], frozenset[str]],
) -> Telling:
    def fill(*roles: str) -> frozenset[str]:
        return once(frozenset(find(i) for role, i in event.roles if role in roles))

    place = fill("place")
    return Telling(
        event=event,
        published=published,
        place=once(place | {states[i] for i in place if i in states}),
        sides=fill("actor", "recipient", "host") if event.kind in MUTUAL else fill("actor"),
        actors=fill("actor"),
        recipients=fill("recipient"),
        themes=fill("theme"),
        organizers=fill("organizer"),
        said=once(frozenset(words(event.label)) - EMPTY_WORDS),
    )


def join_events(told: list[Telling], clusters: Clusters) -> None:
    """Join in ``clusters`` the tellings of one event: type, parties, dates and places fit."""
    meetings = [t for t in told if t.event.kind == "Meeting"]
    for a, b in _candidates(_meeting_keys(meetings)):
        score, because = _alike(a, b)
        if score >= ENOUGH:
            clusters.join(a.event.id, b.event.id, "same meeting", because)
    for a, b in _candidates(_event_keys(told)):
        because = _one_event(a, b)
        if because:
            clusters.join(a.event.id, b.event.id, "same event", because)


def _candidates(keyed: Iterable[tuple[object, Telling]]) -> Iterator[tuple[Telling, Telling]]:
    """Yield the pairs that share a key, nearest in their days of publication first within each block."""
    for block in blocks(keyed):
        close = ((_gap(a, b), a.event.id, b.event.id, a, b) for a, b in combinations(block, 2))
        for gap, *_, a, b in sorted(close, key=lambda item: item[:3]):
            if gap <= FAR:
                yield a, b


def _gap(a: Telling, b: Telling) -> int:
    days = apart(a.published, b.published) if a.published and b.published else 0
    return days or 0


def _meeting_keys(meetings: Iterable[Telling]) -> Iterator[tuple[object, Telling]]:
    for t in meetings:
        for organizer in sorted(t.organizers):
            yield ("organizer", organizer), t
        for place in sorted(i for i in t.place if i.startswith("place_")):
            yield ("place", place), t
        for pair in combinations(sorted(t.sides)[:12], 2):
            yield ("sides", pair), t


def _alike(a: Telling, b: Telling) -> tuple[int, str]:
    """Return how much speaks for one meeting, and what; 0 if something speaks against it."""
    moved = a.moved or b.moved
    dates = (a.event.date, b.event.date)
    days = apart(dates[0], dates[1]) if dates[0] and dates[1] else None
    if _levels_differ(a, b) or (a.place and b.place and not a.place & b.place):
        return 0, ""
    if days is None and _gap(a, b) > NEAR and not moved:
        return 0, ""
    if days is not None and days > 0 and not moved:
        return 0, ""
    shared = a.sides & b.sides
    fewer = min(len(a.said), len(b.said)) or 1
    overlap = len(a.said & b.said) / fewer
    reasons = [
        (2 * bool(a.organizers & b.organizers), "organizer"),
        (bool(a.place & b.place), "place"),
        (2 * (len(shared) > 1 and len(shared) * 2 >= min(len(a.sides), len(b.sides))), "parties"),
        (2 if overlap >= 0.75 else 1 if overlap >= 0.5 else 0, "name"),
        (days == 0 and is_day(dates[0]) and is_day(dates[1]), "day"),
    ]
    return sum(int(points) for points, _ in reasons), "same " + ", ".join(name for points, name in reasons if points)


def _levels_differ(a: Telling, b: Telling) -> bool:
    """Return whether the labels tell of meetings of different rank or number."""
    ranks = [{LEVELS[word] for word in t.said if word in LEVELS} for t in (a, b)]
    numbers = [{word for word in t.said if ORDINAL.fullmatch(word)} for t in (a, b)]
    return any(bool(one and two and not one & two) for one, two in (ranks, numbers))


def _event_keys(told: Iterable[Telling]) -> Iterator[tuple[object, Telling]]:
    for t in told:
        days = span(t.event.date) if t.event.date and is_day(t.event.date) else None
        if days is None:
            continue
        kind = "Consult" if t.event.kind == "Meeting" else t.event.kind
        parties = _parties(t)
        # A day to either side: news of one day may be dated by where it was written.
        for day in range(days[0], days[1] + 2):
            yield (kind, parties, day), t


def _parties(t: Telling) -> tuple[tuple[str, ...], ...]:
    if t.event.kind in MUTUAL:
        return (tuple(sorted(t.actors | t.recipients)),)
    return tuple(sorted(t.actors)), tuple(sorted(t.recipients))


def _one_event(a: Telling, b: Telling) -> str:
    """Return why two tellings of a kind, with the same parties and near dates, are of one event; empty if not."""
    both = _parties(a)
    known = len(both[0]) > 1 if len(both) == 1 else bool(both[0] and both[1])
    if not known and not (both[0] and a.themes & b.themes):
        return ""
    if a.event.mode != b.event.mode and "Meeting" not in (a.event.kind, b.event.kind):
        return ""
    if a.place and b.place and not a.place & b.place:
        return ""
    if a.event.kind == b.event.kind == "Meeting" and _levels_differ(a, b):
        return ""
    return f"{a.event.kind} of the same parties on {a.event.date}" + (" in the same place" if a.place & b.place else "")
