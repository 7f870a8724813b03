"""Which thing a reader means."""

from __future__ import annotations

import pytest

from kg.errors import InputError
from kg.graph.assemble import assemble
from kg.model import Article, Entity, Facts
from kg.views.accounts import Accounts
from kg.views.naming import find
from tests.rdf.samples import entity_id, sample_graph


@pytest.fixture(scope="module")
def accounts() -> Accounts:
    twins = (
        Entity("state_GE", "State", "Georgia"),
        Entity("place_Q1428", "Place", "Georgia"),
        Entity("person_a", "Person", "José Núñez"),
        Entity("person_b", "Person", "Ana Nuñez\n\x1b[31m"),
    )
    return Accounts(assemble([Facts(Article("a", "Text."), twins)]))


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Clara Weiden", "Clara Weiden"),
        ("weiden", "Clara Weiden"),
        ("OSCE", "Organization for Security and Co-operation in Europe"),
        ("security in europe", "Organization for Security and Co-operation in Europe"),
        ("ministerial council", "OSCE ministerial council in Vienna"),
        ("state_KE", "Kenya"),
    ],
)
def test_a_thing_is_found_by_label_alias_words_or_id(name: str, label: str) -> None:
    assert find(Accounts(sample_graph()), name) == entity_id(label)


def test_accents_and_case_do_not_matter(accounts: Accounts) -> None:
    assert find(accounts, "jose nunez") == "person_a"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Georgia", "'Georgia' may mean Georgia (place_Q1428), Georgia (state_GE); give the id of one"),
        ("Nunez", "may mean José Núñez (person_a), Ana Nuñez �[31m (person_b)"),
        ("Gorgia", "nothing is named 'Gorgia'; did you mean Georgia ("),
        ("Atlantis", "nothing is named 'Atlantis'"),
        ("", "nothing is named ''"),
        ("\n", "nothing is named '\\n'"),
    ],
)
def test_what_is_unknown_or_ambiguous_is_told_in_one_line(accounts: Accounts, name: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        find(accounts, name)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "\x1b" not in str(caught.value)
