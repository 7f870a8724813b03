"""The parser component: what it fills in, and that it does so alike however texts are put together."""

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from kg.errors import DataError
from kg.model import Article
from kg.nlp import pipeline
from kg.nlp.decoding import BioDecoder
from kg.nlp.lemmas import Lemmatizer, load_lemmas
from kg.nlp.parser import FILES, Model, Parser, RelationScorer, brackets, segments

TEXTS = [
    "The foreign minister of Norway met his Chilean counterpart in Oslo on Monday.",
    "Talks.",
    "OSLO, May 2 (BNT) -- Ada Quill, the envoy of the League, said that no deal had been signed. She left at noon.",
    "",
    "\n\n  \n",
    "The Harbour Commission (HC), the Delta Union (DU) and six states signed a treaty; two others did not.",
    "“We shall not leave,” Ben Orr told reporters.\n\nHe declined to answer when asked about the border.",
    "Ministers " + "and ministers " * 200 + "met.",
    "One state after another left the union. " * 60,
    "¿Qué? 你好世界 — مرحبا \U0001f54a️ \u200b\u00ad end.",
    "no capitals here, the president of ghana said",
    "(An aside at the start) begins this text. And (another) goes on (with a third).",
]
ATTRIBUTES = ["HEAD", "DEP", "POS", "TAG", "MORPH", "LEMMA", "ENT_IOB", "ENT_TYPE", "SENT_START"]


@pytest.fixture(scope="module")
def bare():
    """Return the tokenizer and the parser alone."""
    nlp = spacy.blank("en")
    nlp._components.append(("parser", Parser(nlp.vocab, Model(), Lemmatizer(load_lemmas()))))
    return nlp


def _rows(doc):
    return [list(map(int, row)) for row in np.asarray(doc.to_array(ATTRIBUTES))]


def test_a_text_is_analysed_alone_as_in_any_batch(bare):
    alone = [_rows(bare(text)) for text in TEXTS]
    assert [_rows(doc) for doc in bare.pipe(TEXTS)] == alone
    assert [_rows(doc) for doc in bare.pipe(TEXTS[::-1])] == alone[::-1]
    assert [_rows(doc) for doc in bare.pipe(TEXTS * 7, batch_size=3)] == alone * 7


def test_threads_do_not_change_an_analysis(bare):
    nlp = spacy.blank("en")
    nlp._components.append(("parser", Parser(nlp.vocab, Model(threads=2), Lemmatizer(load_lemmas()))))
    strings = [[(t.head.i, t.dep_, t.tag_, t.lemma_, t.ent_type_) for t in doc] for doc in nlp.pipe(TEXTS)]
    assert strings == [[(t.head.i, t.dep_, t.tag_, t.lemma_, t.ent_type_) for t in doc] for doc in bare.pipe(TEXTS)]


def test_articles_are_read_alike_alone_together_and_by_workers(tmp_path):
    from kg.building import build

    for number, text in enumerate(TEXTS):
        if text.strip():
            (tmp_path / f"{number}.txt").write_text(text * 3, encoding="utf-8")
    graphs = []
    for name, workers in (("one", 1), ("two", 2)):
        build([tmp_path], tmp_path / name, formats=["ttl"], workers=workers)
        graphs.append((tmp_path / name / "graph.ttl").read_bytes())
        for path in (tmp_path / name).iterdir():
            path.unlink()
        (tmp_path / name).rmdir()
    assert graphs[0] == graphs[1]


@pytest.mark.parametrize("text", TEXTS)
def test_every_sentence_has_one_root_and_every_name_lies_inside_one(bare, text):
    doc = bare(text)
    assert doc.text == text
    for sentence in doc.sents:
        assert sum(token.head == token for token in sentence) == 1
        assert all(token.head.sent == sentence for token in sentence)
    for name in doc.ents:
        assert name.start_char < name.end_char
        assert doc[name.start].sent == doc[name.end - 1].sent
    for token in doc:
        assert all((token.dep_, token.pos_, token.tag_))
        assert token.is_space or token.lemma_


def test_a_plain_sentence_is_understood(bare):
    doc = bare("President Ada Quill of Finland signed a treaty in Geneva .")
    by_text = {token.text: token for token in doc}
    assert by_text["signed"].dep_ == "ROOT"
    assert by_text["treaty"].dep_ == "obj"
    assert by_text["signed"].lemma_ == "sign"
    assert ("Ada Quill", "PERSON") in [(e.text, e.label_) for e in doc.ents]
    assert ("Geneva", "GPE") in [(e.text, e.label_) for e in doc.ents]


def test_lines_and_paragraphs_are_read_apart(bare):
    doc = bare("Ministers to meet in May\nThe ministers agreed on that")
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Ministers to meet in May",
        "The ministers agreed on that",
    ]


def test_asides_hang_on_the_word_before_them(bare):
    doc = bare("The League (of nine states) sent an envoy.")
    aside = next(token for token in doc if token.text == "states")
    top = aside if aside.dep_ == "appos" else aside.head
    assert top.dep_ == "appos"
    assert top.head.text == "League"


@pytest.mark.parametrize(
    ("text", "asides"),
    [
        ("The League (LN) met.", ["(LN)"]),
        ("Now A (b) c (d e).", ["(b)", "(d e)"]),
        ("(First) words.", []),
        ("No end ( here.", []),
        ("Two\n(lines) here", []),
        ("Empty () pair.", []),
        (f"Long ({'word ' * 40}) aside.", []),
        ("Nested (a (b) c) here.", ["(b)"]),
    ],
)
def test_asides_are_short_closed_and_inside_a_line(bare, text, asides):
    doc = bare.tokenizer(text)
    assert [doc[start:end].text for start, end in brackets(doc)] == asides


def test_boilerplate_is_not_read(nlp):
    text = "The two sides met in Oslo.\n\nRead more: Ministers meet again\n\nThey will meet again."
    doc = pipeline.make_doc(nlp, Article(id="a", text=text))
    words = {doc[i].text for stretch in segments(doc) for i in stretch}
    assert "Oslo" in words
    assert "Read" not in words


def test_relations_of_a_root_are_root_and_of_others_never():
    generator = np.random.default_rng(0)
    scorer = RelationScorer(generator.normal(size=(4, 5, 4)).astype(np.float32), 2)
    vectors = generator.normal(size=(700, 3)).astype(np.float32)
    roots = np.arange(700) % 7 == 0
    found = scorer(vectors, vectors[::-1].copy(), roots)
    assert (found[roots] == 2).all()
    assert (found[~roots] != 2).all()
    parts = [
        scorer(vectors[i : i + 1], vectors[::-1][i : i + 1].copy(), roots[i : i + 1])[0] for i in (0, 1, 511, 512, 699)
    ]
    assert parts == found[[0, 1, 511, 512, 699]].tolist()


def test_sentences_do_not_begin_inside_names(bare):
    model = Model()
    labels = model.labels["ner"]
    entities = np.array([labels.index(x) for x in ("B-ORG", "I-ORG", "O", "B-GPE")])
    assert model._starts(np.array([False, True, True, True]), entities) == [0, 2, 3]


@pytest.mark.parametrize("name", FILES)
def test_a_model_without_one_of_its_files_is_refused(tmp_path, name):
    for other in FILES:
        if other != name:
            (tmp_path / other).write_text("", encoding="utf-8")
    with pytest.raises(DataError, match=f"missing: {name}"):
        Model(tmp_path)


def test_an_empty_doc_stays_empty(bare):
    assert len(bare(Doc(bare.vocab))) == 0


def test_labels_decode_without_error():
    assert BioDecoder(Model().labels["ner"])(np.zeros((1, 2, 15), np.float32), [2]).shape == (1, 2)
