"""For whom a spokesman says "we" whose title does not tell: where the text is from, or who "condemns" in his words."""

from __future__ import annotations

from kg.nlp.recency import Walk

# What is in the title of who says "we" of a government.
SPOKEN = "spokes"
# What who issues a statement does in its first sentences.
STATING = frozenset(
    "condemn deplore welcome express congratulate regret reaffirm urge convey commend note denounce extend reject "
    "reiterate applaud underline stress confirm announce recognize recognise support honor honour mourn".split()
)


def is_spokesman(walk: Walk, person: str) -> bool:
    """Return whether ``person`` is a spokesman or spokeswoman who speaks at length, rather than quoted in a report."""
    return bool(walk.noted.layout.turns) and any(
        held == person and SPOKEN in office.lower() for held, office, _ in walk.offices
    )


def spoken_for(walk: Walk, person: str) -> str | None:
    """Return the State of which ``person`` says "Chad condemns the raid" in so many words."""
    if person not in walk.spoken_for:
        states = (_state(walk, i) for i, by in walk.speakers.items() if walk.entity(by) == person)
        walk.spoken_for[person] = next((state for state in states if state is not None), None)
    return walk.spoken_for[person]


def _state(walk: Walk, i: int) -> str | None:
    """Return the State at token ``i`` if it is what condemns, welcomes or urges in the present."""
    token = walk.doc[i]
    if token.dep_ != "nsubj" or token.head.tag_ != "VBZ" or token.head.lemma_.lower() not in STATING:
        return None
    entity = walk.entity(i)
    return entity if entity in walk.noted.entities and walk.kind(str(entity)) == "State" else None
