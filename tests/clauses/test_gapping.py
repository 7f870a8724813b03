"""Verbs that are left out of a second clause."""

import pytest

from tests.extractors.edges import edges

ROWS = [
    ("France recognized Kosovo and Japan Palau.", {"France supports Kosovo", "Japan supports Palau"}),
    ("Chad condemned Mali, and Niger Togo.", {"Chad criticizes Mali", "Niger criticizes Togo"}),
    (
        "Germany backed Greece, France Cyprus and Italy Malta.",
        {"Germany supports Greece", "France supports Cyprus", "Italy supports Malta"},
    ),
    (
        "Chad recalled its envoy from Mali and Niger its envoy from Togo.",
        {"Chad sanctions Mali", "Niger sanctions Togo"},
    ),
    (
        "Two envoys of Mali were expelled by Chad and three consuls of Niger by Togo.",
        {"Chad coerces Mali", "Togo coerces Niger"},
    ),
    (
        "Kenya expelled three Russian diplomats and Ghana two.",
        {"Kenya coerces Russia", "Ghana coerces Russia"},
    ),
    ("Chad condemned Mali and Niger.", {"Chad criticizes Mali", "Chad criticizes Niger"}),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_who_does_it_to_whom(facts, text, expected):
    assert edges(facts(text), "supports", "criticizes", "sanctions", "coerces") == expected


def test_the_second_shares_day_and_status(facts):
    found = facts("Kenya will condemn Mali on Friday, and Ghana Togo, Lena Holt said.").assertions
    told = {(a.status, a.date) for a in found if a.predicate == "criticizes"}
    assert len([a for a in found if a.predicate == "criticizes"]) == 2
    assert told == {("planned", "2021-03-12")}


def test_a_clause_without_a_gap_stays_as_it_is(reading):
    found = reading("Chad condemned Mali and left Togo.")
    assert [c.lemma for c in found.clauses.values() if c.kind == "verb"] == ["condemn", "leave"]
