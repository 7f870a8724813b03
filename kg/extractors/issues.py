"""What texts are about: "a resolution on Yemen", "the treaty against torture"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses import Clause
from kg.extractors._dated import CREATING
from kg.extractors._doers import writers
from kg.extractors._scene import Scene
from kg.extractors._topics import topic_nodes
from kg.model import Assertion

TOPIC = frozenset({"on", "about", "against", "concerning", "regarding"})


def extract(scene: Scene) -> Iterator[Assertion]:
    """Yield addresses for each agreement whose own phrase names its matter."""
    tree = scene.tree
    for i, pos in enumerate(tree.pos):
        if pos != "NOUN" or "agreement" not in scene.lexicon.noun_class(tree.lemma[i]):
            continue
        topics = topic_nodes(
            scene,
            [h for kid in tree.children(i, "nmod") if tree.preposition(kid) in TOPIC for h in tree.conjuncts(kid)],
        )
        node = scene.phrases.node(i) if topics else None
        clause = scene.reading.governing(i)
        if node is None or clause is None:
            continue
        status = scene.reading.clauses[i].status if i in scene.reading.clauses else clause.status
        for topic in topics:
            evidence = scene.cite(i, "issues.agreement", 0.7, subject=i)
            yield scene.assertion(
                node,
                "addresses",
                topic,
                evidence,
                status=status,
                speaker=scene.speaker(clause),
                date=_made(scene, i),
            )
    for clause in scene.reading.clauses.values():
        if clause.kind == "verb":
            yield from _of_terms(scene, clause)


# What an agreement does to its matter: "bans nuclear tests", "deals with fishing", "ends the war".
GOVERNING = frozenset(
    "ban regulate govern cover limit cap restrict prohibit end halt stop settle resolve address tackle envisage "
    "guarantee reduce cut lift condemn reaffirm demand establish set create open provide stipulate allow remove "
    "concern curb prevent combat eliminate abolish ease".split()
)
ON = {"deal": "with", "call": "for", "provide": "for", "relate": "to", "apply": "to", "aim": "at"}
ENDING = frozenset(
    "end halt stop settle resolve prevent curb combat fight limit reduce regulate ban cut ease tackle address "
    "overcome counter terminate".split()
)


def _of_terms(scene: Scene, clause: Clause) -> Iterator[Assertion]:
    """Yield addresses for the matter of "the treaty bans nuclear tests" and of "a deal to end the war"."""
    tree = scene.tree
    lemma = clause.lemma.split(" ")[0]
    texts: list[int] = []
    if lemma in GOVERNING or lemma in ON:
        texts = [i for i in clause.subjects if not clause.passive and _is_text(scene, i)]
        matter = [h for prep, h in clause.obliques if prep == ON.get(lemma)] or ([] if lemma in ON else clause.objects)
    if not texts and lemma in ENDING and tree.tag[clause.predicate] == "VB" and clause.relation in ("acl", "advcl"):
        above = tree.head[clause.predicate]
        held = scene.reading.clauses.get(above)
        near = [above] if clause.relation == "acl" or held is None else held.objects
        texts, matter = [i for i in near if _is_text(scene, i) and i < clause.predicate], clause.objects
    if lemma == "condemn" and writers(scene, texts):
        # "A statement by Chad condemned Mali": Chad did.
        return
    topics = topic_nodes(scene, matter) if texts else []
    for text in texts:
        node = next(iter(scene.linked(text)), None) or scene.phrases.agreement(text)
        named = scene.reading.clauses.get(text)
        status = named.status if named is not None else "actual"
        if clause.status == "negated" or any(tree.lower[k] == "any" for k in tree.children(text, "det")):
            # "The treaty does not ban tests", "would veto any resolution that condemned the raid"
            status = clause.status if clause.status == "negated" else "hypothetical"
        for topic in topics if node is not None else ():
            evidence = scene.cite(clause.predicate, "issues.terms", 0.65, subject=text)
            speaker = scene.speaker(clause)
            yield scene.assertion(
                node or "",
                "addresses",
                topic,
                evidence,
                status=status,
                speaker=speaker,
                date=_made(scene, text),
            )


def _made(scene: Scene, text: int) -> str | None:
    """Return when the agreement at ``text`` was made: "Signed ten accords on Friday, including a pact on fishing"."""
    tree = scene.tree
    top = text
    while tree.dep[top] == "conj" or (tree.dep[top] == "nmod" and tree.preposition(top) == "including"):
        top = tree.head[top]
    verb = scene.reading.clauses.get(tree.head[top])
    if verb is None or verb.lemma not in CREATING or verb.status == "negated":
        return None
    made = top in (*verb.objects, *verb.subjects) or tree.preposition(top) == "including"
    return scene.date(verb) if made else None


def _is_text(scene: Scene, token: int) -> bool:
    """Return whether ``token`` heads the phrase of an agreement that is not an acting body."""
    linked = scene.linked(token)
    if linked:
        return all(scene.kind(e) == "Agreement" for e in linked)
    return "agreement" in scene.lexicon.noun_class(scene.tree.lemma[token]) and scene.tree.pos[token] != "VERB"
