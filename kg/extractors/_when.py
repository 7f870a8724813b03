"""When what a clause says happens: its own words, those of the clauses around it, the day of the news."""

from __future__ import annotations

from functools import cached_property

from kg.clauses import Clause, Reading
from kg.nlp.annotations import Annotations, DateMention
from kg.nlp.dates import base_date

PHRASES = frozenset({"obl", "obl:tmod", "obl:npmod", "obl:unmarked", "nmod", "nmod:tmod", "nmod:unmarked", "advmod"})
PARTS = frozenset({"nummod", "compound", "flat", "nmod", "amod", "nmod:tmod", "nmod:unmarked"})
# "which it took when it met in May": the time of the one is that of the other.
MEANWHILE = frozenset({"when", "as", "while"})
DECIDING = frozenset({"decision", "order", "announcement", "move"})
# How far into a phrase its date may stand.
REACH = 6
# Before this day of the month, what a report tells may have happened in the month before.
SETTLED = 4


class When:
    """Finds the dates of one article's clauses."""

    def __init__(self, reading: Reading, noted: Annotations) -> None:
        """Take the clauses and the time expressions of an article."""
        self.reading = reading
        self.tree = reading.tree
        self.noted = noted
        self.dates: dict[int, DateMention] = {i: date for date in noted.dates for i in range(date.start, date.end)}

    def date(self, clause: Clause) -> str | None:
        """Return when what ``clause`` says happens, as exactly as the text tells."""
        return self._stated(clause) or self._of_news(clause)

    def _stated(self, clause: Clause) -> str | None:
        found = self._own(clause) or self._meanwhile(clause)
        if found is not None:
            return found
        clauses = self.reading.clauses
        if clause.kind == "verb" and clause.speech >= 0 and self._is_fresh(clause):
            # "has been reached, he announced on Friday": news of the day that it is told.
            told = clauses.get(clause.speech)
            if told is not None and told.predicate != clause.predicate and told.kind == "verb":
                return self.date(told)
        head = self.dates.get(self.tree.head[clause.predicate])
        if head is not None and clause.relation == "acl:relcl":
            # "The same day she met the king", read as a day that she met.
            return head.value
        governor = clauses.get(clause.governor)
        if governor is not None and clause.relation == "acl" and governor.lemma in DECIDING:
            # "announced on Monday its decision to expel": what is decided is done by the deciding.
            told = clauses.get(governor.light if governor.light >= 0 else self.tree.head[governor.predicate])
            return self._stated(told) if told is not None and told.kind == "verb" else None
        if governor is None or governor.kind == "noun":
            return None
        shared = clause.relation in ("xcomp", "advcl") or (
            clause.relation == "conj" and self.tree.child(clause.predicate, "nsubj", "nsubj:pass") is None
        )
        if shared:
            return self._stated(governor)
        return self._cleft(clause, governor)

    def _own(self, clause: Clause) -> str | None:
        """Return the date in the phrases of ``clause`` or of the light verb that carries it."""
        tree = self.tree
        for predicate in (clause.predicate, clause.light):
            for kid in tree.kids[predicate] if predicate >= 0 else ():
                reach = range(tree.left[kid], min(tree.right[kid] + 1, tree.left[kid] + REACH))
                inside = (self.dates[i] for i in reach if i in self.dates and self._attached(i, kid))
                date = self.dates.get(kid) or next(inside, None)
                if date is not None and date.value is not None:
                    return date.value
        return None

    def _attached(self, i: int, kid: int) -> bool:
        """Return whether the date at token ``i`` is what the phrase of ``kid`` is about."""
        tree = self.tree
        return tree.dep[kid] in PHRASES and (i == kid or (tree.head[i] == kid and tree.dep[i] in PARTS))

    def _meanwhile(self, clause: Clause) -> str | None:
        """Return the date of a clause of time under ``clause``: "when it met in September"."""
        tree = self.tree
        for kid in tree.children(clause.predicate, "advcl"):
            other = self.reading.clauses.get(kid)
            if other is not None and any(tree.lower[k] in MEANWHILE for k in tree.children(kid, "mark", "advmod")):
                return self._own(other)
        return None

    def _cleft(self, clause: Clause, governor: Clause) -> str | None:
        """Return the date of "it was on 28 February that …"."""
        tree, date = self.tree, self.dates.get(governor.predicate)
        if date is None or governor.kind != "copula":
            return None
        return (
            date.value
            if any(tree.lower[i] == "it" for i in tree.children(governor.predicate, "nsubj", "expl"))
            else None
        )

    def _is_fresh(self, clause: Clause) -> bool:
        """Return whether the verb stands in the present, the present perfect or the progressive."""
        tree = self.tree
        aux = [tree.tag[kid] for kid in tree.children(clause.predicate, "aux", "aux:pass")]
        return clause.status == "actual" and any(tag in ("VBZ", "VBP") for tag in aux)

    def _of_news(self, clause: Clause) -> str | None:
        """Return the day of the dateline for what the first sentence under it reports, its month for a bare past."""
        start, end = self._lead
        base = base_date(self.noted)
        if base is None or not start <= clause.predicate < end or not self._is_news(clause):
            return None
        if self._is_fresh(clause):
            return base.isoformat()
        past = self.tree.tag[clause.predicate] == "VBD" or any(
            self.tree.tag[kid] == "VBD" for kid in self.tree.children(clause.predicate, "aux:pass")
        )
        return base.isoformat()[:7] if past and base.day >= SETTLED else None

    def _is_news(self, clause: Clause) -> bool:
        """Return whether ``clause`` is what its sentence reports rather than background to it."""
        tree, i = self.tree, clause.predicate
        if clause.kind == "noun" or clause.status != "actual":
            return False
        while tree.head[i] != i:
            meanwhile = tree.dep[i] == "advcl" and any(
                tree.lower[k] in MEANWHILE for k in tree.children(i, "mark", "advmod")
            )
            if tree.dep[i] not in ("conj", "ccomp", "xcomp", "parataxis") and not meanwhile:
                return False
            i = tree.head[i]
        return True

    @cached_property
    def _lead(self) -> tuple[int, int]:
        """Return the tokens of the first sentence after the dateline; none where there is no dateline."""
        dateline = self.noted.layout.dateline
        if dateline is None:
            return 0, 0
        doc = self.reading.doc
        first = next((t.i for t in doc if t.idx >= dateline.end and not t.is_space), len(doc))
        return (first, self.tree.sentence_end(self.tree.sentence[first])) if first < len(doc) else (0, 0)
