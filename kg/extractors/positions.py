"""Offices and whom they speak for: "Russian Foreign Minister Sergey Lavrov", "Amina Sy, Mali's envoy to the UN"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extractors._scene import AGENTS, Scene
from kg.model import Assertion
from kg.nlp.annotations import Title
from kg.nlp.linker import position_entity


def owners(scene: Scene, title: Title, person: str) -> list[str]:
    """Return whose office ``title`` is: as the title says, by "its", else as the gazetteer knows of ``person``."""
    found = [e for head in title.of for e in scene.linked(head)]
    if not found and title.start > 0 and scene.tree.tag[title.start - 1] == "PRP$":
        found = list(scene.linked(title.start - 1))
    if found:
        return found
    terms = scene.gazetteer.terms(person, scene.article.date)
    same = {term.of for term in terms if title.office in term.office or term.office in title.office}
    if len(same) == 1:
        owner = same.pop()
        scene.entities.setdefault(owner, scene.gazetteer.entities[owner])
        return [owner]
    return []


def extract(scene: Scene) -> Iterator[Assertion]:
    """Yield holdsPosition for each title that the text gives a person, and represents for whose title it is.

    Source: the W3C Organization ontology's ``org:Post`` and ``org:holds``.
    """
    for title in scene.noted.titles:
        people = [e for e in scene.linked(title.person) if scene.kind(e) == "Person"]
        if not people:
            continue
        position = position_entity(scene.doc, title, scene.gazetteer)
        scene.entities[position.id] = position
        evidence = scene.cite(title.start, "positions.title", 0.9, subject=title.person)
        for person in people:
            scene.offices.append((person, position.id))
            yield scene.assertion(person, "holdsPosition", position.id, evidence)
            if title.former:
                continue
            for owner in owners(scene, title, person):
                if scene.kind(owner) in AGENTS - {"Person"}:
                    yield scene.assertion(person, "represents", owner, evidence)
    for clause in scene.reading.clauses.values():
        if clause.kind == "verb" and clause.lemma == "represent":
            for person in scene.all_agents(clause.subjects):
                for owner in scene.all_agents(clause.objects):
                    if scene.kind(person) == "Person" and scene.kind(owner) in AGENTS - {"Person"}:
                        cite = scene.cite(clause.predicate, "positions.represent", 0.8)
                        yield scene.assertion(person, "represents", owner, cite, speaker=scene.speaker(clause))
