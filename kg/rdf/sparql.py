"""Queries over a graph, a store or RDF files, on Oxigraph, in a process of their own that a time limit really ends."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, TypeAlias

import pyoxigraph as ox

from kg.errors import InputError, LimitError, QueryError
from kg.rdf._worker import CAN_LIMIT, receive, send
from kg.rdf.files import syntax_of
from kg.rdf.guard import check
from kg.rdf.mapping import quads
from kg.rdf.options import Options
from kg.rdf.questions import Question, bind, filled, load_questions
from kg.rdf.results import Result
from kg.vocab import BASE, PREFIXES, RDFS, SKOS

Source: TypeAlias = Any
TIMEOUT_S = 30.0
MAX_ROWS = 10_000
MEMORY_MB = 1024
# Oxigraph asks for many small pieces of memory: it is quicker by up to a third where glibc keeps what is given back,
# and by up to a fourth where they lie in large pages.
TUNABLES = "glibc.malloc.tcache_count=60000:glibc.malloc.mxfast=160:glibc.malloc.hugetlb=1"


class Worker:
    """A process that holds ``source`` and answers one query at a time; use it with ``with`` or ``close`` it.

    ``source`` is the path of an RDF file or several, a networkx graph of this project, or a ``pyoxigraph.Store``.
    """

    def __init__(self, source: Source, *, base: str = BASE, memory_mb: int = MEMORY_MB) -> None:
        """Prepare to hold ``source``; the process starts with the first query.

        Raises:
            InputError: A file does not exist, or its name does not tell a syntax of RDF.
        """
        self.base = base
        self._items = _items(source, base)
        self._memory_mb = memory_mb
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self.size = 0

    def __enter__(self) -> Worker:
        """Return the worker."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process."""
        self.close()

    def close(self) -> None:
        """End the process, if it runs."""
        with self._lock:
            self._stop()

    @property
    def is_running(self) -> bool:
        """Return whether the process has been started and runs."""
        process = self._process
        return process is not None and process.poll() is None

    def start(self) -> None:
        """Start the process and load what it is to hold, so that the first query need not wait.

        Raises:
            InputError: A file is not what its name says.
        """
        with self._lock:
            self._started()

    def query(
        self,
        text: str,
        params: Mapping[str, str] | None = None,
        *,
        timeout_s: float = TIMEOUT_S,
        max_rows: int = MAX_ROWS,
        everything: bool = False,
    ) -> Result:
        """Return the answer to ``text``, a SPARQL query or the name of a competency query with its ``params``.

        ``params`` of a competency query are typed; in any other query, each gives a variable its value: an IRI in
        angle brackets, or a plain string. ``everything`` reads the graphs of unasserted statements too.

        Raises:
            QueryError: The query is malformed, refused, lacks a parameter, or goes past its time or memory.
        """
        question = load_questions().get(text)
        if question is None:
            check(text)
            terms = {name: _term(value) for name, value in (params or {}).items()}
            return self.run(text, terms, timeout_s=timeout_s, max_rows=max_rows, everything=everything)
        text = filled(question.text, self._bound(question, params or {}, timeout_s))
        everything = everything or question.everything
        return self.run(text, {}, timeout_s=timeout_s, max_rows=max_rows, everything=everything)

    def run(
        self,
        text: str,
        terms: Mapping[str, Any],
        *,
        timeout_s: float = TIMEOUT_S,
        max_rows: int = MAX_ROWS,
        everything: bool = False,
        graphs: tuple[Sequence[str], Sequence[str]] | None = None,
    ) -> Result:
        """Return the answer to ``text``, its variables ``terms`` already bound.

        ``graphs`` are the IRIs of the graphs that make the default graph, and of those that GRAPH may name.

        Raises:
            QueryError: The query is malformed, an IRI of ``graphs`` is none, or it goes past its time or memory.
        """
        request = {
            "text": text,
            "terms": dict(terms),
            "max_rows": max_rows,
            "everything": everything,
            "timeout_s": timeout_s,
            "graphs": graphs and tuple([_node(name) for name in names] for names in graphs),
        }
        with self._lock:
            reply = self._asked(self._started(), request, timeout_s)
        match reply:
            case ("truth", truth):
                return Result("truth", truth=truth)
            case ("graph", triples, cut):
                return Result("graph", triples=tuple(triples), cut=cut, base=self.base)
            case ("table", lines, cut):
                found: Any = ox.parse_query_results(lines, format=ox.QueryResultsFormat.TSV)
                columns = tuple(variable.value for variable in found.variables)
                return Result("table", columns, tuple(found), cut=cut, base=self.base)
        # The parser lists every token that it would have liked better.
        words = " ".join(str(reply[1]).split())
        raise QueryError(f"query: {words if len(words) <= 300 else words[:299] + '…'}")

    def find(self, name: str, *, timeout_s: float = TIMEOUT_S) -> list[str]:
        """Return the IRIs of the things that have ``name`` as a label, ignoring case where no label is exactly so."""
        for text in (EXACTLY, LOOSELY):
            result = self.run(text, {"name": ox.Literal(name, language="en")}, timeout_s=timeout_s)
            if result.rows:
                return sorted({row[0].value for row in result.rows})
        return []

    def _bound(self, question: Question, params: Mapping[str, str], timeout_s: float) -> dict[str, Any]:
        return bind(question, params, base=self.base, find=lambda name: self.find(name, timeout_s=timeout_s))

    def _asked(self, process: subprocess.Popen[bytes], request: Mapping[str, Any], timeout_s: float) -> Any:
        timer = None if CAN_LIMIT else threading.Timer(timeout_s, process.kill)
        begun = time.monotonic()
        if timer is not None:
            timer.start()
        try:
            send(_open(process.stdin), request)
            return receive(_open(process.stdout))
        except (EOFError, OSError) as error:
            self._stop()
            if time.monotonic() - begun >= timeout_s:
                raise LimitError(f"query: stopped after its time limit of {timeout_s:g} s") from error
            raise LimitError(f"query: stopped, it needs more than {self._memory_mb} MB of memory") from error
        finally:
            if timer is not None:
                timer.cancel()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self.is_running:
            return self._process
        self._stop()
        process = subprocess.Popen(
            [sys.executable, "-m", "kg.rdf._worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={"GLIBC_TUNABLES": TUNABLES, **os.environ},
        )
        self._process = process
        try:
            send(_open(process.stdin), (self._items, self._memory_mb, {**PREFIXES, "dkr": self.base}))
            reply = receive(_open(process.stdout))
        except (EOFError, OSError) as error:
            self._stop()
            raise QueryError("query: the worker process did not start") from error
        if reply[0] == "error":
            self._stop()
            raise InputError(f"RDF: {reply[1]}")
        self.size = reply[1]
        return process

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()


EXACTLY = f"SELECT DISTINCT ?thing ?name {{ ?thing <{RDFS.label}>|<{SKOS.altLabel}> ?name }} LIMIT 20"
LOOSELY = f"""SELECT DISTINCT ?thing ?name {{
    ?thing <{RDFS.label}>|<{SKOS.altLabel}> ?label
    FILTER (LCASE(STR(?label)) = LCASE(STR(?name)))
}} LIMIT 20"""


def query(
    source: Source,
    text: str,
    params: Mapping[str, str] | None = None,
    *,
    timeout_s: float = TIMEOUT_S,
    max_rows: int = MAX_ROWS,
    base: str = BASE,
    everything: bool = False,
) -> Result:
    """Return the answer to ``text``, a SPARQL query or the name of a competency query, over ``source``.

    Raises:
        InputError: A file of ``source`` does not exist or is not RDF.
        QueryError: The query is malformed, refused, lacks a parameter, or goes past its time or memory.
    """
    with Worker(source, base=base) as worker:
        return worker.query(text, params, timeout_s=timeout_s, max_rows=max_rows, everything=everything)


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise EOFError
    return pipe


def _items(source: Source, base: str) -> list[tuple[str, Any]]:
    """Return what a worker is to load, as it can be sent to another process."""
    if isinstance(source, str | Path):
        path = Path(source).resolve()
        return [("file", (str(path), syntax_of(path).file_extension))]
    if isinstance(source, ox.Store):
        return [("quads", source.dump(format=ox.RdfFormat.N_QUADS))]
    if hasattr(source, "nodes") and hasattr(source, "edges"):
        options = Options(base=base, text="full", spans=True)
        return [("quads", ox.serialize(quads(source, options), format=ox.RdfFormat.N_QUADS))]
    if isinstance(source, Iterable):
        return [item for part in source for item in _items(part, base)]
    raise InputError(f"source of a query: expected a graph, a store or RDF files, got {type(source).__name__}")


def _node(iri: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise QueryError(f"graph: expected an IRI, got {iri!r}") from error


def _term(text: str) -> ox.NamedNode | ox.Literal:
    """Return ``<iri>`` as an IRI, all else as a string."""
    if text.startswith("<") and text.endswith(">"):
        try:
            return ox.NamedNode(text[1:-1])
        except ValueError as error:
            raise QueryError(f"parameter: expected an IRI between angle brackets, got {text!r}") from error
    return ox.Literal(text)
