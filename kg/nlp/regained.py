"""What a verb says of its object, where the parse made it a part of the object."""

from __future__ import annotations

from kg.nlp.wordclasses import WordClasses

# "called the raid unlawful", and how words end that are read as adverbs or as parts of the raid there.
CALLING = frozenset({"call", "label", "deem", "term", "brand", "declare", "consider", "find"})
ADJECTIVAL = ("ary", "ous", "ble", "ful", "ive", "al", "ic", "ing", "ent", "ant", "less", "fair", "just", "ed")
# "raised the case of two envoys with Ana Soto": who is spoken to hangs on the matter.
RAISING = frozenset({"raise", "discuss", "broach", "address", "debate", "review"})
CHARGING = frozenset({"accuse", "suspect", "convict", "acquit", "absolve", "remind", "warn", "assure"})
ROLES = frozenset("role position function status work reputation post job career term image place use".split())
RELATIONAL = frozenset(
    "relation tie dispute conflict talk negotiation agreement deal treaty accord war trade cooperation link contact "
    "border difference partnership friendship row quarrel meeting summit alliance problem issue peace pact "
    "consultation dialogue".split()
)


class Regained(WordClasses):
    """The verbs to which phrases go back that a parse hung on the object before them."""

    def _called(self, i: int) -> int:
        """Return the verb by which the object before ``i`` is called that: "termed the raid unlawful"; -1 for none."""
        noun = self.head[i] if self.dep[i] == "amod" else -1
        verb = self.head[noun] if noun >= 0 else self.head[i]
        if not verb < noun < i and noun >= 0 or verb >= i or self.lemma[verb] not in CALLING:
            return -1
        if not self.lower[i].endswith(ADJECTIVAL):
            return -1
        kids = [k for k in range(verb + 1, i) if self.head[k] == verb]
        given = any(self.dep[k] == "obj" for k in kids)
        return verb if given and not any(self.dep[k] in ("xcomp", "ccomp") for k in kids) else -1

    def _charged(self, i: int) -> int:
        """Return the verb of "accused the neighbour of blackmail", where that hangs on the neighbour; -1 for none."""
        whom = self.head[i]
        verb = self.head[whom]
        if whom >= i or self.dep[whom] != "obj" or self.lemma[verb] not in CHARGING:
            return -1
        opens = next((k for k in range(whom + 1, i) if self.head[k] == i and self.dep[k] in ("case", "mark")), -1)
        if opens < 0 or self.lower[opens] != "of" or self.pos[i] == "PROPN":
            return -1
        # "accused the president of the court of treason"
        after = range(i + 1, min(len(self.head), i + 9))
        later = any(self.head[k] == whom and self.dep[k] in ("nmod", "acl") for k in after)
        return -1 if later and self.pos[i] != "VERB" else verb

    def _judged(self, i: int) -> int:
        """Return the verb of "assailed the conference as a farce", where that hangs on the conference; -1 for none."""
        thing = self.head[i]
        verb = self.head[thing]
        fits = self.dep[thing] == "obj" and thing < i and self.lemma[thing] not in ROLES and self.pos[verb] == "VERB"
        return verb if fits and verb < thing else -1

    def _raised(self, i: int) -> int:
        """Return the verb of "raised the case with Soto", where the parse gave her to the case; -1 for none."""
        verb = self.head[i]
        if self.lemma[verb] in RELATIONAL:
            return -1
        while self.dep[verb] in ("nmod", "conj") and self.head[verb] < verb:
            verb = self.head[verb]
        above = self.head[verb]
        return above if self.dep[verb] == "obj" and self.lemma[above] in RAISING and above < verb else -1
