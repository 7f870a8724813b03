"""Nodes that have no name of their own: issues, agreements, events and groups, labelled by their shortest phrase."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cached_property
from itertools import chain

from kg.clauses import Reading
from kg.extractors._labels import BREAKS, LONGEST, Labels
from kg.extractors._matter import NO_TOPIC, SETTINGS, VAGUE, says_nothing, unwrap
from kg.extractors._owners import Owners
from kg.extractors._terms import is_term
from kg.extractors._wording import Bags, content, fold, likeness
from kg.lexicon import Lexicon
from kg.model import Article, Entity, digest
from kg.nlp.annotations import Annotations

PEOPLE = frozenset(
    "person people man woman child civilian hostage prisoner victim resident worker student citizen guest".split()
)
COUNTING = frozenset(
    "dozen hundred thousand million number lot sideline sidelines margin margins fringe side part member people".split()
)
# "one of the envoys", "dozens of protesters": who is meant comes after "of".
PARTS = frozenset(
    "one some many most several few all both either each dozen score hundred thousand million number group majority "
    "handful pair couple trio member rest half part section lot crowd batch team string series total".split()
)
WHOLE = frozenset("states countries nations governments parties sides factions".split())
SIDES = frozenset({"party", "side", "faction"})
CROWDS = frozenset("dozen score hundred thousand million".split())
# Forces that are no people.
INANIMATE = frozenset("shell rocket missile fire tank artillery gun battery drone".split())
PLACES = frozenset(
    "city town village port island district province region state capital area site suburb enclave republic territory "
    "neighborhood neighbourhood outskirts part county governorate municipality oblast coast".split()
)
# Words that stand for any agreement spoken of before.
TEXTS = frozenset("agreement accord deal pact document text compromise arrangement treaty decision".split())
BELONGING = frozenset({"of", "in", "from", "at", "with", "among"})
SITUATIONS = frozenset({"situation", "development", "event", "progress"})
AROUND = frozenset({"in", "around", "across"})
# What these are is told by their clause.
TOLD = frozenset("step measure activity effort action plan proposal aim goal way problem thing".split())
# Stretches of time are no matters.
SPANS = frozenset("day night morning evening afternoon week weekend month year hour minute decade century eve".split())
SAME = 0.75
# How far back an agreement may have been named that is "the accord" now, in words.
RECALLED = 1500


class Phrases(Labels):
    """Names the nodes of one article that are told by a phrase, one node for one thing."""

    def __init__(
        self, reading: Reading, noted: Annotations, lexicon: Lexicon, article: Article, entities: dict[str, Entity]
    ) -> None:
        """Take the clauses and what the pipeline noted; new nodes go into ``entities``."""
        super().__init__(reading, noted, lexicon, entities)
        self.reading = reading
        self.article = article
        self.entities = entities
        self._bags: defaultdict[str, Bags] = defaultdict(Bags)
        self._at: dict[int, str | None] = {}
        self._owners = Owners(self.tree, noted, lexicon, entities)
        self.agreements = [
            i
            for i, pos in enumerate(self.tree.pos)
            if pos in ("NOUN", "PROPN")
            and self.tree.dep[i] != "compound"
            and "agreement" in lexicon.noun_class(self.tree.lemma[i])
        ]

    def node(self, token: int) -> str | None:
        """Return the id of the issue, agreement or event that the phrase headed by ``token`` names, None if vague."""
        if token not in self._at:
            self._at[token] = None
            self._at[token] = self._named(unwrap(self.tree, token))
        return self._at[token]

    def topic(self, token: int) -> str | None:
        """Return the id of what ``token`` puts on a table: whatever it is called, it is an issue there."""
        head = unwrap(self.tree, token)
        if head != token and self.noted.entities_at(head):
            # "the problem of Cyprus"
            return self.keep("Issue", self.label(token), "", frozenset({self.label(head)}))
        lemma = self.tree.lemma[head]
        if says_nothing(self.tree, head) or lemma in SETTINGS:
            return None
        if lemma in VAGUE | {"item"} and self._is_resumed(head):
            return None
        found, label = self.node(token), self.label(head)
        if found is not None and self.entities[found].kind in ("Issue", "Threat"):
            return found
        words = sum(content(label).values())
        if found is None and self.tree.tag[head] == "VBG" and words > 1:
            # "holding the junta to account"
            return self.keep("Issue", label, lemma)
        if found is None and self.tree.pos[head] != "NOUN":
            return None
        if found is None and lemma in VAGUE | COUNTING | SPANS | NO_TOPIC:
            return self._told(head)
        plain = found is None and not self.lexicon.noun_class(lemma)
        return self.keep("Issue", label, lemma) if words > 1 or (words == 1 and plain) else None

    def _is_resumed(self, token: int) -> bool:
        """Return whether ``token`` heads "the items of that agenda": more of what was told."""
        tree = self.tree
        inner = [kid for kid in tree.children(token, "nmod") if tree.preposition(kid) == "of"]
        return any(tree.lower[det] in ("this", "that", "these") for kid in inner for det in tree.children(kid, "det"))

    def _told(self, token: int) -> str | None:
        """Return the id of what only its clause tells: "steps that divide us", "efforts to reform the Union"."""
        tree, start = self.tree, self.span(token)[0]
        place = tree.head[token + 1] if token + 1 < len(tree) and tree.lower[token + 1] in AROUND else -1
        if place > token and tree.pos[place] == "PROPN" and tree.lemma[token] in SITUATIONS:
            # "focused on the situation in Chad": the parse gave the place to the verb.
            return self.keep("Issue", tree.words(start, tree.right[place] + 1), tree.lemma[token])
        told = [kid for kid in tree.children(token, "acl:relcl", "acl") if kid > token]
        end = max((tree.right[kid] + 1 for kid in told[:1]), default=0)
        if (
            tree.lemma[token] not in TOLD
            or not 0 < end - token <= LONGEST
            or any(c in BREAKS for c in tree.text[token:end])
        ):
            return None
        return self.keep("Issue", tree.words(start, end), tree.lemma[token])

    def agreement(self, token: int) -> str | None:
        """Return the id of the agreement at ``token``, though it says no more than "a deal" or "the accord".

        "The accord" is the one that was spoken of before, if one was.
        """
        tree = self.tree
        if "agreement" not in self.lexicon.noun_class(tree.lemma[token]) or tree.pos[token] not in ("NOUN", "PROPN"):
            return self.node(token)
        found = self.node(token)
        if found is not None or self.noted.entities_at(token):
            return found
        if not any(tree.lower[kid] in ("a", "an") for kid in tree.children(token, "det")):
            found = self._spoken_of(token)
        if found is None:
            found = self.keep("Agreement", tree.lemma[token], tree.lemma[token], frozenset({tree.lower[token]}))
        self._at[token] = found
        return found

    @cached_property
    def standing(self) -> list[int]:
        """Return the agreements that are no terms of another: not the truce of "a plan that provides for a truce"."""
        known = frozenset(self.agreements)
        return [i for i in self.agreements if not is_term(self.tree, known, i)]

    def agreements_before(self, token: int, *, near: int = 0) -> list[int]:
        """Return the agreements named before ``token``, ``near`` words back at most, that are no terms of another."""
        first = bisect_left(self.standing, token - near) if near else 0
        return self.standing[first : bisect_left(self.standing, token)]

    def _spoken_of(self, token: int) -> str | None:
        """Return the last agreement named before ``token``, one of the same word first."""
        tree = self.tree
        lemma = tree.lemma[token]
        before = self.agreements_before(token, near=RECALLED)
        alike = (i for i in reversed(before) if tree.lemma[i] == lemma)
        others = (i for i in reversed(before) if tree.lemma[i] != lemma and lemma in TEXTS)
        return next((node for i in chain(alike, others) if (node := self.agreement(i)) is not None), None)

    def named(self) -> list[tuple[int, str]]:
        """Return the (token, id) of the phrases that have been asked for and name something, in text order."""
        return sorted((token, node) for token, node in self._at.items() if node is not None)

    def kind(self, token: int) -> str:
        """Return the class of what the noun at ``token`` names: Agreement, Event, Meeting, Threat or Issue."""
        classes = self.lexicon.noun_class(self.tree.lemma[token])
        for name, kind in (("agreement", "Agreement"), ("meeting", "Meeting"), ("event", "Event")):
            if name in classes:
                return kind
        known = self.lexicon.issue(self.label(token).lower()) or self.lexicon.issue(self.tree.lemma[token])
        return known.kind if known is not None else "Issue"

    def _named(self, token: int) -> str | None:
        tree = self.tree
        if tree.pos[token] in ("VERB", "AUX", "ADV") or token in self.times or tree.lemma[token] in SPANS:
            return None
        label = self.label(token)
        bag = content(label)
        if says_nothing(tree, token):
            return None
        if tree.lemma[token] in VAGUE and tree.child(token, "nmod", "compound", "amod", "nmod:poss") is None:
            # "the issues left from the last meeting" are no more than issues.
            return None
        if not bag or tree.pos[token] in ("PRON", "NUM", "DET") or tree.lemma[token] in COUNTING:
            return None
        if sum(bag.values()) == 1 and (tree.lemma[token] in VAGUE or not self._says_enough(token, label)):
            return None
        return self.keep(self.kind(token), label, tree.lemma[token])

    def _says_enough(self, token: int, label: str) -> bool:
        """Return whether a single word stands for a thing of its own: a known issue or event, or a name."""
        lemma = self.tree.lemma[token]
        if self.tree.pos[token] == "PROPN" or "event" in self.lexicon.noun_class(lemma):
            return True
        return any(self.lexicon.issue(word) is not None for word in (label.lower(), lemma, lemma.lower()))

    def keep(self, kind: str, label: str, head: str, aliases: frozenset[str] = frozenset()) -> str:
        """Return the id of the node of ``kind`` called ``label``: an earlier one that is the same, else a new one."""
        bag = content(label)
        family = "Issue" if kind == "Threat" else kind
        for other, entity in self._bags[family].sharing(bag):
            # Meetings are told apart beforehand; two of one series differ by a word.
            same = (
                fold(self.entities[entity].label) == fold(label) if kind == "Meeting" else likeness(bag, other) >= SAME
            )
            if same:
                old = self.entities[entity]
                if fold(old.label) != fold(label):
                    self.entities[entity] = Entity(
                        old.id, old.kind, old.label, old.aliases | {label} | aliases, old.facts
                    )
                return entity
        # What is told by a description may be another thing in another article; an issue is the same everywhere.
        scope = "" if family == "Issue" else self.article.id
        entity = f"{family.lower()}_{digest(family, fold(label), scope)}"
        self.entities[entity] = Entity(entity, kind, label, aliases)
        self._bags[family].add(bag, entity)
        return entity

    def part(self, token: int) -> int:
        """Return the head of whom "dozens of protesters" or "members of the council" are, else ``token``."""
        tree = self.tree
        if tree.lemma[token] in PARTS or tree.tag[token] == "CD":
            return next((kid for kid in tree.children(token, "nmod") if tree.preposition(kid) == "of"), token)
        return token

    def named_place(self, token: int) -> int:
        """Return the name in "the town of Goma" or "the port city Odesa", else ``token``."""
        tree = self.tree
        if tree.lemma[token] not in PLACES:
            return token
        named = [kid for kid in tree.children(token, "nmod") if tree.preposition(kid) == "of"]
        named += tree.children(token, "appos", "flat", "nmod:desc", "compound")
        return next((kid for kid in named if tree.pos[kid] == "PROPN"), token)

    def nobody(self, token: int) -> str | None:
        """Return the node of "no country", "any government": whom a denial speaks of; None for other phrases."""
        tree = self.tree
        words = {tree.lower[kid] for kid in tree.children(token, "det")}
        if not words & {"no", "any", "neither"} or "collective" not in self.lexicon.noun_class(tree.lemma[token]):
            return None
        label = f"any {tree.lemma[token]}"
        found = f"agent_{digest('agent', label)}"
        self.entities.setdefault(found, Entity(found, "Agent", label))
        return found

    def group(self, token: int, *, bare: bool = False) -> str | None:
        """Return the id of people without a name, such as "28 civilians"; None if the phrase names none.

        A ``bare`` plural ("rebels") will do only where it is asked for.
        """
        tree = self.tree
        if tree.lemma[token] == "total":
            # "a total of nine States"
            token = self.part(token)
        lemma = tree.lemma[self.part(token)]
        if lemma in INANIMATE:
            return None
        told = any(tree.lower[kid] == "armed" for kid in tree.children(token, "amod"))
        several = {tree.lower[kid] for kid in tree.children(token, "det", "compound", "amod")} & {"all", "member"}
        whole = bool(several) and tree.lower[token] in WHOLE
        # "called on the warring parties", "urged all sides"
        told |= lemma in SIDES and tree.tag[token] == "NNS"
        told |= whole
        told |= lemma in PEOPLE or (lemma == "group" and tree.tag[token] == "NNS")
        # "2,000 Europeans", "300 Rohingya"
        people = tree.tag[token] in ("NNS", "NNPS") and tree.text[token][:1].isupper()
        people &= tree.child(token, "nummod") is not None and not self._is_resumed_count(token)
        people |= self.part(token) != token and tree.tag[self.part(token)] == "NNPS"
        # "Thousands took to the streets"
        told |= bare and lemma in CROWDS and tree.tag[token] == "NNS" and tree.dep[token] == "nsubj"
        told |= "collective" in self.lexicon.noun_class(lemma) and self.is_counted(token)
        if told or people or self.lexicon.noun_class(lemma) & {"group", "force", "official"}:
            label = f"all {self._people(token)}" if whole else self._people(token)
            words = sum(content(label).values())
            # "seven of the crew"
            people |= whole or (tree.tag[token] == "CD" and self.part(token) != token)
            if (tree.pos[token] == "NOUN" or people) and (words > 1 or bare or whole) and len(label.split()) <= 8:
                found = f"group_{digest('group', fold(label), self.article.id)}"
                self.entities.setdefault(found, Entity(found, "Organization", label))
                return found
        return None

    def is_counted(self, token: int) -> bool:
        """Return whether it is told how many there are: "eight countries", "envoys of eight countries"."""
        tree, head = self.tree, self.part(token)
        inside = [kid for kid in tree.children(head, "nmod") if tree.preposition(kid) in ("of", "from")]
        if head == token and self._is_resumed_count(token):
            return False
        return tree.tag[head] in ("NNS", "NNPS") and any(tree.child(i, "nummod") is not None for i in (head, *inside))

    def _is_resumed_count(self, token: int) -> bool:
        """Return whether ``token`` heads "the four States", which were told of before."""
        tree = self.tree
        definite = any(tree.lower[kid] in ("the", "these", "those", "both") for kid in tree.children(token, "det"))
        return definite and not tree.children(token, "nmod", "amod", "compound", "acl", "acl:relcl")

    def _people(self, token: int) -> str:
        """Return the label of people: without when, why and what for, which the parse may hang on them."""
        tree = self.tree
        start, end = self.span(token)
        counted = tree.child(token, "nummod") is not None
        for kid in tree.kids[token]:
            prep = tree.preposition(kid)
            apart = prep in ("in", "at", "on", "near") and any(tree.tag[k] == "PRP$" for k in tree.kids[kid])
            apart |= prep not in BELONGING or (counted and prep in ("in", "at", "with"))
            if kid > token and ((apart and tree.dep[kid] == "nmod") or tree.dep[kid] in ("acl", "advcl", "obl")):
                # "killed six workers in Goma", "was seized by soldiers at his home": where it was done.
                end = min(end, tree.left[kid])
        while end - 1 > token and token not in tree.ancestors(end - 1):
            # "freed the nine on Thursday under a truce reached in May": what the verb says stands in between
            end -= 1
        while start < token and tree.lower[start] == "dead":
            start += 1
        joined = self._joined(token)
        return tree.words(start, max(end, token + 1, *(kid + 1 for kid in joined))).strip(" ,;:.\"'“”‘’")

    def _joined(self, token: int) -> list[int]:
        """Return the bare plurals that are counted together with ``token``: "nine women and children"."""
        tree = self.tree
        if tree.child(token, "nummod", "amod") is None:
            return []
        bare = [kid for kid in tree.children(token, "conj") if tree.tag[kid] == "NNS" and len(tree.kids[kid]) <= 1]
        return [kid for kid in bare if kid - token <= 2 and all(tree.dep[k] == "cc" for k in tree.kids[kid])]

    def owners(self, token: int) -> list[str]:
        """Return whom "Russian forces", "Iran's delegation", "officials of the bloc" stand for, if a State or body."""
        return self._owners.of(self.part(token))

    def source(self, token: int) -> str | None:
        """Return who stands behind a "statement" or "report" that speaks, None if unsaid."""
        tree = self.tree
        for kid in tree.kids[token]:
            owning = tree.dep[kid] != "nmod" or tree.preposition(kid) in ("of", "by", "from", "for")
            if tree.dep[kid] in ("nmod:poss", "amod", "compound", "nmod") and owning:
                found = [e for e in self.noted.entities_at(kid) if self.entities[e].kind != "Place"]
                if found:
                    return found[0]
        return None
