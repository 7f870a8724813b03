"""By whom a text is: "a letter signed by Ana Soto", "a statement issued by Chad"."""

from __future__ import annotations

from kg.clauses import Reading

ISSUING = frozenset("sign issue publish release write read send draft compile post".split())


def issuers(reading: Reading, token: int) -> list[int]:
    """Return the head tokens of those of whom it is told that they issued the text at ``token``."""
    told = (reading.clauses.get(k) for k in reading.tree.children(token, "acl", "acl:relcl"))
    return [i for clause in told if clause is not None and clause.lemma in ISSUING for i in clause.subjects]
