"""Phrases that name offices, with whose they are and for what."""

import pytest

from kg.nlp.annotations import notes
from kg.nlp.offices import Offices
from kg.nlp.posts import Posts


@pytest.fixture
def chain(analysed, gazetteer):
    """Return the offices that a text begins with: label, owners, whether it is past."""

    def run(text):
        doc = analysed(text)
        noted = notes(doc)
        found = Posts(doc, noted, Offices(gazetteer), gazetteer).chain(0)
        owners = [[noted.entities[e].label for i in post.owners for e in noted.entities_at(i)] for post in found]
        return [(post.office, own, post.former) for post, own in zip(found, owners, strict=True)]

    return run


PHRASES = [
    ("a former Chilean trade minister", [("Trade Minister", ["Chile"], True)]),
    ("the chief Norwegian negotiator", [("Chief Negotiator", ["Norway"], False)]),
    ("head of the Omani delegation", [("Head of Omani delegation", ["Oman"], False)]),
    ("Peru's envoy to the Pacific islands", [("Special Envoy to the Pacific islands", ["Peru"], False)]),
    ("an adviser to Ghana's president", [("Adviser", ["Ghana"], False)]),
    ("the UN Secretary-General's envoy for Chad", [("Special Envoy for Chad", ["United Nations"], False)]),
    ("deputy prime minister and finance minister of Fiji",
     [("Deputy Prime Minister", ["Fiji"], False), ("Finance Minister", ["Fiji"], False)]),
    ("president of Ghana and chairperson of the African Union",
     [("President", ["Ghana"], False), ("Chairperson", ["African Union"], False)]),
    ("President-elect of Ghana", [("President-elect", ["Ghana"], False)]),
    ("deputy and acting foreign minister of Chad", [("Deputy Foreign Minister", ["Chad"], False)]),
    ("chief information officer of Chad", []),
    ("president of the Republic of Kenya", [("President", ["Kenya"], False)]),
    ("head of the commission of inquiry", [("Head of the commission of inquiry", [], False)]),
    ("EU High Representative", [("High Representative", ["European Union"], False)]),
    ("the old bridge in Mostar", []),
    ("head of the UN mission in Chad", [("Head of UN mission to Chad", ["United Nations"], False)]),
    ("the Tunisian secretary-general of the African Union", [("Secretary-General", ["African Union"], False)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PHRASES)
def test_a_phrase_gives_offices_and_whose_they_are(chain, text, expected):
    assert chain(f"{text} spoke.") == expected
