"""Who takes part in a meeting, hosts or organizes it, and where it is, as the clauses around it tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.clauses import Clause
from kg.extractors._gatherings import Gathering
from kg.extractors._scene import AGENTS, ORGANIZATIONS, Scene
from kg.extractors._topics import topic_nodes

# What a verb says of the meeting that it governs, by the meeting's place in its clause.
ATTEND = frozenset(
    "attend join address open chair boycott skip miss shun snub follow preside moderate monitor observe participate "
    "co-chair leave".split()
)
# Verbs of which a "not" says nothing of the meeting itself.
APART = ATTEND | frozenset("take represent invite send come go speak appear be".split())
SHUNNING = frozenset({"boycott", "skip", "miss", "shun", "snub"})
HOST = frozenset({"host", "co-host", "give"})
ORGANIZE = frozenset("organize organise convene hold call arrange sponsor initiate".split())
BESIDE = frozenset({"at", "in", "during", "within", "on", "to", "for", "before"})
DISCUSS = frozenset(
    "discuss address consider review focus tackle cover deal examine concern touch dedicate devote explore "
    "debate".split()
)
# Who holds these takes part in them.
TALKS = frozenset("talk discussion conversation consultation negotiation dialogue dinner lunch".split())
LATER = 150
GUESTS = frozenset("guest host interlocutor visitor partner counterpart".split())
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
    for place in gathering.places[:1]:
        yield "", "takesPlaceIn", place, clause


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


def stated_later(scene: Scene, gathering: Gathering) -> Iterator[Stated]:
    """Yield who attends by "took no part in them", "his guest was …" in the sentences after the meeting."""
    tree, last = scene.tree, max(gathering.heads)
    end = tree.sentence_end(tree.sentence[last])
    first = min(gathering.heads)
    after = min((head for g in scene.gatherings if (head := min(g.heads)) > first), default=len(tree))
    for i in range(first + 1, min(after, last + LATER, len(tree))):
        clause = scene.reading.clauses.get(i)
        if clause is None or clause.kind == "noun":
            continue
        if clause.kind == "verb" and clause.lemma in (*ATTEND, "take"):
            parted = clause.lemma != "take" or any(tree.lemma[o] == "part" for o in clause.objects)
            spots = [h for prep, h in clause.obliques if prep == "in"]
            spots += [] if clause.lemma == "take" else clause.objects
            if parted and any(tree.lower[h] in ("it", "them") and not scene.linked(h) for h in spots):
                for agent in scene.all_agents(clause.subjects):
                    yield agent, "attends", "", clause
        elif clause.kind == "copula" and tree.sentence[i] <= end < len(tree):
            guests = [s for s in clause.subjects if tree.lemma[s] in GUESTS and tree.child(s, "nmod:poss") is not None]
            if guests:
                owners = [o for s in guests for o in tree.children(s, "nmod:poss")]
                for agent in scene.all_agents([*tree.conjuncts(i), *owners]):
                    yield agent, "attends", "", clause


def _through_verb(scene: Scene, head: int, verb: Clause) -> Iterator[Stated]:
    lemma = verb.lemma.split(" ")[0]
    agents = scene.all_agents(verb.subjects)
    if head in verb.objects:
        relation = "hosts" if lemma in HOST else "attends"
        if lemma in ORGANIZE:
            own = scene.reading.clauses[head]
            between = len(agents) > 1 or any(prep in ("with", "between") for prep, _ in own.obliques)
            relation = "attends" if lemma == "hold" and (between or scene.tree.lemma[head] in TALKS) else "organizes"
        if lemma in ATTEND | HOST | ORGANIZE:
            said = replace(verb, status="negated") if lemma in SHUNNING and verb.status == "actual" else verb
            for agent in agents:
                yield agent, relation, "", said
        yield from _where(scene, head, verb)
    elif head in verb.subjects:
        yield from _where(scene, head, verb)
        if lemma in DISCUSS:
            for topic in topic_nodes(
                scene, [*verb.objects, *(h for p, h in verb.obliques if p in ("on", "to", "with"))]
            ):
                yield "", "addresses", topic, verb
        if lemma in ("bring", "gather", "unite", "include", "involve"):
            for agent in scene.all_agents(verb.objects):
                yield agent, "attends", "", verb
    else:
        prep = next((p for p, h in verb.obliques if h == head), None)
        words = {
            i
            for i in (*verb.objects, *(h for _, h in verb.obliques))
            if "speech" in scene.lexicon.noun_class(scene.tree.lemma[i])
        }
        if prep == "out of" and lemma in ("walk", "storm"):
            # Who walks out had come.
            for agent in agents:
                yield agent, "attends", "", verb
        if prep == "to" and words:
            for agent in agents:
                yield agent, "attends", "", verb
        if prep in BESIDE and (
            lemma in ATTEND or lemma in ("take", "speak", "arrive", "represent", "meet", "deliver", "come")
        ):
            for agent in [a for a in agents if scene.kind(a) in AGENTS]:
                yield agent, "attends", "", verb


def _through_presence(scene: Scene, head: int, verb: Clause) -> Iterator[Stated]:
    """Yield that who does anything "at the summit" attends it."""
    if verb.kind != "verb" or verb.lemma in AIMED or verb.status != "actual" or scene.tree.lemma[head] in BRIEFINGS:
        return
    if any(prep == "at" and h == head for prep, h in verb.obliques):
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
    for prep, place in verb.obliques:
        if prep in ("in", "at") and scene.places(place):
            yield "", "takesPlaceIn", scene.places(place)[0], verb
            return


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
    if beside or spoken or sent:
        verb = scene.reading.governing(tree.head[above]) if tree.head[above] != above else None
        while verb is not None and verb.kind == "noun" and verb.governor >= 0:
            verb = scene.reading.governing(verb.governor)
        if verb is not None and verb.kind != "noun":
            for agent in scene.all_agents(verb.subjects):
                yield agent, "attends", "", verb
