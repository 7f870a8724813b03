"""When somebody says more on an occasion that was dated before."""

import pytest

ROWS = [
    (
        "Answering questions on Monday, Ana Soto of Peru said that it rained. She accused Chile of spying.",
        "criticizes",
        "2021-03-08",
    ),
    (
        "Press briefing, 10 March\n\nGood afternoon. The Minister is in Lome. Denmark condemns the raid on Mali.",
        "criticizes",
        "2021-03-10",
    ),
    (
        "Press briefing, 10 March\n\nGood afternoon. The Minister is in Lome. Denmark supports the peace plan.",
        "supports",
        None,
    ),
    ("The Minister is in Lome. Denmark condemns the raid on Mali.", "criticizes", None),
    ("Gunmen killed two envoys near the port today. Peru condemned the killing.", "criticizes", "2021-03-10"),
    ("Gunmen killed two envoys near the port on Monday. Peru condemned the killing.", "criticizes", None),
    ("Gunmen killed two envoys near the port today. Peru condemned a coup.", "criticizes", None),
    (
        "Ana Soto of Peru told reporters on Monday that it rained. Chile sells fish. It once sold tin. "
        "Its mines are old. Soto accused Chile of spying.",
        "criticizes",
        "2021-03-08",
    ),
    (
        "The UN General Assembly today adopted a resolution on piracy.\n\nThe delegate of Italy thanked Egypt.",
        "supports",
        "2021-03-10",
    ),
    (
        "The UN General Assembly today adopted a resolution on piracy.\n\nThe king of Jordan thanked Egypt.",
        "supports",
        None,
    ),
    (
        "The ministers of Chad and Mali signed a communique on Monday. In the communique the two "
        "ministers condemn Libya.",
        "criticizes",
        "2021-03-08",
    ),
    (
        "The ministers of Chad and Mali signed a communique on Monday. The two ministers condemn Libya.",
        "criticizes",
        None,
    ),
    (
        "ACCRA, 10 March 2021 - The Foreign Ministry of Ghana this morning summoned the envoy of Togo.\n\n"
        "The Ministry deplores the raid.",
        "criticizes",
        "2021-03-10",
    ),
    (
        "Minister Lena Holt of Norway received Ana Soto of Chile.\n\nMs Soto voiced support for the accord.\n\n"
        "Oslo, 10 March 2021",
        "supports",
        "2021-03-10",
    ),
    (
        "The spokeswoman of Peru's government, Ana Soto, opened Wednesday's briefing.\n\nPeru deplores the raid.",
        "criticizes",
        "2021-03-10",
    ),
]


@pytest.mark.parametrize(("text", "predicate", "date"), ROWS)
def test_what_is_said_on_an_occasion_has_its_day(facts, text, predicate, date):
    assert {a.date for a in facts(text).assertions if a.predicate == predicate} == {date}
