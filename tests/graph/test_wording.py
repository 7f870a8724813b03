"""The words for both ends of an edge."""

from __future__ import annotations

from dataclasses import replace

from kg.graph.wording import worded
from kg.model import Article, Assertion, Entity, Evidence, Facts, Mention

TEXT = "Chad praised Oman. Its foreign minister, Ada Mbeki, flew to Muscat; Chad paid."
START = TEXT.index("Its")
END = len(TEXT)


def at(words: str, first: int = 0) -> tuple[int, int]:
    """Return where ``words`` stand, from the character ``first`` on."""
    start = TEXT.index(words, first)
    return start, start + len(words)


CHAD = Entity("state_TD", "State", "Chad")
ADA = Entity("person_ada", "Person", "Ada Mbeki")
OFFICE = Entity("position_fm", "Position", "Foreign Minister", frozenset({"FM"}))
MENTIONS = (
    Mention("a", *at("Chad"), "state_TD", "name"),
    Mention("a", *at("Its"), "state_TD", "pronoun"),
    Mention("a", *at("Chad", START), "state_TD", "name"),
    Mention("a", *at("Ada Mbeki"), "person_ada", "name"),
)
EVIDENCE = Evidence("a", START, END, TEXT[START:END], "positions.title", 0.9, predicate=at("foreign"))


def ends(subject: str, predicate: str, object: str, evidence: Evidence = EVIDENCE) -> tuple[str | None, str | None]:
    """Return the words of subject and object of one edge."""
    edge = Assertion(subject, predicate, object, evidence=(evidence,))
    part = Facts(Article("a", TEXT), (CHAD, ADA, OFFICE), assertions=(edge,), mentions=MENTIONS)
    ((found,),) = (a.evidence for a in worded(part).assertions)
    assert replace(found, subject=None, object=None) == replace(evidence, subject=None, object=None)
    spans = (found.subject, found.object)
    return spans[0] and TEXT[slice(*spans[0])], spans[1] and TEXT[slice(*spans[1])]


def test_the_mention_nearest_to_the_predicate_in_the_sentence_stands_for_an_end() -> None:
    assert ends("person_ada", "represents", "state_TD") == ("Ada Mbeki", "Its")


def test_what_is_not_mentioned_is_looked_for_by_its_names() -> None:
    assert ends("person_ada", "holdsPosition", "position_fm") == ("Ada Mbeki", "foreign minister")


def test_the_words_that_a_rule_told_stay() -> None:
    told = replace(EVIDENCE, object=at("Chad", START))
    assert ends("person_ada", "represents", "state_TD", told) == ("Ada Mbeki", "Chad")


def test_words_that_stand_for_something_else_do_not() -> None:
    told = replace(EVIDENCE, subject=at("Its"), object=at("Ada Mbeki"))
    assert ends("person_ada", "represents", "state_TD", told) == ("Ada Mbeki", "Its")


def test_what_the_sentence_does_not_name_has_no_words() -> None:
    assert ends("state_OM", "represents", "state_XX") == (None, None)
    # "FM" is no word of "FMs".
    alone = Evidence("a", 0, 8, "Two FMs.", "r", 0.5)
    assert ends("position_fm", "represents", "state_XX", alone) == (None, None)
