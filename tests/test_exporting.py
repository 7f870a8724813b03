"""What is exported of a store is what a build writes, byte for byte, also where the store was joined from parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.building import join, maker
from kg.engine import Tables
from kg.errors import DataError, InputError
from kg.exporters import EXPORTERS
from kg.exporting import export
from kg.graph.assemble import assemble
from kg.rdf.options import STATEMENTS, TEXTS, Options, Statements, Text
from kg.store import Store
from tests.rdf.samples import FACTS
from tests.rdf.test_streaming import retold

RDF = ("ttl", "nt", "nq", "trig", "jsonld")


def stored(folder: Path, *parts: object) -> Path:
    folder.mkdir(parents=True)
    with Store(folder / "store.sqlite") as store:
        for part in parts:
            store.replace(part, "test")  # type: ignore[arg-type]
    return folder


@pytest.mark.parametrize("statements", STATEMENTS)
@pytest.mark.parametrize("text", TEXTS)
def test_an_export_is_what_a_build_writes(statements: Statements, text: Text, tmp_path: Path) -> None:
    options = Options(statements=statements, text=text)
    formats = [name for name in RDF if (name, statements) != ("jsonld", "rdf12")]
    files = export(stored(tmp_path / "a", *retold()), tmp_path / "b", formats=formats, writing=options)
    graph = assemble(retold(), run=maker(Tables()))
    for name, file in zip(formats, files, strict=True):
        EXPORTERS[name].write(graph, tmp_path / "c" / file.name, options)
        assert file.read_bytes() == (tmp_path / "c" / file.name).read_bytes()


@pytest.mark.parametrize("statements", STATEMENTS)
def test_parts_joined_give_the_bytes_of_one_build(statements: Statements, tmp_path: Path) -> None:
    options = Options(statements=statements)
    parts = [stored(tmp_path / str(i), part) for i, part in enumerate(retold())]
    join(reversed(parts), tmp_path / "joined", formats=("ttl", "trig"), writing=options)
    whole = stored(tmp_path / "whole", *retold())
    for file in export(whole, tmp_path / "out", formats=("ttl", "trig"), writing=options):
        assert file.read_bytes() == (tmp_path / "joined" / file.name).read_bytes()


def test_other_formats_are_exported_too(tmp_path: Path) -> None:
    folder = stored(tmp_path / "a", *FACTS)
    names = [name for name in EXPORTERS if name not in RDF]
    assert all(file.stat().st_size > 0 for file in export(folder, tmp_path / "b", formats=names))


def test_what_cannot_be_exported_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such store"):
        export(tmp_path, tmp_path, formats=("ttl",))
    folder = stored(tmp_path / "a", *FACTS)
    with pytest.raises(InputError, match="unknown format 'pdf'"):
        export(folder, tmp_path, formats=("pdf",))
    with pytest.raises(DataError, match="no triple terms"):
        export(folder, tmp_path, formats=("jsonld",), writing=Options(statements="rdf12"))
    assert not list(tmp_path.glob("graph*"))
