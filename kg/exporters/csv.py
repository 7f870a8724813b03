"""CSV: nodes, edges and events as three tables."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from kg.exporters._rows import EDGE, EVENT, NODE, Row, edge_rows, event_rows, node_rows
from kg.rdf.options import DEFAULT, Options

# A spreadsheet runs a cell that begins so as a formula; an apostrophe in front makes it text.
FORMULA = re.compile(r"\s*[=+@|%-]")


def write(graph: Any, path: Path, options: Options = DEFAULT) -> None:
    """Write ``nodes.csv``, ``edges.csv`` and ``events.csv`` into the folder of ``path``, UTF-8 with a header row."""
    folder = path.parent
    folder.mkdir(parents=True, exist_ok=True)
    _table(folder / "nodes.csv", NODE, node_rows(graph))
    _table(folder / "edges.csv", EDGE, edge_rows(graph, options))
    _table(folder / "events.csv", EVENT, event_rows(graph, options))


def _table(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    draft = path.with_name(path.name + ".part")
    with draft.open("w", encoding="utf-8", newline="") as sink:
        writer = csv.DictWriter(sink, columns, restval="", lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        for row in rows:
            writer.writerow({name: _safe(value) for name, value in row.items()})
    draft.replace(path)


def _safe(value: str | float) -> str | float:
    return "'" + value if isinstance(value, str) and FORMULA.match(value) else value
