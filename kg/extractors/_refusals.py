"""What somebody will not do: "will not accept the plan", "would not meet the envoy"."""

from __future__ import annotations

from kg.clauses import Clause
from kg.extractors._scene import Scene

AHEAD = frozenset({"will", "would", "shall", "'ll", "wo"})
ABLE = frozenset({"can", "could", "ca", "do"})
ACCEPTING = frozenset("accept tolerate agree recognize recognise support endorse allow condone countenance".split())


def is_refused(scene: Scene, clause: Clause) -> bool:
    """Return whether ``clause`` says what somebody will not do."""
    auxiliaries = {scene.tree.lemma[kid] for kid in scene.tree.children(clause.predicate, "aux")}
    ahead = bool(auxiliaries & AHEAD) or (clause.lemma in ACCEPTING and bool(auxiliaries & ABLE))
    return ahead and clause.status == "negated"
