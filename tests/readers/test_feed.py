"""RSS and Atom."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Article
from kg.readers import Options, feed

RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Wire</title>
<item><title>Talks in Oslo</title><link>https://example.org/1</link><guid>g1</guid>
<pubDate>Wed, 10 Mar 2021 09:00:00 GMT</pubDate>
<description>Short.</description>
<content:encoded>&lt;p&gt;Ministers met.&lt;/p&gt;&lt;p&gt;They left.&lt;/p&gt;</content:encoded>
</item><item><title>Nothing</title></item></channel></rss>
"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title>
<entry><title>Talks</title><id>urn:1</id><link href="javascript:alert(1)"/><updated>2021-03-10T09:00:00Z</updated>
<summary>Ministers met.</summary></entry></feed>
"""


def write(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def test_an_rss_item_is_an_article_with_its_paragraphs(tmp_path: Path) -> None:
    article, empty = feed.read(write(tmp_path / "a.rss", RSS), Options())
    assert isinstance(article, Article)
    assert article.text == "Talks in Oslo\n\nMinisters met.\n\nThey left."
    assert (article.id, article.date, article.source, article.url) == (
        "g1",
        "2021-03-10",
        "Wire",
        "https://example.org/1",
    )
    assert isinstance(empty, InputError)
    assert str(empty).endswith("a.rss:2: the entry has no text")


def test_an_atom_entry_is_an_article_and_only_web_addresses_are_kept(tmp_path: Path) -> None:
    (article,) = feed.read(write(tmp_path / "a.atom", ATOM), Options())
    assert isinstance(article, Article)
    assert (article.id, article.date, article.url) == ("urn:1", "2021-03-10", None)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<rss><channel>", "not well-formed XML"),
        ("<html><body/></html>", "expected a feed with items"),
        ('<!DOCTYPE rss [<!ENTITY a "b">]><rss><item/></rss>', "must not declare"),
        ('<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>', "must not declare"),
    ],
)
def test_what_is_no_feed_or_declares_entities_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        list(feed.read(write(tmp_path / "a.xml", text), Options()))
