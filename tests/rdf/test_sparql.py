"""Queries give the right rows, stay inside their limits, and reach nothing outside their store."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import InputError, QueryError
from kg.exporters import EXPORTERS
from kg.rdf.mapping import quads
from kg.rdf.options import Options
from kg.rdf.questions import load_questions
from kg.rdf.sparql import Worker, query
from kg.vocab import DKG
from tests.rdf.samples import disputed_facts, entity_id, event_id, hostile_graph, sample_graph, story_facts

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
HUNGRY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?d ?g"


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker(sample_graph(disputed_facts())) as found:
        yield found


# Question, its parameters, columns to look at, and the rows that the sample articles give.
ANSWERS: list[tuple[str, dict[str, str], tuple[str, ...], list[tuple[str, ...]]]] = [
    (
        "who-met-whom",
        {"person": "Clara Weiden"},
        ("otherLabel", "date", "placeLabel"),
        [("Daudi Omolo", "2023-03-14", "Vienna"), ("Daudi Omolo", "2023-04-01", "Nairobi")],
    ),
    (
        "who-met-whom",
        {"person": "Omolo", "since": "2023-04-01", "until": "2023-04-30"},
        ("placeLabel",),
        [("Nairobi",)],
    ),
    ("who-met-whom", {"person": "Kenya"}, ("otherLabel",), []),
    (
        "meetings",
        {"since": "2023-03-01"},
        ("label", "placeLabel", "organizers"),
        [("OSCE ministerial council in Vienna", "Vienna", "Organization for Security and Co-operation in Europe")],
    ),
    ("meetings", {"since": "2023-05-01"}, ("label",), []),
    (
        "participants",
        {"meeting": "ministerial council"},
        ("agentLabel", "part"),
        [
            ("Daudi Omolo", DKG.attends),
            ("Clara Weiden", DKG.hosts),
            ("Organization for Security and Co-operation in Europe", DKG.organizes),
        ],
    ),
    ("offices-of-person", {"person": "Weiden"}, ("positionLabel", "ofLabel"), [("Foreign Minister", "Austria")]),
    ("representatives", {"of": "state_AT"}, ("personLabel", "positionLabel"), [("Clara Weiden", "Foreign Minister")]),
    ("members", {"organization": "african union"}, ("memberLabel", "from"), [("Kenya", "text")]),
    (
        "who-acts-on-whom",
        {"property": "criticizes"},
        ("agentLabel", "targetLabel", "times", "last"),
        [("Kenya", "Free Coast Movement", "1", "2023-04-01"), ("Kenya", "attack on Port Asel", "1", "2023-04-01")],
    ),
    (
        "who-acts-on-whom",
        {"property": "sanctions", "status": "hypothetical"},
        ("agentLabel", "targetLabel"),
        [("Switzerland", "Free Coast Movement")],
    ),
    (
        "planned",
        {"since": "2023-04-01"},
        ("label", "speakerLabel"),
        [("Kenya deploys troops to Port Asel", ""), ("Austria sends relief to Moldova", "Clara Weiden")],
    ),
    ("planned", {"since": "2023-05-01"}, ("label",), []),
    (
        "denied",
        {},
        ("subjectLabel", "property", "objectLabel", "speakerLabel"),
        [
            ("Free Coast Movement", DKG.assaults, "Port Asel", "Free Coast Movement"),
            (
                "Organization for Security and Co-operation in Europe",
                DKG.supports,
                "Free Coast Movement",
                "Clara Weiden",
            ),
            ("Switzerland", DKG.threatens, "Kenya", "Example Wire"),
        ],
    ),
    (
        "claims-of-speaker",
        {"speaker": "Weiden"},
        ("manner", "capacityLabel", "addresseeLabel"),
        [(DKG.direct, "Foreign Minister", "Free Coast Movement"), (DKG.indirect, "Foreign Minister", "")],
    ),
    (
        "stated-by-speaker",
        {"speaker": "Weiden"},
        ("subjectLabel", "property", "objectLabel", "status"),
        [
            ("Austria", DKG.aids, "Moldova", DKG.planned),
            (
                "Organization for Security and Co-operation in Europe",
                DKG.supports,
                "Free Coast Movement",
                DKG.negated,
            ),
            ("Switzerland", DKG.sanctions, "Free Coast Movement", DKG.hypothetical),
        ],
    ),
    (
        "sources",
        {"subject": "Kenya", "object": "Free Coast Movement"},
        ("property", "title", "published", "rule"),
        [(DKG.criticizes, "Kenya condemns raid on Port Asel", "2023-04-02", "actions.verb.condemn")],
    ),
    (
        "events-of-type",
        {"type": "assault"},
        ("label", "date", "actors", "recipients"),
        [("attack on Port Asel", "2023-03-30", "Free Coast Movement", "Port Asel")],
    ),
    ("events-of-type", {"type": "Threaten"}, ("label",), []),
    ("co-attendance", {"party": "Omolo"}, ("otherLabel", "meetings"), [("Clara Weiden", "1")]),
    (
        "relations",
        {"a": "Austria", "b": "Kenya"},
        ("fromLabel", "property", "toLabel", "times"),
        [("Austria", DKG.cooperates, "Kenya", "1")],
    ),
    ("issues", {}, ("issueLabel", "parties"), [("arms trafficking", "4")]),
    (
        "events-in-area",
        {"south": "-5", "north": "5", "west": "30", "east": "40"},
        ("label", "placeLabel"),
        [("Daudi Omolo meets Clara Weiden", "Nairobi")],
    ),
    (
        "timeline",
        {"party": "Clara Weiden"},
        ("label", "role"),
        [("OSCE ministerial council in Vienna", DKG.host), ("Daudi Omolo meets Clara Weiden", DKG.recipient)],
    ),
    (
        "disputed",
        {},
        ("subjectLabel", "property", "objectLabel", "deniedLabel"),
        [("Free Coast Movement", DKG.assaults, "Port Asel", "Free Coast Movement")],
    ),
    (
        "most-active",
        {"since": "2023-03-30", "until": "2023-03-30"},
        ("agentLabel", "events", "kinds"),
        [("Free Coast Movement", "1", "1")],
    ),
    (
        "by-wikidata",
        {"item": "http://www.wikidata.org/entity/Q40"},
        ("label", "class"),
        [("Austria", DKG.Agent), ("Austria", DKG.State)],
    ),
    ("history-of-event", {"event": "ministerial council"}, ("outcome",), []),
    (
        "schema-events",
        {"since": "2023-03-30", "until": "2023-03-31"},
        ("name", "start"),
        [("attack on Port Asel", "2023-03-30")],
    ),
]


@pytest.mark.parametrize(("name", "params", "columns", "rows"), ANSWERS)
def test_a_question_is_answered(
    worker: Worker, name: str, params: dict[str, str], columns: tuple[str, ...], rows: list[tuple[str, ...]]
) -> None:
    result = worker.query(name, params)
    assert [tuple(row.get(column, "") for column in columns) for row in result.dicts()] == rows
    assert not result.cut


def test_the_facts_of_an_article_come_in_the_order_of_its_text(worker: Worker) -> None:
    rows = list(worker.query("facts-of-article", {"id": "sample-nairobi"}).dicts())
    assert len(rows) == 14
    assert [int(row["begin"]) for row in rows] == sorted(int(row["begin"]) for row in rows)


def test_events_are_found_in_terms_of_sem_and_prov_alone(worker: Worker) -> None:
    events = {row["event"].rsplit("/", 1)[1] for row in worker.query("sem-events").dicts()}
    assert events == {
        event_id("attack on Port Asel"),
        event_id("Kenya condemns Free Coast Movement"),
        event_id("Daudi Omolo meets Clara Weiden"),
        event_id("African Union urges Free Coast Movement"),
        event_id("Austria and Kenya cooperate"),
        event_id("Austria and Switzerland sign grain transit agreement"),
        entity_id("OSCE ministerial council in Vienna"),
    }
    rows = list(worker.query("provenance", {"thing": event_id("attack on Port Asel")}).dicts())
    assert len(rows) == 1
    assert "sentence_" in rows[0]["source"]


def test_the_history_of_an_event_comes_in_the_order_of_its_articles() -> None:
    rows = query(sample_graph(story_facts()), "history-of-event", {"event": "ministerial council"}).dicts()
    found = [(row["outcome"].rpartition("#")[2], row["published"], row["article"], row["quote"]) for row in rows]
    assert found[:2] == [
        ("announced", "2023-01-10", "sample-2023-01-10", "The council will meet in Vienna in February."),
        ("postponed", "2023-01-30", "sample-2023-01-30", "It was postponed to March."),
    ]
    assert [outcome for outcome, *_ in found[2:]] == ["held"]


def test_every_question_is_tried_here() -> None:
    tried = {name for name, *_ in ANSWERS} | {"facts-of-article", "sem-events", "provenance"}
    assert tried == set(load_questions())


def test_parameters_of_any_query_bind_its_variables(worker: Worker) -> None:
    text = "SELECT ?label ?thing { ?thing rdfs:label ?label }"
    rows = list(worker.query(text, {"thing": f"<{'https://w3id.org/diplomatic-kg/resource/state_AT'}>"}).dicts())
    assert [row["label"] for row in rows] == ["Austria"]
    with pytest.raises(QueryError, match="SELECT projection"):
        worker.query("SELECT ?label { ?thing rdfs:label ?label }", {"thing": "x"})


@pytest.mark.parametrize("value", ['"} DROP ALL #', "Weiden' } SERVICE <http://e/> {", "\x00", "a\nb"])
def test_a_parameter_cannot_become_part_of_the_query(worker: Worker, value: str) -> None:
    with pytest.raises(QueryError, match="nothing is named"):
        worker.query("who-met-whom", {"person": value})
    assert worker.query("ASK { ?s ?p ?o }").truth


@pytest.mark.parametrize("text", ["SELECT * {", "", "no such question", "SELECT ?x { ?x a unknown:Thing }"])
def test_a_malformed_query_is_told_where(worker: Worker, text: str) -> None:
    with pytest.raises(QueryError, match="query: "):
        worker.query(text)


def test_a_query_that_never_ends_is_ended_and_the_next_one_answered(worker: Worker) -> None:
    begun = time.monotonic()
    with pytest.raises(QueryError, match=r"time limit of 0\.3 s"):
        worker.query(ENDLESS, timeout_s=0.3)
    assert time.monotonic() - begun < 5
    assert worker.query("ASK { ?s ?p ?o }").truth


def test_a_query_that_takes_all_memory_is_ended() -> None:
    with Worker(sample_graph(), memory_mb=64) as worker, pytest.raises(QueryError, match="memory"):
        worker.query(HUNGRY, timeout_s=60)


TERMS = """<a:s> <a:p> <a:b> , "a\\tb\\nc\\"d\\\\" , "x"@en , 1 , 1.5 , 1e3 , true ,
    "2020-01-01"^^<http://www.w3.org/2001/XMLSchema#date> ,
    "" , "?" , "\\u0007" , "<a:b>" , _:b , <<( <a:a> <a:b> "c" )>> ."""


def test_every_kind_of_term_arrives_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text(TERMS)
    store = ox.Store()
    store.bulk_load(path=str(path))
    text = "SELECT ?o ?none { ?s <a:p> ?o FILTER (!ISBLANK(?o)) }"
    rows = query(path, text).rows
    assert set(map(tuple, rows)) == set(map(tuple, store.query(text)))
    assert len(rows) == 13
    assert len(query(path, "SELECT ?o { ?s <a:p> ?o FILTER (ISBLANK(?o)) }").rows) == 1
    empty = query(path, "SELECT * {}")
    assert (empty.columns, list(map(tuple, empty.rows))) == ((), [()])


@pytest.mark.parametrize("rows", [0, 1, 2, 3])
def test_a_limit_of_rows_is_kept_whatever_they_hold(tmp_path: Path, rows: int) -> None:
    path = tmp_path / "graph.nt"
    path.write_text("".join(f'<a:s> <a:p> "{number}\\n\\n" .\n' for number in range(rows)))
    result = query(path, "SELECT ?o { ?s ?p ?o }", max_rows=2)
    assert (len(result.rows), result.cut) == (min(rows, 2), rows > 2)


def test_rows_past_the_limit_are_cut_and_said_to_be(worker: Worker) -> None:
    result = worker.query("SELECT * { ?s ?p ?o }", max_rows=7)
    assert (len(result.rows), result.cut) == (7, True)
    graph = worker.query("CONSTRUCT WHERE { ?s ?p ?o }", max_rows=7)
    assert (len(graph.triples), graph.cut) == (7, True)


def test_the_process_that_answers_can_open_no_socket_or_file(worker: Worker) -> None:
    # Past the guard, as if it had been fooled: the process itself has nothing left to open a socket with.
    with pytest.raises(QueryError):
        worker.run("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", {})


def test_a_name_that_several_things_have_is_not_guessed() -> None:
    graph = sample_graph()
    graph.add_node("person_twin", kind="Person", label="Clara Weiden")
    with Worker(graph) as worker, pytest.raises(QueryError, match="several things are named 'Clara Weiden'"):
        worker.query("timeline", {"party": "Clara Weiden"})


@pytest.mark.parametrize("name", ["ttl", "nt", "nq", "trig", "jsonld"])
def test_files_of_rdf_are_queried_as_they_are(name: str, tmp_path: Path) -> None:
    path = tmp_path / EXPORTERS[name].filename
    EXPORTERS[name].write(sample_graph(), path, Options())
    assert [row["memberLabel"] for row in query(path, "members", {"organization": "AU"}).dicts()] == ["Kenya"]


def test_unasserted_graphs_are_read_only_by_questions_that_ask_for_them(tmp_path: Path) -> None:
    path = tmp_path / "graph.trig"
    EXPORTERS["trig"].write(sample_graph(), path, Options(statements="named-graphs"))
    denials = "SELECT ?a { ?a a dkg:Assertion ; dkg:status dkg:negated }"
    with Worker(path) as worker:
        assert not worker.query(denials).rows
        assert len(worker.query(denials, everything=True).rows) == 2
        assert len(worker.query("denied").rows) == 2


def test_what_several_named_graphs_state_counts_once(tmp_path: Path) -> None:
    line = '<a:s> <a:p> "o" {} .\n'
    path = tmp_path / "graph.nq"
    path.write_text("".join(line.format(graph) for graph in ("", "<a:g>", "<a:h>", "<a:/unasserted_g>")))
    (tmp_path / "more.nq").write_text('<a:s> <a:p> "q" <a:/unasserted_g> .\n')
    with Worker([path, tmp_path / "more.nq"]) as worker:
        assert len(worker.query("SELECT * { ?s ?p ?o }").rows) == 1
        assert len(worker.query("SELECT * { ?s ?p ?o }", everything=True).rows) == 2
        assert len(worker.query("SELECT * { GRAPH ?g { ?s ?p ?o } }").rows) == 4
        assert len(worker.query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", everything=True).rows) == 3
        assert worker.size == 5


def test_a_store_and_several_sources_together_are_read() -> None:
    store = ox.Store()
    store.extend(quads(sample_graph()))
    count = "SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a a dkg:Article }"
    assert next(query(store, count).dicts())["n"] == "2"
    assert next(query([store, sample_graph()], count).dicts())["n"] == "2"


def test_hostile_labels_are_found_by_their_exact_words() -> None:
    graph = hostile_graph()
    label = graph.nodes["organization_villain"]["label"]
    rows = list(query(graph, "relations", {"a": label, "b": "Austria"}).dicts())
    assert [row["property"] for row in rows] == [DKG.criticizes]


@pytest.mark.parametrize(("name", "text"), [("x.ttl", "no RDF"), ("x.txt", ""), ("none.ttl", None)])
def test_a_source_that_cannot_be_read_is_told(name: str, text: str | None, tmp_path: Path) -> None:
    path = tmp_path / name
    if text is not None:
        path.write_text(text)
    with pytest.raises(InputError):
        query(path, "ASK {}")
