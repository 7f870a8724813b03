"""What role nouns stand for: "the minister", "his Armenian counterpart", "the bloc", "both sides", "Russian troops"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon
from kg.model import Entity, digest
from kg.nlp.annotations import TokenMention
from kg.nlp.mentions import SORT, body_entity
from kg.nlp.recency import Walk, is_subject
from kg.nlp.titles import COUNTERPARTS, EQUAL, Titles

PAIRS = frozenset(
    (
        "side party leader minister country nation state president diplomat official government counterpart "
        "neighbour neighbor premier man woman rival"
    ).split()
)
PERSONAL = frozenset("leader minister president diplomat official counterpart premier man woman".split())
STATES = frozenset("country nation state government neighbour neighbor".split())
NUMBERS = {word: i for i, word in enumerate("two three four five six seven eight".split(), 2)}
BODIES = {
    "Body": "ministry department embassy committee council court agency commission police parliament mission",
    "Organization": (
        "organization organisation bloc alliance union grouping association body agency council court league "
        "commission fund bank tribunal community federation forum assembly pact"
    ),
    "Group": "group movement party militants militia rebels insurgents",
    "State": "country kingdom republic emirate sultanate principality archipelago",
}
SORTS = {word: sort for sort in ("State", "Group", "Organization", "Body") for word in BODIES[sort].split()}
FAMILIES = {
    "Body": frozenset({"GovernmentBody", "InternationalOrganization"}),
    "Organization": frozenset({"InternationalOrganization", "Organization", "GovernmentBody"}),
    "Group": frozenset({"ArmedGroup", "PoliticalGroup", "Organization", "InternationalOrganization"}),
    "State": frozenset({"State"}),
}
# These say so little that any of their kind may be meant; the others must be in the name.
VAGUE = frozenset(
    "organization organisation bloc alliance grouping association body group movement party country nation".split()
)
CROWNS = {"kingdom": "King", "emirate": "Emir", "sultanate": "Sultan"}
SINGULAR = frozenset({"NN", "NNP"})
COUNTED = frozenset({"nation", "member", "country", "state", "strong"})
DEFINITE = frozenset({"the", "this", "that"})
# Adjectives that say nothing new of a body: "the regional bloc", "the 27-nation bloc".
BROAD = frozenset(
    (
        "regional western asian african caribbean balkan baltic arab gulf european military world global trade "
        "economic security political defence defense same whole tiny"
    ).split()
)
# Bodies of a State that one word names.
PLAIN_BODIES = frozenset({"embassy", "parliament", "police", "cabinet", "navy"})
STATELY = frozenset(
    (
        "government authority side regime delegation official leadership administration diplomacy negotiator "
        "diplomat soldier fighter warplane junta ruler envoy mediator"
    ).split()
)
LOCATED = frozenset({"official", "government", "authority", "regime", "leadership", "administration", "junta", "ruler"})
# Capitals from which the news of many States comes.
ELSEWHERE = frozenset({"Brussels", "Vienna"})
OTHERS = frozenset({"host", "guest", "interlocutor", "visitor"})
# Offices that one person at a time holds and whose bare name means the ruler at hand.
HEADS = ("President", "Prime Minister", "General Secretary", "Supreme Leader", "Chancellor", "King", "Emir", "Sultan")
CHIEFS = ("Secretary-General", "Director General", "President of the European Commission", *HEADS)
RULING = {"leader": HEADS, "ruler": HEADS, "premier": ("Prime Minister",), "chief": CHIEFS, "monarch": ("King",)}
MINISTERS = ("Foreign Minister", "Secretary of State", "Foreign Secretary", "External Affairs Minister")
SPOKEN = frozenset({"say", "tell", "speak", "add", "announce", "state", "declare", "note", "stress", "comment"})
# How many tokens after an office alone its holder may be named: "a minister said. Ana Soto told reporters …".
AHEAD = 60


class Roles:
    """Resolves role nouns to what was named before, or to whom the gazetteer knows; unsure stays unresolved."""

    def __init__(self, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        """Take the offices and office holders of ``gazetteer``."""
        self.gazetteer = gazetteer
        self.lexicon = lexicon
        self.titles = Titles(gazetteer)

    def mention(self, walk: Walk, token: Token) -> TokenMention | None:
        """Return the mention that the noun ``token`` heads, if it points to something known."""
        lemma = token.lemma_.lower()
        if token.dep_ in ("compound", "nmod:desc") and SORTS.get(lemma) == "Body" and token.tag_ in SINGULAR:
            # "A ministry spokesman": of the ministry that was named.
            known = self._last_body(walk, lemma)
            return (
                TokenMention(token.i, token.i + 1, token.i, "nominal", "GovernmentBody", entity=known)
                if known
                else None
            )
        if token.dep_ in ("compound", "flat", "nmod:desc", "appos"):
            return None
        if any(c.dep_ == "appos" and walk.noted.mention_at(c.i) is not None for c in token.children):
            return None
        start = _start(walk, token)
        words = {t.lower_ for t in walk.doc[start : token.i]}
        mention = TokenMention(start, token.i + 1, token.i, "nominal")
        owners = self._owners(walk, token)
        if lemma in PAIRS and not owners and (members := _several(walk, token, lemma, words)):
            mention.members, mention.plural = members, True
            return mention
        if lemma in COUNTERPARTS or lemma in OTHERS:
            return self._other(walk, token, mention, owners)
        office = self.titles.office_ending(walk.lower, token.i + 1)
        ruling = lemma in RULING and bool(owners)
        if token.tag_ in SINGULAR and ((office is not None and office.start >= start - 1) or ruling):
            if any(c.dep_ == "cop" for c in token.children):
                return None
            name = office.office if office is not None else lemma.title()
            return self._officer(
                walk, token, mention, name, owners, definite=bool(words & DEFINITE or _possessed(token))
            )
        if lemma == "capital" and owners and (city := self.gazetteer.capital_of(owners[0])) is not None:
            walk.noted.entities.setdefault(city, self.gazetteer.entities[city])
            mention.entity, mention.type = city, "Place"
            return mention
        return self._body(walk, token, mention, owners, words)

    def _body(
        self, walk: Walk, token: Token, mention: TokenMention, owners: list[str], words: set[str]
    ) -> TokenMention | None:
        """Return the State, body or group that "Russian troops", "the foreign ministry", "the bloc" stand for."""
        lemma = token.lemma_.lower()
        body = self._bare_body(walk, token, owners)
        if body is not None:
            mention.entity, mention.type = body, "GovernmentBody"
            return mention
        if owners and ("force" in self.lexicon.noun_class(lemma) or lemma in STATELY):
            several = tuple(dict.fromkeys(owners))
            if len(several) > 1 and all(walk.kind(o) == "State" for o in several):
                mention.members, mention.plural = several, True
                return mention
            kind = walk.kind(owners[0])
            if kind in ("State", "ArmedGroup", "PoliticalGroup", "InternationalOrganization"):
                mention.entity, mention.type = owners[0], kind
                return mention
            return None
        sort = SORTS.get(lemma)
        if sort is None or not words & DEFINITE or owners or not _is_bare(walk, token):
            return None
        if token.tag_ not in (*SINGULAR, "NNS") or (token.tag_ == "NNS") != lemma.endswith("s"):
            return None
        families = FAMILIES[sort] | (
            FAMILIES["Organization"] if lemma in BODIES["Organization"].split() else frozenset()
        )
        found = next(
            (b for b in reversed(walk.recent.bodies) if b[1] in families and self._suits(walk, b[0], lemma)), None
        )
        if found is None:
            return None
        mention.entity, mention.type = found[0], found[1]
        return mention

    def _suits(self, walk: Walk, entity: str, lemma: str) -> bool:
        """Return whether "the ministry" may be this one: its name says so, unless the word says little."""
        if lemma in VAGUE:
            return True
        known = walk.noted.entities[entity]
        if any(lemma in name.lower() for name in (known.label, *known.aliases)):
            return True
        return lemma in CROWNS and self.gazetteer.has_office(CROWNS[lemma], entity)

    def _last_body(self, walk: Walk, lemma: str) -> str | None:
        """Return the last government body that ``lemma`` names."""
        known = (b[0] for b in reversed(walk.recent.bodies) if b[1] == "GovernmentBody")
        return next((b for b in known if self._suits(walk, b, lemma)), None)

    def _owners(self, walk: Walk, token: Token) -> list[str]:
        """Return the entities whose "Russian", "Russia's", "of Russia" stands with the noun."""
        found: list[str] = []
        located = token.lemma_.lower() in LOCATED
        for child in token.children:
            prepositions = {c.lower_ for c in child.children if c.dep_ == "case"}
            owning = child.dep_ in ("nmod:poss", "amod", "compound", "nmod:desc") or (
                child.dep_ == "nmod" and bool(prepositions & ({"of", "in", "from"} if located else {"of"}))
            )
            if owning:
                heads = (child, *(c for c in child.conjuncts if child.i < c.i < token.i))
                entities = [e for head in heads for e in walk.entities(head.i)]
                if located and prepositions:
                    entities = [self.gazetteer.state_of(e) or e for e in entities]
                found += [e for e in entities if self._owns(walk, e)]
        return found

    def _owns(self, walk: Walk, entity: str) -> bool:
        if entity not in walk.noted.entities:
            walk.noted.entities[entity] = self.gazetteer.entities[entity]
        return walk.kind(entity) not in ("Person", "Place", "Position")

    # -- persons

    def _other(self, walk: Walk, token: Token, mention: TokenMention, owners: list[str]) -> TokenMention | None:
        """Return who "his Armenian counterpart", "her host" is, by his State or as the other of two."""
        possessor = next((c for c in token.children if c.dep_ == "nmod:poss"), None)
        of = walk.entity(possessor.i) if possessor is not None else None
        if of is None or walk.kind(of) != "Person" or token.tag_ not in SINGULAR:
            return None
        mention.type = "Person"
        if owners:
            of_state = [p for p, _, own in walk.offices if p != of and set(own) & set(owners)]
            if of_state:
                mention.entity = of_state[0]
                return mention
            offices = [office for p, office, _ in walk.offices if p == of]
            offices += [EQUAL.get(office, office) for office in offices]
            offices += MINISTERS if "Foreign Minister" in offices else ()
            return self._holder(walk, mention, tuple(offices), owners[0])
        others = [p for p, _, _ in reversed(walk.recent.people) if p != of]
        if token.lemma_.lower() in OTHERS and others:
            mention.entity = others[0]
            return mention
        return None

    def _holder(self, walk: Walk, mention: TokenMention, offices: tuple[str, ...], owner: str) -> TokenMention | None:
        """Return ``mention`` with the one who held the first of ``offices`` that the gazetteer knows of."""
        for office in dict.fromkeys(offices):
            holder = self.gazetteer.holder(office, owner, walk.noted.article.date)
            if holder is not None:
                known = walk.noted.entities.get(holder, self.gazetteer.entities[holder])
                walk.noted.entities[holder] = replace(known, aliases=known.aliases | {_phrase(walk, mention)})
                mention.entity, mention.type = holder, "Person"
                return mention
        return None

    def _officer(
        self, walk: Walk, token: Token, mention: TokenMention, office: str, owners: list[str], *, definite: bool
    ) -> TokenMention | None:
        """Link an office on its own to its holder in the article, else to the one whom the gazetteer knows."""
        lemma = token.lemma_.lower()
        mention.type = "Person"
        if office == "Spokesperson" and owners and not self._titled(walk, office, lemma, owners):
            # A spokesman without a name speaks for his body.
            mention.entity, mention.type = owners[0], walk.kind(owners[0])
            return mention
        if not definite and not owners:
            return None
        if not definite and walk.lower[mention.start : mention.start + 1] in (["a"], ["an"]):
            return None
        fitting = self._titled(walk, office, lemma, owners)
        if not fitting and owners and lemma in (*RULING, "president", "minister"):
            fitting = self._ruling(walk, office, lemma, owners)
        if fitting:
            order = {person: n for n, (person, _, _) in enumerate(walk.recent.people)}
            known = [person for person in fitting if person in order]
            if known:
                mention.entity = max(known, key=lambda person: order[person])
                return mention
            if len(set(fitting)) == 1 and (owners or is_subject(token)):
                mention.entity = fitting[0]
                return mention
        if owners:
            offices = RULING.get(lemma, (office, *(MINISTERS if office == "Foreign Minister" else ())))
            return self._holder(walk, mention, offices, owners[0]) or self._named_later(walk, token, mention, owners)
        state = self._home(walk)
        return self._holder(walk, mention, (office,), state) if state is not None and not fitting else None

    def _home(self, walk: Walk) -> str | None:
        """Return whose "the foreign ministry" is: that of the dateline's capital, else of the only State."""
        dateline = walk.noted.layout.dateline
        if dateline is None or dateline.place is None:
            return walk.recent.only_state()
        seats = {f.entity for f in self.gazetteer.forms(dateline.place.title()) if f.kind == "capital"}
        return seats.pop() if len(seats) == 1 and dateline.place.title() not in ELSEWHERE else None

    def _titled(self, walk: Walk, office: str, lemma: str, owners: list[str]) -> list[str]:
        """Return the persons of the article to whom a title gives this office."""
        word = "minister" if lemma == "diplomat" else office.split()[-1].lower()
        return [
            person
            for person, other, of in walk.offices
            if (other == office or word in other.lower().split() or lemma in other.lower().split())
            and (not owners or not (theirs := self._served(walk, person, of)) or set(owners) & theirs)
        ]

    def _served(self, walk: Walk, person: str, of: tuple[str, ...]) -> set[str]:
        """Return for whom ``person`` holds office: as the text says, else as the gazetteer knows."""
        return set(of) or {term.of for term in self.gazetteer.terms(person, walk.noted.article.date)}

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

    def _named_later(self, walk: Walk, token: Token, mention: TokenMention, owners: list[str]) -> TokenMention | None:
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
                    return mention
                break
        label = self._title(walk, token, mention, owners[0])
        if token.tag_ not in SINGULAR or not label:
            return None
        found = f"person_{digest('office', label.lower(), walk.noted.article.id)}"
        walk.noted.entities.setdefault(found, Entity(found, "Person", label))
        mention.entity = found
        return mention

    def _title(self, walk: Walk, token: Token, mention: TokenMention, owner: str) -> str:
        """Return what to call a person without a name: "Indian high commissioner", for "its" too."""
        possessor = next((c for c in token.children if c.dep_ == "nmod:poss"), None)
        named = possessor is None or (m := walk.at(possessor.i)) is None or m.kind == "name"
        start = mention.start if named or possessor is None else possessor.i + 1
        start += start < token.i and walk.lower[start] in ("'s", "’s", "the", "'", "’")
        text = " ".join(walk.doc[start : mention.end].text.split())
        if named:
            return _phrase(walk, mention) if start == mention.start else text
        adjective = self.gazetteer.adjective(owner)
        return f"{adjective or walk.noted.entities[owner].label} {text}"

    def _bare_body(self, walk: Walk, token: Token, owners: list[str]) -> str | None:
        """Return the body that "the foreign ministry" or "Iran's defence ministry" names in small letters."""
        plain = token.lower_ in PLAIN_BODIES
        if (SORT.get(token.lower_) != "GovernmentBody" and not plain) or not token.i:
            return None
        name = f"{walk.lower[token.i - 1]} {token.lower_}"
        names = {name, token.lower_} if plain and owners else {name}
        body = next(
            (b for b in self.gazetteer.bodies if b.own and names & {b.name.lower(), *(v.lower() for v in b.variants)}),
            None,
        )
        if body is None:
            return None
        state = next((s for o in owners if (s := self.gazetteer.state_of(o)) is not None), None)
        if state is None and not owners:
            known = [
                b[0]
                for b in reversed(walk.recent.bodies)
                if b[1] == "GovernmentBody"
                and any(
                    name in n.lower() for n in (walk.noted.entities[b[0]].label, *walk.noted.entities[b[0]].aliases)
                )
            ]
            if known:
                return known[0]
            state = self._home(walk)
            if state is not None:
                walk.noted.entities.setdefault(state, self.gazetteer.entities[state])
        if state is None:
            return None
        surface = walk.doc[_start(walk, token) : token.i + 1].text.removeprefix("the ").removeprefix("The ")
        return body_entity(self.gazetteer, walk.noted, body.name, state, surface if owners else "")


def _start(walk: Walk, token: Token) -> int:
    """Return the first token of the noun phrase of ``token``, prepositions and the like left out."""
    start = token.left_edge.i
    start = max([start, *(t.i + 1 for t in walk.doc[start : token.i] if t.pos_ == "VERB" and t.tag_ != "VBN")])
    while start < token.i and walk.doc[start].dep_ in (
        "case",
        "punct",
        "mark",
        "cc",
        "advmod",
        "cop",
        "nsubj",
        "fixed",
    ):
        start += 1
    return start


def _phrase(walk: Walk, mention: TokenMention) -> str:
    """Return the words of ``mention`` with the "of …" after them, without an article: "King of Norway"."""
    after = [c for c in walk.doc[mention.head].children if c.i > mention.head and c.dep_ == "nmod"]
    end = after[0].right_edge.i + 1 if after and after[0].right_edge.i < mention.head + 6 else mention.end
    text = " ".join(walk.doc[mention.start : end].text.split())
    return text.removeprefix("the ").removeprefix("The ")


def _possessed(token: Token) -> bool:
    return any(child.dep_ == "nmod:poss" for child in token.children)


def _is_bare(walk: Walk, token: Token) -> bool:
    """Return whether nothing but empty adjectives, regions and numbers stand with the noun: "the 27-nation bloc"."""
    for child in token.children:
        if child.dep_ not in ("nmod", "compound", "amod") or child.lower_ in BROAD:
            continue
        known = walk.at(child.i)
        region = known is not None and known.type == "Place" and child.dep_ != "nmod"
        counted = child.lemma_.lower() in COUNTED and child.dep_ != "nmod"
        if not region and not counted and not child.text[:1].isdigit() and "-" not in child.text:
            return False
    return True


def _several(walk: Walk, token: Token, lemma: str, words: set[str]) -> tuple[str, ...]:
    """Return whom "both leaders", "the two sides", "each side", "the three ministers" are."""
    recent = walk.recent
    if token.tag_ in SINGULAR:
        if not words & {"each", "either"}:
            return ()
        counted = 2
    elif token.tag_ == "NNS" and words & {"both", "the", *NUMBERS}:
        counted = 2 if "both" in words else next((NUMBERS[w] for w in words if w in NUMBERS), 0)
    else:
        return ()
    if counted > 2:
        return recent.last_group(None, counted)
    if lemma in STATES:
        return recent.last_states() if counted else ()
    if lemma in PERSONAL:
        known = counted or lemma in ("minister", "leader", "president", "diplomat")
        return (recent.last_group(True, counted) or recent.only_people()) if known else ()
    return recent.last_group(None, counted) or recent.only_people()
