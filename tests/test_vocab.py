"""The terms of kg.vocab and the ontology files, each tested against the other."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import vocab
from kg.vocab import DKG, OWL, PLOVER, RDF, RDFS, SKOS

ROOT = Path(__file__).parents[1]
FILES = ("diplomatic.ttl", "plover.ttl", "alignments.ttl", "shapes.ttl")


@cache
def ontology(name: str) -> ox.Store:
    store = ox.Store()
    store.bulk_load(path=str(vocab.ontology_folder() / name), format=ox.RdfFormat.TURTLE)
    return store


def subjects(name: str, namespace: str) -> set[str]:
    found = (quad.subject for quad in ontology(name))
    return {
        s.value.removeprefix(namespace) for s in found if isinstance(s, ox.NamedNode) and s.value.startswith(namespace)
    }


def objects(name: str, subject: str, predicate: str) -> set[str]:
    quads = ontology(name).quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None)
    return {quad.object.value for quad in quads}


def union(name: str, subject: str, predicate: str) -> set[str]:
    """Return the classes that ``predicate`` leads to, those of a union one by one."""
    query = """SELECT ?c ?subject ?predicate {
        ?subject ?predicate ?d
        OPTIONAL { ?d owl:unionOf/rdf:rest*/rdf:first ?m }
        BIND(COALESCE(?m, ?d) AS ?c)
    }"""
    terms = {ox.Variable("subject"): ox.NamedNode(subject), ox.Variable("predicate"): ox.NamedNode(predicate)}
    rows = ontology(name).query(query, prefixes={"owl": OWL.iri, "rdf": RDF.iri}, substitutions=terms)
    return {row["c"].value.removeprefix(DKG.iri) for row in rows}


@pytest.mark.parametrize("name", FILES)
def test_every_file_parses(name: str) -> None:
    assert len(ontology(name)) > 100


def test_every_term_of_the_vocabulary_is_defined_and_no_other() -> None:
    assert subjects("diplomatic.ttl", DKG.iri) == set(DKG)


def test_every_concept_of_the_plover_scheme_is_defined_and_no_other() -> None:
    assert subjects("plover.ttl", PLOVER.iri) == set(PLOVER)


@pytest.mark.parametrize("term", sorted(DKG))
def test_every_term_has_a_label_a_definition_and_a_link_to_a_public_vocabulary(term: str) -> None:
    assert len(objects("diplomatic.ttl", DKG[term], RDFS.label)) == 1
    assert len(objects("diplomatic.ttl", DKG[term], SKOS.definition)) == 1
    links = list(ontology("alignments.ttl").quads_for_pattern(ox.NamedNode(DKG[term]), None, None))
    assert any(not quad.object.value.startswith(DKG.iri) for quad in links)


@pytest.mark.parametrize("term", sorted(set(PLOVER) - {"scheme"}))
def test_every_concept_has_a_label_a_definition_and_a_place_in_the_scheme(term: str) -> None:
    for predicate in (SKOS.prefLabel, SKOS.definition, SKOS.inScheme):
        assert len(objects("plover.ttl", PLOVER[term], predicate)) == 1


def test_classes_stand_under_the_same_parents() -> None:
    for kind, parent in vocab.PARENT.items():
        assert OWL.Class in objects("diplomatic.ttl", DKG[kind], RDF.type)
        assert objects("diplomatic.ttl", DKG[kind], RDFS.subClassOf) == ({DKG[parent]} if parent else set())


@pytest.mark.parametrize("edge", [*vocab.EDGES, *vocab.STRUCTURE])
def test_edges_have_the_same_domain_and_range(edge: str) -> None:
    assert union("diplomatic.ttl", DKG[edge], RDFS.domain) == set(vocab.DOMAIN[edge])
    assert union("diplomatic.ttl", DKG[edge], RDFS.range) == set(vocab.RANGE[edge])
    symmetric = OWL.iri + "SymmetricProperty" in objects("diplomatic.ttl", DKG[edge], RDF.type)
    assert symmetric == (edge in vocab.SYMMETRIC)


def test_roles_stand_under_one_property() -> None:
    for role in vocab.ROLES:
        assert objects("diplomatic.ttl", DKG[role], RDFS.subPropertyOf) == {DKG.role}


def test_event_types_carry_their_cameo_root_codes() -> None:
    for kind, codes in vocab.CAMEO.items():
        assert objects("plover.ttl", PLOVER[kind], SKOS.notation) == set(codes)


def test_each_event_type_has_one_edge_and_each_such_edge_one_type() -> None:
    assert set(vocab.EDGE_OF_TYPE) == set(vocab.CAMEO)
    assert len(set(vocab.EDGE_OF_TYPE.values())) == 16


def test_every_class_and_every_property_of_the_contract_has_a_shape() -> None:
    text = (vocab.ontology_folder() / "shapes.ttl").read_text("utf-8")
    store = ontology("shapes.ttl")
    sh = "http://www.w3.org/ns/shacl#"
    classes = {quad.object.value for quad in store.quads_for_pattern(None, ox.NamedNode(sh + "targetClass"), None)}
    assert {DKG[kind] for kind in vocab.PARENT} <= classes
    paths = {quad.object.value for quad in store.quads_for_pattern(None, ox.NamedNode(sh + "path"), None)}
    individuals = {*vocab.STATUSES, *vocab.MANNERS, *vocab.OUTCOMES}
    properties = {term for term in DKG if term[0].islower()} - individuals - {"role"}
    assert {DKG[term] for term in properties} <= paths, "each property but the abstract role"
    for kind, modes in vocab.MODES.items():
        assert all(f"plover:{vocab.mode_name(kind, mode)}" in text for mode in modes)


@pytest.mark.parametrize("name", ["atends", "Lavrov", "value", ""])
def test_a_misspelt_term_raises(name: str) -> None:
    with pytest.raises(AttributeError, match="no term"):
        getattr(DKG, name)
    assert name not in DKG


def test_terms_are_full_iris() -> None:
    assert DKG.attends == "https://w3id.org/diplomatic-kg/ontology#attends"
    assert PLOVER[vocab.mode_name("Coerce", "martial-law")].endswith("#Coerce_martial_law")


def test_a_meeting_is_a_consultation_and_an_event() -> None:
    assert vocab.ancestors("Meeting") == ("Meeting", "Consult", "Event")
    assert vocab.is_event("Meeting")
    assert not vocab.is_event("Issue")
    assert not vocab.is_event("Unheard")


@pytest.mark.parametrize("table", ["frames.tsv", "cameo.tsv"])
def test_the_lexicon_uses_only_modes_of_the_scheme(table: str) -> None:
    for line in (ROOT / "data" / "lexicon" / table).read_text("utf-8").splitlines()[1:]:
        kind, mode = line.split("\t")[:2]
        assert kind in vocab.CAMEO
        assert not mode or mode in vocab.MODES[kind], line


def test_the_lexicon_uses_only_contexts_of_the_scheme() -> None:
    lines = (ROOT / "data" / "lexicon" / "contexts.tsv").read_text("utf-8").splitlines()[1:]
    assert {line.split("\t")[1] for line in lines} <= set(vocab.CONTEXTS)
