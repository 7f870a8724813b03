"""The dates that open a sentence or a part of it: "On Monday Chad left; on Friday Mali followed"."""

from __future__ import annotations

import datetime
from functools import cached_property

from kg.clauses import Reading
from kg.extractors._spans import DAY
from kg.nlp.annotations import Annotations, DateMention
from kg.nlp.dates import base_date

PARTING = frozenset({":", ";", "and", "but", "while", "-", "–", "—"})
FRONTING = frozenset({"on", "in", "late", "early", "last"})
DEICTIC = frozenset({"last", "next", "this", "late", "early"})
# What was done "until Friday" or "after 2019" is not of that time.
BOUNDS = frozenset({"until", "till", "before", "after"})
# What a date that stands alone may begin with: "in 1990", "last Thursday".
OPENING = frozenset({"ADP", "PROPN", "NUM", "ADV", "ADJ", "DET"})


class Fronted:
    """Finds the dates in front of one article's clauses."""

    def __init__(self, reading: Reading, noted: Annotations) -> None:
        """Take the clauses and the time expressions of an article."""
        self.reading = reading
        self.tree = reading.tree
        self.noted = noted
        self.dates: dict[int, DateMention] = {i: found for found in noted.dates for i in range(found.start, found.end)}

    def _before_subject(self, verb: int) -> str | None:
        """Return the date before the subject that opens a part of the sentence: "; on Thursday the court ruled"."""
        tree = self.tree
        subject = tree.child(verb, "nsubj", "nsubj:pass")
        last = tree.left[subject] - 1 if subject is not None and subject < verb else -1
        found = self.dates.get(last - (last > 0 and tree.text[last] == ","))
        if found is None:
            return None
        before = found.start - 1 - (tree.pos[found.start - 1] == "ADP")
        first = tree.lower[before + 1]
        return found.value if tree.lower[before] in PARTING and first in FRONTING | {tree.lower[found.start]} else None

    def _opening(self, subject: int) -> str | None:
        """Return the date that opens the sentence, taken for part of the subject: "On the 12th President Soto left"."""
        tree = self.tree
        start = tree.sentence[subject]
        found = self.dates.get(start + 1) or self.dates.get(start + 2) if tree.pos[start] == "ADP" else None
        if tree.lower[start] in DEICTIC:
            # "Last May leaders of the region signed"
            found = self.dates.get(start)
        if found is None or found.end > subject or tree.lower[start] in BOUNDS:
            return None
        if tree.text[found.end] == "," or tree.tag[found.end] == "POS":
            return None
        inside = all(tree.left[subject] <= k <= tree.right[subject] for k in (start, found.end - 1))
        return found.value if inside else None

    def _broken_off(self, start: int) -> str | None:
        """Return the date that makes up all of the sentence before token ``start``, if it ends without a stop."""
        tree = self.tree
        found = self.dates.get(start - 1)
        if found is None or found.value is None or tree.lower[tree.sentence[start - 1]] in BOUNDS:
            return None
        first = tree.sentence[start - 1]
        return found.value if found.start - first <= 1 and tree.pos[first] in OPENING else None

    def _is_over(self, value: str | None) -> bool:
        """Return whether ``value`` ends before the day of the article."""
        base = self._base
        return value is not None and base is not None and value[-DAY:] < base.isoformat()

    @cached_property
    def _base(self) -> datetime.date | None:
        """Return the day that the article is written on."""
        return base_date(self.noted)
