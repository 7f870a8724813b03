"""What is the same as what: groups of ids, and why they are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(frozen=True)
class Reason:
    """Why two ids are one: the rule, and what it saw."""

    a: str
    b: str
    rule: str
    because: str


class Clusters:
    """Joins ids pair by pair; two ids that one article tells apart, or that a user parts, stay apart."""

    def __init__(self, articles: Mapping[str, frozenset[str]], apart: Iterable[frozenset[str]] = ()) -> None:
        """Take the articles that each id occurs in, and groups of ids no two of which may be joined."""
        self._root: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._articles = articles
        self._apart: dict[str, set[str]] = defaultdict(set)
        for group in apart:
            for name in group:
                self._apart[name] |= group - {name}
        self.reasons: list[Reason] = []

    def find(self, name: str) -> str:
        """Return the id that stands for the group of ``name``."""
        return self._root.get(name, name)

    def members(self, name: str) -> list[str]:
        """Return the group of ``name``."""
        return self._members.get(self.find(name), [name])

    def join(self, a: str, b: str, rule: str, because: str, *, by_user: bool = False) -> bool:
        """Make the groups of ``a`` and ``b`` one, unless that joins what is to stay apart; return whether they are."""
        one, two = self.find(a), self.find(b)
        if one == two:
            return True
        if any(self._forbidden(x, y, by_user) for x in self.members(one) for y in self.members(two)):
            return False
        merged = sorted([*self.members(one), *self.members(two)])
        for name in merged:
            self._root[name] = merged[0]
        self._members.pop(one, None)
        self._members.pop(two, None)
        self._members[merged[0]] = merged
        self.reasons.append(Reason(min(a, b), max(a, b), rule, because))
        return True

    def _forbidden(self, a: str, b: str, by_user: bool) -> bool:
        together = self._articles.get(a, frozenset()) & self._articles.get(b, frozenset())
        return b in self._apart.get(a, ()) or (bool(together) and not by_user)

    def groups(self) -> list[list[str]]:
        """Return the groups of two or more, sorted."""
        return sorted(group for group in self._members.values() if len(group) > 1)


def blocks(pairs: Iterable[tuple[K, V]]) -> list[list[V]]:
    """Return the values that share a key, for keys with two values or more, in sorted order of keys."""
    found: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        if value not in found[key]:
            found[key].append(value)
    return [found[key] for key in sorted(found, key=repr) if len(found[key]) > 1]
