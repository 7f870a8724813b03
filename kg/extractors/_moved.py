"""For when events are put off: "the summit, which was to open in May, has been postponed to June"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from kg.clauses import Clause
from kg.extractors._stated import Stated
from kg.nlp.tenses import DELAYING

UNTIL = frozenset({"until", "till", "to", "by"})
# What speaks of an event that was just told: "his trip", "this".
SPEAKING_OF = frozenset({"the", "this", "that", "both"})
EVENTS = frozenset(
    (
        "trip visit journey tour voyage meeting talk summit session conference event encounter gathering ceremony "
        "signing round negotiation consultation vote election exercise launch opening appointment date"
    ).split()
)
PRONOUNS = frozenset({"this", "that", "it", "they", "which", "these"})


class Moved(Stated):
    """Finds the dates of one article's clauses that others have put off, or brought forward."""

    def own(self, clause: Clause) -> str | None:
        """Return the date to which ``clause`` has been moved, else that in its phrases."""
        return self._moved(clause) or super().own(clause)

    def _moved(self, clause: Clause) -> str | None:
        if clause.status == "actual" and clause.kind != "noun":
            return None
        noun = clause.predicate if clause.kind == "noun" else clause.governor
        if clause.kind == "noun" or clause.relation == "acl:relcl":
            found = next((day for event, _, day in self._delays if event == noun), None)
            if found is not None or clause.status == "actual":
                return found
        if clause.relation == "acl:relcl" and (later := self._done_then(noun)) is not None:
            return later
        if not self._delays or not (clause.kind == "noun" or self._was_to(clause.predicate)):
            return None
        if clause.kind == "noun" and self.tree.dep[clause.predicate] not in ("obj", "nsubj", "nsubj:pass", "ROOT"):
            return None
        tree, i = self.tree, clause.predicate
        last = tree.sentence_end(tree.sentence_end(tree.sentence[i]) - 1)
        last = tree.sentence_end(last) if last < len(tree) else last
        near = (day for event, verb, day in self._delays if i < verb < last and self._is_of_told(event))
        return next(near, None)

    def _was_to(self, verb: int) -> bool:
        """Return whether ``verb`` is one of "was to visit", "were to have met"."""
        tree = self.tree
        words = {tree.lower[k] for k in tree.children(verb, "aux", "aux:pass", "cop", "mark")}
        return "to" in words and bool(words & {"was", "were"})

    def _is_of_told(self, noun: int) -> bool:
        """Return whether ``noun`` speaks of the event told last: "her trip", "this"."""
        tree = self.tree
        known = {tree.lower[k] for k in tree.children(noun, "det")} & SPEAKING_OF
        owned = bool(known) or tree.child(noun, "nmod:poss") is not None
        return tree.lower[noun] in PRONOUNS or (tree.lemma[noun] in EVENTS and owned)

    def _done_then(self, noun: int) -> str | None:
        """Return the date of "Negotiators, who were to meet next week, will now do so in June"."""
        tree, verb = self.tree, self.tree.head[noun]
        later = self.reading.clauses.get(verb)
        if later is None or tree.dep[noun] != "nsubj" or tree.lemma[verb] != "do" or tree.lower[verb + 1] != "so":
            return None
        return super().own(later)

    @cached_property
    def _delays(self) -> list[tuple[int, int, str]]:
        """Return what is said to be put off, the verb that says so, and the date to which it is."""
        return list(self._find_delays())

    def _find_delays(self) -> Iterator[tuple[int, int, str]]:
        tree = self.tree
        for verb, clause in self.reading.clauses.items():
            if clause.kind != "verb" or tree.lemma[verb] not in DELAYING or clause.status == "negated":
                continue
            events = tree.children(verb, "nsubj:pass") if clause.passive else tree.children(verb, "obj")
            phrases = [k for head in (verb, *events) for k in tree.children(head, "obl", "nmod")]
            until = [k for k in phrases if tree.preposition(k) in UNTIL or clause.lemma == "reschedule"]
            found = next((date for k in until if (date := self._in_phrase(k)) is not None), None)
            if found is not None and found.value is not None:
                yield from ((event, verb, found.value) for first in events for event in tree.conjuncts(first))
