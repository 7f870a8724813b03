"""Names for events: "Chad signed treaty with Mali", in the graph's own labels and with the verb of the text."""

from __future__ import annotations

from collections.abc import Sequence

from kg.clauses import Clause
from kg.extractors._scene import AGENTS, Scene

# What a name may hold of the words of an object.
LONGEST = 5
LEADING = ("to", "on", "upon", "with", "against", "at", "for")
FINITE = ("VBD", "VBN", "VBZ")


def label(scene: Scene, clause: Clause, who: list[str], whom: list[str], topics: list[str]) -> str:
    """Return a name for the event: who, what, whom or what about."""
    if whom and set(whom) <= set(scene.all_agents(clause.subjects)):
        # "Chad and Mali struck a deal": whom it is struck with is told beside who strikes it.
        who, whom = [*who, *whom], []
    parts = [_names(scene, who), _verb(scene, clause), *_end(scene, clause, whom or topics)]
    return " ".join(part for part in parts if part)


def _names(scene: Scene, things: Sequence[str]) -> str:
    names = [scene.entities[thing].label for thing in dict.fromkeys(things)][:3]
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def _verb(scene: Scene, clause: Clause) -> str:
    """Return the verb as the text has it if it tells what is, else the bare one."""
    tree = scene.tree
    if clause.kind != "verb" or clause.status != "actual" or tree.tag[clause.predicate] not in FINITE:
        return clause.lemma
    _, _, rest = clause.lemma.partition(" ")
    return f"{tree.lower[clause.predicate]} {rest}".strip()


def _end(scene: Scene, clause: Clause, end: list[str]) -> tuple[str, ...]:
    """Return what follows the verb: "Mali"; "rockets", "at", "Mali"; "troops"."""

    def is_meant(head: int) -> bool:
        found = not set(end).isdisjoint(scene.agents(head))
        return found or any(scene.tree.lower[head] in scene.entities[i].label.lower().split() for i in end)

    names = _names(scene, end)
    if any(map(is_meant, (*clause.objects, *clause.indirect))):
        return (names,)
    led = next((preposition for preposition, head in clause.obliques if is_meant(head)), "")
    thing = next((i for i in clause.objects if _is_thing(scene, i)), None)
    if thing is None:
        # "appealed to all sides": to those that these words stand for.
        loose = (preposition for preposition, _ in clause.obliques if preposition in LEADING and not clause.objects)
        return (led or next(loose, ""), names) if names else ()
    within = next((scene.tree.preposition(kid) for kid in scene.tree.children(thing, "nmod") if is_meant(kid)), "")
    words = scene.tree.text[thing] if within else _words(scene, thing)
    return (words, led or within, names) if led or within else (words,)


def _is_thing(scene: Scene, token: int) -> bool:
    return scene.tree.pos[token] in ("NOUN", "PROPN") and not scene.kinds(token) & AGENTS


def _words(scene: Scene, token: int) -> str:
    words = scene.phrases.label(token)
    return words if len(words.split()) <= LONGEST else scene.tree.text[token]
