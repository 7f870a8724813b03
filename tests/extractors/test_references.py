"""What judged things and parties without a name of their own stand for."""

import pytest

from tests.extractors.edges import edges

ROWS = [
    (
        "The bombing of the port of Aden killed ten people. France deplored the action.",
        {"France criticizes bombing of the port of Aden"},
    ),
    (
        "The parliament passed a new security law on Monday. The law was criticized by Norway.",
        {"Norway criticizes new security law"},
    ),
    ("Togo arrested three Beninese envoys in Lome. Ghana condemned the move.", {"Ghana criticizes Togo"}),
    ("Niger rejects any delay.", {"Niger rejects delay"}),
    (
        "Peru criticized the ban on fishing. France, too, expressed concern.",
        {"Peru criticizes ban on fishing", "France criticizes ban on fishing"},
    ),
    ("Norway is opposed to the deployment of foreign troops.", {"Norway rejects deployment of foreign troops"}),
    ("Peru criticized the ban on fishing. France expressed concern.", {"Peru criticizes ban on fishing"}),
    ("The weather changed. Ghana condemned the move.", set()),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_what_is_judged(facts, text, expected):
    assert edges(facts(text), "criticizes", "rejects") == expected
