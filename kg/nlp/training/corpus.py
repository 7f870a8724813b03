"""What the model is trained on: sentences joined with their names, label sets, windows with targets, batches."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from kg.errors import DataError
from kg.nlp.encoding import Batch, Encoder, Window, collate
from kg.nlp.training.treebank import Sentence, read_conllu, read_iob, straight

Labels = Mapping[str, Sequence[str]]

TASKS = ("upos", "xpos", "feats", "deps", "ner")
UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
NAMES = ("PERSON", "ORG", "GPE", "LOC", "NORP", "EVENT", "MISC")
# Genres that are not trained on: court transcripts, whose licence is unclear.
LEFT_OUT = ("court",)
# A label that is seen less often is no class of its own.
MIN_FEATURES, MIN_DEPS = 3, 2
# Words of a window, the share of windows of one sentence, pieces of a window at most.
MAX_WORDS, ALONE, MAX_PIECES = 110, 0.35, 190
# Shares of windows with typographic quotes, and with capitals or spacing hidden.
CURLY, BLIND = 0.3, 0.08
IGNORED = -100


def load_training(data: Path) -> list[Sentence]:
    """Return the training sentences of ``data`` (``parser/*.conllu.gz``, ``ner/*.iob2.gz``), names joined to trees.

    Raises:
        DataError: there are none.
    """
    found: list[Sentence] = []
    joined = set()
    for path in sorted((data / "parser").glob("*_train*.conllu*")):
        if any(genre in path.name for genre in LEFT_OUT):
            continue
        names = data / "ner" / path.name.replace("conllu", "iob2")
        if names.is_file():
            joined.add(names.name)
            found += join(read_conllu(path), read_iob(names))
        else:
            found += read_conllu(path)
    for path in sorted((data / "ner").glob("*_train*.iob2*")):
        if path.name not in joined and not any(genre in path.name for genre in LEFT_OUT):
            found += read_iob(path)
    if not found:
        raise DataError(f"{data}: no parser/*_train*.conllu.gz and no ner/*_train*.iob2.gz")
    return found


def load_development(data: Path) -> dict[str, list[Sentence]]:
    """Return the development sentences of ``data`` by file, trees first."""
    trees = {path.name: list(read_conllu(path)) for path in sorted((data / "parser").glob("*_dev*.conllu*"))}
    names = {path.name: list(read_iob(path)) for path in sorted((data / "ner").glob("*_dev*.iob2*"))}
    return trees | names


def join(trees: Iterator[Sentence], names: Iterator[Sentence]) -> Iterator[Sentence]:
    """Yield ``trees`` with the labels of the sentence in ``names`` that has the same words, where there is one."""
    known: defaultdict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for sentence in names:
        known[sentence.words].append(sentence.ner)
    for sentence in trees:
        labels = known.get(tuple(map(straight, sentence.words)))
        if labels:
            sentence = replace(sentence, ner=labels.pop(0) if len(labels) > 1 else labels[0])
        yield sentence


def label_sets(sentences: Sequence[Sentence]) -> dict[str, list[str]]:
    """Return the labels by the name that the model's ``maps.json`` gives the task, the most frequent first."""
    counts: dict[str, Counter[str]] = {task: Counter() for task in ("xpos", "feats", "deps")}
    for sentence in sentences:
        for task, counter in counts.items():
            counter.update(getattr(sentence, task))
    kept = {task: counter.most_common() for task, counter in counts.items()}
    return {
        "upos": list(UPOS),
        "ner": ["O", *(f"{part}-{name}" for name in NAMES for part in "BI")],
        "xpos": [label for label, _ in kept["xpos"]],
        "feats": [label for label, count in kept["feats"] if count >= MIN_FEATURES],
        "dep": [label for label, count in kept["deps"] if count >= MIN_DEPS],
    }


def groups(sentences: Sequence[Sentence], rng: random.Random) -> Iterator[list[Sentence]]:
    """Yield ``sentences`` alone or several of one document together, as a window will hold them."""
    i = 0
    while i < len(sentences):
        group = [sentences[i]]
        size = len(group[0].words)
        i += 1
        most = 1 if rng.random() < ALONE else rng.randint(2, 6)
        while i < len(sentences) and len(group) < most and _go_together(group[0], sentences[i]):
            size += len(sentences[i].words)
            if size > MAX_WORDS:
                break
            group.append(sentences[i])
            i += 1
        yield group


def _go_together(one: Sentence, other: Sentence) -> bool:
    """Return whether two sentences are of one document and annotated alike."""
    alike = bool(one.ner) == bool(other.ner) and bool(one.heads) == bool(other.heads)
    return alike and one.document == other.document


@dataclass(frozen=True)
class Example:
    """A window and what is to be found in it, an entry per word; a task that is not annotated is empty.

    ``sentences`` numbers the sentence of each word; ``heads`` are columns: 0 the root, 1 the window's first word.
    """

    window: Window
    sentences: list[int]
    heads: list[int]
    targets: dict[str, list[int]]


class ExampleMaker:
    """Turns groups of sentences into examples."""

    def __init__(self, encoder: Encoder, labels: Labels) -> None:
        """Take the words' encoder and the labels of each task."""
        self._encoder = encoder
        sets = {task: labels["dep" if task == "deps" else task] for task in TASKS}
        self._numbers = {task: {label: i for i, label in enumerate(known)} for task, known in sets.items()}

    def __call__(self, group: Sequence[Sentence], rng: random.Random | None = None) -> Example:
        """Return the example of ``group``; with ``rng`` its quotes, capitals and spacing vary."""
        words = [word for sentence in group for word in sentence.words]
        spaces = [space for sentence in group for space in sentence.spaces]
        blind = 0
        if rng is not None:
            words = curly(words) if rng.random() < CURLY else words
            blind = rng.choice((1, 2, 3)) if rng.random() < BLIND else 0
        numbers = [number for number, sentence in enumerate(group) for _ in sentence.words]
        heads: list[int] = []
        if all(sentence.heads for sentence in group):
            before = 0
            for sentence in group:
                heads += [before + head if head else 0 for head in sentence.heads]
                before += len(sentence.words)
        targets = {}
        for task, known in self._numbers.items():
            values = [value for sentence in group for value in getattr(sentence, task)]
            targets[task] = [known.get(value, IGNORED) for value in values] if len(values) == len(words) else []
        return Example(self._encoder.window(words, spaces, blind=blind), numbers, heads, targets)


def curly(words: Sequence[str]) -> list[str]:
    """Return ``words`` with typographic quotes for straight ones."""
    found = []
    opened = False
    for word in words:
        if word == '"':
            word = "”" if opened else "“"
            opened = not opened
        elif "'" in word and len(word) <= 3:
            word = word.replace("'", "’")
        found.append(word)
    return found


def batches(examples: Sequence[Example], max_pieces: int, rng: random.Random) -> list[list[int]]:
    """Return the indices of ``examples`` in groups of about one length, at most ``max_pieces`` with padding each."""
    sizes = {i: len(e.window.pieces) for i, e in enumerate(examples) if len(e.window.pieces) <= MAX_PIECES}
    order = sorted(sizes, key=lambda i: (sizes[i] + rng.randint(0, 4), rng.random()))
    found: list[list[int]] = []
    group: list[int] = []
    longest = 0
    for i in order:
        longest = max(longest, sizes[i])
        if group and longest * (len(group) + 1) > max_pieces:
            found.append(group)
            group, longest = [], sizes[i]
        group.append(i)
    if group:
        found.append(group)
    rng.shuffle(found)
    return found


def arrays(examples: Sequence[Example]) -> Batch:
    """Return ``examples`` padded: the model's input, and int64 (n, words) of ``sentences`` (-1 beyond the end) and of
    ``start``, ``head`` and the tasks (-100 where nothing is to be learnt)."""
    batch = collate([example.window for example in examples])
    shape = (len(examples), batch["first"].shape[1] - 1)
    sentences = np.full(shape, -1, np.int64)
    targets = {task: np.full(shape, IGNORED, np.int64) for task in ("start", "head", *TASKS)}
    for row, example in enumerate(examples):
        size = example.window.words
        sentences[row, :size] = example.sentences
        # A lone sentence without a tree says nothing of where sentences begin: its window is cut from a list.
        if example.heads or example.sentences[-1] > 0:
            starts = np.diff(np.array(example.sentences), prepend=-1) > 0
            targets["start"][row, :size] = starts
        if example.heads:
            targets["head"][row, :size] = example.heads
        for task, values in example.targets.items():
            if values:
                targets[task][row, :size] = values
    return {**batch, "sentences": sentences, **targets}
