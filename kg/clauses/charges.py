"""Who is said to have done what an accusation names by a noun: "blamed the militia for the raid on Lima"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.clauses.clause import Clause
from kg.lexicon import Lexicon

ACCUSING = frozenset("accuse blame charge suspect".split())
# What one is charged with, and what who ends or halts it need not have done.
FORCE = frozenset({"Assault", "Coerce", "Retreat", "Mobilize"})
CHARGED_WITH = frozenset({"of", "for", "over", "with"})


def charge(clauses: Mapping[int, Clause], lexicon: Lexicon) -> None:
    """Make the accused the doer of each act in ``clauses`` that he is accused of, as the accuser says."""
    for verb in clauses.values():
        accused = verb.objects or verb.indirect
        if verb.kind != "verb" or verb.lemma not in ACCUSING or not accused:
            continue
        for act in _acts(verb, clauses, lexicon):
            act.subjects, act.charge = [*accused], verb.predicate
            if act.status == "actual" and (verb.status != "actual" or not verb.subjects):
                # "Refused to blame them", "were accused of it": nobody stands for it.
                act.status = "hypothetical"
            elif verb.subjects:
                act.speaker, act.speech = verb.subjects[0], verb.predicate


def _acts(verb: Clause, clauses: Mapping[int, Clause], lexicon: Lexicon) -> Iterable[Clause]:
    """Yield what ``verb`` charges with, unless the text says of another that he did it."""
    for prep, head in verb.obliques:
        act = clauses.get(head)
        if prep not in CHARGED_WITH or act is None or act.kind != "noun":
            continue
        done = any(frame.type in FORCE for frame in lexicon.frames("noun", act.lemma))
        if done and not act.possessors and all(by != "by" for by, _ in (*act.obliques, *verb.obliques)):
            yield act
