"""N-Triples: the graph as RDF."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kg.rdf.mapping import blocks
from kg.rdf.options import DEFAULT, Options
from kg.rdf.writing import write_file


def write(graph: Any, path: Path, options: Options = DEFAULT) -> None:
    """Write ``graph`` to ``path`` as N-Triples.

    Raises:
        DataError: An id, class or number of the graph cannot be written in RDF.
    """
    write_file(blocks(graph, options.without_graphs()), path, "nt", base=options.base)
