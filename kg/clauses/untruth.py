"""What is said to be untrue: "denied reports that Chad had signed", "it is a lie that Chad left"."""

from __future__ import annotations

from kg.clauses import hearsay, moods
from kg.clauses.clause import Clause
from kg.clauses.nominal import REVOKING, EventStatus

DENYING = frozenset("reject deny dismiss refute rebut repudiate".split())
BASES = frozenset("foundation basis substance merit truth ground base grounds".split())
PROVING = frozenset({"prove", "turn", "remain", "look", "seem", "appear", "be"})


# Whose reports are no more than that once they are denied.
PRESS = frozenset(
    "newspaper daily paper weekly magazine tabloid website agency broadcaster station media report".split()
)
REPORTED = frozenset("report claim story allegation".split())
# "Were, in the minister's word, inventions"
WORDING = frozenset({"word", "phrase", "term", "expression", "view", "opinion"})


class Untruth(EventStatus):
    """Reads which claims of a document are rejected or called false."""

    def _is_false(self, noun: int) -> bool:
        """Return whether ``noun``, or the claim that is "of" it, is said to be untrue or stands without base."""
        tree = self.tree
        told = [noun]
        if tree.dep[noun] == "nmod" and tree.preposition(noun) in ("of", "about"):
            # "Reports of a deal signed by Chad were inventions."
            told.append(tree.head[noun])
        return any(self._is_denied(k) or self._is_untrue(k) or moods.is_baseless(tree, k) for k in told)

    def _is_denied(self, noun: int) -> bool:
        """Return whether ``noun`` is a claim that somebody rejects: "denied reports that Chad had signed"."""
        tree = self.tree
        known = self.lexicon.complement(tree.lemma[noun], "noun")
        verb = self.clauses.get(tree.head[noun])
        if verb is not None and self._is_withdrawn(noun, verb):
            return True
        if known is None or known.effect not in ("claims", "asserts") or verb is None:
            return False
        if verb.kind == "copula" and tree.dep[noun] == "nsubj":
            # "Reports that Chad had signed were false"
            adjective = self.lexicon.complement(tree.lower[verb.predicate], "adj")
            return adjective is not None and adjective.effect == "negated"
        thing = tree.dep[noun] in ("obj", "nsubj:pass") or (tree.dep[noun] == "obl" and not tree.preposition(noun))
        claimed = thing and known.effect == "claims"
        return claimed and verb.lemma in DENYING and self.read(verb.predicate) == "actual"

    def _is_withdrawn(self, noun: int, verb: Clause) -> bool:
        """Return whether who made the claim at ``noun`` stands by it no more: "retracted its statement that"."""
        known = self.lexicon.complement(self.tree.lemma[noun], "noun")
        claimed = known is not None and known.effect in ("claims", "asserts")
        return claimed and noun in verb.objects and verb.lemma in REVOKING | {"drop", "disown"}

    def _is_disowned(self, verb: Clause) -> bool:
        """Return whether a report is denied right after it: "The daily said that Chad had left. Lome denies this." """
        tree = self.tree
        if not any(tree.lemma[s].lower() in PRESS for s in verb.subjects):
            return False
        start = tree.sentence_end(tree.sentence[verb.predicate])
        end = tree.sentence_end(start) if start < len(tree) else start
        after = (self.clauses[k] for k in range(verb.predicate + 1, end) if k in self.clauses)
        denied = [o for c in after if c.kind == "verb" and c.lemma in DENYING for o in c.objects]
        return any(
            tree.lower[o] in ("this", "that", "it")
            or (tree.lemma[o] in REPORTED and any(tree.lower[k] in ("the", "this") for k in tree.children(o, "det")))
            for o in denied
        )

    def _judges(self, word: int) -> bool:
        """Return whether ``word`` calls something untrue: "nonsense", "false", "without foundation"."""
        tree = self.tree
        if tree.lemma[word] in WORDING and any(self._judges(kid) for kid in tree.children(word, "appos")):
            return True
        if any(tree.lower[kid] == "without" for kid in tree.children(word, "case")):
            return tree.lemma[word] in BASES
        adjective = self.lexicon.complement(tree.lower[word], "adj")
        untrue = (adjective is not None and adjective.effect == "negated") or self.lexicon.verdict(
            tree.lemma[word], "false"
        )
        return untrue and not any(self.lexicon.modal(tree.lower[kid]) == "negated" for kid in tree.kids[word])

    def _is_untrue(self, noun: int) -> bool:
        """Return whether a claim or report at ``noun`` is said to be untrue: "the reports proved false"."""
        tree = self.tree
        if tree.child(noun, "cop") is not None and any(
            tree.lower[k] == "it" for k in tree.children(noun, "nsubj", "expl")
        ):
            # "It is a lie that Chad left."
            return self._judges(noun)
        known = self.lexicon.complement(tree.lemma[noun], "noun")
        claimed = known is not None and known.effect in ("claims", "asserts")
        if not claimed and tree.lemma[noun].lower() not in hearsay.RUMOURS:
            return False
        head = tree.head[noun]
        if any(tree.lemma[k] in WORDING and self._judges(k) for k in tree.children(noun, "nmod")):
            return True
        if tree.dep[noun] == "nsubj" and tree.child(head, "cop") is not None:
            return self._judges(head) or tree.lower[head] == "wrong"
        if tree.dep[noun] == "nsubj":
            said = next(iter(tree.children(head, "xcomp")), None)
            return said is not None and tree.lemma[head] in PROVING and self._judges(said)
        if tree.dep[noun] in ("obj", "nsubj:pass"):
            words = [*tree.children(head, "xcomp"), *tree.children(head, "obl")]
            return any(self._judges(k) for k in words if tree.dep[k] == "xcomp" or tree.preposition(k) == "as")
        return False
