"""RSS and Atom feeds saved as files, one article an entry."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

from lxml import etree
from lxml import html as lxml_html

from kg.errors import InputError
from kg.model import Article
from kg.readers._article import Options, decode, make_article, read_bytes

BODIES = ("encoded", "content", "description", "summary")
DATES = ("pubDate", "published", "updated", "date")


def read(path: Path, options: Options) -> Iterator[Article | InputError]:
    """Yield the entries of the feed at ``path``, and an InputError for each without text.

    Raises:
        InputError: the file is no feed; entities and document types are refused.
    """
    text = decode(read_bytes(path, options), str(path))
    if "<!DOCTYPE" in text[:2000] or "<!ENTITY" in text:
        raise InputError(f"{path}: a feed must not declare a document type or entities")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(text.encode("utf-8"), parser=parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"{path}: not well-formed XML: {error.msg}") from error
    source = next((e.text for e in root.iter() if _name(e) == "title" and e.text), None)
    entries = [e for e in root.iter() if _name(e) in ("item", "entry")]
    if not entries:
        raise InputError(f"{path}: expected a feed with items, found none")
    for number, entry in enumerate(entries, start=1):
        yield _entry(f"{path}:{number}", entry, source, options, f"{path.stem}-{number}")


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _entry(
    where: str, entry: etree._Element, source: str | None, options: Options, fallback: str
) -> Article | InputError:
    parts = {_name(child): child for child in reversed(list(entry))}
    body = next((parts[name] for name in BODIES if name in parts and "".join(parts[name].itertext()).strip()), None)
    if body is None:
        return InputError(f"{where}: the entry has no text")
    link = parts.get("link")
    url = (link.get("href") or link.text) if link is not None else None
    key = next((parts[name].text for name in ("guid", "id") if name in parts and parts[name].text), None)
    title = parts.get("title")
    try:
        return make_article(
            where,
            id=(key or url or fallback).strip(),
            text=_plain("".join(body.itertext())),
            options=options,
            title="".join(title.itertext()) if title is not None else None,
            date=_date(next((parts[name].text for name in DATES if name in parts), None)),
            source=source,
            url=url.strip() if url and url.strip().startswith(("http://", "https://")) else None,
        )
    except InputError as error:
        return error


def _plain(text: str) -> str:
    if "<" not in text:
        return text
    fragment = lxml_html.fragment_fromstring(text, create_parent="div")
    blocks = [" ".join(e.text_content().split()) for e in fragment.iter("p", "li")]
    return "\n\n".join(block for block in blocks if block) or " ".join(fragment.text_content().split())


def _date(text: str | None) -> str | None:
    if not text:
        return None
    try:
        return datetime.fromisoformat(text.strip()[:10]).date().isoformat()
    except ValueError:
        try:
            return parsedate_to_datetime(text.strip()).date().isoformat()
        except ValueError:
            return None
