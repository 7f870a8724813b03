"""Whether the event that a noun names is actual, planned, hypothetical or negated: "talks", "the attack"."""

from __future__ import annotations

from abc import ABC, abstractmethod

from kg.clauses import moods, supposing, unmade
from kg.clauses.clause import Clause
from kg.clauses.strays import accompanied
from kg.lexicon import Lexicon
from kg.model import Status
from kg.nlp.tree import Tree

WEIGHT: dict[Status, int] = {"actual": 0, "planned": 1, "hypothetical": 2, "negated": 3}
# Acts that are a meeting of those who do them.
DOING = frozenset({"Consult", "Meeting"})
# What is coming is not there yet.
COMING: dict[str, Status] = dict.fromkeys(("next", "upcoming", "forthcoming", "coming", "future", "planned"), "planned")
COMING |= dict.fromkeys(("possible", "potential", "proposed", "prospective", "draft"), "hypothetical")
MAKING = frozenset("negotiate draft prepare discuss finalize finalise consider plan elaborate arrange".split())
AHEAD = frozenset({"before", "ahead of", "until", "at", "during", "pending"})
PENDING = frozenset({"by", "before", "ahead of", "until", "pending"})
TAKEN = frozenset(("", "for", "to", "of", "on", "from", "in", "with", "against"))
PROSPECTS = frozenset("anticipation expectation prospect preparation hope plan schedule arrangement".split())
# To favour a beginning is not to see it.
STARTS = frozenset(
    "launch start beginning opening resumption holding continuation convening preparation anticipation".split()
)
# What is settled of a meeting before it is held, and what has to come before it.
TERMS = frozenset(
    "condition precondition prerequisite priority demand term goal aim conditional dependent contingent".split()
)
FRAMING = TERMS | frozenset("date venue agenda timetable format groundwork timeframe invitation".split())
# Who ends these works with nobody any more; who ends an exercise has held it.
LASTING = frozenset("cooperation collaboration co-operation partnership".split())
PROBING = frozenset({"investigate", "examine"})
LISTING = frozenset({"include", "comprise", "contain", "list"})
LINKING = frozenset("remain stay look seem appear turn prove".split())
# What an event that is subject does by these, it is itself.
HAPPENING = frozenset("begin start commence come occur happen materialize materialise follow ensue resume take".split())
BIDDING = frozenset("behest request invitation urging instigation insistence initiative bidding".split())
REPLACED = frozenset({"instead of", "in place of", "in lieu of", "rather than"})
HAVING = frozenset({"have", "need"})
SIGNING = frozenset("signing conclusion initialling initialing adoption finalization finalisation".split())
ROUNDS = frozenset("round session series cycle bout".split())
FAVOURS = frozenset("support back advocate favor favour promote encourage endorse".split())
HOLDING = frozenset("hold host attend convene preside chair organize organise open take join address schedule".split())
# "Suspended 30 million dollars in aid": the aid is suspended.
# "a package of sanctions", "ten tonnes of aid": what is counted is given or planned.
MEASURES = frozenset(
    "dollar euro pound yen yuan rouble ruble million billion worth tranche ton tonne package raft batch wave set "
    "string spate".split()
)
# Talks "on an agreement" have none yet.
TOWARDS = frozenset({"on", "about", "over", "for", "towards", "toward", "of"})
SOUGHT = frozenset("talk negotiation discussion bid push work effort call draft text outline hope chance".split())
# Who does these to an act of somebody else does not undo it.
DONE = frozenset({"Assault", "Coerce", "Sanction", "Support", "Mobilize", "Retreat", "Accuse", "Request"})
# What is to be stopped goes on.
STOPPING = frozenset("lift stop cease halt end quit discontinue suspend abandon drop".split())
BARRIERS = frozenset("embargo boycott blockade ban siege sanction curfew prohibition moratorium".split())
THEIRS = frozenset("the this these that those its his her their".split())
# What is kept from happening has not, by whomever it was launched.
AVERTING = frozenset("avert avoid block derail deter foil forbid preclude prevent prohibit thwart torpedo".split())
DISPUTING = frozenset("reject oppose dismiss resist deny refute rebut dispute".split())
UNTOLD = frozenset({"a", "an", "any", "another"})
REVOKING = frozenset("withdraw revoke rescind retract reverse overturn annul".split())
STANCES = frozenset("recognition support backing endorsement consent approval".split())
ANY = frozenset({"any", "whatever", "whichever"})


def stronger(a: Status, b: Status) -> Status:
    """Return the one of ``a`` and ``b`` that is further from fact."""
    return a if WEIGHT[a] >= WEIGHT[b] else b


def plain_effect(effect: str | None) -> Status:
    """Return what a predicate with ``effect`` makes of what it takes, but for negation."""
    if effect in ("planned", "hypothetical"):
        return effect  # type: ignore[return-value]
    return "hypothetical" if effect == "questions" else "actual"


class EventStatus(ABC):
    """Reads the status of events that nouns name; that of clauses is ``read`` by who inherits it."""

    tree: Tree
    clauses: dict[int, Clause]
    lexicon: Lexicon
    coming: frozenset[int]

    @abstractmethod
    def _is_untrue(self, noun: int) -> bool:
        """Return whether a claim at ``noun`` is said to be untrue."""

    @abstractmethod
    def read(self, i: int) -> Status:
        """Return the status of the clause at token ``i``."""

    def meets(self, noun: int) -> bool:
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

    def of_noun(self, clause: Clause) -> Status:
        """Return the status of the event at the predicate of ``clause``."""
        tree, i = self.tree, clause.predicate
        own: Status = "negated" if moods.is_nothing(tree, i) else "actual"
        open_ended = tree.dep[i] in ("nsubj", "nsubj:pass", "obl", "nmod")
        if open_ended and any(tree.lower[kid] in ANY for kid in tree.children(i, "det")):
            # "Any attack will be answered", "is against any attack"
            own = "hypothetical"
        if tree.preposition(i) in REPLACED:
            own = "negated"
        if self.meets(i) and (self._is_ahead(i) or self._is_for_later(i)):
            own = stronger(own, "planned")
        own = stronger(own, self._prospect(i))
        after = (kid for kid in tree.children(i, "acl") if tree.tag[kid] == "JJ")
        for kid in (*tree.children(i, "amod", "compound"), *after):
            modal = self.lexicon.modal(tree.lower[kid]) if tree.pos[kid] != "PROPN" else None
            own = stronger(own, modal or COMING.get(tree.lower[kid], "actual"))
        verb = self.clauses.get(tree.head[i])
        if verb is not None and verb.kind == "verb" and verb.lemma in HOLDING:
            own = stronger(own, self.read(verb.predicate))
        return stronger(own, self.of_argument(i))

    def _is_for_later(self, noun: int) -> bool:
        """Return whether the meeting at ``noun`` is one "at which" something will be done, or is pencilled in."""
        tree = self.tree
        held = tree.dep[noun] in ("nsubj", "nsubj:pass") and tree.lemma[tree.head[noun]] in HAPPENING | HOLDING
        after = range(noun + 1, min(tree.right[noun] + 3, len(tree)))
        if any(tree.text[k - 1] == "," and unmade.is_due(tree, k) for k in after):
            # "welcomes the summit, due in Lima next week"
            return True
        if any(k in self.clauses and tree.tag[k] == "VBN" for k in tree.to_be(noun)):
            # "the elections to be held next month"
            return True
        for kid in tree.children(noun, "acl:relcl", "acl"):
            clause = self.clauses.get(kid)
            if clause is None:
                continue
            there = any(tree.lower[k] in ("which", "where") for k in tree.children(kid, "obl", "advmod"))
            told = [self.read(k) for k in (kid, *tree.children(kid, "xcomp")) if k in self.clauses]
            hosted = clause.lemma in HOLDING and tree.dep[kid] == "acl:relcl" and told[0] == "planned"
            if hosted or (there and tree.dep[kid] == "acl:relcl" and "planned" in told):
                # "the summit at which they will sign", "a summit which Chad is to host"
                return True
            known = self.lexicon.complement(clause.lemma, "verb")
            planned = known is not None and known.effect == "planned" and clause.passive and not held
            if planned and tree.tag[kid] == "VBN" and tree.dep[kid] == "acl":
                # "The summit, pencilled in for May, …"
                return tree.dep[noun] in ("nsubj", "nsubj:pass", "obj", "obl")
        return False

    def _prospect(self, noun: int) -> Status:
        """Return what its predicate says of an event: "a meeting is unlikely", "the talks fell through"."""
        tree = self.tree
        head = tree.head[noun]
        if tree.dep[noun] not in ("nsubj", "nsubj:pass"):
            return "actual"
        if any(tree.lemma[kid] in ("victim", "casualty") for kid in tree.children(head, "obj", "xcomp")):
            # "The summit fell victim to the dispute."
            return "negated"
        if tree.lemma[head] == "elude":
            # "A truce has eluded mediators."
            return "negated"
        # "Turned out to be a drill"
        called = [k for k in tree.children(head, "obj", "xcomp") if tree.child(k, "cop") is not None]
        if tree.children(head, "obj") and not called:
            return "actual"
        if tree.lemma[head] == "fail" and any(tree.lemma[k] in HAPPENING for k in tree.children(head, "xcomp")):
            # "The exchange failed to materialise."
            return "negated"
        said = next(iter((*called, *tree.children(head, "xcomp"), head))) if tree.lemma[head] in LINKING else head
        verb = self.clauses.get(said)
        plain = verb is None or verb.kind == "copula"
        cases = [tree.lower[kid] for kid in tree.children(said, "case")]
        words = tree.lower[said] if plain or verb is None else verb.lemma
        idioms = [f"{words} {tree.preposition(k)} {tree.lemma[k]}" for k in tree.children(said, "obl")]
        known = map(self.lexicon.prospect, (" ".join([*cases, words]), *idioms))
        found = next((prospect for prospect in known if prospect is not None), None)
        if found is None:
            return "actual"
        # "Is not on the agenda", "is by no means off"
        denied = any(self.lexicon.modal(tree.lower[kid]) == "negated" for k in {head, said} for kid in tree.kids[k])
        return found if not denied else ("hypothetical" if found == "negated" else "negated")

    def of_argument(self, noun: int) -> Status:
        """Return what the verb makes of the event that its argument names: "called for talks", "held talks"."""
        tree, i = self.tree, noun
        if (told := unmade.counted(tree, self.clauses, noun)) >= 0:
            return self.read(told)
        while tree.dep[i] in ("conj", "appos") or (tree.dep[i] == "nmod" and tree.lemma[tree.head[i]] in MEASURES):
            i = tree.head[i]
        head = tree.head[i]
        due = i != noun and any(tree.lower[kid] == "due" for kid in tree.kids[i])
        due = due or unmade.is_undated(tree, i, head)
        if due or (tree.preposition(i) == "for" and self._is_prepared(head)):
            return "planned"
        if tree.lemma[head] in LISTING and any(tree.lemma[k] in TERMS for k in tree.children(head, "nsubj")):
            # "Its demands include the release of the crew."
            return "hypothetical"
        if tree.lemma[head] in HAVING:
            # "The meeting had to be put off."
            head = next((k for k in tree.children(head, "xcomp") if tree.child(k, "aux:pass") is not None), head)
        governor = self.clauses.get(head)
        if head != i and unmade.is_unmade(tree, self.lexicon, i, head, definite=self._is_definite(noun)):
            return "hypothetical"
        if governor is None or head == i:
            if tree.lemma[head] in PROSPECTS and head != i:
                return "planned"
            if tree.preposition(i) == "of" and unmade.is_moot(tree, head):
                return "hypothetical"
            if tree.lemma[head] == "need" and tree.preposition(i) == "for":
                # "the need for a further package of sanctions"
                return "hypothetical"
            return self._aimed_at(noun, head) if tree.preposition(i) == "for" else "actual"
        if governor.kind == "noun":
            known = self.lexicon.complement(governor.lemma, "noun")
            effect = known.effect if known is not None else None
            part = effect is not None or governor.lemma in STARTS | ROUNDS | SIGNING
            above: Status = self.read(head) if tree.dep[i] == "nmod" and part else "actual"
            if above == "negated" and governor.lemma not in STARTS | ROUNDS and effect != "negated":
                # "no invitation to the conference": the conference is held all the same.
                above = "actual"
            if tree.preposition(i) == "of" and (effect == "claims" or unmade.is_moot(tree, head)):
                # "rumours of an attack"
                return "negated" if effect == "claims" and self._is_untrue(head) else "hypothetical"
            if effect == "negated" and governor.lemma in BARRIERS and tree.preposition(i) in ("on", "against"):
                # "a ban on meetings"
                return "hypothetical"
            if effect is None and governor.lemma in SOUGHT and self._is_sought(i):
                effect = "planned"
            return stronger(above, plain_effect(effect))
        if accompanied(tree, self.lexicon, noun) >= 0:
            return "negated" if tree.preposition(noun) == "without" else "actual"
        above = self.read(head)
        known = self.lexicon.complement(f"{governor.lemma} {tree.preposition(i)}", governor.pos)
        known = known or self.lexicon.complement(governor.lemma, governor.pos)
        if governor.lemma == "make" and any(tree.lemma[k] in TERMS for k in tree.children(head, "xcomp", "obj")):
            # "made the release of the crew a condition", "made the loan conditional on reforms"
            return stronger(above, "hypothetical")
        if any(tree.lemma[k] == "principle" for k in tree.children(head, "obl")) and governor.lemma != "agree":
            # "approved the loan in principle"
            above = stronger(above, "planned")
        if tree.dep[i] == "obj" and any(
            k in self.coming and tree.preposition(k) == "by" for k in tree.children(head, "obl")
        ):
            # "announced the withdrawal of its troops by May"
            return stronger(above, "planned")
        if unmade.pends(tree, self.lexicon, noun, governor, above):
            return stronger(above, "hypothetical")
        going_on = governor.lemma in STOPPING and tree.dep[i] == "obj" and self._is_definite(noun)
        shared = any(frame.type == "Cooperate" for frame in self.lexicon.frames("noun", tree.lemma[noun]))
        if going_on and shared and (above == "planned" or (above == "actual" and tree.lemma[noun] in LASTING)):
            # "agreed to suspend its exercises with Chad": they are not held
            return "negated"
        if going_on and above in ("planned", "hypothetical") and not governor.passive:
            # "called on Libya to end its raids": it makes them.
            return "actual"
        if governor.lemma == "end" and tree.dep[i] == "obj" and tree.lemma[noun] in BARRIERS and above == "actual":
            # "ended its embargo on Chad": there is none any more.
            return "negated"
        if governor.lemma.split(" ")[0] in STOPPING | {"break"} and self._was_held(noun):
            # "suspended the talks that it had been holding"
            return "actual"
        light = self.clauses[noun].light if noun in self.clauses else -1
        if tree.dep[i] in ("obj", "xcomp") and supposing.is_pictured(tree, governor):
            # "The drill simulates an attack."
            return "hypothetical"
        averted = governor.lemma in AVERTING and tree.dep[i] in ("obj", "nsubj:pass")
        if light >= 0 and tree.dep[light] in ("acl", "acl:relcl") and tree.head[light] == noun and not averted:
            # "lifted the sanctions that it had imposed"
            return self.read(light)
        carried = noun in self.clauses and light == head
        if carried and (known is None or known.effect not in ("planned", "hypothetical", "negated")):
            return above
        governed = (
            tree.dep[i] in ("obj", "nsubj:pass", "xcomp")
            or head != tree.head[i]
            or (tree.dep[i] == "obl" and tree.preposition(i) in TAKEN)
        )
        effect = known.effect if known is not None and governed and governor.lemma != "forget" else None
        if governor.lemma in REVOKING and tree.lemma[noun] in STANCES and tree.dep[i] in ("obj", "nsubj:pass"):
            # "withdrew its recognition of Kosovo": it recognizes it no more.
            effect = "negated"
        if governor.lemma == "invite" and tree.preposition(i) == "to" and self.meets(noun) and self._is_definite(noun):
            # "invited her to the summit": that is held whether she comes or not.
            effect = None
        if governor.passive and any(tree.lower[kid] == "being" for kid in tree.kids[head]) and governor.lemma in MAKING:
            # "A treaty is being negotiated."
            effect = "planned"
        if governor.lemma == "provide" and tree.preposition(i) == "for":
            # "The accord provides for the withdrawal"
            effect = "planned"
        if effect == "questions" and governor.lemma in PROBING and self._is_done(noun):
            # "will investigate the attack"
            return "actual"
        if i in governor.objects and not self._is_definite(noun) and supposing.is_law(tree, self.lexicon, governor):
            # "the treaty covers attacks"
            return "hypothetical"
        if effect == "negated" and governor.lemma in DISPUTING and self._is_others(noun, governor):
            # "rejected Chad's annexation of the island": it was annexed all the same. "Opposes an attack": none yet.
            may_come = any(tree.lower[kid] in UNTOLD for kid in tree.children(noun, "det")) or tree.lemma[noun] == "use"
            return "hypothetical" if may_come or above == "hypothetical" else "actual"
        if governor.lemma in FAVOURS and tree.dep[i] in ("obj", "obl", "nsubj:pass") and tree.lemma[noun] in STARTS:
            return "hypothetical"
        if effect == "negated":
            return "hypothetical" if above == "negated" else "negated"
        status = plain_effect(effect)
        if status != "actual":
            return stronger(status, above)
        if tree.dep[i] in ("nsubj", "nsubj:outer", "nsubj:pass") and governor.lemma in HAPPENING:
            # "The pullout is to begin in May."
            return above
        if tree.lemma[noun] in BIDDING and tree.preposition(i) in ("at", "on", "upon"):
            # "Did Chad arrest them at Mali's behest?"
            return above
        if above == "negated" and moods.was_due(tree, head):
            # "was to have spoken at a meeting in May": that was planned.
            above = "planned"
        definite = self._is_definite(noun)
        if not definite and above == "negated" and tree.child(head, "aux") is not None:
            # "Nobody would be surprised by an attack."
            return "hypothetical"
        ahead = tree.dep[i] == "obl" and tree.preposition(i) in AHEAD
        pending = tree.dep[i] == "obl" and tree.preposition(i) in PENDING and self.meets(noun)
        if above != "actual" and pending:
            # "If they are not home by the meeting, …"
            return "planned" if not self._was_held(noun) else "actual"
        if above == "planned" and (ahead or any(tree.lower[kid] in COMING for kid in tree.children(noun, "amod"))):
            return above
        return "actual" if definite or above == "negated" else above

    def _was_held(self, noun: int) -> bool:
        """Return whether a relative clause tells that the meeting at ``noun`` went on: "the talks opened in March"."""
        verbs = [k for k in self.tree.children(noun, "acl:relcl", "acl") if k in self.clauses]
        return any(self.clauses[k].lemma in HOLDING | HAPPENING and self.read(k) == "actual" for k in verbs)

    def _aimed_at(self, noun: int, head: int) -> Status:
        """Return what is said of what ``noun`` is wanted for: "is ready to lend a house for talks"."""
        tree = self.tree
        while head not in self.clauses and tree.head[head] != head:
            head = tree.head[head]
        above = self.read(head) if head in self.clauses and self.clauses[head].kind == "verb" else "actual"
        return above if above in ("planned", "hypothetical") and not self._is_definite(noun) else "actual"

    def _is_prepared(self, head: int) -> bool:
        """Return whether what stands with ``for`` at ``head`` is only made ready: "a date for talks has been set"."""
        tree = self.tree
        if tree.lemma[head] in FRAMING:
            return True
        return any(tree.lemma[k] in PROSPECTS for k in tree.children(head, "nsubj", "nsubj:pass", "obj"))

    def _is_definite(self, noun: int) -> bool:
        """Return whether ``noun`` is known or somebody's: "the raids", "its raids", "Chad's raids"."""
        tree = self.tree
        return any(tree.lower[kid] in THEIRS or tree.dep[kid] == "nmod:poss" for kid in tree.kids[noun])

    def _is_done(self, noun: int) -> bool:
        """Return whether ``noun`` names a known act: "the attack"."""
        return self._is_definite(noun) and any(
            f.type in DONE for f in self.lexicon.frames("noun", self.tree.lemma[noun])
        )

    def _is_others(self, noun: int, governor: Clause) -> bool:
        """Return whether somebody else than the subject of ``governor`` has done what ``noun`` names."""
        tree = self.tree
        between = [kid for kid in tree.children(noun, "nmod") if tree.preposition(kid) == "between"]
        if between and self._is_definite(noun) and "agreement" in self.lexicon.noun_class(tree.lemma[noun]):
            # "Ghana rejected the port accord between Chad and Mali": they have agreed it.
            parties = {tree.lower[i] for kid in between for i in tree.conjuncts(kid)}
            return not parties & {tree.lower[i] for i in governor.subjects}
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
