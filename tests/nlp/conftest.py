"""A way from a text to the document that the whole pipeline makes of it."""

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.model import Article
from kg.nlp import pipeline
from kg.nlp.annotations import notes


@pytest.fixture(scope="session")
def analysed(nlp: Language) -> Callable[..., Doc]:
    """Return a function from a text and its day to the analysed document."""

    def run(text: str, date: str | None = "2021-03-10") -> Doc:
        (doc,) = pipeline.read(nlp, [Article(id="test", text=text, date=date)])
        return doc

    return run


@pytest.fixture(scope="session")
def meant(analysed: Callable[..., Doc]) -> Callable[..., list[str]]:
    """Return a function from a text, some of its words and a day to the labels of what the words stand for."""

    def run(text: str, words: str, date: str | None = "2021-03-10") -> list[str]:
        doc = analysed(text, date)
        noted = notes(doc)
        found = doc.char_span(text.rindex(words), text.rindex(words) + len(words), alignment_mode="expand")
        assert found is not None
        inside = [m for m in noted.mentions if found.start <= m.head < found.end]
        mention = max(inside, key=lambda m: (m.head == found.root.i, m.end - m.start), default=None)
        if mention is None:
            return []
        entities = (mention.entity,) if mention.entity is not None else mention.members
        return [noted.entities[e].label for e in entities]

    return run
