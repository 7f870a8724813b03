"""Loads the language pipeline and reads articles through it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import DataError
from kg.gazetteer import load_gazetteer
from kg.lexicon import load_lexicon
from kg.model import Article
from kg.nlp.annotations import KEY, Annotations
from kg.nlp.coref import Coreference
from kg.nlp.dates import dates
from kg.nlp.fronting import fronting
from kg.nlp.headlines import headlines
from kg.nlp.layout import layout
from kg.nlp.lemmas import Lemmatizer, load_lemmas
from kg.nlp.linker import Linker
from kg.nlp.mentions import Mentions
from kg.nlp.parser import WEIGHTS, Model, Parser, segments
from kg.nlp.quotes import Quotes
from kg.nlp.titles import Titles

Component = Callable[[Doc], Doc]

# What the components after the parser can't do without; a parser with other labels is not of Universal Dependencies.
UD_LABELS = frozenset({"nsubj", "obj", "obl", "nmod", "case", "ccomp"})

# Abbreviated ranks, of which spaCy's own rules part the point.
RANKS = ("Brig.", "Capt.", "Cdr.", "Cdre.", "Cmdr.", "Col.", "Lt.", "Maj.", "Sgt.")

# A longer run without whitespace is no word, and the tokenizer's time is quadratic in it.
_OVERLONG = re.compile(r"\S{1000}")


def load(
    model: str | Path | None = None, *, gazetteer: str | Path | None = None, lexicon: str | Path | None = None
) -> Language:
    """Return the pipeline: layout, parser, fronting, headlines, mentions, titles, dates, quotes, coref, linker.

    ``model`` is None for the embedded model, a folder with other weights of its form, or the name or folder of any
    spaCy pipeline with Universal Dependencies labels; ``gazetteer`` and ``lexicon`` are folders that replace the
    project's own.

    Raises:
        DataError: there is no such model, gazetteer or lexicon, or the model's labels are of another scheme.
    """
    nlp = _base(model)
    places = load_gazetteer(Path(gazetteer) if gazetteer is not None else None)
    words = load_lexicon(Path(lexicon) if lexicon is not None else None)
    _add(nlp, "fronting", fronting)
    _add(nlp, "headlines", headlines)
    _add(nlp, "mentions", Mentions(places, words))
    _add(nlp, "titles", Titles(places))
    _add(nlp, "dates", dates)
    _add(nlp, "quotes", Quotes(words))
    _add(nlp, "coref", Coreference(places, words))
    _add(nlp, "linker", Linker(places, words))
    return nlp


def make_doc(nlp: Language, article: Article) -> Doc:
    """Return the tokens of ``article``, its layout noted; the Doc's text is the article's, to the character."""
    doc = _tokenize(nlp, article.text)
    doc.user_data[KEY] = Annotations(article=article, layout=layout(article))
    return doc


def read(nlp: Language, articles: Iterable[Article]) -> Iterator[Doc]:
    """Yield ``articles``, analysed, in their order; they are taken some at a time."""
    return nlp.pipe(make_doc(nlp, article) for article in articles)


def _tokenize(nlp: Language, text: str) -> Doc:
    """Return the tokens of ``text``; a run of characters that can't be a word is cut blindly."""
    if not _OVERLONG.search(text):
        return nlp.tokenizer(text)
    words: list[str] = []
    spaces: list[bool] = []
    start = 0
    for stretch in _OVERLONG.finditer(text):
        for token in nlp.tokenizer(text[start : stretch.start()]):
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
        words.append(stretch[0])
        spaces.append(False)
        start = stretch.end()
    for token in nlp.tokenizer(text[start:]):
        words.append(token.text)
        spaces.append(bool(token.whitespace_))
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _base(model: str | Path | None) -> Language:
    """Return a pipeline that notes the layout, tags and parses."""
    folder = WEIGHTS if model is None else Path(model)
    if (folder / "maps.json").is_file():
        nlp = spacy.blank("en")
        tokenizer: Any = nlp.tokenizer
        for rank in RANKS:
            tokenizer.add_special_case(rank, [{"ORTH": rank}])
        _add(nlp, "layout", note_layout)
        _add(nlp, "parser", Parser(nlp.vocab, Model(folder), Lemmatizer(load_lemmas())))
        return nlp
    name = str(model)
    try:
        nlp = spacy.load(name)
    except (OSError, ValueError) as error:
        raise DataError(f"model {name!r}: no folder with weights of the embedded model's form, no pipeline") from error
    missing = UD_LABELS - {label for labels in nlp.pipe_labels.values() for label in labels}
    if missing:
        raise DataError(f"model {name!r}: labels must be those of Universal Dependencies, missing {sorted(missing)}")
    nlp._components.insert(0, ("layout", start_sentences))
    if not {"lemmatizer", "trainable_lemmatizer"} & set(nlp.pipe_names):
        _add(nlp, "lemmas", Lemmatizer(load_lemmas()))
    return nlp


def _add(nlp: Language, name: str, component: Component) -> None:
    """Append ``component`` to ``nlp``."""
    # Components hold loaded data; spaCy's factories would want to make them from a configuration.
    nlp._components.append((name, component))


def note_layout(doc: Doc) -> Doc:
    """Note the layout of a ``doc`` that ``make_doc`` did not make."""
    if KEY not in doc.user_data:
        article = Article(id="", text=doc.text)
        doc.user_data[KEY] = Annotations(article=article, layout=layout(article))
    return doc


def start_sentences(doc: Doc) -> Doc:
    """Note the layout of ``doc`` and start a sentence with each paragraph, for parsers that do not read the layout."""
    note_layout(doc)
    for words in segments(doc):
        if words:
            doc[words[0]].is_sent_start = True
    return doc
