"""What stands at a web address, as a file while it is read: the only way to the network, taken only when asked."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from http.client import HTTPException
from pathlib import Path
from tempfile import mkdtemp
from time import monotonic
from typing import IO, Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from kg.errors import InputError
from kg.readers._article import Options

SCHEMES = ("http", "https")
SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/json": ".json",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/warc": ".warc",
}
BLOCK = 1 << 16


def is_url(text: str) -> bool:
    """Return whether ``text`` is an address rather than a path."""
    return urlsplit(text).scheme.lower() in SCHEMES


@contextmanager
def download(url: str, options: Options) -> Iterator[Path]:
    """Give what stands at ``url`` as a temporary file, whose suffix tells its kind.

    Raises:
        InputError: it cannot be had within the limits of time and size.
    """
    folder = Path(mkdtemp(prefix="kg-"))
    try:
        yield _fetch(url, folder, options)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class _SameKind(HTTPRedirectHandler):
    """Follows a redirection only to another web address."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> Request | None:
        if not is_url(newurl):
            raise URLError(f"redirected to {newurl[:80]}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def _fetch(url: str, folder: Path, options: Options) -> Path:
    request = Request(url, headers={"User-Agent": "diplomatic-kg"})
    until = monotonic() + options.timeout_s
    try:
        with build_opener(_SameKind).open(request, timeout=options.timeout_s) as answer:
            path = folder / f"page{_suffix(url, answer.headers.get_content_type())}"
            _save(url, answer, path, until, options)
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise InputError(f"{url}: cannot be fetched: {reason}") from error
    return path


def _save(url: str, answer: Any, path: Path, until: float, options: Options) -> None:
    size = 0
    with path.open("wb") as file:
        while block := answer.read1(BLOCK):
            size += len(block)
            if size > options.max_bytes:
                raise InputError(f"{url}: more than the limit of {options.max_bytes:,} bytes")
            if monotonic() > until:
                raise InputError(f"{url}: cannot be fetched within {options.timeout_s:g} seconds")
            file.write(block)


def _suffix(url: str, kind: str) -> str:
    """Return the suffix that the media type stands for, else that of the address."""
    named = re.search(r"(\.warc\.gz|\.\w+)$", urlsplit(url).path.lower())
    if kind in SUFFIXES and not (named and kind in ("text/plain", "text/xml", "application/xml")):
        return SUFFIXES[kind]
    return named[1] if named else ".html"
