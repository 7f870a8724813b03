"""Meetings, visits and calls: "Merkel met Macron", "Oman will host Iran", "the SCO summit in Tashkent"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from kg.clauses import Clause
from kg.clauses.moods import was_due
from kg.extractors._acts import location, people
from kg.extractors._called import title
from kg.extractors._encounters import by_phone, companions
from kg.extractors._frames import best, fill
from kg.extractors._gathering import Gathering
from kg.extractors._gatherings import MANY, gather
from kg.extractors._naming import label
from kg.extractors._participants import APART, ATTEND, CONVENING, Stated, stated_by_noun, stated_by_verbs
from kg.extractors._presence import on_the_spot, stated_around
from kg.extractors._scene import ORGANIZATIONS, Encounter, Scene
from kg.extractors._topics import discussed, on_agenda, questions, talked_over, topic_nodes
from kg.extractors._visits import calls, stays, visited
from kg.extractors.actions import inherited, is_unpolitical
from kg.lexicon import Frame
from kg.model import Assertion, Event, Status, digest
from kg.nlp.dates import base_date


def extract(scene: Scene) -> Iterator[Event | Assertion]:
    """Yield the article's meetings with place, date, organizer, participants and issues, and who consulted whom.

    Source: PLOVER 2.0 CONSULT, modes visit, third-party, multilateral and phone.
    """
    scene.gatherings = gather(scene)
    around = list(stated_around(scene))
    for gathering in scene.gatherings:
        yield from tell(scene, gathering, [stated for of, stated in around if of is gathering])
    together: list[Clause] = []
    # What a headline says of "Chadian, Malian ministers" the text may say of them by their names.
    titled = [c for c in scene.reading.clauses.values() if scene.in_headline(c.predicate)]
    inside = {c.predicate for c in titled}
    for clause in [*(c for i, c in scene.reading.clauses.items() if i not in inside), *titled]:
        frame = best(scene, clause)
        if clause.predicate in inside and _is_retold(scene, clause):
            continue
        if frame is not None and frame.type == "Consult" and not is_unpolitical(scene, clause):
            yield from consults(scene, clause, frame)
        elif clause.kind == "copula":
            yield from stays(scene, clause)
        elif frame is None and clause.kind == "verb" and discussed(scene, clause):
            together.append(clause)
    for clause in together:
        if _is_joint(scene, clause) and not is_unpolitical(scene, clause):
            yield from consults(scene, clause, JOINT)

    for clause, speaking, told in by_phone(scene):
        known = best(scene, clause)
        if known is None or known.type != "Consult":
            yield from calls(scene, clause, speaking, told)


# Two persons who "go over the budget" do so together.
JOINT = Frame("Consult", "", "verb", "", (), ("subj",), ("prep:with", "obj>prep:with"), (), "addresses", "")


def _is_retold(scene: Scene, clause: Clause) -> bool:
    """Return whether the headline ``clause`` tells of the officials of States whom the text names when they meet."""
    officials = [i for i in clause.subjects if "official" in scene.lexicon.noun_class(scene.tree.lemma[i])]
    states = {a for i in officials for a in scene.agents(i) if scene.kind(a) == "State"}
    people = [p for e in scene.encounters for p in e.parties if scene.kind(p) == "Person"]
    return bool(states) and states <= {home for p in people for home in scene.homes(p)}


def _is_joint(scene: Scene, clause: Clause) -> bool:
    """Return whether two persons, or one who met another for it, "considered", "went over" or "looked at" it."""
    who = scene.all_agents(clause.subjects)
    if len(who) != 2:
        above = scene.reading.clauses.get(clause.governor)
        sat = above is not None and above.lemma in CONVENING and all(scene.kind(a) in ORGANIZATIONS for a in who)
        return len(who) == 1 and (sat or bool(met_for(scene, clause)))
    last = scene.last_encounter(scene.tree.sentence_end(scene.tree.sentence[clause.predicate]))
    told = last is not None and set(last.parties) == set(who)
    return not told and all(scene.kind(a) == "Person" for a in who)


def consults(scene: Scene, clause: Clause, frame: Frame) -> Iterator[Event | Assertion]:
    """Yield that the parties of ``clause`` consult each other, and what they discuss."""
    agenda = on_agenda(scene, clause)
    actors, recipients = fill(scene, clause, frame.actor), fill(scene, clause, frame.recipient)
    recipients = [i for i in recipients if i not in agenda]
    who = scene.all_agents(actors) or companions(scene, clause) or delegates(scene, actors)
    # "On his trip to the country": not to his own.
    own = (
        {home for a in who if scene.kind(a) == "Person" for home in scene.homes(a)} if frame.mode == "visit" else set()
    )
    whom = [a for a in scene.all_agents(recipients) if a not in who and a not in own]
    if not whom and not recipients and clause.lemma == "call":
        whom = [a for a in companions(scene, clause) if a not in who]
    if not whom:
        whom = [s for i in recipients if (s := visited(scene, i)) is not None and s not in {*who, *own}]
    themes = [*agenda, *fill(scene, clause, frame.theme), *questions(scene, clause), *talked_over(scene, clause)]
    themes += [i for i in discussed(scene, clause) if i not in themes]
    if clause.lemma in CONVENING or frame.mode == "third-party":
        # "gathered for a summit": that is not what they talk about
        themes = [i for i in themes if "meeting" not in scene.lexicon.noun_class(scene.tree.lemma[i])]
    topics = topic_nodes(scene, themes) if frame.property not in ("attends", "hosts", "organizes") else []
    gathering = next((g for g in scene.gatherings if clause.predicate in g.heads), None)
    # "Evidence about contacts between …" does not say that there were any.
    told = clause.lemma in SENT or scene.tree.preposition(clause.predicate) == "about"
    if clause.kind == "noun" and clause.light < 0 and told:
        return
    if gathering is not None and (gathering.organizers or gathering.is_bilateral):
        return
    if clause.lemma in ("talk", "speak", "converse", "negotiate") and len({*who, *whom}) < 2:
        return
    if not who or not (whom or len(who) > 1 or topics):
        return
    speaker = scene.speaker(clause)
    date = scene.when.own(clause) or dated_later(scene, clause, {*who, *whom})
    date = date or scene.date(clause) or inherited(scene, clause, [*who, *whom])
    evidence = scene.cite(
        clause.predicate,
        f"meetings.{clause.pos}.{clause.lemma.replace(' ', '_')}",
        0.8,
        subject=next(iter(actors), None),
        object=next(iter([*recipients, *themes]), None),
    )
    roles = {("actor", a) for a in who} | {("recipient", a) for a in whom} | {("theme", t) for t in topics}
    roles |= {("place", p) for p in location(scene, clause)}
    event = Event(
        id="event_" + digest(scene.article.id, "Consult", str(sorted(roles)), clause.status, date or ""),
        kind="Consult",
        label=label(scene, clause, who, whom, topics),
        roles=frozenset(roles),
        date=date,
        status=clause.status,
        attributed_to=speaker,
        mode=frame.mode or None,
        context=scene.context(clause.predicate),
        evidence=(evidence,),
    )
    yield event
    if clause.status in ("actual", "planned") and len({*who, *whom}) > 1:
        scene.meet(Encounter(clause.predicate, (*who, *whom), event.id, date))
    pairs = [(a, b) for a in who for b in whom]
    # Two who fly to a third meet him, two who "exchange visits" each other.
    going = frame.mode == "visit" and clause.lemma != "exchange"
    apart = going or frame.mode == "third-party" or frame.property in ("attends", "hosts", "organizes")
    if len(who) == 2 and not whom and not apart:
        pairs = list(combinations(who, 2))
    edges = [(a, "consults", b) for a, b in pairs]
    partners = [] if whom else [p for p in met_for(scene, clause) if p not in who]
    edges += [(party, "addresses", topic) for party in [*who, *whom, *partners] for topic in topics]
    for subject, predicate, object in edges:
        yield scene.assertion(
            subject, predicate, object, evidence, status=clause.status, speaker=speaker, date=date, event=event.id
        )


def delegates(scene: Scene, tokens: list[int]) -> list[str]:
    """Return the people without a name at ``tokens`` who go and meet: "consular officers", "a team of experts"."""
    several = [i for i in tokens if scene.tree.tag[i] == "NNS" or scene.tree.lemma[i] in PARTIES]
    return people(scene, several)


PARTIES = frozenset({"delegation", "team", "group", "mission"})
# Who is sent, not a meeting.
SENT = frozenset({"mission", "delegation", "office", "envoy"})


def dated_later(scene: Scene, clause: Clause, parties: set[str]) -> str | None:
    """Return the day that the article gives further on to the talks or the call that its lead ``clause`` tells of."""
    if scene.when.of_news(clause) is None:
        return None
    for gathering in scene.gatherings:
        told = min(gathering.heads) > clause.predicate and _is_definite(scene, min(gathering.heads))
        if told and not gathering.organizers and set(gathering.parties) <= parties:
            return gathering.date
    return None


def _dated_by(scene: Scene, clauses: list[Clause], status: Status) -> str | None:
    """Return the date of the first of ``clauses`` with ``status`` that has one, the article's day if it goes on now."""
    fitting = [clause for clause in clauses if clause.kind == "noun" or clause.status == status]
    found = next((date for clause in fitting if (date := scene.date(clause)) is not None), None)
    if found is None and any(scene.when.goes_on_now(clause) for clause in fitting):
        day = base_date(scene.noted)
        found = day.isoformat() if day is not None else None
    return found


def _is_absence(scene: Scene, predicate: str, clause: Clause) -> bool:
    """Return whether ``clause`` tells that somebody stayed away, which says nothing of the meeting."""
    # But what he "was to have attended" need not have been held.
    return (predicate, clause.status) == ABSENCE and not was_due(scene.tree, clause.predicate)


def _is_scheduled(clause: Clause) -> bool:
    """Return whether ``clause`` is "due to be held in May", which may have been moved since."""
    return clause.relation == "acl" and clause.status == "planned"


def _is_definite(scene: Scene, noun: int) -> bool:
    """Return whether "the" or "this" stands before ``noun``."""
    return any(scene.tree.lower[k] in ("the", "this", "these") for k in scene.tree.children(noun, "det"))


def met_for(scene: Scene, clause: Clause) -> list[str]:
    """Return whom the subject of "met her in Dodoma to discuss the railway" meets for it."""
    governor = scene.reading.clauses.get(clause.governor)
    if governor is None or clause.relation not in ("advcl", "xcomp"):
        return []
    frame = best(scene, governor)
    held = [c for i in governor.objects if (c := scene.reading.clauses.get(i)) is not None and c.light >= 0]
    if frame is None and held and (frame := best(scene, held[0])) is not None:
        # "held a meeting with her, focusing on trade"
        governor = held[0]
    return scene.all_agents(fill(scene, governor, frame.recipient)) if frame and frame.type == "Consult" else []


def tell(scene: Scene, gathering: Gathering, around: Sequence[Stated] = ()) -> Iterator[Event | Assertion]:
    """Yield the Meeting node of ``gathering`` and its edges, if it is more than a passing word.

    ``around`` is what other clauses state of it.
    """
    first = scene.reading.clauses[gathering.heads[0]]
    if gathering.is_call:
        yield from _calling(scene, gathering)
        return
    stated = [*stated_by_noun(scene, gathering), *stated_by_verbs(scene, gathering), *around]
    parties = {s for s, predicate, _, _ in stated if predicate in ("attends", "hosts", "organizes")}
    if parties and not any(predicate == "takesPlaceIn" for _, predicate, _, _ in stated):
        stated += on_the_spot(scene, gathering)
    places = {o for _, predicate, o, _ in stated if predicate == "takesPlaceIn"}
    if not parties and not places:
        return
    attending = list(dict.fromkeys(s for s, predicate, _, _ in stated if predicate == "attends"))
    # Who chairs, joins or addresses a meeting may be one of many.
    coming = [clause for _, predicate, _, clause in stated if predicate == "attends" and clause.lemma in COMING]
    opened = any(opens(scene, gathering, clause) for clause in coming)
    guests = bool(coming) and not opened
    if not gathering.organizers and len(attending) == 2 and gathering.lemma not in MANY and not guests:
        gathering.parties = attending
    bilateral, name = gathering.is_bilateral, title(scene, gathering)
    node = scene.phrases.keep("Meeting", name, gathering.lemma, frozenset(gathering.names | {gathering.label} - {name}))
    gathering.node = node
    gathering.parties = gathering.parties or attending
    topics = [t for head in gathering.topics for t in topic_nodes(scene, [head])]
    cite = scene.cite(first.predicate, f"meetings.noun.{gathering.lemma}", 0.75)
    roles = {("actor", s) for s, predicate, _, _ in stated if predicate == "attends"}
    roles |= {("organizer", s) for s, predicate, _, _ in stated if predicate == "organizes"}
    roles |= {("host", s) for s, predicate, _, _ in stated if predicate == "hosts"}
    roles |= {("place", p) for p in places} | {("theme", t) for t in topics}
    # What is told of a meeting to come is to come as well.
    own = min((held(scene, head) for head in gathering.heads), key=ORDER.index)
    verbs = [
        clause.status
        for _, predicate, _, clause in stated
        if clause.kind == "verb"
        and (clause.relation != "acl:relcl" or scene.when.goes_on_now(clause))
        and not _is_absence(scene, predicate, clause)
    ]
    if verbs and own == "actual":
        # A bare "the meeting" elsewhere says nothing of whether it was held.
        own = min(verbs, key=ORDER.index)
    told = [clause.status for _, predicate, _, clause in stated if not _is_absence(scene, predicate, clause)]
    status = max(own, min(told, key=ORDER.index, default=own), key=ORDER.index)
    date = gathering.date or _dated_by(scene, [clause for *_, clause in stated], status)
    gathering.date = date
    if own == "actual" and scene.is_ahead(date):
        # "would not attend the summit in May": it is to be held all the same.
        own, status = "planned", max(status, "planned", key=ORDER.index)
    yield Event(
        id=node,
        kind="Meeting",
        label=name,
        roles=frozenset(roles),
        date=gathering.date,
        status=status,
        attributed_to=scene.speaker(first),
        mode=None,
        context=scene.context(first.predicate),
        evidence=(cite,),
    )
    if bilateral:
        covered = [o for s, predicate, o, _ in stated if predicate == "addresses" and not s]
        yield from _consulting(scene, gathering, list(dict.fromkeys([*topics, *covered])), node)
    elif status in ("actual", "planned"):
        scene.meet(Encounter(first.predicate, (), node, gathering.date))
    # "Talks between Chad and Mali" are what the two have with each other, and no more.
    bare = bilateral and not places and not opened and scene.tree.pos[first.predicate] != "PROPN"
    stated += [(node, "addresses", topic, first) for topic in topics]
    each = [(v, p) for v in gathering.visitors for p in attending if p != v]
    stated += [s for v, p in each for s in ((v, "attends", "", first), (v, "consults", p, first))]
    for subject, predicate, object, clause in stated:
        subject, object = subject or node, object or node
        if subject == object or (bare and predicate == "attends" and subject in gathering.parties):
            continue
        evidence = scene.cite(clause.predicate, f"meetings.{predicate}", 0.75)
        # Talks that "began in Oslo in May and go on in Lima in June" are in each place at its own time.
        own_date = None
        if predicate in ("takesPlaceIn", "attends") and clause.kind == "verb" and not _is_scheduled(clause):
            own_date = scene.when.own(clause)
        yield scene.assertion(
            subject,
            predicate,
            object,
            evidence,
            status=max(own, clause.status if clause.kind != "noun" else own, key=ORDER.index),
            speaker=scene.speaker(clause),
            date=own_date or gathering.date,
            event=node,
        )


def _consulting(scene: Scene, gathering: Gathering, topics: list[str], node: str) -> Iterator[Assertion]:
    """Yield that the two parties of a meeting consult each other, and address what it is about."""
    first = scene.reading.clauses[gathering.heads[0]]
    evidence = scene.cite(first.predicate, "meetings.bilateral", 0.75)
    a, b = gathering.parties
    if "Place" in (scene.kind(a), scene.kind(b)):
        return
    speaker = scene.speaker(first)
    role, above = scene.tree.dep[first.predicate], scene.tree.dep[scene.tree.head[first.predicate]]
    tree, head = scene.tree, first.predicate
    passing = role in ("nmod", "compound", "nmod:poss") or (role == "obl" and above in ("acl", "acl:relcl", "amod"))
    passing |= role == "obl" and tree.preposition(head) in ("from", "since", "until", "ahead of")
    new = any(tree.lower[kid] in ("a", "an") for kid in tree.children(head, "det")) and tree.child(head, "acl:relcl")
    if new or not passing:
        # "what the Soto-Holt meeting left open" is told in passing.
        scene.meet(Encounter(first.predicate, (a, b), node, gathering.date))
    edges = [(a, "consults", b), *((party, "addresses", topic) for party in (a, b) for topic in topics)]
    for subject, predicate, object in edges:
        yield scene.assertion(
            subject, predicate, object, evidence, status=first.status, speaker=speaker, date=gathering.date, event=node
        )


def opens(scene: Scene, gathering: Gathering, clause: Clause) -> bool:
    """Return whether two "open talks" in ``clause``, which they have with each other."""
    talks = gathering.lemma in ("talk", "negotiation", "consultation", "discussion", "dialogue")
    return talks and clause.lemma == "open" and len(scene.all_agents(clause.subjects)) == 2


COMING = ATTEND | frozenset({"represent", "send", "lead", "head", "invite"})
ORDER = ("actual", "planned", "hypothetical", "negated")
# Who stays away does not say that the meeting was not held.
ABSENCE = ("attends", "negated")


def held(scene: Scene, head: int) -> Status:
    """Return whether the meeting at ``head`` is said to be held: who takes no part in it does not call it off."""
    status = scene.reading.clauses[head].status
    tree = scene.tree
    if any(tree.lower[k] == "no" for k in tree.children(head, "det")):
        return status
    verbs = (verb for verb in scene.reading.about(head) if not any(tree.lemma[o] == "place" for o in verb.objects))
    apart = [verb for verb in verbs if verb.lemma.split(" ")[0] in APART]
    if status == "negated" and apart:
        # "Was to have attended a summit": nobody says that it was held.
        return "planned" if all(was_due(tree, verb.predicate) for verb in apart) else "actual"
    return status


def _calling(scene: Scene, gathering: Gathering) -> Iterator[Event | Assertion]:
    """Yield that the two parties of a telephone call consult each other."""
    if not gathering.is_bilateral:
        return
    first = scene.reading.clauses[gathering.heads[0]]
    topics = [t for head in gathering.topics for t in topic_nodes(scene, [head])]
    event = "event_" + digest(scene.article.id, "call", str(first.predicate))
    names = [scene.entities[party].label for party in gathering.parties]
    yield Event(
        id=event,
        kind="Consult",
        label=f"telephone call between {' and '.join(names)}",
        roles=frozenset({("actor", a) for a in gathering.parties} | {("theme", t) for t in topics}),
        date=gathering.date,
        status=first.status,
        attributed_to=scene.speaker(first),
        mode="phone",
        context=scene.context(first.predicate),
        evidence=(scene.cite(first.predicate, "meetings.call", 0.75),),
    )
    yield from _consulting(scene, gathering, topics, event)
