from dataclasses import replace

from kg.model import Assertion, Entity, Evidence, merge_entities

EVIDENCE = Evidence("a1", 0, 5, "Hello", "test.rule", 0.9)


def test_assertions_are_equal_whatever_their_evidence() -> None:
    bare = Assertion("person_a", "attends", "meeting_b")
    assert bare == replace(bare, evidence=(EVIDENCE,))
    assert bare.id == replace(bare, evidence=(EVIDENCE,)).id


def test_status_speaker_and_date_tell_assertions_apart() -> None:
    bare = Assertion("person_a", "attends", "meeting_b")
    others = [
        replace(bare, status="planned"),
        replace(bare, attributed_to="person_c"),
        replace(bare, date="2018-04"),
        replace(bare, event="meeting_b"),
    ]
    assert len({bare.id, *(other.id for other in others)}) == 5


def test_merged_entities_keep_every_name_and_the_fullest_label() -> None:
    short = Entity("person_x", "Person", "Lavrov", facts=(("wikidata", "Q58217"),))
    full = Entity("person_x", "Person", "Sergey Lavrov", frozenset({"Lavrov"}))
    merged = merge_entities(short, full)
    assert merged == merge_entities(full, short)
    assert (merged.label, merged.aliases) == ("Sergey Lavrov", frozenset({"Lavrov"}))
    assert merged.facts == (("wikidata", "Q58217"),)
