"""The whole run, through the real pipeline."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

import kg
from kg.building import STORE, Summary, build, join, made_by, maker
from kg.engine import Tables
from kg.errors import InputError, StoreError
from kg.exporters import EXPORTERS
from kg.model import Article
from kg.store import Store

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "data" / "articles"
ONE = Article(id="one", text="France and Germany signed an agreement in Oslo on Monday.", date="2021-03-10")
TWO = Article(id="two", text="Chile condemned Peru on Tuesday.", date="2021-03-11")


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.name != STORE}


def ids(folder: Path) -> list[str]:
    with Store(folder / STORE) as store:
        return store.ids()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a build of the sample articles in every format."""
    out = tmp_path_factory.mktemp("built")
    build(SAMPLES, out, formats=tuple(EXPORTERS), workers=1)
    return out


def test_a_build_leaves_the_store_and_a_file_for_each_format_and_nothing_else(built: Path) -> None:
    assert {path.name for path in built.iterdir()} == {
        STORE,
        "edges.csv",
        "events.csv",
        *(exporter.filename for exporter in EXPORTERS.values()),
    }


def test_two_builds_are_equal_byte_for_byte_whatever_the_number_of_processes(built: Path, tmp_path: Path) -> None:
    build(SAMPLES, tmp_path, formats=tuple(EXPORTERS), workers=2)
    assert files(tmp_path) == files(built)


def test_another_hash_seed_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    code = f"import kg; kg.build({str(SAMPLES)!r}, {str(tmp_path)!r}, formats={tuple(EXPORTERS)!r}, workers=1)"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, env={"PYTHONHASHSEED": "7"})
    assert files(tmp_path) == files(built)


def test_stores_built_in_parts_join_to_what_one_build_gives(built: Path, tmp_path: Path) -> None:
    articles = list(kg.building._articles(SAMPLES, kg.readers.Options(), Summary()))  # type: ignore[attr-defined]
    build(articles[10:], tmp_path / "b", formats=())
    build(articles[:10], tmp_path / "a", formats=())
    for name, parts in (("ab", ("a", "b")), ("ba", ("b", "a"))):
        summary = Summary()
        join([tmp_path / part for part in parts], tmp_path / name, formats=tuple(EXPORTERS), summary=summary)
        assert summary.articles == len(articles)
        assert files(tmp_path / name) == files(built)


def test_a_second_build_reads_nothing_anew_and_changes_nothing(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    summary = Summary()
    build(SAMPLES, tmp_path, formats=tuple(EXPORTERS), summary=summary)
    assert summary.articles == summary.unchanged == 18
    assert files(tmp_path) == files(built)


def test_an_edited_article_takes_its_facts_along(tmp_path: Path) -> None:
    build([ONE, TWO], tmp_path, formats=())
    graph = build([Article(id="two", text="Peru praised Chile on Tuesday.", date="2021-03-11")], tmp_path, formats=())
    said = {(s, d["predicate"], o) for s, o, d in graph.edges(data=True) if "evidence" in d}
    assert ("state_CL", "criticizes", "state_PE") not in said
    assert ("state_PE", "supports", "state_CL") in said
    assert any(predicate == "agrees" for _, predicate, _ in said)


def test_prune_removes_what_the_source_no_longer_has(tmp_path: Path) -> None:
    build([ONE, TWO], tmp_path, formats=())
    summary = Summary()
    graph = build([TWO], tmp_path, formats=(), prune=True, summary=summary)
    assert (ids(tmp_path), summary.removed) == (["two"], 1)
    assert "state_FR" not in graph


def test_prune_removes_nothing_if_something_cannot_be_read(tmp_path: Path) -> None:
    build([ONE, TWO], tmp_path / "out", formats=())
    summary = Summary()
    build([TWO, tmp_path / "gone.txt"], tmp_path / "out", formats=(), prune=True, summary=summary)
    assert ids(tmp_path / "out") == ["one", "two"]
    assert summary.problems[-1].startswith("nothing was pruned")


def test_a_killed_build_goes_on_where_it_stopped(tmp_path: Path) -> None:
    with (tmp_path / "many.jsonl").open("w", encoding="utf-8") as file:
        for i in range(90):
            text = f"France and Germany signed agreement number {i} in Oslo on Monday. They praised it. " * 6
            file.write(json.dumps({"id": f"a{i}", "text": text, "date": "2021-03-10"}) + "\n")
    command = [sys.executable, "-m", "kg", "build", str(tmp_path / "many.jsonl"), "--out", str(tmp_path / "out")]
    process = subprocess.Popen([*command, "--workers", "1", "--format", "ttl"], cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 120
        while time.monotonic() < until and not _some(tmp_path / "out" / STORE):
            time.sleep(0.05)
    finally:
        process.kill()
        process.wait()
    kept = ids(tmp_path / "out")
    assert 0 < len(kept) < 90
    assert not (tmp_path / "out" / "graph.ttl").exists()
    summary = Summary()
    build(tmp_path / "many.jsonl", tmp_path / "out", formats=("ttl",), workers=1, summary=summary)
    assert summary.unchanged == len(kept)
    build(tmp_path / "many.jsonl", tmp_path / "whole", formats=("ttl",), workers=2)
    assert files(tmp_path / "out") == files(tmp_path / "whole")


def _some(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        with Store(path) as store:
            return len(store) > 0
    except StoreError:
        return False


def test_facts_made_by_other_tables_are_made_again(tmp_path: Path) -> None:
    build([ONE], tmp_path / "out", formats=())
    shutil.copytree(ROOT / "data" / "lexicon", tmp_path / "lexicon")
    with (tmp_path / "lexicon" / "unpolitical.tsv").open("a", encoding="utf-8") as file:
        file.write("zzz\tsport\tweak\n")
    other = Tables(lexicon=tmp_path / "lexicon")
    assert made_by(maker(other)) != made_by(maker(Tables()))
    summary = Summary()
    build([ONE], tmp_path / "out", formats=(), lexicon=tmp_path / "lexicon", summary=summary)
    assert (summary.articles, summary.unchanged) == (1, 0)


def test_without_a_summary_the_first_problem_is_raised(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        kg.build(tmp_path / "none")


def test_an_unknown_format_and_a_folder_that_cannot_be_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="unknown format 'pdf'"):
        kg.build([ONE], tmp_path, formats=("pdf",))
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot be made a folder"):
        kg.build([ONE], tmp_path / "file")
    (tmp_path / "out" / "graph.ttl").mkdir(parents=True)
    with pytest.raises(StoreError, match=r"graph\.ttl: cannot be written"):
        kg.build([ONE], tmp_path / "out", formats=("ttl",))
    with pytest.raises(InputError, match="no such store"):
        join([tmp_path / "none"], tmp_path / "joined")


def test_without_a_folder_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    graph = kg.build([ONE])
    assert "state_FR" in graph
    assert list(tmp_path.iterdir()) == []


def test_hostile_words_stay_words_in_every_format(tmp_path: Path) -> None:
    words = '</script><img src=x onerror=alert(1)> "" \\ } ; DROP ALL # {{7*7}}'
    article = Article(
        id=words,
        text=f'{words}\n\nFrance and Germany signed an agreement in Oslo on Monday, {words}. "{words}", France said.',
        title=words,
        date="2021-03-10",
        source=words,
        url="javascript:alert(1)",
        title_end=len(words),
    )
    graph = build([article], tmp_path, formats=tuple(EXPORTERS))
    assert any("evidence" in data for *_, data in graph.edges(data=True))
    page = (tmp_path / "graph.html").read_text("utf-8")
    assert "<img src=x" not in page
    assert 'href="javascript:' not in page
