"""The served RDF as one N-Quads file on disk, with an index of where each resource is described."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.rdf.writing import FORMATS, write
from kg.vocab import PREFIXES

UNASSERTED = "/unasserted_"
SYNTAXES = ("ttl", "nt", "jsonld", "nq", "trig")


class Dump:
    """A file of quads that is written once and read by place; memory holds a few numbers per resource."""

    def __init__(self, quads: Iterable[Any], path: Path, *, base: str) -> None:
        """Write ``quads`` to ``path``; resources whose IRI begins with ``base`` are kept by id, others by IRI."""
        self.path = path
        self.base = base
        self.size = 0
        self.graphs: set[str] = set()
        self._places: dict[str, tuple[int, ...]] = {}
        self._lock = threading.Lock()
        at = 0
        with path.open("wb") as sink:
            for subject, group in groupby(quads, key=lambda quad: quad.subject):
                block = list(group)
                self.size += len(block)
                self.graphs |= {q.graph_name.value for q in block if isinstance(q.graph_name, ox.NamedNode)}
                data = ox.serialize(block, format=ox.RdfFormat.N_QUADS) or b""
                sink.write(data)
                if isinstance(subject, ox.NamedNode):
                    name = self.name(subject.value)
                    self._places[name] = (*self._places.get(name, ()), at, len(data))
                at += len(data)

    def name(self, iri: str) -> str:
        """Return the id of a resource of ours, all other IRIs as they are."""
        return iri.removeprefix(self.base)

    def __contains__(self, name: str) -> bool:
        """Return whether anything is said of the resource ``name``, an id or an IRI."""
        return name in self._places

    def describe(self, name: str) -> list[Any]:
        """Return the triples about the resource ``name``, none if there are none; what two graphs say comes once."""
        places = self._places.get(name, ())
        found: dict[Any, None] = {}
        with self.path.open("rb") as source:
            for at, length in zip(places[::2], places[1::2], strict=True):
                source.seek(at)
                for quad in ox.parse(source.read(length), format=ox.RdfFormat.N_QUADS):
                    found[quad.triple] = None
        return list(found)

    def quads(self) -> Iterator[Any]:
        """Yield every quad, in the order of the file."""
        return iter(ox.parse(path=str(self.path), format=ox.RdfFormat.N_QUADS))

    def graph(self, iri: str | None) -> Iterator[Any]:
        """Yield the triples of a named graph; of the default graph, which holds all that is asserted, if None."""
        for quad in self.quads():
            named = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else None
            if named == iri if iri is not None else named is None or UNASSERTED not in named:
                yield quad.triple

    def graph_file(self, iri: str | None, syntax: str) -> Path:
        """Return a file that holds a graph in ``syntax``; it is made when it is first asked for."""
        number = -1 if iri is None else sorted(self.graphs).index(iri)
        path = self.path.with_name(f"graph{number}.{syntax}")
        with self._lock:
            if not path.exists():
                draft = path.with_suffix(".part")
                with draft.open("wb") as sink:
                    serialize(self.graph(iri), sink, syntax, base=self.base)
                draft.replace(path)
        return path


def serialize(triples: Iterable[Any], sink: Any, syntax: str, *, base: str) -> None:
    """Write ``triples`` to ``sink`` in ``syntax``, one of ``SYNTAXES``."""
    if syntax in FORMATS:
        write(triples, sink, syntax, base=base)
    else:
        ox.serialize(triples, sink, format=ox.RdfFormat.JSON_LD, prefixes={**PREFIXES, "dkr": base})


def to_bytes(triples: Iterable[Any], syntax: str, *, base: str) -> bytes:
    """Return ``triples`` in ``syntax``, one of ``SYNTAXES``."""
    sink = io.BytesIO()
    serialize(triples, sink, syntax, base=base)
    return sink.getvalue()
