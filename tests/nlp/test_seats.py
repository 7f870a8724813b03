"""Capitals as governments and as places."""

import pytest

from kg.nlp.seats import acts_as_government

ROWS = [
    ("Moscow rejected the plan.", "Moscow", True),
    ("They appealed to Moscow for help.", "Moscow", True),
    ("A bomb exploded in Moscow.", "Moscow", False),
    ("Troops surrounded Moscow.", "Moscow", False),
    ("The mayor left Moscow's airport.", "Moscow", False),
    ("According to Moscow, the plan failed.", "Moscow", True),
    ("The plan failed, according to Moscow.", "Moscow", True),
    ("Moscow fell to the rebels.", "Moscow", False),
]


@pytest.mark.parametrize(("text", "name", "acts"), ROWS)
def test_a_capital_acts_or_is_a_place(analysed, text, name, acts):
    doc = analysed(text)
    at = next(token.i for token in doc if token.text == name)
    assert acts_as_government(doc, at, at + 1) is acts
