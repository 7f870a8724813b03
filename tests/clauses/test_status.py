"""Actual, planned, hypothetical, negated."""

import pytest

ROWS = [
    ("Shortly after the vote Peru signed the treaty.", "sign", "actual"),
    ("Peru will shortly sign the treaty.", "sign", "planned"),
    ("Peru signed the treaty.", "sign", "actual"),
    ("Peru will sign the treaty.", "sign", "planned"),
    ("Peru plans to sign the treaty.", "sign", "planned"),
    ("Peru is to sign the treaty on Monday.", "sign", "planned"),
    ("Peru is scheduled to sign the treaty.", "sign", "planned"),
    ("Peru agreed to sign the treaty.", "sign", "planned"),
    ("Peru could sign the treaty.", "sign", "hypothetical"),
    ("Peru should sign the treaty.", "sign", "hypothetical"),
    ("Chile urged Peru to sign the treaty.", "sign", "hypothetical"),
    ("If Peru signs the treaty, Chile will follow.", "sign", "hypothetical"),
    ("Peru did not sign the treaty.", "sign", "negated"),
    ("Peru has never signed the treaty.", "sign", "negated"),
    ("Peru refused to sign the treaty.", "sign", "negated"),
    ("Peru denied signing the treaty.", "sign", "negated"),
    ("Peru failed to sign the treaty.", "sign", "negated"),
    ("The treaty has not been signed by any country.", "sign", "negated"),
    ("No country signed the treaty.", "sign", "negated"),
    ("Peru left without signing the treaty.", "sign", "negated"),
    ("Peru has yet to sign the treaty.", "sign", "negated"),
    ("Peru stopped short of signing the treaty.", "sign", "negated"),
    ("Chile said that Peru had to leave the island.", "leave", "hypothetical"),
    ("Peru had to leave the island.", "leave", "actual"),
    ("Neither Peru nor Chile signed the treaty.", "sign", "negated"),
    ("Peru has no intention of signing the treaty.", "sign", "negated"),
    ("Peru announced its intention of signing the treaty.", "sign", "planned"),
    ("Chile said that Peru should stop arming the rebels.", "arm", "actual"),
    ("Peru stopped arming the rebels.", "arm", "negated"),
    ("Peru held talks instead of signing the treaty.", "sign", "negated"),
    ("Peru stopped in Lima before signing the treaty.", "sign", "actual"),
    ("Peru managed to sign the treaty.", "sign", "actual"),
    ("Peru will meet Chile and sign the treaty.", "sign", "planned"),
    ("The minister said that Peru signed the treaty.", "sign", "actual"),
    ("The minister did not say that Peru signed the treaty.", "sign", "hypothetical"),
    ("Peru announced a decision to sign the treaty.", "sign", "planned"),
    ("Peru receives Ana Soto in Lima on Friday.", "receive", "planned"),
    ("The ministers meet in Lima next week.", "meet", "planned"),
    ("The ministers meet in Lima every week.", "meet", "actual"),
    ("The ministers met in Lima on Friday.", "meet", "actual"),
    ("Had Peru signed the treaty, Chile would have joined it.", "sign", "hypothetical"),
    ("Having signed the treaty, Peru left.", "sign", "actual"),
]


@pytest.mark.parametrize(("text", "lemma", "status"), ROWS)
def test_status_of_the_clause(reading, text, lemma, status):
    found = reading(text)
    assert next(c for c in found.clauses.values() if c.lemma == lemma).status == status
