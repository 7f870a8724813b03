"""Offices of named persons."""

import pytest

from kg.nlp.annotations import notes

TITLES = [
    ("The guests were the Prime Minister of Chile, the Right Honourable Ana Soto, and the President of Peru, His "
     "Excellency Luis Vega.", [("Prime Minister", ["Chile"]), ("President", ["Peru"])]),
    ("The Minister of Trade, the Hon. Ana Soto, and the Minister of Industry and Trade of Peru, Mr. Luis Vega, left.",
     [("Trade Minister", []), ("Trade Minister", ["Peru"])]),
    ("The Minister for Foreign Affairs and International Co-operation, Ana Soto, left.", [("Foreign Minister", [])]),
    ("The Chilean and Peruvian ministers of foreign affairs, Ana Soto and Luis Vega, left.",
     [("Foreign Minister", ["Chile"]), ("Foreign Minister", ["Peru"])]),
    ("Under-Secretary-General Ana Soto left.", [("Under-Secretary-General", [])]),
    ("The president appointed Ana Soto foreign minister of Chile.", [("Foreign Minister", ["Chile"])]),
    ("As president of the council, Ana Soto left.", [("President of the council", [])]),
    ("Foreign Minister Ana Soto of Chile left.", [("Foreign Minister", ["Chile"])]),
    ("The foreign ministers of Chile and Peru met. Ana Soto came with her Peruvian colleague, Luis Vega.",
     [("Foreign Minister", ["Peru"]), ("Foreign Minister", ["Chile"])]),
    ("Luis Vega met Ana Soto, Prime Minister Lena Holt's security adviser.",
     [("National Security Adviser", []), ("Prime Minister", [])]),
    ("The foreign minister, Mullah Amir Khan Muttaqi, left.", [("Foreign Minister", [])]),
    ("Chilean Foreign Minister Ana Soto left.", [("Foreign Minister", ["Chile"])]),
    ("Chile's foreign minister, Ana Soto, left.", [("Foreign Minister", ["Chile"])]),
    ("Ana Soto, the Chilean foreign minister, left.", [("Foreign Minister", ["Chile"])]),
    ("Ana Soto, foreign minister of Chile, left.", [("Foreign Minister", ["Chile"])]),
    ("Ana Soto is the foreign minister of Chile.", [("Foreign Minister", ["Chile"])]),
    ("Prime Minister Ana Soto left.", [("Prime Minister", [])]),
    ("The Malaysian human resources minister, Ana Soto, left.", [("Human Resources Minister", ["Malaysia"])]),
    ("Canada's trade envoy Ana Soto left.", [("Trade Special Envoy", ["Canada"])]),
    ("Former President Ana Soto left.", [("President", [])]),
    ("Ambassador to Iran Ana Soto left.", [("Ambassador to Iran", [])]),
    ("The foreign ministers of Chile and Peru, Ana Soto and Luis Vega, left.",
     [("Foreign Minister", ["Chile"]), ("Foreign Minister", ["Peru"])]),
    ("Chilean Foreign Minister Ana Soto met her Peruvian counterpart, Luis Vega.",
     [("Foreign Minister", ["Chile"]), ("Foreign Minister", ["Peru"])]),
    ("Ana Soto, the foreign minister of Chile, and Luis Vega, who holds the same post in Peru, left.",
     [("Foreign Minister", ["Chile"]), ("Foreign Minister", ["Peru"])]),
    ("Ana Soto, the foreign minister of Chile, and Luis Vega, her Peruvian counterpart, left.",
     [("Foreign Minister", ["Chile"]), ("Foreign Minister", ["Peru"])]),
    ("Her Peruvian counterpart Luis Vega met Chilean Foreign Minister Ana Soto.",
     [("Foreign Minister", ["Chile"]), ("Foreign Minister", ["Peru"])]),
    ("Ana Soto and Luis Vega, foreign ministers of Chile and Peru respectively, left.",
     [("Foreign Minister", ["Chile"]), ("Foreign Minister", ["Peru"])]),
    ("The Chilean and Peruvian foreign ministers - Ana Soto and Luis Vega - left.",
     [("Foreign Minister", ["Chile"]), ("Foreign Minister", ["Peru"])]),
    ("Chairperson of the African Union and Rwandan President Ana Soto left.",
     [("Chairperson", ["African Union"]), ("President", ["Rwanda"])]),
    ("The Trade Department's Principal Deputy Spokesperson, Ana Soto, left.",
     [("Principal Deputy Spokesperson", ["Trade Department"])]),
    ("Ana Soto, once president of Chile, left.", [("President", ["Chile"])]),
    ("Former US Secretary of State, Ana Soto, left.", [("Secretary of State", ["United States"])]),
    ("Ana Soto, member of the peace panel and former president of Chile, left.", [("President", ["Chile"])]),
    ("The Philippines' Department of Foreign Affairs spokesperson Ana Soto left.",
     [("Spokesperson", ["Department of Foreign Affairs of the Philippines"])]),
    ("Ana Soto, the finance minister of Chile, and her deputy, Luis Vega, left.",
     [("Finance Minister", ["Chile"]), ("Deputy Finance Minister", ["Chile"])]),
    ("The Secretary General of the African Union (AU), Ana Soto, left.", [("Secretary-General", ["African Union"])]),
    ("Her colleague from the African Union, former Chilean president Ana Soto, left.",
     [("", ["African Union"]), ("President", ["Chile"])]),
    ("Ana Soto, Foreign Minister Luis Vega and others left.", [("Foreign Minister", [])]),
    ("Ana Soto, whose ambassador to Chad was expelled, praised Chile.", []),
    ("Ana Soto, whose spokesman had resigned, praised Chile.", []),
    ("Ana Soto, ambassador to Chad, praised Chile.", [("Ambassador to Chad", [])]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "titles"), TITLES)
def test_a_title_gives_the_office_and_whose_it_is(analysed, text, titles):
    noted = notes(analysed(text))
    found = [(t.office, [noted.entities[e].label for i in t.of for e in noted.entities_at(i)]) for t in noted.titles]
    assert sorted(found) == sorted(titles)


def test_a_past_office_is_former(analysed):
    (title,) = notes(analysed("Former President Ana Soto left.")).titles
    assert title.former


@pytest.mark.parametrize("text", ["Ana Soto left the ministry.", "Ana Soto met a minister.", "The minister left."])
def test_no_title_is_made_up(analysed, text):
    assert notes(analysed(text)).titles == []


ROWS = [
    ("The outgoing Chilean envoy to Oman, Ana Soto, left.", [("Special Envoy to Oman", ["Chile"])]),
    ("Former president Ana Soto, now a UN mediator, left.", [("President", []), ("Mediator", ["United Nations"])]),
    ("Prime Minister Ana Soto, the chair of ASEAN, left.",
     [("Prime Minister", []), ("Chairman", ["Association of Southeast Asian Nations"])]),
    ("Chile, whose foreign minister, Ana Soto, left, signed.", [("Foreign Minister", ["Chile"])]),
    ("Ana Soto, back since May as Chile's trade minister, left.", [("Trade Minister", ["Chile"])]),
    ("Ana Soto, appointed last month as Chile's envoy to Oman, left.", [("Special Envoy to Oman", ["Chile"])]),
    ("Ana Soto, a career diplomat now at the Foreign Ministry of Peru, left.",
     [("Diplomat", ["Foreign Ministry of Peru"])]),
    ("Tom Alder, a military spokesman in Muscat, left.", [("Spokesperson", [])]),
    ("Lt. Col. Tom Alder, spokesman for the Omani army, left.",
     [("Lieutenant Colonel", []), ("Spokesperson", ["Oman"])]),
    ("The spokesman met his father, Tom Alder, who resigned in May as head of the African Union.",
     [("Head", ["African Union"])]),
    ("The commissioner for peace, Bankole Adeoye, left.", [("Commissioner for peace", [])]),
    ("Egyptian foreign minister Tom Alder met his counterparts from Fiji and Oman, Ana Soto and Lena Holt.",
     [("Foreign Minister", ["Egypt"]), ("Foreign Minister", ["Fiji"]), ("Foreign Minister", ["Oman"])]),
    ("His Omani and Fijian counterparts, Ana Soto and Lena Holt, met Chilean president Tom Alder.",
     [("President", ["Chile"]), ("President", ["Oman"]), ("President", ["Fiji"])]),
    ("The counterparts Ana Soto and Lena Holt left.", []),
    ("The Foreign Office minister responsible for Africa, Ana Soto, left.",
     [("Minister for Africa", ["Foreign Office"])]),
    ("The chargé d’affaires a.i. of Oman, Ana Soto, left.", [("Chargé d'affaires", ["Oman"])]),
    ("Ana Soto, first secretary at the Omani embassy, left.", [("First Secretary", ["Embassy of Oman"])]),
    ("The head of the junta, Senior General Tom Alder, left.", [("Head of the junta", []), ("Senior General", [])]),
    ("Foreign Minister Prince Faisal Saud left.", [("Foreign Minister", []), ("Prince", [])]),
    ("Ana Soto (Peru), chair of the African Union, left.",
     [("Chairman", ["African Union"])]),
    ("The Tunisian secretary-general of the African Union, Ana Soto, left.",
     [("Secretary-General", ["African Union"])]),
    ("The chief peace negotiator Ana Soto left.", [("Peace Chief Negotiator", [])]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "titles"), ROWS)
def test_offices_told_in_other_ways(analysed, text, titles):
    test_a_title_gives_the_office_and_whose_it_is(analysed, text, titles)


def test_an_ambassador_beside_somebody_elses_minister_is_another(analysed):
    test_a_title_gives_the_office_and_whose_it_is(
        analysed, "The ambassador and Fiji's trade minister, Ana Soto, left.", [("Trade Minister", ["Fiji"])]
    )
