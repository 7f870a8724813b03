"""Pronouns: he, she, it, they, we, the latter."""

import pytest

PRONOUNS = [
    ("During her visit to Lima, Minister Ana Soto praised the accord.", "her", ["Ana Soto"]),
    ("Minister Ana Soto met the envoy Karl Holt in Lima. She thanked him.", "She", ["Ana Soto"]),
    ("Minister Ana Soto met the envoy Karl Holt in Lima. She thanked him.", "him", ["Karl Holt"]),
    (
        "The envoy Karl Holt left Doha. Minister Omar Vega told Lars Berg of it and urged him to wait.",
        "him",
        ["Lars Berg"],
    ),
    ("Iran's president, Reza Karimi, will travel to Oman. His minister stays in Tehran.", "His", ["Reza Karimi"]),
    ("The envoy Karl Holt left Doha. The minister Omar Vega told him that talks were over.", "him", ["Karl Holt"]),
    ("Minister Ana Soto praised Chile. Lima was the first stop of Karl Holt's tour. He has left.", "He", ["Karl Holt"]),
    (
        "Mr. Alan Soto praised Chile. Lima was the first stop of Karl Holt's tour. He added nothing.",
        "He",
        ["Alan Soto"],
    ),
    ("President Karl Holt sent his minister, Omar Vega, to Lima, where he met Lars Berg.", "he", ["Omar Vega"]),
    ("President Karl Holt sent two envoys to Lima, where he will meet Lars Berg.", "he", ["Karl Holt"]),
    ("President Karl Holt met Omar Vega in Lima, where he praised Chad.", "he", ["Karl Holt"]),
    ("Karl Holt left. Minister Ana Soto met Omar Vega and said that she trusted him.", "him", ["Omar Vega"]),
    ("Karl Holt left Doha. Omar Vega's envoys said that they trusted him.", "him", ["Karl Holt"]),
    ("Chile recalled its ambassador.", "its", ["Chile"]),
    ("Togo, which Chad invaded, voted against the text, and its envoy blamed Mali.", "its", ["Togo"]),
    ("Peru, whose port Chilean planes bombed, asked for help, and its minister left.", "its", ["Peru"]),
    ("Togo voted against, but Chad, whose envoy left, said that its minister would stay.", "its", ["Chad"]),
    ("Peru praised Chad, whose talks with Mali had failed.", "whose", ["Chad"]),
    ("Ana Soto, whose visit to Lima was put off, praised Chad.", "whose", ["Ana Soto"]),
    ("Farmers whose harvest had failed wrote to Chad.", "whose", []),
    ("Chad asked whose plan it was.", "whose", []),
    ("Chile and Peru met. Mali thanked China for the support it had given to Togo.", "it", ["China"]),
    ("Chile praised Mali and Niger for the help they gave to Togo.", "they", ["Mali", "Niger"]),
    ("Chile protested. At their Lima summit, African Union leaders promised help.", "their", ["African Union"]),
    ("Chile and Peru met. The rebels said that they had left.", "they", []),
    ("Chile and Peru met. People were abducted by Hamas gunmen in their attack on Eilat.", "their", ["Chile", "Peru"]),
    ("Hamas and Fatah met. Ministers from Chad discussed their plan.", "their", []),
    ("The African Union met in Addis Ababa. It condemned the coup.", "It", ["African Union"]),
    ("Kenya and Uganda met in Nairobi. They signed a treaty.", "They", ["Kenya", "Uganda"]),
    ("Israel and Jordan agreed. The Palestinians refused, and their president left.", "their", ["Palestine"]),
    ("Presidents Ana Soto and Karl Holt met in Quito. The latter left early.", "The latter", ["Karl Holt"]),
    ("Presidents Ana Soto and Karl Holt met in Quito. The former left early.", "The former", ["Ana Soto"]),
    ('"We will never sign it," Chilean Foreign Minister Ana Soto told reporters.', "We", ["Chile"]),
    ('"I will never sign it," Chilean Foreign Minister Ana Soto told reporters.', "I", ["Ana Soto"]),
]


@pytest.mark.parametrize(("text", "words", "entities"), PRONOUNS)
def test_a_pronoun_stands_for_what_was_named(meant, text, words, entities):
    assert meant(text, words) == entities


NOBODY = [
    ("It is clear that talks failed.", "It"),
    ("It rained in Paris.", "It"),
    ("He signed the treaty.", "He"),
    ("They signed the treaty.", "They"),
    ("Ministers praised Chad and Mali. They signed the treaty.", "They"),
    ("Heads of Government praised Chad and Mali. They signed the treaty.", "They"),
    ("The former minister signed the treaty.", "The former"),
]


@pytest.mark.parametrize(("text", "words"), NOBODY)
def test_a_pronoun_without_antecedent_stands_for_nobody(meant, text, words):
    assert meant(text, words) == []
