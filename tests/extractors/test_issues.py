"""What agreements and parties deal with."""

import pytest

from tests.extractors.edges import edges

ROWS = [
    ("Kenya and Ghana signed an agreement on fisheries.", "agreement on fisheries addresses fisheries"),
    ("The Council adopted a resolution on Yemen and piracy.", "resolution on Yemen and piracy addresses piracy"),
    ("Kenya is fighting drug trafficking.", "Kenya addresses drug trafficking"),
    ("NATO will counter terrorism in the Sahel.", "addresses terrorism"),
    ("Kenya and Ghana discussed climate change.", "Ghana addresses climate change"),
    ("The African Union tackles corruption.", "African Union addresses corruption"),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_what_is_dealt_with(facts, text, expected):
    assert any(expected in edge for edge in edges(facts(text), "addresses"))


def test_threat_is_a_threat_and_an_issue_an_issue(facts):
    kinds = {e.label: e.kind for e in facts("Kenya and Ghana discussed drug trafficking and fisheries.").entities}
    assert kinds["drug trafficking"] == "Threat"
    assert kinds["fisheries"] == "Issue"


NOTHING = [
    "Kenya discussed it with Ghana.",
    "Kenya met Ghana on Monday.",
    "The farmers fight frost with candles.",
    "Kenya telephoned Ghana on Thursday night.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_issue_in(facts, text):
    assert edges(facts(text), "addresses") == set()


TERMS = [
    ("The treaty bans nuclear tests.", {("treaty", "addresses", "nuclear tests")}),
    ("The accord deals with piracy.", {("accord", "addresses", "piracy")}),
    (
        "The Lomé agreements prescribe steps to stop the fighting in Togo.",
        {("Lomé agreements", "addresses", "fighting in Togo")},
    ),
    ("Ghana bans nuclear tests.", set()),
]


@pytest.mark.parametrize(("text", "expected"), TERMS)
def test_matter_of_an_agreement(stated, text, expected):
    assert expected <= stated(text)
    assert expected or not [edge for edge in stated(text) if edge[0] == "treaty"]


def test_a_deal_addresses_what_it_is_to_end(facts):
    found = edges(facts("Chad and Mali signed a deal to end years of war on Monday."), "addresses")
    assert found == {"deal addresses war"}
