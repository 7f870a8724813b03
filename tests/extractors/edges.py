"""Edges of a text in words, to write rows of what a sentence must give: "France criticizes Russia (negated; Kenya)"."""

from kg.model import Facts


def edges(facts: Facts, *predicates: str) -> set[str]:
    """Return the edges in words, all or those of ``predicates``; in brackets status (unless actual) and speaker."""
    names = {entity.id: entity.label for entity in facts.entities} | {event.id: event.label for event in facts.events}
    found = set()
    for a in facts.assertions:
        if not predicates or a.predicate in predicates:
            notes = [a.status] if a.status != "actual" else []
            notes += [f"says {names[a.attributed_to]}"] if a.attributed_to else []
            ends = [names[a.subject], names[a.object]]
            if a.predicate in ("agrees", "consults", "cooperates"):
                ends = sorted(ends)
            found.add(f"{ends[0]} {a.predicate} {ends[1]}" + (f" ({'; '.join(notes)})" if notes else ""))
    return found
