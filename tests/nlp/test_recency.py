import pytest

from kg.nlp.recency import Recent, is_subject


@pytest.mark.parametrize(
    ("text", "word", "subject"),
    [
        ("Ana Soto left.", "Ana", True),
        ("Chile's minister, Ana Soto, left.", "Ana", True),
        ("They met Ana Soto.", "Ana", False),
        ("The plan was signed by Chile.", "Chile", False),
    ],
)
def test_a_name_in_the_phrase_of_a_subject_is_one(analysed, text: str, word: str, subject: bool) -> None:
    assert is_subject(next(token for token in analysed(text) if token.text == word)) is subject


def test_the_last_of_each_kind_are_kept_in_order() -> None:
    recent = Recent()
    for start, person in enumerate("abab"):
        recent.people.append((person, start, False))
    recent.bodies.append(("x", "State", 5, True))
    recent.groups += [(True, ("a", "b"), 0), (False, ("x", "y", "z"), 0)]
    assert recent.last_people() == ("a", "b")
    assert recent.only_people() == ("a", "b")
    assert recent.last_states() == ()
    assert recent.only_state() == "x"
    assert recent.last_group(True) == ("a", "b")
    assert recent.last_group(None, 3) == ("x", "y", "z")
    assert recent.last_group(None, 4) == ()
