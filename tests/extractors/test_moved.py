"""For when events are put off, or brought forward: told of the event itself, of "the trip", in "will do so in May"."""

import pytest

MOVED = [
    (
        "The conference, which was to open in Lome on 20 March, has been postponed to the second week of April.",
        "takesPlaceIn",
        "2021-04",
    ),
    (
        "A summit of the African Union planned for 20 March in Lome has been moved to 4 April.",
        "takesPlaceIn",
        "2021-04-04",
    ),
    ("Peru has put off the summit in Lima until 6 May.", "takesPlaceIn", "2021-05-06"),
    ("The summit in Lima, planned for May, was brought forward to 14 April.", "takesPlaceIn", "2021-04-14"),
    ("Ana Soto of Chad was to visit Peru on Friday; her trip has been put off until 6 May.", "consults", "2021-05-06"),
    ("Ana Soto of Chad was to visit Peru on Friday. The visit was rescheduled for 6 May.", "consults", "2021-05-06"),
    (
        "Ana Soto of Chad and Luis Vega of Peru were to have met in Rome this Saturday; an aide said that this had "
        "been put back to the first week of April.",
        "consults",
        "2021-04",
    ),
    ("Envoys of Chad and Mali, who were to meet in Rome next week, will now do so in June.", "consults", "2021-06"),
    ("The visit of Ana Soto of Chad to Peru, first planned for April, is now set for June.", "consults", "2021-06"),
    ("The talks between Chad and Mali in Rome were pushed back from 5 to 12 May.", "consults", "2021-05-12"),
    ("The summit in Lima, due last week, has been delayed until after the vote in June.", "takesPlaceIn", "2021-06"),
    (
        "Ana Soto of Chad had been due to fly to Peru on Sunday but will now travel on Thursday.",
        "consults",
        "2021-03-11",
    ),
    # Another one's trip, and one of which no new day is told
    (
        "Ana Soto of Chad was to visit Peru on Friday. A conference on fish was put off until 6 May.",
        "consults",
        "2021-03-12",
    ),
    ("Ana Soto of Chad was to visit Peru on Friday; her trip has been put off.", "consults", "2021-03-12"),
    # Where what is put off was to be spoken of, it is not itself put off
    (
        "Ana Soto of Chad and Luis Vega of Peru were to have met on the fringes of a summit in Rome this Saturday; "
        "that has been put back to June.",
        "takesPlaceIn",
        "2021-03-13",
    ),
]


@pytest.mark.parametrize(("text", "predicate", "date"), MOVED)
def test_what_is_put_off_has_the_new_date(facts, text, predicate, date):
    found = [a for a in facts(text).assertions if a.predicate == predicate]
    assert {a.date for a in found} == {date}
    assert "actual" not in {a.status for a in found}
