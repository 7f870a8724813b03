"""Every competency query is documented, typed, and safe against what its parameters hold."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.errors import DataError, QueryError
from kg.rdf.guard import check
from kg.rdf.questions import Question, bind, filled, load_questions, read
from kg.vocab import BASE, DKG

NAMES = sorted(load_questions())
BREAKOUTS = [
    '"} DROP ALL #',
    "> } SERVICE <http://example.org/> { ?s ?p ?o",
    "state_RU> . ?s ?p ?o",
    "http://a b",
    'http://a"b',
    "http://a>b",
    "x\x00y",
    "'; SELECT",
    "",
    "\n\n}",
]


def nothing(name: str) -> list[str]:
    return []


def test_there_are_at_least_twenty() -> None:
    assert len(NAMES) >= 20


@pytest.mark.parametrize("name", NAMES)
def test_each_opens_with_the_question_it_answers(name: str) -> None:
    question = load_questions()[name]
    assert question.question.endswith("?")
    assert all(param.meaning for param in question.params)
    check(question.text)


@pytest.mark.parametrize("name", NAMES)
def test_each_parameter_is_a_variable_of_its_query(name: str) -> None:
    question = load_questions()[name]
    body = "\n".join(line for line in question.text.splitlines() if not line.startswith("#"))
    assert all(f"?{param.name}" in body for param in question.params)


@pytest.mark.parametrize("name", [name for name in NAMES if load_questions()[name].params])
@pytest.mark.parametrize("value", BREAKOUTS)
def test_no_parameter_leaves_its_type(name: str, value: str) -> None:
    question = load_questions()[name]
    for param in question.params:
        params = {p.name: "state_AT" for p in question.params if p.default is None and p.type == "thing"}
        params[param.name] = value
        if param.type == "text":
            continue
        with pytest.raises(QueryError, match=rf"{name}: parameter"):
            bind(question, params, base=BASE, find=nothing)


def test_a_thing_is_given_by_id_iri_or_name() -> None:
    question = read("x", "# Who?\n# @param who thing - Somebody\nSELECT ?who { ?who ?p ?o }")
    for value in ("state_RU", BASE + "state_RU", "Russia"):
        terms = bind(question, {"who": value}, base=BASE, find=lambda name: [BASE + "state_RU"])
        assert terms["who"].value == BASE + "state_RU"
    with pytest.raises(QueryError, match="several things are named 'Georgia'"):
        bind(question, {"who": "Georgia"}, base=BASE, find=lambda name: [BASE + "a_1", BASE + "a_2"])


def test_types_are_kept() -> None:
    question = Question("x", "Who?", read("x", HEADER).params, "")
    terms = bind(question, {}, base=BASE, find=nothing)
    assert terms["kind"].value == DKG.Meeting
    assert terms["edge"].value == DKG.attends
    assert terms["status"].value == DKG.planned
    assert terms["day"].value == "2018-04-24"
    assert terms["number"].value == "-1.5"
    assert terms["words"].value == "any"


HEADER = """# Who?
# @param kind class meeting A class
# @param edge property attends A property
# @param status status planned A status
# @param day date 2018-04-24 A day
# @param number number -1.50 A number
# @param words text any Words
"""


def test_missing_and_unknown_parameters_are_told() -> None:
    question = load_questions()["who-met-whom"]
    with pytest.raises(QueryError, match="parameter person is missing"):
        bind(question, {}, base=BASE, find=nothing)
    with pytest.raises(QueryError, match="expected the parameters person, since, until, got party"):
        bind(question, {"party": "x"}, base=BASE, find=nothing)


@pytest.mark.parametrize(
    "text", ["", "SELECT * {}", "# Who?\n# @param who\n", "# Who?\n# @param who person - x", "#\n# @param a text - b"]
)
def test_an_undocumented_query_is_refused(text: str) -> None:
    with pytest.raises(DataError):
        read("x", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT ?a ?who { ?a ?p ?who }", "SELECT ?a  { ?a ?p <a:b> }"),
        ("select distinct ?who ?a { ?who ?p ?a } group by ?who ?a", "select distinct  ?a { <a:b> ?p ?a } group by  ?a"),
        ("SELECT (MAX(?who) AS ?a) ?who { }", "SELECT (MAX(<a:b>) AS ?a)  { }"),
        ("{ FILTER (?who != ?whole) } ORDER BY DESC(?a) ?who", "{ FILTER (<a:b> != ?whole) } ORDER BY DESC(?a) "),
        ("{ { SELECT ?who { ?who ?p 1 } } ?who ?p ?a }", "{ { SELECT  { <a:b> ?p 1 } } <a:b> ?p ?a }"),
        ("{ ?a ?p '?who' } # ?who", "{ ?a ?p '?who' } # ?who"),
        ("{ $who ?p <http://e/?who> }", "{ <a:b> ?p <http://e/?who> }"),
    ],
)
def test_a_variable_gives_way_to_its_term_where_a_term_may_stand(text: str, expected: str) -> None:
    assert filled(text, {"who": ox.NamedNode("a:b")}) == expected


@given(st.text())
@example('" } DROP ALL #')
@example("\\u0022 . ?x ?y ?z } #")
@example("\\\\u0022")
@example("a'b\n\t\\")
@example("?words")
@example("\x00\x7f\u2028")
def test_whatever_a_text_holds_it_is_one_string_of_the_query(words: str) -> None:
    question = read("x", "# Which?\n# @param words text - Any words\n")
    terms = bind(question, {"words": words}, base=BASE, find=nothing)
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("a:thing"), ox.NamedNode("a:says"), terms["words"]))
    store.add(ox.Quad(ox.NamedNode("a:other"), ox.NamedNode("a:says"), ox.Literal("something else")))
    text = filled("SELECT ?thing ?words { ?thing <a:says> ?words }", terms)
    check(text.replace("\\u", ""))
    assert [row["thing"].value for row in store.query(text)] == ["a:thing"]
