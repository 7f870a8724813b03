"""SHACL validation, with a report that a person can act on.

Source: Shapes Constraint Language (W3C, 2017).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.errors import InputError, KgError
from kg.rdf.files import syntax_of
from kg.rdf.mapping import triples
from kg.rdf.options import Options
from kg.rdf.results import short
from kg.rdf.writing import to_bytes
from kg.vocab import BASE, DKG, NIF, PROV, RDF, RDFS, XSD, ontology_folder

SH = "http://www.w3.org/ns/shacl#"
SHAPES = "https://w3id.org/diplomatic-kg/shapes#"


@dataclass(frozen=True, order=True)
class Finding:
    """One thing that breaks a shape: which shape, what thing, what is wrong, and the sentence it comes from."""

    shape: str
    node: str
    label: str
    message: str
    path: str = ""
    value: str = ""
    sentence: str = ""
    severity: str = "Violation"


@dataclass(frozen=True)
class Report:
    """What a validation found; ``triples`` counts what was looked at."""

    triples: int
    findings: tuple[Finding, ...]

    @property
    def conforms(self) -> bool:
        """Return whether nothing breaks a shape."""
        return not self.findings

    def counts(self) -> dict[str, int]:
        """Return the number of findings by shape, the most first."""
        return dict(sorted(Counter(f.shape for f in self.findings).items(), key=lambda item: (-item[1], item[0])))

    def text(self, first: int = 3) -> str:
        """Return the report for reading: counts by shape, and the ``first`` offenders of each."""
        if self.conforms:
            return f"{self.triples} triples: every shape holds\n"
        lines = [f"{self.triples} triples: {len(self.findings)} findings in {len(self.counts())} shapes"]
        for shape, amount in self.counts().items():
            own = [finding for finding in self.findings if finding.shape == shape]
            lines.append(f"\n{amount:>6}  {shape}: {own[0].message}")
            for finding in own[:first]:
                lines.append(f"        {finding.node}  {finding.label}".rstrip())
                if finding.value and finding.value != finding.node:
                    lines.append("            " + f"{finding.path} {finding.value}".strip())
                if finding.sentence:
                    lines.append(f"            “{finding.sentence}”")
            if amount > first:
                lines.append(f"        … and {amount - first} more")
        return "\n".join(lines) + "\n"

    def json(self) -> str:
        """Return the report as JSON."""
        return json.dumps(
            {
                "conforms": self.conforms,
                "triples": self.triples,
                "counts": self.counts(),
                "findings": [asdict(finding) for finding in self.findings],
            },
            ensure_ascii=False,
            indent=1,
        )

    def turtle(self, base: str = BASE) -> str:
        """Return the report as SHACL's own RDF, in Turtle."""
        return to_bytes(self._triples(base), "ttl", base=base).decode("utf-8")

    def _triples(self, base: str) -> Iterator[ox.Triple]:
        report = ox.BlankNode("report")
        yield ox.Triple(report, ox.NamedNode(RDF.type), ox.NamedNode(SH + "ValidationReport"))
        yield ox.Triple(report, ox.NamedNode(SH + "conforms"), ox.Literal(self.conforms))
        results = [ox.BlankNode(f"result{i}") for i in range(len(self.findings))]
        for result in results:
            yield ox.Triple(report, ox.NamedNode(SH + "result"), result)
        for result, finding in zip(results, self.findings, strict=True):
            yield ox.Triple(result, ox.NamedNode(RDF.type), ox.NamedNode(SH + "ValidationResult"))
            yield ox.Triple(result, ox.NamedNode(SH + "resultSeverity"), ox.NamedNode(SH + finding.severity))
            yield ox.Triple(result, ox.NamedNode(SH + "sourceShape"), ox.NamedNode(SHAPES + finding.shape))
            focus = finding.node.replace("dkr:", base, 1)
            known = ox.NamedNode(focus) if ":" in focus else ox.Literal(focus)
            yield ox.Triple(result, ox.NamedNode(SH + "focusNode"), known)
            yield ox.Triple(result, ox.NamedNode(SH + "resultMessage"), ox.Literal(finding.message, language="en"))
            if finding.value:
                yield ox.Triple(result, ox.NamedNode(SH + "value"), ox.Literal(finding.value))


def validate(source: Any, *, base: str = BASE) -> Report:
    """Return what breaks the shapes in ``source``: a graph, the path of an RDF file, or an rdflib graph.

    Raises:
        InputError: The file does not exist or is not RDF.
        KgError: pySHACL is not installed.
    """
    try:
        import pyshacl
    except ImportError as error:
        raise KgError("validation needs pySHACL: pip install 'diplomatic-kg[validate]'") from error
    data = _data(source, base)
    shapes, queries = _shapes()
    _, results, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", advanced=False, do_owl_imports=False)
    found = {*_findings(results, data, base), *_asked(queries, data, base)}
    return Report(len(data), tuple(sorted(found)))


@dataclass(frozen=True)
class Query:
    """A constraint in SPARQL: the shape that it belongs to, the node that it starts from, its text and message."""

    shape: str
    target: str
    select: str
    message: str


@cache
def _shapes() -> tuple[Any, tuple[Query, ...]]:
    """Return the shapes without their constraints in SPARQL, and these: rdflib's time for them grows as the square."""
    import rdflib

    graph = rdflib.Graph().parse(ontology_folder() / "shapes.ttl", format="turtle")
    sh = rdflib.Namespace(SH)
    queries = []
    for shape, node in sorted(graph.subject_objects(sh.sparql)):
        text = [str(graph.value(subject, term)) for subject, term in ((node, sh.select), (node, sh.message))]
        queries.append(Query(str(shape).removeprefix(SHAPES), str(graph.value(shape, sh.targetNode)), *text))
        graph.remove((shape, sh.sparql, node))
    return graph, tuple(queries)


def _asked(queries: Iterable[Query], data: Any, base: str) -> Iterator[Finding]:
    """Yield what the constraints in SPARQL find, asked of Oxigraph."""
    import rdflib

    store = ox.Store()
    store.bulk_load(data.serialize(format="nt", encoding="utf-8"), format=ox.RdfFormat.N_TRIPLES, lenient=True)
    prefixes = {"dkg": DKG.iri, "rdf": RDF.iri}
    for query in queries:
        this: dict[ox.Variable, Any] = {ox.Variable("this"): ox.NamedNode(query.target)}
        rows: Any = store.query(query.select, prefixes=prefixes, substitutions=this)
        for row in rows:
            node = rdflib.URIRef(row["value"].value)
            yield Finding(
                query.shape, _short(node, base), _label(data, node, base), query.message, sentence=_sentence(data, node)
            )


def _data(source: Any, base: str) -> Any:
    """Return ``source`` as an rdflib graph in memory."""
    import rdflib

    if isinstance(source, rdflib.Graph):
        return source
    graph = rdflib.Graph()
    parsed: Iterable[Any]
    if isinstance(source, str | Path):
        parsed = ox.parse(path=str(source), format=syntax_of(Path(source)))
    else:
        parsed = triples(source, Options(base=base, text="sentences"))
    try:
        for item in parsed:
            _add(graph, item)
    except (SyntaxError, ValueError) as error:
        raise InputError(f"{source}: not RDF: {error}") from error
    return graph


def _add(graph: Any, item: Any) -> None:
    """Add a triple to ``graph``; a triple term as the three triples that reify it."""
    if isinstance(item.object, ox.Triple):
        subject = _rdflib(item.subject)
        for term, part in ((RDF.subject, "subject"), (RDF.predicate, "predicate"), (RDF.object, "object")):
            graph.add((subject, _rdflib(ox.NamedNode(term)), _rdflib(getattr(item.object, part))))
        return
    graph.add((_rdflib(item.subject), _rdflib(item.predicate), _rdflib(item.object)))


def _rdflib(term: Any) -> Any:
    """Return an Oxigraph term as rdflib's, its literal unchanged."""
    import rdflib

    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    # rdflib takes a string with and without its datatype for two different literals.
    is_plain = term.language is not None or term.datatype.value == XSD.string
    datatype = None if is_plain else rdflib.URIRef(term.datatype.value)
    return rdflib.Literal(term.value, lang=term.language, datatype=datatype, normalize=False)


def _findings(results: Any, data: Any, base: str) -> Iterator[Finding]:
    import rdflib

    term = rdflib.URIRef
    for result in results.subjects(term(RDF.type), term(SH + "ValidationResult")):
        focus = results.value(result, term(SH + "focusNode"))
        found = results.value(result, term(SH + "value"))
        shape = results.value(result, term(SH + "sourceShape"))
        path = results.value(result, term(SH + "resultPath"))
        message = results.value(result, term(SH + "resultMessage"))
        severity = results.value(result, term(SH + "resultSeverity"))
        yield Finding(
            shape=str(shape).removeprefix(SHAPES) if isinstance(shape, rdflib.URIRef) else _owner(shape),
            node=_short(focus, base),
            label=_label(data, focus, base),
            message=str(message or ""),
            path=_short(path, base),
            value=_short(found, base)[:200],
            sentence=_sentence(data, focus),
            severity=str(severity).removeprefix(SH),
        )


def _owner(shape: Any) -> str:
    """Return the name of the shape that a nameless part belongs to."""
    shapes, _ = _shapes()
    for parent in shapes.subjects(None, shape):
        return str(parent).removeprefix(SHAPES)
    return "shape"


def _short(term: Any, base: str) -> str:
    import rdflib

    if term is None:
        return ""
    return short(ox.NamedNode(str(term)), base) if isinstance(term, rdflib.URIRef) else str(term)


def _label(data: Any, node: Any, base: str) -> str:
    """Return the label of ``node``; of an assertion, the labels of what it states."""
    import rdflib

    term = rdflib.URIRef
    label = data.value(node, term(RDFS.label))
    if label is not None:
        return str(label)
    parts = [data.value(node, term(iri)) for iri in (RDF.subject, RDF.predicate, RDF.object)]
    if None in parts:
        return ""
    return " ".join(str(data.value(part, term(RDFS.label)) or _short(part, base)) for part in parts)


def _sentence(data: Any, node: Any) -> str:
    """Return the words that ``node`` is derived from, or where they stand."""
    import rdflib

    term = rdflib.URIRef
    for sentence in sorted(data.objects(node, term(PROV.wasDerivedFrom))):
        quote = data.value(sentence, term(NIF.anchorOf))
        if quote is not None:
            return " ".join(str(quote).split())
        begin, end = (data.value(sentence, term(iri)) for iri in (NIF.beginIndex, NIF.endIndex))
        if begin is not None:
            return f"characters {begin}-{end}"
    return ""
