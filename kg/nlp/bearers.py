"""Persons whom the language model missed, by the office right before them: "the commissioner, Bankole Adeoye,"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from kg.nlp.annotations import Annotations, TokenMention
from kg.nlp.mentions import BODILY
from kg.nlp.offices import Post
from kg.nlp.posts import Posts

PARTICLES = frozenset("al el bin ibn ben abu de da dos del der van von la le u".split())
LONGEST = 5


def bearers(doc: Doc, noted: Annotations, posts: Posts) -> None:
    """Note as persons the unknown names that follow an office, and names that run on from that of its owner."""
    for mention in [*noted.mentions]:
        if mention.kind == "name" and mention.type in ("Organization", "Place") and mention.entity is None:
            if _is_personal(doc, mention) and _is_introduced(posts, mention.start, mention.end):
                mention.type = "Person"
        elif mention.kind == "name" and mention.type != "Person":
            noted.mentions += _following(doc, posts, mention.end)


def _is_personal(doc: Doc, mention: TokenMention) -> bool:
    """Return whether the words of ``mention`` may be a person's: two to five, with capitals, of no body."""
    words = [t for t in doc[mention.start : mention.end] if not t.is_punct]
    if not 2 <= len(words) <= LONGEST or words[-1].lower_ in BODILY:
        return False
    return all(t.text[:1].isupper() and not t.text.isupper() or t.lower_ in PARTICLES for t in words)


def _is_introduced(posts: Posts, start: int, end: int) -> bool:
    """Return whether an office of one person ends right before ``start``, or before a comma there."""
    found = posts.ending(start)
    if not found or found[-1].plural:
        return False
    return posts.word(start - 1) != "," or (_is_definite(posts, found) and posts.word(end) in (",", "."))


def _is_definite(posts: Posts, found: list[Post]) -> bool:
    return found[0].definite or bool(found[0].owners)


def _following(doc: Doc, posts: Posts, start: int) -> Iterator[TokenMention]:
    """Yield the name that begins right after that of a State: "Ambassador of Chile to Indonesia Ana Soto"."""
    end = start
    while end < len(doc) and end not in posts.inside and (doc[end].pos_ == "PROPN" or _joins(doc, end)):
        end += 1
    if end - start >= 2 and doc[start].text[:1].isupper() and _is_introduced(posts, start, end):
        mention = TokenMention(start, end, doc[start:end].root.i, "name", "Person")
        posts.names.setdefault(start, mention)
        yield mention


def _joins(doc: Doc, i: int) -> bool:
    """Return whether ``i`` is a hyphen or particle within a name."""
    inner = doc[i].text == "-" or doc[i].lower_ in PARTICLES
    return inner and 0 < i < len(doc) - 1 and doc[i - 1].text[:1].isupper()
