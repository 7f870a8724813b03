"""Direct speech and its speakers."""

import pytest

from kg.nlp.annotations import notes

QUOTES = [
    ('"We will never sign this treaty," Ana Soto said.', ["Ana"]),
    ('Ana Soto said: "We will never sign this treaty."', ["Ana"]),
    ('"We will sign," said Ana Soto. "It is a good treaty for us."', ["Ana", "Ana"]),
    ("“We will never sign this treaty,” Ana Soto told reporters.", ["Ana"]),
    ('According to Ana Soto, "nobody will ever sign this treaty."', ["Ana"]),
    ('"We will sign it soon," Ana Soto said.\n\n"It will never be changed again," Luis Vega said.', ["Ana", "Luis"]),
]


@pytest.mark.parametrize(("text", "speakers"), QUOTES)
def test_a_quotation_has_its_speaker(analysed, text, speakers):
    doc = analysed(text)
    assert [doc[quote.speaker].text for quote in notes(doc).quotes] == speakers


@pytest.mark.parametrize("text", ['The so-called "peace plan" failed.', "Chile's envoy left.", "Chile signed."])
def test_a_word_held_at_arms_length_is_no_speech(analysed, text):
    assert notes(analysed(text)).quotes == []


def test_a_quotation_nobody_is_said_to_speak_has_no_speaker(analysed):
    (quote,) = notes(analysed('"This treaty will never be signed by anybody." The hall fell silent.')).quotes
    assert quote.speaker == -1
