"""Who is judged for "the role that Mali plays" or "the efforts which Oman has made": they themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extractors._scene import Scene

DONE = {
    "role": frozenset({"play", "have", "assume", "perform"}),
    "part": frozenset({"play", "have", "take"}),
    "effort": frozenset({"make", "undertake", "exert", "deploy", "lead"}),
    "contribution": frozenset({"make", "give", "render"}),
    "step": frozenset({"take"}),
    "stand": frozenset({"take", "adopt"}),
    "stance": frozenset({"take", "adopt"}),
    "position": frozenset({"take", "adopt"}),
    "support": frozenset({"give", "offer", "provide", "lend", "extend"}),
    "help": frozenset({"give", "offer", "provide", "extend"}),
    "assistance": frozenset({"give", "offer", "provide", "extend", "render"}),
}


def player(scene: Scene, token: int) -> int:
    """Return the subject of "the role that Mali plays in the talks", else ``token``."""
    doing = DONE.get(scene.tree.lemma[token], frozenset())
    for kid in scene.tree.children(token, "acl:relcl") if doing else ():
        clause = scene.reading.clauses.get(kid)
        if clause is None or clause.lemma not in doing or clause.passive or clause.status != "actual":
            continue
        named = [i for i in clause.subjects if i != token and scene.agents(i)]
        if len(named) == 1:
            return named[0]
    return token
