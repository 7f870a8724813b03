"""HTML: the page of the graph, one file that opens by double click and needs no network."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kg.rdf.options import DEFAULT, Options
from kg.views.page import TITLE, page


def write(graph: Any, path: Path, options: Options = DEFAULT, *, title: str | None = None) -> None:
    """Write the page of ``graph`` to ``path``, UTF-8; sentences are left out where ``options.text`` is ``none``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".part")
    text = page(graph, title=title or TITLE, base=options.base, sentences=options.text != "none")
    draft.write_bytes(text.encode("utf-8"))
    draft.replace(path)
