"""The tables of the gazetteer, read and checked: a row that breaks their format raises, with file and line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import DataError
from kg.gazetteer.records import Body, Form, Holder, Membership, Modifier, Office
from kg.model import Entity

ORGANIZATION_KINDS = frozenset(
    "InternationalOrganization GovernmentBody ArmedGroup PoliticalGroup MediaOrganization Company Organization".split()
)
MEMBERSHIP_KINDS = frozenset({"member", "observer", "partner", "former"})
OFFICE_LEVELS = frozenset("state organization body military rank diplomatic party region court any".split())
MODIFIER_EFFECTS = frozenset({"rank", "acting", "former", "future"})
STATE_STATUSES = frozenset({"state", "territory", "disputed", "historical"})
PLACE_TYPES = frozenset({"city", "region", "sea", "site", "continent"})

_ID = re.compile(r"[a-z]+_[A-Za-z0-9_]+")
_QID = re.compile(r"Q[1-9]\d*")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_NAME_KINDS = {"name": "name", "official": "official", "acronyms": "acronym", "aliases": "alias"}
_DEMONYM_KINDS = {"adjectives": "adjective", "people": "people"}
_TERMS = {"state": "locatedIn", "part_of": "partOf"}


class Row:
    """A line of a table, with checked ways to read its cells and errors that say where it is."""

    def __init__(self, where: str, cells: Mapping[str, str]) -> None:
        self.where = where
        self._cells = cells

    def __getitem__(self, column: str) -> str:
        return self._cells[column]

    def error(self, expected: str) -> DataError:
        """Return the error that this line should have had ``expected``."""
        return DataError(f"{self.where}: expected {expected}")

    def text(self, column: str) -> str:
        """Return a cell that must not be empty."""
        if not self[column]:
            raise self.error(f"a value in column {column!r}")
        return self[column]

    def values(self, column: str) -> tuple[str, ...]:
        """Return the values of a cell that holds several."""
        cell = self[column]
        return tuple(value.strip() for value in cell.split("|")) if cell else ()

    def id(self, column: str) -> str:
        """Return a cell that must be an entity id."""
        cell = self._cells[column]
        if not _ID.fullmatch(cell):
            raise self.error(f"an id such as state_RU in column {column!r}, got {cell!r}")
        return cell

    def date(self, column: str) -> str | None:
        """Return a cell that must be an ISO date (year, month or day), None if empty."""
        if self[column] and not _DATE.fullmatch(self[column]):
            raise self.error(f"a date such as 2015-03-11 in column {column!r}, got {self[column]!r}")
        return self[column] or None

    def choice(self, column: str, allowed: Iterable[str]) -> str:
        """Return a cell that must be one of ``allowed``."""
        if self[column] not in allowed:
            raise self.error(f"one of {', '.join(sorted(allowed))} in column {column!r}, got {self[column]!r}")
        return self[column]

    def check_position(self) -> None:
        """Check that ``lat`` and ``lon`` are both empty or both degrees, north and east positive."""
        try:
            fine = self["lat"] == self["lon"] == "" or (
                abs(float(self["lat"])) <= 90 and abs(float(self["lon"])) <= 180
            )
        except ValueError:
            fine = False
        if not fine:
            raise self.error(f"degrees in columns 'lat' and 'lon', got {self['lat']!r} and {self['lon']!r}")

    def check_wikidata(self) -> None:
        """Check that ``wikidata`` is empty or a Q-id."""
        if self["wikidata"] and not _QID.fullmatch(self["wikidata"]):
            raise self.error(f"a Q-id such as Q159 in column 'wikidata', got {self['wikidata']!r}")


@dataclass
class Tables:
    """All that the tables hold."""

    entities: dict[str, Entity] = field(default_factory=dict)
    forms: list[Form] = field(default_factory=list)
    memberships: list[Membership] = field(default_factory=list)
    holders: list[Holder] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    modifiers: list[Modifier] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)
    regions: dict[str, frozenset[str]] = field(default_factory=dict)
    ambiguous: set[str] = field(default_factory=set)
    capitals: dict[str, str] = field(default_factory=dict)
    named_bodies: dict[tuple[str, str], str] = field(default_factory=dict)
    surnames: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    references: list[tuple[Row, str]] = field(default_factory=list)

    def add(self, row: Row, kind: str, names: Mapping[str, str], facts: Iterable[str]) -> str:
        """Keep the entity of ``row``; ``names`` maps columns to kinds of form, ``facts`` lists columns."""
        identity = row.id("id")
        if identity in self.entities:
            raise row.error(f"a new id, got {identity!r} again")
        row.check_wikidata()
        aliases: set[str] = set()
        for column, form_kind in names.items():
            values = row.values(column)
            self.forms.extend(Form(name, identity, form_kind) for name in values)
            if column not in _DEMONYM_KINDS:
                aliases.update(name.removeprefix("the ") for name in values)
        known = tuple(sorted((_TERMS.get(column, column), row[column]) for column in facts if row[column]))
        label = row.text("name")
        self.entities[identity] = Entity(identity, kind, label, frozenset(aliases - {label}), known)
        return identity

    def refer(self, row: Row, column: str) -> str:
        """Return the entity id in a cell, to be checked when all tables are read; "" if empty."""
        cell = row[column]
        if cell:
            self.references.append((row, row.id(column)))
        return cell

    def check_references(self) -> None:
        """Raise if a row names an entity that no table has."""
        for row, identity in self.references:
            if identity not in self.entities:
                raise row.error(f"the id of an entity of the gazetteer, got {identity!r}")


def _state(row: Row, tables: Tables) -> None:
    row.choice("status", STATE_STATUSES)
    row.check_position()
    facts = ("iso2", "iso3", "wikidata", "lat", "lon", "part_of")
    identity = tables.add(row, "State", {**_NAME_KINDS, **_DEMONYM_KINDS}, facts)
    tables.refer(row, "part_of")
    if tables.refer(row, "capital"):
        tables.capitals[identity] = row["capital"]


def _place(row: Row, tables: Tables) -> None:
    row.choice("type", PLACE_TYPES)
    row.check_position()
    identity = tables.add(row, "Place", {"name": "name", "aliases": "alias"}, ("state", "wikidata", "lat", "lon"))
    tables.refer(row, "state")
    if tables.refer(row, "capital_of"):
        names = (row["name"], *row.values("aliases"))
        tables.forms.extend(Form(name, row["capital_of"], "capital") for name in names)
    if not identity.startswith("place_"):
        raise row.error(f"an id that begins with place_, got {identity!r}")


def _organization(row: Row, tables: Tables) -> None:
    kind = row.choice("kind", ORGANIZATION_KINDS)
    identity = tables.add(row, kind, {k: v for k, v in _NAME_KINDS.items() if k != "official"}, ("wikidata", "part_of"))
    state = tables.refer(row, "part_of")
    if row["body"]:
        tables.named_bodies[row["body"], state] = identity


def _person(row: Row, tables: Tables) -> None:
    identity = tables.add(row, "Person", {"name": "name", "aliases": "alias"}, ("wikidata",))
    for surname in row.values("surnames"):
        tables.surnames[surname].add(identity)


def _metonym(row: Row, tables: Tables) -> None:
    tables.forms.append(Form(row.text("name"), tables.refer(row, "entity"), "metonym"))


def _body(row: Row, tables: Tables) -> None:
    own = row.choice("node", ("own", "state")) == "own"
    tables.bodies.append(Body(row.text("name"), row.values("variants"), own))


def _office(row: Row, tables: Tables) -> None:
    level = row.choice("level", OFFICE_LEVELS)
    tables.offices.append(Office(row.text("name"), row.values("variants"), row.values("nominals"), level))


def _modifier(row: Row, tables: Tables) -> None:
    effect = row.choice("effect", MODIFIER_EFFECTS)
    tables.modifiers.append(Modifier(row.text("name"), row.values("variants"), effect))


def _membership(row: Row, tables: Tables) -> None:
    member, organization = tables.refer(row, "member"), tables.refer(row, "organization")
    kind = row.choice("kind", MEMBERSHIP_KINDS)
    tables.memberships.append(Membership(member, organization, row.date("start"), row.date("end"), kind))


def _holder(row: Row, tables: Tables) -> None:
    person, of = tables.refer(row, "person"), tables.refer(row, "of")
    tables.holders.append(Holder(person, row.text("office"), of, row.date("start"), row.date("end")))


def _ambiguous(row: Row, tables: Tables) -> None:
    tables.ambiguous.add(row.text("form"))


def _region(row: Row, tables: Tables) -> None:
    states = row.values("states")
    for state in states:
        tables.references.append((row, state))
    tables.regions[row.text("term")] = frozenset(states)


# Every table: its columns, and what keeps a row of it.
TABLES = {
    "states.tsv": (
        "id iso2 iso3 numeric wikidata name official acronyms aliases adjectives people capital lat lon part_of status",
        _state,
    ),
    "places.tsv": ("id wikidata name aliases type state capital_of lat lon", _place),
    "organizations.tsv": ("id wikidata kind name acronyms aliases part_of body", _organization),
    "persons.tsv": ("id wikidata name aliases surnames", _person),
    "metonyms.tsv": ("name entity", _metonym),
    "bodies.tsv": ("name variants node", _body),
    "offices.tsv": ("name variants nominals level", _office),
    "modifiers.tsv": ("name variants effect", _modifier),
    "memberships.tsv": ("member organization start end kind", _membership),
    "holders.tsv": ("person office of start end", _holder),
    "regions.tsv": ("term states", _region),
    "ambiguous.tsv": ("form reason", _ambiguous),
}


def read_tables(folder: Path) -> Tables:
    """Return what the tables in ``folder`` hold.

    Raises:
        DataError: A table is missing, or a row breaks its format or names an unknown entity.
    """
    tables = Tables()
    for name, (columns, keep) in TABLES.items():
        for row in _rows(folder / name, columns.split()):
            keep(row, tables)
    tables.check_references()
    return tables


def _rows(path: Path, columns: list[str]) -> Iterator[Row]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: expected a table in UTF-8, got {error}") from error
    if not lines or lines[0].split("\t") != columns:
        raise DataError(f"{path.name}:1: expected the columns {' '.join(columns)}")
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise DataError(f"{path.name}:{number}: expected {len(columns)} columns, got {len(cells)}")
        yield Row(f"{path.name}:{number}", dict(zip(columns, cells, strict=True)))
