"""Names of persons that the model took for places or bodies: the label "Soto:" where Ana Soto speaks."""

from __future__ import annotations

from spacy.tokens import Doc

from kg.nlp.annotations import Annotations, TokenMention


def call_persons(doc: Doc, noted: Annotations) -> None:
    """Make persons of the names without an entity that are a person's elsewhere, or a speaker's label with one's last.

    A name that the gazetteer knows stays what it is, but that of a place right after a title: "Minister Colombo".
    """
    full = {doc[m.start : m.end].text for m in noted.mentions if m.type == "Person" and m.end - m.start > 1}
    last = {name.split()[-1] for name in full}
    labels = {turn.label[0] for turn in noted.layout.turns if turn.manner == "direct"}
    for mention in noted.mentions:
        if mention.kind == "name" and mention.entity is None and mention.type != "Person":
            text = doc[mention.start : mention.end].text
            if text in full or (text in last and doc[mention.start].idx in labels):
                mention.type = "Person"
        elif mention.type in ("Place", "State") and mention.kind == "name" and _is_titled(doc, mention):
            mention.type, mention.entity = "Person", None


def _is_titled(doc: Doc, mention: TokenMention) -> bool:
    """Return whether a title in capitals stands right before the one word of ``mention``, and no name goes on after."""
    start, end = mention.start, mention.end
    alone = end - start == 1 and (end == len(doc) or doc[end].pos_ not in ("PROPN", "NOUN"))
    return alone and start > 0 and doc[start - 1].text in TITLES


TITLES = frozenset(
    (
        "Minister President Ambassador Premier Chancellor Senator Governor Secretary Colonel Admiral Captain Spokesman "
        "Spokeswoman Commissioner Congressman Congresswoman Mr Mrs Ms Dr"
    ).split()
)
