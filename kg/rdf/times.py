"""Dates as exact as the text: literals, their first and last day, and OWL-Time nodes.

Source: XML Schema 1.1 part 2 (3.3.9-3.3.11); Extended Date/Time Format, level 0 (Library of Congress, 2019);
Time Ontology in OWL (W3C, 2017).
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import pyoxigraph as ox

from kg.rdf.terms import english, iri, plain
from kg.vocab import RDF, RDFS, TIME, XSD

VALUE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
EDTF = ox.NamedNode("http://id.loc.gov/datatypes/edtf/EDTF")
KIND = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


@lru_cache(maxsize=8192)
def bounds(value: str) -> tuple[str, str] | None:
    """Return the first and last day of ``2018``, ``2018-04``, ``2018-04-24`` or ``start/end``; None if malformed."""
    if "/" in value:
        start, _, end = value.partition("/")
        first, last = bounds(start), bounds(end)
        if "/" in end or first is None or last is None or first[0] > last[1]:
            return None
        return first[0], last[1]
    match = VALUE.fullmatch(value)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first_day = datetime.date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    last_month = month or 12
    last_day = day or calendar.monthrange(first_day.year, last_month)[1]
    return first_day.isoformat(), datetime.date(first_day.year, last_month, last_day).isoformat()


@lru_cache(maxsize=8192)
def literal(value: str) -> ox.Literal:
    """Return ``value`` as xsd:date, xsd:gYearMonth, xsd:gYear or an EDTF interval; a plain string if it is none."""
    if bounds(value) is None:
        return plain(value)
    if "/" in value:
        return ox.Literal(value, datatype=EDTF)
    return ox.Literal(value, datatype=iri(KIND[len(value)]))


def day(value: str) -> ox.Literal:
    """Return an ISO day as xsd:date."""
    return ox.Literal(value, datatype=iri(XSD.date))


def node_id(value: str) -> str:
    """Return the id of the time ``value``: ``time_2018_04_24`` or ``time_2018_04_24_to_2018_04_26``."""
    return "time_" + value.replace("/", "_to_").replace("-", "_")


def value_of(node: str) -> str:
    """Return the date that a time node's id stands for: the inverse of ``node_id``."""
    return node.removeprefix("time_").replace("_to_", "/").replace("_", "-")


def closure(values: Iterable[str]) -> set[str]:
    """Return the well-formed dates of ``values`` and the days that each of them begins and ends with."""
    found: set[str] = set()
    for value in values:
        ends = bounds(value)
        if ends is not None:
            found |= {value, *ends}
    return found


def describe(value: str, base: str) -> Iterator[tuple[ox.NamedNode, ox.NamedNode | ox.Literal]]:
    """Yield what is said of the time ``value``: an instant if it is a day, else an interval between two days."""
    first, last = bounds(value) or (value, value)
    is_day = len(value) == 10
    yield iri(RDF.type), iri(TIME.Instant if is_day else TIME.ProperInterval)
    yield iri(RDFS.label), english(value.replace("/", " to "))
    if is_day:
        yield iri(TIME.inXSDDate), literal(value)
    else:
        yield iri(TIME.hasBeginning), iri(base + node_id(first))
        yield iri(TIME.hasEnd), iri(base + node_id(last))
