"""The commands validate, query, publish and export, as a user types them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import rdflib

from kg.cli import main
from kg.exporters import EXPORTERS
from kg.rdf.options import Options
from kg.store import Store
from kg.vocab import BASE
from tests.rdf.samples import FACTS, sample_graph
from tests.rdf.test_publish import Server, server

__all__ = ["server"]


class Shell:
    """Runs ``kg`` in this process and gives back exit code, standard output and standard error."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch = monkeypatch
        self.capsys = capsys

    def __call__(self, *words: object) -> tuple[int, str, str]:
        self.monkeypatch.setattr("sys.argv", ["kg", *map(str, words)])
        code: Any = 0
        try:
            main()
        except SystemExit as end:
            code = end.code or 0
        said = self.capsys.readouterr()
        return code, said.out, said.err


@pytest.fixture
def kg(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(monkeypatch, capsys)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Return a folder with the store of the sample articles."""
    with Store(tmp_path / "store.sqlite") as store:
        for part in FACTS:
            store.replace(part, "test")
    return tmp_path


def test_a_sound_store_is_valid(kg: Shell, built: Path) -> None:
    code, out, _ = kg("validate", built)
    assert code == 0
    assert out.endswith("triples: every shape holds\n")


def broken(folder: Path) -> Path:
    """Return a file whose graph breaks the shapes: confidences of two, and a state without a label."""
    graph = sample_graph()
    for *_, record in graph.edges(data=True):
        record["confidence"] = 2.0
    EXPORTERS["ttl"].write(graph, folder / "broken.ttl", Options())
    return folder / "broken.ttl"


def test_a_faulty_graph_gives_exit_code_one_and_names_shape_offender_and_sentence(kg: Shell, tmp_path: Path) -> None:
    code, out, _ = kg("validate", broken(tmp_path))
    assert code == 1
    assert "findings in 1 shapes" in out
    assert "28  confidence: " in out
    assert "dkr:assertion_" in out
    assert "… and 25 more" in out
    assert "“" in out


def test_a_report_is_also_json_and_turtle(kg: Shell, tmp_path: Path) -> None:
    path = broken(tmp_path)
    code, out, _ = kg("validate", path, "--format", "json")
    assert code == 1
    assert json.loads(out)["counts"] == {"confidence": 28}
    code, out, _ = kg("validate", path, "--format", "ttl")
    assert code == 1
    assert "sh:ValidationReport" in out or "ValidationReport" in out
    assert rdflib.Graph().parse(data=out, format="turtle")


@pytest.mark.parametrize("words", [("nowhere",), ("nowhere.ttl",)])
def test_what_is_not_there_is_told(kg: Shell, words: tuple[str, ...]) -> None:
    for command in ("validate", "publish"):
        extra = ("--to", "http://127.0.0.1:9/") if command == "publish" else ()
        code, out, err = kg(command, *words, *extra)
        assert (code, out) == (1, "")
        assert err.startswith("kg: nowhere")


def test_a_question_is_asked_by_name(kg: Shell, built: Path) -> None:
    words = ("query", "--name", "who-met-whom", "--param", "person=Clara Weiden", "--store", built)
    code, out, _ = kg(*words)
    assert code == 0
    assert out.splitlines()[0].split() == ["other", "otherLabel", "date", "placeLabel", "meeting"]
    assert "Daudi Omolo" in out
    for form, start in (("csv", "other,otherLabel"), ("tsv", "?other\t?otherLabel"), ("json", "{"), ("xml", "<?xml")):
        code, out, _ = kg(*words, "--format", form)
        assert code == 0
        assert out.startswith(start)
    code, _, err = kg(*words, "--format", "ttl")
    assert code == 1
    assert "only CONSTRUCT and DESCRIBE" in err


def test_sparql_is_given_as_text_or_file(kg: Shell, built: Path) -> None:
    file = built / "count.rq"
    file.write_text("SELECT (COUNT(*) AS ?n) { ?a a dkg:Article }")
    for text in (file, file.read_text()):
        assert kg("query", text, "--store", built, "--format", "csv")[1].split() == ["n", "2"]
    code, out, _ = kg("query", "DESCRIBE dkr:state_AT", "--store", built, "--format", "ttl")
    assert code == 0
    assert (rdflib.URIRef(BASE + "state_AT"), None, None) in rdflib.Graph().parse(data=out, format="turtle")


def test_a_cut_result_says_so(kg: Shell, built: Path) -> None:
    code, out, err = kg("query", "SELECT * { ?s ?p ?o }", "--store", built, "--max-rows", 3, "--format", "csv")
    assert code == 0
    assert len(out.splitlines()) == 4
    assert "there is more" in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("INSERT DATA { <a:b> <a:c> <a:d> }",), "INSERT would change data"),
        (("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }",), "SERVICE asks another server"),
        (("LOAD <http://example.org/>",), "LOAD would change data"),
        (("SELECT * {",), "query: "),
        (("none.rq",), "none.rq: cannot be read"),
        (("--name", "who-met-who", "--param", "person=x"), "near it: who-met-whom"),
        (("--name", "who-met-whom"), "parameter person is missing"),
        (("--name", "who-met-whom", "--param", "person=Nobody"), "nothing is named 'Nobody'"),
        (("--name", "meetings", "--param", "since=2018-02-30"), "expected a day such as 2018-04-24"),
        (("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "--timeout-s", "0.3"), "time limit of 0.3 s"),
    ],
)
def test_what_cannot_be_answered_is_one_line_and_exit_code_one(
    kg: Shell, built: Path, words: tuple[str, ...], said: str
) -> None:
    code, out, err = kg("query", *words, "--store", built)
    assert (code, out) == (1, "")
    assert err.startswith("kg: ")
    assert said in err
    assert err.count("\n") == 1


def test_questions_are_listed_with_their_parameters(kg: Shell) -> None:
    code, out, _ = kg("query", "--list")
    assert code == 0
    assert "who-met-whom: Whom did a person, State or organization meet" in out
    assert "    person: A person, State or organization (thing)" in out
    assert "(date, 0001-01-01 if left out)" in out


def test_a_build_is_published_once(kg: Shell, built: Path, server: Server) -> None:
    assert kg("publish", built, "--to", f"{server.url}/store")[1].startswith("4 graphs sent (")
    assert (
        kg("publish", built, "--to", f"{server.url}/store")[1] == "0 graphs sent (0 triples), 4 unchanged, 0 removed\n"
    )
    with Store(built / "store.sqlite") as store:
        store.delete(FACTS[0].article.id)
    words = ("publish", built, "--to", f"{server.url}/update", "--protocol", "update")
    assert kg(*words, "--query-url", f"{server.url}/query", "--keep")[1].endswith(" 0 removed\n")
    assert kg(*words, "--query-url", f"{server.url}/query")[1].endswith(" 1 removed\n")
    code, _, err = kg(*words)
    assert code == 1
    assert "address of the query endpoint" in err


def test_a_store_is_exported_in_other_formats(kg: Shell, built: Path, tmp_path: Path) -> None:
    words = ("export", built, "--format", "nq,jsonld", "--statements", "named-graphs", "--text", "none")
    code, out, _ = kg(*words, "--out", tmp_path / "more")
    assert code == 0
    assert out.splitlines() == [str(tmp_path / "more" / name) for name in ("graph.nq", "graph.jsonld")]
    code, out, err = kg("export", tmp_path / "nowhere", "--format", "nq")
    assert (code, out) == (1, "")
    assert "no such store" in err
