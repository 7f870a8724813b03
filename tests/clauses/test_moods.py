"""Signs that a clause tells no fact."""

import pytest

ROWS = [
    ("Under the accord, Peru withdraws from Chile.", "withdraw", "planned"),
    ("Under fire, Peru withdraws from Chile.", "withdraw", "actual"),
    ("Peru came close to attacking Chile.", "attack", "hypothetical"),
    ("Peru admitted to attacking Chile.", "attack", "actual"),
    ("Peru stopped short of attacking Chile.", "attack", "negated"),
    ("Peru has yet to attack Chile.", "attack", "negated"),
    ("Has Peru attacked Chile?", "attack", "hypothetical"),
    ("Reports that Peru had attacked Chile were false.", "attack", "negated"),
    ("Reports that Peru had attacked Chile were few.", "attack", "actual"),
    ("It is untrue that Peru attacked Chile.", "attack", "negated"),
    ("It is true that Peru attacked Chile.", "attack", "actual"),
    ("Is it true that Peru attacked Chile?", "attack", "hypothetical"),
    ("Can you confirm that Peru attacked Chile?", "attack", "hypothetical"),
    ("Have you heard that Peru attacked Chile?", "attack", "hypothetical"),
    ("Has it been confirmed that Peru attacked Chile?", "attack", "hypothetical"),
    ("It has not been confirmed that Peru attacked Chile.", "attack", "hypothetical"),
    ("It has been confirmed that Peru attacked Chile.", "attack", "actual"),
    ("Do you know why Peru attacked Chile?", "attack", "actual"),
    ("Peru dismissed as baseless a report that it had attacked Chile.", "attack", "negated"),
    ("The accord obliges Peru to attack Chile.", "attack", "planned"),
    ("The accord provides for a visit to Peru.", "visit", "planned"),
    ("Chile's visit to Peru, which starts on Friday, is long.", "visit", "planned"),
    ("Chile's visit to Peru, which started on Friday, is long.", "visit", "actual"),
    ("Chile's visit to Peru is on Friday.", "visit", "planned"),
    ("Friday's visit to Peru will be their first.", "visit", "planned"),
    ("Chile called off its visit to Peru.", "visit", "negated"),
    ("The assembly voted to condemn Peru.", "condemn", "actual"),
    ("There is no truth in the story that Chile condemned Peru.", "condemn", "negated"),
    ("Chile is considering an invitation from Cuba to host the talks.", "host", "planned"),
    ("Chile's visit to Peru was put off.", "visit", "planned"),
    ("If Peru had withdrawn, Chile would have condemned Cuba.", "condemn", "hypothetical"),
    ("Chile would condemn Cuba.", "condemn", "planned"),
    ("Chile came under pressure to condemn Peru.", "condemn", "hypothetical"),
    ("It is high time that Chile condemned Peru.", "condemn", "hypothetical"),
    ("It is the first time that Chile condemned Peru.", "condemn", "actual"),
    ("Chile did not only condemn Peru but expelled its envoy.", "condemn", "actual"),
    ("Chile did not condemn Peru.", "condemn", "negated"),
    ("The assembly voted against condemning Peru.", "condemn", "negated"),
    ("There is no evidence that Peru attacked Chile.", "attack", "hypothetical"),
]


@pytest.mark.parametrize(("text", "lemma", "status"), ROWS)
def test_status_by_signs_beside_the_verb(reading, text, lemma, status):
    assert {c.status for c in reading(text).clauses.values() if c.lemma == lemma} == {status}
