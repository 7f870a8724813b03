"""What is served: a store or RDF file, read once, as a graph for the pages and as RDF for queries."""

from __future__ import annotations

import tempfile
import threading
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

import pyoxigraph as ox

from kg.building import graph_of
from kg.errors import InputError
from kg.rdf.files import syntax_of
from kg.rdf.mapping import quads
from kg.rdf.options import Options, Statements
from kg.rdf.reading import graph_from_file
from kg.rdf.sparql import Worker
from kg.store import Store
from kg.vocab import BASE
from kg.web.dump import Dump
from kg.web.search import Search

STORE = "store.sqlite"
# Queries that are answered at the same time; each process holds the statements on its own.
PROCESSES = 2


class Spot(NamedTuple):
    """Characters ``start`` to ``end`` of an article that stand for the entity with an id."""

    start: int
    end: int
    entity: str


class Library:
    """The graph, its RDF and its search index; use it with ``with``, or ``close`` it, to end its processes."""

    def __init__(
        self, graph: Any, statements: Iterable[Any] | None = None, *, options: Options, processes: int = PROCESSES
    ) -> None:
        """Hold ``graph``; ``statements`` are its RDF if it has been read from some, ``processes`` answer queries."""
        self.base = options.base
        self._folder = tempfile.TemporaryDirectory(prefix="kg-serve-")
        self.folder = folder = Path(self._folder.name)
        self.lock = threading.Lock()
        self.graph = graph
        self.dump = Dump(
            quads(graph, options) if statements is None else statements, folder / "graph.nq", base=self.base
        )
        self.workers = tuple(Worker(self.dump.path, base=self.base) for _ in range(processes))
        self.mentions = _by_article(graph)
        self.edges = {key: (s, o) for s, o, key, record in graph.edges(keys=True, data=True)}
        self.search = Search(folder / "search.sqlite", graph)

    def __enter__(self) -> Library:
        """Return the library."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes and take the files away."""
        self.close()

    def start(self) -> None:
        """Start the processes that answer queries, one after the other, and load what they hold."""
        for worker in self.workers:
            worker.start()

    def close(self) -> None:
        """End the processes that answer queries and take the files away."""
        for worker in self.workers:
            worker.close()
        self._folder.cleanup()


def open_library(source: Path, *, base: str = BASE, statements: Statements = "reified") -> Library:
    """Return what ``source`` holds, a store, a folder with one, or an RDF file; ``statements`` matter to stores only.

    Raises:
        InputError: The file does not exist or is not RDF.
        StoreError: The store cannot be used.
    """
    if source.is_dir():
        source = source / STORE
    if not source.exists():
        raise InputError(f"{source}: no such file")
    options = Options(base=base, statements=statements, text="full", spans=True)
    if source.suffix == ".sqlite":
        with Store(source) as store:
            graph = graph_of(store)
        return Library(graph, options=options)
    graph = graph_from_file(source, base=base)
    return Library(graph, ox.parse(path=str(source), format=syntax_of(source)), options=options)


def _by_article(graph: Any) -> dict[str, list[Spot]]:
    """Return the mentions of each article, which take less room than the records they are made from."""
    found: defaultdict[str, list[Spot]] = defaultdict(list)
    for record in graph.graph.get("mentions", ()):
        found[record["article"]].append(Spot(record["start"], record["end"], record["entity"]))
    graph.graph["mentions"] = []
    return dict(found)
