"""Meetings: who meets whom, who takes part, where, and what has been met about."""

import pytest

from tests.extractors.edges import edges

MET = [
    ("Ghana and Togo signed an accord after three days of talks in Lome.", {"Ghana consults Togo"}),
    ("Ghana and Togo are to open talks in Lome on Friday.", {"Ghana consults Togo (planned)"}),
    ("U.S. Secretary of State Ana Soto and Chilean Foreign Minister Lena Holt met.", {"Ana Soto consults Lena Holt"}),
    ("Secretary of State Ana Soto and her Malian counterpart Tom Alder met.", {"Ana Soto consults Tom Alder"}),
    (
        "Foreign Minister Tom Alder of Oman telephoned his counterparts in Chad and Mali.",
        {"Chad consults Tom Alder", "Mali consults Tom Alder"},
    ),
    ("Kenya and Uganda exchanged visits this month.", {"Kenya consults Uganda"}),
    ("Kenya and Uganda sat down together in Arusha.", {"Kenya consults Uganda"}),
    (
        "In a call with Merkel, the French president, Emmanuel Macron, praised the accord.",
        {"Angela Merkel consults Emmanuel Macron"},
    ),
    (
        "Angela Merkel raised the case of two journalists with Emmanuel Macron.",
        {"Angela Merkel consults Emmanuel Macron"},
    ),
    ("Merkel met Macron in Meseberg.", {"Angela Merkel consults Emmanuel Macron"}),
    ("Kenya and Uganda held talks in Arusha.", {"Kenya consults Uganda"}),
    ("Talks between Chile and Bolivia took place in La Paz.", {"Bolivia consults Chile"}),
    ("Kenya will hold talks with Uganda.", {"Kenya consults Uganda (planned)"}),
    ("Kenya refused to meet Uganda.", {"Kenya consults Uganda (negated)"}),
    ("Kenya did not hold talks with Uganda.", {"Kenya consults Uganda (negated)"}),
    ("If Kenya meets Uganda, prices may fall.", {"Kenya consults Uganda (hypothetical)"}),
    ("President Obi of Ghana visited Togo.", {"Obi consults Togo"}),
    ("Ghana's foreign minister telephoned his Togolese counterpart.", None),
    ("Ana Soto told Lena Holt by telephone that the port would open.", {"Ana Soto consults Lena Holt"}),
    ("Lena Holt and Ana Soto agreed on the step by telephone.", {"Ana Soto consults Lena Holt"}),
    ("Chad told Mali by letter that the port would open.", set()),
    ("Ana Soto met the speaker of the council, Lena Holt.", {"Ana Soto consults Lena Holt"}),
    ("Ana Soto dined with Lena Holt.", {"Ana Soto consults Lena Holt"}),
    ("Ghana's envoy was called in to the ministry of foreign affairs of Togo.", None),
    ("Oman and Kuwait brokered a truce.", set()),
    ("During a visit to Ottawa, Ana Soto praised the pact.", {"Ana Soto consults Canada"}),
    ("After a visit by Lena Holt to Ottawa, Ana Soto praised the pact.", {"Canada consults Lena Holt"}),
    ("Ana Soto gave way after a telephone call from Lena Holt.", {"Ana Soto consults Lena Holt"}),
    (
        "President Obi of Ghana will welcome Togo's minister, Ana Soto, for an official visit.",
        {"Ana Soto consults Obi (planned)"},
    ),
    ("Togo's minister, Ana Soto, ended her trip to Togo.", set()),
    ("President Obi, accompanied by Ana Soto, left Quito for Lima.", set()),
    (
        "Togo hoped that it would be raised when President Obi and Ana Soto met in Lomé.",
        {"Ana Soto consults Obi (planned)"},
    ),
    ("Kenya and Uganda met in the final of the football cup.", set()),
    ("The two lines meet at right angles.", set()),
    ("The bill meets the demands of Kenya.", set()),
]


@pytest.mark.parametrize(("text", "expected"), MET)
def test_who_consults_whom(facts, text, expected):
    found = edges(facts(text), "consults")
    if expected is None:
        assert len(found) == 1
    else:
        assert found == expected


def test_summit_has_its_place_organizer_and_guests(facts):
    found = edges(facts("Kenya and Ghana attended the African Union summit in Addis Ababa."))
    (label,) = {edge.split(" attends ")[1] for edge in found if " attends " in edge}
    assert {f"Kenya attends {label}", f"Ghana attends {label}"} <= found
    assert f"{label} takesPlaceIn Addis Ababa" in found
    assert f"African Union organizes {label}" in found


def test_host_is_told(facts):
    found = edges(facts("Oman will host a conference on Yemen in May."), "hosts")
    assert len(found) == 1
    assert next(iter(found)).startswith("Oman hosts ")
    assert next(iter(found)).endswith("(planned)")


def test_one_meeting_is_one_node_however_it_is_called(facts):
    made = facts("Kenya and Ghana attended the summit in Accra. The meeting lasted two days. Togo left the summit.")
    meetings = {a.object for a in made.assertions if a.predicate == "attends"}
    assert len(meetings) == 1


def test_two_summits_stay_two(facts):
    made = facts("Kenya attended the EU summit in Brussels. Ghana attended the NATO summit in Vilnius.")
    assert len({a.object for a in made.assertions if a.predicate == "attends"}) == 2


def test_both_parties_address_what_they_discuss(facts):
    found = edges(facts("Kenya and Uganda discussed migration and the border dispute."), "addresses")
    assert {"Kenya addresses migration", "Uganda addresses migration"} <= found
    assert {"Kenya addresses border dispute", "Uganda addresses border dispute"} <= found


def test_both_who_meet_to_discuss_something_address_it(facts):
    found = edges(
        facts("President Obi of Ghana met President Soro of Togo in Accra to discuss the railway."), "addresses"
    )
    assert len(found) == 2


def test_who_is_asked_to_discuss_something_has_not_done_so(facts):
    found = edges(facts("Kenya urged Uganda to discuss the railway."), "addresses")
    assert all("(" in edge for edge in found)


ROWS = [
    ("Ana Soto summoned the envoy to Chad, Tom Alder, on Friday.", {("Ana Soto", "consults", "Tom Alder")}),
    (
        "Ana Soto hosted Lena Holt and Tom Alder for a summit at the palace.",
        {("Ana Soto", "hosts", "summit at the palace"), ("Lena Holt", "attends", "summit at the palace")},
    ),
    ("Ana Soto attended the 12th East Asia Summit.", {("Ana Soto", "attends", "12th East Asia Summit")}),
    ("Ana Soto attended the Asia-Europe Meeting.", {("Ana Soto", "attends", "Asia-Europe Meeting")}),
    ("Ana Soto arrived in Ottawa on a two-day visit.", {("Ana Soto", "consults", "Canada")}),
    ("Ana Soto said so after talks with Lena Holt.", {("Ana Soto", "consults", "Lena Holt")}),
    (
        "Talks between Colombia and the ELN began in Caracas.",
        {
            ("Colombia", "consults", "National Liberation Army"),
            ("Talks between Colombia and the ELN", "takesPlaceIn", "Caracas"),
        },
    ),
    ("Ghana and Togo held consultations on fish.", {("Ghana", "addresses", "fish"), ("Togo", "addresses", "fish")}),
    (
        "Ghana and Togo discussed the fight against piracy, the rebuilding of ports and a planned link.",
        {("Ghana", "addresses", "rebuilding of ports"), ("Togo", "addresses", "planned link")},
    ),
    ("Ana Soto and Lena Holt discussed how to fight piracy.", {("Ana Soto", "addresses", "piracy")}),
    ("Ana Soto received Lena Holt for a discussion of the border.", {("Lena Holt", "addresses", "border")}),
    ("Ghana's Ana Soto spoke by phone with Lena Holt of Togo.", {("Ana Soto", "consults", "Lena Holt")}),
    ("At the summit in Lomé, Ghana and Benin signed an accord.", {("Benin", "attends", "summit in Lomé")}),
    ("The talks began in Lomé. Ghana did not take part in them.", {("Ghana", "attends", "talks")}),
    ("Among those who will attend the summit in Lomé is Ana Soto.", {("Ana Soto", "attends", "summit in Lomé")}),
    ("Lena Holt flew to Lomé, where a summit of ECOWAS opens.", {("summit of ECOWAS", "takesPlaceIn", "Lomé")}),
    (
        "Food security will be at the top of the agenda of the African Union summit in Lomé.",
        {("African Union summit in Lomé", "addresses", "Food security")},
    ),
    ("Ana Soto met Lena Holt. They exchanged views on piracy.", {("Lena Holt", "addresses", "piracy")}),
    ("Kenya and Togo signed a pact at a ceremony hosted by Ghana.", {("Ghana", "hosts", "ceremony")}),
    (
        "A conference on piracy organized by Ghana opened in Lomé.",
        {("Ghana", "organizes", "conference on piracy"), ("conference on piracy", "addresses", "piracy")},
    ),
    ("Leaders of 22 nations wrapped up a summit in Lomé.", {("Leaders of 22 nations", "attends", "summit in Lomé")}),
    ("Ghana and Togo held talks with fishing on the agenda.", {("Togo", "addresses", "fishing")}),
    ("Ana Soto met Lena Holt in Lomé, with piracy on the agenda.", {("Lena Holt", "addresses", "piracy")}),
    ("President Obi of Ghana, host of the summit in Lomé, praised Mali.", {("Obi", "hosts", "summit in Lomé")}),
    ("Togo is the host of the conference in Lomé.", {("Togo", "hosts", "conference in Lomé")}),
    ("Chad and Mali, co-chairs of the talks in Lomé, praised Togo.", {("Mali", "attends", "talks in Lomé")}),
    ("Norway mediated talks between Chad and Mali on grazing rights.", {("Mali", "addresses", "grazing rights")}),
    (
        "The conference opened in Lomé. The Malian team is led by Ana Soto and the Chadian side by Lena Holt.",
        {("Lena Holt", "attends", "conference")},
    ),
    ("Ana Soto returned from a visit to Quito.", {("Ana Soto", "consults", "Ecuador")}),
    ("Ana Soto and Lena Holt agreed on a port after talks in Quito.", {("Ana Soto", "consults", "Lena Holt")}),
    ("Ana Soto and Lena Holt agreed to open a port after talks in Quito.", {("Ana Soto", "consults", "Lena Holt")}),
    ("During a summit in Lomé, Ana Soto signed the charter.", {("Ana Soto", "attends", "summit in Lomé")}),
    ("Arab League ministers ended a meeting in Cairo.", {("League of Arab States", "organizes", "meeting in Cairo")}),
    ("Ghana and Togo held a summit in Lomé.", {("Ghana", "attends", "summit in Lomé")}),
    ("Envoys of Ghana and Togo gathered for a forum on fish.", {("Togo", "attends", "forum on fish")}),
    (
        "The row ended with talks in Oslo between Secretary Ana Soto and Vice Premier He Lian.",
        {("Ana Soto", "consults", "He Lian")},
    ),
    (
        "Ghana's Ana Soto and Togolese counterpart Lena Holt met at the Ibero-American summit in Quito.",
        {("Ana Soto", "consults", "Lena Holt")},
    ),
    (
        "Talks on Monday between Chad and Mali in Lima failed.",
        {("Chad", "attends", "Talks between Chad and Mali in Lima")},
    ),
    (
        "NATO leaders met in Brussels. The alliance's summit in Oslo was attended by Ana Soto.",
        {("Ana Soto", "attends", "NATO summit in Oslo")},
    ),
    (
        "Chad and Mali reopened the border after Ana Soto invited Lena Holt when the two met in Lomé.",
        {("Ana Soto", "consults", "Lena Holt")},
    ),
    ("Ana Soto, head of Togo's delegation to the talks in Oslo, left.", {("Ana Soto", "attends", "talks in Oslo")}),
    ("Ana Soto held a meeting in Oslo with Lena Holt, focusing on fish.", {("Lena Holt", "addresses", "fish")}),
    (
        "Ana Soto left after talks with Lena Holt and Luis Vega.",
        {("Ana Soto", "consults", "Lena Holt"), ("Ana Soto", "consults", "Luis Vega")},
    ),
    ("Chad and Fiji held talks with Oman and Peru.", {("Chad", "consults", "Oman"), ("Fiji", "consults", "Peru")}),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_what_is_told_of_a_meeting(stated, text, expected):
    assert expected <= stated(text)


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        ("Ana Soto met Tom Alder on the island of Gozo.", ("Ana Soto", "addresses", "island of Gozo")),
        ("Chad and Fiji held talks with Oman and Peru.", ("Oman", "consults", "Peru")),
        ("The summit in Lomé was announced in Oslo.", ("summit in Lomé", "takesPlaceIn", "Oslo")),
        ("Peru blamed Chile for ignoring its calls for reform.", ("Peru", "consults", "Chile")),
        ("Two people opened fire at the meeting in Lomé.", ("Two people", "attends", "meeting in Lomé")),
        ("Norway mediated talks between Chad and Mali.", ("Norway", "addresses", "talks between Chad and Mali")),
        ("League ministers met in Lomé, agreeing to send observers to Chad.", ("Chad", "attends", "meeting in Lomé")),
        ("Togo and Mali gathered for a forum on fish.", ("Togo", "addresses", "forum on fish")),
        ("Ana Soto spoke at a Latin American forum.", ("United States", "attends", "Latin American forum")),
        ("A Chad summit in Oslo ended.", ("Chad", "attends", "Chad summit in Oslo")),
        ("The King's tour of Chad and Mali ended.", ("Chad", "attends", "tour of Chad and Mali")),
        ("Ana Soto and Lena Holt spoke on Thursday night.", ("Ana Soto", "addresses", "Thursday night")),
    ],
)
def test_what_is_not_told_of_a_meeting(stated, text, edge):
    assert edge not in stated(text)


def test_a_meeting_before_which_something_is_planned_is_to_come(facts):
    found = facts("Ghana intends to table a proposal before the G20 summit in Osaka.").assertions
    assert {a.status for a in found if a.predicate == "takesPlaceIn"} == {"planned"}


def test_a_meeting_of_a_day_to_come_is_to_be_held_whoever_stays_away(facts):
    found = facts("Ghana said that it would not attend a conference in Lomé next month.").assertions
    assert {a.status for a in found if a.predicate == "takesPlaceIn"} == {"planned"}


CALLS = [
    "Ana Soto had a telephone conversation with Luis Rojas.",
    "A telephone conversation took place between Ana Soto and Luis Rojas.",
    "During a phone call with Luis Rojas, Ana Soto stressed the need for reform.",
    "In a phone call, Ana Soto told Luis Rojas that the dam was safe.",
]


@pytest.mark.parametrize("text", CALLS)
def test_nobody_attends_a_telephone_call(facts, text):
    found = edges(facts(text), "consults", "attends")
    assert {frozenset(edge.split(" consults ")) for edge in found} == {frozenset({"Ana Soto", "Luis Rojas"})}


AWAY = ["Peru did not take part in the summit in Quito.", "Peru boycotted the summit in Quito."]


@pytest.mark.parametrize("text", AWAY)
def test_a_summit_is_held_without_those_who_stay_away(facts, text):
    assert edges(facts(text), "attends", "takesPlaceIn") == {
        "Peru attends summit in Quito (negated)",
        "summit in Quito takesPlaceIn Quito",
    }


def test_chairs_of_a_conference_do_not_meet_each_other_alone(facts):
    found = edges(facts("The conference in Quito was co-chaired by Peru and Chile."), "consults", "attends")
    assert found == {"Peru attends conference in Quito", "Chile attends conference in Quito"}


def test_no_summit_is_held_in_a_sea(facts):
    found = edges(facts("Iran will attend the Caspian summit in Aktau."), "takesPlaceIn")
    assert found == {"Caspian summit in Aktau takesPlaceIn Aktau (planned)"}


def test_a_label_does_not_say_that_the_summit_is_over(facts):
    found = edges(facts("The just-concluded AU Summit was attended by Chile."), "attends")
    assert found == {"Chile attends AU Summit"}


PRESENT = [
    ("Ministers from countries including Peru and Chile will take part in the talks in Quito.", "Peru Chile"),
    ("The summit brought together about 30 leaders, including Ana Soto and Luis Rojas.", "Soto Rojas"),
    ("The conference was held in Quito with the participation of Peru and Chile.", "Peru Chile"),
    ("Participants in the conference included Peru and Chile.", "Peru Chile"),
    ("Among the participants in the conference were Peru and Chile.", "Peru Chile"),
    ("Leaders of Peru and Chile were present at the summit in Quito.", "Peru Chile"),
    ("Foreign Minister Ana Soto led the Peruvian delegation to the summit in Quito.", "Soto Peru"),
    ("Foreign Minister Ana Soto represented Peru at the summit in Quito.", "Soto Peru"),
    ("Peru sent a delegation to the conference in Quito.", "Peru"),
    ("Envoys of Peru and Chile gathered in Quito for a conference on mining.", "Peru Chile"),
    ("The council convened in Quito for its tenth session.", ""),
]


@pytest.mark.parametrize(("text", "expected"), PRESENT)
def test_guests_are_told_in_many_ways(facts, text, expected):
    found = {edge.split(" attends ")[0].split()[-1] for edge in edges(facts(text), "attends")}
    assert found == set(expected.split())


def test_who_is_absent_does_not_attend(facts):
    found = edges(facts("Peru was absent from the summit in Quito."), "attends")
    assert found == {"Peru attends summit in Quito (negated)"}


def test_delegations_of_two_states_meet(facts):
    assert edges(facts("Delegations of Peru and Chile met in Quito."), "consults") == {"Chile consults Peru"}


def test_talks_in_two_places_have_two_dates(facts):
    text = "The talks between Chile and Peru began in Oslo in January and will continue in Lima in May."
    assert {a.date for a in facts(text).assertions if a.predicate == "takesPlaceIn"} == {"2021-01", "2021-05"}


def test_a_round_of_talks_is_one_meeting(facts):
    found = edges(facts("Kenya hosted a second round of talks between Uganda and Sudan in Mombasa.", date="2021-03-10"))
    assert {edge for edge in found if " hosts " in edge or " attends " in edge} == {
        "Kenya hosts second round of talks between Uganda and Sudan",
        "Uganda attends second round of talks between Uganda and Sudan",
        "Sudan attends second round of talks between Uganda and Sudan",
    }


def test_the_label_names_all_parties(facts):
    found = edges(facts("A meeting between Kenya, Uganda and Sudan was held in Mombasa."))
    assert "Sudan attends meeting between Kenya, Uganda and Sudan" in found


def test_where_a_meeting_is_praised_it_need_not_be_held(facts):
    found = edges(
        facts("Ana Soto attended a conference on fishing. In Moscow, Chad assailed the conference as a farce.")
    )
    assert not any("takesPlaceIn Moscow" in edge for edge in found)


def test_an_occasion_is_no_topic(facts):
    text = "Ana Soto met Luis Vega on the occasion of the completion of his mission."
    assert not [a for a in facts(text).assertions if a.predicate == "addresses"]


def test_a_summit_to_be_held_arrests_nobody(facts):
    found = facts(
        "The two ministers, Ana Soto and Luis Vega, reviewed preparations for the summit, to be held in Oslo."
    )
    assert "coerces" not in {a.predicate for a in found.assertions}


@pytest.mark.parametrize("office", ["Ministers of Foreign Affairs", "ministers of defence", "foreign ministers"])
def test_ministers_act_for_their_states(facts, office):
    found = facts(f"The {office} of Angola and Gabon met in Luanda on Monday.")
    assert "Angola consults Gabon" in edges(found, "consults")


@pytest.mark.parametrize(
    "text",
    [
        "Lena Holt told a ministerial meeting in Oslo that Ghana and Togo will fight piracy.",
        "Ghana and Togo will fight piracy, Lena Holt told a ministerial meeting in Oslo.",
    ],
)
def test_who_tells_a_meeting_is_at_it(facts, text):
    found = facts(text)
    assert edges(found, "attends", "takesPlaceIn") == {
        "Lena Holt attends ministerial meeting in Oslo",
        "ministerial meeting in Oslo takesPlaceIn Oslo",
    }


def test_what_is_suspended_was_held(facts):
    text = "Chad suspended the talks that it has been holding with Mali in Havana."
    assert {a.status for a in facts(text).assertions if a.predicate == "takesPlaceIn"} == {"actual"}


def test_titled_names_of_a_list_all_take_part(facts):
    text = (
        "Kenyan President Amina Sy, Malian President Omar Keita, Nigerien acting President Tom Alder and "
        "Togolese President Lena Holt attended the summit."
    )
    assert "Omar Keita attends summit" in edges(facts(text), "attends")
