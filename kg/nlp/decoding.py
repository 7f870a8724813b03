"""From scores to structures: maximum spanning trees and valid BIO sequences."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

NEVER = -1e9
# More than any difference of scores in a window, so that one root is better than two.
ROOT_PENALTY = 1e4


def is_tree(heads: Ints) -> bool:
    """Return whether ``heads`` (of words 1 to n; 0 is the root) is a tree with one root word."""
    size = len(heads)
    if (heads == 0).sum() != 1:
        return False
    above = np.concatenate([[0], heads])
    for _ in range(max(1, size.bit_length())):
        above = above[above]
    return not above.any()


def spanning_tree(scores: Floats) -> Ints:
    """Return the heads of the best tree with one root: ``scores[word, head]`` is (n, 1 + n), column 0 the root.

    Source: Chu and Liu 1965, Edmonds 1967; greedy heads are kept where they are a tree already.
    """
    size = len(scores)
    if size == 1:
        return np.zeros(1, np.int64)
    own = np.arange(size)
    scores = scores.astype(np.float64)
    scores[own, own + 1] = NEVER
    heads: Ints = scores.argmax(1)
    if is_tree(heads):
        return heads
    full = np.full((size + 1, size + 1), NEVER)
    full[1:] = scores
    full[:, 0] -= ROOT_PENALTY
    full[0] = NEVER
    return _arborescence(full)[1:]


def _arborescence(scores: npt.NDArray[np.float64]) -> Ints:
    """Return the best heads of nodes 0 to n, node 0 being the root (its head is -1); cycles are contracted.

    ``scores`` is ``NEVER`` on its diagonal and in row 0.
    """
    size = len(scores)
    heads: Ints = scores.argmax(1)
    heads[0] = -1
    found = _find_cycle(heads.tolist())
    if found is None:
        return heads
    cycle = np.array(found)
    inside = np.zeros(size, bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    count = len(rest)
    leaving = scores[rest[:, None], cycle]
    entering = scores[cycle[:, None], rest] - scores[cycle, heads[cycle]][:, None]
    smaller = np.full((count + 1, count + 1), NEVER)
    smaller[:count, :count] = scores[rest[:, None], rest]
    smaller[:count, count] = leaving.max(1)
    smaller[count, :count] = entering.max(0)
    outside = _arborescence(smaller)
    result = np.full(size, -1)
    above = outside[1:count]
    in_cycle = above == count
    result[rest[1:]] = np.where(in_cycle, cycle[leaving[1:].argmax(1)], rest[np.where(in_cycle, 0, above)])
    result[cycle] = heads[cycle]
    outer = outside[count]
    result[cycle[entering[:, outer].argmax()]] = rest[outer]
    return result


def _find_cycle(heads: Sequence[int]) -> list[int] | None:
    """Return the nodes of one cycle in ``heads``, None if there is none."""
    seen = [0] * len(heads)
    for start in range(1, len(heads)):
        if seen[start]:
            continue
        path: list[int] = []
        node = start
        while node > 0 and not seen[node]:
            seen[node] = start
            path.append(node)
            node = heads[node]
        if node > 0 and seen[node] == start:
            return path[path.index(node) :]
    return None


def window_heads(arcs: Floats, starts: Sequence[int]) -> Ints:
    """Return the head of each word of a window (a root's is itself), one tree for each sentence in ``starts``.

    ``arcs`` is (words, 1 + words), column 0 the root; ``starts`` are ascending word indices, the first 0.
    """
    size = len(arcs)
    heads = np.empty(size, np.int64)
    for start, end in zip(starts, [*starts[1:], size], strict=True):
        inside = np.concatenate([arcs[start:end, :1], arcs[start:end, start + 1 : end + 1]], axis=1)
        tree = spanning_tree(inside)
        heads[start:end] = np.where(tree == 0, np.arange(start, end), tree - 1 + start)
    return heads


class BioDecoder:
    """Finds the best label sequence in which every I-X follows B-X or I-X."""

    def __init__(self, labels: Sequence[str]) -> None:
        """Prepare the forbidden steps among ``labels`` (``O``, ``B-X``, ``I-X``)."""
        size = len(labels)
        self._start = np.zeros(size, np.float32)
        self._step = np.zeros((size, size), np.float32)
        for j, label in enumerate(labels):
            if label.startswith("I-"):
                self._start[j] = -ROOT_PENALTY
                self._step[[i for i, before in enumerate(labels) if before[2:] != label[2:]], j] = -ROOT_PENALTY

    def __call__(self, scores: Floats, lengths: Sequence[int]) -> Ints:
        """Return labels (n, words) for ``scores`` (n, words, labels); what lies beyond ``lengths`` means nothing."""
        best: Ints = scores.argmax(-1)
        steps = self._step[best[:, :-1], best[:, 1:]] < 0
        for row, length in enumerate(lengths):
            if self._start[best[row, 0]] < 0 or steps[row, : length - 1].any():
                best[row, :length] = self._viterbi(_log_softmax(scores[row, :length]))
        return best

    def _viterbi(self, scores: Floats) -> Ints:
        """Return the best valid sequence for one row of log-probabilities (words, labels)."""
        size = len(scores)
        total = scores[0] + self._start
        back = np.zeros(scores.shape, np.int64)
        for i in range(1, size):
            options = total[:, None] + self._step
            back[i] = options.argmax(0)
            total = options.max(0) + scores[i]
        path = np.empty(size, np.int64)
        label = int(total.argmax())
        for i in range(size - 1, -1, -1):
            path[i] = label
            label = int(back[i, label])
        return path


def _log_softmax(scores: Floats) -> Floats:
    """Return log-probabilities over the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result
