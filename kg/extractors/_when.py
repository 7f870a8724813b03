"""When what a clause says happens: what it and its neighbours state, the day of the news, what was told before."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from functools import cached_property

from kg.clauses import Clause, Reading
from kg.extractors._dated import DAY, SCENES
from kg.extractors._stated import MEANWHILE, Stated
from kg.lexicon import Lexicon
from kg.nlp.annotations import Annotations
from kg.nlp.dates import base_date

# What is told with these words happened at another time than what was told before.
BACKGROUND = frozenset("since after before when previously formerly ago until recently repeatedly already".split())
# Before these days of the month, what a report tells, or says has just happened, may have been in the month before.
SETTLED, RECENT = 4, 2
# Who met, and of what the clause that tells so is.
PAIRED = frozenset("side party leader minister president delegation participant diplomat interlocutor both two".split())
MEETING = frozenset("meet receive host visit talk speak confer converse telephone".split())
# "The accord was signed by …" after "Chad and Mali made peace on Monday".
SEALING = frozenset("sign adopt approve pass initial endorse conclude announce".split())
SEALED = frozenset(
    (
        "agreement accord treaty deal resolution declaration document statement pact communique communiqué text plan "
        "decision truce ceasefire memorandum protocol"
    ).split()
)
RESOLVING = SEALING | frozenset(
    "agree reach make demand vote decide impose suspend condemn announce unveil authorize extend end".split()
)
# How many words after a meeting its parties' acts still belong to it.
NEAR = 120


class When(Stated):
    """Finds the dates of one article's clauses."""

    def __init__(self, reading: Reading, noted: Annotations, lexicon: Lexicon) -> None:
        """Take the clauses and the time expressions of an article, and what names meetings."""
        super().__init__(reading, noted)
        self.lexicon = lexicon

    def date(self, clause: Clause) -> str | None:
        """Return when what ``clause`` says happens, as exactly as the text tells."""
        return self.stated(clause) or self.of_news(clause) or self._continued(clause) or self._at_hand(clause)

    def of_news(self, clause: Clause) -> str | None:
        """Return the dateline's day for what the first sentence under it says goes on, its month for what is past."""
        start, end = self._lead
        base = self._base
        if base is None or not start <= clause.predicate < end or not self._is_news(clause):
            return None
        tree, i = self.tree, clause.predicate
        helpers = tree.children(i, "aux", "aux:pass")
        fresh, perfect = self._is_fresh(clause), any(tree.lemma[k] == "have" for k in helpers)
        if fresh and not perfect:
            return base.isoformat()
        past = fresh or tree.tag[i] == "VBD" or any(tree.tag[k] == "VBD" for k in helpers if tree.dep[k] == "aux:pass")
        return base.isoformat()[:7] if past and base.day >= (RECENT if fresh else SETTLED) else None

    def goes_on_now(self, clause: Clause) -> bool:
        """Return whether ``clause`` tells in the progressive what goes on: "who is chairing the talks"."""
        tree, i = self.tree, clause.predicate
        now = any(tree.tag[k] in ("VBZ", "VBP") and tree.lemma[k] == "be" for k in tree.children(i, "aux"))
        return now and tree.tag[i] == "VBG" and clause.status == "actual"

    def _continued(self, clause: Clause) -> str | None:
        """Return the day of the sentence before in which the same subject did something, or met, or spoke."""
        tree, i = self.tree, clause.predicate
        if clause.kind != "verb" or clause.status != "actual" or tree.head[i] != i or not tree.sentence[i]:
            return None
        going_on = tree.tag[i] == "VBG" and any(tree.tag[k] == "VBD" for k in tree.children(i, "aux"))
        if not going_on and not self._goes_on(i):
            return None
        return self._day_before(clause, tree.sentence[i])

    def _at_hand(self, clause: Clause) -> str | None:
        """Return the day of the meeting told before of "At the talks she urged", "Both sides agreed"."""
        tree, i = self.tree, clause.predicate
        if clause.kind == "noun":
            return self._same_day(i) if self._is_same(i) else self._of_told(i) or self._of_scene_told(i)
        if clause.kind != "verb" or clause.status != "actual" or not self._is_main(i) or not self._goes_on(i):
            return None
        scenes = [head for prep, head in clause.obliques if prep in SCENES and self._is_told(head)]
        parties = [s for s in clause.subjects if tree.lemma[s] in PAIRED and self._is_told(s, PAIRED)]
        if any(self._is_same(head) for head in scenes):
            return self._same_day(i)
        if (scenes or parties) and (found := self._meeting_before(tree.sentence[i])) is not None:
            return found
        sealed = clause.lemma in SEALING and any(tree.lemma[o] in SEALED and self._is_known(o) for o in clause.objects)
        return self._resolved(tree.sentence[i]) if sealed else None

    def _of_scene_told(self, noun: int) -> str | None:
        """Return the day of what is told to go on at the meeting that ``noun`` names: "It was signed at a summit"."""
        tree = self.tree
        verb = self.reading.clauses.get(tree.head[noun])
        meets = tree.dep[noun] == "obl" and "meeting" in self.lexicon.noun_class(tree.lemma[noun])
        if verb is None or not meets or verb.kind != "verb" or tree.preposition(noun) not in SCENES:
            return None
        return self._continued(verb) or self._at_hand(verb)

    def _of_told(self, noun: int) -> str | None:
        """Return the day of what "The summit was chaired by Soto" follows: who met, or what the summit did."""
        tree, verb = self.tree, self.tree.head[noun]
        main = verb in self.reading.clauses and self._is_main(verb) and self._goes_on(verb)
        if not main or tree.dep[noun] not in ("nsubj", "nsubj:pass", "obj") or not self._is_told(noun):
            return None
        start = tree.sentence[noun]
        return self._meeting_before(start) or (self._resolved(start) if tree.dep[noun] != "obj" else None)

    def _resolved(self, start: int) -> str | None:
        """Return the day on which something is said to have been agreed in the sentence that ends at ``start``."""
        first = self.tree.sentence[start - 1] if start else 0
        for k in range(first, start):
            clause = self.reading.clauses.get(k)
            if clause is not None and clause.lemma in RESOLVING and clause.status == "actual" and self._is_main(k):
                found = self.stated(clause)
                return found if found is not None and len(found) == DAY else None
        return None

    def _meeting_before(self, start: int) -> str | None:
        """Return the day of the last meeting told before token ``start``."""
        for at in range(bisect_left(self.order, start) - 1, -1, -1):
            k = self.order[at]
            other = self.reading.clauses[k]
            meets = other.kind == "verb" and other.lemma in MEETING
            if start - k > NEAR:
                return None
            if meets or "meeting" in self.lexicon.noun_class(self.tree.lemma[k]):
                found = self.stated(other) or (self._continued(other) if meets else self._of_told(k))
                return found if found is not None and len(found) == DAY and other.status == "actual" else None
        return None

    def _is_same(self, noun: int) -> bool:
        """Return whether "the same" stands before ``noun``, which names a meeting."""
        same = any(self.tree.lower[k] == "same" for k in self.tree.children(noun, "amod"))
        return same and "meeting" in self.lexicon.noun_class(self.tree.lemma[noun])

    def _same_day(self, i: int) -> str | None:
        """Return the last day told before the sentence of ``i``."""
        start = self.tree.sentence[i]
        days = [d.value for d in self.noted.dates if start - NEAR < d.start < start and d.value and len(d.value) == DAY]
        return days[-1] if days else None

    def _is_told(self, noun: int, words: frozenset[str] = frozenset()) -> bool:
        """Return whether ``noun`` is a meeting, or one of ``words``, that was spoken of before."""
        return self._is_known(noun) and (bool(words) or "meeting" in self.lexicon.noun_class(self.tree.lemma[noun]))

    def _is_known(self, noun: int) -> bool:
        """Return whether "the", "this" or "both" stands before ``noun``, or it is "both" itself."""
        tree = self.tree
        if tree.lower[noun] in ("both", "two"):
            return True
        kids = tree.children(noun, "det", "amod")
        return any(tree.lower[k] in ("the", "this", "that", "both", "same") for k in kids)

    def _goes_on(self, i: int) -> bool:
        """Return whether simple past ``i`` may tell what happened next: nothing in its sentence gives another time."""
        tree = self.tree
        past = tree.tag[i] == "VBD" or any(tree.tag[k] == "VBD" for k in tree.children(i, "aux:pass"))
        return past and self.is_open(i)

    def is_open(self, i: int) -> bool:
        """Return whether the sentence of ``i`` gives no time of its own, nor tells of what was before."""
        tree = self.tree
        sentence = range(tree.sentence[i], tree.sentence_end(tree.sentence[i]))
        dated = (k for k in sentence if k in self.dates and not self.is_of_noun(k))
        told = (*dated, *(k for k in sentence if tree.lower[k] in BACKGROUND))
        return not any(self._is_of_clause(k, i) for k in told)

    def _is_of_clause(self, k: int, i: int) -> bool:
        """Return whether token ``k`` stands in the clause of ``i`` rather than in one that tells of a noun in it."""
        tree = self.tree
        while k != i and tree.head[k] != k:
            where = tree.dep[k] == "advcl" and any(tree.lower[w] == "where" for w in tree.children(k, "advmod", "mark"))
            if where or tree.dep[k] in ("acl:relcl", "acl", "appos", "amod"):
                return False
            k = tree.head[k]
        return True

    def _day_before(self, clause: Clause, start: int) -> str | None:
        """Return the day of what the subject of ``clause`` is said to do in the sentence that ends at ``start``."""
        own = self._who(clause)
        pair = self._sent(own) if len(own) > 1 else set()
        order = self.order
        first = self.tree.sentence[start - 1]
        for k in reversed(order[bisect_left(order, first) : bisect_left(order, start)] if own else ()):
            other = self.reading.clauses[k]
            if other.kind != "verb" or other.status != "actual" or not self._is_main(k):
                continue
            who = self._who(other) | (self._met(other) if other.lemma in MEETING else set())
            if clause.lemma in MEETING and (own | self._met(clause)) & self._named(first, start):
                # "Soto landed in Lima on Monday. Vega met her at the airport."
                who |= own
            if own & who or (len(pair) > 1 and pair <= who):
                found = self.stated(other) or self._continued(other) or self._at_hand(other)
                if found is not None and len(found) == DAY:
                    return found
        return None

    def _who(self, clause: Clause) -> set[str]:
        """Return who does what ``clause`` says."""
        return {e for s in clause.subjects for e in self.noted.entities_at(s)}

    def _named(self, start: int, end: int) -> set[str]:
        """Return who is named or meant by the words from ``start`` to ``end``."""
        return {e for i in range(start, end) for e in self.noted.entities_at(i)}

    def _met(self, clause: Clause) -> set[str]:
        """Return whom those who do what ``clause`` says meet."""
        whom = [*clause.objects, *(head for prep, head in clause.obliques if prep == "with")]
        return {e for i in whom for e in self.noted.entities_at(i)}

    def _sent(self, people: set[str]) -> set[str]:
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
    def _base(self) -> datetime.date | None:
        """Return the day that the article is written on."""
        return base_date(self.noted)

    @cached_property
    def _lead(self) -> tuple[int, int]:
        """Return the tokens of the first sentence after the dateline; none where there is no dateline."""
        dateline = self.noted.layout.dateline
        if dateline is None:
            return 0, 0
        doc = self.reading.doc
        first = next((t.i for t in doc if t.idx >= dateline.end and not t.is_space), len(doc))
        return (first, self.tree.sentence_end(self.tree.sentence[first])) if first < len(doc) else (0, 0)
