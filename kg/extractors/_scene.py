"""What every extractor reads: one article's clauses, mentions and dates, and the nodes found so far."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from kg.clauses import Clause, Reading, read
from kg.extractors._issued import issuers
from kg.extractors._met import met
from kg.extractors._phrases import Phrases
from kg.extractors._standing import assembled, called, led, seated
from kg.extractors._when import When
from kg.gazetteer import Gazetteer
from kg.gazetteer.tables import ORGANIZATION_KINDS
from kg.lexicon import Frame, Lexicon
from kg.model import Article, Assertion, Entity, Evidence, Mention, Status
from kg.nlp.annotations import Title, notes
from kg.nlp.here import here

if TYPE_CHECKING:
    from kg.extractors._gathering import Gathering

ORGANIZATIONS = ORGANIZATION_KINDS
# How many clauses back a statement may have been issued that is "the statement" now.
NEARBY = 60
RELEASING = frozenset({"release", "issue", "publish", "post", "distribute", "circulate"})
AGENTS = ORGANIZATIONS | {"Person", "State", "Agent"}


@dataclass(frozen=True)
class Encounter:
    """A meeting told at ``token``: what a later "the talks also covered" goes back to.

    ``parties`` are those of a meeting that is told as a matter between them, not the guests of a summit.
    """

    token: int
    parties: tuple[str, ...]
    event: str
    date: str | None

    @property
    def subjects(self) -> tuple[str, ...]:
        """Return who addresses what was discussed: the parties, else the meeting itself."""
        return self.parties or (self.event,)


class Scene:
    """One article as the extractors see it; ``entities`` grows by the nodes that they name."""

    def __init__(self, doc: Doc, article: Article, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        """Read the clauses of ``doc``."""
        self.doc = doc
        self.article = article
        self.lexicon = lexicon
        self.gazetteer = gazetteer
        self.noted = notes(doc)
        self._titles: dict[int, list[Title]] = {}
        self._borne: dict[str, list[Title]] | None = None
        self._linked: dict[int, tuple[str, ...]] = {}
        for title in self.noted.titles:
            for i in range(title.start, title.end):
                self._titles.setdefault(i, []).append(title)
        self.reading: Reading = read(doc, lexicon)
        self.tree = self.reading.tree
        self.entities: dict[str, Entity] = dict(self.noted.entities)
        # What the text calls by its name.
        self.named = {m.entity for m in self.noted.mentions if m.entity is not None and m.kind == "name"}
        self.phrases = Phrases(self.reading, self.noted, lexicon, article, self.entities)
        self.gatherings: list[Gathering] = []
        self.encounters: list[Encounter] = []
        self.pacts: list[tuple[int, tuple[str, ...]]] = []
        self.matters: list[tuple[int, tuple[str, ...]]] = []
        self.offices: dict[str, list[str]] = {}
        self.frames: dict[int, tuple[Clause, Frame | None]] = {}
        self.affected: list[tuple[int, str, tuple[str, ...]]] = []
        # Whom help was told to reach.
        self.helped: list[tuple[int, tuple[str, ...]]] = []
        self.judged: list[tuple[int, str, tuple[str, ...]]] = []
        self.deeds: list[tuple[int, tuple[str, ...]]] = []
        self.dealings: list[tuple[int, tuple[str, str]]] = []
        self.calls: list[tuple[int, str, tuple[str, ...], tuple[str, ...]]] = []
        # What was attacked, and when, by nobody that was named.
        self.unclaimed: list[tuple[int, tuple[str, ...], str | None]] = []
        self._release: tuple[int, str | None] | None = None
        self._acting: dict[int, list[str]] = {}
        self._dates: dict[int, tuple[Clause, str | None]] = {}
        self._extents: dict[int, tuple[int, int]] = {}
        self._contexts: dict[int, str | None] = {}
        self._unpolitical: dict[int, bool] = {}
        self.when = When(self.reading, self.noted, lexicon)

    def kind(self, entity: str) -> str:
        """Return the class of the entity with id ``entity``."""
        return self.entities[entity].kind

    def kinds(self, token: int) -> set[str]:
        """Return the classes of the entities at ``token``."""
        return {self.kind(entity) for entity in self.linked(token)}

    def linked(self, token: int) -> tuple[str, ...]:
        """Return the ids of the entities that the phrase headed by ``token`` stands for."""
        found = self._linked.get(token)
        if found is None:
            found = self._linked[token] = self.noted.entities_at(token)
        return found

    def agents(self, token: int) -> list[str]:
        """Return those of the entities at ``token`` that can act."""
        found = self._acting.get(token)
        if found is None:
            found = [e for e in self.linked(token) if self.kind(e) in AGENTS]
            found = found or self._titled(token) or self._explained(token) or self._beside(token)
            found = found or self.phrases.owners(token)
            self._acting[token] = found
        if found:
            return [*found]
        found = assembled(self, token) or led(self, token) or seated(self, token) or called(self, token)
        part = self.phrases.part(token) if not found else token
        return (found or met(self, token)) if part == token else self.agents(part)

    def meet(self, encounter: Encounter) -> None:
        """Keep ``encounter`` in its place in the text."""
        insort(self.encounters, encounter, key=lambda e: e.token)

    def in_headline(self, token: int) -> bool:
        """Return whether ``token`` stands in a headline."""
        return self.noted.layout.is_headline(self.tree.starts[token])

    def is_ahead(self, date: str | None) -> bool:
        """Return whether ``date`` is after the day of the article."""
        today = self.article.date
        return date is not None and today is not None and date[: len(today)] > today[: len(date)]

    def last_encounter(self, token: int, *, any_kind: bool = False) -> Encounter | None:
        """Return the last meeting told before ``token``, one between known parties unless ``any_kind`` will do."""
        at = bisect_left(self.encounters, token, key=lambda e: e.token)
        return next((e for e in reversed(self.encounters[:at]) if any_kind or e.parties), None)

    def encounters_before(self, token: int, near: int) -> Iterator[Encounter]:
        """Yield the meetings told in the ``near`` words before ``token``, the last one first."""
        for at in range(bisect_left(self.encounters, token, key=lambda e: e.token) - 1, -1, -1):
            if token - self.encounters[at].token >= near:
                return
            yield self.encounters[at]

    def _titled(self, token: int) -> list[str]:
        """Return who bear the office at ``token``: "the presidents of Chad and Mali, Ana Soto and Lena Holt"."""
        if self.tree.tag[token] not in ("NNS", "NNPS"):
            return []
        people = [e for t in self._titles.get(token, ()) for e in self.linked(t.person)]
        return list(dict.fromkeys(people))

    def titles_of(self, person: str) -> list[Title]:
        """Return the titles that the text gives ``person``."""
        if self._borne is None:
            self._borne = {}
            for title in self.noted.titles:
                for entity in self.linked(title.person):
                    self._borne.setdefault(entity, []).append(title)
        return self._borne.get(person, [])

    def named_by(self, token: int) -> bool:
        """Return whether ``token`` heads an office whose bearer is named, or whose owner follows."""
        return token in self._titles or bool(self._explained(token))

    def kind_of(self, entity: str) -> str | None:
        """Return the class of an entity of the article or of the gazetteer; one of the latter becomes the former's."""
        if entity not in self.entities and entity in self.gazetteer.entities:
            self.entities[entity] = self.gazetteer.entities[entity]
        return self.entities[entity].kind if entity in self.entities else None

    def _explained(self, token: int) -> list[str]:
        """Return whom an apposition names: "the two ministers, Ana Soto and Lena Holt"."""
        tree = self.tree
        heads = [i for kid in tree.children(token, "appos") for i in tree.conjuncts(kid)]
        return list(dict.fromkeys(e for i in heads for e in self.linked(i) if self.kind(e) in AGENTS))

    def _beside(self, token: int) -> list[str]:
        """Return who "the militia" in "al-Shabab, the militia that shelled the port" is."""
        tree, name = self.tree, self.tree.head[token]
        if self.lexicon.speech(tree.lemma[token], "noun") is not None:
            # "accused the militia of raids on Mali, a charge that Chad denies"
            return []
        named = tree.dep[token] == "appos" and tree.pos[name] == "PROPN" and tree.pos[token] == "NOUN" and name < token
        return [e for e in self.linked(name) if self.kind(e) in AGENTS] if named else []

    def all_agents(self, tokens: Iterable[int]) -> list[str]:
        """Return the agents at ``tokens``, each once, in order."""
        return list(dict.fromkeys(agent for token in tokens for agent in self.agents(token)))

    def places(self, token: int) -> list[str]:
        """Return those of the entities at ``token`` that are places, States among them."""
        found = [e for e in self.linked(token) if self.kind(e) in ("Place", "State")]
        named = self.phrases.named_place(token) if not self.linked(token) else token
        return found if named == token else self.places(named)

    def here(self) -> str | None:
        """Return the place of the dateline, None if it names no one place."""
        found = here(self.noted, self.gazetteer)
        if found is not None:
            self.entities.setdefault(found, self.noted.entities[found])
        return found

    def host_state(self, token: int) -> str | None:
        """Return the State whose territory the place at ``token`` is, the State itself included."""
        for place in self.places(token):
            state = place if self.kind(place) == "State" else self.gazetteer.state_of(place)
            if state is not None:
                self.entities.setdefault(state, self.gazetteer.entities[state])
                return state
        return None

    def speaker(self, clause: Clause) -> str | None:
        """Return the entity that says what ``clause`` says, None if the article itself does."""
        if clause.speaker < 0:
            return self._releasing(clause.predicate)
        found = self.agents(clause.speaker)
        if found:
            return found[0]
        return self.phrases.source(clause.speaker) or self._author(clause.speaker) or self._party(clause.speaker)

    def speakers(self, clause: Clause) -> list[str]:
        """Return all who say together what ``clause`` says: "Chad and Mali said that …"."""
        first = self.speaker(clause)
        others = self.all_agents(self.tree.conjuncts(clause.speaker)) if clause.speaker >= 0 else []
        return list(dict.fromkeys([first, *others])) if first is not None else []

    def _party(self, token: int) -> str | None:
        """Return "the rebels" at ``token`` who say so; a party's own account is none of the article's."""
        spoken = [kid for kid in self.tree.children(token, "nmod") if self.tree.preposition(kid) in ("for", "of")]
        if self.tree.lemma[token].startswith("spokes") and spoken:
            # "A spokesman for the rebels"
            token = spoken[0]
        party = self.lexicon.noun_class(self.tree.lemma[token]) & {"group", "force"}
        return self.phrases.group(token, bare=True) if party else None

    def _author(self, token: int) -> str | None:
        """Return whose "the statement" at ``token`` is: who said the last thing "in a statement", or issued one."""
        lemma, by = self.tree.lemma[token], self.all_agents(issuers(self.reading, token))
        if by or "speech" not in self.lexicon.noun_class(lemma):
            return by[0] if by else None
        last = bisect_left(self.when.order, token)
        for k in reversed(self.when.order[max(0, last - NEARBY) : last]):
            clause = self.reading.clauses[k]
            told = [*clause.objects, *(head for _, head in clause.obliques)] if clause.kind == "verb" else []
            same = any(self.tree.lemma[i] == lemma for i in told) and token not in told
            if same and (found := self.all_agents(clause.subjects)):
                return found[0]
        return None

    def _releasing(self, token: int) -> str | None:
        """Return who released what follows: "The spokesperson issued the following statement." """
        if self._release is None:
            self._release = (len(self.tree), None)
            for clause in self.reading.clauses.values():
                if clause.kind != "verb" or clause.lemma not in RELEASING or clause.speaker >= 0:
                    continue
                told = [i for i in clause.objects if "speech" in self.lexicon.noun_class(self.tree.lemma[i])]
                if any(self.tree.lower[kid] == "following" for i in told for kid in self.tree.kids[i]):
                    who = self.all_agents(clause.subjects)
                    end = self.tree.sentence_end(self.tree.sentence[clause.predicate])
                    self._release = (end, who[0]) if who else self._release
        return self._release[1] if token >= self._release[0] else None

    def date(self, clause: Clause) -> str | None:
        """Return when what ``clause`` says happens, as exactly as the text tells."""
        known = self._dates.get(clause.predicate)
        if known is None or known[0] is not clause:
            known = self._dates[clause.predicate] = (clause, self.when.date(clause))
        return known[1]

    def told(self, clause: Clause) -> str | None:
        """Return when what ``clause`` says is said: the date of the saying, else of the clause itself."""
        saying = self.reading.clauses.get(clause.speech)
        found = self.when.date(saying) if saying is not None and saying.kind == "verb" else None
        return found or (self.when.date(clause) if clause.status == "actual" else None)

    def near(self, token: int) -> str | None:
        """Return the date that hangs on ``token`` or on the verb that it belongs to."""
        kids = [*self.tree.kids[token], *self.tree.kids[self.tree.head[token]]]
        return next((d.value for kid in kids if (d := self.when.dates.get(kid)) is not None and d.value), None)

    def sentence(self, token: int) -> tuple[int, int]:
        """Return the sentence of ``token`` as characters of the article, without space at its ends."""
        tree = self.tree
        first = start = tree.sentence[token]
        known = self._extents.get(first)
        if known is None:
            end = tree.sentence_end(start)
            while start < end and tree.text[start].isspace():
                start += 1
            while end > start and tree.text[end - 1].isspace():
                end -= 1
            known = self._extents[first] = (tree.starts[start], tree.ends[end - 1])
        return known

    def characters(self, token: int) -> tuple[int, int]:
        """Return the mention or noun phrase at ``token`` as characters of the article."""
        mention = self.noted.mention_at(token)
        start, end = (mention.start, mention.end) if mention is not None else (token, token + 1)
        return self.tree.starts[start], self.tree.ends[end - 1]

    def _words(self, token: int | None, start: int, end: int) -> tuple[int, int] | None:
        """Return the characters of what stands at ``token``, None if they are not all in the sentence."""
        if token is None:
            return None
        first, last = self.characters(token)
        return (first, last) if start <= first and last <= end else None

    def cite(
        self, token: int, rule: str, confidence: float, *, subject: int | None = None, object: int | None = None
    ) -> Evidence:
        """Return the sentence of ``token`` as evidence; ``token`` is the predicate's."""
        start, end = self.sentence(token)
        return Evidence(
            article=self.article.id,
            start=start,
            end=end,
            quote=self.article.text[start:end],
            rule=rule,
            confidence=confidence,
            subject=self._words(subject, start, end),
            predicate=(self.tree.starts[token], self.tree.ends[token]),
            object=self._words(object, start, end),
        )

    def assertion(
        self,
        subject: str,
        predicate: str,
        object: str,
        evidence: Evidence,
        *,
        status: Status = "actual",
        speaker: str | None = None,
        date: str | None = None,
        event: str | None = None,
    ) -> Assertion:
        """Return one edge with its evidence; what has a day to come is not yet so, however it is told."""
        status = "planned" if status == "actual" and self.is_ahead(date) else status
        return Assertion(
            subject=subject,
            predicate=predicate,
            object=object,
            status=status,
            attributed_to=speaker,
            date=date,
            event=event,
            evidence=(evidence,),
        )

    def homes(self, person: str) -> set[str]:
        """Return the States and bodies whose offices the text, or else the gazetteer, gives ``person``."""
        offices = [self.entities[position] for position in self.offices.get(person, ())]
        told = {value for office in offices for key, value in office.facts if key == "positionOf"}
        return told or {term.of for term in self.gazetteer.terms(person, self.article.date)}

    def side(self, agent: str) -> set[str]:
        """Return the State that ``agent`` is a body of."""
        return {value for key, value in self.entities[agent].facts if key in ("partOf", "positionOf", "represents")}

    def office(self, person: str) -> str | None:
        """Return the id of the position that the text gives ``person``, None if it gives none or several."""
        found = set(self.offices.get(person, ()))
        return found.pop() if len(found) == 1 else None

    def context(self, token: int) -> str | None:
        """Return PLOVER's context of what the sentence of ``token`` tells."""
        start = self.tree.sentence[token]
        if start not in self._contexts:
            words = self.tree.lemma[start : self.tree.sentence_end(start)]
            self._contexts[start] = self.lexicon.context(words)
        return self._contexts[start]

    def unpolitical(self, start: int) -> bool:
        """Return whether the sentence that begins at token ``start`` tells of sport, weather, markets or the like."""
        if start not in self._unpolitical:
            words = self.tree.lemma[start : self.tree.sentence_end(start)]
            self._unpolitical[start] = self.lexicon.unpolitical(words)
        return self._unpolitical[start]

    def mentions(self) -> Iterator[Mention]:
        """Yield the article's mentions of entities, as characters."""
        for mention in self.noted.mentions:
            for entity in (mention.entity,) if mention.entity is not None else mention.members:
                yield Mention(
                    article=self.article.id,
                    start=self.tree.starts[mention.start],
                    end=self.tree.ends[mention.end - 1],
                    entity=entity,
                    kind=mention.kind,
                )
