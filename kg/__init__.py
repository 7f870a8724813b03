"""Knowledge graphs of diplomatic events from news articles.

``kg.build(source)`` gives the graph of articles, ``kg.load()`` the language pipeline behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.building import build as build
    from kg.extractors import extract as extract
    from kg.model import Article as Article
    from kg.nlp.pipeline import load as load

__all__ = ["Article", "build", "extract", "load"]

HOMES = {"build": "kg.building", "extract": "kg.extractors", "load": "kg.nlp.pipeline", "Article": "kg.model"}


def __getattr__(name: str) -> Any:
    """Import what is asked for only then: importing the package does nothing."""
    if name not in HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(HOMES[name]), name)
