"""Texts that break off: headlines without a stop, articles that were cut."""

import pytest

TEXTS = [
    "Chad met Mali on Monday",
    "The summit is due",
    "Chad said that the envoy was expected",
    "Chad will sign if it is provided",
    "Chad dismissed as reports",
    "Chad called its envoy, Ana Soto, home",
    "Chad signed the treaty in 1990 and Mali in 1991",
    "Chad put off the talks until",
    "The summit, due",
    "Nor",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_may_end_without_a_stop(facts, text):
    facts(text)


def test_what_ends_without_a_stop_is_read_as_well(facts):
    assert {(a.predicate, a.date) for a in facts(TEXTS[0]).assertions} == {("consults", "2021-03-08")}
