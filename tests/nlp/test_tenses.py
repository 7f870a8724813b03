import pytest

from kg.nlp.tenses import speaks_of_future

ROWS = [
    ("They will meet on Friday.", "Friday", True),
    ("They plan to meet on Friday.", "Friday", True),
    ("The summit opens on Friday.", "Friday", True),
    ("They are meeting on Friday.", "Friday", True),
    ("They demanded a new vote by Friday.", "Friday", True),
    ("They called an election for Friday.", "Friday", True),
    ("They demanded a new vote on Friday.", "Friday", False),
    ("They met on Friday.", "Friday", False),
    ("They invited him to a summit on Friday.", "Friday", True),
    ("They invited him on Friday.", "Friday", False),
    ("They proposed that he host a summit on Friday.", "Friday", True),
    ("They said that he hosted a summit on Friday.", "Friday", False),
    ("They managed to meet on Friday.", "Friday", False),
    ("They were to have met on Friday.", "Friday", False),
    ("They have met since Friday.", "Friday", False),
]


def test_the_historic_present_tells_what_was(analysed) -> None:
    tokens = [token for token in analysed("The summit opens on Friday.") if token.text == "Friday"]
    assert not speaks_of_future(tokens, historic=True)


@pytest.mark.parametrize(("text", "word", "future"), ROWS)
def test_the_verb_tells_whether_a_day_is_to_come(analysed, text: str, word: str, future: bool) -> None:
    tokens = [token for token in analysed(text) if token.text == word]
    assert speaks_of_future(tokens) is future
