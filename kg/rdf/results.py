"""What a query gives back, and ways to write it.

Source: SPARQL 1.1 Query Results in JSON, CSV and TSV, XML (W3C, 2013).
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal
from xml.etree import ElementTree

import pyoxigraph as ox

from kg.errors import QueryError
from kg.rdf.terms import UNFIT
from kg.rdf.writing import to_bytes
from kg.vocab import BASE, PREFIXES, XSD


@dataclass(frozen=True)
class Result:
    """A table (SELECT), a graph (CONSTRUCT, DESCRIBE) or a truth value (ASK).

    ``rows`` holds Oxigraph's solutions: a term or None per column, by its place or its name. ``cut`` is True where the
    row limit left some out.
    """

    kind: Literal["table", "graph", "truth"]
    columns: tuple[str, ...] = ()
    rows: tuple[Any, ...] = ()
    triples: tuple[ox.Triple, ...] = ()
    truth: bool = False
    cut: bool = False
    base: str = field(default=BASE, compare=False)

    def cells(self) -> Iterator[list[str]]:
        """Yield each row as short text: labels bare, IRIs with a prefix, nothing for what is unbound."""
        for row in self.rows:
            yield [short(term, self.base) for term in row]

    def dicts(self) -> Iterator[dict[str, str]]:
        """Yield each row as values by column, without what is unbound."""
        for row in self.rows:
            yield {name: value(term) for name, term in zip(self.columns, row, strict=True) if term is not None}


def value(term: Any) -> str:
    """Return the value of a term: an IRI, or a literal's text."""
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


def short(term: Any, base: str = BASE) -> str:
    """Return a term as short as a reader can still tell what it is."""
    if term is None:
        return ""
    if isinstance(term, ox.NamedNode):
        for prefix, iri in (("dkr", base), *PREFIXES.items()):
            if term.value.startswith(iri):
                return f"{prefix}:{term.value.removeprefix(iri)}"
    return value(term)


def to_csv(result: Result) -> str:
    """Return a table as SPARQL's CSV."""
    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="\r\n")
    if result.kind == "truth":
        return "true\r\n" if result.truth else "false\r\n"
    if result.kind == "graph":
        writer.writerow(("subject", "predicate", "object"))
        writer.writerows([value(t.subject), value(t.predicate), value(t.object)] for t in result.triples)
        return sink.getvalue()
    writer.writerow(result.columns)
    writer.writerows(["" if term is None else value(term) for term in row] for row in result.rows)
    return sink.getvalue()


def to_tsv(result: Result) -> str:
    """Return a table as SPARQL's TSV, terms in full."""
    if result.kind == "truth":
        return "true\n" if result.truth else "false\n"
    rows = result.rows if result.kind == "table" else [(t.subject, t.predicate, t.object) for t in result.triples]
    columns = result.columns if result.kind == "table" else ("subject", "predicate", "object")
    lines = ["\t".join(f"?{name}" for name in columns)]
    # In the syntax of terms tabs and newlines are escaped already.
    lines += ["\t".join("" if term is None else str(term).replace("\t", "\\t") for term in row) for row in rows]
    return "\n".join(lines) + "\n"


def to_json(result: Result) -> str:
    """Return a table or truth value as SPARQL's JSON; a graph as JSON records of subject, predicate and object."""
    if result.kind == "truth":
        return json.dumps({"head": {}, "boolean": result.truth})
    columns, rows = _table(result)
    bindings = [
        {name: _json_term(term) for name, term in zip(columns, row, strict=True) if term is not None} for row in rows
    ]
    return json.dumps({"head": {"vars": list(columns)}, "results": {"bindings": bindings}}, ensure_ascii=False)


def _table(result: Result) -> tuple[tuple[str, ...], tuple[tuple[Any, ...], ...]]:
    if result.kind == "table":
        return result.columns, result.rows
    columns = ("subject", "predicate", "object")
    return columns, tuple((t.subject, t.predicate, t.object) for t in result.triples)


def _json_term(term: Any) -> dict[str, Any]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _json_term(part) for name, part in parts.items()}}
    found = {"type": "literal", "value": term.value}
    if term.language:
        found["xml:lang"] = term.language
    elif term.datatype.value != XSD.string:
        found["datatype"] = term.datatype.value
    return found


def to_xml(result: Result) -> str:
    """Return a table or truth value as SPARQL's XML."""
    root = ElementTree.Element("sparql", xmlns="http://www.w3.org/2005/sparql-results#")
    head = ElementTree.SubElement(root, "head")
    if result.kind == "truth":
        ElementTree.SubElement(root, "boolean").text = str(result.truth).lower()
        return ElementTree.tostring(root, encoding="unicode", xml_declaration=True)
    columns, rows = _table(result)
    for name in columns:
        ElementTree.SubElement(head, "variable", name=name)
    results = ElementTree.SubElement(root, "results")
    for row in rows:
        line = ElementTree.SubElement(results, "result")
        for name, term in zip(columns, row, strict=True):
            if term is not None:
                _xml_term(ElementTree.SubElement(line, "binding", name=name), term)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True)


def _xml_term(parent: ElementTree.Element, term: Any) -> None:
    if isinstance(term, ox.Triple):
        triple = ElementTree.SubElement(parent, "triple")
        for name in ("subject", "predicate", "object"):
            _xml_term(ElementTree.SubElement(triple, name), getattr(term, name))
        return
    described = _json_term(term)
    node = ElementTree.SubElement(parent, described["type"])
    node.text = UNFIT.sub("\ufffd", described["value"])
    if "xml:lang" in described:
        node.set("xml:lang", described["xml:lang"])
    if "datatype" in described:
        node.set("datatype", described["datatype"])


def to_turtle(result: Result) -> str:
    """Return a graph as Turtle, sorted.

    Raises:
        QueryError: The result is a table or a truth value.
    """
    if result.kind != "graph":
        raise QueryError("only CONSTRUCT and DESCRIBE give a graph, which Turtle could write")
    triples = sorted(result.triples, key=str)
    return to_bytes(triples, "ttl", base=result.base).decode("utf-8")


def to_text(result: Result) -> str:
    """Return a table in columns, for a terminal or a log; a graph as Turtle."""
    if result.kind == "truth":
        return "yes\n" if result.truth else "no\n"
    if result.kind == "graph":
        return to_turtle(result)
    lines = [list(result.columns), *result.cells()]
    lines = [[cell.replace("\n", " ") for cell in line] for line in lines]
    widths = [max(len(line[i]) for line in lines) for i in range(len(result.columns))]
    body = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]
    body.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(body) + "\n"


WRITERS: Mapping[str, Callable[[Result], str]] = MappingProxyType(
    {"table": to_text, "csv": to_csv, "tsv": to_tsv, "json": to_json, "xml": to_xml, "ttl": to_turtle}
)
