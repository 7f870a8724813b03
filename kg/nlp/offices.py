"""Names of offices: "deputy foreign minister", "former Chief of the General Staff"."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from kg.gazetteer import Gazetteer

LONGEST = 9
RANKS = frozenset({"rank"})
# What follows "for" is their mission: "the UN special envoy for Yemen".
ENVOYS = frozenset("envoy representative mediator coordinator rapporteur negotiator emissary".split())
# Whose two owners are whom he speaks for and where he is sent: "Russia's UN ambassador".
DIPLOMATS = ENVOYS | {"ambassador", "observer"}
# Of the office of another, they hold what is under it, or held or will hold the same.
RELATED = frozenset({"deputy", "predecessor", "successor"})
COUNTERPARTS = (
    *(("opposite", "number"), ("counterpart",), ("colleague",), ("homologue",)),
    *(("same", noun) for noun in ("post", "office", "position", "job", "portfolio")),
)
SHARED = RELATED | {words[-1] for words in COUNTERPARTS}
# Offices that a noun before them narrows down, whatever it is.
PRODUCTIVE = frozenset(
    "minister secretary commissioner envoy adviser advisor chief director coordinator negotiator".split()
)
NO_FIELD = frozenset(
    "new former acting then current late veteran visiting outgoing incoming fellow other top senior".split()
)

# What they look after follows "on" or "for".
COMMISSIONED = ENVOYS | {"adviser", "commissioner", "expert", "minister", "secretary", "director", "ambassador"}
# Who is sent somewhere: what follows "in" says where to.
POSTED = ENVOYS | frozenset(
    "ambassador commissioner consul d'affaires attaché nuncio head commander director chief general mission diplomat "
    "observer governor delegate".split()
)
# What these words head is no body that an office could be one of.
SENT_ALONE = frozenset({"delegation", "mission", "team", "side"})
BODIES = SENT_ALONE | frozenset(
    "parliament office commission committee assembly council army government party branch bureau department agency "
    "group wing forces police bank embassy secretariat cabinet senate navy court".split()
)


@dataclass(frozen=True)
class Match:
    """An office at tokens ``start`` to ``end``: its normalized label, and whether it is past."""

    start: int
    end: int
    office: str
    former: bool = False
    plural: bool = False


@dataclass(frozen=True)
class Post:
    """An office at tokens ``start`` to ``end`` with all that belongs to it; ``owners`` are head tokens.

    ``core`` are the tokens of the office's own name; ``shared``: the office is that of another, as in "counterpart".
    """

    start: int
    end: int
    core: tuple[int, int]
    office: str
    owners: tuple[int, ...] = ()
    former: bool = False
    plural: bool = False
    shared: bool = False
    definite: bool = False


class Offices:
    """Finds offices among the words of a text in lower case."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Index the offices and the words that modify them."""
        self.offices: dict[tuple[str, ...], str] = {}
        nominals = Counter(name for office in gazetteer.offices for name in office.nominals)
        for office in gazetteer.offices:
            for name in (office.name, *office.variants):
                self.offices.setdefault(tuple(_words(name)), office.name)
        for office in gazetteer.offices:
            for name in office.nominals:
                # "Top diplomat" may be a minister, a secretary of state or a commissioner: it stays what it is.
                label = office.name if nominals[name] == 1 else name.title()
                self.offices.setdefault(tuple(_words(name)), label)
        for office in gazetteer.offices:
            self.offices[tuple(_words(office.name))] = office.name
        # What the last word of an office may be: most words are none, and nothing else is looked up for them.
        self.last = {words[-1] for words in self.offices} | {f"{words[-1]}s" for words in self.offices}
        # How many words the longest office has that begins with a word.
        self.longest: dict[str, int] = {}
        for words in self.offices:
            plural = len(words) == 1 or words[1] in ("of", "for")
            for first in (words[0], f"{words[0]}s") if plural else words[:1]:
                self.longest[first] = max(self.longest.get(first, 0), len(words))
        # "Gen. Oba, the head of the army": a rank leaves room for an office.
        self.ranks = frozenset(o.name for o in gazetteer.offices if o.level == "rank")
        self.modifiers: dict[tuple[str, ...], tuple[str, str]] = {}
        self.modifying: set[str] = set()
        for modifier in gazetteer.modifiers:
            for name in (modifier.name, *modifier.variants):
                words = tuple(_words(name.strip("-")))
                self.modifiers[words] = (modifier.name, modifier.effect)
                self.modifying.add(words[0])

    def ending(self, lower: list[str], end: int) -> Match | None:
        """Return the longest office whose last word is the one before ``end``, with its modifiers."""
        if not end or lower[end - 1] not in self.last:
            return None
        for size in range(min(LONGEST, end), 0, -1):
            words = tuple(lower[end - size : end])
            office, plural = self._office(words)
            if office is not None:
                return self._modified(lower, Match(end - size, end, office, plural=plural))
        return None

    def modifier(self, lower: list[str], i: int) -> int:
        """Return how many words at ``i`` are a modifier of offices; "under" is one of secretaries only."""
        if i >= len(lower) or lower[i] not in self.modifying:
            return 0
        if lower[i] == "under" and lower[i + 1 : i + 2] not in (["secretary"], ["-"]):
            return 0
        return next((n for n in (2, 1) if tuple(lower[i : i + n]) in self.modifiers), 0)

    def starting(self, lower: list[str], start: int) -> Match | None:
        """Return the longest office that begins at ``start``, modifiers first."""
        i, former = start, False
        ranks: list[str] = []
        for _ in range(3):
            step = self.modifier(lower, i)
            if not step or self._longest(lower, i) is not None and tuple(lower[i : i + step]) not in self.modifiers:
                break
            if self._longest(lower, i) is not None:
                break
            name, effect = self.modifiers[tuple(lower[i : i + step])]
            former = former or (effect == "former" and name != "Then")
            if effect in RANKS:
                ranks.append(name)
            i += step
            if i < len(lower) and lower[i] == "-":
                i += 1
        found = self._longest(lower, i)
        if found is None:
            return None
        office, end, plural = found
        return Match(start, end, self.ranked([*ranks, office]), former, plural)

    def _longest(self, lower: list[str], i: int) -> tuple[str, int, bool] | None:
        most = self.longest.get(lower[i], 0) if i < len(lower) else 0
        for size in range(min(most, LONGEST, len(lower) - i), 0, -1):
            office, plural = self._office(tuple(lower[i : i + size]))
            if office is not None:
                return office, i + size, plural
        return None

    def _office(self, words: tuple[str, ...]) -> tuple[str | None, bool]:
        found = self.offices.get(words)
        if found is not None:
            return found, False
        if words and words[-1].endswith("s") and (several := self.offices.get((*words[:-1], words[-1][:-1]))):
            return several, True
        if len(words) > 2 and words[0].endswith("s") and words[1] in ("of", "for"):
            # "ministers of foreign affairs"
            return self.offices.get((words[0][:-1], *words[1:])), True
        return None, False

    def _modified(self, lower: list[str], match: Match) -> Match:
        start, office, former = match.start, match.office, match.former
        for _ in range(3):
            back = start - 1 if start and lower[start - 1] == "-" else start
            size = next((n for n in (2, 1) if back - n >= 0 and tuple(lower[back - n : back]) in self.modifiers), 0)
            if not size:
                break
            name, effect = self.modifiers[tuple(lower[back - size : back])]
            start = back - size
            former = former or (effect == "former" and name != "Then")
            if effect in RANKS:
                office = self.ranked([name, office])
        return Match(start, match.end, office, former, match.plural)

    def ranked(self, parts: list[str]) -> str:
        """Return the office that words of rank and an office make: "Deputy" and "Minister"."""
        name = " ".join(parts)
        return self.offices.get(tuple(_words(name)), name)


def _words(name: str) -> list[str]:
    """Return ``name`` as the tokenizer would split it, in lower case."""
    return name.lower().replace("’", "'").replace("-", " - ").replace("'s", " 's").split()


def share(posts: list[Post]) -> list[Post]:
    """Return ``posts`` with the owner of the last, or of the first, for those without one."""
    if not posts:
        return posts
    found: list[Post] = []
    for post in reversed(posts):
        later = found[-1] if found else None
        if not post.owners and later is not None:
            post = replace(post, owners=later.owners)
        found.append(post)
    found.reverse()
    for n, post in enumerate(found):
        if n and not post.owners:
            found[n] = replace(post, owners=found[n - 1].owners)
    return found
