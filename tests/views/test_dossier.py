"""Dossiers: what stands on the page, and that it stands alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.errors import InputError
from kg.graph.assemble import assemble
from kg.model import Assertion, Evidence, Facts
from kg.store import Store
from kg.views.accounts import Accounts
from kg.views.dossier import dossier, dossier_page
from tests.rdf.samples import entity_id, sample_graph
from tests.sample_facts import FACTS, NAIROBI

KENYA, WEIDEN, OMOLO = entity_id("Kenya"), entity_id("Clara Weiden"), entity_id("Daudi Omolo")
SWITZERLAND = entity_id("Switzerland")
COUNCIL = entity_id("OSCE ministerial council in Vienna")


@pytest.fixture(scope="module")
def accounts() -> Accounts:
    return Accounts(sample_graph())


def test_a_person_has_positions_counterparts_and_sayings(accounts: Accounts) -> None:
    it = dossier(accounts, [WEIDEN])
    assert {(s.predicate, accounts.label(s.object)) for s in it.posts} == {
        ("holdsPosition", "Foreign Minister"),
        ("represents", "Austria"),
    }
    assert accounts.label(it.counterparts[0].name) == "Daudi Omolo"
    assert it.counterparts[0].meets == (("consults", 1),)
    about = {accounts.label(name) for saying in it.sayings for name in saying.about}
    assert about == {"Austria", "Moldova", "Switzerland", "Free Coast Movement"}
    assert [accounts.label(s.by) for s in it.heard] == ["African Union"]


def test_a_sentence_about_several_is_shown_once_for_all_of_them(accounts: Accounts) -> None:
    sayings = dossier(accounts, [WEIDEN]).sayings
    assert [[accounts.label(name) for name in saying.about] for saying in sayings] == [
        ["Austria", "Moldova"],
        ["Free Coast Movement", "Switzerland"],
    ]
    assert [len(saying.claims) for saying in sayings] == [1, 1]


def test_figures_count_statements_events_articles_and_years(accounts: Accounts) -> None:
    figures = {label: number for number, label in dossier(accounts, [KENYA]).figures}
    assert figures["statements"] == "7"
    assert figures["of them planned"] == "1"
    assert figures["of them negated"] == "1"
    assert figures["events"] == "4"
    assert figures["article"] == "1"
    assert figures["source"] == "1"
    assert figures["year"] == "2023"


def test_a_meeting_tells_who_took_part_where_and_on_what(accounts: Accounts) -> None:
    parts = [(s.predicate, accounts.label(s.other(COUNCIL))) for s in dossier(accounts, [COUNCIL]).parts]
    assert parts == [
        ("hosts", "Clara Weiden"),
        ("organizes", "Organization for Security and Co-operation in Europe"),
        ("attends", "Daudi Omolo"),
        ("takesPlaceIn", "Vienna"),
        ("addresses", "arms trafficking"),
    ]


def test_a_pair_tells_only_what_is_between_the_two(accounts: Accounts) -> None:
    it = dossier(accounts, [WEIDEN, OMOLO])
    assert {s.predicate for s in it.statements} == {"consults", "attends", "hosts"}
    assert [accounts.label(name) for name in it.events] == [
        "OSCE ministerial council in Vienna",
        "Daudi Omolo meets Clara Weiden",
    ]
    assert dossier(accounts, [entity_id("Moldova"), OMOLO]).statements == ()


def test_what_is_told_differently_stands_side_by_side() -> None:
    sentence = NAIROBI.text.split("\n\n")[6]
    start = NAIROBI.text.index(sentence)
    evidence = (Evidence(NAIROBI.id, start, start + len(sentence), sentence, "made.rule", 0.7),)
    threat = Assertion(SWITZERLAND, "threatens", KENYA, "actual", KENYA, None, None, evidence)
    more = Facts(NAIROBI, FACTS[1].entities, assertions=(threat,))
    accounts = Accounts(assemble([*FACTS, more]))
    (found,) = dossier(accounts, [KENYA]).differences
    assert (found.subject, found.predicate, found.object) == (SWITZERLAND, "threatens", KENYA)
    assert {(v.status, accounts.label(v.by)) for v in found.versions} == {
        ("actual", "Kenya"),
        ("negated", "Example Wire"),
    }
    assert dossier(Accounts(sample_graph()), [KENYA]).differences == ()


def test_the_page_holds_sentences_with_their_words_marked_and_sources(accounts: Accounts) -> None:
    page = dossier_page(accounts, [KENYA])
    assert '<mark class="predicate">condemned</mark>' in page
    assert "https://example.org/news/sample-nairobi" in page
    assert "Kenya condemns raid on Port Asel" in page
    assert page == dossier_page(accounts, [KENYA])


def test_the_page_asks_nothing_of_any_other_file(accounts: Accounts) -> None:
    for names in ([KENYA], [WEIDEN, OMOLO], [COUNCIL]):
        page = dossier_page(accounts, names)
        assert not re.findall(r"<(?:script|link|img|iframe|object|embed)\b", page)
        assert not re.findall(r"\bsrc=|@import|url\(", page)
        assert all(address.startswith("https://") for address in re.findall(r'href="([^"]*)"', page))
        assert "default-src &#39;none&#39;" in page


@pytest.fixture
def store(tmp_path: Path) -> Path:
    with Store(tmp_path / "store.sqlite") as made:
        for facts in FACTS:
            made.replace(facts, "test")
    return tmp_path


def test_the_command_writes_one_file(store: Path) -> None:
    target = store / "page.html"
    ran = CliRunner().invoke(app, ["dossier", "Clara Weiden", "omolo", "--store", str(store), "--out", str(target)])
    assert ran.exit_code == 0, ran.output
    assert "<title>Clara Weiden and Daudi Omolo – dossier</title>" in target.read_text("utf-8")


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (["Clara Weidel"], "did you mean Clara Weiden"),
        (["Austria", "Nobody At All"], "nothing is named 'Nobody At All'"),
        (["Austria", "Kenya", "Moldova"], "expected one name or two"),
    ],
)
def test_the_command_says_in_one_line_what_it_does_not_find(store: Path, names: list[str], message: str) -> None:
    ran = CliRunner().invoke(app, ["dossier", *names, "--store", str(store)])
    assert isinstance(ran.exception, InputError)
    assert message in str(ran.exception)
    assert not list(store.glob("*.html"))
