"""Names of one thing are one entity, and the right one of several."""

import pytest

LINKED = [
    ("Ana Soto arrived. Soto met reporters.", "Soto", "2021-03-10", ["Ana Soto"]),
    ("President Bush froze the assets.", "Bush", "1990-08-03", ["George H. W. Bush"]),
    ("President Bush froze the assets.", "Bush", "2004-08-03", ["George W. Bush"]),
    ("Moscow rejected the plan.", "Moscow", "1984-03-02", ["Soviet Union"]),
    ("Moscow rejected the plan.", "Moscow", "2014-03-02", ["Russia"]),
    ("The Kremlin rejected the plan.", "Kremlin", "1984-03-02", ["Soviet Union"]),
    ("Belgrade accused NATO of bombing a train.", "Belgrade", "1999-04-12", ["Yugoslavia"]),
    ("The African Union (AU) met. The AU agreed.", "AU", "2021-03-10", ["African Union"]),
    ("North Korea cut ties with Seoul. The South regretted it.", "South", "2010-05-28", ["South Korea"]),
    ("The European Commission met. The Commission agreed.", "Commission", "2021-03-10", ["European Commission"]),
]


@pytest.mark.parametrize(("text", "words", "date", "entities"), LINKED)
def test_a_name_is_linked(meant, text, words, date, entities):
    assert meant(text, words, date) == entities


def test_a_surname_of_another_time_is_somebody_else(meant):
    assert meant("Lavrov, a painter, died.", "Lavrov", "1921-03-10") == ["Lavrov"]
