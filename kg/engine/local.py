"""A build on this machine: in this process, or in a pool of them."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context

from kg.engine._part import Failure, Tables, facts_of, parts, read_part
from kg.errors import EngineError
from kg.model import Article, Facts

__all__ = ["Failure", "Tables", "facts_of", "run"]

# Less text than this, in characters, is read sooner in this process than in a pool that loads the model anew.
WORTH_A_POOL = 400_000


def run(articles: Iterable[Article], tables: Tables, *, workers: int = 0) -> Iterator[Facts | Failure]:
    """Yield what each of ``articles`` states, in their order, whatever the number of processes.

    ``workers`` 0 takes a process per core, if there is enough to read for that.

    Raises:
        EngineError: a process died, as one does that the system runs out of memory for.
    """
    stream = iter(articles)
    count = workers or os.cpu_count() or 1
    first: list[Article] = []
    if count > 1 and not workers:
        size = 0
        for article in stream:
            first.append(article)
            size += len(article.text)
            if size >= WORTH_A_POOL:
                break
        else:
            count = 1
    groups = parts(article for group in (first, stream) for article in group)
    if count == 1:
        for group in groups:
            yield from read_part(group, tables)
    else:
        yield from _pool(groups, tables, count)


def _pool(groups: Iterator[list[Article]], tables: Tables, count: int) -> Iterator[Facts | Failure]:
    # Never forked: the ONNX session's threads do not survive it.
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[list[Facts | Failure]]] = deque()
        try:
            for group in islice(groups, count * 2):
                waiting.append(pool.submit(_whole, group, tables))
            while waiting:
                yield from waiting.popleft().result()
                for group in islice(groups, 1):
                    waiting.append(pool.submit(_whole, group, tables))
        except BrokenProcessPool as error:
            raise EngineError(
                "a process of the build died, perhaps for want of memory: run it again to go on where it stopped, "
                "with fewer --workers"
            ) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _whole(articles: list[Article], tables: Tables) -> list[Facts | Failure]:
    return list(read_part(articles, tables))
