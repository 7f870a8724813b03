"""Words whose class the parse mistook, mended: a verb taken for a noun, a noun for a verb."""

from __future__ import annotations

from kg.nlp.attaching import REACH, Attaching

# "to end the war": verbs that look like nouns, and what the parse then makes of the war.
STOPPING = frozenset({"end", "halt", "stop"})
NOMINAL_PARTS = frozenset({"nmod:unmarked", "nmod", "appos", "dep", "nmod:desc"})
# "people smuggling", "money laundering": nouns that look like verbs.
ACTIVITIES = frozenset(
    "smuggling trafficking laundering rustling poaching busting piracy running dealing dumping whaling counterfeiting "
    "financing sharing planning building hacking spying mongering keeping making".split()
)

# Tags of words whose class is never in doubt.
CERTAIN = frozenset({"", "DT", ",", ".", ":", "CD", "PRP", "PRP$", "POS", "``", "''"})
# What follows these at once is what was gained, whatever else the word may be: "won support", "drew praise".
GAINING = {"won": "win", "wins": "win", "drew": "draw", "draws": "draw", "earned": "earn", "earns": "earn"}
BESIDE = frozenset({"xcomp", "ccomp", "advcl", "parataxis"})


class WordClasses(Attaching):
    """The word classes of a parse, mended with the relations that follow from them."""

    def reclass(self) -> None:
        """Mend the class of each word that its tag or the words beside it tell otherwise, and what hangs on it."""
        for i, tag in enumerate(self.tag):
            if tag not in CERTAIN and not self._mend_verb(i):
                self.attach(i)

    def _mend_verb(self, i: int) -> bool:
        """Mend the class of ``i`` where a verb and another word were mixed up; return whether they were."""
        pos, tag, dep, lower = self.pos[i], self.tag[i], self.dep[i], self.lower
        if pos == "VERB" and tag in ("NN", "NNS") and dep in ("acl", "amod", "conj", "nmod", "obl"):
            self._nominalize(i)
        elif pos == "VERB" and lower[i] in ACTIVITIES and self.pos[i - 1] == "NOUN" and tag == "VBG":
            self._activity(i)
        elif tag == "VBD" and lower[i].endswith("s") and lower[i] != "was":
            # "Chad regrets the vote"
            self.tag[i] = "VBZ"
        elif tag == "VB" and self.head[i] == i and self._is_finite(i):
            # "Soto and Vega attend a ceremony"
            self.tag[i] = "VBP"
        elif tag == "VB" and dep in BESIDE and lower[i - 1] == "," and self._is_aside(i):
            self._resume(i)
        elif lower[i] in ("reports", "claims") and lower[i - 2] == "as" and lower[i + 1] == "that":
            self._dismissed(i)
        elif lower[i] == "open" and dep == "amod" and self.head[i] == i - 1 == self.head[i - 1]:
            # "Talks open in Lima"
            self.tag[i], self.pos[i], self.head[i], self.dep[i] = "VBP", "VERB", i, "ROOT"
            self.head[i - 1], self.dep[i - 1] = i, "nsubj"
        elif lower[i] == "calls" and tag == "NNS" and dep == "conj":
            self._appeal(i)
        elif lower[i - 1] in GAINING and i and self._is_gained(i):
            self._gained(i)
        elif tag in ("VBN", "VB") and pos == "VERB" and self._is_bare(i):
            self._activate(i)
        elif lower[i] in STOPPING and tag == "NN" and i and lower[i - 1] == "to":
            self._verbalize(i)
        else:
            return False
        return True

    def _is_finite(self, i: int) -> bool:
        """Return whether ``i`` has a subject of its own before it, and no auxiliary or "to"."""
        before = {self.dep[k] for k in range(max(0, i - REACH), i) if self.head[k] == i}
        return "nsubj" in before and not before & {"aux", "aux:pass", "cop", "mark"}

    def _is_bare(self, i: int) -> bool:
        """Return whether only a modal, and no "be" or "have", stands before participle ``i``: "would not abide"."""
        before = i - 1
        while before > 0 and (self.tag[before] == "RB" or self.lower[before] in ("not", "n't")):
            before -= 1
        return self.tag[before] == "MD" and self.head[before] == i

    def _appeal(self, i: int) -> None:
        """Read "calls" as the second verb of "condemns the raid and calls on Mali to withdraw"."""
        verb, beside = self.head[i], set(self.lower[i + 1 : i + 2])
        if self.tag[verb] != "VBZ" or self.lower[i - 1] not in ("and", ",") or not beside & {"on", "upon", "for"}:
            return
        self.pos[i], self.tag[i], self.lemma[i] = "VERB", "VBZ", "call"
        for k in range(i + 1, min(len(self.head), i + REACH)):
            if self.head[k] == i and self.dep[k] in ("nmod", "acl"):
                self.dep[k] = "obl" if self.dep[k] == "nmod" else "advcl"

    def _activate(self, i: int) -> None:
        """Read participle ``i`` as the bare verb that it is: "it would not abide by the resolution"."""
        self.tag[i] = "VB"
        for k in range(max(0, i - REACH), min(len(self.head), i + REACH)):
            if self.head[k] != i:
                continue
            if self.dep[k] == "nsubj:pass":
                self.dep[k] = "nsubj"
            elif k > i and self.dep[k] in ("obj", "obl:agent") and self._has_case(k):
                self.dep[k] = "obl"

    def _has_case(self, i: int) -> bool:
        return any(self.head[k] == i and self.dep[k] == "case" for k in range(max(0, i - 8), i))

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

    def _is_gained(self, i: int) -> bool:
        """Return whether the word at ``i``, right after "won", was taken for what is done."""
        complement = self.dep[i] == "xcomp" and self.head[i] == i - 1
        return (complement and self.tag[i] in ("VB", "NN")) or (self.tag[i] == "VB" and self.head[i - 1] == i)

    def _gained(self, i: int) -> None:
        """Read "support" in "won support from Chad" as what was won."""
        verb = i - 1
        self.pos[verb], self.lemma[verb] = "VERB", GAINING[self.lower[verb]]
        self.tag[verb] = "VBZ" if self.lower[verb].endswith("s") else "VBD"
        if self.head[verb] == i:
            self.head[verb], self.dep[verb] = (self.head[i] if self.head[i] != i else verb), self.dep[i]
            for k in range(max(0, i - REACH), min(len(self.head), i + REACH)):
                if self.head[k] == i and k != verb:
                    self.head[k] = verb
        self.pos[i], self.tag[i], self.head[i], self.dep[i] = "NOUN", "NN", verb, "obj"

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
