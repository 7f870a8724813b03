"""Threats told by what will follow: "any attack will meet with a response", "if Chad attacks, we will reply"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses import Clause
from kg.clauses.moods import is_conditional
from kg.extractors._deed import deed
from kg.extractors._frames import best, fill
from kg.extractors._parties import BEFORE, counterpart
from kg.extractors._protested import states
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
PAYERS = frozenset("pay bear face suffer risk invite court".split())
ATONING = frozenset({"pay", "suffer", "atone"})
PAYING = frozenset(
    "price consequence responsibility cost sanction retaliation reprisal punishment countermeasure counter-measure war "
    "penalty defeat destruction isolation annihilation".split()
)


def extract(scene: Scene) -> Iterator[Event | Assertion]:
    """Yield the Threaten of each clause in which a speaker says what answer somebody's act will have.

    Source: PLOVER 2.0, THREATEN.
    """
    for clause in scene.reading.clauses.values():
        if clause.kind == "noun" or (clause.status == "actual" and clause.lemma != "reserve"):
            continue
        if "have" in (scene.tree.lower[k] for k in scene.tree.children(clause.predicate, "aux")):
            # "would have attacked": that is over.
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
    if is_war(scene, clause):
        # "Any raid would be regarded as an act of war."
        return clause.objects if clause.passive else clause.subjects
    if clause.lemma == "regret" and clause.status == "planned":
        return clause.subjects
    dearly = any(tree.lower[k] in ("dearly", "heavily") for k in tree.children(clause.predicate, "advmod"))
    if clause.lemma in ATONING and not clause.objects and dearly:
        # "Mali will pay dearly for the raid."
        return clause.subjects
    if clause.lemma in PAYERS and any(tree.lemma[i] in PAYING for i in given):
        return hostile
    if answers and (clause.lemma in COMING or clause.kind == "copula"):
        return [*hostile, *_inside(scene, answers), *_conditions(scene, clause)]
    if clause.lemma in MEETING and any("response" in scene.lexicon.noun_class(tree.lemma[i]) for i in given):
        if clause.lemma in ("give", "deliver") and not clause.passive:
            aimed = [h for prep, h in clause.obliques if prep in ("to", "against")]
            return [*clause.indirect, *aimed, *_inside(scene, clause.objects)]
        # "warned that Mali would meet with a response"
        menaced = telling(scene, clause) == "warn" and clause.lemma in ("meet", "get", "receive", "face", "see")
        return hostile if any(_is_hostile(scene, i) or (menaced and scene.agents(i)) for i in hostile) else None
    if clause.lemma == "come" and any(prep == "under" and tree.lemma[i] in UNDER for prep, i in clause.obliques):
        # "warned that Malian towns would come under fire"
        return clause.subjects if telling(scene, clause) == "warn" else None
    if clause.lemma == "go" and any(tree.lower[k] in UNANSWERED for k in tree.kids[clause.predicate]):
        return hostile
    if clause.passive and not clause.subjects and telling(scene, clause) == "warn":
        # "warned that Malian planes would be shot down", "that Mali would be held responsible"
        held = clause.lemma == "hold" and any(tree.lemma[i] in HELD for i in (*clause.complements, *given))
        return clause.objects if held or is_hostile(scene, clause) else None
    conditional = clause.status == "hypothetical" and is_conditional(tree, clause.predicate)
    warned = is_warned(scene, clause)
    plain = clause.lemma in ANSWERING and any(prep in ("to", "against") for prep, _ in clause.obliques)
    if (clause.status == "planned" or conditional or warned) and is_hostile(scene, clause) and not plain:
        # "Should Chad persist, Mali will impose sanctions."
        own = set(scene.all_agents(clause.subjects))
        actors = _conditions(scene, clause)
        conditions = [i for i in actors if set(scene.agents(i)) - own]
        frame = best(scene, clause)
        if own and (actors or warned) and not conditions and frame is not None:
            # "will bomb Mali unless it leaves", "warned that it would veto Mali's bid"
            told = fill(scene, clause, frame.recipient)
            conditions = [i for i in told if set(scene.agents(i)) - own] or (told if warned else [])
        return (conditions or None) if own else None
    if clause.lemma.split(" ")[0] in ANSWERING and clause.kind == "verb":
        plain = clause.lemma == "retaliate"
        aimed = [h for prep, h in clause.obliques if prep in ("to", "against") and (plain or _is_hostile(scene, h))]
        return [*aimed, *_conditions(scene, clause)] or None
    return None


SEEING = frozenset("regard consider treat see view interpret deem take".split())
MEANING = frozenset({"mean", "amount", "constitute", "equal", "signify"})
WARLIKE = frozenset({"war", "aggression", "attack", "provocation"})


def is_war(scene: Scene, clause: Clause) -> bool:
    """Return whether ``clause`` says that something "would mean war", or be "seen as an act of aggression"."""
    tree = scene.tree
    heads = (
        [head for prep, head in clause.obliques if prep == "as"] if clause.lemma in SEEING and clause.passive else []
    )
    heads += [*clause.objects, *(head for _, head in clause.obliques)] if clause.lemma in MEANING else []
    inner = [k for i in heads for k in tree.children(i, "nmod") if tree.preposition(k) == "of"]
    return any(tree.lemma[i] in WARLIKE for i in (*heads, *inner))


HOSTILE = frozenset({"Sanction", "Coerce", "Assault", "Mobilize", "Reject", "Protest"})


def is_hostile(scene: Scene, clause: Clause) -> bool:
    """Return whether ``clause`` tells of something done against others."""
    # "will impose sanctions": the noun tells it.
    carried = [c for i in clause.objects if (c := scene.reading.clauses.get(i)) and c.light == clause.predicate]
    frames = [frame for c in (clause, *carried) if (frame := best(scene, c)) is not None]
    return any(frame.type in HOSTILE for frame in frames)


UNDER = frozenset({"attack", "fire", "bombardment"})
HELD = frozenset({"responsible", "accountable", "liable"})


def telling(scene: Scene, clause: Clause) -> str:
    """Return the verb by which somebody tells that ``clause``."""
    verb = scene.reading.clauses.get(clause.governor) if clause.relation == "ccomp" else None
    return verb.lemma if verb is not None else ""


def is_warned(scene: Scene, clause: Clause) -> bool:
    """Return whether ``clause`` is what somebody warns that his own side will do."""
    if telling(scene, clause) != "warn":
        return False
    own = {a for s in scene.speakers(clause) for a in (s, *scene.homes(s), *scene.side(s))}
    who = scene.all_agents(clause.subjects)
    return bool(who) and set(who) <= own


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
    told = scene.reading.clauses.get(clause.speech if clause.speech >= 0 else clause.governor)
    addressed = scene.all_agents([*told.objects, *told.indirect]) if told is not None else []
    addressed = addressed or (noted(scene, told) if told is not None else [])
    speakers = scene.speakers(clause)
    if clause.lemma in OWN or (is_hostile(scene, clause) and not is_warned(scene, clause)):
        speakers = scene.all_agents(clause.subjects)[:1] or speakers
    speaker = next(iter(speakers), None)
    date = scene.told(clause)
    if speaker is None and told is not None and told.passive:
        speaker = counterpart(scene, clause.predicate, addressed)
        last = scene.last_encounter(clause.predicate)
        date = date or (last.date if last is not None and speaker is not None else None)
    if speaker is None or scene.kind(speaker) not in AGENTS or scene.kind(speaker) == "MediaOrganization":
        return
    own = {a for s in (speaker, *speakers) for a in (s, *scene.homes(s), *scene.side(s))}
    whom = [a for a in [*doers(scene, acts), *addressed] if a not in own and scene.kind(a) in AGENTS]
    whom = whom or [a for a in threateners(scene, clause) if a not in own]
    if not whom:
        return
    evidence = scene.cite(clause.predicate, f"threats.{clause.lemma.replace(' ', '_')}", 0.7, subject=clause.speaker)
    i = clause.predicate
    yield from deed(scene, "Threaten", speakers or [speaker], whom[:1], evidence, token=i, key=clause.lemma, date=date)


def noted(scene: Scene, telling: Clause) -> list[str]:
    """Return to whom something is told "in a note to the Malian embassy"."""
    tree = scene.tree
    # "In a note, Chad protested and warned that …"
    first = scene.reading.clauses.get(tree.head[telling.predicate]) if tree.dep[telling.predicate] == "conj" else None
    obliques = [*telling.obliques, *(first.obliques if first is not None else [])]
    notes = [head for _, head in obliques if "speech" in scene.lexicon.noun_class(tree.lemma[head])]
    heads = [k for i in notes for k in _within(scene, i) if tree.preposition(k) == "to"]
    return states(scene, heads) or scene.all_agents(heads)


def _within(scene: Scene, noun: int) -> list[int]:
    """Return the phrases of ``noun`` and of the participle after it: "a note delivered to the embassy"."""
    tree = scene.tree
    heads = [noun, *tree.children(noun, "acl")]
    return [k for i in heads for k in tree.children(i, "nmod", "obl")]


def threateners(scene: Scene, clause: Clause) -> list[str]:
    """Return who threatened last, where "any intervention would mean war" names nobody who would intervene."""
    near = (c for c in reversed(scene.calls) if c[1] == "Threaten" and 0 < clause.predicate - c[0] < BEFORE)
    last = next(near, None) if is_war(scene, clause) else None
    return list(last[2]) if last is not None else []


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
