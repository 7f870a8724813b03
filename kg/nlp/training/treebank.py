"""Reads CoNLL-U and IOB2 files (gzipped or not) as sentences."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from kg.errors import DataError

# Features that say nothing to the rules after the parser, or that the treebanks fill in differently.
DROPPED_FEATURES = frozenset({"Typo", "Style", "NumForm", "ExtPos", "Foreign", "NumType", "Abbr", "CorrectForm"})
_COMMENT = re.compile(r"# ([\w ]+?) ?= ?(.*)")
_NEWDOC = "# newdoc id = "


@dataclass(frozen=True)
class Sentence:
    """Words of a sentence and whether whitespace follows each; the other fields are empty where not annotated.

    ``heads`` counts from 1, 0 is the root; ``ner`` is BIO.
    """

    document: str
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    lemmas: tuple[str, ...] = ()
    upos: tuple[str, ...] = ()
    xpos: tuple[str, ...] = ()
    feats: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    deps: tuple[str, ...] = ()
    ner: tuple[str, ...] = ()


def open_text(path: Path) -> IO[str]:
    """Open ``path`` as UTF-8 text, unpacking it if it is gzipped."""
    if path.suffix == ".gz":
        return cast("IO[str]", gzip.open(path, "rt", encoding="utf-8"))
    return path.open(encoding="utf-8")


def read_conllu(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file; multiword tokens are cut into their words.

    Raises:
        DataError: a line has not ten columns.
    """
    rows: list[list[str]] = []
    document = path.name
    with open_text(path) as lines:
        for number, line in enumerate(lines, 1):
            line = line.rstrip("\n")
            comment = _COMMENT.match(line)
            if comment and comment[1] == "sent_id":
                document = comment[2].rsplit("-", 1)[0]
            elif line and not line.startswith("#"):
                rows.append(line.split("\t"))
                if len(rows[-1]) != 10:
                    raise DataError(f"{path}:{number}: a word has 10 columns, got {len(rows[-1])}")
            elif not line and rows:
                yield from _sentence(document, rows)
                rows = []
    if rows:
        yield from _sentence(document, rows)


def _sentence(document: str, rows: Sequence[Sequence[str]]) -> Iterator[Sentence]:
    """Yield the sentence in ``rows``, or nothing where its words cannot be laid on its text."""
    surface: dict[int, tuple[str, bool]] = {}
    for row in rows:
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            parts = _parts(row[1], [r[1] for r in rows if r[0].isdigit() and first <= int(r[0]) <= last])
            if parts is None:
                return
            for number, part in enumerate(parts, first):
                surface[number] = part, number == last and "SpaceAfter=No" not in row[9]
    words = [row for row in rows if row[0].isdigit()]
    forms = [surface.get(int(row[0]), (row[1], "SpaceAfter=No" not in row[9])) for row in words]
    if any(" " in form or not form for form, _ in forms):
        return
    yield Sentence(
        document,
        words=tuple(form for form, _ in forms),
        spaces=tuple(space for _, space in forms),
        lemmas=tuple(row[2] for row in words),
        upos=tuple(row[3] for row in words),
        xpos=tuple(row[4] for row in words),
        feats=tuple(_features(row[5]) for row in words),
        heads=tuple(int(row[6]) for row in words),
        deps=tuple(row[7] for row in words),
    )


def _parts(token: str, forms: Sequence[str]) -> list[str] | None:
    """Return ``token`` cut as its syntactic words are long, None if their lengths do not add up."""
    if sum(map(len, forms)) != len(token):
        return None
    parts, start = [], 0
    for form in forms:
        parts.append(token[start : start + len(form)])
        start += len(form)
    return parts


def _features(text: str) -> str:
    """Return the features that are learnt."""
    return "" if text == "_" else "|".join(f for f in text.split("|") if f.split("=")[0] not in DROPPED_FEATURES)


def read_iob(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of an IOB2 file (word, label, ``_`` where a space follows; ``# newdoc id = `` lines)."""
    rows: list[list[str]] = []
    document = path.name
    with open_text(path) as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith(_NEWDOC):
                document = f"{path.name}:{line[len(_NEWDOC) :]}"
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                yield _named(document, rows)
                rows = []
    if rows:
        yield _named(document, rows)


def _named(document: str, rows: Sequence[Sequence[str]]) -> Sentence:
    """Return the sentence in the rows of an IOB2 file."""
    return Sentence(
        document,
        words=tuple(straight(row[0]) for row in rows),
        spaces=tuple(row[2] == "_" for row in rows),
        ner=tuple(row[1] for row in rows),
    )


def straight(word: str) -> str:
    """Return TeX quotation marks as straight ones."""
    return '"' if word in {"``", "''"} else word


def names_of(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return (start, end, label) of the names in a BIO sequence."""
    found: list[tuple[int, int, str]] = []
    for i, label in enumerate(labels):
        if label.startswith("B-"):
            found.append((i, i + 1, label[2:]))
        elif label.startswith("I-") and found and found[-1][1] == i and found[-1][2] == label[2:]:
            found[-1] = (found[-1][0], i + 1, label[2:])
    return found
