"""Offices: titles before and after names, appositions, copulas, and whom their holders stand for."""

import pytest

from tests.extractors.edges import edges

ROWS = [
    (
        "Kenyan Foreign Minister Alfred Mutua left for Rome.",
        {"Alfred Mutua holdsPosition Foreign Minister", "Alfred Mutua represents Kenya"},
    ),
    (
        "The foreign minister of Chile, Alberto van Klaveren, left for Rome.",
        {"Alberto van Klaveren holdsPosition Foreign Minister", "Alberto van Klaveren represents Chile"},
    ),
    (
        "Sigrid Holm, Norway's ambassador to Peru, left for Rome.",
        {"Sigrid Holm holdsPosition Ambassador to Peru", "Sigrid Holm represents Norway"},
    ),
    (
        "Chad's Mahamat Saleh, the president of the assembly, left for Rome.",
        {"Mahamat Saleh represents Chad"},
    ),
    (
        "The United Nations special envoy for Yemen, Lars Dahl, left for Rome.",
        {"Lars Dahl holdsPosition Special Envoy for Yemen", "Lars Dahl represents United Nations"},
    ),
    (
        "Presidents Idris Malik of Chad and Daniel Obi of Ghana left for Rome.",
        {"Idris Malik represents Chad", "Daniel Obi represents Ghana", "Idris Malik holdsPosition President"},
    ),
    (
        "Elena Rossi is the defence minister of Italy.",
        {"Elena Rossi holdsPosition Defense Minister", "Elena Rossi represents Italy"},
    ),
    (
        "The minister, who represents Peru at the talks, is Rosa Quispe.",
        set(),
    ),
    (
        "Kenyan Foreign Minister Alfred Mutua met his Greek counterpart, Nikos Pappas.",
        {"Nikos Pappas represents Greece", "Nikos Pappas holdsPosition Foreign Minister"},
    ),
    ("US special envoy for Yemen Tim Lender left for Rome.", {"Tim Lender represents United States"}),
    ("Ann Lee, who chairs the African Union, met Macron.", {"Ann Lee holdsPosition Chairman"}),
    (
        "General Tom Hale commands the NATO mission in Kosovo.",
        {"Tom Hale represents NATO", "Tom Hale holdsPosition Commander of NATO mission in Kosovo"},
    ),
    (
        "The EU mission, led by Ann Lee, met Macron.",
        {"Ann Lee represents European Union", "Ann Lee holdsPosition Leader of EU mission"},
    ),
    pytest.param(
        "The president of the company, Tom Hale, left for Rome.",
        {"Tom Hale holdsPosition President"},
        marks=pytest.mark.xfail(reason="the office of a body without a name is not told from one of a list"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_office_of_a_person(facts, text, expected):
    assert {edge.lower() for edge in expected} <= {
        edge.lower() for edge in edges(facts(text), "holdsPosition", "represents")
    }


def test_nobody_holds_one_office_twice(facts):
    made = facts("Ann Lee, who heads the World Bank, met Macron. Lee, the head of the World Bank, left.")
    lee = [a.object for a in made.assertions if a.predicate == "holdsPosition" and "lee" in a.subject.lower()]
    labels = {entity.id: entity.label.lower() for entity in made.entities}
    assert len({labels[office] for office in lee}) == len(set(lee))


def test_a_shorter_title_is_no_second_office(facts):
    found = edges(facts("Omani trade minister Tom Hale left. Minister Hale met Macron."), "holdsPosition")
    assert {edge for edge in found if "Hale" in edge} == {"Tom Hale holdsPosition Trade Minister"}


def test_a_deputy_is_not_his_superior(facts):
    found = edges(facts("Deputy Prime Minister Tom Hale left. Prime Minister Tom Hale met Macron."), "holdsPosition")
    assert "Tom Hale holdsPosition Prime Minister" in found


@pytest.mark.parametrize(
    "text",
    [
        "Lars Dahl, the United Nations special envoy for Yemen, met Macron.",
        "The Special Envoy of the Secretary-General for Yemen, Lars Dahl, met Macron.",
        "Ghana will expel two Yemeni envoys, Prime Minister Lars Dahl said.",
    ],
)
def test_who_is_sent_to_a_state_or_told_of_beside_it_does_not_speak_for_it(facts, text):
    assert "Lars Dahl represents Yemen" not in edges(facts(text), "represents")


def test_a_rank_is_no_second_office(facts):
    found = edges(facts("Gen. Tom Hale, the Omani defence minister, left. Gen. Ann Lee stayed."), "holdsPosition")
    assert found == {"Tom Hale holdsPosition Defense Minister", "Ann Lee holdsPosition General"}


NOTHING = [
    "A minister left for Rome.",
    "Chad and Ghana signed the treaty.",
    "Minister or not, he must leave.",
    "The ministers of nine states left for Rome.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nobody_gets_an_office_from(facts, text):
    assert edges(facts(text), "holdsPosition", "represents") == set()


SPOKEN_FOR = [
    ("Ana Soto, who heads the World Bank, left.", {("Ana Soto", "represents", "World Bank")}),
    ("Lena Holt, who led the Norwegian delegation, left.", {("Lena Holt", "represents", "Norway")}),
    ("Hungary's Ana Soto and Lena Holt of Uruguay met.", {("Lena Holt", "represents", "Uruguay")}),
    ("Oslo sent Ana Soto to the talks.", {("Ana Soto", "represents", "Norway")}),
    ("Peru's minister Ana Soto met her counterpart from Muscat, Tom Alder.", {("Tom Alder", "represents", "Oman")}),
    ("The mayor of Muscat, Tom Alder, left.", set()),
    ("Mr. Tom Alder (Kenya) left.", {("Tom Alder", "represents", "Kenya")}),
    ("Omani minister Mr. Tom Alder left.", {("Tom Alder", "represents", "Oman")}),
    ("EU High Representative Ana Lopes left.", {("Ana Lopes", "represents", "European Union")}),
    ("HONIARA, May 3 (HW) -- Prime Minister Tom Alder left.", {("Tom Alder", "represents", "Solomon Islands")}),
    ("GENEVA, May 3 (HW) -- Foreign Minister Tom Alder left.", set()),
    ("Ghana's foreign minister leads the talks.", {("Ghanaian foreign minister", "represents", "Ghana")}),
    ("Ana Soto spoke for the African Union.", {("Ana Soto", "represents", "African Union")}),
    ("Ana Soto spoke on behalf of the African Union.", {("Ana Soto", "represents", "African Union")}),
    ("Tom Alder, who heads the Taliban's office in Doha, left.", {("Tom Alder", "represents", "Taliban")}),
    (
        "Oman was represented by Tom Alder, Fiji by Ana Soto.",
        {("Tom Alder", "represents", "Oman"), ("Ana Soto", "represents", "Fiji")},
    ),
    (
        "The Omani side was led by Tom Alder, the Fijian one by Ana Soto.",
        {("Tom Alder", "represents", "Oman"), ("Ana Soto", "represents", "Fiji")},
    ),
    ("Mr. Tom Alder (United Kingdom) left.", {("Tom Alder", "represents", "United Kingdom")}),
    (
        "The head of the Taliban delegation left. The rebels' spokesman, Tom Alder, spoke.",
        {("Tom Alder", "represents", "Taliban")},
    ),
    ("Chilean president Ana Soto left. Her adviser Tom Alder stayed.", {("Tom Alder", "represents", "Chile")}),
    ("The senior State Department official Tom Alder left.", {("Tom Alder", "represents", "State Department")}),
    (
        "The UN envoy for Chad said on Friday that the raid was wrong. Tom Alder told reporters so.",
        {("Tom Alder", "represents", "United Nations")},
    ),
    ("SUVA, May 3 (HW) -- Foreign Minister Tom Alder of Peru left.", {("Tom Alder", "represents", "Peru")}),
    ("SUVA, May 3 (HW) -- The spokesman for the exiles, Tom Alder, left.", set()),
    ("Tom Alder, head of the Eritrean military intelligence, left.", {("Tom Alder", "represents", "Eritrea")}),
    ("German lawmaker Tom Alder left.", set()),
    ("The Fijian troops under Commodore Tom Alder left.", set()),
    ("Algeria, whose envoy, Tom Alder, left, signed.", {("Tom Alder", "represents", "Algeria")}),
    (
        "Chad and Mali, represented by Ana Soto and Omar Keita, signed.",
        {("Ana Soto", "represents", "Chad"), ("Omar Keita", "represents", "Mali")},
    ),
    ("The outgoing EU envoy to Chad, Ana Soto, left.", {("Ana Soto", "represents", "European Union")}),
    (
        "It was signed by the ministers of the two countries, Ana Soto of Peru and Tom Alder of Fiji.",
        {("Ana Soto", "represents", "Peru"), ("Tom Alder", "represents", "Fiji")},
    ),
    ('"No treaty," said Tom Alder of the Omani delegation on Friday.', {("Tom Alder", "represents", "Oman")}),
    ("Ana Soto signed for the government, Tom Alder for the Taliban.", set()),
    ("SUVA, May 3 (HW) -- Ghana won. Ghana thanked Togo. Prime Minister Tom Alder left.", set()),
    (
        "Fiji broke off the talks, Foreign Minister Tom Alder announced in Suva.",
        {("Tom Alder", "represents", "Fiji")},
    ),
    (
        "SUVA, May 3 (HW) -- Chad was represented by Ana Soto and Mali by Trade Minister Tom Alder at the Suva summit.",
        {("Tom Alder", "represents", "Mali"), ("Ana Soto", "represents", "Chad")},
    ),
    (
        "SUVA, May 3 (HW) -- Fiji protested. In Lima, the Peruvian cabinet met. Trade Minister Tom Alder left.",
        {("Tom Alder", "represents", "Peru")},
    ),
    ("Fiji broke off the talks, Foreign Minister Tom Alder announced in Lima.", set()),
    (
        "The African Union suspended Mali. Its foreign minister, Ana Soto, left.",
        {("Ana Soto", "represents", "Mali")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN_FOR)
def test_whom_people_speak_for(stated, text, expected):
    found = {edge for edge in stated(text) if edge[1] == "represents"}
    assert expected <= found
    assert expected or not found


def test_who_was_a_deputy_speaks_for_nobody_now(stated):
    assert ("Tom Alder", "represents", "Fiji") not in stated(
        "The minister of Fiji, Ana Soto, met her former deputy Tom Alder."
    )
