"""Bodies for which people speak who hold no office: "Ana Soto, an analyst at the Hanbit Institute"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extractors._scene import Scene
from kg.model import Assertion, Entity, digest
from kg.nlp.annotations import TokenMention

# What those are called who are quoted for a body of their own.
ROLES = frozenset(
    "analyst researcher scholar fellow expert economist historian strategist specialist lecturer professor academic "
    "spokesman spokeswoman spokesperson chief head chairman chairwoman chairperson chair director leader boss "
    "commander founder co-founder coordinator representative official member adviser advisor counsel lawyer attorney "
    "executive manager secretary president scientist activist campaigner commentator officer".split()
)
JOINING = frozenset({"at", "of", "for", "with", "from"})
# What such a body is called before its name: "the rights group Open Doors".
SORTS = frozenset(
    "party group tank organization organisation movement company firm institute institution charity agency union "
    "association federation network foundation consultancy think-tank militia front body university".split()
)
BODIES = frozenset({"Organization", "GovernmentBody", "PoliticalGroup", "ArmedGroup", "Company"})
SCHOOLS = frozenset({"university", "college", "academy", "institute"})
PAST = frozenset("former ex late onetime then".split())


def extract(scene: Scene) -> Iterator[Assertion]:
    """Yield represents for a person of whom an apposition says at which body he works or which he leads."""
    tree = scene.tree
    titled = {e for title in scene.noted.titles if title.of for e in scene.linked(title.person)}
    for mention in scene.noted.mentions:
        person = mention.entity if mention.kind == "name" else None
        if person is None or scene.kind(person) != "Person" or person in titled:
            continue
        # "President Soto and Tom Alder, the leader of FARC": that is Alder, wherever the parse hung it.
        after = (mention.end, mention.end + 1)
        nouns = [i for i in tree.children(mention.head, "appos") if tree.left[i] in after and tree.lemma[i] in ROLES]
        found = [(k, i) for i in nouns if not PAST & set(_words(scene, i)) for k in _bodies(scene, i)]
        for token, noun in found or [(k, mention.head) for k in _of_name(scene, mention)]:
            for body in scene.linked(token) or _university(scene, token):
                if scene.kind(body) in BODIES:
                    evidence = scene.cite(noun, "affiliations.at", 0.75, subject=mention.head, object=token)
                    belongs = tree.lemma[noun] == "member" or scene.kind(body) == "PoliticalGroup" and not nouns
                    yield scene.assertion(person, "memberOf" if belongs else "represents", body, evidence)


def _words(scene: Scene, noun: int) -> list[str]:
    return scene.tree.lower[scene.tree.left[noun] : noun]


def _of_name(scene: Scene, mention: TokenMention) -> list[int]:
    """Return what "of" joins to a name, wherever the parse hung it: "said Lim Boon Teck of the Straits Centre"."""
    if scene.tree.lower[mention.end : mention.end + 1] != ["of"]:
        return []
    first = mention.end + 1 + (scene.tree.lower[mention.end + 1 : mention.end + 2] == ["the"])
    return [m.head for m in scene.noted.mentions_from(first, first + 1) if m.kind == "name"]


def _university(scene: Scene, token: int) -> list[str]:
    """Return the node of "the University of Abuja", which is named after a place."""
    tree = scene.tree
    if tree.lemma[token].lower() not in SCHOOLS or tree.pos[token] != "PROPN":
        return []
    place = next((scene.noted.mention_at(k) for k in tree.children(token, "nmod") if tree.preposition(k) == "of"), None)
    compound = tree.children(token, "compound")
    if place is not None:
        label = tree.words(token, place.end)
    elif compound:
        label = tree.words(min(compound), token + 1)
    else:
        return []
    found = "organization_" + digest("name", label)
    scene.entities.setdefault(found, Entity(found, "Organization", label))
    return [found]


def _bodies(scene: Scene, noun: int) -> list[int]:
    """Return what "at", "of" or "for" joins to ``noun``, also after its subject: "a lecturer in law at the college"."""
    tree = scene.tree
    inner = tree.children(noun, "nmod")
    inner += [k for kid in inner if tree.preposition(kid) in ("in", "on") for k in tree.children(kid, "nmod")]
    found = []
    for kid in inner:
        if kid < noun or tree.preposition(kid) not in JOINING:
            continue
        named = tree.children(kid, "appos") if tree.lemma[kid] in SORTS and not scene.linked(kid) else []
        found += named or [kid]
    return found
