"""Events that nouns name and that need not have come about: "an attack" feared, voted on, offered in return."""

from __future__ import annotations

from collections.abc import Mapping

from kg.clauses import hearsay, moods
from kg.clauses.clause import Clause
from kg.lexicon import Lexicon
from kg.model import Status
from kg.nlp.tree import Tree

CONDITIONAL = frozenset("conditional contingent dependent subject conditioned predicated".split())
# "The date of the visit was set"
TERMINAL = frozenset("date dates venue timing itinerary timetable agenda".split())
SETTLING = frozenset(
    "set fix know agree discuss decide settle finalize finalise confirm announce determine arrange".split()
)
FIXED = frozenset({"set", "slated", "scheduled", "planned", "billed", "pencilled", "fixed", "arranged"})
ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth latest last".split())
# Of what these are spoken, it may or may not come about.
MODES = frozenset("timing pace modality feasibility wisdom merit desirability likelihood probability odds".split())
WANTING = frozenset(
    "support backing case argument mandate pretext justification excuse means capacity appetite".split()
)
PARTISANS = frozenset("proponent advocate opponent supporter backer champion".split())
# A withdrawal that is discussed or backed need not have begun, nor one that peace depends on.
MOVES = frozenset({"Retreat", "Mobilize"})
MOOTING = frozenset(
    "discuss debate back support advocate favour favor press raise consider link tie depend hinge negotiate vote push "
    "campaign insist talk speak aim seek lobby pend".split()
)
ACHIEVING = frozenset({"bring about", "secure", "achieve", "obtain", "effect", "arrange", "hasten", "speed up"})
WATCHING = frozenset("supervise oversee monitor verify guarantee ensure facilitate observe".split())
REQUISITES = frozenset("condition precondition prerequisite demand goal aim key priority necessary essential".split())
# "Signs of a raid", "knowledge of a raid"
SIGNS = frozenset({"sign", "indication", "hint", "trace", "knowledge", "inkling", "foretaste"})
ANSWERS = frozenset("response reply answer retaliation reaction revenge".split())
OUTCRIES = frozenset("protest demonstration rally outcry campaign complaint march petition uproar".split())
# "Insured against attacks": none yet.
GUARDING = frozenset(
    "insure guard defend protect warn caution shield brace prepare arm secure advise argue speak vote decide hedge "
    "be fortify safeguard".split()
)


def pends(tree: Tree, lexicon: Lexicon, noun: int, governor: Clause, above: Status) -> bool:
    """Return whether a move at ``noun`` is only talked of, wished or required: "backs the withdrawal of Chad"."""
    if not any(frame.type in MOVES for frame in lexicon.frames("noun", tree.lemma[noun])):
        new = any(tree.lower[k] in ("a", "an") for k in tree.children(noun, "det"))
        pact = new and "agreement" in lexicon.noun_class(tree.lemma[noun])
        return pact and governor.lemma in ("discuss", "debate", "consider")
    verb = governor.predicate
    if tree.preposition(noun) == "without" or (governor.lemma in WATCHING and above != "actual"):
        return True
    about = governor.lemma == "bring" and tree.preposition(noun) == "about"
    if (about or governor.lemma in ACHIEVING) and tree.tag[verb] == "VB":
        # "ways to bring about the withdrawal"
        return about or tree.dep[noun] == "obj"
    if governor.lemma in MOOTING:
        return tree.dep[noun] not in ("nsubj", "nsubj:outer")
    would = any(tree.lower[k] in ("would", "could", "might", "may") for k in tree.children(verb, "aux"))
    return tree.dep[noun] == "nsubj" and (would or tree.lemma[verb] in REQUISITES)


def is_undated(tree: Tree, noun: int, head: int) -> bool:
    """Return whether it is a matter when ``noun`` will be: "the date of the visit has not been set"."""
    return tree.preposition(noun) == "of" and tree.lemma[head] in TERMINAL and tree.lemma[tree.head[head]] in SETTLING


def is_due(tree: Tree, k: int) -> bool:
    """Return whether token ``k`` is the "due" or "set" of "the summit, due in Lima", "the summit, set for May"."""
    return tree.lower[k] == "due" or (tree.lower[k] in FIXED and tree.lower[k + 1] in ("for", "to", "on", "next"))


def counted(tree: Tree, clauses: Mapping[int, Clause], noun: int) -> int:
    """Return the verb that tells of the event at ``noun`` itself: "will visit Lima, her second trip there", else -1."""
    if tree.dep[noun] not in ("appos", "parataxis") or "," not in tree.text[tree.left[noun] - 1 : noun]:
        return -1
    if not any(tree.lower[k] in ORDINALS for k in tree.children(noun, "amod")):
        return -1
    above = tree.head[noun]
    while tree.head[above] != above and (above not in clauses or clauses[above].kind != "verb"):
        above = tree.head[above]
    return above if above in clauses and clauses[above].kind == "verb" and above < noun else -1


def is_moot(tree: Tree, noun: int) -> bool:
    """Return whether what ``noun`` is "of" is not told as done: "in the event of a raid", "no proof of a raid"."""
    supposed = tree.lemma[noun] in moods.CASES and tree.preposition(noun) == "in"
    # "Talk of an attack", but "talks of peace"
    supposed |= tree.lemma[noun].lower() in hearsay.RUMOURS and tree.tag[noun] == "NN"
    return supposed or (tree.lemma[noun] in hearsay.PROOFS and moods.is_nothing(tree, noun))


def is_required(tree: Tree, noun: int, head: int) -> bool:
    """Return whether ``noun`` is asked for what is offered: "conditional on the withdrawal", "in return for" it."""
    preposition = tree.preposition(noun)
    if tree.lower[head] in CONDITIONAL:
        return preposition in ("on", "upon", "to")
    if tree.lower[tree.left[noun] - 1] == "short" and preposition == "of":
        # "fell short of a condemnation"
        return True
    case = next((k for k in tree.children(noun, "case") if tree.lower[k] == "for"), 0)
    if case < 2 or tree.lower[case - 2] != "in" or tree.lower[case - 1] not in ("return", "exchange"):
        return False
    verb = head if tree.pos[head] in ("VERB", "AUX") else tree.head[head]
    return tree.tag[verb] == "VB" or any(tree.tag[k] == "MD" for k in tree.children(verb, "aux"))


def is_unmade(tree: Tree, lexicon: Lexicon, noun: int, head: int, *, definite: bool) -> bool:
    """Return whether some raid or other at ``noun`` need not have been: "a pact against", "signs of", "afraid of"."""
    if is_required(tree, noun, head):
        return True
    preposition = tree.preposition(noun)
    beside = tree.left[noun] - 1
    if tree.dep[noun] == "obl" and tree.dep[beside] == "obj" and tree.head[beside] == head and not definite:
        # "signalled its openness to a meeting", where the parse hung the meeting on the verb
        known = lexicon.complement(tree.lemma[beside], "noun")
        if known is not None and known.effect in ("planned", "hypothetical") and preposition in ("to", "for", "of"):
            return True
        head = beside if tree.lemma[beside] in WANTING else head
    lemma = tree.lemma[head]
    if (preposition == "of" and lemma in MODES) or (preposition == "on" and lemma in ("vote", "referendum")):
        # "differ over the timing of the withdrawal", "a vote on the expulsion of Chad"
        return True
    if definite:
        return False
    if (lemma in WANTING and preposition == "for") or (lemma in PARTISANS and preposition == "of"):
        # "France's support for an attack", "proponents of an attack"
        return True
    if lemma == "absence" and preposition == "of" and tree.preposition(head) == "in":
        return True
    if tree.pos[head] in ("NOUN", "ADJ") and preposition in ("about", "of"):
        known = lexicon.complement(tree.lower[head] if tree.pos[head] == "ADJ" else lemma, tree.pos[head].lower())
        denied = any(tree.lower[k] in moods.NEGATIONS for k in tree.children(head, "advmod"))
        feared = known is not None and known.effect == "hypothetical" and preposition == "about"
        return feared or lemma in SIGNS or (lemma == "aware" and denied)
    if preposition == "to" and lemma in ANSWERS:
        verb = tree.head[head]
        return any(tree.tag[k] == "MD" for k in tree.children(verb, "aux")) or tree.lemma[verb] in ("prepare", "plan")
    if preposition == "against":
        return lemma in GUARDING or (tree.pos[head] == "NOUN" and lemma not in ANSWERS | OUTCRIES)
    return preposition == "from" and lemma in ("protection", "safety", "shelter", "security", "immunity")
