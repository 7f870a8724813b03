"""The tree of a parse stays a tree, whatever is mended in it."""

import pytest
import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.nlp.tree import Tree

# Words with tag, word class, head and relation: parses whose mending would bend a word under itself.
ROWS = [
    [
        ("talks", "NNS", "NOUN", 1, "nsubj"),
        ("held", "VBN", "VERB", 1, "ROOT"),
        ("in", "IN", "ADP", 3, "case"),
        ("Vienna", "NNP", "PROPN", 4, "nmod"),
        ("summit", "NN", "NOUN", 1, "obl"),
    ],
    [
        ("summits", "NNS", "NOUN", 1, "nsubj"),
        ("held", "VBN", "VERB", 2, "acl"),
        ("there", "RB", "ADV", 2, "ROOT"),
    ],
    [
        ("signed", "VBN", "VERB", 1, "acl"),
        ("treaty", "NN", "NOUN", 1, "ROOT"),
    ],
]


@pytest.mark.parametrize("row", ROWS)
def test_no_mending_makes_a_circle(row: list[tuple[str, str, str, int, str]]) -> None:
    words, tags, classes, heads, relations = (list(column) for column in zip(*row, strict=True))
    doc = Doc(Vocab(), words=words, tags=tags, pos=classes, heads=heads, deps=relations, lemmas=["hold", *words[1:]])
    for token in doc:
        token.lemma_ = {"held": "hold", "signed": "sign"}.get(token.text, token.text)
    tree = Tree(doc)
    assert all(0 <= head < len(tree) for head in tree.head)
    for i in range(len(tree)):
        seen = {i}
        while tree.head[i] != i:
            i = tree.head[i]
            assert i not in seen
            seen.add(i)


def test_clause_after_a_comma_without_a_pronoun_tells_what_stands_before_it() -> None:
    words = "Peru has condemned Chile , the ministry of Ghana wrote .".split()
    doc = Doc(
        spacy.blank("en").vocab,
        words=words,
        tags=["NNP", "VBZ", "VBN", "NNP", ",", "DT", "NN", "IN", "NNP", "VBD", "."],
        pos=["PROPN", "AUX", "VERB", "PROPN", "PUNCT", "DET", "NOUN", "ADP", "PROPN", "VERB", "PUNCT"],
        heads=[2, 2, 2, 2, 9, 6, 9, 8, 6, 3, 2],
        deps="nsubj aux ROOT obj punct det nsubj case nmod acl:relcl punct".split(),
        lemmas=["Peru", "have", "condemn", "Chile", ",", "the", "ministry", "of", "Ghana", "write", "."],
    )
    tree = Tree(doc)
    assert (tree.head[9], tree.dep[9]) == (2, "parataxis")


def test_a_circle_of_heads_is_cut_at_its_first_word() -> None:
    doc = Doc(Vocab(), words=["Chad", "thanked", "Mali"], heads=[1, 1, 1], deps=["nsubj", "ROOT", "obj"])
    tree = Tree(doc)
    tree.head[:3] = [2, 0, 1]
    tree.settle()
    assert tree.head[:3] == [0, 0, 1]
    assert list(tree.ancestors(2)) == [1, 0]


# A clause whose "conj" ends at its own root once kept the search for its subject going for ever.
GARBLED = [
    "Chad condemned the raid and the talks left on Monday by.",
    "Were said of Chad and Mali, accused a newspaper's claim that condemned as false the talks and.",
]


@pytest.mark.parametrize("text", GARBLED)
def test_garbled_sentences_are_read_to_their_end(reading, text):
    for end in range(1, len(text)):
        assert reading(text[:end]).doc.text == text[:end]
