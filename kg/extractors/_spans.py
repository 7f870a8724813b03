"""How long meetings and visits last: "ended a three-day visit on Friday", "two days of talks"."""

from __future__ import annotations

from datetime import date, timedelta

from kg.clauses import Clause
from kg.nlp.moments import NUMBERS, interval
from kg.nlp.tree import Tree

ENDING = frozenset("end|close|conclude|wrap|wrap up|finish|complete|round off|wind up|break up".split("|"))
# The characters of a whole date.
DAY = 10


def from_first_day(tree: Tree, clause: Clause, day: str) -> str:
    """Return the days of what ``clause`` says came to its end on ``day``, that day alone if it is not said how many."""
    if clause.status != "actual" or len(day) != DAY:
        return day
    if clause.kind == "noun":
        ended = tree.lemma[clause.light] in ENDING if clause.light >= 0 else False
        days = max(lasting(tree, clause.predicate), lasting(tree, tree.head[clause.predicate])) if ended else 0
    else:
        nouns = (*clause.objects, *clause.subjects) if clause.lemma in ENDING else ()
        days = max((lasting(tree, noun) for noun in nouns), default=0)
    return (days and interval((date.fromisoformat(day) - timedelta(days=days - 1)).isoformat(), day)) or day


def lasting(tree: Tree, noun: int) -> int:
    """Return how many days the event at ``noun`` is said to last: "a two-day summit", "two days of talks"; else 0."""
    if tree.lemma[noun] == "day" and any(tree.preposition(k) == "of" for k in tree.children(noun, "nmod")):
        return next((NUMBERS.get(tree.lower[k], 0) for k in tree.children(noun, "nummod")), 0)
    for kid in tree.children(noun, "amod", "compound", "nmod:unmarked"):
        if tree.lower[kid] == "day" and kid > 1:
            # "two - day"
            return NUMBERS.get(tree.lower[kid - 2], 0) if tree.pos[kid - 1] == "PUNCT" else 0
    return 0
