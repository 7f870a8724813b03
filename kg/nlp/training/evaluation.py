"""Measures weights on annotated files: classes, trees and relations on gold words, names by exact span and label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.nlp.parser import Analysis, Model
from kg.nlp.training.corpus import load_development
from kg.nlp.training.treebank import Sentence, names_of

# Labels that are told apart only in the score "all"; in the others states, cities and seas are places.
MERGED = {"GPE": "places", "LOC": "places", "PERSON": "PER"}
SHOWN = ("PER", "ORG", "places")
BLOCK = 400


@dataclass
class Trees:
    """Counts of words, and of those with the right class, tag, head, and head and relation (subtypes count)."""

    words: int = 0
    upos: int = 0
    xpos: int = 0
    heads: int = 0
    relations: int = 0

    def figures(self) -> dict[str, float]:
        """Return percentages."""
        parts = {"UPOS": self.upos, "XPOS": self.xpos, "UAS": self.heads, "LAS": self.relations}
        return {name: percent(count, self.words) for name, count in parts.items()}


class Names:
    """Counts of names found, annotated and both, by label."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self.found: Counter[str] = Counter()
        self.given: Counter[str] = Counter()
        self.right: Counter[str] = Counter()

    def add(self, found: Sequence[str], given: Sequence[str]) -> None:
        """Count the names of one sentence in two BIO sequences."""
        for merge in (False, True):
            ours, theirs = ({_key(name, merge) for name in names_of(labels)} for labels in (found, given))
            self.found.update(label for *_, label in ours)
            self.given.update(label for *_, label in theirs)
            self.right.update(label for *_, label in ours & theirs)

    def figures(self) -> dict[str, float]:
        """Return F1 of all labels, and of persons, organizations and places, in percent."""
        return {
            name: percent(2 * self.right[name], self.found[name] + self.given[name])
            for name in ("all", *SHOWN)
            if self.found[name] + self.given[name]
        }


def _key(name: tuple[int, int, str], merge: bool) -> tuple[int, int, str, str]:
    """Return a name as it is compared and, last, what it is counted under."""
    start, end, label = name
    merged = MERGED.get(label, label)
    return (start, end, merged, merged) if merge else (start, end, label, "all")


def percent(part: int, whole: int) -> float:
    """Return ``part`` of ``whole`` in percent, to two decimals."""
    return round(100 * part / whole, 2) if whole else 0.0


def score(model: Model, sentences: Iterable[Sentence]) -> dict[str, float]:
    """Return the figures of ``model`` on ``sentences``, whose words and bounds are given."""
    trees, names = Trees(), Names()
    labels = model.labels
    for block in _blocks(sentences):
        windows = [model.encoder.window(s.words, s.spaces) for s in block]
        for sentence, found in zip(block, model.analyse(windows, [[0]] * len(windows)), strict=True):
            if sentence.heads:
                _count(trees, sentence, found, model)
            if sentence.ner:
                names.add([labels["ner"][i] for i in found.ner], sentence.ner)
    return (trees.figures() if trees.words else {}) | {f"NER {k}": v for k, v in names.figures().items()}


def _blocks(sentences: Iterable[Sentence]) -> Iterable[list[Sentence]]:
    """Yield ``sentences`` some at a time."""
    block: list[Sentence] = []
    for sentence in sentences:
        block.append(sentence)
        if len(block) == BLOCK:
            yield block
            block = []
    if block:
        yield block


def _count(trees: Trees, sentence: Sentence, found: Analysis, model: Model) -> None:
    """Add the words of one sentence to ``trees``."""
    labels = model.labels
    for i, (head, dep) in enumerate(zip(sentence.heads, sentence.deps, strict=True)):
        attached = found.heads[i] == (head - 1 if head else i)
        trees.words += 1
        trees.upos += labels["upos"][found.upos[i]] == sentence.upos[i]
        trees.xpos += labels["xpos"][found.xpos[i]] == sentence.xpos[i]
        trees.heads += bool(attached)
        trees.relations += bool(attached) and labels["dep"][found.deps[i]] == dep


def evaluate(weights: Path, data: Path) -> dict[str, dict[str, float]]:
    """Return the figures of the weights in the folder ``weights`` on each development file of ``data``."""
    model = Model(weights, threads=2)
    return {name: score(model, sentences) for name, sentences in load_development(data).items()}
