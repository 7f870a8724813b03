"""Each shape accepts the sample graph and rejects a graph that breaks it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import InputError
from kg.exporters import EXPORTERS
from kg.rdf.mapping import triples
from kg.rdf.options import STATEMENTS, Options, Statements
from kg.rdf.shapes import SHAPES, Report, validate
from kg.vocab import DOMAIN, EDGES, PARENT, PREFIXES, RANGE, STRUCTURE, ontology_folder
from tests.rdf.samples import disputed_facts, hostile_graph, sample_graph

HEAD = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
HEAD += "PREFIX ex: <https://example.org/id/>\n"
SENTENCE = "ex:sentence_1 a dkg:Sentence ; nif:referenceContext ex:article_1 ; nif:beginIndex {0} ; nif:endIndex {1} ."
# A node that breaks nothing but what is said of it in a row below.
NODES = {
    "ex:person_1": 'ex:person_1 a dkg:Person, dkg:Agent ; rdfs:label "A"@en .',
    "ex:state_1": 'ex:state_1 a dkg:State, dkg:Agent ; rdfs:label "B"@en .',
    "ex:issue_1": 'ex:issue_1 a dkg:Issue ; rdfs:label "C"@en .',
    "ex:place_1": 'ex:place_1 a dkg:Place ; rdfs:label "P"@en .',
}
# Shape that must be named in the report, and triples that break it.
BROKEN: list[tuple[str, str]] = [
    ("label", "ex:person_1 a dkg:Person, dkg:Agent ."),
    ("label", 'ex:place_1 a dkg:Place ; rdfs:label "x" .'),
    ("label", 'ex:issue_1 a dkg:Issue ; rdfs:label "x"@en, "y"@en .'),
    ("altLabel", 'ex:person_1 a dkg:Person, dkg:Agent ; rdfs:label "A"@en ; skos:altLabel "x"@fr .'),
    ("exactMatch", 'ex:person_1 a dkg:Person, dkg:Agent ; rdfs:label "A"@en ; skos:exactMatch <http://ex.org/Q1> .'),
    ("iso2", 'ex:state_1 a dkg:State, dkg:Agent ; rdfs:label "B"@en ; dkg:iso2 "aut" .'),
    ("iso3", 'ex:state_1 a dkg:State, dkg:Agent ; rdfs:label "B"@en ; dkg:iso3 "AT" .'),
    ("lat", 'ex:place_1 a dkg:Place ; rdfs:label "P"@en ; wgs:lat 91.0 .'),
    ("long", 'ex:place_1 a dkg:Place ; rdfs:label "P"@en ; wgs:long -181.0 .'),
    ("status", 'ex:event_1 a dkg:Event ; rdfs:label "E"@en ; dkg:status dkg:maybe .'),
    ("status", 'ex:event_1 a dkg:Event ; rdfs:label "E"@en ; dkg:status dkg:actual, dkg:negated .'),
    ("attributedTo", 'ex:event_1 a dkg:Event ; rdfs:label "E"@en ; dkg:attributedTo ex:nobody_1 .'),
    ("date", 'ex:event_1 a dkg:Event ; rdfs:label "E"@en ; dkg:date "last Tuesday" .'),
    ("earliest", 'ex:event_1 a dkg:Event ; rdfs:label "E"@en ; dkg:earliest "2020-02-02"^^xsd:date ; '
     'dkg:latest "2020-01-01"^^xsd:date .'),
    ("latest", 'ex:event_1 a dkg:Event ; rdfs:label "E"@en ; dkg:latest "2020" .'),
    ("actor", 'ex:event_1 a dkg:Event ; rdfs:label "E"@en ; dkg:actor ex:issue_1 .'),
    ("recipient", 'ex:event_1 a dkg:Event ; rdfs:label "E"@en ; dkg:recipient ex:nobody_1 .'),
    ("theme", 'ex:event_1 a dkg:Event ; rdfs:label "E"@en ; dkg:theme ex:nobody_1 .'),
    ("place", 'ex:event_1 a dkg:Event ; rdfs:label "E"@en ; dkg:place ex:person_1 .'),
    ("organizer", 'ex:event_1 a dkg:Event ; rdfs:label "E"@en ; dkg:organizer ex:issue_1 .'),
    ("host", 'ex:event_1 a dkg:Event ; rdfs:label "E"@en ; dkg:host ex:issue_1 .'),
    ("mode", 'ex:event_1 a dkg:Event ; rdfs:label "E"@en ; dkg:mode "by balloon" .'),
    ("context", 'ex:event_1 a dkg:Event ; rdfs:label "E"@en ; dkg:context plover:context_sport .'),
    ("speaker", "ex:claim_1 a dkg:Claim ."),
    ("speaker", "ex:claim_1 a dkg:Claim ; dkg:speaker ex:issue_1 ."),
    ("manner", "ex:claim_1 a dkg:Claim ; dkg:manner dkg:whispered ."),
    ("content", "ex:claim_1 a dkg:Claim ; dkg:content ex:issue_1 ."),
    ("capacity", "ex:claim_1 a dkg:Claim ; dkg:capacity ex:issue_1 ."),
    ("addressee", "ex:claim_1 a dkg:Claim ; dkg:addressee ex:issue_1 ."),
    ("one-status", "ex:claim_1 a dkg:Claim ."),
    ("wasDerivedFrom", "ex:claim_1 a dkg:Claim ; prov:wasDerivedFrom ex:issue_1 ."),
    ("wasGeneratedBy", "ex:claim_1 a dkg:Claim ; prov:wasGeneratedBy ex:issue_1 ."),
    ("identifier", "ex:article_1 a dkg:Article ."),
    ("article-label", "ex:article_1 a dkg:Article ."),
    ("headline", 'ex:article_1 a dkg:Article ; schema:headline "a", "b" .'),
    ("datePublished", 'ex:article_1 a dkg:Article ; schema:datePublished "May" .'),
    ("url", 'ex:article_1 a dkg:Article ; schema:url "http://a b" .'),
    ("source", 'ex:article_1 a dkg:Article ; dkg:source "a", "b" .'),
    ("inLanguage", 'ex:article_1 a dkg:Article ; schema:inLanguage "the English language" .'),
    ("sha256", 'ex:article_1 a dkg:Article ; schema:sha256 "abc" .'),
    ("titleEnd", 'ex:article_1 a dkg:Article ; dkg:titleEnd "-1"^^xsd:integer .'),
    ("article-beginIndex", 'ex:article_1 a dkg:Article ; nif:beginIndex "1"^^xsd:integer .'),
    ("article-endIndex", "ex:article_1 a dkg:Article ."),
    ("isString", 'ex:article_1 a dkg:Article ; nif:isString "a", "b" .'),
    ("referenceContext", "ex:sentence_1 a dkg:Sentence ; nif:referenceContext ex:issue_1 ."),
    ("beginIndex", 'ex:sentence_1 a dkg:Sentence ; nif:beginIndex "9"^^xsd:integer ; '
     'nif:endIndex "3"^^xsd:integer .'),
    ("endIndex", "ex:sentence_1 a dkg:Sentence ."),
    ("anchorOf", 'ex:sentence_1 a dkg:Sentence ; nif:anchorOf "a", "b" .'),
    ("taIdentRef", "ex:mention_1 a dkg:Mention ."),
    ("mentionKind", 'ex:mention_1 a dkg:Mention ; dkg:mentionKind "gesture" .'),
    ("hasBody", "ex:evidence_1 a dkg:Evidence ; oa:hasBody ex:issue_1 ."),
    ("hasTarget", "ex:evidence_1 a dkg:Evidence ; oa:hasTarget ex:issue_1 ."),
    ("subjectSpan", "ex:evidence_1 a dkg:Evidence ; dkg:subjectSpan ex:issue_1 ."),
    ("predicateSpan", "ex:evidence_1 a dkg:Evidence ; dkg:predicateSpan ex:issue_1 ."),
    ("objectSpan", "ex:evidence_1 a dkg:Evidence ; dkg:objectSpan ex:issue_1 ."),
    ("outcome", "ex:step_1 a dkg:Step ; dkg:outcome dkg:actual ."),
    ("step-event", "ex:step_1 a dkg:Step ; dkg:outcome dkg:held ; dkg:event ex:issue_1 ."),
    ("replacing", "ex:event_2 dcterms:isReplacedBy ex:event_1, ex:event_3 ."),
    ("reason", 'ex:event_2 dcterms:isReplacedBy ex:event_1 ; dkg:reason "why not" .'),
    ("run-label", "ex:run_1 a dkg:Run ."),
    ("run-version", 'ex:run_1 a dkg:Run ; rdfs:label "r" ; dkg:version "1", "2" .'),
    ("run-model", 'ex:run_1 a dkg:Run ; rdfs:label "r" ; dkg:model "1", "2" .'),
    ("run-lexicon", 'ex:run_1 a dkg:Run ; rdfs:label "r" ; dkg:lexicon "1", "2" .'),
    ("run-gazetteer", 'ex:run_1 a dkg:Run ; rdfs:label "r" ; dkg:gazetteer "1", "2" .'),
    ("predicate", "ex:assertion_1 a dkg:Assertion ; rdf:predicate dkg:likes ."),
    ("subject", 'ex:assertion_1 a dkg:Assertion ; rdf:subject "Austria" .'),
    ("object", "ex:assertion_1 a dkg:Assertion ; rdf:object ex:state_1, ex:person_1 ."),
    ("confidence", "ex:assertion_1 a dkg:Assertion ; dkg:confidence 1.5 ."),
    ("rule", 'ex:assertion_1 a dkg:Assertion ; dkg:rule "because" .'),
    ("event", "ex:assertion_1 a dkg:Assertion ; dkg:event ex:issue_1 ."),
    ("Assertion", "ex:assertion_1 a dkg:Assertion ."),
    ("Assertion", "<https://example.org/no-flat#iri> a dkg:Assertion ; rdf:subject ex:state_1 ; "
     "rdf:predicate dkg:aids ; rdf:object ex:state_1 ."),
    ("assertion-domain", "ex:assertion_1 a dkg:Assertion ; rdf:subject ex:issue_1 ; rdf:predicate dkg:aids ; "
     "rdf:object ex:state_1 ."),
    ("assertion-range", "ex:assertion_1 a dkg:Assertion ; rdf:subject ex:state_1 ; rdf:predicate dkg:aids ; "
     "rdf:object ex:issue_1 ."),
    ("untrue", "ex:state_1 dkg:aids ex:person_1 . ex:assertion_1 a dkg:Assertion ; dkg:status dkg:negated ; "
     "rdf:subject ex:state_1 ; rdf:predicate dkg:aids ; rdf:object ex:person_1 ."),
    ("unstated", "ex:assertion_1 a dkg:Assertion ; dkg:status dkg:actual ; rdf:subject ex:state_1 ; "
     "rdf:predicate dkg:aids ; rdf:object ex:person_1 ."),
    ("inXSDDate", 'ex:time_1 a time:Instant ; rdfs:label "t"@en .'),
    ("hasBeginning", 'ex:time_1 a time:ProperInterval ; rdfs:label "t"@en ; time:hasBeginning ex:issue_1 .'),
    ("hasEnd", 'ex:time_1 a time:ProperInterval ; rdfs:label "t"@en .'),
    ("asWKT", 'ex:geometry_1 a sf:Point ; geo:asWKT "here"^^geo:wktLiteral .'),
    ("hasDefaultGeometry", "ex:place_1 a geo:Feature ; geo:hasDefaultGeometry ex:issue_1 ."),
    ("member", "ex:membership_1 a org:Membership ; org:member ex:issue_1 ."),
    ("organization", "ex:membership_1 a org:Membership ; org:organization ex:issue_1 ."),
    ("Status", "dkg:maybe a dkg:Status ."),
    ("Manner", "dkg:whispered a dkg:Manner ."),
    ("Outcome", "dkg:forgotten a dkg:Outcome ."),
    # A class whose instances must be said to be of the class above, too.
    *((kind, f"ex:thing_1 a dkg:{kind} .") for kind, parent in PARENT.items() if parent),
    # An edge from or to something that it does not lead from or to.
    *((edge, f"ex:issue_1 dkg:{edge} ex:issue_1 .") for edge in (*EDGES, *STRUCTURE)),
    *((f"{edge}-range", f"ex:issue_1 dkg:{edge} ex:nobody_1 .") for edge in (*EDGES, *STRUCTURE)),
]  # fmt: skip


def described(text: str, place: str = "") -> rdflib.Graph:
    """Return the triples of ``text`` and the nodes that they name but do not describe; ``place`` parts many such."""
    used = " ".join(node for name, node in NODES.items() if name in text and f"{name} a dkg" not in text)
    data = (HEAD + used + text).replace("https://example.org/", f"https://example.org/{place}")
    return rdflib.Graph().parse(data=data, format="turtle")


def report(text: str) -> Report:
    """Return the report on ``text``."""
    return validate(described(text))


@cache
def all_reports() -> Report:
    """Return the report on all rows at once, each in a place of its own: a report has a cost however small it is."""
    every = rdflib.Graph()
    for i, (_, text) in enumerate(BROKEN):
        every += described(text, f"row{i}/")
    return validate(every)


@cache
def shape_names() -> frozenset[str]:
    quads = ox.parse(path=str(ontology_folder() / "shapes.ttl"), format=ox.RdfFormat.TURTLE)
    return frozenset(quad.subject.value.removeprefix(SHAPES) for quad in quads if quad.subject.value.startswith(SHAPES))


@pytest.mark.parametrize("statements", STATEMENTS)
def test_every_shape_accepts_the_sample_graph(statements: Statements, tmp_path: Path) -> None:
    path = tmp_path / "graph.trig"
    EXPORTERS["trig"].write(
        sample_graph(disputed_facts()), path, Options(statements=statements, text="full", spans=True)
    )
    found = validate(path)
    assert found.text().endswith("every shape holds\n"), found.text()
    assert found.conforms


@pytest.mark.parametrize(("row", "shape"), [(i, shape) for i, (shape, _) in enumerate(BROKEN)])
def test_a_shape_rejects_what_breaks_it(row: int, shape: str) -> None:
    place = f"https://example.org/row{row}/" if "ex:" in BROKEN[row][1] else "dkg:"
    assert any(f.shape == shape and f.node.startswith(place) for f in all_reports().findings)


def test_every_shape_is_tried_here() -> None:
    # These three hold no constraint beside those of their properties and parents.
    plain = {"Agent", "Place", "State", "Position", "Issue", "Agreement", "Event", "Claim", "Article", "Sentence"}
    plain |= {
        "Mention",
        "Evidence",
        "Step",
        "isReplacedBy",
        "Run",
        "Instant",
        "ProperInterval",
        "Point",
        "Feature",
        "Membership",
    }
    assert shape_names() - plain <= {shape for shape, _ in BROKEN}


def test_domains_and_ranges_are_those_of_the_vocabulary() -> None:
    for edge in (*EDGES, *STRUCTURE):
        if DOMAIN[edge] == RANGE[edge] == ("Agent",):
            assert not report(f"ex:person_1 dkg:{edge} ex:state_1 .").counts().keys() & {edge, f"{edge}-range"}


def test_a_report_names_the_offender_its_label_and_its_sentence() -> None:
    graph = sample_graph()
    key = next(key for *_, key, record in graph.edges(keys=True, data=True) if record["predicate"] == "assaults")
    edge = next(edge for edge in graph.edges(keys=True) if edge[2] == key)
    graph.edges[edge]["confidence"] = 2.0
    found = validate(graph)
    assert found.counts() == {"confidence": 1}
    assert not found.conforms
    for words in ("confidence", key, "Free Coast Movement dkg:assaults Port Asel", "attacked the port on March 30"):
        assert words in found.text()


def test_a_long_report_is_shortened() -> None:
    graph = sample_graph()
    for *_, record in graph.edges(data=True):
        record["confidence"] = 2.0
    text = validate(graph).text(first=2)
    assert "    28  confidence" in text
    assert "… and 26 more" in text


def test_a_report_is_also_json_and_rdf() -> None:
    found = report("ex:person_1 a dkg:Person, dkg:Agent .")
    data: dict[str, Any] = json.loads(found.json())
    assert data["conforms"] is False
    assert data["findings"][0]["shape"] == "label"
    rdf = rdflib.Graph().parse(data=found.turtle(), format="turtle")
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    assert len(list(rdf.subjects(rdflib.RDF.type, sh.ValidationResult))) == len(found.findings)
    assert (None, sh.focusNode, rdflib.URIRef("https://example.org/id/person_1")) in rdf


def test_hostile_labels_do_not_break_a_report() -> None:
    found = validate(hostile_graph())
    assert not found.conforms
    assert json.loads(found.json())["findings"]
    assert rdflib.Graph().parse(data=found.turtle(), format="turtle")


def test_an_empty_graph_conforms() -> None:
    assert validate(rdflib.Graph()).conforms


@pytest.mark.parametrize(("name", "text"), [("x.ttl", "no RDF"), ("x.txt", ""), ("none.ttl", None)])
def test_a_file_that_is_no_rdf_is_told(name: str, text: str | None, tmp_path: Path) -> None:
    if text is not None:
        (tmp_path / name).write_text(text)
    with pytest.raises(InputError):
        validate(tmp_path / name)


def test_the_export_states_every_superclass_that_the_shapes_ask_for() -> None:
    written = {triple.object.value for triple in triples(sample_graph()) if triple.predicate.value.endswith("#type")}
    assert {f"{PREFIXES['dkg']}{name}" for name in ("Threat", "Issue", "Organization", "Agent", "Consult")} <= written
