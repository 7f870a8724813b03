"""What a server holds: the same from a store, its folder, or an RDF file."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.building import graph_of
from kg.errors import InputError
from kg.exporters import EXPORTERS
from kg.rdf.options import Options
from kg.store import Store
from kg.web.library import Spot, open_library
from tests.sample_facts import FACTS, VIENNA


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Store(tmp_path / "store.sqlite") as store:
        for facts in FACTS:
            store.replace(facts, "test")
        graph = graph_of(store)
    EXPORTERS["ttl"].write(graph, tmp_path / "graph.ttl", Options(text="full", spans=True))
    return tmp_path


def test_a_store_its_folder_and_its_turtle_hold_the_same(folder: Path) -> None:
    with open_library(folder) as first, open_library(folder / "store.sqlite") as second:
        assert set(first.graph) == set(second.graph)
        with open_library(folder / "graph.ttl") as third:
            assert set(third.graph) == set(first.graph)
            assert {q.triple for q in third.dump.quads()} == {q.triple for q in first.dump.quads()}
            assert set(third.mentions[VIENNA.node]) == set(first.mentions[VIENNA.node])


def test_mentions_stand_by_their_article(folder: Path) -> None:
    with open_library(folder) as library:
        assert (
            Spot(VIENNA.text.index("Austrian"), VIENNA.text.index("Austrian") + 8, "state_AT")
            in (library.mentions[VIENNA.node])
        )


def test_nothing_is_left_behind(folder: Path) -> None:
    with open_library(folder) as library:
        library.start()
        kept = library.folder
        assert kept.exists()
    assert not kept.exists()


def test_what_is_not_there_or_no_rdf_is_told(folder: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        open_library(folder / "none.sqlite")
    broken = folder / "broken.ttl"
    broken.write_text("<a <b", "utf-8")
    with pytest.raises(InputError, match="not RDF"):
        open_library(broken)
