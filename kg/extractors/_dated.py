"""The dates that a clause's own phrases give: "on Monday", "at a meeting held in May", "Speaking on Friday"."""

from __future__ import annotations

from functools import cached_property

from kg.clauses import Clause
from kg.clauses.unmade import is_due
from kg.extractors._belonging import FEELINGS, JUDGING, PARTS_OF_DAYS
from kg.extractors._beside import PARTS, PHRASES, Beside
from kg.extractors._fronted import BOUNDS
from kg.extractors._spans import DAY, ENDING, from_first_day
from kg.nlp.annotations import DateMention
from kg.nlp.dates import base_date
from kg.nlp.moments import interval
from kg.nlp.tenses import STARTING

STATEMENTS = frozenset({"statement", "communique", "communiqué", "note", "letter", "message", "release", "declaration"})
SPEAKING = frozenset("speak talk address brief comment meet reply respond answer testify".split())
# "Opening the congress on Thursday, Soto blamed"
STAGING = SPEAKING | STARTING | frozenset("open close conclude chair inaugurate launch visit tour receive host".split())
ARRIVING = frozenset("travel arrive fly land come reach drive".split())
MEETING = frozenset("meet confer talk see hold speak negotiate consult discuss".split())
# "Told a briefing on Friday": it is told then.
ATTENDING = frozenset({"tell", "address", "attend", "join"})
# "At a meeting held on Monday", "in the Council, which met on Monday".
HOLDING = frozenset("hold meet convene open organize organise host gather assemble begin start".split())
# "In an interview published on Sunday"
PUBLISHING = frozenset("publish broadcast air print release post".split())
CREATING = frozenset("sign reach conclude adopt approve ratify hold launch make give deliver issue impose lift".split())
MAKING = frozenset("sign initial conclude reach adopt agree".split())
# "The raid carried out on Monday", "a demand made in May"
LAUNCHING = CREATING - {"lift", "approve", "ratify"} | frozenset(
    "carry stage mount conduct commit perpetrate undertake wage unleash".split()
)
# "The murder of Soto, who was shot on Monday"
KILLINGS = frozenset({"murder", "killing", "assassination", "death", "shooting", "poisoning", "slaying"})
SHOT = frozenset({"shoot", "kill", "stab", "poison", "murder", "gun", "bomb", "assassinate", "slay", "die"})
# What raids do.
HARMING = frozenset("kill wound injure destroy damage hit claim displace".split())
# "EU ministers, who met on Monday, refused".
CONVENING = frozenset("meet gather convene assemble".split())
SCENES = frozenset({"at", "during", "in", "on"})
ON = frozenset({"on", "in", "late", "early"})
ROUGHLY = frozenset({"early", "earlier", "late", "later", "shortly", "soon", "just", "only"})
# What goes on with the main clause after an aside.
OPENERS = frozenset({"as", "at", "during", "in", "on"})
MARKS = frozenset({":", "-", "--", "–", "—"})
TOWARDS = frozenset({"to", "from", "with", "under", "against", "for", "by"})
# "A visit arranged for 18 March"
FIXED = frozenset("arrange schedule set plan fix slate pencil book announce reserve".split())


def is_exact(date: str | None) -> bool:
    """Return whether ``date`` is a day or a stretch of days."""
    return date is not None and len(date.partition("/")[0]) == DAY


def refines(date: str, told: str) -> bool:
    """Return whether ``date`` says more exactly what ``told`` says: "last month, on the 14th"."""
    first, _, last = told.partition("/")
    return len(date) > len(first) and first <= date[: len(first)] <= (last or first)[: len(first)]


# How far into a phrase its date may stand.
REACH = 6


class Dated(Beside):
    """Finds the dates in the phrases of one article's clauses."""

    def own(self, clause: Clause) -> str | None:
        """Return the date in the phrases of ``clause`` or of the light verb that carries it."""
        found = self._beside(clause)
        return from_first_day(self.tree, clause, found) if found is not None else None

    @cached_property
    def _dated(self) -> frozenset[int]:
        """Return the first tokens of the sentences that have a date."""
        return frozenset(self.tree.sentence[k] for k in self.dates)

    def _beside(self, clause: Clause) -> str | None:
        tree = self.tree
        if tree.sentence[clause.predicate] not in self._dated:
            return None
        if clause.kind == "noun" and (due := self._due(clause.predicate)) is not None:
            return due
        beside = self._between(clause.predicate) if clause.kind != "noun" else None
        if beside is not None:
            return beside
        for predicate in (clause.predicate, clause.light):
            told: str | None = None
            for kid in tree.kids[predicate] if predicate >= 0 else ():
                bound = kid in self.dates and tree.preposition(kid) in BOUNDS and clause.status == "actual"
                if bound and tree.lower[max(0, tree.left[kid] - 1)] != "not":
                    # but "Not until Sunday did Chad condemn it"
                    continue
                if tree.dep[kid] == "case":
                    # "of" in "on the eve of a summit"
                    continue
                found = self._in_phrase(kid)
                if found is not None and found.value is not None and not self._is_elsewhere(found, predicate):
                    told = found.value if told is None or refines(found.value, told) else told
            if told is not None:
                return told
        if clause.kind == "noun":
            return self.happened(clause.predicate) if tree.lemma[clause.predicate] not in FEELINGS else None
        return self._around(clause.predicate)

    def _due(self, noun: int) -> str | None:
        """Return for when the event at ``noun`` is meant: "the summit, due in Lima next Tuesday"."""
        tree, after = self.tree, self.tree.right[noun] + 1
        if tree.text[after] != "," or after + 1 >= len(tree) or not is_due(tree, after + 1):
            return None
        for k in range(after + 2, min(after + 2 + REACH, len(tree))):
            if tree.text[k] == "," or k in self.dates:
                return self.dates[k].value if k in self.dates else None
        return None

    def _begun(self, noun: int) -> str | None:
        """Return the date of "talks beginning on Monday", "a visit which starts then", "the visit is on Monday"."""
        tree = self.tree
        head = self.dates.get(tree.head[noun]) if tree.dep[noun] == "nsubj" else None
        if head is not None:
            return head.value
        fixed = [k for k in tree.children(noun, "acl") if tree.lemma[k] in FIXED and tree.tag[k] == "VBN"]
        begun = [k for k in tree.children(noun, "acl", "acl:relcl") if tree.lemma[k] in STARTING] + fixed
        # "a patrol due to begin on Sunday"
        begun += [k for due in tree.children(noun, "amod") for k in tree.children(due, "xcomp", "advcl")]
        begun += self._launched(noun)
        told = (self.reading.clauses[k] for k in begun if k in self.reading.clauses)
        return next((v for clause in told if clause.status != "negated" and (v := self.own(clause))), None)

    def _launched(self, noun: int) -> list[int]:
        """Return the participles that tell when ``noun`` was done: "the raid on Mali, launched on Friday, …"."""
        tree = self.tree
        after = tree.right[noun] + 1
        found = [k for k in tree.children(noun, "acl", "acl:relcl") if tree.lemma[k] in LAUNCHING]
        if tree.lower[after : after + 1] == [","] and after + 1 < len(tree):
            # Taken for a part of the main clause: "condemned the raid, launched on Friday, as an invasion"
            loose = tree.dep[after + 1] in ("advcl", "acl", "conj") and tree.head[after + 1] < noun
            found += [after + 1] if loose and tree.tag[after + 1] == "VBN" else []
        for k in range(noun + 1, tree.right[noun] + 1):
            above = tree.head[k]
            aside = "," in tree.text[tree.left[k] - 1 : tree.left[k] + 1] or tree.lemma[k] in HARMING
            aside = aside or (tree.lemma[noun] in KILLINGS and tree.lemma[k] in SHOT)
            if tree.dep[k] in ("acl", "acl:relcl") and above != noun and aside:
                # "the raid on Mali by Chad, which began on Friday"
                while tree.dep[above] in ("nmod", "flat", "compound") and above not in self.reading.clauses:
                    above = tree.head[above]
                found += [k] if above == noun else []
        suited = HOLDING | ENDING | HARMING | {"take"}
        found += [k for k in tree.children(noun, "acl:relcl") if tree.lemma[k] in suited or self._had_been(k)]
        # "called off the visit, scheduled for Monday, after a raid"
        meant = LAUNCHING | HOLDING | ENDING | HARMING | FIXED - {"announce"}
        meant = meant | SHOT if tree.lemma[noun] in KILLINGS else meant
        # "the envoy of Chad, which held talks on Friday": the talks were then.
        others = [k for k in found if any(tree.lower[o] not in ("which", "that") for o in tree.children(k, "obj"))]
        found = [k for k in found if k not in others or tree.lemma[k] not in HOLDING]
        return [k for k in found if tree.lemma[k] in meant or tree.lower[k + 1 : k + 2] == ["place"]]

    def _had_been(self, i: int) -> bool:
        """Return whether ``i`` says for when something had been arranged, whatever came of it."""
        tree = self.tree
        return tree.lemma[i] in FIXED and any(tree.lower[k] == "had" for k in tree.children(i, "aux"))

    def _in_phrase(self, kid: int) -> DateMention | None:
        """Return the date that the phrase headed by ``kid`` is, or is about."""
        tree = self.tree
        reach = range(tree.left[kid], min(tree.right[kid] + 1, tree.left[kid] + REACH))
        inside = (self.dates[i] for i in reach if i in self.dates and self._attached(i, kid))
        if tree.lemma[kid] in PARTS_OF_DAYS and tree.dep[kid] in PHRASES:
            # "in the hours before dawn on Sunday"
            inside = (self.dates[i] for i in range(kid, tree.right[kid] + 1) if i in self.dates)
        return self.dates.get(kid) or next(inside, None)

    def _around(self, verb: int) -> str | None:
        """Return a date that ``verb`` shares with its neighbours: its object's, its participle's, its infinitive's."""
        tree = self.tree
        entry = self.dates.get(tree.head[verb]) if tree.dep[verb] == "parataxis" else None
        if entry is not None and entry.start < verb and tree.text[entry.end] in MARKS:
            # "17 May: Chad signs the treaty"
            return entry.value
        for kid in tree.children(verb, "xcomp", "advcl", "ccomp"):
            mark = next((k for k in tree.children(kid, "mark") if tree.lower[k] in ("to", "that")), -1)
            found = self.dates.get(mark - 1)
            if found is not None and found.start > verb:
                return found.value
        for thing in tree.children(verb, "obj"):
            last = next((k for k in reversed(tree.kids[thing]) if k > thing), -1)
            found = self.dates.get(last)
            created = tree.lemma[verb] in CREATING | ATTENDING
            fitting = ("", "on", "by", "in") if created else ("", "on")
            brought = created or (thing not in self.reading.clauses and tree.lemma[verb] not in JUDGING)
            if brought and found is not None and tree.preposition(last) in fitting:
                # "Signed a treaty on Monday", where the parse says that the treaty is on Monday.
                return found.value
            for kid in tree.children(thing, "acl"):
                about = any(tree.lower[k] in ("on", "about", "over") for k in tree.children(kid, "mark", "case"))
                found = self.dates.get(tree.right[kid])
                if about and tree.tag[kid] == "VBG" and found is not None and found.start > kid:
                    # "will resume talks on restoring ties next month": the parse says that they restore them then.
                    return found.value
            dated = thing + 2 if tree.lower[thing + 1] == "of" else -1
            if tree.lemma[verb] in MAKING and dated in self.dates:
                # "signed the ceasefire of 21 June"
                return self.dates[dated].value
        after = tree.right[verb] + 1
        found = self.dates.get(after) or self.dates.get(after + 1) if tree.dep[verb] == "acl" else None
        if found is not None and found.value is not None and len(found.value) < DAY:
            return found.value if self._participle(found, tree.head[tree.head[verb]]) == verb else None
        return None

    def staged(self, clause: Clause) -> str | None:
        """Return the date of the scene of ``clause``: "At a meeting held on Monday", "Speaking in Lima on Friday"."""
        tree, clauses = self.tree, self.reading.clauses
        for kid in tree.kids[clause.predicate] if clause.kind != "noun" else ():
            if tree.dep[kid] in ("nsubj", "obl:agent"):
                held = CONVENING if self.noted.entities_at(kid) else CONVENING | {"hold"}
                met = [k for k in tree.children(kid, "acl", "acl:relcl") if tree.lemma[k] in held and k in clauses]
                found = next((v for k in met if not clauses[k].objects and (v := self.own(clauses[k]))), None)
                if found is not None:
                    return found
                # "Soto, who chaired the session on Friday, accused Chad", but not "who visited Togo last week"
                # "Vega, who landed on Monday, met Soto"
                stage = STAGING | ARRIVING if clause.lemma in MEETING else STAGING
                staging = [k for k in tree.children(kid, "acl:relcl") if tree.lemma[k] in stage and k in clauses]
                found = next((v for k in staging if tree.tag[k] == "VBD" and (v := self.own(clauses[k]))), None)
                if found is not None and len(found) == DAY and tree.tag[clause.predicate] == "VBD":
                    return found
            if tree.dep[kid] in ("advcl", "parataxis") and tree.lower[kid].endswith("ing") and kid in clauses:
                scene = tree.lemma[kid] in STAGING and not tree.children(kid, "mark", "nsubj")
                found = self.own(clauses[kid]) if scene else None
            elif tree.dep[kid].startswith("obl") and kid not in self.dates and self._is_scene(kid, clause):
                found = self._of_scene(kid)
            else:
                continue
            if found is not None:
                return found
        return None

    def _is_scene(self, noun: int, clause: Clause) -> bool:
        """Return whether ``noun`` may be where ``clause`` goes on, as "congratulated on the election" does not."""
        prep = self.tree.preposition(noun)
        return prep in SCENES and not (prep == "on" and clause.lemma == "congratulate")

    def _of_scene(self, noun: int) -> str | None:
        """Return the date of the meeting, visit or call at ``noun``: its own phrase's, or that of its being held."""
        tree = self.tree
        owned = (k for k in tree.children(noun, "nmod:poss", "compound") if k in self.dates and k < noun)
        named = next((self.dates[k] for k in owned), None)
        found = named.value if named is not None else self.within(noun)
        if found is None and tree.lemma[noun] == "time":
            # "At the time of the coup in 1991"
            inside = (self.dates[i] for i in range(noun, tree.right[noun] + 1) if i in self.dates)
            found = next((date.value for date in inside), None)
        for k in tree.children(noun, "acl", "acl:relcl"):
            if found is None and k in self.reading.clauses and tree.lemma[k] in HOLDING | PUBLISHING:
                found = self.own(self.reading.clauses[k])
                if found is not None and tree.lemma[k] in STARTING and tree.preposition(noun) == "during":
                    # "During the visit, which began on Sunday, she met Soto": on that day or later.
                    today = base_date(self.noted)
                    found = interval(found, today.isoformat()) if today is not None and is_exact(found) else None
        # "In the war of 1995" is no scene.
        return (
            found if found is not None and (len(found) >= DAY or tree.preposition(noun) in ("at", "during")) else None
        )

    def apart(self, clause: Clause) -> str | None:
        """Return the date of a main clause that stands away from it.

        It may have become a sentence of its own ("In 1990 Iraq invaded"), stand behind an aside ("condemned the raid,
        which killed two, on Sunday"), or be that of the statement ("in a statement issued on Friday").
        """
        tree, i = self.tree, clause.predicate
        if clause.kind == "noun":
            return None
        for prep, head in clause.obliques:
            if prep == "in" and tree.lemma[head] in STATEMENTS:
                issued = [self.reading.clauses[k] for k in tree.children(head, "acl") if k in self.reading.clauses]
                found = next((value for other in issued if (value := self.own(other))), None)
                if found is not None:
                    return found
        if tree.head[i] != i:
            return None
        start = tree.sentence[i]
        return self._broken_off(start) or self._behind_aside(i, start)

    def _behind_aside(self, i: int, start: int) -> str | None:
        """Return the date between a comma and the end of the sentence that begins at ``start``."""
        tree = self.tree
        end = tree.sentence_end(start)
        while end > start and tree.pos[end - 1] in ("PUNCT", "SPACE"):
            end -= 1
        found = self.dates.get(end - 1)
        if found is None or found.value is None or found.start <= i:
            return None
        comma = found.start - 1 if tree.lower[found.start - 1] not in ON else found.start - 2
        place = comma
        while place > i and tree.pos[place] in ("PROPN", "DET") and comma - place < REACH:
            place -= 1
        if tree.lower[place] in ("in", "at") and place < comma:
            # "talked to Soto, who leads a party, in Hong Kong on 11 August"
            comma = place - 1
        if tree.text[comma] != ",":
            comma = self._aside_end(i, found.start)
        elif not self._is_of(i, found.start):
            return None
        return found.value if comma >= 0 and not self._in_list(comma, i) else None

    def _aside_end(self, i: int, date: int) -> int:
        """Return the comma that ends the participle before the phrases at the end, else -1.

        "Condemned the raid, launched on Monday, as a crime at a meeting on Friday": the meeting is not of the raid.
        """
        tree = self.tree
        comma = next((k for k in range(date - 1, i, -1) if tree.text[k] == "," or tree.pos[k] in ("VERB", "AUX")), -1)
        if comma < 0 or tree.text[comma] != "," or tree.lower[comma + 1] not in OPENERS:
            return -1
        first = next((k for k in range(comma - 1, i, -1) if tree.text[k] == ","), -1)
        told = {tree.tag[first + 1], tree.tag[first + 2]} & {"WDT", "WP", "WP$", "WRB"}
        aside = bool(told) or (tree.tag[first + 1] == "VBN" and tree.pos[first + 1] == "VERB")
        return comma if first >= 0 and aside else -1

    def _is_of(self, verb: int, token: int) -> bool:
        """Return whether no other main clause stands between ``verb`` and the phrase at ``token``."""
        tree = self.tree
        while tree.head[token] != token and token != verb:
            if tree.dep[token] in ("conj", "parataxis") and token in self.reading.clauses:
                return False
            token = tree.head[token]
        return True

    def _in_list(self, comma: int, i: int) -> bool:
        """Return whether no aside ends at ``comma``: there is no comma between it and predicate ``i``."""
        return "," not in self.tree.text[i:comma]

    def happened(self, noun: int) -> str | None:
        """Return when the event at ``noun`` was, as its phrase or what is told of it says."""
        return self.of_event(noun) or self._begun(noun)

    def _attached(self, i: int, kid: int) -> bool:
        """Return whether the date at token ``i`` is what the phrase of ``kid`` is about."""
        tree = self.tree
        if tree.dep[kid] not in PHRASES:
            return False
        parts = tree.dep[i] in PARTS or tree.lower[kid] in ROUGHLY
        if i < kid and tree.dep[i] in ("nummod", "compound") and tree.preposition(kid) in TOWARDS:
            # "acceded to the 1995 Convention"
            return False
        above = tree.head[i] if tree.lower[tree.head[i]] != "as" else tree.head[tree.head[i]]
        return i == kid or (above == kid and parts)
