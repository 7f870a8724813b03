"""The embedded model: tags, features, trees, sentences and entities in one pass of a small encoder.

A Doc is read as stretches of words (``Annotations.layout`` where there is one, else its lines), each stretch as
windows of a few sentences, many windows at a time. The model's quantization is static and padding is masked, so a
text gets the same analysis alone as in any batch.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IS_SPACE, LEMMA, MORPH, ORTH, POS, TAG
from spacy.symbols import IDS
from spacy.tokens import Doc
from spacy.vocab import Vocab
from threadpoolctl import ThreadpoolController

from kg.errors import DataError
from kg.nlp.annotations import KEY, Annotations, Layout
from kg.nlp.asides import brackets, insertions
from kg.nlp.casing import plain_words
from kg.nlp.decoding import BioDecoder, Floats, Ints, window_heads
from kg.nlp.encoding import Batch, Encoder, Window, batches, collate
from kg.nlp.lemmas import Lemmatizer

WEIGHTS = Path(__file__).parent / "weights"
FILES = ("int8_static.onnx", "rel.npz", "maps.json", "tokenizer.json")

# Windows are collected until they hold this many words, then run by length, this many padded pieces at a time.
BLOCK_WORDS, BATCH_PIECES = 6000, 400
COLUMNS = [HEAD, DEP, POS, TAG, MORPH, LEMMA, ENT_IOB, ENT_TYPE]
IOB = {"O": 2, "I": 1, "B": 3}


@dataclass(frozen=True)
class Analysis:
    """What the model says of one window, an array per task with an entry per word.

    ``heads`` are word indices (a root's is its own), the others indices into the labels of the task.
    """

    heads: Ints
    deps: Ints
    upos: Ints
    xpos: Ints
    feats: Ints
    ner: Ints


class Model:
    """The network and its labels (``upos``, ``xpos``, ``feats``, ``dep``, ``ner``)."""

    def __init__(self, path: Path = WEIGHTS, *, threads: int = 1) -> None:
        """Load the weights in the folder ``path``; ``threads`` are used inside one operation.

        Raises:
            DataError: a file is missing.
        """
        import onnxruntime

        missing = [name for name in FILES if not (path / name).is_file()]
        if missing:
            raise DataError(f"{path}: a model holds {', '.join(FILES)}; missing: {', '.join(missing)}")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0" if threads == 1 else "1")
        self._session = onnxruntime.InferenceSession(str(path / FILES[0]), options, providers=["CPUExecutionProvider"])
        relations = np.load(path / "rel.npz")["rel"].astype(np.float32)
        self.labels: dict[str, list[str]] = json.loads((path / "maps.json").read_text(encoding="utf-8"))
        self.encoder = Encoder(path / "tokenizer.json")
        self._relations = RelationScorer(relations, self.labels["dep"].index("root"))
        self._bio = BioDecoder(self.labels["ner"])

    def analyse(self, windows: Sequence[Window], starts: Sequence[Sequence[int]] | None = None) -> list[Analysis]:
        """Return an analysis per window; ``starts`` gives the first words of sentences instead of the model's own."""
        found: list[Analysis | None] = [None] * len(windows)
        for group in batches(windows, BATCH_PIECES):
            chosen = [windows[i] for i in group]
            given = None if starts is None else [starts[i] for i in group]
            for i, analysis in zip(group, self._decode(chosen, given), strict=True):
                found[i] = analysis
        return [analysis for analysis in found if analysis is not None]

    def run(self, batch: Batch) -> list[Floats]:
        """Return the network's raw scores: tags, ner, arcs, and relation vectors of dependents and of heads."""
        scores: list[Floats] = self._session.run(None, batch)
        return scores

    def _decode(self, windows: Sequence[Window], starts: Sequence[Sequence[int]] | None) -> list[Analysis]:
        """Return an analysis for each window of one batch."""
        tags, ner, arcs, dependents, governors = self.run(collate(windows))
        sizes = np.cumsum([len(self.labels[task]) for task in ("upos", "xpos", "feats")])
        upos, xpos, feats, start = np.split(tags, sizes, axis=-1)
        classes = [part.argmax(-1) for part in (upos, xpos, feats)]
        opens = start[..., 1] > start[..., 0]
        lengths = [window.words for window in windows]
        entities = self._bio(ner, lengths)
        heads = []
        for row, size in enumerate(lengths):
            firsts = self._starts(opens[row, :size], entities[row, :size]) if starts is None else starts[row]
            heads.append(window_heads(arcs[row, :size, : size + 1], firsts))
        vectors = [dependents[row, :size] for row, size in enumerate(lengths)]
        above = [governors[row, _columns(row_heads)] for row, row_heads in enumerate(heads)]
        deps = self._relations(np.concatenate(vectors), np.concatenate(above), np.concatenate([*map(_roots, heads)]))
        ends = np.cumsum(lengths)[:-1]
        return [
            Analysis(head, dep, *(part[row, : len(head)] for part in (*classes, entities)))
            for row, (head, dep) in enumerate(zip(heads, np.split(deps, ends), strict=True))
        ]

    def _starts(self, opens: npt.NDArray[np.bool_], entities: Ints) -> list[int]:
        """Return where sentences begin: where the model says so, but never inside a name."""
        inside = [self.labels["ner"][label].startswith("I-") for label in entities]
        return [i for i, yes in enumerate(opens) if i == 0 or (yes and not inside[i])]


class RelationScorer:
    """Chooses the label of each arc by a biaffine form over the vectors of its two ends."""

    def __init__(self, weights: Floats, root: int) -> None:
        """Take ``weights`` (1 + size, labels, 1 + size) and the index of the label that only roots bear."""
        size, self._labels, _ = weights.shape
        self._size = size - 1
        self._matrix = np.ascontiguousarray(weights[:-1].reshape(self._size, -1))
        self._bias = weights[-1].reshape(-1)
        self._root = root
        self._pools = ThreadpoolController()

    def __call__(self, dependents: Floats, governors: Floats, roots: npt.NDArray[np.bool_]) -> Ints:
        """Return a label per row of ``dependents`` (n, size), whose heads are the rows of ``governors``."""
        found = np.full(len(dependents), self._root, np.int64)
        above = np.concatenate([governors, np.ones((len(governors), 1), np.float32)], axis=1)
        # Threads cost more here than they give: products so small leave them waiting, and processes share the cores.
        with self._pools.limit(limits=1, user_api="blas"):
            # In slices: a row takes 20 kB in between.
            for start in range(0, len(dependents), 512):
                rows = slice(start, start + 512)
                form = dependents[rows] @ self._matrix
                form += self._bias
                scores = np.matmul(form.reshape(-1, self._labels, self._size + 1), above[rows, :, None])[..., 0]
                scores[:, self._root] = -np.inf
                found[rows] = np.where(roots[rows], self._root, scores.argmax(-1))
        return found


def _columns(heads: Ints) -> Ints:
    """Return the column of each head among root and words."""
    return np.where(_roots(heads), 0, heads + 1)


def _roots(heads: Ints) -> npt.NDArray[np.bool_]:
    """Return which words are roots."""
    roots: npt.NDArray[np.bool_] = heads == np.arange(len(heads))
    return roots


@dataclass(frozen=True)
class Stretch:
    """A window of a Doc: the indices of its words, and the words as input."""

    doc: int
    tokens: Ints
    window: Window


class Parser:
    """The spaCy component: fills heads, deps, pos, tag, morph, lemma, sentence starts and ents."""

    def __init__(self, vocab: Vocab, model: Model, lemmatizer: Lemmatizer) -> None:
        """Enter the labels of ``model`` into ``vocab``."""
        self.model = model
        self._lemmatizer = lemmatizer
        self._vocab = vocab
        labels, strings = model.labels, vocab.strings
        self._upos = np.array([IDS[label] for label in labels["upos"]], np.uint64)
        self._xpos = _ids(strings.add(label) for label in labels["xpos"])
        self._deps = _ids(strings.add("ROOT" if label == "root" else label) for label in labels["dep"])
        self._feats = _ids(vocab.morphology.add(label) for label in labels["feats"])
        self._iob = np.array([IOB[label[0]] for label in labels["ner"]], np.uint64)
        self._types = _ids(strings.add(label[2:]) if label != "O" else 0 for label in labels["ner"])
        self._root = strings.add("ROOT")
        self._appos = strings.add("appos")
        self._punct = strings.add("punct")
        self._space = _ids([0, strings.add("dep"), IDS["SPACE"], strings.add("_SP"), vocab.morphology.add(""), 0, 2, 0])

    def __call__(self, doc: Doc) -> Doc:
        """Return ``doc``, parsed."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int | None = None) -> Iterator[Doc]:
        """Yield the Docs of ``stream``, parsed, many at a time; ``batch_size`` (spaCy's, in Docs) is not needed."""
        waiting: list[Doc] = []
        words = 0
        for doc in stream:
            waiting.append(doc)
            words += len(doc)
            if words >= BLOCK_WORDS:
                yield from self._parse(waiting)
                waiting, words = [], 0
        yield from self._parse(waiting)

    def _parse(self, docs: list[Doc]) -> list[Doc]:
        """Return ``docs``, parsed."""
        tables = [self._unread(doc) for doc in docs]
        for block in _blocks(self._stretches(docs)):
            found = self.model.analyse([stretch.window for stretch in block])
            for stretch, analysis in zip(block, found, strict=True):
                self._fill(tables[stretch.doc], stretch.tokens, analysis)
        for doc, table in zip(docs, tables, strict=True):
            self._join_asides(doc, table)
            if len(doc):
                self._write(doc, table)
        return docs

    def _unread(self, doc: Doc) -> npt.NDArray[np.uint64]:
        """Return rows for the tokens of ``doc`` as whitespace and boilerplate have them, each word a root."""
        table = np.tile(self._space, (len(doc), 1))
        words = doc.to_array(IS_SPACE) == 0
        table[words, 0] = 0
        table[words, 1:4] = [self._root, IDS["X"], 0]
        return table

    def _join_asides(self, doc: Doc, table: npt.NDArray[np.uint64]) -> None:
        """Hang each bracketed aside on the word before it, as an apposition."""
        for start, end in brackets(doc):
            offsets = table[start:end, 0].view(np.int64)
            for root in (start + int(i) for i in np.flatnonzero(offsets == 0)):
                table[root, 0] = np.int64(start - 1 - root).view(np.uint64)
                table[root, 1] = self._appos
        for i in insertions(doc):
            # What an editor put in "the [European] Commission" is read with the rest, its brackets are not.
            table[i, 0] = np.uint64(1) if doc[i].text == "[" else np.int64(-1).view(np.uint64)
            table[i, 1:3] = [self._punct, IDS["PUNCT"]]
            if i + 1 < len(table) and table[i + 1, 6] == IOB["I"]:
                # "Mr [Luis] Vega"
                table[i, 6:] = table[i + 1, 6:]

    def _stretches(self, docs: Sequence[Doc]) -> Iterator[Stretch]:
        """Yield the windows of ``docs`` in order."""
        for number, doc in enumerate(docs):
            common = plain_words(doc)
            for tokens in segments(doc):
                words = [common.get(i) or doc[i].text for i in tokens]
                spaces = [i + 1 == len(doc) or bool(doc[i].whitespace_) or doc[i + 1].is_space for i in tokens]
                indices = np.array(tokens, np.int64)
                for start, end in self.model.encoder.cut(words):
                    window = self.model.encoder.window(words[start:end], spaces[start:end])
                    yield Stretch(number, indices[start:end], window)

    def _fill(self, table: npt.NDArray[np.uint64], tokens: Ints, found: Analysis) -> None:
        """Write ``found`` into the rows ``tokens`` of ``table``."""
        table[tokens, 0] = (tokens[found.heads] - tokens).view(np.uint64)
        columns = (
            (1, self._deps[found.deps]),
            (2, self._upos[found.upos]),
            (3, self._xpos[found.xpos]),
            (4, self._feats[found.feats]),
            (6, self._iob[found.ner]),
            (7, self._types[found.ner]),
        )
        for column, values in columns:
            table[tokens, column] = values

    def _write(self, doc: Doc, table: npt.NDArray[np.uint64]) -> None:
        """Put ``table`` into ``doc``: whitespace hangs on the word before it and may lie inside a name."""
        spaces = np.flatnonzero(table[:, 3] == self._space[3])
        words = np.flatnonzero(table[:, 3] != self._space[3])
        table[spaces, 0] = np.uint64(2**64 - 1)
        if len(words):
            lead = spaces[spaces < words[0]]
            table[lead, 0] = (words[0] - lead).astype(np.uint64)
        elif len(spaces):
            table[0, 0] = 0
        for i in spaces[::-1]:
            if i + 1 < len(doc) and table[i + 1, 6] == IOB["I"]:
                table[i, 6:] = table[i + 1, 6:]
        # A name that an aside interrupts goes on as a name of its own.
        inside = np.flatnonzero(table[:, 6] == IOB["I"])
        broken = inside[(inside == 0) | (table[inside - 1, 6] == IOB["O"]) | (table[inside - 1, 7] != table[inside, 7])]
        table[broken, 6] = IOB["B"]
        orths = np.asarray(doc.to_array(ORTH), np.uint64)
        table[:, 5] = self._lemmatizer.lemmas(self._vocab, orths, table[:, 2], table[:, 3])
        doc.from_array(COLUMNS, cast(Any, table))


def segments(doc: Doc) -> Iterator[list[int]]:
    """Yield the stretches of words that are read on their own: paragraphs and dateline, or else lines.

    The words of boilerplate are in none.
    """
    notes: Annotations | None = doc.user_data.get(KEY)
    breaks = [] if notes is None else _breaks(notes.layout)
    words: list[int] = []
    skipped, at = False, 0
    asides = brackets(doc)
    inner = {i for start, end in asides for i in range(start, end)} | insertions(doc)
    for token in doc:
        if token.i in inner:
            continue
        if token.is_space:
            if notes is None and ("\n" in token.text or "\r" in token.text):
                yield words
                words = []
            continue
        if at < len(breaks) and token.idx >= breaks[at][0]:
            yield words
            words = []
            while at < len(breaks) and token.idx >= breaks[at][0]:
                skipped = breaks[at][1]
                at += 1
        if not skipped:
            words.append(token.i)
    yield words
    for start, end in asides:
        yield list(range(start, end))


def _breaks(layout: Layout) -> list[tuple[int, bool]]:
    """Return the characters at which a paragraph, a dateline or the text after it begins, and if it is not parsed."""
    breaks = {start: False for start, _ in layout.paragraphs} | {start: True for start, _ in layout.boilerplate}
    if layout.dateline:
        breaks |= {layout.dateline.start: False, layout.dateline.end: False}
    for turn in layout.turns:
        if turn.manner != "statement":
            breaks.setdefault(turn.label[0], False)
        breaks.setdefault(turn.words[0], False)
    for item in layout.items:
        start, end = item.mark
        if start < end and not breaks.get(start):
            breaks |= {start: True, end: False}
    return sorted(breaks.items())


def _blocks(stretches: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    """Yield ``stretches`` in lists of about ``BLOCK_WORDS`` words, so that a huge text takes little memory."""
    block: list[Stretch] = []
    words = 0
    for stretch in stretches:
        block.append(stretch)
        words += len(stretch.tokens)
        if words >= BLOCK_WORDS:
            yield block
            block, words = [], 0
    if block:
        yield block


def _ids(values: Iterable[Any]) -> npt.NDArray[np.uint64]:
    """Return ids of strings as an array."""
    return np.array(list(values), np.uint64)
