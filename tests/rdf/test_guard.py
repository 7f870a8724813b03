"""Queries that change data or ask elsewhere are refused, and harmless ones that only look like it are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.rdf.guard import check, keywords

HARMLESS = [
    "SELECT * { ?s ?p 'secret service from load' }",
    "SELECT * { ?s ?p ?o } # SERVICE <http://example.org/>",
    'PREFIX service: <http://example.org/> SELECT ?service { ?service service:from """a "service" FROM""" }',
    "PREFIX b: <http://www.bigdata.com/rdf/service#> ASK { ?a b:x ?c }",
    "SELECT ?a { ?a <http://example.org/from> ?b FILTER(?a < ?b && ?b > 3) }",
    r"SELECT ('it\'s' AS ?a) {}",
    "CONSTRUCT WHERE { ?s ?p ?o }",
    "DESCRIBE <http://example.org/insert>",
    "SELECT ?add { ?add ?p ?delete . }",
    "ASK { ?a ?b 'läßt'@de-AT . _:b ?c 1.5e3 }",
]
REFUSED = [
    "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }",
    "select * { service silent ?x { ?s ?p ?o } }",
    "SELECT * FROM <http://example.org/> { ?s ?p ?o }",
    "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }",
    "LOAD <http://example.org/>",
    "PREFIX a: <http://example.org/> INSERT DATA { <a:b> <a:c> <a:d> }",
    "DELETE WHERE { ?s ?p ?o }",
    "CLEAR ALL",
    "DROP ALL",
    "COPY <a:b> TO <a:c>",
    "WITH <a:b> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "# a comment\nDROP GRAPH <a:b>",
    r"SELECT * { \u0053ERVICE <http://example.org/> {} }",
    'SELECT * { ?s ?p "no end }',
    # What one reader takes for a string or IRI and another for an operator, with SERVICE inside.
    "SELECT * { ?a ?b ?c FILTER(?a<'x>') SERVICE <http://e> { ?s ?p ?o } FILTER(?b = 'y') }",
    "SELECT * { FILTER(?a<?b)SERVICE#>\n?s{ ?x ?y ?z } }",
    "ASK { ?a ?b ?c FILTER(?a<?b#>'''\n) SERVICE <http://e> { ?x ?y ?z } #'''\n}",
    "ASK { ?a ?b ?c FILTER(?a<b:c#>'''\n) SERVICE <http://e> { ?x ?y ?z } #'''\n}",
    "SELECT * { ?s ?p ?o } #" + "x" * 100_000,
]


@pytest.mark.parametrize("text", HARMLESS)
def test_a_harmless_query_passes(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", REFUSED)
def test_a_query_that_reaches_out_or_changes_data_is_refused(text: str) -> None:
    with pytest.raises(QueryError):
        check(text)


@given(st.text(max_size=300))
def test_any_text_is_read_to_its_end_or_refused(text: str) -> None:
    try:
        words = list(keywords(text))
    except QueryError:
        return
    assert all(word for word in words)
