"""The process that holds a store and answers queries: it can be killed, and can open no file or socket.

Run as ``python -m kg.rdf._worker``; frames of pickled tuples come in at standard input and go out at standard output.
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import pickle
import select
import signal
import struct
import sys
import time
from collections.abc import Mapping
from typing import IO, Any

import pyoxigraph as ox

HEADER = struct.Struct("<Q")
# A process that sleeps is woken in 50 µs, a third of what a small query takes: before that it looks this long itself.
LOOK_S = 0.0002
# Without it, as on Windows, a thread of the other side ends this process, which costs each query more.
CAN_LIMIT = hasattr(signal, "setitimer")
ASIDE = ox.NamedNode("urn:diplomatic-kg:aside")
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
    _look(stream)
    header = stream.read(HEADER.size)
    if len(header) < HEADER.size:
        raise EOFError
    (size,) = HEADER.unpack(header)
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return pickle.loads(data)


def _look(stream: IO[bytes]) -> None:
    """Return once there is something to read, or after a moment in which all else that wants to run may do so."""
    if not hasattr(select, "poll"):  # Windows
        return
    ready = select.poll()
    ready.register(stream, select.POLLIN)
    end = time.perf_counter() + LOOK_S
    while not ready.poll(0) and time.perf_counter() < end:
        os.sched_yield()


def confine(memory_mb: int) -> None:
    """Give up the right to open files and sockets, and to take more than ``memory_mb`` beyond what is taken."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; there the guard and the time limit stand alone.
        return
    # Only numbers below the limit are given out, and 0 is taken; ``poll`` of one stream needs a limit of one.
    resource.setrlimit(resource.RLIMIT_NOFILE, (1, 1))
    taken = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    # Address space is taken in larger pieces than memory is: leave room for those.
    limit = 2 * taken + memory_mb * 2**20
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def limit(seconds: float) -> None:
    """Have this process ended in ``seconds``, by the system and whatever it does then; 0: not at all."""
    if CAN_LIMIT:
        signal.setitimer(signal.ITIMER_REAL, seconds)


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


def unite(store: ox.Store) -> ox.Store:
    """Return a store in whose default graph is what the graphs of ``store`` state, once each; itself if it has one.

    A union of graphs that is only made while a query runs takes each of them in turn, for every row, and gives a
    statement as often as there are graphs that hold it. What is unasserted stands in a graph of its own.
    """
    if next(iter(store.named_graphs()), None) is None:
        return store
    united = ox.Store()
    united.bulk_extend(_in(None, quad) for quad in store if UNASSERTED not in _name(quad.graph_name))
    aside = [graph for graph in store.named_graphs() if UNASSERTED in _name(graph)]
    found = (quad for graph in aside for quad in store.quads_for_pattern(None, None, None, graph))
    united.extend([_in(ASIDE, quad) for quad in found if _in(None, quad) not in united])
    return united


def _in(graph: ox.NamedNode | None, quad: ox.Quad) -> ox.Quad:
    return ox.Quad(quad.subject, quad.predicate, quad.object, graph)


def _name(graph: Any) -> str:
    return "" if isinstance(graph, ox.DefaultGraph) else graph.value


def scope(store: ox.Store, request: Mapping[str, Any]) -> dict[str, Any]:
    """Return what of ``store``, with its named graphs, a query reads."""
    if request["graphs"] is not None:
        return {"default_graph": request["graphs"][0], "named_graphs": request["graphs"][1]}
    if request["everything"]:
        return {"use_default_graph_as_union": True}
    return {"default_graph": [ox.DefaultGraph(), *(g for g in store.named_graphs() if UNASSERTED not in _name(g))]}


def answer(store: ox.Store, united: ox.Store, prefixes: dict[str, str], request: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return the result of a query: ("table", lines, cut), ("graph", triples, cut) or ("truth", value)."""
    asked, choice = united, dict[str, Any]()
    if request["graphs"] is not None or (united is not store and "GRAPH" in request["text"].upper()):
        asked, choice = store, scope(store, request)
    elif united is not store and request["everything"]:
        choice = {"default_graph": [ox.DefaultGraph(), ASIDE]}
    found = asked.query(
        request["text"],
        prefixes=prefixes,
        substitutions={ox.Variable(name): term for name, term in request["terms"].items()},
        **choice,
    )
    most = request["max_rows"]
    if isinstance(found, ox.QueryBoolean):
        return ("truth", bool(found))
    if isinstance(found, ox.QueryTriples):
        triples = [triple for triple, _ in zip(found, range(most + 1), strict=False)]
        return ("graph", triples[:most], len(triples) > most)
    lines: Any = _Lines(most)
    try:
        found.serialize(lines, format=ox.QueryResultsFormat.TSV)
    except OSError:
        if not lines.is_cut:
            raise
    return ("table", lines.value(), lines.is_cut)


class _Lines(io.RawIOBase):
    """Keeps what is written to it: a line of names and at most ``most`` lines of terms, after which it is full.

    Terms as text, written and read by Oxigraph, cost a quarter of the time that Python's objects of them do.
    """

    def __init__(self, most: int) -> None:
        self._parts: list[bytes] = []
        self._room = most + 1
        self.is_cut = False

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        # Oxigraph once more hands over what it could not write, when it lets go of the stream.
        if self.is_cut:
            return len(data)
        part = bytes(data)
        lines = part.count(b"\n")
        if lines > self._room:
            part = b"".join(part.splitlines(keepends=True)[: self._room])
            self._parts.append(part)
            self.is_cut = True
            raise OSError("full")
        self._room -= lines
        self._parts.append(part)
        return len(data)

    def value(self) -> bytes:
        lines = b"".join(self._parts)
        return lines[: lines.rfind(b"\n") + 1]


def main() -> None:
    """Load the store that the first frame names, then answer queries until the other side has gone."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    if CAN_LIMIT:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
    try:
        items, memory_mb, prefixes = receive(source)
        store = load(items)
        del items
        united = unite(store)
        confine(memory_mb)
        gc.disable()
        send(sink, ("ready", len(store)))
    except (OSError, SyntaxError, ValueError) as error:
        send(sink, ("error", str(error)))
        return
    while True:
        try:
            request = receive(source)
        except EOFError:
            return
        limit(request["timeout_s"])
        try:
            reply = answer(store, united, prefixes, request)
        except (SyntaxError, OSError, ValueError, RuntimeError, MemoryError) as error:
            reply = ("error", str(error) or "not enough memory")
        send(sink, reply)
        limit(0)


if __name__ == "__main__":
    main()
