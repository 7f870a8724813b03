"""Whom help reaches: "aid for refugees in Chad", "gave ten tents to help the homeless", "doctors sent by Peru"."""

from __future__ import annotations

from kg.clauses import Clause
from kg.extractors._scene import Scene
from kg.nlp.roles import REBELS

# How far back help may have been spoken of that "shipped fuel" adds to, in words.
BEFORE = 80
HELPING = frozenset("support help assist aid benefit alleviate".split())


def beneficiaries(scene: Scene, clause: Clause, tokens: list[int]) -> list[str]:
    """Return the State whose people are helped: "aid for refugees in Chad", "gave ten tents to help the homeless"."""
    clauses = scene.reading.clauses
    given = list(tokens)
    for verb in (clause.predicate, clause.light):
        for kid in scene.tree.children(verb, "advcl", "xcomp", "acl") if verb >= 0 else ():
            if kid in clauses and clauses[kid].lemma in HELPING:
                given += [*clauses[kid].objects, *(head for prep, head in clauses[kid].obliques if prep in WITHIN)]
    tree = scene.tree
    # "sheltered Chadian rebels": that helps no State.
    given = [i for i in given if tree.lemma[scene.phrases.part(i)] not in REBELS]
    within = [i for token in given for i in _phrase(scene, token)]
    inside = [i for i in within if is_home(scene, i)]
    inside += [i for token in given if tree.lemma[token] in NEEDY for i in stricken(scene, token)]
    inside += [i for i in given if scene.places(i) and tree.pos[i] == "PROPN"]
    # "the relief fund for Gaza"
    funds = [k for i in given if tree.lemma[i] in FUNDS for k in tree.children(i, "nmod")]
    inside += [k for k in funds if tree.preposition(k) == "for" and scene.linked(k)]
    if any(tree.lemma[scene.phrases.part(i)] in NEEDY for i in given):
        # "treated patients in Chad"
        inside += [head for prep, head in clause.obliques if prep in WITHIN and scene.places(head)]
    inside += at_work(scene, clause)
    promised = scene.reading.clauses.get(clause.governor) if clause.relation == "xcomp" else None
    if promised is not None and promised.lemma in PROMISING:
        # "promised Mali to write off its debt"
        given = [*promised.objects, *promised.indirect, *given]
    homes = (scene.host_state(i) for i in inside)
    return [a for a in scene.all_agents(given) if scene.kind(a) == "State"][:1] or [h for h in homes if h][:1]


def helped(scene: Scene, clause: Clause, tokens: list[int]) -> list[str]:
    """Return whom "Chad shipped fuel" helps in a list of who helps whom: those whom help was last told to reach."""
    given = clause.kind == "noun" and clause.light >= 0
    if tokens or not (given or (clause.kind == "verb" and clause.objects)):
        return []
    near = (whom for at, whom in reversed(scene.helped) if 0 < clause.predicate - at < BEFORE)
    found = list(next(near, ()))
    who = set(scene.all_agents(clause.subjects))
    for met in scene.encounters_before(clause.predicate, BEFORE) if not found and who else ():
        # "Soto met Alder; her government promised a loan."
        own = [p for p in met.parties if {p, *scene.homes(p)} & who]
        theirs = [p for p in met.parties if p not in own]
        if len(own) == len(theirs) == 1:
            homes = sorted(h for h in scene.homes(theirs[0]) if scene.kind_of(h) == "State")
            return homes[:1] or theirs
    return found


def at_work(scene: Scene, clause: Clause) -> list[int]:
    """Return where those are who were sent: "doctors sent by Peru are treating the injured in Lima"."""
    if clause.lemma not in SENDING or clause.relation != "acl" or not clause.objects:
        return []
    verbs = [v for v in scene.reading.about(clause.objects[0]) if v is not clause and clause.objects[0] in v.subjects]
    return [i for v in verbs if v.status == "actual" for i in _around(scene, v)]


def _around(scene: Scene, verb: Clause) -> list[int]:
    tree = scene.tree
    found = [head for prep, head in verb.obliques if prep in WITHIN]
    found += [k for o in verb.objects for k in tree.children(o, "nmod") if tree.preposition(k) in WITHIN]
    return [i for i in found if scene.places(i)]


SENDING = frozenset({"send", "dispatch", "deploy", "provide"})


def _phrase(scene: Scene, token: int) -> list[int]:
    """Return the words of the phrase of ``token``, less what is told of it: "the 900 who had fled a war in Chad"."""
    tree = scene.tree
    told = [k for kid in tree.children(token, "acl", "acl:relcl") for k in range(tree.left[kid], tree.right[kid] + 1)]
    return [i for i in range(tree.left[token], tree.right[token] + 1) if i not in told]


def is_home(scene: Scene, token: int) -> bool:
    """Return whether ``token`` names where people are: "refugees in Chad", "Chadian refugees"."""
    tree = scene.tree
    return bool(scene.linked(token)) and (tree.dep[token] == "amod" or tree.preposition(token) in WITHIN)


FUNDS = frozenset("fund appeal programme program effort operation reconstruction rebuilding".split())
NEEDY = frozenset(
    "victim survivor people person family community homeless population patient refugee child villager resident "
    "injured wounded civilian farmer orphan student pupil woman man hungry needy".split()
)
STRIKING = frozenset("hit strike devastate ravage batter shake affect destroy".split())


def stricken(scene: Scene, token: int) -> list[int]:
    """Return what the disaster has struck whose "victims" are at ``token``."""
    tree = scene.tree
    verbs = [c for i in range(token, tree.right[token] + 1) if (c := scene.reading.clauses.get(i)) is not None]
    return [o for c in verbs if c.kind == "verb" and c.lemma in STRIKING for o in c.objects if scene.places(o)]


PROMISING = frozenset("promise pledge assure guarantee".split())
WITHIN = frozenset({"in", "of", "across", "throughout", "inside", "within"})


def is_purpose(scene: Scene, clause: Clause) -> bool:
    """Return whether ``clause`` is what a gift is for: "gave ten million dollars to support refugees"."""
    tree = scene.tree
    if clause.lemma not in HELPING or tree.dep[clause.predicate] not in ("advcl", "xcomp", "acl"):
        return False
    verb = scene.reading.clauses.get(tree.head[clause.predicate])
    given = [*verb.objects, *(head for _, head in verb.obliques)] if verb is not None else [tree.head[clause.predicate]]
    return any(tree.lemma[i] in GIFTS or tree.pos[i] == "SYM" for i in given)


GIFTS = frozenset(
    "aid assistance dollar euro pound yen million billion grant loan relief donation funding fund money package".split()
)
