"""One meeting as an article tells it, and whether two phrases name the same one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extractors._spans import DAY
from kg.extractors._wording import content, likeness

if TYPE_CHECKING:
    from kg.extractors._scene import Scene

# Words that say what kind of gathering it is, not which one.
GENERIC = frozenset(
    {
        "meeting",
        "talk",
        "event",
        "gathering",
        "session",
        "discussion",
        "conversation",
        "call",
        "visit",
        "negotiation",
        "consultation",
        "dialogue",
    }
)
ALIKE = 0.6
ORDINALS = frozenset(
    "previous next last first second third fourth fifth upcoming forthcoming earlier inaugural".split()
)


@dataclass
class Gathering:
    """One meeting as the article tells it so far: the tokens that name it, and what its own phrases say.

    ``one_sided``: several are told with whom somebody meets; ``visitors`` holds him, if it is told who he is.
    """

    heads: list[int]
    label: str
    lemma: str
    organizers: list[str] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    topics: list[int] = field(default_factory=list)
    date: str | None = None
    node: str = ""
    names: set[str] = field(default_factory=set)
    ordinals: frozenset[str] = frozenset()
    visitors: list[str] = field(default_factory=list)
    one_sided: bool = False
    is_call: bool = False

    @property
    def is_bilateral(self) -> bool:
        """Return whether it is told as a matter between two."""
        return len(self.parties) == 2 and not self.organizers and not self.one_sided


def is_same(scene: Scene, known: Gathering, mention: Gathering) -> bool:
    """Return whether ``mention`` names the meeting ``known``."""
    if mention.date and len(mention.date) < DAY and not known.date:
        # "The negotiations began in May 2013": more than the session spoken of.
        return False
    if known.date and mention.date and not (known.date.startswith(mention.date) or mention.date.startswith(known.date)):
        return False
    if _conflict(known.places, mention.places) or _conflict(known.organizers, mention.organizers):
        return False
    if mention.ordinals != known.ordinals:
        return False
    if mention.organizers and set(mention.organizers) == set(known.organizers) and mention.lemma in GENERIC:
        return True
    if mention.parties and known.parties and not set(mention.parties) <= set(known.parties):
        return False
    head = mention.heads[0]
    bare = sum(content(mention.label).values()) == 1 or _is_anaphoric(scene, head)
    if bare:
        if scene.tree.tag[head] == "NNS" and mention.lemma in ("meeting", "visit", "summit", "session"):
            return False
        return mention.lemma == known.lemma or mention.lemma in GENERIC
    if mention.lemma == known.lemma and mention.places and mention.places == known.places and not mention.parties:
        return True
    bag = content(mention.label)
    return any(likeness(bag, content(name)) >= ALIKE for name in {known.label, *known.names})


def ordinals(scene: Scene, head: int) -> frozenset[str]:
    """Return the "next", "73rd" and the like of a meeting of a series; the plain meeting and "this one" have none."""
    words = {scene.tree.lower[kid] for kid in scene.tree.kids[head]}
    return frozenset(w for w in words if w in ORDINALS or (w[:1].isdigit() and w[-2:] in ("st", "nd", "rd", "th")))


def _conflict(a: list[str], b: list[str]) -> bool:
    return bool(a and b and not set(a) & set(b))


def _is_anaphoric(scene: Scene, head: int) -> bool:
    """Return whether only a determiner or an empty adjective stands before the noun: "the current talks"."""
    tree = scene.tree
    kids = [
        kid
        for kid in tree.kids[head]
        if not (tree.dep[kid] == "nmod" and scene.places(kid))
        and tree.dep[kid] not in ("punct", "case", "cop", "mark", "det", "nsubj", "aux")
    ]
    definite = any(tree.lower[kid] in ("the", "this", "these") for kid in tree.children(head, "det"))
    return definite and all(
        tree.dep[kid] == "amod"
        and tree.lower[kid] in ("current", "same", "latest", "recent", "upcoming", "offline", "online", "bilateral")
        for kid in kids
    )


def merge(known: Gathering, mention: Gathering) -> None:
    """Add to ``known`` what ``mention`` says of it."""
    known.heads += mention.heads
    known.ordinals |= mention.ordinals
    known.one_sided |= mention.one_sided
    known.names.add(mention.label)
    for name in ("organizers", "parties", "places"):
        own: list[str] = getattr(known, name)
        own += [e for e in getattr(mention, name) if e not in own]
    known.topics += mention.topics
    known.date = max((d for d in (known.date, mention.date) if d), key=len, default=None)
    old, new = content(known.label), content(mention.label)
    if sum(new.values()) > sum(old.values()) and (sum(old.values()) == 1 or not old - new):
        known.names.add(known.label)
        known.label = mention.label
