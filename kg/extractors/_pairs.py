"""Who "both sides", "the two neighbours", "its rival" are: the parties of what was told last."""

from __future__ import annotations

from kg.extractors._scene import Scene

SEVERAL = frozenset(
    "side party country state nation government neighbour neighbor partner rival capital faction foe adversary "
    "delegation camp opponent belligerent".split()
)
COUNTING = frozenset({"both", "two"})
# These are two without a number.
OPPOSED = frozenset({"side", "party", "belligerent", "delegation"})
OTHER = frozenset("neighbour neighbor counterpart rival opponent adversary foe partner ally interlocutor host".split())
# How far back they dealt with each other, in words.
BEFORE = 150


def pair(scene: Scene, token: int, who: list[str]) -> list[str]:
    """Return the two that ``token`` stands for, neither of them one of ``who`` or of their side."""
    tree = scene.tree
    words = {tree.lower[kid] for kid in tree.children(token, "det", "nummod", "det:predet")}
    counted = bool(words & COUNTING) or (tree.lemma[token] in OPPOSED and "the" in words)
    plain = tree.child(token, "nmod", "nmod:poss", "acl:relcl") is None
    if tree.tag[token] != "NNS" or tree.lemma[token] not in SEVERAL or not counted or not plain:
        return []
    own = {*who, *(home for a in who for home in (*scene.homes(a), *scene.side(a)))}
    return next((list(parties) for parties in dealings(scene, token) if not own & _sides(scene, parties)), [])


def is_other(scene: Scene, token: int) -> bool:
    """Return whether ``token`` heads "its neighbour", "his counterpart" or the like."""
    tree = scene.tree
    return tree.tag[token] == "NN" and tree.lemma[token] in OTHER and len(tree.children(token, "nmod:poss")) == 1


def other(scene: Scene, token: int, who: list[str]) -> list[str]:
    """Return with whom the owner of "its neighbour", "his counterpart" dealt last."""
    tree = scene.tree
    if not is_other(scene, token):
        return []
    owner = set(scene.all_agents(tree.children(token, "nmod:poss")) or who)
    owner |= {home for a in owner for home in (*scene.homes(a), *scene.side(a))}
    for parties in dealings(scene, token):
        mine = [p for p in parties if {p, *scene.homes(p), *scene.side(p)} & owner]
        if len(mine) == 1:
            return [_country(scene, p) if tree.lemma[token] in LANDS else p for p in parties if p not in mine]
    return []


LANDS = frozenset({"neighbour", "neighbor", "ally"})


def _country(scene: Scene, party: str) -> str:
    """Return the State of a person, else ``party``."""
    homes = sorted(h for h in scene.homes(party) if scene.kind_of(h) == "State")
    return homes[0] if scene.kind(party) == "Person" and homes else party


def dealings(scene: Scene, token: int) -> list[tuple[str, ...]]:
    """Return who dealt with each other before ``token``, two by two, the last first."""
    found = [(at, tuple(parties)) for at, parties in scene.dealings if 0 < token - at < BEFORE]
    found += [(e.token, e.parties) for e in scene.encounters if 0 < token - e.token < BEFORE and len(e.parties) == 2]
    return [parties for _, parties in sorted(found, reverse=True)]


def adversary(scene: Scene, token: int, who: list[str]) -> list[str]:
    """Return with which State ``who`` were last at odds: "Chad accused Mali's army of theft and recalled its envoy"."""
    hostile = {at for at, _ in scene.deeds} | {call[0] for call in scene.calls if call[1] in ("Accuse", "Threaten")}
    own = _sides(scene, tuple(who))
    for at, parties in reversed(scene.dealings):
        if not 0 < token - at < NEAR:
            return []
        others = [p for p in parties if not _sides(scene, (p,)) & own]
        if at in hostile and len(others) == 1:
            return [s for s in sorted({others[0], *scene.homes(others[0])}) if scene.kind_of(s) == "State"]
    return []


# How many words after a hostile act it is still answered without saying to whom.
NEAR = 60


def _sides(scene: Scene, parties: tuple[str, ...]) -> set[str]:
    return {*parties, *(home for p in parties for home in (*scene.homes(p), *scene.side(p)))}
