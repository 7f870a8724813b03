"""Loads the language pipeline and reads articles through it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

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

# A longer run without whitespace is no word, and the tokenizer's time is quadratic in it.
_OVERLONG = re.compile(r"\S{1000}")


def load(
    model: str | Path | None = None, *, gazetteer: str | Path | None = None, lexicon: str | Path | None = None
) -> Language:
    """Return the pipeline: parser, mentions, titles, dates, quotes, coref, linker.

    ``model`` is None for the embedded model, a folder with other weights of its form, or the name or folder of any
    spaCy pipeline with Universal Dependencies labels; ``gazetteer`` and ``lexicon`` are folders that replace the
    project's own.

    Raises:
        DataError: there is no such model, gazetteer or lexicon, or the model's labels are of another scheme.
    """
    nlp = _base(model)
    places = load_gazetteer(Path(gazetteer) if gazetteer is not None else None)
    words = load_lexicon(Path(lexicon) if lexicon is not None else None)
    _add(nlp, "mentions", Mentions(places, words))
    _add(nlp, "titles", Titles(places))
    _add(nlp, "dates", dates)
    _add(nlp, "quotes", Quotes(words))
    _add(nlp, "coref", Coreference(places, words))
    _add(nlp, "linker", Linker(places, words))
    return nlp


def _add(nlp: Language, name: str, component: Callable[[Doc], Doc]) -> None:
    """Append ``component`` to ``nlp``."""
    # Components are closed over loaded data; spaCy's factories would want to make them from a config.
    nlp._components.append((name, component))


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
    """Return a pipeline that tags and parses."""
    folder = WEIGHTS if model is None else Path(model)
    if (folder / "maps.json").is_file():
        nlp = spacy.blank("en")
        _add(nlp, "parser", Parser(nlp.vocab, Model(folder), Lemmatizer(load_lemmas())))
        return nlp
    try:
        nlp = spacy.load(model)
    except (OSError, ValueError) as error:
        raise DataError(
            f"model {str(model)!r}: neither the embedded one, nor a folder of its form, nor a spaCy pipeline"
        ) from error
    found = {label for name in nlp.pipe_names for label in nlp.pipe_labels.get(name, ())}
    if not found >= UD_LABELS:
        raise DataError(
            f"model {str(model)!r}: labels must be of Universal Dependencies, missing {sorted(UD_LABELS - found)}"
        )
    if not {"lemmatizer", "trainable_lemmatizer"} & set(nlp.pipe_names):
        raise DataError(f"model {str(model)!r}: expected a pipeline that gives lemmas")
    return nlp


def _folder(path: str | Path | None) -> str | None:
    """Return ``path`` as a pipeline's configuration can hold it."""
    return None if path is None else str(path)


def _path(folder: str | None) -> Path | None:
    """Return what ``_folder`` was given."""
    return None if folder is None else Path(folder)


def _add(nlp: Language, name: str, config: dict[str, str | None], *, first: bool = False) -> None:
    """Add the component ``name``."""
    nlp.add_pipe(f"kg_{name}", name=name, config=config, first=first)


@cache
def _register() -> None:
    """Make the components known to spaCy."""
    for name, factory in FACTORIES.items():
        Language.factory(f"kg_{name}", func=factory)


def _layout(nlp: Language, name: str) -> Component:
    """Return a component that notes the layout of a Doc that ``make_doc`` did not make, and starts its sentences."""

    def component(doc: Doc) -> Doc:
        if KEY not in doc.user_data:
            article = Article(id="", text=doc.text)
            doc.user_data[KEY] = Annotations(article=article, layout=layout(article))
        if "parser" in nlp.pipe_names and not isinstance(nlp.get_pipe("parser"), Parser):
            for words in segments(doc):
                if words:
                    doc[words[0]].is_sent_start = True
        return doc

    return component


def _parser(nlp: Language, name: str, weights: str) -> Parser:
    """Return the embedded parser with the ``weights`` in a folder."""
    return Parser(nlp.vocab, Model(Path(weights)), Lemmatizer(load_lemmas()))


def _lemmas(nlp: Language, name: str) -> Component:
    """Return a component that sets lemmas, for pipelines that have none."""
    lemmatizer = Lemmatizer(load_lemmas())

    def component(doc: Doc) -> Doc:
        if len(doc):
            table = doc.to_array([ORTH, POS, TAG])
            doc.from_array([LEMMA], lemmatizer.lemmas(doc.vocab, table[:, 0], table[:, 1], table[:, 2])[:, None])
        return doc

    return component


def _mentions(nlp: Language, name: str, gazetteer: str | None, lexicon: str | None) -> Mentions:
    """Return the component that finds names."""
    return Mentions(load_gazetteer(_path(gazetteer)), load_lexicon(_path(lexicon)))


def _dates(nlp: Language, name: str) -> Component:
    """Return the component that finds dates."""
    return dates


def _quotes(nlp: Language, name: str, lexicon: str | None) -> Quotes:
    """Return the component that finds quotations."""
    return Quotes(load_lexicon(_path(lexicon)))


def _coref(nlp: Language, name: str, gazetteer: str | None, lexicon: str | None) -> Coreference:
    """Return the component that resolves pronouns and nominal mentions."""
    return Coreference(load_gazetteer(_path(gazetteer)), load_lexicon(_path(lexicon)))


def _linker(nlp: Language, name: str, gazetteer: str | None, lexicon: str | None) -> Linker:
    """Return the component that completes the entities of mentions."""
    return Linker(load_gazetteer(_path(gazetteer)), load_lexicon(_path(lexicon)))


# In running order, save that another spaCy pipeline stands in the place of the parser.
FACTORIES = {
    "layout": _layout,
    "parser": _parser,
    "lemmas": _lemmas,
    "mentions": _mentions,
    "dates": _dates,
    "quotes": _quotes,
    "coref": _coref,
    "linker": _linker,
}
