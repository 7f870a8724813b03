"""What is told differently about one matter, and what only looks so."""

from __future__ import annotations

from kg.graph.assemble import assemble
from kg.model import Article, Assertion, Entity, Evidence, Facts
from kg.views.accounts import Accounts
from kg.views.differences import Difference, differences

KENYA, UGANDA = Entity("state_KE", "State", "Kenya"), Entity("state_UG", "State", "Uganda")
NAIROBI, KAMPALA = (
    Entity("place_nairobi", "Place", "Nairobi", frozenset(), (("locatedIn", "state_KE"),)),
    Entity("place_kampala", "Place", "Kampala", frozenset(), (("locatedIn", "state_UG"),)),
)
TALKS = Entity("meeting_talks", "Meeting", "border talks")
ALL = (KENYA, UGANDA, NAIROBI, KAMPALA, TALKS)


def told(
    name: str,
    subject: Entity,
    predicate: str,
    object: Entity,
    *,
    on: str | None = None,
    by: Entity | None = None,
    status: str = "actual",
    reported: str | None = "2022-05-04",
) -> Facts:
    """Return an article that tells one thing."""
    text = f"{subject.label} {predicate} {object.label}, it was reported ({name})."
    article = Article(id=name, text=text, title=name, date=reported, source=name)
    evidence = (Evidence(name, 0, len(text), text, "made.rule", 0.8),)
    speaker = by.id if by else None
    assertion = Assertion(subject.id, predicate, object.id, status, speaker, on, None, evidence)  # type: ignore[arg-type]
    return Facts(article, ALL, assertions=(assertion,))


def found(*facts: Facts) -> list[Difference]:
    accounts = Accounts(assemble(facts))
    statements = [s for entity in ALL for s in accounts.statements(entity.id)]
    return differences(accounts, statements, ())


def aspects(*facts: Facts) -> list[tuple[str, ...]]:
    return [difference.aspects for difference in found(*facts)]


def test_one_who_asserts_and_one_who_denies_differ() -> None:
    yes, no = told("a", KENYA, "aids", UGANDA), told("b", KENYA, "aids", UGANDA, status="negated", by=KENYA)
    assert aspects(yes, no) == [("status", "speaker")]


def test_each_says_that_the_other_attacked() -> None:
    (one,) = found(told("a", KENYA, "assaults", UGANDA, by=UGANDA), told("b", UGANDA, "assaults", KENYA, by=KENYA))
    assert one.aspects == ("speaker", "direction")
    assert {s.subject for s in one.versions} == {KENYA.id, UGANDA.id}


def test_two_outlets_of_one_day_give_different_days() -> None:
    first, second = (told(n, KENYA, "consults", UGANDA, on=d) for n, d in (("a", "2022-05-02"), ("b", "2022-05-03")))
    assert aspects(first, second) == [("date",)]


def test_acts_far_apart_are_two_acts() -> None:
    first = told("a", KENYA, "consults", UGANDA, on="2022-05-02")
    later = told("b", KENYA, "consults", UGANDA, on="2022-05-30", reported="2022-05-31")
    assert aspects(first, later) == []


def test_a_month_and_a_day_in_it_agree() -> None:
    first, second = (told(n, KENYA, "consults", UGANDA, on=d) for n, d in (("a", "2022-05"), ("b", "2022-05-03")))
    assert aspects(first, second) == []


def test_reports_without_a_date_do_not_tell_when() -> None:
    days = (("a", "2022-05-02"), ("b", "2022-05-03"))
    assert aspects(*(told(n, KENYA, "consults", UGANDA, on=d, reported=None) for n, d in days)) == []


def test_a_meeting_is_put_in_two_cities() -> None:
    (one,) = found(told("a", TALKS, "takesPlaceIn", NAIROBI), told("b", TALKS, "takesPlaceIn", KAMPALA))
    assert one.aspects == ("place",)
    assert [s.object for s in one.versions] == [KAMPALA.id, NAIROBI.id]


def test_a_city_and_its_state_agree() -> None:
    assert aspects(told("a", TALKS, "takesPlaceIn", NAIROBI), told("b", TALKS, "takesPlaceIn", KENYA)) == []
