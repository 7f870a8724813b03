import pytest

from kg.nlp.acronyms import abbreviates


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("AU", "African Union"),
        ("OAS", "Organization of American States"),
        ("IAEA", "International Atomic Energy Agency"),
        ("DRC", "Democratic Republic of the Congo"),
        ("U.N.", "United Nations"),
    ],
)
def test_initials_abbreviate(short: str, long: str) -> None:
    assert abbreviates(short, long)


@pytest.mark.parametrize(
    ("short", "long"), [("EU", "African Union"), ("A", "Asia"), ("AU", "Austria"), ("NATO", "North Atlantic Treaty")]
)
def test_other_letters_do_not(short: str, long: str) -> None:
    assert not abbreviates(short, long)


def test_an_acronym_in_brackets_is_the_name_before_it_and_the_other_way_round(meant) -> None:
    assert meant("The Lake Basin Forum (LBF) met. The LBF agreed.", "LBF") == ["Lake Basin Forum"]
    assert meant("The LBF (Lake Basin Forum) met. The LBF agreed.", "LBF") == ["Lake Basin Forum"]
