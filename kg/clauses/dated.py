"""Verbs left out before another day: "Soto met Vega on Monday and Holt on Tuesday"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from kg.clauses.clause import Clause
from kg.clauses.gapping import alike, verb_before
from kg.clauses.strays import is_echo
from kg.nlp.annotations import Annotations, DateMention, TokenMention
from kg.nlp.tree import Tree

# Who goes "to Chad in May and Mali in June" goes to both.
GOING = frozenset("travel fly go come return".split())
# How many words may stand between a name and its day: "Prime Minister Holt in Quito the next day".
REACH = 6
BETWEEN = frozenset({"ADP", "DET", "PROPN", "ADV"})
# Where it was that time is not told.
PLACING = frozenset({"in", "at"})
TITLES = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "DET"})
# "And the Director-General of the Agency, Lena Holt"
TITLED = 12


@dataclass(frozen=True)
class Turn:
    """A verb that is not said again: who or what stands at ``token`` for what stood at ``instead``, on another day."""

    verb: int
    token: int
    instead: int


def turns(tree: Tree, noted: Annotations, verbs: list[int]) -> list[Turn]:
    """Return the turns of an article, and hang each with its day on the verb in ``tree``, off the verb's own."""
    names = [m for m in noted.mentions if m.kind == "name" and not m.plural and tree.pos[m.head] == "PROPN"]
    ends = {date.end: date for date in noted.dates}
    starts = {date.start: date for date in noted.dates}
    found: list[Turn] = []
    known = frozenset(verbs)
    for name in names if len(starts) > 1 else ():
        joint = _joint(tree, ends, name)
        first = ends.get(joint) if joint > 0 else None
        second = _day_after(tree, starts, name) if first is not None else None
        verb = verb_before(tree, name, known) if second is not None else -1
        if first is None or second is None or not 0 <= verb < first.start:
            continue
        instead = _counterpart(tree, noted, name, verb, joint, first)
        told = tree.pos[second.end : second.end + 1]
        subject = tree.dep[name.head].startswith("nsubj") or told in (["VERB"], ["AUX"])
        if instead < 0 or subject or name.head in tree.ancestors(verb):
            continue
        if tree.dep[name.head] == "appos" and tree.head[name.head] > joint:
            # "and the Director-General, Lena Holt, on Tuesday"
            title = tree.head[name.head]
            tree.head[title], tree.dep[title] = name.head, "nmod:desc"
        found.append(Turn(verb, name.head, instead))
        _hang(tree, found[-1], second)
    for turn, day in _echoed(tree, noted, verbs) if starts else ():
        found.append(turn)
        _hang(tree, turn, day)
    if found:
        tree.settle()
    return found


def _echoed(tree: Tree, noted: Annotations, verbs: list[int]) -> Iterator[tuple[Turn, DateMention]]:
    """Yield who does the same on another day: "recalled its envoy on Monday, and Mali followed suit the next day"."""
    for verb in verbs:
        for kid in (k for k in tree.kids[verb] if k > verb and is_echo(tree, k)):
            day = next((d for d in noted.dates if kid < d.start and _top(tree, d) in tree.kids[kid]), None)
            doer, before = tree.child(kid, "nsubj"), tree.child(verb, "nsubj")
            if day is not None and doer is not None and before is not None:
                yield Turn(verb, doer, before), day


def _hang(tree: Tree, turn: Turn, day: DateMention) -> None:
    """Hang ``day`` on the token of ``turn``, and that on its verb, in ``tree``."""
    top = _top(tree, day)
    tree.head[turn.token], tree.dep[turn.token] = turn.verb, "conj"
    tree.head[top], tree.dep[top] = turn.token, "obl"


def _top(tree: Tree, day: DateMention) -> int:
    """Return the word of ``day`` that the others hang on."""
    return next((i for i in range(day.start, day.end) if not day.start <= tree.head[i] < day.end), day.start)


def _joint(tree: Tree, ends: Collection[int], name: TokenMention) -> int:
    """Return the "and" or comma after a day, before ``name`` with its titles and its preposition, else -1."""
    for i in range(name.start - 1, max(name.start - TITLED, 0), -1):
        if i in ends and tree.lower[i] in ("and", ","):
            return i
        if tree.pos[i] not in TITLES and tree.text[i] not in (",", "-"):
            return -1
    return -1


def _day_after(tree: Tree, starts: dict[int, DateMention], name: TokenMention) -> DateMention | None:
    """Return the day that only a place parts from ``name``."""
    for i in range(name.end, min(name.end + REACH, len(tree))):
        if i in starts:
            return starts[i]
        if tree.pos[i] not in BETWEEN and tree.text[i] != ",":
            return None
    return None


def _counterpart(tree: Tree, noted: Annotations, name: TokenMention, verb: int, joint: int, first: DateMention) -> int:
    """Return the argument of ``verb`` in whose place ``name`` stands, -1 if that may be either of two or none."""
    subject = tree.child(verb, "nsubj")
    doing = noted.mention_at(subject) if subject is not None else None
    does = doing is not None and alike(doing, name)
    led = tree.lower[joint + 1] if tree.pos[joint + 1] == "ADP" else ""
    for i in range(verb + 1, first.start):
        other = noted.mention_at(i)
        top = i
        while tree.dep[top] in ("appos", "conj") and tree.head[top] < top:
            top = tree.head[top]
        if other is None or other.head != i or tree.head[top] != verb or tree.dep[top] not in ("obj", "obl"):
            continue
        if not alike(other, name):
            continue
        same = tree.preposition(top) == led or (not led and tree.lemma[verb] in GOING)
        own = tree.head[i] if tree.dep[i] == "appos" else i
        return own if same and not (does and name.type != "Person") else -1
    # Who met somebody whom the parse hides does not take turns with him.
    return subject if does and subject is not None and not led and name.type != "Person" else -1


def taken(found: list[Turn], clauses: dict[int, Clause]) -> Iterator[tuple[int, Clause]]:
    """Yield the clause of each turn by its token: the verb's with one party exchanged."""
    for turn in found:
        said = clauses[turn.verb]

        def exchanged(heads: list[int], turn: Turn = turn) -> list[int]:
            return [turn.token] if turn.instead in heads else [head for head in heads if head != turn.token]

        yield (
            turn.token,
            replace(
                said,
                predicate=turn.token,
                subjects=exchanged(said.subjects),
                objects=exchanged(said.objects),
                indirect=exchanged(said.indirect),
                obliques=[
                    (prep, turn.token if head == turn.instead else head)
                    for prep, head in said.obliques
                    if (prep not in PLACING and head != turn.token) or head == turn.instead
                ],
                governor=turn.verb,
                relation="conj",
            ),
        )
