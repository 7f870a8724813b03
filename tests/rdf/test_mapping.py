"""The graph as RDF follows the contract, in one order, and states nothing untrue."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pyoxigraph as ox
import pytest

from kg.errors import DataError
from kg.graph.assemble import assemble
from kg.graph.decisions import Decisions
from kg.rdf import times
from kg.rdf.mapping import quads, triples
from kg.rdf.options import STATEMENTS, TEXTS, Options, Statements
from kg.rdf.reading import graph_from_rdf
from kg.vocab import BASE, DCTERMS, DKG, GEO, NIF, PROV, RDF, RDFS, SCHEMA, SEM, SKOS, TIME, WIKIDATA
from tests.rdf.samples import FACTS, entity_id, event_id, hostile_graph, resource, sample_graph, story_facts

FULL = Options(text="full", spans=True)


@cache
def store(options: Options = FULL) -> ox.Store:
    found = ox.Store()
    found.extend(quads(sample_graph(), options))
    return found


def values(subject: str, predicate: str, options: Options = FULL) -> set[str]:
    where = (ox.NamedNode(resource(subject)), ox.NamedNode(predicate), None, None)
    return {quad.object.value for quad in store(options).quads_for_pattern(*where)}


def has(subject: str, predicate: str, object: str) -> bool:
    return resource(object) in values(subject, DKG[predicate])


def test_the_order_does_not_depend_on_the_order_of_articles() -> None:
    for statements in STATEMENTS:
        options = Options(statements=statements, spans=True)
        assert list(quads(sample_graph(), options)) == list(quads(sample_graph(FACTS[::-1]), options))


@pytest.mark.parametrize("statements", STATEMENTS)
@pytest.mark.parametrize("text", TEXTS)
def test_nothing_is_written_twice(statements: Statements, text: Any) -> None:
    written = list(quads(sample_graph(), Options(statements=statements, text=text, spans=True)))
    assert len(written) == len(set(written))


def test_a_fact_is_a_plain_triple_and_an_assertion() -> None:
    omolo, council = entity_id("Daudi Omolo"), entity_id("OSCE ministerial council in Vienna")
    assert has(omolo, "attends", council)
    assertion = next(a for part in FACTS for a in part.assertions if a.predicate == "attends")
    assert values(assertion.id, RDF.subject) == {resource(omolo)}
    assert values(assertion.id, RDF.predicate) == {DKG.attends}
    assert values(assertion.id, RDF.object) == {resource(council)}
    assert values(assertion.id, DKG.status) == {DKG.actual}
    assert values(assertion.id, DKG.date) == {"2023-03-14"}
    assert values(assertion.id, DKG.confidence) == {"0.85"}
    assert values(assertion.id, DKG.rule) == {"meetings.verb.attend"}
    assert values(assertion.id, DKG.event) == {resource(council)}
    assert {DKG.Assertion, RDF.Statement, PROV.Entity} == values(assertion.id, RDF.type)


@pytest.mark.parametrize("statements", STATEMENTS)
def test_what_is_planned_possible_or_denied_is_never_a_plain_triple(statements: Statements) -> None:
    actual = {(a.subject, a.predicate, a.object) for p in FACTS for a in p.assertions if a.status == "actual"}
    others = {(a.subject, a.predicate, a.object) for p in FACTS for a in p.assertions} - actual
    assert len(others) == 6
    found = store(Options(statements=statements))
    for edges, expected in ((actual, True), (others, False)):
        for subject, predicate, object in edges:
            parts = ox.NamedNode(resource(subject)), ox.NamedNode(DKG[predicate]), ox.NamedNode(resource(object))
            assert bool(list(found.quads_for_pattern(*parts, None))) is expected


def test_a_speaker_stays_with_what_is_said() -> None:
    aid = next(a for part in FACTS for a in part.assertions if a.predicate == "aids")
    assert values(aid.id, DKG.attributedTo) == {resource(entity_id("Clara Weiden"))}
    assert values(aid.id, PROV.wasAttributedTo) == {resource(entity_id("Clara Weiden"))}
    assert values(aid.id, DKG.status) == {DKG.planned}


def test_events_carry_roles_and_their_superclasses() -> None:
    attack, council = event_id("attack on Port Asel"), entity_id("OSCE ministerial council in Vienna")
    assert {DKG.Assault, DKG.Event, SEM.Event, SCHEMA.Event} <= values(attack, RDF.type)
    assert {DKG.Meeting, DKG.Consult, DKG.Event} <= values(council, RDF.type)
    assert values(attack, DKG.actor) == {resource(entity_id("Free Coast Movement"))}
    assert values(attack, DKG.place) == values(attack, SEM.hasPlace) == {resource(entity_id("Port Asel"))}
    assert values(attack, DKG.mode) == {"https://w3id.org/diplomatic-kg/plover#Assault_firearms"}


def test_events_that_did_not_happen_are_no_events_of_other_vocabularies() -> None:
    denied, planned = event_id("Switzerland threatens Kenya"), event_id("Austria sends relief to Moldova")
    assert DKG.Threaten in values(denied, RDF.type)
    assert not {SEM.Event, SCHEMA.Event} & values(denied, RDF.type)
    assert not values(denied, SEM.hasActor)
    assert SEM.Event not in values(planned, RDF.type)
    assert values(planned, SCHEMA.eventStatus) == {SCHEMA.EventScheduled}


@pytest.mark.parametrize("statements", STATEMENTS)
def test_what_became_of_an_event_is_told_step_by_step_each_with_its_sentence(statements: Statements) -> None:
    options = Options(statements=statements)
    written = list(quads(sample_graph(story_facts()), options))
    graph = graph_from_rdf(written)
    steps = [step for _, node in graph.nodes(data=True) for step in node.get("history", ())]
    assert [(step["step"], step["told"], step["quote"]) for step in steps[:2]] == [
        ("announced", "2023-01-10", "The council will meet in Vienna in February."),
        ("postponed", "2023-01-30", "It was postponed to March."),
    ]
    assert [(step["step"], step["told"]) for step in steps[2:]] == [("held", FACTS[0].article.date)]
    assert list(quads(graph, options)) == written


def test_an_event_that_one_article_tells_has_no_steps_beside_its_status() -> None:
    assert not list(store().quads_for_pattern(None, ox.NamedNode(DKG.outcome), None))


@pytest.mark.parametrize("statements", STATEMENTS)
def test_what_was_merged_stays_known_by_its_id_with_the_reason(statements: Statements) -> None:
    names = {entity_id(name) for name in ("Kenya", "Moldova")}
    graph = assemble(FACTS, decisions=Decisions(same=(frozenset(names),)))
    written = list(quads(graph, Options(statements=statements)))
    (gone,) = names - set(graph)
    (kept,) = names - {gone}
    said = {(q.predicate.value, q.object.value) for q in written if q.subject.value == resource(gone)}
    assert (DCTERMS.isReplacedBy, resource(kept)) in said
    assert {value for term, value in said if term == DKG.reason} == {"decision: as decided"}
    assert not any(term in (RDF.type, RDFS.label) for term, _ in said)
    back = graph_from_rdf(written)
    assert back.graph["merges"][0]["ids"] == [kept, gone]
    assert list(quads(back, Options(statements=statements))) == written


def test_dates_are_as_exact_as_the_text() -> None:
    deployment = event_id("Kenya deploys troops to Port Asel")
    (interval,) = values(deployment, DKG.date)
    assert interval == "2023-04-05/2023-04-09"
    name = times.node_id(interval)
    assert values(name, RDF.type) == {TIME.ProperInterval}
    assert values(name, TIME.hasBeginning) == {resource("time_2023_04_05")}
    assert values("time_2023_04_05", TIME.inXSDDate) == {"2023-04-05"}
    assert values(deployment, DKG.earliest) == {"2023-04-05"}
    assert values(event_id("Austria sends relief to Moldova"), DKG.date) == {"2023-04"}
    assert values(event_id("Austria sends relief to Moldova"), DKG.latest) == {"2023-04-30"}


def test_the_gazetteers_knowledge_is_marked_as_such() -> None:
    assert values("state_AT", PROV.wasDerivedFrom) == {resource("source_gazetteer")}
    assert values("state_AT", SKOS.exactMatch) == {WIKIDATA + "Q40"}
    assert values("state_AT", DKG.iso3) == {"AUT"}
    assert values("place_Q1741", DKG.locatedIn) == {resource("state_AT")}
    assert not values(entity_id("Clara Weiden"), PROV.wasDerivedFrom)


def test_a_membership_from_the_gazetteer_is_no_edge() -> None:
    graph = sample_graph()
    record = {"predicate": "memberOf", "status": "actual", "plain": True, "source": "gazetteer"}
    graph.add_edge("state_AT", "organization_Q81299", key="gazetteer_1", **record)
    found = list(quads(graph))
    edge = ox.Triple(
        ox.NamedNode(resource("state_AT")), ox.NamedNode(DKG.memberOf), ox.NamedNode(resource("organization_Q81299"))
    )
    assert edge not in {quad.triple for quad in found}
    assert any(quad.subject.value == resource("membership_1") for quad in found)


def test_places_have_points() -> None:
    (geometry,) = values("place_Q3870", GEO.hasDefaultGeometry)
    assert values(geometry.removeprefix(BASE), GEO.asWKT) == {"POINT(36.8172 -1.2864)"}


def test_sentences_point_into_their_article() -> None:
    graph = sample_graph()
    for name, record in graph.graph["sentences"].items():
        text = graph.graph["articles"][record["article"]]["text"]
        (begin,), (end,) = values(name, NIF.beginIndex), values(name, NIF.endIndex)
        assert values(name, NIF.anchorOf) == {text[int(begin) : int(end)]}


@pytest.mark.parametrize(("text", "sentences", "articles"), [("none", 0, 0), ("sentences", 14, 0), ("full", 14, 2)])
def test_only_the_words_asked_for_are_published(text: Any, sentences: int, articles: int) -> None:
    written = list(quads(sample_graph(), Options(text=text)))
    assert sum(quad.predicate.value == NIF.anchorOf for quad in written) == sentences
    assert sum(quad.predicate.value == NIF.isString for quad in written) == articles
    assert sum(quad.predicate.value == SCHEMA.sha256 for quad in written) == 2
    bare = Options(text="none", spans=True)
    assert not [quad for quad in quads(sample_graph(), bare) if quad.predicate.value == NIF.anchorOf]


def test_every_node_of_an_edge_has_a_label() -> None:
    edges = ox.Store()
    edges.extend(quads(sample_graph()))
    for quad in list(edges):
        if quad.predicate.value.startswith(DKG.iri) and quad.object.value.startswith(BASE):
            name = quad.object.value.removeprefix(BASE)
            if name.split("_")[0] in ("person", "state", "organization", "place", "meeting", "issue", "event"):
                assert len(values(name, RDFS.label)) == 1


def test_named_graphs_keep_articles_apart_and_unasserted_statements_aside() -> None:
    written = list(quads(sample_graph(), Options(statements="named-graphs")))
    articles = sorted(sample_graph().graph["articles"])
    names = list(dict.fromkeys(getattr(quad.graph_name, "value", "").removeprefix(BASE) for quad in written))
    expected = [f"{kind}_{name.removeprefix('article_')}" for name in articles for kind in ("graph", "unasserted")]
    assert names == ["", "graph_entities", *expected]
    for quad in written:
        if quad.predicate.value == DKG.status and quad.subject.value.startswith(BASE + "assertion_"):
            aside = "unasserted_" in quad.graph_name.value
            assert aside == (quad.object.value != DKG.actual)


def test_triple_terms_replace_reification_on_request() -> None:
    written = list(triples(sample_graph(), Options(statements="rdf12")))
    terms = [triple for triple in written if triple.predicate.value == RDF.reifies]
    assert len(terms) == 28
    assert all(isinstance(triple.object, ox.Triple) for triple in terms)
    assert not [triple for triple in written if triple.predicate.value == RDF.subject]


def test_without_provenance_only_plain_triples_remain() -> None:
    written = list(triples(sample_graph(), Options(statements="none", spans=True)))
    assert not [triple for triple in written if "assertion_" in triple.subject.value]
    assert not [t for t in written if isinstance(t.object, ox.NamedNode) and "assertion_" in t.object.value]


def test_the_base_is_a_setting() -> None:
    base = "https://example.org/id/"
    subjects = {triple.subject.value for triple in triples(sample_graph(), replace(FULL, base=base))}
    assert all(subject.startswith(base) for subject in subjects)


def test_hostile_labels_come_back_as_they_were_but_for_control_characters() -> None:
    found = ox.Store()
    found.bulk_load(
        input=ox.serialize(quads(hostile_graph()), format=ox.RdfFormat.N_QUADS), format=ox.RdfFormat.N_QUADS
    )
    label = next(
        found.quads_for_pattern(ox.NamedNode(resource("organization_villain")), ox.NamedNode(RDFS.label), None)
    )
    assert label.object.value == hostile_graph().nodes["organization_villain"]["label"].replace("\x00", "\ufffd")


@pytest.mark.parametrize("name", ["state RU", "state_<x>", "x", 'person_"'])
def test_an_id_that_makes_no_iri_is_refused(name: str) -> None:
    graph = sample_graph()
    graph.add_node("state_XX", kind="Event", label="x", status="actual", roles=[["actor", name]])
    with pytest.raises(DataError, match="node id"):
        list(quads(graph))


def test_a_class_that_the_ontology_lacks_is_refused() -> None:
    graph = sample_graph()
    graph.add_node("planet_mars", kind="Planet", label="Mars")
    with pytest.raises(DataError, match="expected a class of the ontology"):
        list(quads(graph))


def test_a_malformed_date_is_kept_as_it_is_and_never_guessed() -> None:
    graph = sample_graph()
    graph.nodes[event_id("attack on Port Asel")]["date"] = "last Tuesday"
    said = [quad for quad in quads(graph) if quad.object == ox.Literal("last Tuesday")]
    assert [quad.predicate.value for quad in said] == [DKG.date]
