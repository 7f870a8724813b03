"""Verbs left out of a second clause: "France recognized Kosovo and Japan Palau" (Universal Dependencies' orphans)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.clauses.clause import Clause
from kg.nlp.annotations import Annotations, TokenMention
from kg.nlp.tree import Tree

JOINING = frozenset({"and", "but", "while", ",", ";"})
OWN = frozenset({"its", "their", "his", "her"})
# Kinds of names that can take each other's place.
LANDS = frozenset({"State", "Place", "Organization", "InternationalOrganization", "GovernmentBody"})


@dataclass(frozen=True)
class Gap:
    """A verb that is not said again: its token, who does it instead, to what, and what ``instead`` stands for.

    ``instead`` is the argument of the verb in whose place ``rest`` stands; -1 where ``rest`` is but a number of it.
    """

    verb: int
    doer: int
    rest: int
    instead: int


def gaps(tree: Tree, noted: Annotations, verbs: list[int]) -> list[Gap]:
    """Return the gaps of an article, and hang what stands in them on each other in ``tree``, off the verb's own."""
    names = [m for m in noted.mentions if m.kind == "name" and not m.plural and tree.pos[m.head] == "PROPN"]
    starts = {name.start: name for name in names}
    found: list[Gap] = []
    known = frozenset(verbs)
    for name in names:
        verb = verb_before(tree, name, known) if name.start and tree.lower[name.start - 1] in JOINING else -1
        gap = _gap(tree, noted, starts, name, verb) if verb >= 0 else None
        if gap is not None and not {gap.doer, gap.rest} & {verb, *tree.ancestors(verb)}:
            found.append(gap)
    found += [gap for verb in verbs if (gap := _passive(tree, verb)) is not None]
    for gap in found:
        tree.head[gap.doer], tree.dep[gap.doer] = gap.verb, "conj"
        tree.head[gap.rest], tree.dep[gap.rest] = gap.doer, "orphan"
    if found:
        tree.settle()
    return found


def verb_before(tree: Tree, name: TokenMention, verbs: frozenset[int]) -> int:
    """Return the last verb before ``name`` in its sentence if it has a subject and an object, else -1."""
    start = tree.sentence[name.start]
    verb = next((i for i in range(name.start - 1, start, -1) if i in verbs and tree.pos[i] == "VERB"), -1)
    subject = tree.child(verb, "nsubj") if verb >= 0 else None
    return verb if subject is not None and subject < verb and tree.child(verb, "obj", "obl") is not None else -1


def _gap(tree: Tree, noted: Annotations, starts: dict[int, TokenMention], name: TokenMention, verb: int) -> Gap | None:
    """Return the gap that ``name`` begins, if what follows it stands in the place of an argument of ``verb``."""
    subject = tree.child(verb, "nsubj")
    doing = noted.mention_at(subject) if subject is not None else None
    if doing is None or not alike(doing, name):
        return None
    end = name.end
    if tree.tag[end] == "CD" and _closes(tree, end + 1) and tree.child(verb, "obj") is not None:
        # "expelled three envoys and Britain two"
        return Gap(verb, name.head, end, -1)
    if tree.lower[end] in OWN:
        # "recalled its envoy from Mali and Niger its envoy from Togo"
        thing = tree.head[end]
        same = tree.child(verb, "obj")
        return Gap(verb, name.head, thing, same) if same is not None and thing > end and verb < same < end else None
    other = starts.get(end)
    if other is None or not _closes(tree, other.end):
        return None
    before = [m for m in starts.values() if verb < m.start < name.start and _is_argument(tree, verb, m.head)]
    fitting = [m for m in before if alike(m, other)]
    return Gap(verb, name.head, other.head, fitting[0].head) if fitting and fitting[0] is before[0] else None


def _passive(tree: Tree, verb: int) -> Gap | None:
    """Return the gap of "Goma was captured by Chad and Bukavu by Mali", which the parse made more of the first "by"."""
    subject, agent = tree.child(verb, "nsubj:pass"), tree.child(verb, "obl:agent")
    if subject is None or agent is None:
        return None
    for thing in tree.children(agent, "conj"):
        joined = [k for k in (*tree.children(thing, "nmod"), *tree.children(agent, "conj")) if k > thing]
        joined = [k for k in joined if tree.child(k, "cc") is None]
        led = [k for k in joined if any(tree.lower[case] == "by" for case in tree.children(k, "case"))]
        doer = next((k for k in led if tree.left[k] - 1 <= tree.right[thing]), -1)
        if doer >= 0 and tree.pos[doer] == "PROPN" and tree.child(thing, "case") is None:
            return Gap(verb, doer, thing, subject)
    return None


def _is_argument(tree: Tree, verb: int, token: int) -> bool:
    return tree.head[token] == verb and tree.dep[token] in ("obj", "obl")


def _closes(tree: Tree, i: int) -> bool:
    """Return whether no noun goes on at ``i``."""
    return i >= len(tree) or tree.pos[i] in ("PUNCT", "CCONJ", "ADP", "ADV", "SCONJ")


def alike(a: TokenMention, b: TokenMention) -> bool:
    return a.type == b.type or {a.type, b.type} <= LANDS


def filled(gaps: list[Gap], clauses: dict[int, Clause]) -> Iterator[tuple[int, Clause]]:
    """Yield the clause of each gap, by the token of who does it: the verb's with its parties exchanged."""
    for gap in gaps:
        said = clauses[gap.verb]

        def exchanged(heads: list[int], gap: Gap = gap) -> list[int]:
            return [gap.rest if head == gap.instead else head for head in heads if head not in (gap.doer, gap.rest)]

        yield (
            gap.doer,
            replace(
                said,
                predicate=gap.doer,
                subjects=[gap.doer],
                objects=[gap.rest] if said.passive else exchanged(said.objects),
                indirect=exchanged(said.indirect),
                obliques=[(prep, gap.rest if head == gap.instead else head) for prep, head in said.obliques],
                governor=gap.verb,
                relation="conj",
            ),
        )
