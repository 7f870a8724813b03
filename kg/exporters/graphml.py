"""GraphML, for Gephi, yEd, Cytoscape and igraph."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx as nx

from kg.exporters._network import flat
from kg.rdf.options import DEFAULT, Options


def write(graph: Any, path: Path, options: Options = DEFAULT) -> None:
    """Write ``graph`` to ``path`` as GraphML; lists become text with semicolons."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".part")
    nx.write_graphml_lxml(flat(graph, options), draft, named_key_ids=True, edge_id_from_attribute=None)
    draft.replace(path)
