"""The graph as a plain networkx graph: flat attributes, for networkx's own writers."""

from __future__ import annotations

from typing import Any

import networkx as nx

from kg.exporters._rows import edge_rows, node_rows
from kg.rdf.options import Options


def flat(graph: Any, options: Options) -> Any:
    """Return a copy of ``graph`` in sorted order whose attributes are strings and numbers only."""
    plain: Any = nx.MultiDiGraph()
    for row in node_rows(graph):
        plain.add_node(row.pop("id"), **row)
    for row in edge_rows(graph, options):
        for column in ("subject_label", "object_label"):
            row.pop(column)
        plain.add_edge(row.pop("subject"), row.pop("object"), key=row.pop("id"), **row)
    return plain
