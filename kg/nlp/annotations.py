"""What the language pipeline adds to a spaCy Doc beside tags, trees and entities.

Everything lies in ``doc.user_data["kg"]`` as one ``Annotations`` object; components fill it in running order:
layout, parser, mentions, dates, quotes, coref, linker. Token spans are ``(start, end)`` token indices, end excluded.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Doc

from kg.model import Article, Entity

KEY = "kg"


@dataclass(frozen=True)
class Dateline:
    """ "MOSCOW, October 27. /TASS/.": its characters, and place, date and agency as written (None where absent)."""

    start: int
    end: int
    place: str | None = None
    date: str | None = None
    agency: str | None = None


Manner = Literal["direct", "headline", "statement", "question"]


@dataclass(frozen=True)
class Turn:
    """A label such as "Sergey Lavrov" and the words that it may label, both as characters.

    ``manner``: the words are a speaker's own (``direct``), a headline's, what the whole rest of the text says in
    his name (``statement``), or what a journalist asks.
    """

    label: tuple[int, int]
    words: tuple[int, int]
    manner: Manner = "direct"


@dataclass(frozen=True)
class Item:
    """The characters of the mark before an item of a list, and of what it goes on from, None if it stands alone.

    "The ministers:" leads into "- welcomed the truce".
    """

    mark: tuple[int, int]
    lead: tuple[int, int] | None = None


@dataclass(frozen=True)
class Layout:
    """Paragraphs of an article's text as character spans, those that are headlines, and its dateline.

    ``boilerplate`` are the paragraphs without content ("Read more", credits); they are not parsed. ``turns`` are what
    a line labels with a name,
    ``items`` those paragraphs that are items of lists.
    """

    paragraphs: tuple[tuple[int, int], ...] = ()
    headlines: tuple[tuple[int, int], ...] = ()
    dateline: Dateline | None = None
    boilerplate: tuple[tuple[int, int], ...] = ()
    turns: tuple[Turn, ...] = ()
    items: tuple[Item, ...] = ()

    def is_headline(self, at: int) -> bool:
        """Return whether the character at ``at`` is a headline's."""
        before = bisect_right(self.headlines, at, key=lambda span: span[0])
        return before > 0 and at < self.headlines[before - 1][1]


@dataclass(eq=False)
class TokenMention:
    """Tokens that refer to an entity.

    ``kind``: ``name`` ("Sergey Lavrov"), ``nominal`` ("the minister"), ``pronoun`` ("he") or ``adjective`` ("Russian").
    ``type``: a class of the ontology (Person, State, InternationalOrganization, GovernmentBody, ArmedGroup,
    PoliticalGroup, MediaOrganization, Company, Organization, Place, Position, Event ...), None while unknown.
    ``chain``: number of the coreference chain; ``entity``: id of the entity, set by the linker.
    ``position``: text of the office for a person named with a title; ``of``: entity ids of what it represents.
    """

    start: int
    end: int
    head: int
    kind: str
    type: str | None = None
    chain: int = -1
    entity: str | None = None
    plural: bool = False
    members: tuple[str, ...] = ()


@dataclass(frozen=True)
class DateMention:
    """Tokens that give a time, and its value, None if unresolved.

    Values: ``2018``, ``2018-04``, ``2018-04-24`` or ``start/end``.
    """

    start: int
    end: int
    value: str | None


@dataclass(frozen=True)
class Entry:
    """Tokens that a date heads as an entry of a chronology, and its value."""

    start: int
    end: int
    value: str


@dataclass(frozen=True)
class Quote:
    """Tokens of speech, quotation marks included, and the head of its speaker's mention (-1 if unknown)."""

    start: int
    end: int
    speaker: int = -1
    manner: Manner = "direct"


@dataclass
class Annotations:
    """All that is known of an article beyond its parse."""

    article: Article
    layout: Layout
    mentions: list[TokenMention] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)
    titles: list[Title] = field(default_factory=list)

    heads: dict[int, TokenMention] = field(default_factory=dict)
    _index: dict[int, TokenMention] = field(default_factory=dict)
    _ordered: list[TokenMention] = field(default_factory=list)
    _indexed: int = -1

    def mention_at(self, token: int) -> TokenMention | None:
        """Return the mention whose head is ``token``, else the shortest that covers it, else None.

        ``heads`` comes first: the head of "the foreign minister, Lena Holt" stands for the person.
        """
        if self._indexed != len(self.mentions):
            self._reindex()
        return self.heads.get(token) or self._index.get(token)

    def mentions_from(self, first: int, last: int) -> list[TokenMention]:
        """Return the mentions that begin at the tokens ``first`` to ``last`` (excluded), in the order of the text."""
        if self._indexed != len(self.mentions):
            self._reindex()
        start = bisect_left(self._ordered, first, key=lambda m: m.start)
        return self._ordered[start : bisect_left(self._ordered, last, lo=start, key=lambda m: m.start)]

    def entities_at(self, token: int) -> tuple[str, ...]:
        """Return the ids of the entities that the mention at ``token`` stands for."""
        mention = self.mention_at(token)
        if mention is None:
            return ()
        return (mention.entity,) if mention.entity is not None else mention.members

    def _reindex(self) -> None:
        self._index.clear()
        for mention in sorted(self.mentions, key=lambda m: (m.start - m.end, m.start)):
            for token in range(mention.start, mention.end):
                self._index[token] = mention
        for mention in self.mentions:
            self._index[mention.head] = mention
        self._ordered = sorted(self.mentions, key=lambda m: m.start)
        self._indexed = len(self.mentions)


@dataclass(frozen=True)
class Title:
    """A person's office as one phrase of the text gives it: "Russian Foreign Minister" Sergey Lavrov.

    ``person`` is the head token of the person's mention, ``start``/``end`` the tokens of the title without its
    possessor, ``office`` its text ("Foreign Minister"), ``of`` the head tokens of the mentions of the State or
    organization that it belongs to, ``former`` whether it is past ("then-President", "ex-Minister").
    """

    person: int
    start: int
    end: int
    office: str
    of: tuple[int, ...] = ()
    former: bool = False


def notes(doc: Doc) -> Annotations:
    """Return what the pipeline noted on ``doc``.

    Raises:
        KeyError: ``doc`` did not come from ``kg.load()``.
    """
    found: Annotations = doc.user_data[KEY]
    return found
