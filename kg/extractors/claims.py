"""Who says what: direct and indirect speech, and "according to"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.clauses import Clause
from kg.extractors._scene import Scene
from kg.model import Assertion, Claim, Event, digest


def extract(scene: Scene, facts: Iterable[Event | Assertion]) -> Iterator[Claim]:
    """Yield a Claim for each speaker and sentence, with the ids of ``facts`` that the speaker's words state."""
    stated: dict[tuple[int, str], set[str]] = {}
    for fact in facts:
        if fact.attributed_to is not None:
            for evidence in fact.evidence:
                stated.setdefault((evidence.start, fact.attributed_to), set()).add(fact.id)
    told: dict[tuple[int, str], Clause] = {}
    for clause in scene.reading.clauses.values():
        speaker = scene.speaker(clause)
        if speaker is not None:
            told.setdefault((scene.sentence(clause.predicate)[0], speaker), clause)
    for (start, speaker), clause in told.items():
        yield _claim(scene, clause, speaker, frozenset(stated.get((start, speaker), set())))


def _claim(scene: Scene, clause: Clause, speaker: str, content: frozenset[str]) -> Claim:
    speech = scene.reading.clauses.get(clause.speech)
    rule = "claims.quote" if clause.quoted else "claims.speech" if speech is not None else "claims.according"
    evidence = scene.cite(clause.predicate, rule, 0.85)
    addressees = scene.all_agents([*speech.indirect, *speech.objects]) if speech is not None else []
    return Claim(
        id="claim_" + digest(scene.article.id, speaker, str(evidence.start), str(evidence.end)),
        speaker=speaker,
        manner="direct" if clause.quoted else "indirect" if speech is not None else "according",
        content=content,
        capacity=scene.office(speaker),
        addressee=next((a for a in addressees if a != speaker), None),
        status=speech.status if speech is not None else "actual",
        date=scene.date(speech) if speech is not None else None,
        evidence=(evidence,),
    )
