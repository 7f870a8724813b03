"""What flows through the project: articles, entities, events, assertions and their evidence.

Everything here is immutable, and equality means "says the same thing": evidence is never compared,
so merging parts made elsewhere is set union. Ids are content hashes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

Status = Literal["actual", "planned", "hypothetical", "negated"]
STATUSES: tuple[Status, ...] = ("actual", "planned", "hypothetical", "negated")


@lru_cache(1024)
def digest(*parts: str) -> str:
    """Return 16 hex digits that depend on ``parts`` alone, in their order."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()[:16]


@dataclass(frozen=True)
class Article:
    """One text with what is known of its publication.

    ``text`` holds the headline too, where there is one: ``text[:title_end]`` is the headline, and every
    offset in the project counts characters of ``text``. ``date`` is ISO 8601 (``2021-10-27``) or None.
    """

    id: str
    text: str
    title: str | None = None
    date: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    title_end: int = 0

    @property
    def sha256(self) -> str:
        """Return the SHA-256 of the UTF-8 text, in hex."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    @property
    def node(self) -> str:
        """Return the article's id in the graph: ``article_`` and 16 hex digits."""
        return "article_" + digest(self.id)


@dataclass(frozen=True)
class Entity:
    """A node of the graph, equal by ``id``.

    ``kind`` is a class of the ontology (``Person``, ``State``, ``Meeting`` ...). ``facts`` holds world knowledge
    from the gazetteer as sorted (term, value) pairs: ``wikidata`` Q-id, ``iso2``, ``iso3``, ``lat``, ``lon``, and
    entity ids under ``locatedIn``, ``positionOf``, ``partOf``.
    """

    id: str
    kind: str = field(compare=False)
    label: str = field(compare=False)
    aliases: frozenset[str] = field(default=frozenset(), compare=False)
    facts: tuple[tuple[str, str], ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Evidence:
    """The words that state a fact: characters ``start`` to ``end`` of an article (end excluded).

    ``quote`` is that stretch of text, a sentence as a rule; ``subject``, ``predicate`` and ``object`` are the
    (start, end) of the words of each part, in characters of the article. ``confidence`` is 0-1.
    """

    article: str
    start: int
    end: int
    quote: str
    rule: str
    confidence: float
    subject: tuple[int, int] | None = None
    predicate: tuple[int, int] | None = None
    object: tuple[int, int] | None = None


@dataclass(frozen=True)
class Assertion:
    """One edge as somebody states it: subject, predicate, object (ids), status, speaker and date.

    ``predicate`` is a property of the contract, such as ``attends``. ``date`` is as exact as the text: ``2018``,
    ``2018-04``, ``2018-04-24``, or an interval ``2018-04-24/2018-04-26``. ``event`` is the id of the event or
    meeting that the edge belongs to. ``attributed_to`` is an entity id.
    """

    subject: str
    predicate: str
    object: str
    status: Status = "actual"
    attributed_to: str | None = None
    date: str | None = None
    event: str | None = None
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)

    @property
    def id(self) -> str:
        """Return ``assertion_`` and the hash of what is asserted (not of where it is written)."""
        return "assertion_" + digest(
            self.subject,
            self.predicate,
            self.object,
            self.status,
            self.attributed_to or "",
            self.date or "",
            self.event or "",
        )


@dataclass(frozen=True)
class Event:
    """What happens at a time and place, as one text tells it.

    ``kind`` is ``Meeting`` or one of the 16 PLOVER types; ``roles`` holds (role, entity or event id) pairs with the
    roles ``actor``, ``recipient``, ``theme``, ``place``, ``organizer``, ``host``; ``mode``, ``context`` are PLOVER's.
    """

    id: str
    kind: str
    label: str
    roles: frozenset[tuple[str, str]] = frozenset()
    date: str | None = None
    status: Status = "actual"
    attributed_to: str | None = None
    mode: str | None = None
    context: str | None = None
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)

    def parties(self, role: str) -> list[str]:
        """Return the sorted ids that fill ``role``."""
        return sorted(filler for name, filler in self.roles if name == role)


@dataclass(frozen=True)
class Claim:
    """That a speaker says something, and what: the attributed words and the assertions or events that they carry.

    ``manner`` is ``direct``, ``indirect`` or ``according``; ``capacity`` the position (entity id) in which he speaks.
    """

    id: str
    speaker: str
    manner: Literal["direct", "indirect", "according"]
    content: frozenset[str] = frozenset()
    capacity: str | None = None
    addressee: str | None = None
    status: Status = "actual"
    date: str | None = None
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Mention:
    """Characters of an article that stand for an entity (``kind``: name, nominal, pronoun, adjective or date)."""

    article: str
    start: int
    end: int
    entity: str
    kind: str


@dataclass(frozen=True)
class Facts:
    """All that one article says: what an extraction returns and the store keeps."""

    article: Article
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    claims: tuple[Claim, ...] = ()
    mentions: tuple[Mention, ...] = ()


def merge_entities(a: Entity, b: Entity) -> Entity:
    """Return one entity with the aliases and facts of both; the longer label wins, then the alphabetical first."""
    label = min(a.label, b.label, key=lambda name: (-len(name), name))
    aliases = (a.aliases | b.aliases | {a.label, b.label}) - {label}
    return replace(a, label=label, aliases=aliases, facts=tuple(sorted({*a.facts, *b.facts})))
