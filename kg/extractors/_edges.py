"""Which direct edge an event gives, and what may stand at its ends.

Source: the property table of the ontology (``ontology/diplomatic.ttl``).
"""

from __future__ import annotations

from kg.extractors._scene import AGENTS

TOPICS = frozenset({"Issue", "Threat"})
TEXTS = frozenset({"Agreement"})
EVENTS = frozenset({"Event", "Meeting"})
PLACES = frozenset({"Place", "State"})

PROPERTY = {
    "Agree": "agrees",
    "Consult": "consults",
    "Support": "supports",
    "Concede": "concedes",
    "Cooperate": "cooperates",
    "Aid": "aids",
    "Retreat": "retreats",
    "Request": "requests",
    "Accuse": "criticizes",
    "Reject": "rejects",
    "Threaten": "threatens",
    "Protest": "protests",
    "Sanction": "sanctions",
    "Mobilize": "mobilizes",
    "Coerce": "coerces",
    "Assault": "assaults",
}
SYMMETRIC = frozenset({"agrees", "consults", "cooperates"})
OBJECTS: dict[str, frozenset[str]] = {
    "attends": frozenset({"Meeting"}),
    "hosts": frozenset({"Meeting"}),
    "organizes": frozenset({"Meeting"}),
    "addresses": TOPICS,
    "agrees": AGENTS | TEXTS,
    "consults": AGENTS,
    "supports": AGENTS | TOPICS | TEXTS | EVENTS,
    "concedes": AGENTS | TOPICS,
    "cooperates": AGENTS,
    "aids": AGENTS,
    "retreats": AGENTS | PLACES,
    "requests": AGENTS,
    "criticizes": AGENTS | EVENTS | TOPICS | TEXTS,
    "rejects": AGENTS | TOPICS | TEXTS,
    "threatens": AGENTS,
    "protests": AGENTS | TOPICS,
    "sanctions": AGENTS,
    "mobilizes": AGENTS | PLACES,
    "coerces": AGENTS | PLACES,
    "assaults": AGENTS | PLACES,
    "memberOf": frozenset(
        {"Organization", "InternationalOrganization", "GovernmentBody", "ArmedGroup", "PoliticalGroup"}
    ),
    "represents": AGENTS - {"Person"},
}
SUBJECTS: dict[str, frozenset[str]] = {"addresses": AGENTS | {"Meeting", "Agreement"}, "hosts": AGENTS | PLACES}


def allows(predicate: str, subject: str, object: str) -> bool:
    """Return whether an edge ``predicate`` may lead from a node of class ``subject`` to one of class ``object``."""
    return subject in SUBJECTS.get(predicate, AGENTS) and object in OBJECTS[predicate]
