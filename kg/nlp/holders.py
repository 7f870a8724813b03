"""Who holds an office that stands alone: "the minister", "the Iranian president", "his Armenian counterpart"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.gazetteer import Gazetteer
from kg.model import Entity, digest
from kg.nlp.annotations import Title, TokenMention
from kg.nlp.recency import Walk, fellow_subjects, is_subject
from kg.nlp.titles import EQUAL

SINGULAR = frozenset({"NN", "NNP"})
# Capitals from which the news of many States comes.
ELSEWHERE = frozenset({"Brussels", "Vienna"})
GUESTS = frozenset({"guest", "visitor"})
OTHERS = frozenset({"host", "guest", "interlocutor", "visitor"})
# Offices that one person at a time holds and whose bare name means the ruler at hand.
HEADS = ("President", "Prime Minister", "General Secretary", "Supreme Leader", "Chancellor", "King", "Emir", "Sultan")
CHIEFS = ("Secretary-General", "Director General", "President of the European Commission", *HEADS)
RULING = {"leader": HEADS, "ruler": HEADS, "premier": ("Prime Minister",), "chief": CHIEFS, "monarch": ("King",)}
MINISTERS = ("Foreign Minister", "Secretary of State", "Foreign Secretary", "External Affairs Minister")
SPOKEN = frozenset({"say", "tell", "speak", "add", "announce", "state", "declare", "note", "stress", "comment"})
# Words of an office that do not say which it is.
UNSPECIFIC = frozenset(
    (
        "minister secretary president chairman chair chief head leader director general commissioner envoy ambassador "
        "representative spokesperson speaker governor commander adviser of for and the in to affairs state special "
        "permanent high"
    ).split()
)
RANKS = frozenset({"deputy", "vice", "assistant", "junior", "under"})
# How many tokens after an office alone its holder may be named: "a minister said. Ana Soto told reporters …".
AHEAD = 60


class Holders:
    """Links an office, or one of two, to the person of the article or of the gazetteer; unsure stays unresolved."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Take the office holders of ``gazetteer``."""
        self.gazetteer = gazetteer

    def other(self, walk: Walk, token: Token, mention: TokenMention, owners: list[str]) -> TokenMention | None:
        """Return who "his Armenian counterpart", "her host" is, by his State or as the other of two."""
        possessor = next((c for c in token.children if c.dep_ == "nmod:poss"), None)
        if possessor is None and not owners and walk.lower[mention.start] == "the" and token.tag_ in SINGULAR:
            return self._guest(walk, token, mention) if token.lemma_.lower() in GUESTS else None
        of = walk.entity(possessor.i) if possessor is not None else None
        if of is None or walk.kind(of) != "Person" or token.tag_ not in SINGULAR:
            return None
        mention.type = "Person"
        if owners:
            offices = [office for p, office, _ in walk.offices if p == of]
            offices += [EQUAL.get(office, office) for office in offices]
            # A foreign minister's is no president.
            of_state = [
                p
                for p, office, own in walk.offices
                if p != of and set(own) & set(owners) and (not offices or _rules(office) == _rules(*offices))
            ]
            if of_state:
                mention.entity = of_state[0]
                return mention
            offices += MINISTERS if "Foreign Minister" in offices else ()
            return self._holder(walk, mention, tuple(offices), owners[0])
        others = [p for p, _, _ in reversed(walk.recent.people) if p != of]
        if token.lemma_.lower() in OTHERS and others:
            mention.entity = others[0]
            return mention
        return None

    def _guest(self, walk: Walk, token: Token, mention: TokenMention) -> TokenMention | None:
        """Return who "the guest" is: the one person spoken of who serves another State than the host."""
        home, acting = self.home(walk), fellow_subjects(walk, token)
        foreign = [
            person
            for person in dict.fromkeys(p for p, _, _ in reversed(walk.recent.people))
            if person not in acting
            and (served := self._served(walk, person, self._told(walk, person), anyone=True))
            and home is not None
            and home not in served
        ]
        if len(foreign) != 1:
            return None
        mention.entity, mention.type = foreign[0], "Person"
        return mention

    def _told(self, walk: Walk, person: str) -> tuple[str, ...]:
        """Return whose office the text gives ``person``."""
        return tuple(owner for other, _, of in walk.offices if other == person for owner in of)

    def _holder(self, walk: Walk, mention: TokenMention, offices: tuple[str, ...], owner: str) -> TokenMention | None:
        """Return ``mention`` with the one who held the first of ``offices`` that the gazetteer knows of."""
        for office in dict.fromkeys(offices):
            holder = self.gazetteer.holder(office, owner, walk.noted.article.date)
            if holder is not None:
                known = walk.noted.entities.get(holder, self.gazetteer.entities[holder])
                walk.noted.entities[holder] = replace(known, aliases=known.aliases | {_phrase(walk, mention, owner)})
                mention.entity, mention.type = holder, "Person"
                return mention
        return None

    def officer(
        self, walk: Walk, token: Token, mention: TokenMention, office: str, owners: list[str], *, definite: bool
    ) -> TokenMention | None:
        """Link an office on its own to its holder in the article, else to the one whom the gazetteer knows."""
        lemma = token.lemma_.lower()
        mention.type = "Person"
        if walk.lower[mention.start] in ("no", "any", "every", "each"):
            return None
        if office == "Head" and owners and (ministry := self._ministry(walk, owners[0])) is not None:
            # "The head of the Foreign Ministry" is the minister.
            office, owners, lemma = ministry[0], [ministry[1]], "minister"
        if office == "Spokesperson" and owners and not self._titled(walk, office, lemma, owners):
            # A spokesman without a name speaks for his body.
            mention.entity, mention.type = owners[0], walk.kind(owners[0])
            return mention
        if not definite and not owners:
            return None
        if not definite and walk.lower[mention.start : mention.start + 1] in (["a"], ["an"]):
            return None
        fitting = self._titled(walk, office, lemma, owners, anyone=walk.noted.layout.is_headline(token.idx))
        if not fitting and owners and lemma in (*RULING, "president", "minister"):
            fitting = self._ruling(walk, office, lemma, owners)
        if fitting:
            order = {person: n for n, (person, _, _) in enumerate(walk.recent.people)}
            known = [person for person in fitting if person in order]
            acted = {person: n for n, (person, _, subject) in enumerate(walk.recent.people) if subject}
            if not owners and is_subject(token) and len(set(known)) > 1 and (doing := set(known) & acted.keys()):
                # "Soto met President Vega. The president also saw …": who acts goes on. In a release "the President" is
                # its own.
                first = _first_to_act(walk) if token.text[0].isupper() else None
                mention.entity = first if first in known else max(doing, key=lambda person: acted[person])
                return mention
            if known:
                mention.entity = max(known, key=lambda person: order[person])
                return mention
            if len(set(fitting)) == 1 and (owners or is_subject(token)):
                mention.entity = fitting[0]
                return mention
        if owners:
            offices = RULING.get(lemma, (office, *(MINISTERS if office == "Foreign Minister" else ())))
            return self._holder(walk, mention, offices, owners[0]) or self._named_later(
                walk, token, mention, office, owners
            )
        state = self.home(walk)
        found = self._holder(walk, mention, (office,), state) if state is not None and not fitting else None
        return found or (self._bare(walk, token, mention, office) if not fitting else None)

    def _bare(self, walk: Walk, token: Token, mention: TokenMention, office: str) -> TokenMention | None:
        """Return ``mention`` as a person named by a title in capitals that says no more: "the Prime Minister"."""
        start = mention.start + (walk.lower[mention.start] == "the")
        words = walk.doc[start : mention.end].text.split()
        plain = (
            start > mention.start
            and token.tag_ in SINGULAR
            and all(w[0].isupper() or w in ("of", "for", "and") for w in words)
        )
        if not plain or token.dep_ in ("xcomp", "conj") or walk.lower[mention.end : mention.end + 1] == ["of"]:
            return None
        title = " ".join(words)
        found = f"person_{digest('office', title.lower(), walk.noted.article.id)}"
        walk.noted.entities.setdefault(found, Entity(found, "Person", title))
        mention.entity = found
        walk.offices.append((found, office, ()))
        return mention

    def _ministry(self, walk: Walk, owner: str) -> tuple[str, str] | None:
        """Return whose minister heads ``owner``, if it is a ministry: the office and the State."""
        known = walk.noted.entities[owner]
        state = dict(known.facts).get("partOf")
        if known.kind != "GovernmentBody" or state is None:
            return None
        names = [body.name for body in self.gazetteer.bodies if body.name.endswith(" Ministry")]
        name = next((n for n in names if known.label.startswith(n) or self.gazetteer.body(n, state) == owner), None)
        return (name.replace("Ministry", "Minister"), state) if name is not None else None

    def home(self, walk: Walk) -> str | None:
        """Return whose "the foreign ministry" is: that of the dateline's capital, else of the only State."""
        dateline = walk.noted.layout.dateline
        if dateline is None or dateline.place is None:
            return walk.recent.only_state()
        seats = {f.entity for f in self.gazetteer.forms(dateline.place.title()) if f.kind == "capital"}
        return seats.pop() if len(seats) == 1 and dateline.place.title() not in ELSEWHERE else None

    def _titled(self, walk: Walk, office: str, lemma: str, owners: list[str], *, anyone: bool = False) -> list[str]:
        """Return the persons of the article to whom a title gives this office.

        ``anyone``: those as well of whom the text does not tell whose minister they are.
        """
        word = "minister" if lemma == "diplomat" else office.split()[-1].lower()
        return [
            person
            for person, other, of in walk.offices
            if (other == office or word in other.lower().split() or lemma in other.lower().split())
            and (lemma == "diplomat" or _is_like(office, other))
            and (not owners or not (theirs := self._served(walk, person, of, anyone=anyone)) or set(owners) & theirs)
        ]

    def _served(self, walk: Walk, person: str, of: tuple[str, ...], *, anyone: bool = False) -> set[str]:
        """Return for whom ``person`` holds office: as the text or the gazetteer says, else the State of the dateline.

        Of a person of whom nothing is known it is an empty set only for ``anyone``.
        """
        date = walk.noted.article.date
        found = set(of) or {term.of for term in self.gazetteer.terms(person, date)}
        if found or anyone:
            # Whose adviser he is, for him he stands as well.
            return found | {term.of for other in found for term in self.gazetteer.terms(other, date)}
        return {self.home(walk) or ""}

    def _ruling(self, walk: Walk, office: str, lemma: str, owners: list[str]) -> list[str]:
        """Return the persons spoken of who, as the gazetteer knows, hold or rule what the phrase says."""
        offices = RULING.get(lemma, (office,))
        date = walk.noted.article.date
        return [
            person
            for person in dict.fromkeys(p for p, _, _ in walk.recent.people)
            if any(
                term.of in owners and (term.office in offices or office in term.office)
                for term in self.gazetteer.terms(person, date)
            )
        ]

    def _named_later(
        self, walk: Walk, token: Token, mention: TokenMention, office: str, owners: list[str]
    ) -> TokenMention | None:
        """Return ``mention`` as the person who speaks in the next sentence, else as one named by the title."""
        told = token.head.lemma_.lower() in SPOKEN
        end = min(len(walk.doc), token.i + AHEAD)
        if told and is_subject(token):
            for i in range(token.sent.end, end):
                later = walk.by_head.get(i)
                if later is None or later.type != "Person" or later.kind != "name" or later.entity is None:
                    continue
                if is_subject(walk.doc[i]) and walk.doc[i].head.lemma_.lower() in SPOKEN:
                    mention.entity = later.entity
                    of = tuple(c.i for c in token.children if set(walk.entities(c.i)) & set(owners))
                    walk.noted.titles.append(Title(later.head, mention.start, mention.end, office, of))
                    return mention
                break
        return self._unnamed(walk, token, mention, office, owners[0])

    def _unnamed(self, walk: Walk, token: Token, mention: TokenMention, office: str, owner: str) -> TokenMention | None:
        """Return ``mention`` as a person named by the title: "Indian high commissioner", for "its" too."""
        start = mention.start
        possessor = next((c for c in token.children if c.dep_ == "nmod:poss"), None)
        if possessor is not None and possessor.i >= start:
            # "Burkina Faso's delegate"
            start = min(possessor.right_edge.i, token.i - 1) + 1
        start += start < token.i and walk.lower[start] in ("'s", "’s", "the", "'", "’")
        state = walk.noted.entities[owner]
        adjective = self.gazetteer.adjective(owner)
        words = walk.doc[start : mention.end].text.split()
        own = {*(adjective or "").split(), *state.label.split()}
        own |= {walk.doc[i].text for i in range(start, token.i) if owner in walk.entities(i)}
        title = " ".join(words[next((i for i, word in enumerate(words) if word not in own), 0) :])
        became = token.dep_ == "xcomp" or any(c.dep_ == "case" and c.lower_ == "as" for c in token.children)
        if token.tag_ not in SINGULAR or not title or became:
            return None
        of = next((c for c in token.children if c.dep_ == "nmod" and owner in walk.entities(c.i)), None)
        names = [title, f"{title} of {state.label}", f"{state.label}'s {title}"]
        names += [f"{adjective} {title}"] if adjective else []
        label = names[1] if walk.lower[mention.end : mention.end + 1] == ["of"] else names[-1]
        phrase = _phrase(walk, mention, owner) if of is not None else title
        label = phrase if phrase != title else label
        found = f"person_{digest('office', title.lower(), owner, walk.noted.article.id)}"
        walk.noted.entities.setdefault(found, Entity(found, "Person", label, frozenset(names) - {label}))
        mention.entity = found
        if not walk.noted.layout.is_headline(token.idx):
            walk.offices.append((found, office, (owner,)))
        heads = tuple(i for i in range(token.left_edge.i, token.right_edge.i + 1) if owner in walk.entities(i))
        walk.noted.titles.append(Title(token.i, mention.start, mention.end, "", heads[:1]))
        return mention


def _is_like(office: str, other: str) -> bool:
    """Return whether who holds ``other`` may be called by ``office``: no foreign minister is the finance minister."""
    fields = []
    if len(office.split()) > 1 and RANKS & set(other.lower().split()) - set(office.lower().split()):
        # "The foreign minister" is not his deputy.
        return False
    if office == STATE_MINISTER and "state" not in other.lower():
        return False
    for name in (office, other):
        common = EQUAL.get(name, "Foreign Minister" if name in MINISTERS else name)
        fields.append(set(common.lower().replace("-", " ").split()) - UNSPECIFIC)
    return not fields[0] or not fields[1] or bool(fields[0] & fields[1])


# He is not "the minister" whom a text names, but often the deputy of one.
STATE_MINISTER = "Minister of State"
OWN = frozenset({"its", "whose", "their", "our"})


def _phrase(walk: Walk, mention: TokenMention, owner: str) -> str:
    """Return the words of ``mention`` with the "of …" after them, without an article: "King of Norway".

    "Its king" is "Norway's king".
    """
    after = [c for c in walk.doc[mention.head].children if c.i > mention.head and c.dep_ == "nmod"]
    end = after[0].right_edge.i + 1 if after and after[0].right_edge.i < mention.head + 6 else mention.end
    text = " ".join(walk.doc[mention.start : end].text.split())
    first, _, rest = text.partition(" ")
    if first.lower() in OWN and owner in walk.noted.entities:
        return f"{walk.noted.entities[owner].label}'s {rest}"
    return text.removeprefix("the ").removeprefix("The ")


# What those are called who are "the ministers" together; a president is none.
CALLED = {"minister": frozenset("minister secretary chancellor commissioner premier representative chief".split())}
CALLED["secretary"] = frozenset({"secretary"})
CALLED["president"] = frozenset({"president", "leader", "head"})
CALLED["heads"] = frozenset({"president", "king", "queen", "emir", "sultan", "premier", "chancellor", "prime"})


def may_be(walk: Walk, person: str, lemma: str) -> bool:
    """Return whether ``person`` may be one of "the ministers", by the offices that the text gives him."""
    offices = [office.lower() for held, office, _ in walk.offices if held == person]
    fitting = CALLED.get(lemma)
    if fitting is None or (not offices and lemma not in ("heads", "secretary")):
        return True
    return any(fitting & set(office.split()) for office in offices)


def _first_to_act(walk: Walk) -> str | None:
    """Return the first person named as a subject."""
    named = (m for m in walk.noted.mentions if m.type == "Person" and m.kind == "name")
    return next((m.entity for m in named if is_subject(walk.doc[m.head])), None)


def _rules(*offices: str) -> bool:
    """Return whether one of ``offices`` heads a State."""
    return any(EQUAL.get(office, office) in HEADS for office in offices)
