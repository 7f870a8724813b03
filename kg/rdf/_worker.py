"""The process that holds a store and answers queries: it can be killed, and can open no file or socket.

Run as ``python -m kg.rdf._worker``; frames of pickled tuples come in at standard input and go out at standard output.
"""

from __future__ import annotations

import contextlib
import pickle
import struct
import sys
from collections.abc import Mapping
from typing import IO, Any

import pyoxigraph as ox

HEADER = struct.Struct("<Q")
UNASSERTED = "/unasserted_"


def send(stream: IO[bytes], message: Any) -> None:
    """Write ``message`` to ``stream`` as one frame."""
    data = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(HEADER.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """Return the next message of ``stream``.

    Raises:
        EOFError: The other side has gone.
    """
    header = stream.read(HEADER.size)
    if len(header) < HEADER.size:
        raise EOFError
    (size,) = HEADER.unpack(header)
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return pickle.loads(data)


def confine(memory_mb: int) -> None:
    """Give up the right to open files and sockets, and to take more than ``memory_mb`` beyond what is taken."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; there the guard and the time limit stand alone.
        return
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    taken = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    # Address space is taken in larger pieces than memory is: leave room for those.
    limit = 2 * taken + memory_mb * 2**20
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def load(items: list[tuple[str, Any]]) -> ox.Store:
    """Return a store with each item: ("file", (path, syntax)) or ("quads", N-Quads)."""
    store = ox.Store()
    for kind, item in items:
        if kind == "file":
            path, syntax = item
            store.bulk_load(path=path, format=ox.RdfFormat.from_extension(syntax))
        else:
            store.bulk_load(input=item, format=ox.RdfFormat.N_QUADS)
    return store


def asserted(store: ox.Store) -> list[ox.NamedNode | ox.DefaultGraph] | None:
    """Return the graphs that a query reads unless it asks for all; None if that is every graph."""
    named = [graph for graph in store.named_graphs() if isinstance(graph, ox.NamedNode)]
    kept = [graph for graph in named if UNASSERTED not in graph.value]
    return None if len(kept) == len(named) else [ox.DefaultGraph(), *kept]


def answer(store: ox.Store, graphs: Any, request: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return the result of a query as plain values: ("table", columns, rows, cut), ("graph", triples, cut), …"""
    scope: dict[str, Any] = {"default_graph": graphs}
    if request["graphs"] is not None:
        scope = {"default_graph": request["graphs"][0], "named_graphs": request["graphs"][1]}
    elif graphs is None or request["everything"]:
        scope = {"use_default_graph_as_union": True}
    found = store.query(
        request["text"],
        prefixes=request["prefixes"],
        substitutions={ox.Variable(name): term for name, term in request["terms"].items()},
        **scope,
    )
    most = request["max_rows"]
    if isinstance(found, ox.QueryBoolean):
        return ("truth", bool(found))
    if isinstance(found, ox.QueryTriples):
        triples = [triple for triple, _ in zip(found, range(most + 1), strict=False)]
        return ("graph", triples[:most], len(triples) > most)
    columns = [variable.value for variable in found.variables]
    shown = [i for i, name in enumerate(columns) if name not in request["hidden"]]
    rows = [tuple(row[i] for i in shown) for row, _ in zip(found, range(most + 1), strict=False)]
    return ("table", [columns[i] for i in shown], rows[:most], len(rows) > most)


def main() -> None:
    """Load the store that the first frame names, then answer queries until the other side has gone."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    try:
        items, memory_mb = receive(source)
        store = load(items)
        graphs = asserted(store)
        del items
        confine(memory_mb)
        send(sink, ("ready", len(store)))
    except (OSError, SyntaxError, ValueError) as error:
        send(sink, ("error", str(error)))
        return
    while True:
        try:
            request = receive(source)
        except EOFError:
            return
        try:
            reply = answer(store, graphs, request)
        except (SyntaxError, OSError, ValueError, RuntimeError, MemoryError) as error:
            reply = ("error", str(error) or "not enough memory")
        send(sink, reply)


if __name__ == "__main__":
    main()
