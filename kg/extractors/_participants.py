"""Who takes part in a meeting, hosts or organizes it, and where it is, as the clauses around it tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.clauses import Clause
from kg.clauses.arguments import INCLUDING
from kg.extractors._doers import UTTERED
from kg.extractors._frames import best
from kg.extractors._gathering import Gathering
from kg.extractors._gatherings import MANY
from kg.extractors._guests import CHAIRS, HOSTS, LEADERS, called, crowds, guests
from kg.extractors._scene import ORGANIZATIONS, Scene
from kg.extractors._standing import SENT
from kg.extractors._topics import DISCUSSING, discussed, topic_nodes

# What a verb says of the meeting that it governs, by the meeting's place in its clause.
ATTEND = frozenset(
    "attend join address open chair boycott skip miss shun snub follow preside moderate monitor observe participate "
    "co-chair leave lead mediate broker facilitate".split()
)
WATCHING = frozenset({"watch", "witness", "grace"})
CEREMONIES = frozenset({"ceremony", "signing", "parade", "session", "inauguration"})
# What one is who is at a meeting.
GUESTS = frozenset({"present", "guest", "participant", "speaker", "observer"})
# Verbs of which a "not" says nothing of the meeting itself.
APART = ATTEND | frozenset("take represent invite send come go speak appear be".split())
SHUNNING = frozenset({"boycott", "skip", "miss", "shun", "snub"})
COMING = frozenset(
    "take speak arrive represent meet deliver come gather assemble convene travel fly sit participate attend "
    "show".split()
)
CONVENING = frozenset("gather assemble convene sit meet".split())
GATHERING = frozenset("bring gather unite include involve feature assemble".split())
LEADING = frozenset({"lead", "head"})
SENDING = frozenset({"send", "dispatch", "delegate"})
PARTAKING = frozenset({"participation", "presence", "attendance", "involvement"})
MOVING = frozenset("arrive come fly gather travel go meet assemble converge convene be land".split())
RECEIVING = frozenset({"welcome", "receive"})
DECLINING = frozenset({"decline", "refuse", "reject", "turn", "turn down", "spurn"})
BESIDES = frozenset("with|together with|along with|alongside|besides|in addition to|apart from|as well as".split("|"))
PEOPLE = frozenset("participant attendee delegate guest speaker visitor invitee".split())
# Where these happen, the meeting need not.
TOLD = frozenset(
    "announce disclose reveal report say confirm welcome criticize criticise condemn discuss propose".split()
)
# Who does these to a summit was to hold it.
RENOUNCING = frozenset({"call off", "give up", "cancel", "scrap", "abandon", "forgo"})
HONOURING = frozenset({"for", "in honour of", "in honor of"})
HOST = frozenset({"host", "co-host", "give"})
ORGANIZE = frozenset("organize organise convene hold call arrange sponsor initiate".split())
LEAVING, HOMEWARDS = frozenset({"leave", "depart", "quit", "withdraw", "return"}), frozenset({"home", "back", "away"})
BESIDE = frozenset({"at", "in", "during", "within", "on", "to", "for", "before"})
DISCUSS = frozenset(
    "discuss address consider review focus tackle cover deal examine concern touch dedicate devote explore "
    "debate".split()
)
# Who holds these takes part in them.
TALKS = frozenset("talk discussion conversation consultation negotiation dialogue dinner lunch".split())
# Who do this to talks hold them.
GOING_ON = frozenset(
    (
        "begin start open reopen restart relaunch resume continue end conclude finish complete wrap wind close enter "
        "kick"
    ).split()
)
# Verbs whose "at" does not say where their subject is.
AIMED = frozenset("aim look direct point target protest rage balk throw fire hint express be arrive".split())
BRIEFINGS = frozenset("briefing conference-call call interview ceremony hearing round event".split())
# Subject, property, object and the clause that says so.
Stated = tuple[str, str, str, Clause]


def stated_by_noun(scene: Scene, gathering: Gathering) -> Iterator[Stated]:
    """Yield the edges that the meeting's own phrases state; "" stands for the meeting."""
    clause = scene.reading.clauses[gathering.heads[0]]
    for party in gathering.parties:
        yield party, "attends", "", clause
    for organizer in gathering.organizers:
        yield organizer, "organizes", "", clause
    yield from ((agent, "organizes", "", clause) for agent in _patrons(scene, clause.obliques))
    for place in gathering.places[:1]:
        yield "", "takesPlaceIn", place, clause
    yield from _participles(scene, gathering.heads[0])


BRIEFING = frozenset({"tell", "brief", "inform", "update"})
COURSES = frozenset({"workshop", "seminar", "course", "training", "symposium"})
AUSPICES = frozenset({"auspices", "auspex", "aegis", "umbrella", "sponsorship", "patronage"})


def _patrons(scene: Scene, obliques: list[tuple[str, int]]) -> list[str]:
    """Return under whose auspices something is held."""
    tree = scene.tree
    held = [head for prep, head in obliques if prep == "under" and {tree.lower[head], tree.lemma[head]} & AUSPICES]
    named = [kid for head in held for kid in tree.children(head, "nmod", "nmod:poss", "amod", "compound")]
    return scene.all_agents([i for kid in named for i in tree.conjuncts(kid)])


def _participles(scene: Scene, head: int) -> Iterator[Stated]:
    """Yield by whom a "conference on piracy convened by Chad" is held, though the verb hangs on its topic."""
    tree = scene.tree
    for i in range(head + 1, tree.right[head] + 1):
        verb = scene.reading.clauses.get(i)
        above = tree.head[i]
        if verb is None or not verb.passive or tree.dep[i] != "acl" or above == head:
            continue
        relation = "hosts" if verb.lemma in HOST else "organizes" if verb.lemma in ORGANIZE else ""
        if relation and "meeting" not in scene.lexicon.noun_class(tree.lemma[above]):
            yield from ((agent, relation, "", verb) for agent in scene.all_agents(verb.subjects))


def stated_by_verbs(scene: Scene, gathering: Gathering) -> Iterator[Stated]:
    """Yield the edges that the clauses around the meeting's mentions state."""
    tree = scene.tree
    for head in gathering.heads:
        own = scene.reading.clauses[head]
        if own.kind == "copula":
            continue
        verb = scene.reading.governing(tree.head[head]) if tree.head[head] != head else None
        if verb is None or verb.kind == "noun" or head not in arguments(verb):
            yield from _through_noun(scene, head)
        for other in scene.reading.about(head):
            yield from _through_verb(scene, head, other)
            yield from _through_presence(scene, head, other)


def _through_verb(scene: Scene, head: int, verb: Clause) -> Iterator[Stated]:
    lemma = verb.lemma if verb.lemma in RENOUNCING else verb.lemma.split(" ")[0]
    agents = guests(scene, verb.subjects) or crowds(scene, verb.subjects)
    if head in (*verb.objects, *(verb.indirect if lemma in BRIEFING else ())):
        relation = "hosts" if lemma in HOST else "attends"
        renounced = lemma in RENOUNCING and scene.tree.lemma[head] in MANY
        if renounced:
            relation = "hosts"
        watched = lemma in WATCHING and scene.tree.lemma[head] in CEREMONIES
        # "told the meeting", not "told a news conference"
        press = {scene.tree.lower[kid] for kid in scene.tree.kids[head]} & {"news", "press"}
        watched |= lemma in BRIEFING and scene.tree.lemma[head] in MANY | {"meeting"} and not press
        if lemma in ATTEND:
            agents += scene.all_agents([h for prep, h in verb.obliques if prep in BESIDES])
        if lemma in ORGANIZE:
            own = scene.reading.clauses[head]
            many = scene.tree.lemma[head] in MANY | COURSES
            between = (len(agents) > 1 and not many) or any(prep in ("with", "between") for prep, _ in own.obliques)
            several = len(agents) > 1 and all(scene.kind(a) in ("Person", "State") for a in agents)
            between |= several and scene.tree.lemma[head] not in COURSES
            relation = "attends" if lemma == "hold" and (between or scene.tree.lemma[head] in TALKS) else "organizes"
        going_on = lemma in GOING_ON and scene.tree.lemma[head] in TALKS and len(agents) > 1
        members = [a for a in agents if scene.kind(a) == "InternationalOrganization"]
        if lemma in GOING_ON and len(members) == len(agents) == 1 and scene.tree.lemma[head] in MANY | {"meeting"}:
            # "The League's ministers ended a meeting."
            yield members[0], "organizes", "", verb
        if lemma in GOING_ON and scene.tree.lemma[head] in MANY:
            # "The leaders of nine States wrapped up the summit."
            acting = [a for a in agents if scene.kind(a) not in ORGANIZATIONS or a.startswith("group_")]
            going_on = len(acting) == len(agents) and (len(agents) > 1 or any(scene.kind(a) != "State" for a in agents))
        if lemma in ATTEND | HOST | ORGANIZE or going_on or watched or renounced:
            # "gave a dinner for Ana Soto"
            honoured = scene.all_agents(
                h for prep, h in verb.obliques if prep in ("for", "in honour of", "in honor of")
            )
            for agent in [*agents, *honoured] if lemma == "give" else ():
                yield agent, "attends", "", verb
            for agent in agents:
                yield agent, relation, "", away(verb) if lemma in SHUNNING else verb
        frame = best(scene, verb)
        if frame is None or frame.type not in UTTERED:
            # "In Lome she praised the summit": it need not be held there.
            yield from _where(scene, head, verb)
        if verb.passive:
            yield from _covered(scene, verb)
    elif head in verb.subjects:
        yield from _where(scene, head, verb)
        yield from _covered(scene, verb)
        if lemma in GATHERING:
            for agent in guests(scene, [*verb.objects, *(h for prep, h in verb.obliques if prep in INCLUDING)]):
                yield agent, "attends", "", verb
    else:
        yield from _beside(scene, head, verb, agents)
    yield from ((agent, "organizes", "", verb) for agent in _patrons(scene, verb.obliques))
    yield from _arriving(scene, verb)
    yield from _through_delegation(scene, head, verb, agents)
    yield from _with_participation(scene, [h for prep, h in verb.obliques if prep in ("with", "in")], verb)


def _beside(scene: Scene, head: int, verb: Clause, agents: list[str]) -> Iterator[Stated]:
    """Yield who comes to, hosts or shuns the meeting at ``head``, which stands with a preposition."""
    lemma, prep = verb.lemma.split(" ")[0], next((p for p, h in verb.obliques if h == head), None)
    told = [*verb.objects, *(h for _, h in verb.obliques)]
    words = any("speech" in scene.lexicon.noun_class(scene.tree.lemma[i]) for i in told)
    patients = scene.all_agents(verb.objects) if lemma in ("invite", "represent", *RECEIVING) else []
    coming: list[str] = []
    if (prep == "out of" and lemma in ("walk", "storm")) or (prep == "to" and words):
        # Who walks out had come.
        coming = agents
    elif prep == "to" and lemma in RECEIVING and scene.tree.lemma[head] in MANY and patients:
        yield from ((agent, "hosts", "", verb) for agent in agents)
    elif prep == "to" and lemma == "invite" and verb.status == "negated":
        coming = patients
    elif prep == "at" and lemma == "expect" and verb.passive:
        yield from ((agent, "attends", "", replace(verb, status="planned")) for agent in guests(scene, verb.objects))
    elif prep == "before" and (
        lemma in LEAVING or HOMEWARDS & {scene.tree.lower[k] for k in scene.tree.kids[verb.predicate]}
    ):
        # "flew home before the summit"
        coming = []
    elif prep in BESIDE and (lemma in ATTEND | COMING or verb.kind == "copula" and lemma in GUESTS):
        # "The Assembly convened for its tenth session": it is no guest of its own.
        own = lemma in CONVENING
        coming = [a for a in agents if not own or scene.kind(a) != "InternationalOrganization"]
        coming += patients if lemma == "represent" else []
    elif prep == "to" and lemma == "play" and any(scene.tree.lemma[o] in HOSTS for o in verb.objects):
        yield from ((agent, "hosts", "", verb) for agent in agents)
    elif prep == "over" and lemma == "preside" and verb.status == "actual":
        coming = agents
    elif prep == "of" and verb.kind == "copula" and lemma in CHAIRS:
        # "Togo is the host of the summit."
        yield from ((agent, "hosts" if lemma in HOSTS else "attends", "", verb) for agent in agents)
    away_from = lemma in ("withdraw", "pull") or verb.lemma == "stay away"
    away_from = away_from or (verb.kind == "copula" and lemma == "absent")
    if prep == "from" and away_from:
        yield from ((agent, "attends", "", away(verb)) for agent in agents)
    if prep in ("for", "to") and lemma in MOVING:
        yield from _where(scene, head, verb)
    yield from ((agent, "attends", "", verb) for agent in coming)


def _arriving(scene: Scene, verb: Clause) -> Iterator[Stated]:
    """Yield that a meeting is where somebody goes to attend it: "flew to Lomé to take part in the summit"."""
    going = scene.reading.clauses.get(verb.governor) if verb.relation in ("advcl", "xcomp") else None
    if going is not None and going.lemma in MOVING and verb.lemma in ATTEND | {"take"}:
        for prep, place in going.obliques:
            if prep in ("in", "to", "at") and "Place" in scene.kinds(place):
                yield "", "takesPlaceIn", scene.places(place)[0], verb
                return


def _covered(scene: Scene, verb: Clause) -> Iterator[Stated]:
    """Yield what the meeting deals with: "The talks covered fish", "The session was devoted to fish"."""
    if verb.passive and verb.lemma in DISCUSSING:
        return
    topics = discussed(scene, verb)
    if not topics and verb.lemma.split(" ")[0] in DISCUSS:
        topics = [h for p, h in verb.obliques if p in ("on", "to", "with")]
        topics += [] if verb.passive else verb.objects
    for topic in topic_nodes(scene, topics):
        yield "", "addresses", topic, verb


def _through_delegation(scene: Scene, head: int, verb: Clause, agents: list[str]) -> Iterator[Stated]:
    """Yield who leads or sends "the delegation" to the meeting."""
    if verb.lemma not in LEADING | SENDING or head in (*verb.subjects, *verb.objects):
        return
    sent = [o for o in verb.objects if "official" in scene.lexicon.noun_class(scene.tree.lemma[o])]
    if sent:
        for agent in [*agents, *scene.all_agents(sent)]:
            yield agent, "attends", "", verb


def _with_participation(scene: Scene, tokens: list[int], clause: Clause) -> Iterator[Stated]:
    """Yield who takes part in what is held "with the participation of Chad and Mali"."""
    tree = scene.tree
    for token in tokens:
        if tree.lemma[token] in PARTAKING:
            for agent in guests(scene, [i for kid in tree.children(token, "nmod") for i in tree.conjuncts(kid)]):
                yield agent, "attends", "", clause


def away(verb: Clause) -> Clause:
    """Return ``verb`` as what says that its subject does not come."""
    will = verb.status == "planned" and verb.relation != "xcomp"
    return replace(verb, status="negated") if verb.status == "actual" or will else verb


def _through_presence(scene: Scene, head: int, verb: Clause) -> Iterator[Stated]:
    """Yield that who does anything "at the summit" attends it."""
    if verb.kind != "verb" or verb.lemma in AIMED or verb.status != "actual" or scene.tree.lemma[head] in BRIEFINGS:
        return
    if any(prep in ("at", "during") and h == head for prep, h in verb.obliques):
        for agent in scene.all_agents(verb.subjects):
            if scene.kind(agent) not in ORGANIZATIONS:
                yield agent, "attends", "", verb


def _is_addressed(scene: Scene, token: int) -> bool:
    """Return whether words go to the people at ``token``: "told the delegates", "a message to the participants"."""
    tree = scene.tree
    head = tree.head[token]
    said = scene.lexicon.speech(tree.lemma[head], "verb" if tree.pos[head] == "VERB" else "noun") is not None
    return said or "speech" in scene.lexicon.noun_class(tree.lemma[head])


def _where(scene: Scene, head: int, verb: Clause) -> Iterator[Stated]:
    if verb.lemma in TOLD:
        # "The summit was announced in Lima."
        return
    for prep, place in verb.obliques:
        if prep in ("in", "at") and scene.places(place):
            yield "", "takesPlaceIn", scene.places(place)[0], verb
            return
    if any(scene.tree.lower[kid] == "here" for kid in scene.tree.children(verb.predicate, "advmod")):
        city = scene.here()
        if city is not None:
            yield "", "takesPlaceIn", city, verb


def arguments(verb: Clause) -> set[int]:
    """Return all head tokens that ``verb`` takes."""
    return {*verb.subjects, *verb.objects, *verb.indirect, *(head for _, head in verb.obliques)}


def _through_noun(scene: Scene, head: int) -> Iterator[Stated]:
    """Yield who is beside the meeting by "participants in", "on the sidelines of", "message to the participants of"."""
    tree = scene.tree
    above = tree.head[head]
    beside = tree.lemma[above] in ("sideline", "sidelines", "margin", "margins", "fringe", "fringes")
    spoken = tree.lemma[above] in ("participant", "delegate", "attendee") and _is_addressed(scene, above)
    sent = tree.preposition(head) == "to" and "speech" in scene.lexicon.noun_class(tree.lemma[above])
    if tree.lemma[above] == "invitation" and tree.preposition(head) == "to":
        refused = [v for v in scene.reading.about(above) if v.lemma in DECLINING and above in v.objects]
        for agent, refusal in ((a, v) for v in refused for a in scene.all_agents(v.subjects)):
            yield agent, "attends", "", away(refusal)
    if tree.lemma[above] in CHAIRS and tree.preposition(head) in ("of", "to"):
        # "The host of the summit", "played host to the summit"
        relation = "hosts" if tree.lemma[above] in HOSTS else "attends"
        own = scene.reading.clauses.get(above)
        clause = own if own is not None and own.kind == "copula" else scene.reading.clauses[head]
        yield from ((agent, relation, "", clause) for agent in called(scene, above))
    if tree.lemma[above] in SENT and tree.preposition(head) in ("to", "at"):
        # "Ana Soto, head of the delegation to the talks"
        leader = tree.head[above] if tree.lemma[tree.head[above]] in LEADERS else -1
        for agent in called(scene, leader) if leader >= 0 and tree.preposition(above) == "of" else ():
            if scene.kind(agent) == "Person":
                yield agent, "attends", "", scene.reading.clauses[head]
    if tree.lemma[above] in PEOPLE:
        yield from _named_guests(scene, above)
    yield from _with_participation(scene, tree.children(head, "nmod"), scene.reading.clauses[head])
    if beside or spoken or sent:
        verb = scene.reading.governing(tree.head[above]) if tree.head[above] != above else None
        while verb is not None and verb.kind == "noun" and verb.governor >= 0:
            verb = scene.reading.governing(verb.governor)
        if verb is not None and verb.kind != "noun":
            for agent in scene.all_agents(verb.subjects):
                yield agent, "attends", "", verb


def _named_guests(scene: Scene, people: int) -> Iterator[Stated]:
    """Yield who are "the participants" at ``people``: "Participants included Chad", "Among the guests was Ana Soto"."""
    for verb in scene.reading.about(people):
        if verb.kind == "verb" and verb.lemma in GATHERING and people in verb.subjects:
            for agent in guests(scene, verb.objects):
                yield agent, "attends", "", verb
    tree = scene.tree
    for i in tree.children(people, "appos", "nsubj"):
        clause = scene.reading.clauses.get(i) or scene.reading.clauses.get(people)
        if clause is not None and clause.kind == "copula":
            for agent in scene.all_agents(tree.conjuncts(i)):
                yield agent, "attends", "", clause
