"""Who says so."""

import pytest

ROWS = [
    ("In the view of Chad, Mali bombed Goma.", "bomb", "Chad"),
    ("Chad, Lena Holt says, bombed Goma.", "bomb", "Holt"),
    ("Oman has cut the lines, Lena Holt charged on Monday, as ties sank.", "cut", "Holt"),
    ("Ghana told Chad that it was late; Mali signed the treaty.", "sign", None),
    ("Chad condemned the raid, Oman signed the treaty and Mali recalled its envoy from Niger.", "sign", None),
    ("Lena Holt said that Chad was behind it, a charge which Mali rejects.", "reject", None),
    ("Officer Lena Holt said that Oman had signed the treaty.", "sign", "Holt"),
    ("Oman had signed the treaty, Lena Holt said.", "sign", "Holt"),
    ("Oman attacked Yemen, Qatar's envoy charged.", "attack", "envoy"),
    ("Qatar's president wrote on social media that Oman had attacked Yemen.", "attack", "president"),
    ("According to Lena Holt, Oman had signed the treaty.", "sign", "Holt"),
    ("Oman signed the treaty.", "sign", None),
    ("Chad, Lena Holt told reporters, gives no shelter to rebels; it has signed the treaty.", "sign", "Holt"),
    ("Lena Holt urged Chad to wait; her country would sign the treaty.", "sign", "Holt"),
    ("Lena Holt urged Chad to wait; Mali signed the treaty.", "sign", None),
    ("Lena Holt dismissed it; her Government, she recalled, had signed the treaty.", "sign", "Holt"),
    ("Lena Holt thanked Omar Vega, with whom she had signed the treaty.", "sign", None),
    ("Lena Holt said Oman had agreed and that it had signed the treaty.", "sign", "Holt"),
    ("As Lena Holt noted, Oman signed the treaty.", "sign", "Holt"),
]


@pytest.mark.parametrize(("text", "lemma", "speaker"), ROWS)
def test_speaker_of_the_clause(reading, text, lemma, speaker):
    found = reading(text)
    clause = next(c for c in found.clauses.values() if c.lemma == lemma)
    if speaker is None:
        assert clause.speaker == -1
    else:
        assert clause.speaker >= 0
        start, end = found.tree.left[clause.speaker], found.tree.right[clause.speaker] + 1
        assert speaker in found.tree.words(start, end)


def test_a_quotation_by_another_than_its_source_is_read(reading):
    found = reading('According to the ministry, Soto "welcomed the treaty and stressed that Peru would sign it soon."')
    assert {clause.lemma for clause in found.clauses.values()} >= {"welcome", "sign"}
