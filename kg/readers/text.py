"""Plain text: one article a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.model import Article
from kg.readers._article import Options, decode, make_article, read_bytes


def read(path: Path, options: Options) -> Iterator[Article]:
    """Yield the article in the file ``path``; its id is the file's name without the suffix.

    Raises:
        InputError: the file cannot be read as text.
    """
    text = decode(read_bytes(path, options), str(path))
    yield make_article(str(path), id=path.stem, text=text, options=options)
