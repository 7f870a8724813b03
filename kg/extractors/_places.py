"""Places that only their name in the text tells of: "withdrew from Faya", "in the Weto valley"."""

from __future__ import annotations

from kg.extractors._scene import Scene
from kg.extractors._wording import fold
from kg.model import Entity, digest

# What is done to places.
SPOTTED = frozenset({"retreats", "mobilizes", "assaults"})
LANDS = frozenset(
    "delta valley river island archipelago peninsula plateau strip desert mountain heights hill pass bay gulf strait "
    "cape canal oasis lake basin coast region province district town village enclave corridor reef shoal atoll".split()
)


def is_spot(scene: Scene, token: int) -> bool:
    """Return whether ``token`` heads a name that nothing is known of: where troops are, it is a place."""
    tree = scene.tree
    if scene.linked(token):
        return False
    if tree.lemma[token].lower() in LANDS:
        return any(tree.pos[kid] == "PROPN" and not scene.linked(kid) for kid in tree.children(token, "compound"))
    plain = tree.tag[token] == "NNP" and not tree.children(token, "det", "nmod:poss", "amod", "appos", "nmod:desc")
    return plain and tree.text[token][:1].isupper() and len(tree.text[token]) > 2


def spot(scene: Scene, token: int) -> str | None:
    """Return the id of the place whose name ``token`` heads, None if it heads none."""
    if not is_spot(scene, token):
        return None
    label = scene.phrases.label(token)
    found = f"place_{digest('place', fold(label), scene.article.id)}"
    scene.entities.setdefault(found, Entity(found, "Place", label))
    return found
