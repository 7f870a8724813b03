"""Who is in whose capital, and who speaks with whom by telephone, where no verb of meeting says so."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses import Clause
from kg.extractors._naming import label
from kg.extractors._scene import Scene
from kg.model import Assertion, Event, digest
from kg.nlp.dates import base_date


def stays(scene: Scene, clause: Clause) -> Iterator[Event | Assertion]:
    """Yield that an official who "is in Lima" visits Peru."""
    place = clause.predicate
    if scene.tree.preposition(place) != "in" or not scene.places(place):
        return
    state = visited(scene, place)
    if state is None:
        return
    people = [a for a in scene.all_agents(clause.subjects) if scene.kind(a) == "Person" and scene.homes(a)]
    for person in people:
        if state not in scene.homes(person):
            yield from _consultation(scene, clause, person, state, "visit", "meetings.stay", 0.7)


def calls(scene: Scene, clause: Clause, speaking: list[int], told: list[int]) -> Iterator[Event | Assertion]:
    """Yield that those who say or agree something by telephone consult each other."""
    parties = scene.all_agents([*speaking, *told])
    if len(parties) == 2:
        yield from _consultation(scene, clause, parties[0], parties[1], "phone", "meetings.by_phone", 0.75)


def _consultation(
    scene: Scene, clause: Clause, actor: str, recipient: str, mode: str, rule: str, confidence: float
) -> Iterator[Event | Assertion]:
    """Yield that ``actor`` consults ``recipient`` as ``clause`` tells, the event and the edge."""
    date, speaker = scene.date(clause) or _now(scene, clause), scene.speaker(clause)
    evidence = scene.cite(clause.predicate, rule, confidence)
    event = Event(
        id="event_" + digest(scene.article.id, mode, str(clause.predicate), actor),
        kind="Consult",
        label=label(scene, clause, [actor], [recipient], []),
        roles=frozenset({("actor", actor), ("recipient", recipient)}),
        date=date,
        status=clause.status,
        attributed_to=speaker,
        mode=mode,
        context=scene.context(clause.predicate),
        evidence=(evidence,),
    )
    yield event
    yield scene.assertion(
        actor, "consults", recipient, evidence, status=clause.status, speaker=speaker, date=date, event=event.id
    )


def _now(scene: Scene, clause: Clause) -> str | None:
    """Return the article's day for what "is", as in "who is in Lima"."""
    day, tree = base_date(scene.noted), scene.tree
    present = any(tree.tag[k] in ("VBZ", "VBP") for k in tree.children(clause.predicate, "cop"))
    return day.isoformat() if present and clause.status == "actual" and day is not None else None


def visited(scene: Scene, token: int) -> str | None:
    """Return the State that who goes to the place at ``token`` visits: the place's own if it is the capital."""
    state = scene.host_state(token)
    places = scene.places(token)
    if state in places or state is None:
        return state
    return state if scene.gazetteer.capital_of(state) in places and not _is_for_others(scene, token, state) else None


def _is_for_others(scene: Scene, token: int, state: str) -> bool:
    """Return whether one goes to the city at ``token`` to see others: "to Vienna for talks with Iran"."""
    tree = scene.tree
    end = tree.sentence_end(tree.sentence[token])
    start = next((k for k in range(token + 1, min(token + NEAR, end)) if _opens_purpose(scene, k)), end)
    stop = next((k for k in range(start, end) if tree.text[k] in (",", ";")), end)
    whom = scene.all_agents(i for i in range(start + 1, stop) if tree.pos[i] in ("NOUN", "PROPN"))
    hosts = {state} | {a for a in whom if scene.kind(a) == "Person" and state in scene.homes(a)}
    return bool(whom) and not hosts & set(whom) and all(scene.gazetteer.state_of(a) != state for a in whom)


def _opens_purpose(scene: Scene, k: int) -> bool:
    """Return whether "for talks" or "to meet" begins at ``k``."""
    tree = scene.tree
    if tree.lower[k] == "for":
        return "meeting" in scene.lexicon.noun_class(tree.lemma[tree.head[k]])
    return tree.lower[k] == "to" and tree.lemma[k + 1] in SEEING and tree.tag[k + 1] == "VB"


SEEING = frozenset("meet see sign address attend join discuss confer talk brief consult".split())
# How far behind the city the purpose begins.
NEAR = 6
