"""Who acts where no subject says so, and whom it reaches: by nouns, passives and places."""

import pytest

ROWS = [
    # Whose forces are moved, and where to, whatever the parse hung it on.
    ("Kenyan soldiers were pulled out of Kismayo.", ("Kenya", "retreats", "Kismayo")),
    ("Austrian peacekeepers have been stationed on the Golan Heights.", ("Austria", "mobilizes", "Golan Heights")),
    ("Ghana moved two battalions to the Togolese border.", ("Ghana", "mobilizes", "Togo")),
    ("Chad put its army on alert along the frontier with Niger.", ("Chad", "mobilizes", "Niger")),
    ("Togolese forces withdrew from Weto-Lamba.", ("Togo", "retreats", "Weto-Lamba")),
    # Whose act a noun tells, though a verb carries it.
    (
        "Oman arranged the release of nine Chadian prisoners by Libya.",
        ("Libya", "retreats", "nine Chadian prisoners"),
    ),
    ("The arrest in Lome of two Ghanaian reporters drew protests.", ("Togo", "coerces", "two Ghanaian reporters")),
    ("The expulsion from Accra of four Malian diplomats was announced.", ("Ghana", "coerces", "Mali")),
    ("Eleven soldiers from Mali died in an attack by Boko Haram.", ("Boko Haram", "assaults", "Mali")),
    # Whose text condemns, accuses or welcomes.
    ("A Chadian statement on Tuesday accused Niger of lying.", ("Chad", "criticizes", "Niger")),
    ("A Kremlin statement accused Niger of lying.", ("Russia", "criticizes", "Niger")),
    ("A statement issued by Chad condemned Niger.", ("Chad", "criticizes", "Niger")),
    ("A joint declaration by Chad and Mali condemned Niger.", ("Mali", "criticizes", "Niger")),
    ("The ceasefire was welcomed by a Chadian communique.", ("Chad", "supports", "ceasefire")),
    # Who helps, and whose help is received.
    ("Swedish engineers are rebuilding bridges in Mozambique.", ("Sweden", "aids", "Mozambique")),
    ("A 30 million dollar loan from the World Bank to Mali was approved.", ("World Bank", "aids", "Mali")),
    ("Egypt obtained a credit of 500 million dollars from Kuwait.", ("Kuwait", "aids", "Egypt")),
    ("Japan's gift of 200 ambulances to Lebanon arrived.", ("Japan", "aids", "Lebanon")),
    ("Nepal was promised relief supplies by India.", ("India", "aids", "Nepal")),
    ("Canada cancelled 60 million dollars of Honduran debt.", ("Canada", "aids", "Honduras")),
    # To whom one yields, and whose ban is lifted.
    ("Benin gave in to the demands of the students.", ("Benin", "concedes", "students")),
    ("Niger bowed to a request from the United Nations.", ("Niger", "concedes", "United Nations")),
    ("Indonesia lifted a ban on imports of Australian beef.", ("Indonesia", "concedes", "Australia")),
    # Measures of help; whom a disaster struck; who leads the coast guard.
    ("Ghana is sending a tranche of 60 tonnes of aid to Togo.", ("Ghana", "aids", "Togo")),
    ("Italy gave relief aid to the victims of the earthquake that struck Mexico.", ("Italy", "aids", "Mexico")),
    ("Five Iranian coast guard vessels intercepted a Danish cargo ship.", ("Iran", "coerces", "Denmark")),
    ("Rebels of the Polisario Front shelled Smara.", ("Polisario Front", "assaults", "Smara")),
    ("An unidentified armed group shelled Bunia.", ("unidentified armed group", "assaults", "Bunia")),
    # The forces of the State at home; people counted together, without where.
    ("Police arrested 98 protesters in Yerevan.", ("Armenia", "coerces", "98 protesters")),
    (
        "Israel freed 39 Palestinian women and teenagers.",
        ("Israel", "retreats", "39 Palestinian women and teenagers"),
    ),
    # Not who did what is condemned.
    ("Peru voiced condemnation of the shelling of Goma by Rwanda.", ("Peru", "criticizes", "shelling of Goma")),
    (
        "Peru and Chile signed an accord on fishing, a protocol on trade and a memorandum on tourism.",
        ("Peru", "agrees", "protocol on trade"),
    ),
    (
        "China blocked a statement of the Security Council that Peru had put forward.",
        ("China", "rejects", "statement of the Security Council"),
    ),
    ("Burkina Faso's delegate urged Mali to wait.", ("Burkinabe delegate", "requests", "Mali")),
    # The two that just agreed.
    (
        "Peru and Ecuador signed a truce. The two governments undertook to pull their soldiers out of Goma.",
        ("Ecuador", "retreats", "Goma"),
    ),
    # What nouns tell of agreements; who becomes a party; what two do to each other.
    (
        "The talks ended with the adoption of a declaration by the ministers of Chad and Niger.",
        ("Chad", "agrees", "Niger"),
    ),
    (
        "With its signature, Bulgaria became a party to the convention.",
        ("Bulgaria", "agrees", "convention"),
    ),
    ("Thai and Cambodian soldiers exchanged fire near the temple.", ("Cambodia", "assaults", "Thailand")),
    ("Clashes between Indian and Chinese troops left twenty dead.", ("India", "assaults", "China")),
    # Who is held, let go, turned away, stopped at sea, sentenced, suspended.
    ("Two Kenyan pilots held by Al-Shabaab since May are well.", ("al-Shabaab", "coerces", "Two Kenyan pilots")),
    ("Iran let three American teachers go.", ("Iran", "retreats", "three American teachers")),
    ("The Turkish navy stopped a Greek ship.", ("Navy of Turkey", "coerces", "Greece")),
    ("A court in Minsk sentenced a German tourist to six years.", ("Belarus", "sanctions", "German tourist")),
    ("Fiji was suspended from the Commonwealth on Friday.", ("Commonwealth of Nations", "sanctions", "Fiji")),
    ("Three generals of Mali were banned from entering Ghana.", ("Ghana", "sanctions", "Mali")),
    # Help that arrives, shelters, is set aside or dropped; troops where they are.
    ("Aid from Turkey reached Mogadishu on Monday.", ("Turkey", "aids", "Somalia")),
    ("Some 12,000 Burundians have found refuge in Rwanda.", ("Rwanda", "aids", "Burundi")),
    (
        "The Netherlands set aside 20 million euros for schools in Cambodia.",
        ("Netherlands", "aids", "Cambodia"),
    ),
    ("Britain is reinforcing its garrison in Belize.", ("United Kingdom", "mobilizes", "Belize")),
    ("Three Chadian warships have taken up positions off Togo.", ("Chad", "mobilizes", "Togo")),
    # Whose loan, whose ministers, whose base; who is driven back.
    ("Costa Rica will receive a World Bank loan.", ("World Bank", "aids", "Costa Rica")),
    ("The World Bank approved 9 million dollars in financing for Zambia.", ("World Bank", "aids", "Zambia")),
    ("European Union ministers agreed to sanction Ana Soto.", ("European Union", "sanctions", "Ana Soto")),
    ("South Sudanese tanks pushed back rebels from Melut.", ("South Sudan", "assaults", "rebels")),
    # Who imposed what remains; whose text is agreed; what two undertake in one text.
    ("Sanctions against Mali remain in force, imposed by Ghana.", ("Ghana", "sanctions", "Mali")),
    ("Observance of the ceasefire agreement was agreed by Togo and Mali.", ("Togo", "agrees", "ceasefire agreement")),
    ("In a joint declaration, Chad and Mali undertook to open the road.", ("Chad", "agrees", "joint declaration")),
    ("A programme of work between the ministries of Chad and Mali was signed.", ("Chad", "agrees", "Mali")),
    ("Medical teams from Cuba are treating cholera patients in Haiti.", ("Cuba", "aids", "Haiti")),
    ("Peruvian helicopters attacked a Chilean post at Weto.", ("Peru", "assaults", "Chilean post at Weto")),
    # Ranks and what follows them; days that are given; who announces with whom.
    ("Jordan is the second State, after Egypt, to sign a treaty with Israel.", ("Jordan", "agrees", "Israel")),
    ("Bolivia gave the Peruvian ambassador 72 hours to leave the country.", ("Bolivia", "coerces", "Peru")),
    (
        "Ana Soto announced the accord together with the foreign minister of Iran, Lena Holt.",
        ("Ana Soto", "agrees", "Lena Holt"),
    ),
    # Adverbs after the object; how many are expelled after whose; help promised or given with what.
    ("Ghana ordered its last battalions home from Mali.", ("Ghana", "retreats", "Mali")),
    ("Ghana ordered nine Malian envoys out. Togo expelled four.", ("Togo", "coerces", "Mali")),
    ("Ghana has promised Togo to write off its debt.", ("Ghana", "aids", "Togo")),
    ("Ghana has supported Togo with billions of dollars in aid.", ("Ghana", "aids", "Togo")),
    ("A German teacher who had been held in Ecuador for a week is well.", ("Ecuador", "coerces", "German teacher")),
    ("Lena Holt was arrested by the police at Guayaquil airport.", ("Ecuador", "coerces", "Lena Holt")),
    # Out of where forces go; who is given what by name; quotas; towns that fall; people counted by their State.
    ("Belgian legionnaires flew out of Goma.", ("Belgium", "retreats", "Goma")),
    ("Mexico lifted its quotas on Chilean oil.", ("Mexico", "concedes", "Chile")),
    ("Goma fell to Boko Haram on Sunday.", ("Boko Haram", "assaults", "Goma")),
    ("France freed some 2,000 Europeans.", ("France", "retreats", "2,000 Europeans")),
    ("Peru gave shelter to 4,000 Chileans made homeless by the storm.", ("Peru", "aids", "Chile")),
    ("Zambia disarmed the Malian soldiers.", ("Zambia", "coerces", "Mali")),
    # Whose fighters are delivered; whose duty falls on whose goods; who is set at liberty.
    ("The delivery of Soviet fighters to Somalia began.", ("Soviet Union", "aids", "Somalia")),
    ("Peru abolished the duty on Chilean wine.", ("Peru", "concedes", "Chile")),
    ("Kenya set 140 herders at liberty.", ("Kenya", "retreats", "140 herders")),
    # Blacklists, licences, blockades; drills that two hold.
    ("Togo put two Malian banks on a blacklist.", ("Togo", "sanctions", "Mali")),
    ("Peru has cancelled the import licences of Chilean companies.", ("Peru", "sanctions", "Chile")),
    ("Philippine and American marines held war games.", ("Philippines", "cooperates", "United States")),
]


@pytest.mark.parametrize(("text", "edge"), ROWS)
def test_deed_has_both_its_ends(stated, text, edge):
    assert edge in stated(text)


NOTHING = [
    ("Oman arranged the release of nine Chadian prisoners by Libya.", "Oman"),
    ("Chad's border troops were sent to the Chadian border.", "Niger"),
    ("The arrest of two reporters drew protests.", "Togo"),
    ("American soldiers arrested two reporters in Lome.", "Togo"),
    ("Nine shells hit the port of Goma.", "Nine shells"),
    ("The deal gives Togo one week to hand in a list.", "deal"),
    ("Togo and Mali could send their envoys back.", "Togo"),
    ("Cuba trained the invaders in Angola.", "Angola"),
    ("Peru condemned the rocket attacks launched today from southern Lebanon against Israel.", "Lebanon"),
    ("French helicopters ended the siege of Goma by Mali.", "Togo"),
    ("A jet with 90 tonnes of rice flew to quake-hit Haiti.", "jet"),
]


@pytest.mark.parametrize(("text", "actor"), NOTHING)
def test_nobody_else_has_done_it(stated, text, actor):
    assert not [edge for edge in stated(text) if edge[0] == actor]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The letter, signed by Luis Vega of Chile, says that Peru attacked Mali.", "Luis Vega"),
        ("A statement issued by Chile said that Peru attacked Mali.", "Chile"),
        ("A soldier captured by Chile said that Peru attacked Mali.", "soldier"),
    ],
)
def test_who_signed_or_issued_a_text_says_what_it_says(facts, text, speaker):
    found = facts(text)
    names = {entity.id: entity.label for entity in found.entities}
    said = {a.attributed_to for a in found.assertions if names.get(a.object) == "Mali"}
    assert {names[who] for who in said if who} == {speaker}


def test_what_a_state_condemns_is_no_matter_of_its_statement(facts):
    found = facts("A Chadian statement condemned Niger.").assertions
    assert {a.predicate for a in found} == {"criticizes"}


def test_a_newspaper_does_not_speak_for_its_state(facts):
    assert not facts("A Chadian newspaper accused Niger of lying.").assertions
