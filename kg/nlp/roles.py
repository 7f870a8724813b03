"""What role nouns stand for: "the minister", "his Armenian counterpart", "the bloc", "both sides", "Russian troops"."""

from __future__ import annotations

from spacy.attrs import TAG
from spacy.tokens import Token

from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon
from kg.model import Entity
from kg.nlp.annotations import TokenMention
from kg.nlp.bodies import body_entity
from kg.nlp.epithets import described, epithet, may_be_epithet
from kg.nlp.here import CITIES, here
from kg.nlp.holders import OTHERS, RULING, SINGULAR, STATE_MINISTER, Holders
from kg.nlp.mentions import SORT
from kg.nlp.naming import is_possessed, phrase_start
from kg.nlp.offices import Offices
from kg.nlp.pairs import NUMBERS, PAIRS, PERSONAL, RELATED, plain, remember_delegates, several, singular
from kg.nlp.recency import Walk
from kg.nlp.titles import COUNTERPARTS
from kg.nlp.tree import columns

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
HOMES = frozenset({"country", "nation", "government", "homeland", "state"})
MOVEMENTS = frozenset({"movement", "militants", "militia", "rebels", "insurgents"})
# What States form, and what is but an organ of it.
LEAGUES = frozenset({"bloc", "alliance", "grouping", "union", "organization", "organisation"})
ORGANS = frozenset({"Commission", "Council", "Committee", "Secretariat", "Court"})
CROWNS = {"kingdom": "King", "emirate": "Emir", "sultanate": "Sultan"}
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
# "Chadian rebels" do not stand for Chad.
REBELS = frozenset(
    "rebel guerrilla militant insurgent dissident terrorist separatist exile jihadist mutineer paramilitary "
    "militiaman".split()
)
FIGHTERS = frozenset("rebel guerrilla guerilla militant insurgent separatist jihadist fighter insurrectionist".split())
# Nouns that may point back to something; offices and forces do so as well.
POINTING = frozenset({"capital", "member"}).union(
    PAIRS, PERSONAL, SORTS, COUNTERPARTS, OTHERS, RULING, CITIES, HOMES, SORT, PLAIN_BODIES, STATELY, FIGHTERS
)
# Whose officials and forces stand for them.
SENDERS = frozenset({"State", "ArmedGroup", "PoliticalGroup", "InternationalOrganization"})
# How many words back a government may have been called by its name.
REACH = 1500
# Who is called so no longer holds office, of which the text has told before if it is the one that it names.
GONE = frozenset("ousted deposed toppled overthrown exiled late slain assassinated former ex".split())
GOING = frozenset(
    "coup death ouster died killed fled resigned resignation removed stepped dismissed sacked impeached exile "
    "overthrow assassination murder murdered fell defeated predecessor".split()
)
LEADING = frozenset({"leadership", "administration"})
LOCATED = frozenset({"official", "government", "authority", "regime", "leadership", "administration", "junta", "ruler"})


class Roles:
    """Resolves role nouns to what was named before, or to whom the gazetteer knows; unsure stays unresolved."""

    def __init__(self, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        """Take the offices and office holders of ``gazetteer``."""
        self.gazetteer = gazetteer
        self.lexicon = lexicon
        self.offices = Offices(gazetteer)
        self.holders = Holders(gazetteer)

    def may_point(self, lower: str, lemma: str) -> bool:
        """Return whether the noun ``lower`` with ``lemma`` can point to something known; most can't."""
        if may_be_epithet(lemma) or lower == "heads" or singular(lower) in PAIRS:
            return True
        return lemma in POINTING or lower in POINTING or lower in self.offices.last or self._is_force(lemma)

    def mention(self, walk: Walk, token: Token) -> TokenMention | None:
        """Return the mention that the noun ``token`` heads, if it points to something known."""
        lemma = plain(token)
        if lemma == "head" and walk.lower[token.i + 1 : token.i + 3] in (["of", "state"], ["of", "government"]):
            # "the two Heads of State"
            lemma = "heads"
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
        start = phrase_start(token)
        words = {t.lower_ for t in walk.doc[start : token.i]}
        mention = TokenMention(start, token.i + 1, token.i, "nominal")
        owners = self._owners(walk, token)
        if lemma in PERSONAL and not owners and (body := self._collective(walk, token, lemma, words)) is not None:
            mention.entity, mention.type = body, walk.kind(body)
            return mention
        if lemma in PERSONAL and owners:
            remember_delegates(walk, token, lemma, owners)
        related = lemma in RELATED and any(c.tag_ == "PRP$" for c in token.children)
        if lemma in PAIRS and (related or not owners):
            members = several(walk, self.gazetteer, token, lemma, words)
            if members and not set(members) & set(owners):
                mention.members, mention.plural = members, True
                return mention
        if lemma in COUNTERPARTS or lemma in OTHERS:
            return self.holders.other(walk, token, mention, owners)
        # "A State Department official" is the body's, until a name follows.
        office = self.offices.ending(walk.lower, token.i + 1) if lemma != "official" else None
        if (spelled := self.offices.starting(walk.lower, token.i)) is not None and spelled.end > token.i + 1:
            # "the Minister of Foreign Affairs of Chad"
            office, mention.end = spelled, spelled.end
            owners = owners or self._owners(walk, walk.doc[spelled.end - 1])
        ruling = lemma in RULING and bool(owners)
        if token.tag_ in SINGULAR and ((office is not None and office.start >= start - 1) or ruling):
            if any(c.dep_ == "cop" for c in token.children):
                return None
            name = office.office if office is not None else lemma.title()
            if lemma == "minister" and walk.lower[token.i + 1 : token.i + 3] == ["of", "state"]:
                name, mention.end = STATE_MINISTER, token.i + 3
            if words & GONE and not (GONE | GOING) & set(walk.lower[:start]):
                # "The ousted president" is not the one in office.
                return None
            return self.holders.officer(
                walk, token, mention, name, owners, definite=bool(words & DEFINITE or is_possessed(token))
            )
        if lemma == "capital" and owners and (city := self.gazetteer.capital_of(owners[0])) is not None:
            walk.noted.entities.setdefault(city, self.gazetteer.entities[city])
            mention.entity, mention.type = city, "Place"
            return mention
        if lemma in CITIES and "this" in words:
            mention.entity = here(walk.noted, self.gazetteer)
            mention.type = "Place"
            return mention if mention.entity is not None else None
        home = self._homeland(walk, token, lemma) if not owners else None
        if home is None and lemma == "government" and not owners and "the" in words:
            home = self._only_government(walk, token)
        home = home or (_membership(walk, token, words) if lemma == "member" else None)
        if home is not None:
            mention.entity, mention.type = home, walk.kind(home)
            return mention
        return self._body(walk, token, mention, owners, words)

    def _only_government(self, walk: Walk, token: Token) -> str | None:
        """Return the State whose "Government of Ghana" was told of before "the Government", if it is one alone."""
        found: set[str] = set()
        for i in range(max(0, token.i - REACH), token.i):
            if walk.lower[i] == "government":
                named = [e for e in walk.entities(i) if walk.kind(e) == "State"]
                found.update(named or self._owners(walk, walk.doc[i]))
        return found.pop() if len(found) == 1 else None

    def _homeland(self, walk: Walk, token: Token, lemma: str) -> str | None:
        """Return the State of him whose "his country", "her government" is spoken of."""
        person = next((walk.entity(c.i) for c in token.children if c.dep_ == "nmod:poss"), None)
        if lemma not in HOMES or person is None or walk.kind(person) != "Person":
            return None
        served = [o for p, _, owners in walk.offices if p == person for o in owners]
        served += sorted(term.of for term in self.gazetteer.terms(person, walk.noted.article.date))
        states = [s for s in served if self._owns(walk, s) and walk.kind(s) == "State"]
        return states[0] if states else None

    def _collective(self, walk: Walk, token: Token, lemma: str, words: set[str]) -> str | None:
        """Return the organization whose "ministers" were spoken of last, for "the ministers"."""
        if token.tag_ not in ("NNS", "NNPS") or "the" not in words or words & {"both", *NUMBERS}:
            return None
        if walk.collectives is None:
            tagged = zip(walk.lower, columns(walk.doc, TAG)[0], strict=True)
            plural = ((i, word.removesuffix("s")) for i, (word, tag) in enumerate(tagged) if tag in ("NNS", "NNPS"))
            found = ((i, name, self._organization_of(walk, i)) for i, name in plural if name in PERSONAL)
            walk.collectives = [(i, name, body) for i, name, body in found if body is not None]
        near = [body for i, name, body in walk.collectives if i < token.i and name == lemma]
        return near[-1] if near else None

    def _organization_of(self, walk: Walk, i: int) -> str | None:
        """Return the organization right before "foreign ministers" at token ``i``, or right after "of"."""
        office = self.offices.ending(walk.lower, i + 1)
        start = office.start if office is not None else i
        start -= start > 0 and walk.lower[start - 1] in ("'s", "’s", "'", "’")
        after = i + 2 + (walk.lower[i + 2 : i + 3] == ["the"]) if walk.lower[i + 1 : i + 2] == ["of"] else len(walk.doc)
        for at, edge in ((start - 1, "end"), (after, "start")):
            mention = walk.noted.mention_at(at) if 0 <= at < len(walk.doc) else None
            fits = mention is not None and (mention.end == start if edge == "end" else mention.start == after)
            if fits and mention is not None and mention.type == "InternationalOrganization":
                return mention.entity
        return None

    def _body(
        self, walk: Walk, token: Token, mention: TokenMention, owners: list[str], words: set[str]
    ) -> TokenMention | None:
        """Return the State, body or group that "Russian troops", "the foreign ministry", "the bloc" stand for."""
        lemma = token.lemma_.lower()
        body = self._bare_body(walk, token, owners)
        if body is not None:
            mention.entity, mention.type = body, "GovernmentBody"
            return mention
        if owners and (self._is_force(lemma) or lemma in STATELY):
            several = tuple(dict.fromkeys(owners))
            if len(several) > 1 and all(walk.kind(o) in SENDERS for o in several) and lemma not in REBELS:
                mention.members, mention.plural = several, True
                return mention
            kind = walk.kind(owners[0])
            if kind == "State" and lemma in REBELS:
                return None
            if kind in SENDERS:
                mention.entity, mention.type = owners[0], kind
                return mention
            return None
        if not owners and (state := epithet(walk, self.gazetteer, token)) is not None:
            mention.entity, mention.type = state, "State"
            return mention
        if may_be_epithet(lemma) and described(walk, self.gazetteer, token):
            # "The Baltic republic" where none was spoken of.
            return None
        if lemma in FIGHTERS and token.tag_ == "NNS" and words & DEFINITE and not owners and _is_bare(walk, token):
            # "The guerrillas" after the only armed group that was named
            armed = {b[0] for b in walk.recent.bodies if b[1] == "ArmedGroup"}
            if len(armed) == 1:
                mention.entity, mention.type = armed.pop(), "ArmedGroup"
                return mention
        sort = SORTS.get(lemma)
        if sort is None or not words & DEFINITE or owners or not _is_bare(walk, token):
            return None
        if token.tag_ not in (*SINGULAR, "NNS") or (token.tag_ == "NNS") != lemma.endswith("s"):
            return None
        families = FAMILIES[sort] | (frozenset({"MediaOrganization"}) if lemma == "agency" else frozenset())
        families |= FAMILIES["Organization"] if lemma in BODIES["Organization"].split() else frozenset()
        fitting = [b for b in reversed(walk.recent.bodies) if b[1] in families and self._suits(walk, b[0], lemma)]
        if lemma == "group":
            # Fighters are "the group" before the mission that is sent against them.
            fitting.sort(key=lambda b: b[1] not in ("ArmedGroup", "PoliticalGroup"))
        found = next(iter(fitting), None)
        if found is None or (lemma == "group" and self._is_of_fighters(walk, token, found)):
            return None
        mention.entity, mention.type = found[0], found[1]
        return mention

    def _is_force(self, lemma: str) -> bool:
        return "force" in self.lexicon.noun_class(lemma)

    def _suits(self, walk: Walk, entity: str, lemma: str) -> bool:
        """Return whether "the ministry" may be this one: its name says so, unless the word says little."""
        known = walk.noted.entities[entity]
        if lemma in LEAGUES and (known.label.split()[-1] in ORGANS or _is_sent(known)):
            return False
        if lemma in MOVEMENTS and known.kind == "InternationalOrganization":
            return any(lemma in name.lower().split() for name in (known.label, *known.aliases))
        if lemma in VAGUE:
            return True
        if any(lemma in name.lower() for name in (known.label, *known.aliases)):
            return True
        return lemma in CROWNS and self.gazetteer.has_office(CROWNS[lemma], entity)

    def _is_of_fighters(self, walk: Walk, token: Token, found: tuple[str, str, int, bool]) -> bool:
        """Return whether "the group" is rather one without a name: of the rebels spoken of since ``found``."""
        body, kind, at, _ = found
        if kind != "InternationalOrganization":
            return False
        known = walk.noted.entities[body].label.split()
        single = "Committee" in known or known[:2] == ["United", "Nations"]
        return single or any(singular(word) in REBELS for word in walk.lower[at : token.i])

    def _last_body(self, walk: Walk, lemma: str) -> str | None:
        """Return the last government body that ``lemma`` names."""
        known = (b[0] for b in reversed(walk.recent.bodies) if b[1] == "GovernmentBody")
        return next((b for b in known if self._suits(walk, b, lemma)), None)

    def _owners(self, walk: Walk, token: Token) -> list[str]:
        """Return the entities whose "Russian", "Russia's", "of Russia" stands with the noun."""
        found: list[str] = []
        if token.lemma_.lower() in LEADING and {"nmod:poss", "nmod"} <= {child.dep_ for child in token.children}:
            # "Ghana's leadership of the Union" is a deed.
            return found
        located = token.lemma_.lower() in LOCATED
        for child in token.children:
            prepositions = {c.lower_ for c in child.children if c.dep_ == "case"}
            owning = child.dep_ in ("nmod:poss", "amod", "compound", "nmod:desc") or (
                child.dep_ == "nmod" and bool(prepositions & ({"of", "in", "from"} if located else {"of"}))
            )
            if owning and not (found and prepositions & {"in", "from"}):
                # "Chilean and Peruvian envoys", "envoys of Chile and Peru"
                after = child.dep_ == "nmod"
                heads = (child, *(c for c in child.conjuncts if child.i < c.i and (after or c.i < token.i)))
                entities = [e for head in heads for e in walk.entities(head.i)]
                if located and prepositions:
                    entities = [self.gazetteer.state_of(e) or e for e in entities]
                found += [e for e in entities if self._owns(walk, e)]
        if not found and token.lemma_.lower() == "government":
            # "the Government and people of Mali"
            people = [c for c in token.conjuncts if c.lemma_.lower() == "people" and c.i > token.i]
            return [e for c in people for e in self._owners(walk, c)]
        return found

    def _owns(self, walk: Walk, entity: str) -> bool:
        if entity not in walk.noted.entities:
            walk.noted.entities[entity] = self.gazetteer.entities[entity]
        return walk.kind(entity) not in ("Person", "Place", "Position")

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
            state = self.holders.home(walk)
            if state is not None:
                walk.noted.entities.setdefault(state, self.gazetteer.entities[state])
        if state is None:
            return None
        surface = walk.doc[phrase_start(token) : token.i + 1].text.removeprefix("the ").removeprefix("The ")
        return body_entity(self.gazetteer, walk.noted, body.name, state, surface if owners else "")


def _is_sent(known: Entity) -> bool:
    """Return whether a body is but a mission of another: MINUSMA."""
    return any("Mission" in name.split() for name in (known.label, *known.aliases))


def _membership(walk: Walk, token: Token, words: set[str]) -> str | None:
    """Return the organization that "the council members" are, of those that were spoken of."""
    names = [c.lower_ for c in token.children if c.dep_ == "compound" and c.lower_ in SORTS]
    if token.tag_ != "NNS" or not names or not words & DEFINITE:
        return None
    for body, kind, _, _ in reversed(walk.recent.bodies):
        known = walk.noted.entities[body]
        if kind == "InternationalOrganization" and any(names[0] in n.lower() for n in (known.label, *known.aliases)):
            return body
    return None


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
