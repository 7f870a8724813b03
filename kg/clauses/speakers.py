"""Who says so: the speaker of each clause, from speech verbs, quotation marks and "according to"."""

from __future__ import annotations

from kg.clauses.clause import Clause
from kg.lexicon import Lexicon
from kg.nlp.annotations import Quote
from kg.nlp.tree import Tree

SOURCES = frozenset({"according to", "in the words of", "in the view of", "citing", "per"})
# How many tokens from its verb on "he told reporters in Oslo on Friday" may have.
LONGEST_TAG = 14
# What was just said, as who writes calls it.
SAID = frozenset(
    "charge claim accusation allegation assertion statement complaint demand suggestion argument view contention "
    "assessment insinuation remark promise offer threat warning proposal".split()
)
# Whose object is whom one speaks to.
ADDRESSING = frozenset("tell inform remind assure warn advise notify brief ask urge caution quote cite".split())
# What parties do by these is an act of theirs.
RESOLVING = frozenset({"agree", "decide", "vote", "pledge", "promise"})
INHERITING = frozenset(
    {
        "acl",
        "acl:relcl",
        "advcl",
        "xcomp",
        "ccomp",
        "conj",
        "parataxis",
        "csubj",
        "csubj:pass",
        "nmod",
        "obl",
        "obj",
        "nsubj",
        "nsubj:pass",
        "appos",
        "amod",
        "iobj",
        "obl:agent",
        "dep",
        "nmod:poss",
        "compound",
        "list",
    }
)


class SpeakerReader:
    """Reads the speaker of the clauses of one document, each once."""

    def __init__(self, tree: Tree, clauses: dict[int, Clause], lexicon: Lexicon, quotes: list[Quote]) -> None:
        """Take the clauses with their arguments and the quotations."""
        self.tree = tree
        self.clauses = clauses
        self.lexicon = lexicon
        self._known: dict[int, tuple[int, int]] = {}
        self._tails: dict[int, tuple[int, int, int]] = {}
        own = (quote for quote in quotes if quote.manner != "statement")
        self.quote: dict[int, Quote] = {i: quote for quote in own for i in range(quote.start, quote.end)}
        self.statement = next((quote for quote in quotes if quote.manner == "statement"), None)

    def read(self, i: int) -> tuple[int, int]:
        """Return the head token of the speaker of clause ``i`` and the predicate of speech, -1 for none."""
        found = self._known.get(i)
        if found is None:
            self._known[i] = (-1, -1)
            found = self._speaker(i)
            found = found if found[0] >= 0 else self._tail(i)
            if found[0] < 0 and self.statement is not None and self.statement.start <= i < self.statement.end:
                found = self.statement.speaker, -1
            self._known[i] = found
        return found

    def _speaker(self, i: int) -> tuple[int, int]:
        if i not in self.quote and self._is_comment(i):
            return -1, -1
        quote = self.quote.get(i)
        tag = self._tagged(i)
        if quote is not None and quote.speaker >= 0 and not quote.start <= quote.speaker < quote.end:
            telling = tag[1] if tag[1] >= 0 else self._telling(i, quote.speaker)
            told = self.clauses.get(telling)
            if told is not None and told.passive and quote.speaker not in told.subjects:
                # "…", the envoy was told: not by himself.
                return next(iter(told.subjects), -1), telling
            return quote.speaker, telling
        if tag[0] >= 0:
            return tag
        tree = self.tree
        relation, head, child = tree.dep[i], tree.head[i], i
        while head != child:
            if head in self.clauses:
                governor = self.clauses[head]
                if relation == "conj":
                    # A second thing that is done is not part of what is said, unless the first is.
                    return self.read(head)
                apart = ";" in tree.text[min(head, child) : max(head, child)] or self._does(head)
                if relation == "parataxis" and apart:
                    return self.read(head) if head in self.quote else self._said_on(head, child)
                if relation == "ccomp" and self._is_relative(child):
                    return self.read(head)
                if relation in ("ccomp", "parataxis", "xcomp", "dep", "csubj") and governor.kind != "noun":
                    speaker = self._of_speech(governor, relation)
                    if speaker >= 0:
                        return speaker, head
                if governor.kind == "noun" and relation in ("acl", "ccomp") and self._is_speech_noun(head, child):
                    owner = tree.child(head, "nmod:poss")
                    if owner is not None:
                        return owner, head
                return self.read(head)
            child, relation, head = head, tree.dep[head], tree.head[head]
        return -1, -1

    def _said_on(self, head: int, child: int) -> tuple[int, int]:
        """Return who goes on to say ``child`` behind a semicolon: "Chad, he said, …; it has …", "urged …; it would"."""
        tree, governor = self.tree, self.clauses[head]
        if ";" not in tree.text[min(head, child) : max(head, child)] or child in self.quote:
            return -1, -1
        tag = self._tagged(head)
        if tag[1] >= 0 and tag[0] != tag[1]:
            return tag
        own = self.read(head)
        if 0 <= own[1] < head and tree.text[head - 1] == ",":
            # "Chad, he said, gives …; it has …", where the tag was taken for the main clause.
            return own
        speaks = governor.lemma in ADDRESSING or self.lexicon.speech(governor.lemma, "verb") is not None
        shifted = any(tree.lower[k] in ("would", "had") for k in tree.children(child, "aux", "aux:pass"))
        return (governor.subjects[0], head) if speaks and shifted and governor.subjects else (-1, -1)

    def _is_aside(self, verb: int) -> bool:
        """Return whether ", Kigali charged on Monday," stands between commas, read as a clause of its own."""
        tree = self.tree
        subject = tree.child(verb, "nsubj", "nsubj:pass")
        if (
            tree.dep[verb] != "advcl"
            or subject is None
            or subject > verb
            or tree.child(verb, "mark", "aux:pass", "obj")
        ):
            return False
        return tree.tag[verb] in ("VBD", "VBN", "VBZ") and "," in (
            tree.text[tree.left[subject] - 1],
            tree.text[tree.left[verb]],
        )

    def _is_relative(self, i: int) -> bool:
        """Return whether ``i`` is "…, with whom she had met", read as what somebody says."""
        tree = self.tree
        whom = [kid for kid in tree.children(i, "obl") if tree.tag[kid] in ("WP", "WDT") and kid < i]
        return any(tree.text[tree.left[kid] - 1] == "," and tree.preposition(kid) for kid in whom)

    def _inserted(self, verb: int) -> int:
        """Return who says it in "her State, she recalled, had paid", read as a relative clause, else -1."""
        tree, clause = self.tree, self.clauses.get(verb)
        subject = tree.child(verb, "nsubj")
        if clause is None or subject is None or self.lexicon.speech(clause.lemma, "verb") is None:
            return -1
        end = tree.right[verb] + 1
        closed = tree.text[end : end + 1] == [","] and tree.text[tree.left[subject] - 1] == ","
        plain = clause.lemma in ADDRESSING or not tree.children(verb, "obj")
        return subject if closed and plain and tree.tag[verb] in ("VBD", "VBZ") else -1

    def _is_comment(self, i: int) -> bool:
        """Return whether ``i`` tells of "a charge" what was just said: "…, she said, a charge that Chad rejects"."""
        tree, noun = self.tree, self.tree.head[i]
        if tree.dep[i] != "acl:relcl" or tree.lemma[noun] not in SAID or tree.dep[noun] not in ("appos", "parataxis"):
            return False
        first = tree.left[noun]
        return "," in (tree.text[first - 1], tree.text[first]) and any(
            tree.lower[k] in ("a", "an") for k in tree.children(noun, "det")
        )

    def _does(self, verb: int) -> bool:
        """Return whether ``verb`` takes a thing, and so tells nothing: "Chad condemned the raid, Mali recalled him"."""
        tree = self.tree
        things = [k for k in tree.children(verb, "obj", "nsubj") if k > verb]
        held = tree.child(verb, "obj") is not None or len(tree.children(verb, "nsubj")) > 1
        return held and bool(things) and tree.lemma[verb] not in ADDRESSING

    def _telling(self, i: int, speaker: int) -> int:
        """Return the verb of speech above clause ``i`` whose subject ``speaker`` is, else -1."""
        above = [self.clauses[a] for a in self.tree.ancestors(i) if a in self.clauses]
        return next((c.predicate for c in above if speaker in (*c.subjects, *c.objects, *c.indirect)), -1)

    def _tail(self, i: int) -> tuple[int, int]:
        """Return who speaks at the end of the sentence of ``i``, however the parse hangs "…, a minister said" there."""
        tree = self.tree
        start = tree.sentence[i]
        if start not in self._tails:
            self._tails[start] = self._find_tail(start)
        speaker, verb, begin = self._tails[start]
        parted = any(mark in tree.text[i:begin] for mark in (":", ";")) if speaker >= 0 else False
        if speaker < 0 or i >= begin or parted or (tree.dep[i] == "advcl" and tree.children(i, "mark")):
            return -1, -1
        return speaker, verb

    def _find_tail(self, start: int) -> tuple[int, int, int]:
        """Return the speaker, the verb and the first token of a tag of speech that ends the sentence."""
        tree = self.tree
        end = tree.sentence_end(start)
        while end > start and tree.pos[end - 1] in ("PUNCT", "SPACE"):
            end -= 1
        for verb in range(end - 1, max(start, end - LONGEST_TAG), -1):
            clause = self.clauses.get(verb)
            if clause is None or clause.kind != "verb" or tree.tag[verb] not in ("VBD", "VBZ", "VBP"):
                continue
            subject = tree.child(verb, "nsubj")
            speaks = self.lexicon.speech(clause.lemma, "verb") is not None and clause.lemma not in RESOLVING
            if subject is None or subject > verb or not speaks:
                return -1, -1, start
            begin = tree.left[subject]
            bare = not tree.children(verb, "mark", "obj", "xcomp") and tree.tag[subject] not in ("WP", "WDT")
            if not bare or begin <= start or tree.text[begin - 1] != "," or verb in self.quote:
                return -1, -1, start
            if any(kid > verb for kid in tree.children(verb, "ccomp", "advcl", "conj")):
                return -1, -1, start
            return subject, verb, begin
        return -1, -1, start

    def _of_speech(self, governor: Clause, relation: str) -> int:
        """Return the subject of ``governor`` where it reports what depends on it, else -1."""
        effect = self.lexicon.complement(governor.lemma, "verb")
        if relation == "xcomp" and (effect is None or effect.effect != "claims"):
            return -1
        known = self.lexicon.speech(governor.lemma, "verb")
        if not governor.subjects:
            return self._before(governor.predicate) if known is not None and relation == "ccomp" else -1
        if known is None and (effect is None or effect.effect not in ("asserts", "claims")):
            return -1
        return governor.subjects[0]

    def _before(self, verb: int) -> int:
        """Return the noun that ends right before ``verb``, which lost its subject: "it failed, a minister, X, said"."""
        tree = self.tree
        i = verb - 1
        while i > 0 and tree.text[i] == ",":
            i -= 1
        if i < 0 or tree.pos[i] not in ("NOUN", "PROPN") or self._is_passive(verb):
            return -1
        content = min((kid for kid in tree.children(verb, "ccomp")), default=verb)
        while content < tree.head[i] < verb and tree.pos[tree.head[i]] in ("NOUN", "PROPN") and tree.head[i] != i:
            i = tree.head[i]
        return i if i > content else -1

    def _is_passive(self, verb: int) -> bool:
        return self.tree.child(verb, "aux:pass", "nsubj:pass", "expl") is not None

    def _is_speech_noun(self, noun: int, child: int) -> bool:
        return self.lexicon.speech(self.tree.lemma[noun], "noun") is not None and any(
            self.tree.lower[kid] == "that" for kid in self.tree.children(child, "mark")
        )

    def _tagged(self, i: int) -> tuple[int, int]:
        """Return the speaker that a tag beside the clause names: ", Lavrov said", "as he put it", "according to"."""
        tree, clause = self.tree, self.clauses[i]
        for kid in tree.children(i, "parataxis", "advcl", "discourse", "ccomp"):
            other = self.clauses.get(kid)
            if other is None or other.kind == "noun" or self.lexicon.speech(other.lemma, "verb") is None:
                continue
            if tree.dep[kid] == "parataxis" and (";" in tree.text[min(i, kid) : max(i, kid)] or self._does(kid)):
                continue
            as_tag = tree.dep[kid] == "parataxis" or any(tree.lower[m] == "as" for m in tree.kids[kid])
            as_tag |= self._is_aside(kid)
            speaking = other.subjects or (other.objects if self._is_aside(kid) else [])
            if as_tag and speaking and not tree.children(kid, "ccomp"):
                return speaking[0], kid
        for subject in clause.subjects:
            for kid in tree.children(subject, "acl:relcl"):
                if (teller := self._inserted(kid)) >= 0:
                    return teller, kid
        for prep, head in clause.obliques:
            if prep in SOURCES:
                return head, head
        for prep, head in clause.obliques:
            if prep == "in" and tree.lemma[head] in ("view", "opinion", "word", "judgment", "estimation", "eye"):
                owner = tree.child(head, "nmod:poss")
                of = (k for k in tree.children(head, "nmod") if tree.preposition(k) == "of")
                if (owner := owner or next(of, None)) is not None:
                    return owner, head
        for argument in (*clause.subjects, *clause.objects):
            for kid in tree.children(argument, "nmod", "obl"):
                if tree.preposition(kid) in SOURCES:
                    return kid, kid
        return -1, -1
