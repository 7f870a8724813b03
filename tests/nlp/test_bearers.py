"""Persons whom only the office before them shows to be persons."""

import pytest

from kg.nlp.annotations import notes

NAMES = [
    ("The commissioner for peace, Bankole Adeoye, left.", {"Bankole Adeoye"}),
    ("Ambassador of the Republic of Korea to Indonesia Park Tae-sung left.", {"Park Tae-sung"}),
    ("The spokesman for Human Rights Watch, Tom Alder, left.", {"Tom Alder"}),
    ("The minister met officials of the World Bank.", set()),
    ("The chairman of the Peace Council left.", set()),
    ("The Ambassador of Cuba to Lao PDR left.", set()),
    ("H. E. the Minister left.", set()),
    ("President Matamela Cyril Ramaphosa left.", {"Matamela Cyril Ramaphosa"}),
    ("Foreign Affairs Cabinet Secretary Tom Alder left.", {"Tom Alder"}),
]


@pytest.mark.parametrize(("text", "people"), NAMES)
def test_who_is_taken_for_a_person(analysed, text, people):
    doc = analysed(text)
    named = [m for m in notes(doc).mentions if m.type == "Person" and m.kind == "name"]
    assert {doc[m.start : m.end].text for m in named} == people
