"""Acts that an accusation names by a noun: who did them, according to whom."""

import pytest

from tests.extractors.edges import edges

ROWS = [
    ("Nigeria accused Boko Haram of an attack on Gao.", {"Boko Haram assaults Gao (says Nigeria)"}),
    ("Nigeria blamed Boko Haram for Monday's raid on Gao.", {"Boko Haram assaults Gao (says Nigeria)"}),
    ("Boko Haram was accused by Nigeria of a raid on Gao.", {"Boko Haram assaults Gao (says Nigeria)"}),
    ("Boko Haram has been blamed for a raid on Gao.", {"Boko Haram assaults Gao (hypothetical)"}),
    ("Nigeria refused to blame Boko Haram for the raid on Gao.", {"Boko Haram assaults Gao (hypothetical)"}),
    ("Nigeria denied accusing Boko Haram of a raid on Gao.", {"Boko Haram assaults Gao (hypothetical)"}),
    ("Nigeria blamed Chad for the raid on Gao by Boko Haram.", set()),
    ("Nigeria blamed Chad for Niger's attack on Mali.", {"Niger assaults Mali"}),
    ("Nigeria blamed Chad for the delay of the talks.", set()),
    ("Rebels carried out Monday's raid on Gao.", {"Rebels assaults Gao"}),
    ("An attack by rebels on Gao killed nine soldiers.", {"rebels assaults Gao"}),
    ("The May 2013 raid on Gao by Chad was condemned.", {"Chad assaults Gao"}),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_who_is_charged_with_an_act_did_it_as_the_accuser_says(facts, text, expected):
    assert edges(facts(text), "assaults") == expected


def test_what_happened_is_surer_than_who_did_it(facts):
    found = edges(facts("Nigeria refused to blame Boko Haram for the attack on Gao."), "takesPlaceIn")
    assert found == {"attack on Gao takesPlaceIn Gao"}
