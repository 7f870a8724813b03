"""Who is in whose capital, and other meetings told beside the verb."""

import pytest

from tests.extractors.edges import edges

ROWS = [
    ("Peru's President Luis Vega was in Quito last month.", "consults", {"Ecuador consults Luis Vega"}),
    ("Peru's President Luis Vega was in Lima last month.", "consults", set()),
    ("Peru's minister Luis Vega is due in Quito on Friday.", "consults", {"Ecuador consults Luis Vega (planned)"}),
    ("Peru's minister Luis Vega is expected in Quito on Friday.", "consults", {"Ecuador consults Luis Vega (planned)"}),
    ("The ministers Luis Vega and Lena Holt fly to Abidjan on Tuesday.", "consults", set()),
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
    ("Ana Soto of Chad will lead a delegation to Mali.", "consults", {"Ana Soto consults Mali (planned)"}),
    (
        "The decision came at a meeting in Baku between Georgian Deputy Foreign Minister Lena Holt and her "
        "Azerbaijani counterpart, Luis Vega.",
        "consults",
        {"Lena Holt consults Luis Vega"},
    ),
    (
        "Ghana has recalled its High Commissioner to Guinea.",
        "sanctions",
        {"Ghana sanctions Guinea"},
    ),
    (
        "The Government of Ghana has recalled its envoy. The Government called on Guinea to wait.",
        "requests",
        {"Ghana requests Guinea"},
    ),
    (
        "Ana Soto of Chad will address a seminar on drought.",
        "addresses",
        {"seminar on drought addresses drought (planned)"},
    ),
    (
        "Ana Soto of Peru and Luis Vega of Chile spoke for 50 minutes in Accra.",
        "consults",
        {"Ana Soto consults Luis Vega"},
    ),
    ("Ana Soto of Peru spoke for 50 minutes.", "consults", set()),
    ("Russia has barred nine American officials.", "sanctions", {"Russia sanctions United States"}),
    # Who goes somewhere to see others does not see the State of the place.
    (
        "Chile's minister Luis Vega flew to Vienna for talks with Chad.",
        "consults",
        {"Chad consults Luis Vega"},
    ),
    ("Chile's minister Luis Vega flew to Vienna to address the OSCE.", "consults", set()),
    ("Chile's minister Luis Vega flew to Vienna for talks on trade.", "consults", {"Austria consults Luis Vega"}),
    ("Ana Soto of Peru flew home before the summit in Accra.", "attends", set()),
    ("Ana Soto of Peru met Luis Vega before the summit in Accra.", "attends", {"Ana Soto attends summit in Accra"}),
    ("The Munich Security Conference praised Chad.", "attends", set()),
    (
        "Talks between Chad and Mali opened in Geneva under the auspices of the African Union and Oman.",
        "organizes",
        {
            "African Union organizes Talks between Chad and Mali",
            "Oman organizes Talks between Chad and Mali",
        },
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
    ("Peru's minister Luis Vega set out for Quito.", "consults", {"Ecuador consults Luis Vega"}),
    ("Peru's minister Luis Vega headed for Quito.", "consults", {"Ecuador consults Luis Vega"}),
    ("Peru's minister Luis Vega will go on to Quito.", "consults", {"Ecuador consults Luis Vega (planned)"}),
    ("Peru's minister Luis Vega headed for the exit.", "consults", set()),
    ("Luis Vega and Lena Holt shook hands after two days of bargaining.", "consults", {"Lena Holt consults Luis Vega"}),
    ("Chad, whose talks with Mali opened in May, was relieved.", "consults", {"Chad consults Mali"}),
    ("NATO, whose talks with Mali opened in May, was relieved.", "consults", {"Mali consults NATO"}),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), ROWS)
def test_edges_of_visits_and_gatherings(facts, text, predicate, expected):
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
