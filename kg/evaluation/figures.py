"""Figures of a judgement: precision, recall and F1 in all and by group, and what a change gained and lost."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.evaluation.judge import Found, Judgement, Missed

BINS = (0.0, 0.4, 0.6, 0.75, 0.85, 0.92, 1.01)
Row = tuple[str, str, "Figures"]
Gap = tuple[str, str, int, int, int | None]


@dataclass(frozen=True)
class Figures:
    """Numbers of edges that are right, wrong (repeated ones too) and missed; None: what is missed cannot be told."""

    right: int
    wrong: int
    missed: int | None

    @property
    def precision(self) -> float:
        """Return the share of what was found that is right."""
        return ratio(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float | None:
        """Return the share of what is required that was found."""
        return None if self.missed is None else ratio(self.right, self.right + self.missed)

    @property
    def f1(self) -> float | None:
        """Return the harmonic mean of precision and recall."""
        recall = self.recall
        return None if recall is None else ratio(2 * self.precision * recall, self.precision + recall)


def ratio(part: float, whole: float) -> float:
    """Return ``part`` of ``whole``, 0 where there is nothing."""
    return part / whole if whole else 0.0


def share(values: Iterable[bool | None]) -> float:
    """Return the share of True among the values that are not None."""
    known = [value for value in values if value is not None]
    return ratio(sum(known), len(known))


def total(judgement: Judgement) -> Figures:
    """Return the figures of all edges and required facts."""
    verdicts = Counter(found.verdict for found in judgement.found)
    return Figures(verdicts["right"], verdicts["wrong"] + verdicts["repeated"], len(judgement.missed))


def summary(judgement: Judgement) -> dict[str, float | int]:
    """Return the figures that sum a judgement up; accuracies are over the required facts that were found."""
    right = [found for found in judgement.found if found.verdict == "right"]
    all_ = total(judgement)
    return {
        "articles": judgement.articles,
        "precision": all_.precision,
        "recall": all_.recall or 0.0,
        "f1": all_.f1 or 0.0,
        "entities": ratio(judgement.entities_found, judgement.entities),
        "status": share(found.status_right for found in right),
        "attribution": share(found.speaker_right for found in right),
        "date": share(found.date_right for found in right),
        "untrue": sum(found.untrue for found in right),
    }


def reliability(judgement: Judgement, bins: Sequence[float] = BINS) -> list[tuple[float, float, int, float, float]]:
    """Return, for each range of confidence, its ends, the number of edges, their mean confidence and the share right.

    Right is what gold has, as required or optional, with that status.
    """
    rows = []
    for low, high in pairwise(bins):
        inside = [found for found in judgement.found if low <= found.confidence < high]
        if inside:
            mean = ratio(sum(found.confidence for found in inside), len(inside))
            rows.append((low, high, len(inside), mean, share(bool(found.status_right) for found in inside)))
    return rows


def groups(judgement: Judgement) -> Iterator[Row]:
    """Yield the figures by article, property, status, extractor and construction (rule).

    A rule has no recall: what was missed, no rule has made.
    """
    yield from _by("article", judgement, lambda f: f.article, lambda m: m.article)
    yield from _by("property", judgement, lambda f: f.predicate, lambda m: m.predicate)
    yield from _by("status", judgement, lambda f: f.gold_status or f.status, lambda m: m.status)
    yield from _by("extractor", judgement, lambda f: f.rule.partition(".")[0], None)
    yield from _by("construction", judgement, lambda f: f.rule, None)


def _by(
    kind: str,
    judgement: Judgement,
    found_in: Callable[[Found], str],
    missed_in: Callable[[Missed], str] | None,
) -> Iterator[Row]:
    right = Counter(found_in(f) for f in judgement.found if f.verdict == "right")
    wrong = Counter(found_in(f) for f in judgement.found if f.verdict in ("wrong", "repeated"))
    missed = Counter(missed_in(m) for m in judgement.missed) if missed_in is not None else None
    for name in sorted({*right, *wrong, *(missed or ())}):
        yield kind, name, Figures(right[name], wrong[name], None if missed is None else missed[name])


def gaps(judgement: Judgement) -> list[Gap]:
    """Return why facts are missed, by property and by kind of the entity that lacks a node; most frequent first.

    A row: "property" or "kind", its name, the numbers of missed facts whose subject and whose object has no node (with
    neither, a fact counts twice), and of those that lack the edge alone; None: an entity that has a node lacks nothing.
    """
    missed = judgement.missed
    subjects, objects = ([fact for fact in missed if getattr(fact, end)] for end in ("no_subject", "no_object"))
    edges = Counter(fact.predicate for fact in missed if not fact.no_subject and not fact.no_object)
    by_property = [Counter(fact.predicate for fact in facts) for facts in (subjects, objects)]
    by_kind = [Counter(fact.no_subject for fact in subjects), Counter(fact.no_object for fact in objects)]
    rows: list[Gap] = [
        ("property", name, by_property[0][name], by_property[1][name], edges[name])
        for name in {fact.predicate for fact in missed}
    ]
    rows += [("kind", name, by_kind[0][name], by_kind[1][name], None) for name in {*by_kind[0], *by_kind[1]} if name]
    return sorted(rows, key=lambda row: (row[0] == "kind", -row[2] - row[3] - (row[4] or 0), row[1]))


def to_json(judgement: Judgement) -> str:
    """Return a judgement as JSON, for ``changes`` to hold a later one against."""
    record = {
        "summary": summary(judgement),
        "found": [asdict(found) for found in judgement.found],
        "missed": [asdict(missed) for missed in judgement.missed],
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def read_json(path: Path) -> dict[str, Any]:
    """Return what ``to_json`` wrote to the file ``path``.

    Raises:
        InputError: it is no such file.
    """
    try:
        record = json.loads(path.read_text("utf-8"))
        if not {"summary", "found", "missed"} <= set(record):
            raise ValueError("it lacks 'summary', 'found' or 'missed'")
    except (OSError, ValueError, TypeError) as error:
        raise InputError(f"{path}: expected what `kg evaluate --json` writes: {error}") from error
    return dict(record)


@dataclass(frozen=True)
class Change:
    """A fact that an earlier run judged otherwise; ``kind``: gained, lost, new error or error gone."""

    kind: str
    article: str
    fact: str
    sentence: str


def changes(before: Mapping[str, Any], judgement: Judgement) -> list[Change]:
    """Return what ``judgement`` gained and lost against the record of an earlier one; better things first."""
    after = json.loads(to_json(judgement))
    found = []
    for kind, right, gone in (
        ("gained", True, False),
        ("error gone", False, True),
        ("lost", True, True),
        ("new error", False, False),
    ):
        old, new = _standing(before, right=right), _standing(after, right=right)
        more, fewer = (old, new) if gone else (new, old)
        found += [Change(kind, *key, more[key]) for key in sorted(more) if key not in fewer]
    return found


def _standing(record: Mapping[str, Any], *, right: bool) -> dict[tuple[str, str], str]:
    """Return the sentences of the facts that are right, or wrong, by article and fact."""
    wanted = ("right",) if right else ("wrong", "repeated")
    return {
        (found["article"], f"{found['gold']} ({found['gold_status']})" if right else found["fact"]): found["sentence"]
        for found in record["found"]
        if found["verdict"] in wanted
    }
