"""Who is given what: "granted Peru a loan", "Nepal was promised tents", "gave the envoy two days"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kg.clauses.strays import second_object
from kg.nlp.tree import Tree

if TYPE_CHECKING:
    from kg.clauses.arguments import Arguments

# "granted Peru a loan", both read as objects: the first is who gets it.
GIVING = frozenset(
    (
        "give grant lend loan offer pledge promise provide send award sell supply allocate donate owe deny set "
        "hand serve"
    ).split()
)
BARE = ("obl:unmarked", "obl:tmod", "obl:npmod")
# "gave the envoy a week"
TERMS = frozenset("hour day week fortnight month".split())


def give(tree: Tree, i: int, args: Arguments, spread: Callable[[int], list[int]]) -> None:
    """Tell whom the verb of giving ``i`` gives to from what it gives, however the parse took them."""
    direct = [kid for kid in tree.children(i, "obj") if kid > i]
    if args.passive and args.surface and len(direct) == 1 and not args.indirect:
        # "Nepal was promised tents"
        args.indirect = list(args.surface)
    if len(direct) == 2 and not args.indirect:
        args.indirect = spread(direct[0])
        args.objects = [o for o in args.objects if o not in args.indirect]
    second = second_object(tree, args.objects[0]) if len(args.objects) == 1 else -1
    if second >= 0 and not args.indirect:
        args.indirect, args.objects = args.objects, spread(second)
    named = [k for o in args.objects for k in tree.children(o, "compound") if _is_name(tree, i, k)]
    if named and not args.indirect:
        # "promised Mobutu 100 million dollars"
        args.indirect = named
    bare = [
        kid
        for kid in tree.children(i, *BARE)
        if kid > i and (tree.child(kid, "nummod") is not None or is_term(tree, kid))
    ]
    first = args.indirect or args.objects
    if bare and first and tree.right[first[0]] + 1 == tree.left[bare[0]] and not (args.indirect and args.objects):
        # "gave the envoy two days"
        args.indirect, args.objects = first, spread(bare[0])


def is_term(tree: Tree, token: int) -> bool:
    """Return whether ``token`` heads the time that somebody is given: "two days", "a week"."""
    counted = any(tree.lower[kid] in ("a", "an") for kid in tree.children(token, "det"))
    return tree.lemma[token] in TERMS and (counted or tree.child(token, "nummod") is not None)


def _is_name(tree: Tree, i: int, kid: int) -> bool:
    """Return whether ``kid`` is a name right behind verb ``i`` and before a number."""
    return tree.pos[kid] == "PROPN" and tree.left[kid] == i + 1 and tree.tag[kid + 1] == "CD"
