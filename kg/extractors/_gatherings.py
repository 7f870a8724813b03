"""The meetings of one article: which nouns name them, and what their phrases say of them."""

from __future__ import annotations

from kg.clauses import Clause
from kg.extractors._encounters import is_call, is_wish
from kg.extractors._gathering import Gathering, is_same, merge, ordinals
from kg.extractors._matter import mark
from kg.extractors._scene import ORGANIZATIONS, Scene
from kg.extractors._topics import on_agenda
from kg.nlp.dates import base_date

# Gatherings of many, though a text may name but two.
MANY = frozenset("summit session conference forum expo exhibition congress assembly symposium ceremony funeral".split())
# Verbs whose time is the meeting's own.
HELD = frozenset(
    {
        "hold",
        "take",
        "make",
        "follow",
        "host",
        "convene",
        "open",
        "begin",
        "start",
        "attend",
        "organize",
        "organise",
        "schedule",
        "conclude",
        "close",
        "finish",
        "resume",
        "continue",
        "break",
        "collapse",
        "end",
        "meet",
        "gather",
        "plan",
        "set",
    }
)
PLANNING = frozenset({"schedule", "plan", "set"})
# Whoever goes there consults his hosts: no meeting of its own.
VISITS = frozenset({"visit", "trip", "tour", "stopover", "journey"})
# What a meeting is called by beside its name: "the just-concluded summit".
PASSED = frozenset("just concluded just-concluded recently-concluded finished ongoing".split())
TOPIC = ("on", "about", "concerning", "regarding", "over", "devoted to", "dedicated to")
WHERE = ("in", "at")
# "The session is in progress", "under way".
UNDER_WAY = frozenset({"progress", "underway", "way", "session"})


def gather(scene: Scene) -> list[Gathering]:
    """Return the meetings of the article in the order in which they are first named."""
    found: list[Gathering] = []
    for i, clause in scene.reading.clauses.items():
        if clause.kind == "verb" or "meeting" not in scene.lexicon.noun_class(scene.tree.lemma[i]):
            continue
        if (scene.tree.lemma[i] == "call" and is_wish(scene, clause)) or _is_round(scene, i):
            continue
        if scene.tree.lemma[i] in VISITS or _is_body(scene, i) or _is_rumour(scene, i):
            continue
        mention = describe(scene, i)
        if mention is None:
            continue
        fitting = [g for g in found if is_same(scene, g, mention)]
        # Of several that fit, one in the same place, else the last.
        same = max(fitting, key=lambda g: (bool(set(g.places) & set(mention.places)), found.index(g)), default=None)
        if same is None:
            found.append(mention)
        else:
            if clause.status == "planned" and scene.reading.clauses[same.heads[0]].status == "actual":
                # Who "is to join the talks on Tuesday" comes to talks that have begun.
                mention.date = None
            merge(same, mention)
    return found


# Meetings that have names like bodies: "the Munich Security Conference".
NAMED = frozenset({"conference", "forum", "congress", "dialogue", "summit", "meeting"})
# Series of meetings that are bodies in name only: "the East Asia Summit", "the Asia-Europe Meeting".
SERIES = frozenset({"summit", "meeting"})


def _is_body(scene: Scene, i: int) -> bool:
    """Return whether the noun at ``i`` names a body rather than a meeting that somebody attends, holds or is at."""
    tree = scene.tree
    bodies = [e for e in scene.linked(i) if scene.kind(e) in ORGANIZATIONS]
    if tree.tag[i] == "NNS" and tree.lemma[i] == "talk":
        # "the six-party talks"
        return False
    if not bodies or tree.lemma[i].lower() not in NAMED:
        return bool(bodies)
    verb = scene.reading.clauses.get(tree.head[i])
    attended = verb is not None and verb.lemma in ATTENDED and i in verb.objects
    aside = tree.lemma[tree.head[i]] in SIDELINES or tree.preposition(i) == "at"
    standing = tree.lemma[i].lower() not in SERIES
    return not (attended or aside) or (standing and any(scene.kind(e) == "InternationalOrganization" for e in bodies))


def _is_round(scene: Scene, i: int) -> bool:
    """Return whether the noun at ``i`` says what "a second round of talks" consists of."""
    tree, head = scene.tree, scene.tree.head[i]
    outer = tree.lemma[head] in ROUNDS and "meeting" in scene.lexicon.noun_class(tree.lemma[head])
    return outer and tree.dep[i] == "nmod" and tree.preposition(i) == "of" and head in scene.reading.clauses


def describe(scene: Scene, i: int) -> Gathering | None:
    """Return what the noun phrase headed by ``i`` says of a meeting."""
    tree, clause = scene.tree, scene.reading.clauses[i]
    rounds = [kid for kid in tree.children(i, "nmod") if kid in scene.reading.clauses and _is_round(scene, kid)]
    found = Gathering(heads=[i, *rounds], label=_called(scene, i), lemma=tree.lemma[i], is_call=is_call(scene, i))
    found.ordinals = ordinals(scene, i)
    named = [o for o in clause.possessors if tree.dep[o] == "compound" and scene.kinds(o) == {"Person"}]
    name = scene.noted.mention_at(i)
    # "The Munich Security Conference" is not its own organizer.
    own = range(name.start, name.end) if name is not None and scene.linked(i) else range(0)
    for owner in clause.possessors:
        if len(named) == 1 and owner in named:
            # "the Nelson Mandela reception" is named after him.
            continue
        for entity in scene.linked(owner) if owner not in own else ():
            kind = scene.kind(entity)
            if tree.lower[owner] == "whose":
                # "The Assembly, whose session goes on": it is told of the Assembly, not of a meeting that it calls.
                found.parties += [entity] if any(prep == "with" for prep, _ in clause.obliques) else []
            elif kind in ORGANIZATIONS:
                found.organizers.append(entity)
            elif kind == "Place" and scene.gazetteer.state_of(entity) is not None:
                # "the Caspian summit" is not held in the sea.
                found.places.append(entity)
            elif kind == "Person" or (kind == "State" and not _is_theme(scene, owner, clause.possessors)):
                found.parties.append(entity)
    if ours(scene, i):
        return None
    found.organizers += [] if found.organizers else _of_its_members(scene, i, clause.possessors)
    agenda = on_agenda(scene, clause)
    beside = [(prep, head) for prep, head in clause.obliques if head not in agenda]
    facing = [head for prep, head in beside if prep == "with" or (found.is_call and prep in ("from", "to"))]
    if found.is_call and not facing and clause.light >= 0 and len(both := scene.all_agents(clause.subjects)) == 2:
        # "Soto and Holt had a telephone call"
        found.parties += both
    if facing and clause.light >= 0:
        # "Chad held talks with Mali", "Chad received a call from Mali"
        found.parties += scene.all_agents(clause.subjects or (clause.objects if found.is_call else []))
    several = scene.all_agents(facing)
    if facing and not found.parties and clause.light < 0 and len(several) > 1:
        # "Soto left after talks with Holt and Vega"
        found.visitors = _present(scene, i, several[:1])[:1]
    found.one_sided = bool(facing) and not found.parties and len(scene.all_agents(facing)) > 1
    found.topics += agenda
    for prep, head in beside:
        if (
            clause.light >= 0
            and tree.head[tree.first(head)] != i
            and prep not in ("with", "between")
            and head not in facing
        ):
            continue
        _attribute(scene, found, "with" if head in facing else prep, head)
    for verb in scene.reading.about(i):
        # "a meeting took place between Chad and Mali"
        if i in (*verb.subjects, *(verb.objects if verb.passive else ())):
            for prep, head in verb.obliques:
                if prep == "between":
                    _attribute(scene, found, prep, head)
    # "talks on ending the war"
    found.topics += [kid for kid in tree.children(i, "acl") if tree.tag[kid] == "VBG" and mark(tree, kid) in TOPIC]
    aside = tree.head[i] if tree.lemma[tree.head[i]] in SIDELINES else -1
    found.date = (
        _moved(scene, i)
        or scene.date(clause)
        or (scene.near(aside) if aside >= 0 else None)
        or next(
            (date for verb in scene.reading.about(i) if verb.lemma in HELD and (date := _of_holding(scene, verb))),
            None,
        )
    )
    found.date = found.date or _going_on(scene, i)
    if not found.parties and not found.organizers:
        found.parties = _nested_parties(scene, i)
    if len(set(found.parties)) < 2 and not found.organizers:
        found.parties += _present(scene, i, found.parties)
    found.parties = list(dict.fromkeys(found.parties))
    if not found.places:
        found.places = _nested_place(scene, i)
    return found


def _of_holding(scene: Scene, verb: Clause) -> str | None:
    """Return when what ``verb`` says of a meeting is: of what is scheduled "to be held in May", not the scheduling."""
    if verb.lemma not in PLANNING:
        return scene.date(verb)
    held = [c for k in scene.tree.children(verb.predicate, "xcomp") if (c := scene.reading.clauses.get(k)) is not None]
    return next((date for clause in (verb, *held) if (date := scene.when.own(clause)) is not None), None)


def _moved(scene: Scene, noun: int) -> str | None:
    """Return the new date of the meeting at ``noun``: "the summit, due this month, would be held in July instead"."""
    tree = scene.tree
    for verb in scene.reading.about(noun):
        told = {tree.lower[k] for k in tree.children(verb.predicate, "advmod")} & {"instead", "now"}
        if told and noun in verb.subjects and verb.lemma in HELD and verb.status == "planned":
            return scene.when.own(verb)
    return None


def _is_rumour(scene: Scene, noun: int) -> bool:
    """Return whether ``noun`` is the talk of "there is talk of a pact"."""
    tree = scene.tree
    bare = tree.tag[noun] == "NN" and not tree.children(noun, "det", "nmod:poss", "nummod")
    return bare and tree.lemma[noun] == "talk"


def _is_theme(scene: Scene, owner: int, owners: list[int]) -> bool:
    """Return whether the one State before "summit" is what it is about: "a Ukraine peace summit"."""
    tree = scene.tree
    return len(owners) == 1 and tree.dep[owner] == "compound" and tree.lemma[tree.head[owner]] in THEMED


ATTENDED = frozenset("attend address host open join skip boycott leave hold convene chair".split())
SIDELINES = frozenset({"sideline", "sidelines", "margin", "margins", "fringe", "fringes"})
ROUNDS = frozenset({"round", "session", "series", "cycle"})
THEMED = frozenset({"summit", "conference", "forum"})


def ours(scene: Scene, head: int) -> bool:
    """Return whether the noun at ``head`` is "our discussions": no meeting of its own, but the one spoken of."""
    tree = scene.tree
    first = any(tree.lower[kid] == "our" for kid in tree.children(head, "nmod:poss"))
    return first and not any(tree.preposition(kid) in ("with", "in", "at") for kid in tree.children(head, "nmod"))


def _going_on(scene: Scene, head: int) -> str | None:
    """Return the article's day for a meeting that "is in progress"."""
    day = base_date(scene.noted)
    now = any(
        verb.kind == "copula"
        and verb.lemma in UNDER_WAY
        and verb.status == "actual"
        and any(scene.tree.tag[k] in ("VBZ", "VBP") for k in scene.tree.children(verb.predicate, "cop"))
        for verb in scene.reading.about(head)
        if head in verb.subjects
    )
    return day.isoformat() if now and day is not None else None


def _of_its_members(scene: Scene, head: int, possessors: list[int]) -> list[str]:
    """Return the organization whose members "wrapped up their annual meeting"."""
    verb = scene.reading.clauses.get(scene.tree.head[head])
    own = any(scene.tree.lower[i] in ("their", "its") and not scene.linked(i) for i in possessors)
    if not own or verb is None or verb.kind != "verb":
        return []
    return [a for a in scene.all_agents(verb.subjects) if scene.kind(a) == "InternationalOrganization"][:1]


def _called(scene: Scene, head: int) -> str:
    """Return the label of the meeting at ``head`` without words that say but whether it is over."""
    words = scene.phrases.label(head).split(" ")
    while len(words) > 1 and words[0].lower().strip("-") in PASSED | {""}:
        words = words[1:]
    end = next((n for n, word in enumerate(words) if n and word.lower() in ("here", "today", "yesterday")), len(words))
    return " ".join(words[:end])


def _nested_parties(scene: Scene, head: int) -> list[str]:
    """Return who is named with "between" at the end of the phrase: "talks on a code between China and Fiji"."""
    tree = scene.tree
    for i in range(head + 1, tree.right[head] + 1):
        if tree.dep[i] == "nmod" and tree.preposition(i) == "between":
            found = scene.all_agents(tree.conjuncts(i))
            return found if len(found) > 1 else []
    return []


WITHIN = frozenset({"after", "at", "in", "during", "following"})
FACING = ("to", "with")


def _present(scene: Scene, head: int, facing: list[str]) -> list[str]:
    """Return those who do something "after a meeting" that names nobody, or only the other side."""
    tree, head = scene.tree, _measured(scene, head)
    verb = scene.reading.clauses.get(tree.head[head])
    new = any(tree.lower[kid] in ("a", "an") for kid in tree.children(head, "det")) or tree.tag[head] == "NNS"
    told = tree.child(head, "det") is not None and not new
    stays = verb is not None and verb.kind == "copula" and bool(scene.places(verb.predicate))
    real = verb is not None and (verb.status == "actual" or (stays and verb.status == "planned"))
    if verb is None or not (verb.kind == "verb" or stays) or told or not real:
        return []
    if tree.dep[head] != "obl" and not (stays and tree.dep[head] == "nmod"):
        return []
    if tree.preposition(head) not in ({"for"} if stays else WITHIN) or tree.lemma[head] in PUBLIC:
        return []
    who = [a for a in scene.all_agents(verb.subjects) if scene.kind(a) in ("Person", "State") and a not in facing]
    if is_call(scene, head) and not facing and len(who) == 1:
        # "In a phone call, Soto told Holt …"
        facing = scene.all_agents([*verb.objects, *verb.indirect, *(h for p, h in verb.obliques if p in FACING)])
        return [*who, *facing] if len(facing) == 1 else []
    return who if (len(who) == 2 and not facing) or (len(who) == 1 and len(facing) == 1) else []


LASTING = frozenset("hour day week month year round minute".split())


def _measured(scene: Scene, head: int) -> int:
    """Return what tells how long the talks at ``head`` went on: "days" of "after days of talks", else ``head``."""
    tree, outer = scene.tree, scene.tree.head[head]
    lasted = tree.dep[head] == "nmod" and tree.preposition(head) == "of" and tree.lemma[outer] in LASTING
    return outer if lasted and not tree.children(head, "det") else head


# Where one speaks, not meets.
PUBLIC = frozenset(
    "briefing ceremony interview conference forum hearing rally event exhibition session summit congress convention "
    "funeral speech".split()
)


def _nested_place(scene: Scene, head: int) -> list[str]:
    """Return the city at the end of the phrase, though it hangs on another noun: "a meeting of neighbours in Oslo"."""
    tree = scene.tree
    for i in range(tree.right[head], head, -1):
        if tree.preposition(i) in WHERE and tree.dep[i] == "nmod":
            return [p for p in scene.places(i) if scene.kind(p) == "Place"][:1]
    return []


def _attribute(scene: Scene, found: Gathering, prep: str, head: int) -> None:
    if prep in TOPIC:
        found.topics.append(head)
    elif prep in WHERE and scene.places(head):
        found.places += scene.places(head)[:1]
    elif prep in ("between", "with", "among", "involving"):
        found.parties += listed(scene, head)
    elif prep == "of":
        agents = scene.agents(head)
        organizers = [a for a in agents if scene.kind(a) in ORGANIZATIONS]
        found.organizers += organizers
        found.parties += [a for a in agents if a not in organizers]


def listed(scene: Scene, head: int) -> list[str]:
    """Return the agents at ``head``, those of the list that explains it included: "neighbours (Iran, China)"."""
    tree = scene.tree
    lists = tree.children(head, "appos", "dep", "list", "parataxis")
    explained = any(scene.agents(i) for kid in lists for i in tree.conjuncts(kid))
    found = [] if explained else scene.agents(head)
    for kid in lists:
        for i in tree.conjuncts(kid):
            found = found + [a for a in scene.agents(i) if a not in found]
    return found
