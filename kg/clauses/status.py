"""Whether what a predicate says is actual, planned, hypothetical or negated."""

from __future__ import annotations

from collections.abc import Sequence

from kg.clauses import hearsay, moods, supposing
from kg.clauses.clause import Clause
from kg.clauses.control import is_charge, is_ranked
from kg.clauses.drafts import drafted
from kg.clauses.nominal import DOING, REVOKING, STOPPING, plain_effect, stronger
from kg.clauses.untruth import DENYING, Untruth
from kg.lexicon import Lexicon
from kg.model import Status
from kg.nlp.regained import CALLING
from kg.nlp.tree import Tree

CUES = ("aux", "aux:pass", "advmod", "cc:preconj", "det")
MODAL = frozenset({*CUES, "cc", "mark", "cop"})
CONDITIONS = frozenset({"if", "unless", "whether", "provided", "lest", "should"})
# Who does more of it is at it: "stepped up efforts to fight".
MORE = frozenset(["step up", "redouble", "intensify", "continue", "strengthen", "increase", "expand", "scale up"])
# What leads to a gerund that the verb before it rules: "refrained from voting", "insisted on leaving".
PREPOSITIONS = frozenset("from of out on about into away at to round around".split())
TRUE = frozenset({"true", "correct", "accurate", "right"})
OFFERS = frozenset({"invitation", "offer", "request", "proposal"})
DAYS = frozenset({"day", "moment", "minute", "hour", "instant"})
AFTER = frozenset({"after", "before", "afterwards", "thereafter"})
BIDDING = frozenset({"tell", "give", "grant"})
TEMPORAL = frozenset({"when", "whenever", "once", "after", "until", "before", "while", "by", "in", "as"})


class StatusReader(Untruth):
    """Reads the status of the clauses of one document, each once."""

    def __init__(
        self,
        tree: Tree,
        clauses: dict[int, Clause],
        lexicon: Lexicon,
        headlines: list[tuple[int, int]],
        coming: frozenset[int] = frozenset(),
        ahead: Sequence[tuple[int, int]] = (),
    ) -> None:
        """Take the clauses with their arguments and the tokens of headlines, of days to come and of their entries."""
        self.tree = tree
        self.clauses = clauses
        self.lexicon = lexicon
        self.headlines = headlines
        self.coming = coming
        self.ahead = ahead
        self._known: dict[int, Status] = {}

    def read(self, i: int) -> Status:
        """Return the status of the clause at token ``i``."""
        found = self._known.get(i)
        if found is None:
            clause = self.clauses[i]
            self._known[i] = "actual"
            found = self.of_noun(clause) if clause.kind == "noun" else self._of_verb(clause)
            if any(start <= i < end for start, end in self.ahead):
                # "Monday 26 May: talks in Accra", where that is to come
                found = stronger(found, "planned")
            self._known[i] = found
        return found

    def _of_verb(self, clause: Clause) -> Status:
        tree, i = self.tree, clause.predicate
        own = self._own(clause)
        relation, head = tree.dep[i], tree.head[i]
        while relation == "conj" and head in self.clauses and self.clauses[head].kind != "noun":
            if tree.tag[i] == "VBD" and tree.tag[head] == "VB" and tree.lower[i] != tree.lemma[i]:
                # "is ready to talk and met Ana Soto": she was met.
                return own
            if (
                moods.shares_auxiliary(tree, i, head)
                or moods.shares_to(tree, i, head)
                or moods.shares_due(tree, i, head)
            ):
                own = stronger(own, self._modality(head))
                if moods.is_conditional(tree, head):
                    own = stronger(own, "hypothetical")
            relation, head = tree.dep[head], tree.head[head]
        return self._governed(i, own, relation, head)

    def _own(self, clause: Clause) -> Status:
        tree, i = self.tree, clause.predicate
        status = self._modality(i)
        # "agreed on nothing"
        void = any(prep == "on" and tree.lower[head] == "nothing" for prep, head in clause.obliques)
        neither = clause.relation == "acl:relcl" and any(
            clause.governor < kid < i and tree.lower[kid] in ("neither", "none") for kid in tree.kids[clause.governor]
        )
        # "Chad and Mali, neither of which is a member"
        if void or neither or any(moods.is_nothing(tree, head) for head in (*clause.subjects, *clause.objects)):
            status = stronger(status, "negated")
        arguments = [*clause.subjects, *clause.objects, *(h for _, h in clause.obliques)]
        # "cut ties with neither Chad nor Mali"
        arguments += [kid for o in clause.objects for kid in tree.children(o, "nmod")]
        if any(moods.is_excluded(tree, head) for head in arguments):
            status = stronger(status, "negated")
        marks = {tree.lower[kid] for kid in tree.children(i, "mark")}
        if marks & CONDITIONS or supposing.is_supposed(tree, i) or supposing.is_of_scenario(tree, i):
            # "If it does not leave": it may, or may not.
            status = "hypothetical"
        if "without" in marks or moods.is_forgone(tree, i) or moods.is_replaced(tree, i):
            status = "negated"
        if moods.is_less_still(tree, i) or moods.is_opposed(tree, i) or moods.is_at_no_time(tree, i):
            status = "negated"
        if clause.lemma == "approve" and any(tree.lemma[o] == "principle" for _, o in clause.obliques):
            status = stronger(status, "planned")
        if (meant := supposing.meant(tree, self.lexicon, i) or drafted(tree, i)) is not None:
            status = stronger(status, meant)
        if moods.is_subjunctive(tree, i) or moods.is_of_any(tree, clause):
            status = stronger(status, "hypothetical")
        if "to" in marks and moods.is_open(tree, i):
            # "has yet to sign"
            return "negated"
        fixed = i > 1 and tree.tag[i] == "VB" and moods.is_due(tree, i - 1)
        if fixed or ("to" in marks and any(moods.is_due(tree, kid) for kid in tree.children(i, "mark"))):
            status = stronger(status, "planned")
        if clause.kind == "copula" and moods.is_awaited(tree, i):
            # "is due in Lima on Friday"
            status = stronger(status, "planned")
        if moods.is_inverted(tree, clause) or moods.is_nearly(tree, i) or moods.is_urged(tree, i):
            status = stronger(status, "hypothetical")
        if moods.is_conditional(tree, i):
            status = stronger(status, "hypothetical")
        if moods.is_timetabled(tree, i, self.coming) or supposing.is_provided(tree, i, self.lexicon):
            status = stronger(status, "planned")
        if tree.tag[i] in moods.PRESENT and self._is_of_coming(clause):
            status = stronger(status, "planned")
        if clause.relation == "root" and moods.is_asked(tree, clause):
            status = stronger(status, "hypothetical")
        if clause.relation == "root" and "to" in marks or moods.is_wanted_too(tree, i):
            # "Iran is to host", and in headlines "Iran to host".
            status = stronger(status, "planned")
        return status

    def _is_of_coming(self, clause: Clause) -> bool:
        """Return whether ``clause`` tells of a day to come: "until March, when the commission meets"."""
        if clause.relation in ("acl:relcl", "advcl:relcl") and clause.governor in self.coming:
            return True
        verb = self.tree.head[clause.governor]
        if clause.relation == "acl:relcl" and self.tree.lemma[clause.governor] in DAYS and verb in self.clauses:
            # "The day Chad attacks, Mali will leave"
            return self.read(verb) == "planned"
        when = (k for k in self.tree.children(clause.predicate, "advmod", "mark") if self.tree.lower[k] == "when")
        return any((k - 1 - (self.tree.text[k - 1] == ",")) in self.coming for k in when)

    def _modality(self, i: int) -> Status:
        """Return what the auxiliaries and adverbs of ``i`` make of it."""
        tree = self.tree
        status: Status = "actual"
        if not any(tree.dep[kid] in MODAL for kid in tree.kids[i]):
            return status
        kids = [kid for kid in tree.kids[i] if tree.dep[kid] in CUES]
        for kid in kids:
            cue = self.lexicon.modal(tree.lower[kid])
            following = tree.lower[kid + 1] if kid + 1 < len(tree) else ""
            fronted = following in ("until", "till") and any(kid < k < i for k in tree.children(i, "aux"))
            later = following in AFTER and tree.lower[kid] != "never"
            if later or (tree.lower[kid] == "not" and (following in moods.ONLY or fronted)):
                # "shortly after the vote", "not only condemned it", "Not until May did it sign"
                cue = None
            if cue is None and tree.dep[kid].startswith("aux"):
                cue = self.lexicon.modal(tree.lemma[kid])
            if cue is None and tree.dep[kid] == "advmod" and tree.lower[kid] == "longer":
                cue = "negated" if any(tree.lower[k] == "no" for k in (*tree.kids[kid], kid - 1)) else None
            if cue is not None:
                status = stronger(status, cue)
        if any(tree.lower[kid - 1 : kid + 1] == ["never", "before"] for kid in tree.children(i, "advmod")):
            status = "negated"
        if any(tree.lower[kid] == "nor" for kid in tree.children(i, "cc", "advmod", "mark", "cc:preconj")):
            # "Nor did Chad attack", "it has not left, nor has it disarmed"
            status = "negated"
        helping = {tree.lower[kid] for kid in tree.children(i, "aux")}
        if {"would", "have"} <= helping:
            # "would have signed": it has not.
            status = stronger(status, "hypothetical")
        if moods.was_due(tree, i):
            status = "negated"
        for kid in tree.children(i, "mark"):
            # "were due to meet", read with "due" as a mark.
            adjective = self.lexicon.complement(tree.lower[kid], "adj")
            if adjective is not None:
                status = stronger(status, plain_effect(adjective.effect))
        helpers = tree.children(i, "aux", "aux:pass", "cop")
        infinitive = self._is_infinitive(i) and any(tree.lower[kid] == "to" for kid in tree.children(i, "mark"))
        if infinitive and any(tree.lemma[kid] == "be" and tree.tag[kid] != "VB" for kid in helpers):
            # "is to sign", "which is to be signed"
            status = stronger(status, "planned")
        return status

    def _is_infinitive(self, i: int) -> bool:
        """Return whether ``i`` is "sign" or "be signed"."""
        tree = self.tree
        # "was to open": taken for a participle
        bare = tree.tag[i] == "VB" or (tree.lower[i - 1] == "to" and tree.dep[i - 1] == "mark")
        return bare or any(tree.tag[kid] == "VB" for kid in tree.children(i, "aux", "aux:pass", "cop"))

    def _governed(self, i: int, own: Status, relation: str, head: int) -> Status:
        governor = self.clauses.get(head)
        if relation == "ccomp" and moods.is_parted(self.tree, i, head):
            return own
        if relation == "advcl" and i == head + 1 and self.tree.tag[i] == "VBG":
            # "rehearses landing"
            relation = "xcomp"
        if relation in ("advcl", "ccomp") and (claim := hearsay.told_by_noun(self.tree, self.lexicon, i)) >= 0:
            relation, head, governor = "acl", claim, None
        if governor is not None and relation in ("xcomp", "ccomp", "advcl", "csubj", "csubj:pass"):
            if (unmet := supposing.unmet(self.tree, i, governor, self.read(head))) is not None:
                return stronger(own, unmet)
            if (ruled := moods.against(self.tree, i, governor)) is not None:
                return stronger(own, ruled)
            told = relation != "advcl" or self.tree.tag[i] == "VBG"
            if told and (hearsay.is_hearsay(self.tree, governor) or hearsay.has_it(self.tree, governor)):
                return stronger(own, "hypothetical")
            if relation == "advcl" and told and (effect := self._of_gerund(i, governor)) is not None:
                return self._as_complement(i, own, "xcomp", governor, effect)
        if governor is not None and relation in ("xcomp", "ccomp", "csubj", "csubj:pass"):
            return self._as_complement(i, own, relation, governor)
        if relation == "xcomp" and self.tree.dep[head] == "xcomp" and self.tree.head[head] in self.clauses:
            # "stands ready to help"
            adjective = self.lexicon.complement(self.tree.lower[head], "adj")
            above = self.read(self.tree.head[head])
            return stronger(own, stronger(above, plain_effect(adjective.effect if adjective else None)))
        if relation in ("acl", "ccomp", "acl:relcl") and self._is_false(head):
            # "denied a report that it would leave": it will not.
            return "negated" if own in ("actual", "planned") else own
        # "a request that the minister turned down" is no wish that he did.
        own_noun = relation == "acl:relcl" and i in self.clauses and self.clauses[i].objects == [head]
        told = relation in ("acl", "ccomp", "acl:relcl") and not own_noun
        if told and (wished := moods.wished(self.tree, self.lexicon, i, head)):
            return stronger(own, wished)
        if told and (hearsay.is_uncertain(self.tree, head) or hearsay.is_rumour(self.tree, self.lexicon, i, head)):
            return stronger(own, "hypothetical")
        if relation == "acl":
            if supposing.is_sought(self.tree, i, head) or moods.is_risked(self.tree, self.lexicon, i):
                return stronger(own, "hypothetical")
            return self._as_noun_complement(i, own, head)
        if relation == "advcl" and head in self.clauses:
            return self._as_adverbial(i, own, self.clauses[head])
        return own

    def _of_gerund(self, i: int, governor: Clause) -> str | None:
        """Return what a verb makes of a gerund behind a preposition: "refrained from voting", "backed out of it"."""
        marks = [self.tree.lower[kid] for kid in self.tree.children(i, "mark", "case")]
        if not marks or moods.is_forgone(self.tree, i):
            return None
        phrase = self.lexicon.complement(f"{governor.lemma.split(' ')[0]} {marks[0]}", governor.pos)
        if phrase is not None:
            return phrase.effect
        if self.tree.tag[i] == "VBG" and supposing.is_in_view(self.tree, governor, marks[0]):
            return "hypothetical"
        return self._effect(governor) if marks[0] in PREPOSITIONS else None

    def _as_complement(self, i: int, own: Status, relation: str, governor: Clause, effect: str | None = None) -> Status:
        above = self.read(governor.predicate)
        helpers = {self.tree.lower[k] for k in self.tree.children(governor.predicate, "aux")}
        must = governor.lemma == "have" and relation == "xcomp" and (governor.relation == "ccomp" or "would" in helpers)
        effect = effect or ("hypothetical" if must else self._of_gerund(i, governor) or self._effect(governor))
        if relation == "xcomp" and governor.lemma in BIDDING and moods.is_marked(self.tree, i, "to"):
            # "told to leave", "given two days to leave"
            effect = "planned"
        told = relation in ("ccomp", "csubj")
        if (above == "negated" or governor.lemma == "forget") and supposing.stands_denied(self.tree, i, governor):
            return own
        if above == "negated" and told and self.tree.lower[governor.predicate] in TRUE:
            # "It is not true that Chad left."
            return stronger(own, "negated")
        if told and governor.kind == "verb" and self._is_disowned(governor):
            return stronger(own, "negated")
        if told and governor.kind == "copula" and self._judges(governor.predicate):
            # "It is a lie that Chad left."
            return stronger(own, "negated" if above != "negated" else "actual")
        if moods.is_decreed(self.tree, i, governor):
            return stronger(own, above)
        if effect == "hypothetical" and own == "negated" and above == "actual" and relation == "xcomp":
            # "urged Chad not to sign": nobody knows whether it will.
            return "hypothetical"
        if effect in ("planned", "hypothetical"):
            effect = "actual" if moods.is_maintained(self.tree, i, governor) else effect
            return stronger(stronger(own, effect), above)  # type: ignore[arg-type]
        if effect == "negated" and relation == "ccomp" and i < governor.predicate and governor.lemma not in DENYING:
            # "Chad voted against it, Mali abstained"
            return own
        if effect == "negated":
            if above in ("planned", "hypothetical") and governor.lemma in STOPPING:
                # "should stop arming the rebels": it arms them.
                return own
            if above == "negated":
                return "hypothetical" if own == "actual" else own
            return stronger(own, "negated") if own != "negated" else "actual"
        if effect == "questions":
            return stronger(own, "hypothetical")
        bare = self.tree.tag[i] == "VB" and moods.is_marked(self.tree, i, "to")
        if effect == "asserts" and bare and self.tree.child(i, "nsubj") is None and above == "actual":
            # "remains ready, it said, to receive them"
            return stronger(own, "planned")
        if effect in ("asserts", "claims"):
            # "Is it true that it attacked?"
            open_ended = governor.relation == "root" and governor.lemma not in moods.FACTIVE
            asked = open_ended and moods.is_asked(self.tree, governor)
            return stronger(own, "hypothetical") if above == "negated" or asked else own
        return stronger(own, above) if relation == "xcomp" or effect == "implies" else own

    def _effect(self, governor: Clause) -> str | None:
        lemma = governor.lemma
        if lemma in CALLING and any(self.tree.pos[i] in ("ADJ", "NOUN") for i in governor.complements):
            # "considers the blockade unlawful"
            return None
        for words in (lemma, lemma.split(" ")[0]):
            if (known := self.lexicon.complement(words, governor.pos)) is not None:
                return known.effect
        return "planned" if governor.lemma == "go" and self.tree.tag[governor.predicate] == "VBG" else None

    def _as_noun_complement(self, i: int, own: Status, noun: int) -> Status:
        tree = self.tree
        marks = {tree.lower[kid] for kid in tree.children(i, "mark", "case")}
        if "to" in marks and is_ranked(tree, noun):
            # "the second State to sign it": it did.
            return stronger(own, self.read(noun)) if noun in self.clauses else own
        if moods.is_nothing(tree, noun) and tree.tag[i] == "VBG":
            # "no decision on lifting the ban"
            return stronger(own, "negated")
        if is_charge(tree, noun):
            # "held on suspicion of spying"
            return stronger(own, "hypothetical")
        known = self.lexicon.complement(tree.lemma[noun], "noun")
        if moods.is_talked_of(tree, i, noun):
            # But who talks "on fighting piracy" is at it.
            at_it = any(frame.property == "addresses" for frame in self.lexicon.frames("verb", tree.lemma[i]))
            return own if at_it else stronger(own, "hypothetical")
        # "plans to invade", "the intention of invading", but "the accusation of invading"
        open_ended = known is not None and known.effect in ("planned", "hypothetical", "negated")
        if "to" not in marks and not (open_ended and marks & {"of", "for", "on", "in"} and tree.tag[i] == "VBG"):
            return own
        if tree.lemma[noun] in ("favour", "favor") and i in self.clauses and self.clauses[i].lemma in MORE:
            # "in favour of stepping up": they are at it.
            return own
        effect = known.effect if known is not None else "planned"
        if effect in ("planned", "hypothetical") and supposing.is_dropped(tree, noun):
            # "Its bid to oust him came to nothing."
            return "negated"
        above = self.of_argument(noun)
        verb = self.clauses.get(tree.head[noun])
        if tree.dep[noun] == "obj" and verb is not None and verb.kind == "verb":
            # "should use the occasion to defend it"
            above = stronger(above, self.read(verb.predicate))
        undone = verb is not None and verb.lemma in REVOKING | {"deny"} and self.read(verb.predicate) == "actual"
        if effect == "negated" or undone:
            # "revoked its decision to leave"
            return "negated" if above != "negated" or undone else "hypothetical"
        if verb is not None and verb.lemma in ("accept", "take up", "grant") and tree.lemma[noun] in OFFERS:
            # "accepted an invitation to visit Chad"
            effect = "planned"
        status: Status = "hypothetical" if effect in ("hypothetical", "questions") else "planned"
        return stronger(stronger(own, status), above) if effect != "implies" else stronger(own, above)

    def _as_adverbial(self, i: int, own: Status, governor: Clause) -> Status:
        tree = self.tree
        above = self.read(governor.predicate)
        marks = {tree.lower[kid] for kid in tree.children(i, "mark", "case", "advmod")}
        if moods.is_decreed(tree, i, governor):
            return stronger(own, above)
        if "to" in marks and self._is_infinitive(i):
            if governor.lemma == "vote" and tree.lemma[i] in moods.DECREED:
                # "voted 9-1 to demand its withdrawal"
                return stronger(own, above)
            doing = self._is_meeting(governor) and supposing.is_done_there(tree, self.lexicon, i, governor)
            doing = doing or governor.lemma in MORE or moods.is_voiced(tree, i, governor)
            # "The plan called for Chad to attack"
            doing = (doing or supposing.is_by_force(tree, governor)) and tree.tag[i] == "VB" and "for" not in marks
            return stronger(own, above if doing or above == "negated" else stronger(above, "planned"))
        if marks & CONDITIONS or (above == "negated" and "by" in marks and tree.tag[i] == "VBG"):
            # "did not respond by leaving"
            return stronger(own, "hypothetical")
        finite = tree.child(i, "nsubj", "nsubj:pass") is not None and tree.tag[i] in ("VBD", "VBZ", "VBP")
        ahead = any(tree.lower[kid] in ("would", "should") for kid in tree.children(governor.predicate, "aux"))
        if finite and ahead and marks & {"when", "once"}:
            # "hoped that it would be raised when they met"
            return stronger(own, "planned")
        if "until" in marks and supposing.is_present(tree, i) and above != "actual":
            # "will not rest until Chad has left"
            return stronger(own, "planned")
        if above == "negated" and finite and tree.tag[i] != "VBD" and marks & {"before", "until"}:
            # "will decide nothing before they meet"
            return stronger(own, "planned")
        if above in ("planned", "hypothetical") and not (finite and tree.tag[i] == "VBD") and marks & TEMPORAL:
            # "wants to settle it before they meet": they are to meet.
            return stronger(own, above if tree.tag[i] not in ("VBZ", "VBP") or above == "planned" else "planned")
        return own

    def _is_meeting(self, governor: Clause) -> bool:
        """Return whether ``governor`` tells of a meeting, itself or by its object: "held talks to discuss"."""
        # "weighed an invitation to host talks"
        offered = any(self.lexicon.complement(self.tree.lemma[k], "noun") for k in governor.objects)
        doing = any(frame.type in DOING for frame in self.lexicon.frames("verb", governor.lemma))
        return not offered and (doing or any(self.meets(i) for i in governor.objects))
