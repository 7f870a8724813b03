"""Who belongs to what: "a member of NATO", "joined the African Union", "SCO members India and Pakistan"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses import Clause
from kg.extractors._edges import OBJECTS
from kg.extractors._scene import AGENTS, Scene
from kg.model import Assertion, Status

MEMBERS = frozenset({"member", "membership", "signatory", "founder", "ally", "observer", "part"})
FORMING = frozenset({"make up", "form", "constitute", "compose"})
GROUPING = frozenset({"bring together", "bring", "comprise", "include", "group", "unite", "consist"})
JOINING = {
    "join": "obj",
    "rejoin": "obj",
    "accede": "prep:to",
    "enter": "obj",
    "belong": "prep:to",
    "sit": "prep:on",
    "serve": "prep:on",
}
LANDS = frozenset({"country", "state", "nation", "government"})
# Bodies that a common noun names: "the team of mediators", "the negotiating panel".
TEAMS = frozenset(
    "group team panel delegation commission committee council board troika quartet coalition alliance".split()
)
# What a body is called behind its name.
BLOCS = frozenset({"bloc", "alliance", "cartel", "grouping", "organization", "organisation"})
ADMITTING = frozenset({"admit", "elect", "accept", "induct", "readmit"})
OPENING = frozenset({"admit", "readmit", "induct"})
FOUNDING = frozenset({"found", "establish", "set up", "create", "form"})
# "Submitted its application for membership"
APPLYING = frozenset({"apply", "application", "bid", "request", "candidacy"})
# "Took its seat on the council"
SEATED = frozenset({"take", "win", "hold", "gain", "occupy", "secure"})
# A member that is none now.
UNSURE = frozenset("former ex aspiring prospective potential future candidate erstwhile onetime suspended".split())
LEAVING = {"leave": "obj", "quit": "obj", "exit": "obj", "withdraw": "prep:from"}


def extract(scene: Scene) -> Iterator[Assertion]:
    """Yield memberOf where the text says or clearly implies a membership."""
    for i, lemma in enumerate(scene.tree.lemma):
        if lemma in MEMBERS and scene.tree.pos[i] in ("NOUN", "PROPN"):
            yield from _of_noun(scene, i)
        elif lemma in LANDS and scene.tree.tag[i] == "NNS":
            yield from _of_lands(scene, i)
    for clause in scene.reading.clauses.values():
        if clause.kind == "verb":
            yield from _of_verb(scene, clause)


def _of_noun(scene: Scene, noun: int) -> Iterator[Assertion]:
    tree = scene.tree
    groups = [
        g
        for kid in tree.kids[noun]
        if tree.dep[kid] in ("nmod", "compound", "nmod:poss", "amod")
        for g in _groups(scene, kid)
    ]
    heads, status = _subjects(scene, noun)
    described = {tree.lower[kid] for kid in tree.kids[noun]} | {tree.lower[i - 1] for i in (tree.left[noun],) if i}
    if described & UNSURE:
        return
    status = "negated" if described & {"not", "never", "neither"} else status
    # "five members of the bloc, among them Chad"
    heads = [*heads, *members_named(scene, noun)]
    heads = [*heads, *(i for kid in tree.children(noun, "appos", "flat") for i in tree.conjuncts(kid))]
    if tree.tag[noun] == "NNS":
        # "two members of the council, Ana Soto and Lena Holt"
        bodies = [kid for kid in tree.children(noun, "nmod") if not scene.linked(kid)]
        heads += [i for body in bodies for kid in tree.children(body, "appos") for i in tree.conjuncts(kid)]
    for member in scene.all_agents(heads):
        yield from _edges(scene, noun, member, groups, status, "memberships.noun")


def _of_lands(scene: Scene, noun: int) -> Iterator[Assertion]:
    """Yield who are the "ten countries of the Union, among them Chad and Mali"."""
    inside = [kid for kid in scene.tree.children(noun, "nmod") if scene.tree.preposition(kid) in ("of", "in", "from")]
    groups = [g for kid in inside for g in scene.linked(kid) if scene.kind(g) == "InternationalOrganization"]
    for member in scene.all_agents(members_named(scene, noun)) if groups else ():
        if scene.kind(member) == "State":
            yield from _edges(scene, noun, member, groups, "actual", "memberships.noun")


def _subjects(scene: Scene, noun: int) -> tuple[list[int], Status]:
    """Return who is said to be a member, and whether it is so."""
    tree = scene.tree
    clause = scene.reading.clauses.get(noun)
    verb = scene.reading.clauses.get(tree.head[noun])
    if clause is not None and clause.kind == "copula":
        return clause.subjects, clause.status
    being = ("become", "remain", "form") if tree.lemma[noun] == "part" else ("become", "remain")
    if verb is not None and verb.lemma in being and tree.dep[noun] in ("xcomp", "obj"):
        return verb.subjects, verb.status
    if verb is not None and verb.lemma in ADMITTING and tree.preposition(noun) == "as" and verb.objects:
        # "was admitted as the third member of the union"
        return verb.objects, verb.status
    if verb is not None and tree.dep[noun] == "obl" and tree.preposition(noun) == "as":
        return verb.subjects, "actual"
    applied = tree.head[noun]
    if tree.lemma[noun] == "membership" and tree.lemma[applied] in APPLYING and tree.preposition(noun) in ("for", "of"):
        asking = scene.reading.clauses.get(tree.head[applied] if tree.pos[applied] == "NOUN" else applied)
        actual = asking is not None and asking.kind == "verb" and asking.status == "actual"
        return (asking.subjects, "planned") if asking is not None and actual else ([], "planned")
    first = tree.head[noun] if tree.dep[noun] == "conj" else noun
    if first != noun and any(tree.lower[kid] == "other" for kid in tree.kids[noun]):
        # "Chile, Peru and the other members of the alliance"
        return [i for i in tree.conjuncts(first) if i < noun], "actual"
    if tree.dep[first] == "appos":
        # "Bahrain, home of a fleet and a member of the council"
        return tree.conjuncts(tree.head[first]), "actual"
    if tree.dep[noun] in ("compound", "nmod:desc", "amod"):
        states = tree.head[noun]
        # "ASEAN member states Laos and Vietnam"
        named = states + 1 if tree.tag[states] in ("NN", "NNS") and states + 1 < len(tree) else states
        return (tree.conjuncts(named) if scene.linked(named) else [states]), "actual"
    return [], "actual"


def members_named(scene: Scene, noun: int) -> list[int]:
    """Return those whom "members, among them Chad" or "members including Chad" names."""
    tree = scene.tree
    found = []
    for kid in tree.children(noun, "nmod", "appos"):
        among = any(tree.preposition(k) == "among" for k in tree.children(kid, "nmod", "obl"))
        if among or tree.preposition(kid) in ("including", "such as"):
            found += tree.conjuncts(kid)
        elif tree.preposition(kid) == "among" and tree.lower[kid] in ("them", "these"):
            found += [i for named in tree.children(kid, "appos") for i in tree.conjuncts(named)]
    return found


def _of_verb(scene: Scene, clause: Clause) -> Iterator[Assertion]:
    if clause.lemma in GROUPING:
        for group in (g for head in clause.subjects for g in _bodies(scene, head)):
            for member in scene.all_agents(clause.objects):
                if scene.kind(member) == "State":
                    yield from _edges(scene, clause.predicate, member, [group], clause.status, "memberships.group")
    if clause.lemma in FORMING and not clause.passive and clause.status == "actual":
        for group in (g for head in clause.objects for g in _bodies(scene, head)):
            for member in scene.all_agents(clause.subjects):
                if scene.kind(member) == "State":
                    yield from _edges(scene, clause.predicate, member, [group], clause.status, "memberships.group")
    if clause.lemma in FORMING and (clause.passive or (clause.relation == "acl" and not clause.objects)):
        # "A panel made up of Chad and Mali"
        for group in (g for head in clause.objects or clause.subjects for g in _groups(scene, head)):
            for member in scene.all_agents(head for prep, head in clause.obliques if prep == "of"):
                yield from _edges(scene, clause.predicate, member, [group], clause.status, "memberships.group")
    # "Chad and Mali set up an alliance"; who sets one up alone need not be in it.
    if clause.lemma in FOUNDING and (clause.passive or len(clause.subjects) > 1) and clause.status == "actual":
        for group in (g for head in clause.objects for g in _bodies(scene, head)):
            for member in scene.all_agents(clause.subjects):
                if scene.kind(member) == "State":
                    yield from _edges(scene, clause.predicate, member, [group], clause.status, "memberships.founded")
    seats = [i for i in clause.objects if scene.tree.lemma[i] == "seat"] if clause.lemma in SEATED else []
    for seat in seats:
        on = [k for k in scene.tree.children(seat, "nmod") if scene.tree.preposition(k) in ("on", "in")]
        on += [head for prep, head in clause.obliques if prep in ("on", "in")]
        groups = [g for head in on for g in _bodies(scene, head)]
        for member in scene.all_agents(clause.subjects):
            yield from _edges(scene, clause.predicate, member, groups, clause.status, "memberships.seat")
    if clause.lemma in ADMITTING:
        led = any(prep in ("to", "into", "as") for prep, _ in clause.obliques)
        taking = clause.subjects if clause.lemma in OPENING and not (clause.passive or led) else []
        # "The Union readmitted Chad", "Chad was readmitted to the Union"
        heads = [*taking, *(head for prep, head in clause.obliques if prep == "to")]
        for group in (g for head in heads for g in _bodies(scene, head)):
            for member in scene.all_agents(clause.objects):
                if scene.kind(member) == "State":
                    yield from _edges(scene, clause.predicate, member, [group], clause.status, "memberships.admitted")
    slot = JOINING.get(clause.lemma) or LEAVING.get(clause.lemma)
    if slot is None or (clause.passive and slot == "obj"):
        # "The mission was joined by the Union's envoy": nobody becomes a member.
        return
    heads = clause.objects if slot == "obj" else [h for prep, h in clause.obliques if f"prep:{prep}" == slot]
    groups = [g for head in heads for g in _groups(scene, head)]
    status: Status = clause.status
    if clause.lemma in LEAVING:
        if status != "actual":
            return
        status = "negated"
    others = [head for prep, head in clause.obliques if prep in ("with", "alongside")]
    who = [*clause.subjects, *others]
    if (own := _own_subjects(scene, clause)) and not set(own) & set(who):
        who, status = own, "hypothetical"
    for member in scene.all_agents(who):
        yield from _edges(scene, clause.predicate, member, groups, status, "memberships.verb")


def _own_subjects(scene: Scene, clause: Clause) -> list[int]:
    """Return who joins in "a veto over Chad and Mali joining the Union", which the parse gave to the main verb."""
    tree, i = scene.tree, clause.predicate
    if tree.tag[i] != "VBG" or clause.relation not in ("advcl", "acl", "xcomp") or tree.pos[i - 1] != "PROPN":
        return []
    head = i - 1
    while tree.dep[head] in ("flat", "compound", "conj"):
        head = tree.head[head]
    return tree.conjuncts(head) if tree.preposition(head) in ("over", "to", "of", "about", "against") else []


def _groups(scene: Scene, token: int) -> list[str]:
    """Return the bodies at ``token``, named or told by a common noun and what they are of."""
    found = _bodies(scene, token)
    tree = scene.tree
    told = tree.lemma[token] in TEAMS and tree.tag[token] == "NN"
    if found or not told or not tree.children(token, "nmod", "compound", "amod", "nmod:poss"):
        return found
    return [scene.phrases.keep("Organization", scene.phrases.label(token), tree.lemma[token])]


def _bodies(scene: Scene, token: int) -> list[str]:
    return [
        e
        for i in scene.tree.conjuncts(token)
        for e in scene.linked(i) or _described(scene, i)
        if scene.kind(e) in OBJECTS["memberOf"] - {"ArmedGroup"}
    ]


def _described(scene: Scene, token: int) -> list[str]:
    """Return the body of "the OPEC oil cartel", "the NATO alliance": its name, and what it is."""
    tree = scene.tree
    if tree.lemma[token] not in BLOCS or tree.tag[token] != "NN":
        return []
    named = [e for kid in tree.children(token, "compound") for e in scene.linked(kid)]
    return [e for e in named if scene.kind(e) == "InternationalOrganization"] if len(named) == 1 else []


def _edges(scene: Scene, token: int, member: str, groups: list[str], status: Status, rule: str) -> Iterator[Assertion]:
    clause = scene.reading.governing(token)
    speaker = scene.speaker(clause) if clause is not None else None
    joined = clause is not None and clause.predicate == token and clause.kind == "verb"
    date = scene.date(clause) if joined and clause is not None else scene.near(token)
    for group in dict.fromkeys(groups):
        if group != member and scene.kind(member) in AGENTS:
            yield scene.assertion(
                member, "memberOf", group, scene.cite(token, rule, 0.75), status=status, speaker=speaker, date=date
            )
