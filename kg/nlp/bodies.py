"""Bodies of a State that have no name of their own: "the Foreign Ministry of Chad", "the Kenya Red Cross"."""

from __future__ import annotations

from kg.gazetteer import Gazetteer
from kg.model import Entity, digest
from kg.nlp.annotations import Annotations

# Bodies of a country that are none of its government.
SOCIETIES = frozenset({"Red Cross", "Red Crescent"})
# Names that take an article.
ARTICLED = ("United ", "Netherlands", "Philippines", "Soviet ", "Dominican ", "Central African", "Czech R", "Maldives")


def body_entity(gazetteer: Gazetteer, noted: Annotations, body: str, state: str, surface: str = "") -> str:
    """Return the id of the ``body`` ("Foreign Ministry") of ``state``: its own name's where it has one."""
    named = gazetteer.body(body, state)
    if named is not None:
        entity = gazetteer.entities[named]
        noted.entities.setdefault(named, entity)
        return named
    name = gazetteer.entities[state].label
    adjective = gazetteer.adjective(state)
    label = f"{body} of {'the ' if name.startswith(ARTICLED) else ''}{name}"
    found = "organization_" + digest("body", body, state)
    old = noted.entities.get(found)
    aliases = {f"{name}'s {body}", *([f"{adjective} {body}"] if adjective else [])} | ({surface} - {""})
    aliases |= set(old.aliases) if old is not None else set()
    kind = "Organization" if body in SOCIETIES else "GovernmentBody"
    noted.entities[found] = Entity(found, kind, label, frozenset(aliases - {label}), (("partOf", state),))
    return found
