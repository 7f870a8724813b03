"""A build on this machine: in this process, or in a pool of them."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from spacy.language import Language

from kg.extractors import extract
from kg.gazetteer import load_gazetteer
from kg.lexicon import load_lexicon
from kg.model import Article, Facts
from kg.nlp import pipeline
from kg.nlp.annotations import notes

# Parts of about this many characters go to a worker at a time; fewer parts than this are done at once, here.
PART_CHARACTERS = 60_000
WORTH_A_POOL = 400_000


@cache
def _loaded(model: Path | None, gazetteer: Path | None, lexicon: Path | None) -> Language:
    return pipeline.load(model, gazetteer=gazetteer, lexicon=lexicon)


def facts_of(
    articles: Iterable[Article],
    *,
    model: Path | None = None,
    gazetteer: Path | None = None,
    lexicon: Path | None = None,
) -> Iterator[Facts]:
    """Yield what each of ``articles`` states, in their order; the model is loaded once."""
    nlp = _loaded(model, gazetteer, lexicon)
    places, words = load_gazetteer(gazetteer), load_lexicon(lexicon)
    for doc in pipeline.read(nlp, articles):
        yield extract(doc, notes(doc).article, lexicon=words, gazetteer=places)


def _part(articles: list[Article], model: Path | None, gazetteer: Path | None, lexicon: Path | None) -> list[Facts]:
    return list(facts_of(articles, model=model, gazetteer=gazetteer, lexicon=lexicon))


def parts(articles: Iterable[Article], characters: int = PART_CHARACTERS) -> Iterator[list[Article]]:
    """Yield ``articles`` in lists of about so many characters."""
    waiting: list[Article] = []
    size = 0
    for article in articles:
        waiting.append(article)
        size += len(article.text)
        if size >= characters:
            yield waiting
            waiting, size = [], 0
    if waiting:
        yield waiting


def run(
    articles: Iterable[Article],
    *,
    workers: int = 0,
    model: Path | None = None,
    gazetteer: Path | None = None,
    lexicon: Path | None = None,
) -> Iterator[Facts]:
    """Yield what each of ``articles`` states, in their order, whatever the number of processes.

    ``workers`` 0 takes a process per core, if there is enough to read for that.
    """
    stream = iter(articles)
    count = workers or os.cpu_count() or 1
    first: list[Article] = []
    size = 0
    while count > 1 and not workers and size < WORTH_A_POOL:
        article = next(stream, None)
        if article is None:
            count = 1
            break
        first.append(article)
        size += len(article.text)
    everything = (a for group in (first, stream) for a in group)
    if count == 1:
        yield from facts_of(everything, model=model, gazetteer=gazetteer, lexicon=lexicon)
        return
    # Never forked: the ONNX session's threads do not survive it.
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        todo = parts(everything)
        waiting: deque[Future[list[Facts]]] = deque()
        for part in islice(todo, count * 2):
            waiting.append(pool.submit(_part, part, model, gazetteer, lexicon))
        while waiting:
            yield from waiting.popleft().result()
            for part in islice(todo, 1):
                waiting.append(pool.submit(_part, part, model, gazetteer, lexicon))
