"""From what a source gives to an Article, and from bytes to text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kg.errors import InputError
from kg.model import Article

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
LATEST = 9999


@dataclass(frozen=True)
class Options:
    """How to read: defaults for what a source leaves out, names of JSON and CSV fields, and limits.

    ``fields`` maps our names (id, text, title, date, source, url, language) to a source's own. ``max_bytes`` limits a
    file and ``max_characters`` an article. ``today`` (ISO) is the last day that an article may be of; None: any.
    """

    date: str | None = None
    source: str | None = None
    fields: dict[str, str] = field(default_factory=dict)
    max_bytes: int = 512_000_000
    max_characters: int = 4_000_000
    today: str | None = None


def decode(data: bytes, where: str) -> str:
    """Return ``data`` as text: UTF-8 or UTF-16 with a byte order mark.

    Raises:
        InputError: it is empty, binary, or not in UTF-8.
    """
    if not data.strip():
        raise InputError(f"{where}: the file is empty")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    if b"\x00" in data[:4096] or data[:4] in (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\x7fELF"):
        raise InputError(f"{where}: expected text, found binary data")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{where}: expected UTF-8, found byte {data[error.start]:#04x} at offset {error.start}"
        ) from error


def read_bytes(path: Path, options: Options) -> bytes:
    """Return the bytes of the file at ``path``.

    Raises:
        InputError: it cannot be read or is too large.
    """
    try:
        if path.stat().st_size > options.max_bytes:
            raise InputError(f"{path}: {path.stat().st_size:,} bytes are more than the limit of {options.max_bytes:,}")
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error


def make_article(
    where: str,
    *,
    id: str,
    text: str,
    options: Options,
    title: str | None = None,
    date: str | None = None,
    source: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Article:
    """Return an article whose ``text`` begins with its headline, if it has one.

    Raises:
        InputError: the text is empty or too long, or the date is no date or in the future.
    """
    body = CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).strip("\n")
    title = " ".join(title.split()) or None if title else None
    if not body.strip():
        raise InputError(f"{where}: the article has no text")
    if len(body) > options.max_characters:
        raise InputError(f"{where}: {len(body):,} characters are more than the limit of {options.max_characters:,}")
    if language and not language.lower().startswith("en"):
        raise InputError(f"{where}: expected an article in English, got language {language!r}")
    end = 0
    if title and body.startswith(title):
        end = len(title)
    elif title:
        body, end = f"{title}\n\n{body}", len(title)
    return Article(
        id=id,
        text=body,
        title=title,
        date=check_date(where, date or options.date, options.today),
        source=source or options.source,
        url=url,
        language=language,
        title_end=end,
    )


def check_date(where: str, text: str | None, today: str | None) -> str | None:
    """Return the day of ``text`` as ISO 8601, None for none.

    Raises:
        InputError: it is no date, or later than ``today``.
    """
    if not text:
        return None
    day = text.strip()[:10]
    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise InputError(f"{where}: 'date' must be an ISO date such as 2015-03-11, got {text[:40]!r}") from error
    if today is not None and day > today:
        raise InputError(f"{where}: 'date' {day} lies in the future")
    return day
