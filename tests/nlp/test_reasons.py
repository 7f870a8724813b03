"""Whose "its" is in what somebody is blamed, punished, thanked for or asked to end."""

import pytest

from tests.extractors.edges import edges

ROWS = [
    ("The EU criticised Russia for its annexation of Crimea.", "Russia coerces Crimea"),
    ("The EU imposed sanctions on Chad over its attack on Mali.", "Chad assaults Mali"),
    ("NATO suspended Chad's aid over its attack on Mali.", "Chad assaults Mali"),
    ("Togo broke off ties with Chad over its support for Mali.", "Chad supports Mali"),
    ("Togo protested to Chad over its attack on Mali.", "Chad assaults Mali"),
    ("Togo warned Chad over its support for Mali.", "Chad supports Mali"),
    ("Togo thanked Chad for its support for Mali.", "Chad supports Mali"),
    ("Togo urged Chad to end its support for Mali.", "Chad supports Mali"),
    ("Togo asked Chad to explain its attack on Mali.", "Chad assaults Mali"),
    ("Ana Soto of Peru thanked Luis Vega of Chile for his support for Mali.", "Luis Vega supports Mali"),
    # Whose reason it is his own.
    ("Togo apologised to Chad for its attack on Mali.", "Togo assaults Mali"),
    ("Togo asked Chad to back its attack on Mali.", "Togo assaults Mali"),
    ("Togo briefed Chad on its support for Mali.", "Togo supports Mali"),
    ("Togo was criticised by Chad for its attack on Mali.", "Togo assaults Mali"),
    ("Togo has earned praise from Chad for its support for Mali.", "Togo supports Mali"),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_whose_act_the_reason_is(facts, text, expected):
    predicate, target = expected.split(" ")[-2:]
    found = {edge for edge in edges(facts(text), predicate) if edge.endswith(f"{predicate} {target}")}
    assert found == {expected}


def test_their_reason_is_of_all_who_are_thanked(facts):
    found = edges(facts("Togo and Benin thanked Chad and Niger for their support for Mali."), "supports")
    assert {edge for edge in found if edge.endswith("Mali")} == {"Chad supports Mali", "Niger supports Mali"}


@pytest.mark.parametrize(
    "text",
    ["Chad won support from Mali.", "Chad won praise from Mali.", "Togo and Benin won praise from Mali."],
)
def test_what_is_won_is_no_verb(facts, text):
    assert any(edge.startswith("Mali supports") for edge in edges(facts(text), "supports"))
