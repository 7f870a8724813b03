"""Attacks whose author is told afterwards."""

import pytest

from tests.extractors.edges import edges

ROWS = [
    ("A car bomb killed nine nuns in Lome. Boko Haram claimed responsibility.", {"Boko Haram assaults nine nuns"}),
    (
        "Two nuns were kidnapped in Lome. Boko Haram claimed responsibility for the abduction.",
        {"Boko Haram assaults Two nuns"},
    ),
    (
        "Forty civilians were killed in Lome. Ghana blamed Mali for the attack.",
        {"Mali assaults Forty civilians (says Ghana)"},
    ),
    # Blamed by nobody that is named, for something else, or for what somebody else did.
    ("Forty civilians were killed in Lome. Critics blamed Mali.", set()),
    ("Forty civilians were killed in Lome. Ghana blamed Mali for the drought.", set()),
    ("Rebels killed forty civilians. Ghana blamed Mali.", {"Rebels assaults forty civilians"}),
    ("Forty civilians were killed in Lome. Nobody has claimed responsibility.", set()),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_who_is_behind_an_attack_told_before(facts, text, expected):
    assert edges(facts(text), "assaults") == expected
