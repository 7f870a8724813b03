"""Words as the model takes them: subword pieces, shapes, spacing, cut into windows and batches."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from kg.errors import DataError

Batch = dict[str, npt.NDArray[np.generic]]

# Pieces of one word that are looked at, words of a window as a rule and at most, pieces of a window at most.
MAX_PIECES, USUAL_WORDS, MAX_WORDS, MAX_WINDOW_PIECES = 6, 110, 160, 500
MAX_CACHED_WORDS = 200_000
SENTENCE_ENDS = frozenset(".?!")
CLOSERS = frozenset({'"', "”", "»", ")", "]", "''", "’", "'"})
CLAUSE_ENDS = frozenset(";:,—–")

# What the training text did not have, as what it had; zero-width characters vanish.
_LIKE = {
    **dict.fromkeys("«„‟〝", "“"),
    **dict.fromkeys("»〞", "”"),
    **dict.fromkeys("‹‚‛", "‘"),
    **dict.fromkeys("›", "’"),
    **dict.fromkeys("`´ʼʹ′", "'"),
    **dict.fromkeys("″ˮ", '"'),
    **dict.fromkeys("‐‑−", "-"),
    **dict.fromkeys("―⸺⸻", "—"),
    **dict.fromkeys("‒", "–"),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f", ""),
}
_TABLE = str.maketrans(_LIKE)


@dataclass(frozen=True)
class Window:
    """Consecutive words as one input of the model.

    ``pieces``, ``shapes`` and ``spacing`` run in step, with the [CLS] and [SEP] pieces at the ends; ``first`` holds
    the place of [CLS] and then of each word's first piece.
    """

    pieces: list[int]
    shapes: list[int]
    spacing: list[int]
    first: list[int]

    @property
    def words(self) -> int:
        """Return the number of words."""
        return len(self.first) - 1


def plain(word: str) -> str:
    """Return ``word`` with odd quotes, dashes, ligatures and zero-width characters as the training text had them."""
    if word.isascii():
        return word
    # NFKC would turn the ellipsis character into three dots, which is what is wanted, and drop no letter.
    return unicodedata.normalize("NFKC", word.translate(_TABLE)) or word


def shape(word: str) -> int:
    """Return the capitalization class (1 to 9) of ``word``."""
    letters = [char for char in word if char.isalpha()]
    has_digit = any(char.isdigit() for char in word)
    if not letters:
        return 6 if has_digit else 7
    if has_digit:
        return 9
    capitals = sum(char.isupper() for char in letters)
    if capitals == 0:
        return 1
    if capitals == len(letters):
        if len(letters) == 1:
            return 3
        return 8 if "." in word else 4
    return 2 if word[0].isupper() and capitals == 1 else 5


class Encoder:
    """Turns words into windows; each distinct word is split once."""

    def __init__(self, path: Path) -> None:
        """Read the ``tokenizer.json`` at ``path``."""
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._cls, self._sep, self._unknown = (self._id(token) for token in ("[CLS]", "[SEP]", "[UNK]"))
        self._seen: dict[str, tuple[list[int], int]] = {}

    def _id(self, token: str) -> int:
        """Return the id of a special token."""
        found = self._tokenizer.token_to_id(token)
        if found is None:
            raise DataError(f"the model's tokenizer has no token {token}")
        return found

    def word(self, word: str) -> tuple[list[int], int]:
        """Return the pieces (1 to ``MAX_PIECES``) and the shape of ``word``."""
        found = self._seen.get(word)
        if found is None:
            if len(self._seen) >= MAX_CACHED_WORDS:
                self._seen.clear()
            # No word is longer than this; what is, is hostile or broken, and its beginning will do.
            known = plain(word[:100])
            pieces = self._tokenizer.encode(known, add_special_tokens=False).ids[:MAX_PIECES] or [self._unknown]
            found = self._seen[word] = (pieces, shape(known))
        return found

    def window(self, words: Sequence[str], spaces: Sequence[bool], *, blind: int = 0) -> Window:
        """Return ``words`` as one window; ``spaces`` says which are followed by whitespace.

        ``blind`` is for training: 1 hides capitals, 2 shows all as capitals, 3 hides the spacing.
        """
        pieces, shapes, spacing, first = [self._cls], [0], [0], [0]
        before = True
        for word, space in zip(words, spaces, strict=True):
            ids, kind = self.word(word)
            if blind == 1 and kind in (2, 3, 4, 5, 8):
                kind = 1
            elif blind == 2 and kind in (1, 2, 5):
                kind = 4
            gap = 0 if blind == 3 else 1 + before + 2 * space
            before = space
            first.append(len(pieces))
            pieces += ids
            shapes += [kind] * len(ids)
            spacing += [gap] * len(ids)
        return Window([*pieces, self._sep], [*shapes, 0], [*spacing, 0], first)

    def cut(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Yield (start, end) of stretches that are short enough for a window, cut between sentences if possible."""
        start = 0
        while start < len(words):
            end = _next_cut(words, start)
            while end - start > 1 and sum(len(self.word(w)[0]) for w in words[start:end]) > MAX_WINDOW_PIECES:
                end = start + (end - start) // 2
            yield start, end
            start = end


def _next_cut(words: Sequence[str], start: int) -> int:
    """Return where the window that begins at ``start`` ends."""
    limit = min(len(words), start + MAX_WORDS)
    usual = start + USUAL_WORDS
    if len(words) <= usual:
        return len(words)
    ends = [i for i in range(start + 1, limit) if _sentence_ends_before(words, i)]
    early = [i for i in ends if i <= usual]
    if early:
        return early[-1]
    if ends or len(words) <= limit:
        return ends[0] if ends else len(words)
    return next((i for i in range(usual, start + USUAL_WORDS // 2, -1) if words[i - 1] in CLAUSE_ENDS), usual)


def _sentence_ends_before(words: Sequence[str], i: int) -> bool:
    """Return whether a sentence plainly ends between words ``i - 1`` and ``i``."""
    if words[i] in CLOSERS or words[i] in SENTENCE_ENDS:
        return False
    last = words[i - 1]
    return last in SENTENCE_ENDS or (last in CLOSERS and i > 1 and words[i - 2] in SENTENCE_ENDS)


def batches(windows: Sequence[Window], max_pieces: int) -> Iterator[list[int]]:
    """Yield the indices of ``windows`` in groups of like length, at most ``max_pieces`` with padding each."""
    group: list[int] = []
    for i in sorted(range(len(windows)), key=lambda i: len(windows[i].pieces)):
        if group and len(windows[i].pieces) * (len(group) + 1) > max_pieces:
            yield group
            group = []
        group.append(i)
    if group:
        yield group


def collate(windows: Sequence[Window]) -> Batch:
    """Return ``windows`` padded: ids, sh, sf (n, pieces) int64, am (n, pieces) float32, first (n, 1 + words) int64."""
    rows, width = len(windows), max(len(window.pieces) for window in windows)
    words = max(window.words for window in windows)
    ids, sh, sf = (np.zeros((rows, width), np.int64) for _ in range(3))
    am = np.zeros((rows, width), np.float32)
    first = np.zeros((rows, words + 1), np.int64)
    for row, window in enumerate(windows):
        size = len(window.pieces)
        ids[row, :size] = window.pieces
        sh[row, :size] = window.shapes
        sf[row, :size] = window.spacing
        am[row, :size] = 1
        first[row, : window.words + 1] = window.first
    return {"ids": ids, "sh": sh, "sf": sf, "am": am, "first": first}
