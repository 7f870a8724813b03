"""What the rows of the lexicon say, each as a record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from kg.model import Status


@dataclass(frozen=True)
class Condition:
    """Something that must hold of a clause for a frame to match.

    ``kind``: ``has`` (``slot`` is filled, by one of ``values`` if there are any), ``no`` (it is not), ``agent``,
    ``place``, ``person``, ``event``, ``force`` or ``people`` (what fills it is one), ``xcomp`` (an open complement,
    headed by one of ``values`` if there are any), ``comp`` (any clausal complement), ``plural``, ``passive``.
    """

    kind: str
    slot: str = ""
    values: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Frame:
    """A predicate with its arguments, the event type it means and the role that each argument takes.

    ``actor``, ``recipient`` and ``theme`` are slots of a clause, best first. ``property`` is the direct edge, empty
    if it is the type's own.
    """

    type: str
    mode: str
    pos: str
    lemma: str
    conditions: tuple[Condition, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    theme: tuple[str, ...]
    property: str
    example: str


@dataclass(frozen=True)
class LightVerb:
    """A verb that says little itself: "held" of "held talks".

    ``via`` is the slot of the eventive noun, ``gives`` the role that the verb's subject has in its event.
    """

    verb: str
    via: str
    gives: Literal["actor", "recipient"]


@dataclass(frozen=True)
class Complement:
    """What a predicate does to the clause, or to the event noun, that it takes.

    ``type`` is the event type of the whole, empty if it has none of its own ("plan").
    """

    lemma: str
    pos: str
    effect: str
    type: str
    example: str


@dataclass(frozen=True)
class SpeechVerb:
    """A verb, noun or phrase of speech; ``addressee`` are the slots of whom it is said to."""

    lemma: str
    pos: str
    kind: str
    addressee: tuple[str, ...]
    example: str


@dataclass(frozen=True)
class Modal:
    """A word that changes the status of what it stands with; ``attributed``: it hints at an unnamed source."""

    cue: str
    status: Status
    attributed: bool


@dataclass(frozen=True)
class Issue:
    """A known issue under its usual phrase; ``kind`` is the class of the ontology: Issue or Threat."""

    phrase: str
    kind: str
    synonyms: tuple[str, ...]


@dataclass(frozen=True)
class Cue:
    """A word of another walk of life. ``strong``: it is enough by itself; otherwise two of a domain are wanted."""

    word: str
    domain: str
    strong: bool


@dataclass(frozen=True)
class Tables:
    """The rows of the lexicon's files, in their order."""

    frames: tuple[Frame, ...]
    lightverbs: tuple[LightVerb, ...]
    complements: tuple[Complement, ...]
    speech: tuple[SpeechVerb, ...]
    modals: tuple[Modal, ...]
    issues: tuple[Issue, ...]
    nouns: Mapping[str, frozenset[str]]
    contexts: Mapping[str, str]
    cameo: Mapping[tuple[str, str], tuple[str, ...]]
    unpolitical: tuple[Cue, ...]
    verdicts: Mapping[str, frozenset[str]]
    prospects: Mapping[str, Status]
    confidence: Mapping[tuple[str, str], float]
