"""Phrases that name offices: "a former British foreign secretary", "the UN envoy for Yemen and Norway's ambassador"."""

from __future__ import annotations

from dataclasses import replace

from spacy.attrs import LOWER, POS
from spacy.tokens import Doc

from kg.gazetteer import Gazetteer
from kg.nlp.annotations import Annotations, TokenMention
from kg.nlp.naming import HONORIFICS
from kg.nlp.offices import (
    BODIES,
    COMMISSIONED,
    COUNTERPARTS,
    DIPLOMATS,
    ENVOYS,
    NO_FIELD,
    POSTED,
    PRODUCTIVE,
    RELATED,
    SENT_ALONE,
    SHARED,
    Match,
    Offices,
    Post,
    share,
)
from kg.nlp.tree import columns

DETERMINERS = frozenset("the a an another its their his her our whose this".split())
POSSESSIVES = frozenset({"its", "their", "his", "her", "whose"})
GENITIVES = frozenset({"'s", "’s", "'", "’"})
PAST = frozenset({"once", "formerly", "previously"})
PASSING = frozenset("now currently also both still presently simultaneously concurrently".split())
UNITED_NATIONS = "organization_Q1065"
# "The UN ambassador" is a State's.
REPRESENTATIVES = frozenset({"Permanent Representative", "Deputy Permanent Representative", "Permanent Observer"})
PREPOSITIONS = frozenset({"of", "for", "to", "on", "in", "at", "from"})
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
GIVEN = frozenset("appointed elected named nominated accredited sworn".split())
NEXT = frozenset({"elect", "designate", "nominee"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
FIELD = NOMINAL | {"CCONJ", "DET", "PART"}
LONGEST_FIELD = 9
STYLES = frozenset({"honourable", "honorable", "hon", "excellency", "h.e"})
STYLING = frozenset({"the", "right", "most", "very", "his", "her"})


class Posts:
    """Reads the phrases of one text that name offices."""

    def __init__(self, doc: Doc, noted: Annotations, offices: Offices, gazetteer: Gazetteer) -> None:
        """Index the names of ``doc`` by where they begin."""
        self.doc = doc
        self.noted = noted
        self.offices = offices
        self.gazetteer = gazetteer
        lower, self.pos = columns(doc, LOWER, POS)
        self.lower = [word.replace("’", "'") for word in lower]
        self.names: dict[int, TokenMention] = {}
        named = [mention for mention in noted.mentions if mention.kind in ("name", "adjective")]
        self.inside = {i for mention in named for i in range(mention.start, mention.end)}
        self.demonyms = {m.head for m in named if m.kind == "adjective" and m.type == "State"}
        for mention in named:
            known = self.names.get(mention.start)
            if known is None or (known.end < mention.end and not self._is_cut(mention)):
                self.names[mention.start] = mention

    def chain(self, start: int) -> list[Post]:
        """Return the offices that the phrase at ``start`` joins, in order; empty if it names none."""
        found: list[Post] = []
        at = start
        while (post := self.post(at)) is not None:
            if found and (post.shared or (post.definite and not post.owners)):
                break
            if found and found[-1].plural and not post.plural and self.word(at - 1) == ",":
                # "will expel two Russian envoys, Prime Minister Alder said": no Russian.
                break
            found.append(post)
            at = post.end
            if self.word(at) not in ("and", "&") and not (self.word(at) == "," and self._office_at(at + 1)):
                break
            at += 1
        return share(found)

    def past_boss(self, start: int) -> int:
        """Return where the office begins in "President Alder's security adviser": after the name of his superior."""
        match = self.offices.starting(self.lower, start) if start < len(self.lower) else None
        name = self.names.get(match.end) if match is not None else None
        named = name is not None and name.type == "Person" and self.word(name.end) in GENITIVES
        return name.end + 1 if name is not None and named else start

    def second(self, start: int) -> int:
        """Return where "and" goes on after what is no office: "a member of the panel and former minister of Peru"."""
        for i in range(start, min(len(self.lower), start + 12)):
            if self.lower[i] == "and":
                return i + 1
            if self.pos[i] not in FIELD and self.pos[i] != "ADP":
                break
        return len(self.lower)

    def ending(self, end: int) -> list[Post]:
        """Return the offices of the longest phrase that ends right before ``end``, a comma or forms of address."""
        styled = False
        while end > 1:
            word = self.lower[end - 1 - (self.lower[end - 1] == ".")].strip(".")
            if word in HONORIFICS:
                styled |= word in STYLES
                end -= 1 + (self.lower[end - 1] == ".")
            elif styled and word in STYLING:
                # "the Prime Minister, the Right Honourable Ana Soto", "His Excellency Luis Vega"
                end -= 1
            else:
                break
        end -= end > 0 and self.lower[end - 1] == ","
        lowest = max(0, end - 24, self.doc[end - 1].sent.start if end else 0)
        if not any(self._is_last(i) for i in range(max(lowest, end - 14), end)):
            return []
        for start in range(lowest, end):
            if self._may_start(start) and (found := self.chain(start)) and found[-1].end == end:
                return found
        return []

    def post(self, start: int, depth: int = 0) -> Post | None:
        """Return the office that the phrase at ``start`` names, with whose it is and for what."""
        i, former, definite, theirs = start, False, False, False
        owners: list[TokenMention] = []
        ranks: list[str] = []
        described = 0
        while i < len(self.lower):
            word = self.lower[i]
            counterpart = self._counterpart(i) if theirs or word == "same" else 0
            if counterpart:
                core = (i, i + counterpart)
                related = word if word in RELATED else ""
                return self._tail(Post(start, i + counterpart, core, related, shared=True), owners, depth)
            match = self._uncut(self.offices.starting(self.lower, i))
            name = self.names.get(i)
            if name is not None and (match is None or match.end <= name.end):
                if name.type == "Person" and self.word(name.end) not in GENITIVES:
                    return None
                owners += [name] if name.type != "Person" else []
                i = name.end
            elif match is not None and self._is_apart(match):
                ranks.append(word.title())
                i = match.end
            elif match is not None and self._goes_on(match):
                i = match.end
            elif match is not None and self.word(match.end) in GENITIVES:
                # "The Secretary-General's envoy": of what he is himself.
                owners = owners or self._of_chief(match)
                i = match.end + 1
            elif match is not None:
                within = self._within(match)
                core = (within[0].end if within else self._field_start(match), match.end)
                owners = owners or within or self._of_chief(match)
                office = " ".join([*self._field(core[0], match.start), self._ranked(ranks, match.office)])
                post = Post(start, match.end, core, office, (), former or match.former, match.plural, definite=definite)
                return self._tail(post, owners, depth)
            elif word in DETERMINERS or word in PASSING or word in PAST or word in GENITIVES:
                theirs |= word in POSSESSIVES
                owners += self._antecedent(i) if word == "whose" else []
                definite |= word in DETERMINERS
                former |= word in PAST
                i += 1
            elif word == "(" and self.word(i + 2) == ")":
                i += 3
            elif (size := self._modifiers(i)) > 0:
                name_of, effect = self.offices.modifiers[tuple(self.lower[i : i + size])]
                former |= effect == "former" and name_of != "Then"
                ranks += [name_of] if effect == "rank" else []
                i += size
                i += self.word(i) == "-" or (self.word(i) == "and" and self._modifiers(i + 1) > 0)
            elif described < 4 and self._describes(i):
                described += 1
                i += 1
            else:
                return None
        return None

    def word(self, i: int) -> str:
        """Return the word at ``i`` in lower case, empty beyond the end."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    # -- parts

    def _is_cut(self, name: TokenMention) -> bool:
        """Return whether an office begins within ``name`` and ends beyond it: "Kenyan Cabinet | Secretary"."""
        inside = (self.offices.starting(self.lower, k) for k in range(name.start + 1, name.end))
        return any(match is not None and match.end > name.end for match in inside)

    def _antecedent(self, i: int) -> list[TokenMention]:
        """Return the State or body right before "whose" at ``i``: "Algeria, whose foreign minister"."""
        end = i - (self.word(i - 1) == ",")
        found = self.noted.mention_at(end - 1) if end > 0 else None
        fits = found is not None and found.end == end and found.type not in ("Person", "Place")
        return [found] if found is not None and fits else []

    def _uncut(self, match: Match | None) -> Match | None:
        """Return ``match`` without the beginning of a name: "President of the | Republic of Kenya"."""
        for k in range(match.start + 1, match.end) if match is not None else ():
            if match is not None and (name := self.names.get(k)) is not None and name.end > match.end:
                while self.lower[k - 1] in ("of", "the"):
                    k -= 1
                return self.offices.ending(self.lower, k)
        return match

    def _modifiers(self, i: int) -> int:
        """Return how many words at ``i`` are a modifier of offices."""
        return self.offices.modifier(self.lower, i)

    def _counterpart(self, i: int) -> int:
        """Return how many words at ``i`` say "counterpart"."""
        if self.lower[i] in RELATED and not (
            i + 1 < len(self.pos) and self.pos[i + 1] in NOMINAL and i + 1 not in self.inside
        ):
            return 1
        return next((len(w) for w in COUNTERPARTS if tuple(self.lower[i : i + len(w)]) == w), 0)

    def _is_apart(self, match: Match) -> bool:
        """Return whether the words of ``match`` only describe an office after a name: "the chief Soviet negotiator"."""
        if match.end - match.start > 1 or (self.lower[match.start],) not in self.offices.modifiers:
            return False
        name = self.names.get(match.end)
        return (name is None or name.type != "Person") and self._office_at(match.end if name is None else name.end)

    def _goes_on(self, match: Match) -> bool:
        """Return whether the phrase goes on with another noun: "Chief Information Officer", "minister talks"."""
        end = match.end
        if end >= len(self.pos) or end in self.inside:
            return False
        single = match.end - match.start == 1 and (self.lower[match.start],) in self.offices.modifiers
        return (self.pos[end] == "NOUN" or (single and self.pos[end] == "PROPN")) and self.word(end) not in NEXT

    def _of_chief(self, match: Match) -> list[TokenMention]:
        """Return the United Nations, if spoken of, for "the Secretary-General"."""
        if match.office != "Secretary-General":
            return []
        return next(([name] for name in self.names.values() if name.entity == UNITED_NATIONS), [])

    def _ranked(self, ranks: list[str], office: str) -> str:
        return self.offices.ranked([*(rank for rank in ranks if not office.startswith(rank)), office])

    def _within(self, match: Match) -> list[TokenMention]:
        """Return whose the office is by its own name: "EU High Representative", "President of the World Bank"."""
        start = match.start
        while start < match.end and (size := self._modifiers(start)):
            start += size
        name = self.names.get(start)
        unfit = name is None or name.end >= match.end or name.type == "Person" or match.office in REPRESENTATIVES
        return [name] if name is not None and not unfit and name.entity in self.gazetteer.entities else []

    def _describes(self, i: int) -> bool:
        word = self.lower[i]
        plain = word.isalpha() or (word[:1].isalnum() and word.replace("-", "").isalnum())
        given = word in GIVEN or word.endswith("ly")
        return (self.pos[i] in NOMINAL or given) and plain or (word == "-" and i > 0)

    def _is_last(self, i: int) -> bool:
        return self.lower[i] in self.offices.last or self.lower[i] in SHARED

    def _may_start(self, i: int) -> bool:
        plain = i in self.names or self.pos[i] in NOMINAL or self.lower[i] in DETERMINERS or self.lower[i] in PAST
        return plain or self.offices.modifier(self.lower, i) > 0

    def _office_at(self, i: int) -> bool:
        return self.offices.starting(self.lower, i) is not None if i < len(self.lower) else False

    def _tail(self, post: Post, owners: list[TokenMention], depth: int) -> Post:
        """Return ``post`` with what follows its name: "-elect", "of Peru", "to Iran", "for the dialogue"."""
        end, office = post.end, post.office
        if self.word(end) == "-" and self.word(end + 1) in NEXT or self.word(end) in NEXT:
            end += 1 + (self.word(end) == "-")
            office = f"{office}-{self.word(end - 1)}" if self.word(end - 1) != "nominee" else office
        if self.word(end) in ("a.i", "a.i.") or (self.word(end) == "ad" and self.word(end + 1) == "interim"):
            end += 1 + (self.word(end + 1) in (".", "interim"))
        last = office.lower().split()[-1] if office else ""
        places = [o for o in owners if o.type != "Place"] or owners
        own = [o.head for o in places]
        if last in DIPLOMATS and len(own) > 1:
            own = own[:1]
        own = own[-1:]
        for _ in range(3 if depth < 2 else 0):
            end += (
                3 if self.word(end) == "(" and self.word(end + 2) == ")" and self.word(end + 3) in PREPOSITIONS else 0
            )
            end += self.word(end) in PASSING and self.word(end + 1) in PREPOSITIONS
            end += self.word(end) == "responsible" and self.word(end + 1) == "for"
            preposition = self.word(end)
            target = end + 1 + (self.word(end + 1) == "the")
            name = self.names.get(target)
            if not self._belongs(preposition, name, last, shared=post.shared):
                break
            if depth and preposition == "for" and name is not None and office == "Secretary-General":
                # "the envoy of the Secretary-General for Yemen"
                break
            inner = self.post(target, depth + 1)
            if inner is not None and not inner.shared:
                # "Special representative of the Secretary-General", "an adviser to Prime Minister Khan".
                own = own or list(inner.owners)
                holder = self.names.get(inner.end) if preposition == "to" else None
                end = holder.end if holder is not None and holder.type == "Person" else inner.end
                continue
            stop = self._phrase_end(target, name, sent=preposition != "of")
            if stop == target or (name is not None and name.type == "Person"):
                break
            if preposition == "on" and (self.lower[target] in DAYS or self.pos[stop - 1] == "NUM"):
                break
            office, own = self._of(post, office, own, (end, target, stop), name)
            end = stop
        if self.word(end) == "(" and self.word(end + 2) == ")" and self.word(end + 3) in (",", "and"):
            end += 3
        return replace(post, end=end, office=office, owners=tuple(own))

    def _belongs(self, preposition: str, name: TokenMention | None, last: str, *, shared: bool) -> bool:
        """Return whether what follows ``preposition`` belongs to the office, and is no time or place of an event."""
        if preposition == "in":
            return name is not None and (shared or last in POSTED)
        if preposition in ("from", "at"):
            return name is not None and (preposition != "from" or shared)
        return preposition in ("of", "for", "to") or (preposition == "on" and last in COMMISSIONED)

    def _of(
        self, post: Post, office: str, own: list[int], span: tuple[int, int, int], name: TokenMention | None
    ) -> tuple[str, list[int]]:
        """Return the office and its owners with the phrase after a preposition."""
        at, target, stop = span
        preposition, last = self.lower[at], office.lower().split()[-1] if office else ""
        whole = name is not None and stop == name.end
        if post.shared:
            return office, own or ([name.head] if name is not None else [])
        if post.office in REPRESENTATIVES and preposition != "of":
            return office, own
        if not (preposition in ("to", "in", "on") or (preposition == "for" and last in ENVOYS)):
            if name is not None and whole and not self._is_field(name, preposition, stop, last):
                # "The Tunisian secretary-general of the African Union"
                apart = name.type not in ("State", "Place", "Person") and last not in DIPLOMATS
                return office, [name.head] if apart and self._national(own) else own or [name.head]
            if name is not None and not whole:
                alone = self.lower[stop - 1] in SENT_ALONE
                office = f"{office} of {self.doc[target:stop].text}" if alone else office
                return office, own or [name.head if alone else stop - 1]
        return f"{office} {'to' if preposition == 'in' else preposition} {self.doc[at + 1 : stop].text}", own

    def _national(self, own: list[int]) -> bool:
        return any(head in self.demonyms for head in own)

    def _is_field(self, name: TokenMention, preposition: str, stop: int, last: str) -> bool:
        """Return whether ``name`` after "for" is a field, not whom he serves: "Secretary for Foreign Affairs"."""
        if preposition != "for" or last == "spokesperson" or name.type == "GovernmentBody":
            return False
        return name.entity not in self.gazetteer.entities or self.lower[stop - 1] == "affairs" or name.type == "Place"

    def _field_start(self, match: Match) -> int:
        """Return where the nouns before an office begin that say of what: "human resources minister", "trade envoy"."""
        start = match.start
        if match.end - match.start > 1 or self.lower[start] not in PRODUCTIVE:
            return start
        while start > 0 and match.start - start < 4 and start - 1 not in self.inside:
            joined = self.lower[start - 1] == "and" and start < match.start and self.pos[start - 2] in ("NOUN", "PROPN")
            plain = self.pos[start - 1] in ("NOUN", "PROPN", "ADJ") and self.lower[start - 1] not in NO_FIELD
            if not (plain or joined):
                break
            start -= 1
        while start < match.start and self.lower[start] in ("and", *NO_FIELD):
            start += 1
        within = start < match.start and self.doc[start].dep_ in ("compound", "amod", "conj", "nmod", "nmod:desc")
        return start if within else match.start

    def _field(self, start: int, end: int) -> list[str]:
        words = self.doc[start:end].text.split() if start < end else []
        while words and (words[0].lower(),) in self.offices.modifiers:
            words = words[1:]
        return [w if w in ("and", "of") or w[:1].isupper() else w.capitalize() for w in words]

    def _phrase_end(self, start: int, name: TokenMention | None, *, sent: bool) -> int:
        """Return where the noun phrase at ``start`` ends: before a verb, a comma or a person's name."""
        end = name.end if name is not None else start
        more = self.word(end) in (*GENITIVES, "-", *BODIES) or (
            sent and end < len(self.pos) and self.pos[end] == "NOUN"
        )
        if name is not None and name.kind == "name" and not more:
            return end
        end += self.word(end) in GENITIVES
        end += 2 if self.word(end) == "-" else 0
        while end < min(len(self.lower), start + LONGEST_FIELD):
            known = self.names.get(end)
            owner = self.names.get(end + 1 + (self.word(end + 1) == "the"))
            sort = name is None and end > start and self.lower[end] in ("of", "for", "on")
            inner = sort and (owner is None or owner.type != "State")
            if known is not None and known.type == "Person" or (self.pos[end] not in FIELD and not inner):
                break
            if self.lower[end] == "and" and self._office_at(end + 1):
                break
            end = known.end if known is not None else end + 1
        while end > start and self.pos[end - 1] in ("CCONJ", "DET", "PART", "ADJ", "ADP") and end - 1 not in self.names:
            end -= 1
        return end
