"""Saved web pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.readers import Options, html

PAGE = """<!doctype html><html><head><title>Talks | Wire</title>
<meta property="og:title" content="Talks in Oslo"><meta property="og:site_name" content="Wire">
<meta property="article:published_time" content="2021-03-10T09:00:00+01:00">
<link rel="canonical" href="https://example.org/talks"></head><body>
<nav><p>Home and a menu that is long enough to look like running text</p></nav>
<div><p>Cookies?</p></div>
<article><p>The ministers of Norway and Sweden met on Monday.<script>alert(1)</script></p>
<p>They spoke of   fish.</p></article></body></html>
"""


def read(tmp_path: Path, text: str):  # type: ignore[no-untyped-def]
    path = tmp_path / "talks.html"
    path.write_text(text, "utf-8")
    (article,) = html.read(path, Options())
    return article


def test_the_article_of_a_page_is_its_paragraphs_with_what_the_head_says(tmp_path: Path) -> None:
    article = read(tmp_path, PAGE)
    assert article.text == ("Talks in Oslo\n\nThe ministers of Norway and Sweden met on Monday.\n\nThey spoke of fish.")
    assert (article.id, article.date, article.source, article.url) == (
        "talks",
        "2021-03-10",
        "Wire",
        "https://example.org/talks",
    )


def test_an_address_that_is_none_of_the_web_is_dropped(tmp_path: Path) -> None:
    assert read(tmp_path, PAGE.replace("https://example.org/talks", "javascript:alert(1)")).url is None


@pytest.mark.parametrize("text", ["<p>", "<html></html>", "<div>" * 5000, "<p><div><table><tr>" * 500, "]]>&&&<!--"])
def test_a_soup_without_paragraphs_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError, match=r"talks\.html: "):
        read(tmp_path, text)


def test_a_soup_with_paragraphs_is_read(tmp_path: Path) -> None:
    article = read(tmp_path, "<b><td><p>The ministers of Norway and Sweden met.</div><p>They left &amp; flew <i>home.")
    assert article.text == "The ministers of Norway and Sweden met.\n\nThey left & flew home."
