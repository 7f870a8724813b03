"""Which of the forms that a page can take a client wants, by its Accept header.

Source: RFC 9110, section 12.5.1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import mimeparse

MAX_CHARACTERS = 2000
MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "html": "text/html",
        "ttl": "text/turtle",
        "jsonld": "application/ld+json",
        "nt": "application/n-triples",
        "nq": "application/n-quads",
        "trig": "application/trig",
        "json": "application/sparql-results+json",
        "xml": "application/sparql-results+xml",
        "csv": "text/csv",
        "tsv": "text/tab-separated-values",
    }
)
# Other names that clients use for a form.
ALSO: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "html": ("application/xhtml+xml",),
        "json": ("application/json",),
        "xml": ("application/xml", "text/xml"),
        "nt": ("text/plain",),
    }
)


def choose(header: str | None, forms: Sequence[str]) -> str | None:
    """Return the one of ``forms`` that ``header`` likes best, the first if it likes several alike; None if none.

    A header that is missing, malformed or of unreasonable length asks for nothing: the first form it is.
    """
    if not header or not header.strip() or len(header) > MAX_CHARACTERS:
        return forms[0]
    offered = {MEDIA_TYPES[form]: form for form in reversed(forms)}
    for form in forms:
        for name in ALSO.get(form, ()):
            offered.setdefault(name, form)
    # Of equals the library takes the last.
    ranked = sorted(offered, key=lambda name: (MEDIA_TYPES[offered[name]] == name, -forms.index(offered[name])))
    try:
        best = mimeparse.best_match(ranked, header)
    except ValueError:
        return forms[0]
    return offered[best] if best else None
