"""Role nouns: "the minister", "his Armenian counterpart", "the bloc", "both leaders", "Russian troops"."""

import pytest

SOTO = "Chilean Foreign Minister Ana Soto met Peruvian Foreign Minister Luis Vega in Lima. "
NAMED = [
    (SOTO + "The minister from Lima smiled. The Chilean minister left.", "The Chilean minister", ["Ana Soto"]),
    ("Minister of State Ana Soto left. The Minister of State smiled.", "Minister of State", ["Ana Soto"]),
    (SOTO + "The Minister of State left.", "The Minister of State", ["Minister of State"]),
    ("President Ana Soto was toppled. The ousted president smiled.", "The ousted president", ["Ana Soto"]),
    ("Former President Ana Soto left. The former president smiled.", "The former president", ["Ana Soto"]),
    (SOTO + "She praised Peru for its leadership of NATO. They smiled.", "They", ["Ana Soto", "Luis Vega"]),
    (SOTO + "She praised the leadership of Peru.", "the leadership", ["Peru"]),
    (SOTO + "The Chilean top diplomat left.", "The Chilean top diplomat", ["Ana Soto"]),
    (SOTO + "Ana Soto thanked her host.", "her host", ["Luis Vega"]),
    (SOTO + "Ana Soto said her country would sign.", "her country", ["Chile"]),
    ("The UN Security Council met. The council members left.", "The council members", ["UN Security Council"]),
    (SOTO + "Ana Soto thanked her Peruvian colleague.", "her Peruvian colleague", ["Luis Vega"]),
    (SOTO + "The two ministers signed a treaty.", "The two ministers", ["Ana Soto", "Luis Vega"]),
    (SOTO + "Both ministers signed a treaty.", "Both ministers", ["Ana Soto", "Luis Vega"]),
    ("Kenya and Uganda met in Nairobi. Both sides were pleased.", "Both sides", ["Kenya", "Uganda"]),
    ("Kenya and Uganda met. Talks of both parties failed.", "both parties", ["Kenya", "Uganda"]),
    ("Kenya and Uganda met in Nairobi. Each side was pleased.", "Each side", ["Kenya", "Uganda"]),
    ("Kenya and Uganda quarrel. The two countries share a lake.", "The two countries", ["Kenya", "Uganda"]),
    ("The European Union will send aid. The 27-nation bloc has funds.", "The 27-nation bloc", ["European Union"]),
    ("The FARC bombed Lima. The guerrillas left.", "The guerrillas", ["Revolutionary Armed Forces of Colombia"]),
    ("The FARC bombed Lima. The ELN left. The rebels stayed.", "The rebels", []),
    ("Xinhua praised Chad. The agency blamed Mali.", "The agency", ["Xinhua News Agency"]),
    ("ASEAN met in Bali. The group left.", "The group", ["Association of Southeast Asian Nations"]),
    ("Rebels left. ASEAN met in Bali. The group left.", "The group", ["Association of Southeast Asian Nations"]),
    ("Hamas fired rockets. The United Nations met. The group denied it.", "The group", ["Hamas"]),
    ("NATO met in Oslo. The alliance will send troops.", "The alliance", ["NATO"]),
    ("ECOWAS met in Abuja. The regional bloc will send troops.", "bloc", ["Economic Community of West African States"]),
    ("Qatar denied the charge. The emirate is small.", "The emirate", ["Qatar"]),
    ("The Polisario Front and NATO met in Oslo. The movement was pleased.", "The movement", ["Polisario Front"]),
    ("The African Union and MINUSMA met. The bloc was pleased.", "The bloc", ["African Union"]),
    ("Iran and Saudi Arabia agreed. The kingdom will reopen its embassy.", "The kingdom", ["Saudi Arabia"]),
    ("Russian troops entered the town.", "Russian troops", ["Russia"]),
    ("Ana Soto met a Chinese official in Lome.", "Chinese official", ["China"]),
    ("Togo, Mali and Chad signed. All three left.", "three", ["Togo", "Mali", "Chad"]),
    ("The authorities in Venezuela agreed.", "The authorities", ["Venezuela"]),
    ("The Peruvian government agreed.", "The Peruvian government", ["Peru"]),
    ("Peru's foreign ministry agreed. The ministry said so.", "The ministry", ["Foreign Ministry of Peru"]),
    ("Peru's foreign ministry agreed. A ministry spokesman said so.", "spokesman", ["Foreign Ministry of Peru"]),
    ("Peru's embassy in Oslo agreed. The embassy said so.", "The embassy", ["Embassy of Peru"]),
    ("Uzbekistan held talks in the Uzbek capital.", "capital", ["Tashkent"]),
    ("The Indian high commissioner said talks had failed.", "commissioner", ["Indian high commissioner"]),
    ("The African Union's envoy said talks had failed. Ana Soto told reporters more.", "envoy", ["Ana Soto"]),
]


@pytest.mark.parametrize(("text", "words", "entities"), NAMED)
def test_a_role_noun_stands_for_what_was_named(meant, text, words, entities):
    assert meant(text, words) == entities


UNKNOWN = [
    ("President Ana Soto left. The ousted president smiled.", "The ousted president"),
    ("Minister Ana Soto left. The former minister smiled.", "The former minister"),
    ("The minister signed the treaty.", "The minister"),
    ("Both leaders signed the treaty.", "Both leaders"),
    ("The bloc signed the treaty.", "The bloc"),
    ("Kenya left the group of ten. The kingdom of animals is large.", "The kingdom"),
    ("Troops entered the town.", "Troops"),
    ("Kenya and Uganda met. Lawmakers of both parties praised it.", "both parties"),
    ("The United Nations sent food. The group denied it.", "The group"),
    ("The International Committee of the Red Cross sent food. The group denied it.", "The group"),
    ("NATO met in Oslo. Guerrillas took the town. The group denied it.", "The group"),
    ("A senior official said so.", "official"),
]


@pytest.mark.parametrize(("text", "words"), UNKNOWN)
def test_what_points_to_nothing_named_stays_unresolved(meant, text, words):
    assert meant(text, words) == []
