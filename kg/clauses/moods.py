"""Signs beside a verb that its clause tells no fact: questions, inversions, what is due, forgone or provided for."""

from __future__ import annotations

from kg.clauses.clause import Clause
from kg.lexicon import Lexicon
from kg.model import Status
from kg.nlp.tree import Tree

DUE = frozenset("due set scheduled slated poised bound expected supposed about".split())
NEGATIONS = frozenset({"not", "n't", "never", "n’t"})
NOBODY = frozenset({"nobody", "none", "nothing", "neither"})
OTHERWISE = frozenset({"instead", "rather"})
# "On the verge of attacking", "close to attacking".
NEARLY = frozenset({"verge", "brink", "point", "close", "near"})
# Who asks "Do you know why it attacked?" takes it that it did.
FACTIVE = frozenset("know aware realize realise remember recall see understand notice".split())
PRESSING = frozenset({"pressure", "temptation", "urge"})
# "Not only condemned it"
# "In that case it would leave"
CASES = frozenset({"case", "event", "eventuality"})
CONCEDING = frozenset({"even", "as", "what"})
ONLY = frozenset({"only", "just", "merely", "simply", "solely"})
PRESENT = frozenset({"VBZ", "VBP"})


def is_asked(tree: Tree, clause: Clause) -> bool:
    """Return whether a question leaves open what the main clause says: "Has Chad signed?", not "When did it?"."""
    i = clause.predicate
    auxiliaries = tree.children(i, "aux", "aux:pass", "cop")
    subject = tree.child(i, "nsubj", "nsubj:pass", "expl")
    if not auxiliaries or subject is None or not auxiliaries[0] < subject:
        return False
    start = tree.sentence[i]
    end = tree.sentence_end(start)
    asked = any(tree.text[k] == "?" for k in range(max(start, end - 3), end))
    return asked and not any(tree.tag[k] in ("WP", "WRB", "WDT", "WP$") for k in range(start, auxiliaries[0]))


def is_inverted(tree: Tree, clause: Clause) -> bool:
    """Return whether the auxiliary stands before the subject as in "Had Chad signed, Mali would have"."""
    i = clause.predicate
    first = next((k for k in tree.children(i, "aux", "aux:pass") if tree.lower[k] in ("had", "were")), -1)
    subject = tree.child(i, "nsubj", "nsubj:pass")
    to = any(tree.lower[k] == "to" for k in tree.children(i, "mark"))
    if to and first == tree.sentence[i] and tree.lower[first] == "were":
        # "Were Chad to leave, Mali would"
        return True
    return clause.relation == "advcl" and first == tree.left[i] and subject == first + 1


def is_timetabled(tree: Tree, i: int, coming: frozenset[int]) -> bool:
    """Return whether present ``i`` tells what is to come: "receives Soto on Friday"; ``coming`` are days to come."""
    if any(tree.lower[k] == "before" for k in tree.children(i, "mark")):
        # "ruled it out before the ministers have met", "a week before she travels": that is still to come.
        has = any(tree.lemma[k] == "have" and tree.tag[k] in PRESENT for k in tree.children(i, "aux"))
        return (tree.tag[i] == "VBN" and has) or tree.tag[i] in PRESENT
    if tree.lemma[tree.head[i]] == "time" and tree.dep[i].startswith("acl"):
        # "It would be the first time that Chad and Mali met."
        return any(tree.tag[k] == "MD" for k in tree.children(tree.head[i], "aux"))
    if not (tree.tag[i] in PRESENT or is_progressive(tree, i)) or tree.lemma[i] in TOLD:
        return False
    ahead = (k for k in tree.kids[i] if k in coming or coming.intersection(tree.kids[k]) or is_later_today(tree, k))
    return next(ahead, None) is not None


def is_progressive(tree: Tree, i: int) -> bool:
    """Return whether ``i`` stands in the present progressive: "is sending"."""
    return tree.tag[i] == "VBG" and any(tree.tag[k] in PRESENT for k in tree.children(i, "aux", "aux:pass"))


def was_due(tree: Tree, i: int) -> bool:
    """Return whether ``i`` is what did not come about: "was to have signed", "should have met in May"."""
    helping = {tree.lower[k] for k in tree.children(i, "aux", "cop", "aux:pass")}
    if "have" not in helping or tree.tag[i] != "VBN":
        return False
    if any(tree.lemma[k] in DEFERRING for k in range(i, tree.sentence_end(tree.sentence[i]))):
        # "Was to have met in May but has been postponed": it is still to come.
        return False
    to = "to" in helping or any(tree.lower[k] == "to" for k in tree.children(i, "mark"))
    return "should" in helping or (to and bool(helping & {"was", "were", "ought"}))


def is_marked(tree: Tree, i: int, word: str) -> bool:
    """Return whether ``word`` leads clause ``i``."""
    return any(tree.lower[kid] == word for kid in tree.children(i, "mark"))


def is_decreed(tree: Tree, i: int, governor: Clause) -> bool:
    """Return whether ``i`` is done by the vote or accord to do it: "voted 12 to 3 on Monday to suspend Chad"."""
    decreed = governor.lemma == "vote" and tree.lemma[i] in DECREED
    # "agreed to extend the sanctions"
    prolonged = governor.lemma == "agree" and tree.lemma[i] in PROLONGED
    return is_marked(tree, i, "to") and (decreed or prolonged)


def is_talked_of(tree: Tree, i: int, noun: int) -> bool:
    """Return whether gerund ``i`` is what talks at ``noun`` are about: "talks on restoring relations"."""
    about = any(tree.lower[kid] in ("on", "about", "over") for kid in tree.children(i, "mark", "case"))
    return about and tree.tag[i] == "VBG" and tree.lemma[noun] in TALKS


def is_later_today(tree: Tree, i: int) -> bool:
    """Return whether ``i`` is "tonight" or "this evening"."""
    part = tree.lower[i] in ("evening", "afternoon") and any(tree.lower[k] == "this" for k in tree.children(i, "det"))
    return part or tree.lower[i] == "tonight"


def is_forgone(tree: Tree, i: int) -> bool:
    """Return whether gerund ``i`` is what somebody "stopped short of", or did something else "instead of"."""
    if tree.tag[i] != "VBG":
        return False
    start = tree.left[i]
    before = tree.lower[max(0, start - 1) : start + 1]
    if before in (["short", "of"], ["far", "from"], ["than", "from"], ["away", "from"]):
        return True
    return any(
        tree.lower[kid] in OTHERWISE and tree.lower[kid + 1] in ("of", "than") for kid in tree.kids[i] if kid < i
    )


def is_nearly(tree: Tree, i: int) -> bool:
    """Return whether gerund ``i`` is what somebody "came close to", or was "on the verge of", or "all but" did."""
    start = tree.left[i]
    if i > 1 and tree.lower[i - 1] == "but" and tree.lower[i - 2] == "all":
        return True
    near = start > 0 and tree.lower[start] in ("to", "of") and tree.lower[start - 1] in NEARLY
    # "came within one vote of condemning"
    near = near or (tree.lower[start] == "of" and "within" in tree.lower[max(0, start - 4) : start])
    return near and tree.tag[i] == "VBG"


def is_less_still(tree: Tree, i: int) -> bool:
    """Return whether ``i`` is what somebody does "much less", or "let alone", than what he does not do."""
    start = tree.left[i]
    return tree.lower[max(0, start - 2) : start] in (["much", "less"], ["still", "less"], ["let", "alone"])


def is_urged(tree: Tree, i: int) -> bool:
    """Return whether ``i`` is what somebody is "under pressure to" do, or what "it is high time that" he did."""
    if any(tree.lower[kid] == "to" and tree.lower[kid - 1] in PRESSING for kid in tree.children(i, "mark")):
        return True
    time = tree.head[i]
    if tree.dep[i] != "acl:relcl" or tree.lemma[time] != "time":
        return False
    # "It is the first time that Chad left" tells a fact.
    return "it" in (tree.lower[k] for k in tree.children(time, "nsubj", "expl")) and not tree.children(time, "det")


# What people come together for, and do by that: "rallied to denounce the raid", "marched to protest against it".
ASSEMBLING = frozenset("gather rally march assemble demonstrate parade congregate flock converge turn out mass".split())
VOICING = frozenset(
    "protest demonstrate denounce condemn oppose decry reject support back mourn express voice show demand call "
    "urge celebrate hail honour honor".split()
)


def is_voiced(tree: Tree, i: int, governor: Clause) -> bool:
    """Return whether ``i`` is what people say by coming together: "thousands rallied to denounce the raid"."""
    streets = governor.lemma == "take" and any(tree.lemma[head] == "street" for _, head in governor.obliques)
    return tree.lemma[i] in VOICING and (streets or governor.lemma.split(" ")[0] in ASSEMBLING)


BASES = frozenset({"truth", "substance", "basis", "foundation", "word"})
# What is done by the vote to do it.
PROLONGED = frozenset({"extend", "prolong", "renew"})
DECREED = frozenset(
    "approve adopt accept ratify reject endorse pass back support oppose suspend exclude expel condemn censure "
    "recognize recognise readmit admit demand deplore urge denounce".split()
)
TALKS = frozenset("talk negotiation discussion consultation debate deliberation dialogue conversation".split())
DEFERRING = frozenset({"postpone", "delay", "defer", "adjourn", "reschedule", "put"})
CLEARING = frozenset({"clear", "acquit", "absolve", "exonerate"})
OPPOSING = frozenset({"decide", "vote", "rule"})
ADVISING = frozenset({"advise", "warn", "caution", "argue", "speak", "plead", "campaign", "lobby"})


def against(tree: Tree, i: int, governor: Clause) -> Status | None:
    """Return what "decided against", "warned against" and "was cleared of" make of gerund ``i``."""
    marks = {tree.lower[kid] for kid in tree.children(i, "mark", "case")}
    lemma = governor.lemma.split(" ")[0]
    if "against" in marks and lemma in OPPOSING or "of" in marks and lemma in CLEARING:
        return "negated"
    return "hypothetical" if "against" in marks and lemma in ADVISING else None


def is_opposed(tree: Tree, i: int) -> bool:
    """Return whether gerund ``i`` is what somebody "is against"."""
    opposed = any(tree.lower[k] == "against" for k in tree.children(i, "mark", "case"))
    return opposed and tree.tag[i] == "VBG" and any(tree.lemma[k] == "be" for k in tree.children(i, "aux", "cop"))


def is_nothing(tree: Tree, i: int) -> bool:
    """Return whether ``i`` is "nobody", "no talks" or the like."""
    if not tree.kids[i]:
        return tree.lower[i] in NOBODY
    if tree.lower[i] in NOBODY or any(tree.lower[kid] in ("no", "neither") for kid in tree.children(i, "det")):
        return True
    # "Not one of them", "not a single State"
    counted = tree.lower[i] == "one" or any(tree.lower[kid] in ("single", "one") for kid in tree.kids[i])
    return counted and tree.lower[tree.left[i]] == "not"


def is_baseless(tree: Tree, noun: int) -> bool:
    """Return whether there is said to be nothing in ``noun``: "no truth in the story that Chad attacked"."""
    basis = tree.head[noun]
    return tree.dep[noun] == "nmod" and tree.lemma[basis] in BASES and is_nothing(tree, basis)


def is_excluded(tree: Tree, i: int) -> bool:
    """Return whether ``i`` is the first of "neither Chad nor Mali"."""
    if not tree.kids[i]:
        return False
    return any(tree.lower[kid] == "neither" for kid in tree.children(i, "cc:preconj", "det", "advmod", "cc"))


def shares_auxiliary(tree: Tree, i: int, head: int) -> bool:
    """Return whether conjunct ``i`` stands under the auxiliaries of ``head``: "will meet and discuss"."""
    if tree.child(i, "nsubj", "nsubj:pass", "aux", "aux:pass", "cop", "mark") is not None:
        return False
    return tree.tag[i] == tree.tag[head] and tree.tag[i] in ("VB", "VBN", "VBG")


def shares_to(tree: Tree, i: int, head: int) -> bool:
    """Return whether conjunct ``i`` is one more infinitive beside ``head``: "is to meet her and to raise the case"."""
    if tree.child(i, "nsubj", "nsubj:pass", "aux", "aux:pass", "cop") is not None:
        return False
    return all(any(tree.lower[k] == "to" for k in tree.children(verb, "mark")) for verb in (i, head))


def shares_due(tree: Tree, i: int, head: int) -> bool:
    """Return whether conjunct ``i`` is one more thing that was to have been: "was to have left and met Soto"."""
    alone = tree.child(i, "nsubj", "nsubj:pass", "aux", "aux:pass", "cop", "mark") is None
    joined = any(tree.lower[k] == "and" for k in tree.children(i, "cc"))
    return alone and joined and tree.tag[i] in ("VBD", "VBN") and was_due(tree, head)


def is_parted(tree: Tree, i: int, verb: int) -> bool:
    """Return whether a colon parts ``i`` from ``verb`` before it: "denied it: Chad, he said, had attacked"."""
    return ":" in tree.text[verb + 1 : i] and not tree.children(i, "mark")


def is_conditional(tree: Tree, i: int) -> bool:
    """Return whether ``i`` is what somebody will do if something else happens: "would sign if Chad did"."""
    modal = any(tree.tag[k] == "MD" for k in tree.children(i, "aux"))
    if not modal and tree.tag[i] not in PRESENT:
        return False
    told = tree.head[i] if modal and tree.dep[i] in ("ccomp", "parataxis") else i
    beside = (k for k in tree.children(told, "advcl", "ccomp", "parataxis") if k < i)
    case = (k for k in tree.children(i, "obl") if tree.lemma[k] in CASES and modal)
    supposed = any(tree.lower[d] in ("that", "this", "such") for k in case for d in tree.children(k, "det", "amod"))
    # "In the event of a raid, Chad will leave"
    supposed |= any(tree.lower[k] in ("event", "case") and tree.lower[k + 1] == "of" for k in tree.children(i, "obl"))
    return supposed or any(is_condition(tree, k) for k in (*tree.children(i, "advcl"), *beside))


def is_condition(tree: Tree, i: int) -> bool:
    """Return whether ``i`` is the verb of "if Chad signs", "provided that it signs" or "should it sign"."""
    if tree.lower[i] in ("provided", "providing") and tree.lower[i + 1] in ("that", ",") or tree.lower[i] == "if":
        return True
    marks = [m for m in tree.children(i, "mark") if tree.lower[m] == "if"]
    if any(not m or tree.lower[m - 1] not in CONCEDING for m in marks):
        return True
    first = tree.left[i]
    inverted = tree.lower[first] in ("should", "were", "had") and tree.head[first] == i
    return inverted and any(first < k < i for k in tree.children(i, "nsubj", "nsubj:pass"))


# What is said now of a day to come: "welcomes Friday's vote".
TOLD = frozenset(
    "say tell add announce welcome condemn urge ask demand call expect hope plan want await see need praise support "
    "oppose reject criticize criticise warn fear regret mark note be have".split()
)
# Where, when and under what nothing is: "at no time", "under no circumstances".
NEVER = frozenset("time point stage circumstance condition case account way event occasion instance".split())
ANYONE = frozenset({"anyone", "anybody", "whoever", "whosoever", "anything"})


def is_replaced(tree: Tree, i: int) -> bool:
    """Return whether ``i`` is what was not done "rather than recall its envoy", "instead of leaving"."""
    marks = [kid for kid in tree.children(i, "mark", "case", "advmod", "cc") if kid < i]
    return any(tree.lower[kid : kid + 2] in (["rather", "than"], ["instead", "of"]) for kid in marks)


def is_at_no_time(tree: Tree, i: int) -> bool:
    """Return whether "at no time" or "under no circumstances" stands with ``i``."""
    return any(tree.lemma[kid] in NEVER and is_nothing(tree, kid) for kid in tree.children(i, "obl"))


def is_subjunctive(tree: Tree, i: int) -> bool:
    """Return whether ``i`` is the bare verb of "its appeal that Chad send troops"."""
    helped = tree.child(i, "aux", "aux:pass", "cop") is not None
    return tree.tag[i] == "VB" and not helped and any(tree.lower[kid] == "that" for kid in tree.children(i, "mark"))


def is_of_any(tree: Tree, clause: Clause) -> bool:
    """Return whether ``clause`` tells of nobody in particular: "any Canadian who arms them", "whoever attacks"."""
    if clause.relation != "acl:relcl" or clause.governor < 0:
        return any(tree.lower[kid] in ("whoever", "whosoever") for kid in tree.children(clause.predicate, "nsubj"))
    noun = clause.governor
    return tree.lower[noun] in ANYONE or any(tree.lower[kid] == "any" for kid in tree.children(noun, "det"))


def wished(tree: Tree, lexicon: Lexicon, i: int, noun: int) -> Status | None:
    """Return what "the proposal that Chad host it", "fears that it will leave" make of clause ``i``."""
    known = lexicon.complement(tree.lemma[noun], "noun")
    if known is None or known.effect not in ("planned", "hypothetical", "questions"):
        return None
    if known.effect == "questions" and is_nothing(tree, noun):
        # "There is no doubt that Chad left."
        return None
    marked = any(tree.lower[kid] == "that" for kid in tree.children(i, "mark"))
    that = [kid for kid in tree.children(i, "obj", "obl") if tree.lower[kid] == "that"]
    # "The proposal that Chad host the talks", where "that" was taken for an object.
    doubled = bool(that) and any(kid not in that for kid in tree.children(i, "obj"))
    if not marked and not doubled:
        return None
    return "planned" if known.effect == "planned" else "hypothetical"


def is_risked(tree: Tree, lexicon: Lexicon, i: int) -> bool:
    """Return whether ``i`` is what may happen in "the risk of Chad attacking Mali"."""
    noun = tree.head[i]
    doer = next((kid for kid in tree.children(noun, "nmod") if tree.right[kid] == i - 1), noun)
    noun = tree.head[noun] if tree.dep[noun] == "nmod" and doer == noun else noun
    if tree.tag[i] != "VBG" or doer == noun or tree.preposition(doer) != "of" or tree.children(i, "mark"):
        return False
    known = lexicon.complement(tree.lemma[noun], "noun")
    return known is not None and known.effect in ("hypothetical", "questions") and tree.text[i - 1] != ","


def is_open(tree: Tree, i: int) -> bool:
    """Return whether "yet" or "still" stands before "to" and infinitive ``i``: "is yet to sign"."""
    to = next((kid for kid in tree.children(i, "mark") if tree.lower[kid] == "to"), 0)
    before = tree.lower[to - 1] if to > 1 else ""
    auxiliary = tree.lemma[to - 2]
    return (before == "yet" and auxiliary in ("have", "be")) or (before == "still" and auxiliary == "have")


def is_awaited(tree: Tree, place: int) -> bool:
    """Return whether somebody "is due", or "is expected", in the place at ``place``."""
    return any(tree.lower[kid] in ("due", "expected") for kid in tree.children(place, "advmod"))


def is_due(tree: Tree, mark: int) -> bool:
    """Return whether "to" at ``mark`` follows "due", "set" or the like, however the parse took that."""
    return tree.lower[mark] == "to" and mark > 0 and tree.lower[mark - 1] in DUE


def is_dated_ahead(tree: Tree, noun: int, coming: frozenset[int]) -> bool:
    """Return whether a day to come stands in the phrase of ``noun``, or what follows it: "Friday's talks"."""
    if not coming:
        return False
    begins = [k for k in tree.children(noun, "acl:relcl") if is_timetabled(tree, k, coming)]
    return bool(begins) or any(k in coming for k in tree.children(noun, "nmod", "nmod:poss", "nmod:unmarked"))


def is_wanted_too(tree: Tree, i: int) -> bool:
    """Return whether ``i`` is joined to an infinitive of its own: "What Chad wants is for Mali to go and …"."""
    first = tree.head[i]
    if tree.dep[i] != "conj" or tree.dep[first] not in ("ROOT", "root"):
        return False
    return is_marked(tree, i, "to") and is_marked(tree, first, "to")


def is_maintained(tree: Tree, i: int, governor: Clause) -> bool:
    """Return whether it is insisted that something is so: "insisted that Chad had left", not "that Chad leave"."""
    told = governor.lemma == "insist" and tree.dep[i] == "ccomp"
    helpers = [k for k in tree.children(i, "aux", "aux:pass", "cop") if tree.tag[k] in ("VBD", "VBZ")]
    return told and (bool(helpers) or tree.tag[i] in ("VBD", "VBZ"))
