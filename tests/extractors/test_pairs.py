"""Both sides, the two neighbours, its rival."""

import pytest

from tests.extractors.edges import edges

ROWS = [
    (
        "Sudan accused Chad of arming rebels. Libya urged both sides to show restraint.",
        {"Libya requests Sudan", "Libya requests Chad"},
    ),
    (
        "Fighting between Armenia and Azerbaijan broke out. Russia called on the parties to stop.",
        {"Russia requests Armenia", "Russia requests Azerbaijan"},
    ),
    ("Peru seized a Chilean trawler. Chile urged its neighbour to free it.", {"Chile requests Peru"}),
    (
        "The Chadian army and the Taliban agreed to a truce, Oman and the United States said. "
        "US Secretary of State Tom Alder urged both sides to silence their guns.",
        {"Tom Alder requests Chad", "Tom Alder requests Taliban"},
    ),
    ("Libya urged both sides to show restraint.", set()),
    ("Chile urged its neighbour to free the crew.", set()),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_parties_of_what_was_told_last(facts, text, expected):
    assert edges(facts(text), "requests") == expected
