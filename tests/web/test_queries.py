"""Competency queries as forms, and as SPARQL to be changed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from kg.errors import KgError
from kg.rdf.guard import check
from kg.rdf.questions import load_questions
from kg.rdf.sparql import Worker
from kg.views.accounts import Accounts
from kg.vocab import BASE
from kg.web.library import Library
from kg.web.queries import opened
from tests.rdf.samples import entity_id, sample_graph
from tests.sample_facts import NAIROBI

BROWSER = {"Accept": "text/html"}
# A value for each parameter that has none of its own.
VALUES = {
    "text": NAIROBI.id,
    "class": "Consult",
    "property": "criticizes",
    "iri": "http://www.wikidata.org/entity/Q114",
    "thing": entity_id("Clara Weiden"),
}
THINGS = {
    "a": entity_id("Kenya"),
    "b": entity_id("Free Coast Movement"),
    "subject": entity_id("Kenya"),
    "object": entity_id("Free Coast Movement"),
    "organization": entity_id("African Union"),
    "of": entity_id("Austria"),
    "meeting": entity_id("OSCE ministerial council in Vienna"),
}


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker(sample_graph()) as made:
        yield made


@pytest.mark.parametrize("name", sorted(load_questions()))
def test_a_question_opened_as_sparql_gives_the_same_rows(worker: Worker, name: str) -> None:
    question = load_questions()[name]
    given = {
        param.name: THINGS.get(param.name, VALUES[param.type]) for param in question.params if param.default is None
    }
    text = opened(question, BASE, given)
    check(text)
    asked = worker.run(text, {}, everything=question.everything)
    assert sorted(map(str, asked.rows)) == sorted(map(str, worker.query(name, given).rows))


def test_a_thing_is_opened_by_its_name_and_what_is_missing_stays_free() -> None:
    accounts = Accounts(sample_graph())
    question = load_questions()["who-met-whom"]
    text = opened(question, BASE, {"person": "weiden"}, accounts)
    assert f"?a rdf:subject <{BASE}{entity_id('Clara Weiden')}> ;" in text
    assert "?a rdf:subject ?person ;" in opened(question, BASE)
    with pytest.raises(KgError, match="nothing is named"):
        opened(question, BASE, {"person": "> } DROP ALL #"}, accounts)


def test_an_answer_comes_as_a_page_or_in_a_form_of_results(client: TestClient) -> None:
    asked = {"person": "Clara Weiden"}
    page = client.get("/queries/who-met-whom", params=asked, headers=BROWSER)
    assert "Daudi Omolo" in page.text
    assert "/query?person=Clara+Weiden&amp;saved=who-met-whom" in page.text
    rows = client.get("/queries/who-met-whom", params=asked).json()["results"]["bindings"]
    assert {row["otherLabel"]["value"] for row in rows} == {"Daudi Omolo"}
    table = client.get("/queries/who-met-whom", params={**asked, "format": "csv"}, headers=BROWSER)
    assert table.headers["content-type"].startswith("text/csv")


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        ({"person": "Nobody"}, "nothing is named"),
        ({"person": "state_KE", "since": "soon"}, "expected a day"),
        ({}, "missing"),
    ],
)
def test_what_is_wrong_with_a_parameter_is_told(client: TestClient, asked: dict[str, str], problem: str) -> None:
    answer = client.get("/queries/who-met-whom", params=asked)
    assert answer.status_code == 400
    assert problem in answer.text


def test_the_editor_shows_a_saved_query_and_the_result_of_a_given_one(client: TestClient, library: Library) -> None:
    saved = client.get("/query?saved=who-met-whom&person=Clara+Weiden", headers=BROWSER).text
    assert f"?a rdf:subject &lt;{library.base}{entity_id('Clara Weiden')}&gt; ;" in saved
    assert client.get("/query?saved=who-met-whom&person=Nobody", headers=BROWSER).status_code == 400
    answer = client.get("/query", params={"query": "SELECT ?n { ?s a dkg:State ; rdfs:label ?n }"}, headers=BROWSER)
    assert "Moldova" in answer.text
    refused = client.get("/query", params={"query": "DROP ALL"}, headers=BROWSER)
    assert refused.status_code == 403
    assert "only SELECT" in refused.text
