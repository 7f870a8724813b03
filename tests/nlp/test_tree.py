"""The tree of a parse stays a tree, whatever is mended in it."""

import pytest
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
