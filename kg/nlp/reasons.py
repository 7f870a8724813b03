"""Whose "its" is in what somebody is blamed, thanked for or asked to end: "sanctions on Chad over its raids"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.nlp.crowds import ACTING, PRONOUNS, THEY
from kg.nlp.recency import Walk

PERSONS = frozenset({"Person"})
FOR = frozenset({"for", "over", "because"})
AFTER = frozenset({"after", "following"})
JUDGING = frozenset(
    "thank praise commend congratulate applaud laud hail credit reward compensate pay criticize criticise condemn "
    "blame denounce decry deplore censure rebuke reprimand fault chastise castigate chide slam lambast lambaste "
    "berate fine punish penalize penalise sanction isolate suspend expel exclude ban bar boycott blacklist shun "
    "attack sue admire forgive pardon respect honour honor warn".split()
)
# What is done to others by what it is done with: "imposed sanctions on Chad", "broke off ties with Chad".
PUNISHING = frozenset(
    "impose extend renew prolong maintain tighten widen slap freeze cut halt suspend stop withhold cancel break sever "
    "downgrade reduce recall withdraw revoke protest complain summon lodge level voice express announce adopt "
    "introduce seek threaten".split()
)
GETTING = frozenset("win draw earn receive face attract incur gain get meet encounter".split())
# Who is thanked "for the help it gave" gave it, unless it was received.
RECEIVING = frozenset("receive get need enjoy obtain suffer request ask have be accept see witness".split())
AGAINST = frozenset({"on", "against", "with", "to", "from", "of", "at", "towards", "toward"})
ASKING = frozenset(
    "ask urge call tell order press push request demand beg implore exhort command advise encourage warn instruct "
    "pressure persuade convince force compel oblige get lead".split()
)
# What one is asked to do with what is one's own.
OWN = frozenset(
    "end halt stop cease explain justify clarify abandon drop scrap reconsider review reverse revise lift close keep "
    "honour honor fulfil fulfill meet moderate curb reduce cut destroy dismantle freeze suspend limit scale withdraw "
    "pull remove renounce relinquish surrender declare disclose change alter soften tone improve cancel delay postpone "
    "complete implement apologize apologise stand pay control rein restrain disarm disband".split()
)


def answering(walk: Walk, token: Token) -> tuple[str, ...]:
    """Return whose deed ``token`` names where he answers for it: "punished Chad for its raid"."""
    if token.dep_ == "nsubj":
        return _rewarded(walk, token)
    if token.dep_ != "nmod:poss":
        return ()
    thing = token.head
    while thing.dep_ == "conj":
        thing = thing.head
    verb = next((a for a in thing.ancestors if a.pos_ == "VERB"), None)
    if verb is None:
        return ()
    if thing.dep_ in ("obj", "obl") and verb.dep_ == "xcomp" and verb.lemma_ in OWN and verb.head.lemma_ in ASKING:
        return _first(walk, _asked(verb.head, verb), token)
    cases = {c.lower_ for c in thing.children if c.dep_ == "case"}
    if thing.dep_ not in ("obl", "nmod") or not cases & (FOR | AFTER):
        return ()
    if verb.lemma_ in GETTING and any(c.dep_ == "obj" for c in verb.children):
        # "Chad won praise from Mali for its help"
        return _first(walk, (c for c in verb.children if c.dep_ == "nsubj"), token)
    direct = verb.lemma_ in JUDGING
    if not direct and (verb.lemma_ not in PUNISHING or not cases & FOR):
        return ()
    if any(c.dep_ == "nsubj:pass" for c in verb.children):
        return ()
    return _first(walk, _targets(verb, token, direct=direct), token)


def _rewarded(walk: Walk, token: Token) -> tuple[str, ...]:
    """Return whom the verb around thanks for what "it" or "they" did: "Mali thanked Chad for the help it had sent"."""
    own = token.head
    if own.pos_ != "VERB" or own.lemma_ in RECEIVING or own.dep_ not in ("acl:relcl", "acl"):
        return ()
    verb = next((a for a in own.ancestors if a.pos_ == "VERB"), None)
    if verb is None or verb.lemma_ not in JUDGING:
        return ()
    thanked = next((c for c in verb.children if c.dep_ == "obj" and c.i < token.i), None)
    above = {a.i for a in own.ancestors}
    matter = next((c for c in verb.children if c.dep_ == "obl" and c.i < token.i and c.i in above), None)
    if thanked is None or matter is None or not any(c.dep_ == "case" and c.lower_ == "for" for c in matter.children):
        return ()
    heads = (thanked, *thanked.conjuncts)
    found = tuple(dict.fromkeys(e for head in heads for e in walk.entities(head.i) if walk.kind(e) in ACTING))
    return found if len(found) > 1 or PRONOUNS[token.lower_] == THEY or len(heads) == 1 else ()


def antecedent(token: Token) -> Token | None:
    """Return what "which" speaks of in whose clause ``token`` stands: "a panel which lost its chairman"."""
    if token.dep_ != "nmod:poss":
        return None
    for verb in token.ancestors:
        if verb.dep_ == "acl:relcl":
            subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass")), None)
            told = subject is not None and subject.lower_ in ("which", "that") and subject.i < token.i
            return verb.head if told and verb.head.pos_ == "NOUN" else None
    return None


def _asked(verb: Token, wish: Token) -> Iterator[Token]:
    """Yield who is asked by ``verb`` for ``wish``: "urged Chad", "called on Chad"."""
    for child in verb.children:
        if child.dep_ in ("obj", "iobj", "obl") and child.i < wish.i:
            yield child


def _targets(verb: Token, token: Token, *, direct: bool) -> Iterator[Token]:
    """Yield whom ``verb`` is aimed at, the most likely first, of what stands before ``token``."""
    things = [c for c in verb.children if c.dep_ in ("obj", "iobj") and c.i < token.i]
    if direct:
        yield from things
    for thing in things:
        yield from (c for c in thing.children if c.dep_ == "nmod:poss")
    phrases = [c for place in (*things, verb) for c in place.children if c.dep_ in ("nmod", "obl") and c.i < token.i]
    yield from (c for c in phrases if any(k.dep_ == "case" and k.lower_ in AGAINST for k in c.children))
    for thing in things:
        yield from (c for c in thing.children if c.dep_ == "amod")


def _first(walk: Walk, heads: Iterator[Token], token: Token) -> tuple[str, ...]:
    """Return whom the first of ``heads`` that names somebody names, if ``token`` may speak of him or them."""
    for head in heads:
        if head.pos_ == "PRON" and head.dep_ == "nmod:poss":
            continue
        found = tuple(dict.fromkeys(e for h in (head, *head.conjuncts) for e in walk.entities(h.i)))
        if found:
            kinds = PERSONS if token.lower_ in ("his", "her") else ACTING
            fits = len(found) == 1 or token.lower_ == "their"
            return found if fits and all(walk.kind(e) in kinds for e in found) else ()
    return ()
