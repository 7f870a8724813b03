import pytest

from kg.gazetteer.forms import FormIndex, mark_ambiguous
from kg.gazetteer.records import Form

NAMES = (
    Form("Cambria", "state_XA", "name"),
    Form("U.C.", "state_XA", "acronym"),
    Form("Republic of the Cambria", "state_XA", "official"),
    Form("Côte d'Or", "place_cote", "name"),
    Form("Port-el-Bahr", "place_port", "name"),
    Form("The Dunes", "place_dunes", "name"),
    Form("the Citadel", "state_XA", "metonym"),
    Form("WHEN", "organization_when", "acronym"),
    Form("CAMECO", "organization_cameco", "acronym"),
    Form("Trade & Peace League", "organization_league", "name"),
)
INDEX = FormIndex(mark_ambiguous(NAMES, ()))


@pytest.mark.parametrize(
    ("words", "end", "entity"),
    [
        ("Cambria said", 1, "state_XA"),
        ("CAMBRIA SAID", 1, "state_XA"),
        ("UC forces", 1, "state_XA"),
        ("U.C. forces", 1, "state_XA"),
        ("Republic of Cambria .", 3, "state_XA"),
        ("Republic of the Cambria", 4, "state_XA"),
        ("Cote d’Or", 2, "place_cote"),
        ("Port - el - Bahr , where", 5, "place_port"),
        ("Port-el-Bahr", 1, "place_port"),
        ("Port El Bahr", 3, "place_port"),
        ("The Dunes", 2, "place_dunes"),
        ("Citadel officials", 1, "state_XA"),
        ("WHEN experts", 1, "organization_when"),
        ("Cameco experts", 1, "organization_cameco"),
        ("Trade and Peace League", 4, "organization_league"),
    ],
)
def test_a_form_is_found_however_it_is_written(words: str, end: int, entity: str) -> None:
    found = INDEX.longest(words.split(), 0)
    assert found is not None
    assert (found[0], {form.entity for form in found[1]}) == (end, {entity})


@pytest.mark.parametrize(
    "words", ["cambria said", "When he", "when he", "Dunes", "the Citadel", "Republic of", ".", "-"]
)
def test_words_that_only_look_like_a_form_are_no_form(words: str) -> None:
    assert INDEX.longest(words.split(), 0) is None


def test_lookup_ignores_letter_case_and_the_article_but_not_of_acronyms() -> None:
    assert [form.entity for form in INDEX.forms("cambria")] == ["state_XA"]
    assert [form.kind for form in INDEX.forms("The Citadel")] == ["metonym"]
    assert INDEX.forms("when") == ()
    assert INDEX.forms("Nowhere") == ()


def test_a_form_of_two_entities_or_in_the_list_is_ambiguous() -> None:
    forms = [Form("Twin", "place_a", "name"), Form("Twin", "place_b", "name"), Form("Rose", "place_c", "name")]
    capital = [Form("Solo", "place_d", "name"), Form("Solo", "state_XA", "capital")]
    marked = mark_ambiguous([*forms, *capital], ["Rose"])
    assert {form.name for form in marked if form.ambiguous} == {"Twin", "Rose"}
