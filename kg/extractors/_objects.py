"""What acts lead to that has no name: the issues, agreements and events that are judged, agreed or protested at."""

from __future__ import annotations

from kg.clauses import Clause
from kg.clauses.untruth import DENYING
from kg.extractors._edges import OBJECTS
from kg.extractors._matter import VAGUE, is_fight
from kg.extractors._pairs import is_other
from kg.extractors._parties import WANTED
from kg.extractors._phrases import COUNTING, PLACES, SPANS, TEXTS
from kg.extractors._places import SITES
from kg.extractors._references import DEEDS, DEFINITE, HAILED, antecedent, named_pact
from kg.extractors._scene import AGENTS, Scene

JUDGING = frozenset({"supports", "criticizes", "rejects"})


def nodes(scene: Scene, tokens: list[int], predicate: str, who: list[str]) -> list[str]:
    """Return the described nodes at ``tokens`` that an edge ``predicate`` of ``who`` may lead to."""
    found = []
    for token in tokens:
        classes = scene.lexicon.noun_class(scene.tree.lemma[token])
        if predicate == "agrees" and (pact := named_pact(scene, token)) is not None:
            found.append(pact)
            continue
        if scene.linked(token) or classes & {"group", "force"} or ("official" in classes and scene.agents(token)):
            continue
        if is_other(scene, token):
            continue
        if predicate == "concedes" and scene.tree.lemma[token] in WANTED:
            # Who bows to pressure yields to whose it is.
            continue
        node = node_of(scene, token, predicate, who)
        if node is not None and scene.kind(node) in OBJECTS[predicate] and scene.kind(node) not in AGENTS:
            found.append(node)
    return list(dict.fromkeys(found))


# "Rejected any delay", "called for restraint": one word says all.
WHOLE = frozenset("any all every no further such".split())


def node_of(scene: Scene, token: int, predicate: str, who: list[str]) -> str | None:
    """Return the issue, agreement or event at ``token`` as the object of ``predicate``."""
    tree = scene.tree
    before = antecedent(scene, token, predicate, who) if predicate in JUDGING | UNREAL else None
    if before is None and predicate in JUDGING and is_fight(tree, token):
        # Who supports "the fight against piracy" does not support piracy.
        return issue_of(scene, token)
    found = before or scene.phrases.agreement(token)
    if found is None and predicate in JUDGING | UNREAL and is_whole(scene, token):
        found = scene.phrases.keep("Issue", tree.lower[token], tree.lemma[token])
    unreal = {"Event", "Meeting", "Agreement"} - OBJECTS[predicate] if predicate in UNREAL else set()
    if found is None or scene.kind(found) not in unreal:
        return found
    if found == before or scene.kind(found) == "Agreement":
        # Who protests against an accord has no part in it, but in what it is about.
        return scene.phrases.keep("Issue", scene.entities[found].label, "")
    # What somebody rejects has not come about.
    return issue_of(scene, token)


# What is told by the clause after it: "the charge that", "a report, published in Quito".
TOLD = frozenset(
    "charge allegation accusation claim report announcement decision proposal demand statement suggestion remark plan "
    "explanation assertion rumour rumor complaint idea offer verdict ruling threat warning request demand call plea "
    "invitation ultimatum".split()
)


def is_whole(scene: Scene, token: int) -> bool:
    """Return whether the noun at ``token`` says by one word what is judged: "any delay", "the charge that …"."""
    tree = scene.tree
    if tree.tag[token] not in ("NN", "NNS") or scene.linked(token):
        return False
    determined = {tree.lower[kid] for kid in tree.children(token, "det")}
    if determined & WHOLE or (determined & DEFINITE and tree.lemma[token] not in UNSAID):
        return True
    told = tree.child(token, "acl", "acl:relcl", "ccomp", "nmod:poss") is not None
    return told and tree.lemma[token] in TOLD


# How far back a claim may have been made that is "it" now, in words.
SAID = 40
CLAIMS = frozenset("claim allegation accusation charge report assertion rumour rumor suggestion".split())


def described(scene: Scene, clause: Clause, tokens: list[int]) -> list[str]:
    """Return what "it" is in "called it a reckless decision", "dismissed it as propaganda": a decision, a claim."""
    tree = scene.tree
    if not any(tree.lower[i] in ("it", "this", "that") and not scene.linked(i) for i in tokens):
        return []
    called = [i for i in clause.complements if tree.tag[i] == "NN" and tree.lemma[i] in DEEDS | {"idea", "law", "plan"}]
    if called:
        return [scene.phrases.keep("Issue", scene.phrases.label(called[0]), tree.lemma[called[0]])]
    i = clause.predicate
    near = (k for k in range(i - 1, max(-1, i - SAID), -1) if tree.lemma[k] in CLAIMS and tree.pos[k] == "NOUN")
    told = next((k for k in near if clause.lemma in DENYING and tree.tag[k] == "NN"), -1)
    if told < 0:
        return []
    return [scene.phrases.keep("Issue", tree.words(scene.phrases.span(told)[0], told + 1), tree.lemma[told])]


# "The step", "the outcome", "the afternoon": what is meant was told before, or no thing is meant at all.
UNSAID = DEEDS | HAILED | TEXTS | SPANS | PLACES | SITES | VAGUE | COUNTING
UNREAL = frozenset({"rejects", "protests"})


def issue_of(scene: Scene, token: int) -> str:
    """Return what the event noun ``token`` names as an issue: "opposed the deployment of troops"."""
    return scene.phrases.keep("Issue", scene.phrases.label(token), scene.tree.lemma[token])
