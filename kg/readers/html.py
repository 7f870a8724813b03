"""Web pages saved as HTML: headline, date and the paragraphs of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from lxml import html as lxml_html

from kg.errors import InputError
from kg.model import Article
from kg.readers._article import Options, decode, make_article, read_bytes

DROPPED = "//script|//style|//noscript|//nav|//header|//footer|//aside|//form|//iframe|//figure|//button|//template"
DATES = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//meta[@name='date' or @name='pubdate' or @name='dc.date']/@content",
    "//time/@datetime",
)
SOURCES = ("//meta[@property='og:site_name']/@content", "//meta[@name='publisher']/@content")
URLS = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
TITLES = ("//meta[@property='og:title']/@content", "//h1", "//title")
SHORTEST = 25


def read(path: Path, options: Options) -> Iterator[Article]:
    """Yield the article of the page at ``path``: its longest run of paragraphs under one element.

    Raises:
        InputError: the file is no page, or has no paragraphs.
    """
    text = decode(read_bytes(path, options), str(path))
    yield page_article(str(path), text, options, id=path.stem)


def page_article(
    where: str, text: str, options: Options, *, id: str, url: str | None = None, day: str | None = None
) -> Article:
    """Return the article in the page ``text``; ``url`` and ``day`` (ISO) stand where the page gives none.

    Raises:
        InputError: it is no page, or has no paragraphs.
    """
    page = parse(text, where)
    found = {name: _first(page, queries) for name, queries in (("date", DATES), ("source", SOURCES), ("url", URLS))}
    title = _first(page, TITLES)
    address = found["url"] if found["url"] and found["url"].startswith(("http://", "https://")) else url
    date = found["date"][:10] if found["date"] and re.match(r"\d{4}-\d\d-\d\d", found["date"]) else day
    return make_article(
        where,
        id=id,
        text=main_text(page, where),
        options=options,
        title=title,
        date=date,
        source=found["source"],
        url=address,
    )


def parse(text: str, where: str) -> etree._Element:
    """Return the page's tree; no network is used and no entity is expanded.

    Raises:
        InputError: nothing in it can be parsed.
    """
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return lxml_html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise InputError(f"{where}: expected HTML: {error}") from error


def main_text(page: etree._Element, where: str) -> str:
    """Return the paragraphs of the element that holds most of the page's running text.

    Raises:
        InputError: there are none.
    """
    for element in page.xpath(DROPPED):
        if element.getparent() is not None:
            element.drop_tree()
    best: list[str] = []
    for parent in dict.fromkeys(p.getparent() for p in page.iter("p")):
        found = [" ".join(p.text_content().split()) for p in parent.iterchildren("p", "h2", "h3", "blockquote", "ul")]
        found = [text for text in found if text]
        if sum(len(text) for text in found) > sum(len(text) for text in best):
            best = found
    if sum(len(text) for text in best) < SHORTEST:
        raise InputError(f"{where}: found no paragraphs of text in the page")
    return "\n\n".join(best)


def _first(page: etree._Element, queries: tuple[str, ...]) -> str | None:
    for query in queries:
        for found in page.xpath(query):
            text = found if isinstance(found, str) else found.text_content()
            if text.strip():
                return " ".join(text.split())
    return None
