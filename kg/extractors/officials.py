"""Officials without a name, and for whom they speak: "an Ethiopian diplomat", "an official of the Home Ministry"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extractors._scene import AGENTS, Scene
from kg.extractors._wording import fold
from kg.model import Assertion, Entity, digest

OFFICIALS = frozenset(
    (
        "official diplomat delegate negotiator spokesman spokeswoman spokesperson envoy ambassador minister "
        "representative mediator consul attaché attache"
    ).split()
)
LEADERS = frozenset(
    "leader president premier chancellor king queen emir sultan monarch ruler secretary commissioner chief".split()
)
# Where an official of whom something is told stands in his clause.
ROLES = frozenset({"nsubj", "nsubj:pass", "obl:agent", "obj", "iobj"})
SOURCES = frozenset({"according to", "according", "with", "by"})
OF = frozenset({"of", "for", "from", "with"})
BODIES = AGENTS - {"Person", "State"}


def extract(scene: Scene) -> Iterator[Assertion]:
    """Yield for whom each official without a name speaks, of whom the text tells that he says or does something."""
    tree = scene.tree
    yield from _known(scene)
    for i, lemma in enumerate(tree.lemma):
        if lemma not in OFFICIALS or tree.tag[i] not in ("NN", "NNP") or not _is_told(scene, i):
            continue
        owner = _owner(scene, i)
        if owner is None or _is_known(scene, i):
            continue
        person = _person(scene, i, owner)
        yield scene.assertion(person, "represents", owner, scene.cite(i, "officials.noun", 0.7, subject=i))


def _known(scene: Scene) -> Iterator[Assertion]:
    """Yield for whom somebody speaks whom the text calls "the Chadian president", whoever that is."""
    for mention in scene.noted.mentions:
        person = mention.entity if mention.kind == "nominal" and mention.type == "Person" else None
        i = mention.head
        if person is None or scene.tree.lemma[i] not in OFFICIALS | LEADERS or scene.tree.tag[i] not in ("NN", "NNP"):
            continue
        owner = _owner(scene, i)
        if owner is not None and scene.kind(person) == "Person":
            yield scene.assertion(person, "represents", owner, scene.cite(i, "officials.known", 0.8, subject=i))


def _is_told(scene: Scene, i: int) -> bool:
    """Return whether "a diplomat" at ``i`` is said to do, or to be done, something."""
    tree = scene.tree
    if any(tree.lower[k] in ("no", "any", "every", "each") for k in tree.children(i, "det")):
        return False
    return tree.dep[i] in ROLES or (tree.dep[i] == "obl" and tree.preposition(i) in SOURCES)


def _is_known(scene: Scene, i: int) -> bool:
    """Return whether a name stands with the office at ``i``, or another rule has told whose it is."""
    tree = scene.tree
    if any(scene.kind(e) == "Person" for e in scene.linked(i)):
        return True
    beside = [*tree.children(i, "appos", "flat", "compound", "nmod:desc")]
    return any(scene.kind(e) == "Person" for k in beside for e in scene.linked(k))


def _owner(scene: Scene, i: int) -> str | None:
    """Return for whom the official at ``i`` speaks: the body that is named, else the State."""
    tree = scene.tree
    before = [k for k in tree.children(i, "amod", "compound", "nmod:poss") if k < i]
    behind = [k for k in tree.children(i, "nmod") if tree.preposition(k) in OF]
    found = [e for k in (*behind, *before) for e in scene.linked(k) or scene.agents(k)]
    bodies = [e for e in found if scene.kind(e) in BODIES]
    states = [e for e in found if scene.kind(e) == "State"]
    return next(iter(bodies or states), None)


def _person(scene: Scene, i: int, owner: str) -> str:
    """Return the node of the official at ``i``, called by the phrase and by his owner's name and adjective."""
    label, lemma = scene.phrases.label(i), scene.tree.lemma[i]
    names = {label, f"{lemma} of {scene.entities[owner].label}"}
    adjective = scene.gazetteer.adjective(owner)
    names |= {f"{adjective} {lemma}"} if adjective else set()
    found = f"person_{digest('official', fold(label), scene.article.id)}"
    scene.entities.setdefault(found, Entity(found, "Person", label, frozenset(names) - {label}))
    return found
