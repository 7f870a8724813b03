"""What an RDF export says beside the bare facts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from kg.vocab import BASE

Statements = Literal["reified", "named-graphs", "rdf12", "none"]
Text = Literal["none", "sentences", "full"]
STATEMENTS: tuple[Statements, ...] = ("reified", "named-graphs", "rdf12", "none")
TEXTS: tuple[Text, ...] = ("none", "sentences", "full")


@dataclass(frozen=True)
class Options:
    """Choices of an RDF export.

    ``base`` is the IRI that every resource begins with. ``statements`` says how the provenance of a statement is
    written: ``reified`` (rdf:Statement), ``named-graphs`` (the same, one graph per article and the assertions that are
    not actual in a graph of their own), ``rdf12`` (triple terms) or ``none`` (no assertions). ``text`` says how much of
    the articles' words is published; offsets and hashes always are. ``spans`` adds every mention, and the words that
    stand for subject, predicate and object of each assertion. ``description`` adds the dataset's VoID and DCAT.
    """

    base: str = BASE
    statements: Statements = "reified"
    text: Text = "sentences"
    spans: bool = False
    description: bool = True

    def without_graphs(self) -> Options:
        """Return the same for a syntax without named graphs: all is reified in the one graph that there is."""
        return replace(self, statements="reified") if self.statements == "named-graphs" else self


DEFAULT = Options()
