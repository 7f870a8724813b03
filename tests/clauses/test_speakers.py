"""Who says so."""

import pytest

ROWS = [
    ("Officer Lena Holt said that Oman had signed the treaty.", "sign", "Holt"),
    ("Oman had signed the treaty, Lena Holt said.", "sign", "Holt"),
    ("According to Lena Holt, Oman had signed the treaty.", "sign", "Holt"),
    ("Oman signed the treaty.", "sign", None),
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
