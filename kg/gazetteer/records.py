"""The records of the gazetteer beside its entities."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Form:
    """One name of an entity and what sort of name it is.

    ``kind``: name, official, short, acronym, alias, adjective, people, capital or metonym.
    ``ambiguous``: the form is an ordinary word or another's name as well, so that it wants more evidence.
    """

    name: str
    entity: str
    kind: str
    ambiguous: bool = False


@dataclass(frozen=True)
class Membership:
    """That ``member`` belongs to ``organization`` from ``start`` to ``end`` (ISO dates; None: unknown, or still).

    ``kind``: member, observer, partner or former.
    """

    member: str
    organization: str
    start: str | None
    end: str | None
    kind: str


@dataclass(frozen=True)
class Holder:
    """That ``person`` was ``office`` ("Foreign Minister") of ``of`` from ``start`` to ``end`` (ISO dates or None)."""

    person: str
    office: str
    of: str
    start: str | None
    end: str | None


@dataclass(frozen=True)
class Office:
    """An office under its normalized label, with the other ways to write it.

    ``nominals`` stand for the office only loosely ("top diplomat"). ``level`` says what it is an office of: state,
    organization, body, military, diplomatic, party, region, court or any; or that it is but a rank: "General".
    """

    name: str
    variants: tuple[str, ...]
    nominals: tuple[str, ...]
    level: str


@dataclass(frozen=True)
class Modifier:
    """A word before an office. ``effect``: rank (makes another office), acting, former or future."""

    name: str
    variants: tuple[str, ...]
    effect: str


@dataclass(frozen=True)
class Body:
    """A sort of government body that every state has: "Foreign Ministry", with the other ways to write it.

    ``own``: a node of its own ("Foreign Ministry of Russia"); otherwise it stands for its State ("government").
    """

    name: str
    variants: tuple[str, ...]
    own: bool

    def label(self, state: str) -> str:
        """Return the label of this body of the state named ``state``: "Foreign Ministry of Russia"."""
        return f"{self.name} of {state}"
