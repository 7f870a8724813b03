"""Files of RDF: which syntax a name stands for."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError

SYNTAX = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".n3": ox.RdfFormat.N3,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".owl": ox.RdfFormat.RDF_XML,
    ".xml": ox.RdfFormat.RDF_XML,
}


def syntax_of(path: Path) -> ox.RdfFormat:
    """Return the syntax of the RDF file ``path``.

    Raises:
        InputError: There is no such file, or its name does not tell a syntax of RDF.
    """
    if not path.is_file():
        raise InputError(f"{path}: no such file")
    try:
        return SYNTAX[path.suffix.lower()]
    except KeyError:
        raise InputError(f"{path}: expected RDF ({', '.join(SYNTAX)}), got {path.suffix or 'no suffix'}") from None
