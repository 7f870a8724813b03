"""Ships and the like, which are seized and shot at as people are: "the tanker Eagle One", "two trawlers"."""

from __future__ import annotations

from kg.extractors._scene import Scene
from kg.extractors._wording import fold
from kg.model import Entity, digest

VESSELS = frozenset(
    "ship tanker supertanker vessel trawler boat freighter ferry yacht airliner lorry truck carrier barge".split()
)


def vessel(scene: Scene, token: int) -> str | None:
    """Return the id of the vessel at ``token``, under its name if it has one; None if it heads none."""
    tree = scene.tree
    start, end = scene.phrases.span(token)
    if tree.lemma[token] in VESSELS and tree.pos[token] == "NOUN":
        named = [k for k in tree.children(token, "appos") if tree.pos[k] == "PROPN" and tree.left[k] == token + 1]
        if named:
            start, end = token + 1, max(named[0], *tree.children(named[0], "flat"), token) + 1
    else:
        said = (*range(tree.left[token], token), *tree.children(token, "appos"))
        if tree.pos[token] != "PROPN" or scene.linked(token) or not any(tree.lemma[k] in VESSELS for k in said):
            return None
        inner = [k for k in range(start, token + 1) if tree.pos[k] == "PROPN"]
        start, end = inner[0], max(token, *tree.children(token, "flat"), token) + 1
    label = tree.words(start, end)
    found = f"group_{digest('group', fold(label), scene.article.id)}"
    scene.entities.setdefault(found, Entity(found, "Organization", label))
    return found
