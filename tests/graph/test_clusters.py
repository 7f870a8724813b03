"""Groups of ids."""

from __future__ import annotations

from kg.graph.clusters import Clusters, blocks

NOWHERE: dict[str, frozenset[str]] = {}


def test_what_is_joined_pair_by_pair_is_one_group() -> None:
    clusters = Clusters(NOWHERE)
    assert clusters.join("c", "b", "r", "x")
    assert clusters.join("b", "a", "r", "y")
    assert clusters.join("a", "c", "r", "z")
    assert clusters.groups() == [["a", "b", "c"]]
    assert {clusters.find(name) for name in "abc"} == {"a"}
    assert clusters.find("d") == "d"
    assert [(r.a, r.b, r.because) for r in clusters.reasons] == [("b", "c", "x"), ("a", "b", "y")]


def test_two_ids_of_one_article_stay_apart_even_through_a_third() -> None:
    clusters = Clusters({"a": frozenset({"1"}), "b": frozenset({"1", "2"}), "c": frozenset({"3"})})
    assert not clusters.join("a", "b", "r", "")
    assert clusters.join("a", "c", "r", "")
    assert not clusters.join("b", "c", "r", "")
    assert clusters.join("b", "c", "decision", "", by_user=True)


def test_what_a_user_parts_stays_apart() -> None:
    clusters = Clusters(NOWHERE, [frozenset({"a", "b"})])
    assert not clusters.join("a", "b", "decision", "", by_user=True)
    assert clusters.join("b", "c", "r", "")
    assert not clusters.join("a", "c", "r", "")
    assert clusters.groups() == [["b", "c"]]


def test_blocks_are_values_that_share_a_key() -> None:
    assert blocks([("x", 1), ("y", 2), ("x", 3), ("x", 1), ("z", 2)]) == [[1, 3]]
