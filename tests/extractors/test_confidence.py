"""Confidence of facts: by weights of what speaks for and against them."""

from collections.abc import Callable

import pytest

from kg.extractors._confidence import LEAST, MOST, calibrated, confidence, reach, signs
from kg.lexicon import load_lexicon
from kg.model import Assertion, Evidence, Facts

EVIDENCE = Evidence(
    "a", 0, 90, "x" * 90, "actions.verb.condemn", 0.8, subject=(0, 5), predicate=(6, 15), object=(16, 22)
)
FACT = Assertion("state_FR", "criticizes", "state_RU", evidence=(EVIDENCE,))


def test_signs_tell_rule_property_status_speaker_and_ends() -> None:
    assert dict(signs(FACT, EVIDENCE, {(0, 5): "name"})) == {
        "all": "all",
        "rule": "actions.verb",
        "property": "criticizes",
        "status": "actual",
        "speaker": "nobody",
        "subject": "name",
        "object": "phrase",
        "reach": "near",
    }


@pytest.mark.parametrize(
    ("subject", "object", "expected"),
    [
        ((0, 5), (16, 22), "near"),
        ((0, 5), (80, 90), "middling"),
        ((0, 5), (180, 190), "far"),
        (None, (1, 2), "unknown"),
    ],
)
def test_reach_is_how_far_the_words_lie_apart(
    subject: tuple[int, int] | None, object: tuple[int, int], expected: str
) -> None:
    assert reach(Evidence("a", 0, 200, "", "r", 0.5, subject=subject, predicate=(6, 15), object=object)) == expected


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ({}, 0.5),
        ({("status", "actual"): 1.0}, 0.73),
        ({("status", "planned"): 1.0}, 0.5),
        ({("all", "all"): 9.0}, MOST),
        ({("all", "all"): -9.0}, LEAST),
    ],
)
def test_confidence_is_the_sum_of_weights_as_a_probability(
    weights: dict[tuple[str, str], float], expected: float
) -> None:
    assert confidence(FACT, EVIDENCE, {}, weights) == expected


def test_every_fact_gets_its_own_confidence_and_stays_what_it_is(facts: Callable[..., Facts]) -> None:
    made = facts("French President Emmanuel Macron met Olaf Scholz in Berlin. The talks may resume in May.")
    assert all(LEAST <= e.confidence <= MOST for a in made.assertions for e in a.evidence)
    raised = calibrated(made, {("all", "all"): 9.0})
    assert raised == made
    assert {e.confidence for a in raised.assertions for e in a.evidence} == {MOST}
    assert calibrated(made, {}) is made


def test_a_named_office_is_surer_than_a_bare_noun_of_an_event(facts: Callable[..., Facts]) -> None:
    made = facts("French President Emmanuel Macron spoke after the attack on Syria by Israel.")
    sure = {a.predicate: a.evidence[0].confidence for a in made.assertions}
    assert sure["holdsPosition"] > 0.8
    assert sure["holdsPosition"] >= max(sure.values())


def test_table_covers_every_status_and_speaker() -> None:
    weights = load_lexicon().tables.confidence
    assert {value for sign, value in weights if sign == "status"} == {"actual", "planned", "hypothetical", "negated"}
    assert {value for sign, value in weights if sign == "speaker"} == {"somebody", "nobody"}
    assert weights["status", "actual"] > weights["status", "negated"]
