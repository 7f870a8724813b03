"""Coreference inside an article: surnames, acronyms, pronouns and role nouns, by rules and recency."""

from __future__ import annotations

from spacy.attrs import LEMMA, LOWER, POS
from spacy.tokens import Doc, Token

from kg.gazetteer import Gazetteer
from kg.lexicon import Lexicon
from kg.nlp.acronyms import glosses
from kg.nlp.annotations import Annotations, TokenMention, notes
from kg.nlp.crowds import HE, IT, ME, OBJECTS, PRONOUNS, SHE, THEY, WE, bodies_ahead, crowd_above
from kg.nlp.linker import name_entities
from kg.nlp.pairs import NUMBERS, SETS
from kg.nlp.persons import last_person
from kg.nlp.reasons import answering, antecedent
from kg.nlp.recency import Walk, fellow_subjects, is_subject, remember_encounter, remember_group
from kg.nlp.roles import Roles
from kg.nlp.spokesmen import STATING, is_spokesman, spoken_for
from kg.nlp.tree import columns

GENDER = (
    dict.fromkeys("mr mr. sir king prince sheikh emir sultan lord spokesman chairman".split(), HE)
    | dict.fromkeys("mrs mrs. ms ms. queen princess lady chairwoman spokeswoman".split(), SHE)
)  # fmt: skip
# What a State or body may be said to be; another "it is a …" speaks of a deed.
BEING = frozenset("member party country state nation power signatory founder ally organization group body bloc".split())
# Whom these address is a party, also where it is "it".
BIDDING = frozenset("urge call ask press accuse order instruct beg implore exhort blame threaten beseech".split())
# These act for others: "an army that lost its base".
BODIES = frozenset({"force", "official", "body", "collective", "group"})
# "It was agreed to …": of nobody.
DECIDED = frozenset("agree decide note say stress emphasize emphasise recall plan hope expect resolve".split())
# "The latter", "the former" of two.
ORDERED = {"latter": -1, "former": 0}


class Coreference:
    """Resolves what is said again in other words to what was named before; unsure stays unresolved."""

    def __init__(self, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        """Take the offices and office holders of ``gazetteer``."""
        self.gazetteer = gazetteer
        self.lexicon = lexicon
        self.roles = Roles(gazetteer, lexicon)

    def __call__(self, doc: Doc) -> Doc:
        """Link names, then walk the text once for pronouns and role nouns."""
        noted = notes(doc)
        name_entities(doc, noted, self.gazetteer, glosses(doc, noted))
        walk = Walk(
            doc=doc,
            noted=noted,
            lower=columns(doc, LOWER)[0],
            offices=_offices(noted),
            speakers={i: quote.speaker for quote in noted.quotes for i in range(quote.start, quote.end)},
            by_head={mention.head: mention for mention in noted.mentions},
        )
        skip = noted.layout.dateline
        extra: list[TokenMention] = []
        for i, (word, pos, lemma) in enumerate(zip(walk.lower, *columns(doc, POS, LEMMA), strict=True)):
            if i not in walk.by_head and i not in noted.heads and not self._may_point(word, pos, lemma):
                continue
            token = doc[i]
            if skip is not None and skip.start <= token.idx < skip.end:
                continue
            mention = walk.by_head.get(i)
            if token.dep_ == "conj" and token.i in noted.heads:
                remember_group(walk, token)
            if mention is not None:
                walk.issuer = walk.issuer or _issuer(walk, token, mention)
                _remember(walk, mention)
                remember_encounter(walk, token)
                continue
            found = self._pointing(walk, token)
            if found is not None:
                extra.append(found)
                walk.by_head[found.head] = found
                if found.entity is not None:
                    walk.issuer = walk.issuer or _issuer(walk, token, found)
                    _remember(walk, found)
                    remember_encounter(walk, token)
                elif found.members and (is_subject(token) or token.dep_ in OBJECTS):
                    people = all(walk.kind(e) == "Person" for e in found.members)
                    walk.recent.groups.append((people, found.members, 2))
        noted.mentions += extra
        noted.mentions.sort(key=lambda m: (m.start, m.end))
        return doc

    def _may_point(self, word: str, pos: str, lemma: str) -> bool:
        """Return whether a word that is no name may point back to something, by what it is alone."""
        if pos in ("PRON", "DET"):
            return word in PRONOUNS or word in ORDERED or word in ("both", "whose")
        if pos in ("NOUN", "PROPN"):
            return word in ORDERED or word in SETS or self.roles.may_point(word, lemma.lower())
        return word in ORDERED or word in NUMBERS

    def _pointing(self, walk: Walk, token: Token) -> TokenMention | None:
        """Return the mention of ``token`` if it points back to something."""
        if token.pos_ in ("PRON", "DET") and token.lower_ in PRONOUNS:
            return self._pronoun(walk, token)
        if token.lower_ == "whose":
            return _relative(walk, token)
        if token.lower_ in ORDERED and token.i and walk.lower[token.i - 1] == "the" and not _modifies(token):
            return _ordered(walk, token)
        named = token.pos_ == "PROPN" and token.text[0].isupper() and walk.noted.mention_at(token.i) is None
        if token.lower_ in SETS and token.i not in walk.noted.heads:
            return self._counted(walk, token)
        if (token.pos_ == "NOUN" or named) and token.i not in walk.noted.heads:
            return self.roles.mention(walk, token)
        return self._counted(walk, token)

    def _counted(self, walk: Walk, token: Token) -> TokenMention | None:
        """Return the mention of "the two", "both", "all three" or "the trio" if so many were spoken of."""
        before = walk.lower[token.i - 1] if token.i else ""
        both = token.lower_ == "both" and token.pos_ in ("PRON", "DET")
        named = token.lower_ in SETS and before == "the"
        count = NUMBERS.get(token.lower_, 0) if token.pos_ == "NUM" else 2 * both or SETS.get(token.lower_, 0) * named
        if not count or (count > 2 and before not in ("all", "the")):
            return None
        # "Two of the men", "the pair of kidnappers" are others, and so are "the two" after "two men".
        if (token.dep_ not in OBJECTS and not is_subject(token)) or any(c.dep_ == "nmod" for c in token.children):
            return None
        if token.pos_ == "NUM" and token.lower_ in walk.lower[max(0, walk.recent.group_at + 1) : token.i]:
            return None
        acting = fellow_subjects(walk, token) if token.dep_ in OBJECTS else frozenset()
        members = _who_met(walk, token) if count == 2 else ()
        if count == 2 and token.dep_ in OBJECTS:
            members = members or walk.recent.last_parties(people=True, without=acting)
        # "The pair" are rather persons, "all three" to whom something is done are not.
        many = count > 2 and token.dep_ in OBJECTS and not named
        members = members or walk.recent.last_group(named, count, without=acting) if named or many else members
        members = members or (() if many else walk.recent.last_group(None, count, without=acting))
        if count == 2 and not members and (both or token.dep_ not in OBJECTS):
            # Whom "it praised the two" means, only a pair that was named together can tell.
            members = walk.recent.only_people() or walk.recent.last_states(without=acting)
            members = () if acting & set(members) else members
        return TokenMention(token.i, token.i + 1, token.i, "pronoun", members=members, plural=True) if members else None

    # -- pronouns

    def _pronoun(self, walk: Walk, token: Token) -> TokenMention | None:
        who = PRONOUNS[token.lower_]
        recent = walk.recent
        mention = TokenMention(token.i, token.i + 1, token.i, "pronoun")
        if who in (WE, ME):
            mention.entity = self._speaking(walk, token, who)
        elif who in (HE, SHE):
            mention.entity = last_person(walk, token, who)
        elif token.dep_ == "nmod:poss" and (ahead := bodies_ahead(walk, token)):
            # "At their summit in Lima, ASEAN leaders agreed"
            mention.members, mention.plural = (ahead, True) if len(ahead) > 1 else ((), False)
            mention.entity = ahead[0] if len(ahead) == 1 else None
        elif who in (IT, THEY) and (given := answering(walk, token)):
            mention.members, mention.plural = (given, True) if len(given) > 1 else ((), False)
            mention.entity = given[0] if len(given) == 1 else None
        elif who == IT:
            mention.entity = self._thing(walk, token)
        elif (above := crowd_above(walk, token)) is not None:
            # "The rebels broke off the talks that they had begun"
            own = walk.entities(above.i)
            mention.members, mention.plural = (own, True) if len(own) > 1 else ((), False)
            mention.entity = own[0] if len(own) == 1 else None
        elif token.dep_ != "nmod:poss" and (self._is_crowd(walk, token) or self._acted(walk, token)):
            return None
        elif recent.crowd is not None and recent.crowd_at > recent.group_at:
            mention.entity = recent.crowd
        elif group := recent.last_group():
            mention.members, mention.plural = group, True
        if mention.entity is None and not mention.members:
            return None
        if mention.entity is not None and mention.entity in walk.noted.entities:
            mention.type = walk.kind(mention.entity)
        return mention

    def _is_crowd(self, walk: Walk, token: Token) -> bool:
        """Return whether "them" are people without a name: "protesters shouted and police fired at them"."""
        for other in reversed(walk.doc[token.sent.start : token.i]):
            known = walk.noted.mention_at(other.i)
            if known is not None and (known.members or known.kind != "adjective"):
                return False
            if other.tag_ == "NNS" and "group" in self.lexicon.noun_class(other.lemma_.lower()):
                return True
        return False

    def _acted(self, walk: Walk, token: Token) -> bool:
        """Return whether "they" go on with what some nameless officials did: "Ministers backed Chad and Mali. They"."""
        if not is_subject(token) or token.head.dep_ != "ROOT" or not token.sent.start:
            return False
        before = walk.doc[token.sent.start - 1].sent.root
        subjects = [c for c in before.children if c.dep_ == "nsubj"]
        if len(subjects) != 1 or subjects[0].tag_ not in ("NNS", "NNPS") or walk.at(subjects[0].i) is not None:
            return False
        return "official" in self.lexicon.noun_class(subjects[0].lemma_.lower())

    def _speaking(self, walk: Walk, token: Token, who: str) -> str | None:
        """Return who says "I", or for whom a person says "we"."""
        speaker = walk.speakers.get(token.i, -1)
        entity = walk.entity(speaker) if speaker >= 0 else None
        if speaker < 0 and who == WE:
            return walk.issuer
        if entity is None or who == ME:
            return entity
        named = next((o for p, _, owners in walk.offices if p == entity for o in owners), None)
        if named is None and is_spokesman(walk, entity):
            # "Deputy Spokeswoman Ana Soto" of a text from Lima
            named = self.roles.holders.home(walk) or spoken_for(walk, entity)
        if named is not None:
            return self._behind(walk, named)
        held = {term.of for term in self.gazetteer.terms(entity, walk.noted.article.date)}
        known = held & walk.noted.entities.keys()
        return known.pop() if len(known) == 1 else entity

    def _behind(self, walk: Walk, body: str) -> str:
        """Return the State of the ministry ``body``, for which its minister or spokesman says "we"; else ``body``."""
        state = self.gazetteer.state_of(body) or body
        if body in walk.noted.entities and walk.kind(body) == "GovernmentBody":
            facts = dict(walk.noted.entities[body].facts)
            state = facts.get("partOf") or state
        elif body in walk.noted.entities:
            return body
        if state not in walk.noted.entities:
            if state not in self.gazetteer.entities:
                return body
            walk.noted.entities[state] = self.gazetteer.entities[state]
        return state

    def _thing(self, walk: Walk, token: Token) -> str | None:
        """Return the last State or body, a subject first; "it is clear that" is nobody."""
        if (
            token.dep_ == "expl"
            or token.head.pos_ == "ADJ"
            or any(c.dep_ in ("csubj", "ccomp") for c in token.head.children if token.head.pos_ != "VERB")
            or (token.dep_ == "nsubj:pass" and token.head.lemma_ in DECIDED)
        ):
            return None
        asked = token.dep_ in OBJECTS and token.head.lemma_ in BIDDING
        if token.head.lemma_ == "call":
            # "called upon it", but "called it a step forward"
            asked = token.i > 0 and walk.lower[token.i - 1] in ("on", "upon")
        if token.lower_ == "it" and token.dep_ not in ("nsubj", "nsubj:pass") and not asked:
            return None
        described = token.head.pos_ == "NOUN" and any(c.dep_ == "cop" for c in token.head.children)
        if token.lower_ == "it" and described and token.head.lemma_.lower() not in BEING:
            return None
        start = token.sent.start
        items = list(reversed(walk.recent.bodies))[:8]
        own = self._speaking(walk, token, WE)
        if own is not None and token.lower_ == "it":
            # Who speaks says "we" of his own, but "China protests, and it will not yield" of China.
            items = [b for b in items if b[0] != own or (b[3] and b[2] >= token.sent.start)]
        if asked:
            # "Ghana accused Togo of smuggling and urged it to stop": not Ghana.
            others = fellow_subjects(walk, token)
            items = [b for b in items if b[0] not in others]
        told_of = antecedent(token)
        if told_of is not None and not self.lexicon.noun_class(told_of.lemma_.lower()) & BODIES:
            # "a committee which held its first session": the committee's.
            named = walk.entities(told_of.i)
            return named[0] if len(named) == 1 else None
        if token.dep_ == "nmod:poss" and "meeting" in self.lexicon.noun_class(token.head.lemma_.lower()):
            items = [b for b in items if b[1] != "State"] or items
            return items[0][0] if items else None
        here = [b for b in items if b[2] >= start]
        if (going_on := _goes_on(walk, token)) is not None and any(b[0] == going_on for b in here):
            return going_on
        near = [b for b in items if b[2] < start]
        found = (
            next((b for b in here if b[3]), None)
            or (here[0] if here else None)
            or next((b for b in near if b[3]), None)
        )
        return found[0] if found is not None else None


def _goes_on(walk: Walk, token: Token) -> str | None:
    """Return who acts before "and its envoy left": Togo of "Togo, which Chad had blamed, voted, and its envoy left"."""
    subject = token.head if token.dep_ == "nmod:poss" else token
    if not is_subject(subject) or subject.head.dep_ != "conj":
        return None
    found = fellow_subjects(walk, subject.head)
    return found.pop() if len(found) == 1 else None


# What two persons do rather than their States.
MEETING = frozenset("meet speak talk confer dine embrace chat".split())


def _who_met(walk: Walk, token: Token) -> tuple[str, ...]:
    """Return the two persons of the sentence named since two States were, of whom it says that "the two met"."""
    start = max(token.sent.start, walk.recent.group_at + 1)
    found = tuple(dict.fromkeys(person for person, at, _ in walk.recent.people if at >= start))
    return found if token.head.lemma_ in MEETING and len(found) == 2 else ()


def _modifies(token: Token) -> bool:
    """Return whether ``token`` stands before a noun of its own: "the former minister"."""
    return token.dep_ in ("amod", "compound") and token.head.i > token.i


def _relative(walk: Walk, token: Token) -> TokenMention | None:
    """Return whom "whose" goes back to, if it has a name: "Chad, whose talks with Mali opened"."""
    verb = next((a for a in token.ancestors if a.dep_ == "acl:relcl"), None)
    found = walk.entities(verb.head.i) if verb is not None and token.dep_ == "nmod:poss" else ()
    if len(found) != 1 or found[0] not in walk.noted.entities:
        return None
    return TokenMention(token.i, token.i + 1, token.i, "pronoun", walk.kind(found[0]), entity=found[0])


def _ordered(walk: Walk, token: Token) -> TokenMention | None:
    """Return which of the last two "the latter" is."""
    pair = walk.recent.last_group(None, 2) or walk.recent.only_people()
    if not pair:
        return None
    entity = pair[ORDERED[token.lower_]]
    return TokenMention(token.i - 1, token.i + 1, token.i, "nominal", walk.kind(entity), entity=entity)


def _remember(walk: Walk, mention: TokenMention) -> None:
    """Note that ``mention``'s entity was spoken of."""
    entity, recent, doc = mention.entity, walk.recent, walk.doc
    if entity is None or mention.kind == "adjective":
        return
    kind = walk.kind(entity) if entity in walk.noted.entities else mention.type
    token = doc[mention.head]
    subject = is_subject(token)
    if kind == "Person":
        recent.people.append((entity, mention.start, subject))
        for i in range(max(0, mention.start - 3), mention.start):
            if walk.lower[i] in GENDER:
                recent.gender.setdefault(entity, GENDER[walk.lower[i]])
    elif kind is not None and kind != "Place":
        recent.bodies.append((entity, kind, mention.start, subject))
        plural = token.tag_ in ("NNS", "NNPS") and (mention.kind == "name" or kind == "InternationalOrganization")
        if subject and (plural or (mention.kind == "name" and kind == "ArmedGroup")):
            recent.crowd, recent.crowd_at = entity, mention.start
    if token.dep_ == "conj" and mention.kind == "name":
        remember_group(walk, token)


def _offices(noted: Annotations) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return (person, office, owners) of the article's titles."""
    found = []
    for title in noted.titles:
        person = noted.mention_at(title.person)
        if person is not None and person.entity is not None:
            owners = tuple(e for i in title.of for e in noted.entities_at(i))
            found.append((person.entity, title.office, owners))
    return list(dict.fromkeys(found))


ISSUERS = frozenset({"State", "InternationalOrganization", "GovernmentBody", "Organization"})


def _issuer(walk: Walk, token: Token, mention: TokenMention) -> str | None:
    """Return whose release says "Norway welcomes the accord" of its author: who "we" are later on."""
    verb = token.head
    opening = (
        token.i < OPENING and token.dep_ == "nsubj" and verb.tag_ in ("VBZ", "VBP") and token.i not in walk.speakers
    )
    if not opening or verb.dep_ != "ROOT" or verb.lemma_.lower() not in STATING or mention.entity is None:
        return None
    if walk.kind(mention.entity) not in ISSUERS:
        return None
    facts = dict(walk.noted.entities[mention.entity].facts)
    state = facts.get("partOf")
    return state if state is not None and state in walk.noted.entities else mention.entity


# How many words the opening of a release has.
OPENING = 80
