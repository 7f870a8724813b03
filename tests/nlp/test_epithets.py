"""States by what they are."""

import pytest


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Tonga asked Australia for help. The island nation thanked Chad.", "The island nation", ["Tonga"]),
        ("Nepal closed its border with India. The Himalayan republic lost.", "The Himalayan republic", ["Nepal"]),
        ("Mali accused France of theft. The former colonial power denied it.", "The former colonial power", ["France"]),
        ("Mali accused France of theft. The West African country left.", "The West African country", ["Mali"]),
        ("Saudi Arabia fined Canada. The kingdom left.", "The kingdom", ["Saudi Arabia"]),
        ("Chad met Mali. The country left the pact.", "The country", ["Chad"]),
        ("Chad met Mali. The island was lost.", "The island", []),
        ("Chad met Mali. The other country left.", "The other country", []),
        ("Tonga met Chad. The landlocked kingdom left.", "The landlocked kingdom", []),
    ],
)
def test_a_state_by_its_description(meant, text, words, expected):
    assert meant(text, words) == expected
