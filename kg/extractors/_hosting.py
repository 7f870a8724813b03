"""Who hosts whom for a meeting: "Ana Soto hosted the two ministers for a summit in Lome"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extractors._gathering import Gathering
from kg.extractors._participants import Stated
from kg.extractors._scene import Scene

HOSTS = frozenset({"host", "receive", "welcome"})
# "For talks" says no more than that they met.
HELD = frozenset({"summit", "conference", "forum", "retreat"})


def hosted(scene: Scene) -> Iterator[tuple[Gathering, Stated]]:
    """Yield who hosts a meeting, who comes to it, by "hosted Chad and Mali for a summit at the Palace"."""
    for gathering in scene.gatherings:
        for head in (h for h in gathering.heads if scene.tree.preposition(h) == "for" and gathering.lemma in HELD):
            verb = scene.reading.clauses.get(scene.tree.head[head])
            if verb is None or verb.kind != "verb" or verb.lemma not in HOSTS or head in verb.objects:
                continue
            hosts = scene.all_agents(verb.subjects)
            guests = [a for a in scene.all_agents(verb.objects) if a not in hosts]
            if not guests:
                continue
            yield from ((gathering, (host, "hosts", "", verb)) for host in hosts)
            yield from ((gathering, (guest, "attends", "", verb)) for guest in guests)
