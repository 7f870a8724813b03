"""Who is in whose capital, steps that are judged, and other meetings and acts told beside the verb."""

import pytest

from tests.extractors.edges import edges

ROWS = [
    ("Peru's President Luis Vega was in Quito last month.", "consults", {"Ecuador consults Luis Vega"}),
    ("Peru's President Luis Vega was in Lima last month.", "consults", set()),
    ("Peru's minister Luis Vega is in prison in Quito.", "consults", set()),
    (
        "Foreign Minister Ana Soto of Chad is in Lima for talks with Luis Vega of Peru.",
        "consults",
        {"Ana Soto consults Luis Vega", "Ana Soto consults Peru"},
    ),
    (
        "Ana Soto of Chad attended the Munich Security Conference.",
        "attends",
        {"Ana Soto attends Munich Security Conference"},
    ),
    ("The Munich Security Conference praised Chad.", "attends", set()),
    (
        "Talks between Chad and Mali opened in Geneva under the auspices of the African Union and Oman.",
        "organizes",
        {
            "African Union organizes Talks between Chad and Mali",
            "Oman organizes Talks between Chad and Mali",
        },
    ),
    ("Chad sent troops to Mali, a step that Niger criticized.", "criticizes", {"Niger criticizes Chad"}),
    ("Chad recognized Kosovo, a move Serbia denounced.", "criticizes", {"Serbia criticizes Chad"}),
    ("Finland granted 1.5 million euros to Zambia.", "aids", {"Finland aids Zambia"}),
    ("Finland handed over the first 900 tonnes of maize to Zambia.", "aids", {"Finland aids Zambia"}),
    ("Norway on Wednesday ordered three Chadian diplomats out of the country.", "coerces", {"Norway coerces Chad"}),
    ("Uzbekistan cut off Tajikistan's gas.", "sanctions", {"Uzbekistan sanctions Tajikistan"}),
    ("Egypt and France took Chad's side.", "supports", {"Egypt supports Chad", "France supports Chad"}),
    (
        "Chad broke off relations with Mali, and Niger followed suit.",
        "sanctions",
        {"Chad sanctions Mali", "Niger sanctions Mali"},
    ),
    (
        "The foreign minister of Togo met the president of Malawi.",
        "represents",
        {"foreign minister of Togo represents Togo", "president of Malawi represents Malawi"},
    ),
    (
        "The president of Togo met the president of Malawi.",
        "consults",
        {"president of Malawi consults president of Togo"},
    ),
    (
        "The workshop on fishing, which the African Union and Oman held in Lima, was attended by Chad.",
        "organizes",
        {"African Union organizes workshop on fishing", "Oman organizes workshop on fishing"},
    ),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), ROWS)
def test_edges_told_beside_the_verb(facts, text, predicate, expected):
    assert edges(facts(text), predicate) == expected


DATED = [
    ("A visit to Abu Dhabi by the Iranian minister, arranged for 18 March, has been cancelled.", "2021-03-18"),
    ("The official visit of Minister Ana Soto of Chad to Tirana, scheduled for 20 May, was cancelled.", "2021-05-20"),
    ("Ana Soto of Chad visited Mali last Tuesday.", "2021-03-02"),
    ("Ana Soto of Chad visited Mali last Monday.", "2021-03-08"),
]


@pytest.mark.parametrize(("text", "date"), DATED)
def test_days_of_visits(facts, text, date):
    assert {a.date for a in facts(text).assertions if a.predicate == "consults"} == {date}


def test_an_agreement_addresses_its_matter_from_the_day_of_its_signing(facts):
    found = facts("A memorandum on fishing was signed on Friday by Chad and Mali.").assertions
    assert {a.date for a in found if a.predicate == "addresses"} == {"2021-03-05"}


def test_a_plan_for_some_years_is_not_signed_in_them(facts):
    found = facts("Chad and Mali signed a plan of cooperation for 2022-2024 on Friday.").assertions
    assert {a.date for a in found if a.predicate == "agrees"} == {"2021-03-05"}


def test_what_is_suspended_was_held(facts):
    text = "Chad suspended the talks that it has been holding with Mali in Havana."
    assert {a.status for a in facts(text).assertions if a.predicate == "takesPlaceIn"} == {"actual"}


def test_a_day_to_come_heads_its_entry(facts):
    text = "20 March: Minister Ana Soto of Chad meets Luis Vega of Peru.\n3 April: Chad withdraws from Mali."
    found = facts(text).assertions
    assert {(a.status, a.date) for a in found if a.predicate == "retreats"} == {("planned", "2021-04-03")}
