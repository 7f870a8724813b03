"""RDF to a file or bytes in its line and Turtle syntaxes, block by block, equal byte for byte between runs.

Terms are written by Oxigraph, which escapes them; what is put together here is lines, prefixes and graphs. Its own
serializer would do as well but for two things: it writes the prefixes in an order that changes from run to run, and to
hand it a quad with a literal takes several times as long as to write one.

Source: RDF 1.2 N-Quads, N-Triples, Turtle and TriG (W3C).
"""

from __future__ import annotations

import gc
import io
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import IO, Any

import pyoxigraph as ox

from kg.rdf.blocks import Block, to_blocks
from kg.rdf.terms import LOCAL, short
from kg.vocab import PREFIXES, RDF, XSD

FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
}
CHUNK = 1 << 16
REMEMBERED = 1 << 15
BREAK = " ;\n\t"
# Numbers that Turtle reads as they stand.
BARE = {XSD.integer: re.compile(r"[+-]?[0-9]+"), XSD.decimal: re.compile(r"[+-]?[0-9]*\.[0-9]+")}


def write(statements: Iterable[Any], sink: IO[bytes], syntax: str, *, base: str) -> None:
    """Write quads or triples to ``sink`` as ``ttl``, ``nt``, ``nq`` or ``trig``; ``dkr:`` means ``base``."""
    write_blocks(to_blocks(statements), sink, syntax, base=base)


def write_blocks(blocks: Iterable[Block], sink: IO[bytes], syntax: str, *, base: str) -> None:
    """Write ``blocks`` one at a time to ``sink``; ``ttl`` and ``nt`` know no named graphs and leave them out."""
    waiting: list[str] = []
    size = 0
    # What is there already, a whole graph perhaps, need not be looked through for garbage again and again.
    gc.freeze()
    try:
        for text in TEXT[syntax](blocks, base):
            waiting.append(text)
            size += len(text)
            if size >= CHUNK:
                sink.write("".join(waiting).encode("utf-8"))
                waiting, size = [], 0
    finally:
        gc.unfreeze()
    sink.write("".join(waiting).encode("utf-8"))


def write_file(blocks: Iterable[Block], path: Path, syntax: str, *, base: str) -> None:
    """Write ``blocks`` to the file ``path``, which stays as it was if anything fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".part")
    try:
        with draft.open("wb") as sink:
            write_blocks(blocks, sink, syntax, base=base)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def to_bytes(statements: Iterable[Any], syntax: str, *, base: str) -> bytes:
    """Return quads or triples in ``syntax``."""
    sink = io.BytesIO()
    write(statements, sink, syntax, base=base)
    return sink.getvalue()


def _triples(blocks: Iterable[Block], base: str) -> Iterator[str]:
    return _quads((Block("", subject, pairs) for _, subject, pairs in blocks), base)


def _quads(blocks: Iterable[Block], base: str) -> Iterator[str]:
    text = Written(full)
    for graph, name, pairs in blocks:
        subject = name if name.startswith("_:") else f"<{name}>"
        end = f" <{graph}> .\n" if graph else " .\n"
        yield "".join([f"{subject} {text[predicate]} {text[object]}{end}" for predicate, object in pairs])


def _turtle(blocks: Iterable[Block], base: str) -> Iterator[str]:
    return _trig((Block("", subject, pairs) for _, subject, pairs in blocks), base)


def _trig(blocks: Iterable[Block], base: str) -> Iterator[str]:
    prefixes = {**PREFIXES, "dkr": base}
    yield "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(prefixes.items()))
    verbs = Written(lambda predicate: "a" if predicate.value == RDF.type else _name(predicate.value, base))
    text = Written(lambda term: compact(term, base))
    for graph, inside in groupby(blocks, key=itemgetter(0)):
        if graph:
            yield f"\n{_name(graph, base)} {{\n"
        for i, (_, subject, pairs) in enumerate(inside):
            yield ("" if graph and not i else "\n") + _block(
                subject if subject.startswith("_:") else _name(subject, base), pairs, verbs, text
            )
        if graph:
            yield "}\n"


def _block(subject: str, pairs: list[Any], verbs: Written, text: Written) -> str:
    parts = [subject]
    last = None
    for predicate, object in pairs:
        if predicate is last or predicate == last:
            parts.append(f" , {text[object]}")
        else:
            parts.append(f"{' ' if last is None else BREAK}{verbs[predicate]} {text[object]}")
            last = predicate
    parts.append(" .\n")
    return "".join(parts)


def _name(iri: str, base: str) -> str:
    # Most names are of resources, and most of these are met once or twice: not worth remembering.
    if iri.startswith(base) and LOCAL.fullmatch(iri, len(base)):
        return "dkr:" + iri[len(base) :]
    found = short(iri, base)
    return f"<{iri}>" if found == iri else found


class Written(dict[Any, str]):
    """Terms and how they are written, by ``write``; the last few thousand are remembered."""

    def __init__(self, write: Callable[[Any], str]) -> None:
        """Remember nothing yet."""
        super().__init__()
        self._write = write

    def __missing__(self, term: Any) -> str:
        """Return how ``term`` is written, and remember it."""
        if len(self) >= REMEMBERED:
            self.clear()
        found = self[term] = self._write(term)
        return found


def full(term: Any) -> str:
    """Return ``term`` as N-Quads writes it."""
    return f"<<( {term} )>>" if isinstance(term, ox.Triple) else str(term)


def compact(term: Any, base: str) -> str:
    """Return ``term`` as Turtle writes it, with the prefixes and ``dkr:`` for ``base``."""
    if isinstance(term, ox.NamedNode):
        return _name(term.value, base)
    if isinstance(term, ox.Triple):
        parts = (compact(part, base) for part in (term.subject, term.predicate, term.object))
        return f"<<( {' '.join(parts)} )>>"
    text = str(term)
    if not text.endswith(">"):
        return text
    kind = term.datatype.value
    bare = BARE.get(kind)
    if bare is not None and bare.fullmatch(term.value):
        value: str = term.value
        return value
    return text[: -len(kind) - 2] + _name(kind, base)


TEXT: dict[str, Callable[[Iterable[Block], str], Iterator[str]]] = {
    "ttl": _turtle,
    "nt": _triples,
    "nq": _quads,
    "trig": _trig,
}
