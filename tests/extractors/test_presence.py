"""Who comes to a meeting, or does not, told by clauses that don't name it."""

import pytest

from tests.extractors.edges import edges

OPENED = "The summit opened in Kampala."
ROWS = [
    ("Ana Soto of Fiji will skip the summit.", {"Ana Soto attends summit (negated)"}),
    ("Ana Soto of Fiji threatened to boycott the summit.", {"Ana Soto attends summit (hypothetical)"}),
    ("Among those present were Tom Alder of Peru and Ana Soto of Fiji.",
     {"Tom Alder attends summit", "Ana Soto attends summit"}),
    ("In attendance were the ambassadors of France and Spain.", {"France attends summit", "Spain attends summit"}),
    ("Those attending included Omani envoy Tom Alder.", {"Tom Alder attends summit"}),
    ("Also present was the Chilean foreign minister, Ana Soto.", {"Ana Soto attends summit"}),
    ("Ana Soto attended in place of the president.", {"Ana Soto attends summit"}),
    ("Kenya sent an observer.", {"Kenya attends summit"}),
    ("Togo had delegates in the hall.", {"Togo attends summit"}),
    ("The members are to be joined by Togo.", {"Togo attends summit (planned)"}),
    ("Mali was not invited.", {"Mali attends summit (negated)"}),
    ("President Tom Alder stayed away.", {"Tom Alder attends summit (negated)"}),
    ("President Tom Alder called off his trip.", {"Tom Alder attends summit (negated)"}),
    ("President Tom Alder was absent.", {"Tom Alder attends summit (negated)"}),
    ("Fiji was represented by its foreign minister, Ana Soto.",
     {"Fiji attends summit", "Ana Soto attends summit"}),
    ("Also speaking were Mali and Fiji.", {"Mali attends summit", "Fiji attends summit"}),
    ("President Tom Alder presided.", {"Tom Alder attends summit"}),
    ("President Tom Alder did not come.", {"Tom Alder attends summit (negated)"}),
    ("Omani envoy Tom Alder told delegates that the drought was over.", {"Tom Alder attends summit"}),
    ("Omani envoy Tom Alder told reporters that the drought was over.", set()),
    ("President Tom Alder did not come to power.", set()),
    ("Syria sent troops to the border.", set()),
    ("Kenya has a minister of trade.", set()),
    ("Chad attends to its own affairs.", set()),
]  # fmt: skip
NAMED = [
    ("President Tom Alder stayed away from the Luanda summit.", "Tom Alder attends Luanda summit (negated)"),
    ("China was not invited to the conference in Oslo.", "China attends conference in Oslo (negated)"),
    ("The Taliban turned down an invitation to the Doha conference.", "Taliban attends Doha conference (negated)"),
    ("Albania welcomed the leaders of Serbia and Kosovo to a summit in Tirana.", "Albania hosts summit in Tirana"),
    ("Ana Soto will lead Fiji's delegation to the talks in Suva.", "Ana Soto attends talks in Suva (planned)"),
    ("Ana Soto is co-chairing the conference with Tom Alder.", "Tom Alder attends conference"),
    ("Lena Holt led the talks in Geneva on Monday.", "Lena Holt attends talks in Geneva"),
    ("Norwegian diplomat Lena Holt mediated talks between Chad and Mali in Oslo.",
     "Lena Holt attends talks between Chad and Mali in Oslo"),
    ("Ana Soto and Luis Vega began talks in Oslo.", "Luis Vega attends talks in Oslo"),
    ("Kenya and Uganda held two days of talks in Nairobi on fishing rights.", "Uganda attends talks in Nairobi"),
    ("Ana Soto and Luis Vega concluded three days of negotiations in Lima.", "Luis Vega attends negotiations in Lima"),
]  # fmt: skip
NAMED += [
    ("Leaders of the African Union wrapped up their annual meeting in Lomé.",
     "African Union organizes annual meeting of African Union"),
    ("Ministers will gather in Suva for a conference on piracy convened by the Arab League.",
     "League of Arab States organizes conference on piracy (planned)"),
    ("Tom Alder did not show up for the talks in Suva.", "Tom Alder attends talks in Suva (negated)"),
]  # fmt: skip
NAMED += [
    ("Togo played host to a conference on piracy.", "Togo hosts conference on piracy"),
    ("The ECOWAS summit in Accra, over which Ana Soto presided, ended.", "Ana Soto attends ECOWAS summit in Accra"),
]
NAMED += [
    (f"{OPENED} Togo, the host, praised Mali.", "Togo hosts summit"),
    (f"{OPENED} President Tom Alder of Peru was the host.", "Tom Alder hosts summit"),
]
ALONE = [
    "Chad met Mali in Lome. Fiji, the host, praised Mali.",
    "Ana Soto gave a news conference in Lima. Kenya sent observers to the election.",
    "The talks between Chad and Mali went on. Fiji sent an envoy.",
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_who_comes_to_the_summit_spoken_of(facts, text, expected):
    assert edges(facts(f"{OPENED} {text}"), "attends") == expected


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_who_comes_or_hosts_by_other_verbs(facts, text, expected):
    assert expected in edges(facts(text), "attends", "hosts", "organizes")


@pytest.mark.parametrize("text", ALONE)
def test_nobody_else_comes_to_talks_of_two_or_to_a_briefing(facts, text):
    assert not any("Kenya" in edge or "Fiji" in edge for edge in edges(facts(text), "attends", "hosts"))


def test_who_is_named_by_a_reception_does_not_come(facts):
    assert edges(facts("Ana Soto hosted the Nelson Mandela reception in Accra."), "attends") == set()


def test_who_receives_a_call_consults_the_caller(facts):
    text = "President Tom Alder received a telephone call from Ana Soto."
    assert edges(facts(text), "consults") == {"Ana Soto consults Tom Alder"}


GOING = [
    "Ana Soto flew to Lomé to attend a summit on fish.",
    "Ana Soto arrived in Lomé to take part in a summit on fish.",
    "Ministers will gather in Lomé for a summit on fish.",
]


@pytest.mark.parametrize("text", GOING)
def test_a_meeting_is_where_one_goes_to_attend_it(facts, text):
    found = {edge.removesuffix(" (planned)") for edge in edges(facts(text), "takesPlaceIn")}
    assert found == {"summit on fish takesPlaceIn Lomé"}


def test_hosts_do_not_consult_each_other_by_hosting(facts):
    found = edges(facts("Qatar and Egypt are hosting talks between Israel and Hamas in Doha."), "consults")
    assert found == {"Hamas consults Israel"}


def test_to_lead_a_delegation_is_not_to_meet_its_state(facts):
    assert edges(facts("Ana Soto will lead Fiji's delegation to the talks in Suva."), "consults") == set()


HERE = [
    ("SUVA, May 3 (HW) -- Fiji and ten others signed the pact at a summit of ECOWAS.", "summit of ECOWAS", "Suva"),
    ("SUVA, May 3 (HW) -- The summit opened here on Monday.", "summit", "Suva"),
    ("SUVA, May 3 (HW) -- The talks resume on Monday in this Fijian city.", "talks", "Suva"),
    ("SUVA, May 3 (HW) -- Fiji asked for a summit of ECOWAS.", "summit of ECOWAS", None),
    ("SUVA, May 3 (HW) -- Fiji attended last year's summit of ECOWAS.", "summit of ECOWAS", None),
    ("SUVA, May 3 (HW) -- Fiji left the summit of ECOWAS in Lomé.", "summit of ECOWAS", "Lomé"),
    ("SUVA, May 3 (HW) -- Fiji signed it after talks with Ana Soto at the G20 summit.", "G20 summit", None),
    ("SUVA, May 3 (HW) -- Fiji held talks with Chad.", "talks with Chad", None),
]


@pytest.mark.parametrize(("text", "meeting", "place"), HERE)
def test_a_meeting_is_held_where_the_report_is_written_if_it_opens_with_it(facts, text, meeting, place):
    found = edges(facts(text, "2021-05-03"), "takesPlaceIn")
    told = {edge.removesuffix(" (planned)") for edge in found}
    assert told == ({f"{meeting} takesPlaceIn {place}"} if place else set())


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        (
            "Chad skipped the summit of ASEAN; its minister, Ana Soto, sat in for it.",
            "Ana Soto attends summit of ASEAN",
        ),
        ("A conference on fish opened in London. Ana Soto was there, too.", "Ana Soto attends conference on fish"),
        ("Besides the envoys of Kenya, the summit of ASEAN was attended by Chad.", "Kenya attends summit of ASEAN"),
        ("The ceremony in Rome was watched by Ana Soto.", "Ana Soto attends ceremony in Rome"),
        ("Kenya was the guest of honour at the summit of ASEAN.", "Kenya attends summit of ASEAN"),
        ("Chad took part in the summit of ASEAN, and so did Kenya.", "Kenya attends summit of ASEAN"),
    ],
)
def test_who_else_is_there(facts, text, edge):
    assert edge in edges(facts(text))


def test_what_is_told_to_the_press_is_no_meeting(facts):
    assert not edges(facts("Ana Soto told a news conference in Rome that Chad had left."), "attends")
