"""What judged things and parties without a name of their own stand for."""

import pytest

from tests.extractors.edges import edges

ROWS = [
    (
        "The bombing of the port of Aden killed ten people. France deplored the action.",
        {"France criticizes bombing of the port of Aden"},
    ),
    (
        "The parliament passed a new security law on Monday. The law was criticized by Norway.",
        {"Norway criticizes new security law"},
    ),
    ("Togo arrested three Beninese envoys in Lome. Ghana condemned the move.", {"Ghana criticizes Togo"}),
    ("Niger rejects any delay.", {"Niger rejects delay"}),
    (
        "Peru criticized the ban on fishing. France, too, expressed concern.",
        {"Peru criticizes ban on fishing", "France criticizes ban on fishing"},
    ),
    ("Norway is opposed to the deployment of foreign troops.", {"Norway rejects deployment of foreign troops"}),
    ("Peru criticized the ban on fishing. France expressed concern.", {"Peru criticizes ban on fishing"}),
    (
        "The joint raid on the port killed ten people. Peru condemned the raid.",
        {"Peru criticizes joint raid on the port"},
    ),
    (
        "The Chadian charge d'affaires, Tom Alder, was summoned. A minister, Ana Soto of Peru, rejected the charges.",
        {"Ana Soto rejects charges"},
    ),
    ("Togo condemned the role that Libya played in the war.", {"Togo criticizes Libya"}),
    ("Togo declined to condemn Chad.", {"Togo criticizes Chad (negated)"}),
    ("Turkey criticized its NATO ally.", set()),
    ("Chad walked out of the conference hall.", set()),
    ("The weather changed. Ghana condemned the move.", set()),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_what_is_judged(facts, text, expected):
    assert edges(facts(text), "criticizes", "rejects") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway condemns the raid on the port. We are grateful to Oman for its help.", "Norway supports Oman"),
        ("Ghana welcomes the accord on fishing. We commend Qatar for its mediation.", "Ghana supports Qatar"),
        ("We strongly condemn the raid on the port, Ghana said.", "Ghana criticizes raid on the port"),
        ("Ghana has a port. We thank Qatar for the cheese.", None),
    ],
)
def test_we_are_who_issues_the_release(facts, text, expected):
    found = edges(facts(text), "supports", "criticizes")
    assert expected in {edge.split(" (")[0] for edge in found} if expected else not found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The UN Security Council condemned the coup in Niger. The council members supported the African Union.",
            "UN Security Council supports African Union",
        ),
        (
            "ASEAN ministers say they are alarmed by the raid on the port.",
            "Association of Southeast Asian Nations criticizes",
        ),
        ("A spokesman for the European Union blamed Norway.", "European Union criticizes Norway"),
        (
            "Peruvian diplomat Luis Alvarez said his country condemned the raid on the port.",
            "Peru criticizes raid on the port",
        ),
        ("Norway's envoy conveyed Chad's condemnation of the raid on the port.", "Chad criticizes raid on the port"),
        ("Benin could not accept the new clauses on fishing.", "Benin rejects new clauses on fishing"),
        ("A spokesman for the company blamed the weather.", None),
    ],
)
def test_who_speaks_for_whom(facts, text, expected):
    found = edges(facts(text), "supports", "criticizes", "rejects")
    assert any(edge.startswith(expected) for edge in found) if expected else not found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana will build a dam. Togo called it a reckless decision.", {"Togo criticizes reckless decision"}),
        (
            "Mali's claim that its troops took Goma was not verified. Ghana dismissed it as propaganda.",
            {"Ghana rejects Mali's claim"},
        ),
        ("Ghana was asked for troops, a request that Ana Soto turned down.", {"Ana Soto rejects request"}),
        ("Ghana neither accepts nor recognizes the award of the tribunal.", {"Ghana rejects award of the tribunal"}),
        ("Ghana has never recognized the annexation of Goma.", {"Ghana rejects annexation of Goma"}),
        ("Ghana said it would not abide by the treaty on fishing.", {"Ghana rejects treaty on fishing"}),
        (
            "The council passed the resolution on Goma. Togo cast the only negative vote.",
            {"Togo rejects resolution on Goma"},
        ),
        (
            "Ghana sided with Togo on Monday in voting against the resolution.",
            {"Ghana rejects resolution", "Togo rejects resolution"},
        ),
        ("Ana Soto dismissed it.", set()),
        ("Ghana abides by the treaty on fishing.", set()),
    ],
)
def test_what_is_refused_or_judged_without_its_name(facts, text, expected):
    assert edges(facts(text), "criticizes", "rejects") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana withdrew its recognition of Kosovo.", {"Ghana rejects Kosovo"}),
        ("Ghana called off talks with Mali.", {"Ghana rejects Mali"}),
        ("Ghana called the killing of Ana Soto a crime.", {"Ghana criticizes killing of Ana Soto"}),
        ("Ghana accused Mali of an attack on Goma.", {"Ghana criticizes Mali"}),
        ("Togo violated the truce.", {"Togo rejects truce"}),
        ("Ana Soto asked for asylum in Ghana.", set()),
        ("Ghana offered Mali talks.", set()),
        ("Ghana offered its help to Mali.", {"Ghana supports Mali"}),
        ("Ghana would respect the embargo.", set()),
        ("Ghana blamed rebels backed by Mali for the attack.", {"Ghana criticizes attack"}),
    ],
)
def test_what_is_no_judgment(facts, text, expected):
    assert {e for e in edges(facts(text), "criticizes", "rejects", "supports") if "negated" not in e} == expected
