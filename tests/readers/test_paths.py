"""Files, folders and web addresses to articles."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from kg.readers import Options, read_paths

PAGE = b"<html><body><p>The ministers of Norway and Sweden met on Monday.</p></body></html>"
LINES = b'{"id": "x", "text": "One."}\n{"text": }\n'


class Site(BaseHTTPRequestHandler):
    """A site with a page, a file of lines, a large page, a redirection and nothing else."""

    def do_GET(self) -> None:
        answers = {
            "/page": (200, "text/html", PAGE),
            "/news.jsonl": (200, "text/plain", LINES),
            "/large": (200, "text/html", PAGE + b" " * 2000),
            "/moved": (302, "text/html", b""),
        }
        status, kind, body = answers.get(self.path, (404, "text/html", b""))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if status == 302:
            self.send_header("Location", "file:///etc/hostname")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def read(*paths: Path | str, options: Options = Options()) -> tuple[list[str], list[str]]:
    problems: list[str] = []
    return [a.id for a in read_paths(paths, options, problems)], problems


def test_a_folder_is_read_in_sorted_order_and_only_what_is_known(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.txt", "a/d.pdf", ".hidden.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Ministers met.", "utf-8")
    assert read(tmp_path) == (["c", "b"], [])


def test_a_file_of_unknown_kind_that_is_named_is_read_as_text(tmp_path: Path) -> None:
    (tmp_path / "README").write_text("Ministers met.", "utf-8")
    assert read(tmp_path / "README") == (["README"], [])


def test_what_cannot_be_read_is_a_line_each_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ministers met.", "utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "empty").mkdir()
    ids, problems = read(tmp_path / "none", tmp_path / "b.txt", tmp_path / "empty", tmp_path / "a.txt")
    assert ids == ["a"]
    assert problems == [
        f"{tmp_path / 'none'}: no such file or folder",
        f"{tmp_path / 'b.txt'}: the file is empty",
        f"{tmp_path / 'empty'}: the folder has no file of a known kind",
    ]


def test_the_same_article_twice_is_one_and_another_with_its_id_is_a_problem(tmp_path: Path) -> None:
    for folder, text in (("a", "One."), ("b", "One."), ("c", "Two.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(text, "utf-8")
    ids, problems = read(tmp_path)
    assert ids == ["x"]
    assert problems == [f"{tmp_path / 'c' / 'x.txt'}: a second article with the id 'x' and another text was left out"]


def test_a_problem_is_one_line_whatever_the_file_is_called(tmp_path: Path) -> None:
    (tmp_path / "a\nb.txt").write_bytes(b"")
    _, (problem,) = read(tmp_path / "a\nb.txt")
    assert "\n" not in problem


def test_a_web_page_is_read_and_its_address_is_its_id(site: str) -> None:
    problems: list[str] = []
    (article,) = read_paths([f"{site}/page"], Options(), problems)
    assert (article.id, article.url) == (f"{site}/page", f"{site}/page")
    assert article.text == "The ministers of Norway and Sweden met on Monday."
    assert problems == []


def test_a_file_at_an_address_is_read_as_what_it_is(site: str) -> None:
    ids, (problem,) = read(f"{site}/news.jsonl")
    assert ids == ["x"]
    assert problem.startswith(f"{site}/news.jsonl:2: not valid JSON")


@pytest.mark.parametrize(
    ("path", "reason"),
    [("/none", "cannot be fetched: Not Found"), ("/moved", "cannot be fetched"), ("/large", "limit of 1,000 bytes")],
)
def test_what_cannot_be_fetched_is_one_line(site: str, path: str, reason: str) -> None:
    ids, (problem,) = read(site + path, options=Options(max_bytes=1000))
    assert ids == []
    assert problem.startswith(site + path)
    assert reason in problem


def test_a_site_that_does_not_answer_is_one_line() -> None:
    ids, (problem,) = read("http://127.0.0.1:9/x", options=Options(timeout_s=2))
    assert ids == []
    assert "cannot be fetched" in problem
