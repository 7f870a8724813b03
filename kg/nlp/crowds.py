"""Whom "they" and "their" speak of: the plural subject around, the bodies named right after."""

from __future__ import annotations

from spacy.tokens import Token

from kg.nlp.recency import Walk

HE, SHE, IT, THEY, WE, ME = "he", "she", "it", "they", "we", "i"
PRONOUNS = {
    "he": HE, "him": HE, "his": HE, "himself": HE, "she": SHE, "her": SHE, "hers": SHE, "herself": SHE,
    "it": IT, "its": IT, "itself": IT, "they": THEY, "them": THEY, "their": THEY, "themselves": THEY,
    "we": WE, "us": WE, "our": WE, "ours": WE, "ourselves": WE, "i": ME, "me": ME, "my": ME, "myself": ME,
}  # fmt: skip
OBJECTS = frozenset({"obj", "iobj", "obl"})
# Who acts, but for persons and places.
ACTING = frozenset(
    "State InternationalOrganization GovernmentBody ArmedGroup PoliticalGroup Organization Company".split()
)
PLURAL = frozenset({"NNS", "NNPS"})


def bodies_ahead(walk: Walk, token: Token) -> tuple[str, ...]:
    """Return who is the subject after the phrase that ``token`` opens: NATO in "At its summit NATO agreed"."""
    if token.i - token.sent.start > FRONT:
        return ()
    verb = next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass")] if verb is not None else []
    if len(subjects) != 1 or not token.i < subjects[0].i < verb.i:  # type: ignore[union-attr]
        return ()
    heads = (subjects[0], *subjects[0].conjuncts)
    if len(heads) == 1 and PRONOUNS[token.lower_] == THEY and heads[0].tag_ not in PLURAL:
        return ()
    return tuple(dict.fromkeys(e for head in heads for e in _named_with(walk, head)))


# How many words may stand before "their" in a phrase that opens a sentence.
FRONT = 8


def _named_with(walk: Walk, head: Token) -> list[str]:
    """Return the body that ``head`` names, or whose "leaders", "ministers" it names."""
    found = [*walk.entities(head.i)]
    if not found and head.tag_ in PLURAL:
        kids = [c for c in head.children if c.dep_ in ("compound", "amod", "nmod:poss", "nmod")]
        found = [e for kid in kids for c in (kid, *kid.conjuncts) for e in walk.entities(c.i)]
    return [e for e in found if e in walk.noted.entities and walk.kind(e) in ACTING]


def crowd_above(walk: Walk, token: Token) -> Token | None:
    """Return the plural subject of the nearest clause around that of "they", if it stands before it."""
    if PRONOUNS[token.lower_] != THEY or token.dep_ in OBJECTS:
        return None
    own = next((a for a in token.ancestors if a.pos_ in ("VERB", "AUX")), None)
    around = [*([own] if token.dep_ == "nmod:poss" else []), *own.ancestors] if own is not None else []
    for verb in around:
        subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass") and c.i < token.i]
        if subjects:
            # "People were abducted by gunmen in their attack": not the people's.
            doer = any(c.dep_ == "obl:agent" for c in verb.children)
            return subjects[0] if subjects[0].tag_ == "NNS" and not doer else None
    return None
