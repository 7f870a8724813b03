"""Words as the model takes them."""

from itertools import pairwise

import numpy as np
import pytest

from kg.nlp.encoding import MAX_PIECES, MAX_WINDOW_PIECES, MAX_WORDS, Encoder, batches, collate, plain, shape
from kg.nlp.parser import WEIGHTS


@pytest.fixture(scope="module")
def encoder():
    return Encoder(WEIGHTS / "tokenizer.json")


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("talks", 1),
        ("Berlin", 2),
        ("I", 3),
        ("OSCE", 4),
        ("McKay", 5),
        ("2021", 6),
        ("—", 7),
        ("U.S.", 8),
        ("G20", 9),
        ("Élysée", 2),
        ("Лавров", 2),
        ("", 7),
    ],
)
def test_shapes_of_capitals(word, number):
    assert shape(word) == number


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("word", "word"),
        ("«", "“"),
        ("‑", "-"),
        ("―", "—"),
        ("o\u00adver", "over"),
        ("ﬁrm", "firm"),
        ("\u200b", "\u200b"),
        ("…", "..."),
    ],
)
def test_odd_characters_are_read_as_those_of_the_training_text(word, known):
    assert plain(word) == known


def test_each_word_begins_where_first_says(encoder):
    window = encoder.window(["Kyrgyzstan", "'s", "envoy"], [False, True, False])
    assert window.words == 3
    assert len(window.pieces) == len(window.shapes) == len(window.spacing)
    assert window.first[0] == 0
    assert [window.shapes[i] for i in window.first[1:]] == [2, 1, 1]
    assert [window.spacing[i] for i in window.first[1:]] == [2, 3, 2]


def test_a_word_has_some_pieces_but_never_many(encoder):
    for word in ("x" * 5000, "\U0001f4a3" * 40, "\u0000", "\u200b", "a-b-c-d-e-f-g-h"):
        pieces, _ = encoder.word(word)
        assert 1 <= len(pieces) <= MAX_PIECES


def test_a_short_text_is_one_window(encoder):
    assert list(encoder.cut(["word"] * 100)) == [(0, 100)]
    assert list(encoder.cut([])) == []


def test_long_texts_are_cut_after_sentences(encoder):
    words = (["word"] * 39 + ["."]) * 10
    cuts = list(encoder.cut(words))
    assert cuts[0] == (0, 80)
    assert all(words[end - 1] == "." for _, end in cuts)


@pytest.mark.parametrize("words", [["word"] * 1000, ["word", ","] * 700, ["неведомое"] * 900, ["."] * 999])
def test_windows_cover_everything_once_and_are_never_too_long(encoder, words):
    cuts = list(encoder.cut(words))
    assert cuts[0][0] == 0
    assert cuts[-1][1] == len(words)
    assert all(a[1] == b[0] for a, b in pairwise(cuts))
    for start, end in cuts:
        assert 0 < end - start <= MAX_WORDS
        assert sum(len(encoder.word(word)[0]) for word in words[start:end]) <= MAX_WINDOW_PIECES


def test_padding_is_masked(encoder):
    windows = [encoder.window(["One"], [False]), encoder.window(["Two", "words"], [True, False])]
    batch = collate(windows)
    assert batch["am"].sum(1).tolist() == [3, 4]
    assert batch["first"].tolist() == [[0, 1, 0], [0, 1, 2]]
    assert batch["am"].dtype == np.float32


def test_batches_hold_each_window_once_and_alike_ones_together(encoder):
    windows = [encoder.window(["word"] * size, [True] * size) for size in (50, 2, 51, 3, 200)]
    found = list(batches(windows, 120))
    assert sorted(i for group in found for i in group) == [0, 1, 2, 3, 4]
    assert [1, 3] in found
    assert [4] in found
