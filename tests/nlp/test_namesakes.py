"""Names that are also another's: a parliament's, a king's."""

import pytest

from tests.extractors.edges import edges

ROWS = [
    ("Peru's Congress approved the trade agreement.", "Parliament of Peru agrees trade agreement"),
    ("The Congress of Peru approved the trade agreement.", "Parliament of Peru agrees trade agreement"),
    ("Congress approved the trade agreement.", "US Congress agrees trade agreement"),
    ("America's Congress approved the trade agreement.", "US Congress agrees trade agreement"),
    ("The Indian National Congress approved the trade agreement.", "Indian National Congress agrees trade agreement"),
    ("Jordan's King Abdullah approved the trade agreement.", "Abdullah agrees trade agreement"),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_who_is_meant(facts, text, expected):
    assert expected in edges(facts(text), "agrees")
