"""Headlines That Capitalize All Words."""

import pytest

from kg.model import Article
from kg.nlp.casing import plain_words
from kg.nlp.pipeline import make_doc

BODY = "Officials hope that the border trade will grow."


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Chad, Mali Discuss Border Trade Issues", ["discuss", "border", "trade"]),
        ("Chad and Mali discuss border trade", []),
        ("Envoys Meet", []),
        ("CHAD AND MALI DISCUSS BORDER TRADE", []),
    ],
)
def test_words_that_the_text_has_in_small_letters_are_common(nlp, title, plain):
    doc = make_doc(nlp, Article(id="a", text=f"{title}\n\n{BODY}", title=title, title_end=len(title)))
    assert list(plain_words(doc).values()) == plain
