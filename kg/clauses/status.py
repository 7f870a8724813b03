"""Whether what a predicate says is actual, planned, hypothetical or negated."""

from __future__ import annotations

from kg.clauses import moods
from kg.clauses.clause import Clause
from kg.clauses.control import is_ranked
from kg.clauses.strays import accompanied
from kg.lexicon import Lexicon
from kg.model import Status
from kg.nlp.mending import CALLING
from kg.nlp.tree import Tree

WEIGHT: dict[Status, int] = {"actual": 0, "planned": 1, "hypothetical": 2, "negated": 3}
CUES = ("aux", "aux:pass", "advmod", "cc:preconj", "det")
CONDITIONS = frozenset({"if", "unless", "whether", "provided", "lest", "should"})
# Verbs whose purpose is carried out in the doing: "met to discuss".
DOING = frozenset({"Consult", "Meeting"})
# What is coming is not there yet.
COMING: dict[str, Status] = dict.fromkeys(("next", "upcoming", "forthcoming", "coming", "future", "planned"), "planned")
COMING |= dict.fromkeys(("possible", "potential", "proposed", "prospective", "draft"), "hypothetical")
MAKING = frozenset("negotiate draft prepare discuss finalize finalise consider plan elaborate arrange".split())
AHEAD = frozenset({"before", "ahead of", "until", "at", "during", "pending"})
PROSPECTS = frozenset("anticipation expectation prospect preparation hope plan schedule arrangement".split())
# Who does more of it is at it: "stepped up efforts to fight".
MORE = frozenset(["step up", "redouble", "intensify", "continue", "strengthen", "increase", "expand", "scale up"])
# Beginnings are as real as what begins; to favour one is not to see it.
STARTS = frozenset("launch start beginning opening resumption holding continuation convening preparation".split())
STARTS |= {"anticipation"}
FAVOURS = frozenset("support back advocate favor favour promote encourage endorse".split())
HOLDING = frozenset("hold host attend convene preside chair organize organise open take join address schedule".split())
# "Suspended 30 million dollars in aid": the aid is suspended.
MEASURES = frozenset("dollar euro pound yen yuan rouble ruble million billion worth tranche ton tonne".split())
DENYING = frozenset("reject deny dismiss refute rebut repudiate".split())
# What is to be stopped goes on.
STOPPING = frozenset("stop cease halt end quit discontinue suspend abandon drop".split())
# Talks "on an agreement" have none yet.
TOWARDS = frozenset({"on", "about", "over", "for", "towards", "toward", "of"})
SOUGHT = frozenset("talk negotiation discussion bid push work effort call draft text outline hope chance".split())
# Who does these to an act of somebody else does not undo it.
DONE = frozenset({"Assault", "Coerce", "Sanction", "Support", "Mobilize", "Retreat", "Accuse", "Request"})
DISPUTING = frozenset("reject oppose dismiss resist deny refute rebut dispute".split())
AFTER = frozenset({"after", "before", "afterwards", "thereafter"})
ANY = frozenset("any whatever whichever".split())
TEMPORAL = frozenset({"when", "once", "after", "until", "before", "while", "by", "in", "as"})


def stronger(a: Status, b: Status) -> Status:
    """Return the one of ``a`` and ``b`` that is further from fact."""
    return a if WEIGHT[a] >= WEIGHT[b] else b


class StatusReader:
    """Reads the status of the clauses of one document, each once."""

    def __init__(
        self,
        tree: Tree,
        clauses: dict[int, Clause],
        lexicon: Lexicon,
        headlines: list[tuple[int, int]],
        coming: frozenset[int] = frozenset(),
    ) -> None:
        """Take the clauses with their arguments, the token spans of headlines and the tokens of days to come."""
        self.tree = tree
        self.clauses = clauses
        self.lexicon = lexicon
        self.headlines = headlines
        self.coming = coming
        self._known: dict[int, Status] = {}

    def read(self, i: int) -> Status:
        """Return the status of the clause at token ``i``."""
        found = self._known.get(i)
        if found is None:
            clause = self.clauses[i]
            self._known[i] = "actual"
            found = self._of_noun(clause) if clause.kind == "noun" else self._of_verb(clause)
            self._known[i] = found
        return found

    def _of_verb(self, clause: Clause) -> Status:
        tree, i = self.tree, clause.predicate
        own = self._own(clause)
        relation, head = tree.dep[i], tree.head[i]
        while relation == "conj" and head in self.clauses and self.clauses[head].kind != "noun":
            if moods.shares_auxiliary(tree, i, head):
                own = stronger(own, self._modality(head))
            relation, head = tree.dep[head], tree.head[head]
        return self._governed(i, own, relation, head)

    def _own(self, clause: Clause) -> Status:
        tree, i = self.tree, clause.predicate
        status = self._modality(i)
        if any(moods.is_nothing(tree, head) for head in (*clause.subjects, *clause.objects)):
            status = stronger(status, "negated")
        if clause.relation == "acl:relcl" and any(
            clause.governor < kid < i and tree.lower[kid] in ("neither", "none") for kid in tree.kids[clause.governor]
        ):
            # "Chad and Mali, neither of which is a member"
            status = stronger(status, "negated")
        arguments = [*clause.subjects, *clause.objects, *(h for _, h in clause.obliques)]
        # "cut ties with neither Chad nor Mali"
        arguments += [kid for o in clause.objects for kid in tree.children(o, "nmod")]
        if any(moods.is_excluded(tree, head) for head in arguments):
            status = stronger(status, "negated")
        marks = {tree.lower[kid] for kid in tree.children(i, "mark")}
        if marks & CONDITIONS:
            status = stronger(status, "hypothetical")
        if "without" in marks or moods.is_forgone(tree, i):
            status = "negated"
        if "to" in marks and moods.is_open(tree, i):
            # "has yet to sign"
            return "negated"
        fixed = i > 1 and tree.tag[i] == "VB" and moods.is_due(tree, i - 1)
        if fixed or ("to" in marks and any(moods.is_due(tree, kid) for kid in tree.children(i, "mark"))):
            status = stronger(status, "planned")
        if moods.is_inverted(tree, clause) or moods.is_nearly(tree, i):
            status = stronger(status, "hypothetical")
        if moods.is_timetabled(tree, i, self.coming) or moods.is_provided(tree, i, self.lexicon):
            status = stronger(status, "planned")
        if clause.relation == "root" and moods.is_asked(tree, clause):
            status = stronger(status, "hypothetical")
        if clause.relation == "root" and "to" in marks:
            # "Iran is to host", and in headlines "Iran to host".
            status = stronger(status, "planned")
        return status

    def _modality(self, i: int) -> Status:
        """Return what the auxiliaries and adverbs of ``i`` make of it."""
        tree = self.tree
        status: Status = "actual"
        kids = [kid for kid in tree.kids[i] if tree.dep[kid] in CUES]
        for kid in kids:
            cue = self.lexicon.modal(tree.lower[kid])
            following = tree.lower[kid + 1] if kid + 1 < len(tree) else ""
            if following in AFTER or (tree.lower[kid] == "not" and following in moods.ONLY):
                # "shortly after the vote", "not only condemned it"
                cue = None
            if cue is None and tree.dep[kid].startswith("aux"):
                cue = self.lexicon.modal(tree.lemma[kid])
            if cue is None and tree.dep[kid] == "advmod" and tree.lower[kid] == "longer":
                cue = "negated" if any(tree.lower[k] == "no" for k in (*tree.kids[kid], kid - 1)) else None
            if cue is not None:
                status = stronger(status, cue)
        for kid in tree.children(i, "mark"):
            # "were due to meet", read with "due" as a mark.
            adjective = self.lexicon.complement(tree.lower[kid], "adj")
            if adjective is not None:
                status = stronger(status, self._plain_effect(adjective.effect))
        infinitive = tree.tag[i] == "VB" and any(tree.lower[kid] == "to" for kid in tree.children(i, "mark"))
        if infinitive and any(tree.lemma[kid] == "be" for kid in tree.children(i, "aux", "cop")):
            status = stronger(status, "planned")
        return status

    def _governed(self, i: int, own: Status, relation: str, head: int) -> Status:
        governor = self.clauses.get(head)
        if governor is not None and relation in ("xcomp", "ccomp", "advcl", "csubj", "csubj:pass"):
            if (ruled := moods.against(self.tree, i, governor)) is not None:
                return stronger(own, ruled)
            told = relation != "advcl" or self.tree.tag[i] == "VBG"
            if told and moods.is_hearsay(self.tree, governor):
                return stronger(own, "hypothetical")
        if relation in ("xcomp", "ccomp", "csubj", "csubj:pass") and head in self.clauses:
            return self._as_complement(i, own, relation, self.clauses[head])
        if relation == "xcomp" and self.tree.dep[head] == "xcomp" and self.tree.head[head] in self.clauses:
            # "stands ready to help"
            adjective = self.lexicon.complement(self.tree.lower[head], "adj")
            above = self.read(self.tree.head[head])
            return stronger(own, stronger(above, self._plain_effect(adjective.effect if adjective else None)))
        if relation in ("acl", "ccomp", "acl:relcl") and (self._is_denied(head) or moods.is_baseless(self.tree, head)):
            return "negated" if own == "actual" else own
        if relation in ("acl", "ccomp") and moods.is_rumour(self.tree, self.lexicon, i, head):
            return stronger(own, "hypothetical")
        if relation == "acl":
            return self._as_noun_complement(i, own, head)
        if relation == "advcl" and head in self.clauses:
            return self._as_adverbial(i, own, self.clauses[head])
        return own

    def _as_complement(self, i: int, own: Status, relation: str, governor: Clause) -> Status:
        above = self.read(governor.predicate)
        # "said that Chad had to leave"
        must = governor.lemma == "have" and relation == "xcomp" and governor.relation == "ccomp"
        effect = "hypothetical" if must else self._effect(governor)
        if governor.lemma == "vote" and self.tree.lemma[i] in moods.DECREED:
            # "voted to suspend Chad": it is suspended.
            return stronger(own, above)
        if effect in ("planned", "hypothetical"):
            return stronger(stronger(own, effect), above)  # type: ignore[arg-type]
        if effect == "negated":
            if above in ("planned", "hypothetical") and governor.lemma in STOPPING:
                # "should stop arming the rebels": it arms them.
                return own
            if above == "negated":
                return "hypothetical" if own == "actual" else own
            return stronger(own, "negated") if own != "negated" else "actual"
        if effect == "questions":
            return stronger(own, "hypothetical")
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
        known = self.lexicon.complement(lemma, governor.pos) or self.lexicon.complement(
            lemma.split(" ")[0], governor.pos
        )
        if known is not None:
            return known.effect
        return "planned" if governor.lemma == "go" and self.tree.tag[governor.predicate] == "VBG" else None

    def _as_noun_complement(self, i: int, own: Status, noun: int) -> Status:
        tree = self.tree
        marks = {tree.lower[kid] for kid in tree.children(i, "mark", "case")}
        if "to" in marks and is_ranked(tree, noun):
            # "the second State to sign it": it did.
            return stronger(own, self.read(noun)) if noun in self.clauses else own
        known = self.lexicon.complement(tree.lemma[noun], "noun")
        # "plans to invade", "the intention of invading", but "the accusation of invading"
        open_ended = known is not None and known.effect in ("planned", "hypothetical", "negated")
        if "to" not in marks and not (open_ended and marks & {"of", "for"} and tree.tag[i] == "VBG"):
            return own
        effect = known.effect if known is not None else "planned"
        above = self._of_argument(noun)
        verb = self.clauses.get(tree.head[noun])
        if tree.dep[noun] == "obj" and verb is not None and verb.kind == "verb":
            # "should use the occasion to defend it"
            above = stronger(above, self.read(verb.predicate))
        if effect == "negated":
            return "negated" if above != "negated" else "hypothetical"
        status: Status = "hypothetical" if effect in ("hypothetical", "questions") else "planned"
        return stronger(stronger(own, status), above) if effect != "implies" else stronger(own, above)

    def _is_denied(self, noun: int) -> bool:
        """Return whether ``noun`` is a claim that somebody rejects: "denied reports that Chad had signed"."""
        tree = self.tree
        known = self.lexicon.complement(tree.lemma[noun], "noun")
        verb = self.clauses.get(tree.head[noun])
        if known is None or known.effect not in ("claims", "asserts") or verb is None:
            return False
        if verb.kind == "copula" and tree.dep[noun] == "nsubj":
            # "Reports that Chad had signed were false"
            adjective = self.lexicon.complement(tree.lower[verb.predicate], "adj")
            return adjective is not None and adjective.effect == "negated"
        thing = tree.dep[noun] in ("obj", "nsubj:pass") or (tree.dep[noun] == "obl" and not tree.preposition(noun))
        claimed = thing and known.effect == "claims"
        return claimed and verb.lemma in DENYING and self.read(verb.predicate) == "actual"

    def _as_adverbial(self, i: int, own: Status, governor: Clause) -> Status:
        tree = self.tree
        above = self.read(governor.predicate)
        marks = {tree.lower[kid] for kid in tree.children(i, "mark", "case", "advmod")}
        if "to" in marks and tree.tag[i] == "VB":
            doing = self._is_meeting(governor) or governor.lemma in MORE
            return stronger(own, above if doing or above == "negated" else stronger(above, "planned"))
        if marks & CONDITIONS:
            return stronger(own, "hypothetical")
        finite = tree.child(i, "nsubj", "nsubj:pass") is not None and tree.tag[i] in ("VBD", "VBZ", "VBP")
        ahead = any(tree.lower[kid] in ("would", "should") for kid in tree.children(governor.predicate, "aux"))
        if finite and ahead and marks & {"when", "once"}:
            # "hoped that it would be raised when they met"
            return stronger(own, "planned")
        if above in ("planned", "hypothetical") and not (finite and tree.tag[i] == "VBD") and marks & TEMPORAL:
            return stronger(own, above)
        return own

    def _is_meeting(self, governor: Clause) -> bool:
        """Return whether ``governor`` tells of a meeting, itself or by its object: "held talks to discuss"."""
        # "weighed an invitation to host talks"
        offered = any(self.lexicon.complement(self.tree.lemma[k], "noun") for k in governor.objects)
        doing = any(frame.type in DOING for frame in self.lexicon.frames("verb", governor.lemma))
        return not offered and (doing or any(self._meets(i) for i in governor.objects))

    def _meets(self, noun: int) -> bool:
        """Return whether ``noun`` names a meeting or a visit."""
        lemma = self.tree.lemma[noun]
        known = any(frame.type in DOING for frame in self.lexicon.frames("noun", lemma))
        return known or "meeting" in self.lexicon.noun_class(lemma)

    def _is_ahead(self, noun: int) -> bool:
        """Return whether the meeting at ``noun`` has a day to come, or will be what its copula says."""
        tree = self.tree
        head = tree.head[noun]
        verb = self.clauses.get(head) if tree.dep[noun] == "nsubj" else None
        to_be = verb is not None and verb.kind == "copula" and self.read(head) == "planned"
        to_be = to_be or (tree.dep[noun] == "nsubj" and head in self.coming)
        return to_be or moods.is_dated_ahead(tree, noun, self.coming)

    def _of_noun(self, clause: Clause) -> Status:
        tree, i = self.tree, clause.predicate
        own: Status = "negated" if moods.is_nothing(tree, i) else "actual"
        if any(tree.lower[kid] in ANY for kid in tree.children(i, "det")) and tree.dep[i] in ("nsubj", "nsubj:pass"):
            # "Any attack will be answered."
            own = "hypothetical"
        if self._meets(i) and self._is_ahead(i):
            own = stronger(own, "planned")
        if tree.dep[i] == "nsubj" and tree.lower[tree.head[i]] in moods.UNSURE and self._meets(i):
            # "A meeting is unlikely."
            own = stronger(own, "hypothetical")
        for kid in tree.children(i, "amod", "compound"):
            own = stronger(own, self.lexicon.modal(tree.lower[kid]) or COMING.get(tree.lower[kid], "actual"))
        verb = self.clauses.get(tree.head[i])
        if verb is not None and verb.kind == "verb" and verb.lemma in HOLDING:
            own = stronger(own, self.read(verb.predicate))
        return stronger(own, self._of_argument(i))

    def _of_argument(self, noun: int) -> Status:
        """Return what the verb makes of the event that its argument names: "called for talks", "held talks"."""
        tree = self.tree
        i = noun
        while tree.dep[i] in ("conj", "appos") or (tree.dep[i] == "nmod" and tree.lemma[tree.head[i]] in MEASURES):
            i = tree.head[i]
        if i != noun and any(tree.lower[kid] == "due" for kid in tree.kids[i]):
            return "planned"
        head = tree.head[i]
        governor = self.clauses.get(head)
        if governor is None or head == i:
            return "planned" if tree.lemma[head] in PROSPECTS and head != i else "actual"
        if governor.kind == "noun":
            known = self.lexicon.complement(governor.lemma, "noun")
            effect = known.effect if known is not None else None
            above: Status = (
                self.read(head) if tree.dep[i] == "nmod" and (effect or governor.lemma in STARTS) else "actual"
            )
            if above == "negated" and governor.lemma not in STARTS and effect != "negated":
                # "no invitation to the conference": the conference is held all the same.
                above = "actual"
            if effect == "claims" and tree.preposition(i) == "of":
                # "rumours of an attack"
                return "hypothetical"
            if effect is None and governor.lemma in SOUGHT and self._is_sought(i):
                effect = "planned"
            return stronger(above, self._plain_effect(effect))
        if accompanied(tree, self.lexicon, noun) >= 0:
            return "negated" if tree.preposition(noun) == "without" else "actual"
        above = self.read(head)
        known = self.lexicon.complement(governor.lemma, governor.pos)
        carried = noun in self.clauses and self.clauses[noun].light == head
        if carried and (known is None or known.effect not in ("planned", "hypothetical", "negated")):
            return above
        governed = tree.dep[i] in ("obj", "nsubj:pass", "xcomp") or (
            tree.dep[i] == "obl" and tree.preposition(i) in ("", "for", "to", "of", "on", "from", "in", "with")
        )
        effect = known.effect if known is not None and governed else None
        if governor.passive and any(tree.lower[kid] == "being" for kid in tree.kids[head]) and governor.lemma in MAKING:
            # "A treaty is being negotiated."
            effect = "planned"
        if governor.lemma == "provide" and tree.preposition(i) == "for":
            # "The accord provides for the withdrawal"
            effect = "planned"
        if effect == "negated" and governor.lemma in DISPUTING and self._is_others(noun, governor):
            # "rejected Chad's annexation of the island": it was annexed all the same.
            return "hypothetical" if above == "hypothetical" else "actual"
        if governor.lemma in FAVOURS and tree.dep[i] in ("obj", "obl", "nsubj:pass") and tree.lemma[noun] in STARTS:
            return "hypothetical"
        if effect == "negated":
            return "hypothetical" if above == "negated" else "negated"
        status = self._plain_effect(effect)
        if status != "actual":
            return stronger(status, above)
        definite = any(
            tree.lower[kid] in ("the", "this", "these", "that", "those", "its", "his", "her", "their")
            or tree.dep[kid] == "nmod:poss"
            for kid in tree.kids[noun]
        )
        ahead = tree.dep[i] == "obl" and tree.preposition(i) in AHEAD
        if above == "planned" and (ahead or any(tree.lower[kid] in COMING for kid in tree.children(noun, "amod"))):
            return above
        return "actual" if definite or above == "negated" else above

    def _is_others(self, noun: int, governor: Clause) -> bool:
        """Return whether somebody else than the subject of ``governor`` has done what ``noun`` names."""
        tree = self.tree
        if not any(frame.type in DONE for frame in self.lexicon.frames("noun", tree.lemma[noun])):
            # "rejected Chad's mediation": there is none.
            return False
        doers = [*self.clauses[noun].possessors] if noun in self.clauses else tree.children(noun, "nmod:poss")
        doers += [kid for kid in tree.children(noun, "nmod") if tree.preposition(kid) == "by"]
        mine = {tree.lower[i] for i in governor.subjects} | {"its", "his", "her", "their"}
        return any(tree.lower[i] not in mine for i in doers)

    def _is_sought(self, i: int) -> bool:
        """Return whether an agreement at ``i`` is what talks "on" it are to bring, not one that they are about."""
        tree = self.tree
        new = any(tree.lower[kid] in ("a", "an") for kid in tree.children(i, "det"))
        return new and tree.preposition(i) in TOWARDS and "agreement" in self.lexicon.noun_class(tree.lemma[i])

    @staticmethod
    def _plain_effect(effect: str | None) -> Status:
        if effect in ("planned", "hypothetical"):
            return effect  # type: ignore[return-value]
        return "hypothetical" if effect == "questions" else "actual"
