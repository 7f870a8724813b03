"""CSV, GraphML and GEXF: the graph for spreadsheets and network tools."""

from __future__ import annotations

import csv
from pathlib import Path

import networkx as nx
import pytest

from kg.exporters import EXPORTERS
from kg.rdf.options import Options
from tests.rdf.samples import HOSTILE, entity_id, hostile_graph, sample_graph


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def test_there_is_a_row_per_node_edge_and_event(tmp_path: Path) -> None:
    graph = sample_graph()
    EXPORTERS["csv"].write(graph, tmp_path / "nodes.csv", Options())
    assert len(rows(tmp_path / "nodes.csv")) == graph.number_of_nodes()
    assert len(rows(tmp_path / "edges.csv")) == graph.number_of_edges()
    events = {row["label"]: row for row in rows(tmp_path / "events.csv")}
    assert len(events) == 12
    attack = events["attack on Port Asel"]
    assert (attack["actor"], attack["recipient"], attack["date"]) == ("Free Coast Movement", "Port Asel", "2023-03-30")
    assert attack["quote"].startswith("Fighters of the movement")
    austria = next(row for row in rows(tmp_path / "nodes.csv") if row["id"] == "state_AT")
    assert (austria["iso3"], austria["lat"], austria["aliases"]) == ("AUT", "47.5", "Republic of Austria")


def test_no_words_are_published_where_none_are_asked_for(tmp_path: Path) -> None:
    EXPORTERS["csv"].write(sample_graph(), tmp_path / "nodes.csv", Options(text="none"))
    for name in ("edges.csv", "events.csv"):
        assert not any(row["quote"] for row in rows(tmp_path / name))


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    graph = hostile_graph()
    for i, label in enumerate(("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "|x", "%x")):
        graph.add_node(f"issue_{i}", kind="Issue", label=label)
    EXPORTERS["csv"].write(graph, tmp_path / "nodes.csv", Options())
    labels = [row["label"] for row in rows(tmp_path / "nodes.csv")]
    assert not [label for label in labels if label.strip()[:1] in tuple("=+-@|%")]
    assert "'=1+1" in labels


@pytest.mark.parametrize(("name", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_network_tools_read_every_node_and_edge(name: str, read: object, tmp_path: Path) -> None:
    graph = sample_graph()
    path = tmp_path / EXPORTERS[name].filename
    EXPORTERS[name].write(graph, path, Options())
    back = nx.read_graphml(path, force_multigraph=True) if name == "graphml" else nx.read_gexf(path)
    assert set(back.nodes) == set(graph.nodes)
    assert back.number_of_edges() == graph.number_of_edges()
    weiden = entity_id("Clara Weiden")
    assert back.nodes[weiden]["label"] == "Clara Weiden"
    assert {data["predicate"] for *_, data in back.edges(data=True)} >= {"attends", "assaults"}


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_hostile_labels_are_text_in_xml(name: str, tmp_path: Path) -> None:
    path = tmp_path / EXPORTERS[name].filename
    EXPORTERS[name].write(hostile_graph(), path, Options())
    back = nx.read_graphml(path) if name == "graphml" else nx.read_gexf(path)
    assert back.nodes["organization_villain"]["label"] == HOSTILE.replace("\x00", "\ufffd")
