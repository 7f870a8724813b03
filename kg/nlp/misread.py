"""Names of persons that the model took for places or bodies: the label "Soto:" where Ana Soto speaks."""

from __future__ import annotations

from spacy.tokens import Doc

from kg.nlp.annotations import Annotations


def call_persons(doc: Doc, noted: Annotations) -> None:
    """Make persons of the names without an entity that are a person's elsewhere, or a speaker's label with one's last.

    A name that the gazetteer knows stays what it is.
    """
    full = {doc[m.start : m.end].text for m in noted.mentions if m.type == "Person" and m.end - m.start > 1}
    last = {name.split()[-1] for name in full}
    labels = {turn.label[0] for turn in noted.layout.turns if turn.manner == "direct"}
    for mention in noted.mentions:
        if mention.kind == "name" and mention.entity is None and mention.type != "Person":
            text = doc[mention.start : mention.end].text
            if text in full or (text in last and doc[mention.start].idx in labels):
                mention.type = "Person"
