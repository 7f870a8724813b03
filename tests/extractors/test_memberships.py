"""Memberships that the text states or clearly implies."""

import pytest

from tests.extractors.edges import edges

ROWS = [
    ("Albania joined the NATO alliance.", {"Albania memberOf NATO"}),
    ("Venezuela became a full member of the Mercosur trade bloc.", {"Venezuela memberOf Mercosur"}),
    ("Albania is a member of NATO.", {"Albania memberOf NATO"}),
    ("Bahrain, home of the US Fifth Fleet and a founding member of the Gulf Cooperation Council, signed too.",
     {"Bahrain memberOf Gulf Cooperation Council"}),
    (
        "Two members of the ruling council, Ana Soto and Tom Alder, left.",
        {"Ana Soto memberOf ruling council", "Tom Alder memberOf ruling council"},
    ),
    ("Croatia joined the European Union in 2013.", {"Croatia memberOf European Union"}),
    (
        "The Lima Group, made up of Peru and Chile, hailed the accord.",
        {"Peru memberOf Lima Group", "Chile memberOf Lima Group"},
    ),
    ("Finland will join NATO next year.", {"Finland memberOf NATO (planned)"}),
    ("Georgia wants to join NATO.", {"Georgia memberOf NATO (hypothetical)"}),
    ("Norway is not a member of the European Union.", {"Norway memberOf European Union (negated)"}),
    ("Burundi left the African Union.", {"Burundi memberOf African Union (negated)"}),
    (
        "SCO members India and Pakistan held an exercise.",
        {"India memberOf SCO", "Pakistan memberOf SCO"},
    ),
    (
        "Five members of ASEAN, among them Laos and Vietnam, abstained.",
        {"Laos memberOf ASEAN", "Vietnam memberOf ASEAN"},
    ),
    ("ASEAN member states Laos and Vietnam abstained.", {"Laos memberOf ASEAN", "Vietnam memberOf ASEAN"}),
    ("As a member of NATO, Albania abstained.", {"Albania memberOf NATO"}),
    ("Croatia became a member of NATO.", {"Croatia memberOf NATO"}),
    ("Georgia applied to join NATO.", {"Georgia memberOf NATO (planned)"}),
    ("Norway, not a member of ASEAN, abstained.", {"Norway memberOf ASEAN (negated)"}),
    ("Ana Soto and Luis Vega belong to the team of mediators.",
     {"Ana Soto memberOf team of mediators", "Luis Vega memberOf team of mediators"}),
    ("Ana Soto belonged with Luis Vega to the team of mediators.",
     {"Ana Soto memberOf team of mediators", "Luis Vega memberOf team of mediators"}),
    ("Albania has been admitted as the sixth member of NATO.", {"Albania memberOf NATO"}),
    ("NATO admitted Albania as its sixth member.", {"Albania memberOf NATO"}),
    ("Greece lifted its veto over Albania joining NATO.", {"Albania memberOf NATO (hypothetical)"}),
    ("The African Union readmitted Chad in 2009.", {"Chad memberOf African Union"}),
    ("The African Union admitted Chad to the talks.", set()),
    ("Albania, a former member of NATO, abstained.", set()),
    ("The African Union was joined in Lomé by Ana Soto.", set()),
    ("Chad condemned the African Union.", set()),
    ("A member of the delegation visited the European Union.", set()),
    ("The European Union met Albania.", set()),
    ("Norway, Spain and Mexico form part of the Group of Friends.",
     {f"{name} memberOf Group of Friends" for name in ("Norway", "Spain", "Mexico")}),
    ("Six countries of the Lima Group, among them Peru and Chile, abstained.",
     {"Peru memberOf Lima Group", "Chile memberOf Lima Group"}),
    ("Several states in ASEAN, including Laos, abstained.", {"Laos memberOf ASEAN"}),
    ("Countries in Africa, among them Chad, abstained.", set()),
    ("Laos, Vietnam and other ASEAN members left.", {"Laos memberOf ASEAN", "Vietnam memberOf ASEAN"}),
    ("Ghana and members of ECOWAS abstained.", set()),
    ("Kenya and Uganda set up the East African Community.",
     {"Kenya memberOf East African Community", "Uganda memberOf East African Community"}),
    ("Egypt set up the Arab League.", set()),
]  # fmt: skip
SHORT = {
    "North Atlantic Treaty Organization": "NATO",
    "Shanghai Cooperation Organization": "SCO",
    "Shanghai Cooperation Organisation": "SCO",
    "Association of Southeast Asian Nations": "ASEAN",
}


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_membership(facts, text, expected):
    found = edges(facts(text), "memberOf")
    for name, short in SHORT.items():
        found = {edge.replace(name, short) for edge in found}
    assert found == expected


NAMED = [
    ("Five members of the EU, among them Spain and Greece, left.", {("Greece", "memberOf", "European Union")}),
    ("Ghana and Togo make up the African Union.", {("Ghana", "memberOf", "African Union")}),
    (
        "The SCO, which includes India and Pakistan, fights terrorism.",
        {("India", "memberOf", "Shanghai Cooperation Organization")},
    ),
    ("Ghana praised the African Union.", set()),
    ("Chad rejoined the Commonwealth.", {("Chad", "memberOf", "Commonwealth of Nations")}),
    ("Togo took its seat on the UN Security Council.", {("Togo", "memberOf", "UN Security Council")}),
    ("Togo took its seat at the table.", set()),
    ("The Pacific Alliance was founded by Chile and Peru.", {("Peru", "memberOf", "Pacific Alliance")}),
    ("The contact group, to which Chad and Mali belong, met.", {("Mali", "memberOf", "contact group")}),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_members_that_are_named_among_others(stated, text, expected):
    found = {edge for edge in stated(text) if edge[1] == "memberOf"}
    assert expected <= found
    assert expected or not found


PLANNED = [
    "Ghana and Togo submitted their applications for NATO membership.",
    "Togo applied for membership of NATO.",
    "Togo, which applied for NATO membership in May, left.",
]


@pytest.mark.parametrize("text", PLANNED)
def test_who_applies_is_no_member_yet(facts, text):
    found = edges(facts(text), "memberOf")
    assert "Togo memberOf NATO (planned)" in found
    assert all(edge.endswith("(planned)") for edge in found)


def test_a_membership_has_the_day_on_which_it_began(facts):
    made = facts("Fiji became a member of the Pacific Alliance on 1 July 2013.")
    assert {a.date for a in made.assertions if a.predicate == "memberOf"} == {"2013-07-01"}
