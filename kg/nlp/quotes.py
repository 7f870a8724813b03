"""Direct speech: which words stand in quotation marks, and who speaks them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.attrs import IDX, ORTH
from spacy.tokens import Doc, Span, Token

from kg.lexicon import Lexicon
from kg.nlp.annotations import Annotations, Quote, TokenMention, notes
from kg.nlp.naming import HONORIFICS

# Marks that open, and what closes them; straight ones do either.
CLOSERS = {'"': '"', "“": '”"“', "„": '“”"', "‟": "”", "«": "»", "``": "''", "‘": "’", "'": "'", "‹": "›"}
SINGLE = frozenset("‘’'‹›")
STRAIGHT = frozenset("\"'")
MARKS = frozenset("".join(CLOSERS.values())) | CLOSERS.keys() | {"''"}

# Fewer words in quotation marks are a name or a word held at arm's length, unless they end as a sentence does.
LEAST_WORDS = 4
# How far from a quotation the verb that reports it may stand.
REACH = 30
SENTENCE_ENDS = frozenset(".?!")
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "obl:agent", "nsubj:outer"})
SPEAKERS = frozenset({"PROPN", "NOUN", "PRON"})
# Who may stand alone before a colon as the speaker of what follows: not a State, which may be what it is about.
SPEAKING = frozenset(
    "Person GovernmentBody InternationalOrganization Organization ArmedGroup PoliticalGroup Company "
    "MediaOrganization".split()
)
TELLERS = frozenset(
    (
        "fm pm dpm minister ministry president envoy ambassador official spokesman spokeswoman spokesperson chief "
        "premier diplomat leader secretary secretary-general chancellor adviser advisor commissioner expert analyst "
        "source king emir prince mp senator general commander kremlin"
    ).split()
)
TITLED = HONORIFICS | TELLERS | {"."}


@dataclass(frozen=True)
class Stretch:
    """Tokens in quotation marks, marks included.

    ``goes_on``: it follows a stretch that was left open when the paragraph before ended.
    """

    start: int
    end: int
    paragraph: int
    goes_on: bool = False


class Quotes:
    """Notes the quotations of a document and their speakers."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the verbs of speech from ``lexicon``."""
        self.lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Note the quotations of ``doc``.

        A quotation over several paragraphs is noted as one for each. What names no speaker of its own goes on
        with that of the quotation before it, in the same paragraph or the one before.
        """
        noted = notes(doc)
        found = [stretch for stretch in stretches(doc, noted) if stretch.goes_on or _is_speech(doc, stretch)]
        limits = [0, *(stretch.end for stretch in found)]
        nexts = [*(stretch.start for stretch in found[1:]), len(doc)]
        speakers: list[int] = []
        for i, stretch in enumerate(found):
            speaker = self._speaker(doc, stretch, limits[i], nexts[i])
            if speaker < 0 and i and self._continues(doc, found[i - 1], stretch):
                speaker = speakers[-1]
            speakers.append(speaker)
        for i in range(len(found) - 1, 0, -1):
            if found[i].goes_on and speakers[i - 1] < 0:
                speakers[i - 1] = speakers[i]
        noted.quotes += labelled(doc, noted)
        noted.quotes += [Quote(s.start, s.end, speaker) for s, speaker in zip(found, speakers, strict=True)]
        return doc

    def _speaker(self, doc: Doc, stretch: Stretch, low: int, high: int) -> int:
        """Return the head of who speaks, else -1.

        ``low`` is where the quotation before it ends, ``high`` where the one after it begins.
        """
        inner = doc[stretch.end - 2].text if stretch.end - stretch.start > 2 else ""
        after = list(_same_sentence(doc, range(stretch.end, min(high, stretch.end + REACH, len(doc)))))
        last = stretch.start - 1
        while last > low and doc[last].is_space:
            last -= 1
        # "The minister said:" may end the paragraph before.
        last = last if last >= 0 and doc[last].text == ":" else stretch.start - 1
        before = list(_same_sentence(doc, range(last, max(low, stretch.start - REACH) - 1, -1)))
        # A full stop before the closing mark ends the sentence: what follows is another.
        if inner != "." or (after and doc[after[0]].is_lower):
            speaker = self._teller(doc, after, stretch)
            if speaker >= 0:
                return speaker
        # "…," he said, "…": what lies between is of both.
        return self._teller(doc, before, stretch)

    def _teller(self, doc: Doc, tokens: Sequence[int], stretch: Stretch) -> int:
        """Return the subject of the first verb of speech among ``tokens``, or the source after "according to"."""
        for i in tokens:
            token = doc[i]
            if token.lower_ == "according":
                source = next((t for t in doc[i + 2 : i + 10] if t.pos_ in SPEAKERS), None)
                if source is not None:
                    return _phrase_head(source).i
            if token.pos_ == "VERB" and self.lexicon.speech(token.lemma_.lower(), "verb") is not None:
                subject = _subject(token) or (_inverted(token) if i == stretch.end else None)
                if subject is not None and not stretch.start <= subject.i < stretch.end:
                    return subject.i
        return -1

    def _continues(self, doc: Doc, last: Stretch, stretch: Stretch) -> bool:
        """Return whether ``stretch`` goes on where ``last`` ended, nobody else having been said to speak since."""
        if stretch.paragraph - last.paragraph > 1:
            return False
        if stretch.goes_on:
            return True
        between = doc[last.end : stretch.start]
        tellers = sum(t.pos_ == "VERB" and self.lexicon.speech(t.lemma_.lower(), "verb") is not None for t in between)
        return tellers <= 1 and len(between) <= REACH and doc[stretch.start].is_sent_start is not False


def _is_speech(doc: Doc, stretch: Stretch) -> bool:
    """Return whether the words are enough, or end enough like a sentence, to be somebody's speech."""
    words = sum(token.is_alpha for token in doc[stretch.start : stretch.end])
    ends = {token.text for token in doc[max(stretch.start, stretch.end - 2) : stretch.end]}
    return words >= LEAST_WORDS or (words > 0 and bool(ends & (SENTENCE_ENDS | {","})) and _has_verb(doc, stretch))


def _has_verb(doc: Doc, stretch: Stretch) -> bool:
    """Return whether a verb stands in ``stretch``."""
    return any(token.pos_ in {"VERB", "AUX"} for token in doc[stretch.start : stretch.end])


def _same_sentence(doc: Doc, indices: range) -> Iterator[int]:
    """Yield ``indices`` up to the end of the sentence, as its punctuation has it, or of the line."""
    for i in indices:
        token = doc[i]
        if token.text in SENTENCE_ENDS or (token.is_space and "\n" in token.text):
            return
        yield i


def _subject(verb: Token) -> Token | None:
    """Return the subject of ``verb``, or of the verb whose subject it shares ("…, adding: …")."""
    for _ in range(4):
        # "The deal ‘opens a new page,’ Holt said": where the parser sees two subjects, the nearer one speaks.
        subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
        if subjects:
            child = min(subjects, key=lambda subject: abs(subject.i - verb.i))
            relative = child.tag_ in {"WP", "WDT"} and verb.dep_ == "acl:relcl"
            return verb.head if relative else child
        if verb.dep_ == "acl" and verb.tag_ == "VBG":
            return verb.head
        if verb.dep_ not in {"conj", "advcl", "xcomp", "parataxis"} or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def _inverted(verb: Token) -> Token | None:
    """Return the noun right after ``verb``, which follows a quotation: "asked the king"."""
    following = verb.doc[verb.i + 1 : verb.i + 6]
    noun = next((t for t in following if t.pos_ in SPEAKERS or t.pos_ not in {"DET", "ADJ", "NUM"}), None)
    return _phrase_head(noun) if noun is not None and noun.pos_ in SPEAKERS else None


def _phrase_head(token: Token) -> Token:
    """Return the head of the noun phrase that ``token`` stands in."""
    while token.dep_ in {"compound", "flat", "amod", "nmod:desc", "nmod:poss"} and token.head.i != token.i:
        token = token.head
    return token


def labelled(doc: Doc, noted: Annotations) -> list[Quote]:
    """Return the words that a line labels with a speaker: "Ana Soto: …", in headlines also "… - Ana Soto"."""
    found: list[Quote] = []
    for turn in noted.layout.turns:
        label = doc.char_span(*turn.label, alignment_mode="contract")
        words = doc.char_span(*turn.words, alignment_mode="expand")
        if label is None or words is None or any(q.start <= label.start < q.end for q in found[-1:]):
            continue
        speaker = _labelling(label, noted)
        if speaker >= 0 and (turn.manner != "headline" or any(token.pos_ in ("VERB", "AUX") for token in words)):
            found.append(Quote(words.start, words.end, speaker, turn.manner))
    return found


def _labelling(label: Span, noted: Annotations) -> int:
    """Return the head of the person or body that ``label`` names, -1 if it is none."""
    if any(token.pos_ in ("VERB", "AUX", "PRON") for token in label):
        return -1
    root = label.root
    start, end = label.start, label.end
    while start < end and label.doc[start].lower_ in TITLED:
        start += 1
    if label.start < start < end and all(t.pos_ == "PROPN" for t in label.doc[start:end]):
        if noted.mention_at(start) is None:
            # "MS SOTO: …", "FM Soto: …"
            noted.mentions.append(TokenMention(start, end, end - 1, "name", "Person"))
            return end - 1
    elif root.lemma_.lower() in TELLERS or root.lower_ in TELLERS:
        known = noted.mention_at(root.i)
        return known.head if known is not None else root.i
    mentions = (noted.mention_at(token.i) for token in (root, *label))
    return next((m.head for m in mentions if m is not None and m.type in SPEAKING), -1)


def stretches(doc: Doc, noted: Annotations) -> list[Stretch]:
    """Return what stands in quotation marks; none goes past the end of its paragraph.

    Inside one pair of marks all others are ignored. A mark that nothing closes counts to the end of its paragraph,
    or to the mark that opens the next quotation in it.
    """
    strings = doc.vocab.strings
    marks = {strings.add(mark): mark for mark in sorted(MARKS)}
    places = [(i, marks[orth]) for i, orth in enumerate(doc.to_array(ORTH).tolist()) if orth in marks]
    if not places:
        return []
    starts = np.searchsorted(doc.to_array(IDX), [start for start, _ in noted.layout.paragraphs]).tolist() or [0]
    found: list[Stretch] = []
    begin, mark, left_open = -1, "", -1
    for i, text in places:
        paragraph = bisect_right(starts, i) - 1
        if begin >= 0 and paragraph > (own := bisect_right(starts, begin) - 1):
            end = starts[own + 1]
            found.append(
                Stretch(begin, _without_space(doc, begin, end), own, left_open == own - 1 and begin == starts[own])
            )
            begin, left_open = -1, own
        if begin >= 0:
            closes = text in CLOSERS[mark] if len(text) == 1 else text == CLOSERS[mark]
            if closes and _can_close(doc, i, text):
                found.append(_closed(begin, i + 1, paragraph, starts, left_open))
                begin = -1
            elif text == mark and _opens(doc, i, text) and text not in SINGLE:
                found.append(_closed(begin, _without_space(doc, begin, i), paragraph, starts, left_open))
                begin = i
        elif text in CLOSERS and _opens(doc, i, text):
            begin, mark = i, text
    if begin >= 0 and mark not in SINGLE:
        own = bisect_right(starts, begin) - 1
        end = starts[own + 1] if own + 1 < len(starts) else len(doc)
        found.append(_closed(begin, _without_space(doc, begin, end), own, starts, left_open))
    return found


def _closed(begin: int, end: int, paragraph: int, starts: Sequence[int], left_open: int) -> Stretch:
    """Return the stretch, which goes on from one left open if it opens the paragraph after that one's."""
    return Stretch(begin, end, paragraph, left_open == paragraph - 1 and begin == starts[paragraph])


def _without_space(doc: Doc, start: int, end: int) -> int:
    """Return ``end`` less the whitespace before it."""
    while end > start + 1 and doc[end - 1].is_space:
        end -= 1
    return end


def _space_before(doc: Doc, i: int) -> bool:
    """Return whether token ``i`` follows whitespace, an opening bracket or a dash."""
    return i == 0 or bool(doc[i - 1].whitespace_) or doc[i - 1].is_space or doc[i - 1].text in "([—–-/"


def _space_after(doc: Doc, i: int) -> bool:
    """Return whether whitespace follows token ``i``."""
    return i + 1 == len(doc) or bool(doc[i].whitespace_) or doc[i + 1].is_space


def _opens(doc: Doc, i: int, text: str) -> bool:
    """Return whether the mark can open: a straight or single one must stand before a word and after a gap."""
    if text in STRAIGHT or text in SINGLE:
        return _space_before(doc, i) and not _space_after(doc, i)
    return True


def _can_close(doc: Doc, i: int, text: str) -> bool:
    """Return whether the mark can close: a straight one stands behind a word, a single one is no apostrophe."""
    if text in SINGLE:
        apostrophe = doc[i - 1].lower_.endswith("s") and not doc[i - 1].is_punct
        followed = _space_after(doc, i) or doc[i + 1].is_punct
        return (
            followed
            and not _space_before(doc, i)
            and not (apostrophe and not (i + 1 < len(doc) and doc[i + 1].is_punct))
        )
    if text == '"' or text == "“":
        return not _space_before(doc, i) or _space_after(doc, i)
    return True
