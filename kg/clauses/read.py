"""Find the predicates of a document and read their arguments, status and speakers."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from kg.clauses.arguments import ArgumentReader, Arguments
from kg.clauses.charges import FORCE, charge
from kg.clauses.clause import Clause, Reading
from kg.clauses.control import complement
from kg.clauses.dated import taken, turns
from kg.clauses.gapping import filled, gaps
from kg.clauses.predicates import LINKING, verbal_predicates
from kg.clauses.speakers import SpeakerReader
from kg.clauses.status import StatusReader
from kg.clauses.strays import accompanied, for_subject
from kg.lexicon import Lexicon
from kg.nlp.annotations import Layout, notes
from kg.nlp.dates import coming, entries_ahead
from kg.nlp.regained import CALLING
from kg.nlp.tree import Tree

# Adverbs that make another verb of "walk out", "pull back", "stand down".
PARTICLES = frozenset({"out", "back", "down", "away", "home", "off", "over"})
CAUSING = frozenset({"have", "get", "see", "want", "keep", "leave"})
# What the parse may hang on a name that stands with a preposition: "a loan from Japan to Mali".
BESIDE = {
    "by": frozenset({"on", "against", "of", "from", "to", "with"}),
    "from": frozenset({"to", "for", "of", "by"}),
    "to": frozenset({"from", "by"}),
    "in": frozenset({"of", "by"}),
    "on": frozenset({"by"}),
    "against": frozenset({"by"}),
    "of": frozenset({"by", "to", "with", "from"}),
}
EVENTIVE = frozenset({"meeting", "event"})

PARTS = frozenset("morning afternoon evening night noon midday dawn dusk midnight".split())


def read(doc: Doc, lexicon: Lexicon) -> Reading:
    """Return the clauses of ``doc``, which came through ``kg.nlp.pipeline``."""
    tree = Tree(doc)
    verbs = verbal_predicates(tree)
    complement(tree, lexicon, verbs)
    noted = notes(doc)
    left_out = gaps(tree, noted, verbs)
    later = turns(tree, noted, verbs)
    reader = ArgumentReader(tree, frozenset(verbs), dict(_leads(doc, tree, noted.layout)))
    clauses = {i: _verbal(tree, i, reader.read(i)) for i in verbs}
    times = frozenset(i for date in noted.dates for i in range(date.start, date.end))
    # "on Wednesday evening"
    times |= {i + 1 for i in times if i + 1 < len(tree) and tree.lower[i + 1] in PARTS}
    for i in _nouns(tree, clauses, lexicon):
        if i in times:
            continue
        clauses[i] = _nominal(tree, i, clauses, lexicon)
        # "Monday's raid"
        clauses[i].possessors = [k for k in clauses[i].possessors if k not in times]
    for i in verbs:
        if clauses[i].kind == "copula" and tree.pos[i] not in ("VERB", "AUX"):
            clauses[i].possessors = _possessors(tree, i)
            clauses[i].obliques += _modifiers(tree, i)
    headlines = [_tokens(doc, *span) for span in noted.layout.headlines]
    statuses = StatusReader(tree, clauses, lexicon, headlines, coming(noted), entries_ahead(noted))
    speakers = SpeakerReader(tree, clauses, lexicon, noted.quotes)
    ordered = dict(sorted(clauses.items()))
    for i, clause in ordered.items():
        clause.status = statuses.read(i)
        clause.speaker, clause.speech = speakers.read(i)
        clause.quoted = i in speakers.quote and speakers.quote[i].manner == "direct"
    charge(ordered, lexicon)
    if left_out or later:
        ordered = dict(sorted((ordered | dict(filled(left_out, ordered)) | dict(taken(later, ordered))).items()))
    return Reading(doc=doc, tree=tree, clauses=ordered, times=times)


def _leads(doc: Doc, tree: Tree, layout: Layout) -> Iterator[tuple[int, int]]:
    """Yield the first token of each item of a list and the root of what leads into it: "The ministers:"."""
    for item in layout.items:
        if item.lead is not None:
            start, end = _tokens(doc, *item.lead)
            root = next((i for i in range(start, end) if tree.head[i] == i and tree.pos[i] not in ("SPACE", "X")), -1)
            if root >= 0 and tree.pos[root] != "VERB" and tree.children(root, "case"):
                # "In response to the coup, the Council:"
                comma = max(i for i in range(start, end) if tree.text[i] == "," or i == start)
                after = (i for i in range(comma + 1, end) if tree.head[i] <= comma and tree.pos[i] in ("NOUN", "PROPN"))
                root = next(after, root)
            first = _tokens(doc, item.mark[1], item.mark[1] + 1)[0]
            if root >= 0 and first > root:
                yield first, root


def _tokens(doc: Doc, start: int, end: int) -> tuple[int, int]:
    span = doc.char_span(start, end, alignment_mode="expand")
    return (span.start, span.end) if span is not None else (0, 0)


def _verbal(tree: Tree, i: int, args: Arguments) -> Clause:
    is_verb = tree.pos[i] in ("VERB", "AUX")
    if tree.lemma[i] in LINKING and (quality := _quality(tree, i)) >= 0:
        return _linked(tree, i, quality, args)
    particle = tree.child(i, "compound:prt")
    if particle is None and is_verb:
        particle = _particle(tree, i)
        # "home from Mali"
        within = tree.children(particle, "obl") if particle is not None else []
        args.obliques += [(tree.preposition(kid), kid) for kid in within]
    if particle is None and is_verb:
        particle = next((k for k in tree.children(i, "advmod") if tree.lower[k] == "up" and args.patients), None)
    if particle is None and i + 1 < len(tree) and tree.head[i + 1] == i and _is_particle(tree, i, i + 1):
        particle = i + 1
    lemma = f"{tree.lemma[i]} {tree.lower[particle]}" if particle is not None else tree.lemma[i]
    if not is_verb and tree.tag[i] == "VBN":
        # "is opposed to": an adjective is its own lemma.
        lemma = tree.lower[i]
    if lemma == "call" and any(prep == "in to" for prep, _ in args.obliques):
        # "called in to the ministry"
        lemma = "call in"
        args.obliques = [("to" if prep == "in to" else prep, head) for prep, head in args.obliques]
    if lemma == "declare" and _unwelcome(tree, i, args):
        lemma = "declare persona non grata"
    going = [kid for kid in args.complements if tree.lower[kid] == "go" and not tree.children(kid, "obl", "mark")]
    if lemma == "let" and going:
        # "let go two hostages", "let two hostages go"
        lemma = "let go"
        args.objects = args.objects or [o for kid in tree.children(going[0], "obj") for o in tree.conjuncts(kid)]
    return Clause(
        predicate=i,
        kind="verb" if is_verb else "copula",
        lemma=lemma,
        pos="verb" if is_verb else ("adj" if tree.pos[i] == "ADJ" else "noun"),
        passive=args.passive,
        subjects=args.subjects,
        objects=args.patients,
        indirect=args.surface if args.passive and args.indirect else args.indirect,
        obliques=args.obliques,
        complements=args.complements,
        governor=tree.head[i] if tree.head[i] != i else -1,
        relation="root" if tree.head[i] == i else tree.dep[i],
    )


def _quality(tree: Tree, i: int) -> int:
    """Return the adjective of "remains opposed", "feels let down", else -1."""
    return next((kid for kid in tree.children(i, "xcomp") if tree.tag[kid] in ("JJ", "VBN")), -1)


def _linked(tree: Tree, i: int, quality: int, args: Arguments) -> Clause:
    """Return "Chad remains opposed to it" as "Chad is opposed to it"."""
    return Clause(
        predicate=i,
        kind="copula",
        lemma=tree.lemma[quality] if tree.pos[quality] == "ADJ" else tree.lower[quality],
        pos="adj",
        subjects=args.subjects,
        obliques=args.obliques + _modifiers(tree, quality),
        complements=[kid for kid in args.complements if kid != quality]
        + tree.children(quality, "xcomp", "ccomp", "advcl"),
        governor=tree.head[i] if tree.head[i] != i else -1,
        relation="root" if tree.head[i] == i else tree.dep[i],
    )


def _particle(tree: Tree, i: int) -> int | None:
    """Return the adverb after the object of ``i`` that makes another verb of it: "sent the envoys home"."""
    given = tree.children(i, "obj")
    adverbs = [k for head in (i, *given) for k in tree.children(head, "advmod") if _is_particle(tree, i, k)]
    # "called its envoy, Ana Soto, home"
    near = ((k, k - 1 - (tree.text[k - 1] == ",")) for k in adverbs if k > i)
    return next((k for k, end in near if any(o < k and end <= tree.right[o] for o in given)), None)


def _is_particle(tree: Tree, verb: int, k: int) -> bool:
    """Return whether the adverb at ``k`` makes another verb of ``verb``."""
    return tree.lower[k] in PARTICLES or (tree.lower[k] == "together" and tree.lemma[verb] == "bring")


def _unwelcome(tree: Tree, i: int, args: Arguments) -> bool:
    """Return whether somebody is declared persona non grata, and make him the object however the parse hung him."""
    inside = range(i + 1, min(tree.right[i] + 1, len(tree)))
    found = next((j for j in inside if tree.lower[j] in ("persona", "personae", "personas")), -1)
    if found < 0 or found + 2 >= len(tree) or tree.lower[found + 1] != "non":
        return False
    if found in args.objects:
        args.objects.remove(found)
        args.objects += [kid for kid in tree.children(found, "compound", "amod", "nmod", "nsubj") if kid < found][-1:]
    return True


def _nouns(tree: Tree, clauses: dict[int, Clause], lexicon: Lexicon) -> list[int]:
    """Return the common nouns that name events: those with frames, meetings, and what takes a complement."""
    return [
        i
        for i, pos in enumerate(tree.pos)
        if pos in ("NOUN", "PROPN")
        and i not in clauses
        and tree.dep[i] not in ("compound", "flat")
        and (
            lexicon.frames("noun", tree.lemma[i])
            or lexicon.noun_class(tree.lemma[i]) & EVENTIVE
            or lexicon.complement(tree.lemma[i], "noun") is not None
        )
    ]


def _nominal(tree: Tree, i: int, clauses: dict[int, Clause], lexicon: Lexicon) -> Clause:
    clause = Clause(
        predicate=i,
        kind="noun",
        lemma=tree.lemma[i],
        pos="noun",
        possessors=_possessors(tree, i),
        obliques=_modifiers(tree, i),
        complements=tree.children(i, "acl", "ccomp") + _asked(tree, i),
        governor=tree.head[i] if tree.head[i] != i else -1,
        relation="root" if tree.head[i] == i else tree.dep[i],
    )
    _carry(tree, clause, clauses, lexicon)
    return clause


def _asked(tree: Tree, i: int) -> list[int]:
    """Return the leaving of "a call for Chad to leave was ignored", hung on the verb of the sentence."""
    named = [kid for kid in tree.children(i, "nmod") if not tree.preposition(kid)]
    verbs = tree.children(tree.head[i], "advcl") if named and tree.dep[i] in ("nsubj", "nsubj:pass", "obj") else []
    return [verb for verb in verbs if for_subject(tree, verb) in named]


def _possessors(tree: Tree, i: int) -> list[int]:
    """Return "Putin" of "Putin's visit", "Russian" of "Russian attack", "NATO" of "NATO summit"."""
    found: list[int] = []
    for kid in tree.kids[i]:
        named = tree.pos[kid] in ("PROPN", "ADJ") and not tree.text[kid].islower()
        if tree.dep[kid] == "nmod:poss" or (kid < i and tree.dep[kid] in ("amod", "compound", "nmod") and named):
            found += tree.conjuncts(kid)
        elif kid < i and tree.dep[kid] == "compound" and tree.pos[kid] == "NOUN":
            # "AU foreign ministers meeting": the AU's.
            found += [k for k in tree.children(kid, "compound", "nmod:poss", "amod") if tree.pos[k] in ("PROPN", "ADJ")]
    return found


def _modifiers(tree: Tree, i: int) -> list[tuple[str, int]]:
    heads = [i, *(kid for kid in tree.children(i, "amod") if tree.lower[kid] == "worth")]
    found = [
        (tree.preposition(kid), head)
        for noun in heads
        for kid in tree.kids[noun]
        if tree.dep[kid] in ("nmod", "obl", "nmod:of") and kid > noun
        for head in tree.conjuncts(kid)
    ]
    # "the strikes by Chad and Mali on Niger", where the parse gave "on Niger" to Mali.
    names = [(prep, head) for prep, head in found if prep in BESIDE and tree.pos[head] == "PROPN"]
    aimed = [
        kid
        for prep, head in names
        for kid in tree.children(head, "nmod")
        if tree.preposition(kid) in BESIDE[prep] and (tree.preposition(kid) != "of" or tree.child(head, "det") is None)
    ]
    others = [head for prep, head in found if prep == "by" and tree.pos[head] == "NOUN"]
    # "the strikes by rebels on Niger"
    aimed += [
        kid for head in others for kid in tree.children(head, "nmod") if tree.preposition(kid) in ("on", "against")
    ]
    return found + [(tree.preposition(kid), head) for kid in aimed for head in tree.conjuncts(kid)]


def _carry(tree: Tree, clause: Clause, clauses: dict[int, Clause], lexicon: Lexicon) -> None:
    """Give an eventive noun the subject and obliques of the light verb that carries it: "held talks with"."""
    first = clause.predicate
    while tree.dep[first] == "conj" or (
        tree.dep[first] == "nmod" and (tree.preposition(first), tree.lemma[tree.head[first]]) in CARRIERS
    ):
        # "five million euros in aid": the aid. "Claimed responsibility for the raid": the raid.
        first = tree.head[first]
    # "Sanctions on Chad remain, imposed by Mali"
    beside = [*tree.children(first, "acl:relcl", "acl"), *tree.children(tree.head[first], "advcl")]
    verbs = [clauses.get(i) for i in (tree.head[first], *beside)]
    for verb in verbs:
        if verb is not None and verb.kind != "noun" and _lend(tree, clause, first, verb, lexicon):
            return
    act = clauses.get(accompanied(tree, lexicon, clause.predicate))
    if act is not None and act.kind != "noun" and not clause.objects:
        # "With the backing of Chad, Mali sent troops": who sent them is backed.
        clause.objects = list(act.subjects)


OTHERS = frozenset({"raise", "end", "halt", "stop"})
SUMS = frozenset(
    "dollar euro pound yen yuan ruble rouble franc peso real rupee million billion package tonne ton".split()
)


SERIES = frozenset("series wave string spate barrage number round campaign spree worth".split())
CARRIERS = (
    frozenset((prep, noun) for prep in ("in", "of") for noun in SUMS)
    | frozenset(("of", noun) for noun in SERIES)
    | {("for", "responsibility")}
)


def _lend(tree: Tree, clause: Clause, first: int, verb: Clause, lexicon: Lexicon) -> bool:
    """Give ``clause`` what ``verb`` carries, if it is a light verb and ``first`` its noun; return whether it did."""
    for light in lexicon.light(verb.lemma):
        arguments = (
            verb.objects if light.via == "obj" else [h for prep, h in verb.obliques if f"prep:{prep}" == light.via]
        )
        if clause.predicate in arguments or first in arguments:
            if verb.lemma in CALLING and verb.complements:
                # Who calls a raid a crime has not called it, and who considers it one does not consider it.
                return False
            if verb.lemma == "call" and any(tree.lower[k] == "the" for k in tree.children(clause.predicate, "det")):
                # "called the assassination a crime", but "called an emergency meeting"
                return False
            if verb.lemma in OTHERS and any(f.type in FORCE for f in lexicon.frames("noun", clause.lemma)):
                # Who raises an arrest speaks of it, and who ends a siege need not have laid it.
                return False
            if tree.tag[tree.child(verb.predicate, "xcomp") or 0] == "VBN" and verb.lemma in CAUSING:
                # "have the sanctions lifted" imposes none.
                return False
            clause.light = verb.predicate
            if light.gives == "actor":
                clause.subjects = list(verb.subjects)
            else:
                # "The raid met with criticism", "was met with criticism"
                clause.objects = list(verb.objects if verb.passive else verb.subjects)
            clause.obliques = clause.obliques + [pair for pair in verb.obliques if pair[1] != clause.predicate]
            return True
    return False
