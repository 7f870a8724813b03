"""Offices of named persons: before the name, after it, or as what the person is said to be."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.attrs import LOWER
from spacy.tokens import Doc

from kg.gazetteer import Gazetteer
from kg.nlp.annotations import Annotations, Title, TokenMention, notes
from kg.nlp.offices import Match, Offices
from kg.nlp.tree import columns

OWNED_BY = frozenset({"of", "for", "to", "at", "in", "with", "from"})
# After "to", the owner is where the envoy is sent, not whom he speaks for.
SENT = frozenset({"to", "in"})
# So is, after "for", an envoy's mission: "the UN special envoy for Yemen".
ENVOYS = frozenset("envoy representative mediator coordinator rapporteur negotiator emissary".split())
# Offices that a noun before them narrows down, whatever it is.
PRODUCTIVE = frozenset(
    "minister secretary commissioner envoy adviser advisor chief director coordinator negotiator".split()
)
NO_FIELD = frozenset(
    "new former acting then current late veteran visiting outgoing incoming fellow other top senior".split()
)
COUNTERPARTS = frozenset({"counterpart", "colleague", "opposite number", "homologue"})
BECOMING = frozenset({"become", "remain", "serve", "work", "appoint", "elect", "name", "act"})
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
        (lower,) = columns(doc, LOWER)
        for mention in list(noted.mentions):
            if mention.type != "Person" or mention.kind != "name":
                continue
            found = list(self._before(doc, noted, lower, mention))
            if all(title.office in self.offices.ranks for title in found):
                found += self._after(doc, noted, lower, mention)
            found = found or list(self._counterpart(doc, noted, lower, mention))
            noted.titles += found
        self._plural(doc, noted, lower)
        self._copulas(doc, noted, lower)
        return doc

    # -- where they stand

    def _before(self, doc: Doc, noted: Annotations, lower: list[str], person: TokenMention) -> Iterator[Title]:
        """Yield the titles before the name: "Chile's acting Foreign Minister Ana Soto", "Ambassador to Iran X"."""
        end = person.start
        comma = end and lower[end - 1] == ","
        if comma:
            end -= 1
        owners: list[int] = []
        match = self.offices.ending(lower, end)
        sent = False
        if match is None:
            owner = self._mention_ending(noted, end)
            if owner is not None:
                k = owner.start - 1
                k -= lower[k] == "the" if k >= 0 else 0
                if k > 0 and lower[k] in OWNED_BY:
                    match = self.offices.ending(lower, k)
                    sent = match is not None and _is_sent(match.office, lower[k])
                    field = owner.entity not in self.gazetteer.entities or lower[end - 1] == "affairs"
                    portfolio = lower[k] == "for" and field
                    owners = [] if sent or portfolio else [owner.head]
                    if match is not None and portfolio and not sent:
                        # "Cabinet Secretary for Foreign Affairs": a field, not whom he serves.
                        name = doc[owner.start : owner.end].text
                        match = Match(match.start, end, f"{match.office} for {name}", match.former)
                    elif match is not None and sent:
                        match = Match(match.start, end, _mission(doc, match.office, lower[k], owner), match.former)
        if match is None:
            return
        match = self._fuller(doc, noted, match)
        begin = match.start
        while comma and begin > 1 and lower[begin - 1] == "and" and (other := self.offices.ending(lower, begin - 1)):
            begin = other.start
        if comma and not self._is_whole_phrase(doc, noted, begin):
            return
        yield from self._chain(doc, noted, lower, person, match, owners, sent)

    def _chain(
        self,
        doc: Doc,
        noted: Annotations,
        lower: list[str],
        person: TokenMention,
        match: Match,
        owners: list[int],
        sent: bool,
    ) -> Iterator[Title]:
        """Yield ``match`` and the offices joined to it on the left: "State Councilor and Foreign Minister"."""
        matches = [match]
        start = match.start
        while start > 1 and lower[start - 1] in ("and", ",", "&"):
            other = self.offices.ending(lower, start - 1)
            if other is None:
                break
            matches.append(other)
            start = other.start
        left = self._owner_before(noted, lower, start)
        owners = owners or ([left.head] if left is not None else [])
        for found in matches:
            if not found.plural:
                self._stand_for(doc, noted, found, person)
                yield Title(person.head, found.start, found.end, found.office, tuple(owners), found.former)

    def _fuller(self, doc: Doc, noted: Annotations, match: Match) -> Match:
        """Return ``match`` with the nouns before it that say of what: "human resources minister", "trade envoy"."""
        if match.end - match.start > 1 or doc[match.start].lower_ not in PRODUCTIVE:
            return match
        start = match.start
        while start > 0 and match.start - start < 4:
            token = doc[start - 1]
            joined = token.lower_ == "and" and doc[start - 2].pos_ in ("NOUN", "PROPN") and start < match.start
            plain = token.pos_ in ("NOUN", "PROPN", "ADJ") and token.lower_ not in NO_FIELD
            if noted.mention_at(start - 1) is not None or not (plain or joined):
                break
            start -= 1
        while start < match.start and doc[start].lower_ in ("and", *NO_FIELD):
            start += 1
        if start == match.start or doc[start].dep_ not in ("compound", "amod", "conj", "nmod", "nmod:desc"):
            return match
        words = doc[start : match.start].text.split()
        field = " ".join(w if w in ("and", "of") or w[:1].isupper() else w.capitalize() for w in words)
        return Match(start, match.end, f"{field} {match.office}", match.former, match.plural)

    def _owner_before(self, noted: Annotations, lower: list[str], start: int) -> TokenMention | None:
        end = start
        if end > 0 and lower[end - 1] in ("'s", "’s", "'", "’"):
            end -= 1
        found = self._mention_ending(noted, end)
        return found if found is not None and found.type != "Person" else None

    def _mention_ending(self, noted: Annotations, end: int) -> TokenMention | None:
        found = noted.mention_at(end - 1) if end > 0 else None
        return found if found is not None and found.end == end else None

    def _is_whole_phrase(self, doc: Doc, noted: Annotations, start: int) -> bool:
        """Return whether the office is the whole of "the foreign minister, Lena Holt", not the end of a list."""
        i = start
        while i > 0 and (noted.mention_at(i - 1) is not None or doc[i - 1].lower_ in ("'s", "’s")):
            i -= 1
        if i < start and any(doc[k].lower_ in ("the", "'s", "’s") for k in range(i, start)):
            return True
        return i > 0 and doc[i - 1].lower_ in ("the", "its", "their", "his", "her", "country", "a")

    def _after(self, doc: Doc, noted: Annotations, lower: list[str], person: TokenMention) -> Iterator[Title]:
        """Yield the titles after the name: "Ana Soto, the Chilean foreign minister,", "X, spokesman for Y"."""
        i = person.end
        if i >= len(lower) or lower[i] not in (",", "(", "–", "—"):
            return
        i += 1
        if i < len(lower) and lower[i] in ("the", "a", "an", "its", "their", "then", "who"):
            i += 2 if lower[i] == "who" and i + 1 < len(lower) and lower[i + 1] in ("is", "was") else 1
        i += i < len(lower) and lower[i] in ("the", "a")
        owners: list[int] = []
        owner = noted.mention_at(i) if i < len(lower) else None
        whole = self.offices.starting(lower, i)
        if owner is not None and whole is not None and whole.end > owner.end:
            # "State Councilor": no State of that name.
            owner = None
        if (
            owner is not None
            and owner.start == i
            and (owner.type != "Person" or lower[owner.end : owner.end + 1] == ["'s"])
        ):
            owners = [owner.head] if owner.type != "Person" else []
            i = owner.end
            i += i < len(lower) and lower[i] in ("'s", "’s")
        while True:
            match = self._described(doc, noted, lower, i)
            if match is None or match.plural or _is_another(doc, match, i, person):
                return
            end, office = match.end, match.office
            own = list(owners)
            if end + 1 < len(lower) and lower[end] in OWNED_BY:
                k = end + 1 + (lower[end + 1] == "the")
                target = noted.mention_at(k) if k < len(lower) else None
                if target is not None and target.start <= k and target.type != "Person":
                    if _is_sent(office, lower[end]):
                        office = _mission(doc, office, lower[end], target)
                    elif not own:
                        own = [target.head]
                    end = target.end
            self._stand_for(doc, noted, match, person)
            yield Title(person.head, match.start, end, office, tuple(own), match.former)
            if end < len(lower) and lower[end] == "and":
                i = end + 1
                i += i < len(lower) and lower[i] in ("the", "a")
            else:
                return

    def _described(self, doc: Doc, noted: Annotations, lower: list[str], start: int) -> Match | None:
        """Return the office at ``start``, after up to three words that describe it: "human rights chief"."""
        for i in range(start, min(start + 4, len(lower))):
            match = self.offices.starting(lower, i)
            if match is not None:
                return Match(start, match.end, match.office, match.former, match.plural)
            if doc[i].pos_ not in ("ADJ", "NOUN", "PROPN") or noted.mention_at(i) is not None or not lower[i].isalpha():
                return None
        return None

    def _counterpart(self, doc: Doc, noted: Annotations, lower: list[str], person: TokenMention) -> Iterator[Title]:
        """Yield the office of "his Armenian counterpart X", "his counterpart from Tehran, X": that of the other."""
        end = person.start - (person.start > 0 and lower[person.start - 1] == ",")
        owner = self._mention_ending(noted, end)
        k = end
        if owner is not None and owner.start > 1 and lower[owner.start - 1] in ("from", "in"):
            k = owner.start - 1
        if k < 1 or lower[k - 1] not in COUNTERPARTS:
            return
        if owner is None or k == end:
            owner = self._owner_before(noted, lower, k - 1)
        # The nearest office before is the one they share.
        other = max(
            (t for t in noted.titles if t.person < k and t.person != person.head), key=lambda t: t.person, default=None
        )
        if other is not None and owner is not None:
            office = EQUAL.get(other.office, other.office)
            self._stand_for(doc, noted, Match(k - 1, k, office), person)
            yield Title(person.head, k - 1, k, office, (owner.head,), False)

    def _plural(self, doc: Doc, noted: Annotations, lower: list[str]) -> None:
        """Note "the foreign ministers of Russia and Armenia, X and Y" and "Presidents X and Y", in their order."""
        titled = {title.person for title in noted.titles}
        for person in [m for m in noted.mentions if m.type == "Person" and m.kind == "name"]:
            if person.head in titled:
                continue
            people = [person.head, *(i.i for i in doc[person.head].conjuncts if i.i > person.head)]
            people = [i for i in people if (m := noted.mention_at(i)) is not None and m.type == "Person"]
            start = person.start - (person.start > 0 and lower[person.start - 1] == ",")
            match, owners = self._plural_before(doc, noted, lower, start)
            if match is None or len(people) < 2 and not owners:
                continue
            owners = owners if len(owners) == len(people) else []
            for n, i in enumerate(people):
                if i not in titled:
                    noted.titles.append(
                        Title(i, match.start, match.end, match.office, tuple(owners[n : n + 1]), match.former)
                    )
                    titled.add(i)

    def _plural_before(
        self, doc: Doc, noted: Annotations, lower: list[str], end: int
    ) -> tuple[Match | None, list[int]]:
        match = self.offices.ending(lower, end)
        if match is not None and match.plural:
            owners = self._list_ending(noted, lower, match.start)
            return match, owners
        owners = self._list_ending(noted, lower, end)
        if owners:
            first = noted.mention_at(owners[0])
            k = first.start - 1 if first is not None else -1
            k -= k >= 0 and lower[k] == "the"
            if k > 0 and lower[k] in ("of", "from"):
                match = self.offices.ending(lower, k)
                if match is not None and match.plural:
                    return match, owners
        return None, []

    def _list_ending(self, noted: Annotations, lower: list[str], end: int) -> list[int]:
        """Return the heads of the names listed up to ``end``: "Russian and Armenian", "Russia, Iran and Turkey"."""
        found: list[int] = []
        while (mention := self._mention_ending(noted, end)) is not None and mention.type != "Person":
            found.insert(0, mention.head)
            end = mention.start
            end -= end > 0 and lower[end - 1] == "the"
            if end > 0 and lower[end - 1] in ("and", ","):
                end -= 1
                end -= end > 0 and lower[end - 1] == ","
            else:
                break
        return found

    def _copulas(self, doc: Doc, noted: Annotations, lower: list[str]) -> None:
        """Note "X is the foreign minister of Y", "X became president", "X was appointed ambassador"."""
        for mention in noted.mentions:
            if (
                mention.type != "Person"
                or mention.kind != "name"
                or doc[mention.head].dep_ not in ("nsubj", "nsubj:pass")
            ):
                continue
            verb = doc[mention.head].head
            nouns = (
                [verb]
                if any(c.dep_ == "cop" for c in verb.children)
                else [c for c in verb.children if c.dep_ in ("xcomp", "obl", "obj") and verb.lemma_ in BECOMING]
            )
            for noun in nouns:
                if any(c.dep_ in ("advmod",) and c.lower_ in ("not", "n't") for c in verb.children):
                    continue
                match = self.offices.ending(lower, noun.i + 1)
                if match is None or any(t.person == mention.head and t.office == match.office for t in noted.titles):
                    continue
                left = self._owner_before(noted, lower, match.start)
                owners = [left.head] if left is not None else []
                for child in noun.children:
                    if not owners and child.dep_ == "nmod" and any(c.lower_ in ("of", "for") for c in child.children):
                        target = noted.mention_at(child.i)
                        owners = [target.head] if target is not None and target.type != "Person" else []
                noted.titles.append(
                    Title(mention.head, match.start, match.end, match.office, tuple(owners), match.former)
                )

    def _stand_for(self, doc: Doc, noted: Annotations, match: Match, person: TokenMention) -> None:
        """Let the words of the title that head the phrase stand for the person."""
        for i in range(match.start, match.end):
            if noted.mention_at(i) is None or doc[i].pos_ != "ADJ":
                noted.heads[i] = person


def _is_another(doc: Doc, match: Match, start: int, person: TokenMention) -> bool:
    """Return whether the office after the comma is that of the next in a list: "Soto, Iran FM discuss ties"."""
    if doc[start - 1].lower_ in ("the", "a", "an", "then") or doc[match.end : match.end + 1].text in (",", "and", "of"):
        return False
    token = doc[match.end - 1]
    while token.dep_ in ("compound", "nmod:desc", "flat", "amod") and token.head.i >= start:
        token = token.head
    return token.dep_ == "conj" and person.start <= token.head.i < person.end


def _is_sent(office: str, preposition: str) -> bool:
    """Return whether what follows ``office`` and ``preposition`` is a mission, not whom its holder speaks for."""
    return preposition in SENT or (preposition == "for" and office.lower().split()[-1] in ENVOYS)


def _mission(doc: Doc, office: str, preposition: str, target: TokenMention) -> str:
    return f"{office} {'to' if preposition in SENT else 'for'} {doc[target.start : target.end].text}"
