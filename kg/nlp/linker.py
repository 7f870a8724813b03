"""Entity linking: one id for all the names of one thing in an article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from spacy.attrs import ORTH
from spacy.tokens import Doc

from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon
from kg.model import Entity, digest
from kg.nlp.annotations import Annotations, Title, TokenMention, notes
from kg.nlp.moments import DEICTIC_DAYS, WEEKDAYS
from kg.nlp.tree import columns
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
    if KOREAS.values() & noted.entities.keys():
        _link_koreas(doc, noted, gazetteer)
    by_name = {
        alias.lower(): e.id for e in noted.entities.values() if e.kind != "Person" for alias in (e.label, *e.aliases)
    }
    for mention in noted.mentions:
        if mention.entity is None and mention.kind == "name":
            text = _text(doc, mention)
            mention.entity = by_name.get(text.lower()) or _shortened(doc, noted, mention) or _new(doc, noted, mention)
            by_name.setdefault(text.lower(), mention.entity)
    for mention in noted.mentions:
        if mention.kind == "name" and mention.entity is not None:
            _alias(noted, mention.entity, _text(doc, mention))


KOREAS = {"North": "state_KP", "South": "state_KR"}


def _link_koreas(doc: Doc, noted: Annotations, gazetteer: Gazetteer) -> None:
    """Let "the North" and "the South" be the Koreas in an article that tells of them."""
    known = {mention.start: mention for mention in noted.mentions if mention.end - mention.start == 1}
    for i, word in enumerate(columns(doc, ORTH)[0]):
        state = KOREAS.get(word)
        if state is None or not i or doc[i - 1].lower_ != "the":
            continue
        token = doc[i]
        following = doc[token.i + 1 : token.i + 2]
        if following and (following[0].pos_ == "PROPN" or following[0].text in ("-", "and", "–")):
            continue
        mention = known.get(token.i)
        if mention is None and noted.mention_at(token.i) is None:
            mention = TokenMention(token.i, token.i + 1, token.i, "name", "State")
            noted.mentions.append(mention)
        if mention is not None and mention.entity is None:
            mention.entity, mention.type = state, "State"
            noted.entities.setdefault(state, gazetteer.entities[state])


def _shortened(doc: Doc, noted: Annotations, mention: TokenMention) -> str | None:
    """Return whose name "the Commission", "the Council" shortens, if one in the article ends or begins so."""
    word = doc[mention.start].text
    if mention.end - mention.start > 1 or not mention.start or doc[mention.start - 1].lower_ != "the":
        return None
    if word.lower() not in SHORTENED:
        return None
    found = [
        entity.id
        for entity in noted.entities.values()
        if entity.kind in BODIES and any(word in name.split() for name in (entity.label, *entity.aliases))
    ]
    return found[0] if len(found) == 1 else None


# Words that stand for a body's whole name with a capital.
SHORTENED = frozenset(
    (
        "commission council court agency organization organisation union ministry department assembly committee "
        "community bank fund league conference secretariat parliament congress senate tribunal group forum alliance"
    ).split()
)
BODIES = frozenset({"InternationalOrganization", "Organization", "GovernmentBody"})


def _text(doc: Doc, mention: TokenMention) -> str:
    first, last = doc[mention.start], doc[mention.end - 1]
    whole = notes(doc).article.text[first.idx : last.idx + len(last)]
    text = " ".join(whole.replace("[", "").replace("]", "").split())
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
        if len(words) > 1 or any(len(w) > 4 or w.title() in parts or gazetteer.surname(w.title()) for w in words):
            # "SOTO", "Ana SOTO": headlines and transcripts give capitals, acronyms have them of their own.
            words = [w.title() if w.isupper() and len(w) > 1 and "." not in w else w for w in words]
        name = " ".join(words)
        if mention.entity is not None and noted.entities[mention.entity].kind == "Person":
            full.setdefault(name, mention.entity)
        elif name in full:
            mention.entity = full[name]
        else:
            fitting = [other for other in parts.get(" ".join(words[-1:]), []) if _is_part(words, other.split())]
            if fitting and len(words) < 4:
                mention.entity = full[fitting[0]]
            elif words:
                surname = len(words) == 1 and not _is_regnal(doc, mention)
                known = _by_surname(noted, gazetteer, mention, name) if surname else None
                if known is not None:
                    mention.entity = known
                    noted.entities.setdefault(known, gazetteer.entities[known])
                else:
                    mention.entity = _new_person(noted, name)
                full.setdefault(name, mention.entity)
        for word in words:
            if name in full and name not in parts[word]:
                parts[word].append(name)


def _is_regnal(doc: Doc, mention: TokenMention) -> bool:
    """Return whether the name follows a title that takes no surname: "King Abdullah"."""
    return any(doc[i].lower_ in REGNAL for i in range(max(mention.start - 1, 0), mention.end))


REGNAL = frozenset("king queen prince princess emperor pope tsar".split())


def _by_surname(noted: Annotations, gazetteer: Gazetteer, mention: TokenMention, name: str) -> str | None:
    """Return the one known person of that surname, of several the one in office then: "President Bush" in 1990."""
    date = noted.article.date
    known = [person for person in gazetteer.surname(name) if person in gazetteer.entities]
    titled = {title.office for title in noted.titles if title.person == mention.head}
    if titled and date:
        fitting = [p for p in known if any(term.office in titled for term in gazetteer.terms(p, date))]
        if len(fitting) == 1:
            return fitting[0]
    if date and len(known) > 1:
        known = [person for person in known if gazetteer.terms(person, date)]
    return known[0] if len(known) == 1 and _lived(gazetteer, known[0], date) else None


def _lived(gazetteer: Gazetteer, person: str, date: str | None) -> bool:
    """Return whether ``date`` lies near the time in which ``person`` held offices, if any are known."""
    terms = gazetteer.terms(person)
    if not terms or not date:
        return True
    year = int(date[:4])
    first = min(int(term.start[:4]) for term in terms if term.start) if any(term.start for term in terms) else 0
    last = max(int(term.end[:4]) if term.end else 9999 for term in terms)
    return first - NEAR <= year <= last + NEAR


# How many years before and after his offices a known person is still meant by his surname alone.
NEAR = 8


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


# "President of Mali on Sunday": the office ends before the day.
TIMES = DEICTIC_DAYS.union(WEEKDAYS)


def _whole(doc: Doc, title: Title) -> str:
    """Return the office with whose it is and what for: "UN envoy for Syria"."""
    start, end = title.start, title.end
    while start > 0 and (doc[start - 1].ent_type_ or doc[start - 1].lower_ in ("'s", "’s")) and start > title.start - 6:
        if doc[start - 1].ent_type_ == "PERSON":
            break
        start -= 1
    start += doc[start].lower_ in ("'s", "’s")
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
            if title.end <= title.person <= end or doc[end].lower_ in TIMES:
                break
            end += 1
        while end > title.end and doc[end - 1].pos_ in ("ADP", "DET", "CCONJ", "PART"):
            end -= 1
    end = min(end, title.person) if title.person >= title.end else end
    return " ".join(doc[start : max(end, title.end)].text.split())


def position_entity(doc: Doc, title: Title, owners: Sequence[Entity], gazetteer: Gazetteer) -> Entity:
    """Return the Position of ``title``: labelled by the office, with the names of its ``owners`` in its other names."""
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
