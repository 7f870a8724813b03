"""What is done in protest."""

import pytest

from tests.extractors.edges import edges

ROWS = [
    (
        "Chad backs the deployment of missiles. Ghana left the hall in protest.",
        {"Ghana protests deployment of missiles"},
    ),
    ("Chad recalled its ambassador in protest at the expulsion of its envoys by Norway.", {"Chad protests Norway"}),
    ("In protest against the tax on foreign fish, Peru closed its ports.", {"Peru protests tax on foreign fish"}),
    ("Chad walked out of the hall in protest.", set()),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_who_protests_against_what(facts, text, expected):
    assert edges(facts(text), "protests") == expected


def test_how_it_is_done_is_told(facts):
    found = facts("Ana Soto went on hunger strike in protest at the tax on foreign fish.").events
    assert "hunger" in {event.mode for event in found if event.kind == "Protest"}
