"""A build on a cluster of dask.distributed: the same map over parts of the articles, run by its workers."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import islice
from typing import Any

from kg.engine._part import Failure, Tables, parts, read_part
from kg.errors import EngineError
from kg.model import Article, Facts


def run(articles: Iterable[Article], tables: Tables, *, address: str) -> Iterator[Facts | Failure]:
    """Yield what each of ``articles`` states, in their order, read by the workers of the cluster at ``address``.

    The workers need this package in the same version; ``tables`` are paths on their machines. What a dead worker had in
    hand another does again: scheduling and retries are dask's.

    Raises:
        EngineError: the extra is not installed, the cluster does not answer, or it lost a part for good.
    """
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise EngineError("a build on a cluster needs the extra: pip install 'diplomatic-kg[dask]'") from error
    try:
        with distributed.Client(address, timeout="10s", set_as_default=False) as client:
            yield from _gather(client, parts(articles), tables)
    except distributed.KilledWorker as error:
        raise EngineError(f"a part of the articles killed every worker that read it: {error}") from error
    except OSError as error:
        raise EngineError(f"{address}: no cluster answers: {error}") from error


def _gather(client: Any, groups: Iterator[list[Article]], tables: Tables) -> Iterator[Facts | Failure]:
    """Yield the facts of all ``groups``, with as many parts under way as keep the workers busy."""
    ahead = 2 * max(1, sum(client.nthreads().values()))
    waiting: deque[Any] = deque()
    for group in islice(groups, ahead):
        waiting.append(client.submit(_whole, group, tables, pure=False))
    while waiting:
        yield from waiting.popleft().result()
        for group in islice(groups, 1):
            waiting.append(client.submit(_whole, group, tables, pure=False))


def _whole(articles: list[Article], tables: Tables) -> list[Facts | Failure]:
    return list(read_part(articles, tables))
