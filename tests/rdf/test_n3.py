"""N3.js, the parser of the JavaScript world, reads what is exported: the same quads, hostile labels among them.

``npm ci --prefix tests/rdf/n3`` installs it; where continuous integration runs, it must be there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kg.exporters import EXPORTERS
from kg.rdf.mapping import quads
from kg.rdf.options import Options
from tests.rdf.samples import hostile_graph, sample_graph

HERE = Path(__file__).parent / "n3"
NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(
    (NODE is None or not (HERE / "node_modules").is_dir()) and os.environ.get("CI") != "true",
    reason="needs node and npm ci --prefix tests/rdf/n3",
)
NAMES = {"ttl": "Turtle", "nt": "N-Triples", "nq": "N-Quads", "trig": "TriG"}


def read_by_n3(path: Path, syntax: str) -> list[ox.Quad]:
    assert NODE is not None, "continuous integration must have node installed"
    command = [NODE, HERE / "read.mjs", path, NAMES[syntax]]
    told = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    return list(ox.parse(told, format=ox.RdfFormat.N_QUADS))


@pytest.mark.parametrize("syntax", sorted(NAMES))
@pytest.mark.parametrize("make", [sample_graph, hostile_graph])
def test_n3_reads_the_same_quads(syntax: str, make: Any, tmp_path: Path) -> None:
    named = syntax in ("nq", "trig")
    options = Options(statements="named-graphs" if named else "reified", text="full", spans=True)
    path = tmp_path / EXPORTERS[syntax].filename
    EXPORTERS[syntax].write(make(), path, options)
    found = read_by_n3(path, syntax)
    expected = set(quads(make(), options))
    assert set(found) == expected
    assert len(found) == len(expected)
