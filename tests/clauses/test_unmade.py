"""Events that nouns name and that need not have come about: feared, voted on, asked for in return."""

import pytest

ROWS = [
    ("Peru called off a trip to the summit in Lima, set for May.", "summit", "planned"),
    ("Peru called off a trip to the summit in Lima, set in the hills.", "summit", "actual"),
    ("The date of the visit of Ana Soto to Peru is not yet known.", "visit", "planned"),
    ("Ana Soto will see Luis Vega on Friday in Lima, their fourth encounter in a year.", "encounter", "planned"),
    ("Ana Soto is to visit Peru next week, her second trip to Lima this year.", "trip", "planned"),
    ("Ana Soto saw Luis Vega on Friday in Lima, their fourth encounter in a year.", "encounter", "actual"),
    ("Peru made its aid conditional on the withdrawal of Chad from Mali.", "withdrawal", "hypothetical"),
    ("The aid of Peru is subject to the withdrawal of Chad from Mali.", "withdrawal", "hypothetical"),
    ("Peru offered to free two pilots in return for the withdrawal of Chad from Mali.", "withdrawal", "hypothetical"),
    ("Peru freed two pilots in return for the withdrawal of Chad from Mali.", "withdrawal", "actual"),
    ("The envoys explored ways to bring about the withdrawal of Chad from Mali.", "withdrawal", "hypothetical"),
    ("The talks broke down over the timing of the withdrawal of Chad from Mali.", "withdrawal", "hypothetical"),
    ("The talks broke down over the withdrawal of Chad from Mali.", "withdrawal", "actual"),
    ("Peru left before any recognition of Kosovo by Chad.", "recognition", "hypothetical"),
    ("Peru left before the recognition of Kosovo by Chad.", "recognition", "actual"),
    ("In the absence of an agreement between Chad and Mali, the truce will lapse.", "agreement", "hypothetical"),
    ("Peru lobbied against the expulsion of Chad from the bloc.", "expulsion", "hypothetical"),
    ("Peru protested against the expulsion of Chad from the bloc.", "expulsion", "actual"),
    ("A vote on the expulsion of Chad from the bloc was put off.", "expulsion", "hypothetical"),
    ("A debate on the expulsion of Chad from the bloc was put off.", "expulsion", "actual"),
    ("A spokesman played down the likelihood of an attack by Chad on Mali.", "attack", "hypothetical"),
    ("Proponents of an attack by Chad on Mali lost the argument.", "attack", "hypothetical"),
    ("Victims of an attack by Chad on Mali lost the argument.", "attack", "actual"),
    ("Peru signalled its openness to a meeting with Chad.", "meeting", "hypothetical"),
    ("Peru fell short of a condemnation of the raid.", "condemnation", "hypothetical"),
    ("The purpose of the trip is the signing of an accord with Chad.", "accord", "planned"),
    ("The result of the trip is the signing of an accord with Chad.", "accord", "actual"),
]


@pytest.mark.parametrize(("text", "lemma", "status"), ROWS)
def test_status_of_what_need_not_have_been(reading, text, lemma, status):
    assert next(c for c in reading(text).clauses.values() if c.lemma == lemma).status == status
