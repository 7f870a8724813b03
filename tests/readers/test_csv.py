"""CSV and TSV."""

from __future__ import annotations

from pathlib import Path

from kg.errors import InputError
from kg.model import Article
from kg.readers import Options, csv


def test_each_row_is_an_article(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('id,text,date\nx,"One,\ntwo.",2021-03-10\n,Three.,\n', "utf-8")
    one, two = csv.read(path, Options())
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert (one.id, one.text, one.date) == ("x", "One,\ntwo.", "2021-03-10")
    assert (two.id, two.text, two.date) == ("a-2", "Three.", None)


def test_tabs_part_the_cells_of_tsv_and_columns_may_have_other_names(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("body\theadline\nOne.\tTalks\n", "utf-8")
    (article,) = csv.read(path, Options(fields={"text": "body", "title": "headline"}))
    assert isinstance(article, Article)
    assert article.text == "Talks\n\nOne."


def test_a_row_without_text_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,text\nx,\ny,Two.\n", "utf-8")
    broken, two = csv.read(path, Options())
    assert isinstance(broken, InputError)
    assert str(broken) == f"{path}:2: the article has no text"
    assert isinstance(two, Article)


def test_a_table_without_the_column_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,body\nx,One.\n", "utf-8")
    (broken,) = csv.read(path, Options())
    assert isinstance(broken, InputError)
    assert "expected a column 'text', found id, body" in str(broken)
