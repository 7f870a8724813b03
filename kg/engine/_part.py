"""What every engine runs: the articles of one part, each to its facts, whatever befalls one of them."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.language import Language

from kg.extractors import extract
from kg.gazetteer import load_gazetteer
from kg.lexicon import load_lexicon
from kg.model import Article, Facts
from kg.nlp import pipeline
from kg.nlp.annotations import notes

# Parts of about this many characters go to a worker at a time.
PART_CHARACTERS = 60_000


@dataclass(frozen=True)
class Tables:
    """Folders that replace the project's own model (or a spaCy pipeline's name), gazetteer and lexicon."""

    model: Path | None = None
    gazetteer: Path | None = None
    lexicon: Path | None = None


@dataclass(frozen=True)
class Failure:
    """An article whose reading broke off, and why."""

    article: Article
    reason: str


@cache
def _loaded(tables: Tables) -> Language:
    nlp = pipeline.load(tables.model, gazetteer=tables.gazetteer, lexicon=tables.lexicon)
    # Model and tables stay as long as the process: the collector of garbage need not walk them again and again.
    gc.freeze()
    return nlp


def facts_of(articles: Iterable[Article], tables: Tables = Tables()) -> Iterator[Facts]:
    """Yield what each of ``articles`` states, in their order; the model is loaded once."""
    nlp = _loaded(tables)
    gazetteer, lexicon = load_gazetteer(tables.gazetteer), load_lexicon(tables.lexicon)
    for doc in pipeline.read(nlp, articles):
        yield extract(doc, notes(doc).article, lexicon=lexicon, gazetteer=gazetteer)


def read_part(articles: Sequence[Article], tables: Tables = Tables()) -> Iterator[Facts | Failure]:
    """Yield the facts of each of ``articles``, or why there are none: an error in one takes no other along."""
    done = 0
    try:
        for facts in facts_of(articles, tables):
            yield facts
            done += 1
    except Exception:
        # Read together they fail together: each of the rest alone.
        for article in articles[done:]:
            yield _alone(article, tables)


def _alone(article: Article, tables: Tables) -> Facts | Failure:
    try:
        (facts,) = facts_of([article], tables)
    except Exception as error:
        return Failure(article, f"{type(error).__name__}: {error}"[:200])
    return facts


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
