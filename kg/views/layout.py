"""Where the nodes of a picture stand, how much each matters, and which belong together.

igraph does the sums; what it draws by lot comes from one seed, so that the same graph always gives the same picture.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import igraph
import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

SEED = 20150311
# Kamada-Kawai keeps the lengths of paths, which reads best, but its time grows with the cube of the nodes.
KAMADA_KAWAI_MAX = 150
OVERLAP_MAX = 2000
ASIDE = 0.4
EVENNESS = 0.75
# Pictures are wider than high.
WIDE, HIGH = 1.25, 0.8
# In which the way out is looked for, for what stands apart: so many, and as many again for each so many nodes.
DIRECTIONS, MANY = 120, 2500
SMALLEST_RADIUS, LARGEST_RADIUS = 9.0, 30.0


@dataclass(frozen=True)
class Arrangement:
    """Importance (0-1), community number and position of each node, in the order of the nodes given."""

    importance: list[float]
    community: list[int]
    x: list[int]
    y: list[int]


@contextmanager
def _seeded() -> Iterator[None]:
    """Let igraph draw from a fixed seed for a while."""
    igraph.set_random_number_generator(random.Random(SEED))
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)


def radius(importance: float) -> float:
    """Return the radius of a node in units of the picture."""
    return SMALLEST_RADIUS + (LARGEST_RADIUS - SMALLEST_RADIUS) * math.sqrt(importance)


def arrange(count: int, pairs: Sequence[tuple[int, int, float]], *, aside: frozenset[int] = frozenset()) -> Arrangement:
    """Return how to draw ``count`` nodes that the weighted ``pairs`` connect (each pair once).

    Nodes ``aside`` matter less than their links say: they are what is said of others.
    """
    if not count:
        return Arrangement([], [], [], [])
    graph = igraph.Graph(count, [(a, b) for a, b, _ in pairs])
    weights = [weight for _, _, weight in pairs]
    with _seeded():
        importance = _importance(graph, weights, aside)
        community = _communities(graph, weights)
        points = _pack(graph)
    points *= _spacing(count)
    if count <= OVERLAP_MAX:
        points = _pushed_apart(points, np.array([radius(value) for value in importance]))
    return Arrangement(
        [round(value, 4) for value in importance],
        community,
        [round(x) for x in points[:, 0].tolist()],
        [round(y) for y in points[:, 1].tolist()],
    )


def _importance(graph: igraph.Graph, weights: list[float], aside: frozenset[int]) -> list[float]:
    """Return the mean of PageRank and of the number of facts, both by the weights of the edges, the highest as 1.

    PageRank alone makes much of the centre of a small part that stands apart.
    """
    ranks = np.array(graph.pagerank(weights=weights or None))
    strength = np.array(graph.strength(weights=weights or None), dtype=np.float64)
    values = np.sqrt(ranks / ranks.max() * strength / max(float(strength.max()), 1.0))
    values[sorted(aside)] *= ASIDE
    highest = float(values.max())
    return [float(value) / highest if highest else 0.0 for value in values]


def _communities(graph: igraph.Graph, weights: list[float]) -> list[int]:
    """Return the community of each node; 0 is the largest."""
    clusters = graph.community_leiden("modularity", weights=weights or None, n_iterations=10)
    sizes = clusters.sizes()
    first = {c: clusters.membership.index(c) for c in range(len(sizes))}
    ranked = sorted(range(len(sizes)), key=lambda c: (-sizes[c], first[c]))
    number = {c: i for i, c in enumerate(ranked)}
    return [number[c] for c in clusters.membership]


def _spacing(count: int) -> float:
    """Return the mean distance between neighbours: small graphs leave room for a label at every node."""
    return float(np.interp(count, (30, 300, 2000), (150.0, 110.0, 80.0)))


def _pack(graph: igraph.Graph) -> Points:
    """Return positions about one unit apart: each connected part laid out alone, the small around the large."""
    points: Points = np.zeros((graph.vcount(), 2))
    parts = sorted(graph.connected_components(), key=lambda part: (-len(part), part[0]))
    first, *others = parts
    place = _lay(graph.induced_subgraph(first))
    points[first] = place - (place.min(axis=0) + place.max(axis=0)) / 2
    # How far out each direction is taken, seen from the middle.
    count = DIRECTIONS * (1 + graph.vcount() // MANY)
    reach = np.zeros(count)
    outwards = np.arange(count) * 2 * np.pi / count
    far = np.linalg.norm(points[first], axis=1)
    turn = np.round(np.arctan2(points[first][:, 1], points[first][:, 0]) * count / (2 * np.pi)).astype(int)
    np.maximum.at(reach, turn % count, far)
    # Between two nodes at the rim the way in is not free.
    reach = np.maximum.reduce(
        [np.roll(reach, shift) for shift in range(-(count // DIRECTIONS), count // DIRECTIONS + 1)]
    )
    for part in others:
        place = _lay(graph.induced_subgraph(part))
        place -= (place.min(axis=0) + place.max(axis=0)) / 2
        size = float(np.linalg.norm(place, axis=1).max()) + 0.6
        away, direction, window = _seat(reach, size, outwards)
        points[part] = place + away * np.array((np.cos(outwards[direction]), np.sin(outwards[direction])))
        taken = (direction + np.arange(-window, window + 1)) % count
        reach[taken] = np.maximum(reach[taken], away + size)
    centred: Points = points - (points.min(axis=0) + points.max(axis=0)) / 2
    return centred


def _seat(reach: Points, size: float, outwards: Points) -> tuple[float, int, int]:
    """Return where a part of radius ``size`` has its middle: distance, direction, and how many directions it spans."""
    middle = float(np.median(reach)) + size
    window = int(np.ceil(np.arcsin(min(1.0, size / max(middle, size))) * len(reach) / (2 * np.pi)))
    spanned = np.maximum.reduce([np.roll(reach, shift) for shift in range(-window, window + 1)])
    away = spanned + size
    # The picture is wider than high: what is beside the middle is nearer than what is above it.
    cost = away * np.hypot(np.cos(outwards) / WIDE, np.sin(outwards) / HIGH)
    best = int(cost.argmin())
    return float(away[best]), best, window


def _lay(part: igraph.Graph) -> Points:
    """Return positions of a connected ``part`` from 0 up, wider than high, one node to the square unit."""
    count = part.vcount()
    if count == 1:
        return np.zeros((1, 2))
    layout = part.layout_kamada_kawai() if count <= KAMADA_KAWAI_MAX else part.layout_fruchterman_reingold()
    points: Points = np.array(layout.coords, dtype=np.float64)
    points = _turned(points - points.mean(axis=0))
    if count > KAMADA_KAWAI_MAX:
        points = _spread(points)
    low, high = np.quantile(points, 0.05, axis=0), np.quantile(points, 0.95, axis=0)
    side = np.sqrt(count)
    points *= np.array((WIDE, HIGH)) * side / np.maximum(high - low, 1e-6 + 0.5 * (high - low).max())
    # A far outlier would shrink the whole picture: draw those beyond the bulk closer.
    reach = np.linalg.norm(points, axis=1, keepdims=True)
    limit = 0.9 * side + 0.5
    points = np.where(reach > limit, points / np.maximum(reach, 1e-9) * (limit + 0.35 * (reach - limit)), points)
    shifted: Points = points - points.min(axis=0)
    return shifted


def _spread(points: Points) -> Points:
    """Return ``points`` with the crowd in the middle drawn apart: nearer to one density all over the disc."""
    reach = np.linalg.norm(points, axis=1)
    even = np.sqrt((reach.argsort(kind="stable").argsort(kind="stable") + 0.5) / len(points)) * np.quantile(reach, 0.95)
    factor = (EVENNESS * even + (1 - EVENNESS) * reach) / np.maximum(reach, 1e-9)
    spread: Points = points * factor[:, None]
    return spread


def _turned(points: Points) -> Points:
    """Return ``points`` with their longest axis level."""
    _, _, axes = np.linalg.svd(points, full_matrices=False)
    # The sign of an axis is arbitrary: fix it, for the same picture on every machine.
    signs = np.where(axes[np.arange(2), np.abs(axes).argmax(axis=1)] < 0, -1.0, 1.0)
    turned: Points = points @ (axes * signs[:, None]).T
    return turned


def _pushed_apart(points: Points, radii: Points, rounds: int = 60) -> Points:
    """Return ``points`` moved until no two circles of ``radii`` touch, or ``rounds`` are over."""
    reach = 2.0 * float(radii.max(initial=0.0)) + 14.0
    for _ in range(rounds if len(points) <= 600 else 12):
        a, b = _near(points, reach)
        delta = points[a] - points[b]
        distance = np.sqrt((delta**2).sum(axis=1))
        gap = radii[a] + radii[b] + 14.0
        close = distance < gap
        if not close.any():
            break
        a, b, delta, distance, gap = a[close], b[close], delta[close], distance[close], gap[close]
        away = delta / np.maximum(distance, 1e-9)[:, None]
        same = distance < 1e-6
        away[same] = np.where((a < b)[same, None], (1.0, 0.0), (-1.0, 0.0))
        step = away * ((gap - distance) * 0.5)[:, None]
        moved = np.zeros_like(points)
        np.add.at(moved, a, step)
        points = points + moved
    return points


def _near(points: Points, reach: float) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the pairs of points, in order, that may be nearer than ``reach``: in the same or touching squares."""
    count = len(points)
    cells = np.floor((points - points.min(axis=0, initial=np.inf)) / reach).astype(np.int64) + 1
    width = int(cells[:, 1].max(initial=0)) + 2
    key = cells[:, 0] * width + cells[:, 1]
    order = np.argsort(key, kind="stable")
    left, right = [], []
    for column in (-width, 0, width):
        # The three squares of a column have keys that follow each other.
        first = np.searchsorted(key[order], key + column - 1, "left")
        found = np.searchsorted(key[order], key + column + 1, "right") - first
        begun = np.repeat(first - (np.cumsum(found) - found), found)
        left.append(np.repeat(np.arange(count), found))
        right.append(order[begun + np.arange(found.sum())])
    a, b = np.concatenate(left), np.concatenate(right)
    apart = a != b
    a, b = a[apart], b[apart]
    by_pair = np.lexsort((b, a))
    return a[by_pair], b[by_pair]
