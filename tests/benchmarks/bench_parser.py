"""The language model's speed and memory: against its bare network, and against spaCy's own small pipeline.

Run with ``pytest tests/benchmarks/bench_parser.py -o addopts= -s``; each test prints its figures. Times are of the
processor, so that a busy machine changes the ratios little.
"""

from __future__ import annotations

import json
import multiprocessing
import resource
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from kg.model import Article
from kg.nlp import pipeline
from kg.nlp.encoding import batches, collate
from kg.nlp.lemmas import Lemmatizer, load_lemmas
from kg.nlp.parser import BATCH_PIECES, Model, Parser, segments

ARTICLES = Path(__file__).parents[2] / "data" / "articles"
WORDS = 20_000
# What is in the way of the network: tokens, windows, trees, labels, lemmas, writing of Docs.
MOST_OVER_NETWORK, MOST_MEMORY_MB = 1.6, 500


@cache
def texts() -> tuple[str, ...]:
    """Return the sample articles, over and over until they hold ``WORDS`` words."""
    lines = [
        line for path in sorted(ARTICLES.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()
    ]
    given = [json.loads(line)["text"] for line in lines]
    found: list[str] = []
    while sum(len(text.split()) for text in found) < WORDS:
        found += given
    return tuple(found)


def bare(threads: int = 1) -> Language:
    """Return the tokenizer and the parser alone."""
    nlp = spacy.blank("en")
    nlp._components.append(("parser", Parser(nlp.vocab, Model(threads=threads), Lemmatizer(load_lemmas()))))
    return nlp


def seconds(work: Callable[[], Any]) -> float:
    """Return the processor time of ``work``, the second time it is done."""
    work()
    began = time.process_time()
    work()
    return time.process_time() - began


def _network(model: Model, docs: list[Doc]) -> None:
    """Run only the network over the windows of ``docs``."""
    windows = []
    for doc in docs:
        for stretch in segments(doc):
            words = [doc[i].text for i in stretch]
            for start, end in model.encoder.cut(words):
                windows.append(model.encoder.window(words[start:end], [True] * (end - start)))
    for group in batches(windows, BATCH_PIECES):
        model.run(collate([windows[i] for i in group]))


def test_parser_against_its_bare_network() -> None:
    nlp, model = bare(), Model()
    docs = [nlp.make_doc(text) for text in texts()]
    words = sum(len(doc) for doc in docs)
    alone, whole = seconds(lambda: _network(model, docs)), seconds(lambda: list(nlp.pipe(texts())))
    print(
        f"\n{words} words: network {words / alone:.0f}, parser {words / whole:.0f} words/s; ratio {whole / alone:.2f}"
    )
    assert whole <= MOST_OVER_NETWORK * alone


def test_parser_against_the_small_pipeline_of_spacy() -> None:
    """The convolutional pipeline of the same tasks; its weights are untrained, which costs the same time."""
    other = spacy.blank("en")
    labels = Model().labels
    example = bare()(texts()[0])
    for name in ("tok2vec", "tagger", "morphologizer", "parser", "ner"):
        other.add_pipe(name)
    for label in labels["xpos"]:
        other.get_pipe("tagger").add_label(label)  # type: ignore[attr-defined]
    other.initialize(lambda: [Example(other.make_doc(example.text), example)])
    words = sum(len(other.make_doc(text)) for text in texts())
    ours, theirs = seconds(lambda: list(bare().pipe(texts()))), seconds(lambda: list(other.pipe(texts())))
    print(
        f"\n{words} words: parser {words / ours:.0f}, spaCy's {words / theirs:.0f} words/s; ratio {ours / theirs:.2f}"
    )


def test_all_components_against_the_parser() -> None:
    nlp, parser = pipeline.load(), bare()
    articles = [Article(id=str(i), text=text, date="2021-10-27") for i, text in enumerate(texts())]
    whole, alone = seconds(lambda: list(pipeline.read(nlp, articles))), seconds(lambda: list(parser.pipe(texts())))
    print(f"\nall components take {whole / alone:.2f} of the parser's time")


def _peak(repeats: int) -> float:
    """Return the most memory, in MB, that this process ever held, once it has parsed the texts ``repeats`` times."""
    nlp = bare()
    for _ in nlp.pipe(texts() * repeats):
        pass
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def test_memory_of_a_process() -> None:
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        once, more = pool.apply(_peak, (1,)), pool.apply(_peak, (3,))
    print(f"\npeak memory {once:.0f} MB, {more:.0f} MB for three times the text")
    assert more <= MOST_MEMORY_MB
    assert more <= 1.2 * once
