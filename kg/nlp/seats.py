"""Capitals that stand for governments: "Moscow rejected the plan", not "a bomb in Moscow"."""

from __future__ import annotations

from spacy.tokens import Doc

ACTING = frozenset({"nsubj", "obl:agent", "nmod:poss"})
PATIENT = frozenset({"obj", "iobj", "nsubj:pass"})
# What goes "to", "on", "from" or "for" a government rather than a city.
ADDRESSING = {
    "on": frozenset(
        (
            "call prevail press pressure lean sanction embargo impose curb restriction tariff ultimatum urge condition "
            "dependence rely depend count blame demand reliance put lay pin place exert onus"
        ).split()
    ),
    "upon": frozenset("call prevail impose press urge rely depend".split()),
    "to": frozenset(
        (
            "appeal aid loan assistance support warning response ultimatum concession apology sale signal proposal "
            "grant lend supply apologize apologise complain object answer ally threat commitment hostile loyal note "
            "demarche request offer pledge protest reply respond propose suggest promise thanks grateful gratitude "
            "condolence sympathy message letter surrender cede turn plea call tribute"
        ).split()
    ),
    "from": frozenset(
        (
            "demand apology concession pledge assurance aid support approval independence seek condemnation criticism "
            "rebuke reaction response praise protest objection opposition pressure call appeal request plea invitation "
            "backing blessing draw elicit"
        ).split()
    ),
    "for": frozenset("support backing praise sympathy solidarity word contempt admiration".split()),
    "at": frozenset("anger outrage fury hit lash rail frustration indignation aim direct criticism accusation".split()),
    "behind": frozenset("throw stand rally put line weight swing".split()),
    "of": frozenset(
        (
            "government ally demand decision policy support position criticism condemnation accusation recognition "
            "critic opponent accuse critical supporter suspicious backing request urging behest insistence side favour "
            "favor praise wary blessing disapproval denunciation"
        ).split()
    ),
}


def acts_as_government(doc: Doc, start: int, end: int) -> bool:
    """Return whether a capital's name stands for its government: it acts, or is acted on, and is no location."""
    head = doc[head_of(doc, start, end)]
    while head.dep_ == "conj":
        head = head.head
    prepositions = {child.lower_ for child in head.children if child.dep_ == "case" and child.i < head.i}
    if head.dep_ == "nmod:poss":
        return head.head.ent_type_ == "" and head.head.lemma_.lower() not in (
            "airport",
            "street",
            "suburb",
            "mayor",
            "centre",
            "center",
        )
    if head.dep_ in ACTING:
        # "Goma fell to the rebels"
        return head.head.lemma_.lower() not in SUFFERING
    if prepositions:
        if prepositions & {"with", "against", "between", "by", "towards", "toward", "according"}:
            return True
        return any(head.head.lemma_.lower() in ADDRESSING.get(prep, ()) for prep in prepositions)
    return head.dep_ in PATIENT and head.head.lemma_.lower() not in PLACE_VERBS


SUFFERING = frozenset({"fall"})
PLACE_VERBS = frozenset(
    (
        "visit leave reach enter capture seize bomb shell attack hit strike tour take control flee storm surround "
        "besiege recapture retake overrun liberate occupy encircle pound raid invade"
    ).split()
)


def head_of(doc: Doc, start: int, end: int) -> int:
    """Return the token of the stretch whose head lies outside it, the first of several."""
    if end == start + 1:
        return start
    for i in range(start, end):
        head = doc[i].head.i
        if not start <= head < end or head == i:
            return i
    return start
