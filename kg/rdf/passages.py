"""What RDF says of texts: articles, the sentences and words in them, and how sentences state assertions.

Source: NLP Interchange Format 2.0 core ontology; Web Annotation Vocabulary (W3C, 2017).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pyoxigraph as ox

from kg.model import digest
from kg.rdf import times
from kg.rdf.describe import CONFIDENCE, LABEL, RULE, TYPE, Pair, Record, types
from kg.rdf.options import Options
from kg.rdf.terms import clean, count, decimal, in_language, iri, is_iri, plain
from kg.vocab import DCTERMS, DKG, ITSRDF, NIF, OA, SCHEMA, XSD

CONTEXT, BEGIN, END, ANCHOR = iri(NIF.referenceContext), iri(NIF.beginIndex), iri(NIF.endIndex), iri(NIF.anchorOf)


class Passages:
    """Says in RDF where things are written."""

    def __init__(self, graph: Any, options: Options, node: Callable[[str], ox.NamedNode]) -> None:
        """Describe the texts of ``graph`` as ``options`` ask; ``node`` gives the IRI of an id."""
        self.articles: Mapping[str, Record] = graph.graph.get("articles", {})
        self.sentences: Mapping[str, Record] = graph.graph.get("sentences", {})
        self.options = options
        self.node = node
        self._quoted: defaultdict[str, list[Record]] = defaultdict(list)
        if options.spans and options.text == "sentences":
            for record in self.sentences.values():
                self._quoted[record["article"]].append(record)

    def article(self, name: str) -> Iterator[Pair]:
        """Yield what is known of an article: headline, publication, extent, and its text if that is asked for."""
        record = self.articles[name]
        language, date, url = record.get("language"), record.get("date"), record.get("url")
        yield from types("Article")
        yield LABEL, in_language(record.get("title") or record["id"], language or "en")
        yield iri(DCTERMS.identifier), plain(record["id"])
        if record.get("title"):
            yield iri(SCHEMA.headline), in_language(record["title"], language or "en")
        if date:
            yield iri(SCHEMA.datePublished), times.literal(date)
        if record.get("source"):
            yield iri(DKG.source), plain(record["source"])
        if url:
            yield iri(SCHEMA.url), ox.Literal(clean(url), datatype=iri(XSD.anyURI)) if is_iri(url) else plain(url)
        if language:
            yield iri(SCHEMA.inLanguage), plain(language)
        yield iri(SCHEMA.sha256), plain(record["sha256"])
        yield BEGIN, count(0)
        # A graph read back from RDF without its texts knows their lengths only.
        yield END, count(len(record["text"]) or record.get("length", 0))
        yield iri(DKG.titleEnd), count(record.get("title_end") or 0)
        if self.options.text == "full":
            yield iri(NIF.isString), plain(record["text"])

    def sentence(self, name: str) -> Iterator[Pair]:
        """Yield where a sentence stands, and its words if they are asked for."""
        record = self.sentences[name]
        yield from types("Sentence")
        yield from self._extent(record)
        if self.options.text != "none":
            yield ANCHOR, plain(record["quote"])

    def _extent(self, record: Record) -> Iterator[Pair]:
        yield CONTEXT, self.node(record["article"])
        yield BEGIN, count(record["start"])
        yield END, count(record["end"])

    def words(self, article: str, start: int, end: int) -> Iterator[Pair]:
        """Yield where a stretch of an article's words stands, and the words if they are asked for."""
        yield TYPE, iri(NIF.OffsetBasedString)
        yield TYPE, iri(NIF.Phrase)
        yield from self._extent({"article": article, "start": start, "end": end})
        wording = self._wording(article, start, end)
        if wording:
            yield ANCHOR, plain(wording)

    def mention(self, record: Record) -> Iterator[Pair]:
        """Yield where a mention stands and what it stands for."""
        yield TYPE, iri(DKG.Mention)
        yield from self.words(record["article"], record["start"], record["end"])
        yield iri(ITSRDF.taIdentRef), self.node(record["entity"])
        yield iri(DKG.mentionKind), plain(record["kind"])

    def evidence(self, assertion: str, record: Record) -> Iterator[Pair]:
        """Yield how one sentence states an assertion: rule, confidence and the words of each part."""
        yield from types("Evidence")
        yield iri(OA.hasBody), self.node(assertion)
        yield iri(OA.hasTarget), self.node(record["sentence"])
        yield CONFIDENCE, decimal(record["confidence"])
        yield RULE, plain(record["rule"])
        for part in ("subject", "predicate", "object"):
            if record.get(part):
                yield iri(DKG[part + "Span"]), self.node(span_id(record["article"], *record[part]))

    def _wording(self, article: str, start: int, end: int) -> str | None:
        """Return characters ``start`` to ``end`` of ``article``, None if they are not to be published."""
        if self.options.text == "full":
            text: str = self.articles[article]["text"]
            return text[start:end]
        for sentence in self._quoted[article]:
            if sentence["start"] <= start and end <= sentence["end"]:
                quote: str = sentence["quote"]
                return quote[start - sentence["start"] : end - sentence["start"]]
        return None


def span_id(article: str, start: int, end: int) -> str:
    """Return the id of characters ``start`` to ``end`` of an article."""
    return "span_" + digest(article, str(start), str(end))


def mention_id(record: Record) -> str:
    """Return the id of a mention."""
    return "mention_" + digest(record["article"], str(record["start"]), str(record["end"]), record["entity"])


def evidence_id(assertion: str, record: Record) -> str:
    """Return the id of the evidence that certain words of a sentence are for an assertion."""
    spans = ("-".join(map(str, record.get(part) or ())) for part in ("subject", "predicate", "object"))
    return "evidence_" + digest(assertion, record["sentence"], record["rule"], *spans)
