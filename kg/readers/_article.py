"""From what a source gives to an Article, and from bytes to text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kg.errors import InputError
from kg.model import Article

# Characters that no text has and XML forbids; tabs and ends of lines stay. Replaced one by one: offsets stand.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
SURROGATE = re.compile(r"[\ud800-\udfff]")
UTF16 = (b"\xff\xfe", b"\xfe\xff")
BINARY = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\x7fELF", b"\x1f\x8b", b"\xff\xd8\xff", b"GIF8")


@dataclass(frozen=True)
class Options:
    """How to read: defaults for what a source leaves out, names of JSON and CSV fields, and limits.

    ``fields`` maps our names (id, text, title, date, source, url, language) to a source's own. ``max_bytes`` limits a
    file (of JSON Lines: a line), ``max_characters`` an article and ``timeout_s`` the fetching of a web address.
    ``today`` (ISO) is the last day that an article may be of; None: any.
    """

    date: str | None = None
    source: str | None = None
    fields: dict[str, str] = field(default_factory=dict)
    max_bytes: int = 512_000_000
    max_characters: int = 1_000_000
    today: str | None = None
    timeout_s: float = 30.0


def decode(data: bytes, where: str) -> str:
    """Return ``data`` as text: UTF-8 or UTF-16 with a byte order mark.

    Raises:
        InputError: it is empty, binary, or not in UTF-8.
    """
    check_text(data, where)
    coding = "utf-16" if data.startswith(UTF16) else "utf-8-sig"
    try:
        return data.decode(coding)
    except UnicodeDecodeError as error:
        name = coding.removesuffix("-sig").upper()
        at = min(error.start, len(data) - 1)
        raise InputError(f"{where}: expected {name}, found byte {data[at]:#04x} at offset {at}") from error


def check_text(data: bytes, where: str) -> None:
    """Return if ``data``, a file or its beginning, may be text.

    Raises:
        InputError: it is empty or binary.
    """
    if not data.strip():
        raise InputError(f"{where}: the file is empty")
    if data.startswith(BINARY) or (not data.startswith(UTF16) and b"\x00" in data[:4096]):
        raise InputError(f"{where}: expected text, found binary data")


def read_bytes(path: Path, options: Options) -> bytes:
    """Return the bytes of the file at ``path``.

    Raises:
        InputError: it cannot be read or is too large.
    """
    try:
        # Not by the size that the system tells: a device or pipe has none.
        with path.open("rb") as file:
            data = file.read(options.max_bytes + 1)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    if len(data) > options.max_bytes:
        raise InputError(f"{path}: the file is larger than the limit of {options.max_bytes:,} bytes")
    return data


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
        InputError: the text is empty, too long or broken, or the date is no date or in the future.
    """
    for name, value in (("id", id), ("text", text), ("title", title), ("source", source), ("url", url)):
        if value and SURROGATE.search(value):
            raise InputError(f"{where}: {name!r} holds half a surrogate pair, which is no character")
    body = CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).strip("\n")
    title, source, url = (_line(value) for value in (title, source or options.source, url))
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
        id=_line(id) or where,
        text=body,
        title=title,
        date=check_date(where, date or options.date, options.today),
        source=source,
        url=url,
        language=language,
        title_end=end,
    )


def _line(text: str | None) -> str | None:
    """Return ``text`` in one line, None for nothing."""
    return " ".join(CONTROL.sub(" ", text).split()) or None if text else None


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
