"""The card of the weights says what is shipped."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.errors import DataError
from kg.nlp.card import CARD, card, fingerprint
from kg.nlp.parser import FILES, WEIGHTS


def test_the_card_speaks_of_the_weights_beside_it() -> None:
    """Version, licences, quality and sizes are all there."""
    info = card()
    assert fingerprint(WEIGHTS).startswith(info["version"])
    assert info["licence"] == "CC BY-SA 4.0"
    assert all(figures for figures in info["quality"].values())
    assert set(info["sizes"]) == set(FILES)
    assert info["labels"]["upos"] == 17


def test_every_source_with_a_licence_of_attribution_is_attributed() -> None:
    """Each corpus has the names of its authors."""
    info = card()
    corpora = [name for name, licence in info["licences"].items() if licence.startswith(("CC", "annotation"))]
    for corpus in corpora:
        assert any(corpus.startswith(named) for named in info["attribution"]), corpus


def _fake(folder: Path) -> Path:
    for name in FILES:
        (folder / name).write_text("{}", encoding="utf-8")
    shutil.copy(WEIGHTS / CARD, folder)
    return folder


def test_a_card_of_other_weights_is_refused(tmp_path: Path) -> None:
    """Figures of one model must not be told of another."""
    with pytest.raises(DataError, match="other weights"):
        card(_fake(tmp_path))


@pytest.mark.parametrize("name", [CARD, *FILES])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    """One line says what is not there."""
    (_fake(tmp_path) / name).unlink()
    with pytest.raises(DataError, match=name):
        card(tmp_path)


def test_the_command_prints_the_card_for_people_and_as_json() -> None:
    """The version stands in both."""
    runner = CliRunner()
    told = runner.invoke(app, ["model", "info"])
    assert told.exit_code == 0
    assert f"version: {card()['version']}" in told.stdout
    assert "licence: CC BY-SA 4.0" in told.stdout
    as_json = runner.invoke(app, ["model", "info", "--json"])
    assert json.loads(as_json.stdout) == card()
