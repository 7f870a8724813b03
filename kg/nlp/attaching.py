"""What a word hangs on, mended where the words beside it tell: "is due in Lima", "until the two ministers meet"."""

from __future__ import annotations

from kg.nlp.telling import Telling

BEING = frozenset({"is", "are", "was", "were", "be", "been", "not", "also", "now", "still"})
AIMING = frozenset({"on", "against", "to", "from"})
CONJUNCTIONS, SUBJECTS = frozenset({"before", "after", "until"}), frozenset({"nsubj", "nsubj:pass"})
CHARGING = frozenset({"accuse", "suspect", "convict", "acquit"})
DISMISSING = frozenset("dismiss reject denounce condemn describe brand decry deride".split())
AGREEING = frozenset("agree decide pledge vow promise resolve undertake commit".split())
MEETINGS = frozenset("talk meeting summit negotiation discussion consultation visit session conference".split())
SIGNING = frozenset({"sign", "initial", "ink"})
# "Agreed to meet after the summit": then.
RESUMING = frozenset("meet convene reconvene resume continue hold return".split())
# A subject stands no further before its verb.
REACH = 40


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
        elif lower[i] == "home" and dep == "conj" and lower[i - 1] == ",":
            # "called its envoy, Ana Soto, home"
            self.head[i], self.dep[i] = self.head[self.head[i]], "advmod"
        elif self.tag[i] == "VBG" and dep == "amod" and lower[i - 1] == "of" and self._is_charge(i):
            # "whom Chad accuses of arming rebels"
            noun, verb = self.head[i], self.head[self.head[i]]
            self.head[i], self.dep[i], self.pos[i] = verb, "advcl", "VERB"
            self.head[noun], self.dep[noun] = i, "obj"
            self.head[i - 1], self.dep[i - 1] = i, "mark"
        elif dep == "obj" and self.pos[self.head[i]] == "ADJ" and above in ("obl", "xcomp"):
            # "dismissed as baseless the report", "set free two envoys"
            self.head[i] = self.head[self.head[i]]
        elif dep == "conj" and self.tag[i] == "NNP" and self.tag[i - 1] == "NN" and self.dep[i - 1] == "conj":
            self._entitle(i)
        elif dep == "flat" and self.dep[i - 1] == "nmod:desc" and self.head[i - 1] == i:
            self._part(i)
        elif lower[i] == "were" and self.sentence[i] == i and dep in ("cop", "aux", "aux:pass"):
            self._invert(i)

    def _entitle(self, i: int) -> None:
        """Read "counterpart" of "Ana Soto and Chilean counterpart Lena Holt" as the title of the second."""
        title = i - 1
        if self.head[title] != self.head[i]:
            return
        for k in range(self.head[i] + 1, title):
            if self.head[k] == title and self.dep[k] == "cc":
                self.head[k] = i
        self.head[title], self.dep[title] = i, "nmod:desc"

    def _part(self, i: int) -> None:
        """Make "Ana Soto and Deputy Premier He Lian" two, where the surname "He" was read as more of the first name."""
        joint = next((k for k in range(self.head[i] + 1, i) if self.lower[k] in ("and", "or")), -1)
        if joint > 0 and self.dep[joint] == "cc":
            self.dep[i], self.head[joint] = "conj", i

    def _mark(self, i: int, above: str) -> None:
        """Mend the clause, of relation ``above``, that conjunction ``i`` begins."""
        if self.lower[i] == "due" and above == "advcl":
            self._fixed(i)
        elif above == "ccomp" and self.lower[i] in ("after", "before"):
            # "summoned on Monday, two days after ships had turned on boats"
            self.dep[self.head[i]] = "advcl"

    def _case(self, i: int, above: str) -> None:
        """Mend what the phrase, of relation ``above``, that preposition ``i`` begins hangs on."""
        noun = self.head[i]
        verb = self.head[noun]
        if self.lower[i] == "as" and self.tag[noun] == "NNS" and self.tag[i + 1] == "JJ" and self._is_shifted(i):
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
