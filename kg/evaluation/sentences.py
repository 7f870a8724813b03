"""Typed events of single sentences against gold.

A line of gold is a JSON object with ``id``, ``text``, ``date`` and ``events``: ``type`` (of PLOVER, in capitals),
``actor`` and ``recipient`` (lists of names as the text has them) and ``status``.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kg.building import build
from kg.errors import InputError
from kg.evaluation.figures import Figures
from kg.exporters import plover
from kg.gazetteer import load_gazetteer
from kg.model import Article
from kg.readers import Options, make_article

Event = Mapping[str, Any]
# Parties of these stand on either side.
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
COMMON = frozenset("the a an of in on at for from to and by with its his her their old new former".split())


@dataclass(frozen=True)
class Sentence:
    """An annotated sentence, and the events that the system finds in it."""

    article: Article
    gold: tuple[Event, ...]
    found: tuple[Event, ...]


def read_sentences(path: Path) -> list[tuple[Article, tuple[Event, ...]]]:
    """Return the sentences of the JSON Lines file ``path`` with their events; denied ones are left out.

    Raises:
        InputError: a line breaks the format.
    """
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        try:
            item = json.loads(line)
            article = make_article(
                f"{path}:{number}", id=item["id"], text=item["text"], date=item["date"], options=Options()
            )
            events = tuple(e for e in item["events"] if e["status"] != "negated")
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(f"{path}:{number}: not an annotated sentence: {type(error).__name__} {error}") from error
        found.append((article, events))
    return found


def find_events(gold: Sequence[tuple[Article, tuple[Event, ...]]], *, model: Path | None = None) -> list[Sentence]:
    """Return each sentence with the events that the system finds in it; those that it finds denied are left out."""
    graph = build([article for article, _ in gold], formats=(), model=model)
    with TemporaryDirectory() as folder:
        path = Path(folder) / plover.__name__
        plover.write(graph, path)
        lines = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
    by_id = {line["id"]: tuple(e for e in line["events"] if e["polarity"] != "negative") for line in lines}
    return [Sentence(article, events, by_id.get(article.id, ())) for article, events in gold]


def type_figures(sentences: Iterable[Sentence]) -> dict[str, Figures]:
    """Return the figures of each type, counted once a sentence, and of all under ``all``."""
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    for sentence in sentences:
        gold, found = {e["type"] for e in sentence.gold}, {e["plover"] for e in sentence.found}
        right.update(gold & found)
        wrong.update(found - gold)
        missed.update(gold - found)
    figures = {name: Figures(right[name], wrong[name], missed[name]) for name in sorted({*right, *wrong, *missed})}
    return {"all": Figures(right.total(), wrong.total(), missed.total()), **figures}


def party_figures(sentences: Iterable[Sentence]) -> Figures:
    """Return the figures of events whose type is right and whose actor and recipient, if any, are found."""
    right = wrong = missed = 0
    for sentence in sentences:
        left = list(sentence.found)
        for gold in sentence.gold:
            match = next((event for event in left if is_same(gold, event)), None)
            if match is not None:
                left.remove(match)
                right += 1
            else:
                missed += 1
        wrong += len(left)
    return Figures(right, wrong, missed)


def is_same(gold: Event, event: Event) -> bool:
    """Return whether ``event`` has the type of ``gold``, one of its actors, and one of its recipients if it has any."""
    if event["plover"] != gold["type"]:
        return False
    actors, recipients = event["actor"], event["recipient"]
    if gold["type"] in MUTUAL:
        parties = [*gold["actor"], *gold["recipient"]]
        return sum(_among(name, [*actors, *recipients]) for name in parties) >= min(2, len(parties))
    wanted = ((gold["actor"], actors), (gold["recipient"], recipients))
    return all(not names or any(_among(name, side) for name in names) for names, side in wanted)


def _among(name: str, parties: Iterable[Event]) -> bool:
    """Return whether one of ``parties`` is of the country that ``name`` stands for, or shares half of its words."""
    words, countries = _words(name), _countries(name)
    return any(
        party["country"] in countries or 2 * len(words & other) >= min(len(words), len(other)) > 0
        for party, other in ((party, _words(party["text"])) for party in parties)
    )


def _countries(name: str) -> set[str]:
    gazetteer = load_gazetteer()
    states = {gazetteer.state_of(form.entity) for form in gazetteer.forms(name)} - {None}
    return {code for state in states if state for term, code in gazetteer.entities[state].facts if term == "iso3"}


def _words(text: str) -> set[str]:
    words = set(re.findall(r"\w+", re.sub(r"['’]s\b", "", text).lower()))
    return words - COMMON or words
