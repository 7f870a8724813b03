"""Facts of invented articles, made by hand for the tests of identity."""

from __future__ import annotations

from kg.model import Article, Assertion, Entity, Event, Evidence, Facts, Status

WIKIDATA = (("wikidata", "Q1"),)


def person(name: str, *aliases: str, wikidata: str | None = None) -> Entity:
    key = wikidata or "_".join(name.lower().replace(".", "").split())
    return Entity(f"person_{key}", "Person", name, frozenset(aliases), (("wikidata", wikidata),) if wikidata else ())


def told(name: str, quote: str, *entities: Entity, date: str = "2021-05-03", **more: object) -> Facts:
    """Return an article of one sentence, with ``entities``, and ``assertions`` or ``events`` that it states."""
    article = Article(id=name, text=quote, date=date)
    return Facts(article=article, entities=tuple(sorted(entities, key=lambda e: e.id)), **more)  # type: ignore[arg-type]


def cite(name: str, quote: str) -> tuple[Evidence, ...]:
    return (Evidence(name, 0, len(quote), quote, "test", 0.9),)


def holds(name: str, who: Entity, office: str) -> Assertion:
    return Assertion(who.id, "holdsPosition", office, evidence=cite(name, "Somebody spoke."))


def event(
    name: str,
    quote: str,
    kind: str,
    label: str,
    *roles: tuple[str, str],
    date: str | None = "2021-05-03",
    status: Status = "actual",
    mode: str | None = None,
) -> Event:
    key = "".join(c if c.isalnum() else "_" for c in f"{name}_{label}")
    family = "meeting" if kind == "Meeting" else "event"
    return Event(
        id=f"{family}_{key}",
        kind=kind,
        label=label,
        roles=frozenset(roles),
        date=date,
        status=status,
        mode=mode,
        evidence=cite(name, quote),
    )
