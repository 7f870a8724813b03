"""Names, nationality adjectives and named bodies: where they stand in a text and what the gazetteer knows of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from spacy.attrs import IDX, ORTH
from spacy.tokens import Doc, Token

from kg.gazetteer import Form, Gazetteer
from kg.lexicon import Lexicon
from kg.nlp.annotations import Annotations, TokenMention, notes
from kg.nlp.bodies import SOCIETIES, body_entity
from kg.nlp.misread import call_persons
from kg.nlp.moments import WEEKDAYS
from kg.nlp.naming import (
    HONORIFICS,
    is_addressed,
    is_cut,
    is_honorific,
    is_storm,
    is_surname,
    is_whole,
    matches,
    with_syllable,
)
from kg.nlp.seats import acts_as_government, head_of
from kg.nlp.tree import columns

# The last word of an organization's name tells what sort it is.
SORTS = {
    "GovernmentBody": (
        "ministry department agency committee parliament office embassy council commission bureau court service "
        "assembly senate directorate authority"
    ),
    "PoliticalGroup": "party movement front opposition bloc coalition congress",
    "MediaOrganization": "news times post newspaper television tv radio herald tribune gazette daily",
    "Company": "company corp corporation inc ltd bank group airlines plc industries energy oil",
    "ArmedGroup": "army brigade forces militia battalion rebels liberation guerrillas",
}
SORT = {word: kind for kind, words in SORTS.items() for word in words.split()}
# What else the name of a body may end in, and a person's does not.
BODILY = frozenset(SORT) | frozenset(
    "union watch international institute university centre center organization organisation nations league "
    "federation association alliance fund forum house tribunal initiative".split()
)
# After these stands the name of a body, whatever it sounds like.
CALLED = frozenset(
    "party tank organization organisation company firm charity consultancy foundation militia newspaper daily".split()
)
PREFIX = {"Person": "person", "State": "state", "Place": "place", "Position": "position"}
LABELS = {"PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "NORP": "Group"}
PLACES = ("Place", "State")
# A name does not end in these.
CONNECTING = frozenset("of the and for in on to with at".split())


REGIONS, WIDE = frozenset("Latin North South Central".split()), frozenset("Inter Pan Ibero Afro African Latin".split())


class Mentions:
    """Fills ``notes(doc).mentions`` with names and adjectives, linked where the gazetteer knows them."""

    def __init__(self, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        """Index the names of government bodies."""
        self.gazetteer = gazetteer
        self.lexicon = lexicon
        self.bodies: dict[str, list[tuple[tuple[str, ...], str, bool]]] = defaultdict(list)
        for body in gazetteer.bodies:
            for variant in (body.name, *body.variants):
                words = tuple(variant.split())
                if words[0][:1].isupper():
                    self.bodies[words[0].lower()].append((tuple(w.lower() for w in words), body.name, body.own))
        self.offices = {name.lower() for office in gazetteer.offices for name in (office.name, *office.variants)}
        ranks = (v for office in gazetteer.offices if office.level == "rank" for v in office.variants)
        self.ranks = {word for rank in ranks for word in rank.lower().split() if word.endswith(".")}
        self.last = {name.split()[-1] for name in self.offices}
        for known in self.bodies.values():
            known.sort(key=lambda item: -len(item[0]))

    def __call__(self, doc: Doc) -> Doc:
        """Note the names of ``doc``."""
        noted = notes(doc)
        (words,) = columns(doc, ORTH)
        dateline = noted.layout.dateline
        places = doc.to_array(IDX).tolist() if dateline is not None else []
        skip = 0 if dateline is None else bisect_left(places, dateline.end)
        begin = skip if dateline is None else bisect_left(places, dateline.start)
        taken: dict[int, TokenMention] = {}
        ents = doc.ents
        persons = [ent for ent in ents if ent.label_ == "PERSON" and len(ent) > 1]
        people = {i for ent in persons for i in range(ent.start, ent.end)}
        full = {words[ent.end - 1] for ent in persons}
        opening = {word for word in set(words) if word[:1].isalnum() and self.gazetteer.begins(word)}
        end = 0
        for i, word in enumerate(words):
            if word not in opening or i < end or (begin <= i < skip and dateline is not None):
                continue
            found = self._known(doc, noted, words, i, people, full)
            if found is not None:
                noted.mentions.append(found)
                taken.update(dict.fromkeys(range(found.start, found.end), found))
                end = found.end
        for ent in ents:
            if not (dateline is not None and begin <= ent.start < skip):
                named = len(ent) == 1 and (ent.text in full or is_addressed(doc, ent.start))
                self._unknown(doc, noted, ent.start, ent.end, "PERSON" if named else ent.label_, taken)
        for i, word in enumerate(words) if full else ():
            if word in full and i not in taken and not doc[i].ent_type_ and doc[i].pos_ == "PROPN":
                # "Horvatinec" alone, after "Tomislav Horvatinec"
                self._unknown(doc, noted, i, i + 1, "PERSON", taken)
        self._government(doc, noted, words, taken)
        call_persons(doc, noted)
        noted.mentions.sort(key=lambda m: (m.start, m.end))
        return doc

    def _known(
        self, doc: Doc, noted: Annotations, words: list[str], i: int, people: set[int], full: set[str]
    ) -> TokenMention | None:
        """Return the gazetteer's longest name that begins at token ``i``, if it is meant here."""
        found = self.gazetteer.longest(words, i)
        if found is None:
            return None
        end, forms = found
        inside = [k for k in range(i, end) if k in people]
        person = next((f for f in forms if self._kind(f) == "Person"), None)
        # "Lao PDR" is no person, though the model takes it for one.
        # "St. Kitts and Nevis"
        whole = end - i > 2 or (end - i > 1 and is_whole(doc, i, end))
        if inside and person is None and not whole and not all(form.kind == "adjective" for form in forms):
            return None
        form = self._choose(doc, i, end, forms, full)
        if form is None:
            return None
        entity = self.gazetteer.entities[_of_then(form, noted.article.date)]
        national = entity.kind == "InternationalOrganization" and i > 0 and words[i - 1] in NATIONAL
        if national or (entity.kind == "MediaOrganization" and words[end - 1] == "Affairs"):
            # "National Security Council" is not the United Nations'; "Ministry of Foreign Affairs" names no review.
            return None
        noted.entities.setdefault(entity.id, entity)
        kind = "adjective" if form.kind in ("adjective",) else "name"
        if form.kind == "people" and self._is_minority(doc, i, entity.id):
            # "Bosnian Serbs" are not Serbia.
            if noted.mentions and noted.mentions[-1].end == i:
                noted.mentions.pop()
            return TokenMention(i - 1, end, head_of(doc, i - 1, end), "name", "Organization")
        if (
            kind == "adjective"
            and i > 0
            and (words[i - 1] in REGIONS or (i > 1 and words[i - 1] == "-" and words[i - 2] in WIDE))
        ):
            # "Latin American", "Ibero-American": of more than one State
            return None
        if entity.kind == "Person":
            if is_cut(doc, end):
                # "Olaf Scholz-Brandt" is another.
                return None
            i = self._first_name(doc, i)
        return TokenMention(i, end, head_of(doc, i, end), kind, entity.kind, entity=entity.id)

    def _is_minority(self, doc: Doc, i: int, state: str) -> bool:
        """Return whether the people at token ``i`` are those of ``state`` who live in another: "ethnic Albanians"."""
        if not i or doc[i - 1].head.i != i or doc[i - 1].dep_ not in ("amod", "compound", "nmod"):
            return False
        land = self.gazetteer.longest([doc[i - 1].text], 0)
        others = (
            {form.entity for form in land[1] if self._kind(form) in PLACES} - {state} if land is not None else set()
        )
        return doc[i - 1].lower_ == "ethnic" or bool(others)

    def _first_name(self, doc: Doc, start: int) -> int:
        """Return where the name that goes on at ``start`` begins: "Matamela | Cyril Ramaphosa"."""
        first = start
        while doc[first].ent_iob_ == "I" and doc[first].ent_type_ == "PERSON" and first > 0:
            word = doc[first - 1].lower_
            if self._is_address(doc[first - 1]) or word in self.last or not doc[first - 1].text[:1].isupper():
                break
            first -= 1
        return first

    def _kind(self, form: Form) -> str:
        return self.gazetteer.entities[form.entity].kind

    def _choose(self, doc: Doc, start: int, end: int, forms: tuple[Form, ...], full: set[str]) -> Form | None:
        """Return which of ``forms`` is meant: the government or the city, the people or the adjective."""
        head = doc[head_of(doc, start, end)]
        label = head.ent_type_
        # "Security Council Resolution 9" is of no other council.
        passed = end < len(doc) and doc[end].lower_ in ("resolution", "resolutions") and head.pos_ == "PROPN"
        unsure = label == "" or head.pos_ not in ("PROPN", "ADJ")
        if all(form.ambiguous for form in forms) and unsure and not passed:
            return None
        alone = label == "PERSON" and end - start == 1 and not is_surname(doc, start, full)
        whole = end - start > 2 or (end - start > 1 and is_whole(doc, start, end))
        if label == "PERSON" and not alone and not whole and not any(self._kind(form) == "Person" for form in forms):
            # "Jordan" as a surname, but "Russian" inside an entity that swallowed a title.
            return next((form for form in forms if form.kind in ("adjective", "people")), None)
        seats = [f for f in forms if f.kind in ("metonym", "capital")]
        city = next((f for f in forms if f.kind not in ("metonym", "capital") and self._kind(f) == "Place"), None)
        if seats and city is not None:
            # "Brussels" is the Union's seat before it is Belgium's.
            return max(seats, key=lambda f: f.kind == "metonym") if acts_as_government(doc, start, end) else city
        if any(f.kind == "adjective" for f in forms):
            modifies = head.dep_ in ("amod", "compound", "nmod", "nmod:desc") or head.pos_ == "ADJ"
            return next((f for f in forms if (f.kind == "adjective") == modifies), forms[0])
        if len({form.entity for form in forms}) > 1 and label in ("GPE", "LOC"):
            return next((form for form in forms if self._kind(form) in PLACES), forms[0])
        return forms[0]

    def _unknown(
        self, doc: Doc, noted: Annotations, start: int, end: int, label: str, taken: dict[int, TokenMention]
    ) -> None:
        """Note a name that the model found and the gazetteer does not know."""
        kind = LABELS.get(label)
        self._named_after_place(doc, noted, start, end, label, taken)
        while start < end and (start in taken or doc[start].is_punct or doc[start].lower_ in ("the", "'s", "’s")):
            if start in taken and taken[start].kind == "name" and kind != "Person":
                return
            start += 1
        if kind is None or kind == "Group" or start >= end or any(i in taken for i in range(start, end)):
            return
        while kind == "Person" and start < end and self._is_address(doc[start]):
            start += 1
        if kind == "Person" and doc[start : start + 2].text.lower() == "h. e.":
            start += 2
        if kind == "Organization" and doc[end - 1].lower_ == "affairs" and end - start < 3:
            # "Foreign Affairs Cabinet Secretary"
            return
        if end - start == 1 and doc[start].lower_.endswith(("-led", "-backed", "-based", "-owned", "-brokered")):
            # "the US-led coalition"
            return
        before = [token.lower_ for token in doc[max(0, start - 2) : start]]
        if kind == "Organization" and before[-1:] in (["of"], ["for"]) and before[0] in ("minister", "ministers"):
            # "the Minister for Foreign Affairs and Trade"
            return
        if kind == "Organization" and doc[start].text == "State" and doc[max(0, start - 1)].lower_ == "of":
            # "Minister of State for Foreign Affairs"
            return
        if is_storm(doc, start):
            return
        if end - start == 1 and (doc[start].lower_ in SIDES or doc[start].lower_ in WEEKDAYS):
            # "the Tajik Side", "Monday's raid"
            return
        if kind == "Organization" and end - start == 1 and doc[start].lower_ in GENERIC:
            # "the District Commissioner", "the Party leader"
            return
        while start < end and doc[end - 1].lower_ in CONNECTING:
            end -= 1
        if start >= end:
            return
        if kind == "Person" and end - start > 1:
            end = with_syllable(doc, end)
        text = doc[start:end].text
        if kind in ("Person", "Organization") and text.lower().replace("’", "'") in self.offices:
            return
        if text.lower().replace(" ", "") in HONORIFICS or len(text.strip(".")) < 2:
            return
        if not any(c.isalpha() for c in text) or (kind == "Person" and not doc[start].text[:1].isupper()):
            return
        if (
            end - start == 3
            and doc[start + 1].text in ("-", "–")
            and doc[start].text.istitle()
            and doc[end - 1].text.istitle()
            and (kind != "Person" or (end < len(doc) and doc[end].pos_ == "NOUN"))
        ):
            # "the Merkel-Macron talks": two people, if both are named in full elsewhere. "Minister Soto-Vega" is one.
            full = {ent[-1].text for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1}
            halves = (start, end - 1)
            if all(doc[i].text in full or self.gazetteer.surname(doc[i].text) for i in halves):
                for i in halves:
                    mention = TokenMention(i, i + 1, i, "name", "Person")
                    noted.mentions.append(mention)
                    taken[i] = mention
            return
        if kind in ("Person", "Place") and start and doc[start - 1].lower_ in CALLED:
            # "the think tank Nodo Alto", "the pro-independence party Vai Nui"
            kind = SORT.get(doc[start - 1].lower_, "Organization")
        elif kind == "Organization":
            kind = SORT.get(doc[end - 1].lower_, "Organization")
        mention = TokenMention(start, end, head_of(doc, start, end), "name", kind)
        noted.mentions.append(mention)
        taken.update(dict.fromkeys(range(start, end), mention))
        while kind == "Person" and start and is_honorific(doc[start - 1 - (doc[start - 1].text == ".")].lower_):
            # "Datuk Seri Ana Soto" is one phrase, whichever of its words the parser makes its head.
            start -= 1 + (doc[start - 1].text == ".")
            noted.heads[start] = mention

    def _named_after_place(
        self, doc: Doc, noted: Annotations, start: int, end: int, label: str, taken: dict[int, TokenMention]
    ) -> None:
        """Drop the place at the beginning of a body's name: "Amazon Cooperation Treaty Organization"."""
        place = taken.get(start)
        if label != "ORG" or place is None or place.type != "Place" or place.start != start or end - place.end < 2:
            return
        rest = range(place.end, end)
        if doc[end - 1].lower_ in BODILY and all(i not in taken and doc[i].pos_ in ("PROPN", "ADJ") for i in rest):
            noted.mentions.remove(place)
            for i in range(place.start, place.end):
                del taken[i]

    def _is_address(self, token: Token) -> bool:
        """Return whether ``token`` is before a name, not of it: "Mr", "Gen."."""
        return is_honorific(token.lower_) or token.text == "." or token.lower_ in self.ranks

    def _government(self, doc: Doc, noted: Annotations, words: list[str], taken: dict[int, TokenMention]) -> None:
        """Note "Russian Foreign Ministry", "Ministry of Defence of Chile": a body of its own, linked to its State."""
        for start, word in enumerate(words):
            variants = self.bodies.get(word.lower()) if word[:1].isupper() else None
            hit = next((v for v in variants if matches(doc, start, v[0])), None) if variants else None
            if hit is None:
                continue
            end = start + len(hit[0])
            cover = taken.get(start)
            if cover is not None and cover.entity is not None and (cover.start, cover.end) != (start, end):
                continue
            state, first, end = self._owner(doc, start, end, taken)
            if state is None or (hit[1] in SOCIETIES and first == start and doc[start + len(hit[0])].lower_ == "in"):
                # "The Red Cross in Chad" may be the international one.
                continue
            start = first
            if cover is not None and cover.entity is not None:
                # "Peru's Congress" is not the one that "Congress" alone stands for.
                if self.gazetteer.state_of(cover.entity) == state:
                    continue
                noted.mentions.remove(cover)
            # "The Government of Chad" is Chad.
            body = self.body(noted, hit[1], state, doc[start:end].text) if hit[2] else state
            self._replace(doc, noted, start, end, body, taken)

    def _owner(self, doc: Doc, start: int, end: int, taken: dict[int, TokenMention]) -> tuple[str | None, int, int]:
        """Return whose body stands at the tokens, and the tokens with the owner's name."""
        before = start - 1
        if before >= 0 and doc[before].lower_ in ("'s", "’s", "'", "’"):
            before -= 1
        left = taken.get(before)
        if left is not None and left.entity is not None and self._is_state(left.entity):
            return self.gazetteer.state_of(left.entity), left.start, end
        if end < len(doc) and doc[end].lower_ in ("of", "in"):
            after = end + 1
            while after < len(doc) and doc[after].lower_ in ("the",):
                after += 1
            right = taken.get(after)
            if right is not None and right.entity is not None and self._is_state(right.entity):
                return self.gazetteer.state_of(right.entity), start, right.end
        return None, start, end

    def _is_state(self, entity: str) -> bool:
        known = self.gazetteer.entities.get(entity)
        return known is not None and known.kind in ("State", "Place") and self.gazetteer.state_of(entity) is not None

    def _replace(
        self, doc: Doc, noted: Annotations, start: int, end: int, entity: str, taken: dict[int, TokenMention]
    ) -> None:
        if entity not in noted.entities:
            noted.entities[entity] = self.gazetteer.entities[entity]
        noted.mentions = [m for m in noted.mentions if not (start <= m.start and m.end <= end and m.entity is None)]
        head = head_of(doc, start, end)
        if doc[head].i in taken and taken[head].kind == "adjective":
            head = end - 1
        mention = TokenMention(start, end, head, "name", noted.entities[entity].kind, entity=entity)
        noted.mentions.append(mention)
        noted.heads[head] = mention

    def body(self, noted: Annotations, body: str, state: str, surface: str = "") -> str:
        """Return the id of the ``body`` ("Foreign Ministry") of ``state``, entered among the article's entities."""
        return body_entity(self.gazetteer, noted, body, state, surface)


NATIONAL = frozenset({"National", "Federal", "Supreme", "Transitional", "Presidential"})
# What nobody is called by alone.
SIDES = frozenset({"side", "sides", "parties"})
GENERIC = frozenset("party district state province region".split())
# Whose seat a capital was before: the day until which it was, and the State.
BEFORE = {
    "state_RU": ("1991-12-26", "state_SUHH"),
    "state_CZ": ("1993-01-01", "state_CSHH"),
    "state_RS": ("2003-02-04", "state_YUCS"),
}


def _of_then(form: Form, date: str | None) -> str:
    """Return the entity of ``form``, of a seat of government the State whose it was at ``date``."""
    until, state = BEFORE.get(form.entity, ("", form.entity))
    return state if form.kind in ("metonym", "capital") and date is not None and date < until else form.entity
