"""Headlines: what the extractors make of their shorthand."""

import pytest

from tests.extractors.edges import edges

BODY = "More was not known at first."
HEADLINES = [
    ("Chad, Mali sign gas deal", {"Chad agrees Mali", "Chad agrees gas deal", "Mali agrees gas deal"}),
    ("Ankara, Moscow discuss Idlib", {"Russia consults Turkey"}),
    ("Lavrov, Iran FM discuss ties", {"Hossein Amir-Abdollahian consults Sergey Lavrov"}),
    ("Putin, Xi hold phone talks", {"Vladimir Putin consults Xi Jinping"}),
    ("Macron to visit Chad in May", {"Chad consults Emmanuel Macron (planned)"}),
    ("Chad, Mali to hold talks on trade", {"Chad consults Mali (planned)"}),
    ("Iranian, Turkish foreign ministers discuss trade", {"Iran consults Turkey"}),
    ("Chad, Mali foreign ministers to meet in Accra", {"Chad consults Mali (planned)"}),
    ("US, Kenyan envoys hold talks in Geneva", {"Kenya consults United States"}),
    ("In Kabul, US, Taliban discuss prisoner swap", {"Taliban consults United States"}),
    ("Zarif in Moscow for talks with Lavrov", {"Mohammad Javad Zarif consults Sergey Lavrov"}),
    ("Saudi FM receives Macron", {"Emmanuel Macron consults Faisal bin Farhan"}),
    ("Foreign Ministers of Chad and Mali Discuss Bilateral Trade", {"Chad consults Mali"}),
    ("Egypt Hosts Talks Between Fatah and Hamas", {"Fatah consults Hamas"}),
    ("CHAD CONDEMNS ATTACK ON PORT IN KENYA", {"Chad criticizes ATTACK ON PORT IN KENYA"}),
    ("UN, African Union condemn coup in Mali", {"African Union criticizes coup in Mali"}),
]


@pytest.mark.parametrize(("title", "expected"), HEADLINES)
def test_a_headline_says_what_its_sentence_would(facts, title, expected):
    assert expected <= edges(facts(BODY, "2021-10-20", title))


@pytest.mark.parametrize(
    ("title", "wrong"),
    [
        ("Lavrov, Iran FM discuss ties", "Sergey Lavrov represents Iran"),
        ("Egypt's Sisi, Jordan's King Abdullah discuss Gaza", "Abdel Fattah el-Sisi represents Jordan"),
        ("Macron to visit Chad in May", "Chad consults Emmanuel Macron"),
        ("Lavrov, Russia's foreign minister, meets Macron", "Russia consults Emmanuel Macron"),
        ("Three soldiers killed, dozens hurt in Mali", "Mali consults Mali"),
    ],
)
def test_a_headline_says_no_more(facts, title, wrong):
    assert wrong not in edges(facts(BODY, "2021-10-20", title))


def test_officials_of_a_headline_are_those_whom_the_text_names(facts):
    body = "Chad's foreign minister, Ana Soto, met her Malian counterpart, Lena Holt, in Accra on Monday."
    found = edges(facts(body, "2021-10-20", "Chadian, Malian ministers meet in Accra"), "consults")
    assert found == {"Ana Soto consults Lena Holt"}


def test_a_headline_comma_may_join_two(facts):
    body = "Ana Soto, the foreign minister of Chad, and Lena Holt, who holds the same post in Mali, met on Monday."
    found = edges(facts(body, "2021-10-20", "Malian minister, Soto talk by phone"), "represents")
    assert "Ana Soto represents Mali" not in found
