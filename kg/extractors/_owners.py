"""For whom forces, officials and bodies act: "Russian forces", "Iran's delegation", "rebels of the Polisario Front"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.lexicon import Lexicon
from kg.model import Entity
from kg.nlp.annotations import Annotations
from kg.nlp.roles import REBELS
from kg.nlp.tree import Tree

# Who bears these does not stand for the State: "Chadian opposition leaders".
APART = frozenset(
    "opposition dissident rebel exiled former religious business tribal community separatist jailed detained ousted "
    "deposed retired anti-government pro-democracy union student local".split()
)
FLAGGED = frozenset({"flagged", "registered", "led", "owned"})
ACTING = frozenset({"force", "official", "body"})
# What rebels are of is no State.
MOVEMENTS = frozenset({"ArmedGroup", "PoliticalGroup", "Organization", "InternationalOrganization"})


# "A spokesman for the ministry" speaks for it.
SPEAKING = frozenset({"spokesman", "spokeswoman", "spokesperson"})
ALLIES = frozenset({"partner", "ally", "neighbour", "neighbor", "rival"})
FELLOWS = frozenset({"counterpart", "colleague"})


class Owners:
    """Finds whom the people of one article stand for."""

    def __init__(self, tree: Tree, noted: Annotations, lexicon: Lexicon, entities: Mapping[str, Entity]) -> None:
        """Take the article's tree, its mentions and its nodes."""
        self.tree = tree
        self.noted = noted
        self.lexicon = lexicon
        self.entities = entities

    def of(self, token: int) -> list[str]:
        """Return whom the people at ``token`` stand for, if a State, body or movement."""
        tree = self.tree
        classes = self.lexicon.noun_class(tree.lemma[token])
        plain = [k for k in tree.children(token, "amod", "compound") if not self.noted.entities_at(k)]
        modifiers = {tree.lemma[k] for k in plain}
        rebels = tree.lemma[token] in REBELS or "rebel" in modifiers
        if not classes & (ACTING | {"collective"}) and not rebels:
            return []
        if modifiers & APART - {"rebel"}:
            return []
        if tree.lemma[token] in ALLIES and any(tree.tag[k] == "PRP$" for k in tree.children(token, "nmod:poss")):
            # "criticized its NATO ally": not NATO
            return []
        apart = {"Place", "Person", "Position"} | (set() if classes & ACTING else {"State"})
        for kid in self._candidates(token):
            found = [e for i in tree.conjuncts(kid) for e in self.noted.entities_at(i)] or self._inner(kid)
            kinds = {e: self.entities[e].kind for e in found}
            found = [e for e in found if (kinds[e] in MOVEMENTS if rebels else kinds[e] not in apart)]
            if found:
                return list(dict.fromkeys(found))
        return []

    def _candidates(self, token: int) -> Iterator[int]:
        """Yield the modifiers of ``token`` that may name its owner."""
        tree = self.tree
        for kid in tree.kids[token]:
            if tree.tag[kid] == "VBN" and tree.dep[kid] == "amod":
                # "a British-flagged tanker", "Iran-backed fighters"
                if tree.lower[kid] in FLAGGED:
                    yield next(iter(tree.children(kid, "compound", "obl", "nmod", "amod")), kid)
            elif tree.tag[kid] == "WP$":
                # "Chad, whose troops stay": of Chad
                verb = next((i for i in tree.ancestors(token) if tree.dep[i] == "acl:relcl"), -1)
                if verb >= 0:
                    yield tree.head[verb]
            elif tree.dep[kid] in ("nmod:poss", "amod", "compound"):
                yield kid
            elif tree.dep[kid] == "nmod":
                spoken = tree.lemma[token] in SPEAKING and tree.preposition(kid) == "for"
                # "his counterparts in Chad and Mali"
                there = tree.lemma[token] in FELLOWS and tree.preposition(kid) == "in"
                if spoken or there or tree.preposition(kid) in ("of", "from"):
                    yield kid

    def _inner(self, kid: int) -> list[str]:
        """Return whose the "mission" of "staff of Russia's mission", the "coast guard" of "coast guard ships" is."""
        tree = self.tree
        if tree.dep[kid] not in ("nmod", "compound") or tree.pos[kid] != "NOUN":
            return []
        return [e for i in tree.children(kid, "nmod:poss", "amod", "compound") for e in self.noted.entities_at(i)]
