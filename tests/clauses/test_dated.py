"""Who or what a verb that is not said again takes on another day."""

import pytest

ROWS = [
    (
        "Ana Soto of Chad met Luis Vega of Peru on Monday and Lena Holt of Fiji on Tuesday.",
        {("Soto", "Vega", "2021-03-08"), ("Soto", "Holt", "2021-03-09")},
    ),
    (
        "Ana Soto met Luis Vega in Lima on Monday, Lena Holt in Suva on Tuesday and Bo Tang in Lome the next day.",
        {("Soto", "Vega", "2021-03-08"), ("Soto", "Holt", "2021-03-09"), ("Soto", "Tang", "2021-03-10")},
    ),
    (
        "Ana Soto visited Chad in January and Mali in February.",
        {("Soto", "Chad", "2021-01"), ("Soto", "Mali", "2021-02")},
    ),
    (
        "Ana Soto will travel to Chad on 12 March and to Mali on 14 March.",
        {("Soto", "Chad", "2021-03-12"), ("Soto", "Mali", "2021-03-14")},
    ),
    (
        "Ana Soto met Luis Vega and Lena Holt on Monday.",
        {("Soto", "Vega", "2021-03-08"), ("Soto", "Holt", "2021-03-08")},
    ),
    (
        "Ana Soto met the High Commissioner, Luis Vega, on 4 March and the Director-General of the Fund, Lena Holt, on "
        "9 March.",
        {("Soto", "Vega", "2021-03-04"), ("Soto", "Holt", "2021-03-09")},
    ),
    (
        "Ana Soto visited Chad on Sunday and Hangzhou, China, on Monday.",
        {("Soto", "Chad", "2021-03-07"), ("Soto", "China", "2021-03-08")},
    ),
    ("Ana Soto met Luis Vega on Monday and Lena Holt on Tuesday denounced Peru.", {("Soto", "Vega", "2021-03-08")}),
    (
        "Ana Soto met Luis Vega on Monday and Lena Holt on Tuesday",
        {("Soto", "Vega", "2021-03-08"), ("Soto", "Holt", "2021-03-09")},
    ),
    (
        "Peru recognized Kosovo on Monday, and Mali followed suit the next day.",
        {("Peru", "Kosovo", "2021-03-08"), ("Mali", "Kosovo", "2021-03-09")},
    ),
    (
        "Peru recognized Kosovo on Monday, and Mali followed suit.",
        {("Peru", "Kosovo", "2021-03-08"), ("Mali", "Kosovo", "2021-03-08")},
    ),
    (
        "Chad ratified the Lome Treaty in January and Mali in February.",
        {("Chad", "Treaty", "2021-01"), ("Mali", "Treaty", "2021-02")},
    ),
]


@pytest.mark.parametrize(("text", "edges"), ROWS)
def test_another_party_has_a_day_of_its_own(facts, text, edges):
    found = facts(text)
    names = {e.id: e.label.split()[-1] for e in found.entities}
    told = {
        (names[a.subject], names[a.object], a.date)
        for a in found.assertions
        if a.predicate in ("consults", "supports", "agrees") and names[a.subject] != names[a.object]
    }
    assert told | {(o, s, d) for s, o, d in told} == edges | {(o, s, d) for s, o, d in edges}


def test_who_may_be_either_of_two_has_no_day_of_its_own(facts):
    found = facts("Chad recognized Kosovo in January and Mali in February.")
    assert "2021-02" not in {a.date for a in found.assertions}
