"""Names in a text: governments behind capitals and houses, bodies with their State, places that stay places."""

import pytest

MEANT = [
    ("The Prime Minister of St. Kitts and Nevis met the President of Haiti.", "St. Kitts", ["Saint Kitts and Nevis"]),
    ("The Kenya Red Cross rejected the plan.", "Red Cross", ["Red Cross of Kenya"]),
    ("The Red Cross in Kenya rejected the plan.", "Red Cross", ["International Committee of the Red Cross"]),
    ("The District Commissioner rejected the plan.", "District", []),
    ("Hurricanes Gustav and Ike struck Cuba.", "Gustav", []),
    ("Hurricanes Gustav and Ike struck Cuba.", "Ike", []),
    ("The Tajik Side will free ten prisoners.", "Side", ["Tajikistan"]),
    ("Beijing rejected the plan.", "Beijing", ["China"]),
    ("The Government of Chad rejected the plan.", "Government", ["Chad"]),
    ("The New Zealand Government rejected the plan.", "Government", ["New Zealand"]),
    ("The Lao PDR rejected the plan.", "PDR", ["Laos"]),
    ("In Washington the State Department rejected the plan.", "Washington", ["Washington"]),
    ("The plan was signed in Beijing.", "Beijing", ["Beijing"]),
    ("Putin flew to Beijing.", "Beijing", ["Beijing"]),
    ("Talks between Ankara and Athens failed.", "Athens", ["Greece"]),
    ("Downing Street declined to comment.", "Downing Street", ["United Kingdom"]),
    ("The Elysee declined to comment.", "Elysee", ["France"]),
    ("Zhongnanhai declined to comment.", "Zhongnanhai", ["China"]),
    ("Casa Rosada declined to comment.", "Casa Rosada", ["Argentina"]),
    ("Malacañang declined to comment.", "Malacañang", ["Philippines"]),
    ("Foggy Bottom declined to comment.", "Foggy Bottom", ["State Department"]),
    ("Foreign Minister Paris rejected the plan.", "Paris", ["Paris"]),
    ("Sana rejected the plan.", "Sana", ["Yemen"]),
    ("The Government of Chad left. The Government rejected the plan.", "The Government rejected", ["Chad"]),
    ("Brussels rejected the plan.", "Brussels", ["European Union"]),
    ("They met in Brussels.", "Brussels", ["Brussels"]),
    ("Bonn rejected the plan.", "Bonn", ["Germany"]),
    ("The Peruvian Foreign Ministry rejected the plan.", "Foreign Ministry", ["Foreign Ministry of Peru"]),
    ("The Ministry of Defence of Chile rejected the plan.", "Ministry", ["Defense Ministry of Chile"]),
    ("The US Foreign Ministry rejected the plan.", "Ministry", ["State Department"]),
    ("Datuk Seri Ana Soto left.", "Ana Soto", ["Ana Soto"]),
    ("Hon. Ana Soto left.", "Ana Soto", ["Ana Soto"]),
    ("South Korean envoy Kim Kyung-won left.", "Kim Kyung-won", ["Kim Kyung-won"]),
    ("French envoy Ana Soto met Kang Kyung-wha.", "Kang Kyung-wha", ["Kang Kyung-wha"]),
    ("The Ana Soto-led party left.", "Ana Soto", ["Ana Soto"]),
    ("Ana Okoro left. Okoro condemned the coup.", "Okoro condemned", ["Ana Okoro"]),
    ("Minister Margus Kallas-Tamm spoke. Minister Kallas-Tamm left.", "Kallas-Tamm left", ["Margus Kallas-Tamm"]),
    ("Olaf Scholz-Brandt of Chile rejected the plan.", "Olaf Scholz-Brandt", ["Olaf Scholz-Brandt"]),
    ("Rebels carried out Monday's raid.", "Monday", []),
    ("The State Department rejected the plan.", "State Department", ["State Department"]),
]


@pytest.mark.parametrize(("text", "words", "entities"), MEANT)
def test_a_name_stands_for_what_it_means_where_it_stands(meant, text, words, entities):
    assert meant(text, words) == entities


ORDINARY = [
    ("He was late for supper.", "supper"),
    ("Turkey and potatoes were served.", "potatoes"),
    ("Central American presidents met.", "Central American"),
    ("The U.S.-led anti-terror coalition left.", "U.S.-led"),
    ("The march lasted two hours.", "march"),
]


@pytest.mark.parametrize(("text", "words"), ORDINARY)
def test_an_ordinary_word_is_no_name(meant, text, words):
    assert meant(text, words) == []
