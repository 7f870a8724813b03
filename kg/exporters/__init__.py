"""Ways to write a graph, one module each, chosen by name: ``EXPORTERS["ttl"].write(graph, path)``.

Every ``write(graph, path, options)`` writes one file (``csv``: three beside each other) in sorted order and asks
nothing back; ``options`` matter to the RDF formats.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kg.exporters import csv, gexf, graphml, html, jsonld, nquads, ntriples, plover, trig, turtle
from kg.rdf.options import Options

Write = Callable[[Any, Path, Options], None]


@dataclass(frozen=True)
class Exporter:
    """A format: its name, the file that a build makes of it, its media type, and the function that writes it."""

    name: str
    filename: str
    media_type: str
    write: Write


EXPORTERS: Mapping[str, Exporter] = MappingProxyType(
    {
        exporter.name: exporter
        for exporter in (
            Exporter("ttl", "graph.ttl", "text/turtle", turtle.write),
            Exporter("nt", "graph.nt", "application/n-triples", ntriples.write),
            Exporter("nq", "graph.nq", "application/n-quads", nquads.write),
            Exporter("trig", "graph.trig", "application/trig", trig.write),
            Exporter("jsonld", "graph.jsonld", "application/ld+json", jsonld.write),
            Exporter("graphml", "graph.graphml", "application/graphml+xml", graphml.write),
            Exporter("gexf", "graph.gexf", "application/gexf+xml", gexf.write),
            Exporter("csv", "nodes.csv", "text/csv", csv.write),
            Exporter("html", "graph.html", "text/html", html.write),
            Exporter("plover", "plover.jsonl", "application/jsonl", plover.write),
        )
    }
)
