"""The pipeline: models that may be given, texts that are hard to tokenize."""

import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example
from typer.testing import CliRunner

from kg.cli import app
from kg.errors import DataError
from kg.model import Article
from kg.nlp import pipeline
from kg.nlp.annotations import notes

# Words, classes, tags, heads and relations of sentences that the small pipeline learns by heart.
LESSONS = [
    (
        "The minister of Norway met the envoy in Oslo .".split(),
        "DET NOUN ADP PROPN VERB DET NOUN ADP PROPN PUNCT".split(),
        "DT NN IN NNP VBD DT NN IN NNP .".split(),
        [1, 4, 3, 1, 4, 6, 4, 8, 4, 4],
        "det nsubj case nmod ROOT det obj case obl punct".split(),
    ),
    (
        "Chile condemned Norway .".split(),
        "PROPN VERB PROPN PUNCT".split(),
        "NNP VBD NNP .".split(),
        [1, 1, 1, 1],
        "nsubj ROOT obj punct".split(),
    ),
    (
        "She said that Chile condemned the attack .".split(),
        "PRON VERB SCONJ PROPN VERB DET NOUN PUNCT".split(),
        "PRP VBD IN NNP VBD DT NN .".split(),
        [1, 1, 4, 4, 1, 6, 4, 1],
        "nsubj ROOT mark nsubj ccomp det obj punct".split(),
    ),
]


def _train(labels, folder):
    """Train a tagger, a morphologizer and a parser on the lessons, save them in ``folder``."""
    spacy.util.fix_random_seed(0)
    nlp = spacy.blank("en")
    examples = []
    for words, upos, tags, heads, deps in LESSONS:
        gold = Doc(
            nlp.vocab, words=words, pos=upos, tags=tags, heads=heads, deps=[labels.get(dep, dep) for dep in deps]
        )
        examples.append(Example(Doc(nlp.vocab, words=words), gold))
    nlp.add_pipe("tagger")
    nlp.add_pipe("morphologizer")
    nlp.add_pipe("parser", config={"min_action_freq": 1})
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(30):
        nlp.update(examples, sgd=optimizer)
    nlp.to_disk(folder)
    return folder


@pytest.fixture(scope="module")
def other(tmp_path_factory):
    return _train({}, tmp_path_factory.mktemp("ud"))


def test_any_pipeline_with_universal_dependencies_will_do(other):
    nlp = pipeline.load(other)
    text = "Talks end\n\nThe minister of Norway met the envoy in Oslo."
    (doc,) = pipeline.read(nlp, [Article(id="a", text=text, title_end=9)])
    met = next(token for token in doc if token.text == "met")
    assert met.lemma_ == "meet"
    assert {child.dep_ for child in met.children} >= {"nsubj", "obj"}
    assert any(doc[token.i].is_sent_start for token in doc if token.text == "The")
    assert "state_NO" in {mention.entity for mention in notes(doc).mentions}


def test_the_command_builds_with_another_pipeline(other, tmp_path):
    (tmp_path / "a.txt").write_text("Chile condemned Norway.\n", encoding="utf-8")
    options = ["--out", str(tmp_path / "out"), "--model", str(other), "--format", "ttl"]
    result = CliRunner().invoke(app, ["build", str(tmp_path / "a.txt"), *options])
    assert result.exit_code == 0, result.output
    assert "Norway" in (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")


def test_a_pipeline_with_other_labels_is_refused(tmp_path):
    model = _train({"obj": "dobj", "obl": "pobj", "nmod": "prep", "case": "prep"}, tmp_path / "clear")
    with pytest.raises(DataError, match="Universal Dependencies, missing"):
        pipeline.load(model)


@pytest.mark.parametrize("name", ["no_such_pipeline", "/no/such/folder", ""])
def test_a_model_that_is_not_there_is_named(name):
    with pytest.raises(DataError, match="model"):
        pipeline.load(name)


@pytest.mark.parametrize(
    "text",
    ["word " * 3 + "x" * 100_000 + " word", "(" * 5000, "a." * 3000, "", " ", "\n", "\ud7ff\uffff", "a\u0000b"],
)
def test_texts_that_are_hard_to_tokenize_keep_every_character(nlp, text):
    (doc,) = pipeline.read(nlp, [Article(id="a", text=text)])
    assert doc.text == text


def test_a_doc_that_comes_without_an_article_gets_a_layout(nlp):
    doc = nlp("The two sides met in Oslo.\n\nThey will meet again.")
    assert len(notes(doc).layout.paragraphs) == 2
