"""The dates that clauses have from what they are joined to: the noun they tell of, the main clause, the headline."""

from __future__ import annotations

from kg.clauses import Clause
from kg.clauses.strays import accompanied
from kg.extractors._dated import CREATING, SCENES, is_exact
from kg.extractors._sayings import FAR, Sayings

# What is told with a past verb and goes on while it is told: "said that it rejected the plan".
STANCES = frozenset({"Support", "Aid", "Reject", "Accuse", "Concede"})
# "Told the mediators on Friday that it accepted their plan"
ACCEPTING = frozenset({"accept", "endorse"})
# "The accord by which Chad left Bol"
MEANS = frozenset({"by", "under", "with", "through"})
# Of a meeting: "at the close of the talks".
PHASES = frozenset("close end conclusion start beginning opening outset course margin".split())
CLOSING = frozenset({"close", "end", "conclusion"})
VISITS = frozenset({"visit", "trip", "tour", "stay"})
# What an attack does: when it did was when it was.
HARMING = frozenset("kill wound injure maim hit destroy damage level sink hurt claim".split())


class Joined(Sayings):
    """Finds the dates of one article's clauses in those around them."""

    def _beside_main(self, clause: Clause) -> str | None:
        """Return when that was beside which ``clause`` is told: "left the hall on Monday, accusing Chad"."""
        tree, i = self.tree, clause.predicate
        main = self.reading.clauses.get(clause.governor)
        if clause.relation != "advcl" or main is None or main.kind != "verb" or clause.status != "actual":
            return None
        plain = tree.tag[i] == "VBG" and not self._marks(i) and not tree.children(i, "nsubj", "nsubj:pass", "aux")
        told = plain and main.status == "actual" and self._is_main(main.predicate) and self.is_free(i)
        return self.date(main) if told else None

    def _of_headline(self, clause: Clause) -> str | None:
        """Return the day that the first sentence gives to what ``clause`` of a headline tells as well."""
        if (
            clause.kind != "verb"
            or clause.status != "actual"
            or not self.noted.layout.is_headline(self.tree.starts[clause.predicate])
        ):
            return None
        own, meant = self._who(clause), {frame.type for frame in self.lexicon.frames("verb", clause.lemma)}
        for k in self._within(*self.opening):
            other = self.reading.clauses[k]
            types = {frame.type for frame in self.lexicon.frames("verb", other.lemma)}
            told = own & self._who(other) or other.lemma == clause.lemma
            same = other.kind == "verb" and other.status == "actual" and told and meant & types
            if same and is_exact(found := self.date(other)):
                return found
        return None

    def _of_relative(self, clause: Clause) -> str | None:
        """Return when that was in or by which something is told to be done: "the raid of 12 May in which Chad …"."""
        tree, i = self.tree, clause.predicate
        if clause.kind != "verb" or clause.relation not in ("acl:relcl", "advcl:relcl") or clause.status != "actual":
            return None
        led = {tree.preposition(k) for k in tree.children(i, "obl") if tree.lower[k] == "which"}
        if not led & (SCENES | MEANS) or tree.tag[i] != "VBD":
            return None
        noun = clause.governor
        made = [k for k in tree.children(noun, "acl") if tree.lemma[k] in CREATING and k in self.reading.clauses]
        found = self.of_event(noun) or next((v for k in made if (v := self.own(self.reading.clauses[k]))), None)
        return found if found is not None or not led & MEANS else self._of_text(noun)

    def _of_text(self, noun: int) -> str | None:
        """Return when the text at ``noun`` was made by the verb that it hangs on: "signed a pact by which …"."""
        verb = self.reading.clauses.get(self.tree.head[noun])
        made = verb is not None and verb.lemma in CREATING and noun in (*verb.objects, *verb.subjects)
        return self.date(verb) if made and verb is not None and verb.status == "actual" else None

    def _of_act(self, clause: Clause) -> str | None:
        """Return when what "criticism" stands beside was done: "amid criticism from Chad, Mali on Monday left"."""
        if clause.kind != "noun" or clause.status != "actual":
            return None
        act = self.reading.clauses.get(accompanied(self.tree, self.lexicon, clause.predicate))
        return self.date(act) if act is not None and act.kind == "verb" else None

    def _of_toll(self, clause: Clause) -> str | None:
        """Return when an attack was by what it did, and the reverse: "the raid, launched on Monday, killed nine"."""
        tree, i = self.tree, clause.predicate
        if clause.kind == "noun":
            verb = self.reading.clauses.get(tree.head[i]) if tree.dep[i] == "nsubj" else None
            return self.own(verb) if verb is not None and verb.lemma in HARMING and not verb.passive else None
        if clause.lemma not in HARMING or clause.passive or clause.status != "actual":
            return None
        for subject in clause.subjects:
            event = self.reading.clauses.get(subject)
            if event is not None and event.kind == "noun":
                launched = (self.reading.clauses.get(k) for k in tree.children(subject, "acl", "acl:relcl"))
                days = (self.own(told) for told in (event, *launched) if told is not None)
                return next((day for day in days if day is not None), None)
        return None

    def _as_told(self, clause: Clause) -> str | None:
        """Return when somebody said "that Chad rejected the plan": it did so when that was said."""
        tree, i = self.tree, clause.predicate
        told = self.reading.clauses.get(clause.speech)
        if told is None or told.kind != "verb" or clause.relation != "ccomp" or clause.governor != told.predicate:
            return None
        if tree.tag[i] != "VBD" or tree.tag[told.predicate] != "VBD" or clause.status != "actual":
            return None
        meant = {frame.type for frame in self.lexicon.frames(clause.pos, clause.lemma)}
        taken = (meant and meant <= STANCES) or clause.lemma in ACCEPTING
        return self.date(told) if taken and self.is_free(i) else None

    def _of_phase(self, clause: Clause) -> str | None:
        """Return the first or the last day of the visit told before, of "At the end of the visit she met Vega"."""
        tree, start = self.tree, self.tree.sentence[clause.predicate]
        phases = [head for prep, head in clause.obliques if prep in SCENES and tree.lemma[head] in PHASES]
        phases = [k for k in phases if any(tree.lemma[v] in VISITS for v in tree.children(k, "nmod"))]
        if not phases or clause.status != "actual" or not self.goes_on(clause.predicate):
            return None
        for k in self._within(max(0, start - FAR), start):
            visit = self.reading.clauses[k]
            found = self.stated(visit) if {visit.lemma, tree.lemma[k]} & VISITS else None
            if found is not None and is_exact(found) and visit.status == "actual":
                first, _, last = found.partition("/")
                return (last or first) if tree.lemma[phases[0]] in CLOSING else first
        return None
