"""Of which State a minister is whose title does not say it: that of the dateline, or of the capital he speaks in."""

from __future__ import annotations

from collections import Counter

from kg.extractors._scene import Scene
from kg.nlp.annotations import Title, TokenMention
from kg.nlp.titles import EQUAL

SENT = frozenset("delegation mission team observer monitor delegate negotiator party side".split())
# Cities from which the news of many States comes.
ELSEWHERE = frozenset({"Geneva", "New York", "New York City", "Brussels", "Vienna", "The Hague", "Strasbourg"})
HOME = frozenset("minister president premier chancellor secretary speaker spokesman spokeswoman spokesperson".split())


def fits(scene: Scene, office: str, state: str) -> bool:
    """Return whether somebody unknown may hold ``office`` of ``state``: it has such an office, and no known holder."""
    gazetteer = scene.gazetteer
    if gazetteer.holder(office, state, scene.article.date) is not None:
        return False
    others = [name for name, common in EQUAL.items() if common == office]
    return gazetteer.has_office(office, state) or not any(gazetteer.has_office(name, state) for name in others)


def home_of(scene: Scene, title: Title) -> str | None:
    """Return the State of a minister whose title does not say it, None if the text leaves it open."""
    return _gapped(scene, title) or speaks_at_home(scene, title) or at_home(scene, title)


def _gapped(scene: Scene, title: Title) -> str | None:
    """Return the State of "Chad was represented by Ana Soto and Mali by Trade Minister Tom Alder"."""
    at = title.start - 1
    before = scene.noted.mention_at(at - 1) if at > 1 and scene.tree.lower[at] == "by" else None
    state = before.entity if before is not None and before.kind == "name" and before.type == "State" else None
    return state if before is not None and scene.tree.lower[before.start - 1] in ("and", ",", ";") else None


def at_home(scene: Scene, title: Title) -> str | None:
    """Return the State of the dateline: "HONIARA -- Prime Minister Alder said" tells of its own government."""
    dateline = scene.noted.layout.dateline
    last = title.office.lower().split()[-1]
    plural = scene.tree.tag[title.end - 1] in ("NNS", "NNPS")
    if dateline is None or dateline.place is None or last not in HOME or plural:
        return None
    place = dateline.place.title()
    states = {scene.gazetteer.state_of(form.entity) for form in scene.gazetteer.forms(place)} - {None}
    state = place_state = states.pop() if len(states) == 1 and place not in ELSEWHERE else None
    state = _where_it_turns(scene, title) or state
    if state is not None and state == place_state and _is_abroad(scene, title, state):
        return None
    if state is not None:
        scene.entities.setdefault(state, scene.gazetteer.entities[state])
    return state


def _where_it_turns(scene: Scene, title: Title) -> str | None:
    """Return the State to which the sentence before turns: "In Suva, the Fijian cabinet met. Minister Alder …"."""
    tree = scene.tree
    start = tree.sentence[title.start]
    before = tree.sentence[start - 1] if start else start
    capital = next((m for m in scene.noted.mentions_from(before + 1, before + 2) if m.type == "Place"), None)
    if before == start or capital is None or capital.entity is None or tree.lower[before] != "in":
        return None
    state = scene.gazetteer.state_of(capital.entity)
    told = {m.entity for m in scene.noted.mentions_from(before + 1, start) if m.type == "State"}
    return (
        state if state is not None and scene.gazetteer.capital_of(state) == capital.entity and state in told else None
    )


def speaks_at_home(scene: Scene, title: Title) -> str | None:
    """Return the State in whose capital a minister speaks for it: "the Foreign Minister, Tom Alder, said in Oslo"."""
    verb = scene.reading.governing(scene.tree.head[title.person])
    if verb is None or verb.kind != "verb" or scene.lexicon.speech(verb.lemma, "verb") is None:
        return None
    for prep, head in verb.obliques if title.person in verb.subjects else ():
        state = scene.host_state(head) if prep == "in" and scene.tree.pos[head] == "PROPN" else None
        if state is None or scene.gazetteer.capital_of(state) not in scene.linked(head):
            continue
        told = {m.entity for m in _before(scene, title) if m.type == "State"}
        own = scene.tree.lower[verb.predicate : scene.tree.sentence_end(scene.tree.sentence[verb.predicate])]
        if state in told or "country" in own or "government" in own:
            return state
    return None


# As far back as most articles are long: a text of any length costs the same per word.
BEFORE = 1000


def _before(scene: Scene, title: Title) -> list[TokenMention]:
    """Return the mentions before ``title``."""
    return scene.noted.mentions_from(max(0, title.start - BEFORE), title.start)


def _is_abroad(scene: Scene, title: Title, home: str) -> bool:
    """Return whether the text before ``title`` has spoken of other States, and not of the dateline's as one that acts.

    "NAIROBI - Sudan's government and rebels signed an accord. First Vice President Soto flew to the Kenyan capital."
    """
    told = Counter(m.entity for m in _before(scene, title) if m.end <= title.start and m.type == "State")
    return 2 * told[home] < max((count for state, count in told.items() if state is not None), default=0)


def is_elsewhere(scene: Scene, title: Title, home: str) -> bool:
    """Return whether the words after a name speak of another State: "President Soto, who led the Cuban delegation"."""
    tree, end = scene.tree, scene.tree.sentence_end(scene.tree.sentence[title.person])
    beside = range(title.person + 1, min(end, title.person + NEAR))
    sent = (i for i in beside if tree.lemma[i] in SENT)
    theirs = {e for i in sent for kid in tree.children(i, "amod", "nmod:poss", "compound") for e in scene.linked(kid)}
    return bool(theirs - {home})


NEAR = 12
