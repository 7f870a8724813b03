"""Arguments that stand beside their verb."""

import pytest

OBJECTS = [
    ("Peru denied on Tuesday Chile's accusations.", "deny", {"accusations"}),
    ("Peru condemned what it called a provocation.", "condemn", {"provocation"}),
    ("Peru condemned what it described as a provocation by Chile.", "condemn", {"provocation"}),
    ("Peru warned Chile that it would be bombed.", "warn", {"Chile"}),
    ("Peru offered the families of the sailors their sympathy.", "offer", {"sympathy"}),
    ("Peru dismissed as groundless the Chilean accusations.", "dismiss", {"accusations"}),
    ("Peru noted with concern the arrest of the envoys.", "note", {"arrest"}),
    ("Peru met Chile last week.", "meet", {"Chile"}),
]


@pytest.mark.parametrize(("text", "lemma", "objects"), OBJECTS)
def test_objects(reading, text, lemma, objects):
    found = reading(text)
    clause = next(c for c in found.clauses.values() if c.lemma == lemma)
    assert {found.tree.text[i] for i in clause.objects} == objects
