"""A plural folder is a set, listed in its ``__init__.py``: no module of it is left out, and all have the same shape."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterable
from pathlib import Path

import kg
from kg.exporters import EXPORTERS
from kg.extractors import EXTRACTORS
from kg.readers import READERS

PACKAGE = Path(kg.__file__).parent
# claims reads what the others found, and open triples are no facts: kg.extractors calls the one, kg triples the other.
APART = {"claims", "open"}


def members(folder: str) -> set[str]:
    """Return the modules of a folder; those named with ``_`` hold what the others share."""
    return {path.stem for path in (PACKAGE / folder).glob("*.py") if not path.stem.startswith("_")}


def homes(functions: Iterable[object]) -> set[str]:
    return {inspect.unwrap(function).__module__.rpartition(".")[2] for function in functions}  # type: ignore[arg-type]


def test_no_reader_is_left_out() -> None:
    assert homes(READERS.values()) == members("readers")


def test_no_extractor_is_left_out() -> None:
    assert homes(EXTRACTORS) == members("extractors") - APART
    assert members("extractors") >= APART


def test_no_exporter_is_left_out() -> None:
    assert homes(exporter.write for exporter in EXPORTERS.values()) == members("exporters")


def test_the_modules_of_a_folder_have_one_shape() -> None:
    for folder, verb in (("readers", "read"), ("extractors", "extract"), ("exporters", "write")):
        for name in sorted(members(folder) - {"open"}):
            function = getattr(importlib.import_module(f"kg.{folder}.{name}"), verb)
            assert inspect.isfunction(function), f"kg.{folder}.{name}.{verb}"
