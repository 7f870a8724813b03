"""The gazetteer as one object: names, members, office holders, capitals and bodies, each with its way to ask."""

from __future__ import annotations

import hashlib
import importlib.resources
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kg.errors import DataError
from kg.gazetteer.forms import FormIndex, mark_ambiguous
from kg.gazetteer.records import Form, Holder
from kg.gazetteer.tables import TABLES, Tables, read_tables
from kg.model import Entity


class Gazetteer:
    """What the tables hold, and the ways to look it up."""

    def __init__(self, tables: Tables, version: str) -> None:
        self.version = version
        self.entities: Mapping[str, Entity] = MappingProxyType(tables.entities)
        self.memberships = tuple(tables.memberships)
        self.holders = tuple(tables.holders)
        self.offices = tuple(tables.offices)
        self.modifiers = tuple(tables.modifiers)
        self.bodies = tuple(tables.bodies)
        self._regions = tables.regions
        self._capitals = tables.capitals
        self._named_bodies = tables.named_bodies
        self._surnames = tables.surnames
        self._names = FormIndex(mark_ambiguous(tables.forms, tables.ambiguous))
        self._adjectives: dict[str, str] = {}
        for form in tables.forms:
            if form.kind == "adjective":
                self._adjectives.setdefault(form.entity, form.name)
        self._of_office: dict[tuple[str, str], list[Holder]] = defaultdict(list)
        self._of_person: dict[str, list[Holder]] = defaultdict(list)
        for term in self.holders:
            self._of_office[term.office, term.of].append(term)
            self._of_person[term.person].append(term)

    def forms(self, name: str) -> tuple[Form, ...]:
        """Return the forms written ``name``, whatever its accents, points, hyphens and "the".

        Letter case counts for acronyms and for words of up to four letters, and elsewhere where it tells forms apart.
        """
        return self._names.forms(name)

    def region(self, term: str) -> frozenset[str]:
        """Return the States that ``term`` ("island", "west african", "kingdom") may describe, none if it is unknown."""
        return self._regions.get(term.lower(), frozenset())

    def begins(self, word: str) -> bool:
        """Return whether a form may begin with ``word``: for most words there is nothing to look up."""
        return self._names.begins(word)

    def longest(self, words: Sequence[str], start: int) -> tuple[int, tuple[Form, ...]] | None:
        """Return the end (excluded) of the longest form that begins at ``words[start]``, and the forms written so.

        A capital in a form must be one in the text. "the" inside a form may come or go; a form begins with it only
        where it is part of the name ("The Hague"). A form ends where a word ends.
        """
        return self._names.longest(words, start)

    def surname(self, name: str) -> tuple[str, ...]:
        """Return the sorted ids of the known persons whose surname is ``name``."""
        return tuple(sorted(self._surnames.get(name, ())))

    def metonym(self, name: str) -> str | None:
        """Return the id of what ``name`` ("the Kremlin", "Moscow") stands for when it acts, None if not one thing."""
        found = {form.entity for form in self.forms(name) if form.kind in ("metonym", "capital")}
        return found.pop() if len(found) == 1 else None

    def adjective(self, state: str) -> str | None:
        """Return the nationality adjective of ``state``, the first of several."""
        return self._adjectives.get(state)

    def capital_of(self, state: str) -> str | None:
        """Return the place id of the capital of ``state``."""
        return self._capitals.get(state)

    def state_of(self, entity: str) -> str | None:
        """Return the State in which a place lies or of which a body is part; a State's own id for itself."""
        seen: set[str] = set()
        while entity in self.entities and entity not in seen:
            if self.entities[entity].kind == "State":
                return entity
            seen.add(entity)
            facts = dict(self.entities[entity].facts)
            entity = facts.get("locatedIn") or facts.get("partOf", "")
        return None

    def body(self, name: str, state: str) -> str | None:
        """Return the id of the named body that is the ``name`` of ``state``: the US "Foreign Ministry" is its
        State Department. None if the body has no name of its own.
        """
        return self._named_bodies.get((name, state))

    def holder(self, office: str, of: str, date: str | None) -> str | None:
        """Return who was ``office`` of ``of`` at ``date`` (day, month, year or interval), if just one person."""
        if date is None:
            return None
        people = {term.person for term in self._of_office.get((office, of), ()) if _overlaps(term, date)}
        return people.pop() if len(people) == 1 else None

    def has_office(self, office: str, of: str) -> bool:
        """Return whether ``of`` has, or had, the office."""
        return (office, of) in self._of_office

    def terms(self, person: str, date: str | None = None) -> tuple[Holder, ...]:
        """Return the offices that ``person`` held, those at ``date`` if it is given."""
        return tuple(term for term in self._of_person.get(person, ()) if date is None or _overlaps(term, date))


def _overlaps(term: Holder, date: str) -> bool:
    first, _, last = date.partition("/")
    # As text, "2018" < "2018-04" < "2018-04-24" < "2018~": the tilde makes an end cover all of its year or month.
    return (term.start or "") <= (last or first) + "~" and first <= (term.end or "9999") + "~"


@cache
def load_gazetteer(path: Path | None = None) -> Gazetteer:
    """Return the gazetteer in the folder ``path``, by default that of the installed package or of the checkout.

    Raises:
        DataError: A table is missing or malformed.
    """
    folder = path or _folder()
    return Gazetteer(read_tables(folder), _version(folder))


def _folder() -> Path:
    installed = Path(str(importlib.resources.files("kg"))) / "data" / "gazetteer"
    checkout = Path(__file__).parents[2] / "data" / "gazetteer"
    for folder in (installed, checkout):
        if folder.is_dir():
            return folder
    raise DataError(f"{checkout}: expected the tables of the gazetteer, found no folder")


def _version(folder: Path) -> str:
    """Return 16 hex digits that depend on the names and bytes of the tables alone."""
    total = hashlib.sha256()
    for name in sorted(TABLES):
        total.update(name.encode() + b"\0" + (folder / name).read_bytes() + b"\0")
    return total.hexdigest()[:16]
