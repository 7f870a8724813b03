"""Facts against gold: ``evaluate`` builds each annotated article alone and says what is right, wrong and missed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from kg.building import build
from kg.evaluation.gold import Gold, read_gold
from kg.evaluation.judge import Judgement, joined, judge
from kg.model import Article

__all__ = ["Judgement", "evaluate", "read_gold"]


def evaluate(
    gold: Sequence[Gold],
    *,
    model: Path | None = None,
    gazetteer: Path | None = None,
    lexicon: Path | None = None,
    progress: Callable[[Article], None] | None = None,
) -> Judgement:
    """Return how the graph of each article of ``gold``, built alone and in memory, stands to what is annotated.

    Raises:
        InputError: the facts of an article break the contract.
    """

    def one(item: Gold) -> Judgement:
        made = build([item.article], formats=(), model=model, gazetteer=gazetteer, lexicon=lexicon, progress=progress)
        return judge(item, made)

    return joined(map(one, gold))
