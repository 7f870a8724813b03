"""Whose a date is: the verb's that the parse hung it on, an event's, a participle's, or another part's."""

from __future__ import annotations

from kg.extractors._fronted import Fronted
from kg.extractors._spans import DAY
from kg.nlp.annotations import DateMention
from kg.nlp.moments import MONTHS

PARTS_OF_DAYS = frozenset("hour minute morning evening night afternoon dawn dusk noon midnight".split())
SPANS = PARTS_OF_DAYS | {"quarter", "half", "week", "day", "month", "course"}
FIRST = frozenset({"first", "last", "only", "highest", "biggest", "largest", "time"})
# What is done until a day is rarely done on it; so many words before "until" it stands.
PROLONGING, LONG = frozenset("extend prolong renew keep maintain extension prolongation renewal".split()), 16
# So many words before "since" a "first" may stand that it bounds.
REACH = 9
JUDGING = frozenset("condemn deplore denounce decry lament regret mourn welcome hail applaud commend".split())
# "Thanked Peru for the rescue", "congratulated her on the victory", "voiced alarm at the raid"
THANKING = JUDGING | frozenset("thank congratulate praise criticize criticise".split())
FEELINGS = frozenset(
    "concern regret alarm dismay outrage satisfaction gratitude appreciation condolence sympathy congratulation".split()
)
MATTERS = frozenset({"for", "on", "over", "upon", "about", "at"})
OCCASIONS = frozenset("meeting call conversation talk session summit visit conference briefing dinner".split())


class Belonging(Fronted):
    """Tells whether the dates beside one article's clauses are theirs."""

    def _is_elsewhere(self, found: DateMention, verb: int) -> bool:
        """Return whether ``found``, which the parse hung on ``verb``, stands in a part of the sentence of its own."""
        tree, start = self.tree, found.start
        if self.is_bound(found) or self._is_term(found) or ";" in tree.text[found.end : verb]:
            return True
        before = start > 0 and tree.tag[start - 1] in ("POS", "DT", "PRP$") and tree.pos[found.end] in ("NOUN", "ADJ")
        heads = {tree.head[k] for k in range(start, found.end)} - set(range(start, found.end))
        if before and any(found.end <= k < found.end + 3 and tree.pos[k] != "VERB" and k != verb for k in heads):
            # "Welcomed Chad's February 10 vote"
            return True
        if tree.pos[verb] == "VERB" and (tree.tag[found.end] == "POS" or self.is_of_noun(start)):
            return True
        if self._is_of_judged(found, verb) or self._is_of_guests(found, verb):
            return True
        if self._of_subject(found, verb) >= 0:
            return True
        if found.start > verb:
            return found.value is not None and len(found.value) < DAY and self._participle(found, verb) >= 0
        if tree.head[verb] < start and any(start < k for k in tree.children(verb, "mark")):
            # "Urged Peru the day before to leave", "told a forum on Monday that it would"
            return True
        comma = next((k for k in range(start, tree.sentence[verb], -1) if tree.text[k] == ","), -1)
        subject = tree.child(verb, "nsubj", "nsubj:pass")
        if comma < 0 or subject is None or subject > comma or tree.text[found.end] != ",":
            return False
        # "Chile, a member since 2004, condemned", but "Chile, on Monday, condemned".
        return any(tree.pos[k] not in ("ADP", "ADV", "DET") for k in range(comma + 1, start))

    def _is_term(self, found: DateMention) -> bool:
        """Return whether ``found`` is what a plan is for: "a plan of cooperation for 2022-2024"."""
        lower, start = self.tree.lower, found.start
        while start > 1 and lower[start - 1] in ("the", "years", "period"):
            start -= 1
        return lower[start - 1] == "for" and len(found.value or "") == len("2022/2024")

    def is_bound(self, found: DateMention) -> bool:
        """Return whether ``found`` only bounds: "their first meeting since 2019", "will renew the pact until May"."""
        lower, start = self.tree.lower, found.start
        if start and lower[start - 1] in ("until", "till"):
            return bool(PROLONGING & set(self.tree.lemma[max(self.tree.sentence[start], start - LONG) : start]))
        since = next((k for k in (start - 1, start - 2) if k > 0 and lower[k] in ("since", "in")), -1)
        return since > 0 and lower[since] == "since" and bool(FIRST & set(lower[max(0, since - REACH) : since]))

    def is_of_noun(self, token: int) -> bool:
        """Return whether the date at ``token`` tells of a noun before it: "the attack of 6 May"."""
        tree, start = self.tree, self.dates[token].start
        after = start > 1 and tree.lower[start - 1] == "of" and tree.pos[start - 2] != "VERB"
        after = after and tree.lower[start - 2] != "as"
        return after and tree.lemma[start - 2] not in SPANS

    def _is_of_judged(self, found: DateMention, verb: int) -> bool:
        """Return whether ``found`` is when that was which ``verb`` judges: "condemned the raid on Peru in May 2015".

        Who judged it in the past did so on a day.
        """
        tree = self.tree
        if self._is_of_matter(found, verb):
            return True
        if tree.lemma[verb] not in JUDGING:
            return False
        if self._is_of_inner(found, verb):
            return True
        if not self._is_of_act(found, verb):
            return False
        coarse = found.value is not None and len(found.value) < DAY
        return tree.tag[verb] in ("VBZ", "VBP") or (tree.tag[verb] in ("VBD", "VBN") and coarse)

    def _is_of_guests(self, found: DateMention, verb: int) -> bool:
        """Return whether ``found`` is when that is to which somebody is invited: "invited to a summit on 7 May"."""
        tree = self.tree
        if tree.lemma[verb] != "invite" or found.start < verb:
            return False
        return any(tree.preposition(k) in ("to", "for") and verb < k < found.start for k in tree.children(verb, "obl"))

    def _is_of_matter(self, found: DateMention, verb: int) -> bool:
        """Return whether ``found``, a day of a month, ends what is felt about: "thanked Peru for the aid on 8 May"."""
        tree = self.tree
        if not any(tree.lower[k] in MONTHS for k in range(found.start, found.end)):
            return False
        felt = verb if tree.lemma[verb] in FEELINGS else -1
        felt = next((k for k in tree.children(verb, "obj") if tree.lemma[k] in FEELINGS), felt)
        if felt < 0 and tree.lemma[verb] not in THANKING:
            return False
        last = found.start - 1 if tree.pos[found.start - 1] == "ADP" else found.start
        for k in range(last - 1, max(verb, felt), -1):
            if tree.tag[k] in ("VB", "VBD", "VBP", "VBZ", "MD", "CC") or tree.pos[k] == "PUNCT":
                return False
            if tree.tag[k] == "IN" and tree.lemma[tree.head[k]] in OCCASIONS and tree.lower[k] != "for":
                return False
            if tree.tag[k] == "IN" and tree.lower[k] in MATTERS:
                return k == felt + 1 or tree.lower[k] != "at"
        return False

    def _is_of_act(self, found: DateMention, verb: int) -> bool:
        """Return whether ``found`` is when that was which is judged now: "condemns the raid on Peru on Monday"."""
        acts = [k for k in self.tree.children(verb, "obj") if k in self.reading.clauses and verb < k < found.start]
        return any(self.reading.clauses[k].kind == "noun" for k in acts)

    def _is_of_inner(self, found: DateMention, verb: int) -> bool:
        """Return whether ``found``, a day of a month, ends what was judged: "the outcome of the vote on 2 May"."""
        tree = self.tree
        if tree.tag[verb] != "VBD" or tree.lemma[verb] not in JUDGING:
            return False
        outer = [noun for noun in tree.children(verb, "obj") if noun not in self.reading.clauses]
        inner = [k for noun in outer for k in tree.children(noun, "nmod")]
        inner = [k for k in inner if k in self.reading.clauses or tree.pos[k] == "NOUN"]
        named = any(tree.lower[k] in MONTHS for k in range(found.start, found.end))
        return named and any(verb < k < found.start for k in inner)

    def _of_subject(self, found: DateMention, verb: int) -> int:
        """Return the event whose phrase ``found`` ends before ``verb``: "Peru's raid on Mali in May was condemned"."""
        tree = self.tree
        for subject in tree.children(verb, "nsubj", "nsubj:pass") if found.start < verb else ():
            event = self.reading.clauses.get(subject)
            named = event is None or event.kind != "noun" or bool(self.noted.entities_at(subject))
            if not named and subject < found.start and tree.right[subject] + 2 >= found.start:
                return subject
        return -1

    def _participle(self, found: DateMention, verb: int) -> int:
        """Return the participle that ``found`` ends the phrase of: "praised the treaty signed by Chad in May"."""
        tree, first = self.tree, found.start
        while tree.pos[first - 1] == "ADP" and first > verb:
            first -= 1
        for k in range(first - 1, verb, -1):
            if tree.dep[k] == "acl" and tree.tag[k] == "VBN":
                return k if tree.right[k] == first - 1 else -1
        return -1
