"""Bodies at which people work or which they lead, without a title of the gazetteer."""

import pytest

from tests.extractors.edges import edges

ROWS = [
    (
        '"Nothing will change," said Rosa Quispe, a researcher at the private Altura Institute in Lima.',
        {"Rosa Quispe represents Altura Institute"},
    ),
    (
        "Tom Alder, a lecturer in trade law at the University of Lusaka, disagreed.",
        {"Tom Alder represents University of Lusaka"},
    ),
    (
        "Lena Holt, a spokeswoman for the pro-republic party Havets Folk, left.",
        {"Lena Holt represents Havets Folk"},
    ),
    ("Jan Berg, head of the relief group Safe Harbours, left.", {"Jan Berg represents Safe Harbours"}),
    (
        '"Prices will rise," said Lena Holt of the Altura Policy Centre in Lima.',
        {"Lena Holt represents Altura Policy Centre"},
    ),
    ("Rosa Quispe, a former researcher at the Altura Institute, left.", set()),
    ("Rosa Quispe, a critic of the Altura Institute, left.", set()),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_where_people_work(facts, text, expected):
    assert edges(facts(text), "represents") == expected
