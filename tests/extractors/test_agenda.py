"""What a meeting was about where the sentence names no party."""

import pytest

from tests.extractors.edges import edges

MET = "Foreign Minister Ana Soto of Chile met her Norwegian counterpart Lena Holt in Oslo on Monday. "

# What the two are said to have talked about in the sentence after.
TOPICS = [
    ("On the table were migration and trade.", {"migration", "trade"}),
    ("The conversation turned to fishing rights.", {"fishing rights"}),
    ("Their talk turned on fishing rights and wine.", {"fishing rights", "wine"}),
    ("Fishing rights headed the agenda.", {"Fishing rights"}),
    ("Fishing rights head the agenda of many.", set()),
    ("Migration was among the topics.", {"Migration"}),
    ("The ministers discussed issues of trade and the situation in Haiti.", {"trade", "situation in Haiti"}),
    ("They discussed the present state and the prospects of fisheries cooperation.", {"fisheries cooperation"}),
    ("The two discussed a range of issues, including migration and efforts to reform the Security Council.",
     {"migration", "efforts to reform the Security Council"}),
    ("The minister and her colleague looked at ways of improving what was planned for coordination on rescue at sea.",
     {"coordination on rescue at sea"}),
    ("A goal that the two governments share, contacts between port authorities, was on the agenda.",
     {"contacts between port authorities"}),
    ("What the two states could do about the drought in Kenya was the question before them.",
     {"drought in Kenya"}),
    ("They also examined how their joint commission on fishing is doing and Norway's presidency of the Arctic Council.",
     {"joint commission on fishing", "Norway's presidency of the Arctic Council"}),
    ("The conversation touched on climate change and deep-sea mining.", {"climate change", "deep-sea mining"}),
    ("The talks centred on cod, salmon and the border dispute.", {"cod", "salmon", "border dispute"}),
    ("The focus was on ending the Haitian crisis and on the drought in Somalia.",
     {"Haitian crisis", "drought in Somalia"}),
    ("During the talks, issues related to the settlement in Yemen were considered.", {"settlement in Yemen"}),
    ("The sides exchanged opinions on developing Chilean-Norwegian relations.", {"Chilean-Norwegian relations"}),
    ("They considered preparations for the next session of the joint commission.",
     {"preparations for the next session of the joint commission"}),
    ("The ministers discussed Haiti.", {"Haiti"}),
    ("How their countries can work together in polar science was the main subject.",
     {"cooperation in polar science"}),
    ("High on the agenda were fish quotas and the future of the Lima format.",
     {"fish quotas", "future of the Lima format"}),
    ("The two ministers exchanged views on issues such as economic security and the situation in Myanmar.",
     {"economic security", "situation in Myanmar"}),
    ("They had an exchange of views on the implementation of sanctions.", {"implementation of sanctions"}),
    ("On bilateral relations, the two leaders noted progress.", {"bilateral relations"}),
    ("The ministers devoted particular attention to the problem of Cyprus.", {"problem of Cyprus"}),
    ("Talks tackled ways of enhancing relations in all fields.", {"relations in all fields"}),
    ("They reviewed the entire gamut of bilateral ties including trade and transit.",
     {"bilateral ties", "trade", "transit"}),
    ("They compared notes on the most urgent items of that agenda.", set()),
    ("They considered it wise to leave.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "topics"), TOPICS)
def test_topic_told_in_a_sentence_of_its_own_belongs_to_the_parties(facts, text, topics):
    found = edges(facts(MET + text), "addresses")
    assert found == {f"{person} addresses {topic}" for person in ("Ana Soto", "Lena Holt") for topic in topics}


# Who they are that address it.
MEETINGS = [
    ("Leaders of the Andean Community gathered in Lima on Monday. The summit focused on drug trafficking.",
     {"meeting of Leaders of Andean Community in Lima addresses drug trafficking"}),
    ("Kenya will host a conference in Mombasa next week. Arms smuggling will be at the heart of the debate.",
     {"conference addresses Arms smuggling (planned)"}),
    ("Plans for developing the Arctic Council were the subject of a lunch which Ana Soto gave for Lena Holt.",
     {"Ana Soto addresses Plans for developing the Arctic Council",
      "Lena Holt addresses Plans for developing the Arctic Council",
      "lunch between Ana Soto and Lena Holt addresses Plans for developing the Arctic Council"}),
    ("Ana Soto spoke with Lena Holt today to discuss strengthening cooperation between Chile and Norway.",
     {"Ana Soto addresses cooperation between Chile and Norway",
      "Lena Holt addresses cooperation between Chile and Norway"}),
    ("Ana Soto and Lena Holt went over the state of the fisheries agreement.",
     {"Ana Soto addresses fisheries agreement", "Lena Holt addresses fisheries agreement"}),
    ("Ana Soto held talks with Lena Holt in Lima, covering development projects and devolution of power.",
     {"Ana Soto addresses development projects", "Lena Holt addresses development projects",
      "Ana Soto addresses devolution of power", "Lena Holt addresses devolution of power"}),
    ("At the heart of the talks in Vienna between Iran and six world powers is the lifting of sanctions.",
     {"talks in Vienna between Iran and six world powers addresses lifting of sanctions"}),
    ("The Arctic Council convened on Tuesday to consider the electoral crisis in Bolivia.",
     {"Arctic Council addresses electoral crisis in Bolivia"}),
    ("Chile's minister, Ana Soto, raised the detention of two sailors.",
     {"Ana Soto addresses detention of two sailors"}),
    ("Chile's minister, Ana Soto, raised taxes and hopes.", set()),
    ('"Our discussions on piracy were focused on the situation in Somalia," Ana Soto said after the Arctic Council '
     "ministers' meeting in Oslo.",
     {"Arctic Council ministers' meeting in Oslo addresses piracy (says Ana Soto)",
      "Arctic Council ministers' meeting in Oslo addresses situation in Somalia (says Ana Soto)"}),
    ("Secretary of State Ana Soto met with Norwegian Foreign Minister Lena Holt on the margins of the Lima forum to "
     "discuss efforts to deepen the partnership.",
     {"Ana Soto addresses partnership", "Lena Holt addresses partnership"}),
    ("Ana Soto and Lena Holt held talks in Lima on the margins of an African Union session. "
     "One of the topics was the situation in Haiti.",
     {"Ana Soto addresses situation in Haiti", "Lena Holt addresses situation in Haiti"}),
    ("Ana Soto and Lena Holt discussed on Friday during a call the settlement in Syria.",
     {"Ana Soto addresses settlement in Syria", "Lena Holt addresses settlement in Syria"}),
    ("Ana Soto and Lena Holt discussed shared priorities and other matters of mutual interest.", set()),
    ("Chad and Mali met on Monday after a meeting of the presidents of Togo and Benin. Trade was discussed.",
     {"Chad addresses Trade", "Mali addresses Trade"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MEETINGS)
def test_topic_belongs_to_the_meeting_at_hand(facts, text, expected):
    assert edges(facts(text), "addresses") == expected


def test_topic_without_a_meeting_belongs_to_nobody(facts):
    assert edges(facts("Migration was among the topics."), "addresses") == set()


def test_parties_that_meet_to_discuss_consult_each_other(facts):
    found = edges(facts("Ana Soto and Lena Holt considered the drought in Kenya by telephone."), "consults")
    assert found == {"Ana Soto consults Lena Holt"}
