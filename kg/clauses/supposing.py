"""What is only supposed or pictured, or never reached: "on condition that", "too late to", "in one scenario"."""

from __future__ import annotations

from kg.clauses import hearsay, moods
from kg.clauses.clause import Clause
from kg.lexicon import Lexicon
from kg.model import Status
from kg.nlp.tree import Tree

# What stands before a clause that may come true or not: "on condition that Chad leaves", "as though Chad had left".
SUPPOSING = tuple(
    tuple(phrase.split())
    for phrase in (
        "condition",
        "proviso",
        "understanding",
        "assumption",
        "premise",
        "hypothesis",
        "in case",
        "event",
        "as though",
        "as if",
        "assuming",
        "supposing",
        "suppose",
        "provided",
        "providing",
    )
)
# "As long as Chad stays": it may go.
LASTING = (("as", "long", "as"), ("so", "long", "as"))
ENDINGS = frozenset(phrase[-1] for phrase in (*SUPPOSING, *LASTING))
NONACTUAL = frozenset("will would shall may might could can should must wo 'll to not n't refuse".split())
AIMS = frozenset({"purpose", "aim", "goal", "objective", "object"})
# What is told in these need not have happened: "the drill simulated a raid", "one scenario has Chad attacking Mali".
FICTIONS = frozenset(
    "scenario simulation exercise drill manoeuvre maneuver game wargame novel film movie thriller play drama series "
    "cartoon hypothesis model forecast".split()
)
PICTURING = frozenset(
    "show depict describe portray picture imagine have assume envisage envision feature simulate rehearse imitate "
    "mimic foresee posit practise practice tell".split()
)
# What a plan says that somebody does, he may do.
PLANS = frozenset("plan proposal blueprint roadmap draft timetable strategy deal agreement accord scheme".split())
FORESEEING = frozenset("have see envisage envision foresee imply entail involve".split())
SOURCES = frozenset("source report rumour rumor account version story".split())
STIPULATING = frozenset("provide stipulate specify include".split())
# Who does these before something is over it does not come to that.
BREAKING = frozenset("walk storm die quit pull break flee collapse".split())
# Who is kept from it before he "could" do it has not done it.
TROUBLED = frozenset({"can", "could"})
NOUGHT = frozenset({"nothing", "naught", "nought", "avail"})
FAILING = frozenset("fail founder collapse fizzle misfire backfire".split())
UNDONE = frozenset("abandon drop shelve scrap thwart foil frustrate ditch abort cancel block".split())
# "Bent on leaving", "averse to leaving"; but who is guilty or tired of it does it.
LEADING = frozenset({"of", "on", "to", "about", "against"})
OWNING = frozenset(
    "guilty responsible proud ashamed tired weary critical accustomed used sick short innocent unapologetic".split()
)
PURPOSES = frozenset("case ground argument purpose design".split())
LAWS = frozenset("law bill constitution charter statute decree regulation clause article act".split())
SCENARIOS = frozenset({"scenario", "hypothesis", "version", "variant"})
MEANS = frozenset("gas cannon baton grenade bullet truncheon force shot".split())
OPENING = frozenset({"in", "under"})
EXTREME = frozenset({"worst", "best"})
ORDINALS = frozenset("first second third fourth fifth last other another one".split())
PAST = frozenset({"VBD", "VBN"})


def is_supposed(tree: Tree, i: int) -> bool:
    """Return whether clause ``i`` follows "on condition that", "assuming", "in case" or "as though"."""
    end = tree.left[i]
    while end < i and (tree.dep[end] == "mark" or (end and tree.dep[end] == "fixed")):
        end += 1
    words = tree.lower[max(tree.sentence[i], end - 4) : end]
    if words[-1:] == ["that"]:
        words.pop()
    if not words or words[-1] not in ENDINGS:
        return False
    if tuple(words[-3:]) in LASTING:
        return _is_open(tree, i)
    return any(tuple(words[-len(phrase) :]) == phrase for phrase in SUPPOSING)


def is_present(tree: Tree, i: int) -> bool:
    """Return whether ``i`` stands in the present or the present perfect."""
    return any(tree.tag[k] in moods.PRESENT for k in (i, *tree.children(i, "aux", "aux:pass")))


def _is_open(tree: Tree, i: int) -> bool:
    """Return whether present ``i`` stands beside what has not come about: "will stay as long as Chad does"."""
    above = tree.head[i]
    while tree.dep[above] == "advmod":
        above = tree.head[above]
    unreal = any(tree.lower[k] in NONACTUAL for k in tree.children(above, "aux", "mark", "advmod"))
    return unreal and (is_present(tree, i) or tree.tag[i] not in PAST)


def beyond(tree: Tree, i: int, denied: bool) -> Status | None:
    """Return what "too weak to attack", "strong enough to attack" make of ``i``; ``denied`` is what it hangs on."""
    to = next((k for k in tree.children(i, "mark") if tree.lower[k] == "to"), -1)
    if to < 2:
        return None
    first = max(tree.sentence[i], to - 6)
    for k in range(to - 2, first, -1):
        # "only too glad to help"
        too = tree.lower[k] == "too" and tree.head[k] > k and tree.lower[k - 1] not in ("only", "all")
        if too and tree.pos[tree.head[k]] in ("ADJ", "ADV") and tree.head[i] in (tree.head[k], tree.head[tree.head[k]]):
            return "hypothetical" if denied else "negated"
    if tree.lower[to - 1] == "enough" and tree.pos[to - 2] in ("ADJ", "ADV"):
        return "negated" if denied or tree.lower[to - 3] in ("not", "n't", "hardly") else "hypothetical"
    return None


def is_pictured(tree: Tree, governor: Clause) -> bool:
    """Return whether what ``governor`` takes is of a film, a drill, a plan or a scenario, not of the world."""
    if governor.lemma in PICTURING and any(tree.lemma[s] in FICTIONS for s in governor.subjects):
        return True
    if governor.lemma == "have" and any(tree.lemma[s] in SOURCES for s in governor.subjects):
        # "Reports had Chad freeing the hostages"
        return True
    return governor.lemma in FORESEEING and any(tree.lemma[s] in PLANS for s in governor.subjects)


def is_stipulated(tree: Tree, i: int, governor: Clause) -> bool:
    """Return whether present ``i`` is laid down: "provides that Chad leaves", "its terms include that Chad leaves"."""
    return governor.lemma in STIPULATING and moods.is_marked(tree, i, "that") and tree.tag[i] in moods.PRESENT


def meant(tree: Tree, lexicon: Lexicon, i: int) -> Status | None:
    """Return what its subject makes of ``i`` in "the plan is that Chad leaves", "the fear is that it will"."""
    if (
        tree.pos[i] == "NOUN"
        and tree.child(i, "case") is None
        and any(tree.lemma[k] in AIMS for k in tree.children(i, "nsubj"))
    ):
        # "The purpose of the trip is the signing of an accord."
        return "planned"
    for told in tree.children(i, "nsubj:outer"):
        known = lexicon.complement(tree.lemma[told], "noun")
        if known is not None and known.effect in ("planned", "hypothetical"):
            return "planned" if known.effect == "planned" else "hypothetical"
    return None


def is_of_scenario(tree: Tree, i: int) -> bool:
    """Return whether the sentence of ``i`` opens with "In this scenario" or, after scenarios, "In the first"."""
    start = tree.sentence[i]
    if tree.lower[start] not in OPENING:
        return False
    end = next((k for k in range(start + 1, min(start + 10, len(tree))) if tree.text[k] == ","), start)
    if any(tree.lemma[k].lower() in SCENARIOS for k in range(start, end)):
        return True
    words = tree.lower[start + 1 : end]
    if words and words[-1] in ("case", "event"):
        return bool(EXTREME.intersection(words))
    if not words or words[-1] not in ORDINALS:
        return False
    before = range(max(0, start - 60), start)
    return any(tree.lemma[k].lower() in SCENARIOS for k in before)


def is_unreached(tree: Tree, i: int, governor: int) -> bool:
    """Return whether ``i`` is not come to: "walked out before signing", "was stopped before it could attack"."""
    start = tree.left[i]
    if tree.lower[max(0, start - 1) : start + 1] == ["nowhere", "near"]:
        return True
    if tree.lower[max(0, start - 2) : start] == ["nowhere", "near"]:
        return True
    if not any(tree.lower[k] == "before" for k in tree.children(i, "mark")):
        return False
    if any(tree.lower[k] in TROUBLED for k in tree.children(i, "aux")):
        return not any(tree.lower[k] in NONACTUAL for k in tree.children(governor, "aux"))
    return tree.tag[i] == "VBG" and tree.lemma[governor] in BREAKING


def is_dropped(tree: Tree, noun: int) -> bool:
    """Return whether the plan or bid at ``noun`` "came to nothing", "failed" or "was abandoned"."""
    head = tree.head[noun]
    if tree.dep[noun] == "nsubj" and tree.lemma[head] == "come":
        return any(tree.lower[k] in NOUGHT for k in tree.children(head, "obl"))
    if tree.dep[noun] == "nsubj" and tree.lemma[head] in FAILING:
        return not tree.children(head, "xcomp", "aux")
    return tree.dep[noun] == "nsubj:pass" and tree.lemma[head] in UNDONE and tree.child(head, "advmod") is None


# "Did not know that Chad had left", "will not forget that it left": it left.
FACTIVE = frozenset("know realize realise forget remember notice regret mind care ignore overlook".split())
DISPUTING = frozenset("deny doubt dispute question contest".split())
# "Did not condemn Chad for attacking": it attacked; but who is not accused or blamed may not have done it.
JUDGED = frozenset(
    "condemn criticize criticise punish thank praise rebuke denounce forgive pardon reproach scold censure "
    "commend fine sanction".split()
)
STOPPING = frozenset({"stop", "cease", "quit"})
HINDERING = frozenset("prevent stop keep deter dissuade discourage stave".split())
AHEAD = frozenset("will would shall may might should must can ca wo to".split())


def stands_denied(tree: Tree, i: int, governor: Clause) -> bool:
    """Return whether ``i`` is a fact although its verb is negated: "did not know that", "nobody denies that"."""
    verb = governor.predicate
    lemma = governor.lemma.split(" ")[0]
    first = any(tree.lower[s] in ("i", "we", "you") for s in governor.subjects)
    if lemma in FACTIVE and not first:
        finite = tree.child(i, "nsubj", "nsubj:pass") is not None
        return finite and any(tree.lower[k] in ("that", "how", "why") for k in tree.children(i, "mark", "advmod"))
    if lemma in DISPUTING:
        return any(tree.lower[s] in NOBODY for s in governor.subjects) or any(
            tree.lower[k] == "no" for s in governor.subjects for k in tree.children(s, "det")
        )
    marks = {tree.lower[k] for k in tree.children(i, "mark", "case")}
    if lemma in JUDGED and "for" in marks and tree.tag[i] == "VBG":
        return bool(governor.objects)
    if lemma in STOPPING and tree.tag[i] == "VBG" and not governor.objects:
        # "never stopped bombing"
        return True
    if lemma in HINDERING and "from" in marks and tree.tag[i] == "VBG":
        helpers = {tree.lower[k] for k in tree.children(verb, "aux", "mark")}
        above = tree.head[verb]
        failed = tree.dep[verb] == "xcomp" and tree.tag[above] == "VBD" and tree.lemma[above] == "fail"
        return failed or bool(helpers & {"did", "could"})
    return False


NOBODY = frozenset("nobody none no-one".split())


def is_in_view(tree: Tree, governor: Clause, preposition: str) -> bool:
    """Return whether a gerund behind ``preposition`` has yet to be: "leans towards leaving", "is bent on leaving"."""
    if preposition in ("towards", "toward", "between"):
        return True
    if preposition == "for" and any(tree.lemma[k] in PURPOSES for k in governor.objects):
        # "made the case for leaving"
        return True
    return governor.kind == "copula" and preposition in LEADING and tree.lower[governor.predicate] not in OWNING


def is_sought(tree: Tree, i: int, noun: int) -> bool:
    """Return whether gerund ``i`` is what ``noun`` is for: "a step towards leaving", "the case for leaving"."""
    if tree.tag[i] != "VBG":
        return False
    marks = {tree.lower[k] for k in tree.children(i, "mark", "case")}
    wanted = bool(marks & {"towards", "toward"}) or (tree.lemma[noun] in PURPOSES and bool(marks & {"for", "of", "on"}))
    return wanted or tree.lemma[noun] in ("exchange", "return")


def is_judged_ahead(tree: Tree, i: int, governor: Clause) -> bool:
    """Return whether ``i`` is what "it would be madness for" somebody to do; "it was a mistake" may tell a fact."""
    if governor.kind != "copula" or not (moods.is_marked(tree, i, "for") and moods.is_marked(tree, i, "to")):
        return False
    helpers = tree.children(governor.predicate, "aux", "cop")
    return any(tree.tag[k] == "MD" or tree.tag[k] in moods.PRESENT for k in helpers)


def is_no_part(tree: Tree, i: int, governor: Clause) -> bool:
    """Return whether ``i`` is what somebody "took no part in" or "had no hand in" doing."""
    within = any(tree.lower[k] in ("in", "of") for k in tree.children(i, "mark"))
    return within and tree.tag[i] == "VBG" and any(moods.is_nothing(tree, o) for o in governor.objects)


def unmet(tree: Tree, i: int, governor: Clause, above: Status) -> Status | None:
    """Return what a verb or adjective makes of what it did not come to, or of what is only pictured."""
    if is_unreached(tree, i, governor.predicate) or is_no_part(tree, i, governor):
        return "negated"
    if (unfit := beyond(tree, i, above == "negated")) is not None:
        return unfit
    verb = governor.predicate
    if above != "actual" and tree.tag[verb] == "VBN" and tree.dep[verb] in ("ccomp", "xcomp"):
        # "does not find it established that Chad left"
        return "hypothetical" if tree.child(verb, "aux", "aux:pass", "mark", "nsubj") is None else None
    if is_stipulated(tree, i, governor):
        return "planned"
    told = governor.kind == "verb" and tree.dep[i] == "ccomp" and hearsay.is_unproven(tree, governor, above)
    return "hypothetical" if told or is_pictured(tree, governor) or is_judged_ahead(tree, i, governor) else None


def is_law(tree: Tree, lexicon: Lexicon, verb: Clause) -> bool:
    """Return whether ``verb`` tells what a treaty or law lays down: "the treaty covers attacks"."""
    laws = (tree.lemma[s] in LAWS or "agreement" in lexicon.noun_class(tree.lemma[s]) for s in verb.subjects)
    return tree.tag[verb.predicate] in moods.PRESENT and verb.lemma != "provide" and any(laws)


def is_provided(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """Return whether present ``i`` tells what an agreement lays down: "Under the deal, Chad withdraws"."""
    if tree.tag[i] not in moods.PRESENT:
        return False
    for k in (k for k in tree.children(i, "obl") if tree.preposition(k) == "under" and k < i):
        # "a plan under which Chad withdraws"
        text = tree.lemma[tree.head[i] if tree.lower[k] == "which" else k]
        if "agreement" in lexicon.noun_class(text) or text in ("plan", "proposal", "scheme"):
            return True
    return False


def is_by_force(tree: Tree, governor: Clause) -> bool:
    """Return whether ``governor`` is the means: who "used batons to disperse the crowd" dispersed it."""
    return governor.lemma in ("use", "fire") and any(tree.lemma[k] in MEANS for k in governor.objects)


def is_done_there(tree: Tree, lexicon: Lexicon, i: int, governor: Clause) -> bool:
    """Return whether ``i`` is done where one meets: who flies to Lima "to sign" a treaty need not sign it there."""
    frames = lexicon.frames("verb", governor.lemma)
    if governor.objects and any(frame.type == "Mobilize" for frame in frames):
        # "sent troops to attack"
        return False
    meetings = [frame for frame in frames if frame.type in MEETINGS]
    visits = bool(meetings) and all(frame.mode == "visit" for frame in meetings)
    meant = lexicon.frames("verb", tree.lemma[i])
    meets = tree.lemma[i] in MEETING or any(frame.type in MEETINGS for frame in meant)
    return not visits or not meant or meets


MEETINGS = frozenset({"Consult", "Meeting"})
MEETING = frozenset("meet discuss attend see confer talk hold open chair join negotiate mediate".split())
