"""Subjects after a fronted phrase that ends with a name."""

import pytest

from kg.nlp.annotations import notes


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        (
            "In a letter to Ana Soto, Sudan's ambassador to Chad, Al-Harith Idriss, accused Mali of piracy.",
            "accused",
            "ambassador",
        ),
        ("Receiving Ana Soto in Tokyo, Japan's prime minister, Luis Vega, pledged help.", "pledged", "minister"),
        (
            "In talks with Chad's foreign minister, Ana Soto, Mali's foreign minister, Lena Holt, condemned the coup.",
            "condemned",
            "minister",
        ),
        ("On Monday in Paris, France, the Chadian minister, Ana Soto, left.", "left", "minister"),
        ("In Paris, Rome and Bonn, Ana Soto met bankers.", "met", "Ana"),
    ],
)
def test_subject_of_a_fronted_sentence(analysed, text, verb, subject):
    doc = analysed(text)
    found = next(token for token in doc if token.text == verb)
    assert [kid.text for kid in found.children if kid.dep_ == "nsubj"] == [subject]


def test_the_office_goes_with_the_subject_not_with_the_name_before(analysed):
    doc = analysed("In a call with President Ana Soto, the Chadian president, Luis Vega, asked for help.")
    held = {doc[title.person].text: title.office for title in notes(doc).titles}
    assert held == {"Ana": "President", "Luis": "President"}
    owners = {doc[title.person].text: [doc[i].text for i in title.of] for title in notes(doc).titles}
    assert owners == {"Ana": [], "Luis": ["Chadian"]}
