"""The 16 event types: "Chile condemned the attack", "the expulsion of diplomats by Oslo"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses import Clause
from kg.extractors._edges import OBJECTS, PROPERTY, SYMMETRIC, allows
from kg.extractors._frames import best, fill
from kg.extractors._parties import (
    BEFORE,
    CALLING,
    TARGETS,
    WANTED,
    doers,
    is_mutual,
    is_purpose,
    loose,
    losers,
    targets,
)
from kg.extractors._places import SPOTTED, spot
from kg.extractors._scene import AGENTS, ORGANIZATIONS, Scene
from kg.lexicon import Frame
from kg.model import Assertion, Event, digest

# Edges that may lead to people without a name: "28 civilians", "ten diplomats".
GENERIC = frozenset({"assaults", "coerces", "retreats", "sanctions", "aids", "supports", "criticizes"})
CONFIDENCE = {"verb": 0.8, "copula": 0.7, "noun": 0.65}


def extract(scene: Scene) -> Iterator[Event | Assertion]:
    """Yield an Event, and the direct edges it gives, for each clause that a frame of the lexicon matches.

    Source: PLOVER 2.0, the 16 event types.
    """
    for clause in scene.reading.clauses.values():
        frame = best(scene, clause)
        told = frame is not None and (frame.type != "Consult" or is_refused(scene, clause))
        if frame is not None and told and not is_unpolitical(scene, clause):
            yield from events(scene, clause, frame)


def is_unpolitical(scene: Scene, clause: Clause) -> bool:
    """Return whether the words around ``clause`` tell of sport, weather, markets or the like."""
    start = scene.tree.sentence[clause.predicate]
    return scene.unpolitical(start)


def events(scene: Scene, clause: Clause, frame: Frame) -> Iterator[Event | Assertion]:
    """Yield the event of ``clause`` under ``frame`` and its edges; nothing if no party is known."""
    actors, recipients, themes = (fill(scene, clause, slots) for slots in (frame.actor, frame.recipient, frame.theme))
    who, announced = doers(scene, clause, frame, actors, recipients)
    if PROPERTY[frame.type] in JUDGING:
        recipients, themes = ([judged(scene, i) for i in found] for found in (recipients, themes))
    whom = [agent for agent in targets(scene, clause, frame, who, recipients, themes) if agent not in who]
    mutual = len(who) > 1 and any(is_mutual(scene, i) for i in (*recipients, *clause.objects))
    if mutual:
        whom = list(who)
    kind = type_of(scene, clause, frame, who, actors)
    predicate = PROPERTY[kind] if kind != frame.type else frame.property or PROPERTY[kind]
    told = [i for i in (*themes, *recipients) if i != clause.predicate]
    if predicate == "agrees" and clause.kind == "noun" and len(who) > 1:
        # "A truce between Chad and Mali": both have agreed it.
        told.append(clause.predicate)
    elif predicate == "agrees":
        told += [i for i in clause.objects if "agreement" in scene.lexicon.noun_class(scene.tree.lemma[i])]
    if whom and predicate not in ("agrees", "addresses") and kind not in ("Protest", "Accuse"):
        # "congratulated Mali on the vote": Mali is whom it is meant for.
        told = [i for i in told if i in recipients]
    topics = nodes(scene, told, predicate)
    if not topics and not whom and (predicate in JUDGING or predicate == "agrees"):
        topics = spoken_of(scene, clause, list(dict.fromkeys([*recipients, *themes])), predicate)
    places = [p for i in recipients for p in scene.places(i) if scene.kind(p) == "Place"]
    if predicate == "assaults" and not whom and not places and (who or clause.kind != "noun"):
        places = [p for p in (scene.phrases.site(i) for i in recipients) if p is not None]
        if not places and any(scene.tree.lemma[i] in TARGETS for i in recipients):
            places = location(scene, clause)
    if predicate == "assaults" and not whom and not places:
        whom = [a for a in losers(scene, clause, recipients) if a not in who]
    if predicate in SPOTTED and not whom and not places:
        places = [p for p in (spot(scene, i) for i in recipients) if p is not None]
    if predicate == "agrees" and len(who) == 1 and not whom and is_joint(clause):
        # "The government and rebel forces agreed to stop."
        who += people(scene, [i for i in actors if not scene.agents(i)])
    parties = list(who)
    if predicate in SYMMETRIC and not whom and len(who) > 1 and (predicate != "agrees" or is_joint(clause)):
        who, whom = who[:1], who[1:]
    objects = list(dict.fromkeys([*whom, *topics, *places]))
    if not whom and not places and predicate in GENERIC:
        whom = people(scene, recipients, bare=bool(who) and predicate in VIOLENT)
        objects = list(dict.fromkeys([*whom, *objects]))
    if not who and objects and predicate in FIGHTING:
        who = people(scene, actors, bare=any(not o.startswith("group_") for o in objects))
    if not who and not whom and not loose(scene, actors):
        return
    if predicate == "supports" and is_purpose(scene, clause):
        # "gave ten million dollars to support refugees": that is aid.
        return
    acting = who or loose(scene, actors)
    named = [a for a in whom if not a.startswith("group_")]
    reached = named + [
        a for a in loose(scene, [*recipients, *themes, *others(clause)]) if a not in acting and not named
    ]
    reached += [a for a in whom if a not in reached]
    roles = {("actor", a) for a in acting} | {("recipient", a) for a in reached} | {("theme", t) for t in topics}
    roles |= {("place", p) for p in location(scene, clause)}
    carried = clause.kind != "noun" or clause.light >= 0
    rule = f"actions.{clause.pos}.{clause.lemma.replace(' ', '_')}"
    evidence = scene.cite(
        clause.predicate,
        rule,
        certainty(scene, clause) if carried else 0.5,
        subject=next(iter(actors), None),
        object=next(iter([*recipients, *themes]), None),
    )
    # Who announces his act does it by that.
    speaker, date = None if announced else scene.speaker(clause), scene.date(clause)
    date = date or inherited(scene, clause, who)
    status = clause.status
    if kind == "Reject" != frame.type:
        status = "actual"
    if frame.mode == "expel" and status == "planned" and is_decided(scene, clause):
        status = "actual"
    event = Event(
        id="event_" + digest(scene.article.id, kind, str(sorted(roles)), status, date or "", clause.lemma),
        kind=kind,
        label=label(scene, clause, who, whom, topics),
        roles=frozenset(roles),
        date=date,
        status=status,
        attributed_to=speaker if speaker not in who else None,
        mode=(frame.mode or None) if kind == frame.type else None,
        context=scene.context(clause.predicate),
        evidence=(evidence,),
    )
    yield event
    if topics and predicate != "addresses":
        scene.matters.append((clause.predicate, tuple(topics)))
    if recipients and named:
        scene.affected.append((clause.predicate, scene.tree.lemma[scene.phrases.part(recipients[0])], tuple(named)))
    if kind in CALLING and who:
        scene.calls.append((clause.predicate, kind, tuple(who), tuple(named)))
    if predicate == "aids" and kind == "Agree" and status == "actual":
        # "pledged ten million dollars": the promise is made, the money is to come.
        status = "planned"
    first_person = clause.quoted or any(scene.tree.lower[i] in ("i", "we") for i in actors)
    pairs = [(subject, object) for subject in who for object in objects]
    # Each party of an agreement agrees it, and all with each other.
    pairs += [(p, t) for p in parties[1:] for t in topics] if who != parties else []
    pairs += [(p, q) for n, p in enumerate(whom) for q in whom[n + 1 :]] if who != parties and len(whom) < 6 else []
    pairs += [(p, t) for p in whom for t in topics] if predicate == "agrees" and who == parties else []
    for subject, object in pairs:
        # Who says that he condemns, condemns by that.
        own = subject == speaker and predicate in UTTERED and status == "actual" and not first_person
        said = None if own else speaker
        if subject != object and allows(predicate, scene.kind(subject), scene.kind(object)):
            yield scene.assertion(
                subject, predicate, object, evidence, status=status, speaker=said, date=date, event=event.id
            )


BACKGROUND = frozenset({"when", "after", "since", "before", "where"})
ASIDE = 0.6


def certainty(scene: Scene, clause: Clause) -> float:
    """Return the confidence in an event of ``clause``: less in what a sentence tells aside of its own news.

    Such are relative clauses, participles, "after they had left", and what another event's verb governs.
    """
    tree, i = scene.tree, clause.predicate
    plain = CONFIDENCE[clause.kind]
    while tree.dep[i] == "conj" and tree.head[i] in scene.reading.clauses:
        i = tree.head[i]
    if tree.dep[i] in ("acl:relcl", "acl"):
        return ASIDE
    if tree.dep[i] == "advcl":
        words = {tree.lower[kid] for kid in tree.children(i, "mark", "advmod")}
        return ASIDE if words & BACKGROUND and tree.tag[i] in ("VBD", "VBN") else plain
    governor = scene.reading.clauses.get(tree.head[i])
    if tree.dep[i] == "xcomp" and governor is not None and best(scene, governor) is not None:
        return ASIDE
    return plain


# What people without a name do: "rebels captured the town".
VIOLENT = frozenset({"assaults", "coerces", "protests"})


FIGHTING = VIOLENT | {"retreats"}


def type_of(scene: Scene, clause: Clause, frame: Frame, who: list[str], actors: list[int]) -> str:
    """Return the event type of ``clause``: the frame's own, unless who acts or how it is denied makes it another."""
    if (frame.type, frame.mode) == ("Coerce", "seize") and (
        any(scene.kind(a) == "ArmedGroup" for a in who)
        or any(scene.kind(p) == "Place" for i in clause.objects for p in scene.places(i))
    ):
        # What fighters seize they capture by force, and so is a town.
        return "Assault"
    if frame.type == "Mobilize" and clause.lemma in DRILLS and len(who) > 1:
        # What one State's navy does alone, two do with each other.
        return "Cooperate"
    if clause.lemma == "agree" and frame.type == "Concede" and len(actors) > 1:
        # "Both sides agreed to withdraw", but "the junta agreed to withdraw".
        return "Agree"
    shielding = frame.type == "Aid" and clause.lemma in SHIELDING and not clause.obliques
    if shielding and any(scene.kind(a) == "InternationalOrganization" for a in scene.all_agents(clause.objects)):
        # Who protects the United Nations backs it.
        return "Support"
    if frame.type in YIELDING and is_refused(scene, clause):
        # "will not accept", "would not meet": the refusal is what happens.
        return "Reject"
    return frame.type


# Acts that several who do them do with each other; pledges and acceptances each makes for itself.
JOINT = frozenset(
    "agree|sign|reach|conclude|strike|have|hammer out|clinch|seal|finalize|finalise|ink|initial|initialize|work out|"
    "come|compromise|form|make|thrash out|enter|extend|prolong|renew|settle|resolve|cut|arrange|announce|unveil|"
    "issue|secure|launch|ally|ratify|put".split("|")
)


def is_joint(clause: Clause) -> bool:
    """Return whether the several who do ``clause`` do it together."""
    return clause.kind == "noun" or clause.lemma in JOINT


UTTERED = frozenset({"supports", "criticizes", "rejects", "requests", "threatens"})
JUDGING = frozenset({"supports", "criticizes", "rejects"})


# "Welcomed the results of the summit", "the resumption of the contact group": they are.
RESULTS = frozenset(
    "result outcome conclusion holding convening resumption launch establishment creation formation success".split()
)


def judged(scene: Scene, token: int) -> int:
    """Return the head of X in "the results of X" and the like, if it is a meeting, an agreement or a name."""
    tree = scene.tree
    if tree.lemma[token] not in RESULTS or scene.linked(token):
        return token
    for kid in tree.children(token, "nmod"):
        if tree.preposition(kid) == "of":
            named = scene.kind(scene.linked(kid)[0]) if scene.linked(kid) else None
            known = scene.lexicon.noun_class(tree.lemma[kid]) & {"meeting", "agreement"}
            if named in ORGANIZATIONS or (named is None and known and len(tree.kids[kid]) > 1):
                return kid
    return token


# "The outcome", "the extension": of the agreement that was spoken of. Who rejects "the move" may mean another.
RESUMING = frozenset("announcement outcome extension signing breakthrough".split())
HAILED = RESUMING | frozenset("move step news result development release progress".split())
# These are not agreed yet.
PROPOSED = frozenset("proposal offer plan draft".split())


def spoken_of(scene: Scene, clause: Clause, tokens: list[int], predicate: str) -> list[str]:
    """Return what "welcomed it" or "hailed the outcome" welcomes: what the last act before was about."""
    tree = scene.tree
    loose_ends = [i for i in tokens if not scene.linked(i)]
    found: tuple[str, ...] = ()
    if any(tree.lower[i] in ("it", "this", "that") for i in loose_ends):
        before = [topics for at, topics in scene.matters[-3:] if 0 < clause.predicate - at < BEFORE // 2]
        found = before[-1] if before else ()
    elif any(is_resumed(scene, i, predicate) for i in loose_ends):
        near = [t for at, topics in scene.matters[-3:] for t in topics if 0 < clause.predicate - at < 2 * BEFORE]
        agreed = [t for t in near if scene.kind(t) == "Agreement" and not PROPOSED & set(words_of(scene, t))]
        last = agreed[-1] if agreed else last_agreement(scene, clause.predicate)
        found = (last,) if last is not None else ()
    return [t for t in found if scene.kind(t) in OBJECTS[predicate]]


def last_agreement(scene: Scene, token: int) -> str | None:
    """Return the last agreement named before ``token`` that is no proposal."""
    named = [i for i in scene.phrases.agreements if i < token and scene.tree.lemma[i] not in PROPOSED]
    return next((node for i in reversed(named[-4:]) if (node := scene.phrases.agreement(i)) is not None), None)


def words_of(scene: Scene, entity: str) -> list[str]:
    """Return the words of the label of ``entity``."""
    return scene.entities[entity].label.lower().split()


def is_resumed(scene: Scene, token: int, predicate: str) -> bool:
    """Return whether ``token`` heads no more than "the outcome" or "that step"."""
    tree = scene.tree
    words = HAILED if predicate in ("supports", "agrees") else RESUMING
    plain = not tree.children(token, "nmod", "acl", "acl:relcl", "compound", "nmod:poss")
    return plain and tree.lemma[token] in words and tree.child(token, "det") is not None


DRILLS = frozenset("drill exercise game maneuver manoeuvre patrol".split())
SHIELDING = frozenset({"protect", "safeguard", "defend", "preserve"})


def people(scene: Scene, tokens: list[int], *, bare: bool = False) -> list[str]:
    """Return the people without a name at ``tokens``."""
    return [g for g in (scene.phrases.group(i, bare=bare) for i in tokens) if g is not None]


TOWARDS = frozenset({"to", "at", "on", "against", "with", "from", "for", "toward", "towards", "over", "upon"})


def others(clause: Clause) -> list[int]:
    """Return what else the clause is directed at: its objects, then where "at", "against", "with" lead."""
    return [*clause.objects, *clause.indirect, *(head for prep, head in clause.obliques if prep in TOWARDS)]


def nodes(scene: Scene, tokens: list[int], predicate: str) -> list[str]:
    """Return the described nodes at ``tokens`` (issues, agreements, events) that ``predicate`` may lead to."""
    found = []
    for token in tokens:
        if scene.linked(token) or "group" in scene.lexicon.noun_class(scene.tree.lemma[token]):
            continue
        if predicate == "concedes" and scene.tree.lemma[token] in WANTED:
            # Who bows to pressure yields to whose it is.
            continue
        node = scene.phrases.agreement(token)
        if node is not None and scene.kind(node) in OBJECTS[predicate] and scene.kind(node) not in AGENTS:
            found.append(node)
    return list(dict.fromkeys(found))


def inherited(scene: Scene, clause: Clause, who: list[str]) -> str | None:
    """Return the date of the meeting at hand for what its parties do there: "Both agreed to …"."""
    last = scene.last_encounter(clause.predicate)
    if last is None or clause.status != "actual" or not who or not set(who) <= set(last.parties):
        return None
    # "She was jailed in April, which Chad denied": told of another time.
    start = max(scene.tree.sentence[clause.predicate], last.token)
    elsewhere = any(i in scene.when.dates for i in range(start, clause.predicate)) and start != last.token
    return last.date if clause.predicate - last.token < NEAR and not elsewhere else None


# How many words after a meeting its parties' acts still belong to it.
NEAR = 120
DECIDING = frozenset({"decision", "decide", "order", "announce", "notice"})


def is_decided(scene: Scene, clause: Clause) -> bool:
    """Return whether the clause is the content of a decision: an expulsion decided on is done."""
    tree = scene.tree
    return tree.lemma[tree.head[clause.predicate]] in DECIDING


YIELDING = frozenset({"Aid", "Cooperate", "Consult", "Support", "Retreat", "Concede", "Agree"})


def is_refused(scene: Scene, clause: Clause) -> bool:
    """Return whether ``clause`` says what somebody will not do."""
    tree = scene.tree
    ahead = any(tree.lemma[kid] in ("will", "would", "shall", "'ll") for kid in tree.children(clause.predicate, "aux"))
    return ahead and clause.status == "negated"


def location(scene: Scene, clause: Clause) -> list[str]:
    """Return where ``clause`` happens: the innermost place named with "in", "at" or "near"."""
    for prep, head in clause.obliques:
        if prep in ("in", "at", "near", "outside", "inside"):
            places = scene.places(head)
            if places:
                return places[:1]
    return []


def label(scene: Scene, clause: Clause, who: list[str], whom: list[str], topics: list[str]) -> str:
    """Return a name for the event: who, what, whom, in the graph's own labels."""
    names = [" and ".join(scene.entities[e].label for e in group[:3]) for group in (who, whom or topics)]
    return " ".join(part for part in (names[0], clause.lemma, names[1]) if part)
