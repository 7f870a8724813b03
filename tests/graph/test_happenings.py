"""Which event is which across articles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.graph.resolve import resolve
from kg.model import Entity, Event
from tests.graph.made import event, told

ENTITIES = (
    Entity("state_KE", "State", "Kenya"),
    Entity("state_GH", "State", "Ghana"),
    Entity("state_TG", "State", "Togo"),
    Entity("organization_kpf", "Organization", "Kivu Peace Forum"),
    Entity("place_kigali", "Place", "Kigali", frozenset(), (("locatedIn", "state_RW"),)),
    Entity("place_accra", "Place", "Accra", frozenset(), (("locatedIn", "state_GH"),)),
    Entity("state_RW", "State", "Rwanda"),
    Entity("agreement_x", "Agreement", "fisheries deal"),
)
KENYA, GHANA, TOGO = ("actor", "state_KE"), ("recipient", "state_GH"), ("actor", "state_TG")
ACCUSE = event("a", "Kenya condemned Ghana.", "Accuse", "Kenya condemn Ghana", KENYA, GHANA)
CONSULT = event("a", "Kenya met Ghana.", "Consult", "Kenya meet Ghana", KENYA, GHANA)
SUMMIT = event(
    "a",
    "The forum holds its summit in Kigali.",
    "Meeting",
    "summit in Kigali of Kivu Peace Forum",
    ("organizer", "organization_kpf"),
    ("place", "place_kigali"),
    date="2021-05-05",
    status="planned",
)


def one(a: Event, b: Event, published: tuple[str, str] = ("2021-05-04", "2021-05-06")) -> bool:
    """Return whether two articles, of the days ``published``, tell of one event."""
    parts = []
    for name, telling, day in zip("ab", (a, b), published, strict=True):
        mine = replace(telling, id=telling.id.replace("_a_", f"_{name}_"))
        nodes = ENTITIES if mine.kind != "Meeting" else (*ENTITIES, Entity(mine.id, "Meeting", mine.label))
        quote = mine.evidence[0].quote
        parts.append(told(name, quote, *nodes, date=day, events=(mine,)))
    return bool(resolve(parts)[1])


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (ACCUSE, replace(ACCUSE, label="Kenya denounce Ghana")),
        (ACCUSE, replace(ACCUSE, date="2021-05-04")),
        (replace(ACCUSE, status="planned"), ACCUSE),
        (CONSULT, replace(CONSULT, roles=frozenset({("actor", "state_GH"), ("recipient", "state_KE")}))),
        (replace(CONSULT, roles=CONSULT.roles | {("place", "place_accra")}), CONSULT),
        (
            replace(CONSULT, roles=CONSULT.roles | {("place", "place_accra")}),
            replace(CONSULT, roles=CONSULT.roles | {("place", "state_GH")}),
        ),
        (SUMMIT, replace(SUMMIT, status="actual")),
        (SUMMIT, replace(SUMMIT, label="annual summit of Kivu Peace Forum", date="2021-05")),
        (SUMMIT, replace(SUMMIT, date=None)),
    ],
)
def test_the_same_event_in_two_articles_is_one(a: Event, b: Event) -> None:
    assert one(a, b)
    assert one(b, a, ("2021-05-06", "2021-05-04"))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (ACCUSE, replace(ACCUSE, date="2021-05-06")),
        (ACCUSE, replace(ACCUSE, date="2021-05")),
        (ACCUSE, replace(ACCUSE, date=None)),
        (ACCUSE, replace(ACCUSE, status="negated")),
        (ACCUSE, replace(ACCUSE, status="hypothetical")),
        (ACCUSE, replace(ACCUSE, kind="Threaten")),
        (ACCUSE, replace(ACCUSE, mode="disapprove")),
        (ACCUSE, replace(ACCUSE, roles=frozenset({GHANA, TOGO}))),
        (ACCUSE, replace(ACCUSE, roles=frozenset({("actor", "state_GH"), ("recipient", "state_KE")}))),
        (
            replace(CONSULT, roles=CONSULT.roles | {("place", "place_accra")}),
            replace(CONSULT, roles=CONSULT.roles | {("place", "place_kigali")}),
        ),
        (SUMMIT, replace(SUMMIT, date="2021-06-05")),
        (SUMMIT, replace(SUMMIT, label="foreign ministers meeting in Kigali of Kivu Peace Forum")),
        (
            replace(SUMMIT, label="4th summit of Kivu Peace Forum"),
            replace(SUMMIT, label="5th summit of Kivu Peace Forum"),
        ),
        (SUMMIT, replace(SUMMIT, roles=frozenset({("place", "place_kigali")}), label="water talks", date="2021-05-05")),
    ],
)
def test_two_events_stay_two(a: Event, b: Event) -> None:
    assert not one(a, b)


def test_undated_meetings_are_one_only_in_the_news_of_the_same_days() -> None:
    undated = replace(SUMMIT, date=None)
    assert one(undated, undated)
    assert not one(undated, undated, ("2021-05-04", "2021-09-04"))


def test_a_meeting_that_was_put_off_is_one_with_the_one_that_was_announced() -> None:
    quote = "The summit was postponed until June."
    later = event("a", quote, "Meeting", SUMMIT.label, *sorted(SUMMIT.roles), date="2021-06", status="planned")
    assert one(SUMMIT, later)
    assert not one(SUMMIT, replace(later, evidence=SUMMIT.evidence))
