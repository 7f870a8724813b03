"""States by what they are: "the island nation", "the West African country", "the former colonial power"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.gazetteer import Gazetteer
from kg.nlp.recency import Walk, fellow_subjects, is_subject

# What a State may be called; the words of the second set must be narrowed down: "the island" may be any.
HEADS = frozenset("country nation state republic kingdom emirate sultanate principality monarchy archipelago".split())
NARROWED = frozenset("power ruler master island giant".split())
BEFORE = frozenset({"amod", "compound", "nmod:desc", "nmod"})
OTHERS = frozenset(
    {"other", "another", "same", "second", "third", "first", "last", "only", "latter", "whole", "entire"}
)


def may_be_epithet(lemma: str) -> bool:
    """Return whether ``lemma`` may head what a State is called."""
    return lemma in HEADS or lemma in NARROWED


def epithet(walk: Walk, gazetteer: Gazetteer, token: Token) -> str | None:
    """Return the State spoken of before that ``token`` heads a description of, None if none fits."""
    lemma, kids = token.lemma_.lower(), list(token.children)
    singular = token.tag_ in ("NN", "NNP") and any(kid.lower_ in ("the", "this") for kid in kids if kid.dep_ == "det")
    if not may_be_epithet(lemma) or not singular:
        return None
    if any(kid.dep_ in ("nmod:poss", "acl:relcl", "appos", "conj", "flat") or kid.lower_ in OTHERS for kid in kids):
        return None
    if any(kid.dep_ == "nmod" and kid.i > token.i and not _is_where(kid) for kid in kids):
        return None
    named = [walk.at(kid.i) for kid in kids if kid.dep_ in BEFORE and kid.i < token.i]
    if any(mention is not None and mention.type == "State" for mention in named):
        return None
    allowed = described(walk, gazetteer, token)
    if lemma in NARROWED and not allowed:
        return None
    return _last(walk, token, allowed, republic=lemma == "republic")


def _is_where(kid: Token) -> bool:
    return any(child.dep_ == "case" and child.lower_ in ("in", "on") for child in kid.children)


def described(walk: Walk, gazetteer: Gazetteer, token: Token) -> frozenset[str]:
    """Return the States that ``token`` and the words before it allow, none if they tell nothing."""
    head, size = token.lemma_.lower(), sum(kid.dep_ in BEFORE and kid.i < token.i for kid in token.children)
    words = walk.lower[token.i - size : token.i]
    found: frozenset[str] = frozenset()
    terms = [" ".join(words[i : i + size]) for size in (2, 1) for i in range(len(words) - size + 1)]
    used: set[str] = set()
    for term in (*terms, *(f"{word} {head}" for word in words[-1:]), head):
        states = gazetteer.region(term) if not set(term.split()) & used else frozenset()
        if states:
            used |= set(term.split())
            found = found & states if found else states
    return found


def _last(walk: Walk, token: Token, allowed: frozenset[str], *, republic: bool) -> str | None:
    """Return the State that was spoken of last: for a subject, who was one, for others not the subject beside it."""
    beside = fellow_subjects(walk, token) if not is_subject(token) else set()
    spoken = [(b[0], b[3], b[2]) for b in reversed(walk.recent.bodies) if b[1] == "State" and b[0] not in beside]
    spoken = [item for item in spoken if not allowed or item[0] in allowed]
    if republic:
        spoken = [item for item in spoken if _is_republic(walk, item[0])]
    if not spoken:
        return None
    if is_subject(token):
        start = token.sent.start
        before = walk.doc[start - 1].sent.start if start else 0
        subject = next((item for item in spoken if item[1] and before <= item[2] < start), None)
        return (subject or spoken[0])[0]
    return spoken[0][0]


def _is_republic(walk: Walk, state: str) -> bool:
    known = walk.noted.entities[state]
    return any("Republic" in name.split() for name in (known.label, *known.aliases))
