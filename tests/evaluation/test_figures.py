"""Figures in sum and by group, and what changed between two runs."""

import json
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluation.figures import Figures, changes, gaps, groups, read_json, summary, to_json
from kg.evaluation.judge import judge
from kg.evaluation.report import article_lines, change_lines
from tests.evaluation.made import edge, gold, graph, triple

GOLD = gold(triple("e1", "criticizes", "e3"), triple("e1", "consults", "e4", status="planned"))
RIGHT = edge("state_A", "criticizes", "event_1")
WRONG = edge("state_A", "aids", "state_B", rule="actions.verb.help")


def test_figures_follow_from_what_is_right_wrong_and_missed() -> None:
    figures = Figures(right=2, wrong=2, missed=6)
    assert (figures.precision, figures.recall, figures.f1) == (0.5, 0.25, pytest.approx(1 / 3))
    assert Figures(1, 0, None).recall is None
    assert Figures(0, 0, 0).f1 == 0


def test_groups_cover_property_status_extractor_and_rule() -> None:
    rows = {(kind, name): figures for kind, name, figures in groups(judge(GOLD, graph(RIGHT, WRONG)))}
    assert rows["property", "criticizes"] == Figures(1, 0, 0)
    assert rows["property", "consults"] == Figures(0, 0, 1)
    assert rows["status", "planned"] == Figures(0, 0, 1)
    assert rows["extractor", "actions"] == Figures(1, 1, None)
    assert rows["construction", "actions.verb.help"] == Figures(0, 1, None)


def test_gaps_count_missed_facts_by_the_end_that_has_no_node() -> None:
    annotated = gold(
        triple("e1", "criticizes", "e3"),
        triple("e2", "criticizes", "e3"),
        triple("e3", "aids", "e4"),
        triple("e1", "aids", "e4"),
        e2="Ruritania",
        e3="blockade",
    )
    judged = judge(annotated, graph(edge("state_A", "consults", "state_S")))
    assert gaps(judged) == [
        ("property", "criticizes", 1, 2, 0),
        ("property", "aids", 1, 0, 1),
        ("kind", "Event", 1, 2, None),
        ("kind", "State", 1, 0, None),
    ]
    text = "\n".join(article_lines(judged, verbose=True))
    assert "- made: Ruritania criticizes blockade [actual, no node for the subject and the object]" in text
    assert f"{'property aids':<46} {1:>7} {0:>7} {1:>7}" in text
    assert gaps(judge(gold(), graph(RIGHT))) == []


def test_change_lists_facts_gained_and_lost() -> None:
    before, after = judge(GOLD, graph(WRONG)), judge(GOLD, graph(RIGHT))
    there = changes(json.loads(to_json(before)), after)
    assert [(c.kind, c.fact) for c in there] == [
        ("gained", "Aland criticizes raid on Borduria (actual)"),
        ("error gone", "Aland aids Borduria"),
    ]
    back = changes(json.loads(to_json(after)), before)
    assert [c.kind for c in back] == ["lost", "new error"]
    assert changes(json.loads(to_json(after)), after) == []


def test_record_is_read_back_and_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    judged = judge(GOLD, graph(RIGHT))
    path.write_text(to_json(judged), "utf-8")
    assert read_json(path)["summary"] == summary(judged)
    path.write_text("[]", "utf-8")
    with pytest.raises(InputError, match=r"run\.json"):
        read_json(path)


def test_report_shows_errors_with_their_words() -> None:
    judged = judge(GOLD, graph(RIGHT, WRONG))
    text = "\n".join(article_lines(judged, verbose=True))
    assert "+ made: Aland aids Borduria [actual, actions.verb.help, 0.80]" in text
    assert "- made: Aland consults Syldavia [planned]" in text
    assert text.splitlines()[-1].startswith("all: articles 1 precision 0.500 recall 0.500 f1 0.500")
    lines = list(change_lines(changes(json.loads(to_json(judged)), judged), json.loads(to_json(judged)), judged))
    assert lines[0] == "0 gained, 0 lost, 0 new error, 0 error gone"
