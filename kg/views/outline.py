"""The outline of the land for the map: Natural Earth's 1:110m polygons (public domain) as one SVG path.

``python -m kg.views.outline land-110m.json > kg/views/static/land.txt`` makes the file anew from the TopoJSON of the
npm package ``world-atlas``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

# A tenth of a degree: finer than a pixel of the map at its first zoom.
STEPS_PER_DEGREE = 10

Point = tuple[int, int]


def _arcs(topology: dict[str, Any]) -> list[list[tuple[float, float]]]:
    """Return each arc of ``topology`` as longitudes and latitudes, the deltas added up."""
    (scale_x, scale_y), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for deltas in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in deltas:
            x, y = x + dx, y + dy
            arc.append((x * scale_x + left, y * scale_y + bottom))
        arcs.append(arc)
    return arcs


def _rings(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """Yield each ring of the land, in steps east of 0 and south of 0."""
    arcs = _arcs(topology)
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for ring in polygon:
                points = [point for i in ring for point in (arcs[i] if i >= 0 else arcs[~i][::-1])]
                yield [(round(x * STEPS_PER_DEGREE), round(-y * STEPS_PER_DEGREE)) for x, y in points]


def _unwrapped(ring: list[Point]) -> list[list[Point]]:
    """Return ``ring`` without jumps from one edge of the world to the other: as it is, or drawn at both edges.

    A ring that goes all around (Antarctica) is closed along the pole.
    """
    turn, pole = 360 * STEPS_PER_DEGREE, 90 * STEPS_PER_DEGREE
    shift, points = 0, [ring[0]]
    for (x0, _), (x1, y1) in pairwise(ring):
        shift += -turn if x1 - x0 > turn // 2 else turn if x0 - x1 > turn // 2 else 0
        points.append((x1 + shift, y1))
    if not any(abs(x) > turn // 2 for x, _ in points):
        return [points]
    if points[0][0] != points[-1][0]:
        points += [(points[-1][0], pole), (points[0][0], pole)]
    aside = -turn if max(x for x, _ in points) > turn // 2 else turn
    return [points, [(x + aside, y) for x, y in points]]


def path(topology: dict[str, Any]) -> str:
    """Return the land of ``topology`` as an SVG path in tenths of a degree, north upwards, islets left out."""
    pieces = []
    for ring in (part for whole in _rings(topology) for part in _unwrapped(whole)):
        points = [b for a, b in pairwise([(10**6, 0), *ring]) if a != b]
        if len(points) < 4:
            continue
        steps = "".join(f"{b[0] - a[0]} {b[1] - a[1]} " for a, b in pairwise(points))
        pieces.append(f"M{points[0][0]} {points[0][1]}l{steps.strip()}z")
    return "".join(pieces).replace(" -", "-")


if __name__ == "__main__":
    print(path(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))))
