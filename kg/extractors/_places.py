"""Places that only their name in the text tells of: "withdrew from Faya", "in the Weto valley"."""

from __future__ import annotations

from kg.extractors._scene import Scene
from kg.extractors._wording import fold
from kg.model import Entity, digest

# What is done to places.
SPOTTED = frozenset({"retreats", "mobilizes", "assaults"})
LANDS = frozenset(
    "delta valley river island archipelago peninsula plateau strip desert mountain heights hill pass bay gulf strait "
    "cape canal oasis lake basin coast region province district town village enclave corridor reef shoal atoll".split()
)

TERRAIN = frozenset(
    "border frontier boundary line zone area sector island islet archipelago sandbank shoal reef valley delta strait "
    "coast water enclave strip heights hill plateau crossing".split()
)
# Which of these is meant must be said: "the border zone", "the line of contact".
BROAD = frozenset("line zone area sector water strip hill heights crossing".split())
KNOWN = frozenset({"the", "this", "that", "these", "those"})

SITES = frozenset(
    "car vehicle bus truck lorry train ambulance "
    "market depot base airport airfield hospital school embassy consulate port harbor harbour refinery plant factory "
    "camp village town city district building church mosque temple bridge station warehouse airbase barracks prison "
    "facility mine pipeline convoy checkpoint outpost headquarters house hotel theater theatre university wedding "
    "suburb neighborhood neighbourhood target position post garrison airstrip fort bunker hideout stronghold office "
    "residence monastery shrine pier dam dock patrol centre center site reactor transmitter tower palace complex "
    "compound terminal tunnel silo battery launcher oilfield crossing roadblock clinic mall stadium museum courthouse "
    "laboratory substation powerplant installation".split()
)


def is_spot(scene: Scene, token: int) -> bool:
    """Return whether ``token`` heads a name that nothing is known of: where troops are, it is a place."""
    tree = scene.tree
    if scene.linked(token):
        return False
    if tree.lemma[token].lower() in LANDS:
        return any(tree.pos[kid] == "PROPN" and not scene.linked(kid) for kid in tree.children(token, "compound"))
    plain = tree.tag[token] == "NNP" and not tree.children(token, "det", "nmod:poss", "amod", "appos", "nmod:desc")
    return plain and tree.text[token][:1].isupper() and len(tree.text[token]) > 2


def spot(scene: Scene, token: int) -> str | None:
    """Return the id of the place whose name ``token`` heads, None if it heads none."""
    if not is_spot(scene, token):
        return None
    label = scene.phrases.label(token)
    found = f"place_{digest('place', fold(label), scene.article.id)}"
    scene.entities.setdefault(found, Entity(found, "Place", label))
    return found


def terrain(scene: Scene, token: int) -> str | None:
    """Return the id of the stretch of land or sea that troops go to or leave: "the border", "the disputed islands"."""
    tree = scene.tree
    lemma = tree.lemma[token]
    if tree.pos[token] != "NOUN" or lemma not in TERRAIN or scene.linked(token):
        return None
    narrowed = tree.child(token, "amod", "compound", "nmod") is not None
    known = any(tree.lower[kid] in KNOWN or tree.dep[kid] == "nmod:poss" for kid in tree.kids[token])
    if not known or (lemma in BROAD and not narrowed):
        return None
    start, end = scene.phrases.span(token)
    # "along the line of contact for five years"
    loose = (k for k in tree.children(token, "nmod") if tree.preposition(k) not in ("of", "between", "with"))
    label = tree.words(start, min([end, *(tree.left[k] for k in loose if k > token)]))
    found = f"place_{digest('place', fold(label), scene.article.id)}"
    scene.entities.setdefault(found, Entity(found, "Place", label))
    return found


def site(scene: Scene, token: int, *, bare: bool = False) -> str | None:
    """Return the id of the place of "market in Omdurman"; one that does not say where only if ``bare``."""
    tree = scene.tree
    if tree.pos[token] != "NOUN" or tree.lemma[token] not in SITES:
        return None
    where = [kid for kid in tree.children(token, "nmod") if tree.preposition(kid) in ("in", "at", "near", "of")]
    # "a camp for refugees in Darfur"
    kept = [kid for kid in tree.children(token, "nmod") if tree.preposition(kid) == "for" and not where]
    where += [k for kid in kept for k in tree.children(kid, "nmod") if tree.preposition(k) in ("in", "at", "near")]
    # "hit positions in Syria": Syria is hit.
    behind = _behind(scene, token) if not where and tree.lemma[token] not in ("position", "target") else -1
    where += [behind] if behind >= 0 else []
    named = [e for kid in where for e in scene.linked(kid) if scene.kind(e) in ("Place", "State")]
    named = named or [e for kid in where if tree.preposition(kid) == "of" for e in scene.linked(kid)]
    unknown = any(tree.pos[kid] == "PROPN" and not scene.linked(kid) for kid in where)
    if not (named or unknown or bare):
        return None
    start, _ = scene.phrases.span(token)
    label = scene.phrases.label(token) if behind < 0 else tree.words(start, tree.right[behind] + 1)
    found = f"place_{digest('place', fold(label), scene.article.id)}"
    within = tuple(("locatedIn", e) for e in named[:1] if scene.kind(e) in ("Place", "State"))
    scene.entities.setdefault(found, Entity(found, "Place", label, frozenset(), within))
    return found


def _behind(scene: Scene, token: int) -> int:
    """Return the place right after the phrase of ``token``, which the parse hung on the verb; -1 for none."""
    tree, after = scene.tree, scene.tree.right[token] + 1
    if after >= len(tree) or tree.lower[after] not in ("in", "at", "near") or tree.dep[after] != "case":
        return -1
    head = tree.head[after]
    return head if tree.dep[head] == "obl" and tree.pos[head] == "PROPN" and tree.left[head] == after else -1
