"""When what a clause says happens: what it and its neighbours state, the day of the news, what was told before."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from kg.clauses import Clause
from kg.extractors._dated import SCENES, is_exact
from kg.extractors._joined import PHASES, Joined
from kg.extractors._spans import DAY
from kg.extractors._stated import MEANWHILE
from kg.extractors._told import MEETING, PAIRED

# Before these days of the month, what a report tells, or says has just happened, may have been in the month before.
SETTLED, RECENT = 4, 2
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
# What the members of an assembly do when it meets.
VOTING = frozenset({"veto", "abstain"})
# "Took part in the meeting"
PRESENT = frozenset("take attend join open chair address host hold convene participate".split())
NAMES = frozenset({"name", "signature", "initial", "hand", "pen"})
# "On the margins he spoke with Soto"
MARGINS = frozenset({"margin", "sideline", "fringe"})
# What news does: "The decision came after a debate".
ARRIVING = frozenset({"come", "follow"})
# What is attended where something is signed.
CEREMONIES = frozenset({"ceremony", "signing", "event"})
# How far a verb's date may stand from it.
ALONG = 16
# How many words after a meeting its parties' acts still belong to it.
NEAR = 120


# How far "on the margins of the meeting" goes back: as most articles are long.
FAR = 1000


class When(Joined):
    """Finds the dates of one article's clauses."""

    def date(self, clause: Clause) -> str | None:
        """Return when what ``clause`` says happens, as exactly as the text tells."""
        found = self.stated(clause)
        if clause.status == "actual" and self._is_to_come(found):
            # "welcomes the summit, due next Tuesday": welcomed before that.
            return self.said_then(clause)
        if is_exact(found) and self._is_over(found) and self._will(clause):
            # "On Friday a pact was signed under which Chad will leave"
            return None
        found = found or self._of_relative(clause) or self._as_told(clause) or self.of_news(clause)
        found = found or self._of_phase(clause)
        found = found or self.continued(self._carried(clause))
        if found is None and is_exact(entry := self.of_entry(clause)):
            return entry
        found = found or self._at_hand(clause) or self.of_entry(clause)
        found = found or self._of_act(clause) or self._of_toll(clause) or self.said_then(clause)
        return found or self._alongside(clause) or self._of_headline(clause) or self._beside_main(clause)

    def _carried(self, clause: Clause) -> Clause:
        """Return the verb that carries ``clause`` and happens as it does: "She also held meetings with Vega"."""
        carrier = self.reading.clauses.get(clause.light) if clause.kind == "noun" else None
        fits = carrier is not None and carrier.kind == "verb" and carrier.status == clause.status
        return carrier if fits and carrier is not None else clause

    def _alongside(self, clause: Clause) -> str | None:
        """Return the date that only phrases of ``clause`` part from its verb, wherever the parse hung it.

        "Signed an agreement in Lomé on Friday night to end the war", "overran the base in an assault on Sunday".
        """
        tree, i = self.tree, clause.predicate
        past = tree.tag[i] == "VBD" or any(tree.tag[k] == "VBD" for k in tree.children(i, "aux:pass"))
        ahead = self._will(clause)
        if clause.kind != "verb" or not (ahead or (past and clause.status == "actual")):
            return None
        for k in range(i + 1, min(i + ALONG, tree.sentence_end(tree.sentence[i]))):
            found = self.dates.get(k)
            if found is not None:
                loose = tree.pos[k - 1] != "ADP" or tree.lower[k - 1] in ("on", "in", "at", "late", "early")
                if self.utters(clause) and any(found.end <= tree.head[j] for j in range(found.start, found.end)):
                    # "condemned the 3 March attack"
                    return None
                own = loose and not self._is_elsewhere(found, i)
                # "Will ask for it at the end of the month"
                today, value = self._base.isoformat() if self._base else "", found.value or ""
                soon = ahead and 0 < len(value) < DAY and today.startswith(value)
                return found.value if own and (soon or self._is_to_come(found.value) == ahead) else None
            event = self.reading.clauses.get(k)
            if tree.pos[k] in ("VERB", "AUX", "SCONJ", "PUNCT", "CCONJ") or tree.tag[k] in ("WDT", "WP", "WRB"):
                return None
            if event is not None and self.utters(clause):
                # "condemned the raid on Sunday"
                return None
        return None

    def _will(self, clause: Clause) -> bool:
        """Return whether "will" says that what ``clause`` tells is to come."""
        helpers = self.tree.children(clause.predicate, "aux")
        return clause.status == "planned" and any(self.tree.lower[k] in ("will", "shall") for k in helpers)

    def _is_to_come(self, value: str | None) -> bool:
        """Return whether ``value`` is later than the day of the article."""
        base = self._base
        return value is not None and base is not None and value[:DAY] > base.isoformat()[: len(value[:DAY])]

    def anchored(self, clause: Clause) -> str | None:
        """Return the date of ``clause`` that others may be reckoned from: "The release came a day after the vote"."""
        return super().anchored(clause) or self._arrived(clause)

    def reached(self, clause: Clause) -> str | None:
        """Return when what ``clause`` says happens, by itself or as what was told before goes on."""
        return super().reached(clause) or self._at_hand(clause) or self.of_news(clause)

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
        if past and self.release is not None and not perfect:
            return self.release
        if past and (beside := self._beside_in_lead(i)) is not None:
            return beside
        return base.isoformat()[:7] if past and base.day >= (RECENT if fresh else SETTLED) else None

    def _beside_in_lead(self, i: int) -> str | None:
        """Return the day of what ``i`` is joined to: "Chad seized the fort on Monday, and its envoy warned Mali"."""
        tree, top = self.tree, i
        while tree.dep[top] == "conj" and tree.head[top] in self.reading.clauses:
            top = tree.head[top]
        joined = [top]
        for verb in joined:
            joined += [k for k in tree.children(verb, "conj") if k in self.reading.clauses and k < i]
        for verb in sorted(joined, reverse=True) if top != i else ():
            found = self.stated(self.reading.clauses[verb]) if tree.tag[verb] == "VBD" else None
            if is_exact(found):
                return found
        return None

    def goes_on_now(self, clause: Clause) -> bool:
        """Return whether ``clause`` tells in the progressive what goes on: "who is chairing the talks"."""
        tree, i = self.tree, clause.predicate
        now = any(tree.tag[k] in ("VBZ", "VBP") and tree.lemma[k] == "be" for k in tree.children(i, "aux"))
        return now and tree.tag[i] == "VBG" and clause.status == "actual"

    def _at_hand(self, clause: Clause) -> str | None:
        """Return the day of the meeting told before of "At the talks she urged", "Both sides agreed"."""
        tree, i = self.tree, clause.predicate
        if clause.kind == "noun":
            return self._same_day(i) if self._is_same(i) else self._of_told(i) or self._of_scene_told(i)
        if clause.kind != "verb" or clause.status != "actual" or not self._is_main(i) or not self.goes_on(i):
            return None
        entry = self._entry(i)
        if entry is not None and is_exact(entry.value):
            return None
        if clause.lemma in VOTING:
            # "The Council met last night. Chad vetoed a draft."
            return self._told_before(tree.sentence[i])
        scenes = [self._met_at(head) for prep, head in clause.obliques if prep in SCENES]
        scenes = [head for head in scenes if self._is_told(head)]
        parties = [s for s in clause.subjects if tree.lemma[s] in PAIRED and self._is_told(s, PAIRED)]
        if any(self._is_same(head) for head in scenes):
            return self._same_day(i)
        margins = [head for prep, head in clause.obliques if prep == "on" and tree.lemma[head] in MARGINS]
        beside = any(not tree.children(head, "nmod") for head in margins)
        # "In the presence of the two leaders the ministers signed"
        beside |= any(prep == "in" and tree.lemma[head] == "presence" for prep, head in clause.obliques)
        if (scenes or parties or beside) and (found := self._meeting_before(tree.sentence[i], FAR)) is not None:
            return found
        if (found := next((day for head in scenes if (day := self._of_same(head)) is not None), None)) is not None:
            return found
        if (found := self._arrived(clause)) is not None:
            return found
        sealed = clause.lemma in SEALING and any(
            (tree.lemma[o] in SEALED and self._is_known(o)) or tree.lower[o] in ("it", "them") for o in clause.objects
        )
        voted = [h for prep, h in clause.obliques if prep in ("against", "for")] if clause.lemma == "vote" else []
        sealed |= any(tree.lower[h] == "it" or (tree.lemma[h] in SEALED and self._is_known(h)) for h in voted)
        sealed |= clause.lemma == "put" and any(tree.lemma[o] in NAMES for o in clause.objects)
        return self._resolved(tree.sentence[i]) if sealed else None

    def _arrived(self, clause: Clause) -> str | None:
        """Return the day of what was just told of "The ultimatum came at the end of a summit"."""
        tree = self.tree
        known = any(self._is_known(s) and tree.pos[s] == "NOUN" for s in clause.subjects)
        return self._told_before(tree.sentence[clause.predicate]) if known and clause.lemma in ARRIVING else None

    def _of_scene_told(self, noun: int) -> str | None:
        """Return the day of what is told to go on at the meeting that ``noun`` names: "It was signed at a summit"."""
        tree = self.tree
        phase = tree.head[noun] if tree.lemma[tree.head[noun]] in PHASES else noun
        verb = self.reading.clauses.get(tree.head[phase])
        meets = tree.dep[phase] == "obl" and "meeting" in self.lexicon.noun_class(tree.lemma[noun])
        if verb is None or not meets or verb.kind != "verb" or tree.preposition(phase) not in SCENES:
            return None
        return self.continued(verb) or self._at_hand(verb) or self.of_entry(verb)

    def _of_told(self, noun: int) -> str | None:
        """Return the day of what "The summit was chaired by Soto" follows: who met, or what the summit did."""
        tree, verb = self.tree, self.tree.head[noun]
        main = verb in self.reading.clauses and self._is_main(verb) and self.goes_on(verb)
        if not main or tree.dep[noun] not in ("nsubj", "nsubj:pass", "obj") or not self._is_told(noun):
            return None
        start = tree.sentence[noun]
        found = self._meeting_before(start)
        if found is None and (tree.dep[noun] != "obj" or tree.lemma[noun] in CEREMONIES):
            found = self._resolved(start)
        if found is None and tree.lemma[noun] in CEREMONIES and start:
            found = self._resolved(tree.sentence[start - 1])
        return found

    def _told_before(self, start: int) -> str | None:
        """Return the day of the last main clause that has one in the sentence that ends at ``start``."""
        for k in self._within(self.tree.sentence[start - 1], start) if start else ():
            clause = self.reading.clauses[k]
            if clause.kind == "verb" and self._is_main(k) and is_exact(found := self.stated(clause)):
                return found if not self._is_pluperfect(k) else None
        return None

    def _resolved(self, start: int) -> str | None:
        """Return the day on which something is said to have been agreed in the sentence that ends at ``start``."""
        first = self.tree.sentence[start - 1] if start else 0
        for k in range(first, start):
            clause = self.reading.clauses.get(k)
            if clause is not None and clause.lemma in RESOLVING and clause.status == "actual" and self._is_main(k):
                found = self.stated(clause)
                return found if is_exact(found) else None
        return None

    def _meeting_before(self, start: int, near: int = NEAR) -> str | None:
        """Return the day of the last meeting told before token ``start``, at most ``near`` words before."""
        tree = self.tree
        for at in range(bisect_left(self.order, start) - 1, -1, -1):
            k = self.order[at]
            other = self.reading.clauses[k]
            meets = other.kind == "verb" and other.lemma in MEETING
            # "and the minister welcomed it"
            meets = meets and (other.lemma != "welcome" or bool(self._met(other)))
            if start - k > near:
                return None
            if any(tree.lower[a] == "had" for a in tree.children(k, "aux")):
                # "the committee, which had met in May": not the meeting at hand
                continue
            if other.status != "actual" or tree.pos[k] == "PROPN":
                # "invited him to the Lima Forum"
                continue
            if meets or (other.kind == "noun" and "meeting" in self.lexicon.noun_class(tree.lemma[k])):
                found = self.stated(other) or (self.continued(other) if meets else self._of_told(k))
                found = found or (self.of_news(other) if meets else None)
                if found is None and not meets:
                    # "reviewed preparations for the summit": another one
                    continue
                return found if is_exact(found) and other.status == "actual" else None
        return None

    def _of_same(self, noun: int) -> str | None:
        """Return the day of the meeting that "on the margins of the meeting" goes back to, however far."""
        start, lemma = self.tree.sentence[noun], self.tree.lemma[noun]
        for at in range(bisect_left(self.order, start) - 1, -1, -1):
            other = self.reading.clauses[self.order[at]]
            if start - other.predicate > FAR:
                return None
            if other.kind != "noun" or other.lemma != lemma:
                continue
            found = self.stated(other) or self._of_talked(other)
            if found is not None or not self._is_known(other.predicate):
                return found if is_exact(found) and other.status == "actual" else None
        return None

    def _of_talked(self, noun: Clause) -> str | None:
        """Return the day on which somebody is said to have taken part in the meeting at ``noun``."""
        verb = self.reading.clauses.get(noun.light if noun.light >= 0 else self.tree.head[noun.predicate])
        if verb is None or verb.kind != "verb" or verb.lemma not in PRESENT:
            return None
        return self.stated(verb)

    def _met_at(self, noun: int) -> int:
        """Return the meeting of "the close of the meeting", else ``noun``."""
        inner = self.tree.children(noun, "nmod") if self.tree.lemma[noun] in PHASES else []
        return inner[0] if inner else noun

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
    def _lead(self) -> tuple[int, int]:
        """Return the tokens of the first sentence after the dateline, or of a release; none where there is neither."""
        dated = self.noted.layout.dateline is not None or self.release is not None
        return self.opening if dated else (0, 0)
