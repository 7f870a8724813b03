"""The usual slips of a parse, mended: what hangs on the wrong word."""

from __future__ import annotations

from kg.nlp.moments import MONTHS, WEEKDAYS
from kg.nlp.regained import Regained
from kg.nlp.titled import joined_title, resumed

PRESS = frozenset("press media newspaper news radio agency some recent earlier several foreign".split())
BARRING = frozenset({"barring", "excepting", "excluding", "bar", "save"})
CLAIMS = frozenset({"report", "claim", "rumour", "rumor", "charge", "hint", "suggestion", "talk"})
SETTLED = frozenset({"hold", "host", "convene", "sign", "conclude", "reach", "adopt", "organize", "organise"})
# A clause with one of these tells its own matter, not what stands before it.
COMPLEMENTS = frozenset({"obj", "ccomp", "xcomp", "mark", "obl:agent"})
HELPERS = frozenset({"aux", "aux:pass", "mark"})
# Where things are said and written.
MEDIA = frozenset("media medium television tv radio twitter facebook telegram weibo platform network blog".split())
MINISTERS = frozenset({"minister", "ministers", "secretary", "secretaries"})
TIMES = frozenset({"week", "month", "year", "day", "autumn", "spring", "summer", "winter"})
# How many digits a year has: "signed in 1996".
YEAR = 4
STATEMENTS = frozenset("statement communique communiqué letter tweet interview speech".split())


class Mending(Regained):
    """The heads, relations and word classes of a parse, mended word by word."""

    sentence_ends: list[int]

    def reattach(self) -> None:
        """Mend the usual slips of a long sentence's parse.

        A phrase with a preposition does not modify a noun to its right, and what follows "Lavrov told reporters" at
        the end of what he says belongs to the telling.
        """
        self.reclass()
        for i, head in enumerate(self.head):
            if self.dep[head] == "flat" and i < self.head[head] < head:
                # "from Port Sudan", "from" hung on the second word.
                self.head[i] = self.head[head]
        cases = [i for i, dep in enumerate(self.dep) if dep == "case" and i < self.head[i]]
        first = {self.head[i]: i for i in reversed(cases)}
        for i, head in enumerate(self.head):
            dep = self.dep[i]
            if dep == "nmod" and head > i and i in first:
                before = first[i] - 1
                if before >= 0 and self.pos[before] in ("NOUN", "PROPN", "VERB"):
                    self._move(i, before)
            elif dep == "nmod" and i in first and self.lower[first[i]] == "between" and self.lower[head] in WEEKDAYS:
                # "Talks resume on Monday between Chad and Mali"
                self.head[i], self.dep[i] = self.head[head], "obl"
            elif dep in ("obl", "nmod") and head > i and self.dep[head] == "ccomp" and self._is_outside(i):
                # "said after the meeting that she would": said then.
                self.head[i] = self.head[head]
            elif dep == "nmod" and self._is_portfolio(head, i):
                # "the ministers of foreign affairs of Chad and Mali": theirs are the ministers.
                self.head[i] = self.head[head]
            elif dep == "nmod" and self.lemma[i] in STATEMENTS and i in first and self.lower[first[i]] == "in":
                # "condemned the raid in a statement": he condemned it there.
                while self.dep[head] in ("nmod", "conj", "appos") and self.head[head] != head:
                    head = self.head[head]
                if self.dep[head] in ("obj", "obl") and self.pos[self.head[head]] == "VERB":
                    self.head[i], self.dep[i] = self.head[head], "obl"
            elif dep == "nmod" and i in first and self.lower[first[i]] == "as" and (verb := self._judged(i)) >= 0:
                self.head[i], self.dep[i] = verb, "obl"
            elif dep in ("nmod", "acl") and i and (verb := self._charged(i)) >= 0:
                self.head[i], self.dep[i] = verb, "obl" if dep == "nmod" else "advcl"
            elif dep == "nmod" and i in first and self.lower[first[i]] == "with" and (told := self._raised(i)) >= 0:
                self.head[i], self.dep[i] = told, "obl"
            elif dep == "appos" and self.pos[i] == "PROPN" and head < i and ";" in self.text[head:i]:
                # "attended by Ana Soto, envoy of Chad; Luis Vega, envoy of Mali"
                self.dep[i] = "conj"
            elif dep == "obl" and i < head and self.dep[head] == "acl:relcl" and self._is_before_relative(i, head):
                # "a raid on Mali on 3 March, which Chad backed"
                self.head[i], self.dep[i] = self.head[head], "nmod"
            elif dep == "obl" and self.tag[head] == "VBD" and (later := self._will(head, i)) >= 0:
                # "signed a pact and will open talks in June"
                self.head[i] = later
            elif dep == "advcl" and head < i and self._is_behind_colon(i, head):
                # "Mali took no such step: its envoy is to go"
                self.dep[i] = "parataxis"
            elif dep == "acl" and self._is_main(i):
                # "A joint statement called on Chad to stop."
                subject = self.head[i]
                self.head[i], self.dep[i], self.tag[i] = i, "ROOT", "VBD"
                self.head[subject], self.dep[subject] = i, "nsubj"
            elif dep == "acl" and self.tag[i] in ("VBD", "VBN") and (root := self._lone(i)) >= 0:
                # "According to Chad, the talks of the two ministers focused on trade."
                self.head[i], self.dep[i], self.tag[i] = i, "ROOT", "VBD"
                self.head[root], self.dep[root] = i, "nsubj"
                for k in range(self.sentence[i], root):
                    if self.head[k] == root and self.lower[k + 1] == "," and self.dep[k] == "nmod":
                        self.head[k], self.dep[k] = i, "obl"
            elif (
                dep == "acl"
                and self.tag[i] == "VBN"
                and self.lemma[i] in SETTLED
                and (self.pos[i - 1] == "NOUN" or (self.pos[i - 1] == "PROPN" and self.pos[head] == "PROPN"))
            ):
                # "the participants in the summits held in May": the summits are held.
                self._move(i, i - 1)
            elif dep == "compound:prt" and self.lower[i] in ("in", "at") and i + 1 < len(self.head):
                # "gave in Accra a dinner", "Signed in Prague": no verb of its own.
                obj = next((j for j in range(i + 1, min(i + 4, len(self.head))) if self.head[j] == head), -1)
                named = obj > 0 and (
                    self.pos[obj] == "PROPN" or (self.pos[obj] == "NUM" and len(self.text[obj]) == YEAR)
                )
                if named and self.dep[obj] in ("obj", "obl", "obl:unmarked", "obl:tmod", "nmod"):
                    self.head[i], self.dep[i], self.dep[obj] = obj, "case", "obl"
            elif dep == "compound:prt" and self.lower[i] == "on" and self.lower[i + 1 : i + 2] and self._is_day(i + 1):
                # "called on Friday for a truce"
                self.head[i], self.dep[i], self.dep[i + 1] = i + 1, "case", "obl"
            elif dep == "conj" and self.pos[i] == "PROPN" and (between := self._between(i)) > 0:
                # "talks between Colombia and the ELN": both are between.
                self.head[i] = between
            elif dep == "nsubj" and self.lower[i - 1] in BARRING and self.dep[i - 1] == "advcl" and i < head:
                # "Barring Fiji, every member came": all but Fiji.
                self.dep[i], self.head[i - 1], self.dep[i - 1], self.pos[i - 1] = "obl", i, "case", "ADP"
            elif dep == "advcl" and self.lemma[i] in SETTLED and self.lower[i - 2 : i] == ["to", "be"] and head < i - 3:
                # "invited her to the summit to be held in May"
                if self.pos[i - 3] in ("NOUN", "PROPN"):
                    noun = i - 3
                    while self.dep[noun] in ("nmod", "compound", "flat") and head < self.head[noun] < i:
                        noun = self.head[noun]
                    self.head[i], self.dep[i] = noun, "acl"
            elif dep in ("ccomp", "advcl") and head < i and (claims := self._claims(i)) >= 0:
                # "Reports that it had left are false."
                self._assert(claims, i)
            elif dep == "nsubj" and self.dep[head] == "aux" and i < head < self.head[head]:
                # "Peru had on three occasions protested": who protested.
                self.head[i] = self.head[head]
            elif dep == "nsubj:pass" and i < head and self._is_active(head):
                self.dep[i], self.tag[head] = "nsubj", "VBD"
            elif dep == "acl:relcl" and self.lemma[head] in MEDIA and self._is_content(i):
                # "wrote on social media that it had ended"
                self.head[i], self.dep[i] = self.head[head], "ccomp"
            elif dep in ("acl:relcl", "acl") and (told := self._told_by(i)) >= 0:
                self.head[i], self.dep[i] = told, "parataxis"
            elif dep == "ccomp" and head < i and self._is_next_sentence(i):
                # "reminded Chad that it was late; Mali said nothing"
                self.dep[i] = "parataxis"
            elif dep == "ccomp" and (noun := self._relative(i)) >= 0:
                self.head[i], self.dep[i] = noun, "acl:relcl"
            elif dep == "conj" and (title := joined_title(self, i)) >= 0:
                self.head[i] = title
            elif dep == "conj" and (main := max(self._resumed(i), resumed(self, i))) >= 0:
                self.head[i] = main
            elif dep == "conj" and (parallel := self._parallel(i, first)) > 0:
                self.head[i] = parallel
            elif dep == "flat" and (verb := self._apart(i)) >= 0:
                # "Ana Soto met with Lena Holt": two names.
                self.head[i], self.dep[i] = verb, "obl" if i in first else "obj"
            elif dep == "nmod" and i not in first and (verb := self._detached(i)) >= 0:
                # "discussed during a call the border"
                self.head[i], self.dep[i] = verb, "obj"
            elif dep in ("amod", "advmod", "advcl") and (verb := self._called(i)) >= 0:
                self.head[i], self.dep[i] = verb, "xcomp"
            elif dep == "conj" and self._belongs_above(i):
                self.head[i] = self.head[head]
            elif dep in ("obj", "obl", "advmod", "obl:tmod", "obl:unmarked", "advcl"):
                told = head
                while self.dep[told] in ("advcl", "xcomp", "conj", "acl", "ccomp", "obj", "obl") and told < i:
                    above = self.head[told]
                    if self.dep[told] == "ccomp" and told < above < i and self.pos[above] == "VERB":
                        # "It will block it until Chad yields, Soto said after meeting Vega."
                        self._move(i, above)
                        break
                    told = above

    def _is_day(self, i: int) -> bool:
        """Return whether ``i`` begins a date."""
        after = self.lower[i : i + 2]
        return after[0] in WEEKDAYS or (after[0].isdigit() and any(word in MONTHS for word in after[1:]))

    def _is_outside(self, i: int) -> bool:
        """Return whether "that" begins the clause of ``i`` only after it."""
        verb = self.head[i]
        marked = any(self.lower[k] == "that" and self.head[k] == verb for k in range(i + 1, verb))
        return marked and self.head[verb] < i

    def _apart(self, i: int) -> int:
        """Return the verb between the name at ``i`` and the name of which the parse made it a part, -1 for none."""
        head = self.head[i]
        return next((k for k in range(i - 1, head, -1) if self.pos[k] == "VERB"), -1) if head < i - 1 else -1

    def _detached(self, i: int) -> int:
        """Return the verb whose object at ``i`` the parse gave to the phrase between them, -1 for none."""
        head = self.head[i]
        verb = self.head[head]
        between = self.pos[i] == "NOUN" and self.tag[i - 1] == "DT" and head == i - 2 and self.dep[head] == "obl"
        if not between or self.pos[verb] != "VERB" or verb > head or self.dep[i - 1] != "det":
            return -1
        objects = (k for k in range(verb, len(self.head)) if self.head[k] == verb and self.dep[k] in ("obj", "ccomp"))
        return verb if next(objects, None) is None else -1

    def _lone(self, i: int) -> int:
        """Return the noun at the root of a sentence whose only finite verb is ``i``, -1 for none."""
        root = next((k for k in self.ancestors(i) if self.head[k] == k), -1)
        by = any(self.lower[k] == "by" for k in range(i + 1, min(i + 3, len(self.head))))
        if by or root < 0 or root > i or self.pos[root] not in ("NOUN", "PROPN"):
            return -1
        start = self.sentence[i]
        end = self.sentence_ends[start]
        finite = (self.tag[k] in ("VBD", "VBZ", "VBP", "MD") for k in range(start, end) if k != i)
        return root if not any(finite) and any(self.text[k] == "." for k in range(max(i, end - 3), end)) else -1

    def _claims(self, i: int) -> int:
        """Return the "verb" that is the noun of "Claims that Chad left are false", ``i`` its predicate, else -1."""
        first = self.head[i]
        if self.dep[first] == "ccomp" and self.lemma[first].lower() not in CLAIMS:
            first = self.head[first]
        if self.lemma[first].lower() not in CLAIMS or self.tag[first] not in ("VBZ", "VB"):
            return -1
        before = range(self.sentence[first], first)
        plain = all(self.head[k] == first and self.lower[k] in PRESS for k in before)
        own = {self.dep[k] for k in range(first + 2, i) if self.head[k] == i}
        fits = plain and self.lower[first + 1] == "that" and "cop" in own and not own & {"mark", "nsubj"}
        return first if fits else -1

    def _assert(self, claims: int, i: int) -> None:
        """Make ``i`` what the sentence says of the noun at ``claims``, the rest before it their content."""
        told = [k for k in range(claims + 2, i) if self.head[k] == claims and self.dep[k] == "ccomp"]
        self.head[i], self.dep[i] = i, "ROOT"
        self.head[claims], self.dep[claims], self.pos[claims], self.tag[claims] = i, "nsubj", "NOUN", "NNS"
        self.lemma[claims] = self.lemma[claims].lower()
        for k in range(self.sentence[claims], claims):
            self.head[k], self.dep[k] = claims, "compound"
        for k in told:
            self.dep[k] = "acl"
        if self.head[claims + 1] == i:
            # "that" belongs to what is claimed.
            self.head[claims + 1] = told[0] if told else i

    def _is_before_relative(self, i: int, verb: int) -> bool:
        """Return whether ``i`` stands before the "which" of relative clause ``verb``, and behind what that tells of."""
        which = next((k for k in range(i + 1, verb) if self.tag[k] in ("WDT", "WP") and self.head[k] == verb), -1)
        return which > 0 and self.text[which - 1] == "," and self.head[verb] < i

    def _will(self, verb: int, i: int) -> int:
        """Return the verb with "will" that is joined to ``verb`` before ``i``, a day or month, else -1."""
        if self.lower[i] not in MONTHS and self.lower[i] not in WEEKDAYS and self.lemma[i] not in TIMES:
            return -1
        for k in range(verb + 1, i):
            if self.tag[k] == "MD" and self.dep[self.head[k]] == "conj" and self.head[self.head[k]] == verb:
                return self.head[k] if k < self.head[k] < i else -1
        return -1

    def _is_behind_colon(self, i: int, head: int) -> bool:
        """Return whether a colon parts verb ``i``, with a subject of its own, from ``head``."""
        colon = next((k for k in range(i - 1, head, -1) if self.text[k] == ":"), -1)
        if colon < 0:
            return False
        subjects = [k for k in range(colon + 1, i) if self.head[k] == i and self.dep[k].startswith("nsubj")]
        return bool(subjects) and self.pos[colon + 1] not in ("SCONJ", "ADP")

    def _is_main(self, i: int) -> bool:
        """Return whether the only verb of a full sentence was taken for a participle of its subject."""
        head = self.head[i]
        if self.tag[i] != "VBN" or self.head[head] != head or self.pos[head] not in ("NOUN", "PROPN") or head > i:
            return False
        start = self.sentence[i]
        end = self.sentence_ends[start]
        finite = any(self.tag[k] in ("VBD", "VBZ", "VBP", "MD") for k in range(start, end))
        by = any(self.lower[k] == "by" for k in range(i + 1, min(i + 3, end)))
        return not finite and not by and any(self.text[k] == "." for k in range(max(i, end - 3), end))

    def _parallel(self, i: int, first: dict[int, int]) -> int:
        """Return the noun with an article beside which the conjunct ``i``, with one too, stands; 0 if where it is.

        "the fight against piracy, the rebuilding of ports and a planned link"
        """
        head = self.head[i]
        if i in first and self.pos[i] in ("NOUN", "PROPN") and self.lower[first[i]] != self.lower[first.get(head, i)]:
            # "focused on the army in Chad and on trade"
            while self.dep[head] in ("nmod", "conj") and self.head[head] < head:
                head = self.head[head]
                if head in first and self.lower[first[head]] == self.lower[first[i]]:
                    return head
            return 0
        if self.pos[i] != "NOUN" or not self._has_article(i):
            return 0
        while self.dep[head] == "conj" and self.head[head] < head:
            head = self.head[head]
        above = self.head[head]
        inside = self.dep[head] == "nmod" and above < head and self.pos[above] == "NOUN"
        return above if inside and not self._has_article(head) and self._has_article(above) else 0

    def _is_next_sentence(self, i: int) -> bool:
        """Return whether a semicolon parts the clause of ``i``, which has a subject and no mark, from its head."""
        part = next((k for k in range(i, self.head[i], -1) if self.text[k] == ";"), -1)
        own = {self.dep[k] for k in range(part + 1, i) if self.head[k] == i} if part > 0 else set()
        return "nsubj" in own and "mark" not in own

    def _relative(self, i: int) -> int:
        """Return the noun of "a charge which Chad rejects", where the parse makes the verb content; else -1."""
        which = next((k for k in range(self.head[i] + 1, i) if self.head[k] == i and self.tag[k] == "WDT"), -1)
        noun = which - 1 - (which > 1 and self.text[which - 1] == ",")
        fits = which > 0 and self.lower[which] == "which" and self.pos[noun] == "NOUN" and noun > self.head[i]
        return noun if fits and i not in self.ancestors(noun) else -1

    def _resumed(self, i: int) -> int:
        """Return the verb that goes on in "sent arms under a pact that the two signed, and is ready to"; -1 for none.

        What "is" or "has" is one's, and does not go on with what several do in a relative clause.
        """
        head = self.head[i]
        if self.dep[head] != "acl:relcl" or head > i:
            return -1
        own = [k for k in range(head + 1, i) if self.head[k] == i]
        several = any(self.head[k] == head and self.dep[k] == "nsubj" and self._is_several(k) for k in range(i))
        single = any(self.lower[k] in ("is", "has", "was") for k in own) or self.tag[i] == "VBZ"
        if (
            not several
            or not single
            or any(self.dep[k] == "nsubj" for k in own)
            or not any(self.text[k] == "," for k in own)
        ):
            return -1
        return next((k for k in self.ancestors(head) if self.pos[k] == "VERB" and k < head), -1)

    def _is_several(self, i: int) -> bool:
        """Return whether ``i`` heads "the two", "they" or another plural."""
        return self.tag[i] in ("NNS", "NNPS", "CD") or self.lower[i] in ("they", "we", "both")

    def _has_article(self, i: int) -> bool:
        return any(
            self.head[k] == i and self.lower[k] in ("the", "a", "an", "their", "its") for k in range(max(0, i - 6), i)
        )

    def _between(self, i: int) -> int:
        """Return the lone phrase with "between" to which the conjunct ``i`` of its head belongs, else 0."""
        head = self.head[i]
        for k in range(head + 1, i):
            if self.head[k] == head and self.dep[k] == "nmod":
                case = next((c for c in range(head + 1, k) if self.head[c] == k and self.dep[c] == "case"), -1)
                alone = not any(self.head[j] == k and self.dep[j] == "conj" for j in range(k + 1, i))
                return k if case > 0 and self.lower[case] == "between" and alone else 0
        return 0

    def _told_by(self, i: int) -> int:
        """Return the verb that the clause of ``i`` tells of: "…, the ministry said" is no relative clause; -1: it is.

        After a comma a relative clause needs its pronoun.
        """
        sentence = range(self.sentence[i], self.sentence_ends[i])
        kids = {self.dep[kid]: kid for kid in sentence if self.head[kid] == i and kid != i}
        subject, noun = kids.get("nsubj", i), self.head[i]
        between = range(noun + 1, i)
        if not noun + 1 < subject < i or self.lower[noun + 1] != "," or self.pos[subject] not in ("NOUN", "PROPN"):
            return -1
        if COMPLEMENTS & set(kids) or any(self.tag[k] in ("WDT", "WP", "WP$", "WRB") for k in between):
            return -1
        above = next((k for k in self.ancestors(noun) if self.pos[k] == "VERB"), -1)
        return above if above >= 0 and i not in self.ancestors(above) else -1

    def _is_active(self, i: int) -> bool:
        """Return whether ``i`` is no participle, lacking its auxiliary: "…, the envoy charged"."""
        if self.dep[i] not in ("acl", "parataxis") or self.tag[i] != "VBN":
            return False
        return not any(self.head[k] == i and self.dep[k] in HELPERS for k in range(self.sentence[i], i))

    def _is_portfolio(self, i: int, state: int) -> bool:
        """Return whether ``i`` is what the minister before it is in charge of, not whose minister he is."""
        minister = self.head[i]
        named = self.pos[state] == "PROPN" and self.dep[i] == "nmod" and minister < i < state
        return named and self.lower[minister] in MINISTERS and not self._has_article(i)

    def _is_content(self, i: int) -> bool:
        """Return whether the clause of ``i`` begins with a "that" which is no pronoun, after an oblique of a verb."""
        that = any(
            self.head[k] == i and self.tag[k] == "IN" and self.lower[k] == "that" for k in range(self.head[i], i)
        )
        return that and self.dep[self.head[i]] == "obl" and self.pos[self.head[self.head[i]]] == "VERB"

    def _belongs_above(self, i: int) -> bool:
        """Return whether "regretted that nothing was done and blamed him" has its last verb one storey too low."""
        head = self.head[i]
        above = self.head[head]
        infinitive = self.dep[head] == "xcomp" and self.tag[head] == "VB" and above < head
        if infinitive and self.tag[i] in ("VBZ", "VBD") and self.tag[above] == self.tag[i]:
            # "hopes to learn from it and appreciates it"
            return True
        own = {self.dep[k] for k in range(head + 1, min(i + 6, len(self.head))) if self.head[k] == i}
        return (
            self.tag[i] == "VBD"
            and self.dep[head] == "ccomp"
            and self.tag[head] in ("VBN", "VB")
            and above < head
            and self.tag[above] == "VBD"
            and "obj" in own
            and not own & {"nsubj", "nsubj:pass", "aux", "aux:pass"}
        )
