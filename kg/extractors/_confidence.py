"""How sure a fact is: the share of the facts of its kind that are right in annotated articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import exp

from kg.model import Assertion, Evidence, Facts

# What speaks for or against a fact: a kind of sign, and which it is.
Sign = tuple[str, str]
Weights = Mapping[Sign, float]
Kinds = Mapping[tuple[int, int], str]
NEAR, FAR = 40, 120
LEAST, MOST = 0.05, 0.98


def calibrated(facts: Facts, weights: Weights) -> Facts:
    """Return ``facts`` with the confidence of each assertion by ``weights``; without weights, as they are."""
    if not weights:
        return facts
    kinds = kinds_of_mentions(facts)
    return replace(
        facts,
        assertions=tuple(
            replace(a, evidence=tuple(replace(e, confidence=confidence(a, e, kinds, weights)) for e in a.evidence))
            for a in facts.assertions
        ),
    )


def kinds_of_mentions(facts: Facts) -> dict[tuple[int, int], str]:
    """Return the kind of mention (name, nominal, pronoun …) by its characters."""
    return {(mention.start, mention.end): mention.kind for mention in facts.mentions}


def confidence(assertion: Assertion, evidence: Evidence, kinds: Kinds, weights: Weights) -> float:
    """Return the probability that the text states ``assertion`` in ``evidence``, in hundredths.

    Source: logistic regression; ``kg evaluate --calibrate`` makes the weights.
    """
    total = sum(weights.get(sign, 0.0) for sign in signs(assertion, evidence, kinds))
    return round(min(MOST, max(LEAST, 1 / (1 + exp(-total)))), 2)


def signs(assertion: Assertion, evidence: Evidence, kinds: Kinds) -> Iterator[Sign]:
    """Yield what speaks for or against a fact: its rule, property, status, speaker, and how its ends are told."""
    extractor, _, rest = evidence.rule.partition(".")
    yield "all", "all"
    yield "rule", f"{extractor}.{rest.partition('.')[0]}"
    yield "property", assertion.predicate
    yield "status", assertion.status
    yield "speaker", "somebody" if assertion.attributed_to else "nobody"
    for end, words in (("subject", evidence.subject), ("object", evidence.object)):
        yield end, kinds.get(words, "phrase") if words is not None else "elsewhere"
    yield "reach", reach(evidence)


def reach(evidence: Evidence) -> str:
    """Return how far the words of the fact lie apart: near, middling, far or, where not all are known, unknown."""
    spans = [span for span in (evidence.subject, evidence.predicate, evidence.object) if span is not None]
    if len(spans) < 3:
        return "unknown"
    width = max(end for _, end in spans) - min(start for start, _ in spans)
    return "near" if width <= NEAR else "middling" if width <= FAR else "far"
