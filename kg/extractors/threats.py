"""Threats told by what will follow: "any attack will meet with a response", "if Chad attacks, we will reply"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses import Clause
from kg.clauses.moods import is_conditional
from kg.extractors._deed import deed
from kg.extractors._frames import best, fill
from kg.extractors._parties import counterpart
from kg.extractors._scene import AGENTS, Scene
from kg.extractors.actions import is_unpolitical
from kg.model import Assertion, Event

# "A firm reply will follow", "an answer will not be long in coming".
COMING = frozenset("follow come ensue arrive".split())
# "Any attack will meet with a response", "they will get an answer".
MEETING = frozenset(
    (
        "receive meet get draw trigger provoke face prompt bring see give deliver elicit encounter entail cause have "
        "suffer bear lead result invite incur find"
    ).split()
)
ANSWERING = frozenset("respond retaliate react reply answer strike hit defend punish destroy crush".split())
UNANSWERED = frozenset("unanswered unpunished".split())
CONDITIONS = frozenset({"if", "should", "unless", "whatever", "whichever"})
# Who does these threatens, whoever says so.
OWN = frozenset({"reserve", "give", "deliver"})
PAYERS = frozenset("pay bear face suffer".split())
PAYING = frozenset({"price", "consequence", "responsibility", "cost"})


def extract(scene: Scene) -> Iterator[Event | Assertion]:
    """Yield the Threaten of each clause in which a speaker says what answer somebody's act will have.

    Source: PLOVER 2.0, THREATEN.
    """
    for clause in scene.reading.clauses.values():
        if clause.kind == "noun" or (clause.status == "actual" and clause.lemma != "reserve"):
            continue
        acts = provocations(scene, clause)
        if acts is not None and not is_unpolitical(scene, clause):
            yield from threat(scene, clause, acts)


def provocations(scene: Scene, clause: Clause) -> list[int] | None:
    """Return the words for what will be answered, empty if none is named; None if ``clause`` promises no answer."""
    tree = scene.tree
    answers = [i for i in clause.subjects if "response" in scene.lexicon.noun_class(tree.lemma[i])]
    hostile = [i for i in clause.subjects if i not in answers]
    given = [*clause.objects, *(head for _, head in clause.obliques)]
    if clause.lemma == "reserve" and any(tree.lemma[i] == "right" for i in given):
        return _reserved(scene, clause)
    if clause.lemma in PAYERS and any(tree.lemma[i] in PAYING for i in given):
        return hostile
    if answers and (clause.lemma in COMING or clause.kind == "copula"):
        return [*hostile, *_inside(scene, answers), *_conditions(scene, clause)]
    if clause.lemma in MEETING and any("response" in scene.lexicon.noun_class(tree.lemma[i]) for i in given):
        if clause.lemma in ("give", "deliver") and not clause.passive:
            aimed = [h for prep, h in clause.obliques if prep in ("to", "against")]
            return [*clause.indirect, *aimed, *_inside(scene, clause.objects)]
        return hostile if any(_is_hostile(scene, i) for i in hostile) else None
    if clause.lemma == "go" and any(tree.lower[k] in UNANSWERED for k in tree.kids[clause.predicate]):
        return hostile
    conditional = clause.status == "hypothetical" and is_conditional(tree, clause.predicate)
    if (clause.status == "planned" or conditional) and is_hostile(scene, clause):
        # "Should Chad persist, Mali will impose sanctions."
        own = set(scene.all_agents(clause.subjects))
        actors = _conditions(scene, clause)
        conditions = [i for i in actors if set(scene.agents(i)) - own]
        frame = best(scene, clause)
        if own and actors and not conditions and frame is not None:
            # "will bomb Mali unless it leaves"
            conditions = [i for i in fill(scene, clause, frame.recipient) if set(scene.agents(i)) - own]
        return (conditions or None) if own else None
    if clause.lemma.split(" ")[0] in ANSWERING and clause.kind == "verb":
        plain = clause.lemma == "retaliate"
        aimed = [h for prep, h in clause.obliques if prep in ("to", "against") and (plain or _is_hostile(scene, h))]
        return [*aimed, *_conditions(scene, clause)] or None
    return None


HOSTILE = frozenset({"Sanction", "Coerce", "Assault", "Mobilize", "Reject", "Protest"})


def is_hostile(scene: Scene, clause: Clause) -> bool:
    """Return whether ``clause`` tells of something done against others."""
    # "will impose sanctions": the noun tells it.
    carried = [c for i in clause.objects if (c := scene.reading.clauses.get(i)) and c.light == clause.predicate]
    frames = [frame for c in (clause, *carried) if (frame := best(scene, c)) is not None]
    return any(frame.type in HOSTILE for frame in frames)


def _is_hostile(scene: Scene, token: int) -> bool:
    tree = scene.tree
    classes = scene.lexicon.noun_class(tree.lemma[token])
    if "hostility" not in classes:
        return False
    return any(tree.lower[k] in GENERAL for k in tree.kids[token]) or any(
        tree.lower[k] in UNFRIENDLY for k in tree.children(token, "amod")
    )


GENERAL = frozenset("any every each such whatever whichever further these those this that their its another no".split())
UNFRIENDLY = frozenset("hostile unfriendly aggressive unlawful illegal military provocative reckless further".split())


def _inside(scene: Scene, answers: list[int]) -> list[int]:
    """Return what "a response to the raid" answers."""
    tree = scene.tree
    return [kid for i in answers for kid in tree.children(i, "nmod") if tree.preposition(kid) in ("to", "against")]


def _reserved(scene: Scene, clause: Clause) -> list[int] | None:
    """Return against whom "reserves the right to retaliate" is said; None if it is another right."""
    clauses = scene.reading.clauses
    rights = [k for i in clause.objects for k in scene.tree.children(i, "acl") if k in clauses]
    answers = [clauses[k] for k in rights if clauses[k].lemma.split(" ")[0] in ANSWERING]
    if not answers:
        return None
    return [i for other in answers for i in (*(h for _, h in other.obliques), *other.objects)]


def _conditions(scene: Scene, clause: Clause) -> list[int]:
    """Return who acts in "if Chad attacks"."""
    tree, clauses = scene.tree, scene.reading.clauses
    found: list[int] = []
    for kid in tree.children(clause.predicate, "advcl"):
        words = [*tree.children(kid, "mark", "aux", "advmod"), tree.left[kid]]
        if kid in clauses and any(tree.lower[k] in CONDITIONS for k in words):
            found += clauses[kid].subjects
    return found


def threat(scene: Scene, clause: Clause, acts: list[int]) -> Iterator[Event | Assertion]:
    """Yield the Threaten of who says ``clause`` against whoever does ``acts``, else against whom he addresses."""
    telling = scene.reading.clauses.get(clause.speech if clause.speech >= 0 else clause.governor)
    addressed = scene.all_agents([*telling.objects, *telling.indirect]) if telling is not None else []
    speaker = scene.speaker(clause)
    if clause.lemma in OWN or is_hostile(scene, clause):
        speaker = next(iter(scene.all_agents(clause.subjects)), speaker)
    date = scene.told(clause)
    if speaker is None and telling is not None and telling.passive:
        speaker = counterpart(scene, clause.predicate, addressed)
        last = scene.last_encounter(clause.predicate)
        date = date or (last.date if last is not None and speaker is not None else None)
    if speaker is None or scene.kind(speaker) not in AGENTS or scene.kind(speaker) == "MediaOrganization":
        return
    own = {speaker, *scene.homes(speaker), *scene.side(speaker)}
    whom = [a for a in [*doers(scene, acts), *addressed] if a not in own and scene.kind(a) in AGENTS]
    if not whom:
        return
    evidence = scene.cite(clause.predicate, f"threats.{clause.lemma.replace(' ', '_')}", 0.7, subject=clause.speaker)
    i = clause.predicate
    yield from deed(scene, "Threaten", [speaker], whom[:1], evidence, token=i, key=clause.lemma, date=date)


def doers(scene: Scene, acts: list[int]) -> list[str]:
    """Return who does ``acts``: the agents they name, or theirs in "any American step", "whatever step Oslo takes"."""
    tree, found = scene.tree, scene.all_agents(acts)
    for token in acts if not found else ():
        owners = tree.children(token, "nmod:poss", "amod", "compound")
        owners += [k for k in tree.children(token, "nmod") if tree.preposition(k) in ("by", "of", "from")]
        heads = [token, *tree.children(token, "det")]
        owners += [k for i in heads for verb in tree.children(i, "acl:relcl") for k in tree.children(verb, "nsubj")]
        found += scene.all_agents(owners)
    return found
