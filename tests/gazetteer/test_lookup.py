import pytest

from kg.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("name", "kind", "entity"),
    [
        ("U.S.", "acronym", "state_US"),
        ("America", "alias", "state_US"),
        ("Great Britain", "alias", "state_GB"),
        ("UAE", "acronym", "state_AE"),
        ("DPRK", "acronym", "state_KP"),
        ("Türkiye", "alias", "state_TR"),
        ("Turkiye", "alias", "state_TR"),
        ("USSR", "acronym", "state_SUHH"),
        ("Russian", "adjective", "state_RU"),
        ("Poles", "people", "state_PL"),
        ("Moscow", "capital", "state_RU"),
        ("Moscow", "name", "place_Q649"),
        ("the Kremlin", "metonym", "state_RU"),
        ("Kiev", "alias", "place_Q1899"),
        ("SCO", "acronym", "organization_Q485207"),
        ("Shanghai Cooperation Organisation", "alias", "organization_Q485207"),
        ("UN", "acronym", "organization_Q1065"),
        ("Nato", "alias", "organization_Q7184"),
        ("Daesh", "alias", "organization_Q2429253"),
        ("Sergei Lavrov", "alias", "person_Q58217"),
    ],
)
def test_the_names_of_the_news_are_known(gazetteer: Gazetteer, name: str, kind: str, entity: str) -> None:
    assert (kind, entity) in {(form.kind, form.entity) for form in gazetteer.forms(name)}


def test_capitals_and_metonyms_stand_for_their_states(gazetteer: Gazetteer) -> None:
    assert gazetteer.metonym("Damascus") == "state_SY"
    assert gazetteer.metonym("Kremlin") == "state_RU"
    assert gazetteer.metonym("Casa Rosada") == "state_AR"
    assert gazetteer.metonym("Kasumigaseki") == "state_JP"
    assert gazetteer.metonym("Hamburg") is None
    assert gazetteer.capital_of("state_UZ") == "place_Q269"
    assert gazetteer.capital_of("state_SUHH") is None


def test_places_and_bodies_lead_to_their_state(gazetteer: Gazetteer) -> None:
    assert gazetteer.state_of("place_Q5753") == "state_UZ"
    assert gazetteer.state_of("organization_quds_force") == "state_IR"
    assert gazetteer.state_of("state_RU") == "state_RU"
    assert gazetteer.state_of("organization_Q1065") is None
    assert gazetteer.state_of("place_nowhere") is None


def test_bodies_are_named_by_state(gazetteer: Gazetteer) -> None:
    ministry = next(body for body in gazetteer.bodies if "Ministry of Foreign Affairs" in body.variants)
    assert ministry.own
    assert ministry.label("Uzbekistan") == "Foreign Ministry of Uzbekistan"
    assert gazetteer.body("Foreign Ministry", "state_US") == "organization_Q789915"
    assert gazetteer.body("Foreign Ministry", "state_UZ") is None


@pytest.mark.parametrize(
    ("office", "of", "date", "person"),
    [
        ("Foreign Minister", "state_RU", "2018-04-24", "person_Q58217"),
        ("Foreign Minister", "state_RU", "2018", "person_Q58217"),
        ("Secretary-General", "organization_Q1065", "2016-12", "person_Q1253"),
        ("Secretary of State", "state_US", "1983-11", "person_george_shultz"),
        ("Foreign Minister", "state_SUHH", "1984-09-28", "person_andrei_gromyko"),
        ("President", "state_AR", "1982-05", "person_leopoldo_galtieri"),
        ("Prime Minister", "state_IN", "1986", "person_rajiv_gandhi"),
        ("Secretary of State", "state_US", "2016/2018", None),
        ("President", "state_US", "2021", None),
        ("President", "state_US", None, None),
        ("Foreign Minister", "state_RU", "1890", None),
        ("Spokesperson", "organization_chinese_foreign_ministry", "2021-05", None),
    ],
)
def test_a_holder_is_given_only_if_it_was_one_person(
    gazetteer: Gazetteer, office: str, of: str, date: str | None, person: str | None
) -> None:
    assert gazetteer.holder(office, of, date) == person


def test_a_person_has_terms_and_a_surname(gazetteer: Gazetteer) -> None:
    assert [term.office for term in gazetteer.terms("person_Q567", "2010-05-05")] == ["Chancellor"]
    assert gazetteer.terms("person_nobody") == ()
    assert "person_Q58217" in gazetteer.surname("Lavrov")
    assert gazetteer.surname("Zzyzx") == ()


def test_ordinary_words_and_shared_names_are_marked(gazetteer: Gazetteer) -> None:
    for name in ("Turkey", "Chad", "Jordan", "Georgia", "Nice", "IS", "AU", "Mali", "Congo"):
        assert all(form.ambiguous for form in gazetteer.forms(name)), name
    assert not any(form.ambiguous for form in gazetteer.forms("Uzbekistan"))
    assert gazetteer.forms("Who") == ()
    assert gazetteer.longest(["who", "said"], 0) is None
