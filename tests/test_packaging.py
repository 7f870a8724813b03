"""The wheel holds all that an installed kg needs, and nothing else."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

wheel = pytest.importorskip("hatchling.builders.wheel", reason="hatchling is not installed")


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the files in the wheel."""
    (path,) = wheel.WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("dist")))
    return set(zipfile.ZipFile(path).namelist())


def tracked(*folders: str) -> set[str]:
    """Return the files that git knows in ``folders``."""
    done = subprocess.run(["git", "ls-files", *folders], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("not a git checkout")
    return {name for name in done.stdout.splitlines() if (ROOT / name).is_file()}


def test_the_package_is_whole(names: set[str]) -> None:
    assert tracked("kg") <= names


@pytest.mark.parametrize(
    ("folder", "inside"),
    [("data/gazetteer", "kg/data/gazetteer"), ("data/lexicon", "kg/data/lexicon"), ("ontology", "kg/data/ontology")],
)
def test_the_tables_are_inside(names: set[str], folder: str, inside: str) -> None:
    wanted = {inside + name.removeprefix(folder) for name in tracked(folder) if not name.endswith(".gitkeep")}
    assert wanted
    assert wanted <= names


def test_model_page_and_licences_are_inside(names: set[str]) -> None:
    assert {
        "kg/nlp/weights/int8_static.onnx",
        "kg/nlp/weights/tokenizer.json",
        "kg/nlp/weights/card.json",
        "kg/nlp/lemmas.tsv",
        "kg/views/static/land.txt",
        "kg/py.typed",
    } <= names
    licences = {Path(name).name for name in names if ".dist-info/licenses/" in name}
    assert licences == {"LICENSE", "NOTICE"}


def test_nothing_else_is_inside(names: set[str]) -> None:
    own = {name for name in names if ".dist-info/" not in name}
    assert {name.split("/")[0] for name in own} == {"kg"}
    assert not [name for name in own if "__pycache__" in name or name.endswith((".pyc", ".orig"))]
    assert not [name for name in own if name.startswith(("kg/data/articles", "kg/data/gold"))]
