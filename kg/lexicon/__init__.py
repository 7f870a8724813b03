"""The lexicon: what verbs, nouns and adverbs of political news mean, looked up by part of speech and lemma.

The tables are ``data/lexicon/*.tsv``; their columns are told in ``data/README.md``.
"""

from kg.lexicon.lookup import Lexicon
from kg.lexicon.records import (
    Complement,
    Condition,
    Cue,
    Frame,
    Issue,
    LightVerb,
    Modal,
    SpeechVerb,
    Tables,
)
from kg.lexicon.tables import HEADERS, lexicon_folder, load_lexicon, parse_condition

__all__ = [
    "HEADERS",
    "Complement",
    "Condition",
    "Cue",
    "Frame",
    "Issue",
    "Lexicon",
    "LightVerb",
    "Modal",
    "SpeechVerb",
    "Tables",
    "lexicon_folder",
    "load_lexicon",
    "parse_condition",
]
