"""When what is told happens: clefts, clauses of time, decisions, and the day of the news."""

import pytest

DATED = [
    ("It was on March 2 that Norway announced its decision to expel two Chadian diplomats.", "coerces", "2021-03-02"),
    ("Kenya signed the treaty when it met Uganda on 3 February.", "agrees", "2021-02-03"),
    ("On 1 March Peru met Chile. The same day it met Brazil.", "consults", "2021-03-01"),
    ("LIMA, March 10 (Andina) -- Chile has condemned Peru.", "criticizes", "2021-03-10"),
    ("LIMA, March 10 (Andina) -- Chile condemned Peru, its minister said.", "criticizes", "2021-03"),
    ("LIMA, March 3 (Andina) -- Chile condemned Peru.", "criticizes", None),
    ("LIMA, March 10 (Andina) -- Chile, which had condemned Peru, left the talks.", "criticizes", None),
    ("Chile has condemned Peru.", "criticizes", None),
    ("Chile condemned Peru on Monday, a day after Peru had attacked Bolivia.", "assaults", "2021-03-07"),
    ("Chile condemned Peru on Monday, hours after Peru had attacked Bolivia.", "assaults", "2021-03-08"),
    ("Chile condemned Peru on Monday because Peru had attacked Bolivia.", "assaults", None),
    ("Chile on Monday condemned Peru.", "criticizes", "2021-03-08"),
    ("The Foreign Office on Monday condemned Peru.", "criticizes", "2021-03-08"),
    ("Chile rejects the plan, its minister said on Monday.", "rejects", "2021-03-08"),
    ("Ana Soto arrived on Monday. She met Luis Vega.", "consults", "2021-03-08"),
    ("Ana Soto arrived on Monday. Chile has a long coast. Luis Vega met Lena Holt.", "consults", None),
    # What stands apart from its verb, and what goes on.
    ("Chile condemned the raid, which killed nine people, on Sunday.", "criticizes", "2021-03-07"),
    ("Chile condemned the raid in a statement issued on Sunday.", "criticizes", "2021-03-07"),
    ("In August 1990 Chile invaded Peru; it left in 1991.", "assaults", "1990-08"),
    ('"We reject the plan," Ana Soto of Chile said on Monday.', "rejects", "2021-03-08"),
    ("Chile's pullout from Peru in May 2019 was condemned by Mali.", "criticizes", None),
    ("Norway expelled three Chilean envoys on 1 March. It accused Chile of theft.", "criticizes", "2021-03-01"),
    ("Norway expelled three Chilean envoys on 1 March. It has accused Chile of theft.", "criticizes", None),
    ("Norway expelled three Chilean envoys on 1 March. In 2019 it had accused Chile of theft.", "criticizes", "2019"),
    ("Chile condemned the attack in Lima. The attack was carried out on Sunday.", "takesPlaceIn", "2021-03-07"),
]


@pytest.mark.parametrize(("text", "predicate", "date"), DATED)
def test_date_of_a_fact(facts, text, predicate, date):
    found = {a.date for a in facts(text).assertions if a.predicate == predicate}
    assert found == {date}


CIRCLES = [
    "Chile welcomed the order made to attack Lima.",
    "Chile welcomed the announcement made to expel two diplomats.",
    "The decision taken by Chile to reach Peru was to reach Norway.",
]


@pytest.mark.parametrize("text", CIRCLES)
def test_clauses_that_date_each_other_have_no_date(facts, text):
    found = facts(text).assertions
    assert found
    assert {a.date for a in found} <= {None, "2021-03-08"}


def test_a_scene_has_the_day_of_what_was_told_before_it(facts):
    text = "Chile backs Peru, Ana Soto of Oman said on Friday. She was meeting Lena Holt of Norway."
    assert {a.date for a in facts(text).assertions if a.predicate == "consults"} == {"2021-03-05"}


def test_later_talk_of_a_meeting_keeps_its_day(facts):
    text = "Ana Soto of Oman met Lena Holt of Norway on March 1. The two discussed fishing."
    assert {a.date for a in facts(text).assertions if a.predicate == "addresses"} == {"2021-03-01"}
