"""Who is who across articles."""

from __future__ import annotations

import pytest

from kg.graph.decisions import Decisions
from kg.graph.resolve import resolve
from kg.model import Entity, Facts
from tests.graph.made import holds, person, told

OFFICE = Entity("position_fm", "Position", "Foreign Minister")
OTHER = Entity("position_pm", "Position", "Prime Minister")


def speaks(article: str, who: Entity, office: Entity | None = None) -> Facts:
    if office is None:
        return told(article, "Somebody spoke.", who)
    return told(article, "Somebody spoke.", who, office, assertions=(holds(article, who, office.id),))


def merged(*parts: Facts, decisions: Decisions = Decisions()) -> list[tuple[str, ...]]:
    return [merge.ids for merge in resolve(parts, decisions)[1]]


ORLOV = person("Sergei Orlov", "Orlov")


@pytest.mark.parametrize(
    ("one", "two", "office", "rule"),
    [
        (ORLOV, person("Sergey Orlov"), None, "transliteration"),
        (ORLOV, person("S. Orlov"), OFFICE, "initials"),
        (ORLOV, person("Orlov"), OFFICE, "family name"),
        (person("Mohammed Karimi"), person("Muhammad Karimi"), OFFICE, "like name and office"),
        (person("Jorge Luis Vega"), person("Luis Vega"), OFFICE, "part of the name"),
    ],
)
def test_names_of_one_person_are_one_node_with_the_reason(
    one: Entity, two: Entity, office: Entity | None, rule: str
) -> None:
    parts, (merge,) = resolve([speaks("a", one, office), speaks("b", two, office)])
    assert set(merge.ids) == {one.id, two.id}
    assert merge.reasons[0].startswith(f"{rule}: ")
    assert {e.id for part in parts for e in part.entities if e.kind == "Person"} == {merge.ids[0]}
    assert {a.subject for part in parts for a in part.assertions} <= {merge.ids[0]}


@pytest.mark.parametrize(
    ("one", "two", "offices"),
    [
        (person("Maria Lopez"), person("Mario Lopez"), (OFFICE, OFFICE)),
        (ORLOV, person("S. Orlov"), (None, None)),
        (ORLOV, person("Orlov"), (OFFICE, OTHER)),
        (person("Mohammed Karimi"), person("Muhammad Karimi"), (OFFICE, OTHER)),
        (person("Sergei Orlov", wikidata="Q1"), person("Sergey Orlov", wikidata="Q2"), (OFFICE, OFFICE)),
    ],
)
def test_names_of_two_people_stay_two(one: Entity, two: Entity, offices: tuple[Entity | None, Entity | None]) -> None:
    assert merged(speaks("a", one, offices[0]), speaks("b", two, offices[1])) == []


def test_a_name_that_may_be_two_people_is_neither() -> None:
    brothers = [speaks("a", person("Boris Orlov"), OFFICE), speaks("b", person("Bohdan Orlov"), OFFICE)]
    assert merged(*brothers, speaks("c", person("B. Orlov"), OFFICE)) == []


def test_two_names_that_one_article_tells_apart_stay_two() -> None:
    both = told("a", "Two spoke.", person("Sergei Orlov"), person("Sergey Orlov"))
    assert merged(both) == []
    assert merged(both, speaks("b", person("Sergej Orlov"))) == []


def test_the_id_that_wikidata_knows_is_kept() -> None:
    known = person("Sergey Orlov", wikidata="Q7")
    assert merged(speaks("a", ORLOV), speaks("b", known)) == [("person_Q7", ORLOV.id)]


def test_an_acronym_is_the_organization_that_another_article_spells_out() -> None:
    full = Entity("organization_1", "InternationalOrganization", "Kivu Peace Forum", frozenset({"KPF"}))
    short = Entity("organization_2", "Organization", "KPF")
    assert merged(told("a", "x", full), told("b", "x", short)) == [("organization_1", "organization_2")]
    rival = Entity("organization_3", "Organization", "Kasai Protestant Federation", frozenset({"KPF"}))
    assert merged(told("a", "x", full), told("b", "x", short), told("c", "x", rival)) == []


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Lusaka Protocol", "Lusaka Protocol", True),
        ("Resolution 2231", "Resolution 2231", True),
        ("resolution 2231", "Resolution 2231", True),
        ("trade agreement", "trade agreement", False),
        ("agreement with Kenya", "agreement with Kenya", False),
        ("Lusaka Protocol", "Arusha Protocol", False),
    ],
)
def test_only_an_agreement_with_a_name_is_the_same_in_two_articles(one: str, two: str, same: bool) -> None:
    parts = [
        told(name, "x", Entity(f"agreement_{name}", "Agreement", label)) for name, label in (("a", one), ("b", two))
    ]
    assert bool(merged(*parts)) is same


def test_a_user_overrules_the_rules() -> None:
    parts = [speaks("a", ORLOV), speaks("b", person("Sergey Orlov")), speaks("c", person("Ivan Koval"))]
    ids = [ORLOV.id, "person_sergey_orlov", "person_ivan_koval"]
    apart = Decisions(different=(frozenset(ids[:2]),))
    assert merged(*parts, decisions=apart) == []
    together = Decisions(same=(frozenset([ids[0], ids[2], "person_of_another_store"]),))
    (merge,) = merged(*parts, decisions=together)
    assert set(merge) == set(ids)
