"""Open triples: what each clause says in the text's own words, whatever it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

from kg.clauses.arguments import ArgumentReader, Arguments
from kg.clauses.moods import NEGATIONS
from kg.clauses.predicates import verbal_predicates
from kg.nlp.tree import Tree

Style = Literal["graph", "chained", "nary"]
STYLES: tuple[Style, ...] = ("graph", "chained", "nary")
GROUP = frozenset({"aux", "aux:pass", "compound:prt", "cop"})
LOOSE = frozenset({"acl:relcl", "parataxis", "conj", "cc", "advcl", "appos", "dep", "list", "discourse"})
OBLIQUES = ("obl", "obl:agent", "obl:tmod", "obl:npmod", "obl:unmarked")
PRONOUNS = frozenset({"WDT", "WP", "WP$", "EX"})


@dataclass(frozen=True)
class OpenTriple:
    """One open triple of a sentence, with its confidence (0-1); ``implicit``: from an apposition or a possessive."""

    sentence: str
    subject: str
    predicate: str
    object: str
    confidence: float
    implicit: bool = False


def open_triples(doc: Doc, *, style: Style = "nary") -> Iterator[OpenTriple]:
    """Yield the open triples of ``doc``, in the order of the text.

    ``graph`` gives a triple per argument with the preposition in the relation, ``chained`` lets each relation
    grow by the arguments before it, ``nary`` puts all arguments of a clause into one.
    Source: Bhardwaj, Aggarwal and Mausam 2019, CaRB.
    """
    tree = Tree(doc)
    predicates = verbal_predicates(tree)
    reader = ArgumentReader(tree, frozenset(predicates))
    verbal = frozenset(predicates)
    sentence = ""
    for i in range(len(tree)):
        if i == tree.sentence[i]:
            sentence = doc[i : tree.sentence_end(i)].text.strip()
        if i in verbal:
            yield from _of_clause(tree, i, reader.read(i), style, sentence)
        elif tree.dep[i] == "appos" and tree.pos[i] in ("NOUN", "PROPN"):
            yield OpenTriple(sentence, _phrase(tree, tree.head[i]), "is", _phrase(tree, i), 0.5, implicit=True)


def _of_clause(tree: Tree, i: int, args: Arguments, style: Style, sentence: str) -> Iterator[OpenTriple]:
    subjects = [s for s in args.surface if tree.tag[s] not in PRONOUNS]
    if not subjects or (tree.dep[i] == "xcomp" and _merges(tree, tree.head[i])):
        return
    verb, last = _relation(tree, i)
    slots = _slots(tree, i, last, args)
    own = bool(tree.children(i, "nsubj", "nsubj:pass"))
    confidence = (0.9 if own else 0.6) - 0.02 * max(0, len(slots) - 2)
    for subject in subjects:
        name = _phrase(tree, subject)
        for relation, object in _tuples(verb, slots, style):
            yield OpenTriple(sentence, name, relation, object, round(confidence, 2))


def _tuples(verb: str, slots: list[tuple[str, str]], style: Style) -> Iterator[tuple[str, str]]:
    if not slots:
        return
    if style == "nary":
        (prep, first), rest = slots[0], slots[1:]
        yield _join(verb, prep), _join(first, *(_join(p, phrase) for p, phrase in rest))
        return
    relation = verb
    for prep, phrase in slots:
        relation = _join(relation if style == "chained" else verb, prep)
        yield relation, phrase
        relation = _join(relation, phrase)


def _join(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _merges(tree: Tree, i: int) -> bool:
    """Return whether the open complement of ``i`` is part of its relation: "wants to go", but not "asked him to go"."""
    return i >= 0 and tree.pos[i] in ("VERB", "AUX") and tree.child(i, "obj", "iobj") is None


def _relation(tree: Tree, i: int) -> tuple[str, int]:
    """Return the words of the verb group and its last verb.

    Auxiliaries, negation, particle, adverbs before the verb and an open complement belong to it.
    """
    kept = [
        kid
        for kid in tree.kids[i]
        if tree.dep[kid] in GROUP
        or tree.lower[kid] in NEGATIONS
        or (tree.dep[kid] == "advmod" and kid == i - 1 and not tree.kids[kid])
    ]
    if tree.dep[i] == "conj" and not kept and tree.tag[i] == tree.tag[tree.head[i]] and tree.tag[i] in ("VBN", "VB"):
        kept = [kid for kid in tree.kids[tree.head[i]] if tree.dep[kid] in GROUP]
    if tree.pos[i] not in ("VERB", "AUX"):
        return " ".join(tree.text[k] for k in sorted(kept)), i
    words = [tree.text[k] for k in sorted([*kept, i])]
    complement = tree.child(i, "xcomp")
    if complement is not None and tree.pos[complement] == "VERB" and complement > i and _merges(tree, i):
        words += [tree.text[k] for k in tree.children(complement, "mark") if k < complement]
        inner, last = _relation(tree, complement)
        return " ".join([*words, inner]), last
    return " ".join(words), i


def _slots(tree: Tree, i: int, last: int, args: Arguments) -> list[tuple[str, str]]:
    """Return the (preposition, phrase) arguments of clause ``i``: objects, then what follows, then what is fronted."""
    objects: list[tuple[str, str]] = []
    after: list[tuple[str, str]] = []
    fronted: list[tuple[str, str]] = []
    if tree.pos[last] not in ("VERB", "AUX"):
        objects.append(("", _phrase(tree, last)))
    for head in dict.fromkeys((i, last)):
        for kid in tree.kids[head]:
            dep = tree.dep[kid]
            if dep in ("iobj", "obj"):
                objects.append(("", _phrase(tree, kid)))
            elif dep in OBLIQUES:
                (after if kid > i else fronted).append(_oblique(tree, kid))
            elif dep in ("ccomp", "xcomp") and kid > i and kid != last:
                after.append(_complement(tree, kid))
            elif dep == "advcl" and kid > i and tree.tag[kid] in ("VB", "VBG"):
                after.append(("", _clause(tree, kid)))
            elif dep == "nmod" and tree.pos[head] not in ("VERB", "AUX"):
                continue
    return [*objects, *after, *fronted]


def _oblique(tree: Tree, kid: int) -> tuple[str, str]:
    phrase = _phrase(tree, kid)
    prep = " ".join(
        tree.text[k] for case in tree.children(kid, "case") if case < kid for k in (case, *tree.children(case, "fixed"))
    )
    return prep, phrase


def _complement(tree: Tree, kid: int) -> tuple[str, str]:
    mark = tree.child(kid, "mark")
    if mark is not None and mark == tree.left[kid]:
        return tree.text[mark], _text(tree, mark + 1, tree.right[kid] + 1)
    return "", _clause(tree, kid)


def _clause(tree: Tree, i: int) -> str:
    return _text(tree, tree.left[i], tree.right[i] + 1)


PREDICATIVE = ("nsubj", "nsubj:pass", "cop", "aux", "advmod", "mark", "punct", "cc", "obl", "advcl")


def _phrase(tree: Tree, i: int) -> str:
    """Return the words of the phrase that ``i`` heads, without what only hangs on to it."""
    start, end = tree.span(i, loose=LOOSE)
    if tree.child(i, "cop") is not None:
        start = i
        for kid in reversed([kid for kid in tree.kids[i] if kid < i]):
            if tree.dep[kid] in PREDICATIVE:
                break
            start = min(start, tree.left[kid])
    while start < i and tree.dep[start] in ("case", "cc", "mark", "punct") and tree.head[start] == i:
        start += 1
    return _text(tree, start, end)


def _text(tree: Tree, start: int, end: int) -> str:
    while end > start and tree.dep[end - 1] in ("punct", "cc"):
        end -= 1
    while start < end and tree.dep[start] in ("punct", "cc"):
        start += 1
    return " ".join(tree.text[k] for k in range(start, end) if not tree.text[k].isspace())
