"""Offices that verbs tell of."""

import pytest

from kg.nlp.annotations import notes

ROWS = [
    ("Ana Soto was sworn in on Friday as president of Peru.", {("Ana", "President", False)}),
    ("Ana Soto was appointed ambassador to Chile.", {("Ana", "Ambassador to Chile", False)}),
    ("The president appointed Ana Soto as finance minister.", {("Ana", "Finance Minister", False)}),
    ("Ana Soto succeeded Luis Vega as foreign minister of Peru.",
     {("Ana", "Foreign Minister", False), ("Luis", "Foreign Minister", True)}),
    ("Ana Soto stepped down as Peru's foreign minister.", {("Ana", "Foreign Minister", True)}),
    ("Ana Soto left. She is the defence minister of Peru.", {("She", "Defense Minister", False)}),
    ("The envoy to Chad is Ana Soto.", {("Ana", "Special Envoy to Chad", False)}),
    ("Ana Soto may become president of Peru.", set()),
    ("Ana Soto is not the foreign minister of Peru.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_a_verb_gives_or_takes_an_office(analysed, text, expected):
    doc = analysed(text)
    assert {(doc[t.person].text, t.office, t.former) for t in notes(doc).titles} == expected
