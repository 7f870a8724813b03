"""Quads to a file or bytes in the syntaxes of RDF, equal byte for byte between runs."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from kg.vocab import PREFIXES

FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
}
SPACED = ("ttl", "trig")


class Body(io.RawIOBase):
    """A binary stream that passes on Turtle or TriG without its header and with an empty line between blocks.

    The serializer writes its prefixes in an order that changes from run to run; ``write`` puts a sorted header instead.
    """

    def __init__(self, sink: IO[bytes]) -> None:
        """Pass on to ``sink``."""
        self.sink = sink
        self._held = b""
        self._in_header = True

    def writable(self) -> bool:
        """Return True."""
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """Take ``data`` and return its length."""
        chunk = self._held + bytes(data)
        while self._in_header:
            line, newline, rest = chunk.partition(b"\n")
            if not b"@prefix".startswith(line[:7]):
                self._in_header = False
            elif not newline:
                self._held = chunk
                return len(data)
            else:
                chunk = rest
        # Newlines inside literals are escaped, so these three bytes always end a block; they may come in two chunks.
        end = chunk.rfind(b"\n") + 1
        body = chunk[:end].replace(b" .\n", b" .\n\n")
        # The last empty line is held back: it parts two blocks, and ends no file.
        self._held = b"\n" + chunk[end:] if body.endswith(b"\n\n") else chunk[end:]
        self.sink.write(body.removesuffix(b"\n") if body.endswith(b"\n\n") else body)
        return len(data)

    def finish(self) -> None:
        """Pass on what is held back, and end the last line."""
        rest = self._held.removeprefix(b"\n")
        self.sink.write(rest if rest.endswith(b"\n") or not rest else rest + b"\n")
        self._held = b""


def write(quads: Iterable[ox.Quad] | Iterable[ox.Triple], sink: IO[bytes], syntax: str, *, base: str) -> None:
    """Write ``quads`` one at a time to ``sink`` as ``ttl``, ``nt``, ``nq`` or ``trig``; ``dkr:`` means ``base``."""
    if syntax not in SPACED:
        ox.serialize(quads, sink, format=FORMATS[syntax])
        return
    prefixes = {**PREFIXES, "dkr": base}
    sink.write("".join(f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(prefixes.items())).encode() + b"\n")
    body = Body(sink)
    ox.serialize(quads, cast(IO[bytes], body), format=FORMATS[syntax], prefixes=prefixes)
    body.finish()


def write_file(quads: Iterable[ox.Quad] | Iterable[ox.Triple], path: Path, syntax: str, *, base: str) -> None:
    """Write ``quads`` to the file ``path``, which stays as it was if anything fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".part")
    try:
        with draft.open("wb") as sink:
            write(quads, sink, syntax, base=base)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def to_bytes(quads: Iterable[ox.Quad] | Iterable[ox.Triple], syntax: str, *, base: str) -> bytes:
    """Return ``quads`` in ``syntax``."""
    sink = io.BytesIO()
    write(quads, sink, syntax, base=base)
    return sink.getvalue()
