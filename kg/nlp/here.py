"""The place that an article is written from: what "here" and "this Swiss city" mean."""

from __future__ import annotations

from kg.gazetteer import Gazetteer
from kg.model import Entity, digest
from kg.nlp.annotations import Annotations
from kg.nlp.linker import normal

CITIES = frozenset("city capital town resort port village suburb".split())


def here(noted: Annotations, gazetteer: Gazetteer) -> str | None:
    """Return the id of the place of the dateline, entered among the entities; None if it names no one place."""
    dateline = noted.layout.dateline
    if dateline is None or dateline.place is None or "/" in dateline.place:
        return None
    name = dateline.place.title() if dateline.place.isupper() else dateline.place
    named = {form.entity for form in gazetteer.forms(name)}
    known = {entity for entity in named if gazetteer.entities[entity].kind == "Place"}
    if named and len(known) != 1:
        return None
    if known:
        found = known.pop()
        noted.entities.setdefault(found, gazetteer.entities[found])
        return found
    found = f"place_{digest('place', normal(name))}"
    noted.entities.setdefault(found, Entity(found, "Place", name))
    return found
