"""What a user decides of identity, in a TOML file that overrules what the rules find."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

HEADER = """\
# Things that articles name or tell in different ways and that the graph takes for one, each with the reason.
# To part them, write [[different]] in the place of [[same]]; to join others, add their ids under [[same]].
# Then: kg build --decisions FILE
"""


@dataclass(frozen=True)
class Decisions:
    """Groups of ids that are one, and groups of ids no two of which are."""

    same: tuple[frozenset[str], ...] = ()
    different: tuple[frozenset[str], ...] = ()


NONE = Decisions()


def read_decisions(path: Path) -> Decisions:
    """Return the decisions in the file at ``path``.

    Raises:
        InputError: it cannot be read, or is not as ``kg merges`` writes it.
    """
    try:
        return parse_decisions(path.read_text("utf-8"), str(path))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: expected UTF-8: {error}") from error


def parse_decisions(text: str, where: str) -> Decisions:
    """Return the decisions that ``text`` writes.

    Raises:
        InputError: it is no TOML, or has other tables than ``same`` and ``different``, each with two ``ids`` or more.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{where}: not valid TOML: {error}") from error
    other = sorted(set(data) - {"same", "different"})
    if other:
        raise InputError(f"{where}: expected [[same]] and [[different]], got {other[0]!r}")
    return Decisions(*(_groups(data.get(name, []), f"{where}: [[{name}]]") for name in ("same", "different")))


def _groups(items: Any, where: str) -> tuple[frozenset[str], ...]:
    groups = []
    for item in items if isinstance(items, list) else [items]:
        ids = item.get("ids") if isinstance(item, dict) else None
        if not isinstance(ids, list) or len(ids) < 2 or not all(isinstance(name, str) for name in ids):
            raise InputError(f"{where}: expected ids = [two or more], got {ids!r}")
        groups.append(frozenset(ids))
    return tuple(groups)


def write_decisions(merges: Iterable[Mapping[str, Any]]) -> str:
    """Return ``merges`` (those of a graph: ``graph.graph["merges"]``) as a text that ``parse_decisions`` takes."""
    blocks = [HEADER]
    for merge in merges:
        lines = ["[[same]]", f"ids = {_list(merge['ids'])}", f"labels = {_list(merge['labels'])}"]
        lines.append(f"reasons = {_list(merge['reasons'])}")
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def _list(values: Iterable[str]) -> str:
    # What JSON escapes in a string TOML escapes so too.
    return "[" + ", ".join(json.dumps(value, ensure_ascii=False) for value in values) + "]"
