"""RDF terms from the graph's own values: flat IRIs, canonical literals."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache

import pyoxigraph as ox

from kg.errors import DataError
from kg.vocab import PREFIXES, XSD

ID = re.compile(r"[a-z]+_[A-Za-z0-9_]+")
IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`\x7f-\x9f\ud800-\udfff]+")
# What may follow a prefix in every syntax, escaped in none.
LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
# What XML, some stores and many parsers refuse in text; replaced one to one, so that offsets hold.
UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")

XSD_DECIMAL = ox.NamedNode(XSD.decimal)
XSD_INTEGER = ox.NamedNode(XSD.integer)


@lru_cache(maxsize=65536)
def iri(text: str) -> ox.NamedNode:
    """Return ``text``, a full IRI, as a node."""
    return ox.NamedNode(text)


@lru_cache(maxsize=65536)
def short(term: str, base: str) -> str:
    """Return the IRI ``term`` with a prefix (``dkr:`` for ``base``) if one fits; else as it is."""
    cut = max(term.rfind("#"), term.rfind("/")) + 1
    name = _prefixes(base).get(term[:cut])
    return f"{name}:{term[cut:]}" if name and LOCAL.fullmatch(term[cut:]) else term


@lru_cache(maxsize=16)
def _prefixes(base: str) -> dict[str, str]:
    return {**{iri: name for name, iri in PREFIXES.items()}, base: "dkr"}


def checked_id(name: str) -> str:
    """Return ``name`` if it can be the end of a flat IRI.

    Raises:
        DataError: ``name`` is not a kind, an underscore, and letters, digits or underscores.
    """
    if ID.fullmatch(name) is None:
        raise DataError(f"node id: expected a kind, '_' and letters or digits such as state_RU, got {name!r}")
    return name


def is_iri(text: str) -> bool:
    """Return whether ``text`` is an absolute IRI that every syntax can write between angle brackets."""
    return IRI.fullmatch(text) is not None


def clean(text: str) -> str:
    """Return ``text`` with each control character or lone surrogate replaced by U+FFFD; its length stays."""
    return UNFIT.sub("\ufffd", text)


def plain(text: str) -> ox.Literal:
    """Return ``text`` as a string."""
    return ox.Literal(clean(text))


@lru_cache(maxsize=8192)
def english(text: str) -> ox.Literal:
    """Return ``text`` as English, the language of every label of the graph."""
    return ox.Literal(clean(text), language="en")


def in_language(text: str, language: str | None) -> ox.Literal:
    """Return ``text`` in ``language``; a plain string if that is unknown or no language tag."""
    if language is None or LANGUAGE.fullmatch(language) is None:
        return plain(text)
    return ox.Literal(clean(text), language=language.lower())


@lru_cache(maxsize=4096)
def decimal(value: float | str) -> ox.Literal:
    """Return ``value`` as the canonical xsd:decimal of at most six places: ``0.66``, never ``0.660`` or ``1e-3``.

    Raises:
        DataError: ``value`` is no finite number.
    """
    try:
        number = round(Decimal(str(value)), 6)
    except InvalidOperation as error:
        raise DataError(f"expected a decimal number, got {value!r}") from error
    if not number.is_finite():
        raise DataError(f"expected a decimal number, got {value!r}")
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return ox.Literal("0" if text in ("-0", "") else text, datatype=XSD_DECIMAL)


@lru_cache(maxsize=16384)
def count(value: int) -> ox.Literal:
    """Return ``value`` as an xsd:integer, which Oxigraph keeps; narrower types it would rewrite to this one."""
    return ox.Literal(str(value), datatype=XSD_INTEGER)
