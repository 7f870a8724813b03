"""What a meeting is called: by its own fullest phrase, with whose it is where that does not say it."""

from __future__ import annotations

from kg.extractors._gathering import Gathering
from kg.extractors._scene import Scene
from kg.extractors._wording import content

# How many parties a label names.
MOST = 4


def title(scene: Scene, gathering: Gathering) -> str:
    """Return the meeting's label: its own fullest phrase, with its parties where it has no other name."""
    label, tree = gathering.label, scene.tree
    names = [scene.entities[e].label for e in gathering.organizers]
    if names and not any(name.lower() in label.lower() for e in gathering.organizers for name in _names(scene, e)):
        owner, own, rest = label.replace("’s ", "'s ").partition("'s ")
        if own and owner.islower() and " " not in owner:
            # "the alliance's summit in Lima": "NATO summit in Lima"
            return f"{names[0]} {rest}"
        # "annual meeting in Lima": "annual meeting of NATO in Lima"
        kind, prep, where = next((p for w in (" in ", " at ") if (p := label.partition(w))[1]), (label, "", ""))
        return f"{kind} of {' and '.join(names[:3])}{prep}{where}"
    kind, between, _ = label.partition(" between ")
    if between and len(gathering.parties) > 2:
        # "a meeting between Chad, Mali and Niger"
        several = [scene.entities[e].label for e in gathering.parties[:MOST]]
        return f"{kind} between {', '.join(several[:-1])} and {several[-1]}"
    kind, facing, _ = label.partition(" with ")
    if len(gathering.parties) == 2 and (len(content(label)) == 1 or (facing and gathering.is_bilateral)):
        first, second = (scene.entities[e].label for e in gathering.parties)
        return f"{kind if facing else tree.lower[gathering.heads[0]]} between {first} and {second}"
    return label


def _names(scene: Scene, entity: str) -> set[str]:
    return {scene.entities[entity].label, *scene.entities[entity].aliases}
