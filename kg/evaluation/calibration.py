"""Confidence from gold: how often facts of each kind are right, as weights that a fact's confidence is the sum of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from kg.engine import Tables
from kg.engine.local import facts_of
from kg.evaluation.gold import Gold
from kg.evaluation.judge import judge
from kg.extractors._confidence import Sign, kinds_of_mentions, signs
from kg.graph.assemble import assemble
from kg.lexicon import HEADERS

# How strongly a sign's weight is held back towards 0: a sign of few examples moves the confidence little.
RIDGE = 4.0
FREE = ("all", "all")
STEPS = 30


@dataclass(frozen=True)
class Example:
    """An assertion of an annotated article: what speaks for or against it, and whether it is right."""

    article: str
    signs: tuple[Sign, ...]
    right: bool


def examples(gold: Sequence[Gold], *, model: Path | None = None) -> list[Example]:
    """Return every assertion made of the articles of ``gold``, each article alone.

    Right is what gold has, as required or optional, with that status.
    """
    found = []
    for item, facts in zip(gold, facts_of([item.article for item in gold], Tables(model)), strict=True):
        judged = {edge.edge: edge for edge in judge(item, assemble([facts])).found}
        kinds = kinds_of_mentions(facts)
        for a in facts.assertions:
            edge = judged.get((a.subject, a.predicate, a.object)) or judged.get((a.object, a.predicate, a.subject))
            if edge is not None:
                right = edge.verdict in ("right", "optional") and edge.gold_status == a.status
                found.append(Example(item.article.id, tuple(signs(a, a.evidence[0], kinds)), right))
    return found


def fit(of: Sequence[Example], *, ridge: float = RIDGE) -> dict[Sign, float]:
    """Return the weight of each sign in ``of``, by logistic regression.

    Source: Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 3.4.1 (ridge), 4.4.1 (Newton's method).
    """
    names = sorted({sign for example in of for sign in example.signs})
    place = {sign: n for n, sign in enumerate(names)}
    present = np.zeros((len(of), len(names)))
    for row, example in enumerate(of):
        present[row, [place[sign] for sign in example.signs]] = 1
    right = np.array([example.right for example in of], float)
    penalty = np.array([1e-3 if sign == FREE else ridge for sign in names])
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-present @ weights))
        slope = present.T @ (chance - right) + penalty * weights
        bend = (present.T * (chance * (1 - chance))) @ present + np.diag(penalty)
        weights -= np.linalg.solve(bend, slope)
    return dict(zip(names, weights.round(2).tolist(), strict=True))


def table(weights: Mapping[Sign, float], of: Sequence[Example]) -> str:
    """Return ``data/lexicon/confidence.tsv``: a row for each sign, with its weight and how many examples show it."""
    counts = Counter((sign, example.right) for example in of for sign in example.signs)
    rows = [
        (*sign, f"{weights[sign] + 0.0:.2f}", str(counts[sign, True]), str(counts[sign, False]))
        for sign in sorted(weights)
    ]
    return "".join("\t".join(row) + "\n" for row in (HEADERS["confidence"], *rows))
