"""Events that nouns name: held, planned, unlikely or called off."""

import pytest

from tests.extractors.edges import edges

PREDICATES = ("consults", "agrees", "assaults", "retreats", "sanctions")
ROWS = [
    (
        "Kenya underlined the need for a package of EU sanctions on Mali.",
        "European Union sanctions Mali (hypothetical)",
    ),
    ("The EU plans a new wave of sanctions on Mali.", "European Union sanctions Mali (planned)"),
    ("The EU imposed a new package of sanctions on Mali.", "European Union sanctions Mali"),
    ("Chad broke off talks with Mali.", "Chad consults Mali (negated)"),
    ("The date of the talks between Chad and Mali has not been set.", "Chad consults Mali (planned)"),
    ("Mali's demands include the withdrawal of Chad from Gao.", "Chad retreats Gao (hypothetical)"),
    ("The talks between Chad and Mali did not take place.", "Chad consults Mali (negated)"),
    ("Togo welcomes the meeting of Chad and Mali, due in Lima next week.", "Chad consults Mali (planned)"),
    ("Kenya left a meeting between Chad and Mali which Oman is to host.", "Chad consults Mali (planned)"),
    ("If nothing changes by the meeting between Chad and Mali, Togo may leave.", "Chad consults Mali (planned)"),
    ("Togo called on Chad to lift its siege of Bol.", "Chad retreats Bol (hypothetical)"),
    ("There was no meeting between Chad and Mali.", "Chad consults Mali (negated)"),
    ("The first round of talks between Chad and Mali was never held.", "Chad consults Mali (negated)"),
    ("The next round of talks between Chad and Mali is set for 20 May.", "Chad consults Mali (planned)"),
    ("The planned meeting between Chad and Mali fell through.", "Chad consults Mali (negated)"),
    ("A meeting between Chad and Mali is out of the question.", "Chad consults Mali (negated)"),
    ("A meeting between Chad and Mali is in preparation.", "Chad consults Mali (planned)"),
    ("A meeting between Chad and Mali is not on the agenda.", "Chad consults Mali (negated)"),
    ("Preparations are under way for a meeting between Chad and Mali.", "Chad consults Mali (planned)"),
    ("The date for talks between Chad and Mali has not been set.", "Chad consults Mali (planned)"),
    ("The talks between Chad and Mali had to be put off.", "Chad consults Mali (planned)"),
    ("Talks between Chad and Mali were vetoed by Niger.", "Chad consults Mali (negated)"),
    ("The summit between Chad and Mali fell victim to the dispute.", "Chad consults Mali (negated)"),
    ("The visit by Chad to Mali is off.", "Chad consults Mali (negated)"),
    ("The treaty between Chad and Mali remains unsigned.", "Chad agrees Mali (negated)"),
    ("The signing of the treaty between Chad and Mali was delayed.", "Chad agrees Mali (planned)"),
    ("Libya was asked to stop its attacks on Chad.", "Libya assaults Chad"),
    ("Kenya prevented the attack on Chad launched by Mali.", "Mali assaults Chad (negated)"),
    ("The attack launched by Mali on Chad was foiled by Kenya.", "Mali assaults Chad (negated)"),
    ("Kenya blocked the talks held by Chad and Mali.", "Chad consults Mali (negated)"),
    ("Kenya lifted the sanctions imposed by Mali on Chad.", "Mali sanctions Chad"),
    ("Chad made the release of the prisoners a condition.", "Chad retreats prisoners (hypothetical)"),
    ("The pullout of Chadian troops from Mali is now to begin in May.", "Chad retreats Mali (planned)"),
    ("Chad ended its embargo on Mali.", "Chad sanctions Mali (negated)"),
    ("Chad eased its embargo on Mali.", "Chad sanctions Mali"),
    ("Instead of an attack by Chad on Mali, there were talks.", "Chad assaults Mali (negated)"),
    ("Nobody would be surprised by an attack by Chad on Mali.", "Chad assaults Mali (hypothetical)"),
    (
        "Chad awaits clarity on the talks between Mali and Niger, where Ana Soto is slated to speak.",
        "Mali consults Niger (planned)",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_status_of_the_event_that_a_noun_names(facts, text, expected):
    bare = expected.partition(" (")[0]
    found = {edge for edge in edges(facts(text), *PREDICATES) if edge.partition(" (")[0] == bare}
    assert found == {expected}


ATTENDED = [
    ("The talks between Chad and Mali in Lima did not take place.", "negated"),
    ("There was no meeting between Chad and Mali in Lima.", "negated"),
    ("The first round of talks between Chad and Mali was never held in Lima.", "negated"),
    ("The next round of talks in Lima between Chad and Mali is set for 20 May.", "planned"),
]


@pytest.mark.parametrize(("text", "status"), ATTENDED)
def test_nobody_attends_what_is_not_held(facts, text, status):
    assert {a.status for a in facts(text).assertions if a.predicate == "attends"} == {status}


def test_who_talks_attends_no_meeting_without_a_place_or_a_name(facts):
    found = edges(facts("The talks between Chad and Mali go on."), "attends", "consults")
    assert found == {"Chad consults Mali"}
