"""Places, importance and communities of the nodes of a picture."""

from __future__ import annotations

import math
import random

from kg.views.layout import arrange, radius

STAR = [(0, i, 1.0) for i in range(1, 9)]


def test_nothing_and_one_node_have_a_place() -> None:
    assert arrange(0, []).x == []
    alone = arrange(1, [])
    assert (alone.x, alone.y, alone.importance) == ([0], [0], [0.0])


def test_the_same_graph_is_always_drawn_alike_and_the_dice_of_others_are_left_alone() -> None:
    random.seed(7)
    expected = random.random()
    random.seed(7)
    first = arrange(9, STAR)
    assert random.random() == expected
    assert arrange(9, STAR) == first


def test_the_centre_matters_most() -> None:
    assert arrange(9, STAR).importance[0] == 1.0
    assert max(arrange(9, STAR).importance[1:]) < 0.5


def test_what_is_said_of_others_stands_back() -> None:
    pair = [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0)]
    made = arrange(3, pair, aside=frozenset({2})).importance
    assert made[0] == made[1] == 1.0
    assert made[2] < 0.5


def test_a_small_part_that_stands_apart_does_not_outshine_the_rest() -> None:
    hub = [(0, i, 3.0) for i in range(1, 7)]
    apart = [(7, 8, 1.0), (7, 9, 1.0)]
    made = arrange(10, [*hub, *apart]).importance
    assert made[7] < made[0] / 2


def test_no_two_nodes_overlap() -> None:
    dice = random.Random(1)
    pairs = {
        (min(a, b), max(a, b)) for a, b in ((dice.randrange(60), dice.randrange(60)) for _ in range(120)) if a != b
    }
    made = arrange(60, [(a, b, 1.0) for a, b in sorted(pairs)])
    for i in range(60):
        for j in range(i):
            distance = math.hypot(made.x[i] - made.x[j], made.y[i] - made.y[j])
            assert distance > radius(made.importance[i]) + radius(made.importance[j])


def test_what_stands_apart_is_near_the_rest_and_not_in_it() -> None:
    hub = [(0, i, 1.0) for i in range(1, 30)] + [(i, i + 1, 1.0) for i in range(1, 29)]
    made = arrange(36, [*hub, (30, 31, 1.0), (32, 33, 1.0), (33, 34, 1.0)])
    places = list(zip(made.x, made.y, strict=True))
    middle, apart = places[:30], places[30:]
    across = max(math.dist(a, b) for a in middle for b in middle)
    step = min(math.dist(a, b) for i, a in enumerate(middle) for b in middle[:i])
    for place in apart:
        near = min(math.dist(place, other) for other in middle)
        assert 0.5 * step < near < 0.5 * across


def test_communities_are_numbered_by_size() -> None:
    clique = [(a, b, 1.0) for a in range(5) for b in range(a)]
    couple = [(5, 6, 1.0)]
    made = arrange(7, [*clique, *couple]).community
    assert made[:5] == [0] * 5
    assert made[5:] == [1, 1]


def test_many_that_stand_apart_lie_close_around_the_rest_and_not_in_long_rays() -> None:
    made = arrange(2600, STAR)
    width, height = (max(places) - min(places) for places in (made.x, made.y))
    assert width * height / 2600 < 5 * 80**2
