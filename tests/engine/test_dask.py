"""A build on a cluster."""

from __future__ import annotations

import pytest

from kg.building import build
from kg.engine import Tables, dask, local
from kg.errors import EngineError
from kg.exporters import EXPORTERS
from tests.engine.test_local import ARTICLES

distributed = pytest.importorskip("distributed", reason="the extra [dask] is not installed")


@pytest.fixture(scope="module")
def address():  # type: ignore[no-untyped-def]
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, protocol="tcp"
    ) as cluster:
        yield cluster.scheduler_address


def test_a_cluster_gives_what_one_process_gives_in_the_same_order(address: str) -> None:
    assert list(dask.run(ARTICLES, Tables(), address=address)) == list(local.run(ARTICLES, Tables(), workers=1))


def test_a_build_on_a_cluster_is_equal_byte_for_byte(address: str, tmp_path) -> None:  # type: ignore[no-untyped-def]
    build(ARTICLES, tmp_path / "cluster", formats=("ttl",), cluster=address)
    build(ARTICLES, tmp_path / "here", formats=("ttl",), workers=1)
    name = EXPORTERS["ttl"].filename
    assert (tmp_path / "cluster" / name).read_bytes() == (tmp_path / "here" / name).read_bytes()


def test_a_cluster_that_does_not_answer_is_told() -> None:
    with pytest.raises(EngineError, match="no cluster answers"):
        list(dask.run(ARTICLES, Tables(), address="tcp://127.0.0.1:9"))
