"""What templates need to show facts: sentences cut at the words of a fact, links, dates, and looks of classes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from kg.views.appearance import look, words

PARTS = ("subject", "predicate", "object")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def pieces(evidence: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the quote of ``evidence`` cut into (text, parts); parts is a space-separated list of class names.

    The offsets of subject, predicate and object count characters of the article, as ``start`` does.
    """
    quote, start = str(evidence["quote"]), int(evidence["start"])
    spans = {}
    for part in PARTS:
        if span := evidence.get(part):
            spans[part] = tuple(max(0, min(int(at) - start, len(quote))) for at in span)
    cuts = sorted({0, len(quote), *(at for span in spans.values() for at in span)})
    found = []
    for begin, end in pairwise(cuts):
        names = [part for part, (first, last) in spans.items() if first <= begin and end <= last]
        found.append((quote[begin:end], " ".join(names)))
    return found


def web_address(url: str | None) -> str | None:
    """Return ``url`` if it is an address of the web, else None: ``javascript:`` and the like never become links."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme.lower() in ("http", "https") and parts.netloc else None


def date_words(date: str | None) -> str:
    """Return a date in words, as exact as it is: ``2018-04`` → ``Apr 2018``; intervals with a dash."""
    if not date:
        return ""
    return " – ".join(_one_date(part) for part in str(date).split("/"))


def _one_date(date: str) -> str:
    year, *rest = date.split("-")
    if not rest or not all(part.isdigit() for part in rest) or not 1 <= int(rest[0]) <= 12:
        return date
    return " ".join([*(str(int(day)) for day in rest[1:]), MONTHS[int(rest[0]) - 1], year])


FILTERS: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {"pieces": pieces, "web_address": web_address, "date_words": date_words, "words": words, "look": look}
)
