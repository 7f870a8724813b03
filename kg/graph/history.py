"""The history of an event over the articles that tell of it: announced, postponed, cancelled, held."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Article, Event, Evidence, Status

POSTPONED = re.compile(
    r"\b(?:postpon|reschedul|deferred|delayed|put(?:ting|s)? off|push(?:ed|ing|es)? back)", re.IGNORECASE
)
CANCELLED = re.compile(r"\b(?:cancel|call(?:ed|ing|s)? off|scrapp)", re.IGNORECASE)
# What an article says of an event that it tells with this status, if no word says more.
STEPS: dict[Status, str] = {
    "actual": "happened",
    "planned": "announced",
    "hypothetical": "considered",
    "negated": "denied",
}
HELD = ("Meeting", "Consult")

Telling = tuple[Article, Event]


def step(event: Event) -> tuple[str, Evidence | None]:
    """Return what an article says became of ``event``, and the sentence that says so."""
    if event.status != "actual":
        moved = (
            ("postponed", POSTPONED, ("planned", "hypothetical", "negated")),
            ("cancelled", CANCELLED, ("negated",)),
        )
        for name, pattern, statuses in moved:
            for evidence in event.evidence:
                if event.status in statuses and pattern.search(evidence.quote):
                    return name, evidence
    name = "held" if event.status == "actual" and event.kind in HELD else STEPS[event.status]
    return name, event.evidence[0] if event.evidence else None


def history(told: Sequence[Telling]) -> list[tuple[str, Article, Evidence]]:
    """Return the steps of one event as its articles, in their order, tell them; a step that does not change is one."""
    steps: list[tuple[str, Article, Evidence]] = []
    for article, event in told:
        name, evidence = step(event)
        if evidence is not None and (not steps or steps[-1][0] != name):
            steps.append((name, article, evidence))
    return steps


def outcome(told: Sequence[Telling]) -> Status:
    """Return the status of an event that several articles tell of: what happened stays; else the last word counts."""
    statuses = [event.status for _, event in told]
    return "actual" if "actual" in statuses else statuses[-1]
