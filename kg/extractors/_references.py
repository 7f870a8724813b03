"""What "it", "the move", "the outcome of the talks" stand for where somebody judges them."""

from __future__ import annotations

from kg.clauses import Clause
from kg.extractors._edges import OBJECTS
from kg.extractors._frames import best
from kg.extractors._parties import BEFORE
from kg.extractors._played import player
from kg.extractors._scene import ORGANIZATIONS, Scene

# "Welcomed the results of the summit", "the resumption of the contact group": they are.
RESULTS = frozenset(
    (
        "result outcome conclusion holding convening resumption launch establishment creation formation success "
        "entry signing signature ratification"
    ).split()
)
# "The outcome", "the extension": of the agreement that was spoken of. Who rejects "the move" may mean another.
RESUMING = frozenset("announcement outcome extension signing breakthrough".split())
HAILED = RESUMING | frozenset("move step news result development release progress".split())
SEALING = frozenset({"sign", "adopt", "approve", "initial", "ratify", "endorse", "conclude"})
# These are not agreed yet.
PROPOSED = frozenset("proposal offer plan draft".split())


def judged(scene: Scene, token: int) -> int:
    """Return the head of X in "the results of X" and the like, if it is a meeting, an agreement or a name.

    Of "the role that Mali plays" it is Mali.
    """
    tree = scene.tree
    if tree.lemma[token] not in RESULTS or scene.linked(token):
        return player(scene, token)
    inner = tree.children(token, "nmod")
    # "the entry into force of the accord"
    inner += [k for force in inner if tree.lemma[force] == "force" for k in tree.children(force, "nmod")]
    for kid in inner:
        if tree.preposition(kid) == "of":
            named = scene.kind(scene.linked(kid)[0]) if scene.linked(kid) else None
            known = scene.lexicon.noun_class(tree.lemma[kid]) & {"meeting", "agreement"}
            if named in ORGANIZATIONS or (named is None and known and len(tree.kids[kid]) > 1):
                return kid
    return token


def spoken_of(scene: Scene, clause: Clause, tokens: list[int], predicate: str) -> list[str]:
    """Return what "welcomed it" or "hailed the outcome" welcomes: what the last act before was about."""
    tree = scene.tree
    if not tokens:
        return [t for t in implied(scene, clause, predicate) if scene.kind(t) in OBJECTS[predicate]]
    loose_ends = [i for i in tokens if not scene.linked(i)]
    found: tuple[str, ...] = ()
    if any(tree.lower[i] in ("it", "this", "that") for i in loose_ends):
        before = [topics for at, topics in scene.matters[-3:] if 0 < clause.predicate - at < BEFORE // 2]
        found = before[-1] if before else ()
        close = scene.phrases.agreements_before(clause.predicate, near=BEFORE // 2 - 1)
        if not found and close and predicate in ("rejects", "criticizes", "supports"):
            # "… if Chad broke the agreement. Mali voted against it."
            node = scene.phrases.agreement(close[-1])
            found = (node,) if node is not None else ()
    elif any(tree.lemma[i] in TEXTUAL and _is_plain(scene, i) for i in loose_ends):
        # "opposed the text": the draft or resolution spoken of
        named = scene.phrases.agreements_before(clause.predicate, near=DEBATE - 1)
        node = next((n for i in reversed(named) if (n := scene.phrases.agreement(i)) is not None), None)
        found = (node,) if node is not None else ()
    elif any(is_resumed(scene, i, predicate) for i in loose_ends):
        recent = [m for m in scene.matters[-3:] if 0 < clause.predicate - m[0] < 2 * BEFORE]
        texts = [(at, t) for at, topics in recent for t in topics if scene.kind(t) == "Agreement"]
        # Who signs a plan agrees it.
        agreed = [t for at, t in texts if scene.tree.lemma[at] in SEALING or not PROPOSED & set(words_of(scene, t))]
        last = agreed[-1] if agreed else last_agreement(scene, clause.predicate)
        found = (last,) if last is not None else ()
    return [t for t in found if scene.kind(t) in OBJECTS[predicate]]


def _is_plain(scene: Scene, token: int) -> bool:
    """Return whether nothing but "the" or "this" stands with the noun at ``token``."""
    tree = scene.tree
    definite = any(tree.lower[kid] in DEFINITE for kid in tree.children(token, "det"))
    return definite and tree.child(token, *MODIFIERS) is None


# Among how many agreements named before the last one is looked for.
LAST = 40


def last_agreement(scene: Scene, token: int) -> str | None:
    """Return the last agreement named before ``token`` that is no proposal, and no term of another."""
    named = [i for i in scene.phrases.agreements_before(token)[-LAST:] if not _is_proposed(scene, i)]
    return next((node for i in reversed(named[-4:]) if (node := scene.phrases.agreement(i)) is not None), None)


def _is_proposed(scene: Scene, noun: int) -> bool:
    """Return whether the agreement at ``noun`` is a mere proposal: "a peace plan", unless somebody signs it."""
    verb = scene.reading.clauses.get(scene.tree.head[noun])
    sealed = verb is not None and verb.lemma in SEALING and noun in verb.objects and verb.status == "actual"
    return scene.tree.lemma[noun] in PROPOSED and not sealed


def words_of(scene: Scene, entity: str) -> list[str]:
    """Return the words of the label of ``entity``."""
    return scene.entities[entity].label.lower().split()


def is_resumed(scene: Scene, token: int, predicate: str) -> bool:
    """Return whether ``token`` heads no more than "the outcome" or "that step"."""
    tree = scene.tree
    words = HAILED if predicate in ("supports", "agrees") else RESUMING
    plain = not tree.children(token, "nmod", "acl", "acl:relcl", "compound", "nmod:poss")
    return plain and tree.lemma[token] in words and tree.child(token, "det") is not None


# What is voted on, and how far back it may have been put to the vote, in words.
TABLED = frozenset("resolution draft text motion bill amendment".split())
VOTING = frozenset({"veto", "vote", "abstain", "cast", "use", "exercise"})
DEBATE = 80


def tabled(scene: Scene, clause: Clause) -> list[int]:
    """Return what was put to the vote in which somebody "cast a veto": the last draft spoken of."""
    tree, i = scene.tree, clause.predicate
    if clause.lemma not in VOTING:
        return []
    near = (k for k in range(i, max(-1, i - DEBATE), -1) if tree.lemma[k] in TABLED and tree.pos[k] == "NOUN")
    return [k for k in near if tree.dep[k] != "compound"][:1]


TEXTUAL = frozenset({"text", "document", "paper"})
# How far back something was judged that others judge "too", in words.
SAME = 80
ADDING = frozenset("also too likewise similarly well equally".split())


def implied(scene: Scene, clause: Clause, predicate: str) -> tuple[str, ...]:
    """Return what "Peru, too, expressed concern" is about: what was judged so last."""
    tree = scene.tree
    start = tree.sentence[clause.predicate]
    if not scene.judged or not ADDING & set(tree.lower[start : tree.sentence_end(start)]):
        return ()
    at, same, objects = scene.judged[-1]
    return objects if same == predicate and 0 < clause.predicate - at < SAME else ()


# "The law" is the law that was spoken of before; "the action", the last that was done.
DEEDS = frozenset(
    "action act move step decision measure operation attack raid strike incident assault offensive incursion "
    "announcement onslaught campaign deed".split()
)
DEFINITE = frozenset("the this that these those".split())
HOSTILE = frozenset({"Assault", "Coerce", "Sanction", "Mobilize"})
VIOLENT = frozenset({"Assault"})
ATTACKS = frozenset("attack raid strike assault offensive incursion onslaught".split())
MODIFIERS = ("nmod", "amod", "acl", "acl:relcl", "compound", "nmod:poss", "appos")
# How far back a thing may have been called by its full name, in words.
RECALLED = 250


def antecedent(scene: Scene, token: int, predicate: str, who: list[str]) -> str | None:
    """Return the node of what "the law" or "the action" at ``token``, judged by ``who``, stands for."""
    tree = scene.tree
    definite = any(tree.lower[kid] in DEFINITE for kid in tree.children(token, "det"))
    if tree.pos[token] != "NOUN" or not definite or tree.child(token, *MODIFIERS) is not None:
        return None
    if is_resumed(scene, token, predicate):
        return None
    lemma = tree.lemma[token]
    for i in range(token - 1, max(-1, token - RECALLED), -1):
        same = tree.lemma[i] == lemma and tree.pos[i] == "NOUN" and tree.child(i, *MODIFIERS) is not None
        # A "chargé d'affaires" is no charge.
        same = same and not tree.lower[i + 1].startswith(("d'", "d’"))
        done = lemma in DEEDS and is_hostile(scene, i, lemma)
        done = done and not set(scene.all_agents(_owners(scene, i))) & set(who)
        if (same or done) and (node := scene.phrases.agreement(i)) is not None:
            return node
    return None


def _owners(scene: Scene, noun: int) -> list[int]:
    return scene.tree.children(noun, "nmod:poss", "amod", "compound")


def is_hostile(scene: Scene, token: int, word: str) -> bool:
    """Return whether ``token`` is a noun that tells of an act of force, which ``word`` may be: no attack is a ban."""
    clause = scene.reading.clauses.get(token)
    frame = best(scene, clause) if clause is not None and clause.kind == "noun" else None
    return frame is not None and frame.type in (VIOLENT if word in ATTACKS else HOSTILE)


# How far back somebody did what is "the move" now, in words.
RECENT = 60


def authors(scene: Scene, token: int) -> tuple[str, ...]:
    """Return whose deed "the move" at ``token`` is: who did the last act of force before."""
    tree = scene.tree
    definite = any(tree.lower[kid] in DEFINITE for kid in tree.children(token, "det"))
    if not definite or tree.lemma[token] not in DEEDS or tree.child(token, *MODIFIERS) is not None:
        return ()
    return next((who for at, who in reversed(scene.deeds) if 0 < token - at < RECENT), ())


# What of an agreement is agreed.
ABOUT = frozenset(
    "observance text term wording extension renewal implementation detail provision draft prolongation version".split()
)


def agreed(scene: Scene, token: int) -> int:
    """Return the head of the agreement whose "observance", "text" or "extension" is agreed, else ``token``."""
    tree = scene.tree
    if tree.lemma[token] not in ABOUT or scene.linked(token):
        return token
    inner = (k for k in tree.children(token, "nmod") if tree.preposition(k) == "of")
    return next((k for k in inner if "agreement" in scene.lexicon.noun_class(tree.lemma[k])), token)


def named_pact(scene: Scene, token: int) -> str | None:
    """Return the agreement that is known by the name of a body: "signed the Pacific Economic Partnership"."""
    lemma = scene.tree.lemma[token]
    if lemma != "partnership" and "agreement" not in scene.lexicon.noun_class(lemma):
        return None
    bodies = [e for e in scene.linked(token) if scene.kind(e) == "InternationalOrganization"]
    return scene.phrases.keep("Agreement", scene.entities[bodies[0]].label, "") if bodies else None
