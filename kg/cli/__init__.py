"""The command ``kg``: arguments in, one function called, text or files out; only here is anything printed."""

from kg.cli import builds, graphs, models, texts
from kg.cli._app import app, main

__all__ = ["app", "builds", "graphs", "main", "models", "texts"]
