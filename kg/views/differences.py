"""What texts tell differently about one matter: its status, who says so, who did it to whom, when and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from kg.views.accounts import UNDATED, Accounts, Statement, span
from kg.vocab import SYMMETRIC

# Reports of one matter lie close together: days between the dates that two of them give, and between the reports.
NEAR_DAYS = 3
# What is done to somebody can be turned round: each accuses the other of it.
HOSTILE = frozenset({"assaults", "coerces", "threatens", "sanctions"})


@dataclass(frozen=True)
class Difference:
    """Versions of one matter and in what they differ: any of status, speaker, date, place and direction."""

    subject: str
    predicate: str
    object: str
    aspects: tuple[str, ...]
    versions: tuple[Statement, ...]


def differences(accounts: Accounts, statements: Iterable[Statement], events: Iterable[str]) -> list[Difference]:
    """Return the matters among ``statements`` and those of ``events`` that are told in several ways.

    The most disputed come first.
    """
    every = {s.id: s for s in statements}
    every |= {s.id: s for event in events for s in accounts.statements_of_event(event)}
    groups: defaultdict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for statement in every.values():
        groups[_matter(statement)].append(statement)
    found = [difference for group in groups.values() if (difference := _told(accounts, group)) is not None]
    found += _elsewhere(accounts, every.values())
    return sorted(
        found,
        key=lambda d: (-len(d.aspects), -len(d.versions), accounts.label(d.subject), d.predicate, d.versions[0].id),
    )


def _matter(statement: Statement) -> tuple[str, str, str]:
    """Return what a statement is about whoever tells it: hostile and mutual acts, whichever way they are told."""
    if statement.predicate in HOSTILE or statement.predicate in SYMMETRIC:
        first, second = sorted((statement.subject, statement.object))
        return first, statement.predicate, second
    return statement.subject, statement.predicate, statement.object


def _told(accounts: Accounts, group: Sequence[Statement]) -> Difference | None:
    """Return the statements of one matter if they differ."""
    ordered = tuple(sorted(group, key=lambda s: (span(s.date), s.status, s.id)))
    turned = ordered[0].predicate in HOSTILE and len({s.subject for s in ordered}) > 1
    aspects = {
        "status": len({s.status for s in ordered}) > 1,
        "speaker": len({s.by for s in ordered}) > 1,
        "date": any(_other_day(accounts, one, other) for one, other in combinations(ordered, 2)),
        "direction": turned and len({s.by for s in ordered}) > 1,
    }
    differing = tuple(name for name, differs in aspects.items() if differs)
    if not differing:
        return None
    return Difference(ordered[0].subject, ordered[0].predicate, ordered[0].object, differing, ordered)


def _other_day(accounts: Accounts, one: Statement, other: Statement) -> bool:
    """Return whether two articles of about the same time give the same act days that differ, though not by much."""
    if UNDATED in (span(one.date), span(other.date)) or one.status != other.status:
        return False
    (begin, end), (since, until) = span(one.date), span(other.date)
    if begin <= until and since <= end:
        return False
    apart = _days(end, since) if end < since else _days(until, begin)
    return apart <= NEAR_DAYS and _reported_together(accounts, one, other)


def _reported_together(accounts: Accounts, one: Statement, other: Statement) -> bool:
    """Return whether different articles of nearly the same day tell the two statements."""
    mine, others = ({e["article"] for e in s.evidence} for s in (one, other))
    if mine & others:
        return False
    days = [
        sorted(day for name in names if (day := accounts.articles.get(name, {}).get("date")))
        for names in (mine, others)
    ]
    return all(days) and any(abs(_days(a, b)) <= NEAR_DAYS for a in days[0] for b in days[1])


def _days(first: str, last: str) -> int:
    """Return the number of days from one day to another; many if either is no calendar day."""
    try:
        return (date.fromisoformat(last) - date.fromisoformat(first)) // timedelta(days=1)
    except ValueError:
        return NEAR_DAYS + 1


def _elsewhere(accounts: Accounts, statements: Iterable[Statement]) -> Iterator[Difference]:
    """Yield meetings and events that different articles put in different places, neither of which lies in the other."""
    places: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.predicate == "takesPlaceIn":
            places[statement.subject].append(statement)
    for subject, told in places.items():
        ordered = tuple(sorted(told, key=lambda s: (accounts.label(s.object), s.id)))
        if any(_apart(accounts, one, other) for one, other in combinations(ordered, 2)):
            yield Difference(subject, "takesPlaceIn", ordered[0].object, ("place",), ordered)


def _apart(accounts: Accounts, one: Statement, other: Statement) -> bool:
    """Return whether two places of one meeting exclude each other, as far as the graph knows."""
    if one.object == other.object or not {e["article"] for e in one.evidence}.isdisjoint(
        e["article"] for e in other.evidence
    ):
        return False
    return other.object not in _within(accounts, one.object) and one.object not in _within(accounts, other.object)


def _within(accounts: Accounts, place: str) -> set[str]:
    """Return the places and States that the gazetteer says ``place`` lies in."""
    found: set[str] = set()
    ahead = [place]
    while ahead:
        inner = ahead.pop()
        for subject, predicate, outer in accounts.known(inner):
            if subject == inner and predicate == "locatedIn" and outer not in found:
                found.add(outer)
                ahead.append(outer)
    return found
