"""Who are spoken of as two: "the two countries", "the two regions"."""

import pytest

ROWS = [
    (
        "France and Germany met. Medvedev praised Abkhazia and South Ossetia. The two regions agreed.",
        "The two regions",
        ["Abkhazia", "South Ossetia"],
    ),
    (
        "Chad and Niger quarrel. Peru's president, Luis Vega, was in Quito when the two countries agreed.",
        "the two countries",
        ["Peru", "Ecuador"],
    ),
]


@pytest.mark.parametrize(("text", "words", "entities"), ROWS)
def test_who_the_two_are(meant, text, words, entities):
    assert meant(text, words) == entities
