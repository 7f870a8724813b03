"""What a graph tells of one thing."""

from __future__ import annotations

import pytest

from kg.views.accounts import UNDATED, Accounts, span
from kg.views.neighbourhood import drawable, neighbourhood
from tests.rdf.samples import entity_id, event_id, sample_graph
from tests.sample_facts import NAIROBI, VIENNA

KENYA, WEIDEN, OMOLO = entity_id("Kenya"), entity_id("Clara Weiden"), entity_id("Daudi Omolo")
COUNCIL = entity_id("OSCE ministerial council in Vienna")


@pytest.fixture(scope="module")
def accounts() -> Accounts:
    return Accounts(sample_graph())


def test_statements_have_the_thing_at_either_end_and_come_in_order_of_time(accounts: Accounts) -> None:
    found = accounts.statements(KENYA)
    assert {s.predicate for s in found} == {
        "criticizes",
        "memberOf",
        "mobilizes",
        "threatens",
        "cooperates",
        "addresses",
    }
    assert all(KENYA in (s.subject, s.object) for s in found)
    assert [span(s.date) for s in found] == sorted(span(s.date) for s in found)
    assert accounts.statements("state_XX") == ()


def test_what_the_gazetteer_knows_is_no_statement(accounts: Accounts) -> None:
    nairobi = entity_id("Nairobi")
    assert accounts.statements(nairobi) == ()
    assert accounts.known(nairobi) == [(nairobi, "locatedIn", KENYA)]


def test_events_are_those_in_which_the_thing_has_a_role(accounts: Accounts) -> None:
    labels = [accounts.label(name) for name in accounts.events(OMOLO)]
    assert labels == ["OSCE ministerial council in Vienna", "Daudi Omolo meets Clara Weiden"]


def test_an_event_without_a_date_stands_by_its_first_report(accounts: Accounts) -> None:
    assert accounts.when(event_id("African Union urges Free Coast Movement")) == NAIROBI.date
    assert accounts.when(event_id("Kenya deploys troops to Port Asel")) == "2023-04-05/2023-04-09"


def test_an_article_tells_its_own_only(accounts: Accounts) -> None:
    statements, events, claims = accounts.told_in(VIENNA.node)
    assert len(statements) == 15
    assert len(events) == 5
    assert len(claims) == 2
    first = [min(e["start"] for e in s.evidence) for s in statements]
    assert first == sorted(first)


def test_counterparts_are_agents_joined_by_statements_or_events(accounts: Accounts) -> None:
    found = {accounts.label(other): (stated, shared) for other, stated, shared in accounts.counterparts(WEIDEN)}
    assert found["Daudi Omolo"] == (1, 2)
    assert found["Austria"] == (1, 0)
    assert "Vienna" not in found


def test_articles_of_a_thing_come_latest_first(accounts: Accounts) -> None:
    assert accounts.articles_of(WEIDEN) == [NAIROBI.node, VIENNA.node]


@pytest.mark.parametrize("date", [None, "", "soon", "2023-02-30", "2023/", "2024/2023"])
def test_what_is_no_date_comes_last(date: str | None) -> None:
    assert span(date) == UNDATED


def test_a_neighbourhood_holds_what_a_thing_is_joined_with_and_what_is_cited(accounts: Accounts) -> None:
    found = neighbourhood(accounts, KENYA)
    labels = {record["label"] for _, record in found.nodes(data=True)}
    assert {"Kenya", "Free Coast Movement", "Austria", "Kenya condemns Free Coast Movement"} <= labels
    assert "Vienna" not in labels
    assert set(found.graph["articles"]) <= set(accounts.articles)
    assert all(
        e["article"] in found.graph["articles"] for *_, r in found.edges(data=True) for e in r.get("evidence", ())
    )


def test_a_neighbourhood_is_no_larger_than_asked_for(accounts: Accounts) -> None:
    found = neighbourhood(accounts, KENYA, most=2)
    entities = [name for name in found if not accounts.is_event(name)]
    assert len(entities) <= 3
    assert KENYA in entities
    assert drawable(found, len(found))
    assert not drawable(found, len(found) - 1)
