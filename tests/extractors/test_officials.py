"""Officials without a name, and for whom they speak."""

import pytest

from tests.extractors.edges import edges

ROWS = [
    ("A Spanish diplomat said that it rained.", {"Spanish diplomat represents Spain"}),
    ("A Hamas spokesman rejected the vote.", {"Hamas spokesman represents Hamas"}),
    (
        "A spokesman for the African Union rejected the vote.",
        {"spokesman for the African Union represents African Union"},
    ),
    ("Ana Soto met a Fijian delegate.", {"Fijian delegate represents Fiji"}),
    ("It rained, according to a Chadian negotiator.", {"Chadian negotiator represents Chad"}),
    ("No Spanish diplomat said that it rained.", set()),
    ("Two Spanish diplomats said that it rained.", set()),
    ("The rooms of a Spanish diplomat were searched.", set()),
    ("A Spanish diplomat, Ana Soto, said that it rained.", {"Ana Soto represents Spain"}),
    ("A diplomat said that it rained.", set()),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_for_whom_an_official_without_a_name_speaks(facts, text, expected):
    assert edges(facts(text), "represents") == expected
