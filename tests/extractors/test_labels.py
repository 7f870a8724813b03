"""What things without a name are called."""

import pytest

from tests.extractors.edges import edges

ROWS = [
    (
        "Ghana rejected a report by Togolese experts which said that the port was closed.",
        {"Ghana rejects report by Togolese experts"},
    ),
    (
        "Peru condemned the shelling of the camp of the refugees who had fled.",
        {"Peru criticizes shelling of the camp of the refugees"},
    ),
    ('Chad condemned the "barbaric" attack on Goma.', {"Chad criticizes barbaric attack on Goma"}),
    (
        'Ghana opposes the closing of the "so-called" dry ports in Togo.',
        {"Ghana rejects closing of the so-called dry ports in Togo"},
    ),
    ("Chad condemned last month's attack on Goma.", {"Chad criticizes attack on Goma"}),
    ("Chad condemned the March 3 attack on Goma.", {"Chad criticizes attack on Goma"}),
    ("Chad rejected the 1974 treaty.", {"Chad rejects 1974 treaty"}),
    ("Togo welcomed the entry into force of the fisheries accord.", {"Togo supports fisheries accord"}),
    ("Togo welcomed the signing of the fisheries accord.", {"Togo supports fisheries accord"}),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_the_shortest_phrase_that_stands_alone(facts, text, expected):
    assert edges(facts(text), "criticizes", "rejects", "supports") == expected
