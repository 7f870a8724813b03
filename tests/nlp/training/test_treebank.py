"""CoNLL-U and IOB2 as sentences."""

import gzip

import pytest

from kg.errors import DataError
from kg.nlp.training.treebank import names_of, read_conllu, read_iob, straight
from tests.nlp.training.samples import NAMES, OTHERS, TREES


@pytest.mark.parametrize("packed", [False, True])
def test_trees_are_read_from_plain_and_gzipped_files(tmp_path, packed):
    path = tmp_path / ("a.conllu.gz" if packed else "a.conllu")
    path.write_bytes(gzip.compress(TREES.encode()) if packed else TREES.encode())
    first, second = read_conllu(path)
    assert first.document == "made-news-1"
    assert first.words[3:5] == ("Ada", "Quill")
    assert first.heads == (2, 3, 0, 3, 4, 7, 3, 3)
    assert first.spaces[6:] == (False, True)
    assert second.words == ("They", "did", "n't", "sign", ".")
    assert second.spaces == (True, False, True, False, True)


def test_a_row_without_ten_columns_is_named(tmp_path):
    path = tmp_path / "a.conllu"
    path.write_text("1\tOne\tone\n\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"a\.conllu:1: .*10 columns, got 3"):
        list(read_conllu(path))


def test_names_are_read_with_documents_and_spaces(tmp_path):
    path = tmp_path / "n.iob2"
    path.write_text(NAMES + "\n" + OTHERS, encoding="utf-8")
    found = list(read_iob(path))
    assert [sentence.document for sentence in found] == ["n.iob2:made-news-1", "n.iob2:a", "n.iob2:b"]
    assert found[0].ner[3:7] == ("B-PERSON", "I-PERSON", "O", "B-GPE")
    assert found[0].spaces[6] is False


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        ("O O", []),
        ("B-ORG I-ORG O", [(0, 2, "ORG")]),
        ("B-ORG B-ORG", [(0, 1, "ORG"), (1, 2, "ORG")]),
        ("B-ORG O B-GPE I-GPE", [(0, 1, "ORG"), (2, 4, "GPE")]),
        ("O I-ORG", []),
        ("B-ORG I-GPE", [(0, 1, "ORG")]),
        ("", []),
    ],
)
def test_names_of_a_bio_sequence(labels, names):
    assert names_of(labels.split()) == names


@pytest.mark.parametrize(("word", "plain"), [("``", '"'), ("''", '"'), ("'", "'"), ("it", "it")])
def test_tex_quotes_are_straightened(word, plain):
    assert straight(word) == plain
