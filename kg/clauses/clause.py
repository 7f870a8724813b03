"""The record of one predicate, and all of a document's records."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Doc

from kg.model import Status
from kg.nlp.tree import Tree


@dataclass
class Clause:
    """One predicate with its arguments, all given as the indices of head tokens.

    ``subjects`` and ``objects`` are deep (a passive's agent is a subject) with coordination spread;
    ``obliques`` are (preposition, head) pairs, for a noun those of its light verb too; ``possessors`` are a noun's
    "Putin's", "Russian". ``complements`` are the predicates of its clausal complements, ``governor`` the predicate
    on which this one depends and ``relation`` how. ``light`` is the verb that carries an eventive noun ("held
    talks"). ``speaker`` is the head token of who says so, -1 for nobody but the article. ``charge`` is the verb that
    accuses the subjects of the act that a noun names: that it was done is more certain than that they did it.
    """

    predicate: int
    kind: Literal["verb", "copula", "noun"]
    lemma: str
    pos: str
    passive: bool = False
    subjects: list[int] = field(default_factory=list)
    objects: list[int] = field(default_factory=list)
    indirect: list[int] = field(default_factory=list)
    obliques: list[tuple[str, int]] = field(default_factory=list)
    possessors: list[int] = field(default_factory=list)
    complements: list[int] = field(default_factory=list)
    governor: int = -1
    relation: str = "root"
    light: int = -1
    status: Status = "actual"
    speaker: int = -1
    speech: int = -1
    charge: int = -1
    quoted: bool = False


@dataclass
class Reading:
    """The clauses of ``doc`` by the token of their predicate, in the order of the text."""

    doc: Doc
    tree: Tree
    clauses: dict[int, Clause]
    times: frozenset[int] = frozenset()
    _about: dict[int, list[Clause]] = field(default_factory=dict)

    def about(self, token: int) -> list[Clause]:
        """Return the verbs that take ``token`` as an argument, in the order of the text."""
        if not self._about and self.clauses:
            for clause in self.clauses.values():
                if clause.kind != "noun":
                    heads = (*clause.subjects, *clause.objects, *clause.indirect, *(h for _, h in clause.obliques))
                    for head in dict.fromkeys(heads):
                        self._about.setdefault(head, []).append(clause)
        return self._about.get(token, [])

    def governing(self, token: int) -> Clause | None:
        """Return the clause that ``token`` is part of: its own, else that of the nearest head with one."""
        clause = self.clauses.get(token)
        if clause is not None:
            return clause
        return next((self.clauses[i] for i in self.tree.ancestors(token) if i in self.clauses), None)
