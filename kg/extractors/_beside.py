"""The dates that stand beside a verb or at the end of an event's phrase, wherever the parse hung them."""

from __future__ import annotations

from kg.extractors._belonging import Belonging

PHRASES = frozenset({"obl", "obl:tmod", "obl:npmod", "obl:unmarked", "nmod", "nmod:tmod", "nmod:unmarked", "advmod"})
PARTS = frozenset({"nummod", "compound", "flat", "nmod", "amod", "nmod:tmod", "nmod:unmarked"})


class Beside(Belonging):
    """Finds the dates beside verbs and behind events of one article."""

    def _behind(self, noun: int) -> str | None:
        """Return the date that ends the phrase of ``noun``, though the parse hung it on the verb."""
        tree = self.tree
        last = tree.right[noun]
        for kid in tree.children(noun, "acl:relcl"):
            # "a raid on Mali on 3 May, which …"
            last = min(last, tree.left[kid] - 1 - (tree.text[tree.left[kid] - 1] == ","))
        verb = tree.head[noun]
        found = self.dates.get(min(last + 2, len(tree) - 1)) or self.dates.get(min(last, len(tree) - 1))
        if found is None or tree.head[found.end - 1] == noun or found.start >= tree.sentence_end(tree.sentence[noun]):
            return None
        if tree.tag[verb] in ("VBZ", "VBP") and found.start > noun and self._is_over(found.value) and verb < noun:
            # "owes its freedom to a raid on Mali on 3 May"
            return found.value
        own = self.is_of_noun(found.start) or self._of_subject(found, verb) == noun
        own = own or (tree.dep[noun] == "obj" and self._is_of_judged(found, verb)) or self._is_of_guests(found, verb)
        return found.value if own else None

    def _between(self, verb: int) -> str | None:
        """Return the date beside ``verb`` that the parse hung on its neighbour: "Chad on Friday signed"."""
        tree = self.tree
        if (fronted := self._before_subject(verb)) is not None:
            return fronted
        for subject in tree.children(verb, "nsubj", "nsubj:pass"):
            if (opening := self._opening(subject)) is not None:
                return opening
            event = self.reading.clauses.get(subject)
            if event is not None and event.kind == "noun" and not self.noted.entities_at(subject):
                # "The pullout in August was criticized": the pullout was in August.
                continue
            for kid in tree.children(subject, *PHRASES):
                found = self.dates.get(kid)
                if found is not None and subject < kid < verb and tree.preposition(kid) in ("", "on", "in", "late"):
                    return found.value
            if (right := self._right_before(verb, subject)) is not None:
                return right
        after = self.dates.get(verb + 1)
        if after is None or after.end != verb + 2 or tree.tag[tree.head[verb + 1]] != "NNP":
            return None
        # "condemned Friday Chad's raid"
        return after.value if tree.lower[verb + 2] not in ("'s", "’s") else None

    def _right_before(self, verb: int, subject: int) -> str | None:
        """Return the date right before ``verb``: "Chad and the members of the bloc on Monday agreed"."""
        tree, first = self.tree, verb
        while first - 1 > subject and tree.head[first - 1] == verb and tree.dep[first - 1].startswith("aux"):
            first -= 1
        found = self.dates.get(first - 1)
        if found is None or found.end != first or found.start <= subject or tree.tag[verb] not in ("VBD", "VBN"):
            return None
        return found.value if tree.lower[found.start - 1] in ("on", "late", "early") else None

    def of_event(self, noun: int) -> str | None:
        """Return the date at the end of the phrase of the event at ``noun``, in it or behind it."""
        return self.within(noun) or self._behind(noun)

    def within(self, noun: int) -> str | None:
        """Return the date at the end of a noun's phrase: "the attack on a market in Basra on Monday"."""
        tree = self.tree
        for i in range(noun + 1, tree.right[noun] + 1):
            found = self.dates.get(i)
            if found is None or found.start != i or found.value is None or self.is_bound(found):
                continue
            above = i
            while above != noun and tree.dep[above] in (*PHRASES, *PARTS) and tree.head[above] != above:
                above = tree.head[above]
                if above in self.reading.clauses and above != noun:
                    return None
            return found.value if above == noun else None
        return None
