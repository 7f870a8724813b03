"""Direct speech: which words stand in quotation marks, and who speaks them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.lexicon import Lexicon
from kg.nlp.annotations import Quote, notes

OPENING = frozenset({"“", "«", "„", "``", "‟"})
CLOSING = frozenset({"”", "»", "''"})
EITHER = frozenset({'"'})
LEAST_WORDS = 4


class Quotes:
    """Notes the quotations of a document and their speakers."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the verbs of speech from ``lexicon``."""
        self.lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Note the quotations of ``doc``; a quotation left open ends with its paragraph."""
        noted = notes(doc)
        last_speaker, last_end = -1, -1
        for start, end in spans(doc):
            if sum(token.is_alpha for token in doc[start:end]) < LEAST_WORDS:
                continue
            speaker = self.speaker(doc, start, end)
            if speaker < 0 and last_speaker >= 0 and _continues(doc, last_end, start):
                speaker = last_speaker
            noted.quotes.append(Quote(start, end, speaker))
            if speaker >= 0:
                last_speaker, last_end = speaker, end
        return doc

    def speaker(self, doc: Doc, start: int, end: int) -> int:
        """Return the subject of the verb of speech in the quotation's own sentence, outside its marks, else -1."""
        first, last = doc[start].sent.start, doc[end - 1].sent.end
        for i in (*range(end, min(last, end + 25)), *range(start - 1, first - 1, -1)):
            token = doc[i]
            if token.pos_ == "VERB" and self.lexicon.speech(token.lemma_.lower(), "verb") is not None:
                subject = _subject(token)
                if subject is not None and not start <= subject.i < end:
                    return subject.i
            if token.lower_ == "according":
                source = next((t for t in doc[i + 1 : min(i + 8, len(doc))] if t.pos_ in ("PROPN", "NOUN", "PRON")), None)
                if source is not None:
                    return source.i if source.dep_ not in ("compound", "flat") else source.head.i
        return -1


def spans(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) tokens of quotations, marks included; none goes past the end of its paragraph.

    A paragraph that opens anew inside speech ("… ends here.\\n\\n“And goes on") is a quotation of its own.
    """
    opened = -1
    for token in doc:
        if token.is_space and "\n" in token.text:
            if opened >= 0:
                yield opened, token.i
            opened = -1
        elif token.text in OPENING or (token.text in EITHER and opened < 0):
            opened = token.i
        elif opened >= 0 and (token.text in CLOSING or token.text in EITHER):
            yield opened, token.i + 1
            opened = -1
    if opened >= 0:
        yield opened, len(doc)


def _subject(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ in ("nsubj", "obl:agent"):
            if child.tag_ in ("WP", "WDT"):
                return verb.head if verb.dep_ == "acl:relcl" else None
            return child
    if verb.dep_ in ("conj", "advcl") and verb.head.i != verb.i and verb.head.pos_ == "VERB":
        return _subject(verb.head)
    return None


def _continues(doc: Doc, end: int, start: int) -> bool:
    """Return whether the quotation from ``start`` follows that which ended at ``end`` with little between."""
    return sum(not token.is_space and not token.is_punct for token in doc[end:start]) <= 12
