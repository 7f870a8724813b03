"""Whom nouns that name no one stand for: "Alder's government", "the parliament in Tbilisi", "the Union's summit"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extractors._scene import Scene

# What a summit does in its organization's name.
RESOLVING = frozenset(
    (
        "condemn denounce deplore reject welcome endorse support back praise commend urge demand call request adopt "
        "approve decide agree impose suspend express reaffirm pledge appeal"
    ).split()
)
SENT = frozenset({"delegation", "mission", "team"})
SEATED = frozenset("parliament government authority regime junta cabinet leadership legislature administration".split())
LED = frozenset("government regime administration cabinet junta troops force army".split())

NAMING = frozenset({"call", "know", "name", "style", "dub"})
GROUPS = frozenset({"ArmedGroup", "PoliticalGroup", "Organization"})


def assembled(scene: Scene, token: int) -> list[str]:
    """Return the organization whose meeting speaks: "The African Union summit condemned the coup"."""
    tree = scene.tree
    if "meeting" not in scene.lexicon.noun_class(tree.lemma[token]) or tree.dep[token] not in ("nsubj", "ROOT"):
        return []
    verb = scene.reading.clauses.get(tree.head[token])
    acts = tree.dep[token] == "ROOT" or (verb is not None and verb.lemma in RESOLVING)
    kids = (i for kid in tree.children(token, "compound", "nmod:poss", "nmod") for i in (kid, *tree.kids[kid]))
    owners = [e for i in kids for e in scene.linked(i) if scene.kind(e) == "InternationalOrganization"]
    return owners[:1] if acts else []


def led(scene: Scene, token: int) -> list[str]:
    """Return the State that "Alder's government" and "Alder's troops" act for, or who leads a delegation."""
    tree = scene.tree
    if tree.lemma[token] in SENT:
        # "The delegation led by Ana Soto met the speaker."
        leading = (scene.reading.clauses.get(kid) for kid in tree.children(token, "acl"))
        heads = [s for c in leading if c is not None and c.lemma in ("lead", "head") for s in c.subjects]
        return [e for i in heads for e in scene.linked(i) if scene.kind(e) == "Person"]
    if tree.lemma[token] not in LED:
        return []
    people = [e for kid in tree.children(token, "nmod:poss", "compound") for e in scene.linked(kid)]
    homes = {home for p in people if scene.kind(p) == "Person" for home in scene.homes(p)}
    return sorted(home for home in homes if scene.kind_of(home) == "State")


def called(scene: Scene, token: int) -> list[str]:
    """Return whose name "a group calling itself Black Dawn" or "a militia known as the Eagles" gives."""
    tree = scene.tree
    if tree.pos[token] != "NOUN" or not scene.lexicon.noun_class(tree.lemma[token]) & {
        "group",
        "force",
        "body",
        "collective",
    }:
        return []
    verbs = [kid for kid in tree.children(token, "acl", "acl:relcl") if tree.lemma[kid] in NAMING]
    names = [k for verb in verbs for k in tree.children(verb, "xcomp", "obj", "obl") if k > verb]
    return [e for k in names for e in scene.linked(k) if scene.kind(e) in GROUPS][:1]


def seated(scene: Scene, token: int) -> list[str]:
    """Return the State whose "parliament in Tbilisi" or "authorities in Minsk" acts."""
    tree = scene.tree
    if tree.lemma[token] not in SEATED:
        return []
    seats = [kid for kid in tree.children(token, "nmod") if tree.preposition(kid) == "in"]
    states = [s for kid in seats if (s := scene.host_state(kid)) and _is_capital(scene, s, kid)]
    return states[:1]


def _is_capital(scene: Scene, state: str, token: int) -> bool:
    places = scene.places(token)
    return state in places or scene.gazetteer.capital_of(state) in places
