"""Lines that name their speaker: transcripts, interviews, headlines with a colon or a dash."""

import pytest

from kg.nlp.annotations import notes
from tests.extractors.edges import edges

BODY = "More was not known at first."
HEADLINES = [
    ("Zarif: US must lift sanctions", "Mohammad Javad Zarif requests United States"),
    ("US must lift sanctions - Zarif", "Mohammad Javad Zarif requests United States"),
    ("US must lift sanctions: Zarif", "Mohammad Javad Zarif requests United States"),
    ("US must lift sanctions — FM Zarif", "Mohammad Javad Zarif requests United States"),
    ("UN chief: Chad must end siege", "António Guterres requests Chad"),
    ("Kremlin: NATO threatens Chad", "NATO threatens Chad (says Russia)"),
    ("Chad to sign pact with Mali: Al Jazeera", "Chad agrees Mali (planned; says Al Jazeera)"),
    ("Gas row: Chad, Mali agree to talks", "Chad agrees Mali"),
    ("Syria: UN condemns attack on convoy", "United Nations criticizes attack on convoy"),
]
TALK = """Ana Soto: I met the envoy of Chad today. We support the truce.

Question: Togo expelled two Kenyan diplomats. Will you do the same?

Ana Soto: No.

We condemn the coup in Mali.

Luis Vega: I condemn the coup in Niger."""


@pytest.mark.parametrize(("title", "expected"), HEADLINES)
def test_a_headline_names_its_speaker_at_either_end(facts, title, expected):
    assert expected in edges(facts(BODY, "2021-10-20", title))


def test_the_label_of_a_transcript_is_who_speaks(facts):
    found = edges(facts(TALK), "criticizes", "consults")
    assert "Ana Soto criticizes coup in Mali (says Ana Soto)" in found
    assert "Luis Vega criticizes coup in Niger (says Luis Vega)" in found
    assert any(edge.startswith("Ana Soto consults") for edge in found)


def test_what_a_journalist_asks_is_no_statement(facts):
    assert not any("Togo" in edge for edge in edges(facts(TALK)))


INTERVIEW = """Ana Soto, the foreign minister of Chile, spoke to the paper.

How did it begin?

Soto: We condemn the coup in Mali.

Togo expelled two Kenyan diplomats. Will you do the same?

Soto: No. We support the truce.

Niger attacked Benin. What now?

Soto: We will send an envoy."""


def test_where_one_alone_is_labelled_the_rest_is_asked(facts):
    found = edges(facts(INTERVIEW), "criticizes", "supports", "assaults", "coerces")
    stated = {edge for edge in found if "hypothetical" not in edge}
    assert stated == {"Chile criticizes coup in Mali (says Ana Soto)", "Chile supports truce (says Ana Soto)"}


def test_a_label_in_capitals_is_the_person_named_elsewhere(facts):
    text = "MS. SOTO: We condemn the coup in Mali.\n\nMR. VEGA: I met the envoy of Chad.\n\nAna Soto then left."
    assert "Ana Soto criticizes coup in Mali (says Ana Soto)" in edges(facts(text))


def test_answers_without_a_label_stay(facts):
    text = "Q: What was signed?\n\nChad signed a treaty with Mali.\n\nQ: And then?\n\nMali sent troops.\n\nQ: Why?"
    assert "Chad agrees Mali" in edges(facts(text))


@pytest.mark.parametrize(
    "text",
    [
        "The minister said: We will sign the treaty.",
        "Venue: The Hall of Nations in Geneva.",
        "Background: The two states have no embassies.",
        "At a glance: Chad, Mali and Niger share a border.",
        "Ana Soto said: nobody knows the text of the treaty.",
        "Chad and Mali: Two neighbours quarrel again over water.",
    ],
)
def test_other_colons_name_no_speaker(analysed, text):
    assert notes(analysed(text)).quotes == []


@pytest.mark.parametrize("title", ["Soto: " * 400, " - ".join("ABC" * 300), "A: b c d\n" * 200, "Ab, " * 600 + ": x"])
def test_hostile_lines_end(facts, title):
    facts("\n".join([title] * 3))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Has Chad attacked Mali?", "Chad assaults Mali (hypothetical)"),
        ("Why has Chad attacked Mali?", "Chad assaults Mali"),
        ("Chad has attacked Mali.", "Chad assaults Mali"),
    ],
)
def test_a_question_leaves_open_what_it_asks(facts, text, expected):
    assert edges(facts(text), "assaults") == {expected}


@pytest.mark.parametrize(
    "preface",
    [
        "The below is attributable to Spokesperson Ana Soto:\n\n",
        "The below is attributable to Spokesperson Ana Soto: ",
        "The following statement was issued today by Spokesperson Ana Soto:\n\n",
    ],
)
def test_what_follows_a_preface_is_said_by_whom_it_names(facts, preface):
    found = edges(facts(f"{preface}Chad condemned the coup in Mali. Lavrov stressed that Kenya must free the envoy."))
    assert "Ana Soto holdsPosition Spokesperson" in found
    assert "Chad criticizes coup in Mali (says Ana Soto)" in found
    assert "Sergey Lavrov requests Kenya" in found


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Remarks by High Representative Ana Soto at the summit", "Ana Soto criticizes coup in Mali (says Ana Soto)"),
        ("EEAS: Statement by Ana Soto on the coup", "Ana Soto criticizes coup in Mali (says Ana Soto)"),
        ("Statement on the coup in Mali", None),
    ],
)
def test_the_headline_of_a_speech_names_its_speaker(facts, title, expected):
    found = edges(facts("I condemn the coup in Mali.", title=title), "criticizes")
    assert found == ({expected} if expected else set())


def test_what_an_editor_put_in_is_read_with_the_rest(facts):
    assert edges(facts("Mr [Luis] Vega met the [new] envoy, Ben Orr [on Monday]."), "consults") == {
        "Ben Orr consults Luis Vega"
    }


def test_a_bare_answer_is_whom_the_interview_is_with(facts):
    text = "Interview with Foreign Minister Ana Soto of Chile\n\nQ: What of Peru?\n\nA: Peru accused us of piracy.\n\n"
    text += "Q: And now?\n\nA: We have asked Brazil to mediate."
    found = edges(facts(text))
    assert {"Peru criticizes Chile (says Ana Soto)", "Chile requests Brazil (says Ana Soto)"} <= found


def test_a_bare_answer_is_the_spokesman_who_held_the_briefing(facts):
    text = "On May 5, 2011, Foreign Ministry Spokesperson Ana Soto held a regular press conference.\n\nQ: What of Peru?"
    text += "\n\nA: Chile condemns the raid. We call on Peru to stop.\n\nQ: And now?\n\nA: We thank Mali."
    found = edges(facts(text), "requests", "supports")
    assert found == {"Chile requests Peru (says Ana Soto)", "Chile supports Mali (says Ana Soto)"}


def test_a_bare_answer_is_who_is_named_before_another(facts):
    text = "The envoy Ana Soto is in Lima.\n\nSoto: Minister Luis Vega of Chile will visit Mali.\n\nQ: What of Peru?"
    text += "\n\nA: I condemn the raid in Lima.\n\nQ: Why?\n\nA: I have no news."
    assert "Ana Soto criticizes raid in Lima (says Ana Soto)" in edges(facts(text))


def test_a_spokeswoman_without_a_ministry_speaks_for_the_state_of_the_dateline(facts):
    text = "SANTIAGO, May 5 — Deputy Spokeswoman Ana Soto opened the noon briefing.\n\nMS. SOTO: We thank Mali.\n\n"
    text += "QUESTION: What of Peru?\n\nMS. SOTO: We do not recognize the junta. We call on Peru to stop."
    assert "Chile requests Peru (says Ana Soto)" in edges(facts(text))
