"""Web archives (WARC, plain or gzipped): one article a captured page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from kg.errors import InputError
from kg.model import Article
from kg.readers import html
from kg.readers._article import Options, decode

PAGES = ("text/html", "application/xhtml+xml")


def read(path: Path, options: Options) -> Iterator[Article | InputError]:
    """Yield the articles of the pages captured in the archive at ``path``, and an InputError for each page without one.

    What is no page, or was answered with another status than 200, is passed over. The id is the page's address.

    Raises:
        InputError: the file cannot be read or is no archive.
    """
    try:
        with path.open("rb") as file:
            yield from _pages(path, file, options)
    except (OSError, EOFError) as error:
        raise InputError(f"{path}: {getattr(error, 'strerror', None) or error}") from error
    except ArchiveLoadFailed as error:
        raise InputError(f"{path}: expected a web archive: {' '.join(str(error).split())[:120]}") from error


def _pages(path: Path, file: BinaryIO, options: Options) -> Iterator[Article | InputError]:
    found = False
    for record in ArchiveIterator(file):
        found = True
        if _is_page(record):
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            where = f"{path}: {url}"
            try:
                yield html.page_article(
                    where, _text(record, where, options), options, id=url, url=url, day=_day(record, options)
                )
            except InputError as error:
                yield error
    if not found:
        raise InputError(f"{path}: the archive has no records")


def _is_page(record: ArcWarcRecord) -> bool:
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = (record.http_headers.get_header("Content-Type") or "").split(";")[0].strip().lower()
    return kind in PAGES and record.http_headers.get_statuscode() == "200"


def _text(record: ArcWarcRecord, where: str, options: Options) -> str:
    data = record.content_stream().read(options.max_bytes + 1)
    if len(data) > options.max_bytes:
        raise InputError(f"{where}: the page is larger than the limit of {options.max_bytes:,} bytes")
    charset = (record.http_headers.get_header("Content-Type") or "").lower().partition("charset=")[2].strip(" \"';")
    if charset in ("", "utf-8", "utf8"):
        return decode(data, where)
    try:
        return bytes(data).decode(charset)
    except (LookupError, ValueError) as error:
        raise InputError(f"{where}: expected text in {charset[:40]}: {error}") from error


def _day(record: ArcWarcRecord, options: Options) -> str | None:
    """Return the day of the capture, for pages that give no date of their own."""
    captured = (record.rec_headers.get_header("WARC-Date") or "")[:10]
    return options.date or captured or None
