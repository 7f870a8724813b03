"""Who does what to whom: subjects, objects and obliques of each predicate, with control and gaps resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from kg.clauses.control import addressee, is_charge, is_ranked
from kg.clauses.giving import GIVING, give
from kg.clauses.strays import (
    SUBJECTS,
    after_feeling,
    agents_inside,
    called_so,
    decider,
    deciding,
    echoes,
    for_subject,
    is_bare_object,
    is_fronted_verdict,
    is_named_object,
    is_past,
    is_stray,
    is_told,
    judged_as,
    kind_of,
    lasting,
    place_of,
    shared_object,
    skips,
    told_with_feeling,
    verdict_of,
)
from kg.nlp.mending import SETTLED
from kg.nlp.regained import CALLING
from kg.nlp.tree import Tree

RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$"})
OBLIQUES = ("obl", "obl:tmod", "obl:npmod", "obl:unmarked", "obl:arg")
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "ADJ", "X", "DET"})
# The object of these does not control their complement: "promised Oman to come".
SUBJECT_CONTROL = frozenset({"promise", "vow", "pledge", "threaten", "use", "spend"})
NAMING = CALLING | {"name"}
# Prepositions that open clauses as well.
CONJUNCTIONS = frozenset({"after", "before", "since", "until", "as", "because"})
# "by phone", "by force": how, not who.
MEANS = frozenset(
    "phone telephone video videoconference conference-call letter mail force vote majority consensus acclamation air "
    "sea land road train plane ship way means night day end midnight noon time date deadline surprise".split()
)
# "signed between Chad and Mali": they are who signs.
BETWEEN = frozenset("sign conclude reach agree hold initial ink negotiate strike".split())
TOGETHER = frozenset({"together with", "along with", "alongside", "as well as", "in addition to"})
# "several States, including Chad": Chad among others. What a noun gives this way is part of what it names.
INCLUDING = frozenset({"including", "such as", "notably"})
EMPTY: Mapping[int, int] = MappingProxyType({})


@dataclass
class Arguments:
    """The surface arguments of one predicate."""

    passive: bool = False
    surface: list[int] = field(default_factory=list)
    objects: list[int] = field(default_factory=list)
    indirect: list[int] = field(default_factory=list)
    agents: list[int] = field(default_factory=list)
    obliques: list[tuple[str, int]] = field(default_factory=list)
    complements: list[int] = field(default_factory=list)
    gap: list[int] = field(default_factory=list)

    @property
    def subjects(self) -> list[int]:
        """Return the deep subjects."""
        return self.agents if self.passive else self.surface

    @property
    def patients(self) -> list[int]:
        """Return the deep objects."""
        return self.surface + self.objects if self.passive and not self.indirect else self.objects


class ArgumentReader:
    """Reads the arguments of predicates of one ``tree``, each once."""

    def __init__(self, tree: Tree, predicates: frozenset[int], leads: Mapping[int, int] = EMPTY) -> None:
        """Take the tree, the tokens that are verbal or copular predicates, and what leads into items of lists.

        ``leads``: the first token of an item, and the root of "The ministers:" above it.
        """
        self.tree = tree
        self.predicates = predicates
        self.leads = leads
        self._known: dict[int, Arguments] = {}

    def read(self, i: int) -> Arguments:
        """Return the arguments of predicate ``i``."""
        found = self._known.get(i)
        if found is None:
            found = self._known[i] = self._own(i)
            if not found.surface:
                found.surface = self._inherited(i, found)
            self._fill_gap(i, found)
            above = self.tree.head[i]
            if not found.objects and self.tree.dep[i] == "xcomp" and above in self.predicates:
                found.objects = list(self.read(above).gap)
            if not (found.objects or found.passive or found.complements or found.obliques):
                found.objects = self._shared_objects(i)
        return found

    def _own(self, i: int) -> Arguments:
        tree, args = self.tree, Arguments(passive=self._is_passive(i))
        others = echoes(tree, i)
        for kid in tree.kids[i]:
            dep = tree.dep[kid]
            if kid in others:
                continue
            if dep == "nsubj" and tree.tag[kid] in RELATIVE_TAGS and self._has_other_subject(i, kid):
                # "Chad, which Mali ceased to recognize": the first is what the verb, or its complement, takes.
                args.gap = self._spread(kid)
            elif dep == "nsubj" and kid > i and args.surface and tree.pos[i] == "VERB":
                # "The envoy received President Alder": a verb has one subject, and it has spoken.
                prep = tree.preposition(kid)
                if prep:
                    args.obliques += [(prep, head) for head in self._spread(kid)]
                else:
                    args.objects += self._spread(kid) if self._is_after_object(i, kid) else []
            elif dep in SUBJECTS:
                args.surface += self._spread(kid) if not is_told(tree, i, kid) else []
            elif dep == "obj":
                args.objects += self._spread(kid) if not is_stray(tree, i, kid) else []
            elif dep == "iobj":
                args.indirect += self._spread(kid)
            elif dep in OBLIQUES or dep == "obl:agent":
                prep = tree.preposition(kid)
                if dep == "obl" and (is_bare_object(tree, i, kid, prep) or is_fronted_verdict(tree, kid, prep)):
                    args.objects += self._spread(kid)
                elif args.passive and (prep == "by" or dep == "obl:agent") and tree.lemma[kid] not in MEANS:
                    args.agents += self._spread(kid)
                else:
                    args.obliques += [(prep, head) for head in self._spread(kid)]
                    args.obliques += [("as", head) for head in kind_of(tree, kid, prep)]
                if (second := after_feeling(tree, kid, prep)) >= 0:
                    args.objects += self._spread(second)
                args.complements += told_with_feeling(tree, kid, prep)
            elif dep == "xcomp" and is_named_object(tree, i, kid):
                args.objects += self._spread(kid)
            elif dep in ("ccomp", "xcomp"):
                args.complements.append(kid)
            if dep in ("ccomp", "xcomp", "advcl"):
                args.objects += [o for head in judged_as(tree, kid) for o in self._spread(head)]
                args.objects += self._strayed(i, kid)
                args.obliques += [("as", head) for head in verdict_of(tree, kid)]
        args.surface += [subject for kid in others for subject in self._spread(kid)] if args.surface else []
        if args.passive and not args.agents:
            args.agents = [a for kid in agents_inside(tree, i, args.obliques, args.objects) for a in self._spread(kid)]
        if tree.lemma[i] in NAMING and len(args.objects) == 2 and not args.complements:
            first, second = args.objects
            if tree.dep[second] != "conj" and second > i:
                # "called it a provocation", "which Chad called a provocation"
                args.objects = [first]
                args.complements = [second]
        if tree.dep[i] in ("acl:relcl", "advcl") and any(
            tree.lower[kid] == "where" for kid in tree.children(i, "advmod")
        ):
            # "Montevideo, where a summit opens": it opens there.
            args.obliques += [("in", place) for place in place_of(tree, i)]
        if tree.lemma[i] in GIVING:
            give(tree, i, args, self._spread)
        if args.passive and not args.agents:
            args.agents = self._hands(i)
        beside = [(tree.preposition(kid), kid) for o in args.objects for kid in tree.children(o, "nmod")]
        for prep, head in [*args.obliques, *beside]:
            if prep in TOGETHER and tree.pos[head] in NOMINAL:
                (args.surface if args.surface else args.agents).append(head)
        return args

    def _is_after_object(self, i: int, kid: int) -> bool:
        """Return whether ``kid`` is the object of ``i``, or names it: "met the speaker, Ana Soto"."""
        tree = self.tree
        given = tree.children(i, "obj")
        return not given or any(tree.right[obj] + 2 == tree.left[kid] and tree.text[kid - 1] == "," for obj in given)

    def _hands(self, i: int) -> list[int]:
        """Return who does what is done "at the hands of" them, or "between" them."""
        tree = self.tree
        found: list[int] = []
        for kid in tree.children(i, *OBLIQUES):
            prep = tree.preposition(kid)
            if prep == "at" and tree.lower[kid] == "hands":
                found += [a for k in tree.children(kid, "nmod") if tree.preposition(k) == "of" for a in self._spread(k)]
                found += [a for k in tree.children(kid, "nmod:poss") for a in self._spread(k)]
            elif prep == "between" and tree.lemma[i] in BETWEEN:
                found += self._spread(kid)
        return found

    def _has_other_subject(self, i: int, pronoun: int) -> bool:
        tree = self.tree
        return any(pronoun < kid < i for kid in tree.children(i, "nsubj") if tree.tag[kid] not in RELATIVE_TAGS)

    def _strayed(self, i: int, clause: int) -> list[int]:
        """Return what the parse hung on the complement of ``i`` though it stands before its mark.

        "accused Chad of arming": Chad is accused.
        """
        strayed = [kid for kid in self.tree.children(clause, "obj") if is_stray(self.tree, clause, kid)]
        strayed += [kid for kid in self.tree.children(clause, *SUBJECTS) if is_told(self.tree, clause, kid)]
        return [o for kid in strayed for o in self._spread(kid)]

    def _shared_objects(self, i: int) -> list[int]:
        shared = shared_object(self.tree, i)
        return self._spread(shared) if shared is not None else []

    def _spread(self, kid: int) -> list[int]:
        """Return ``kid`` and its conjuncts; a relative pronoun stands for what it refers to."""
        heads: list[int] = []
        tree = self.tree
        named = [a for a in tree.children(kid, "appos") if a == kid + 1 and tree.tag[kid] not in ("NNS", "NNPS")]
        # "the envoy Ana Soto and Lena Holt": the second is beside the envoy.
        beside = [c for a in named for c in tree.conjuncts(a)[1:]]
        for head in [lasting(tree, i) for i in (*tree.conjuncts(kid), *beside)]:
            if tree.lower[head] == "what" and (called := called_so(tree, head)) >= 0:
                heads.append(called)
                continue
            heads += self._antecedent(head) if self.tree.tag[head] in RELATIVE_TAGS else [head]
            heads += [
                other
                for mod in (self._companions(head) if tree.kids[head] else ())
                if self.tree.preposition(mod) in TOGETHER | INCLUDING or self._is_among(mod)
                for other in self.tree.conjuncts(mod)
            ]
        return list(dict.fromkeys(heads))

    def _companions(self, head: int) -> list[int]:
        """Return what may stand beside ``head`` as "together with": its modifiers, and those of "together"."""
        tree = self.tree
        mods = tree.children(head, "nmod", "appos")
        among = [mod for mod in mods if tree.preposition(mod) == "among" and tree.lower[mod] in ("them", "these")]
        mods += [kid for mod in among for kid in tree.children(mod, "appos")]
        mods += [kid for mod in mods if tree.preposition(mod) == "of" for kid in tree.children(mod, "nmod", "appos")]
        adverbs = [kid for kid in tree.children(head, "advmod") if tree.lower[kid] in ("together", "along")]
        return [*mods, *(kid for adverb in adverbs for kid in tree.children(adverb, "obl"))]

    def _is_among(self, mod: int) -> bool:
        """Return whether ``mod`` is the "Spain" of "five members, among them Spain"."""
        tree = self.tree
        head = tree.head[mod]
        if tree.dep[mod] == "appos" and tree.lower[head] in ("them", "these") and tree.preposition(head) == "among":
            return True
        return any(
            tree.lower[kid] in ("them", "which", "these") and tree.preposition(kid) == "among"
            for kid in tree.children(mod, "nmod", "obl")
        )

    def _antecedent(self, pronoun: int) -> list[int]:
        tree = self.tree
        for i in (pronoun, *tree.ancestors(pronoun)):
            if tree.dep[i] == "acl:relcl":
                head = tree.head[i]
                above = tree.head[head]
                if tree.lower[head] == "those" and tree.preposition(head) == "among" and head < above:
                    # "Among those who came were Chad and Mali."
                    return tree.conjuncts(above)
                if skips(self.tree, pronoun, head):
                    return [above]
                if tree.dep[head] == "conj" and self._is_plural(i):
                    return tree.conjuncts(tree.head[head])
                return tree.conjuncts(head) if self._is_plural(i) else [head]
        return []

    def _is_plural(self, verb: int) -> bool:
        tree = self.tree
        forms = [verb, *tree.children(verb, "aux", "aux:pass", "cop")]
        return not any(tree.tag[i] == "VBZ" or tree.lower[i] == "was" for i in forms)

    def _is_passive(self, i: int) -> bool:
        tree = self.tree
        if tree.child(i, "aux:pass") is not None or (tree.tag[i] == "VBN" and tree.child(i, "cop") is not None):
            return True
        if tree.tag[i] == "VBD" and tree.child(i, "nsubj", "nsubj:pass") is not None:
            # "spoke by phone with", "arrested and deported the journalist" are at times read as passives.
            return False
        if tree.child(i, "obl:agent") is not None:
            return tree.tag[i] in ("VBN", "VBD")
        if tree.child(i, "nsubj:pass") is not None:
            return not self._shared_objects(i) and not is_past(tree, i)
        if tree.tag[i] != "VBN" or tree.pos[i] not in ("VERB", "AUX") or tree.child(i, "aux") is not None:
            return False
        if tree.dep[i] in ("acl", "acl:relcl", "advcl"):
            return tree.child(i, "obj") is None
        if tree.dep[i] == "conj" and tree.child(i, "nsubj") is None:
            head = tree.head[i]
            return self.read(head).passive if head in self.predicates else False
        return False

    def _inherited(self, i: int, args: Arguments) -> list[int]:
        """Return the subject that ``i`` shares with another predicate or with the noun it modifies."""
        tree = self.tree
        dep, head = tree.dep[i], tree.head[i]
        if head == i:
            lead = self.leads.get(tree.sentence[i], i)
            return self.read(lead).surface if lead in self.predicates else tree.conjuncts(lead) if lead != i else []
        if dep == "conj":
            # "remains committed and lends": the lending is beside the adjective.
            head = tree.head[head] if head not in self.predicates and tree.dep[head] == "xcomp" else head
            if head in self.predicates:
                return self.read(head).surface
        if (named := for_subject(tree, i)) >= 0:
            return self._spread(named)
        if dep == "acl:relcl":
            # "the deal they signed" has a subject of its own; here the gap is the subject.
            return tree.conjuncts(head) if self._is_plural(i) else [head]
        if dep == "acl":
            return self._of_noun_modifier(i, head)
        if head not in self.predicates and dep == "xcomp" and tree.dep[head] == "xcomp":
            # "stands ready to help"
            head = tree.head[head]
        if tree.lower[head] == "short" and tree.dep[head] == "advmod":
            # "stopped short of condemning"
            head = tree.head[head]
        if head not in self.predicates:
            return []
        if dep == "xcomp":
            return self._controller(head)
        if dep == "ccomp" and tree.tag[i] in ("VBG", "VB", "VBN"):
            return self._controller(head)
        if dep == "advcl" and self._is_nonfinite(i):
            governor = self.read(head)
            if tree.lemma[head] == "join" and any(tree.lower[kid] == "in" for kid in tree.children(i, "mark", "case")):
                # "Kenya joined Ghana in condemning the raid": both condemn it.
                return [*governor.surface, *governor.objects]
            if (owner := deciding(tree, governor.objects, i)) is not None:
                return tree.conjuncts(owner)
            return governor.surface or governor.subjects
        if dep in ("parataxis", "advcl", "dep") and tree.child(i, "aux", "aux:pass") is not None:
            return self._strayed_subject(i, head)
        return []

    def _strayed_subject(self, i: int, head: int) -> list[int]:
        """Return the subject of "after Chad had agreed" where the parse made a phrase of "after Chad"."""
        tree = self.tree
        for kid in tree.children(head, *OBLIQUES):
            if tree.right[kid] + 1 == tree.left[i] and tree.preposition(kid) in CONJUNCTIONS:
                return self._spread(kid)
        return []

    def _of_noun_modifier(self, i: int, noun: int) -> list[int]:
        tree = self.tree
        marks = {tree.lower[kid] for kid in tree.children(i, "mark", "case")}
        if not marks & {"to", "of", "for", "in", "at", "on"}:
            return [noun]
        if "to" in marks and is_ranked(tree, noun):
            became = tree.dep[noun] == "xcomp" and tree.head[noun] in self.predicates
            # "became the fourth country to recognise it"
            top = tree.head[noun] if became and noun not in self.predicates else noun
            return self.read(top).surface if top in self.predicates else [noun]
        if tree.lemma[i] in SETTLED and tree.child(i, "aux:pass") is not None:
            # "the summit to be held in Lima"
            return [noun]
        if (owner := decider(tree, noun, i)) is not None:
            return tree.conjuncts(owner)
        verb = tree.head[noun]
        if is_charge(tree, noun) and verb in self.predicates:
            # "arrested four men on suspicion of spying"
            return self.read(verb).patients
        if tree.dep[noun] in ("obj", "obl") and verb in self.predicates:
            return self.read(verb).subjects
        return [noun] if tree.dep[noun] in SUBJECTS else []

    def _controller(self, head: int) -> list[int]:
        governor = self.read(head)
        if governor.passive or self.tree.lemma[head] in SUBJECT_CONTROL:
            return governor.surface
        addressed = addressee(self.tree, head)
        if addressed >= 0:
            return self._spread(addressed)
        return governor.indirect or governor.objects or governor.surface

    def _is_nonfinite(self, i: int) -> bool:
        tree = self.tree
        if tree.child(i, "nsubj", "nsubj:pass") is not None:
            return False
        marks = {tree.lower[kid] for kid in tree.children(i, "mark", "case")}
        return tree.tag[i] in ("VBG", "VBN") or "to" in marks

    def _fill_gap(self, i: int, args: Arguments) -> None:
        """Give "the deal they signed" its object: the noun that the relative clause modifies."""
        tree = self.tree
        if args.gap and not args.objects and not any(tree.dep[c] == "xcomp" for c in args.complements):
            args.objects = list(args.gap)
        if args.gap or tree.dep[i] != "acl:relcl" or args.passive or args.objects or not tree.children(i, "nsubj"):
            return
        if any(tree.tag[k] == "WP$" for s in tree.children(i, "nsubj") for k in tree.children(s, "nmod:poss")):
            # "Chad, whose troops fought on": nothing is done to Chad.
            return
        head = tree.head[i]
        if head not in args.surface and not any(head == filler for _, filler in args.obliques):
            args.objects = [head]
