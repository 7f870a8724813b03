"""What is known of the model's weights: version, licences, sources and measured quality."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from kg.errors import DataError
from kg.nlp.parser import FILES, WEIGHTS

CARD = "card.json"
_BLOCK = 1 << 20


def card(path: Path = WEIGHTS) -> dict[str, Any]:
    """Return the card of the weights in the folder ``path``: what ``card.json`` there says, and what the files show.

    ``version`` is the beginning of the weights' hash, ``sizes`` are bytes by file name, ``labels`` counts by task.

    Raises:
        DataError: a file is missing, or the card speaks of other weights.
    """
    missing = [name for name in (CARD, *FILES) if not (path / name).is_file()]
    if missing:
        raise DataError(f"{path}: no card of a model without {', '.join(missing)}")
    told: dict[str, Any] = json.loads((path / CARD).read_text(encoding="utf-8"))
    found = fingerprint(path)
    if told.pop("sha256", None) != found:
        raise DataError(f"{path / CARD}: speaks of other weights than those beside it ({found})")
    labels = json.loads((path / "maps.json").read_text(encoding="utf-8"))
    return {
        "version": found[:12],
        **told,
        "sizes": {name: (path / name).stat().st_size for name in FILES},
        "labels": {task: len(values) for task, values in labels.items()},
    }


def fingerprint(path: Path) -> str:
    """Return the SHA-256 over the weights' files in the folder ``path``, their names included."""
    digest = hashlib.sha256()
    for name in FILES:
        digest.update(name.encode())
        with (path / name).open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
    return digest.hexdigest()
