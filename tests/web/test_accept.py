"""Which form a client wants."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.web.accept import choose


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        (None, "html"),
        ("*/*", "html"),
        ("text/turtle", "ttl"),
        ("text/*;q=0.5, text/turtle;q=0.4", "html"),
        ("application/xhtml+xml", "html"),
        ("text/turtle;q=0.9, text/html;q=0.8", "ttl"),
        ("image/png", None),
        ("text/html;q=0", None),
        ("nonsense", "html"),
    ],
)
def test_the_best_form_is_chosen(header: str | None, chosen: str | None) -> None:
    assert choose(header, ("html", "ttl")) == chosen


@given(st.text(alphabet='*/,;q=.01 "\\\ttexhml', max_size=40))
def test_any_header_at_all_gives_a_form_or_none(header: str) -> None:
    assert choose(header, ("html", "ttl")) in ("html", "ttl", None)
