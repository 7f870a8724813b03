"""Coreference inside an article: surnames, acronyms, pronouns and role nouns, by rules and recency."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon
from kg.nlp.acronyms import glosses
from kg.nlp.annotations import Annotations, TokenMention, notes
from kg.nlp.linker import name_entities
from kg.nlp.mentions import SORT, body_entity
from kg.nlp.titles import Titles

# What is done with, between or against another involves both.
MUTUAL = frozenset({"with", "against", "to", "by"})
# How many mentions back an antecedent may lie: a text of any length costs the same per word.
WINDOW = 40
HE, SHE, IT, THEY, WE, ME = "he", "she", "it", "they", "we", "i"
PRONOUNS = {
    "he": HE, "him": HE, "his": HE, "himself": HE, "she": SHE, "her": SHE, "hers": SHE, "herself": SHE,
    "it": IT, "its": IT, "itself": IT, "they": THEY, "them": THEY, "their": THEY, "themselves": THEY,
    "we": WE, "us": WE, "our": WE, "ours": WE, "ourselves": WE, "i": ME, "me": ME, "my": ME, "myself": ME,
}  # fmt: skip
PAIRS = frozenset(
    (
        "side party leader minister country nation state president diplomat official government counterpart "
        "neighbour neighbor"
    ).split()
)
PERSONAL = frozenset("leader minister president diplomat official counterpart".split())
BODIES = {
    "ministry": "GovernmentBody", "department": "GovernmentBody", "embassy": "GovernmentBody",
    "committee": "GovernmentBody",
    "organization": "Organization", "organisation": "Organization", "bloc": "Organization", "alliance": "Organization",
    "union": "Organization", "grouping": "Organization", "association": "Organization", "body": "Organization",
    "agency": "Organization", "council": "Organization", "court": "Organization",
    "group": "Group", "movement": "Group", "party": "Group", "militants": "ArmedGroup", "militia": "ArmedGroup",
    "country": "State", "nation": "State", "kingdom": "State", "republic": "State",
}  # fmt: skip
FAMILIES = {
    "GovernmentBody": frozenset({"GovernmentBody"}),
    "Organization": frozenset({"InternationalOrganization", "Organization", "GovernmentBody"}),
    "Group": frozenset({"ArmedGroup", "PoliticalGroup", "Organization", "InternationalOrganization"}),
    "ArmedGroup": frozenset({"ArmedGroup"}),
    "State": frozenset({"State"}),
}
DEFINITE = frozenset({"the", "this", "that"})
GENDER = {
    "mr": HE,
    "mr.": HE,
    "sir": HE,
    "king": HE,
    "prince": HE,
    "sheikh": HE,
    "mrs": SHE,
    "mrs.": SHE,
    "ms": SHE,
    "ms.": SHE,
    "queen": SHE,
    "princess": SHE,
    "lady": SHE,
    "chairwoman": SHE,
    "spokeswoman": SHE,
    "spokesman": HE,
    "chairman": HE,
}


@dataclass
class Recent:
    """What was spoken of last: entities by what they are, and the last groups of two or more."""

    people: deque[tuple[str, int, bool]] = field(default_factory=lambda: deque(maxlen=WINDOW))
    bodies: deque[tuple[str, str, int, bool]] = field(default_factory=lambda: deque(maxlen=WINDOW))
    groups: deque[tuple[bool, tuple[str, ...]]] = field(default_factory=lambda: deque(maxlen=WINDOW))
    gender: dict[str, str] = field(default_factory=dict)

    def last_people(self, count: int = 2) -> tuple[str, ...]:
        """Return the last ``count`` different persons, in the order in which they were named."""
        return _last([person for person, _, _ in self.people], count)

    def last_group(self, personal: bool | None = None, count: int = 0) -> tuple[str, ...]:
        """Return the last persons, or others, that were named together or met: ``count`` of them if given."""
        return next(
            (
                members
                for people, members in reversed(self.groups)
                if (personal is None or people == personal) and (not count or len(members) == count)
            ),
            (),
        )

    def only_people(self) -> tuple[str, ...]:
        """Return the two persons of the text so far, nothing if there were fewer or more."""
        found = tuple(dict.fromkeys(person for person, _, _ in self.people))
        return found if len(found) == 2 else ()

    def last_states(self, count: int = 2) -> tuple[str, ...]:
        """Return the last ``count`` different States."""
        return _last([entity for entity, kind, _, _ in self.bodies if kind == "State"], count)


def _last(items: list[str], count: int) -> tuple[str, ...]:
    found = list(dict.fromkeys(reversed(items)))[:count]
    return tuple(reversed(found)) if len(found) == count else ()


class Coreference:
    """Resolves what is said again in other words to what was named before; unsure stays unresolved."""

    def __init__(self, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        """Take the offices and office holders of ``gazetteer``."""
        self.gazetteer = gazetteer
        self.lexicon = lexicon
        self.titles = Titles(gazetteer)

    def __call__(self, doc: Doc) -> Doc:
        """Link names, then walk the text once for pronouns and role nouns."""
        noted = notes(doc)
        name_entities(doc, noted, self.gazetteer, glosses(doc, noted))
        offices = self._offices(noted)
        speakers = {i: quote.speaker for quote in noted.quotes for i in range(quote.start, quote.end)}
        recent = Recent()
        lower = [token.lower_ for token in doc]
        by_head = {mention.head: mention for mention in noted.mentions}
        skip = noted.layout.dateline
        extra: list[TokenMention] = []
        for token in doc:
            if skip is not None and skip.start <= token.idx < skip.end:
                continue
            mention = by_head.get(token.i)
            if token.dep_ == "conj" and token.i in noted.heads:
                self._group(noted, recent, token)
            if mention is not None:
                self._remember(doc, noted, recent, mention, lower)
                self._encounter(noted, recent, token)
                continue
            found = None
            if token.pos_ in ("PRON", "DET") and token.lower_ in PRONOUNS:
                found = self._pronoun(doc, noted, recent, token, speakers, by_head, offices)
            elif token.pos_ == "NOUN" and token.i not in noted.heads:
                found = self._nominal(doc, noted, recent, token, lower, offices, by_head)
            elif (
                token.pos_ == "NUM"
                and token.lower_ == "two"
                and token.dep_ in ("nsubj", "nsubj:pass")
                or token.lower_ == "both"
                and token.pos_ in ("PRON", "DET")
                and token.dep_ in ("nsubj", "nsubj:pass")
            ):
                found = self._both(token, recent)
            if found is not None:
                extra.append(found)
                by_head[found.head] = found
                if found.entity is not None:
                    self._remember(doc, noted, recent, found, lower)
                    self._encounter(noted, recent, token)
        noted.mentions += extra
        noted.mentions.sort(key=lambda m: (m.start, m.end))
        return doc

    # -- memory

    def _remember(self, doc: Doc, noted: Annotations, recent: Recent, mention: TokenMention, lower: list[str]) -> None:
        entity = mention.entity
        if entity is None or mention.kind == "adjective":
            return
        kind = noted.entities[entity].kind if entity in noted.entities else mention.type
        subject = doc[mention.head].dep_ in ("nsubj", "nsubj:pass")
        if kind == "Person":
            recent.people.append((entity, mention.start, subject))
            for i in range(max(0, mention.start - 3), mention.start):
                if lower[i] in GENDER:
                    recent.gender.setdefault(entity, GENDER[lower[i]])
        elif kind is not None and kind != "Place":
            recent.bodies.append((entity, kind, mention.start, subject))
        token = doc[mention.head]
        if token.dep_ == "conj" and mention.kind == "name":
            self._group(noted, recent, token)

    def _group(self, noted: Annotations, recent: Recent, token: Token) -> None:
        """Remember what is coordinated with ``token`` as the last group of several."""
        group = [noted.mention_at(i) for i in sorted((token.i, *(c.i for c in token.conjuncts)))]
        own = noted.mention_at(token.i)
        personal = own is not None and own.type == "Person"
        members = tuple(
            dict.fromkeys(
                m.entity for m in group if m is not None and m.entity is not None and (m.type == "Person") == personal
            )
        )
        if len(members) > 1:
            recent.groups.append((personal, members))

    def _encounter(self, noted: Annotations, recent: Recent, token: Token) -> None:
        """Remember who did something with or to ``token``, with it, as the last two: "Soto met Vega"."""
        verb = token.head
        if token.dep_ not in ("obj", "obl") or verb.i == token.i:
            return
        prepositions = {c.lower_ for c in token.children if c.dep_ == "case"}
        if token.dep_ == "obl" and not prepositions & MUTUAL:
            return
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        pair = [m for m in (noted.mention_at(i) for i in (subject.i if subject else -1, token.i) if i >= 0) if m]
        members = tuple(dict.fromkeys(m.entity for m in pair if m.entity is not None))
        people = [m.type == "Person" for m in pair]
        if len(members) == 2 and people[0] == people[1] and all(m.type != "Place" for m in pair):
            recent.groups.append((people[0], members))

    def _offices(self, noted: Annotations) -> list[tuple[str, str, tuple[str, ...]]]:
        """Return (person, office, owners) of the article's titles."""
        found = []
        for title in noted.titles:
            person = noted.mention_at(title.person)
            if person is not None and person.entity is not None:
                owners = tuple(e for i in title.of for e in noted.entities_at(i))
                found.append((person.entity, title.office, owners))
        return found

    # -- pronouns

    def _pronoun(
        self,
        doc: Doc,
        noted: Annotations,
        recent: Recent,
        token: Token,
        speakers: dict[int, int],
        by_head: dict[int, TokenMention],
        offices: list[tuple[str, str, tuple[str, ...]]],
    ) -> TokenMention | None:
        who = PRONOUNS[token.lower_]
        mention = TokenMention(token.i, token.i + 1, token.i, "pronoun")
        if who in (WE, ME):
            speaker = speakers.get(token.i, -1)
            entity = self._entity_at(noted, by_head, speaker) if speaker >= 0 else None
            if entity is not None and who == WE:
                entity = next((o for p, _, owners in offices if p == entity for o in owners), entity)
            mention.entity = entity
        elif who in (HE, SHE):
            mention.entity = self._person(noted, recent, token, who, speakers)
        elif who == IT:
            mention.entity = self._thing(noted, recent, token)
        elif who == THEY and (group := recent.last_group()):
            mention.members, mention.plural = group, True
        if mention.entity is None and not mention.members:
            return None
        if mention.entity is not None and mention.entity in noted.entities:
            mention.type = noted.entities[mention.entity].kind
        return mention

    def _entity_at(self, noted: Annotations, by_head: dict[int, TokenMention], token: int) -> str | None:
        found = by_head.get(token) or noted.mention_at(token)
        return found.entity if found is not None else None

    def _person(
        self, noted: Annotations, recent: Recent, token: Token, who: str, speakers: dict[int, int]
    ) -> str | None:
        """Return the last person who fits: a subject of this or the last sentence before others."""
        fitting = [p for p in reversed(recent.people) if recent.gender.get(p[0], who) == who]
        inside = speakers.get(token.i, -1)
        if inside >= 0:
            speaker = noted.mention_at(inside)
            fitting = [p for p in fitting if speaker is None or p[0] != speaker.entity] or fitting
        if not fitting:
            return None
        start = token.sent.start
        here = [p for p in fitting if p[1] >= start]
        before = [p for p in fitting if p[1] < start]
        subject = next((p for p in here if p[2]), None) or (here[0] if here and token.dep_ == "nmod:poss" else None)
        subject = subject or next((p for p in before[:6] if p[2]), None) or fitting[0]
        recent.gender.setdefault(subject[0], who)
        return subject[0]

    def _thing(self, noted: Annotations, recent: Recent, token: Token) -> str | None:
        """Return the last State or body, a subject first; "it is clear that" is nobody."""
        if (
            token.dep_ == "expl"
            or token.head.pos_ == "ADJ"
            or any(c.dep_ in ("csubj", "ccomp") for c in token.head.children if token.head.pos_ != "VERB")
        ):
            return None
        if token.lower_ == "it" and token.dep_ not in ("nsubj", "nsubj:pass"):
            return None
        start = token.sent.start
        items = list(reversed(recent.bodies))[:8]
        if token.dep_ == "nmod:poss" and "meeting" in self.lexicon.noun_class(token.head.lemma_.lower()):
            items = [b for b in items if b[1] != "State"] or items
            return items[0][0] if items else None
        here = [b for b in items if b[2] >= start]
        near = [b for b in items if b[2] < start]
        found = (
            next((b for b in here if b[3]), None)
            or (here[0] if here else None)
            or next((b for b in near if b[3]), None)
        )
        return found[0] if found is not None else None

    # -- role nouns

    def _nominal(
        self,
        doc: Doc,
        noted: Annotations,
        recent: Recent,
        token: Token,
        lower: list[str],
        offices: list[tuple[str, str, tuple[str, ...]]],
        by_head: dict[int, TokenMention],
    ) -> TokenMention | None:
        """Return what "the minister", "the bloc", "the two sides", "Russian troops" stand for."""
        if token.dep_ in ("compound", "flat", "nmod:desc", "appos"):
            return None
        if any(c.dep_ == "appos" and noted.mention_at(c.i) is not None for c in token.children):
            return None
        lemma = token.lemma_.lower()
        start = token.left_edge.i
        while start < token.i and doc[start].dep_ in ("case", "punct", "mark", "cc", "advmod", "cop", "nsubj"):
            start += 1
        words = {t.lower_ for t in doc[start : token.i]}
        mention = TokenMention(start, token.i + 1, token.i, "nominal")
        if (
            token.tag_ == "NNS"
            and lemma in PAIRS
            and words & {"two", "both", "the"}
            and not self._owners(doc, noted, token)
        ):
            members = self._pair(recent, lemma, counted=bool(words & {"two", "both"}))
            if not members:
                return None
            mention.members, mention.plural = members, True
            return mention
        owners = self._owners(doc, noted, token)
        office = self.titles.office_ending(lower, token.i + 1)
        if token.tag_ == "NN" and office is not None and office.start >= start - 1:
            definite = bool(words & DEFINITE) or bool(owners)
            if definite and not any(c.dep_ == "cop" for c in token.children):
                return self._officer(doc, noted, mention, office.office, lemma, owners, offices, recent)
            return None
        if lemma == "capital" and owners and (city := self.gazetteer.capital_of(owners[0])) is not None:
            noted.entities.setdefault(city, self.gazetteer.entities[city])
            mention.entity, mention.type = city, "Place"
            return mention
        classes = self.lexicon.noun_class(lemma)
        if owners and ("force" in classes or lemma in STATELY):
            state = owners[0]
            kind = noted.entities[state].kind
            several = tuple(dict.fromkeys(owners))
            if len(several) > 1 and all(noted.entities[o].kind == "State" for o in several):
                mention.members, mention.plural = several, True
                return mention
            if kind in ("State", "ArmedGroup", "PoliticalGroup", "InternationalOrganization"):
                mention.entity, mention.type = state, kind
                return mention
            return None
        body = self._bare_body(noted, lower, token, owners, recent)
        if body is not None:
            mention.entity, mention.type = body, "GovernmentBody"
            return mention
        if (
            lemma in BODIES
            and token.tag_ == "NN"
            and words & DEFINITE
            and not owners
            and not any(c.dep_ in ("nmod", "compound", "amod") for c in token.children)
        ):
            family = FAMILIES[BODIES[lemma]]
            found = next(
                (b for b in reversed(recent.bodies) if b[1] in family and self._suits(noted, b[0], lemma)), None
            )
            if found is not None:
                mention.entity, mention.type = found[0], found[1]
                return mention
        return None

    def _suits(self, noted: Annotations, entity: str, lemma: str) -> bool:
        """Return whether "the ministry" may be this body: its name says so, unless the word says little."""
        if lemma not in ("ministry", "department", "embassy", "committee", "council", "court", "agency"):
            return True
        known = noted.entities[entity]
        return any(lemma in name.lower() for name in (known.label, *known.aliases))

    def _owners(self, doc: Doc, noted: Annotations, token: Token) -> list[str]:
        """Return the entities whose "Russian", "Russia's", "of Russia" stands with the noun."""
        found: list[str] = []
        for child in token.children:
            owning = child.dep_ in ("nmod:poss", "amod", "compound", "nmod:desc") or (
                child.dep_ == "nmod" and any(c.lower_ == "of" for c in child.children)
            )
            if owning:
                heads = (child, *(c for c in child.conjuncts if c.i < token.i and c.i > child.i))
                found += [
                    e
                    for head in heads
                    for e in noted.entities_at(head.i)
                    if noted.entities[e].kind not in ("Person", "Place", "Position")
                ]
        return found

    def _pair(self, recent: Recent, lemma: str, *, counted: bool) -> tuple[str, ...]:
        """Return whom "both leaders", "the two countries", "the sides" stand for; nothing if that is a guess."""
        count = 2 if counted else 0
        if lemma in ("country", "nation", "state", "government", "neighbour", "neighbor"):
            return recent.last_states() if counted else ()
        if lemma in PERSONAL:
            known = counted or lemma in ("minister", "leader", "president", "diplomat")
            return (recent.last_group(True, count) or recent.only_people()) if known else ()
        return recent.last_group(None, count) or recent.only_people()

    def _both(self, token: Token, recent: Recent) -> TokenMention | None:
        members = recent.last_group(None, 2) or recent.only_people() or recent.last_states()
        return TokenMention(token.i, token.i + 1, token.i, "pronoun", members=members, plural=True) if members else None

    def _officer(
        self,
        doc: Doc,
        noted: Annotations,
        mention: TokenMention,
        office: str,
        lemma: str,
        owners: list[str],
        offices: list[tuple[str, str, tuple[str, ...]]],
        recent: Recent,
    ) -> TokenMention | None:
        """Link an office on its own to its holder in the article, else to the one whom the gazetteer knows."""
        word = office.split()[-1].lower() if lemma not in ("diplomat",) else "minister"
        order = {person: n for n, (person, _, _) in enumerate(recent.people)}
        fitting = [
            person
            for person, other, of in offices
            if (other == office or word in other.lower().split() or lemma in other.lower().split())
            and person in order
            and (not owners or not (theirs := self._served(noted, person, of)) or set(owners) & theirs)
        ]
        mention.type = "Person"
        if fitting:
            mention.entity = max(fitting, key=lambda person: order[person])
            return mention
        if not owners:
            return None
        holder = self.gazetteer.holder(office, owners[0], noted.article.date)
        if holder is not None:
            noted.entities.setdefault(holder, self.gazetteer.entities[holder])
            mention.entity = holder
            return mention
        return None

    def _served(self, noted: Annotations, person: str, of: tuple[str, ...]) -> set[str]:
        """Return for whom ``person`` holds office: as the text says, else as the gazetteer knows."""
        return set(of) or {term.of for term in self.gazetteer.terms(person, noted.article.date)}

    def _bare_body(
        self, noted: Annotations, lower: list[str], token: Token, owners: list[str], recent: Recent
    ) -> str | None:
        """Return the body that "the foreign ministry" or "Iran's defence ministry" names in small letters."""
        if SORT.get(token.lower_) != "GovernmentBody" or not token.i:
            return None
        name = f"{lower[token.i - 1]} {lower[token.i]}"
        body = next(
            (b for b in self.gazetteer.bodies if b.own and name in (b.name.lower(), *(v.lower() for v in b.variants))),
            None,
        )
        if body is None:
            return None
        state = next((self.gazetteer.state_of(o) for o in owners), None)
        if state is None and not owners:
            known = [
                b[0]
                for b in reversed(recent.bodies)
                if b[1] == "GovernmentBody" and name in noted.entities[b[0]].label.lower()
            ]
            return known[0] if known else None
        return body_entity(self.gazetteer, noted, body.name, state) if state is not None else None


STATELY = frozenset(
    (
        "government authority side regime delegation official leadership administration diplomacy negotiator "
        "diplomat soldier fighter warplane"
    ).split()
)
