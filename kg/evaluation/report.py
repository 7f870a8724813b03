"""What ``kg evaluate`` prints, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kg.evaluation.figures import Change, Figures, gaps, groups, reliability, share, summary
from kg.evaluation.judge import Judgement
from kg.evaluation.sentences import Sentence, party_figures, type_figures

HEADER = f"{'':<46} {'P':>5} {'R':>5} {'F1':>5} {'right':>6} {'wrong':>6} {'missed':>6}"
GAPS = f"{'missed facts by the end that has no node':<46} {'subject':>7} {'object':>7} {'neither':>7}"


def article_lines(judgement: Judgement, *, verbose: bool = False) -> Iterator[str]:
    """Yield the figures by group and in sum; with ``verbose`` first the errors, with their words."""
    if verbose:
        yield from _errors(judgement)
    last = ""
    for kind, name, figures in groups(judgement):
        if kind != last:
            yield f"\n{f'by {kind}' + HEADER[len(f'by {kind}') :]}"
            last = kind
        yield _row(name, figures)
    yield from _gap_lines(judgement)
    yield f"\n{'by confidence':<46} {'edges':>6} {'mean':>6} {'right':>6}"
    for low, high, count, mean, right in reliability(judgement):
        yield f"{f'{low:.2f} to {min(high, 1):.2f}':<46} {count:>6} {mean:>6.3f} {right:>6.3f}"
    yield ""
    yield _summed(summary(judgement))


def _gap_lines(judgement: Judgement) -> Iterator[str]:
    for number, (kind, name, subject, object, edge) in enumerate(gaps(judgement)):
        if not number:
            yield f"\n{GAPS}"
        yield f"{f'{kind} {name}':<46} {subject:>7} {object:>7} {'' if edge is None else edge:>7}"


def _summed(figures: Mapping[str, float | int]) -> str:
    return "all: " + " ".join(f"{k} {v:.3f}" if isinstance(v, float) else f"{k} {v}" for k, v in figures.items())


def _errors(judgement: Judgement) -> Iterator[str]:
    for found in judgement.found:
        if found.verdict in ("wrong", "repeated"):
            note = " (a second node for one thing)" if found.verdict == "repeated" else ""
            yield f"+ {found.article}: {found.fact}{note} [{found.status}, {found.rule}, {found.confidence:.2f}]"
            yield f"    {found.sentence}"
        elif found.verdict == "right":
            faults = [
                name
                for name, is_right in (
                    (f"status {found.status}, not {found.gold_status}", found.status_right),
                    ("speaker", found.speaker_right),
                    ("date", found.date_right),
                )
                if is_right is False
            ]
            if faults:
                yield f"~ {found.article}: {found.gold} [{', '.join(faults)}; {found.rule}]"
                yield f"    {found.sentence}"
    for missed in judgement.missed:
        nodeless = [end for end, kind in (("subject", missed.no_subject), ("object", missed.no_object)) if kind]
        note = f", no node for the {' and the '.join(nodeless)}" if nodeless else ""
        yield f"- {missed.article}: {missed.fact} [{missed.status}{note}]"
        yield f"    {missed.sentence}"


def _row(name: str, figures: Figures) -> str:
    recall = "" if figures.recall is None else f"{figures.recall:.3f}"
    f1 = "" if figures.f1 is None else f"{figures.f1:.3f}"
    missed = "" if figures.missed is None else f"{figures.missed}"
    return f"{name:<46} {figures.precision:>5.3f} {recall:>5} {f1:>5} {figures.right:>6} {figures.wrong:>6} {missed:>6}"


def change_lines(changes: Sequence[Change], before: Mapping[str, Any], judgement: Judgement) -> Iterator[str]:
    """Yield what a run gained and lost against an earlier one, and the figures of both."""
    for change in changes:
        yield f"{change.kind}: {change.article}: {change.fact}"
        yield f"    {change.sentence}"
    counts = {kind: sum(c.kind == kind for c in changes) for kind in ("gained", "lost", "new error", "error gone")}
    yield ", ".join(f"{count} {kind}" for kind, count in counts.items())
    yield "before " + _summed(before["summary"])
    yield "now    " + _summed(summary(judgement))


def sentence_lines(sentences: Sequence[Sentence], *, verbose: bool = False) -> Iterator[str]:
    """Yield the figures of typed events; with ``verbose`` first each sentence that is not entirely right."""
    for sentence in sentences:
        gold, found = ([event[key] for event in events] for key, events in _sides(sentence))
        if verbose and set(gold) != set(found):
            yield f"{sentence.article.id}: {', '.join(gold) or 'nothing'}; found {', '.join(found) or 'nothing'}"
            yield f"    {sentence.article.text}"
    figures = type_figures(sentences)
    yield f"{'by type' + HEADER[7:]}"
    for name, row in figures.items():
        if name != "all":
            yield _row(name, row)
    yield _row("all", figures["all"])
    yield _row("with actor and recipient", party_figures(sentences))
    silent = [not sentence.found for sentence in sentences if not sentence.gold]
    yield f"sentences without an event that are left alone: {share(silent):.3f} of {len(silent)}"


def _sides(sentence: Sentence) -> tuple[tuple[str, Any], ...]:
    return ("type", sentence.gold), ("plover", sentence.found)
