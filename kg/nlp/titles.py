"""Offices of named persons: before the name, after it, or as what the person is said to be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from kg.gazetteer import Gazetteer
from kg.nlp.annotations import Annotations, Title, TokenMention, notes
from kg.nlp.bearers import bearers
from kg.nlp.naming import is_honorific
from kg.nlp.offices import Match, Offices, Post
from kg.nlp.posts import GENITIVES, PASSING, Posts
from kg.nlp.tenures import tenures

COUNTERPARTS = frozenset({"counterpart", "colleague", "opposite number", "homologue"})
FELLOWS = frozenset({"counterparts", "colleagues", "homologues"})
DEFINITE = GENITIVES | {"the", "a", "an", "its", "their", "his", "her", "whose"}
OPENING = frozenset({",", "(", "–", "—", "-"})
# How far back those may have been named together of whom one is another's colleague, in words.
FAR = 60
CLOSING = frozenset({",", ")", "–", "—", "-", ".", ";", ":"})
# What may stand between "who" and the office.
HOLDING = frozenset("who is was has been holds held serves served acts as post office position of the".split())
# The same office under the name that it has in one State; a counterpart elsewhere has the common one.
EQUAL = dict.fromkeys(
    ("Secretary of State", "External Affairs Minister", "Foreign Secretary", "State Councilor"), "Foreign Minister"
) | {"Chancellor": "Prime Minister", "Taoiseach": "Prime Minister", "Secretary of Defense": "Defense Minister"}


class Titles:
    """Fills ``notes(doc).titles`` and lets the heads of titles stand for their persons."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Index the offices that ``gazetteer`` knows."""
        self.gazetteer = gazetteer
        self.offices = Offices(gazetteer)

    def __call__(self, doc: Doc) -> Doc:
        """Note the titles of the persons that ``doc`` names."""
        noted = notes(doc)
        posts = Posts(doc, noted, self.offices, self.gazetteer)
        bearers(doc, noted, posts)
        waiting: list[tuple[TokenMention, Post]] = []
        for person in list(noted.mentions):
            if person.type != "Person" or person.kind != "name":
                continue
            found = list(_before(posts, person))
            bare = all(post.office in self.offices.ranks for post in found)
            found += [post for post in _after(doc, posts, person) if bare or _is_second(doc, posts, post, person)]
            for post in found:
                if not post.shared:
                    _note(noted, person, _with_home(posts, post, person))
                elif not _share(noted, person, post):
                    waiting.append((person, post))
        self._plural(doc, noted, posts)
        for person, post in waiting:
            if self._among_several(noted, posts, person, post):
                continue
            if not _share(noted, person, post, ahead=True) and post.owners:
                _note(noted, person, post)
        known = {(title.person, title.office) for title in noted.titles}
        for head, post in tenures(doc, posts):
            if (head, post.office) not in known:
                noted.titles.append(_title(head, post))
        return doc

    def _plural(self, doc: Doc, noted: Annotations, posts: Posts) -> None:
        """Note "the foreign ministers of Russia and Armenia, X and Y" and "Presidents X and Y", in their order."""
        titled = {title.person for title in noted.titles}
        for person in [m for m in noted.mentions if m.type == "Person" and m.kind == "name"]:
            if person.head in titled:
                continue
            people = _row(doc, posts, person)
            start = person.start - (posts.word(person.start - 1) in OPENING)
            match, owners = self._plural_before(noted, posts.lower, start)
            if match is None and len(people) > 1:
                match, owners = self._plural_after(noted, posts, people[-1])
            if match is None or len(people) < 2 and not owners:
                continue
            owners = owners if len(owners) == len(people) else []
            office = match.office or _office_nearby(noted, match.start)
            if not office:
                continue
            for n, each in enumerate(people):
                if each.head not in titled:
                    own = tuple(owners[n : n + 1])
                    noted.titles.append(Title(each.head, match.start, match.end, office, own, match.former))
                    titled.add(each.head)

    def _among_several(self, noted: Annotations, posts: Posts, person: TokenMention, post: Post) -> bool:
        """Note the office of "his Croatian colleague X" after "the ministers of Serbia and Croatia", and his own."""
        for end in range(post.start, max(0, post.start - FAR), -1):
            match = self.offices.ending(posts.lower, end)
            if match is None or not match.plural or not match.office:
                continue
            owners: list[TokenMention] = []
            i = match.end
            while posts.word(i) in ("of", "and", ","):
                name = posts.names.get(i + 1 + (posts.word(i + 1) == "the"))
                if name is None:
                    break
                owners.append(name)
                i = name.end
            theirs = {m.entity for o in post.owners if (m := noted.mention_at(o)) is not None}
            rest = [name.head for name in owners if name.entity not in theirs]
            noted.titles.append(Title(person.head, *post.core, match.office, post.owners))
            _stand_for(noted, post, person)
            start = posts.doc[post.start].sent.start
            titled = {title.person for title in noted.titles}
            people = [m for m in noted.mentions if m.type == "Person" and m.kind == "name"]
            near = [m for m in people if start <= m.start < post.start]
            if near and near[-1].head not in titled and len(rest) == 1 and len(owners) == 2:
                noted.titles.append(Title(near[-1].head, match.start, match.end, match.office, tuple(rest)))
            return True
        return False

    def _plural_before(self, noted: Annotations, lower: list[str], end: int) -> tuple[Match | None, list[int]]:
        match = self._office_of_several(lower, end)
        if match is not None and match.plural:
            owners = self._list_ending(noted, lower, match.start)
            return match, owners
        owners = self._list_ending(noted, lower, end)
        if owners:
            first = noted.mention_at(owners[0])
            k = first.start - 1 if first is not None else -1
            k -= k >= 0 and lower[k] == "the"
            if k > 0 and lower[k] in ("of", "from"):
                match = self._office_of_several(lower, k)
                if match is not None and match.plural:
                    return match, owners
        return None, []

    def _office_of_several(self, lower: list[str], end: int) -> Match | None:
        """Return the office that ends there; of "his counterparts" an empty one, which is another's."""
        if end and lower[end - 1] in FELLOWS:
            return Match(end - 1, end, "", plural=True)
        return self.offices.ending(lower, end)

    def _plural_after(self, noted: Annotations, posts: Posts, last: TokenMention) -> tuple[Match | None, list[int]]:
        """Return the office after the last of several names: "X and Y, foreign ministers of Peru and Chile"."""
        i = last.end
        if posts.word(i) not in OPENING:
            return None, []
        i += 1 + (posts.word(i + 1) == "the")
        owners: list[int] = []
        while (name := posts.names.get(i)) is not None and name.type != "Person":
            owners.append(name.head)
            i = name.end + (posts.word(name.end) in ("and", ","))
        match = self.offices.starting(posts.lower, i)
        if match is None or not match.plural:
            return None, []
        i = match.end
        while not owners and posts.word(i) in ("of", "and", ","):
            i += 1 + (posts.word(i + 1) == "the")
            name = posts.names.get(i)
            if name is None or name.type == "Person":
                break
            owners, i = [*owners, name.head], name.end
            while posts.word(i) in ("and", ","):
                i += 1 + (posts.word(i + 1) == "the")
                if (name := posts.names.get(i)) is None or name.type == "Person":
                    break
                owners, i = [*owners, name.head], name.end
        return match, owners

    def _list_ending(self, noted: Annotations, lower: list[str], end: int) -> list[int]:
        """Return the heads of the names listed up to ``end``: "Russian and Armenian", "Russia, Iran and Turkey"."""
        found: list[int] = []
        while (mention := _mention_ending(noted, end)) is not None and mention.type != "Person":
            found.insert(0, mention.head)
            end = mention.start
            end -= end > 0 and lower[end - 1] == "the"
            if end > 0 and lower[end - 1] in ("and", ","):
                end -= 1
                end -= end > 0 and lower[end - 1] == ","
            else:
                break
        return found


def _before(posts: Posts, person: TokenMention) -> Iterator[Post]:
    """Yield the offices before the name: "Chile's acting Foreign Minister Ana Soto", "the UN envoy, X,"."""
    found = posts.ending(person.start)
    if found and posts.offices.ranks.issuperset(post.office for post in found):
        # "President Sheikh Tom Alder", "the head of the junta, General Ana Soto"
        found = [*posts.ending(found[0].start), *found]
    comma = bool(found) and posts.word(found[-1].end) == ","
    if len(found) > 1 and GENITIVES & {*posts.lower[found[-1].start : found[-1].core[0]]}:
        first = posts.lower[max(0, found[0].start - 1) : found[0].core[0]]
        # "The ambassador and Fiji's minister, Ana Soto": the ambassador is somebody else.
        found = found[-1:] if "the" in first else found
    if not found or (comma and not _introduces(posts, found, person)):
        return
    if found[0].start > 1 and posts.word(found[0].start - 1) == "," and not found[0].shared:
        # "Her colleague from the African Union, former minister Ana Soto"
        yield from (post for post in posts.ending(found[0].start) if post.shared)
    yield from (post for post in found if not post.plural)


def _with_home(posts: Posts, post: Post, person: TokenMention) -> Post:
    """Return ``post`` with the State of "Foreign Minister Tom Alder of Peru" as its owner."""
    after = posts.names.get(person.end + 1 + (posts.word(person.end + 1) == "the"))
    fits = posts.word(person.end) == "of" and after is not None and after.type == "State"
    if post.owners or not fits or after is None or post.start > person.start:
        return post
    return replace(post, owners=(after.head,))


def _introduces(posts: Posts, found: list[Post], person: TokenMention) -> bool:
    """Return whether "the foreign minister, Lena Holt" is one phrase, not the end of a list or of another's office."""
    start = found[0].start
    before = posts.word(start - 1)
    named = posts.noted.mention_at(start - 2) if start > 1 else None
    if before == "," and named is not None and named.type == "Person" and named.end == start - 1:
        return _is_subject(posts, found[0])
    if DEFINITE & {*posts.lower[start : found[-1].core[0]]}:
        return True
    closed, first = posts.word(person.end) in CLOSING, posts.doc[start].is_sent_start is True
    return (closed and first) or ((closed or first) and bool(found[0].owners))


def _after(doc: Doc, posts: Posts, person: TokenMention) -> list[Post]:
    """Return the offices after the name: "Ana Soto, the Chilean foreign minister,", "X, spokesman for Y"."""
    i = person.end
    if posts.word(i) == "(" and (close := next((k for k in range(i, i + 6) if posts.word(k) == ")"), 0)):
        # "Ana Soto (Peru), President of the Council"
        i = close + 1
    if posts.word(i) == "of" and (home := posts.names.get(i + 1 + (posts.word(i + 1) == "the"))) is not None:
        # "Ana Soto of Peru, chair of the committee"
        i = home.end
    if posts.word(i) not in OPENING:
        return []
    i += 1
    if posts.word(i).isdigit() and posts.word(i + 1) == ",":
        i += 2
    if posts.word(i) == "who":
        while posts.word(i) in HOLDING and not (posts.word(i) == "the" and posts.word(i + 1) == "same"):
            i += 1
    i = posts.past_boss(i)
    if posts.word(i) == "whose" and posts.chain(i):
        # "Ana Soto, whose ambassador to Chad left"
        return []
    found = posts.chain(i) or posts.chain(posts.second(i)) or posts.chain(_as(posts, i))
    last = found[-1].end if found else i
    found = [*found, *(post for post in _besides(posts, i) if post.start >= last)]
    closed = found[-1].end + (posts.word(found[-1].end) == ",") if found else -1
    first = closed
    while found and is_honorific(posts.word(first)):
        first += 1
    holder = posts.names.get(first)
    named = holder is not None and holder.type == "Person"
    if named and (closed == found[-1].end or posts.word(i) == "and"):
        # "Ana Soto, and the Minister of Trade of Chad, Mr. Luis Vega"
        found = found[:-1]
    if any(post.plural for post in found) or (found and _is_another(doc, found[0], i, person)):
        return []
    return [] if found and named and _is_subject(posts, found[0]) else found


def _is_subject(posts: Posts, post: Post) -> bool:
    """Return whether the office of ``post`` begins a clause: "after talks with Soto, Chad's envoy, Lena Holt, said"."""
    return any(posts.doc[k].dep_ in ("nsubj", "nsubj:pass") for k in range(post.start, post.end))


def _besides(posts: Posts, start: int) -> list[Post]:
    """Return the offices of "Ana Soto, member of the Politburo of the party and Minister of Trade of Chad"."""
    if "member" not in posts.lower[start : start + 2]:
        return []
    for i in range(start, min(len(posts.lower), start + 16)):
        if posts.lower[i] in ("and", ",") and (found := posts.chain(i + 1)):
            return found
        if posts.pos[i] in ("VERB", "AUX") or posts.lower[i] in (".", ";"):
            break
    return []


def _as(posts: Posts, start: int) -> int:
    """Return where the office begins in "X, back since May as finance minister" and "X, in her role as chair"."""
    for i in range(start, min(len(posts.lower), start + 8)):
        if posts.lower[i] == "as":
            return i + 1
        if posts.pos[i] in ("PUNCT", "AUX") or (posts.pos[i] == "VERB" and posts.doc[i].tag_ != "VBN"):
            break
    return len(posts.lower)


def _is_second(doc: Doc, posts: Posts, post: Post, person: TokenMention) -> bool:
    """Return whether who has a title before his name has ``post`` as well: "ex-president Soto, now a mediator"."""
    if posts.word(post.start) in PASSING:
        return True
    head = doc[post.core[1] - 1]
    return head.dep_ == "appos" and person.start <= head.head.i < person.end and posts.word(post.end) in CLOSING


def _is_another(doc: Doc, post: Post, start: int, person: TokenMention) -> bool:
    """Return whether the office after the comma is that of the next in a list: "Soto, Iran FM discuss ties"."""
    if post.definite or post.shared or doc[start - 1].lower_ in ("as", "is", "was", "been", "of"):
        return False
    if doc[post.core[1] : post.core[1] + 1].text in (",", "and", "of"):
        return False
    token = doc[post.core[1] - 1]
    while token.dep_ in ("compound", "nmod:desc", "flat", "amod") and token.head.i >= start:
        token = token.head
    return token.dep_ == "conj" and person.start <= token.head.i < person.end


def _row(doc: Doc, posts: Posts, person: TokenMention) -> list[TokenMention]:
    """Return ``person`` and the names joined to it: "X, Y and Z", "X of Peru and Y of Chile"."""
    found = [person]
    while True:
        i = found[-1].end
        i += posts.word(i) == ","
        i += posts.word(i) == "and"
        following = posts.names.get(i) if i > found[-1].end else None
        if following is None or following.type != "Person":
            break
        found.append(following)
    if len(found) == 1:
        joined = [posts.noted.mention_at(t.i) for t in doc[person.head].conjuncts if t.i > person.head]
        found += [m for m in joined if m is not None and m.type == "Person"]
    return found


def _mention_ending(noted: Annotations, end: int) -> TokenMention | None:
    found = noted.mention_at(end - 1) if end > 0 else None
    return found if found is not None and found.end == end else None


def _office_nearby(noted: Annotations, start: int) -> str:
    """Return the office of whom a title before ``start``, else one after it, names; empty if there is none."""
    before = [title for title in noted.titles if title.start < start and title.office]
    after = [title for title in noted.titles if title.start >= start and title.office]
    known = max(before, key=lambda t: t.start) if before else min(after, key=lambda t: t.start, default=None)
    return EQUAL.get(known.office, known.office) if known is not None else ""


def _share(noted: Annotations, person: TokenMention, post: Post, *, ahead: bool = False) -> bool:
    """Note the office that "his Armenian counterpart X" shares with whom the nearest title before him, or after, is."""
    others = [t for t in noted.titles if t.person != person.head and (t.person < post.start) != ahead]
    related = post.office
    if not others or not (post.owners or related):
        return False
    other = min(others, key=lambda t: t.person) if ahead else max(others, key=lambda t: t.person)
    office = EQUAL.get(other.office, other.office)
    if related:
        office = f"Deputy {other.office}" if related == "deputy" else other.office
    owners = post.owners or other.of
    noted.titles.append(Title(person.head, *post.core, office, owners, related == "predecessor"))
    _stand_for(noted, post, person)
    return True


def _note(noted: Annotations, person: TokenMention, post: Post) -> None:
    """Note that ``person`` holds the office of ``post``."""
    noted.titles.append(_title(person.head, post))
    _stand_for(noted, post, person)


def _title(person: int, post: Post) -> Title:
    return Title(person, *post.core, post.office, post.owners, post.former)


def _stand_for(noted: Annotations, post: Post, person: TokenMention) -> None:
    """Let the words of the title that head the phrase stand for the person."""
    for i in range(*post.core):
        noted.heads[i] = person
