"""Who "he" and "she" are: the last person who fits, a subject first."""

from __future__ import annotations

from spacy.tokens import Token

from kg.nlp.crowds import OBJECTS
from kg.nlp.reasons import answering
from kg.nlp.recency import Walk, fellow_subjects, is_subject
from kg.nlp.telling import TELLING

# Who is sent somewhere is he who acts there: "sent his envoy to Lima, where he met Soto".
SENDING = frozenset("send dispatch despatch".split())


def last_person(walk: Walk, token: Token, who: str) -> str | None:
    """Return the last person who fits: a subject of this or the last sentence before others."""
    recent = walk.recent
    fitting = [p for p in reversed(recent.people) if recent.gender.get(p[0], who) == who]
    inside = walk.speakers.get(token.i, -1)
    others: set[str] = set()
    if inside >= 0:
        speaker = walk.entity(inside)
        others = {speaker} if speaker is not None else set()
    if token.dep_ in OBJECTS and not token.lower_.endswith("self"):
        others |= fellow_subjects(walk, token)
    fitting = [p for p in fitting if p[0] not in others] or ([] if token.dep_ in OBJECTS else fitting)
    if not fitting:
        return _ahead(walk, token)
    start = token.sent.start
    here = [p for p in fitting if p[1] >= start]
    before = [p for p in fitting if p[1] < start]
    answers = answering(walk, token)
    known = (_fellow_object(walk, token), _sent(walk, token))
    subject = next((p for p in here if p[0] in known or (p[0],) == answers), None)
    subject = subject or next((p for p in here if p[2]), None)
    subject = subject or (here[0] if here and token.dep_ == "nmod:poss" else None)
    if token.dep_ in OBJECTS:
        # "Soto met Vega and said that she trusted him"
        subject = subject or next((p for p in here if _is_object(walk, p[1])), None)
    subject = subject or _lone(walk, token, before) or next((p for p in before[:6] if p[2]), None) or fitting[0]
    recent.gender.setdefault(subject[0], who)
    return subject[0]


def _ahead(walk: Walk, token: Token) -> str | None:
    """Return the subject of the clause before which "During her visit to Lima" stands, if it is a person."""
    for verb in token.ancestors:
        subject = next((c for c in verb.children if is_subject(c) and c.i > token.i), None)
        if subject is not None and verb.i > subject.i:
            named = walk.noted.heads.get(subject.i)
            entity = named.entity if named is not None else walk.entity(subject.i)
            return entity if entity is not None and walk.kind(entity) == "Person" else None
    return None


def _lone(walk: Walk, token: Token, before: list[tuple[str, int, bool]]) -> tuple[str, int, bool] | None:
    """Return the one person of the sentence before, subject or not, for whom another does not speak on."""
    if not before or walk.doc[before[0][1]].sent.end < token.sent.start - 1 or token.head.lemma_ in TELLING:
        return None
    start = walk.doc[before[0][1]].sent.start
    last = {p[0] for p in before if p[1] >= start}
    quoted = before[0][1] in walk.speakers
    return before[0] if len(last) == 1 and not quoted else None


def _fellow_object(walk: Walk, token: Token) -> str | None:
    """Return whom the verb before did something to: Vega in "Soto telephoned Vega and urged him to wait"."""
    verb = token.head
    if token.dep_ not in OBJECTS or verb.dep_ != "conj":
        return None
    objects = [c for c in verb.head.children if c.dep_ in OBJECTS and c.i < verb.i]
    found = [e for c in objects if (e := walk.entity(c.i)) is not None and walk.kind(e) == "Person"]
    return found[0] if found else None


def _is_object(walk: Walk, i: int) -> bool:
    """Return whether something is done to or with the person named at token ``i``."""
    named = walk.at(i)
    return named is not None and walk.doc[named.head].dep_ in OBJECTS


def _sent(walk: Walk, token: Token) -> str | None:
    """Return who was sent to the place "where he" does something, if that is a person."""
    if not is_subject(token) or not any(c.lower_ == "where" for c in token.head.children):
        return None
    verb = next((a for a in token.head.ancestors if a.lemma_ in SENDING), None)
    objects = [c for c in verb.children if c.dep_ == "obj"] if verb is not None else []
    inside = [t for c in objects for t in (*(k for k in c.children if k.dep_ == "appos"), c)]
    return next((e for t in inside for e in walk.entities(t.i) if walk.kind(e) == "Person"), None)
