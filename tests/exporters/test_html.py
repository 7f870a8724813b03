"""The page as a format of a build."""

from __future__ import annotations

from pathlib import Path

from kg.exporters import html
from kg.rdf.options import Options
from tests.rdf.samples import sample_graph


def test_the_page_is_written_whole_with_its_title(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "graph.html"
    html.write(sample_graph(), path, title="Spring & summer")
    text = path.read_text("utf-8")
    assert text.startswith("<!doctype html>")
    assert "<title>Spring &amp; summer</title>" in text
    assert list(path.parent.iterdir()) == [path]


def test_sentences_stay_out_where_no_text_is_to_be_published(tmp_path: Path) -> None:
    html.write(sample_graph(), tmp_path / "all.html")
    html.write(sample_graph(), tmp_path / "none.html", Options(text="none"))
    sentence = "Fighters of the movement attacked the port"
    assert sentence in (tmp_path / "all.html").read_text("utf-8")
    assert sentence not in (tmp_path / "none.html").read_text("utf-8")
