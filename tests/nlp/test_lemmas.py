"""Dictionary forms."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.nlp.lemmas import TABLE, Lemmatizer, load_lemmas


@pytest.fixture(scope="module")
def lemmatizer():
    return Lemmatizer(load_lemmas())


@pytest.mark.parametrize(
    ("form", "upos", "tag", "lemma"),
    [
        ("met", "VERB", "VBD", "meet"),
        ("met", "VERB", "VBN", "meet"),
        ("were", "AUX", "VBD", "be"),
        ("’s", "AUX", "VBZ", "be"),
        ("signing", "VERB", "VBG", "sign"),
        ("agreed", "VERB", "VBD", "agree"),
        ("condemned", "VERB", "VBD", "condemn"),
        ("imposed", "VERB", "VBN", "impose"),
        ("shelled", "VERB", "VBD", "shell"),
        ("stopped", "VERB", "VBD", "stop"),
        ("allies", "NOUN", "NNS", "ally"),
        ("ties", "NOUN", "NNS", "tie"),
        ("crises", "NOUN", "NNS", "crisis"),
        ("servicemen", "NOUN", "NNS", "serviceman"),
        ("hostages", "NOUN", "NNS", "hostage"),
        ("larger", "ADJ", "JJR", "large"),
        ("earliest", "ADJ", "JJS", "early"),
        ("better", "ADJ", "JJR", "good"),
        ("Talks", "NOUN", "NNS", "talk"),
        ("deweaponized", "VERB", "VBD", "deweaponize"),
        ("Lavrov", "PROPN", "NNP", "Lavrov"),
        ("2021", "NUM", "CD", "2021"),
        ("meeting", "NOUN", "NN", "meeting"),
        ("united", "ADJ", "JJ", "united"),
        ("press", "VERB", "VB", "press"),
        ("", "", "", ""),
    ],
)
def test_a_form_has_its_lemma(lemmatizer, form, upos, tag, lemma):
    assert lemmatizer.lemma(form, upos, tag) == lemma


def test_a_doc_is_filled_and_an_empty_one_is_left(lemmatizer):
    vocab = Vocab()
    doc = Doc(vocab, words=["They", "left"], pos=["PRON", "VERB"], tags=["PRP", "VBD"])
    assert [token.lemma_ for token in lemmatizer(doc)] == ["they", "leave"]
    assert len(lemmatizer(Doc(vocab))) == 0


def test_the_table_is_sorted_and_holds_a_lemma_once():
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    keys = [tuple(line.split("\t")[:3]) for line in lines]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize(("form", "tag", "lemma"), [("regrets", "VBD", "regret"), ("signed", "VBZ", "sign")])
def test_a_verb_under_another_tag_is_found_all_the_same(lemmatizer, form, tag, lemma):
    assert lemmatizer.lemma(form, "VERB", tag) == lemma
