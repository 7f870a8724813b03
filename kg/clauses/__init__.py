"""Doc → Clause: what each predicate says of whom, whether it holds, and who says so.

Extractors never walk raw dependencies: the predicates of a document, verbs, copulas and eventive nouns, are turned
once into records with voice undone, coordination spread, relative pronouns and control subjects resolved.
"""

from kg.clauses.clause import Clause, Reading
from kg.clauses.read import read

__all__ = ["Clause", "Reading", "read"]
