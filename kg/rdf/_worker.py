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
ASIDE = ox.NamedNode("urn:diplomatic-kg:aside")
IS_UNASSERTED = 'CONTAINS(STR(?g), "/unasserted_")'


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


def unite(store: ox.Store) -> list[ox.NamedNode | ox.BlankNode]:
    """Add what the named graphs hold to the default graph, once each, and return their names.

    A union of graphs that is only made while a query runs takes each of them in turn, for every row, and gives a
    statement as often as there are graphs that hold it. What is unasserted goes to a graph of its own.
    """
    names = list(store.named_graphs())
    if names:
        store.update(f"INSERT {{ ?s ?p ?o }} WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER (!{IS_UNASSERTED}) }}")
        store.update(
            f"INSERT {{ GRAPH {ASIDE} {{ ?s ?p ?o }} }}"
            f" WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER ({IS_UNASSERTED}) FILTER NOT EXISTS {{ ?s ?p ?o }} }}"
        )
    return names


def answer(store: ox.Store, names: list[Any], request: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return the result of a query as plain values: ("table", columns, rows, cut), ("graph", triples, cut), …"""
    scope: dict[str, Any] = {}
    if request["graphs"] is not None:
        scope = {"default_graph": request["graphs"][0], "named_graphs": request["graphs"][1]}
    elif names:
        scope = {"default_graph": [ox.DefaultGraph(), ASIDE] if request["everything"] else ox.DefaultGraph()}
        # A long list costs time; only GRAPH looks at it.
        if "GRAPH" in request["text"].upper():
            scope["named_graphs"] = names
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
        del items
        size = len(store)
        names = unite(store)
        confine(memory_mb)
        send(sink, ("ready", size))
    except (OSError, SyntaxError, ValueError) as error:
        send(sink, ("error", str(error)))
        return
    while True:
        try:
            request = receive(source)
        except EOFError:
            return
        try:
            reply = answer(store, names, request)
        except (SyntaxError, OSError, ValueError, RuntimeError, MemoryError) as error:
            reply = ("error", str(error) or "not enough memory")
        send(sink, reply)


if __name__ == "__main__":
    main()
