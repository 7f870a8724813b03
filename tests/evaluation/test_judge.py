"""Matching of edges and annotated facts."""

import pytest

from kg.evaluation.judge import judge, likeness, plain_name
from tests.evaluation.made import edge, gold, graph, triple


def test_edge_that_gold_has_is_right_and_what_is_not_found_is_missed() -> None:
    judged = judge(
        gold(triple("e1", "criticizes", "e3"), triple("e1", "consults", "e4")),
        graph(edge("state_A", "criticizes", "event_1")),
    )
    assert [found.verdict for found in judged.found] == ["right"]
    assert [missed.fact for missed in judged.missed] == ["Aland consults Syldavia"]
    assert (judged.entities, judged.entities_found) == (4, 4)


def test_symmetric_edge_counts_in_either_direction_and_others_do_not() -> None:
    both = gold(triple("e1", "consults", "e4"), triple("e1", "criticizes", "e4"))
    judged = judge(both, graph(edge("state_S", "consults", "state_A"), edge("state_S", "criticizes", "state_A")))
    assert {found.predicate: found.verdict for found in judged.found} == {"consults": "right", "criticizes": "wrong"}


def test_second_node_for_one_entity_is_a_repetition() -> None:
    judged = judge(
        gold(triple("e1", "aids", "e4")), graph(edge("state_A", "aids", "state_S"), edge("state_A2", "aids", "state_S"))
    )
    assert sorted(found.verdict for found in judged.found) == ["repeated", "right"]


def test_missed_fact_tells_which_of_its_ends_has_no_node() -> None:
    judged = judge(
        gold(
            triple("e1", "criticizes", "e3"), triple("e3", "rejects", "e4"), triple("e1", "aids", "e4"), e3="blockade"
        ),
        graph(edge("state_A", "consults", "state_S")),
    )
    assert [(missed.predicate, missed.no_subject, missed.no_object) for missed in judged.missed] == [
        ("criticizes", None, "Event"),
        ("rejects", "Event", None),
        ("aids", None, None),
    ]


def test_optional_fact_counts_neither_for_nor_against() -> None:
    judged = judge(gold(triple("e1", "aids", "e4", optional=True)), graph(edge("state_A", "aids", "state_S")))
    assert [found.verdict for found in judged.found] == ["optional"]
    assert judged.missed == ()


@pytest.mark.parametrize(
    ("expected", "extracted", "status", "speaker", "date", "untrue"),
    [
        (triple("e1", "aids", "e4"), edge("state_A", "aids", "state_S"), True, True, None, False),
        (triple("e1", "aids", "e4", status="planned"), edge("state_A", "aids", "state_S"), False, True, None, True),
        (
            triple("e1", "aids", "e4", status="planned", said_by="e4", date="2021-05"),
            edge("state_A", "aids", "state_S", status="planned", said_by="state_S", date="2021-05-03"),
            True,
            True,
            True,
            False,
        ),
        (
            triple("e1", "aids", "e4", said_by="e4", date="2021-05-03"),
            edge("state_A", "aids", "state_S", said_by="state_B", date="2021-05"),
            True,
            False,
            False,
            False,
        ),
        (triple("e1", "aids", "e4"), edge("state_A", "aids", "state_S", said_by="state_B"), True, False, None, False),
    ],
)
def test_status_speaker_and_date_are_compared(expected, extracted, status, speaker, date, untrue) -> None:  # type: ignore[no-untyped-def]
    (found,) = judge(gold(expected), graph(extracted)).found
    assert (found.status_right, found.speaker_right, found.date_right, found.untrue) == (status, speaker, date, untrue)


@pytest.mark.parametrize(
    ("name", "plain"),
    [("The Åland", "aland"), ("Borduria's capital", "borduria capital"), ("U.S.", "u s"), ("The", "the")],
)
def test_plain_name_keeps_what_tells_names_apart(name: str, plain: str) -> None:
    assert plain_name(name) == plain


def test_likeness_looks_at_content_words() -> None:
    assert likeness("talks on the border", "border talk") == 1
    assert likeness("raid on Borduria", "talks in Syldavia") == 0
    assert likeness("of the", "in the") == 0


@pytest.mark.parametrize(("date", "right"), [("2021-05-03/2021-05-05", True), ("2021-06", False), (None, False)])
def test_date_is_right_when_it_is_at_least_as_exact_as_gold(date: str | None, right: bool) -> None:
    expected = gold(triple("e1", "aids", "e4", date="2021-05"))
    (found,) = judge(expected, graph(edge("state_A", "aids", "state_S", date=date))).found
    assert found.date_right is right
