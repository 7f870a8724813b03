"""Makes newswire sentences with names from templates, and swaps names in real ones.

A line of ``templates.tsv`` is a nonterminal and one expansion of it. ``{x}`` in an expansion is another; one that is
named like a label of names (``{ORG}``) marks what it expands to. The gazetteer gives ``state``, ``city``,
``adjective``, ``organization``, ``person`` and ``acronym_known``; ``coined`` is a made-up word, ``coined_acronym``
made-up capitals, ``halves`` two adjectives with a hyphen, ``acronym`` the initials of the last long name.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import spacy

from kg.gazetteer import Gazetteer
from kg.nlp.training.corpus import NAMES
from kg.nlp.training.treebank import Sentence, names_of

TEMPLATES = Path(__file__).parent / "templates.tsv"
# Nonterminals that are names of organizations wherever they stand.
BODIES = frozenset({"longorg", "ministry"})
ORGANIZATIONS = frozenset({"ArmedGroup", "Company", "GovernmentBody", "PoliticalGroup"})
SYLLABLES = "ba ra ko lu mi zan tor vel qar dis nor ab ul tek sha mo ri gan del os pu far lin yar cor eth wen".split()
VOWELS = "aeiou"
# Share of sentences whose names are swapped, and how deep expansions may nest.
SWAPPED, DEEPEST = 0.15, 12
_SLOT = re.compile(r"\{(\w+)\}")


class Templates:
    """Expands the templates into sentences with names."""

    def __init__(self, gazetteer: Gazetteer, path: Path = TEMPLATES) -> None:
        """Read the templates at ``path``; the names that they need and do not give come from ``gazetteer``."""
        self._rules: defaultdict[str, list[str]] = defaultdict(list)
        for line in path.read_text(encoding="utf-8").splitlines():
            name, expansion = line.split("\t")
            self._rules[name].append(expansion)
        for name, values in known_names(gazetteer).items():
            self._rules[name] += values
        self._tokenizer = spacy.blank("en").tokenizer

    def sentence(self, rng: random.Random) -> Sentence:
        """Return a sentence of a document of its own."""
        pieces: list[tuple[str, str]] = []
        self._expand("sentence", "", pieces, rng, 0)
        text = "".join(piece for piece, _ in pieces)
        labels = [label for piece, label in pieces for _ in piece]
        text, labels = _capitalized(text, labels)
        doc = self._tokenizer(text)
        words, spaces, ner = [], [], []
        before = ""
        for token in doc:
            if token.is_space:
                continue
            name = labels[token.idx]
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
            ner.append("O" if not name else f"I-{name[:-1]}" if name == before else f"B-{name[:-1]}")
            before = name
        bare = tuple(label.split("#")[0] for label in ner)
        return Sentence("", words=tuple(words), spaces=tuple(spaces), ner=bare)

    def _expand(self, name: str, label: str, pieces: list[tuple[str, str]], rng: random.Random, depth: int) -> None:
        """Append the expansion of ``name`` to ``pieces``, each with its label and a mark that is the name's own."""
        if depth > DEEPEST:
            raise ValueError(f"templates nest too deeply at {name}")
        if not label and (name in NAMES or name in BODIES):
            label = f"{'ORG' if name in BODIES else name}#{len(pieces)}."
        made = self._made(name, pieces, rng)
        if made is not None:
            # The initials of a name are a name themselves.
            pieces.append((made, label or (f"ORG#{len(pieces)}." if name == "acronym" else "")))
            return
        end = 0
        expansion = rng.choice(self._rules[name])
        for slot in _SLOT.finditer(expansion):
            if slot.start() > end:
                pieces.append((expansion[end : slot.start()], label))
            self._expand(slot[1], label, pieces, rng, depth + 1)
            end = slot.end()
        if end < len(expansion):
            pieces.append((expansion[end:], label))

    def _made(self, name: str, pieces: Sequence[tuple[str, str]], rng: random.Random) -> str | None:
        """Return what a nonterminal without expansions stands for, None for the others."""
        if name == "coined":
            syllables = [rng.choice(SYLLABLES) for _ in range(rng.randint(2, 3))]
            return ("".join(syllables) + rng.choice(("", "ia", "istan", "a", "u", "ov", "an"))).capitalize()
        if name == "coined_acronym":
            return "".join(rng.choice("ABCDEFGIKLMNOPRSTU") for _ in range(rng.randint(3, 5)))
        if name == "halves":
            return "-".join(rng.sample(self._rules["adjective"], 2))
        if name == "acronym":
            last = next((label for _, label in reversed(pieces) if label.startswith("ORG#")), "")
            words = "".join(piece for piece, label in pieces if label == last).split()
            return "".join(word[0] for word in words if word[0].isupper()) or "ABC"
        return None


def _capitalized(text: str, labels: list[str]) -> tuple[str, list[str]]:
    """Return ``text`` with a capital where it begins."""
    at = next((i for i, char in enumerate(text) if char.isalnum()), 0)
    return text[:at] + text[at].upper() + text[at + 1 :], labels


def known_names(gazetteer: Gazetteer) -> dict[str, list[str]]:
    """Return names of ``gazetteer`` by the nonterminal that they expand, sorted."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for entity in gazetteer.entities.values():
        names = {entity.label, *entity.aliases}
        capitals = {name for name in names if name.isupper() and 2 < len(name) < 8 and name.isalpha()}
        if entity.kind == "State":
            found["state"].add(entity.label)
            adjective = gazetteer.adjective(entity.id)
            if adjective:
                found["adjective"].add(adjective)
        elif entity.kind == "Place":
            found["city"].add(entity.label)
        elif entity.kind == "Person":
            found["person"].add(entity.label)
        elif entity.kind in ORGANIZATIONS or entity.kind.endswith("Organization"):
            found["organization"].add(entity.label)
            found["acronym_known"] |= capitals
    return {name: sorted(values) for name, values in sorted(found.items())}


class Swapper:
    """Puts other names of the same label and number of words in the place of names, so that trees stay as they are."""

    def __init__(self, sentences: Sequence[Sentence], more: Sequence[Sentence] = ()) -> None:
        """Take the names of ``sentences`` and ``more``."""
        pool: defaultdict[tuple[str, int], set[tuple[str, ...]]] = defaultdict(set)
        for sentence in (*sentences, *more):
            for start, end, label in names_of(sentence.ner):
                pool[label, end - start].add(sentence.words[start:end])
        self._pool: Mapping[tuple[str, int], list[tuple[str, ...]]] = {k: sorted(v) for k, v in pool.items()}

    def __call__(self, sentence: Sentence, rng: random.Random) -> Sentence:
        """Return ``sentence`` with about half of its persons, organizations and places named otherwise."""
        words = list(sentence.words)
        for start, end, label in names_of(sentence.ner):
            options = self._pool.get((label, end - start), [])
            if label in ("PERSON", "ORG", "GPE") and options and rng.random() < 0.5:
                words[start:end] = rng.choice(options)
        return replace(sentence, words=tuple(words))
