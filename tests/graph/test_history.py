"""The history of an event, from articles through the real pipeline."""

from __future__ import annotations

import kg
from kg.graph.history import history, outcome, step
from kg.model import Article
from tests.graph.made import event

ANNOUNCED = Article(
    id="1", date="2021-04-20", text="The Kivu Peace Forum (KPF) will hold its annual summit in Kigali on May 5."
)
POSTPONED = Article(id="2", date="2021-04-28", text="The Kivu Peace Forum postponed its summit in Kigali until June.")
CANCELLED = Article(id="3", date="2021-05-30", text="The Kivu Peace Forum cancelled its summit in Kigali.")
HELD = Article(id="4", date="2021-05-06", text="The Kivu Peace Forum held its annual summit in Kigali on Wednesday.")


def story(*articles: Article) -> tuple[list[tuple[str, str]], str]:
    """Return the steps of the summit, each with its day, and its status."""
    graph = kg.build(articles)
    (node,) = [data for _, data in graph.nodes(data=True) if data["kind"] == "Meeting"]
    for item in node["history"]:
        article = graph.graph["articles"][item["article"]]
        assert article["text"][item["start"] : item["end"]] == item["quote"]
    return [(item["step"], item["told"]) for item in node["history"]], node["status"]


def test_a_summit_is_announced_postponed_and_cancelled_each_with_its_sentence() -> None:
    steps, status = story(CANCELLED, ANNOUNCED, POSTPONED)
    assert steps == [("announced", "2021-04-20"), ("postponed", "2021-04-28"), ("cancelled", "2021-05-30")]
    assert status == "negated"


def test_a_summit_is_announced_and_held() -> None:
    steps, status = story(ANNOUNCED, HELD)
    assert steps == [("announced", "2021-04-20"), ("held", "2021-05-06")]
    assert status == "actual"


def test_a_step_that_does_not_change_is_told_once() -> None:
    told = [(ANNOUNCED, event("1", "It will be.", "Meeting", "summit", status="planned")) for _ in range(3)]
    assert len(history(told)) == 1


def test_what_happened_stays_and_else_the_last_word_counts() -> None:
    planned, off, done = (event("1", "x", "Meeting", "s", status=s) for s in ("planned", "negated", "actual"))
    assert outcome([(ANNOUNCED, planned), (CANCELLED, off)]) == "negated"
    assert outcome([(CANCELLED, off), (POSTPONED, planned)]) == "planned"
    assert outcome([(HELD, done), (CANCELLED, off)]) == "actual"


def test_the_words_of_the_sentence_tell_a_denial_from_a_cancellation() -> None:
    rows = (
        ("The summit was called off.", "negated", "cancelled"),
        ("No summit took place.", "negated", "denied"),
        ("The summit was rescheduled.", "planned", "postponed"),
        ("The summit cancelled the debts.", "actual", "held"),
        ("Leaders may hold a summit.", "hypothetical", "considered"),
    )
    for quote, status, expected in rows:
        assert step(event("1", quote, "Meeting", "summit", status=status))[0] == expected  # type: ignore[arg-type]
