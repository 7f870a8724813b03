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


ODDS = [
    ("Peru accused Chile of spying and recalled its ambassador.", {"Peru sanctions Chile"}),
    ("Peru bombed a Chilean post. Santiago severed ties.", {"Chile sanctions Peru"}),
    ("Peru expelled Chile's consul and suspended trade.", {"Peru sanctions Chile"}),
    ("Peru condemned Chile's raid on Arica and called home its envoy.", {"Peru sanctions Chile"}),
    ("Iran seized a Norwegian tanker. Norway has since broken off relations.", {"Norway sanctions Iran"}),
    ("Peru praised Chile and recalled its ambassador.", set()),
    ("Peru accused Chile of spying. Togo recalled its ambassador.", set()),
    ("Peru accused Chile of spying. Lima recalled its envoy from Bolivia.", {"Peru sanctions Bolivia"}),
]


@pytest.mark.parametrize(("text", "expected"), ODDS)
def test_relations_are_broken_off_with_whom_one_is_at_odds(facts, text, expected):
    assert edges(facts(text), "sanctions") == expected
