"""What a meeting was about where a sentence names no party: "Trade was among the topics", "The talks covered fish"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses import Clause
from kg.extractors._frames import best
from kg.extractors._gathering import Gathering
from kg.extractors._gatherings import SIDELINES
from kg.extractors._matter import mark as opening
from kg.extractors._scene import Encounter, Scene
from kg.extractors._topics import ASKING, DISCUSSING, EXCHANGES, HEED, MEASURES, asked, discussed, topic_nodes
from kg.extractors._topics import questions as questions_of
from kg.model import Assertion

ITEMS = frozenset(
    "topic subject theme focus agenda item issue priority question point centre center matter concern list "
    "table".split()
)
PLACED = frozenset({"", "among", "on", "at", "in"})
INCLUDING = frozenset({"include", "be", "cover", "comprise", "range", "concern", "feature"})
PARTS = frozenset("one some several other number top heart part center centre forefront core high".split())
# "Yemen dominated the talks", "figured in the discussions", "Trade came up"
LOOMING = frozenset({"dominate", "figure", "feature", "come up", "loom", "arise", "top", "overshadow"})
# "Trade headed the agenda", but a minister may head a delegation.
TOPPING = frozenset({"top", "head", "lead", "fill", "crowd"})
TURNED = frozenset({"turn", "hinge"})
FRONTED = frozenset({"on", "regarding", "concerning", "about", "as for", "with regard to", "as regards"})
PEOPLE = frozenset({"official", "collective", "group"})


def extract(scene: Scene) -> Iterator[Assertion]:
    """Yield that the meeting at hand, or its parties, addresses what a clause without parties puts on its agenda."""
    for i, clause in scene.reading.clauses.items():
        if clause.kind == "noun":
            continue
        topics = topic_nodes(scene, _topics(scene, clause))
        if not topics:
            continue
        meeting = _named(scene, clause)
        before = scene.all_agents(h for prep, h in clause.obliques if prep == "before")
        encounter = _at_hand(scene, clause) if meeting is None else None
        evidence = scene.cite(i, "agenda.meeting" if meeting is not None else "agenda.item", 0.7)
        if meeting is not None:
            parties = meeting.parties if meeting.is_bilateral else ()
            subjects, date, event = [meeting.node or "", *parties], meeting.date, meeting.node
        elif encounter is not None:
            subjects, date, event = list(encounter.subjects), encounter.date, encounter.event
        else:
            subjects, date, event = before, None, None
        if clause.status == "actual" and scene.is_ahead(date):
            # "They discussed preparations for the summit in May": before it.
            date = None
        for subject in subjects:
            for topic in (topic for topic in topics if subject and topic != subject):
                yield scene.assertion(
                    subject,
                    "addresses",
                    topic,
                    evidence,
                    status=clause.status,
                    speaker=scene.speaker(clause),
                    date=date,
                    event=event,
                )


def _topics(scene: Scene, clause: Clause) -> list[int]:
    """Return the heads of the phrases that ``clause`` puts on an agenda."""
    tree, i = scene.tree, clause.predicate
    above = scene.reading.clauses.get(clause.governor) if clause.relation in ("advcl", "conj") else None
    if above is not None and _is_added(scene, clause) and _topics(scene, above):
        if clause.kind == "copula" or tree.tag[i] == "VBG":
            # "as were fish and wine", "as was backing for the accord"
            return tree.conjuncts(i)
        # "so was the extent to which it is kept"
        return [h for h in clause.objects if tree.lemma[h] not in MEASURES]
    if clause.kind == "verb":
        return _of_verb(scene, clause)
    fronted = [tree.head[i]] if clause.relation == "parataxis" else tree.children(i, "advmod", "amod")
    if any(kid < i and tree.lemma[kid] in PARTS and _is_item(scene, kid) for kid in fronted):
        # "High on the agenda were fish and wine"
        return tree.conjuncts(i)
    if _is_item(scene, i) and tree.preposition(i) in PLACED:
        questions = [kid for kid in tree.children(i, "csubj", "advcl", "acl:relcl") if kid < i]
        questions += [kid for kid in tree.children(i, "advmod", "nsubj") if tree.tag[kid] in ASKING and kid < i]
        found = [t for s in clause.subjects for t in _explained(scene, s)]
        return found + [t for kid in questions for t in asked(scene, kid) if t < i and t not in found]
    if any(_is_item(scene, s) for s in clause.subjects):
        return tree.conjuncts(i)
    # "At the heart of the talks is the budget"
    before = [(tree.preposition(kid), kid) for kid in tree.children(i, "nmod") if kid < i]
    first = [h for prep, h in (*clause.obliques, *before) if prep in PLACED and h < i and not clause.subjects]
    return tree.conjuncts(i) if any(_is_item(scene, h) for h in first) else []


def _is_added(scene: Scene, clause: Clause) -> bool:
    """Return whether ``clause`` is the "as were …" or "and so was …" after another."""
    tree = scene.tree
    kids = tree.kids[clause.predicate]
    return any(
        tree.lower[kid] in ("as", "so") and tree.lemma[kid + 1] == "be" for kid in kids if kid < clause.predicate
    )


def _explained(scene: Scene, token: int) -> list[int]:
    """Return what stands beside the "aim" of "An aim that both share, dialogue, was on the agenda", else ``token``."""
    tree = scene.tree
    if tree.lemma[token] not in ITEMS | {"aim", "goal", "problem", "interest"}:
        return [token]
    beside = tree.children(token, "appos")
    beside += [
        kid
        for verb in tree.children(token, "acl:relcl")
        for kid in tree.children(verb, "obj", "obl", "xcomp")
        if kid > verb and "," in (tree.text[tree.left[kid] - 1], tree.text[tree.left[kid]])
    ]
    return [i for kid in beside for i in tree.conjuncts(kid)] or [token]


def _of_verb(scene: Scene, clause: Clause) -> list[int]:
    tree, subjects, lemma = scene.tree, clause.subjects, clause.lemma
    if lemma in DISCUSSING and tree.tag[clause.predicate] == "VBN" and not scene.all_agents(subjects):
        # "Also discussed were fish and wine", "Fish was discussed"
        inverted = subjects if not clause.passive and not clause.objects else []
        return [*clause.objects, *inverted, *questions_of(scene, clause)]
    if lemma in LOOMING | TOPPING:
        about = [*clause.objects, *(h for _, h in clause.obliques)]
        past = tree.tag[clause.predicate] not in ("VBZ", "VBP")
        if (lemma == "top" or (lemma in TOPPING and past)) and any(tree.lemma[i] == "agenda" for i in about):
            return subjects
        if clause.passive and any(_is_talks(scene, i) for i in clause.objects):
            return subjects
        return subjects if lemma == "come up" or any(_is_talks(scene, i) for i in about) else []
    if lemma in TURNED and any(_is_talks(scene, s) for s in subjects):
        # "The conversation turned to fish"
        return [head for prep, head in clause.obliques if prep in ("to", "on", "upon")]
    heed = [s for s in (*subjects, *clause.objects) if tree.lemma[s] in HEED]
    if heed and not scene.all_agents(subjects):
        phrases = [head for prep, head in clause.obliques if prep in ("to", "on", "upon")]
        # "The focus was on ending the war"
        mark = tree.child(clause.predicate, "mark")
        return phrases or (clause.objects if mark is not None and tree.lower[mark] == "on" else [])
    if lemma in INCLUDING and any(_is_item(scene, s) for s in subjects):
        return clause.objects
    about = clause.objects if clause.passive else subjects
    frame = best(scene, clause) if about else None
    if not about or (frame is not None and frame.property == "addresses" and scene.all_agents(about)):
        return []
    if not any(_is_party(scene, clause, i) for i in about):
        return []
    fronted = [h for prep, h in clause.obliques if prep in FRONTED and h < min(about) and h not in scene.reading.times]
    if fronted and lemma not in DISCUSSING:
        # "On Libya, the ministers called for elections"
        return fronted
    # "Our discussions on smuggling were focused on Chad"
    own = [kid for i in about if _is_talks(scene, i) for kid in tree.children(i, "nmod", "acl")]
    found = discussed(scene, clause)
    return found and [*found, *(kid for kid in own if {tree.preposition(kid), opening(tree, kid)} & {"on", "about"})]


def _is_talks(scene: Scene, token: int) -> bool:
    """Return whether ``token`` heads "the conversation" or "talks" that are named nowhere else."""
    lemma = scene.tree.lemma[token]
    return not scene.linked(token) and (lemma in EXCHANGES or "meeting" in scene.lexicon.noun_class(lemma))


def _is_party(scene: Scene, clause: Clause, token: int) -> bool:
    """Return whether who meet are the subject at ``token``: "the talks", "ministers", "they"."""
    if _is_talks(scene, token):
        gathering = next((g for g in scene.gatherings if token in g.heads), None)
        # Meetings that have a node say themselves what they are about.
        return gathering is None or not gathering.node
    tree = scene.tree
    agents = scene.agents(token)
    last = scene.last_encounter(tree.sentence_end(tree.sentence[token]), any_kind=not agents)
    if last is None or clause.predicate - last.token > NEAR:
        return False
    if agents:
        who, inside = set(scene.all_agents(clause.subjects)), tree.tag[clause.predicate] == "VBG"
        # "Soto held talks with Holt, covering trade"
        return set(last.parties) == who or (inside and who <= set(last.parties) and last.token < clause.predicate)
    return tree.tag[token] in ("NNS", "NNPS") and bool(scene.lexicon.noun_class(tree.lemma[token]) & PEOPLE)


NEAR = 200


def _is_item(scene: Scene, token: int) -> bool:
    """Return whether ``token`` heads "a topic", "the agenda", "one of the issues"."""
    tree = scene.tree
    if tree.lemma[token] in PARTS:
        inner = tree.child(token, "nmod", "obl")
        if inner is not None and _is_talks(scene, inner):
            return True
        return inner is not None and _is_item(scene, inner)
    # Who is "at the table" is no item; what is "on the table" is.
    return tree.lemma[token] in ITEMS and (tree.lemma[token] != "table" or tree.preposition(token) == "on")


def _named(scene: Scene, clause: Clause) -> Gathering | None:
    """Return the meeting whose agenda it is: "was the subject of a lunch", "at the centre of the talks"."""
    tree = scene.tree
    inside = tree.children(clause.predicate, "nmod", "obl", "obj")
    # "The agenda of the summit features trade"
    items = [s for s in clause.subjects if _is_item(scene, s)]
    inside += [kid for item in items for kid in tree.children(item, "nmod", "nmod:poss")]
    for kid in inside:
        found = next((g for g in scene.gatherings if kid in g.heads and (g.node or g.is_bilateral)), None)
        if found is not None:
            return found
        # "at the top of the agenda of the summit"
        inside += tree.children(kid, "nmod") if len(inside) < DEEP else []
    return None


DEEP = 8


def _at_hand(scene: Scene, clause: Clause) -> Encounter | None:
    """Return the meeting that the sentence of ``clause`` tells of: named in it, else the last one before."""
    token = clause.predicate
    who = set(scene.all_agents(clause.subjects))
    end = scene.tree.sentence_end(scene.tree.sentence[token])
    start, clauses = scene.tree.sentence[token], scene.reading.clauses
    own = clauses[token].status if token in clauses else "actual"
    # A meeting to come is no place for what was discussed.
    found = scene.last_encounter(end, any_kind=True)
    while found is not None and not (found.token < start and token - found.token > FAR):
        status = clauses[found.token].status if found.token in clauses else "actual"
        fits = who <= set(found.parties) if found.parties else not any(who <= set(e.parties) for e in scene.encounters)
        if (fits or not who) and status in ("actual", own) and not (status == "actual" and scene.is_ahead(found.date)):
            return _outer(scene, found)
        found = scene.last_encounter(found.token, any_kind=True)
    return None


FAR = 250


def _outer(scene: Scene, found: Encounter) -> Encounter:
    """Return the meeting beside which ``found`` is but mentioned: "Chad and Mali met after the talks of Togo"."""
    tree = scene.tree
    above = set(tree.ancestors(found.token))
    if tree.lemma[tree.head[found.token]] in SIDELINES:
        above |= set(range(tree.sentence[found.token], found.token))
    return next((e for e in scene.encounters if e.token in above and e.parties), found)
