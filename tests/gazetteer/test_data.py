"""What must hold of the tables themselves."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from kg.gazetteer import load_gazetteer
from kg.gazetteer.tables import TABLES

DATA = Path(__file__).parents[2] / "data" / "gazetteer"


def rows(name: str) -> list[dict[str, str]]:
    header, *lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_sorted_and_has_no_row_twice(name: str) -> None:
    lines = [line.split("\t") for line in (DATA / name).read_text(encoding="utf-8").splitlines()[1:]]
    assert all(a < b for a, b in pairwise(lines))


def test_every_state_of_today_has_codes_a_capital_and_demonyms() -> None:
    states = [row for row in rows("states.tsv") if row["status"] == "state"]
    assert 190 <= len(states) <= 200
    for row in states:
        assert re.fullmatch(r"[A-Z]{2}", row["iso2"])
        assert re.fullmatch(r"[A-Z]{3}", row["iso3"])
        assert re.fullmatch(r"\d{3}", row["numeric"])
        assert row["id"] == f"state_{row['iso2']}"
        assert row["wikidata"]
        assert row["adjectives"]
        assert row["lat"]
        # Nauru has no official capital (its government sits in Yaren); the Vatican is a city itself.
        assert row["capital"] or row["id"] == "state_VA"
    for column in ("iso2", "iso3", "numeric", "wikidata", "name"):
        assert max(Counter(row[column] for row in rows("states.tsv") if row[column]).values()) == 1


def test_the_prefix_of_an_id_tells_the_kind_and_a_q_id_is_the_wikidata_id() -> None:
    for name in ("states.tsv", "places.tsv", "organizations.tsv", "persons.tsv"):
        for row in rows(name):
            assert row["id"].startswith(name.removesuffix("s.tsv") + "_")
            found = re.fullmatch(r"[a-z]+_(Q\d+)", row["id"])
            assert found is None or found.group(1) == row["wikidata"]


def test_no_cell_has_blank_or_doubled_values() -> None:
    for name in TABLES:
        for row in rows(name):
            for value in row.values():
                parts = value.split("|")
                assert all(part == part.strip() for part in parts), row
                assert len(parts) == len(set(parts)), row
                assert value == "" or "" not in parts, row


def test_terms_and_memberships_end_after_they_begin() -> None:
    for row in [*rows("holders.tsv"), *rows("memberships.tsv")]:
        assert not row["start"] or not row["end"] or row["start"] <= row["end"] + "~", row


def test_offices_held_are_known_and_no_way_to_write_one_means_another() -> None:
    gazetteer = load_gazetteer()
    names = {office.name for office in gazetteer.offices}
    assert {term.office for term in gazetteer.holders} <= names
    written = Counter(way for office in gazetteer.offices for way in {office.name, *office.variants})
    assert [way for way, count in written.items() if count > 1] == []


@pytest.mark.parametrize(
    ("organization", "count"),
    [("Q7184", 32), ("Q458", 27), ("Q485207", 10), ("Q318693", 6), ("Q7768", 11), ("Q1065", 193), ("Q217172", 6)],
)
def test_the_members_of_today_are_counted_right(organization: str, count: int) -> None:
    members = [
        row
        for row in rows("memberships.tsv")
        if row["organization"] == f"organization_{organization}" and row["kind"] == "member" and not row["end"]
    ]
    assert len(members) == count


def test_the_gazetteer_is_large_enough() -> None:
    gazetteer = load_gazetteer()
    organizations = [e for e in gazetteer.entities if e.startswith("organization_")]
    assert len(organizations) >= 300
    assert len(gazetteer.offices) >= 200
    assert len({term.person for term in gazetteer.holders}) >= 400
    assert len({m.organization for m in gazetteer.memberships}) >= 40
