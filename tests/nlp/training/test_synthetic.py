"""Sentences from templates, and names swapped in real ones."""

import random
import re
from itertools import pairwise

import pytest

from kg.gazetteer import load_gazetteer
from kg.nlp.training.corpus import NAMES
from kg.nlp.training.synthetic import TEMPLATES, Swapper, Templates, known_names
from kg.nlp.training.treebank import Sentence, names_of


@pytest.fixture(scope="module")
def templates():
    return Templates(load_gazetteer())


@pytest.fixture(scope="module")
def made(templates):
    rng = random.Random(5)
    return [templates.sentence(rng) for _ in range(400)]


def test_every_slot_of_the_templates_has_an_expansion():
    rows = [line.split("\t") for line in TEMPLATES.read_text(encoding="utf-8").splitlines()]
    given = {name for name, _ in rows} | set(known_names(load_gazetteer()))
    given |= {"coined", "coined_acronym", "halves", "acronym"}
    used = {slot for _, expansion in rows for slot in re.findall(r"\{(\w+)\}", expansion)}
    assert used <= given


def test_labels_are_valid_and_every_kind_of_name_occurs(made):
    seen = set()
    for sentence in made:
        assert len(sentence.words) == len(sentence.spaces) == len(sentence.ner)
        for before, label in zip(("O", *sentence.ner), sentence.ner, strict=False):
            assert not label.startswith("I-") or before[2:] == label[2:]
        seen |= {label for *_, label in names_of(sentence.ner)}
    assert seen == set(NAMES) - {"MISC"}


def test_a_gloss_gives_the_initials_of_the_name_before_it(made):
    checked = 0
    for sentence in made:
        names = names_of(sentence.ner)
        for (start, end, _), (at, close, label) in pairwise(names):
            inside = sentence.words[at:close]
            bracketed = end == at - 1 and sentence.words[end] == "(" and label == "ORG" and len(inside) == 1
            if bracketed and sentence.ner[start] == "B-ORG":
                name = re.sub(r" - ", "-", " ".join(sentence.words[start:end]))
                assert inside[0] == "".join(word[0] for word in name.split() if word[0].isupper())
                checked += 1
    assert checked


def test_titles_and_articles_are_outside_names(made):
    for sentence in made:
        for start, end, label in names_of(sentence.ner):
            first = sentence.words[start]
            assert (
                first.lower() not in {"president", "minister", "former", "acting"} or label == "ORG" or end == start + 1
            )


def test_the_same_seed_gives_the_same_sentences(templates):
    assert templates.sentence(random.Random(8)) == templates.sentence(random.Random(8))


def test_swapping_keeps_words_in_number_and_trees_as_they_are():
    real = Sentence(
        "",
        ("Ada", "Quill", "left", "Osk"),
        (True,) * 4,
        heads=(3, 1, 0, 3),
        ner=tuple("B-PERSON I-PERSON O B-GPE".split()),
    )
    other = Sentence("", ("Ben", "Orr", "and", "Lia"), (True,) * 4, ner=tuple("B-PERSON I-PERSON O B-GPE".split()))
    swap = Swapper([real], [other])
    found = {swap(real, random.Random(seed)).words for seed in range(40)}
    assert ("Ben", "Orr", "left", "Lia") in found
    assert all(words[2] == "left" and len(words) == 4 for words in found)
    assert {swap(real, random.Random(seed)).heads for seed in range(5)} == {real.heads}


def test_a_name_without_a_like_stays():
    real = Sentence("", ("Ada", "left"), (True,) * 2, ner=("B-PERSON", "O"))
    assert {Swapper([real])(real, random.Random(seed)).words for seed in range(9)} == {("Ada", "left")}
