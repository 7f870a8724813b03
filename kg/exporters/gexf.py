"""GEXF, for Gephi."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from networkx.readwrite.gexf import GEXFWriter

from kg.exporters._network import flat
from kg.rdf.options import DEFAULT, Options


def write(graph: Any, path: Path, options: Options = DEFAULT) -> None:
    """Write ``graph`` to ``path`` as GEXF 1.2; an edge's label is its predicate."""
    plain = flat(graph, options)
    for *_, record in plain.edges(data=True):
        record["label"] = record["predicate"]
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(plain)
    # networkx dates the file, which would make two equal builds differ.
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".part")
    with draft.open("wb") as sink:
        writer.write(sink)
    draft.replace(path)
