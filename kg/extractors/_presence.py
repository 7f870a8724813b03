"""Who comes to a meeting, or not, by clauses that don't name it: "Also present was Mali", "Chad sent its envoy"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses import Clause
from kg.extractors._gathering import ORDINALS, Gathering
from kg.extractors._gatherings import MANY
from kg.extractors._guests import HOSTS, called, guests
from kg.extractors._hosting import hosted
from kg.extractors._participants import ATTEND, BRIEFING, LEADING, SENDING, Stated, away
from kg.extractors._scene import Scene

# How many words after the last word for a meeting it is still meant.
NEARBY = 150
# What a report opens with is told in so many sentences.
LEAD = 5
REPORTED = frozenset({"obl", "obj", "nsubj", "nsubj:pass", "obl:agent", "root", "ROOT"})
# Whoever does this without saying where does it at the meeting.
TAKING_PART = frozenset({"attend", "participate"})
PRESENT, ABSENT = frozenset({"present", "attendance", "hand", "there"}), frozenset({"absent", "missing", "absence"})
# "Among those present were": how such a sentence begins, and what its first words must have.
CALLING = frozenset("among in also present attending those others".split())
CALLED = frozenset(
    "present attendance attending speaking participating participants attendees guests delegates".split()
)
COUNTING = frozenset("was were is are include included".split())
OPENING = 14
WITHIN = frozenset("compound amod nmod:poss nmod:desc flat case".split())
SEATED = frozenset("delegate observer representative delegation".split())
LED = frozenset({"delegation", "team", "side"})
# Those whom guests join are at the meeting.
MEMBERS = frozenset("member leader president minister participant delegate host they them he she".split())
TRIPS = frozenset("trip journey attendance participation".split())
CALLING_OFF = frozenset({"cancel", "call off", "scrap", "decline", "drop", "postpone"})
DELEGATED = frozenset("delegate observer representative delegation envoy team mission minister ambassador".split())
# Whoever tells them something is there, as is who presides; who did not come is not.
HALL = frozenset({"delegate", "participant", "plenary", "attendee"})
COMING = frozenset({"come", "show up", "turn up", "appear"})
STANDING_IN = ("stand", "sit", "deputize", "deputise")
# Meetings of two, or where one speaks to others.
CLOSED = frozenset("briefing call conversation interview hearing ceremony visit event communication exchange".split())
PRESS = frozenset({"news", "press", "phone", "telephone", "bilateral"})
FELLOWS = frozenset("guest host interlocutor visitor partner counterpart".split())


def stated_around(scene: Scene) -> Iterator[tuple[Gathering, Stated]]:
    """Yield the edges of each meeting that clauses after it state without naming it."""
    if not scene.gatherings:
        return
    open_to_many = [g for g in scene.gatherings if _is_open(scene, g)]
    named = {head for gathering in scene.gatherings for head in gathering.heads}
    for i, clause in scene.reading.clauses.items():
        if clause.kind == "noun" or named & {*clause.subjects, *clause.objects, *(h for _, h in clause.obliques)}:
            continue
        who = list(_attending(scene, clause))
        fellows = _fellows(scene, clause) if clause.kind == "copula" else []
        known = scene.gatherings if fellows or _points_back(scene, clause) else open_to_many
        gathering = _at_hand(scene, known, clause) if who or fellows else None
        if gathering is None:
            continue
        if fellows:
            who = [(agent, clause) for agent in fellows] if _is_just_told(scene, gathering, i) else []
        for agent, verb in who:
            yield gathering, (agent, "attends", "", verb)
    for start in scene.tree.sentence_starts:
        yield from _roll_call(scene, start, open_to_many)
    for i, lemma in enumerate(scene.tree.lemma):
        if lemma in HOSTS and scene.tree.tag[i] == "NN":
            yield from _the_host(scene, i, open_to_many)
    yield from hosted(scene)


def _roll_call(scene: Scene, start: int, known: list[Gathering]) -> Iterator[tuple[Gathering, Stated]]:
    """Yield who came by "Among those present were Chad and Mali", "Those present included …"."""
    tree = scene.tree
    end = tree.sentence_end(start)
    verb = next((i for i in range(start, min(start + OPENING, end)) if tree.lower[i] in COUNTING), -1)
    opening = tree.lower[start : max(verb, start)]
    if not opening or opening[0] not in CALLING or not {*opening} & CALLED:
        return
    named = (g for g in scene.gatherings if any(start <= head < verb for head in g.heads))
    clause = scene.reading.governing(verb)
    if "speaking" in opening:
        # Not to those who negotiate.
        known = [g for g in known if g.lemma in MANY or g.organizers]
    gathering = next(named, None) or (_at_hand(scene, known, clause) if clause is not None else None)
    if gathering is None or clause is None:
        return
    for i in range(verb + 1, end):
        if tree.tag[i] in ("VBD", "VBZ", "VBP", "MD", "WP", "WDT") or tree.lower[i] == ";":
            break
        if tree.pos[i] in ("NOUN", "PROPN") and tree.dep[i] not in WITHIN and not tree.preposition(i):
            for agent in scene.agents(i):
                yield gathering, (agent, "attends", "", clause)


def _is_hall(scene: Scene, token: int) -> bool:
    """Return whether "delegates" at ``token`` are those of the meeting at hand: not "delegates of her party"."""
    return scene.tree.lemma[token] in HALL and not scene.tree.children(token, "nmod", "nmod:poss", "compound", "amod")


def _the_host(scene: Scene, noun: int, known: list[Gathering]) -> Iterator[tuple[Gathering, Stated]]:
    """Yield of whom it is said that they are the host, without saying of what: "Ana Soto, the host, praised it"."""
    tree = scene.tree
    alone = not tree.children(noun, "nmod", "nmod:poss", "compound", "acl")
    definite = any(tree.lower[kid] == "the" for kid in tree.children(noun, "det"))
    clause = scene.reading.governing(noun)
    if (
        not (alone and definite)
        or clause is None
        or clause.status != "actual"
        or (tree.dep[noun] != "appos" and clause.kind != "copula")
    ):
        return
    # Of the meeting named last, be it a summit or not.
    named = [(head, g) for g in known for head in g.heads if noun - NEARBY <= head < noun]
    for _, gathering in sorted(named, key=lambda item: item[0])[-1:]:
        yield from ((gathering, (agent, "hosts", "", clause)) for agent in called(scene, noun))


def on_the_spot(scene: Scene, gathering: Gathering) -> Iterator[Stated]:
    """Yield that the meeting which a report opens with is held where the report is written."""
    dateline, tree = scene.noted.layout.dateline, scene.tree
    if dateline is None or not _is_open(scene, gathering) or _is_of_other_days(scene, gathering):
        return
    starts = [start for start in tree.sentence_starts if tree.starts[start] >= dateline.start]
    lead = range(starts[0], starts[LEAD] if len(starts) > LEAD else len(tree)) if starts else range(0)
    for head in (h for h in gathering.heads if h in lead):
        clause = scene.reading.clauses[head]
        about = [clause, *scene.reading.about(head)]
        start = tree.sentence[head]
        elsewhere = (i for i in range(start, tree.sentence_end(start)) if tree.preposition(i) in ("in", "at"))
        told = any(scene.kind(place) == "Place" for i in elsewhere for place in scene.places(i))
        reported = tree.dep[head] in REPORTED and tree.preposition(head) in ("", "at", "in", "during", "by")
        if reported and all(verb.status == "actual" for verb in about) and not told:
            place = scene.here()
            if place is not None:
                yield "", "takesPlaceIn", place, clause
            return


def _is_of_other_days(scene: Scene, gathering: Gathering) -> bool:
    """Return whether the meeting is one of a series, or not of the days of the article: "last year's summit"."""
    written = scene.article.date or ""
    words = {scene.tree.lower[kid] for head in gathering.heads for kid in scene.tree.kids[head]}
    far = gathering.date is not None and gathering.date[:7] != written[:7]
    counted = any(word[:1].isdigit() for word in words)
    return far or counted or bool(words & (ORDINALS | {"year", "month", "annual", "regular"}))


def _points_back(scene: Scene, clause: Clause) -> bool:
    """Return whether "took no part in them" points to the meeting named last, whatever it is."""
    pointing = [*clause.objects, *(head for prep, head in clause.obliques if prep == "in")]
    return any(scene.tree.lower[i] in ("it", "them") and not scene.linked(i) for i in pointing)


def _is_just_told(scene: Scene, gathering: Gathering, token: int) -> bool:
    """Return whether ``gathering`` is named in the sentence of ``token`` or in the one before."""
    tree = scene.tree
    last = max(head for head in gathering.heads if head < token)
    return tree.sentence[token] <= tree.sentence_end(tree.sentence[last])


def _fellows(scene: Scene, clause: Clause) -> list[str]:
    """Return both of "his guest was Ana Soto"."""
    tree = scene.tree
    own = [s for s in clause.subjects if tree.lemma[s] in FELLOWS and tree.child(s, "nmod:poss") is not None]
    owners = [o for s in own for o in tree.children(s, "nmod:poss")]
    return scene.all_agents([*tree.conjuncts(clause.predicate), *owners]) if own else []


def _is_open(scene: Scene, gathering: Gathering) -> bool:
    """Return whether others may come than whom its own phrase names: no talks of two, no news conference."""
    if gathering.is_call or gathering.is_bilateral or gathering.one_sided or gathering.lemma in CLOSED:
        return False
    kids = {scene.tree.lower[kid] for head in gathering.heads for kid in scene.tree.kids[head]}
    return not kids & PRESS and (len(gathering.parties) != 1 or bool(gathering.organizers))


def _at_hand(scene: Scene, gatherings: list[Gathering], clause: Clause) -> Gathering | None:
    """Return the meeting that ``clause`` is about: the last one named before it, a summit before mere talks."""
    near: list[tuple[bool, int, Gathering]] = []
    token, last = clause.predicate, scene.tree.right[clause.predicate] if clause.lemma == "stay away" else -1
    alone = len(gatherings) == 1
    for gathering in gatherings:
        if any(token < head <= last for head in gathering.heads):
            # "stayed away from the summit"
            return gathering
        strong = gathering.lemma in MANY or bool(gathering.organizers)
        reach = len(scene.tree) if alone else 2 * NEARBY if strong else NEARBY
        before = [head for head in gathering.heads if token - reach <= head < token]
        if before:
            near.append((strong, max(before), gathering))
    return max(near, key=lambda item: item[:2])[2] if near else None


def _attending(scene: Scene, clause: Clause) -> Iterator[tuple[str, Clause]]:
    """Yield who takes part by what ``clause`` says, and the clause as it bears on that."""
    if clause.kind == "copula":
        yield from _present(scene, clause)
    else:
        yield from _by_verb(scene, clause)
        yield from _going(scene, clause)


def _present(scene: Scene, clause: Clause) -> Iterator[tuple[str, Clause]]:
    """Yield those of whom it is said that they are present or absent."""
    tree = scene.tree
    word = tree.lower[clause.predicate]
    if any(prep in ("at", "from", "of") for prep, _ in clause.obliques):
        return
    if word in PRESENT | ABSENT:
        for agent in guests(scene, clause.subjects):
            yield agent, away(clause) if word in ABSENT else clause


def _by_verb(scene: Scene, clause: Clause) -> Iterator[tuple[str, Clause]]:
    """Yield who attends, is represented, sent or invited by the verb of ``clause``."""
    tree, lemma = scene.tree, clause.lemma
    inside = [h for prep, h in clause.obliques if prep in ("in", "at") and tree.lower[h] != "place"]
    pointing = all(tree.lower[h] in ("it", "them") and not scene.linked(h) for h in [*inside, *clause.objects])
    aside = any(prep in ("to", "from") for prep, _ in clause.obliques)
    if lemma in TAKING_PART and pointing and not aside and not clause.passive:
        for agent in guests(scene, clause.subjects):
            yield agent, clause
    elif lemma == "take" and any(tree.lemma[o] == "part" for o in clause.objects):
        if all(tree.lower[h] in ("it", "them") for h in inside):
            for agent in guests(scene, clause.subjects):
                yield agent, clause
    elif lemma in ATTEND and clause.objects and pointing:
        for agent in scene.all_agents(clause.subjects):
            yield agent, clause
    elif lemma == "represent" and clause.passive and not inside:
        for agent in scene.all_agents([*clause.subjects, *clause.objects]):
            yield agent, clause
    elif lemma == "join" and clause.passive and any(tree.lemma[o] in MEMBERS for o in clause.objects):
        for agent in scene.all_agents(clause.subjects):
            yield agent, clause
    elif lemma.split(" ")[0] in STANDING_IN and any(prep == "for" for prep, _ in clause.obliques):
        # "His deputy, Ana Soto, sat in for him."
        instead = lemma in STANDING_IN[2:] or any(tree.lower[kid] == "in" for kid in tree.kids[clause.predicate])
        for agent in scene.all_agents(clause.subjects) if instead or lemma.endswith(" in") else ():
            yield agent, clause
    elif lemma in BRIEFING and any(_is_hall(scene, o) for o in (*clause.objects, *clause.indirect)):
        for agent in scene.all_agents(clause.subjects):
            yield agent, clause
    elif lemma == "preside" and not clause.obliques or (lemma in COMING and clause.status == "negated" and not inside):
        for agent in scene.all_agents(clause.subjects) if not (clause.objects or aside) else ():
            yield agent, clause
    elif lemma == "invite" and clause.passive and clause.status == "negated":
        for agent in scene.all_agents(clause.objects):
            yield agent, clause
    yield from _by_delegation(scene, clause)


def _by_delegation(scene: Scene, clause: Clause) -> Iterator[tuple[str, Clause]]:
    """Yield who leads or sends a delegation, or is sent: "Chad sent an observer", "Mali had delegates in the hall"."""
    tree, lemma = scene.tree, clause.lemma
    objects = [o for o in clause.objects if ";" not in tree.lower[clause.predicate : o]]
    sent = [o for o in objects if tree.lemma[o] in DELEGATED]
    if lemma in LEADING and any(tree.lemma[o] in LED for o in objects):
        # "Chad's team is led by Ana Soto, and the Malian side by Lena Holt."
        sides = [s for s in clause.subjects if tree.lemma[s] in LED and tree.lower[s + 1 : s + 2] == ["by"]]
        beside = [i for s in sides for i in range(s + 2, tree.right[clause.predicate])]
        for agent in scene.all_agents([*clause.subjects, *(i for i in beside if scene.linked(i))]):
            if scene.kind(agent) == "Person":
                yield agent, clause
    elif lemma in SENDING or (lemma == "have" and any(tree.lemma[o] in SEATED for o in sent)):
        abroad = any(prep in ("to", "into") and scene.places(h) for prep, h in clause.obliques)
        if abroad and lemma in SENDING:
            # "agreed to send observers to Syria": not to the meeting
            return
        people = [a for a in scene.all_agents(objects) if scene.kind(a) == "Person"]
        if sent or people:
            senders = [a for a in scene.all_agents(clause.subjects) if scene.kind(a) != "Person"]
            for agent in [*senders, *people]:
                yield agent, clause


def _going(scene: Scene, clause: Clause) -> Iterator[tuple[str, Clause]]:
    """Yield who stays away, calls off the trip, or does not make the journey."""
    tree, lemma = scene.tree, clause.lemma
    trips = [o for o in clause.objects if tree.lemma[o] in TRIPS]
    particles = {tree.lower[kid] for kid in tree.kids[clause.predicate]}
    off = lemma in CALLING_OFF or (lemma == "call" and "off" in particles)
    staying = lemma == "stay away"
    if (off and trips) or staying:
        for agent in scene.all_agents(clause.subjects):
            yield agent, away(clause)
    elif lemma == "make" and trips and clause.status != "hypothetical":
        for agent in scene.all_agents(clause.subjects):
            yield agent, clause
