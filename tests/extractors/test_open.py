"""Open triples in the text's own words."""

import pytest

from kg.extractors.open import STYLES, open_triples
from kg.model import Article
from kg.nlp import pipeline


@pytest.fixture(scope="module")
def triples(nlp):
    def run(text, style):
        (doc,) = pipeline.read(nlp, [Article(id="test", text=text)])
        return [(t.subject, t.predicate, t.object) for t in open_triples(doc, style=style)]

    return run


def test_nary_puts_all_arguments_into_one(triples):
    assert triples("The envoy sent a letter to the court in May.", "nary") == [
        ("The envoy", "sent", "a letter to the court in May")
    ]


def test_graph_has_the_preposition_in_the_relation(triples):
    assert ("The envoy", "sent to", "the court") in triples("The envoy sent a letter to the court.", "graph")


def test_chained_relation_grows(triples):
    assert ("The envoy", "sent a letter to", "the court") in triples("The envoy sent a letter to the court.", "chained")


def test_open_complement_joins_the_relation(triples):
    assert ("The envoy", "wants to visit", "the camp") in triples("The envoy wants to visit the camp.", "nary")


def test_apposition_is_an_implicit_triple(triples):
    found = triples("Lena Holt, the chief negotiator, resigned on Monday.", "nary")
    assert ("Lena Holt", "is", "the chief negotiator") in found


@pytest.mark.parametrize("style", STYLES)
def test_text_without_a_verb_gives_nothing(triples, style):
    assert triples("Rain and wind.", style) == []
