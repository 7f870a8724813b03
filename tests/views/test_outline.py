"""The outline of the land as a path."""

from __future__ import annotations

import re
from pathlib import Path

import kg.views
from kg.views.outline import path

LAND = (Path(kg.views.__file__).parent / "static" / "land.txt").read_text("utf-8")


def _topology(*rings: list[tuple[int, int]]) -> dict[str, object]:
    arcs = []
    for ring in rings:
        steps, last = [], (0, 0)
        for x, y in ring:
            steps.append((x - last[0], y - last[1]))
            last = (x, y)
        arcs.append(steps)
    land = {"geometries": [{"arcs": [[[i] for i in range(len(arcs))]]}]}
    return {"transform": {"scale": (1, 1), "translate": (0, 0)}, "arcs": arcs, "objects": {"land": land}}


def test_a_ring_is_drawn_north_up_in_tenths_of_a_degree() -> None:
    assert path(_topology([(0, 0), (10, 0), (10, 5), (0, 0)])) == "M0 0l100 0 0-50-100 50z"


def test_a_ring_over_the_edge_of_the_world_is_drawn_at_both_edges() -> None:
    made = path(_topology([(170, 0), (-170, 0), (-170, 10), (170, 10), (170, 0)]))
    assert made.count("M") == 2
    assert made.startswith("M1700 0l200 0")
    assert "M-1900 0l200 0" in made


def test_islets_are_left_out() -> None:
    assert path(_topology([(0, 0), (0, 0), (0, 0)])) == ""


def test_no_line_of_the_shipped_outline_crosses_the_world() -> None:
    assert re.fullmatch(r"[Mlz0-9 -]+", LAND.strip())
    steps = [int(step) for ring in LAND.split("z") for step in re.findall(r"-?\d+", ring.partition("l")[2])[::2]]
    assert len(steps) > 4000
    assert sorted(abs(step) for step in steps)[-3] < 900
