"""Entity linking: one id for all the names of one thing in an article."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from spacy.tokens import Doc

from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon
from kg.model import Entity, digest
from kg.nlp.annotations import Annotations, Title, TokenMention, notes
from kg.vocab import RANGE, ancestors

PREFIX = {"Person": "person", "Place": "place", "State": "state", "Position": "position"}
HONORIFICS = frozenset(
    {
        "mr",
        "mr.",
        "mrs",
        "mrs.",
        "ms",
        "ms.",
        "dr",
        "dr.",
        "sir",
        "lord",
        "sheikh",
        "prince",
        "king",
        "gen.",
        "president",
        "minister",
    }
)


def name_entities(
    doc: Doc, noted: Annotations, gazetteer: Gazetteer, glosses: list[tuple[TokenMention, TokenMention]]
) -> None:
    """Give each name an entity: the gazetteer's, that of the fuller name in the article, or one of its own."""
    people = [m for m in noted.mentions if m.type == "Person" and m.kind == "name"]
    _link_people(doc, noted, gazetteer, people)
    for a, b in glosses:
        known = a.entity or b.entity
        if known is None:
            known = _new(doc, noted, a if a.end - a.start >= b.end - b.start else b)
        for mention in (a, b):
            if mention.entity is None:
                mention.entity = known
                _alias(noted, known, _text(doc, mention))
    by_name = {
        alias.lower(): e.id for e in noted.entities.values() if e.kind != "Person" for alias in (e.label, *e.aliases)
    }
    for mention in noted.mentions:
        if mention.entity is None and mention.kind == "name":
            text = _text(doc, mention)
            mention.entity = by_name.get(text.lower()) or _new(doc, noted, mention)
            by_name.setdefault(text.lower(), mention.entity)
    for mention in noted.mentions:
        if mention.kind == "name" and mention.entity is not None:
            _alias(noted, mention.entity, _text(doc, mention))


def _text(doc: Doc, mention: TokenMention) -> str:
    text = " ".join(doc[mention.start : mention.end].text.split())
    for ending in ("'s", "’s"):
        text = text.removesuffix(ending)
    return text


def _new(doc: Doc, noted: Annotations, mention: TokenMention) -> str:
    kind = mention.type or "Organization"
    text = _text(doc, mention)
    family = PREFIX.get(kind, "organization")
    found = f"{family}_{digest(family, normal(text))}"
    noted.entities.setdefault(found, Entity(found, kind, text))
    return found


def normal(name: str) -> str:
    """Return ``name`` in lower case with single spaces and without points, as ids are made of it."""
    return " ".join(name.lower().replace(".", "").replace("’", "'").split())


def _alias(noted: Annotations, entity: str, text: str) -> None:
    old = noted.entities[entity]
    if text != old.label and text not in old.aliases:
        noted.entities[entity] = replace(old, aliases=old.aliases | {text})


def _link_people(doc: Doc, noted: Annotations, gazetteer: Gazetteer, people: list[TokenMention]) -> None:
    """Link each person's names: a part of a fuller name of the article is the same person."""
    full: dict[str, str] = {}
    parts: dict[str, list[str]] = defaultdict(list)
    for mention in sorted(people, key=lambda m: (m.start - m.end, m.start)):
        words = [w for w in _text(doc, mention).split() if w.lower() not in HONORIFICS]
        name = " ".join(words)
        if mention.entity is not None and noted.entities[mention.entity].kind == "Person":
            full.setdefault(name, mention.entity)
        elif name in full:
            mention.entity = full[name]
        else:
            fitting = [other for other in parts.get(" ".join(words[-1:]), []) if _is_part(words, other.split())]
            if fitting and len(words) < 4:
                mention.entity = full[fitting[0]]
            elif len(words) > 1 or words:
                known = gazetteer.surname(name) if len(words) == 1 else ()
                if len(known) == 1 and known[0] in gazetteer.entities:
                    mention.entity = known[0]
                    noted.entities.setdefault(known[0], gazetteer.entities[known[0]])
                else:
                    mention.entity = _new_person(noted, name)
                full.setdefault(name, mention.entity)
        for word in words:
            if name in full and name not in parts[word]:
                parts[word].append(name)


def _is_part(words: list[str], other: list[str]) -> bool:
    """Return whether ``words`` are some of ``other`` in its order, initials counting as names."""
    at = 0
    for word in words:
        while at < len(other) and not (other[at] == word or (word.endswith(".") and other[at].startswith(word[0]))):
            at += 1
        if at == len(other):
            return False
        at += 1
    return len(other) > len(words)


def _new_person(noted: Annotations, name: str) -> str:
    found = f"person_{digest('person', normal(name))}"
    noted.entities.setdefault(found, Entity(found, "Person", name))
    return found


class Linker:
    """Checks that every linked mention has its entity among the article's entities."""

    def __init__(self, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        """Take the gazetteer's entities."""
        self.gazetteer = gazetteer

    def __call__(self, doc: Doc) -> Doc:
        """Enter what only the gazetteer holds: the States of places and bodies."""
        noted = notes(doc)
        for mention in noted.mentions:
            for entity in (mention.entity, *mention.members):
                if entity is not None and entity not in noted.entities:
                    noted.entities[entity] = self.gazetteer.entities[entity]
        for known in list(noted.entities.values()):
            for term, value in known.facts:
                if term in ("locatedIn", "partOf") and value in self.gazetteer.entities:
                    noted.entities.setdefault(value, self.gazetteer.entities[value])
        return doc


def _whole(doc: Doc, title: Title) -> str:
    """Return the office with whose it is and what for: "UN envoy for Syria"."""
    start, end = title.start, title.end
    while start > 0 and (doc[start - 1].ent_type_ or doc[start - 1].lower_ in ("'s", "’s")) and start > title.start - 6:
        if doc[start - 1].ent_type_ == "PERSON":
            break
        start -= 1
    if end + 1 < len(doc) and doc[end].lower_ in ("for", "of", "on", "to"):
        while end < min(len(doc), title.end + 9) and doc[end].pos_ in (
            "ADP",
            "DET",
            "PROPN",
            "NOUN",
            "ADJ",
            "PART",
            "CCONJ",
        ):
            if title.end <= title.person <= end:
                break
            end += 1
        while end > title.end and doc[end - 1].pos_ in ("ADP", "DET", "CCONJ", "PART"):
            end -= 1
    end = min(end, title.person) if title.person >= title.end else end
    return " ".join(doc[start : max(end, title.end)].text.split())


def position_entity(doc: Doc, title: Title, gazetteer: Gazetteer) -> Entity:
    """Return the Position of ``title``: labelled by the office, with the owner's name in its other names."""
    noted = notes(doc)
    owners = [noted.entities[e] for i in title.of for e in noted.entities_at(i)]
    aliases: set[str] = set()
    for owner in owners:
        names = [owner.label, *(a for a in sorted(owner.aliases) if a.isupper() and len(a) <= 6)]
        adjective = gazetteer.adjective(owner.id)
        aliases |= {f"{title.office} of {name}" for name in names} | {f"{name} {title.office}" for name in names[1:]}
        aliases |= {f"{adjective} {title.office}"} if adjective else {f"{owner.label} {title.office}"}
    aliases |= {" ".join(doc[title.start : title.end].text.split()), _whole(doc, title)}
    key = sorted(owner.id for owner in owners)
    found = "position_" + digest("position", title.office.lower(), *key)
    # "The mayor of Geneva": an office belongs to a State or organization, not to a place.
    belongs = {owner.id for owner in owners if not set(ancestors(owner.kind)).isdisjoint(RANGE["positionOf"])}
    facts = tuple(("positionOf", owner) for owner in key if owner in belongs)
    return Entity(found, "Position", title.office, frozenset(aliases - {title.office}), facts)
