"""Words whose class the parse mistook, mended: a verb taken for a noun, a noun for a verb."""

from __future__ import annotations

from kg.nlp.telling import Telling

# "to end the war": verbs that look like nouns, and what the parse then makes of the war.
STOPPING = frozenset({"end", "halt", "stop"})
NOMINAL_PARTS = frozenset({"nmod:unmarked", "nmod", "appos", "dep", "nmod:desc"})
# "people smuggling", "money laundering": nouns that look like verbs.
ACTIVITIES = frozenset(
    "smuggling trafficking laundering rustling poaching busting piracy running dealing dumping whaling counterfeiting "
    "financing sharing planning building hacking spying mongering keeping making".split()
)

# Tags of words whose class is never in doubt.
SETTLED = frozenset({"", "DT", ",", ".", ":", "CD", "PRP", "PRP$", "POS", "``", "''"})
BEING = frozenset({"is", "are", "was", "were", "be", "been", "not", "also", "now", "still"})
AIMING = frozenset({"on", "against", "to", "from"})
CONJUNCTIONS, SUBJECTS = frozenset({"before", "after", "until"}), frozenset({"nsubj", "nsubj:pass"})
BESIDE = frozenset({"xcomp", "ccomp", "advcl", "parataxis"})
# A subject stands no further before its verb.
REACH = 40


class WordClasses(Telling):
    """The word classes of a parse, mended with the relations that follow from them."""

    lower: list[str]
    sentence: list[int]

    def reclass(self) -> None:
        """Mend the class of each word that its tag or the words beside it tell otherwise."""
        for i, pos in enumerate(self.pos):
            if self.tag[i] in SETTLED:
                continue
            if pos == "VERB" and self.tag[i] in ("NN", "NNS") and self.dep[i] in ("acl", "amod", "conj", "nmod", "obl"):
                self._nominalize(i)
            elif pos == "VERB" and self.lower[i] in ACTIVITIES and self.pos[i - 1] == "NOUN" and self.tag[i] == "VBG":
                self._activity(i)
            elif self.tag[i] == "VBD" and self.lower[i].endswith("s") and self.lower[i] != "was":
                # "Chad regrets the vote"
                self.tag[i] = "VBZ"
            elif self.tag[i] == "VB" and self.head[i] == i and self._is_finite(i):
                # "Soto and Vega attend a ceremony"
                self.tag[i] = "VBP"
            elif self.tag[i] == "VB" and self.dep[i] in BESIDE and self.lower[i - 1] == "," and self._is_aside(i):
                self._resume(i)
            elif self.lower[i] in ("due", "expected") and self.lower[i - 1] in BEING and self.lower[i + 1] == "in":
                self._await(i)
            elif self.lower[i] == "due" and self.dep[i] == "mark" and self.dep[self.head[i]] == "advcl":
                self._fixed(i)
            elif self.dep[i] == "case" and self.lower[i] in CONJUNCTIONS and self.dep[self.head[i]] in SUBJECTS:
                # "will wait until the two ministers meet"
                verb = self.head[self.head[i]]
                if i < self.head[i] < verb and self.pos[verb] == "VERB" and self.head[verb] != verb:
                    self.head[i], self.dep[i] = verb, "mark"
                    self.dep[verb] = "advcl" if self.dep[verb] in ("ccomp", "parataxis") else self.dep[verb]
            elif self.dep[i] == "mark" and self.dep[self.head[i]] == "ccomp" and self.lower[i] in ("after", "before"):
                # "summoned on Monday, two days after ships had turned on boats"
                self.dep[self.head[i]] = "advcl"
            elif self.lower[i] == "have" and self.lower[i - 1] == "to" and self.dep[self.head[i]] == "advcl":
                # "was alleged by the paper to have met her"
                self.dep[self.head[i]] = "xcomp"
            elif self.lower[i] == "home" and self.dep[i] == "conj" and self.lower[i - 1] == ",":
                # "called its envoy, Ana Soto, home"
                self.head[i], self.dep[i] = self.head[self.head[i]], "advmod"
            elif self.dep[i] == "case" and self.lower[i] in AIMING and self.dep[self.head[i]] == "nmod":
                # "sanctions imposed by the EU on Chad"
                agent = self.head[self.head[i]]
                if self.dep[agent] == "obl:agent" and agent < i:
                    self.head[self.head[i]], self.dep[self.head[i]] = self.head[agent], "obl"
            elif self.tag[i] == "VBG" and self.dep[i] == "amod" and self.lower[i - 1] == "of" and self._is_charge(i):
                # "whom Chad accuses of arming rebels"
                noun, verb = self.head[i], self.head[self.head[i]]
                self.head[i], self.dep[i], self.pos[i] = verb, "advcl", "VERB"
                self.head[noun], self.dep[noun] = i, "obj"
                self.head[i - 1], self.dep[i - 1] = i, "mark"
            elif self.lower[i] in ("reports", "claims") and self.lower[i - 2] == "as" and self.lower[i + 1] == "that":
                self._dismissed(i)
            elif self.dep[i] == "obj" and self.pos[self.head[i]] == "ADJ" and self.dep[self.head[i]] == "obl":
                # "dismissed as baseless the report"
                self.head[i] = self.head[self.head[i]]
            elif self.lower[i] == "were" and self.sentence[i] == i and self.dep[i] in ("cop", "aux", "aux:pass"):
                self._invert(i)
            elif self.lower[i] == "open" and self.dep[i] == "amod" and self.head[i] == i - 1 == self.head[i - 1]:
                # "Talks open in Lima"
                self.tag[i], self.pos[i], self.head[i], self.dep[i] = "VBP", "VERB", i, "ROOT"
                self.head[i - 1], self.dep[i - 1] = i, "nsubj"
            elif self.lower[i] in STOPPING and self.tag[i] == "NN" and i and self.lower[i - 1] == "to":
                self._verbalize(i)

    def _is_finite(self, i: int) -> bool:
        """Return whether ``i`` has a subject of its own before it, and no auxiliary or "to"."""
        before = {self.dep[k] for k in range(max(0, i - REACH), i) if self.head[k] == i}
        return "nsubj" in before and not before & {"aux", "aux:pass", "cop", "mark"}

    def _is_aside(self, i: int) -> bool:
        """Return whether the participle that bare ``i`` hangs on was taken for the verb of its subject."""
        verb = self.head[i]
        if verb >= i or self.head[verb] != verb or self.tag[verb] not in ("VBD", "VBN") or self.lower[verb - 1] != ",":
            return False
        return not any(self.head[k] == i and self.dep[k] in ("mark", "aux", "nsubj") for k in range(verb, i))

    def _resume(self, i: int) -> None:
        """Give bare ``i`` its subject: "Soto and the commanders, invited to Lima, sign an accord"."""
        aside = self.head[i]
        kids = [k for k in range(max(0, aside - REACH), aside) if self.head[k] in (aside, i)]
        subject = next((k for k in kids if self.dep[k] == "nsubj"), -1)
        if subject < 0:
            return
        for k in kids:
            self.head[k] = i
        self.head[i], self.dep[i], self.tag[i] = i, "ROOT", "VBP"
        self.head[aside], self.dep[aside], self.tag[aside] = subject, "acl", "VBN"

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

    def _dismissed(self, i: int) -> None:
        """Read "reports" as the object of "dismissed as invention reports that Chad had left"."""
        verb, judged = i - 3, i - 1
        if verb < 0 or self.pos[verb] != "VERB":
            return
        self.pos[i], self.tag[i], self.lemma[i] = "NOUN", "NNS", self.lower[i][:-1]
        self.head[i], self.dep[i] = verb, "obj"
        self.head[judged], self.dep[judged], self.head[i - 2] = verb, "obl", judged
        for k in range(i + 1, min(i + REACH, len(self.head))):
            if self.head[k] == i and self.dep[k] == "ccomp":
                self.dep[k] = "acl"

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
        return self.dep[noun] == "obl" and self.lemma[self.head[noun]] in ("accuse", "suspect", "convict", "acquit")

    def _nominalize(self, i: int) -> None:
        """Read token ``i`` as the noun that its tag says: "on the sidelines of the foreign ministers meeting"."""
        self.pos[i] = "NOUN"
        left = i - 1
        if left >= 0 and self.head[left] == i and self.dep[left] in ("nsubj", "obj"):
            self.dep[left] = "compound"
            for kid in range(max(0, left - 8), left):
                if self.head[kid] == left and self.dep[kid] in ("case", "det"):
                    self.head[kid] = i
        if self.dep[i] == "acl":
            self.dep[i] = "nmod"
        for kid in range(i + 1, min(len(self.head), i + 12)):
            if self.head[kid] == i and self.dep[kid] == "obl":
                self.dep[kid] = "nmod"

    def _activity(self, i: int) -> None:
        """Read "smuggling" in "fight people smuggling" as the noun that the word before it narrows down."""
        left, verb = i - 1, self.head[i]
        if self.head[left] == i and self.dep[left] in ("nsubj", "obj", "compound", "nmod"):
            # "the fight against people smuggling"
            self.dep[i] = "nmod" if self.dep[i] in ("acl", "nmod") else "obl" if self.dep[i] == "advcl" else self.dep[i]
            self.dep[i] = "obj" if self.dep[i] in ("xcomp", "ccomp") else self.dep[i]
        elif verb == left and self.dep[i] == "acl" and self.dep[left] in ("obj", "nmod", "obl"):
            self.head[i], self.dep[i] = self.head[left], self.dep[left]
            self.head[left] = i
            for k in range(max(0, left - 4), left):
                if self.head[k] == left:
                    self.head[k] = i
        else:
            return
        self.pos[i], self.tag[i], self.lemma[i], self.dep[left] = "NOUN", "NN", self.lower[i], "compound"
        for k in range(max(0, i - 5), left):
            if self.head[k] == i and self.dep[k] == "mark":
                self.dep[k] = "case"

    def _verbalize(self, i: int) -> None:
        """Read "end" as the verb of "signed a deal to end years of war"."""
        modifies = self.dep[i] == "compound" and self.head[i] > i
        # What the parse made the head of "to end years": either of the two.
        top = self.head[i] if modifies else i
        after = range(i + 1, min(len(self.head), i + 8))
        ended = top if modifies else next((k for k in after if self.head[k] == i and self.dep[k] in NOMINAL_PARTS), -1)
        if ended < 0 or self.dep[top] != "obl" or self.lower[i + 1] == "of":
            return
        verb = self.head[top]
        self.pos[i], self.tag[i], self.lemma[i] = "VERB", "VB", self.lower[i]
        self.head[i], self.dep[i] = verb, "advcl"
        self.head[ended], self.dep[ended] = i, "obj"
        self.head[i - 1], self.dep[i - 1] = i, "mark"
        for k in range(i + 1, ended):
            if self.head[k] == i:
                self.head[k] = ended
