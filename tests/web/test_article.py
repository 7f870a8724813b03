"""Texts cut into pieces: every character once, in its order, whatever the mentions and sentences are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.web.article import Piece, marked
from kg.web.library import Spot

TEXT = "Kenya acts\n\nKenya met Austria. It rained.\n"


def test_mentions_and_cited_sentences_are_marked() -> None:
    title, body = marked(TEXT, [Spot(0, 5, "state_KE"), Spot(12, 17, "state_KE"), Spot(22, 29, "state_AT")], [(12, 30)])
    assert title[0].anchor is None
    assert title[0].pieces == (Piece("Kenya", "state_KE", False), Piece(" acts\n", None, False))
    assert body[0].anchor == 12
    assert [piece.text for piece in body[0].pieces] == ["Kenya", " met ", "Austria", "."]
    assert body[1].anchor is None
    assert body[1].pieces == (Piece(" It rained.\n", None, False),)


def test_of_overlapping_mentions_the_first_and_longest_counts() -> None:
    ((sentence,),) = marked("African Union", [Spot(8, 13, "b"), Spot(0, 7, "a"), Spot(0, 13, "c")], [])
    assert sentence.pieces == (Piece("African Union", "c", False),)


SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: (min(pair), max(pair)))


@given(
    st.text(alphabet="ab \n\r\u2028é", max_size=40),
    st.lists(SPANS, max_size=6),
    st.lists(SPANS, max_size=4),
)
def test_no_character_is_lost_or_doubled(text: str, spots: list[tuple[int, int]], cited: list[tuple[int, int]]) -> None:
    mentions = [Spot(start, end, "x") for start, end in spots]
    found = marked(text, mentions, sorted(cited))
    whole = "".join(piece.text for paragraph in found for sentence in paragraph for piece in sentence.pieces)
    assert whole == "".join(line for line in text.splitlines(keepends=True) if line.strip())


def test_a_text_that_is_not_there_has_no_paragraphs() -> None:
    assert marked("", [Spot(0, 5, "x")], [(0, 9)]) == []
