"""Names of offices among the words of a text."""

import pytest

from kg.nlp.offices import Match, Offices

ENDING = [
    ("the deputy foreign minister", Match(1, 4, "Deputy Foreign Minister")),
    ("the former prime minister", Match(1, 4, "Prime Minister", former=True)),
    ("both foreign ministers", Match(1, 3, "Foreign Minister", plural=True)),
    ("the old bridge", None),
]


@pytest.mark.parametrize(("text", "match"), ENDING)
def test_the_longest_office_with_its_modifiers_is_found(gazetteer, text, match):
    words = text.split()
    assert Offices(gazetteer).ending(words, len(words)) == match


STARTING = [
    ("foreign minister of Peru", Match(0, 2, "Foreign Minister")),
    ("former foreign minister of Peru", Match(0, 3, "Foreign Minister", former=True)),
    ("bridge over the river", None),
]


@pytest.mark.parametrize(("text", "match"), STARTING)
def test_an_office_is_found_from_its_first_word(gazetteer, text, match):
    assert Offices(gazetteer).starting(text.lower().split(), 0) == match
