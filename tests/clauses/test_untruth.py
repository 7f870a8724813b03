"""What is said to be untrue: reports that are denied, also in the sentence after."""

import pytest

ROWS = [
    ("Reports of a pact signed by Chile were inventions.", "sign", "negated"),
    ("Reports of a pact being signed by Chile were, in the minister's word, inventions.", "sign", "negated"),
    ("Reports of a pact signed by Chile were read by many.", "sign", "actual"),
    ("Peru dismissed as baseless a newspaper's claim that Chile attacked Lima.", "attack", "negated"),
    ("A daily reported that Chile had attacked Lima. Peru denied this.", "attack", "negated"),
    ("A newspaper said that Chile had attacked Lima. The minister dismissed the report.", "attack", "negated"),
    ("A daily reported that Chile had attacked Lima. Peru denied the visa.", "attack", "actual"),
    # Between two governments it stays what one of them says.
    ("Peru said that Chile had attacked Lima. Chile denied it.", "attack", "actual"),
]


@pytest.mark.parametrize(("text", "lemma", "status"), ROWS)
def test_status_of_what_is_reported_and_denied(reading, text, lemma, status):
    found = reading(text)
    assert next(c for c in found.clauses.values() if c.lemma == lemma).status == status
