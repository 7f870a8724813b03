"""The overview that a large graph opens with."""

from __future__ import annotations

from kg.views.overview import ACTING, ACTORS_MAX, COMMUNITIES_MAX, overview
from kg.views.payload import Payload
from tests.sample_graphs import sample_graph


def test_a_graph_that_fits_one_picture_has_none() -> None:
    assert overview(Payload(sample_graph(300)).tables()) is None


def test_the_main_actors_and_communities_of_a_large_graph_come_first() -> None:
    tables = Payload(sample_graph(2600)).tables()
    made = overview(tables)
    assert made is not None
    rows = tables["nodes"]["rows"]
    chosen = [rows[number] for number, _, _ in made["actors"]]
    assert len(chosen) == ACTORS_MAX
    assert {row[1] for row in chosen} <= set(ACTING)
    assert chosen[0][4] == max(row[4] for row in rows if row[1] in ACTING)
    assert 1 < len(made["communities"]) <= COMMUNITIES_MAX
    assert all(record["label"] for record in made["communities"])
