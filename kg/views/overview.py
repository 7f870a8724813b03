"""What a page of a large graph shows first: its main actors, and its communities as one node each."""

from __future__ import annotations

import math
from typing import Any

from kg.views.layout import arrange

# Beyond this many nodes a picture of all is a knot: an overview comes first.
WHOLE_MAX = 2000
ACTORS_MAX = 60
COMMUNITIES_MAX = 60
ACTING = ("State", "InternationalOrganization", "Organization", "GovernmentBody", "ArmedGroup", "PoliticalGroup")


def overview(tables: dict[str, Any]) -> dict[str, Any] | None:
    """Return ``actors`` ([node, x, y]) and ``communities`` of a page, None if all fits one picture."""
    nodes, edges = tables["nodes"]["rows"], tables["edges"]["rows"]
    at = {name: i for i, name in enumerate(tables["nodes"]["fields"])}
    if sum(row[at["community"]] >= 0 for row in nodes) <= WHOLE_MAX:
        return None
    return {"actors": _actors(nodes, edges, at), "communities": _communities(nodes, edges, at)}


def _ranked(numbers: list[int], nodes: list[list[Any]], at: dict[str, int]) -> list[int]:
    return sorted(numbers, key=lambda n: (-nodes[n][at["importance"]], n))


def _weights(edges: list[list[Any]], place: dict[int, int]) -> list[tuple[int, int, float]]:
    """Return each pair of places that an edge connects, with the number of edges."""
    weights: dict[tuple[int, int], float] = {}
    for row in edges:
        a, b = place.get(row[1], -1), place.get(row[2], -1)
        if a >= 0 and b >= 0 and a != b:
            pair = (min(a, b), max(a, b))
            weights[pair] = weights.get(pair, 0.0) + 1.0
    return [(a, b, weight) for (a, b), weight in sorted(weights.items())]


def _actors(nodes: list[list[Any]], edges: list[list[Any]], at: dict[str, int]) -> list[list[int]]:
    """Return the most important states and organizations, laid out by what happens between them."""
    acting = [n for n, row in enumerate(nodes) if row[at["kind"]] in ACTING and row[at["community"]] >= 0]
    chosen = _ranked(acting, nodes, at)[:ACTORS_MAX]
    seats = arrange(len(chosen), _weights(edges, {number: i for i, number in enumerate(chosen)}))
    return [[number, seats.x[i], seats.y[i]] for i, number in enumerate(chosen)]


def _communities(nodes: list[list[Any]], edges: list[list[Any]], at: dict[str, int]) -> list[dict[str, Any]]:
    """Return number, label and place of the largest communities, each named by its two most important members."""
    members: dict[int, list[int]] = {}
    for number, row in enumerate(nodes):
        if row[at["community"]] >= 0:
            members.setdefault(row[at["community"]], []).append(number)
    kept = sorted(number for number, held in members.items() if len(held) > 2)[:COMMUNITIES_MAX]
    place = {node: i for i, number in enumerate(kept) for node in members[number]}
    seats = arrange(len(kept), _weights(edges, place))
    spread = 1.0 + math.sqrt(len(kept)) / 10
    found = []
    for i, number in enumerate(kept):
        names = [nodes[n][at["label"]] for n in _ranked(members[number], nodes, at)[:2]]
        found.append(
            {
                "number": number,
                "label": ", ".join(names),
                "x": round(seats.x[i] * spread),
                "y": round(seats.y[i] * spread),
            }
        )
    return found
