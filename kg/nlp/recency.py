"""What an article spoke of last, as far as words that point back may reach."""

from __future__ import annotations

from collections import deque
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from kg.nlp.annotations import Annotations, TokenMention

# How many mentions back an antecedent may lie: a text of any length costs the same per word.
WINDOW = 40
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
# Relations under which a name is part of the phrase of another word.
WITHIN = frozenset({"appos", "flat", "flat:name", "compound", "nmod:desc", "conj"})


@dataclass
class Recent:
    """What was spoken of last: entities by what they are, and groups of two or more.

    Of a person: entity, first token, whether it was a subject. Of a State or body: entity, class, first token, whether
    it was a subject. Of a group: whether it is of persons, its members, and its part: 2 if it acts, 1 if it is acted
    on, 0 if it is named in passing. ``parties`` are groups whose members had to do with each other, and whether
    they are persons. A ``crowd`` is one entity that takes "they": the Palestinians, the rebels.
    """

    people: deque[tuple[str, int, bool]] = field(default_factory=lambda: deque(maxlen=WINDOW))
    bodies: deque[tuple[str, str, int, bool]] = field(default_factory=lambda: deque(maxlen=WINDOW))
    groups: deque[tuple[bool, tuple[str, ...], int]] = field(default_factory=lambda: deque(maxlen=WINDOW))
    parties: deque[tuple[bool, tuple[str, ...]]] = field(default_factory=lambda: deque(maxlen=WINDOW))
    group_at: int = -1
    crowd: str | None = None
    crowd_at: int = -1
    gender: dict[str, str] = field(default_factory=dict)

    def last_people(self, count: int = 2) -> tuple[str, ...]:
        """Return the last ``count`` different persons, in the order in which they were named."""
        return _last([person for person, _, _ in self.people], count)

    def last_group(
        self, personal: bool | None = None, count: int = 0, *, without: AbstractSet[str] = frozenset()
    ) -> tuple[str, ...]:
        """Return the last persons, or others, that were named together or met: ``count`` of them if given.

        None of them is one of ``without``: who urges "both parties" is neither.

        Who acts comes before who is acted on, and both before those named in passing ("with Cuba, Brazil and Mexico as
        guests"), unless several others were named since.
        """
        best: tuple[str, ...] = ()
        weight = -len(self.groups) - 1
        for age, (people, members, part) in enumerate(reversed(self.groups)):
            if without & set(members):
                continue
            if (personal is None or people == personal) and (not count or len(members) == count):
                worth = 2 * part - age
                if worth > weight:
                    best, weight = members, worth
        return best

    def last_parties(self, *, people: bool = False, without: AbstractSet[str] = frozenset()) -> tuple[str, ...]:
        """Return the last two that met, fought or agreed, whoever spoke of them since; persons only for ``people``."""
        known = (m for personal, m in reversed(self.parties) if people or not personal)
        return next((m for m in known if len(m) == 2 and not without & set(m)), ())

    def only_people(self) -> tuple[str, ...]:
        """Return the two persons of the text so far, nothing if there were fewer or more."""
        found = tuple(dict.fromkeys(person for person, _, _ in self.people))
        return found if len(found) == 2 else ()

    def last_states(self, count: int = 2, *, without: AbstractSet[str] = frozenset()) -> tuple[str, ...]:
        """Return the last ``count`` different States, none of them in ``without``."""
        return _last([e for e, kind, _, _ in self.bodies if kind == "State" and e not in without], count)

    def only_state(self) -> str | None:
        """Return the State that was spoken of if it was one alone."""
        states = {entity for entity, kind, _, _ in self.bodies if kind == "State"}
        return states.pop() if len(states) == 1 else None


def _last(items: list[str], count: int) -> tuple[str, ...]:
    found = list(dict.fromkeys(reversed(items)))[:count]
    return tuple(reversed(found)) if len(found) == count else ()


@dataclass
class Walk:
    """One article as coreference walks it.

    ``offices`` are (person, office, owners) of its titles, ``speakers`` the head of the speaker of each quoted token,
    ``by_head`` the mentions found so far by their heads, ``collectives`` the token, lemma and organization of each
    "SCO ministers" once they are asked for, ``delegates`` the token and the States of the last
    "ministers of Chad and Mali", ``spoken_for`` the State of a spokesman.
    """

    doc: Doc
    noted: Annotations
    lower: list[str]
    offices: list[tuple[str, str, tuple[str, ...]]]
    speakers: dict[int, int]
    by_head: dict[int, TokenMention]
    recent: Recent = field(default_factory=Recent)
    issuer: str | None = None
    collectives: list[tuple[int, str, str]] | None = None
    spoken_for: dict[str, str | None] = field(default_factory=dict)
    delegates: dict[str, tuple[int, tuple[str, ...]]] = field(default_factory=dict)

    def at(self, token: int) -> TokenMention | None:
        """Return the mention at ``token``, one found on the walk included."""
        return self.by_head.get(token) or self.noted.mention_at(token)

    def entity(self, token: int) -> str | None:
        """Return the one entity that ``token`` stands for."""
        found = self.at(token)
        return found.entity if found is not None else None

    def entities(self, token: int) -> tuple[str, ...]:
        """Return the entities that ``token`` stands for."""
        found = self.at(token)
        if found is None:
            return ()
        return (found.entity,) if found.entity is not None else found.members

    def kind(self, entity: str) -> str:
        """Return the class of ``entity``."""
        return self.noted.entities[entity].kind


def is_subject(token: Token) -> bool:
    """Return whether ``token`` is a subject or stands in the phrase of one: "Iran's president, Hassan Rouhani"."""
    for _ in range(4):
        if token.dep_ in SUBJECTS:
            return True
        if token.dep_ not in WITHIN or token.head.i == token.i:
            return False
        token = token.head
    return False


def part_of(token: Token) -> int:
    """Return 2 if what is coordinated with ``token`` acts, 1 if it is acted on or stands after "between", else 0."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    if is_subject(token):
        return 2
    between = any(c.dep_ == "case" and c.lower_ == "between" for c in token.children)
    return int(between or token.dep_ in ("obj", "iobj", "obl:agent"))


# What is done with, between or against another involves both.
MUTUAL = frozenset({"with", "against", "to", "by"})
TALKS = frozenset("meeting talk conversation call discussion consultation negotiation session lunch dinner".split())


# What several do, they do with each other.
JOINT = frozenset(
    "sign meet fight clash agree negotiate talk exchange trade reach conclude initial ratify normalize normalise share "
    "battle skirmish wage dispute contest swap restore sever resume cooperate border quarrel accuse confer "
    "consult".split()
)


def is_joint(token: Token) -> bool:
    """Return whether those coordinated with ``token`` had to do with each other: "Chad and Mali fought"."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    if any(c.dep_ == "case" and c.lower_ == "between" for c in token.children):
        return True
    for _ in range(4):
        if token.dep_ in SUBJECTS:
            break
        if token.dep_ not in (*WITHIN, "nmod", "nmod:poss") or token.head.i == token.i:
            return False
        token = token.head
    verb = token.head
    # "Chad and Mali accused Togo": of the three, none is meant.
    other = any(c.dep_ == "obj" and c.pos_ == "PROPN" for c in verb.children)
    return token.dep_ in SUBJECTS and verb.lemma_ in JOINT and not other


def remember_group(walk: Walk, token: Token) -> None:
    """Remember what is coordinated with ``token`` as the last group of several."""
    group = [walk.noted.mention_at(i) for i in sorted((token.i, *(c.i for c in token.conjuncts)))]
    own = walk.noted.mention_at(token.i)
    personal = own is not None and own.type == "Person"
    members = tuple(
        dict.fromkeys(
            m.entity for m in group if m is not None and m.entity is not None and (m.type == "Person") == personal
        )
    )
    if len(members) > 1:
        walk.recent.groups.append((personal, members, part_of(token)))
        if is_joint(token):
            walk.recent.parties.append((personal, members))
        walk.recent.group_at = token.i


def remember_encounter(walk: Walk, token: Token) -> None:
    """Remember who did something with or to ``token``, with it, as the last two: "Soto met Vega"."""
    verb = token.head
    prepositions = {c.lower_ for c in token.children if c.dep_ == "case"}
    if token.dep_ == "nmod" and "with" in prepositions and verb.lemma_ in TALKS and verb.dep_ in ("obl", "obj"):
        # "Soto said after a meeting with Vega"
        verb = verb.head
    elif token.dep_ not in ("obj", "obl") or verb.i == token.i or token.dep_ == "obl" and not prepositions & MUTUAL:
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if subject is not None and subject.conjuncts:
        # "Soto and Vega met Ruiz": these are three.
        return
    pair = [m for m in (walk.at(i) for i in (subject.i if subject else -1, token.i) if i >= 0) if m]
    members = tuple(dict.fromkeys(m.entity for m in pair if m.entity is not None))
    people = [m.type == "Person" for m in pair]
    if len(members) == 2 and people[0] == people[1] and all(m.type != "Place" for m in pair):
        walk.recent.groups.append((people[0], members, 2))
        walk.recent.parties.append((people[0], members))
        walk.recent.group_at = token.i


def fellow_subjects(walk: Walk, token: Token) -> set[str]:
    """Return who is the subject of the verb that ``token`` is an object of: "him" is somebody else."""
    verb = token.head
    for _ in range(3):
        subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
        if subjects:
            inside = [t for s in subjects for t in (s, *(c for c in s.children if c.dep_ in ("appos", "conj")))]
            return {e for t in inside for e in walk.entities(t.i)}
        if verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head.i == verb.i:
            return set()
        verb = verb.head
    return set()
