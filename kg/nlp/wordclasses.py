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


class WordClasses(Telling):
    """The word classes of a parse, mended with the relations that follow from them."""

    lower: list[str]

    def reclass(self) -> None:
        """Mend the class of each word that its tag or the words beside it tell otherwise."""
        for i, pos in enumerate(self.pos):
            if pos == "VERB" and self.tag[i] in ("NN", "NNS") and self.dep[i] in ("acl", "amod", "conj", "nmod", "obl"):
                self._nominalize(i)
            elif pos == "VERB" and self.lower[i] in ACTIVITIES and self.pos[i - 1] == "NOUN" and self.tag[i] == "VBG":
                self._activity(i)
            elif self.lower[i] in STOPPING and self.tag[i] == "NN" and i and self.lower[i - 1] == "to":
                self._verbalize(i)

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
