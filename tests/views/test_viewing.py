"""``kg view``: the page of a store that is there already."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.errors import InputError
from kg.store import Store
from tests.sample_facts import FACTS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a build, with a store of the sample facts."""
    with Store(tmp_path / "store.sqlite") as store:
        for facts in FACTS:
            store.replace(facts, "test")
    return tmp_path


def test_the_page_of_a_folder_lies_beside_its_store(folder: Path) -> None:
    result = CliRunner().invoke(app, ["view", str(folder)])
    assert result.exit_code == 0
    assert "Clara Weiden" in (folder / "graph.html").read_text("utf-8")


def test_the_page_of_a_store_goes_where_it_is_wanted_under_its_title(folder: Path) -> None:
    target = folder / "pages" / "vienna.html"
    arguments = ["view", str(folder / "store.sqlite"), "--out", str(target), "--title", "Vienna"]
    assert CliRunner().invoke(app, arguments).exit_code == 0
    assert "<title>Vienna</title>" in target.read_text("utf-8")


def test_what_is_no_store_is_refused(folder: Path) -> None:
    other = folder / "graph.ttl"
    other.write_text("", "utf-8")
    result = CliRunner().invoke(app, ["view", str(other)])
    assert isinstance(result.exception, InputError)
    assert "expected a store" in str(result.exception)
