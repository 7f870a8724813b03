"""The dates that clauses go on with: "They met on Monday. The two signed a pact", the entries of a chronology."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from kg.clauses import Clause, Reading
from kg.extractors._dated import HOLDING, SCENES, is_exact
from kg.extractors._moved import Moved
from kg.lexicon import Lexicon
from kg.nlp.annotations import Annotations, Entry
from kg.nlp.dates import entries_ahead
from kg.nlp.tenses import STARTING

# What is told with these words happened at another time than what was told before, or more than once.
BACKGROUND = frozenset(
    (
        "since after before when previously formerly ago until recently repeatedly already later eventually twice "
        "times occasions often regularly frequently usually always never"
    ).split()
)
# Who met, and of what the clause that tells so is.
PAIRED = frozenset("side party leader minister president delegation participant diplomat interlocutor both two".split())
MEETING = frozenset("meet receive host visit talk speak confer converse telephone welcome".split())
# What begins a time in office, of which what is told next is no more than a part.
CAREER = frozenset("become serve join lead win elect appoint name enter head take be have remain live".split())
# "When Chad and Mali signed the pact on Friday, …"
SETTING = frozenset({"when", "as"})
# Meetings of many, where whoever is named speaks at them.
SESSIONS = frozenset("summit conference session forum assembly congress meeting ceremony".split())
OPENING = STARTING | {"open"}
TIMES = frozenset("midnight noon midday dawn dusk nightfall sunrise sunset".split())
VOTES = frozenset({"vote", "voting", "debate", "adoption"})
# How many sentences of background may stand between.
BESIDE = 2


class Told(Moved):
    """Finds the dates of clauses that go on with what was told before them."""

    def __init__(self, reading: Reading, noted: Annotations, lexicon: Lexicon) -> None:
        """Take the clauses and the time expressions of an article, and what names meetings."""
        super().__init__(reading, noted)
        self.lexicon = lexicon
        self._going_on: dict[int, str | None] = {}
        self._in_entries: dict[int, dict[int, str]] = {}
        self._doers: dict[int, frozenset[str]] = {}

    def reached(self, clause: Clause) -> str | None:
        """Return when what ``clause`` says happens, by itself or as what was told before goes on."""
        return self.stated(clause) or self.continued(clause)

    def anchored(self, clause: Clause) -> str | None:
        """Return the date of ``clause`` that others may be reckoned from: its own, or that of its entry."""
        return super().anchored(clause) or self.of_entry(clause)

    def continued(self, clause: Clause) -> str | None:
        """Return the date of the sentence before in which the same ones did something, or met, or spoke."""
        i = clause.predicate
        if self.open:
            return self._continue(clause)
        if i not in self._going_on:
            self._going_on[i] = self._continue(clause)
        return self._going_on[i]

    def _continue(self, clause: Clause) -> str | None:
        tree, i = self.tree, clause.predicate
        if clause.kind != "verb" or not tree.sentence[i]:
            return None
        if clause.status == "planned":
            return self._planned(clause)
        if clause.status != "actual" or not self._is_main(i):
            return None
        going_on = tree.tag[i] == "VBG" and any(tree.tag[k] == "VBD" for k in tree.children(i, "aux"))
        # "She had first met Vega": before the rest of what was told, on the same day.
        earlier = any(tree.lower[k] == "first" for k in tree.children(i, "advmod")) or self._is_before_that(i)
        first = self._is_pluperfect(i) and earlier
        if not (going_on or self.goes_on(i) or (first and self.is_open(i))):
            return None
        for start, end in self._sentences_before(i):
            found = self._date_in(clause, start, end)
            if found is not None:
                return found
            if not self._is_aside(start, end):
                break
        return self._in_session(clause)

    def _in_session(self, clause: Clause) -> str | None:
        """Return the date of the meeting of many that the paragraph of ``clause`` tells of."""
        for start, end in self._sentences_before(clause.predicate):
            if self._paragraph(end - 1) != self._paragraph(clause.predicate):
                return None
            mains = (self.reading.clauses[k] for k in self._within(start, end) if self._is_main(k))
            held = (other for other in mains if other.status == "actual")
            found = next((date for other in held if (date := self._of_session(other)) is not None), None)
            if found is not None or any(k in self.dates for k in range(start, end)):
                return found
        return None

    def _planned(self, clause: Clause) -> str | None:
        """Return the date of what the sentence before says that the same one will do: "She will also meet Vega"."""
        tree, i = self.tree, clause.predicate
        top = i
        while tree.dep[top] in ("xcomp", "conj") and tree.head[top] != top:
            top = tree.head[top]
        if tree.head[top] != top or self._is_next(clause) or not self.is_open(i):
            return None
        own, end = self._who(clause), tree.sentence[i]
        for k in self._within(tree.sentence[end - 1], end):
            other = self.reading.clauses[k]
            if other.kind == "verb" and other.status == "planned" and own & self._who(other):
                found = self.stated(other) or self.continued(other)
                if found is not None:
                    return found
        return None

    def _within(self, start: int, end: int) -> Iterator[int]:
        """Yield the predicates from token ``start`` to ``end``, the last one first."""
        yield from reversed(self.order[bisect_left(self.order, start) : bisect_left(self.order, end)])

    def _sentences_before(self, token: int) -> Iterator[tuple[int, int]]:
        """Yield the sentences before that of ``token``, the last one first, as far as its entry reaches."""
        entry, start = self._entry(token), self.tree.sentence[token]
        for _ in range(1 + BESIDE):
            if start <= (entry.start if entry is not None else 0):
                return
            first = self.tree.sentence[start - 1]
            yield first, start
            start = first

    def _is_aside(self, start: int, end: int) -> bool:
        """Return whether the sentence tells what is, or was before: "The city lies far north", "They had left"."""
        tree = self.tree
        root = next((k for k in range(start, end) if tree.head[k] == k), -1)
        if root not in self.reading.clauses or self._is_pluperfect(root):
            return root in self.reading.clauses
        helpers = tree.children(root, "aux", "aux:pass", "cop")
        present = tree.tag[root] in ("VBZ", "VBP") or any(tree.tag[k] in ("VBZ", "VBP") for k in helpers)
        return present and not any(k in self.dates for k in range(start, end))

    def _is_pluperfect(self, i: int) -> bool:
        """Return whether ``i`` tells what had been before."""
        return any(self.tree.lower[k] in ("had", "'d", "’d") for k in self.tree.children(i, "aux"))

    def _date_in(self, clause: Clause, start: int, end: int) -> str | None:
        """Return the date of what the subject of ``clause`` is said to do in the sentence from ``start`` to ``end``."""
        own = self._who(clause)
        group = len(own) > 1 or self._is_group(clause)
        pair = self._sent(own) if len(own) > 1 else set()
        for k in self._within(start, end):
            other = self.reading.clauses[k]
            stays = other.kind == "copula" and self.tree.preposition(k) == "in" and bool(self.noted.entities_at(k))
            verbal = other.kind == "verb" or stays
            if not verbal or other.status != "actual" or not (self._is_main(k) or self._is_setting(k)):
                continue
            if self._is_pluperfect(k) and not self._is_next(clause):
                continue
            met = self._met(other)
            who = self._who(other) | (met if other.lemma in MEETING else set())
            if clause.lemma in MEETING and (own | self._met(clause)) & self._named(start, end):
                # "Soto landed in Lima on Monday. Vega met her at the airport."
                who |= own
            paired = len(pair) > 1 and pair <= who
            both = group and not own and len(self._who(other) | met) > 1
            if own & who or paired or both:
                found = self.reached(other)
                if found is not None and (is_exact(found) or self._is_near(clause, other, group=group)):
                    return found
        return None

    def _of_session(self, clause: Clause) -> str | None:
        """Return the date of the meeting at which ``clause`` happens, or which it tells of.

        "At the Council on Friday, …", "Friday's summit was chaired by Soto": those who are there go on at it.
        """
        for prep, noun in clause.obliques:
            if prep in SCENES and "meeting" in self.lexicon.noun_class(self.tree.lemma[noun]):
                return self.staged(clause)
        for noun in (*clause.subjects, *clause.objects):
            if self.tree.lemma[noun] in SESSIONS and not self._is_between(noun):
                return self._of_scene(noun) or (self.own(clause) if clause.lemma in HOLDING - OPENING else None)
        return None

    def _is_between(self, noun: int) -> bool:
        """Return whether the meeting at ``noun`` is one "with" or "between" its parties alone."""
        tree = self.tree
        return any(tree.preposition(k) in ("with", "between") for k in tree.children(noun, "nmod"))

    def _is_beside(self, clause: Clause, other: Clause) -> bool:
        """Return whether ``clause`` stands in the same paragraph as ``other``."""
        return self._paragraph(clause.predicate) == self._paragraph(other.predicate)

    def _paragraph(self, token: int) -> int:
        """Return the number of the paragraph of ``token``."""
        return bisect_right(self._paragraphs, self.reading.tree.starts[token])

    def _is_next(self, clause: Clause) -> bool:
        """Return whether ``clause`` says that it happened "then"."""
        return any(self.tree.lower[k] in ("then", "thereupon") for k in self.tree.children(clause.predicate, "advmod"))

    def _is_near(self, clause: Clause, other: Clause, *, group: bool) -> bool:
        """Return whether ``clause`` goes on with ``other`` so closely that even its month or its year is theirs."""
        if not self._is_beside(clause, other) or other.lemma in CAREER:
            return False
        return group or other.lemma in MEETING or self._is_pronoun(clause)

    def _is_group(self, clause: Clause) -> bool:
        """Return whether the subject of ``clause`` is "the two", "both sides", "the ministers" or "they"."""
        tree = self.tree
        for s in clause.subjects:
            known = {tree.lower[k] for k in tree.children(s, "det", "amod", "nummod")} & {"the", "both", "two"}
            if tree.lower[s] in ("they", "both", "two"):
                return True
            if known and tree.tag[s] == "NNS" and tree.lemma[s] in PAIRED:
                return True
        return False

    def _is_pronoun(self, clause: Clause) -> bool:
        return any(self.tree.tag[s] == "PRP" for s in clause.subjects)

    def _is_setting(self, i: int) -> bool:
        """Return whether clause ``i`` begins a sentence with "when", or ends it so: "It ended when Chad left"."""
        tree = self.tree
        governor = tree.head[i]
        marks = {tree.lower[k] for k in tree.children(i, "mark", "advmod")} & SETTING
        told = bool(marks) if i < governor else "when" in marks and tree.tag[i] == tree.tag[governor] == "VBD"
        return tree.dep[i] == "advcl" and told and self._is_main(governor)

    def of_entry(self, clause: Clause) -> str | None:
        """Return the date that the entry of a chronology which ``clause`` stands in has reached."""
        entry = self._entry(clause.predicate)
        verb = self.reading.clauses.get(clause.light) if clause.kind == "noun" and clause.light >= 0 else clause
        if entry is None or verb is None or verb.kind == "noun":
            return None
        # "Monday: The ministers meet in Lima. They will also discuss fish."
        ahead = verb.status == "planned" and entry.start in self._programme
        tree, i = self.tree, verb.predicate
        sentence = range(max(tree.sentence[i], entry.start), tree.sentence_end(tree.sentence[i]))
        dated = (k for k in sentence if k in self.dates and not self.is_of_noun(k))
        told = (*dated, *(k for k in sentence if tree.lower[k] in BACKGROUND))
        if verb.status != "actual" and not ahead:
            return None
        if not self._is_main(i) or not (ahead or self.tells(i)) or any(self._is_own(k, i) for k in told):
            return None
        return self._dates_within(entry).get(self.tree.sentence[i])

    def _is_own(self, k: int, i: int) -> bool:
        """Return whether token ``k`` belongs to clause ``i`` and to no other verb in it."""
        while k != i:
            other = self.reading.clauses.get(k)
            if (other is not None and other.kind == "verb") or self.tree.head[k] == k:
                return False
            k = self.tree.head[k]
        return True

    def _entry(self, token: int) -> Entry | None:
        """Return the entry that ``token`` stands in."""
        entries = self.noted.entries
        at = bisect_right(entries, token, key=lambda e: e.start) - 1
        return entries[at] if at >= 0 and token < entries[at].end else None

    def _dates_within(self, entry: Entry) -> dict[int, str]:
        """Return for each sentence of ``entry`` the date that was told last before it."""
        if entry.start not in self._in_entries:
            found: dict[int, str] = {}
            self._in_entries[entry.start] = found
            value, order = entry.value, self.order
            for k in order[bisect_left(order, entry.start) : bisect_left(order, entry.end)]:
                found.setdefault(self.tree.sentence[k], value)
                clause = self.reading.clauses[k]
                happens = clause.status == ("planned" if entry.start in self._programme else "actual")
                if clause.kind == "verb" and happens and self._is_main(k):
                    value = self.stated(clause) or value
        return self._in_entries[entry.start]

    def tells(self, i: int) -> bool:
        """Return whether ``i`` stands in the simple past or, as a chronology tells, in the simple present."""
        tree = self.tree
        helpers = tree.children(i, "aux", "aux:pass")
        if any(tree.lemma[k] == "have" or tree.tag[k] == "MD" for k in helpers):
            return False
        simple = ("VBD", "VBZ", "VBP")
        return tree.tag[i] in simple or any(tree.tag[k] in simple for k in helpers if tree.dep[k] == "aux:pass")

    def goes_on(self, i: int) -> bool:
        """Return whether simple past ``i`` may tell what happened next: nothing in its sentence gives another time."""
        tree = self.tree
        past = tree.tag[i] == "VBD" or any(tree.tag[k] == "VBD" for k in tree.children(i, "aux:pass"))
        return past and self.is_open(i)

    def is_open(self, i: int) -> bool:
        """Return whether the sentence of ``i`` gives no time of its own, nor tells of what was before."""
        tree = self.tree
        sentence = range(tree.sentence[i], tree.sentence_end(tree.sentence[i]))
        dated = (k for k in sentence if k in self.dates and not self.is_of_noun(k))
        dated = (k for k in dated if not (self._is_of_inner(self.dates[k], i) or self._is_term(self.dates[k])))
        apart = () if self._is_before_that(i) else BACKGROUND
        told = (*dated, *(k for k in sentence if tree.lower[k] in apart and not self._is_of_meeting(k)))
        return not any(self._is_of_clause(k, i) for k in told)

    def _is_before_that(self, i: int) -> bool:
        """Return whether "before that" stands with ``i``: on the same occasion."""
        lower = self.tree.lower
        near = (k for k in self.tree.children(i, "obl", "advmod") if lower[k] == "that")
        return any(lower[k - 1] == "before" for k in near)

    def _is_of_meeting(self, i: int) -> bool:
        """Return whether "after" or "before" at ``i`` leads to "the talks", or to "midnight": both were on one day."""
        tree, noun = self.tree, self.tree.head[i]
        if tree.dep[i] == "case" and tree.lemma[noun] in TIMES:
            return True
        told = tree.dep[i] == "case" and not any(tree.lower[k] in ("a", "an") for k in tree.children(noun, "det"))
        return told and (tree.lemma[noun] in VOTES or "meeting" in self.lexicon.noun_class(tree.lemma[noun]))

    def _is_of_clause(self, k: int, i: int) -> bool:
        """Return whether token ``k`` stands in the clause of ``i`` rather than in one that tells of a noun in it."""
        tree = self.tree
        while k != i and tree.head[k] != k:
            where = tree.dep[k] == "advcl" and any(tree.lower[w] == "where" for w in tree.children(k, "advmod", "mark"))
            if where or tree.dep[k] in ("acl:relcl", "acl", "appos", "amod"):
                return False
            k = tree.head[k]
        return True

    def _who(self, clause: Clause) -> frozenset[str]:
        """Return who does what ``clause`` says: "the ministers, Soto and Vega" are those two."""
        found = self._doers.get(clause.predicate)
        if found is None:
            found = self._doers[clause.predicate] = frozenset(e for s in clause.subjects for e in self._meant(s))
        return found

    def _meant(self, token: int) -> tuple[str, ...]:
        """Return who is meant at ``token`` or named beside it."""
        tree = self.tree
        own = self.noted.entities_at(token)
        phrase = range(token, token + 1 if own else tree.right[token] + 1)
        beside = (k for i in phrase for name in tree.children(i, "appos") for k in tree.conjuncts(name))
        return own + tuple(e for k in beside for e in self.noted.entities_at(k))

    def _named(self, start: int, end: int) -> set[str]:
        """Return who is named or meant by the words from ``start`` to ``end``."""
        return {e for i in range(start, end) for e in self.noted.entities_at(i)}

    def _met(self, clause: Clause) -> set[str]:
        """Return whom those who do what ``clause`` says meet."""
        whom = [*clause.objects, *(head for prep, head in clause.obliques if prep == "with")]
        return {e for i in whom for e in self._meant(i)}

    def _sent(self, people: frozenset[str]) -> set[str]:
        """Return the States and bodies whose offices ``people`` hold."""
        return {owner for person in people for owner in self._owners.get(person, ())}

    @cached_property
    def _owners(self) -> dict[str, set[str]]:
        """Return the States and bodies of the offices that each person holds."""
        found: dict[str, set[str]] = {}
        for title in self.noted.titles:
            owners = {e for i in title.of for e in self.noted.entities_at(i)}
            for person in self.noted.entities_at(title.person):
                found.setdefault(person, set()).update(owners)
        return found

    def _is_main(self, i: int) -> bool:
        """Return whether predicate ``i`` is the main one of its sentence, or joined to it by "and"."""
        while self.tree.dep[i] in ("conj", "parataxis") and self.tree.head[i] != i:
            i = self.tree.head[i]
        return self.tree.head[i] == i

    @cached_property
    def _programme(self) -> frozenset[int]:
        """Return the first tokens of the entries of what is to come."""
        return frozenset(start for start, _ in entries_ahead(self.noted))

    @cached_property
    def order(self) -> list[int]:
        """Return the predicates in their order."""
        return sorted(self.reading.clauses)

    @cached_property
    def _paragraphs(self) -> list[int]:
        """Return where the paragraphs begin."""
        return [start for start, _ in self.noted.layout.paragraphs]
