"""Trees and BIO sequences, checked against every possibility."""

from itertools import product

import numpy as np
import pytest

from kg.nlp.decoding import BioDecoder, is_tree, spanning_tree, window_heads

LABELS = ["O", "B-ORG", "I-ORG", "B-GPE", "I-GPE"]


@pytest.mark.parametrize(
    ("heads", "tree"),
    [
        ([0], True),
        ([0, 1], True),
        ([2, 0, 2], True),
        ([0, 0], False),
        ([2, 1], False),
        ([2, 3, 1], False),
        ([0, 3, 2], False),
    ],
)
def test_a_tree_has_one_root_and_no_cycle(heads, tree):
    assert is_tree(np.array(heads)) is tree


def _best(scores):
    """Return the sum of the best tree with one root, by trying all."""
    size = len(scores)
    sums = []
    for heads in product(range(size + 1), repeat=size):
        if all(head != i + 1 for i, head in enumerate(heads)) and is_tree(np.array(heads)):
            sums.append(sum(scores[i, head] for i, head in enumerate(heads)))
    return max(sums)


@pytest.mark.parametrize("seed", range(60))
def test_no_tree_with_one_root_is_better(seed):
    generator = np.random.default_rng(seed)
    size = int(generator.integers(1, 6))
    scores = generator.normal(size=(size, size + 1)).astype(np.float32)
    heads = spanning_tree(scores)
    assert is_tree(heads)
    assert sum(scores[i, head] for i, head in enumerate(heads)) == pytest.approx(_best(scores), abs=1e-5)


def test_a_word_is_never_its_own_head_and_ties_are_decided_the_same_way_always():
    scores = np.zeros((5, 6), np.float32)
    first = spanning_tree(scores)
    assert is_tree(first)
    assert all(head != i + 1 for i, head in enumerate(first))
    assert spanning_tree(scores).tolist() == first.tolist()


def test_no_arc_crosses_the_start_of_a_sentence():
    scores = np.random.default_rng(4).normal(size=(9, 10)).astype(np.float32)
    heads = window_heads(scores, [0, 4])
    assert all(head < 4 for head in heads[:4])
    assert all(head >= 4 for head in heads[4:])
    assert [int((heads[part] == np.arange(9)[part]).sum()) for part in (slice(0, 4), slice(4, 9))] == [1, 1]


def _valid(labels):
    return all(b[0] != "I" or a[1:] == b[1:] for a, b in zip(("O", *labels), labels, strict=False))


@pytest.mark.parametrize("seed", range(40))
def test_no_valid_sequence_of_labels_is_better(seed):
    scores = np.random.default_rng(seed).normal(size=(1, 4, len(LABELS))).astype(np.float32) * 3
    found = BioDecoder(LABELS)(scores, [4])[0]
    assert _valid([LABELS[i] for i in found])
    options = [c for c in product(range(len(LABELS)), repeat=4) if _valid([LABELS[i] for i in c])]
    best = max(sum(scores[0, i, label] for i, label in enumerate(option)) for option in options)
    assert sum(scores[0, i, label] for i, label in enumerate(found)) == pytest.approx(best, abs=1e-4)


def test_what_lies_beyond_a_row_s_end_does_not_change_it():
    generator = np.random.default_rng(1)
    scores = generator.normal(size=(2, 6, len(LABELS))).astype(np.float32) * 3
    other = scores.copy()
    other[0, 3:] = generator.normal(size=(3, len(LABELS)))
    decode = BioDecoder(LABELS)
    assert decode(scores, [3, 6])[0, :3].tolist() == decode(other, [3, 6])[0, :3].tolist()
