"""The commands that make a store and its files: build, join, remove, merges."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.typed import GOOD, kg, run, write


def test_bad_input_is_one_clear_line_each_and_the_rest_is_built(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "latin.txt").write_bytes("Ministers met in Malmö.".encode("latin-1"))
    write(folder / "line.txt", "Norway met Sweden and " * 230_000)
    (folder / "huge.txt").write_bytes(b"a" * 50_000_000)
    write(folder / "soup.html", "<p><div><b>Oslo<table><tr>" * 3000)
    write(
        folder / "mixed.jsonl",
        GOOD,
        '{"id": "broken", "text": ',
        {**GOOD, "text": "Another text under the same id."},
        {"id": "future", "text": "Iran met Oman.", "date": "2999-01-01"},
        GOOD,
        {"id": "half", "text": "Iran met Oman \ud800."},
        {"id": "better", "text": "Chile condemned Peru on Tuesday.", "date": "2021-03-11"},
    )
    done = kg("build", "in", "missing.txt", "--out", "out", "--format", "ttl,html", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "kg: in/binary.txt: expected text, found binary data",
        "kg: in/empty.txt: the file is empty",
        "kg: in/huge.txt: 50,000,000 characters are more than the limit of 1,000,000",
        "kg: in/latin.txt: expected UTF-8, found byte 0xf6 at offset 21",
        "kg: in/line.txt: 5,060,000 characters are more than the limit of 1,000,000",
        "kg: in/mixed.jsonl:2: not valid JSON: Expecting value: line 2 column 1 (char 26)",
        "kg: in/mixed.jsonl: a second article with the id 'good' and another text was left out",
        "kg: in/mixed.jsonl:4: 'date' 2999-01-01 lies in the future",
        "kg: in/mixed.jsonl:6: 'text' holds half a surrogate pair, which is no character",
        "kg: in/soup.html: found no paragraphs of text in the page",
        "kg: missing.txt: no such file or folder",
    ]
    assert "Traceback" not in done.stdout
    assert "2 (2 read, 0 of them unchanged)" in done.stdout
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"store.sqlite", "graph.ttl", "graph.html"}
    turtle = (tmp_path / "out" / "graph.ttl").read_text("utf-8")
    assert "agrees" in turtle
    assert "criticizes" in turtle


def test_a_build_of_nothing_but_faults_leaves_an_empty_graph(tmp_path: Path) -> None:
    code, out, err = run("build", tmp_path / "none", "--out", tmp_path / "out", "--format", "ttl")
    assert (code, err) == (1, f"kg: {tmp_path / 'none'}: no such file or folder\n")
    assert (tmp_path / "out" / "graph.ttl").is_file()
    assert "0 (0 read" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "ttl,pdf"], "'pdf' is not one of ttl"),
        (["--statements", "loud"], "'loud' is not one of reified"),
        (["--text", "some"], "'some' is not one of none"),
        (["--field", "body"], "expected name=value, got 'body'"),
    ],
)
def test_an_option_that_means_nothing_is_refused_before_anything_is_read(
    tmp_path: Path, arguments: list[str], said: str
) -> None:
    code, _, err = run("build", tmp_path, "--out", tmp_path / "out", *arguments)
    assert code == 2
    assert said in " ".join(err.replace("│", " ").split())
    assert not (tmp_path / "out").exists()


def test_without_paths_the_files_are_written_anew_from_the_store(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", GOOD)
    out = tmp_path / "out"
    assert run("build", "--out", out)[0] == 2
    assert run("build", tmp_path / "a.jsonl", "--out", out, "--format", "ttl")[0] == 0
    turtle = (out / "graph.ttl").read_bytes()
    (out / "graph.ttl").unlink()
    assert run("build", "--out", out, "--format", "ttl,nt")[0] == 0
    assert (out / "graph.ttl").read_bytes() == turtle
    assert (out / "graph.nt").is_file()


def test_removed_articles_take_their_facts_along(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", GOOD, {"id": "other", "text": "Chile condemned Peru.", "date": "2021-03-11"})
    out = tmp_path / "out"
    run("build", tmp_path / "a.jsonl", "--out", out, "--format", "ttl")
    code, said, err = run("remove", "good", "none", "--out", out, "--format", "ttl")
    assert code == 1
    assert err == f"kg: {out / 'store.sqlite'}: no article has the id 'none'\n"
    assert "removed          1" in said
    assert "France" not in (out / "graph.ttl").read_text("utf-8")


def test_prune_and_fresh_leave_only_what_is_given(tmp_path: Path) -> None:
    both = write(tmp_path / "a.jsonl", GOOD, {"id": "other", "text": "Chile condemned Peru.", "date": "2021-03-11"})
    one = write(tmp_path / "b.jsonl", GOOD)
    out = tmp_path / "out"
    for option in ("--prune", "--fresh"):
        assert run("build", both, "--out", out, "--format", "ttl")[0] == 0
        assert "Chile" in (out / "graph.ttl").read_text("utf-8")
        assert run("build", one, "--out", out, "--format", "ttl", option)[0] == 0
        assert "Chile" not in (out / "graph.ttl").read_text("utf-8")


def test_stores_built_in_parts_are_joined(tmp_path: Path) -> None:
    one = write(tmp_path / "a.jsonl", GOOD)
    two = write(tmp_path / "b.jsonl", {"id": "other", "text": "Chile condemned Peru.", "date": "2021-03-11"})
    for name, paths in (("a", [one]), ("b", [two]), ("ab", [one, two])):
        assert run("build", *paths, "--out", tmp_path / name, "--format", "ttl")[0] == 0
    assert run("join", tmp_path / "a", tmp_path / "b" / "store.sqlite", "--out", tmp_path / "joined")[0] == 0
    assert (tmp_path / "joined" / "graph.ttl").read_bytes() == (tmp_path / "ab" / "graph.ttl").read_bytes()


def test_an_expected_error_is_one_line_and_exit_code_1(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "store.sqlite").write_text("no store " * 1000, "utf-8")
    write(tmp_path / "a.jsonl", GOOD)
    done = kg("build", "a.jsonl", "--out", "out", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr == "kg: out/store.sqlite: not a store: file is not a database\n"


def test_merges_are_printed_with_reasons_and_overruled_by_decisions_that_the_store_keeps(tmp_path: Path) -> None:
    accuse = {"text": "Chile condemned Peru on Tuesday.", "date": "2021-03-11"}
    again = {"text": "Chile denounced Peru on March 9.", "date": "2021-03-12"}
    path = write(tmp_path / "a.jsonl", {**accuse, "id": "x"}, {**again, "id": "y"})
    out = tmp_path / "out"
    assert "merged           1" in run("build", path, "--out", out, "--format", "ttl")[1]
    code, text, _ = run("merges", out)
    assert code == 0
    assert "same event: Accuse of the same parties on 2021-03-09" in text
    decisions = tmp_path / "merges.toml"
    decisions.write_text(text.replace("[[same]]\nids", "[[different]]\nids"), "utf-8")
    assert "merged           0" in run("build", path, "--out", out, "--format", "ttl", "--decisions", decisions)[1]
    assert "merged           0" in run("build", "--out", out, "--format", "ttl")[1]
    decisions.write_text("[[maybe]]", "utf-8")
    code, _, err = run("build", path, "--out", out, "--decisions", decisions)
    assert (code, err) == (1, f"kg: {decisions}: expected [[same]] and [[different]], got 'maybe'\n")
