"""What a phrase or a question is about, as issues: "the drought", "how to fight piracy", "whether it should reopen"."""

from __future__ import annotations

from collections.abc import Container, Iterable

from kg.clauses import Clause
from kg.extractors._matter import VAGUE, mark, matter
from kg.extractors._scene import AGENTS, Scene

ASKING = frozenset({"WP", "WRB", "WDT", "WP$"})
CLAUSAL = ("acl", "acl:relcl", "advcl:relcl", "ccomp", "xcomp", "csubj")
# "the extent to which the pact is kept": the pact.
MEASURES = frozenset({"extent", "degree", "way", "manner", "question", "issue", "matter"})
ABOUT = frozenset({"about", "on", "against", "in", "for", "over", "with", "of", "concerning", "regarding", "around"})
DISCUSSING = frozenset(
    "discuss|consider|review|examine|raise|address|debate|broach|explore|mention|cover|take up|bring up|touch on|"
    "touch upon|look at|go over|talk over|deal with|talk about|tackle|analyze|analyse|weigh|study|assess|cover|outline|"
    "examine|canvass|thrash out|explain".split("|")
)


# "focused on trade", "dealt with the drought", "turned to the border"
TURNING = {
    **dict.fromkeys("focus centre center concentrate".split(), ("on", "upon", "around")),
    **dict.fromkeys("touch dwell".split(), ("on", "upon")),
    **dict.fromkeys("talk speak converse".split(), ("about", "on")),
    **dict.fromkeys("revolve rotate".split(), ("around",)),
    **dict.fromkeys("devote dedicate".split(), ("to",)),
    "look": ("at", "into"),
    "go": ("over",),
    "deal": ("with",),
    "delve": ("into",),
    "cover": ("",),
}
# "exchanged views on trade"
VIEWS = frozenset("view opinion assessment idea perspective impression information note experience thought".split())
HEED = frozenset({"attention", "emphasis", "focus", "stress", "time", "light", "accent", "effort", "energy"})
SHARING = frozenset({"exchange", "share", "compare", "swap"})
SUCH = frozenset({"such as", "like", "including", "as"})
REGARDING = frozenset({"on", "about", "of", "regarding", "concerning", "over", "as to"})


# Where one meets, if "on" leads there.
GROUNDS = frozenset(
    "shore coast bank banks outskirt outskirts edge lawn beach grounds premise premises campus yacht warship cruiser "
    "board train".split()
)
JOURNEYS = frozenset("visit trip tour journey stay mission arrival return way".split())
ISLANDS = frozenset({"island", "islet", "peninsula"})


def topic_nodes(scene: Scene, tokens: Iterable[int]) -> list[str]:
    """Return the issues that the phrases at ``tokens`` name or the questions there ask about."""
    found = []
    for token in (t for head in tokens if not _is_ground(scene, head) for t in asked(scene, head)):
        for inner in _matters(scene, token):
            node = _issue(scene, inner)
            if node is not None:
                found.append(node)
    return list(dict.fromkeys(found))


def _is_ground(scene: Scene, token: int) -> bool:
    """Return whether one met there, and not about it: "met on the island of Gozo", "talks on the shore of a lake"."""
    tree = scene.tree
    named = any(tree.pos[k] == "PROPN" and tree.preposition(k) == "of" for k in tree.children(token, "nmod"))
    owned = tree.child(token, "nmod:poss") is not None
    # "Soto, on her first visit to Peru, had talks with Vega"
    places = GROUNDS | (ISLANDS if named else frozenset()) | (JOURNEYS if owned else frozenset())
    return tree.preposition(token) == "on" and tree.lemma[token] in places


def _matters(scene: Scene, token: int) -> list[int]:
    """Return ``token``, or the heads of what it leads up to: "ways of improving trade and transit"."""
    tree = scene.tree
    items = [kid for kid in tree.children(token, "nmod") if tree.preposition(kid) in SUCH]
    inner = matter(tree, token, lambda i: bool(scene.linked(i)))
    if items and inner == token and tree.lemma[token] in VAGUE:
        # "issues such as trade and transit"
        return [t for i in items for t in tree.conjuncts(i)]
    beside = [i for kid in tree.children(token, "nmod") for i in _beside(scene, kid)]
    if inner == token:
        return [token, *beside]
    return [*(t for i in tree.conjuncts(inner) for t in asked(scene, i)), *beside]


def _beside(scene: Scene, token: int) -> list[int]:
    """Return what the parse hung too low: "war" of "the reform of the Union and the war in Chad"."""
    tree = scene.tree
    deep = [i for i in tree.conjuncts(token) if i != token and tree.child(i, "det") is not None]
    return [i for i in deep if tree.child(i, "nmod") is not None and tree.child(token, "nmod") is None]


def _issue(scene: Scene, token: int) -> str | None:
    """Return the issue that the phrase of ``token`` is; a State or place that is talked about is one."""
    verb = scene.tree.head[token]
    if scene.tree.lemma[verb] in JOINING and scene.tree.dep[token] == "obl":
        # "how they can work together in trade": cooperation in trade.
        words = scene.tree.words(scene.tree.left[token], scene.tree.right[token] + 1)
        return scene.phrases.keep("Issue", f"cooperation {words}", "cooperation")
    kinds = {scene.kind(e) for e in scene.linked(token)}
    if kinds & {"State", "Place"} and scene.tree.pos[token] == "PROPN":
        return scene.phrases.keep("Issue", scene.entities[scene.linked(token)[0]].label, "")
    if kinds & AGENTS or kinds & {"Place"} or scene.named_by(token):
        return None
    return scene.phrases.topic(token)


def discussed(scene: Scene, clause: Clause) -> list[int]:
    """Return the heads of what ``clause`` says is discussed: "considered the budget", "exchanged views on trade"."""
    tree, lemma = scene.tree, clause.lemma.split(" ")[0]
    if clause.kind == "noun":
        return _exchanged(scene, clause.predicate)
    if lemma in SHARING and any(tree.lemma[i] in VIEWS for i in clause.objects):
        kids = [kid for i in clause.objects for kid in tree.children(i, "nmod", "acl")]
        inner = [kid for kid in kids if tree.preposition(kid) in REGARDING or mark(tree, kid) in REGARDING]
        return [*(i for kid in inner for i in tree.conjuncts(kid)), *(h for p, h in clause.obliques if p in REGARDING)]
    if lemma in TURNING and clause.lemma not in DISCUSSING | {lemma + " to"}:
        drawn = [kid for i in clause.objects if tree.lemma[i] in HEED for kid in tree.children(i, "nmod", "acl")]
        heads = [kid for kid in drawn if {tree.preposition(kid), mark(tree, kid)} & set(TURNING[lemma])]
        heads += [h for prep, h in clause.obliques if prep in TURNING[lemma] and h not in scene.reading.times]
        heads += [kid for kid in tree.children(clause.predicate, "advcl") if mark(tree, kid) in TURNING[lemma]]
        return heads or (clause.objects if "" in TURNING[lemma] else [])
    if clause.lemma in DISCUSSING:
        gerunds = [i for i in clause.complements if tree.tag[i] == "VBG" or tree.tag[i].startswith("NN")]
        return [*(i for i in clause.objects if i not in scene.reading.times), *gerunds, *questions(scene, clause)]
    return []


def _exchanged(scene: Scene, token: int) -> list[int]:
    """Return what "an exchange of views on ending the war" and "talks about trade" are about."""
    tree = scene.tree
    if tree.lemma[token] not in EXCHANGES:
        return []
    heads = [token, *(kid for kid in tree.children(token, "nmod") if tree.lemma[kid] in VIEWS)]
    inner = [kid for head in heads for kid in tree.children(head, "nmod", "acl")]
    inner = [kid for kid in inner if {tree.preposition(kid), mark(tree, kid)} & (REGARDING - {"of"})]
    more = [
        i for i in tree.conjuncts(token) if i != token and inner and i > inner[0] and tree.lemma[i] not in EXCHANGES
    ]
    return [*(i for kid in inner for i in tree.conjuncts(kid)), *more]


def questions(scene: Scene, clause: Clause) -> list[int]:
    """Return the heads of the questions that ``clause`` takes up: "discussed how to fight piracy"."""
    if clause.lemma not in DISCUSSING:
        return []
    tree = scene.tree
    found = [i for i in clause.complements if _asks(scene, i)]
    found += [i for i in tree.children(clause.predicate, "csubj", "csubj:pass") if _asks(scene, i)]
    found += [i for i in tree.children(clause.predicate, "advmod") if tree.tag[i] in ASKING and _inner(scene, i)]
    return found


def asked(scene: Scene, token: int) -> list[int]:
    """Return ``token`` itself, or for a question what it asks about."""
    tree = scene.tree
    if tree.tag[token] in ASKING:
        held = [i for kid in tree.children(token, "nsubj") for i in tree.conjuncts(kid)]
        if held:
            return held
        inner = _inner(scene, token) or [i for i in tree.children(tree.head[token], "acl:relcl", "advcl") if i > token]
        inner = inner or [i for i in tree.children(tree.head[tree.head[token]], "acl:relcl") if i > token]
        # "how the pact works and the next summit"
        beside = [kid for i in inner for kid in tree.children(i, "conj") if tree.pos[kid] in ("NOUN", "PROPN")]
        return [*(t for i in inner for t in _matter(scene, i, token)), *beside]
    if tree.lemma[token] in MEASURES and tree.child(token, "nmod") is None:
        inner = [i for i in tree.children(token, "acl:relcl", "acl") if tree.tag[i] not in ("VB", "VBG")]
        if inner:
            return [t for i in inner for t in _matter(scene, i, token)] or [token]
    if tree.pos[token] in ("VERB", "AUX") and _asks(scene, token):
        return _matter(scene, token)
    return [token]


def _inner(scene: Scene, token: int) -> list[int]:
    """Return the clauses that the question word at ``token`` opens."""
    tree = scene.tree
    first = tree.children(token, *CLAUSAL)
    more = [i for head in (*first, token) for i in tree.children(head, "conj") if tree.pos[i] == "VERB"]
    return list(dict.fromkeys([*first, *more]))


def _asks(scene: Scene, token: int) -> bool:
    tree = scene.tree
    words = tree.children(token, "mark", "advmod", "nsubj", "nsubj:pass", "obj", "obl", "det")
    return any(tree.tag[i] in ASKING or tree.lower[i] in ("whether", "if") for i in words)


def _matter(scene: Scene, verb: int, after: int = -1) -> list[int]:
    """Return what ``verb`` is about, right of ``after``: its subject unless that acts, else its object or "about …"."""
    clause = scene.reading.clauses.get(verb)
    if clause is None:
        return []
    tree = scene.tree
    end = tree.head[verb] if tree.head[verb] > verb else len(tree)

    def things(tokens: Iterable[int], ruled_out: Container[str] = ACTING) -> list[int]:
        return [
            i
            for i in tokens
            if after < i < end
            and tree.tag[i] not in ASKING
            and tree.pos[i] in ("NOUN", "PROPN")
            and not scene.linked(i)
            and not any(c in ruled_out for c in scene.lexicon.noun_class(tree.lemma[i]))
            and not ("body" in ruled_out and scene.agents(i))
        ]

    subjects = clause.objects if clause.passive else clause.subjects
    objects = [] if clause.passive else clause.objects
    if clause.lemma in NAMING and after >= 0:
        # "what Oslo calls its polar mission"
        return things(clause.objects, ())
    if clause.lemma in FARING and (bodies := things(subjects, {"official", "group", "collective"})):
        # "how their joint commission is doing"
        return bodies + things(objects)
    return things(subjects) or things(objects) or things(h for prep, h in clause.obliques if prep in ABOUT)


NAMING = frozenset({"call", "term", "dub", "label", "name"})
JOINING = frozenset({"work", "cooperate", "collaborate", "coordinate", "interact"})
ACTING = ("collective", "official", "group", "body")
FARING = frozenset("do work function operate perform develop proceed progress go evolve stand fare".split())


def talked_over(scene: Scene, clause: Clause) -> list[int]:
    """Return what "received her for a discussion of the accord" is about."""
    tree = scene.tree
    talks = [h for prep, h in clause.obliques if prep in ("for", "in", "during") and tree.lemma[h] in EXCHANGES]
    inside = [kid for head in talks for kid in tree.children(head, "nmod")]
    return [i for kid in inside if tree.preposition(kid) in ("of", "on", "about", "over") for i in tree.conjuncts(kid)]


AGENDAS = frozenset({"agenda", "table", "menu", "programme", "program", "docket"})
TOPPING = frozenset("top dominate lead fill crowd overshadow".split())


def on_agenda(scene: Scene, clause: Clause) -> list[int]:
    """Return what "held talks with Chad, with trade on the agenda" adds to them."""
    tree, at = scene.tree, max(clause.predicate, clause.light)
    found: list[int] = []
    for i in range(at, tree.sentence_end(tree.sentence[at])):
        head = tree.head[i]
        if tree.lower[i] != "with" or head <= i:
            continue
        if tree.dep[i] == "mark":
            topped = tree.lemma[head] in TOPPING and any(tree.lemma[k] in AGENDAS for k in tree.children(head, "obj"))
            found += [k for s in tree.children(head, "nsubj") for k in tree.conjuncts(s)] if topped else []
            continue
        matters = tree.conjuncts(head)
        after = range(matters[-1] + 1, min(matters[-1] + REACH, len(tree)))
        table = next((k for k in after if tree.lemma[k] in AGENDAS and tree.preposition(k) == "on"), -1)
        if table > 0 and not any(tree.pos[k] in ("VERB", "AUX") for k in range(i, table)):
            found += matters
    return found


# How far behind it "on the agenda" may stand.
REACH = 8
EXCHANGES = frozenset("discussion talk exchange consultation review debate conversation negotiation".split())
