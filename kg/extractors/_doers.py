"""Who acts where no subject says so: "a raid by Chad", "Chadian troops were withdrawn", "the arrest in Lome of …"."""

from __future__ import annotations

from kg.clauses import Clause
from kg.extractors._frames import best, fill
from kg.extractors._issued import issuers
from kg.extractors._scene import Scene
from kg.lexicon import Frame

UTTERED = frozenset({"Accuse", "Support", "Reject", "Request"})
# Acts that the authorities of the place do: "was arrested in Lome", "the expulsion from Lome of two envoys".
LOCAL = {"arrest": ("in", "at"), "expel": ("from",), "deport": ("from",)}
# Whose State helps by them: "Swedish engineers rebuilt the bridge".
SKILLED = frozenset(
    "engineer doctor medic nurse surgeon rescuer technician firefighter expert team instructor trainer adviser advisor "
    "aircraft plane helicopter ship vessel crew unit contingent".split()
)
HELPERS = frozenset({"State", "Organization", "InternationalOrganization", "GovernmentBody"})
# What the forces of a State do at home.
DOMESTIC = frozenset({"Coerce", "Assault", "Sanction"})
# What bodies say by their resolutions.
RESOLVED = frozenset({"resolution"})
WRITTEN = frozenset("statement communique communiqué declaration letter note message telegram report".split())
VOTING, SIDING = frozenset({"vote", "abstain"}), frozenset({"side", "join"})
ADOPTING = frozenset({"adopt", "pass", "approve"})
ADOPTERS = frozenset({"InternationalOrganization", "GovernmentBody", "Organization"})
POLICE = frozenset(
    "police policeman authority soldier army military troop troops gendarme junta prosecutor court judge magistrate "
    "officer official tribunal customs".split()
)
INSIDE = frozenset({"in", "at", "near", "outside", "across", "around"})
# What else than forces is ordered about by its State.
MOVED = frozenset({"Mobilize", "Retreat"})


def authors(scene: Scene, clause: Clause) -> list[str]:
    """Return whose act a noun names, which a verb speaks of: Libya in "arranged the release of the crew by Libya"."""
    if clause.kind != "noun" or clause.light < 0:
        return []
    tree = scene.tree
    named = [i for i in clause.possessors if tree.dep[i] == "nmod:poss" and tree.tag[i] not in ("PRP$", "PRP")]
    if named and any(frame.type in UTTERED for frame in scene.lexicon.frames("noun", clause.lemma)):
        # "The envoy conveyed Chad's condemnation."
        return scene.all_agents(named)
    if scene.reading.clauses[clause.light].passive:
        return []
    # "Chad voiced condemnation of the raid by Mali": Mali raided.
    if any(prep == "of" and scene.reading.clauses.get(head) is not None for prep, head in clause.obliques):
        return []
    return scene.all_agents(fill(scene, clause, ("prep:by", "prep:of>prep:by")))


# Adjectives of a part of a country, from which others may attack.
PARTS = frozenset("southern northern eastern western central".split())


def is_source(scene: Scene, token: int) -> bool:
    """Return whether ``token`` is where an attack came from rather than whose it was: "launched from Lebanon"."""
    tree = scene.tree
    if tree.preposition(token) != "from":
        return False
    launched = tree.dep[token] == "obl" and tree.dep[tree.head[token]] in ("acl", "acl:relcl")
    return launched or any(tree.lower[kid] in PARTS for kid in tree.children(token, "amod"))


HERALDING = frozenset({"announce", "proclaim", "declare", "unveil", "confirm"})


def heralded(scene: Scene, clause: Clause) -> list[str]:
    """Return between whom what a third announces is: "Egypt announced a truce between Chad and Mali"."""
    tree = scene.tree
    verb = clause if clause.kind == "verb" else scene.reading.clauses.get(clause.light)
    if verb is None or verb.lemma not in HERALDING:
        return []
    pacts = clause.objects if clause.kind == "verb" else [clause.predicate]
    inside = [kid for i in pacts for kid in tree.children(i, "nmod") if tree.preposition(kid) == "between"]
    found = scene.all_agents(i for kid in inside for i in tree.conjuncts(kid))
    heralds = scene.all_agents(verb.subjects)
    own = {a for herald in heralds for a in (herald, *scene.homes(herald), *scene.side(herald))}
    return found if len(found) > 1 and not own & set(found) else []


def herald(scene: Scene, clause: Clause) -> str | None:
    """Return who announces what others have agreed, None if nobody does."""
    verb = clause if clause.kind == "verb" else scene.reading.clauses.get(clause.light)
    return next(iter(scene.all_agents(verb.subjects)), None) if verb and heralded(scene, clause) else None


def unnamed(scene: Scene, clause: Clause, frame: Frame) -> list[str]:
    """Return who is behind an act that no phrase gives to anybody."""
    if frame.type in MOVED and clause.passive and not clause.subjects:
        return movers(scene, clause)
    if frame.type in UTTERED and clause.kind == "verb" and (said := fill(scene, clause, frame.actor)):
        return (adopters(scene, said) if not clause.passive else []) or writers(scene, said)
    if clause.lemma in ADOPTING and clause.passive and not clause.subjects:
        return adopters(scene, clause.objects)
    if frame.type == "Assault" and clause.passive and not clause.subjects and (found := killers(scene, clause)):
        return found
    if frame.type == "Aid":
        return helpers(scene, fill(scene, clause, frame.actor))
    if frame.type in DOMESTIC and clause.subjects:
        return authorities(scene, clause, fill(scene, clause, frame.actor))
    if frame.mode in LOCAL and not clause.subjects:
        theirs = {a for i in fill(scene, clause, frame.recipient) for a in scene.phrases.owners(i)}
        return [a for a in local(scene, clause, LOCAL[frame.mode]) if a not in theirs]
    return []


def fellow_voters(scene: Scene, clause: Clause) -> list[str]:
    """Return with whom somebody voted: Peru in "Chad sided with Peru in voting against the text"."""
    verb = scene.reading.clauses.get(clause.governor) if clause.lemma in VOTING and clause.relation == "advcl" else None
    if verb is None or verb.lemma not in SIDING:
        return []
    return scene.all_agents([*verb.objects, *(head for prep, head in verb.obliques if prep == "with")])


def adopters(scene: Scene, tokens: list[int]) -> list[str]:
    """Return whose "resolution" demands or was passed: "Security Council Resolution 9", "a text adopted by NATO"."""
    tree = scene.tree
    for token in (i for i in tokens if tree.lemma[i].lower() in RESOLVED):
        owners = tree.children(token, "nmod:poss", "compound")
        owners += [k for k in tree.children(token, "nmod") if tree.preposition(k) in ("of", "by")]
        adopted = (scene.reading.clauses[k] for k in tree.children(token, "acl", "acl:relcl"))
        passed = (c for c in adopted if c.lemma in ADOPTING and c.passive)
        found = scene.all_agents([*owners, *(i for c in passed for i in c.subjects)])
        if found := [a for a in found if scene.kind(a) in ADOPTERS]:
            return found
    return []


def writers(scene: Scene, tokens: list[int]) -> list[str]:
    """Return whose "statement" condemns: "a Kremlin statement", "a letter from Chad", "a joint note by both"."""
    tree = scene.tree
    for token in (i for i in tokens if tree.lemma[i] in WRITTEN):
        own = tree.children(token, "nmod:poss", "compound", "amod")
        own += [k for k in tree.children(token, "nmod") if tree.preposition(k) in ("by", "from", "of")]
        own += issuers(scene.reading, token)
        if found := scene.all_agents(i for k in own for i in tree.conjuncts(k)):
            return found
    return []


def killers(scene: Scene, clause: Clause) -> list[str]:
    """Return whose attack somebody was hurt by: "ten people were killed when Chadian jets hit the port"."""
    tree = scene.tree
    for kid in tree.children(clause.predicate, "advcl"):
        told = scene.reading.clauses.get(kid)
        words = {tree.lower[k] for k in tree.children(kid, "mark", "advmod")}
        if told is not None and words & {"when", "as", "after"} and told.status == clause.status == "actual":
            frame = best(scene, told)
            if frame is not None and frame.type == "Assault":
                actors = fill(scene, told, frame.actor)
                groups = (scene.phrases.group(i, bare=True) for i in actors)
                return scene.all_agents(actors) or [g for g in groups if g is not None]
    return []


def authorities(scene: Scene, clause: Clause, tokens: list[int]) -> list[str]:
    """Return the State whose "police" or "army" acts at the place that ``clause`` names."""
    tree = scene.tree
    plain = [i for i in tokens if tree.lemma[i] in POLICE and not tree.children(i, "amod", "nmod:poss", "acl")]
    own = [(tree.preposition(kid), kid) for i in plain for kid in tree.children(i, "nmod")]
    if not plain or len(plain) < len(tokens) or any(prep not in INSIDE for prep, _ in own):
        return []
    near = [*own, *clause.obliques]
    inside = [kid for i in clause.objects for kid in range(i + 1, tree.right[i] + 1) if tree.dep[kid] == "nmod"]
    near += [(tree.preposition(kid), kid) for kid in inside]
    near = [(prep, head) for prep, head in near if prep in INSIDE and tree.pos[head] != "PRON"]
    homes = (scene.host_state(i) for _, head in near for i in sited(scene, head))
    return [home for home in homes if home is not None][:1]


def movers(scene: Scene, clause: Clause) -> list[str]:
    """Return whose forces are moved: "Chadian troops were withdrawn"."""
    tree = scene.tree
    forces = [i for i in clause.objects if "force" in scene.lexicon.noun_class(tree.lemma[scene.phrases.part(i)])]
    return scene.all_agents(forces)


def helpers(scene: Scene, tokens: list[int]) -> list[str]:
    """Return whose "engineers", "teams from Cuba" and "doctors sent by Chad" help."""
    tree = scene.tree
    for token in (i for i in tokens if tree.lemma[i] in SKILLED):
        owners = [kid for kid in tree.children(token, "amod", "compound", "nmod:poss") if scene.linked(kid)]
        owners += [kid for kid in tree.children(token, "nmod") if tree.preposition(kid) in ("from", "of")]
        found = [a for i in owners for k in tree.conjuncts(i) for a in scene.linked(k) if scene.kind(a) in HELPERS]
        sent = (scene.reading.clauses[i] for i in tree.children(token, "acl") if i in scene.reading.clauses)
        found += [a for clause in sent if clause.passive for a in scene.all_agents(clause.subjects)]
        if found:
            return list(dict.fromkeys(found))
    return []


def local(scene: Scene, clause: Clause, prepositions: tuple[str, ...]) -> list[str]:
    """Return the State whose authorities act at the place that ``clause`` names."""
    if clause.kind == "verb" and not clause.passive:
        return []
    told = [i for prep, head in clause.obliques if prep in prepositions for i in sited(scene, head)]
    found = next((home for i in told if scene.places(i) and (home := scene.host_state(i)) is not None), None)
    return [found] if found is not None else []


def sited(scene: Scene, token: int) -> list[int]:
    """Return what may name the place of ``token``: itself, "Lome" of "Lome airport", or of "the airport of Lome"."""
    return [token, *scene.tree.children(token, "compound", "nmod")]
