"""What events are called."""

from __future__ import annotations

import pytest

NAMES = [
    # Verbs as the text has them where they tell what is, bare where not.
    ("Kenya accused Uganda of smuggling.", "Kenya accused Uganda"),
    ("Kenya will accuse Uganda of smuggling.", "Kenya accuse Uganda"),
    # What is done something with, and the word that leads to whom.
    ("Kenya severed ties with Uganda in 2019.", "Kenya severed ties with Uganda"),
    ("Mali fired rockets at Niger on Sunday.", "Mali fired rockets at Niger"),
    ("Ghana sent troops.", "Ghana sent troops"),
    ("Kenya appealed to Uganda.", "Kenya appealed to Uganda"),
    # Those who do it with each other are told together.
    ("Kenya and Uganda signed a treaty in Kampala.", "Kenya and Uganda signed treaty"),
    # Nouns.
    ("The United Nations imposed an embargo on Eritrea.", "United Nations embargo on Eritrea"),
    ("Kenya, Uganda and Ghana condemned Mali.", "Kenya, Uganda and Ghana condemned Mali"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_an_event_is_called_by_who_does_what_to_whom(facts, text, name):
    assert name in {event.label for event in facts(text).events}
