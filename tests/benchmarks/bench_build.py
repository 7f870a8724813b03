"""The speed of a whole build against the bare model, in one run: ``kg build`` of a text repeated to 100,000 words.

Run with ``pytest tests/benchmarks/bench_build.py -o addopts= -s``; each test prints its figures. Times are processor
time: other programs on the machine don't count.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WORDS = 100_000
TURNS = 3
# Reading and extraction, and the whole build with its store and files. Many short articles have a graph of many nodes:
# the graph and its files are then a seventh of a build.
WORST_PIPELINE = 1.4
WORST_BUILD = {"one": 1.35, "many": 1.55}
MOST_MB = 900

# Each measurement in a process of its own: what one has in memory is no help to the other.
BARE = """
import json, sys, time
import kg
from kg.model import Article
from kg.nlp.pipeline import read

nlp = kg.load()
nlp._components = [item for item in nlp._components if item[0] in ("layout", "parser")]
articles = [Article(**json.loads(line)) for line in open(sys.argv[1], encoding="utf-8")]
for doc in read(nlp, [Article(id="warm", text="Ministers met.")]):
    pass
begun = time.process_time()
words = sum(len(doc) for doc in read(nlp, articles))
print(json.dumps({"seconds": time.process_time() - begun}))
"""
PIPELINE = """
import json, sys, time
from kg.engine import Tables, local
from kg.model import Article

articles = [Article(**json.loads(line)) for line in open(sys.argv[1], encoding="utf-8")]
list(local.run([Article(id="warm", text="Ministers met.")], Tables(), workers=1))
begun = time.process_time()
facts = list(local.run(articles, Tables(), workers=1))
print(json.dumps({"seconds": time.process_time() - begun}))
"""
WHOLE = """
import json, resource, sys, time
import kg
from kg.building import build
from kg.model import Article

build([Article(id="warm", text="Ministers met.")])
begun = time.process_time()
build(sys.argv[1], sys.argv[2], workers=1)
seconds = time.process_time() - begun
print(json.dumps({"seconds": seconds, "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}))
"""


def made(path: Path, *, one: bool) -> int:
    """Write the sample articles again and again, as one article or as many; return the number of words."""
    lines = (ROOT / "data" / "articles" / "samples.jsonl").read_text("utf-8").splitlines()
    texts = [json.loads(line) for line in lines]
    articles: list[dict[str, str]] = []
    words = 0
    while words < WORDS:
        article = texts[len(articles) % len(texts)]
        articles.append({"id": f"a{len(articles)}", "text": article["text"], "date": article["date"]})
        words += len(article["text"].split())
    if one:
        articles = [{"id": "one", "text": "\n\n".join(a["text"] for a in articles), "date": "2020-01-01"}]
    path.write_text("\n".join(map(json.dumps, articles)), "utf-8")
    return words


def measure(code: str, *arguments: Path) -> dict[str, float]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.mark.parametrize("articles", ["one", "many"])
def test_a_build_takes_little_longer_than_the_model(tmp_path: Path, articles: str) -> None:
    path = tmp_path / "articles.jsonl"
    words = made(path, one=articles == "one")
    # In turn, and the least of each: one run alone is up to a tenth off, the model's as much as the others'.
    turns = [
        (measure(BARE, path), measure(PIPELINE, path), measure(WHOLE, path, tmp_path / f"out{turn}"))
        for turn in range(TURNS)
    ]
    model, pipeline, whole = (min(run["seconds"] for run in runs) for runs in zip(*turns, strict=True))
    most = max(run["mb"] for *_, run in turns)
    reading, build = pipeline / model, whole / model
    print(
        f"\n{words:,} words, {articles}: model {model:.1f} s ({words / model:,.0f} words/s),"
        f" reading and extraction {pipeline:.1f} s (ratio {reading:.2f}),"
        f" build {whole:.1f} s ({words / whole:,.0f} words/s, ratio {build:.2f}),"
        f" peak {most:.0f} MB"
    )
    assert reading <= WORST_PIPELINE
    assert build <= WORST_BUILD[articles]
    assert most <= MOST_MB
