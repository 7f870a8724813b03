"""Offices that stand alone: "the French president", "the Russian leader"."""

import pytest

OFFICES = [
    ("The French president rejected the plan.", "president", "2010-03-02", ["Nicolas Sarkozy"]),
    ("The French president rejected the plan.", "president", "1984-03-02", ["François Mitterrand"]),
    ("The Russian foreign minister rejected the plan.", "minister", "2015-03-02", ["Sergey Lavrov"]),
    ("The head of the Russian Foreign Ministry rejected the plan.", "head", "2015-03-02", ["Sergey Lavrov"]),
    ("NATO's chief rejected the plan.", "chief", "2016-03-02", ["Jens Stoltenberg"]),
    ("The Soviet foreign minister rejected the plan.", "minister", "1984-03-02", ["Andrei Gromyko"]),
    (
        "Angela Merkel met the Russian leader. Vladimir Putin smiled.",
        "Vladimir Putin",
        "2015-03-02",
        ["Vladimir Putin"],
    ),
    (
        "Russian President Vladimir Putin left. Minister Ana Soto met her Russian counterpart.",
        "counterpart",
        "2015-03-02",
        [],
    ),
    (
        "Russian President Vladimir Putin left. President Ana Soto met her Russian counterpart.",
        "counterpart",
        "2015-03-02",
        ["Vladimir Putin"],
    ),
    (
        "Russian President Vladimir Putin left. Chilean Foreign Minister Ana Soto met her Russian counterpart.",
        "counterpart",
        "2015-03-02",
        ["Sergey Lavrov"],
    ),
    ("Vladimir Putin left. Merkel phoned the Russian leader.", "the Russian leader", "2015-03-02", ["Vladimir Putin"]),
]


@pytest.mark.parametrize(("text", "words", "date", "entities"), OFFICES)
def test_an_office_alone_stands_for_its_holder_of_the_day(meant, text, words, date, entities):
    assert meant(text, words, date) == entities


def test_a_minister_is_not_the_one_of_another_field(meant):
    text = "The foreign minister, Ana Soto, left. The finance minister criticized Peru."
    assert meant(text, "The finance minister") == []
    assert meant(text.replace("finance", "foreign"), "The foreign minister criticized") == ["Ana Soto"]


PERU = "LIMA, May 3 (HW) -- Minister Ana Soto left. "
ACTING = [
    (
        "President Ana Soto of Chad met President Luis Vega of Peru. On Tuesday the president left.",
        "the president left",
        ["Ana Soto"],
    ),
    (
        "President Ana Soto of Chad met President Luis Vega of Peru. President Vega gave a lunch. On Tuesday the "
        "President left.",
        "the President left",
        ["Ana Soto"],
    ),
    (
        "President Ana Soto of Chad met President Luis Vega of Peru. President Vega gave a lunch. On Tuesday the "
        "president left.",
        "the president left",
        ["Luis Vega"],
    ),
]


@pytest.mark.parametrize(("text", "words", "entities"), ACTING)
def test_of_two_presidents_the_one_who_acts_goes_on(meant, text, words, entities):
    assert meant(text, words) == entities


OTHERS = [
    # Of whom it is not told whose minister she is, she is the dateline's.
    (PERU + "The Peruvian minister smiled.", "The Peruvian minister", ["Ana Soto"]),
    (PERU + "The minister of Togo smiled.", "The minister of Togo", ["minister of Togo"]),
    ("Deputy Foreign Minister Ana Soto left. The foreign minister stayed.", "The foreign minister", []),
    (
        "SUVA, May 3 (HW) -- Fiji's minister, Ana Soto, met the Omani minister, Tom Alder. The guest left.",
        "The guest",
        ["Tom Alder"],
    ),
]


@pytest.mark.parametrize(("text", "words", "entities"), OTHERS)
def test_an_office_stands_for_nobody_who_does_not_hold_it(meant, text, words, entities):
    assert meant(text, words) == entities
