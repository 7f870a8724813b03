"""A dossier: all that a graph tells of one thing, or of two and what is between them, on one page to be read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kg.views.accounts import UNDATED, Accounts, Statement, span
from kg.views.differences import Difference, differences
from kg.views.page import environment, policy
from kg.views.reading import reading_style

POSTS = ("holdsPosition", "represents", "memberOf", "partOf")
PART = ("hosts", "organizes", "attends", "takesPlaceIn", "addresses")
MOST_BARS = 40
# What a reader can still go through: of more, the page says how many were left out.
MOST = 200


@dataclass(frozen=True)
class Counterpart:
    """Who is joined with the subject: by how many statements (what it does, what they do) and events, when last."""

    name: str
    statements: int
    events: int
    does: tuple[tuple[str, int], ...]
    meets: tuple[tuple[str, int], ...]
    latest: str | None


@dataclass(frozen=True)
class Bar:
    """How many events fall into one stretch of time."""

    label: str
    count: int


@dataclass(frozen=True)
class Saying:
    """What a speaker says of a party or matter, or of several in the same sentences, and how these were read."""

    speaker: str
    about: tuple[str, ...]
    claims: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True)
class Dossier:
    """What the page shows; ``names`` are one or two ids."""

    names: tuple[str, ...]
    statements: tuple[Statement, ...]
    events: tuple[str, ...]
    posts: tuple[Statement, ...]
    parts: tuple[Statement, ...]
    known: tuple[tuple[str, str, str], ...]
    counterparts: tuple[Counterpart, ...]
    sayings: tuple[Saying, ...]
    heard: tuple[Statement, ...]
    differences: tuple[Difference, ...]
    articles: tuple[str, ...]
    bars: tuple[Bar, ...]
    figures: tuple[tuple[str, str], ...]

    @property
    def own(self) -> list[Statement]:
        """Return the statements that do not rest on the word of somebody else."""
        return [s for s in self.statements if not s.by or s.by in self.names]


def dossier(accounts: Accounts, names: Sequence[str]) -> Dossier:
    """Return the dossier of the thing ``names[0]``, or of what is between two things."""
    between = len(names) == 2
    statements = list(accounts.statements(names[0]))
    events = accounts.events(names[0])
    if accounts.is_event(names[0]):
        known = {s.id for s in statements}
        statements += [s for s in accounts.statements_of_event(names[0]) if s.id not in known]
    if between:
        shared = set(accounts.events(names[1]))
        events = [event for event in events if event in shared]
        in_both = {s.id for event in events for s in accounts.statements_of_event(event)}
        ends = set(names)
        extra = {s.id for name in names for s in accounts.statements(name) if s.id in in_both}
        every = {s.id: s for name in names for s in accounts.statements(name)}
        statements = [s for key, s in every.items() if {s.subject, s.object} == ends or key in extra]
        statements.sort(key=lambda s: (span(s.date), s.id))
    articles = _articles(accounts, statements, events)
    apart = {s.id for s in statements if s.predicate in POSTS}
    parts = [s for s in statements if s.predicate in PART and accounts.kind(names[0]) == "Meeting"]
    return Dossier(
        names=tuple(names),
        statements=tuple(s for s in statements if s.id not in apart and s not in parts),
        events=tuple(events),
        posts=tuple(s for s in statements if s.id in apart),
        parts=tuple(sorted(parts, key=lambda s: (PART.index(s.predicate), accounts.label(s.other(names[0]))))),
        known=tuple(accounts.known(names[0])) if not between else (),
        counterparts=() if between else tuple(_counterparts(accounts, names[0], statements)),
        sayings=tuple(_sayings(accounts, names)),
        heard=tuple(s for s in statements if s.by and s.by not in names),
        differences=tuple(differences(accounts, statements, events)),
        articles=tuple(articles),
        bars=tuple(_bars(accounts, events, statements)),
        figures=tuple(_figures(accounts, statements, events, articles)),
    )


def _articles(accounts: Accounts, statements: Iterable[Statement], events: Iterable[str]) -> list[str]:
    cited = [s.evidence for s in statements] + [accounts.record(event).get("evidence", ()) for event in events]
    return accounts.latest({evidence["article"] for evidences in cited for evidence in evidences})


def _figures(
    accounts: Accounts, statements: Sequence[Statement], events: Sequence[str], articles: Sequence[str]
) -> Iterable[tuple[str, str]]:
    """Yield the numbers at the head of the page, each with what it counts."""
    statuses = Counter(s.status for s in statements)
    outlets = {accounts.articles[name].get("source") for name in articles} - {None, ""}
    days = [accounts.when(event) for event in events] + [s.date for s in statements]
    ends = [span(day) for day in days if span(day) != UNDATED]
    yield counted(len(statements), "statement")
    for status in ("planned", "hypothetical", "negated"):
        if statuses[status]:
            yield str(statuses[status]), f"of them {status}"
    yield counted(len(events), "event")
    yield counted(len(articles), "article")
    yield counted(len(outlets), "source")
    if ends:
        first, last = min(begin for begin, _ in ends)[:4], max(end for _, end in ends)[:4]
        yield first if first == last else f"{first}–{last}", "year" if first == last else "years"


def counted(number: int, thing: str) -> tuple[str, str]:
    """Return a number and what it counts, in the plural where that is needed."""
    return str(number), thing if number == 1 else f"{thing}s"


def _counterparts(accounts: Accounts, name: str, statements: Sequence[Statement]) -> Iterable[Counterpart]:
    does: defaultdict[str, Counter[str]] = defaultdict(Counter)
    meets: defaultdict[str, Counter[str]] = defaultdict(Counter)
    dates: defaultdict[str, list[str]] = defaultdict(list)
    for statement in statements:
        other = statement.other(name)
        (does if statement.subject == name else meets)[other][statement.predicate] += 1
        if statement.date and span(statement.date) != UNDATED:
            dates[other].append(statement.date)
    for event in accounts.events(name):
        when = accounts.when(event)
        for _, filler in accounts.record(event)["roles"]:
            dates[filler] += [when] if when else []
    for other, stated, shared in accounts.counterparts(name):
        yield Counterpart(
            other,
            stated,
            shared,
            tuple(does[other].most_common()) if other in does else (),
            tuple(meets[other].most_common()) if other in meets else (),
            max(dates[other], key=span, default=None) if other in dates else None,
        )


def _sayings(accounts: Accounts, names: Sequence[str]) -> Iterable[Saying]:
    """Yield what each of ``names`` says of others; of two, only what each says of the other."""
    for speaker in names:
        about: defaultdict[str, list[str]] = defaultdict(list)
        for claim in accounts.claims(speaker):
            for other in _matters(accounts, accounts.record(claim), speaker):
                about[other].append(claim)
        together: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for other, claims in sorted(about.items(), key=lambda item: (-len(item[1]), accounts.label(item[0]))):
            if len(names) == 1 or other in names:
                together[tuple(claims)].append(other)
        for said, others in together.items():
            yield Saying(speaker, tuple(others), tuple(accounts.record(claim) for claim in said))


def _matters(accounts: Accounts, claim: Mapping[str, Any], speaker: str) -> list[str]:
    """Return whom or what a claim is about: who takes part in what it says; the addressee if nobody does."""
    found: dict[str, None] = {}
    for item in claim.get("content", ()):
        statement = accounts.statement(item)
        if statement is not None:
            found |= dict.fromkeys((statement.subject, statement.object))
        elif item in accounts:
            found |= dict.fromkeys(filler for _, filler in accounts.record(item).get("roles", ()))
    others = [name for name in found if name != speaker and not accounts.is_event(name)]
    addressee = claim.get("addressee")
    return others or ([addressee] if addressee else [])


def _bars(accounts: Accounts, events: Iterable[str], statements: Iterable[Statement]) -> list[Bar]:
    """Return the number of events, and of dated statements that belong to none, by month; by year if that is long."""
    days = [accounts.when(event) for event in events] + [s.date for s in statements if not s.event]
    starts = sorted(begin for day in days if (begin := span(day)[0]) != UNDATED[0] and begin[:4] > "1000")
    if not starts:
        return []
    first, last = date.fromisoformat(starts[0]), date.fromisoformat(starts[-1])
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months <= MOST_BARS:
        counts = Counter(start[:7] for start in starts)
        keys = [f"{(at := first.year * 12 + first.month - 1 + i) // 12:04}-{at % 12 + 1:02}" for i in range(months)]
        return [Bar(key, counts[key]) for key in keys]
    step = -(-(last.year - first.year + 1) // MOST_BARS)
    years = Counter((int(start[:4]) - first.year) // step for start in starts)
    labels = [first.year + i * step for i in range((last.year - first.year) // step + 1)]
    return [Bar(str(year) if step == 1 else f"{year}/{year + step - 1}", years[i]) for i, year in enumerate(labels)]


def nowhere(name: str | None) -> str:
    """Return no address: what a page that stands alone can link to."""
    return ""


def dossier_page(
    accounts: Accounts,
    names: Sequence[str],
    link: Callable[[str], str] = nowhere,
    day: Callable[[str | None], str] = nowhere,
) -> str:
    """Return the page of a dossier as one file; ``link`` and ``day`` give the addresses of things and of dates."""
    return (
        environment()
        .get_template("dossier.html")
        .render(
            it=dossier(accounts, names),
            accounts=accounts,
            link=link,
            day=day,
            most=MOST,
            style=reading_style(),
            policy=policy([], [reading_style()]),
        )
    )
