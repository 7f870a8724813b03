"""The words for both ends of an edge in the sentence that states it, where the rule that read it told none."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kg.model import Assertion, Evidence, Facts

Span = tuple[int, int]


def worded(part: Facts) -> Facts:
    """Return ``part`` with the words for the ends of its assertions, as far as their sentences have any.

    The words that a rule told stay, unless they are a mention of another thing: "Chad and Mali signed it" has both.
    """
    mentions: defaultdict[str, list[Span]] = defaultdict(list)
    meant: defaultdict[Span, set[str]] = defaultdict(set)
    for mention in sorted(part.mentions, key=lambda m: (m.start, m.end)):
        mentions[mention.entity].append((mention.start, mention.end))
        meant[mention.start, mention.end].add(mention.entity)
    names = {entity.id: sorted({entity.label, *entity.aliases}, key=_longest) for entity in part.entities}
    names.update({event.id: [event.label, *names.get(event.id, ())] for event in part.events})

    def words(told: Span | None, thing: str, evidence: Evidence) -> Span | None:
        if told and thing in meant.get(told, {thing}):
            return told
        spans = mentions.get(thing, [])
        first, last = bisect_left(spans, (evidence.start, 0)), bisect_left(spans, (evidence.end, 0))
        spoken = [span for span in spans[first:last] if span[1] <= evidence.end]
        return _nearest(spoken, evidence) or told or _named(names.get(thing, ()), evidence)

    def cited(a: Assertion, e: Evidence) -> Evidence:
        subject, object = words(e.subject, a.subject, e), words(e.object, a.object, e)
        return e if (subject, object) == (e.subject, e.object) else replace(e, subject=subject, object=object)

    return replace(
        part, assertions=tuple(replace(a, evidence=tuple(cited(a, e) for e in a.evidence)) for a in part.assertions)
    )


def _longest(name: str) -> tuple[int, str]:
    return -len(name), name


def _nearest(spans: Sequence[Span], evidence: Evidence) -> Span | None:
    """Return the span nearest to the words of the predicate, None of none."""
    start, end = evidence.predicate or (evidence.start, evidence.start)
    return min(spans, key=lambda span: (max(start - span[1], span[0] - end), span), default=None)


def _named(names: Sequence[str], evidence: Evidence) -> Span | None:
    """Return where the quote has one of ``names`` as whole words, the first of them that it has."""
    quote = evidence.quote.lower()
    if len(quote) != len(evidence.quote):
        return None
    for name in names:
        at = quote.find(name.lower()) if name else -1
        end = at + len(name)
        if at >= 0 and not quote[max(at - 1, 0) : at].isalnum() and not quote[end : end + 1].isalnum():
            return evidence.start + at, evidence.start + end
    return None
