"""The lexicon in memory, indexed for those who read texts with it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from kg.lexicon.records import Complement, Frame, Issue, LightVerb, SpeechVerb, Tables
from kg.model import Status
from kg.vocab import CONTEXTS

# In a tie between contexts, these say less than any other.
GENERAL = frozenset({"diplomatic", "executive", "political_institutions", "military", "economic", "legal", "media"})
# How many weak cues of another walk of life a strong one is worth.
STRONG = 3
TYPED = frozenset({"agent", "place", "person", "event", "force", "people", "xcomp"})

T = TypeVar("T")
K = TypeVar("K")


class Lexicon:
    """All tables, indexed; unknown words give empty results, never errors."""

    def __init__(self, tables: Tables, version: str) -> None:
        """Index ``tables``; ``version`` is the hash of the files that they come from."""
        self.version = version
        self.tables = tables
        ranked = sorted(tables.frames, key=specificity, reverse=True)
        self._frames = _index(ranked, lambda frame: (frame.pos, frame.lemma))
        self._light = _index(tables.lightverbs, lambda light: light.verb)
        self._complements = {(c.lemma, c.pos): c for c in tables.complements}
        self._speech = {(s.lemma, s.pos): s for s in tables.speech}
        self._modals = {modal.cue: modal for modal in tables.modals}
        self._issues = {name: issue for issue in tables.issues for name in (issue.phrase, *issue.synonyms)}
        self._cues = {cue.word: cue for cue in tables.unpolitical}
        self._order = {context: rank for rank, context in enumerate(CONTEXTS)}
        # Only a word that opens a phrase of these tables begins one.
        self._openings = {phrase.split(" ", 1)[0] for phrase in (*self._cues, *tables.contexts)}

    def frames(self, pos: str, lemma: str) -> tuple[Frame, ...]:
        """Return the frames of ``lemma``, those that ask for most first."""
        return self._frames.get((pos, lemma), ())

    def light(self, verb: str) -> tuple[LightVerb, ...]:
        """Return the ways in which ``verb`` lends its subject to an eventive noun."""
        return self._light.get(verb, ())

    def complement(self, lemma: str, pos: str) -> Complement | None:
        """Return what ``lemma`` does to its complement."""
        return self._complements.get((lemma, pos))

    def speech(self, lemma: str, pos: str) -> SpeechVerb | None:
        """Return ``lemma`` as a word of speech; ``pos`` is verb, noun or phrase."""
        return self._speech.get((lemma, pos))

    def modal(self, cue: str) -> Status | None:
        """Return the status that ``cue`` gives to its predicate."""
        modal = self._modals.get(cue)
        return None if modal is None else modal.status

    def hearsay(self, cue: str) -> bool:
        """Return whether ``cue`` hints at a source without naming it: "reportedly"."""
        modal = self._modals.get(cue)
        return modal is not None and modal.attributed

    def noun_class(self, lemma: str) -> frozenset[str]:
        """Return the semantic classes of the noun ``lemma``."""
        return self.tables.nouns.get(lemma, frozenset())

    def verdict(self, word: str, verdict: str) -> bool:
        """Return whether who calls a thing ``word`` says that it is ``verdict``: good, bad or false."""
        return word in self.tables.verdicts.get(verdict, ())

    def prospect(self, predicate: str) -> Status | None:
        """Return the status of an event of which ``predicate`` is said: "off", "in preparation", "fall through"."""
        return self.tables.prospects.get(predicate)

    def issue(self, phrase: str) -> Issue | None:
        """Return the issue called ``phrase``, in lower case, its last word in singular or plural."""
        found = self._issues.get(phrase)
        if found is None and phrase.endswith("s"):
            found = self._issues.get(phrase[:-1])
        return found

    def context(self, words: Sequence[str]) -> str | None:
        """Return the PLOVER context that most of ``words`` (lemmas of a sentence) speak for, None if none does."""
        votes = self._votes(words)
        return min(votes, key=lambda name: (-votes[name], name in GENERAL, self._order[name]), default=None)

    def unpolitical(self, words: Sequence[str]) -> bool:
        """Return whether ``words`` (lemmas of a sentence) tell of sport, weather, markets or the like.

        They do if cues of one such domain, a strong one or two weak ones, outweigh the words of politics.
        """
        weight, weak = Counter[str](), Counter[str]()
        for phrase in set(self._phrases(words)):
            cue = self._cues.get(phrase)
            if cue is not None:
                weight[cue.domain] += STRONG if cue.strong else 1
                weak[cue.domain] += not cue.strong
        most = max((n for domain, n in weight.items() if n >= STRONG or weak[domain] > 1), default=0)
        return most > 0 and most > sum(self._votes(words).values())

    def _votes(self, words: Sequence[str]) -> Counter[str]:
        """Return how many words of ``words`` speak for each context."""
        votes = Counter[str]()
        for phrase in self._phrases(words):
            name = self.tables.contexts.get(phrase)
            if name is not None:
                votes[name] += 1 + phrase.count(" ")
        return votes

    def _phrases(self, words: Sequence[str]) -> Iterator[str]:
        """Yield the runs of one to three words that may be phrases of the tables."""
        lower = [word.lower() for word in words]
        for i, word in enumerate(lower):
            if word in self._openings:
                for end in range(i + 1, min(i + 3, len(lower)) + 1):
                    yield " ".join(lower[i:end])

    def cameo(self, type: str, mode: str = "") -> tuple[str, ...]:
        """Return the CAMEO codes of an event type, or of one of its modes where it has codes of its own."""
        return self.tables.cameo.get((type, mode)) or self.tables.cameo.get((type, ""), ())


def specificity(frame: Frame) -> tuple[int, int, int, int]:
    """Return how much ``frame`` asks for: what must be there, in what words, of what kind, and what must not."""
    wanted = [condition for condition in frame.conditions if condition.kind != "no"]
    return (
        len(wanted),
        sum(bool(condition.values) for condition in wanted),
        sum(condition.kind in TYPED for condition in wanted),
        len(frame.conditions) - len(wanted),
    )


def _index(items: Iterable[T], key: Callable[[T], K]) -> dict[K, tuple[T, ...]]:
    found: dict[K, list[T]] = defaultdict(list)
    for item in items:
        found[key(item)].append(item)
    return {name: tuple(group) for name, group in found.items()}
