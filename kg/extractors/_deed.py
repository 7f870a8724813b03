"""One event with its edges, from each who does it to each it is meant for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extractors._edges import PROPERTY, allows
from kg.extractors._scene import AGENTS, Scene
from kg.model import Assertion, Event, Evidence, Status, digest

NAMED = 3


def deed(
    scene: Scene,
    kind: str,
    who: Sequence[str],
    objects: Sequence[str],
    evidence: Evidence,
    *,
    token: int,
    key: str,
    date: str | None = None,
    status: Status = "actual",
    speaker: str | None = None,
    mode: str | None = None,
) -> Iterator[Event | Assertion]:
    """Yield the event of type ``kind`` at ``token`` that ``who`` do to ``objects``, and its edges.

    ``key`` tells it from others of the same parties. Whoever speaks of a deed of his own is not cited for it.
    """
    predicate, said = PROPERTY[kind], speaker if speaker not in who else None
    meant = {("recipient" if scene.kind(o) in AGENTS else "theme", o) for o in objects}
    roles = frozenset({*(("actor", a) for a in who), *meant})
    names = " and ".join(scene.entities[o].label for o in objects[:NAMED])
    event = Event(
        id="event_" + digest(scene.article.id, kind, str(sorted(roles)), key),
        kind=kind,
        label=f"{scene.entities[who[0]].label} {predicate} {names}",
        roles=roles,
        date=date,
        status=status,
        attributed_to=said,
        mode=mode,
        context=scene.context(token),
        evidence=(evidence,),
    )
    yield event
    for subject in who:
        for object in objects:
            if allows(predicate, scene.kind(subject), scene.kind(object)):
                yield scene.assertion(
                    subject, predicate, object, evidence, status=status, speaker=said, date=date, event=event.id
                )
