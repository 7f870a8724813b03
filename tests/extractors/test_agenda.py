"""What a meeting was about where the sentence names no party."""

from tests.extractors.edges import edges


def test_topic_told_in_a_sentence_of_its_own_belongs_to_the_parties(facts):
    found = edges(facts("Kenya and Ghana held talks in Accra. Migration was among the topics."), "addresses")
    assert {"Kenya addresses migration", "Ghana addresses migration"} <= {edge.replace("Mig", "mig") for edge in found}


def test_topic_without_a_meeting_belongs_to_nobody(facts):
    assert edges(facts("Migration was among the topics."), "addresses") == set()
