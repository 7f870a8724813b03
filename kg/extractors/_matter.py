"""Phrases that only lead up to a matter: "the issue of X", "ways to improve X", "prospects for X"."""

from __future__ import annotations

from collections.abc import Callable

from kg.clauses.strays import lasting
from kg.nlp.tree import Tree

# By the preposition that leads to the matter.
LEADING = {
    "of": (
        "issue question problem topic subject matter theme threat danger challenge menace risk scourge aspect range "
        "number series host set kind type variety array spectrum gamut raft list importance need necessity way "
        "activity"
    ),
    "against": "fight struggle battle war combat",
    "for": "need",
}
# Of what is discussed, these are no more than the view that is taken of it.
VIEWING = {
    "of": "state status prospect dimension detail course pace element facet direction area",
    "for": "prospect way opportunity possibility scope",
    "out of": "way",
    "to": "way",
    "in": "progress",
    "on": "progress",
    "about": "concern question worry doubt alarm misgiving anxiety",
    "over": "concern alarm worry anxiety",
}
WRAPPERS = {(noun, prep) for prep, nouns in LEADING.items() for noun in nouns.split()}
VIEWS = WRAPPERS | {(noun, prep) for prep, nouns in VIEWING.items() for noun in nouns.split()}
VIEWED = frozenset(noun for noun, _ in VIEWS)
# "combating terrorism": terrorism.
FIGHTING = frozenset(
    "combat counter fight tackle prevent curb address resolve settle overcome suppress eliminate".split()
)
# "ways to improve cooperation": what comes of the verb is talked about.
STRIVING = VIEWED | frozenset(
    "effort step measure mean attempt task option initiative plan proposal mechanism idea action readiness".split()
)
# "issues related to the treaty"
RELATING = frozenset("related relating pertaining connected linked concerning regarding touching surrounding".split())
HELPING = frozenset({"help", "try", "seek", "continue", "begin", "start"})
# "the state of affairs in Chad" is not about affairs.
FIXED = frozenset({"affair", "emergency", "war", "siege", "play", "law", "art"})

VAGUE = frozenset(
    (
        "issue question problem topic subject matter theme way thing lot number range fact point one other it "
        "situation step measure activity effort today part time result"
    ).split()
)
NO_TOPIC = frozenset(
    (
        "aim goal objective purpose idea detail progress development event case view plan proposal relation tie "
        "behalf basis condition arrival return occasion level side ground term set place way line phone video"
    ).split()
)
# "Met on the occasion of", "on the margins of"
SETTINGS = frozenset({"occasion", "margin", "sideline", "fringe", "invitation", "initiative", "behalf"})
INTERESTS = frozenset("interest concern importance significance priority commitment".split())
# They say of no matter what it is.
MUTUAL = frozenset("mutual common shared bilateral joint great special related other various current topical".split())


# "A treaty on trade brokered by Chad"
MAKING = frozenset(
    "host organize organise convene chair lead mediate broker facilitate head sponsor sign arrange call moderate "
    "negotiate attend propose draft".split()
)


TEXTS = frozenset({"statement", "declaration", "communique", "communiqué"})
ISSUING = frozenset("release issue publish circulate read distribute".split())


def before_maker(tree: Tree, token: int, end: int) -> int:
    """Return where the label of a meeting or agreement ends without by whom it was made: "talks led by Chad"."""
    for i in range(token + 1, end):
        text = tree.head[i] == token and tree.lemma[token] in TEXTS
        if text and tree.dep[i] == "acl" and tree.lemma[i] in ISSUING and tree.tag[i] == "VBN":
            # "a statement released on Friday"
            return tree.left[i]
        if tree.lower[i] == "that" and tree.dep[i] == "mark" and tree.lemma[token] in TEXTS:
            return i
        made = tree.dep[i] == "acl" and tree.tag[i] == "VBN" and (tree.head[i] == token or tree.lemma[i] in MAKING)
        if made and any(tree.preposition(k) == "by" for k in tree.kids[i]):
            return tree.left[i]
    return end


def says_nothing(tree: Tree, token: int) -> bool:
    """Return whether the phrase of ``token`` is no more than "mutual interest" or "various other issues"."""
    kids = [kid for kid in tree.kids[token] if tree.dep[kid] not in ("det", "case", "punct", "cc", "conj")]
    empty = tree.lemma[token] in INTERESTS or (kids and tree.lemma[token] in VAGUE)
    return bool(empty) and all(tree.dep[kid] == "amod" and tree.lower[kid] in MUTUAL for kid in kids)


def unwrap(tree: Tree, token: int) -> int:
    """Return what "the issue of X" or "the fight against X" is about: the head of X."""
    token = lasting(tree, token)
    for kid in tree.children(token, "nmod"):
        if (tree.lemma[token], tree.preposition(kid)) in WRAPPERS:
            return unwrap(tree, kid)
    if (tree.lemma[token], "of") in WRAPPERS or (tree.lemma[token], "for") in WRAPPERS:
        for kid in tree.children(token, "acl"):
            if tree.tag[kid] == "VBG":
                return unwrap(tree, kid)
    if tree.tag[token] == "VBG" and tree.pos[token] == "VERB" and tree.lemma[token] in FIGHTING:
        inner = tree.child(token, "obj")
        return token if inner is None else unwrap(tree, inner)
    return token


def is_fight(tree: Tree, token: int) -> bool:
    """Return whether ``token`` heads "the fight against piracy" or "combating piracy"."""
    against = any(tree.preposition(kid) == "against" for kid in tree.children(token, "nmod"))
    if tree.tag[token] == "VBG" and tree.pos[token] == "VERB":
        return tree.lemma[token] in FIGHTING
    return against and tree.lemma[token] in LEADING["against"].split()


def matter(tree: Tree, token: int, is_name: Callable[[int], bool]) -> int:
    """Return what is discussed by who discusses "ways of improving X", "the prospects of X" or "issues related to X".

    Where the matter would be no more than a name ("plans for developing the bloc"), the phrase itself is returned.
    """
    found = _inside(tree, token)
    if found < 0 or found == token or is_name(found):
        return token
    return matter(tree, found, is_name)


def _inside(tree: Tree, token: int) -> int:
    lemma = tree.lemma[token]
    if tree.tag[token] == "VBG" and tree.pos[token] == "VERB":
        return _object(tree, token)
    if lemma not in STRIVING:
        return -1
    for kid in tree.children(token, "nmod"):
        if (lemma, tree.preposition(kid)) in VIEWS and tree.lemma[kid] not in FIXED:
            # "the importance of the world holding the junta to account"
            held = [k for k in tree.children(kid, "acl") if tree.tag[k] == "VBG"]
            return held[0] if held and lemma in ("importance", "need", "necessity") else kid
    for kid in tree.children(token, "amod", "acl", "acl:relcl", "xcomp", "advcl"):
        if kid > token and tree.lower[kid] in RELATING:
            inner = tree.children(kid, "obl", "obj")
            return inner[0] if inner else -1
        if tree.tag[kid] in ("VB", "VBG") and kid > token:
            # "ways of putting to use what was agreed on transit"
            asked = next((i for i in range(kid + 1, tree.right[token] + 1) if tree.tag[i] == "WP"), -1)
            return asked if tree.child(kid, "obj") is None else _object(tree, kid)
    # "the state and prospects of cooperation"
    kids = tree.children(token, "conj") if lemma in VIEWED else []
    return next((kid for kid in kids if kid > token and tree.lemma[kid] in VIEWED and _inside(tree, kid) >= 0), -1)


def _object(tree: Tree, verb: int) -> int:
    """Return the noun that the verb at ``verb`` is about, -1 if it says more of it: "hold the junta accountable"."""
    inner, further = tree.child(verb, "obj"), tree.child(verb, "xcomp")
    if further is not None and tree.lemma[verb] in HELPING:
        return _object(tree, further)
    if inner is None or further is not None:
        return -1
    return inner if tree.pos[inner] in ("NOUN", "PROPN") or tree.tag[inner] == "WP" else -1


def mark(tree: Tree, token: int) -> str:
    """Return the word that opens the clause of ``token``: "on" in "views on ending the war"."""
    found = tree.child(token, "mark")
    return tree.lower[found] if found is not None else ""
