"""When what a clause says happens: its own words, those of the clauses around it, the day of the news."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from functools import cached_property

from kg.clauses import Clause, Reading
from kg.nlp.annotations import Annotations, DateMention
from kg.nlp.dates import base_date
from kg.nlp.moments import NUMBERS

PHRASES = frozenset({"obl", "obl:tmod", "obl:npmod", "obl:unmarked", "nmod", "nmod:tmod", "nmod:unmarked", "advmod"})
PARTS = frozenset({"nummod", "compound", "flat", "nmod", "amod", "nmod:tmod", "nmod:unmarked"})
# "which it took when it met in May": the time of the one is that of the other.
MEANWHILE = frozenset({"when", "as", "while"})
DECIDING = frozenset({"decision", "order", "announcement", "move"})
# Clauses of another time than that which they hang on, and phrases of the same.
APART = frozenset("after before since because although though if unless until once whereas".split())
BESIDE = frozenset({"after", "following", "at", "during", "in"})
SPEAKING = frozenset({"speak", "talk", "address", "brief", "comment", "meet", "reply", "respond", "testify"})
STATEMENTS = frozenset({"statement", "communique", "communiqué", "note", "letter", "message", "release", "declaration"})
# "A truce took effect on Monday", "came into force".
BEGINNING = frozenset("take enter come begin start go".split())
ON = frozenset({"on", "in", "late", "early"})
# What is told with these words happened at another time than what was told before.
BACKGROUND = frozenset("since after before when previously formerly ago until recently repeatedly already".split())
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
        self.dates: dict[int, DateMention] = {i: found for found in noted.dates for i in range(found.start, found.end)}
        # Clauses whose date is being looked for: each may look to another one, but not in a circle.
        self.open: set[int] = set()

    def date(self, clause: Clause) -> str | None:
        """Return when what ``clause`` says happens, as exactly as the text tells."""
        return self._stated(clause) or self._of_news(clause) or self._continued(clause)

    def _stated(self, clause: Clause) -> str | None:
        if clause.predicate in self.open:
            return None
        self.open.add(clause.predicate)
        try:
            return self._from_context(clause)
        finally:
            self.open.discard(clause.predicate)

    def _from_context(self, clause: Clause) -> str | None:
        clauses = self.reading.clauses
        found = self._own(clause) or self._apart(clause) or self._meanwhile(clause) or self._setting(clause)
        if found is not None:
            return found
        carrier = clauses.get(clause.light) if clause.kind == "noun" else None
        if carrier is not None and carrier is not clause:
            return self._stated(carrier)
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
        if clause.kind == "noun":
            return self._of_talks(clause)
        if governor is None or governor.kind == "noun":
            return None
        if clause.relation == "advcl" and (marks := self._marks(clause.predicate)) & APART:
            return self._offset(clause, governor, marks)
        shared = clause.relation in ("xcomp", "advcl") or (
            clause.relation == "conj" and self.tree.child(clause.predicate, "nsubj", "nsubj:pass") is None
        )
        if shared:
            return self._stated(governor)
        return self._cleft(clause, governor)

    def _marks(self, i: int) -> set[str]:
        return {self.tree.lower[k] for k in self.tree.children(i, "mark", "advmod", "case")}

    def _offset(self, clause: Clause, governor: Clause, marks: set[str]) -> str | None:
        """Return the date of "two days after the vote" was held, counted back from that of what came after."""
        tree = self.tree
        mark = next((k for k in tree.children(clause.predicate, "mark") if tree.lower[k] in ("after", "before")), -1)
        count = NUMBERS.get(tree.lower[mark - 2]) if mark > 1 else None
        if mark > 0 and tree.lemma[mark - 1] in ("hour", "minute", "moment"):
            return self._stated(governor)
        told = self._stated(governor) if count else None
        if not count or told is None or len(told) != 10 or not tree.lower[mark - 1].startswith("day"):
            return None
        day = date.fromisoformat(told)
        return (day - timedelta(days=count) if "after" in marks else day + timedelta(days=count)).isoformat()

    def _of_talks(self, clause: Clause) -> str | None:
        """Return the date of talks "after hours of" which, or "at" which, something happened, or of what then began."""
        tree = self.tree
        top = clause.predicate
        begun = self.reading.clauses.get(tree.head[top])
        if begun is not None and tree.dep[top] == "nsubj" and begun.lemma in BEGINNING and top in begun.subjects:
            return self._own(begun)
        if tree.dep[top] == "nmod" and tree.lemma[tree.head[top]] in ("hour", "round", "morning", "evening"):
            top = tree.head[top]
        verb = self.reading.clauses.get(tree.head[top])
        if tree.dep[top] != "obl" or verb is None or verb.kind != "verb" or tree.preposition(top) not in BESIDE:
            return None
        return self._own(verb)

    def _own(self, clause: Clause) -> str | None:
        """Return the date in the phrases of ``clause`` or of the light verb that carries it."""
        tree = self.tree
        for predicate in (clause.predicate, clause.light):
            for kid in tree.kids[predicate] if predicate >= 0 else ():
                reach = range(tree.left[kid], min(tree.right[kid] + 1, tree.left[kid] + REACH))
                inside = (self.dates[i] for i in reach if i in self.dates and self._attached(i, kid))
                found = self.dates.get(kid) or next(inside, None)
                if found is not None and found.value is not None:
                    return found.value
        if clause.kind == "noun":
            return self.within(clause.predicate)
        return self._between(clause.predicate)

    def _apart(self, clause: Clause) -> str | None:
        """Return the date of a main clause that stands away from it.

        It may have become a sentence of its own ("In 1990 Iraq invaded"), stand behind an aside ("condemned the raid,
        which killed two, on Sunday"), or be that of the statement ("in a statement issued on Friday").
        """
        tree, i = self.tree, clause.predicate
        if clause.kind == "noun":
            return None
        for prep, head in clause.obliques:
            if prep == "in" and tree.lemma[head] in STATEMENTS:
                issued = [self.reading.clauses[k] for k in tree.children(head, "acl") if k in self.reading.clauses]
                found = next((value for other in issued if (value := self._own(other))), None)
                if found is not None:
                    return found
        if tree.head[i] != i:
            return None
        start = tree.sentence[i]
        return self._broken_off(start) or self._behind_aside(i, start)

    def _broken_off(self, start: int) -> str | None:
        """Return the date that makes up all of the sentence before token ``start``, if it ends without a stop."""
        tree = self.tree
        found = self.dates.get(start - 1)
        if found is None or found.value is None:
            return None
        first = tree.sentence[start - 1]
        return found.value if found.start - first <= 1 and tree.pos[first] in ("ADP", "PROPN", "NUM", "ADV") else None

    def _behind_aside(self, i: int, start: int) -> str | None:
        """Return the date between a comma and the end of the sentence that begins at ``start``."""
        tree = self.tree
        end = tree.sentence_end(start)
        while end > start and tree.pos[end - 1] in ("PUNCT", "SPACE"):
            end -= 1
        found = self.dates.get(end - 1)
        if found is None or found.value is None or found.start <= i:
            return None
        comma = found.start - 1 if tree.lower[found.start - 1] not in ON else found.start - 2
        if tree.text[comma] != "," or self._in_list(comma, i):
            return None
        return found.value

    def _in_list(self, comma: int, i: int) -> bool:
        """Return whether no aside ends at ``comma``: there is no comma between it and predicate ``i``."""
        return "," not in self.tree.text[i:comma]

    def _between(self, verb: int) -> str | None:
        """Return the date beside ``verb`` that the parse hung on its neighbour: "Chad on Friday signed"."""
        tree = self.tree
        for subject in tree.children(verb, "nsubj", "nsubj:pass"):
            event = self.reading.clauses.get(subject)
            if event is not None and event.kind == "noun" and not self.noted.entities_at(subject):
                # "The pullout in August was criticized": the pullout was in August.
                continue
            for kid in tree.children(subject, *PHRASES):
                found = self.dates.get(kid)
                if found is not None and subject < kid < verb and tree.preposition(kid) in ("", "on", "in", "late"):
                    return found.value
        after = self.dates.get(verb + 1)
        if after is None or after.end != verb + 2 or tree.tag[tree.head[verb + 1]] != "NNP":
            return None
        # "condemned Friday Chad's raid"
        return after.value if tree.lower[verb + 2] not in ("'s", "’s") else None

    def within(self, noun: int) -> str | None:
        """Return the date at the end of a noun's phrase: "the attack on a market in Basra on Monday"."""
        tree = self.tree
        for i in range(noun + 1, tree.right[noun] + 1):
            found = self.dates.get(i)
            if found is None or found.start != i or found.value is None:
                continue
            above = i
            while above != noun and tree.dep[above] in (*PHRASES, *PARTS) and tree.head[above] != above:
                above = tree.head[above]
                if above in self.reading.clauses and above != noun:
                    return None
            return found.value if above == noun else None
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

    def _setting(self, clause: Clause) -> str | None:
        """Return the day of what was just told for the scene in which it was: "He was speaking at a forum"."""
        tree, i = self.tree, clause.predicate
        start = tree.sentence[i]
        past = any(tree.tag[kid] == "VBD" and tree.lemma[kid] == "be" for kid in tree.children(i, "aux"))
        if tree.tag[i] != "VBG" or not past or tree.head[i] != i or not start or clause.lemma not in SPEAKING:
            return None
        before = tree.sentence[start - 1]
        told = next((k for k in range(before, start) if tree.head[k] == k and k in self.reading.clauses), -1)
        return self._own(self.reading.clauses[told]) if told >= 0 else None

    def _cleft(self, clause: Clause, governor: Clause) -> str | None:
        """Return the date of "it was on 28 February that …"."""
        tree, found = self.tree, self.dates.get(governor.predicate)
        if found is None or governor.kind != "copula":
            return None
        return (
            found.value
            if any(tree.lower[i] == "it" for i in tree.children(governor.predicate, "nsubj", "expl"))
            else None
        )

    def _is_fresh(self, clause: Clause) -> bool:
        """Return whether the verb stands in the present, the present perfect or the progressive."""
        tree = self.tree
        forms = (clause.predicate, *tree.children(clause.predicate, "aux", "aux:pass"))
        return clause.status == "actual" and any(tree.tag[i] in ("VBZ", "VBP") for i in forms)

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

    def _continued(self, clause: Clause) -> str | None:
        """Return the day of the sentence before in which the same subject did something, or met, or spoke."""
        tree, i = self.tree, clause.predicate
        if clause.kind != "verb" or clause.status != "actual" or tree.head[i] != i or not tree.sentence[i]:
            return None
        going_on = tree.tag[i] == "VBG" and any(tree.tag[k] == "VBD" for k in tree.children(i, "aux"))
        if not going_on and not self._goes_on(i):
            return None
        return self._day_before(clause, tree.sentence[i])

    def _goes_on(self, i: int) -> bool:
        """Return whether simple past ``i`` may tell what happened next: nothing in its sentence gives another time."""
        return self.tree.tag[i] == "VBD" and self.is_open(i)

    def is_open(self, i: int) -> bool:
        """Return whether the sentence of ``i`` gives no time of its own, nor tells of what was before."""
        tree = self.tree
        sentence = range(tree.sentence[i], tree.sentence_end(tree.sentence[i]))
        return not any(k in self.dates or tree.lower[k] in BACKGROUND for k in sentence)

    def _day_before(self, clause: Clause, start: int) -> str | None:
        """Return the day of what the subject of ``clause`` is said to do in the sentence that ends at ``start``."""
        own = {e for s in clause.subjects for e in self.noted.entities_at(s)}
        order = self.order
        first = bisect_left(order, self.tree.sentence[start - 1])
        for k in reversed(order[first : bisect_left(order, start)] if own else ()):
            other = self.reading.clauses[k]
            if other.kind != "verb" or other.status != "actual" or not self._is_main(k):
                continue
            if own & {e for s in other.subjects for e in self.noted.entities_at(s)}:
                found = self._stated(other) or self._continued(other)
                if found is not None and len(found) == 10:
                    return found
        return None

    def _is_main(self, i: int) -> bool:
        """Return whether predicate ``i`` is the main one of its sentence, or joined to it by "and"."""
        while self.tree.dep[i] in ("conj", "parataxis") and self.tree.head[i] != i:
            i = self.tree.head[i]
        return self.tree.head[i] == i

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
    def order(self) -> list[int]:
        """Return the predicates in their order."""
        return sorted(self.reading.clauses)

    @cached_property
    def _lead(self) -> tuple[int, int]:
        """Return the tokens of the first sentence after the dateline; none where there is no dateline."""
        dateline = self.noted.layout.dateline
        if dateline is None:
            return 0, 0
        doc = self.reading.doc
        first = next((t.i for t in doc if t.idx >= dateline.end and not t.is_space), len(doc))
        return (first, self.tree.sentence_end(self.tree.sentence[first])) if first < len(doc) else (0, 0)
