"""Plain text."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.readers import Options, text


def test_a_file_is_one_article_named_after_it(tmp_path: Path) -> None:
    path = tmp_path / "talks-oslo.txt"
    path.write_text("Ministers met.\n", "utf-8")
    (article,) = text.read(path, Options(date="2021-03-10", source="Wire"))
    assert (article.id, article.text, article.date, article.source) == (
        "talks-oslo",
        "Ministers met.",
        "2021-03-10",
        "Wire",
    )


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    with pytest.raises(InputError, match=r"a\.txt: the file is empty"):
        list(text.read(tmp_path / "a.txt", Options()))
