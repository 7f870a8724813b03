"""Threats told by the answer that somebody's act will have."""

import pytest

from tests.extractors.edges import edges

THREATS = [
    ('"Whatever hostile step Mali takes, a firm reply will follow," Ana Soto of Chad said.', "Ana Soto threatens Mali"),
    ("Chad said that any attack by Mali would trigger a massive response.", "Chad threatens Mali"),
    ('"Such actions by Norway will not go unanswered," Ana Soto of Chad said.', "Ana Soto threatens Norway"),
    ("Chad warned that it would respond if Mali sent troops to Niger.", "Chad threatens Mali"),
    ("Norway will pay a heavy price, Chad said.", "Chad threatens Norway"),
    ("Chad said it would give a merciless response to the Malian exercises.", "Chad threatens Mali"),
    ("Chad reserves the right to retaliate against Mali.", "Chad threatens Mali"),
    ("Chad will bomb Mali unless it opens the border.", "Chad threatens Mali"),
    ("Chad warned of severe consequences for Mali.", "Chad threatens Mali"),
    ("Chad warned that it would shell Malian towns.", "Chad threatens Mali"),
    ("Ana Soto, Chad's foreign minister, warned that Chad would veto Mali's bid.", "Ana Soto threatens Mali"),
    ("Chad said it would retaliate against Mali.", "Chad threatens Mali"),
    ("Chad threatened to put the Malian hostages on trial.", "Chad threatens Mali"),
    ("Chad has threatened to use force against Mali.", "Chad threatens Mali"),
    ("Chad promised resolute countermeasures against Mali.", "Chad threatens Mali"),
    ("Chad threatened tariffs of ten percent on Malian goods.", "Chad threatens Mali"),
    ("Chad said that any raid by Mali would be regarded as a declaration of war.", "Chad threatens Mali"),
    (
        "In a note to the Malian embassy, Chad warned that any incursion would meet with a rebuff.",
        "Chad threatens Mali",
    ),
    ("Mali bombed Faya on Monday. Chad vowed to avenge the dead.", "Chad threatens Mali"),
    ("Chad said that Mali would regret the decision.", "Chad threatens Mali"),
    ("Should Mali persist, Chad will impose sanctions.", "Chad threatens Mali"),
    ("Chad will veto the treaty unless Mali opens the border.", "Chad threatens Mali"),
    (
        "Peru's foreign ministry summoned Chile's ambassador on Monday. "
        '"Any Chilean attack will meet with a response," the Chilean side was warned.',
        "Foreign Ministry of Peru threatens Chile",
    ),
]


@pytest.mark.parametrize(("text", "edge"), THREATS)
def test_an_announced_answer_is_a_threat(facts, text, edge):
    assert edges(facts(text), "threatens") == {edge}


NONE = [
    "The economy will respond if rates fall, the minister said.",
    "Chad reserves the right to a seat on the council.",
    "Chad warned that Mali was preparing an attack on Niger.",
    "Chad warned that no mission could succeed without a government in Mali.",
    "Mali has promised Chad an answer by Monday.",
    "Chad would have attacked Mali if it had not left Niger.",
    "The envoy said that the raid would be remembered as an act of war.",
    "Chad will lift the sanctions if Mali opens the border.",
    "Any help from Norway will be welcome, Chad said.",
    "If the rains fail, farmers will respond by planting millet, Chad said.",
]


@pytest.mark.parametrize("text", NONE)
def test_other_answers_are_no_threat(facts, text):
    assert not edges(facts(text), "threatens")


def test_a_threat_has_the_day_on_which_it_is_made(facts):
    found = facts("Chad said on Monday that any attack by Mali would trigger a massive response.").assertions
    assert {a.date for a in found if a.predicate == "threatens"} == {"2021-03-08"}


def test_several_who_say_so_threaten_together(facts):
    found = facts("Chad and Mali said any intervention by Norway would mean war.")
    assert edges(found, "threatens") == {"Chad threatens Norway", "Mali threatens Norway"}
