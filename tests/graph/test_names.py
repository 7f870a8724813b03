"""Spellings of one name."""

from __future__ import annotations

import pytest

from kg.graph.names import initials_fit, is_part, skeleton, sounds, words


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Mikhail Orlov", "Mihail Orlov"),
        ("Recep Tayyip Erdoğan", "Recep Tayip Erdogan"),
        ("Lech Wałęsa", "Lech Walesa"),
        ("Ban Ki-moon", "Ban Ki Moon"),
        ("Youssef Haddad", "Yusef Hadad"),
    ],
)
def test_names_spelt_from_another_script_have_one_key(a: str, b: str) -> None:
    assert sounds(a) == sounds(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Maria Lopez", "Mario Lopez"),
        ("Volodymyr Orlov", "Vladimir Orlov"),
        ("Ali Hassan", "Ali Hussein"),
        ("Wang Yi", "Wang Yu"),
        ("Ivan Petrov", "Ivan Petrova"),
    ],
)
def test_names_of_two_people_have_two(a: str, b: str) -> None:
    assert sounds(a) != sounds(b)


def test_consonants_tell_less() -> None:
    assert skeleton("Mohammed Karimi") == skeleton("Muhammad Karimi")
    assert skeleton("Aleksandr Orlov") == skeleton("Alexander Orlov")
    assert skeleton("Ali Hassan") != skeleton("Omar Hassan")


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("S. Lavrov", "Sergey Lavrov", True),
        ("S.V. Lavrov", "Sergey Viktorovich Lavrov", True),
        ("S. V. Lavrov", "Sergei Viktorovich Lavrov", True),
        ("A. Lavrov", "Sergey Lavrov", False),
        ("S. Petrov", "Sergey Lavrov", False),
        ("Lavrov", "Sergey Lavrov", False),
        ("Sergey Lavrov", "Sergey Lavrov", False),
        ("", "", False),
    ],
)
def test_initials_stand_for_given_names(short: str, full: str, fits: bool) -> None:
    assert initials_fit(short, full) is fits


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("Tayyip Erdogan", "Recep Tayyip Erdoğan", True),
        ("Recep Erdogan", "Recep Tayyip Erdoğan", True),
        ("Erdogan", "Recep Tayyip Erdoğan", False),
        ("Bilal Erdogan", "Recep Tayyip Erdoğan", False),
        ("Recep Tayyip", "Recep Tayyip Erdoğan", False),
        ("Recep Tayyip Erdogan", "Recep Tayyip Erdoğan", False),
    ],
)
def test_a_part_of_a_name_ends_with_the_family_name(short: str, full: str, fits: bool) -> None:
    assert is_part(short, full) is fits


def test_words_are_without_accents_points_and_hyphens() -> None:
    assert words("Jean-Noël St. O’Brien") == ("jean", "noel", "st", "obrien")
    assert words("...") == ()
