"""Imports follow the way of the data: a module imports from its own layer or from one before it, no later one."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg

PACKAGE = Path(kg.__file__).parent

# In the order of the data; what stands in one line is one layer. The names are modules or folders of kg/.
LAYERS = (
    ("errors", "model", "vocab"),
    ("settings", "gazetteer", "lexicon"),
    ("readers",),
    ("nlp",),
    ("clauses",),
    ("extractors",),
    ("store",),
    ("graph",),
    ("rdf", "views", "exporters"),
    ("engine",),
    ("building",),
    ("exporting",),
    ("evaluation",),
    ("web",),
    ("cli",),
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
# Within a layer, who may import whom; a pair that is not here must not meet.
INSIDE = {("vocab", "errors"), ("exporters", "rdf"), ("exporters", "views"), ("views", "rdf")}
# The package itself and the module that runs it stand above all layers.
ABOVE = {"__init__", "__main__"}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def layer(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and the layer of each import from kg, wherever in the module it stands."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            names = [f"{node.module}.{alias.name}" if node.module == "kg" else node.module for alias in node.names]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == "kg" and len(parts) > 1:
                yield node.lineno, parts[1]


def may_import(importer: str, other: str) -> bool:
    if importer == other or importer in ABOVE:
        return True
    if other not in RANK:
        # Names that kg itself offers, such as kg.load: only what stands above may go through them.
        return RANK[importer] == len(LAYERS) - 1
    if RANK[importer] == RANK[other]:
        return (importer, other) in INSIDE
    return RANK[other] < RANK[importer]


def test_every_module_has_a_layer() -> None:
    assert {layer(path) for path in modules()} <= {*RANK, *ABOVE}


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_from_its_layer_and_those_before(path: Path) -> None:
    wrong = [
        f"line {line}: {layer(path)} imports {other}"
        for line, other in imported(path)
        if not may_import(layer(path), other)
    ]
    assert wrong == []


def test_nothing_is_imported_relatively() -> None:
    relative = [
        path.name
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


def test_the_check_sees_a_step_back() -> None:
    assert not may_import("store", "graph")
    assert not may_import("web", "cli")
    assert may_import("cli", "web")
    assert may_import("cli", "building")
