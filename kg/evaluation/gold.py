"""Annotated articles: what careful readers find in them.

A gold article is a JSON object with ``id``, ``title``, ``date``, ``text``, ``entities`` (``id``, ``type``, ``names``)
and ``triples`` (``s``, ``p``, ``o``, ``status``, ``said_by``, ``date``, ``optional``, ``evidence``; other entities that
serve as well in ``s_or`` and ``or``).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.model import STATUSES, Article
from kg.readers import Options, make_article
from kg.vocab import EDGES


@dataclass(frozen=True)
class GoldTriple:
    """One annotated fact; ``subjects`` and ``objects`` are the entities that serve, the best one first."""

    subjects: tuple[str, ...]
    predicate: str
    objects: tuple[str, ...]
    status: str
    said_by: str | None
    date: str | None
    optional: bool
    evidence: str


@dataclass(frozen=True)
class Gold:
    """An annotated article; ``names`` and ``kinds`` go by the ids of its entities."""

    article: Article
    names: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, str]
    triples: tuple[GoldTriple, ...]


def read_gold(path: Path) -> list[Gold]:
    """Return the annotated articles of the folder ``path``, those of its folders included, or of one file.

    Raises:
        InputError: there is none, or one breaks the format.
    """
    files = sorted(path.rglob("*.json")) if path.is_dir() else [path]
    if not files or not all(file.is_file() for file in files):
        raise InputError(f"{path}: expected annotated articles (*.json), found none")
    return [_gold(file) for file in files]


def _gold(path: Path) -> Gold:
    try:
        data = json.loads(path.read_text("utf-8"))
        given = {field: data.get(field) for field in ("title", "date", "source", "url")}
        article = make_article(str(path), options=Options(), id=data["id"], text=data["text"], **given)
        names = {e["id"]: tuple(e["names"]) for e in data["entities"]}
        kinds = {e["id"]: e["type"] for e in data["entities"]}
        triples = tuple(_triple(item, names) for item in data["triples"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path}: not an annotated article: {type(error).__name__} {error}") from error
    return Gold(article, names, kinds, triples)


def _triple(item: Mapping[str, Any], names: Mapping[str, Any]) -> GoldTriple:
    triple = GoldTriple(
        subjects=(item["s"], *item.get("s_or", ())),
        predicate=item["p"],
        objects=(item["o"], *item.get("or", ())),
        status=item["status"],
        said_by=item.get("said_by"),
        date=item.get("date"),
        optional=item["optional"],
        evidence=item["evidence"],
    )
    unknown = {*triple.subjects, *triple.objects, triple.said_by or triple.subjects[0]} - set(names)
    if unknown or triple.predicate not in EDGES or triple.status not in STATUSES:
        raise ValueError(f"a triple with {', '.join(sorted(unknown)) or triple.predicate or triple.status}")
    return triple
