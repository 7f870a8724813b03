"""A store in other formats: RDF an article at a time in memory that hardly grows, the rest from the whole graph."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kg.building import STORE, graph_of, settled_in
from kg.errors import InputError, StoreError
from kg.exporters import EXPORTERS, jsonld
from kg.rdf.options import DEFAULT, Options
from kg.rdf.streaming import stored_blocks
from kg.rdf.writing import FORMATS, write_file
from kg.store import Store

STREAMED = (*FORMATS, "jsonld")


def export(
    source: Path | str,
    out: Path | str,
    *,
    formats: Sequence[str],
    writing: Options = DEFAULT,
    min_confidence: float = 0.0,
) -> list[Path]:
    """Write a file of the store ``source`` for each of ``formats`` into the folder ``out``, as a build would.

    Raises:
        DataError: ``writing`` asks for what a format cannot say.
        InputError: There is no such store; a format is unknown.
        StoreError: The store is damaged, or a file cannot be written.
    """
    path = Path(source) / STORE if Path(source).is_dir() else Path(source)
    if not path.is_file():
        raise InputError(f"{path}: no such store")
    files = []
    with Store(path) as store:
        for name in formats:
            if name not in EXPORTERS:
                raise InputError(f"unknown format {name!r}: expected one of {', '.join(EXPORTERS)}")
            file = Path(out) / EXPORTERS[name].filename
            try:
                _write(store, name, file, writing, min_confidence)
            except OSError as error:
                raise StoreError(f"{file}: cannot be written: {error.strerror or error}") from error
            files.append(file)
    return files


def _write(store: Store, name: str, file: Path, writing: Options, least: float) -> None:
    if name not in STREAMED:
        EXPORTERS[name].write(graph_of(store, min_confidence=least), file, writing)
        return
    options = writing.without_graphs() if name in ("ttl", "nt") else writing
    run, decisions = settled_in(store)
    blocks = stored_blocks(store, options, run=run, least=least, decisions=decisions)
    if name == "jsonld":
        jsonld.write_things(blocks, file, options)
    else:
        write_file(blocks, file, name, base=options.base)
