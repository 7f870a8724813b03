"""RDF at size: exports and queries against Oxigraph itself and rdflib, as ratios within one run.

Run with ``pytest tests/benchmarks/bench_rdf.py -o addopts= -s``; each test prints its figures.
"""

from __future__ import annotations

import io
import multiprocessing
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib

from kg.exporters import jsonld
from kg.graph.assemble import assemble
from kg.rdf.mapping import parts_quads, triples
from kg.rdf.options import Options
from kg.rdf.questions import bind, load_questions
from kg.rdf.reading import graph_from_rdf
from kg.rdf.shapes import validate
from kg.rdf.sparql import Worker
from kg.rdf.writing import write
from kg.vocab import BASE, PREFIXES
from tests.benchmarks.made_facts import made_facts

MILLION = 1_900
NAMED = Options(statements="named-graphs")
RDFLIB_LIMIT_S = 20.0
GIVEN = {
    "party": "state_madeState1",
    "meeting": "meeting_madeMeeting1",
    "person": "person_madePerson1",
    "of": "state_madeState1",
    "organization": "organization_madeInternationalOrganization1",
    "property": "criticizes",
    "speaker": "person_madePerson1",
    "subject": "state_madeState1",
    "object": "organization_madeArmedGroup1",
    "type": "Meeting",
    "a": "state_madeState1",
    "b": "state_madeState2",
    "id": "made-7",
    "item": "http://www.wikidata.org/entity/Q40",
    "thing": "meeting_madeMeeting1",
    "since": "2023-05-01",
    "until": "2023-05-31",
}


def timed(function: Callable[[], Any], rounds: int = 1) -> float:
    """Return the least seconds of processor time that ``function`` takes."""
    best = float("inf")
    for _ in range(rounds):
        begun = time.process_time()
        function()
        best = min(best, time.process_time() - begun)
    return best


@cache
def parts(articles: int) -> tuple[Any, ...]:
    return tuple(assemble([facts]) for facts in made_facts(articles))


@cache
def whole(articles: int) -> Any:
    return assemble(made_facts(articles))


@cache
def big_store() -> ox.Store:
    store = ox.Store()
    store.bulk_extend(parts_quads(parts(MILLION), NAMED))
    return store


@pytest.mark.parametrize(("syntax", "form"), [("nq", ox.RdfFormat.N_QUADS), ("trig", ox.RdfFormat.TRIG)])
def test_an_export_takes_at_most_four_times_oxigraphs_own_dump(syntax: str, form: ox.RdfFormat, tmp_path: Path) -> None:
    store, made = big_store(), parts(MILLION)
    path = tmp_path / "graph"

    def ours() -> None:
        with path.open("wb") as sink:
            write(parts_quads(made, NAMED), sink, syntax, base=BASE)

    mine, theirs = timed(ours, 2), timed(lambda: store.dump(str(tmp_path / "dump"), format=form), 2)
    print(f"\n{syntax}: {len(store):,} quads in {mine:.2f} s, dump {theirs:.2f} s, ratio {mine / theirs:.2f}")
    assert len(store) > 900_000
    assert mine <= 4 * theirs


MEMORY = """
import resource, sys
from kg.graph.assemble import assemble
from kg.rdf.mapping import parts_quads
from kg.rdf.options import Options
from kg.rdf.writing import write_file
from kg.vocab import BASE
from pathlib import Path
from tests.benchmarks.made_facts import made_facts
graphs = (assemble([facts]) for facts in made_facts(int(sys.argv[1])))
write_file(parts_quads(graphs, Options(statements="named-graphs")), Path(sys.argv[2]), sys.argv[3], base=BASE)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


@pytest.mark.parametrize("syntax", ["nq", "trig"])
def test_memory_stays_flat_however_many_articles(syntax: str, tmp_path: Path) -> None:
    def peak_mb(articles: int) -> int:
        command = [sys.executable, "-c", MEMORY, str(articles), str(tmp_path / "graph"), syntax]
        return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    small, large = peak_mb(100), peak_mb(MILLION)
    print(f"\n{syntax}: {small} MB for 100 articles, {large} MB for {MILLION}")
    assert large <= 300


@pytest.mark.parametrize("name", ["ttl", "jsonld"])
def test_time_grows_with_size_and_no_faster(name: str) -> None:
    def seconds(articles: int) -> tuple[int, float]:
        graph = whole(articles)

        def run() -> None:
            if name == "ttl":
                write(triples(graph), io.BytesIO(), "ttl", base=BASE)
            else:
                jsonld.write(graph, Path("/dev/null").with_name("shm") / "bench.jsonld")

        if name == "jsonld":
            from kg.rdf.mapping import quads

            return sum(1 for _ in triples(graph)), timed(lambda: jsonld.dump(quads(graph), io.StringIO()), 2)
        return sum(1 for _ in triples(graph)), timed(run, 2)

    (less, fast), (more, slow) = seconds(200), seconds(400)
    print(f"\n{name}: {less:,} triples {fast:.2f} s, {more:,} triples {slow:.2f} s, ratio {slow / fast:.2f}")
    assert slow / fast <= 2.3


def terms_of(name: str) -> dict[str, Any]:
    question = load_questions()[name]
    given = {
        p.name: GIVEN[p.name] for p in question.params if p.name in GIVEN and p.type != "text" or p.default is None
    }
    return bind(question, given, base=BASE, find=lambda text: [])


def rows(found: Iterable[Any]) -> int:
    return sum(1 for _, _ in zip(found, range(10_000), strict=False))


def test_questions_take_at_most_three_times_oxigraphs_time() -> None:
    store = big_store()
    prefixes = {**PREFIXES, "dkr": BASE}
    ratios = {}
    with Worker(store) as worker:
        worker.start()
        for name, question in load_questions().items():
            terms = terms_of(name)
            bound = {ox.Variable(key): term for key, term in terms.items()}

            def bare(text: str = question.text, bound: Any = bound) -> None:
                rows(store.query(text, prefixes=prefixes, substitutions=bound, use_default_graph_as_union=True))

            def ours(text: str = question.text, terms: Any = terms) -> None:
                worker.run(text, terms, hidden=frozenset(terms), everything=True, timeout_s=120)

            theirs, mine = wall(bare), wall(ours)
            ratios[name] = (mine / theirs, mine, theirs)
            print(f"\n{name}: {mine:.3f} s, bare {theirs:.3f} s, ratio {mine / theirs:.2f}", end="")
    # Below a few milliseconds the way to the worker and back is what is measured.
    slow = {name: ratio for name, (ratio, mine, _) in ratios.items() if mine > 0.02}
    print(f"\nmedian {statistics.median(r for r, *_ in ratios.values()):.2f}, most {max(slow.values(), default=0):.2f}")
    assert all(ratio <= 3 for ratio in slow.values())


def wall(function: Callable[[], Any]) -> float:
    best = float("inf")
    for _ in range(3):
        begun = time.perf_counter()
        function()
        best = min(best, time.perf_counter() - begun)
    return best


def _ask_rdflib(data: bytes, names: list[str], sink: Any) -> None:
    graph = rdflib.Graph().parse(data=data, format="nt")
    sink.send("ready")
    for name in names:
        terms = {key: rdflib.util.from_n3(str(term)) for key, term in terms_of(name).items()}
        begun = time.perf_counter()
        rows(graph.query(load_questions()[name].text, initBindings=terms, initNs={**PREFIXES, "dkr": BASE}))
        sink.send(time.perf_counter() - begun)


def test_questions_are_fifty_times_faster_than_rdflibs_own_store() -> None:
    data = io.BytesIO()
    write(triples(whole(200)), data, "nt", base=BASE)
    names = list(load_questions())
    context = multiprocessing.get_context("spawn")
    theirs: dict[str, float] = {}
    while len(theirs) < len(names):
        source, sink = context.Pipe(duplex=False)
        left = [name for name in names if name not in theirs]
        process = context.Process(target=_ask_rdflib, args=(data.getvalue(), left, sink))
        process.start()
        source.recv()
        for name in left:
            if not source.poll(RDFLIB_LIMIT_S):
                theirs[name] = RDFLIB_LIMIT_S
                break
            theirs[name] = source.recv()
        process.kill()
        process.join()
    ratios = []
    with Worker(whole(200)) as worker:
        worker.start()
        for name in names:
            terms = terms_of(name)
            mine = wall(lambda text=load_questions()[name].text, terms=terms: worker.run(text, terms, timeout_s=120))
            ratios.append(theirs[name] / mine)
            print(
                f"\n{name}: {mine * 1000:.1f} ms, rdflib {theirs[name] * 1000:.0f} ms, {ratios[-1]:.0f} times", end=""
            )
    print(f"\nmedian {statistics.median(ratios):.0f} times")
    assert statistics.median(ratios) >= 50


def test_validation_and_reading_back_at_a_hundred_thousand_triples() -> None:
    graph = whole(200)
    written = list(triples(graph))
    back = timed(lambda: graph_from_rdf(written))
    held = timed(lambda: validate(graph))
    report = validate(graph)
    print(f"\n{len(written):,} triples: validated in {held:.2f} s, read back in {back:.2f} s")
    assert report.conforms, report.text()
