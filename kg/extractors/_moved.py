"""For when events are put off: "the summit, which was to open in May, has been postponed to June"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from kg.clauses import Clause
from kg.extractors._dated import FIXED
from kg.extractors._stated import Stated
from kg.nlp.tenses import DELAYING

UNTIL = frozenset({"until", "till", "to", "from", "until after", "till after"})
# "Is now set for June", "was rescheduled for June"
ANEW = frozenset({"for", "to", "in", "on"})
# What speaks of an event that was just told: "his trip", "this".
SPEAKING_OF = frozenset({"the", "this", "that", "both"})
EVENTS = frozenset(
    (
        "trip visit journey tour voyage meeting talk summit session conference event encounter gathering ceremony "
        "signing round negotiation consultation vote election exercise launch opening appointment date"
    ).split()
)
GOING = frozenset({"go", "travel", "fly", "leave", "depart", "come", "arrive", "do", "meet", "take"})
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
        for kid in self.tree.children(clause.predicate, "conj") if clause.kind == "verb" else ():
            # "had been due to fly to Lima on Sunday but will now travel on Thursday"
            now = any(self.tree.lower[k] == "now" for k in self.tree.children(kid, "advmod"))
            other = self.reading.clauses.get(kid)
            if now and other is not None and other.lemma in GOING and (found := super().own(other)) is not None:
                return found
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
            anew = tree.lemma[verb] in FIXED and any(tree.lower[k] == "now" for k in tree.children(verb, "advmod"))
            if not (tree.lemma[verb] in DELAYING or anew) or clause.status == "negated":
                continue
            passive = clause.passive or clause.kind != "verb"
            events = tree.children(verb, "nsubj:pass", "nsubj") if passive else tree.children(verb, "obj")
            phrases = [k for head in (verb, *events) for k in tree.children(head, "obl", "nmod")]
            until = [
                k
                for k in phrases
                if tree.preposition(k) in (ANEW if anew or tree.lemma[verb] == "reschedule" else UNTIL)
            ]
            found = next((day for k in until if (day := self._day_in(k)) is not None), None)
            if found is not None:
                yield from ((event, verb, found) for first in events for event in tree.conjuncts(first))

    def _day_in(self, phrase: int) -> str | None:
        """Return the date of "until May", "from 5 to 12 May", "until after the elections in June"."""
        found = self._in_phrase(phrase)
        value = found.value if found is not None else self.within(phrase)
        last = (value or "").partition("/")[2]
        fro = self.tree.preposition(phrase) == "from" or self.tree.lower[self.tree.left[phrase] - 1] == "from"
        return (last if fro and last else value) or None
