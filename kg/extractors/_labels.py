"""Where the label of a phrase begins and ends: the shortest words that stand alone, without articles and asides."""

from __future__ import annotations

from collections.abc import Mapping

from kg.clauses import Reading
from kg.extractors._matter import before_maker
from kg.extractors._wording import DETERMINERS
from kg.lexicon import Lexicon
from kg.model import Entity
from kg.nlp.annotations import Annotations
from kg.nlp.tree import LOOSE

# A label with more words after its head loses its participles.
LONGEST = 9
# What a noun takes only as a predicate.
PREDICATIVE = frozenset({"cop", "nsubj", "aux", "mark", "csubj", "advcl", "ccomp"})
# What follows these tells when, which is not of the thing.
RAISING = frozenset({"raise", "take", "bring", "discuss", "broach", "mention", "address", "review"})
WHEN = frozenset({"after", "following", "during", "since", "until"})
QUOTES = '"“”'
QUOTING = str.maketrans("", "", QUOTES)
# How far apart the marks around "so-called" or "openly hostile" stand.
SCARE = 4
# Where a label ends.
BREAKS = frozenset('( [ “ " , ; :'.split())
# What stands before a rough number.
ABOUT = frozenset("at least most more than some about around nearly almost over up to roughly as many".split())
# Where an agreement is signed is not its name.
SIGNING = frozenset({"sign", "initial", "ink", "adopt", "conclude"})


class Labels:
    """Finds the labels of the phrases of one article."""

    def __init__(self, reading: Reading, noted: Annotations, lexicon: Lexicon, entities: Mapping[str, Entity]) -> None:
        """Take the clauses, what the pipeline noted, and the nodes of its mentions."""
        self.tree = reading.tree
        self.times = reading.times
        self.noted = noted
        self.lexicon = lexicon
        self.known = entities

    def label(self, token: int) -> str:
        """Return the phrase that ``token`` heads, without articles, relative clauses and appositions."""
        start, end = self.span(token)
        words = " ".join(self.tree.words(first, last) for first, last in self._without_times(token, start, end))
        return words.translate(QUOTING).strip(" ,;:.'‘’")

    def _without_times(self, token: int, start: int, end: int) -> list[tuple[int, int]]:
        """Return the stretches of a label without when it was: "talks on Monday between Chad and Mali"."""
        tree = self.tree
        for i in range(token + 1, end):
            if i in self.times and tree.head[i] not in self.times and tree.right[i] < end - 1:
                first = min([i, *tree.kids[i]])
                first -= tree.lower[first - 1] in ("late", "early")
                dated = all(k in self.times or tree.dep[k] == "case" for k in range(first, tree.right[i] + 1))
                if dated and not any(tree.lower[k] == "of" for k in tree.kids[i]):
                    return [(start, first), (tree.right[i] + 1, end)]
        return [(start, end)]

    def span(self, token: int) -> tuple[int, int]:
        """Return the (start, end) tokens of the label of ``token``."""
        tree = self.tree
        loose = LOOSE | PREDICATIVE if tree.child(token, "cop") is not None else LOOSE
        start, end = tree.span(token, loose=loose)
        if end - token > LONGEST:
            # "plans to develop the port, together with …"
            comma = next((i for i in range(token + 1, end) if tree.text[i] == ","), end)
            start, end = (start, comma) if comma - token <= LONGEST + 3 else tree.span(token, loose=loose | {"acl"})
        while start < token and (
            self._is_when(start, token)
            or tree.lower[start] in DETERMINERS
            or tree.lower[start] in ABOUT
            or tree.dep[start] in ("punct", "cc", "case", "mark", "advmod", "cc:preconj", "det:predet")
        ):
            start += 1
        # "a report by experts which said that …"
        clause = min((tree.left[i] for i in range(token + 1, end) if tree.dep[i] == "acl:relcl"), default=end)
        end = clause if clause > token else end
        marked = {i for i in range(token + 1, end) if tree.text[i] in BREAKS} - self._scare_quotes(token, end)
        bracket = next((i for i in range(token + 1, end) if i in marked or self._is_another(i)), end)
        end = min(end, bracket)
        end = min([end, *(tree.left[kid] for kid in tree.children(token, "nmod") if self._is_beside(token, kid))])
        made = {"meeting", "agreement"}
        if any(self.lexicon.noun_class(tree.lemma[i]) & made for i in (token, tree.head[token])):
            end = before_maker(tree, token, end)
        if tree.lemma[tree.head[token]] in SIGNING:
            end = min([end, *(tree.left[i] for i in range(token + 1, end) if self._is_signed_in(token, i))])
        end = self._before_date(token, min([end, *(k - 2 for k in tree.to_be(token) if k - 2 > token)]))
        while end > token + 1 and tree.dep[end - 1] in ("punct", "cc", "case"):
            end -= 1
        return start, end

    def _is_when(self, start: int, token: int) -> bool:
        """Return whether ``start`` is of a date before ``token``: "the May 3 raid", "last month's raid".

        A year alone is part of the name: "the 1974 treaty".
        """
        end = start
        while end < token and end in self.times:
            end += 1
        if end == start:
            return self.tree.lower[start] in ("'s", "’s") and start - 1 in self.times
        return start - 1 in self.times or not all(self.tree.text[i].isdigit() for i in range(start, end))

    def _scare_quotes(self, start: int, end: int) -> set[int]:
        """Return the quotation marks around a word or two: "the lifting of the 'illegal' sanctions"."""
        marks = [i for i in range(start, end) if self.tree.text[i] in QUOTES]
        return {i for a, b in zip(marks[::2], marks[1::2], strict=False) if b - a <= SCARE for i in (a, b)}

    def _is_another(self, token: int) -> bool:
        """Return whether another matter begins here: "ties including trade", "the reform and the war in Chad"."""
        tree = self.tree
        if tree.lower[token] == "including" or (tree.lower[token] == "such" and tree.lower[token + 1] == "as"):
            return True
        head = tree.head[token]
        own = tree.dep[token] == "cc" and tree.dep[head] == "conj" and tree.child(head, "det") is not None
        return own and tree.child(head, "nmod") is not None and tree.child(tree.head[head], "nmod") is None

    def _is_beside(self, token: int, kid: int) -> bool:
        """Return whether ``kid`` tells when, and of an agreement by whom and where, which is not its name."""
        prep = self.tree.preposition(kid)
        if prep == "on" and self.tree.lemma[kid] == "agenda" and kid > token:
            return True
        raised = prep == "with" and self.tree.lemma[self.tree.head[token]] in RAISING
        if raised and any(self.noted.entities[e].kind == "Person" for e in self.noted.entities_at(kid)):
            # "took up the dispute with President Soto"
            return True
        if prep == "by" and self._is_told_of(token, kid):
            # "the invasion of Chad by Mali": by whom is no part of its name.
            return True
        if prep in WHEN or "agreement" not in self.lexicon.noun_class(self.tree.lemma[token]):
            return prep in WHEN
        return prep in ("by", "along", "at", "together with", "along with") or (
            prep == "in" and not self.noted.entities_at(kid)
        )

    def _is_told_of(self, token: int, kid: int) -> bool:
        """Return whether what an event at ``token`` was done to stands before ``kid``, by whom."""
        tree = self.tree
        before = (tree.preposition(k) for k in tree.children(token, "nmod") if token < k < kid)
        return "event" in self.lexicon.noun_class(tree.lemma[token]) and bool({"of", "on", "against"} & {*before})

    def _before_date(self, token: int, end: int) -> int:
        """Return where the label ends without a date at its end, unless it is "the treaty of 1951"."""
        last = end
        while last > token + 1 and last - 1 in self.times:
            last -= 1
        return end if last == end or self.tree.lower[last - 1] == "of" else last

    def _is_signed_in(self, token: int, i: int) -> bool:
        """Return whether ``i`` is the city where the agreement at ``token`` was signed: "with the rebels in Doha"."""
        cities = [e for e in self.noted.entities_at(i) if self.known[e].kind == "Place"]
        if not cities or self.tree.preposition(i) not in ("in", "at"):
            return False
        head = self.tree.head[i]
        agents = any(self.known[e].kind != "Place" for e in self.noted.entities_at(head))
        people = self.lexicon.noun_class(self.tree.lemma[head]) & {"group", "official", "collective", "force"}
        agreed = "agreement" in self.lexicon.noun_class(self.tree.lemma[token])
        return agreed and (head == token or agents or bool(people))
