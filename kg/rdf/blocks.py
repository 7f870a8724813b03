"""What RDF says of one thing in one graph, as one piece: the unit in which graphs are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

import pyoxigraph as ox

from kg.rdf.describe import Pair
from kg.rdf.terms import iri


class Block(NamedTuple):
    """What is said of ``subject`` (an IRI, or a blank node: ``_:b``) in ``graph`` (an IRI; empty: the default)."""

    graph: str
    subject: str
    pairs: list[Pair]


def to_quads(blocks: Iterable[Block]) -> Iterator[ox.Quad]:
    """Yield the statements of ``blocks``."""
    for graph, name, pairs in blocks:
        subject = ox.BlankNode(name[2:]) if name.startswith("_:") else ox.NamedNode(name)
        # Left out where it is the default graph: as an argument that costs more than all the rest.
        graphs = (ox.NamedNode(graph),) if graph else ()
        for predicate, object in pairs:
            yield ox.Quad(subject, predicate, object, *graphs)


def to_blocks(statements: Iterable[Any]) -> Iterator[Block]:
    """Yield quads or triples as blocks: what stands together of the same subject, in the same graph."""
    for (graph, subject), own in groupby(statements, key=_place):
        # One object for each predicate, as ``mapping`` has it.
        yield Block(graph, subject, [(iri(item.predicate.value), item.object) for item in own])


def _place(item: Any) -> tuple[str, str]:
    graph = getattr(item, "graph_name", None)
    name = "" if graph is None or isinstance(graph, ox.DefaultGraph) else graph.value
    subject = item.subject
    return name, f"_:{subject.value}" if isinstance(subject, ox.BlankNode) else subject.value
