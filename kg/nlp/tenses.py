"""Whether the clause around some words speaks of what is to come."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.nlp.attaching import AGREEING, RESUMING

MODALS = frozenset({"will", "'ll", "’ll", "wo", "shall", "would", "could", "may", "might", "must", "should", "can"})
# "Until Friday", "ahead of Monday's talks" look forward unless the verb is past.
FORWARD = frozenset({"by", "until", "till", "ahead", "from"})
COMING = frozenset({"upcoming", "coming", "forthcoming", "planned", "scheduled", "next", "future", "expected"})
CONDITIONS = frozenset({"if", "unless", "once", "until"})
# Their infinitives tell of what was done.
IMPLICATIVE = frozenset(
    "manage fail begin start continue come go help use happen get seem appear prove turn cease proceed be".split()
)
# Verbs of the timetable, whose present tells the future: "the summit opens on Monday".
TIMETABLE = frozenset(
    (
        "open begin start arrive travel visit leave depart fly meet convene end expire resume take gather receive host "
        "hold discuss debate vote decide chair return sign attend join address speak launch lead inaugurate send close "
        "go pay present submit deliver switch come"
    ).split()
)
# Their present, or passive, speaks of what is to come: "is expected on Friday", "on Friday they intend to march".
AWAITING = frozenset("expect schedule plan await anticipate intend hope aim".split())
AWAITED = frozenset("preparation plan proposal invitation bid prospect arrangement candidate venue date call".split())
STARTING = frozenset({"begin", "start"})
# "The talks due in May".
DUE = frozenset("due set slated scheduled planned expected arranged fixed booked pencilled foreseen envisaged".split())
# What is demanded or planned for a day lies ahead, though the demand was made: "demanded a vote by May 12".
WISHING = frozenset(
    (
        "demand ask urge order want call plan propose promise pledge vow schedule expect set announce request postpone "
        "adjourn extend prolong delay defer give invite rule exclude refuse consider contemplate envisage foresee seek "
        "prepare"
    ).split()
)
# "Set Friday as the day"
FIXING = frozenset({"set", "fix", "schedule", "propose"})
# What is put off is put off to a day to come.
DELAYING = frozenset("put postpone delay defer reschedule push adjourn move shift bring".split())
MOVING = frozenset({"back", "off", "forward"})
# "Before the ministers have met": they have not yet.
NOT_YET = frozenset({"before", "until", "till", "once", "unless"})
TELLING = frozenset("say tell announce declare add state".split())
BESIDE = frozenset({"before", "after", "when", "while"})
DEADLINE = frozenset({"by", "until", "till", "for", "to"})
DASHES = frozenset({"-", "--", "–", "—", "•", "*"})
DEEPEST = 8


def speaks_of_future(tokens: Sequence[Token], *, historic: bool = False) -> bool:
    """Return whether the verb that ``tokens`` (in one phrase) depend on is future, modal, or a plan's infinitive.

    The present tells the future in "the summit opens on Friday", but not where it is ``historic``.
    """
    head = _top(tokens)
    inside = {token.i for token in tokens}
    prepositions = _prepositions(head)
    if _follows_telling(tokens[0]) or heads_entry(tokens):
        return False
    for _ in range(DEEPEST):
        left = head.left_edge
        before = {token.lower_ for token in head.doc[max(left.i - 2, 0) : left.i]}
        if "ahead" in {left.lower_, *before} or "due" in prepositions:
            return True
        if any(word.lower_ in DUE and word.dep_ in {"amod", "acl"} for word in (head, head.head)):
            return True
        if any(child.lower_ in COMING for child in head.children if child.dep_ in {"amod", "acl"}):
            return True
        above = head.head
        if above.lower_ == "due" and above.i and above.nbor(-1).tag_ in {"VBZ", "VBP"}:
            # "is due in Lima on 23 June"
            return True
        if above.i == head.i:
            # "The talks are on Friday"
            due = head.i in inside and any(c.dep_ == "cop" and c.tag_ in {"VBZ", "VBP"} for c in head.children)
            return due or _is_future_verb(head, prepositions, historic=historic)
        if head.dep_ == "obj" and head.i in inside and above.lemma_ in FIXING:
            return True
        off = above.lemma_ in DELAYING and (
            above.lemma_ not in ("put", "bring") or any(child.lower_ in MOVING for child in above.children)
        )
        if off and (prepositions | _prepositions(head)) & (DEADLINE | {"from"}):
            # "has been moved to the first week of May"
            return True
        wished = above.pos_ == "VERB" and (off or above.lemma_.lower() in WISHING)
        thing = head.pos_ == "NOUN" and (head.dep_ in {"obj", "nmod"} or bool(_prepositions(head) & {"to", "for"}))
        if wished and (prepositions & DEADLINE or thing):
            return bool(prepositions & DEADLINE) or head.i not in inside
        closed = above.tag_ == "VBD" and tokens[-1].i + 1 < len(head.doc) and tokens[-1].nbor().text == ","
        if above.dep_ == "acl:relcl" and not closed and _behind_comma(above, tokens[0]):
            # "talked to Soto, who leads a party, in Lima on 11 August"
            head = above.head
            continue
        if above.tag_ == "VBG" and (above.dep_ == "acl" or (above.dep_ == "advcl" and above.lemma_ in STARTING)):
            # "To hold talks beginning on Monday"
            head = above
            continue
        if any(child.dep_ == "mark" and child.i > tokens[-1].i for child in above.children) and above.i > tokens[-1].i:
            # "Told a forum on Monday that it would leave"
            head = above
            continue
        done = above.dep_ == "xcomp" and above.head.lemma_ in AGREEING and above.lemma_ not in RESUMING
        if done and _prepositions(head) & {"after", "following"}:
            # "agreed to set up a hotline after talks in Lima on Monday"
            above = above.head
        things = (above, *(c for c in above.children if c.dep_ == "nsubj"))
        if _prepositions(head) & {"for", "of", "to"} and any(
            thing.pos_ == "NOUN" and thing.lemma_.lower() in AWAITED for thing in things
        ):
            # "preparations for a summit in May"
            return True
        if above.lemma_ == "invite" and any(
            _prepositions(c) & {"to", "for"} and above.i < c.i < left.i for c in above.children
        ):
            # "has invited Chad to a summit in April": then is the summit.
            return True
        if above.pos_ in {"VERB", "AUX"} or any(child.dep_ == "cop" for child in above.children):
            above = _next_verb(above, tokens[0].i)
            return _is_future_verb(above, prepositions, historic=historic)
        head = above
    return False


def was_to_be(tokens: Sequence[Token]) -> bool:
    """Return whether ``tokens`` tell for when something was meant: "were to meet in May", whether or not they did."""
    head = _top(tokens)
    for _ in range(DEEPEST):
        verb = head.head
        if verb.i == head.i:
            return False
        if verb.pos_ in {"VERB", "AUX"}:
            words = {child.lower_ for child in verb.children if child.dep_ in {"aux", "aux:pass", "cop", "mark"}}
            return "to" in words and bool(words & {"was", "were"})
        head = verb
    return False


def heads_entry(tokens: Sequence[Token]) -> bool:
    """Return whether ``tokens`` head an entry of a chronology: "17 May: …", "— August 1998 – …", or fill a line."""
    first, last = tokens[0], tokens[-1]
    before = first.doc[first.i - 1] if first.i else None
    after = last.doc[last.i + 1].text if last.i + 1 < len(last.doc) else ""
    fresh = before is None or before.is_space
    begins = fresh or before.text in DASHES or bool(first.is_sent_start)  # type: ignore[union-attr]
    if begins and (after == ":" or after in DASHES):
        return True
    return (fresh or before.text in DASHES) and (after == "." or after[:1] in ("\n", "\r"))  # type: ignore[union-attr]


def announces(tokens: Sequence[Token]) -> bool:
    """Return whether ``tokens`` head an entry of which no verb is past: "20 May: the President receives Soto"."""
    if not heads_entry(tokens):
        return False
    last = tokens[-1]
    for token in last.doc[last.i + 1 :]:
        if token.text[:1] in ("\n", "\r"):
            break
        awaited = token.tag_ == "VBN" and any(child.tag_ in ("VBZ", "VBP") for child in token.children)
        awaited = awaited and token.lemma_ in AWAITING
        if (token.tag_ in ("VBD", "VBN") and token.dep_ != "acl" and not awaited) or token.lower_ == "had":
            return False
    return not heads_line(tokens)


def heads_line(tokens: Sequence[Token]) -> bool:
    """Return whether ``tokens`` fill a line."""
    first, last = tokens[0], tokens[-1]
    after = last.doc[last.i + 1].text if last.i + 1 < len(last.doc) else ""
    return (first.i == 0 or first.doc[first.i - 1].is_space) and after[:1] in ("\n", "\r")


def tells_a_story(tokens: Sequence[Token]) -> bool:
    """Return whether ``tokens`` say when the simple past of a main clause was: what comes next may go on from there."""
    head, last = _top(tokens), tokens[-1]
    verb = head.head
    parted = head.i == verb.i and last.i + 1 < len(last.doc) and last.doc[last.i + 1].is_sent_start
    if parted and not last.doc[last.i + 1].is_space:
        # "In 1990 Iraq invaded", where the parse has begun a sentence with Iraq.
        verb = last.doc[last.i + 1].sent.root
    elif not head.dep_.startswith("obl") or any(
        above.dep_.startswith(("acl", "advcl")) for above in (verb, *verb.ancestors)
    ):
        return False
    return verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in verb.children if child.dep_ == "aux:pass")


def _behind_comma(verb: Token, first: Token) -> bool:
    """Return whether only a place and prepositions stand between a comma after ``verb`` and ``first``."""
    for i in range(first.i - 1, max(first.i - DEEPEST, verb.i), -1):
        if first.doc[i].text == ",":
            return True
        if first.doc[i].pos_ not in ("ADP", "PROPN", "DET"):
            return False
    return False


def _follows_telling(first: Token) -> bool:
    """Return whether the words stand right after a past verb: "Chad must leave, he said on Sunday"."""
    before = [first.doc[i] for i in range(first.i - 1, max(first.i - 4, -1), -1)]
    verb = next((token for token in before if token.pos_ not in ("ADP", "ADV")), None)
    return verb is not None and verb.tag_ == "VBD" and verb.lemma_ in TELLING


def _next_verb(verb: Token, i: int) -> Token:
    """Return the "will open" of "signed a pact and will open talks in June", where ``i`` was hung on the first."""
    if verb.tag_ not in ("VBD", "VBN"):
        return verb
    joined = (c for c in verb.children if c.dep_ == "conj" and verb.i < c.i < i)
    return next((c for c in joined if any(k.tag_ == "MD" and k.i < c.i for k in c.children)), verb)


def _prepositions(head: Token) -> set[str]:
    """Return the prepositions of ``head``."""
    return {child.lower_ for child in head.children if child.dep_ == "case"}


def _top(tokens: Sequence[Token]) -> Token:
    """Return the token whose head lies outside ``tokens``."""
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside or token.head.i == token.i), tokens[0])


def _is_future_verb(verb: Token, prepositions: set[str], *, historic: bool = False) -> bool:
    """Return whether ``verb`` tells of what is to come."""
    for _ in range(DEEPEST):
        helpers = [child for child in verb.children if child.dep_ in {"aux", "aux:pass", "cop"}]
        words = {child.lower_ for child in helpers}
        perfect = any(child.lemma_.lower() == "have" for child in helpers)
        if words & MODALS:
            return not perfect or bool(words & {"will", "'ll", "’ll"})
        if any(child.lower_ == "due" for child in verb.children) and not words & {"was", "were"}:
            # "is due to open", where that was taken for the verb of "due to"
            return True
        if "to" in {child.lower_ for child in verb.children if child.dep_ == "mark"} or "to" in words:
            return not perfect and _is_planned(verb)
        # A verb without a tense of its own has that of the verb that it is joined to.
        if verb.dep_ == "conj" and not helpers and verb.head.i != verb.i and verb.tag_ in {"VB", "VBN", "VBG"}:
            verb = verb.head
            continue
        if verb.dep_ == "advcl" and verb.tag_ == "VBG" and not helpers and _marks(verb) & BESIDE:
            # "Will meet Soto before flying to Lima on Tuesday"
            verb = verb.head
            continue
        break
    if perfect and not historic and any(child.tag_ in {"VBZ", "VBP"} for child in helpers) and _marks(verb) & NOT_YET:
        return True
    if perfect or historic or verb.tag_ == "VBD" or words & {"was", "were", "did"}:
        return False
    if verb.tag_ == "VB" and not words and "that" in _marks(verb):
        # "proposed that Chile host a summit in April"
        return True
    if prepositions & FORWARD - {"from"} or (prepositions & FORWARD and verb.tag_ != "VBN"):
        return True
    if verb.tag_ in {"VBZ", "VBP"} and any(
        child.lower_ in CONDITIONS for child in verb.children if child.dep_ == "mark"
    ):
        return True
    present = verb.tag_ in {"VBZ", "VBP"} or (verb.tag_ == "VBN" and words & {"is", "are", "'s", "’s"})
    if present and verb.lemma_ in AWAITING:
        return True
    if verb.tag_ == "VBG" and words & {"is", "are", "'s", "’s", "'re", "’re"}:
        return True
    return verb.tag_ in {"VBZ", "VBP"} and verb.lemma_.lower() in TIMETABLE


def _marks(verb: Token) -> set[str]:
    """Return the words that lead to ``verb``: "before", "after"."""
    return {child.lower_ for child in verb.children if child.dep_ in {"mark", "case", "advmod"}}


def _is_planned(verb: Token) -> bool:
    """Return whether the infinitive ``verb`` is wished, planned or foretold rather than done."""
    if verb.dep_ == "advcl":
        return False
    governor = verb.head
    if governor.i == verb.i:
        return True
    if governor.lemma_.lower() in IMPLICATIVE:
        return governor.tag_ in {"VBZ", "VBP"} and governor.lemma_.lower() == "be"
    return True
