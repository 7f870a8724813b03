"""What a word hangs on, mended where the words beside it tell: "is due in Lima", "until the two ministers meet"."""

from __future__ import annotations

from kg.nlp.telling import TELLING, Telling

BEING = frozenset({"is", "are", "was", "were", "be", "been", "not", "also", "now", "still"})
AIMING = frozenset({"on", "against", "to", "from"})
CONJUNCTIONS, SUBJECTS = frozenset({"before", "after", "until"}), frozenset({"nsubj", "nsubj:pass"})
CHARGING = frozenset({"accuse", "suspect", "convict", "acquit"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
HELPING = frozenset({"aux", "aux:pass", "advmod"})
JUDGING = frozenset("condemn denounce deplore criticize criticise decry regret slam protest welcome".split())
GERUNDIAL = frozenset({"of", "from", "for"})
# Verbs whose past looks like their infinitive.
UNCHANGED = frozenset("cut put set hit shut let quit shed bid cast".split())
ACCUSING = frozenset(
    "accuse say cite call describe denounce blame condemn insist argue claim allege warn charge".split()
)
DISMISSING = frozenset("dismiss reject denounce condemn describe brand decry deride".split())
NAMING = frozenset("call label term dub deem consider".split())
# Where things are said.
MEDIA = frozenset("statement interview letter message communique communiqué tweet post speech note release".split())
BLAMING = frozenset("blame thank praise criticize criticise condemn fault punish commend rebuke".split())
AGREEING = frozenset("agree decide pledge vow promise resolve undertake commit".split())
MEETINGS = frozenset("talk meeting summit negotiation discussion consultation visit session conference".split())
# What is held, and who holds it does.
HELD = MEETINGS | frozenset(
    "workshop seminar forum congress exercise election referendum ceremony assembly gathering symposium round".split()
)
HOLDING = frozenset("hold host convene organize organise".split())
SIGNING = frozenset({"sign", "initial", "ink"})
# "Agreed to meet after the summit": then.
RESUMING = frozenset("meet convene reconvene resume continue hold return".split())
PACTS = frozenset(
    "treaty agreement accord pact protocol memorandum convention declaration contract communique communiqué".split()
)
# A subject stands no further before its verb.
REACH = 40
# How far behind "between" the first of the two stands.
NEXT = 10


class Attaching(Telling):
    """The heads and relations of a parse, mended where one word shows what they should be."""

    lower: list[str]

    def attach(self, i: int) -> None:
        """Mend what word ``i`` hangs on, or what hangs on it."""
        dep, lower, above = self.dep[i], self.lower, self.dep[self.head[i]]
        if lower[i] in ("due", "expected") and lower[i - 1] in BEING and lower[i + 1] == "in":
            self._await(i)
        elif dep == "mark":
            self._mark(i, above)
        elif dep == "case":
            self._case(i, above)
        elif lower[i] == "have" and lower[i - 1] == "to" and above == "advcl":
            # "was alleged by the paper to have met her"
            self.dep[self.head[i]] = "xcomp"
        elif self.tag[i] in FINITE and self.pos[i] == "VERB" and (subject := self._next(i)) >= 0:
            # "Rebels attacked Goma and Chad condemned the raid."
            self._split(i, subject)
        elif dep == "appos" and self.pos[i] == "PROPN" and lower[i - 1] != "," and self._is_next(i):
            # "Ana Soto, Chilean President Tom Alder and others"
            titles = [
                k for k in range(self.head[i] + 1, i) if self.dep[k] == "nmod:desc" and self.head[k] == self.head[i]
            ]
            self.dep[i] = "conj"
            for k in titles:
                self.head[k] = i
        elif lower[i] == "home" and dep == "conj" and lower[i - 1] == ",":
            # "called its envoy, Ana Soto, home"
            self.head[i], self.dep[i] = self.head[self.head[i]], "advmod"
        elif self.tag[i] == "VBG" and dep == "amod" and lower[i - 1] == "of" and self._is_charge(i):
            # "whom Chad accuses of arming rebels"
            noun, verb = self.head[i], self.head[self.head[i]]
            self.head[i], self.dep[i], self.pos[i] = verb, "advcl", "VERB"
            self.head[noun], self.dep[noun] = i, "obj"
            self.head[i - 1], self.dep[i - 1] = i, "mark"
        elif dep == "obj" and self.tag[self.head[i]] == "JJ" and above == "advcl" and lower[self.head[i] - 1] == "as":
            # "dismissed as baseless a claim that Chad had left"
            self.dep[self.head[i]], self.head[i] = "obl", self.head[self.head[i]]
        elif dep == "obj" and self.pos[self.head[i]] == "ADJ" and above in ("obl", "xcomp"):
            # "dismissed as baseless the report", "set free two envoys"
            self.head[i] = self.head[self.head[i]]
        elif dep == "flat" and self.dep[i - 1] == "nmod:desc" and self.head[i - 1] == i:
            self._part(i)
        elif self.tag[i] == "VBG" and dep == "advcl" and lower[i - 1] == "," and above == "xcomp":
            # "ordered the envoys to leave, accusing them of spying": who orders accuses.
            if self.lemma[i] in ACCUSING and self.tag[self.head[i]] == "VB":
                self.head[i] = self.head[self.head[i]]
        elif dep == "xcomp" and self.tag[i] in ("NN", "NNS") and self._is_put(i):
            # "called off talks with Mali"
            self.dep[i] = "obj"
        elif dep in ("obl", "parataxis") and self.tag[i] in ("NN", "NNS") and (verb := self._waved_off(i)) >= 0:
            # "dismissed as false a claim that Chad had left"
            self.head[i], self.dep[i] = verb, "obj"
        elif dep == "parataxis" and self.tag[i] == "NN" and self.lemma[self.head[i]] in DISMISSING | NAMING:
            start = next((k for k in (i - 1, i - 2, i - 3) if k > 0 and lower[k] in ("a", "an")), -1)
            if start > self.head[i] and self.pos[start - 1] in ("NOUN", "PROPN"):
                # "called the killing of Ana Soto a crime"
                self.dep[i] = "xcomp"
        elif dep == "conj" and self.tag[i] == "NNP" and self.tag[i - 1] == "NN" and self.dep[i - 1] == "conj":
            self._entitle(i)
        elif dep in ("conj", "appos") and self.lemma[i] in PACTS and (pact := self._fellow_pact(i)) >= 0:
            # "signed a treaty on water and an agreement on trade"
            self.head[i], self.dep[i] = pact, "conj"
        elif dep == "acl:relcl" and (held := self._held(i)) >= 0:
            # "a workshop on water which Chad is holding in May"
            self.head[i] = held
        elif lower[i] == "were" and self.sentence[i] == i and dep in ("cop", "aux", "aux:pass"):
            self._invert(i)

    def _held(self, i: int) -> int:
        """Return the meeting that relative clause ``i`` says is held, where it hangs on a noun beside it; else -1."""
        noun = self.head[i]
        kids = [k for k in range(noun + 1, min(i + 3, len(self.head))) if self.head[k] == i]
        passive = any(self.dep[k] == "nsubj:pass" for k in kids)
        told = any(self.dep[k] == "obj" and self.lower[k] in ("which", "that") for k in kids)
        place = self.lemma[i] == "take" and self.lower[i + 1 : i + 2] == ["place"]
        if not (place or (self.lemma[i] in HOLDING and (passive or told))) or self.lemma[noun] in HELD:
            return -1
        above = noun
        while self.dep[above] == "nmod" and self.head[above] < above:
            above = self.head[above]
            if self.lemma[above] in HELD:
                return above
        first = min(kids, default=i)
        return next((k for k in range(first - 1, noun, -1) if self.lemma[k] in HELD and self.dep[k] == "nmod"), -1)

    def _is_next(self, i: int) -> bool:
        """Return whether a title and the name ``i`` after a name are the next of a list, not the first one again."""
        head, between = self.head[i], range(self.head[i] + 1, i)
        titled = any(self.dep[k] == "nmod:desc" and self.head[k] in (head, i) for k in between)
        return (
            self.pos[head] == "PROPN"
            and titled
            and "," in self.text[head:i]
            and self.text[head + 1 : i].count(",") == 1
        )

    def _next(self, i: int) -> int:
        """Return the subject of the second verb ``i``, taken for one more object of the first before it; else -1.

        A second verb of the same subject has an "and" of its own.
        """
        own = [k for k in range(max(self.sentence[i], i - REACH), i) if self.head[k] == i]
        first = self.head[i] if self.dep[i] in ("conj", "parataxis") else next(iter(own), -1)
        beside = [k for k in own if k != first]
        if not 0 <= first < i or self.tag[first] not in FINITE or self.pos[first] != "VERB":
            return -1
        if (first in own and self.dep[first] != "advcl") or any(self.dep[k] not in HELPING for k in beside):
            return -1
        start = min([i, *beside])
        noun = start - 1
        for _ in range(REACH):
            if self.dep[noun] == "conj" or self.head[noun] <= first:
                break
            noun = self.head[noun]
        joined = self.dep[noun] == "conj" and first < self.head[noun] < noun and self.pos[noun] in ("NOUN", "PROPN")
        if not joined or first not in self.ancestors(noun):
            return -1
        opening = [k for k in range(self.head[noun] + 1, noun) if self.head[k] == noun and self.dep[k] == "cc"]
        ending = all(self.head[k] >= noun for k in range(noun + 1, start))
        named = any(self.head[k] == first and self.dep[k] == "nsubj" for k in range(self.sentence[i], first))
        return noun if opening and ending and named and "," not in self.text[opening[0] : start] else -1

    def _split(self, i: int, subject: int) -> None:
        """Make verb ``i`` with ``subject`` a clause of its own beside the one before it."""
        first = next(k for k in self.ancestors(subject) if self.pos[k] == "VERB")
        if self.head[first] == i:
            self.head[first], self.dep[first] = (self.head[i] if self.head[i] != i else first), self.dep[i]
            self.head[i] = first
        self.dep[i] = "conj"
        self.head[subject], self.dep[subject] = i, "nsubj"

    def _entitle(self, i: int) -> None:
        """Read "counterpart" of "Ana Soto and Chilean counterpart Lena Holt" as the title of the second."""
        title = i - 1
        if self.head[title] != self.head[i]:
            return
        for k in range(self.head[i] + 1, title):
            if self.head[k] == title and self.dep[k] == "cc":
                self.head[k] = i
        self.head[title], self.dep[title] = i, "nmod:desc"

    def _fellow_pact(self, i: int) -> int:
        """Return the agreement beside which that of word ``i`` stands, if it was hung on what the first is about."""
        det = next((k for k in (i - 1, i - 2, i - 3) if k > 0 and self.lower[k] in ("a", "an")), -1)
        if det < 0 or self.head[det] != i or (self.lower[det - 1] not in ("and", ",") and self.dep[i] == "conj"):
            return -1
        found = self.head[i]
        for _ in range(3):
            if self.dep[found] not in ("nmod", "compound") or self.head[found] > found:
                return -1
            found = self.head[found]
            if self.lemma[found] in PACTS:
                return found
        return -1

    def _part(self, i: int) -> None:
        """Make "Ana Soto and Deputy Premier He Lian" two, where the surname "He" was read as more of the first name."""
        joint = next((k for k in range(self.head[i] + 1, i) if self.lower[k] in ("and", "or")), -1)
        if joint > 0 and self.dep[joint] == "cc":
            self.dep[i], self.head[joint] = "conj", i

    def _is_stated(self, i: int) -> bool:
        """Return whether clause ``i`` is told by the verb before "in a statement", on which it was hung."""
        noun = self.head[i]
        verb = self.head[noun]
        told = self.dep[noun] == "obl" and self.lemma[noun] in MEDIA and self.lemma[verb] in TELLING
        return (
            told
            and verb < noun
            and not any(
                self.head[k] == verb and self.dep[k] == "ccomp" for k in range(verb, min(len(self.head), verb + REACH))
            )
        )

    def _waved_off(self, i: int) -> int:
        """Return the verb before "as false" that dismisses the noun ``i`` right after it, -1 if there is none."""
        first = next((k for k in range(i - 1, max(i - 7, 1), -1) if self.lower[k - 2] == "as"), -1)
        if first < 0 or self.tag[first - 1] != "JJ" or self.lower[first] not in ("a", "an", "the", "any"):
            return -1
        verb = first - 3
        return verb if self.lemma[verb] in DISMISSING and self.pos[verb] == "VERB" else -1

    def _is_put(self, i: int) -> bool:
        """Return whether the verb of noun ``i`` has its particle right behind it, and nobody between."""
        verb = self.head[i]
        between = range(verb + 2, i)
        return self.dep[verb + 1] == "compound:prt" and not any(
            self.head[k] == verb and self.dep[k] in ("obj", "iobj") for k in between
        )

    def _mark(self, i: int, above: str) -> None:
        """Mend the clause, of relation ``above``, that conjunction ``i`` begins."""
        if self.lower[i] == "due" and above == "advcl":
            self._fixed(i)
        elif above == "acl" and self.lower[i] == "that" and self._is_stated(self.head[i]):
            # "said in a statement that they regretted it"
            self.head[self.head[i]], self.dep[self.head[i]] = self.head[self.head[self.head[i]]], "ccomp"
        elif above == "ccomp" and self.lower[i] in ("after", "before"):
            # "summoned on Monday, two days after ships had turned on boats"
            self.dep[self.head[i]] = "advcl"
        elif above == "advcl" and self.lower[i] in GERUNDIAL and self.tag[self.head[i]] == "VBG":
            self._gerund(i)

    def _gerund(self, mark: int) -> None:
        """Give back to "accused" its object in "accused Chad of arming rebels and cut ties", and what comes second."""
        gerund = self.head[mark]
        verb = self.head[gerund]
        if not verb < mark < gerund:
            return
        for k in range(verb + 1, mark):
            if self.head[k] == gerund and self.dep[k] in ("obj", "iobj"):
                self.head[k], self.dep[k] = verb, "obj"
        for k in range(gerund + 1, min(gerund + REACH, len(self.head))):
            plain = self.head[k] == gerund and self.dep[k] == "conj" and self.lower[k] in UNCHANGED
            if plain and self.tag[verb] == "VBD" and self.tag[k] == "VB":
                self.head[k], self.tag[k] = verb, "VBD"

    def _hang_between(self, i: int, noun: int) -> None:
        """Hang "between" in "the meeting in Baku between Ana Soto and Luis Vega" on what follows it."""
        for k in range(i + 1, min(i + NEXT, len(self.head))):
            if self.head[k] in (noun, self.head[noun]) and self.pos[k] in ("NOUN", "PROPN"):
                self.head[i], self.dep[k] = k, "nmod"
                return

    def _case(self, i: int, above: str) -> None:
        """Mend what the phrase, of relation ``above``, that preposition ``i`` begins hangs on."""
        noun = self.head[i]
        verb = self.head[noun]
        if self.lower[i] == "between" and noun < i:
            self._hang_between(i, noun)
        elif self.lower[i] == "as" and self.tag[noun] == "NNS" and self.tag[i + 1] == "JJ" and self._is_shifted(i):
            # "dismissed as absurd reports that Chad had left"
            self.dep[noun], self.head[i] = "obj", i + 1
            self.head[i + 1], self.dep[i + 1] = verb, "obl"
        elif self.lower[i] in CONJUNCTIONS and above in SUBJECTS:
            # "will wait until the two ministers meet"
            if i < noun < verb and self.pos[verb] == "VERB" and self.head[verb] != verb:
                self.head[i], self.dep[i] = verb, "mark"
                self.dep[verb] = "advcl" if self.dep[verb] in ("ccomp", "parataxis") else self.dep[verb]
        elif self.lower[i] in ("after", "following") and above == "obl" and self._is_talks_of(noun, verb):
            # "agreed to set up a hotline after talks in Lima": agreed after them
            self.head[noun] = self.head[verb]
        elif self.lower[i] == "in" and above == "nmod" and self.pos[noun] == "PROPN" and self._is_signed(verb):
            # "signed a treaty in Lima": signed there
            self.head[noun], self.dep[noun] = self.head[verb], "obl"
        elif self.lower[i] in AIMING and above == "nmod" and self.dep[verb] == "obl:agent" and verb < i:
            # "sanctions imposed by the EU on Chad"
            self.head[noun], self.dep[noun] = self.head[verb], "obl"
        elif self.lower[i] in ("by", "against") and self.dep[noun] in ("obl", "obl:agent") and verb < i < noun:
            # "condemned the use of force by Chad against fishermen"
            judged = next((k for k in self.ancestors(i - 1) if self.head[k] == verb and self.dep[k] == "obj"), -1)
            if self.lemma[verb] in JUDGING and self.tag[verb] != "VBN" and judged > verb:
                self.head[noun], self.dep[noun] = judged, "nmod"
        elif self.lower[i] == "for" and above == "obl" and self.dep[verb] == "acl" and self.tag[verb] == "VBN":
            # "blamed rebels backed by Mali for the raid"
            whom = self.head[verb]
            if self.dep[whom] == "obj" and self.lemma[self.head[whom]] in BLAMING:
                self.head[noun] = self.head[whom]

    def _is_signed(self, noun: int) -> bool:
        """Return whether ``noun`` is what somebody signed."""
        return self.dep[noun] == "obj" and self.lemma[self.head[noun]] in SIGNING

    def _is_talks_of(self, noun: int, verb: int) -> bool:
        """Return whether what is agreed at ``verb`` was agreed after the talks at ``noun``."""
        open_to = self.dep[verb] == "xcomp" and self.lemma[verb] not in RESUMING
        return open_to and self.lemma[noun] in MEETINGS and self.lemma[self.head[verb]] in AGREEING

    def _is_shifted(self, i: int) -> bool:
        """Return whether what is judged comes after its judgement, which "as" at ``i`` begins."""
        noun, verb = self.head[i], self.head[self.head[i]]
        plain = self.dep[noun] == "obl" and self.head[i + 1] == noun and verb == i - 1
        return plain and self.lemma[verb] in DISMISSING

    def _invert(self, i: int) -> None:
        """Give the infinitive of "Were Chad to attack, Mali would" its subject, which the parse gave to the rest."""
        end = next((k for k in range(i + 1, min(i + 15, len(self.head))) if self.lower[k] == ","), i)
        to = next((k for k in range(i + 2, end) if self.lower[k] == "to" and self.dep[k] == "mark"), -1)
        subject = next((k for k in range(i + 1, to) if self.dep[k] == "nsubj"), -1)
        if subject >= 0 and (verb := self.head[to]) > to and self.head[verb] != verb:
            self.head[i] = self.head[subject] = verb
            self.dep[i], self.dep[verb] = "aux", "advcl"

    def _fixed(self, due: int) -> None:
        """Give the infinitive of "a patrol due to begin on Sunday is off" to the noun before it."""
        start, main = self.head[due], self.head[self.head[due]]
        if main > start and self.pos[due - 1] in ("NOUN", "PROPN"):
            before = range(max(0, due - REACH), due)
            subject = next((k for k in before if self.head[k] == main and self.dep[k] in ("nsubj", "nsubj:pass")), -1)
            if subject >= 0:
                self.head[start], self.dep[start] = subject, "acl"

    def _await(self, due: int) -> None:
        """Make the place of "Soto is due in Lima on Monday" what is said of her, and all else its own."""
        place = next((k for k in range(due + 2, min(due + 6, len(self.head))) if self.pos[k] == "PROPN"), -1)
        while place > 0 and self.dep[place] in ("flat", "compound") and self.head[place] > due:
            place = self.head[place]
        if place < 0 or self.head[place] not in (due, place) and self.head[due] != place:
            return
        if self.head[due] != place:
            self.head[place] = place if self.head[due] == due else self.head[due]
            self.dep[place], self.head[due] = self.dep[due], place
        self.dep[due], self.pos[due] = "advmod", "ADV"
        for k in range(max(0, due - REACH), min(due + REACH, len(self.head))):
            if self.head[k] == due:
                self.head[k] = place
            if self.head[k] == place and self.dep[k] in ("nsubj:pass", "aux:pass"):
                self.dep[k] = "nsubj" if self.dep[k] == "nsubj:pass" else "cop"

    def _is_charge(self, i: int) -> bool:
        """Return whether the noun that gerund ``i`` modifies is what somebody is accused of."""
        noun = self.head[i]
        return self.dep[noun] == "obl" and self.lemma[self.head[noun]] in CHARGING
