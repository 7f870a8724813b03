"""What a phrase or a question is about, as issues: "the drought", "how to fight piracy", "whether it should reopen"."""

from __future__ import annotations

from collections.abc import Iterable

from kg.clauses import Clause
from kg.extractors._scene import AGENTS, Scene

ASKING = frozenset({"WP", "WRB", "WDT", "WP$"})
CLAUSAL = ("acl", "acl:relcl", "advcl:relcl", "ccomp", "xcomp", "csubj")
# "the extent to which the pact is kept": the pact.
MEASURES = frozenset({"extent", "degree", "way", "manner", "question", "issue", "matter"})
ABOUT = frozenset({"about", "on", "against", "in", "for", "over", "with", "of", "concerning", "regarding", "around"})
DISCUSSING = frozenset(
    "discuss|consider|review|examine|raise|address|debate|broach|explore|mention|cover|take up|bring up|touch on|"
    "touch upon|look at|go over|talk over|deal with|talk about|tackle|analyze|analyse|weigh|study|assess|look".split(
        "|"
    )
)


def topic_nodes(scene: Scene, tokens: Iterable[int]) -> list[str]:
    """Return the issues that the phrases at ``tokens`` name or the questions there ask about."""
    found = []
    for token in (t for head in tokens for t in asked(scene, head)):
        if any(scene.kind(e) in AGENTS | {"Place"} for e in scene.linked(token)) or scene.named_by(token):
            continue
        node = scene.phrases.topic(token)
        if node is not None:
            found.append(node)
    return list(dict.fromkeys(found))


def questions(scene: Scene, clause: Clause) -> list[int]:
    """Return the heads of the questions that ``clause`` takes up: "discussed how to fight piracy"."""
    if clause.lemma not in DISCUSSING:
        return []
    tree = scene.tree
    found = [i for i in clause.complements if _asks(scene, i)]
    found += [i for i in tree.children(clause.predicate, "csubj", "csubj:pass") if _asks(scene, i)]
    found += [i for i in tree.children(clause.predicate, "advmod") if tree.tag[i] in ASKING and _inner(scene, i)]
    return found


def asked(scene: Scene, token: int) -> list[int]:
    """Return ``token`` itself, or for a question what it asks about."""
    tree = scene.tree
    if tree.tag[token] in ASKING:
        inner = _inner(scene, token)
        return [t for i in inner for t in _matter(scene, i)]
    if tree.lemma[token] in MEASURES and tree.child(token, "nmod") is None:
        inner = tree.children(token, "acl:relcl", "acl")
        if inner:
            return [t for i in inner for t in _matter(scene, i)] or [token]
    if tree.pos[token] in ("VERB", "AUX") and _asks(scene, token):
        return _matter(scene, token)
    return [token]


def _inner(scene: Scene, token: int) -> list[int]:
    """Return the clauses that the question word at ``token`` opens."""
    tree = scene.tree
    first = tree.children(token, *CLAUSAL)
    more = [i for head in (*first, token) for i in tree.children(head, "conj") if tree.pos[i] == "VERB"]
    return list(dict.fromkeys([*first, *more]))


def _asks(scene: Scene, token: int) -> bool:
    tree = scene.tree
    words = tree.children(token, "mark", "advmod", "nsubj", "nsubj:pass", "obj", "obl", "det")
    return any(tree.tag[i] in ASKING or tree.lower[i] in ("whether", "if") for i in words)


def _matter(scene: Scene, verb: int) -> list[int]:
    """Return what the clause of ``verb`` is about: its subject unless that acts, else its object, else "about …"."""
    clause = scene.reading.clauses.get(verb)
    if clause is None:
        return []
    tree = scene.tree

    def things(tokens: Iterable[int]) -> list[int]:
        return [
            i
            for i in tokens
            if tree.tag[i] not in ASKING
            and tree.pos[i] in ("NOUN", "PROPN")
            and not scene.agents(i)
            and not scene.lexicon.noun_class(tree.lemma[i]) & {"collective", "official", "group"}
        ]

    subjects = clause.objects if clause.passive else clause.subjects
    objects = [] if clause.passive else clause.objects
    return things(subjects) or things(objects) or things(h for prep, h in clause.obliques if prep in ABOUT)


def talked_over(scene: Scene, clause: Clause) -> list[int]:
    """Return what "received her for a discussion of the accord" is about."""
    tree = scene.tree
    talks = [h for prep, h in clause.obliques if prep in ("for", "in", "during") and tree.lemma[h] in EXCHANGES]
    inside = [kid for head in talks for kid in tree.children(head, "nmod")]
    return [i for kid in inside if tree.preposition(kid) in ("of", "on", "about", "over") for i in tree.conjuncts(kid)]


EXCHANGES = frozenset("discussion talk exchange consultation review debate conversation negotiation".split())
