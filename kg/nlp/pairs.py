"""Who are spoken of as so many: "both leaders", "the two sides", "the three ministers", "the two governments"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.gazetteer import Gazetteer
from kg.nlp.crowds import OBJECTS, PLURAL
from kg.nlp.holders import SINGULAR, may_be
from kg.nlp.recency import Walk, fellow_subjects, is_subject

PAIRS = frozenset(
    (
        "side party leader minister country nation state president diplomat official government counterpart "
        "neighbour neighbor premier man woman rival partner delegation faction belligerent adversary foe camp opponent "
        "capital heads territory region province enclave island ally institution power body "
        "organization organisation movement company bloc union ministry secretary force army group militia"
    ).split()
)
PERSONAL = frozenset(
    "leader heads minister president diplomat official counterpart premier man woman secretary".split()
)
# These are the ones told of last only where their number is told.
COUNTED = frozenset(
    (
        "ally institution power body organization organisation movement company bloc union ministry force army group "
        "militia"
    ).split()
)
NEGOTIATING = frozenset("State InternationalOrganization GovernmentBody ArmedGroup PoliticalGroup".split())
# Whose "two allies" and "both rivals" are not himself.
RELATED = frozenset("ally partner neighbour neighbor rival foe opponent adversary".split())
PARTIES = frozenset("delegation faction belligerent camp".split())
STATES = frozenset("country nation state government neighbour neighbor".split())
LANDS = frozenset("territory region province enclave island".split())
CAMPS = frozenset({"party", "government", "capital", "camp"})
FORMATS = frozenset({"format", "framework"})
DEFINITE = frozenset("both the these those all each either its their his her our whose".split())
# Those of "both parties" in a parliament.
POLITICIANS = frozenset(
    "lawmaker legislator senator congressman congresswoman parliamentarian member politician deputy voter".split()
)
ARMED = frozenset({"force", "army", "group", "militia"})
AT_ODDS = ARMED | frozenset("side party faction belligerent camp rival foe adversary opponent".split())
# "The pair", "the trio" are as many as were spoken of together.
SETS = {"pair": 2, "duo": 2, "twosome": 2, "trio": 3, "threesome": 3, "quartet": 4, "foursome": 4}
NUMBERS = {word: i for i, word in enumerate("two three four five six seven eight".split(), 2)}


def plain(token: Token) -> str:
    """Return the lemma of ``token``, that of "Presidents" and "Parties" in capitals as well."""
    lemma = token.lemma_.lower()
    if token.pos_ != "PROPN" or token.tag_ not in PLURAL or lemma in PAIRS:
        return lemma
    return single if (single := singular(lemma)) in PAIRS else lemma


def singular(word: str) -> str:
    """Return what "presidents" and "parties" are many of."""
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def several(walk: Walk, gazetteer: Gazetteer, token: Token, lemma: str, words: set[str]) -> tuple[str, ...]:
    """Return whom "both leaders", "the two sides", "each side", "the three ministers" are."""
    recent = walk.recent
    if token.tag_ in SINGULAR:
        if not words & {"each", "either"}:
            return ()
        counted = 2
    elif token.tag_ in PLURAL and words & {"both", "the", *NUMBERS}:
        counted = 2 if "both" in words else next((NUMBERS[w] for w in words if w in NUMBERS), 0)
    else:
        return ()
    if not words & DEFINITE and (lemma in COUNTED or lemma in ("man", "woman") or not is_subject(token)):
        # "shot two men": others than those told of
        return ()
    if lemma == "party" and token.dep_ == "nmod" and token.head.lemma_.lower() in POLITICIANS:
        return ()
    if lemma in LANDS:
        lands = (members for _, members, _ in reversed(recent.groups) if len(members) == counted)
        return next((m for m in lands if all(walk.kind(land) in ("Place", "State") for land in m)), ())
    acting = fellow_subjects(walk, token)
    # "The US secretary of state urged both sides": the United States is neither.
    acting |= {o for person, _, owners in walk.offices if person in acting for o in owners}
    if counted > 2:
        members = recent.last_group(None, counted, without=acting)
        if lemma == "minister" and not _are_theirs(walk, token, members):
            return ()
        if lemma not in STATES or all(walk.kind(member) != "Person" for member in members):
            return members
        # "the five countries" are those of the five presidents
        states = tuple(dict.fromkeys(s for member in members for s in _state(walk, gazetteer, member)))
        return states if len(states) == counted else ()
    if counted == 2 and (token.dep_ in OBJECTS or (lemma in ARMED and is_subject(token))):
        # Whom others urge, praise or help are those at odds or in talks, whoever else spoke of these.
        odds = recent.last_parties(without=acting) if lemma in AT_ODDS or lemma in STATES else ()
        if odds and (lemma not in STATES or all(walk.kind(member) == "State" for member in odds)):
            return odds
    if lemma in ARMED:
        return ()
    if lemma in PARTIES:
        # "The delegations" of the two that met
        counted = counted or (2 if lemma in ("delegation", "belligerent") else 0)
        return recent.last_group(False, counted, without=acting) if counted else ()
    if lemma in STATES:
        if not counted:
            return ()
        return _at_hand(walk, gazetteer, token) or _together(walk, token, acting) or recent.last_states(without=acting)
    if lemma in PERSONAL:
        known = counted or lemma in ("minister", "leader", "president", "diplomat", "secretary")
        at, sending = walk.delegates.get(lemma, (-1, ()))
        if known and 0 <= at < token.i and (counted == len(sending) or not counted or len(sending) == 1):
            # "The ministers of Chad and Mali met. The ministers …": if nobody told who they are
            return sending if not acting & set(sending) else ()
        members = (recent.last_group(True, counted, without=acting) or recent.only_people()) if known else ()
        fits = all(may_be(walk, person, lemma) for person in members) and not acting & set(members)
        fits = fits and (lemma != "minister" or _are_theirs(walk, token, members))
        return members if members and fits else _all_called(walk, lemma, counted, acting)
    if lemma in COUNTED:
        plain = token.dep_ in ("nsubj", "nsubj:pass", "obj", "obl")
        return recent.last_group(False, counted, without=acting) if counted and plain else ()
    # "Both sides" are rather those that negotiators stand for than these.
    bodies = recent.last_group(False, counted, without=acting) if lemma in ("side", "party") else ()
    bodies = bodies if all(walk.kind(body) in NEGOTIATING for body in bodies) else ()
    # "Both parties" need not be the two people whom a text names.
    found = bodies or recent.last_group(None, counted, without=acting)
    return found or (recent.only_people() if lemma not in CAMPS else ())


def _all_called(walk: Walk, lemma: str, counted: int, without: set[str]) -> tuple[str, ...]:
    """Return those of the text so far who have the office of "the two Foreign Secretaries", if they are so many."""
    if lemma not in ("secretary", "president"):
        return ()
    known = dict.fromkeys(person for person, _, _ in walk.recent.people)
    held = {person for person, _, _ in walk.offices}
    found = tuple(person for person in known if person in held and may_be(walk, person, lemma))
    return found if counted == len(found) and not without & set(found) else ()


def remember_delegates(walk: Walk, token: Token, lemma: str, owners: list[str]) -> None:
    """Remember the States of "the ministers of Chad and Mali", unless two of their ministers are named."""
    states = tuple(dict.fromkeys(owner for owner in owners if walk.kind(owner) == "State"))
    if token.tag_ not in PLURAL or len(states) < 2 or len(states) < len(set(owners)):
        return
    own = set(states)
    held = {o for person, _, of in walk.offices if own & set(of) and may_be(walk, person, lemma) for o in of}
    if len(held & set(states)) < 2 and not any(c.dep_ in ("appos", "flat") for c in token.children):
        walk.delegates[lemma] = (token.i, _format(walk, token) or states)


def _format(walk: Walk, token: Token) -> tuple[str, ...]:
    """Return the body in whose "format" the ministers at ``token`` meet: "met for a meeting in the Visegrad format"."""
    for i in range(token.i, token.sent.end):
        for entity in walk.entities(i):
            framed = token.doc[i].head.lemma_.lower() in FORMATS and token.doc[i].dep_ in ("compound", "nmod")
            if framed and walk.kind(entity) == "InternationalOrganization":
                return (entity,)
    return ()


def _are_theirs(walk: Walk, token: Token, members: tuple[str, ...]) -> bool:
    """Return whether ``members`` may be "the ministers of the three countries", if known as holding office."""
    lands = any(kid.dep_ == "nmod" and kid.lemma_.lower() in STATES for kid in token.children)
    return not lands or set(members) <= {person for person, _, _ in walk.offices}


def _together(walk: Walk, token: Token, without: set[str]) -> tuple[str, ...]:
    """Return the two States named together just before: "Chad and Mali accused Togo. Both governments …"."""
    at = walk.recent.group_at
    if not 0 <= at < token.i or walk.doc[at].sent.end < token.sent.start:
        return ()
    people, members, _ = walk.recent.groups[-1]
    states = not people and len(members) == 2 and all(walk.kind(member) == "State" for member in members)
    return members if states and not without & set(members) else ()


def _at_hand(walk: Walk, gazetteer: Gazetteer, token: Token) -> tuple[str, ...]:
    """Return the two States of the sentence so far, by persons and capitals too: "Soto was in Lima, when the two …"."""
    found: list[str] = []
    for i in range(token.sent.start, token.i):
        for entity in walk.entities(i):
            found += _state(walk, gazetteer, entity)
    states = tuple(dict.fromkeys(found))
    return states if len(states) == 2 else ()


def _state(walk: Walk, gazetteer: Gazetteer, entity: str) -> list[str]:
    """Return the State that ``entity`` is, speaks for or is the capital of."""
    kind = walk.kind(entity)
    if kind == "State":
        return [entity]
    if kind == "Person":
        served = [o for person, _, owners in walk.offices if person == entity for o in owners]
        served = served or sorted({term.of for term in gazetteer.terms(entity, walk.noted.article.date)})
        return [o for o in served if o in walk.noted.entities and walk.kind(o) == "State"][:1]
    state = gazetteer.state_of(entity) if kind == "Place" else None
    if state is None or gazetteer.capital_of(state) != entity:
        return []
    walk.noted.entities.setdefault(state, gazetteer.entities[state])
    return [state]
