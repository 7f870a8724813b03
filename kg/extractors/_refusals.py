"""What somebody will not do: "will not accept the plan", "would not meet the envoy"."""

from __future__ import annotations

from kg.clauses import Clause
from kg.extractors._scene import Scene

AHEAD = frozenset({"will", "would", "shall", "'ll", "wo"})
ABLE = frozenset({"can", "could", "ca", "do"})
ACCEPTING = frozenset("accept tolerate agree recognize recognise support endorse allow condone countenance".split())


def is_refused(scene: Scene, clause: Clause) -> bool:
    """Return whether ``clause`` says what somebody will not do."""
    tree, i = scene.tree, clause.predicate
    auxiliaries = {tree.lemma[kid] for kid in tree.children(i, "aux")}
    # "neither accepts nor recognizes it", "has never recognized it"
    denied = any(tree.lower[kid] in ("neither", "nor", "never") for kid in tree.kids[i])
    standing = denied and (tree.tag[i] in ("VBZ", "VBP") or "have" in auxiliaries)
    ahead = bool(auxiliaries & AHEAD) or (clause.lemma in ACCEPTING and (bool(auxiliaries & ABLE) or standing))
    return ahead and clause.status == "negated"
