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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine hundred people demonstrated outside the Peruvian embassy in Quito.", {"Nine hundred people", "Peru"}),
        ("Dozens of Malians protested at the gates of the French consulate.", {"Dozens of Malians", "France"}),
        (
            "Fifty Cubans held a demonstration outside the residence of the Spanish ambassador.",
            {"Fifty Cubans", "Spain"},
        ),
        ("Students marched on the Chilean consulate to protest against the raid on Tacna.", {"Students", "Chile"}),
        ("Students staged a protest at the Libyan embassy.", {"Students", "Libya"}),
        ("Farmers picketed the Canadian embassy.", {"Farmers", "Canada"}),
        ("Thousands rallied outside the Chadian embassy in support of the king.", set()),
        ("Thousands marched through Quito for peace.", set()),
        ("Ana Soto met Lena Holt outside the Peruvian embassy.", set()),
    ],
)
def test_whose_embassy_people_protest_at(facts, text, expected):
    found = [edge.split(" protests ") for edge in edges(facts(text), "protests")]
    assert {end for edge in found for end in edge} - {"raid on Tacna"} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Farmers demonstrated in Lima against the accord with Chile.", {"Farmers protests accord with Chile"}),
        ("Peru protested to the Security Council against the Chilean raid on Tacna.", {"Peru protests Chile"}),
        (
            "Peru's foreign ministry handed the Chilean envoy a note of protest.",
            {"Foreign Ministry of Peru protests Chile"},
        ),
        ("Chad sent Mali a protest note.", {"Chad protests Mali"}),
        ("Chad summoned the Malian envoy to protest against the ban.", {"Chad protests Mali", "Chad protests ban"}),
        (
            "Crowds protesting against the film scaled the walls of the Libyan embassy.",
            {"Crowds protests Libya", "Crowds protests film"},
        ),
        ("Students burned a Chadian flag.", {"Students protests Chad"}),
    ],
)
def test_whom_a_protest_is_meant_for(facts, text, expected):
    assert edges(facts(text), "protests") - {"Peru protests Chilean raid on Tacna"} == expected


def test_who_marched_to_protest_did_protest(facts):
    found = facts("Students marched on Lima to protest against the raid on Tacna.").assertions
    assert {a.status for a in found if a.predicate == "protests"} == {"actual"}
