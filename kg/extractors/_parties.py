"""Who is behind an act, and whom it is meant for, where its own clause does not name them."""

from __future__ import annotations

from kg.clauses import Clause
from kg.extractors._addressed import consulted, menaced, own
from kg.extractors._doers import authors, fellow_voters, heralded, is_source, unnamed
from kg.extractors._edges import PROPERTY
from kg.extractors._frames import best, fill
from kg.extractors._helped import beneficiaries, helped
from kg.extractors._met import JUDGED, behind
from kg.extractors._pairs import adversary, other, pair
from kg.extractors._places import SITES
from kg.extractors._protested import confronted, culprits, states
from kg.extractors._scene import AGENTS, ORGANIZATIONS, Scene
from kg.lexicon import Frame

THANKING = frozenset({"gratitude", "thank", "thanks", "appreciation"})
# What is rejected by these words is what somebody said before.
CALLING = {
    "Accuse": frozenset({"accusation", "charge", "allegation", "criticism", "claim", "complaint"}),
    "Request": frozenset({"demand", "appeal", "request", "call", "plea", "ultimatum"}),
    "Agree": frozenset({"offer", "proposal"}),
    "Threaten": frozenset({"threat", "warning"}),
}
# How far back it was said, in words.
BEFORE = 80
ANSWERING = frozenset("respond retaliate react reply answer".split())
DECLINING = frozenset({"decline", "refuse"})
BLAMING = frozenset(
    "condemn criticize criticise denounce blame accuse deplore censure sanction punish attack rebuke threaten".split()
)
USING = frozenset(
    "use leverage employ utilize utilise harness exploit tap deploy enlist mobilize mobilise engage".split()
)
# "hit targets in Chad": Chad is hit.
TARGETS = frozenset("target position base site facility infrastructure area outpost depot installation".split())


def doers(
    scene: Scene, clause: Clause, frame: Frame, actors: list[int], recipients: list[int]
) -> tuple[list[str], bool]:
    """Return who acts, and whether they are known only from announcing the act."""
    raided = frame.type == "Assault" and clause.kind == "noun"
    actors = [i for i in actors if not (raided and is_source(scene, i))]
    who = heralded(scene, clause) or authors(scene, clause) or [*scene.all_agents(actors), *means(scene, clause, frame)]
    who += [a for a in fellow_voters(scene, clause) if who and a not in who]
    if not who and clause.speaker >= 0 and any(scene.tree.lower[i] in ("we", "i") for i in actors):
        who = scene.speakers(clause)
    if not who and clause.status == "negated":
        who = [n for n in (scene.phrases.nobody(i) for i in actors) if n is not None]
    if not who and frame.type == "Assault":
        within = [head for prep, head in clause.obliques if prep in ("in", "during", "by") and clause.passive]
        who = attackers(scene, [*actors, *clause.subjects, *within])
    if frame.mode == "expel":
        # "Three Chilean envoys were expelled from the country": not by Chile.
        who = [a for a in who if not any(a in scene.phrases.owners(i) for i in recipients)]
    carrier = scene.reading.clauses[clause.light] if clause.light >= 0 else clause
    if not who and "agrees" in (frame.property, PROPERTY[frame.type]) and clause.passive:
        who = warring(scene, clause.objects)
    if not who and clause.kind == "noun":
        # "the minister conveyed Chad's condemnation", whoever the minister is
        fillers = ([i for i in fill(scene, clause, (slot,)) if not is_source(scene, i)] for slot in frame.actor)
        others = (scene.all_agents(found) for found in fillers)
        who = next((found for found in others if found), [])
    who = who or fighting(scene, clause) or unnamed(scene, clause, frame)
    announced = announcer(scene, clause, frame) if not who and carrier.passive else []
    return who or announced, bool(announced)


# "captured the town after a battle with rebels", "killed ten in a raid on the town"
BATTLES = frozenset("battle clash fight firefight gunfight shootout skirmish fighting combat exchange".split())
RAIDS = frozenset("attack raid assault ambush bombing airstrike offensive".split())


def fighting(scene: Scene, clause: Clause) -> list[str]:
    """Return who had the "clashes with rebels" after which they did something hostile, or did it in a raid."""
    verb = scene.reading.clauses.get(scene.tree.head[clause.predicate])
    done = best(scene, verb) if verb is not None and verb.kind == "verb" and clause.kind == "noun" else None
    if verb is None or done is None or verb.status != "actual":
        return []
    prep = scene.tree.preposition(clause.predicate)
    fought = clause.lemma in BATTLES and prep in ("after", "following", "in", "during", "amid")
    raided = clause.lemma in RAIDS and prep in ("in", "during") and done.type == "Assault"
    if not raided and not (fought and done.type in ("Assault", "Coerce", "Retreat", "Mobilize")):
        return []
    groups = (scene.phrases.group(i, bare=True) for i in verb.subjects)
    return scene.all_agents(verb.subjects) or [g for g in groups if g is not None]


def losers(scene: Scene, clause: Clause, tokens: list[int]) -> list[str]:
    """Return from whom "towns" are captured, or whose "Syrian villages" are that are shelled."""
    found = scene.all_agents(head for prep, head in clause.obliques if prep == "from")
    sites = [i for i in tokens if scene.tree.lemma[i] in SITES]
    before = (k for i in sites for k in range(scene.tree.left[i], i) if scene.linked(k))
    homes = (scene.host_state(kid) for kid in before)
    return found or [h for h in homes if h is not None][:1]


SEATS = frozenset({"embassy", "consulate", "mission"})
BORDERS = frozenset({"border", "frontier", "boundary"})
CONFLICTS = frozenset("war conflict fighting fight hostility dispute clash violence row quarrel feud".split())


def warring(scene: Scene, tokens: list[int]) -> list[str]:
    """Return between whom "a deal to end the war between them" was signed."""
    tree = scene.tree
    inside = [i for token in tokens for i in range(tree.left[token], tree.right[token] + 1)]
    for i in inside:
        if tree.lemma[i] in CONFLICTS:
            found = scene.all_agents(
                a
                for k in tree.children(i, "nmod", "obl")
                if tree.preposition(k) == "between"
                for a in tree.conjuncts(k)
            )
            if len(found) > 1:
                return found
    return []


def targets(
    scene: Scene, clause: Clause, frame: Frame, who: list[str], recipients: list[int], themes: list[int]
) -> list[str]:
    """Return whom the act of ``who`` is done to."""
    tree = scene.tree
    if clause.lemma == "warn" and not clause.objects and any(tree.lemma[i] in ANSWERING for i in clause.complements):
        # "warned that Chad would respond": Chad threatens. Whom, the answer itself tells.
        return []
    if clause.lemma in DECLINING and any(tree.lemma[i] in BLAMING for i in clause.complements):
        # "declined to condemn Chad": that is no rejection of Chad.
        return []
    # "warned that we will not wait": who warns does not mean himself.
    recipients = [i for i in recipients if tree.lower[i] not in ("we", "i")]
    whom = scene.all_agents(recipients) or spoken_of(scene, clause, recipients)
    whom = whom or [a for i in recipients for a in (pair(scene, i, who) or other(scene, i, who))]
    if not whom and frame.type in ("Request", "Threaten"):
        slots = [fill(scene, clause, (slot,)) for slot in frame.recipient]
        whom = next((found for told in slots if (found := scene.all_agents(told))), [])
        if not whom and frame.type == "Threaten":
            whom = menaced(scene, clause, who, [*(i for told in slots for i in told), *clause.objects])
        whom = whom or own(scene, who, recipients)
    if frame.mode == "expel":
        # "expelled the Chilean envoy": it is his State that is told to withdraw him.
        whom = [a for i in recipients for a in scene.phrases.owners(i)] or whom or expelled_before(scene, clause)
    if frame.property == "protests" and clause.indirect:
        # "handed the Chilean envoy a protest note": it is meant for his State.
        whom = [a for i in recipients for a in scene.phrases.owners(i)] or whom
    if not whom and frame.type == "Reject":
        whom = replied_to(scene, clause, who, [*themes, *recipients])
    if not set(whom) - set(who) and "aids" in (frame.property, PROPERTY[frame.type]):
        whom = beneficiaries(scene, clause, recipients) or helped(scene, clause, recipients)
    if not whom and frame.type in JUDGED:
        whom = behind(scene, [*themes, *recipients])
    if not whom and clause.lemma in THANKING:
        whom = loose(scene, [*recipients, *themes])[:1]
    if not whom and any(tree.lemma[i] in SEATS for i in clause.objects):
        # "reopened its embassy in Tripoli"
        homes = (scene.host_state(i) for i in recipients if scene.places(i))
        whom = [home for home in homes if home is not None and home not in who]
    if not whom and frame.type in ("Mobilize", "Retreat"):
        whom = beyond(scene, [*recipients, *clause.objects], who)
    if not whom and frame.type == "Concede":
        whom = demanding(scene, recipients)
    if frame.type == "Protest":
        whom = states(scene, recipients) or whom or culprits(scene, recipients) or confronted(scene, clause)
    if not whom and "protests" in (frame.property, PROPERTY[frame.type]):
        whom = consulted(scene, clause)
    convicted = frame.mode == "convict"
    if not whom and not convicted and (frame.type == "Sanction" or (frame.type in EASING and clause.lemma in LIFTING)):
        # "tariffs on Indian cars", "an embargo on Iranian oil", "lifted a ban on Chilean fruit"
        whom = [a for a in loose(scene, recipients)[:1] if scene.kind(a) in ("State", "InternationalOrganization")]
    if not whom and frame.type == "Sanction" and frame.mode in ("discontinue", "withdraw") and not recipients:
        whom = adversary(scene, clause.predicate, who) if len(who) == 1 else []
    if clause.speaker > clause.predicate and clause.speaker in recipients:
        # ", Ana Soto said" at the end may look like one more of whom it is done to.
        whom = [a for a in whom if a not in scene.agents(clause.speaker) or a in who]
    return list(dict.fromkeys(whom))


EASING = frozenset({"Retreat", "Concede"})
LIFTING = frozenset("lift ease remove lifting easing removal relax loosen suspend waive scrap end abolish".split())
WANTED = frozenset("demand request pressure appeal call insistence wish ultimatum plea proposal threat".split())


def beyond(scene: Scene, tokens: list[int], who: list[str]) -> list[str]:
    """Return who is on the other side: "sent troops to the border with Chad", "to the Chadian border"."""
    tree = scene.tree
    borders = [i for i in tokens if tree.lemma[i] in BORDERS]
    sides = [k for i in borders for k in tree.children(i, "nmod") if tree.preposition(k) in ("with", "of")]
    sides += [k for i in borders for k in tree.children(i, "amod", "nmod:poss", "compound")]
    return [a for a in scene.all_agents(a for k in sides for a in tree.conjuncts(k)) if a not in who]


def demanding(scene: Scene, tokens: list[int]) -> list[str]:
    """Return who wants what is yielded to: "bowed to a demand by Chad", "gave in to Malian pressure"."""
    tree = scene.tree
    wanted = [i for i in tokens if tree.lemma[i] in WANTED]
    owners = [k for i in wanted for k in tree.children(i, "nmod:poss", "amod", "compound")]
    owners += [k for i in wanted for k in tree.children(i, "nmod") if tree.preposition(k) in ("from", "of", "by")]
    heads = [a for k in owners for a in tree.conjuncts(k)]
    homes = (scene.host_state(i) for i in heads)
    groups = (scene.phrases.group(i, bare=True) for i in heads)
    return scene.all_agents(heads) or [h for h in homes if h] or [g for g in groups if g]


def attackers(scene: Scene, tokens: list[int]) -> list[str]:
    """Return who carried out "an attack by rebels", or laid "a mine planted by rebels", that killed somebody."""
    for token in tokens:
        if scene.tree.lemma[token] in WEAPONS:
            verbs = [scene.reading.clauses[k] for k in scene.tree.children(token, "acl") if k in scene.reading.clauses]
            found = scene.all_agents(s for verb in verbs if verb.lemma in USED for s in verb.subjects)
            if found:
                return found
        noun = scene.reading.clauses.get(token)
        frame = best(scene, noun) if noun is not None and noun.kind == "noun" else None
        if noun is not None and frame is not None and frame.type == "Assault":
            return scene.all_agents(fill(scene, noun, frame.actor))
    return []


WEAPONS = frozenset("bomb mine missile rocket drone mortar shell device grenade landmine explosive".split())
USED = frozenset("plant lay fire launch throw set detonate place send drop hurl".split())

COUNTED = frozenset("two three four five six seven eight nine ten eleven twelve dozen pair group".split())
# How far back people may have been spoken of who are "the dozen" now.
SPOKEN = 60


def spoken_of(scene: Scene, clause: Clause, tokens: list[int]) -> list[str]:
    """Return whose people "accused the dozen of spying" means: those whom the last act was done to."""
    tree = scene.tree
    for token in tokens:
        plain = not tree.children(token, "acl", "acl:relcl", "amod", "compound")
        plain = plain and not any(tree.tag[k] in ("NNS", "NNP", "NNPS") for k in tree.children(token, "nmod"))
        if not plain or not any(tree.lower[k] in ("the", "these", "those") for k in tree.children(token, "det")):
            continue
        for at, lemma, whom in reversed(scene.affected[-3:]):
            near = 0 < clause.predicate - at < SPOKEN
            if near and (tree.lemma[token] in COUNTED or tree.tag[token] == "CD" or tree.lemma[token] == lemma):
                return list(whom)
    return []


def expelled_before(scene: Scene, clause: Clause) -> list[str]:
    """Return whose envoys "expelled four" means: whose were sent home last."""
    last = next((c for c in reversed(scene.affected) if c[1] in ENVOYS), None)
    return list(last[2]) if last is not None and 0 < clause.predicate - last[0] < SPOKEN else []


ENVOYS = frozenset("diplomat envoy ambassador attaché attache official consul employee staff".split())
ANNOUNCING = frozenset({"State", "GovernmentBody", "InternationalOrganization"})


def announcer(scene: Scene, clause: Clause, frame: Frame) -> list[str]:
    """Return who announces that "three envoys are being expelled" or "sanctions were imposed": it is their act."""
    speaker = scene.speaker(clause) if frame.mode == "expel" or frame.type == "Sanction" else None
    if speaker is None or clause.status not in ("actual", "planned"):
        return []
    acting = [speaker] if scene.kind(speaker) in ANNOUNCING else sorted(scene.homes(speaker))[:1]
    # "Three of our envoys were expelled, Chad said."
    theirs = scene.all_agents([*clause.objects, *(head for _, head in clause.obliques)])
    theirs += [a for i in clause.objects for a in scene.phrases.owners(i)]
    return [a for a in acting if a not in theirs and not scene.side(a) & set(theirs)]


# How many words after a meeting who was told something there was told it by the other party.
NEAR = 120


def counterpart(scene: Scene, token: int, addressed: list[str]) -> str | None:
    """Return who tells "the American side" something at ``token``: the other party of the last meeting with it."""
    last = scene.last_encounter(token)
    if last is None or token - last.token > NEAR or not addressed:
        return None
    theirs = [p for p in last.parties if p in addressed or (scene.homes(p) | scene.side(p)) & set(addressed)]
    # "summoned the American ambassador": the person without a name is theirs.
    theirs = theirs or [p for p in last.parties if scene.kind(p) == "Person" and not scene.homes(p)]
    others = [p for p in last.parties if p not in theirs]
    return others[0] if theirs and len(others) == 1 else None


def replied_to(scene: Scene, clause: Clause, who: list[str], tokens: list[int]) -> list[str]:
    """Return whose accusation, demand or offer "the accusation", "the appeal" is: who made the last one before."""
    tree = scene.tree
    for token in tokens:
        kinds = [kind for kind, words in CALLING.items() if tree.lemma[token] in words]
        definite = any(tree.lower[kid] in ("the", "this", "these") for kid in tree.children(token, "det"))
        if kinds and definite and tree.child(token, "nmod", "acl", "ccomp") is None:
            near = [c for c in scene.calls if c[1] in kinds and 0 < clause.predicate - c[0] < BEFORE]
            own = {*who, *(h for a in who for h in scene.homes(a))}
            mine = [c for c in near if set(c[3]) & own] or near
            # What several have said is "the criticism" of them all.
            mine = mine if len({c[2] for c in mine}) == 1 else []
            if mine:
                return list(mine[-1][2])
    return []


def means(scene: Scene, clause: Clause, frame: Frame) -> list[str]:
    """Return the organizations through which a threat is fought: "use the resources of the UN to counter terrorism"."""
    governor = scene.reading.clauses.get(clause.governor)
    if frame.property != "addresses" or governor is None or governor.lemma not in USING:
        return []
    tree = scene.tree
    inside = [i for head in governor.objects for i in range(tree.left[head], tree.right[head] + 1)]
    found = [e for i in inside for e in scene.linked(i) if scene.kind(e) in ORGANIZATIONS]
    return list(dict.fromkeys(found))


def loose(scene: Scene, tokens: list[int]) -> list[str]:
    """Return whom phrases concern that are no named party: "Palestinian detainees", "refugees in Chad".

    The first entities inside the first phrase that has any; a place counts as its State. Good enough for the roles
    of an event, not for a direct edge.
    """
    for token in tokens:
        found = [e for i in range(scene.tree.left[token], scene.tree.right[token] + 1) for e in scene.linked(i)]
        owners = [e if scene.kind(e) != "Place" else scene.gazetteer.state_of(e) for e in found]
        agents = [e for e in owners if e is not None and e in scene.entities and scene.kind(e) in AGENTS]
        if agents:
            return list(dict.fromkeys(agents))[:2]
    return []


def is_mutual(scene: Scene, token: int) -> bool:
    """Return whether ``token`` heads "each other" or "one another", or is "a diplomat of the other"."""
    tree = scene.tree
    if any(tree.lower[kid] == "other" and tree.preposition(kid) == "of" for kid in tree.children(token, "nmod")):
        return True
    inside = range(tree.left[token], tree.right[token])
    if any(tree.lower[k] == "each" and tree.lower[k + 1] == "other" and tree.tag[k + 2] == "POS" for k in inside):
        # "all of each other's diplomats"
        return True
    return tree.lower[token] in ("each", "one", "other", "another") and any(
        tree.lower[i] in ("other", "another") and tree.lower[i - 1] in ("each", "one")
        for i in (token, token + 1)
        if i < len(tree)
    )
