"""When somebody says more: "Vega told reporters on Monday … Vega dismissed the charge", a debate of one day."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from kg.clauses import Clause
from kg.extractors._belonging import JUDGING
from kg.extractors._dated import STATEMENTS, is_exact
from kg.extractors._told import BACKGROUND, SESSIONS, Told
from kg.nlp.dates import base_date, released

# Of the contents of a text: "in the communique they condemn the raid".
SIGNED = frozenset("sign adopt issue approve release publish initial".split())
# What is done with words, so that who says more on the same occasion does it then.
UTTERED = frozenset({"Support", "Reject", "Accuse", "Request", "Concede", "Threaten"})
SAYING = frozenset("say tell add announce declare note stress state explain warn reiterate repeat recall".split())
# What is done by saying so.
PERFORMING = JUDGING | frozenset(
    (
        "urge call thank congratulate condole express extend offer convey demand appeal deny reject refute dismiss "
        "reaffirm reiterate support protest warn criticize criticise"
    ).split()
)
# What takes more than words.
FORCED = frozenset({"Assault", "Coerce", "Mobilize", "Sanction", "Aid", "Retreat"})
DONE = SIGNED | frozenset("recognize recognise vote join accede ratify".split())
# Who speak in a debate.
DELEGATES = frozenset({"representative", "delegate", "observer", "ambassador", "speaker"})
# Who speak in the account of a meeting: "Heads of Government welcomed", "The ministers condemned".
PARTICIPANTS = SESSIONS | frozenset(
    "head leader minister member delegation participant council committee commission side chief they".split()
)
ASSEMBLIES = frozenset({"InternationalOrganization", "GovernmentBody"})
# How many words back the day of what somebody said may stand.
FAR = 600


class Sayings(Told):
    """Finds the dates of what is said on an occasion that was dated before."""

    def said_then(self, clause: Clause) -> str | None:
        """Return the day of the occasion on which ``clause`` is one more thing that is said."""
        carrier = self.reading.clauses.get(clause.light) if clause.kind == "noun" and clause.light >= 0 else None
        if carrier is not None and carrier.kind == "verb" and self._is_uttered("noun", clause.lemma):
            # "voiced support for the plan"
            return self._said(carrier)
        return self._said(clause) if clause.kind == "verb" and self.utters(clause) else None

    def _said(self, clause: Clause) -> str | None:
        if clause.kind != "verb" or clause.status != "actual" or not self._is_main(clause.predicate):
            return None
        i = clause.predicate
        if not self.is_free(i):
            return None
        if self._is_past(i):
            said = self._said_before(clause) or self._of_debate(clause) or self._of_release(clause)
            said = said or self._of_account(clause)
            return said or self._on_the_day(clause)
        if self.tree.tag[i] not in ("VBP", "VBZ"):
            return None
        return self._written(clause) or self._of_release(clause) or self._performed(clause)

    def _performed(self, clause: Clause) -> str | None:
        """Return the day of a release or a briefing for what is done by its words: "Chad condemns the raid"."""
        return self.release if clause.lemma in PERFORMING else None

    def _is_past(self, i: int) -> bool:
        """Return whether ``i`` stands in the simple past."""
        tree = self.tree
        alone = not tree.children(i, "aux", "aux:pass")
        return tree.tag[i] == "VBD" or (tree.tag[i] == "VBN" and alone and tree.dep[i] == "conj")

    def is_free(self, i: int) -> bool:
        """Return whether ``i`` has no time of its own, whatever what is said has: "accused Chad of a raid in May"."""
        tree = self.tree
        sentence = range(tree.sentence[i], tree.sentence_end(tree.sentence[i]))
        told = [k for k in sentence if k in self.dates and not self._is_of_judged(self.dates[k], i)]
        told += [k for k in sentence if tree.lower[k] in BACKGROUND and not self._is_of_meeting(k)]
        return not any(self._is_own(k, i) and not self._is_inside(k, i) for k in told)

    def _is_inside(self, k: int, i: int) -> bool:
        """Return whether token ``k`` belongs to what ``i`` says of somebody: a complement, a charge, a thing."""
        tree, above = self.tree, k
        while above != i and tree.head[above] != above:
            charge = tree.dep[above] == "advcl" and any(
                tree.lower[m] in ("of", "for", "to") for m in tree.children(above, "mark")
            )
            thing = tree.dep[above] in ("nmod", "nmod:unmarked") and tree.pos[tree.head[above]] == "NOUN"
            if charge or thing or tree.dep[above] in ("ccomp", "xcomp"):
                return True
            above = tree.head[above]
        return False

    def utters(self, clause: Clause) -> bool:
        """Return whether what ``clause`` says is done with words."""
        if clause.lemma in SAYING or self.lexicon.speech(clause.lemma, "verb") is not None:
            return True
        return clause.lemma not in DONE and self._is_uttered("verb", clause.lemma)

    def _is_uttered(self, pos: str, lemma: str) -> bool:
        types = {frame.type for frame in self.lexicon.frames(pos, lemma)}
        return not types & FORCED and bool(types & UTTERED)

    def _said_before(self, clause: Clause) -> str | None:
        """Return the day of what the subject of ``clause`` did last, if that was to speak."""
        own, start = self._who(clause), self.tree.sentence[clause.predicate]
        for k in self._within(max(0, start - FAR), start) if own else ():
            other = self.reading.clauses[k]
            if other.kind != "verb" or other.status != "actual" or not own & self._who(other) or not self._is_main(k):
                continue
            if (found := self.stated(other)) is None:
                continue
            return found if is_exact(found) and self.utters(other) else None
        return None

    def _on_the_day(self, clause: Clause) -> str | None:
        """Return the article's day if what is judged was then: "Rebels shot Soto today. Chad deplored the crime." """
        tree, start, base = self.tree, self.tree.sentence[clause.predicate], base_date(self.noted)
        known = [o for o in clause.objects if o in self.reading.clauses]
        known = [o for o in known if any(tree.lower[k] in ("the", "this") for k in tree.children(o, "det"))]
        if base is None or not known or not start:
            return None
        before = (self.reading.clauses[k] for k in self._within(tree.sentence[start - 1], start) if self._is_main(k))
        today = any(other.status == "actual" and self.stated(other) == base.isoformat() for other in before)
        return base.isoformat() if today else None

    def _of_debate(self, clause: Clause) -> str | None:
        """Return the day of the debate that the article reports, for what a delegate says in it."""
        tree = self.tree
        speaks = any(tree.lemma[s].lower() in DELEGATES for s in clause.subjects) or self._who(clause) & self._delegates
        return self._debate if speaks else None

    def _of_release(self, clause: Clause) -> str | None:
        """Return the day of a release for what those say in it of whom its first sentence tells."""
        who = self._who(clause)
        return self.release if (who | self._sent(who)) & self._issuers else None

    def _of_account(self, clause: Clause) -> str | None:
        """Return the days of the meeting that the text is an account of, for what those who met say in it."""
        tree = self.tree
        met = any(
            tree.lemma[s].lower() in PARTICIPANTS and (not tree.text[s].islower() or self._is_definite(s))
            for s in clause.subjects
        )
        return self._account if met or self._is_group(clause) else None

    def _is_definite(self, noun: int) -> bool:
        return any(self.tree.lower[k] == "the" for k in self.tree.children(noun, "det"))

    @cached_property
    def _account(self) -> str | None:
        """Return the days of the meeting of many that the first sentence tells was held: of a communique."""
        for k in self._within(*self.opening):
            clause = self.reading.clauses[k]
            subjects = self.tree.children(k, "nsubj", "nsubj:pass")
            held = [s for s in subjects if self.tree.lemma[s].lower() in SESSIONS and not self._is_between(s)]
            if clause.kind == "verb" and clause.status == "actual" and self._is_main(k) and held:
                found = self.stated(clause)
                return found if is_exact(found) else None
        return None

    @cached_property
    def release(self) -> str | None:
        """Return the day of the text if that is a release."""
        day = released(self.noted) or self._of_briefing
        return day.isoformat() if day is not None else None

    @cached_property
    def _of_briefing(self) -> date | None:
        """Return the day of the article if its first sentence tells of a briefing on it, or of the day before."""
        base, above = base_date(self.noted), range(self.opening[1])
        briefed = [i for i in above if self.tree.lemma[i] == "briefing"]
        days = {found.value for i in above if (found := self.dates.get(i)) is not None}
        return base if base is not None and briefed and base.isoformat() in days else None

    @cached_property
    def opening(self) -> tuple[int, int]:
        """Return the tokens of the first sentence that is no headline, its dateline left out."""
        doc, layout = self.reading.doc, self.noted.layout
        line, text = layout.dateline, self.noted.article.text
        above = line is not None and bool(text[line.end :].strip())
        body = line.end if line is not None and above else self.noted.article.title_end
        first = next((t.i for t in doc if t.idx >= body and not t.is_space and not layout.is_headline(t.idx)), len(doc))
        return (first, self.tree.sentence_end(self.tree.sentence[first])) if first < len(doc) else (0, 0)

    @cached_property
    def _issuers(self) -> set[str]:
        """Return who is named in the first sentence of a release."""
        return self._named(*self.opening) if self.release is not None else set()

    @cached_property
    def _debate(self) -> str | None:
        """Return the day of the article if it begins with what an assembly did on it."""
        base = base_date(self.noted)
        for k in self.order if base is not None else ():
            clause = self.reading.clauses[k]
            if clause.kind != "verb" or not self._is_main(k) or self.noted.layout.is_headline(self.tree.starts[k]):
                continue
            kinds = {self.noted.entities[e].kind for e in self._who(clause) if e in self.noted.entities}
            today = base.isoformat() if base is not None else ""
            return today if kinds & ASSEMBLIES and self.stated(clause) == today else None
        return None

    @cached_property
    def _delegates(self) -> set[str]:
        """Return the persons whom the text calls delegates, or presidents of the assembly."""
        words = {t.person: {w.lower() for w in self.tree.text[t.start : t.end]} for t in self.noted.titles}
        heads = [head for head, said in words.items() if said & (DELEGATES | {"president", "chair"})]
        return {e for head in heads for e in self.noted.entities_at(head)}

    def _written(self, clause: Clause) -> str | None:
        """Return the day on which the text was signed that "In the communique the ministers condemn" tells of."""
        tree, start = self.tree, self.tree.sentence[clause.predicate]
        top = clause
        while top.relation == "conj" and top.governor in self.reading.clauses:
            top = self.reading.clauses[top.governor]
        texts = [h for prep, h in top.obliques if prep == "in" and tree.lemma[h] in STATEMENTS]
        if not texts and not any(tree.lower[s] == "they" for s in clause.subjects):
            return None
        for k in self._within(max(0, start - FAR), start):
            other = self.reading.clauses[k]
            if not texts and other.kind == "verb" and self._is_main(k) and tree.tag[k] in ("VBP", "VBZ"):
                # "They also deplore the raid."
                return self._written(other)
            if other.kind == "verb" and other.lemma in SIGNED and other.status == "actual" and self._is_main(k):
                found = self.stated(other) or self.continued(other)
                if is_exact(found):
                    return found
            if not texts:
                return None
        return None
