"""Meetings that a verb tells of."""

import pytest

ROWS = [
    (
        "The foreign ministers of Ghana, Togo and Benin met in Accra on 4 May 1998 to discuss piracy.",
        {
            ("Ghana", "attends", "meeting of foreign ministers of Ghana and Togo and Benin in Accra"),
            ("Benin", "attends", "meeting of foreign ministers of Ghana and Togo and Benin in Accra"),
            ("meeting of foreign ministers of Ghana and Togo and Benin in Accra", "takesPlaceIn", "Accra"),
            ("meeting of foreign ministers of Ghana and Togo and Benin in Accra", "addresses", "piracy"),
        },
    ),
    (
        "The foreign ministers of the G7 met in Paris.",
        {("Group of Seven", "organizes", "meeting of foreign ministers of Group of Seven in Paris")},
    ),
    ("Ghana met Togo in Accra.", set()),
    ("The teams met in the final in Accra.", set()),
    ("Ghana, Togo and Benin will not meet.", set()),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_three_or_the_members_of_a_body_make_a_meeting(stated, text, expected):
    found = {edge for edge in stated(text) if edge[1] in {"attends", "organizes", "takesPlaceIn"} or edge in expected}
    assert expected <= found
    assert expected or not found
