"""Who are spoken of as two: "the two countries", "the two regions"."""

import pytest

ROWS = [
    (
        "France and Germany met. Medvedev praised Abkhazia and South Ossetia. The two regions agreed.",
        "The two regions",
        ["Abkhazia", "South Ossetia"],
    ),
    (
        "Chad and Niger quarrel. Peru's president, Luis Vega, was in Quito when the two countries agreed.",
        "the two countries",
        ["Peru", "Ecuador"],
    ),
    ("Chad and Mali back the plan. Togo urged its two allies to wait.", "its two allies", ["Chad", "Mali"]),
    ("The AU and the EU left. Mali thanked both organizations.", "organizations", ["African Union", "European Union"]),
    # Bodies before persons; never who urges them.
    (
        "Chad and the Taliban met. Ana Soto, a minister, and her counterpart, Tom Alder, left. Oman urged both sides.",
        "both sides",
        ["Chad", "Taliban"],
    ),
    (
        "Idris Malik of Chad and Daniel Obi of Ghana signed. The ministers of the two countries will meet in Lome.",
        "The ministers",
        [],
    ),
    ("Ana Soto and Tom Alder left. Ana Soto met both ministers.", "both ministers", []),
    # In capitals.
    (
        "President Luis Vega and President Ana Soto met. The two Presidents signed a pact by which 22 of the 24 "
        "questions still pending on the boundary are settled.",
        "The two Presidents",
        ["Luis Vega", "Ana Soto"],
    ),
    # Whose ministers nobody named, and in what format they met.
    (
        "The ministers of Togo, Benin and Mali met in Lomé with Peru's envoy, Ana Soto. The ministers left.",
        "The ministers",
        ["Togo", "Benin", "Mali"],
    ),
    (
        "The Foreign Ministers of Poland, Hungary and Slovakia met in Prague in the Visegrad Group format. "
        "The Ministers left.",
        "The Ministers",
        ["Visegrad Group"],
    ),
    (
        "The ministers of Togo and Mali met. Togo's minister, Ana Soto, and Mali's minister, Tom Alder, spoke. "
        "The ministers left.",
        "The ministers",
        ["Ana Soto", "Tom Alder"],
    ),
    (
        "Foreign Secretary Ana Soto of Peru met Chile's Foreign Secretary, Tom Alder, and President Luis Vega. "
        "The two Foreign Secretaries left.",
        "The two Foreign Secretaries",
        ["Ana Soto", "Tom Alder"],
    ),
    # As many as were spoken of together, whoever they did something to.
    ("Chad and Mali denounced Togo. Both expelled diplomats.", "Both", ["Chad", "Mali"]),
    ("Chad and Mali accused Togo. Both governments shut the border.", "Both governments", ["Chad", "Mali"]),
    ("Ana Soto of Chad met Tom Alder of Togo. The pair discussed cotton.", "pair", ["Ana Soto", "Tom Alder"]),
    ("Laos, Burma and Nepal met in Pokhara. The trio agreed on a truce.", "trio", ["Laos", "Myanmar", "Nepal"]),
    ("Fiji, Tonga and Samoa quarrelled. Japan urged all three to talk.", "three", ["Fiji", "Tonga", "Samoa"]),
    ("Fiji, Tonga and Samoa quarrelled. Japan urged the three to talk.", "three", ["Fiji", "Tonga", "Samoa"]),
    ("Hamas and the Taliban fought. Oman urged both forces to wait.", "both forces", ["Hamas", "Taliban"]),
    ("Chad and Mali quarrel. Togo received a pair of envoys.", "pair", []),
    ("Chad and Mali quarrel. Togo freed two of the men.", "two", []),
    # Those at odds or in talks, not who spoke of these since.
    (
        "Chad and Mali fought. Peru and Chile called for calm. Togo urged both sides to talk.",
        "both sides",
        ["Chad", "Mali"],
    ),
    ("Chad and Mali signed a pact. Peru and Chile hailed it. Togo urged both to wait.", "both", ["Chad", "Mali"]),
    (
        "Chad and Mali clashed. Peru and Chile called for calm. Togo offered both countries its help.",
        "both countries",
        ["Chad", "Mali"],
    ),
    ("The army and the rebels fought. Peru and Chile called for calm. Togo urged both forces to stop.", "forces", []),
    # Others than those told of.
    ("Ana Soto of Chad met Tom Alder of Togo. Police shot two men.", "two men", []),
    ("Ana Soto of Chad met Tom Alder of Togo. Police shot two men. Togo freed the two.", "the two", []),
    ("Fiji and Tonga quarrelled. Japan urged all three to talk.", "three", []),
]


@pytest.mark.parametrize(("text", "words", "entities"), ROWS)
def test_who_the_two_are(meant, text, words, entities):
    assert meant(text, words) == entities
