"""Who tells what, where the parse mixes up the two: "…, the Union's envoy, Ana Soto, announced"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

TELLING = frozenset(
    (
        "say tell add announce state declare report claim warn stress note explain insist argue confirm reveal "
        "disclose admit acknowledge reiterate emphasize emphasise underline remark comment write predict"
    ).split()
)
# What follows here may tell more of the same.
REACH = 30
STRIKING = frozenset(
    "attack kill seize shell fire bomb capture destroy enter abduct occupy raid wound loot burn".split()
)
SUMMONING = frozenset({"summon", "call", "telephone", "meet"})
# What one does oneself, after saying something.
APPEALING = frozenset("urge call demand ask condemn welcome warn reject reiterate appeal accuse express".split())
# How many words before its verb an aside may begin.
ASIDE = 9
NOMINAL = frozenset({"NOUN", "PROPN", "DET", "ADJ", "ADP", "PART", "CCONJ", "NUM"})


class Telling:
    """The heads and relations of a parse, mended where a verb of telling stands after what is told."""

    doc: Doc
    head: list[int]
    dep: list[str]
    pos: list[str]
    tag: list[str]
    text: list[str]
    lower: list[str]
    lemma: list[str]
    sentence: list[int]

    def mend_telling(self) -> None:
        """Give "…, the Union's envoy, Ana Soto, announced" its speaker, whom the parse took for content."""
        for i, lemma in enumerate(self.lemma):
            if lemma not in TELLING or self.tag[i] not in ("VBD", "VBZ"):
                continue
            self._raise(i)
            self._lower(i)
            self._regroup(i)
            # His name may follow, too: "…, said Ana Soto".
            told = {self.dep[k] for k in range(self.sentence[i], min(i + 12, len(self.head))) if self.head[k] == i}
            if "ccomp" in told and not told & {"nsubj", "nsubj:pass", "expl"}:
                self._speak(i)
            elif self.dep[i] == "parataxis" and not told & {"nsubj", "expl", "obj"}:
                self._speak_aside(i)

    def _regroup(self, verb: int) -> None:
        """Hang what is told beside ``verb`` where it belongs: with what was told, or with the telling.

        "Chad said Malian troops had crossed the river and attacked its post": the troops attacked. "Chad said the
        test had been carried out and urged Mali to stop": Chad urged.
        """
        near = range(verb + 1, min(verb + REACH, len(self.head)))
        told = next((k for k in near if self.head[k] == verb and self.dep[k] == "ccomp"), -1)
        own = {self.lower[k]: self.dep[k] for k in near if self.head[k] == told and k < told}
        if told < 0 or "had" not in own or self.tag[told] != "VBN":
            return
        passive = "nsubj:pass" in own.values()
        for k in (k for k in near if k > told and self.dep[k] == "conj" and self.tag[k] in ("VBD", "VBN")):
            if any(self.head[n] == k and self.dep[n] in ("nsubj", "nsubj:pass", "aux") for n in near):
                continue
            if self.head[k] == verb and self._goes_on(told, k):
                self.head[k] = told
            elif self.head[k] == told and passive and self.lemma[k] in APPEALING:
                self.head[k] = verb

    def _goes_on(self, told: int, i: int) -> bool:
        """Return whether ``i`` tells more of the same act as ``told``: of violence, or what envoys are summoned for."""
        summoned = self.lemma[told] in SUMMONING and self.lemma[i] in ("demand", "hand", "protest", "lodge")
        return summoned or self.lemma[i] in STRIKING

    def _speak_aside(self, verb: int) -> None:
        """Give "Chad, Mali says, has left" its speaker, whom the parse took for more of the subject."""
        comma = next(
            (k for k in range(verb - 1, max(self.sentence[verb], verb - ASIDE), -1) if self.text[k] == ","), -1
        )
        inside = range(comma + 1, verb)
        top = next((k for k in inside if self.head[k] not in inside), -1) if comma > 0 else -1
        if top >= 0 and self.pos[top] in ("NOUN", "PROPN") and verb not in self.ancestors(top):
            self.head[top], self.dep[top] = verb, "nsubj"

    def _lower(self, verb: int) -> None:
        """Give what is told the subject that the parse gave the telling: "Trade will be at its centre, she said"."""
        near = range(self.sentence[verb], verb)
        own = [k for k in near if self.head[k] == verb and self.dep[k] in ("nsubj", "nsubj:pass", "ccomp")]
        told = next((k for k in own if self.dep[k] == "ccomp"), -1)
        if (
            len(own) < 3
            or not own[0] < told < own[-1]
            or any(self.head[k] == told and self.dep[k] == "nsubj" for k in near)
        ):
            return
        for k in own:
            if k < told:
                self.head[k] = told

    def _raise(self, verb: int) -> None:
        """Put a verb of telling at the end of a sentence above what is told: "A truce holds, Ana Soto announced."."""
        told = self.head[verb]
        end = next((k for k in range(verb + 1, len(self.head)) if self.head[k] == k or self.text[k] in ".!?"), verb)
        own = {self.dep[k] for k in range(max(told, verb - 30), end) if self.head[k] == verb}
        tagged = self.dep[verb] == "conj" and told < verb and self.pos[told] == "VERB" and self.text[verb - 1] == ","
        if not tagged or own & {"nsubj", "obj", "ccomp", "xcomp", "cc"}:
            return
        self.head[verb] = self.head[told] if self.head[told] != told else verb
        self.dep[verb] = self.dep[told]
        self.head[told], self.dep[told] = verb, "ccomp"

    def _speak(self, verb: int) -> None:
        """Make the last name in the nominal phrases before ``verb``, else the last phrase, its subject."""
        start = verb
        while start > self.sentence[verb] and (self.pos[start - 1] in NOMINAL or self.text[start - 1] == ","):
            start -= 1
        commas = [k for k in range(start, verb) if self.text[k] == ","]
        if not commas:
            # Whoever speaks is set off by a comma from what is said.
            return
        ends = [k for k in (*commas, verb) if k > commas[0]]
        parts = [range(a + 1, b) for a, b in zip([commas[0], *ends], ends, strict=False) if b - a > 1][-3:]
        if not parts:
            parts = [range(start, commas[0])]
        chosen = next((part for part in reversed(parts) if self._names(part)), parts[-1])
        inside = self._names(chosen) or list(chosen)
        head = next((k for k in inside if self.head[k] not in inside), -1)
        if head < 0 or head in self.ancestors(verb):
            return
        self.head[head], self.dep[head] = verb, "nsubj"
        for part in parts:
            # His titles go with him.
            for k in part:
                if k != head and self.head[k] not in (*part, head):
                    self._move(k, head)
                    self.dep[k] = "appos"

    def _names(self, part: range) -> list[int]:
        return [k for k in part if self.doc[k].ent_type_ == "PERSON"]

    def _move(self, i: int, head: int) -> None:
        """Hang ``i`` on ``head``, unless ``head`` hangs on ``i`` itself: a tree has no circles."""
        if head >= 0 and i != head and i not in self.ancestors(head):
            self.head[i] = head

    def ancestors(self, i: int) -> Iterator[int]:
        """Yield the head of ``i``, its head, and so on up to the root."""
        while self.head[i] != i:
            i = self.head[i]
            yield i
