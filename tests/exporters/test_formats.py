"""What every exporter must do: list itself, write the same bytes, survive hostile labels."""

from __future__ import annotations

import pkgutil
from pathlib import Path

import pytest

import kg.exporters
from kg.exporters import EXPORTERS
from kg.rdf.options import Options
from tests.rdf.samples import FACTS, hostile_graph, sample_graph

NAMES = sorted(EXPORTERS)


def test_every_module_is_listed() -> None:
    modules = {m.name for m in pkgutil.iter_modules(kg.exporters.__path__) if not m.name.startswith("_")}
    listed = {exporter.write.__module__.rsplit(".", 1)[1] for exporter in EXPORTERS.values()}
    assert listed == modules


@pytest.mark.parametrize("name", NAMES)
def test_two_runs_write_the_same_bytes(name: str, tmp_path: Path) -> None:
    files = []
    for run in ("a", "b"):
        path = tmp_path / run / EXPORTERS[name].filename
        path.parent.mkdir()
        EXPORTERS[name].write(sample_graph(), path, Options())
        files.append({file.name: file.read_bytes() for file in sorted(path.parent.iterdir())})
    assert files[0] == files[1]
    assert all(files[0].values())


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_articles_changes_nothing(name: str, tmp_path: Path) -> None:
    for run, parts in (("a", FACTS), ("b", FACTS[::-1])):
        path = tmp_path / run / EXPORTERS[name].filename
        path.parent.mkdir()
        EXPORTERS[name].write(sample_graph(parts), path, Options())
    assert (tmp_path / "a" / EXPORTERS[name].filename).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_hostile_labels_are_written(name: str, tmp_path: Path) -> None:
    path = tmp_path / EXPORTERS[name].filename
    EXPORTERS[name].write(hostile_graph(), path, Options(text="full", spans=True))
    assert path.stat().st_size > 0
    assert b"\x00" not in path.read_bytes()
