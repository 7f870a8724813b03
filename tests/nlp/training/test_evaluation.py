"""The measures, and the shipped weights measured on a made treebank."""

import json

import pytest
from typer.testing import CliRunner

from kg.nlp.training.__main__ import app
from kg.nlp.training.evaluation import Names, percent
from tests.nlp.training.samples import write


@pytest.mark.parametrize(
    ("found", "given", "figures"),
    [
        ("B-ORG I-ORG O", "B-ORG I-ORG O", {"all": 100.0, "ORG": 100.0}),
        ("B-ORG O O", "B-ORG I-ORG O", {"all": 0.0, "ORG": 0.0}),
        ("B-GPE O O", "B-LOC O O", {"all": 0.0, "places": 100.0}),
        ("O O O", "O O O", {}),
        ("B-PERSON O B-ORG", "B-PERSON O O", {"all": 66.67, "PER": 100.0, "ORG": 0.0}),
    ],
)
def test_names_count_by_exact_span_and_label(found, given, figures):
    names = Names()
    names.add(found.split(), given.split())
    assert names.figures() == figures


def test_nothing_of_nothing_is_no_percent():
    assert percent(0, 0) == 0.0


def test_evaluate_prints_a_figure_for_each_file(tmp_path):
    data = write(tmp_path / "data")
    runner = CliRunner()
    result = runner.invoke(app, ["evaluate", "--data", str(data), "--json"])
    figures = json.loads(result.stdout)
    assert set(figures) == {"made_dev.conllu", "other_dev.iob2"}
    assert figures["made_dev.conllu"]["UPOS"] >= 90
    assert figures["made_dev.conllu"]["UAS"] >= figures["made_dev.conllu"]["LAS"] >= 80
    table = runner.invoke(app, ["evaluate", "--data", str(data)])
    assert "made_dev.conllu" in table.stdout
    assert "UPOS" in table.stdout
