"""The commands that show what is read in a text."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.typed import GOOD, run, write


def test_triples_tell_what_each_sentence_gave_with_the_rule(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", GOOD)
    code, out, _ = run("triples", path)
    assert code == 0
    assert "France and Germany signed an agreement in Oslo on Monday." in out
    assert "France | agrees | Germany   [actual, 2021-03-08, " in out
    code, out, _ = run("triples", path, "--json")
    records = [json.loads(line) for line in out.splitlines()]
    assert {r["predicate"] for r in records} >= {"agrees"}
    for record in records:
        assert record["article"] == "good"
        assert record["sentence"] in GOOD["text"]
        assert record["rule"]


def test_open_triples_are_in_the_words_of_the_sentence(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "France and Germany signed an agreement in Oslo.", "", "Chile condemned Peru.")
    code, out, _ = run("triples", "--open", path)
    assert code == 0
    rows = [line.split("\t") for line in out.splitlines()]
    assert ["Chile condemned Peru.", "Chile", "condemned", "Peru"] in [row[:4] for row in rows]
    assert all(len(row) == 5 and 0 <= float(row[4]) <= 1 for row in rows)


def test_triples_of_a_missing_file_are_one_line_and_exit_code_1(tmp_path: Path) -> None:
    code, _, err = run("triples", tmp_path / "none")
    assert (code, err) == (1, f"kg: {tmp_path / 'none'}: no such file or folder\n")
