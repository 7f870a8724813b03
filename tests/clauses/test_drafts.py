"""What texts say that were blocked or only proposed, and whose decisions others speak of."""

import pytest

from tests.extractors.edges import edges

PREDICATES = ("criticizes", "supports", "sanctions", "coerces", "mobilizes", "retreats")
ROWS = [
    ("Chad blocked an EU statement criticising Mali.", "European Union criticizes Mali (negated)"),
    ("Chad vetoed a UN resolution condemning Mali.", "United Nations criticizes Mali (negated)"),
    ("Chad opposed a NATO statement backing Mali.", "NATO supports Mali (hypothetical)"),
    ("Chad held up an EU decision to impose sanctions on Mali.", "European Union sanctions Mali (hypothetical)"),
    ("The parliament of Peru voted down a bill to impose sanctions on Mali.", "sanctions Mali (negated)"),
    ("Chad did not sign an EU statement criticising Mali.", "European Union criticizes Mali (hypothetical)"),
    ("The assembly voted down a motion by Chad condemning Mali.", "Chad criticizes Mali (negated)"),
    # Whose decision it is does it.
    ("Peru criticised the EU decision to impose sanctions on Chile.", "European Union sanctions Chile"),
    ("Peru condemned an Israeli decision to expel the Chilean ambassador.", "Israel coerces Chile"),
    ("Peru condemned the decision by Israel to expel the Chilean ambassador.", "Israel coerces Chile (planned)"),
    ("Peru welcomed the Israeli offer to withdraw from Gaza.", "Israel retreats Gaza Strip (planned)"),
    ("Peru welcomed a UN plan to send troops to Mali.", "United Nations mobilizes Mali (planned)"),
    ("Peru announced a plan to send troops to Mali.", "Peru mobilizes Mali (planned)"),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_what_a_text_says_has_the_fate_of_the_text(facts, text, expected):
    found = edges(facts(text), *PREDICATES)
    act = expected.split(" (")[0].split(" ")[-2:]
    same = {edge for edge in found if edge.split(" (")[0].split(" ")[-2:] == act or edge.endswith(expected)}
    assert same
    assert all(edge.endswith(expected) for edge in same)
