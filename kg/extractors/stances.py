"""What speakers want and how they judge: "Kyiv must withdraw", "at Iran's request", "the raid was a crime"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses import Clause
from kg.extractors._edges import allows
from kg.extractors._references import spoken_of
from kg.extractors._scene import AGENTS, Scene
from kg.extractors.actions import is_unpolitical
from kg.model import Assertion, Event, digest

BAD = frozenset(
    (
        "provocation violation crime aggression outrage mistake disgrace betrayal blackmail interference illegal "
        "unacceptable unlawful unjustified irresponsible provocative barbaric cowardly heinous intolerable insult "
        "farce sham massacre breach injustice escalation illegitimate reckless deplorable shameful unhelpful "
        "counterproductive travesty affront disproportionate excessive deplorable regrettable disappointing"
    ).split()
)
GOOD = frozenset(
    (
        "breakthrough success milestone achievement victory landmark historic encouraging constructive triumph "
        "commendable admirable praiseworthy exemplary"
    ).split()
)


def extract(scene: Scene) -> Iterator[Event | Assertion]:
    """Yield the requests and judgments that are told by modals, by phrases and by predicates.

    Source: PLOVER 2.0, REQUEST, ACCUSE and SUPPORT.
    """
    for clause in scene.reading.clauses.values():
        if clause.kind == "noun" or is_unpolitical(scene, clause):
            continue
        if clause.kind == "verb":
            yield from demands(scene, clause)
            yield from bidden(scene, clause)
        yield from judgments(scene, clause, verdict(scene, clause))


def demands(scene: Scene, clause: Clause) -> Iterator[Event | Assertion]:
    """Yield the Request of "Moscow said that Kyiv must withdraw": a speaker's wish for what another should do."""
    if clause.speaker < 0 or not is_demand(scene, clause):
        return
    speaker = scene.speaker(clause)
    asked = [a for a in scene.all_agents(clause.objects if clause.passive else clause.subjects) if a != speaker]
    if speaker is None or not asked or scene.kind(speaker) == "MediaOrganization" or scene.homes(speaker) & set(asked):
        return
    evidence = scene.cite(clause.predicate, "actions.modal.must", 0.7, subject=clause.speaker)
    roles = frozenset({("actor", speaker), *(("recipient", a) for a in asked)})
    date = scene.told(clause)
    event = Event(
        id="event_" + digest(scene.article.id, "Request", str(sorted(roles)), clause.lemma),
        kind="Request",
        label=f"{scene.entities[speaker].label} request {' and '.join(scene.entities[a].label for a in asked[:3])}",
        roles=roles,
        date=date,
        context=scene.context(clause.predicate),
        evidence=(evidence,),
    )
    yield event
    for other in asked:
        yield scene.assertion(speaker, "requests", other, evidence, date=date, event=event.id)


def is_demand(scene: Scene, clause: Clause) -> bool:
    """Return whether ``clause`` says what its subject "must", "should", "has to" or "needs to" do."""
    tree, i = scene.tree, clause.predicate
    ought = [kid for kid in tree.children(i, "aux") if tree.lower[kid] in OUGHT]
    if ought:
        # "Should Chad leave" asks nothing of it.
        return all(kid < ought[0] for kid in tree.children(i, "nsubj", "nsubj:pass"))
    # "Chad has to leave": the parse makes "leave" the complement of "has".
    return clause.lemma in ("need", "have") and tree.tag[i] in ("VBZ", "VBP") and bool(tree.children(i, "xcomp"))


OUGHT = frozenset({"must", "should", "ought"})
BIDDING = frozenset("request invitation urging behest insistence prompting".split())


def bidden(scene: Scene, clause: Clause) -> Iterator[Event | Assertion]:
    """Yield the Request of "Oman mediates at the request of Iran" and "at Iran's invitation"."""
    tree = scene.tree
    for prep, head in clause.obliques:
        if prep not in ("at", "on", "upon") or tree.lemma[head] not in BIDDING:
            continue
        owners = [*tree.children(head, "nmod:poss", "amod"), *tree.children(head, "nmod")]
        askers = scene.all_agents(i for kid in owners for i in tree.conjuncts(kid))
        asked = [a for a in scene.all_agents(clause.subjects) if a not in askers]
        if not askers or not asked:
            continue
        evidence = scene.cite(head, f"actions.at_the_{tree.lemma[head]}", 0.7)
        roles = frozenset({*(("actor", a) for a in askers), *(("recipient", a) for a in asked)})
        event = Event(
            id="event_" + digest(scene.article.id, "Request", str(sorted(roles)), tree.lemma[head]),
            kind="Request",
            label=f"{scene.entities[askers[0]].label} request {scene.entities[asked[0]].label}",
            roles=roles,
            context=scene.context(head),
            evidence=(evidence,),
        )
        yield event
        for asker in askers:
            for other in asked:
                yield scene.assertion(asker, "requests", other, evidence, speaker=scene.speaker(clause), event=event.id)


# "Had become intolerable" judges as "is intolerable" does.
LINKING = frozenset({"become", "remain", "seem", "constitute", "amount", "represent"})


def verdict(scene: Scene, clause: Clause) -> str:
    """Return the word by which ``clause`` judges its subject: what it is, or has become."""
    if clause.kind == "copula":
        return clause.lemma
    if clause.lemma not in LINKING:
        return ""
    given = [*clause.complements, *clause.objects, *(head for _, head in clause.obliques)]
    return next((scene.tree.lemma[i] for i in given if scene.tree.lemma[i] in BAD | GOOD), "")


def judgments(scene: Scene, clause: Clause, word: str) -> Iterator[Event | Assertion]:
    """Yield how a speaker judges what he speaks of: "The raid was a crime, Chad's president said"."""
    kind = "Accuse" if word in BAD else "Support" if word in GOOD else None
    speaker = scene.speaker(clause) if kind is not None else None
    if kind is None or speaker is None or clause.status != "actual" or scene.kind(speaker) not in AGENTS:
        return
    predicate = "criticizes" if kind == "Accuse" else "supports"
    found = [a for a in scene.all_agents(clause.subjects) if a != speaker]
    if not found:
        named = [scene.phrases.agreement(i) for i in clause.subjects if not scene.linked(i)]
        found = [n for n in named if n is not None] or spoken_of(scene, clause, clause.subjects, predicate)
    objects = [o for o in found if allows(predicate, scene.kind(speaker), scene.kind(o))]
    if not objects:
        return
    evidence = scene.cite(clause.predicate, f"stances.{word}", 0.65)
    roles = frozenset(
        {("actor", speaker), *(("recipient" if scene.kind(o) in AGENTS else "theme", o) for o in objects)}
    )
    date = scene.told(clause)
    event = Event(
        id="event_" + digest(scene.article.id, kind, str(sorted(roles)), word),
        kind=kind,
        label=f"{scene.entities[speaker].label} {predicate} {scene.entities[objects[0]].label}",
        roles=roles,
        date=date,
        context=scene.context(clause.predicate),
        evidence=(evidence,),
    )
    yield event
    for object in objects:
        yield scene.assertion(speaker, predicate, object, evidence, date=date, event=event.id)
