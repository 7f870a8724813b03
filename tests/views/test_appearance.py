"""How classes look."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kg.views
from kg.views.appearance import LOOKS, class_records, look, words
from kg.vocab import PARENT

SHAPES = Path(kg.views.__file__).parent / "static" / "js" / "shapes.js"


def test_classes_of_one_colour_differ_in_shape() -> None:
    looks = [look("Accuse"), *LOOKS.values()]
    assert len({(value.shape, value.light) for value in looks}) == len(looks)


def test_every_shape_can_be_drawn() -> None:
    drawn = set(re.findall(r"^    (\w+): \(r\) =>", SHAPES.read_text("utf-8"), re.M)) | {"circle", "ring"}
    assert {value.shape for value in LOOKS.values()} | {look("Accuse").shape} <= drawn


def test_every_class_of_the_ontology_has_a_look_and_types_of_events_share_one() -> None:
    for kind in PARENT:
        assert re.fullmatch("#[0-9a-f]{6}", look(kind).light)
    assert look("Accuse") == look("Aid")


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("takesPlaceIn", "takes place in"),
        ("InternationalOrganization", "International organization"),
        ("State", "State"),
    ],
)
def test_terms_in_plain_words(term: str, expected: str) -> None:
    assert words(term) == expected


def test_records_are_in_the_order_of_the_ontology() -> None:
    names = [record["name"] for record in class_records({"State", "Person", "Meeting", "Unheard"})]
    assert names[-1] == "Unheard"
    assert sorted(names[:-1], key=list(PARENT).index) == names[:-1]
