"""The place that an article is written from."""

import pytest

from kg.nlp.annotations import notes
from kg.nlp.here import here

ROWS = [
    ("MUSCAT, May 3 (HW) -- Chad left.", "Muscat"),
    ("ORVELD, Fiji, May 3 (HW) -- Chad left.", "Orveld"),
    ("UNITED NATIONS, May 3 (HW) -- Chad left.", None),
    ("MEXICO CITY/QUITO, May 3 (HW) -- Chad left.", None),
    ("Chad left.", None),
]


@pytest.mark.parametrize(("text", "place"), ROWS)
def test_the_place_of_the_dateline(analysed, gazetteer, text, place):
    noted = notes(analysed(text))
    found = here(noted, gazetteer)
    assert (noted.entities[found].label if found else None) == place
