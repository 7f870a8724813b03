"""The dates that clauses give each other: "when it met in May", "two days after", the day on which it is told."""

from __future__ import annotations

from datetime import date

from kg.clauses import Clause, Reading
from kg.extractors._dated import ATTENDING, CREATING, HARMING, SPEAKING, Dated
from kg.extractors._spans import DAY, ENDING
from kg.nlp.annotations import Annotations
from kg.nlp.moments import NUMBERS, ago, shift
from kg.nlp.tenses import WISHING

# "which it took when it met in May": the time of the one is that of the other.
MEANWHILE = frozenset({"when", "as", "while"})
# Who does not do these rejects it as he says so.
RECOGNIZING = frozenset("recognize recognise accept acknowledge support".split())
UNITS = frozenset({"day", "week", "month", "year"})
HOURS = frozenset({"hour", "minute", "moment"})
TALKS = frozenset(
    "talk negotiation discussion consultation meeting summit session visit call conversation debate vote hearing "
    "conference ceremony briefing lunch dinner".split()
)
# What is not there yet when it is decided or asked for.
AHEAD = frozenset({"planned", "hypothetical"})
# "Were expected on Monday to sign", "voted on Monday to leave": theirs is the day of what they lead to.
SETTING = frozenset("expect schedule plan set slate suppose try attempt decide vote".split())
DECIDING = frozenset({"decision", "order", "announcement", "move"})
# Clauses of another time than that which they hang on, and phrases of the same.
APART = frozenset("after before since because although though if unless until once whereas".split())
BESIDE = frozenset({"after", "following", "at", "during", "in"})
# "A truce took effect on Monday", "came into force".
BEGINNING = frozenset("take enter come begin start go".split())
# How many words into a sentence the date that opens it stands: "Late on Monday".
OPENING = 3
# "Flew to Lima on Monday, where she saw Vega", but "where she lives"
STAYING = frozenset("spend visit travel fly arrive go come land stay stop return drive tour reach".split())
LASTING = frozenset("live be have lead head serve work study reside own keep maintain hold".split())
# The characters of a year and a month.
MONTH = 7
# "Prolonged its sanctions in May": what is done to them is done then.
CHANGING = CREATING - {"ratify", "approve"} | frozenset(
    "prolong extend renew suspend ease tighten widen resume reopen restart relaunch launch complete end halt".split()
)
PREPARING = frozenset("prepare plan organize organise arrange await anticipate".split())


class Stated(Dated):
    """Finds the dates that an article's clauses state, each for itself or for another."""

    def __init__(self, reading: Reading, noted: Annotations) -> None:
        """Take the clauses and the time expressions of an article."""
        super().__init__(reading, noted)
        # Clauses whose date is being looked for: each may look to another one, but not in a circle.
        self.open: set[int] = set()

    def date(self, clause: Clause) -> str | None:
        """Return when what ``clause`` says happens, as exactly as the text tells."""
        return self.stated(clause)

    def stated(self, clause: Clause) -> str | None:
        if clause.predicate in self.open:
            return None
        self.open.add(clause.predicate)
        try:
            return self._from_context(clause)
        finally:
            self.open.discard(clause.predicate)

    def _from_context(self, clause: Clause) -> str | None:
        clauses = self.reading.clauses
        found = self.own(clause) or self.apart(clause) or self._meanwhile(clause) or self.staged(clause)
        found = found or self._setting(clause) or self._of_when(clause) or self._of_attack(clause)
        if found is not None:
            return found
        carrier = clauses.get(clause.light) if clause.kind == "noun" else None
        if carrier is not None and carrier is not clause:
            # "is scheduled, he says": what is to come is not of the day that it is told.
            found = self.stated(carrier) if clause.status == carrier.status else self.own(carrier)
            if found is not None or carrier.governor != clause.predicate:
                return found
            # "was in Lomé on Monday for a forum convened by Mali"
        told = clauses.get(clause.speech)
        by_verb = told is not None and told.kind == clause.kind == "verb" and told.predicate != clause.predicate
        if told is not None and by_verb and (self._is_fresh(clause) or self._is_going_on(clause, told)):
            # "has been reached, he announced on Friday": news of the day that it is told.
            return self.date(told)
        if clause.relation == "acl:relcl":
            found = self._of_noun(clause.predicate) or self._there(clause)
            if found is not None:
                return found
        governor = clauses.get(clause.governor)
        if governor is not None and clause.relation == "acl" and governor.lemma in DECIDING:
            # "announced on Monday its decision to expel": what is decided is done by the deciding.
            told = clauses.get(governor.light if governor.light >= 0 else self.tree.head[governor.predicate])
            return self.stated(told) if told is not None and told.kind == "verb" else None
        if clause.relation == "acl" and self.tree.dep[clause.governor] == "xcomp":
            # "became on Friday the fourth country to sign"
            became = clauses.get(self.tree.head[clause.governor])
            return self.stated(became) if became is not None else None
        if clause.kind == "noun":
            return self._of_talks(clause) or self._of_change(clause)
        if governor is not None and governor.kind == "noun" and self._marks(clause.predicate) & APART:
            # "handed over a protest, a day after Chad had shelled the port", which the parse hangs on the protest
            governor = self.reading.governing(self.tree.head[governor.predicate])
            return self._offset(clause, governor) if governor is not None else None
        if governor is None and clause.relation == "acl":
            return self._before_main(clause)
        if governor is None or governor.kind == "noun":
            return None
        if clause.relation == "advcl" and self._marks(clause.predicate) & APART:
            return self._offset(clause, governor)
        if clause.relation in ("advcl", "xcomp") and self._is_charge(clause.predicate):
            return None
        shared = clause.relation in ("xcomp", "advcl") or (
            clause.relation == "conj" and self.tree.child(clause.predicate, "nsubj", "nsubj:pass") is None
        )
        ahead = clause.status in AHEAD or "not" in (self.tree.lower[k] for k in self.tree.kids[clause.predicate])
        asked = clause.relation == "xcomp" or (clause.relation == "advcl" and governor.lemma in WISHING)
        if asked and ahead and governor.status != "planned":
            found = self._behind_infinitive(clause, governor)
            if found is not None or governor.lemma not in SETTING:
                # "Agreed on Monday to leave": nobody has left yet.
                return found
        if shared and clause.relation == "advcl" and self._is_of_other(clause, governor):
            return None
        if shared and not self._is_later(clause, governor):
            return self.stated(governor)
        return self._cleft(clause, governor) or self._fronted(clause)

    def _before_main(self, clause: Clause) -> str | None:
        """Return the date of "On Tuesday, a day after Chad had shelled the port, Mali protested"."""
        tree, i = self.tree, clause.predicate
        unit = tree.head[i]
        later = self.reading.clauses.get(tree.head[unit])
        marks = [k for k in tree.children(i, "mark") if tree.lower[k] in ("after", "before") and k == unit + 1]
        if not marks or tree.lemma[unit] not in UNITS or later is None or later.kind != "verb":
            return None
        return self._reckoned(marks[0], later)

    def _is_of_other(self, clause: Clause, governor: Clause) -> bool:
        """Return whether ``clause`` goes with the main one: "left talks that have gone on since May, saying"."""
        tree, first = self.tree, self.tree.left[clause.predicate]
        perfect = any(tree.lemma[k] == "have" for k in tree.children(governor.predicate, "aux"))
        return governor.relation == "acl:relcl" and perfect and "," in tree.text[first - 1 : first + 1]

    def _behind_infinitive(self, clause: Clause, governor: Clause) -> str | None:
        """Return the date of "decided on Monday to send troops in May" that tells of the sending."""
        dates = (self.dates.get(k) for k in self.tree.kids[governor.predicate] if k > clause.predicate)
        return next((found.value for found in dates if found is not None), None)

    def _is_later(self, clause: Clause, governor: Clause) -> bool:
        """Return whether ``clause`` tells what is after what ``governor`` said was: "sent ten, and is ready to"."""
        tree = self.tree
        forms = (clause.predicate, *tree.children(clause.predicate, "aux", "aux:pass", "cop"))
        now = any(tree.tag[k] in ("VBZ", "VBP", "MD") for k in forms)
        return clause.relation == "conj" and now and tree.tag[governor.predicate] == "VBD"

    def _fronted(self, clause: Clause) -> str | None:
        """Return the date that opens the sentence for what else it tells: "On Monday Chad left and Mali joined"."""
        tree, i = self.tree, clause.predicate
        top = i
        while tree.dep[top] in ("conj", "parataxis") and tree.head[top] in self.reading.clauses:
            top = tree.head[top]
        first = self.reading.clauses[top]
        if top == i or first.kind == "noun" or tree.tag[top] != "VBD" or tree.tag[i] != "VBD":
            return None
        start = tree.sentence[i]
        near = (*range(start, start + OPENING), *range(max(0, start - OPENING), start))
        opening = next((d for k in near if (d := self.dates.get(k)) is not None), None)
        if opening is None or opening.value is None or opening.value not in (self.own(first), self.apart(first)):
            return None
        dated = (k for k in range(tree.left[i], tree.right[i] + 1) if k in self.dates and k >= opening.end)
        return opening.value if next(dated, None) is None else None

    def _of_noun(self, i: int) -> str | None:
        """Return the date that the noun of relative clause ``i`` is, or has: "the day she left"."""
        tree = self.tree
        noun = tree.head[i]
        owned = next((self.dates[k] for k in tree.children(noun, "nmod:poss") if k in self.dates), None)
        found = self.dates.get(noun) or (owned if tree.tag[i] == "VBD" else None)
        beside = tree.lemma[noun] in UNITS and tree.text[tree.left[noun] - 1] == ","
        if found is None and beside and tree.tag[i] == "VBD":
            # "On 3 March, the day that Chad left"
            found = self.dates.get(tree.left[noun] - 2)
        return found.value if found is not None else None

    def _there(self, clause: Clause) -> str | None:
        """Return the days of a visit for what was done there: "spent Monday in Lima, where she saw Vega"."""
        tree, i = self.tree, clause.predicate
        verb = self.reading.clauses.get(tree.head[clause.governor])
        where = any(tree.lower[k] == "where" for k in tree.children(i, "advmod"))
        if not where or verb is None or verb.kind != "verb" or verb.lemma not in STAYING:
            return None
        past = tree.tag[i] == tree.tag[verb.predicate] == "VBD" and clause.status == verb.status == "actual"
        return self.own(verb) if past and clause.lemma not in LASTING else None

    def _marks(self, i: int) -> set[str]:
        return {self.tree.lower[k] for k in self.tree.children(i, "mark", "advmod", "case")}

    def _is_charge(self, i: int) -> bool:
        """Return whether ``i`` tells what somebody is accused of or thanked for, or sets one against another."""
        tree = self.tree
        marks = self._marks(i)
        apart = "while" in marks and tree.child(i, "nsubj", "nsubj:pass") is not None
        return apart or (tree.tag[i] == "VBG" and bool(marks & {"of", "for", "over"}))

    def _offset(self, clause: Clause, governor: Clause) -> str | None:
        """Return the date of "two days after the vote" was held, counted back from that of what came after."""
        tree = self.tree
        mark = next((k for k in tree.children(clause.predicate, "mark") if tree.lower[k] in ("after", "before")), -1)
        return self._reckoned(mark, governor)

    def anchored(self, clause: Clause) -> str | None:
        """Return the date of ``clause`` that others may be reckoned from."""
        return self.stated(clause)

    def _counted(self, mark: int) -> int:
        """Return how many days or weeks stand before "after" at ``mark``: "two days after", "the day after"."""
        unit, word = self.tree.lemma[mark - 1], self.tree.lower[mark - 2] if mark > 1 else ""
        if unit not in UNITS:
            return 0
        return NUMBERS.get(word) or (int(word) if word.isdigit() else 0) or int(word == "the" and unit == "day")

    def _reckoned(self, mark: int, later: Clause) -> str | None:
        """Return the date that "two days after" at ``mark`` ("after") gives, counted back from that of ``later``."""
        tree = self.tree
        if mark < 1:
            return None
        unit, count = tree.lemma[mark - 1], self._counted(mark)
        if (beside := self._beside_count(mark, count)) is not None:
            return beside
        if unit in HOURS:
            return self.anchored(later)
        told = self.anchored(later) if count else None
        if told is None or len(told) != DAY:
            return None
        if unit == "week" and count == 1:
            unit, count = "day", 7
        reckon = shift if unit == "day" else ago
        return reckon(date.fromisoformat(told), unit, count if tree.lower[mark] == "before" else -count)

    def _beside_count(self, mark: int, count: int) -> str | None:
        """Return the month of "in July 1996, days after he seized power", "in August, two months after the raid"."""
        tree, unit = self.tree, self.tree.lemma[mark - 1]
        comma = mark - 2 - (count > 0)
        found = self.dates.get(comma - 1) if comma > 0 and tree.text[comma] == "," else None
        if found is None or found.value is None or len(found.value) != MONTH:
            return None
        if not count:
            return found.value if unit in HOURS | {"day"} else None
        ahead = tree.lower[mark] == "before"
        first = date.fromisoformat(f"{found.value}-01")
        return ago(first, unit, count if ahead else -count) if unit in ("month", "year") else None

    def _of_talks(self, clause: Clause) -> str | None:
        """Return the date of talks "after hours of" which, or "at" which, something happened, or of what then began."""
        tree = self.tree
        top = clause.predicate
        begun = self.reading.clauses.get(tree.head[top])
        bounds = begun is not None and begun.lemma in BEGINNING | ENDING and top in begun.subjects
        if begun is not None and tree.dep[top] == "nsubj" and bounds:
            return self.own(begun)
        if tree.dep[top] == "nmod" and tree.lemma[tree.head[top]] in ("hour", "round", "morning", "evening"):
            top = tree.head[top]
        if tree.dep[top] == "nmod" and tree.lemma[tree.head[top]] in UNITS:
            # "On 5 March, the day after the raid"
            return self._after_appositive(top)
        verb = self.reading.clauses.get(tree.head[top])
        stays = verb is not None and verb.kind == "copula" and tree.preposition(top) == "for"
        if stays and verb is not None:
            # "was in Lomé on Monday for talks"
            return self.own(verb)
        thing = tree.head[top]
        if tree.dep[top] == "nmod" and tree.preposition(top) == "at" and tree.dep[thing] in ("obj", "nsubj:pass"):
            # "adopted a declaration at their summit": the parse hangs the summit on the declaration.
            maker = self.reading.clauses.get(tree.head[thing])
            return self.own(maker) if maker is not None and maker.lemma in CREATING else None
        if tree.dep[top] != "obl" or verb is None or verb.kind != "verb":
            return None
        after = next((k for k in tree.children(top, "case") if tree.lower[k] in ("after", "before")), -1)
        if after > 0 and (tree.lemma[after - 1] in HOURS or self._counted(after)):
            # "Left on Monday, a day after talks with Soto"
            return self._reckoned(after, verb)
        if tree.preposition(top) not in BESIDE or (after > 0 and tree.lemma[top] not in TALKS):
            # What "after a raid on Mali" tells was before.
            return None
        return self.own(verb)

    def _after_appositive(self, noun: int) -> str | None:
        """Return the date of the event at ``noun`` that "the day after" it, beside a date or after a verb, gives."""
        tree = self.tree
        after = next((k for k in tree.children(noun, "case") if tree.lower[k] in ("after", "before")), -1)
        verb = tree.head[tree.head[noun]]
        while verb not in self.reading.clauses and tree.head[verb] != verb:
            verb = tree.head[verb]
        later = self.reading.clauses.get(verb)
        return self._reckoned(after, later) if later is not None and later.kind != "noun" else None

    def _of_change(self, clause: Clause) -> str | None:
        """Return the date of what is done to, or followed by, what noun ``clause`` names."""
        tree, i = self.tree, clause.predicate
        verb = self.reading.clauses.get(tree.head[i])
        if verb is None or verb.kind != "verb":
            return None
        present = verb.status == "actual" and verb.lemma in ATTENDING
        done = tree.dep[i] in ("obj", "iobj", "nsubj:pass") and (verb.lemma in CHANGING or present)
        done = done or (tree.dep[i] == "nsubj:pass" and verb.lemma in ("expect", "schedule", "plan"))
        # "is preparing a summit in May"
        done = done or (verb.lemma in PREPARING and clause.status == "planned" and tree.dep[i] in ("obj", "obl"))
        after = tree.dep[i] == "obl:agent" and verb.lemma == "follow"
        return self.own(verb) if done or after else None

    def _meanwhile(self, clause: Clause) -> str | None:
        """Return the date of a clause of time under ``clause``: "when it met in September"."""
        tree = self.tree
        for kid in tree.children(clause.predicate, "advcl"):
            other = self.reading.clauses.get(kid)
            term = next((self.dates[k] for k in tree.children(kid, "nsubj") if k in self.dates), None)
            if term is not None and term.value is not None and len(term.value) < DAY and "before" in self._marks(kid):
                # "before the year is out"
                return term.value
            marks = {tree.lower[k] for k in tree.children(kid, "mark", "advmod")} & MEANWHILE
            # "While Chad praised it on Monday, Mali did not" sets them apart.
            if other is not None and other.lemma == "do" and marks == {"as"}:
                # "would host talks again, as it did in 2013"
                continue
            if other is not None and marks and not (marks == {"while"} and tree.children(kid, "nsubj", "nsubj:pass")):
                return self.own(other)
        return None

    def _of_attack(self, clause: Clause) -> str | None:
        """Return the day of the event that is the subject: "The raid on Bol on Monday killed twelve"."""
        if clause.kind != "verb" or clause.lemma not in HARMING or self.tree.tag[clause.predicate] != "VBD":
            return None
        events = (s for s in self.tree.children(clause.predicate, "nsubj") if s in self.reading.clauses)
        return next((found for s in events if (found := self.of_event(s)) is not None), None)

    def _of_when(self, clause: Clause) -> str | None:
        """Return the day on which "on Thursday, when Chad left," says that something happened."""
        tree = self.tree
        for when in tree.children(clause.predicate, "advmod", "mark"):
            found = self.dates.get(when - 1 - (tree.text[when - 1] == ",")) if tree.lower[when] == "when" else None
            if found is not None and found.end <= when:
                return found.value
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
        return self.own(self.reading.clauses[told]) if told >= 0 else None

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

    def _is_going_on(self, clause: Clause, told: Clause) -> bool:
        """Return whether "announced that it was imposing sanctions" tells what is done as it is told."""
        tree, i = self.tree, clause.predicate
        while tree.dep[i] == "conj" and tree.tag[i] == "VBG" and tree.head[i] in self.reading.clauses:
            i = tree.head[i]
        was = any(tree.tag[k] == "VBD" and tree.lemma[k] == "be" for k in tree.children(i, "aux"))
        return was and tree.tag[i] == "VBG" and tree.tag[told.predicate] == "VBD" and clause.status == "actual"

    def _is_fresh(self, clause: Clause) -> bool:
        """Return whether the verb stands in the present, the present perfect or the progressive."""
        tree = self.tree
        forms = (clause.predicate, *tree.children(clause.predicate, "aux", "aux:pass"))
        refusing = clause.status == "negated" and clause.lemma in RECOGNIZING
        return (clause.status == "actual" or refusing) and any(tree.tag[i] in ("VBZ", "VBP") for i in forms)
