"""The competency queries of ``ontology/queries``: what each answers, and its typed parameters, bound as terms.

A file opens with comments: the question, then lines such as ``# @param since date 0001-01-01 First day`` (name, type,
default or ``-`` for none, meaning), and ``# @graphs all`` where it reads unasserted statements kept in named graphs.

A parameter is put into the query as a term before Oxigraph plans it: a variable that is bound only afterwards leaves
the plan as if everything were asked for (a hundred times slower). What is put in is never a user's string but a term
that Oxigraph made and Oxigraph writes, at the place of a variable; so it stays one token of the query.

How the queries are written follows from how Oxigraph plans: an OPTIONAL with two patterns is answered for everything
and then joined, one pattern (or a nested OPTIONAL) only for the rows at hand; a path in it counts as two patterns; of
two equally common patterns either may come first, so that what is common to most things (the status) is a FILTER.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pyoxigraph as ox

from kg.errors import DataError, QueryError
from kg.rdf import times
from kg.rdf.guard import TOKEN
from kg.rdf.terms import ID, clean, decimal, is_iri
from kg.vocab import DKG, PARENT, STATUSES, ontology_folder

TYPES = ("thing", "class", "property", "status", "date", "text", "number", "iri")
LINE = re.compile(r"# @param (?P<name>\w+) (?P<type>\w+) (?P<default>\S+) (?P<meaning>.+)")


@dataclass(frozen=True)
class Param:
    """A parameter of a question: its name, type, default (None: it must be given) and meaning."""

    name: str
    type: str
    default: str | None
    meaning: str


@dataclass(frozen=True)
class Question:
    """A documented query: its name, what it asks, its parameters and its text."""

    name: str
    question: str
    params: tuple[Param, ...]
    text: str
    everything: bool = False


@cache
def load_questions(folder: Path | None = None) -> Mapping[str, Question]:
    """Return the competency queries by name.

    Raises:
        DataError: A file has no question, or a malformed parameter.
    """
    files = sorted((folder or ontology_folder() / "queries").glob("*.rq"))
    return MappingProxyType({file.stem: read(file.stem, file.read_text("utf-8")) for file in files})


def question_named(name: str) -> Question:
    """Return the competency query ``name``.

    Raises:
        QueryError: There is none.
    """
    questions = load_questions()
    if name not in questions:
        near = difflib.get_close_matches(name, questions, 3)
        raise QueryError(
            f"no competency query is named {name!r}; {'near it: ' + ', '.join(near) if near else 'see --list'}"
        )
    return questions[name]


def read(name: str, text: str) -> Question:
    """Return the question of a file's ``text``.

    Raises:
        DataError: It does not open with a question, or a parameter is malformed.
    """
    header = [line for line in text.splitlines() if line.startswith("#")]
    asked = [line[1:].strip() for line in header if not line.startswith("# @")]
    if not asked or not asked[0]:
        raise DataError(f"{name}.rq: expected a question in the first line, such as '# Who met whom?'")
    params = []
    for line in header:
        if not line.startswith("# @param"):
            continue
        match = LINE.fullmatch(line)
        if match is None or match["type"] not in TYPES:
            raise DataError(f"{name}.rq: expected '# @param NAME {'|'.join(TYPES)} DEFAULT MEANING', got {line!r}")
        default = None if match["default"] == "-" else match["default"]
        params.append(Param(match["name"], match["type"], default, match["meaning"]))
    return Question(name, " ".join(asked), tuple(params), text, "# @graphs all" in header)


def bind(
    question: Question, given: Mapping[str, str], *, base: str, find: Callable[[str], list[str]]
) -> dict[str, Any]:
    """Return the terms for the variables of ``question``; ``find`` gives the IRIs of the things with a name.

    Raises:
        QueryError: A parameter is missing, unknown, or not of its type.
    """
    known = {param.name for param in question.params}
    unknown = sorted(set(given) - known)
    if unknown:
        wanted = ", ".join(sorted(known)) or "none"
        raise QueryError(f"{question.name}: expected the parameters {wanted}, got {', '.join(unknown)}")
    terms = {}
    for param in question.params:
        value = given.get(param.name, param.default)
        if value is None:
            raise QueryError(f"{question.name}: parameter {param.name} is missing: {param.meaning}")
        try:
            terms[param.name] = TERM[param.type](value, base, find)
        except (QueryError, ValueError) as error:
            raise QueryError(f"{question.name}: parameter {param.name}: {error}") from error
    return terms


def filled(text: str, terms: Mapping[str, Any]) -> str:
    """Return the query ``text`` with ``terms`` in the place of its variables of that name.

    Where only a variable can stand, in the list of columns and of what groups and orders rows, it is left out.
    """
    return "".join(
        piece if name not in terms else "" if is_listed else str(terms[name]) for piece, name, is_listed in _parts(text)
    )


@lru_cache(maxsize=64)
def _parts(text: str) -> tuple[tuple[str, str, bool], ...]:
    """Return the pieces of a query, each with the name of the variable that it is, and whether it stands in a list."""
    found: list[tuple[str, str, bool]] = []
    depth, is_list, begun = 0, False, 0
    for match in TOKEN.finditer(text):
        piece, kind = match.group(), match.lastgroup
        if kind == "variable":
            found += [(text[begun : match.start()], "", False), (piece, piece[1:], is_list and not depth)]
            begun = match.end()
        elif kind == "word" and not depth and piece.upper() not in ("BY", "DISTINCT", "ASC", "DESC"):
            is_list = piece.upper() in ("SELECT", "GROUP", "ORDER")
        elif piece in "{}":
            depth, is_list = 0, False
        elif piece in "()":
            depth += 1 if piece == "(" else -1
    return (*found, (text[begun:], "", False))


def _thing(value: str, base: str, find: Callable[[str], list[str]]) -> ox.NamedNode:
    if ID.fullmatch(value):
        return ox.NamedNode(base + value)
    if re.match(r"https?://", value):
        return _iri(value, base, find)
    found = find(clean(value))
    if not found:
        raise QueryError(f"nothing is named {value!r}; give a name, an id such as state_RU, or an IRI")
    if len(found) > 1:
        ids = ", ".join(iri.removeprefix(base) for iri in found)
        raise QueryError(f"several things are named {value!r}; give one of the ids {ids}")
    return ox.NamedNode(found[0])


def _iri(value: str, base: str, find: Callable[[str], list[str]]) -> ox.NamedNode:
    if not is_iri(value):
        raise QueryError(f"expected an IRI, got {value!r}")
    return ox.NamedNode(value)


def _class(value: str, base: str, find: Callable[[str], list[str]]) -> ox.NamedNode:
    name = next((kind for kind in PARENT if kind.lower() == value.lower()), None)
    if name is None:
        raise QueryError(f"expected a class of the ontology such as Meeting, got {value!r}")
    return ox.NamedNode(DKG[name])


def _property(value: str, base: str, find: Callable[[str], list[str]]) -> ox.NamedNode:
    if value not in DKG or value[:1].isupper():
        raise QueryError(f"expected a property of the ontology such as attends, got {value!r}")
    return ox.NamedNode(DKG[value])


def _status(value: str, base: str, find: Callable[[str], list[str]]) -> ox.NamedNode:
    if value not in STATUSES:
        raise QueryError(f"expected one of {', '.join(STATUSES)}, got {value!r}")
    return ox.NamedNode(DKG[value])


def _date(value: str, base: str, find: Callable[[str], list[str]]) -> ox.Literal:
    if len(value) != 10 or times.bounds(value) is None:
        raise QueryError(f"expected a day such as 2018-04-24, got {value!r}")
    return times.day(value)


def _text(value: str, base: str, find: Callable[[str], list[str]]) -> ox.Literal:
    return ox.Literal(clean(value))


def _number(value: str, base: str, find: Callable[[str], list[str]]) -> ox.Literal:
    if not re.fullmatch(r"-?[0-9]{1,12}(\.[0-9]{1,12})?", value):
        raise QueryError(f"expected a number, got {value!r}")
    return decimal(value)


TERM: Mapping[str, Callable[[str, str, Callable[[str], list[str]]], Any]] = MappingProxyType(
    {
        "thing": _thing,
        "iri": _iri,
        "class": _class,
        "property": _property,
        "status": _status,
        "date": _date,
        "text": _text,
        "number": _number,
    }
)
