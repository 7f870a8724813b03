"""What tests share: the shipped language pipeline, loaded once, and a way from a sentence to its reading."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from kg.clauses import Reading, read
from kg.extractors import extract
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.lexicon import load_lexicon
from kg.model import Article, Facts
from kg.nlp import pipeline


@pytest.fixture(scope="session")
def nlp() -> Language:
    """Return the shipped pipeline."""
    return pipeline.load()


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """Return the shipped gazetteer."""
    return load_gazetteer()


@pytest.fixture(scope="session")
def reading(nlp: Language) -> Callable[[str], Reading]:
    """Return a function from a text to its clauses."""

    def run(text: str) -> Reading:
        (doc,) = pipeline.read(nlp, [Article(id="test", text=text, date="2021-03-10")])
        return read(doc, load_lexicon())

    return run


@pytest.fixture(scope="session")
def facts(nlp: Language) -> Callable[..., Facts]:
    """Return a function from a text to the facts that it states."""

    def run(text: str, date: str | None = "2021-03-10", title: str | None = None) -> Facts:
        body = f"{title}\n\n{text}" if title else text
        article = Article(id="test", text=body, title=title, date=date, title_end=len(title or ""))
        (doc,) = pipeline.read(nlp, [article])
        return extract(doc, article)

    return run


@pytest.fixture(scope="session")
def stated(facts: Callable[..., Facts]) -> Callable[[str], set[tuple[str, str, str]]]:
    """Return a function from a text to its (subject, property, object) by labels, whatever their status."""

    def run(text: str) -> set[tuple[str, str, str]]:
        found = facts(text)
        names = {entity.id: entity.label for entity in found.entities}
        told = {(names[a.subject], a.predicate, names[a.object]) for a in found.assertions}
        return told | {(b, p, a) for a, p, b in told if p in ("agrees", "consults", "cooperates")}

    return run
