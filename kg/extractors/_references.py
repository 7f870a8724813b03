"""What "it", "the move", "the outcome of the talks" stand for where somebody judges them."""

from __future__ import annotations

from kg.clauses import Clause
from kg.extractors._edges import OBJECTS
from kg.extractors._parties import BEFORE
from kg.extractors._scene import ORGANIZATIONS, Scene

# "Welcomed the results of the summit", "the resumption of the contact group": they are.
RESULTS = frozenset(
    "result outcome conclusion holding convening resumption launch establishment creation formation success".split()
)
# "The outcome", "the extension": of the agreement that was spoken of. Who rejects "the move" may mean another.
RESUMING = frozenset("announcement outcome extension signing breakthrough".split())
HAILED = RESUMING | frozenset("move step news result development release progress".split())
# These are not agreed yet.
PROPOSED = frozenset("proposal offer plan draft".split())


def judged(scene: Scene, token: int) -> int:
    """Return the head of X in "the results of X" and the like, if it is a meeting, an agreement or a name."""
    tree = scene.tree
    if tree.lemma[token] not in RESULTS or scene.linked(token):
        return token
    for kid in tree.children(token, "nmod"):
        if tree.preposition(kid) == "of":
            named = scene.kind(scene.linked(kid)[0]) if scene.linked(kid) else None
            known = scene.lexicon.noun_class(tree.lemma[kid]) & {"meeting", "agreement"}
            if named in ORGANIZATIONS or (named is None and known and len(tree.kids[kid]) > 1):
                return kid
    return token


def spoken_of(scene: Scene, clause: Clause, tokens: list[int], predicate: str) -> list[str]:
    """Return what "welcomed it" or "hailed the outcome" welcomes: what the last act before was about."""
    tree = scene.tree
    loose_ends = [i for i in tokens if not scene.linked(i)]
    found: tuple[str, ...] = ()
    if any(tree.lower[i] in ("it", "this", "that") for i in loose_ends):
        before = [topics for at, topics in scene.matters[-3:] if 0 < clause.predicate - at < BEFORE // 2]
        found = before[-1] if before else ()
    elif any(is_resumed(scene, i, predicate) for i in loose_ends):
        near = [t for at, topics in scene.matters[-3:] for t in topics if 0 < clause.predicate - at < 2 * BEFORE]
        agreed = [t for t in near if scene.kind(t) == "Agreement" and not PROPOSED & set(words_of(scene, t))]
        last = agreed[-1] if agreed else last_agreement(scene, clause.predicate)
        found = (last,) if last is not None else ()
    return [t for t in found if scene.kind(t) in OBJECTS[predicate]]


def last_agreement(scene: Scene, token: int) -> str | None:
    """Return the last agreement named before ``token`` that is no proposal."""
    named = [i for i in scene.phrases.agreements if i < token and scene.tree.lemma[i] not in PROPOSED]
    return next((node for i in reversed(named[-4:]) if (node := scene.phrases.agreement(i)) is not None), None)


def words_of(scene: Scene, entity: str) -> list[str]:
    """Return the words of the label of ``entity``."""
    return scene.entities[entity].label.lower().split()


def is_resumed(scene: Scene, token: int, predicate: str) -> bool:
    """Return whether ``token`` heads no more than "the outcome" or "that step"."""
    tree = scene.tree
    words = HAILED if predicate in ("supports", "agrees") else RESUMING
    plain = not tree.children(token, "nmod", "acl", "acl:relcl", "compound", "nmod:poss")
    return plain and tree.lemma[token] in words and tree.child(token, "det") is not None
