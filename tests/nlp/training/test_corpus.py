"""Training data: what is joined, left out, grouped and batched."""

import random

import numpy as np
import pytest

from kg.errors import DataError
from kg.nlp.encoding import Encoder
from kg.nlp.parser import WEIGHTS
from kg.nlp.training.corpus import (
    IGNORED,
    ExampleMaker,
    arrays,
    batches,
    curly,
    groups,
    label_sets,
    load_development,
    load_training,
)
from kg.nlp.training.treebank import Sentence
from tests.nlp.training.samples import write


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return write(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def maker(data):
    return ExampleMaker(Encoder(WEIGHTS / "tokenizer.json"), label_sets(load_training(data)))


def test_names_join_the_trees_of_the_same_words_and_court_is_left_out(data):
    sentences = load_training(data)
    assert [(bool(s.heads), bool(s.ner)) for s in sentences] == [
        (True, True),
        (True, False),
        (False, True),
        (False, True),
    ]
    assert sentences[0].ner[3] == "B-PERSON"


def test_a_folder_without_data_is_refused(tmp_path):
    with pytest.raises(DataError, match="no parser/"):
        load_training(tmp_path)


def test_development_files_are_told_apart(data):
    assert list(load_development(data)) == ["made_dev.conllu", "other_dev.iob2"]


def test_rare_relations_are_no_class_but_all_tags_are(data):
    labels = label_sets(load_training(data))
    assert labels["dep"] == ["nsubj", "root", "punct"]
    assert {"VBD", "NNP", "IN"} <= set(labels["xpos"])
    assert labels["ner"][:3] == ["O", "B-PERSON", "I-PERSON"]


def test_groups_hold_every_sentence_once_and_never_mix_documents(data):
    sentences = load_training(data) * 20
    found = list(groups(sentences, random.Random(3)))
    assert [s for group in found for s in group] == sentences
    assert any(len(group) > 1 for group in groups([sentences[1]] * 20, random.Random(3)))
    assert all(len({s.document for s in group}) == 1 and len({bool(s.ner) for s in group}) == 1 for group in found)


def test_heads_of_a_later_sentence_count_from_the_start_of_the_window(maker, data):
    trees = load_training(data)[1]
    example = maker([trees, trees])
    assert example.heads == [4, 4, 4, 0, 4, 9, 9, 9, 0, 9]
    assert example.sentences == [0] * 5 + [1] * 5
    assert example.targets["ner"] == []


def test_arrays_ask_nothing_where_nothing_is_annotated(maker, data):
    tree, _, named, other = load_training(data)
    batch = arrays([maker([tree]), maker([named]), maker([other, other])])
    assert batch["head"][0, :8].tolist() == [2, 3, 0, 3, 4, 7, 3, 3]
    assert (batch["head"][1] == IGNORED).all()
    assert (batch["start"][1] == IGNORED).all()
    assert batch["start"][2].tolist() == [1, 0, 0, 0, 1, 0, 0, 0]
    assert (batch["ner"][1, :6] >= 0).all()
    assert batch["sentences"][1].tolist() == [0] * 6 + [-1, -1]


def test_batches_hold_every_example_once_within_the_limit(maker, data):
    examples = [maker([s]) for s in load_training(data)] * 9
    found = batches(examples, 60, random.Random(0))
    assert sorted(i for group in found for i in group) == list(range(len(examples)))
    assert all(len(group) * max(len(examples[i].window.pieces) for i in group) <= 60 for group in found)


def test_too_long_windows_are_not_trained_on(maker):
    long = Sentence("", words=("word",) * 300, spaces=(True,) * 300, ner=("O",) * 300)
    assert batches([maker([long])], 3000, random.Random(0)) == []


def test_the_same_seed_gives_the_same_examples(maker, data):
    sentences = load_training(data)
    first, second = ([maker([s], random.Random(i)) for i, s in enumerate(sentences)] for _ in range(2))
    assert first == second


def test_quotes_open_and_close():
    assert curly(["He", '"', "said", '"', "n't"]) == ["He", "“", "said", "”", "n’t"]


def test_starts_are_where_sentence_numbers_change(maker, data):
    tree = load_training(data)[1]
    batch = arrays([maker([tree, tree])])
    assert np.flatnonzero(batch["start"][0]).tolist() == [0, 5]
