"""Who says what: direct and indirect speech, "according to", nested speech."""

import pytest

SPEECH = [
    ("Kenya condemned Uganda, Ghana's foreign minister said.", "Ghana", "indirect"),
    ("According to Ghana, Kenya has condemned Uganda.", "Ghana", "according"),
    ("Ghana said that Kenya had condemned Uganda.", "Ghana", "indirect"),
    ('"Kenya has condemned Uganda," President Obi of Ghana said.', "Obi", "direct"),
    ("Kenya had condemned Uganda, said the African Union.", "African Union", "indirect"),
    ("Kenya has condemned Uganda, the Foreign Ministry of Ghana wrote.", "Ghana", "indirect"),
]


@pytest.mark.parametrize(("text", "speaker", "manner"), SPEECH)
def test_fact_that_somebody_tells_is_his_claim(facts, text, speaker, manner):
    made = facts(text)
    names = {entity.id: entity.label for entity in made.entities}
    (fact,) = [a for a in made.assertions if a.predicate == "criticizes"]
    assert fact.attributed_to is not None
    assert speaker in names[fact.attributed_to]
    (claim,) = [claim for claim in made.claims if fact.id in claim.content]
    assert (claim.speaker, claim.manner) == (fact.attributed_to, manner)


UNATTRIBUTED = [
    "Kenya condemned Uganda.",
    "Kenya condemned Uganda after it had said nothing for weeks.",
    "Kenya, which said little, condemned Uganda.",
]


@pytest.mark.parametrize("text", UNATTRIBUTED)
def test_what_the_article_itself_tells_has_no_speaker(facts, text):
    assert {a.attributed_to for a in facts(text).assertions if a.predicate == "criticizes"} == {None}


def test_own_act_is_not_attributed_to_its_actor_as_hearsay(facts):
    made = facts("Ghana said that it condemned Uganda.")
    assert [a.predicate for a in made.assertions] == ["criticizes"]


def test_speaker_speaks_in_his_capacity(facts):
    made = facts("Kenya has condemned Uganda, Ghana's Foreign Minister Daniel Obi said.")
    names = {entity.id: entity.label for entity in made.entities}
    assert [names[c.capacity].lower() for c in made.claims if c.capacity] == ["foreign minister"]


def test_claim_denied_keeps_its_status(facts):
    made = facts("Ghana did not say that Kenya had condemned Uganda.")
    assert {claim.status for claim in made.claims} <= {"negated"}
    assert {a.status for a in made.assertions if a.predicate == "criticizes"} != {"actual"}
