"""Offices that verbs tell of: "X is the foreign minister", "Y was sworn in as president", "Z stepped down as envoy"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.attrs import DEP, LEMMA, POS
from spacy.tokens import Doc, Token

from kg.nlp.annotations import TokenMention
from kg.nlp.offices import Post
from kg.nlp.posts import Posts
from kg.nlp.tree import columns

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
# Who does this holds the office, who is done this to holds it, or no longer does.
TAKING = frozenset("become remain serve act work take".split())
GIVING = frozenset("appoint name elect swear install inaugurate designate choose select reappoint reelect pick".split())
FOLLOWING = frozenset({"succeed", "replace"})
LEAVING = frozenset("resign step quit retire stand".split())
TAKING_AWAY = frozenset("dismiss sack remove fire oust depose".split())
VERBS = TAKING | GIVING | FOLLOWING | LEAVING | TAKING_AWAY
UNSURE = frozenset("will would may might could should can must shall not never n't to if".split())
UNTIL = frozenset("from until till between during".split())
WINDOW = 14


def tenures(doc: Doc, posts: Posts) -> Iterator[tuple[int, Post]]:
    """Yield the head of a person's name or pronoun and the office that a verb says he holds or held."""
    for i, (dep, pos, lemma) in enumerate(zip(*columns(doc, DEP, POS, LEMMA), strict=True)):
        if lemma == "as" and dep in ("case", "mark"):
            yield from _in_role(posts, i)
        if dep != "cop" and not (pos == "VERB" and lemma in VERBS):
            continue
        token = doc[i]
        if dep == "cop" and token.head.i > i:
            noun = token.head
            found = posts.chain(token.i + 1) if _is_told(noun) else []
            people = _subjects(posts, noun) if found and found[0].start <= noun.i < found[-1].end else []
            yield from _each(posts, people, found, former=False)
            yield from _named(posts, noun)
        elif pos == "VERB" and lemma in VERBS and _is_told(token):
            yield from _of_verb(doc, posts, token)


def _in_role(posts: Posts, i: int) -> Iterator[tuple[int, Post]]:
    """Yield the office that opens "As president of the council, Ana Soto said": she holds it."""
    found = posts.chain(i + 1) if posts.doc[i].is_sent_start else []
    named = posts.names.get(found[-1].end + 1) if found and posts.word(found[-1].end) == "," else None
    if named is not None and named.type == "Person":
        yield from _each(posts, [named.head], found, former=False)


def _named(posts: Posts, noun: Token) -> Iterator[tuple[int, Post]]:
    """Yield the office of whom "the envoy to Chad is Ana Soto" names."""
    person = _person(posts, noun) if _is_told(noun) else None
    subject = next((kid for kid in noun.children if kid.dep_ == "nsubj"), None)
    if person is not None and subject is not None:
        found = posts.chain(subject.left_edge.i)
        yield from _each(posts, [person.head], found if found and found[-1].end > subject.i else [], former=False)


def _of_verb(doc: Doc, posts: Posts, verb: Token) -> Iterator[tuple[int, Post]]:
    lemma = verb.lemma_
    found = _posts_of(doc, posts, verb)
    if not found:
        return
    passive = verb.dep_ == "acl" or any(kid.dep_ in ("nsubj:pass", "aux:pass") for kid in verb.children)
    subjects = _subjects(posts, verb)
    objects = [m.head for m in _objects(posts, verb)]
    if lemma in GIVING:
        yield from _each(posts, subjects if passive else objects, found, former=False)
    elif lemma in TAKING_AWAY:
        yield from _each(posts, subjects if passive else objects, found, former=True)
    elif lemma in FOLLOWING:
        yield from _each(posts, objects if passive else subjects, found, former=False)
        yield from _each(posts, subjects if passive else objects, found, former=True)
    else:
        yield from _each(posts, subjects, found, former=lemma in LEAVING)


def _posts_of(doc: Doc, posts: Posts, verb: Token) -> list[Post]:
    """Return the offices that ``verb`` gives or takes: after "as", else right after it or after its object."""
    if verb.lemma_ in ("step", "stand") and not {"down", "aside"} & {kid.lower_ for kid in verb.children}:
        return []
    if verb.lemma_ == "become" or verb.lemma_ == "remain":
        return posts.chain(verb.i + 1)
    end = min(len(doc), verb.i + WINDOW, verb.sent.end)
    found = next((k for k in range(verb.i + 1, end) if posts.lower[k] == "as"), -1)
    if found >= 0:
        return posts.chain(found + 1)
    if verb.lemma_ not in GIVING:
        return []
    named = _objects(posts, verb)
    return posts.chain(named[0].end if named else verb.i + 1)


def _objects(posts: Posts, verb: Token) -> list[TokenMention]:
    """Return the persons named as objects of ``verb``."""
    kids = [kid for kid in verb.children if kid.dep_ in ("obj", "xcomp") and kid.i > verb.i]
    found = [person for kid in kids if (person := _person(posts, kid)) is not None]
    # "appointed Ana Soto foreign minister" may be parsed as one noun.
    named = posts.names.get(verb.i + 1) if not found else None
    return [named] if named is not None and named.type == "Person" else found


def _each(posts: Posts, people: list[int], found: list[Post], *, former: bool) -> Iterator[tuple[int, Post]]:
    for person in people:
        for post in found:
            if not post.plural and not post.shared:
                past = former or post.former or posts.word(post.end) in UNTIL
                yield person, replace(post, former=past)


def _subjects(posts: Posts, predicate: Token) -> list[int]:
    """Return the heads of the persons who are the subject, of "who" the one before it."""
    for _ in range(3):
        subject = next((kid for kid in predicate.children if kid.dep_ in SUBJECTS), None)
        if subject is not None or predicate.dep_ != "conj" or predicate.head.i == predicate.i:
            break
        predicate = predicate.head
    if subject is None and predicate.dep_ == "acl" and predicate.tag_ == "VBN":
        subject = predicate.head
    if subject is None:
        return []
    if subject.lower_ in ("who", "that") and predicate.dep_ == "acl:relcl":
        subject = predicate.head
    if any(kid.dep_ == "conj" for kid in subject.children):
        return []
    if subject.lower_ in ("he", "she"):
        return [subject.i]
    found = _person(posts, subject)
    return [found.head] if found is not None else []


def _person(posts: Posts, token: Token) -> TokenMention | None:
    """Return the person named at ``token`` or in apposition to it: "his father, Tom Alder"."""
    found = posts.noted.mention_at(token.i)
    if found is None and (named := next((kid for kid in token.children if kid.dep_ == "appos"), None)) is not None:
        found = posts.noted.mention_at(named.i)
    return found if found is not None and found.type == "Person" and found.kind == "name" else None


def _is_told(predicate: Token) -> bool:
    """Return whether the clause says that it is so, not that it may, will or will not be."""
    kids = [*predicate.children]
    return not any(kid.lower_ in UNSURE and kid.dep_ in ("aux", "mark", "advmod", "neg") for kid in kids)
