"""Headlines, paragraphs, datelines and boilerplate."""

import pytest

from kg.model import Article
from kg.nlp.layout import layout


def _layout(text, title_end=0):
    return layout(Article(id="a", text=text, title_end=title_end))


def test_the_dateline_is_found_under_headlines():
    text = "Ministers to meet\n\nAgenda agreed\n\nOSLO, May 2 (BNT) -- The agenda has been agreed."
    found = _layout(text, title_end=17)
    assert [text[slice(*span)] for span in found.headlines] == ["Ministers to meet", "Agenda agreed"]
    assert found.dateline.place == "OSLO"


def test_a_date_of_its_own_and_one_of_publication_are_datelines():
    own = _layout("Pact signed\n\n3 May 2019, 10:30\n\nChad, Mali agree\n\nThe two sides met in Oslo.")
    assert (own.dateline.date, len(own.headlines)) == ("3 May 2019", 2)
    published = _layout("Published on May 3, 2019 10:30 AM\n\nOSLO (BNT) -- The two sides met.\n\nThey talked.")
    assert (published.dateline.place, published.dateline.date) == ("OSLO", "May 3, 2019")


def test_a_text_wrapped_by_hand_is_made_of_whole_paragraphs():
    lines = [
        "The ministers of the two neighbouring states met on Monday in",
        "the capital of a third and agreed that the border should open",
        "again before the winter, an official of the host country told",
        "reporters after the meeting.",
    ]
    text = "\n".join(lines) + "\n\n" + "\n".join(lines)
    assert [text[slice(*span)].count("\n") for span in _layout(text).paragraphs] == [3, 3]


def test_lines_that_are_sentences_are_paragraphs():
    text = "They met.\nThey talked.\r\nThey left."
    assert [text[slice(*span)] for span in _layout(text).paragraphs] == ["They met.", "They talked.", "They left."]


@pytest.mark.parametrize("text", ["A" * 50_000, "word " * 20_000, "\u2028".join("ab" * 500), "(" * 3000, "A, " * 5000])
def test_hostile_texts_end(text):
    found = _layout(text)
    assert all(0 <= start < end <= len(text) for start, end in found.paragraphs)
