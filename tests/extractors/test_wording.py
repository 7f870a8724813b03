"""Bags of words, and how they are found again."""

from kg.extractors._wording import Bags, content


def kept(*labels: str) -> Bags:
    bags = Bags()
    for label in labels:
        bags.add(content(label), label)
    return bags


def test_bags_that_share_a_word_come_in_the_order_in_which_they_were_kept():
    bags = kept("border dispute", "fishing rights", "rights of prisoners", "dispute over fishing rights")
    found = [label for _, label in bags.sharing(content("the fishing dispute"))]
    assert found == ["border dispute", "fishing rights", "dispute over fishing rights"]


def test_nothing_is_found_for_words_that_none_has():
    assert list(kept("border dispute").sharing(content("ceasefire"))) == []


def test_a_label_of_stop_words_alone_is_found_by_another():
    assert [label for _, label in kept("border dispute", "of the").sharing(content("the"))] == ["of the"]
