"""What the READMEs say holds: commands run, examples work, every attribute exists and every one that exists is told."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

import kg
from kg.cli import app
from kg.graph.assemble import Graph

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CODE = (ROOT / "kg" / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def rows(title: str) -> dict[str, set[str]]:
    """Return the attributes of the table whose first column is ``title``, each with what it is on."""
    table = README.partition(f"| {title} |")[2].partition("\n\n")[0]
    found = re.findall(r"^\| `(\w+)` \| ([^|]+) \|", table, re.MULTILINE)
    return {name: {word.strip() for word in where.split(",")} for name, where in found}


@pytest.fixture(scope="module")
def graph() -> Graph:
    return kg.build(ROOT / "data" / "articles")


def test_the_commands_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").symlink_to(ROOT / "data")
    monkeypatch.chdir(tmp_path)
    commands = [line for block in blocks("sh") for line in block.splitlines()]
    assert len(commands) > 8
    for command in commands:
        program, *arguments = shlex.split(command)
        assert program == "kg"
        result = CliRunner().invoke(app, arguments)
        assert result.exit_code == 0, f"{command}: {result.output} {result.exception}"
        assert result.stdout.strip(), command
    assert {path.name for path in (tmp_path / "out").iterdir()} >= {
        "store.sqlite",
        "graph.ttl",
        "graph.html",
        "nodes.csv",
    }


def test_every_command_is_told_and_no_other() -> None:
    told = set(re.findall(r"^\| `kg (\w+)", README, re.MULTILINE))
    names = {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}
    assert told == names | {group.name for group in app.registered_groups}


def test_the_examples_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for code in blocks("python"):
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            exec(compile(code, "README.md", "exec"), {})
        assert said.getvalue().strip(), code


def kinds(data: dict[str, object]) -> set[str]:
    """Return the names under which the table speaks of a node."""
    return {"all"} | ({"events"} if "roles" in data else {"claims"} if data["kind"] == "Claim" else set())


def test_every_node_has_the_attributes_of_the_table_and_no_others(graph: Graph) -> None:
    table = rows("node attribute")
    seen: set[str] = set()
    for name, data in graph.nodes(data=True):
        seen |= kinds(data)
        assert set(data) == {attribute for attribute, where in table.items() if where & kinds(data)}, name
    assert seen == {"all", "events", "claims"}


def test_every_edge_has_the_attributes_of_the_table_and_no_others(graph: Graph) -> None:
    table = rows("edge attribute")
    seen: set[str] = set()
    for *_, key, data in graph.edges(keys=True, data=True):
        on = {"all", "world knowledge" if "source" in data else "assertions"}
        seen |= on
        assert set(data) == {attribute for attribute, where in table.items() if where & on}, key
    assert seen == {"all", "assertions", "world knowledge"}


def test_evidence_is_as_the_readme_tells(graph: Graph) -> None:
    told = {"article", "sentence", "start", "end", "quote", "rule", "confidence", "subject", "predicate", "object"}
    cited = [e for *_, data in graph.edges(data=True) for e in data.get("evidence", ())]
    cited += [e for _, data in graph.nodes(data=True) for e in data.get("evidence", ())]
    for e in cited:
        assert set(e) == told
        assert graph.graph["articles"][e["article"]]["text"][e["start"] : e["end"]] == e["quote"]
    assert set(graph.graph) == {"articles", "sentences", "mentions", "merges", "run"}
    assert all(name in README for name in graph.graph)


def test_every_link_leads_somewhere() -> None:
    for text, folder in ((README, ROOT), (CODE, ROOT / "kg")):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
            assert (folder / target).exists(), target


def test_every_setting_is_told() -> None:
    from kg.settings import Settings

    told = set(re.findall(r"`KG_(\w+)`", README))
    assert told <= {name.upper() for name in Settings.model_fields}


def test_every_module_and_folder_is_in_the_layout() -> None:
    table = CODE.partition("| in `kg/`")[2].partition("\n\n")[0]
    first = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    told = {name for cell in first for name in re.findall(r"`(\w+)(?:\.py|/)`", cell)}
    there = {path.stem for path in (ROOT / "kg").iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert told == {name for name in there if not name.startswith("__")}


def test_public_names_are_told() -> None:
    assert all(f"kg.{name}(" in README for name in kg.__all__)
