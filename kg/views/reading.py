"""The style of pages that are read from top to bottom: dossiers and the served pages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kg.views.appearance import LOOKS, look

# A character for each shape of the graph's nodes.
MARKS: Mapping[str, str] = MappingProxyType(
    {
        "circle": "●",
        "square": "■",
        "diamond": "◆",
        "hexagon": "⬢",
        "triangleDown": "▼",
        "pentagon": "⬟",
        "bar": "▬",
        "page": "▤",
        "triangle": "▲",
        "ring": "○",
        "plus": "✚",
        "burst": "✹",
        "star": "★",
        "spark": "✳",
    }
)


@cache
def reading_style() -> str:
    """Return the style sheet, with the colour and mark of each class of node."""
    text = (Path(__file__).parent / "static" / "reading.css").read_text("utf-8")
    other = look("Event")
    rules = [f'.kind::before {{ content: "{MARKS[other.shape]}"; color: light-dark({other.light}, {other.dark}); }}']
    rules += [
        f'.kind-{kind}::before {{ content: "{MARKS[it.shape]}"; color: light-dark({it.light}, {it.dark}); }}'
        for kind, it in LOOKS.items()
    ]
    return text + "\n".join(rules) + "\n"
