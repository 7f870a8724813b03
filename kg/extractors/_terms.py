"""What an agreement holds, which is none of its own: the truce of "a plan that provides for a truce"."""

from __future__ import annotations

from collections.abc import Collection

from kg.nlp.tree import Tree

# What a text does to its terms: "an accord calling for a ceasefire".
HOLDING = frozenset(
    "provide call include contain foresee envisage stipulate establish urge demand offer set guarantee require".split()
)


def is_term(tree: Tree, agreements: Collection[int], noun: int) -> bool:
    """Return whether the agreement at ``noun`` is what another of ``agreements`` holds."""
    inner = noun
    for above in tree.ancestors(noun):
        if above in agreements and tree.dep[inner] in ("acl:relcl", "acl") and tree.lemma[inner] in HOLDING:
            return True
        inner = above
    return False
