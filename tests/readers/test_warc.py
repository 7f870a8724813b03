"""Web archives."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from kg.errors import InputError
from kg.model import Article
from kg.readers import Options, read_paths, warc

PAGE = (
    "<html><head><title>Talks</title></head><body><p>The ministers of Norway and Sweden met in Malmö.</p></body></html>"
)


def archive(path: Path, *pages: tuple[str, str, bytes, str]) -> Path:
    """Write a web archive of (address, media type, body, status)."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=path.suffix == ".gz")
        for url, kind, body, status in pages:
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(
                    url,
                    "response",
                    payload=BytesIO(body),
                    http_headers=headers,
                    warc_headers_dict={"WARC-Date": "2021-03-10T08:00:00Z"},
                )
            )
    return path


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_each_captured_page_is_an_article(tmp_path: Path, name: str) -> None:
    path = archive(
        tmp_path / name,
        ("https://example.org/1", "text/html; charset=utf-8", PAGE.encode(), "200 OK"),
        ("https://example.org/2", "text/html; charset=iso-8859-1", PAGE.encode("latin-1"), "200 OK"),
        ("https://example.org/3", "image/png", b"\x89PNG", "200 OK"),
        ("https://example.org/4", "text/html", PAGE.encode(), "404 Not Found"),
    )
    problems: list[str] = []
    articles = list(read_paths([path], Options(), problems))
    assert problems == []
    assert [(a.id, a.url, a.date) for a in articles] == [
        ("https://example.org/1", "https://example.org/1", "2021-03-10"),
        ("https://example.org/2", "https://example.org/2", "2021-03-10"),
    ]
    assert {a.text for a in articles} == {"Talks\n\nThe ministers of Norway and Sweden met in Malmö."}


def test_a_page_that_cannot_be_read_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    path = archive(
        tmp_path / "a.warc",
        ("https://example.org/1", "text/html", b"Malm\xf6", "200 OK"),
        ("https://example.org/2", "text/html; charset=x-none", PAGE.encode(), "200 OK"),
        ("https://example.org/3", "text/html", b"<p>short", "200 OK"),
        ("https://example.org/4", "text/html", PAGE.encode(), "200 OK"),
    )
    found = list(warc.read(path, Options()))
    assert [type(item) for item in found] == [InputError, InputError, InputError, Article]
    assert "https://example.org/1: expected UTF-8" in str(found[0])


@pytest.mark.parametrize("data", [b"no archive at all\n", b"", b"\x1f\x8b\x08broken"])
def test_what_is_no_archive_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.warc").write_bytes(data)
    with pytest.raises(InputError, match=r"a\.warc: "):
        list(warc.read(tmp_path / "a.warc", Options()))
