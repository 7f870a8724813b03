"""The 16 event types: "Chile condemned the attack", "the expulsion of diplomats by Oslo"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses import Clause
from kg.extractors._acts import HELP, Act, act_of, is_told, location
from kg.extractors._claimed import claimed
from kg.extractors._doers import herald
from kg.extractors._edges import allows
from kg.extractors._frames import best
from kg.extractors._jointly import jointly
from kg.extractors._naming import label
from kg.extractors._objects import JUDGING
from kg.extractors._parties import CALLING, loose
from kg.extractors._references import HOSTILE
from kg.extractors._refusals import is_refused
from kg.extractors._scene import Scene
from kg.lexicon import Frame
from kg.model import Assertion, Event, Evidence, Status, digest

CONFIDENCE = {"verb": 0.8, "copula": 0.7, "noun": 0.65}


def extract(scene: Scene) -> Iterator[Event | Assertion]:
    """Yield an Event, and the direct edges it gives, for each clause that a frame of the lexicon matches.

    Source: PLOVER 2.0, the 16 event types.
    """
    for clause in scene.reading.clauses.values():
        frame = best(scene, clause)
        told = frame is not None and (frame.type != "Consult" or is_refused(scene, clause))
        if frame is not None and told and not is_unpolitical(scene, clause) and not is_view(scene, clause, frame):
            yield from events(scene, clause, frame)
    yield from jointly(scene)
    yield from claimed(scene)


def is_view(scene: Scene, clause: Clause, frame: Frame) -> bool:
    """Return whether who "suggested that Chad had left" asks for nothing, but says what has happened."""
    tree = scene.tree
    if clause.lemma == "regret" and clause.status == "planned":
        # "Mali would regret it": that is a threat.
        return True
    if frame.type != "Request" or clause.lemma not in ("suggest", "insist", "propose", "urge"):
        return False
    told = [i for i in clause.complements if any(tree.lower[kid] == "that" for kid in tree.children(i, "mark"))]
    return bool(told) and all(
        tree.tag[i] == "VBD" or any(tree.tag[kid] in ("VBD", "VBZ") for kid in tree.children(i, "aux", "cop"))
        for i in told
    )


def is_unpolitical(scene: Scene, clause: Clause) -> bool:
    """Return whether the words around ``clause`` tell of sport, weather, markets or the like."""
    start = scene.tree.sentence[clause.predicate]
    return scene.unpolitical(start)


def events(scene: Scene, clause: Clause, frame: Frame) -> Iterator[Event | Assertion]:
    """Yield the event of ``clause`` under ``frame`` and its edges; nothing if no party is known."""
    act = act_of(scene, clause, frame)
    if act.predicate == "threatens" and not act.whom and clause.lemma == "threaten":
        act.whom = threatened(scene, act)
    if not is_told(scene, act):
        return
    event = event_of(scene, act)
    yield event
    remember(scene, act, event)
    yield from edges(scene, act, event)


def threatened(scene: Scene, act: Act) -> list[str]:
    """Return whom the act is meant for that is threatened: "threatened to close its border with Mali"."""
    clauses = scene.reading.clauses
    inner = [clauses[i] for i in act.clause.complements if i in clauses]
    # "threatened to impose sanctions": the noun tells whom they would hit.
    inner += [c for verb in inner for i in verb.objects if (c := clauses.get(i)) and c.light == verb.predicate]
    framed = [(clause, frame) for clause in inner if (frame := best(scene, clause)) is not None]
    meant = [a for clause, frame in framed if frame.type in HOSTILE for a in act_of(scene, clause, frame).whom]
    return [a for a in dict.fromkeys(meant) if a not in act.who and not a.startswith("group_")]


def event_of(scene: Scene, act: Act) -> Event:
    """Return ``act`` as an event with all who have a part in it."""
    clause, frame = act.clause, act.frame
    acting = act.who or loose(scene, act.actors)
    named = names(act)
    reached = named + [
        a for a in loose(scene, [*act.recipients, *act.themes, *others(clause)]) if a not in acting and not named
    ]
    reached += [a for a in act.whom if a not in reached]
    roles = {("actor", a) for a in acting} | {("recipient", a) for a in reached} | {("theme", t) for t in act.topics}
    roles |= {("place", p) for p in location(scene, clause)}
    # "said on Monday that it would not meet Mali in May": it refused on Monday.
    refused = act.kind == "Reject" != frame.type
    date = scene.told(clause) if refused else scene.date(clause) or inherited(scene, clause, act.who)
    speaker, status = speaker_of(scene, act), status_of(scene, act)
    return Event(
        id="event_" + digest(scene.article.id, act.kind, str(sorted(roles)), status, date or "", clause.lemma),
        kind=act.kind,
        label=label(scene, clause, act.who, act.whom, act.topics),
        roles=frozenset(roles),
        date=date,
        status=status,
        attributed_to=speaker if speaker not in act.who else None,
        mode=(frame.mode or None) if act.kind == frame.type else None,
        context=scene.context(clause.predicate),
        evidence=(evidence_of(scene, act),),
    )


def names(act: Act) -> list[str]:
    """Return those whom ``act`` is done to who have a name."""
    return [a for a in act.whom if not a.startswith("group_")]


def evidence_of(scene: Scene, act: Act) -> Evidence:
    """Return the sentence that tells of ``act``."""
    clause = act.clause
    carried = clause.kind != "noun" or clause.light >= 0
    return scene.cite(
        clause.predicate,
        f"actions.{clause.pos}.{clause.lemma.replace(' ', '_')}",
        certainty(scene, clause) if carried else 0.5,
        subject=next(iter(act.actors), None),
        object=next(iter([*act.recipients, *act.themes]), None),
    )


def speaker_of(scene: Scene, act: Act) -> str | None:
    """Return who tells of ``act``; who announces his act does it by that."""
    return None if act.announced else scene.speaker(act.clause) or herald(scene, act.clause)


def status_of(scene: Scene, act: Act) -> Status:
    """Return the status of ``act``: a refusal is done, and so is an expulsion or a sanction that was decided."""
    status = act.clause.status
    if act.kind == "Reject" != act.frame.type:
        return "actual"
    if act.frame.mode == "expel" and status == "planned" and is_decided(scene, act.clause):
        return "actual"
    if act.kind == "Sanction" and status == "planned" and is_in_force(scene, act.clause):
        return "actual"
    return status


def remember(scene: Scene, act: Act, event: Event) -> None:
    """Keep what later words go back to: what ``act`` was about, whom it was done to, who called for what."""
    at, named = act.clause.predicate, tuple(names(act))
    if act.topics and act.predicate != "addresses":
        scene.matters.append((at, tuple(act.topics)))
    if act.objects and act.predicate in JUDGING:
        scene.judged.append((at, act.predicate, tuple(act.objects)))
    reached = [agent for role, agent in event.roles if role == "recipient" and not agent.startswith("group_")]
    if len(act.who) == len(reached) == 1:
        scene.dealings.append((at, (act.who[0], reached[0])))
    if act.predicate == "aids" and act.recipients and named and act.who:
        scene.helped.append((at, named))
    if act.predicate == "assaults" and act.objects and not act.who and event.status == "actual":
        scene.unclaimed.append((at, tuple(act.objects), event.date))
    if act.kind in HOSTILE and act.who and event.status == "actual":
        scene.deeds.append((at, tuple(act.who)))
    if act.recipients and named:
        scene.affected.append((at, scene.tree.lemma[scene.phrases.part(act.recipients[0])], named))
    agreed = tuple(dict.fromkeys([*act.parties, *act.whom]))
    if act.predicate == "agrees" and len(agreed) == 2:
        scene.pacts.append((at, agreed))
    if act.kind in CALLING and act.who:
        scene.calls.append((at, act.kind, tuple(act.who), named))


def edges(scene: Scene, act: Act, event: Event) -> Iterator[Assertion]:
    """Yield the direct edges of ``act``."""
    status = event.status
    if act.predicate == "aids" and act.kind == "Agree" and status == "actual":
        # "pledged ten million dollars": the promise is made, the money is to come.
        status = "planned"
    speaker = speaker_of(scene, act)
    speakers = scene.speakers(act.clause) if speaker is not None else []
    first_person = act.clause.quoted or any(scene.tree.lower[i] in ("i", "we") for i in act.actors)
    uttered = act.predicate in UTTERED and status == "actual" and not first_person
    for subject, object in pairs(scene, act):
        # Who says that he condemns, condemns by that.
        said = None if uttered and subject in speakers else subject if subject in speakers else speaker
        if subject != object and allows(act.predicate, scene.kind(subject), scene.kind(object)):
            yield scene.assertion(
                subject,
                act.predicate,
                object,
                event.evidence[0],
                status=status,
                speaker=said,
                date=event.date,
                event=event.id,
            )


def pairs(scene: Scene, act: Act) -> list[tuple[str, str]]:
    """Return the ends of the edges of ``act``; each party of an agreement agrees it, and all with each other."""
    reached = act.topics if act.offers and act.topics else act.objects
    if act.offers and act.clause.lemma == "offer" and act.frame.type != "Support" and act.predicate != "aids":
        # Who "offered Mali talks" backs neither, who "offered Mali his help" backs Mali.
        helping = any(scene.tree.lemma[i] in HELP for i in (*act.themes, *act.recipients))
        reached = [o for o in act.objects if o in act.topics and o.startswith("agreement_")]
        reached += act.whom if helping else []
    found = [(subject, object) for subject in act.who for object in reached]
    if act.who != act.parties:
        found += [(p, t) for p in act.parties[1:] for t in act.topics]
        found += [(p, q) for n, p in enumerate(act.whom) for q in act.whom[n + 1 :]] if len(act.whom) < 6 else []
    elif act.predicate == "agrees":
        found += [(p, t) for p in act.whom for t in act.topics]
    return found


UTTERED = frozenset({"supports", "criticizes", "rejects", "requests", "threatens"})
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


TOWARDS = frozenset({"to", "at", "on", "against", "with", "from", "for", "toward", "towards", "over", "upon"})


def others(clause: Clause) -> list[int]:
    """Return what else the clause is directed at: its objects, then where "at", "against", "with" lead."""
    return [*clause.objects, *clause.indirect, *(head for prep, head in clause.obliques if prep in TOWARDS)]


def inherited(scene: Scene, clause: Clause, who: list[str]) -> str | None:
    """Return the date of the last meeting of ``who`` for what they do there: "Both agreed to …"."""
    if clause.status != "actual" or not who:
        return None
    for last in scene.encounters_before(clause.predicate, NEAR):
        told = scene.reading.clauses.get(last.token)
        # "Soto, who will visit Chad on Friday, praised it."
        aside = told is None or told.status != "actual" or told.relation in ("acl", "acl:relcl")
        if aside or not set(who) <= set(last.parties):
            continue
        # "She was jailed in April, which Chad denied": told of another time.
        same = scene.tree.sentence[clause.predicate] == scene.tree.sentence[last.token]
        return last.date if same or scene.when.is_open(clause.predicate) else None
    return None


# How many words after a meeting its parties' acts still belong to it.
NEAR = 120
DECIDING = frozenset({"decision", "decide", "order", "announce", "notice"})


# "ordered an embargo", "the decision to suspend Chad"
ORDERING = {"noun": frozenset({"order", "decide", "decree"}), "verb": frozenset({"decide", "decision", "vote"})}
AWAITING = frozenset("expect await delay postpone defer consider weigh oppose block".split())


def is_in_force(scene: Scene, clause: Clause) -> bool:
    """Return whether the sanction of ``clause`` was decided or ordered, with nothing said of a decision to come."""
    tree, start, kind = scene.tree, clause.predicate, clause.kind
    if clause.light >= 0 and tree.lemma[clause.light] not in ORDERING["noun"]:
        # "decided to impose sanctions"
        start, kind = clause.light, "verb"
    head = tree.head[start]
    asked = any(tree.lower[k] in ("if", "whether") for k in tree.children(start, "mark"))
    if asked or tree.lemma[head] not in ORDERING.get(kind, ()):
        return False
    over = [scene.reading.clauses[i] for i in (head, tree.head[head]) if i in scene.reading.clauses]
    return all(verb.status == "actual" and verb.lemma not in AWAITING for verb in over)


def is_decided(scene: Scene, clause: Clause) -> bool:
    """Return whether the clause is the content of a decision: an expulsion decided on is done."""
    tree = scene.tree
    return tree.lemma[tree.head[clause.predicate]] in DECIDING
