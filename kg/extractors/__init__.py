"""What an article states, by kinds of facts; ``extract`` runs them all."""

from __future__ import annotations

from spacy.tokens import Doc

from kg.extractors import (
    actions,
    affiliations,
    agenda,
    appeals,
    assemblies,
    claims,
    issues,
    meetings,
    memberships,
    officials,
    places,
    positions,
    protests,
    stances,
    threats,
)
from kg.extractors._collect import collect
from kg.extractors._confidence import calibrated
from kg.extractors._scene import Scene
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.lexicon import Lexicon, load_lexicon
from kg.model import Article, Facts

EXTRACTORS = (
    positions.extract,
    officials.extract,
    affiliations.extract,
    memberships.extract,
    meetings.extract,
    assemblies.extract,
    agenda.extract,
    actions.extract,
    appeals.extract,
    stances.extract,
    protests.extract,
    threats.extract,
    issues.extract,
    places.extract,
)

__all__ = ["EXTRACTORS", "extract"]


def extract(doc: Doc, article: Article, *, lexicon: Lexicon | None = None, gazetteer: Gazetteer | None = None) -> Facts:
    """Return all that ``doc``, which came through ``kg.load()``, states."""
    scene = Scene(doc, article, lexicon or load_lexicon(), gazetteer or load_gazetteer())
    facts = [fact for extractor in EXTRACTORS for fact in extractor(scene)]
    stated = collect(scene, facts, list(claims.extract(scene, facts)))
    return calibrated(stated, scene.lexicon.tables.confidence)
