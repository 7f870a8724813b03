"""What a clause tells under its frame: who does what to whom, about what and where."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.clauses import Clause
from kg.extractors._addressed import consulted
from kg.extractors._edges import PROPERTY, SYMMETRIC
from kg.extractors._frames import fill
from kg.extractors._helped import is_purpose
from kg.extractors._objects import JUDGING, described, nodes
from kg.extractors._parties import LIFTING, TARGETS, doers, is_mutual, loose, losers, targets
from kg.extractors._places import SPOTTED, site, spot, terrain
from kg.extractors._played import player
from kg.extractors._protested import crowds, states
from kg.extractors._references import DEFINITE, SAME, agreed, authors, judged, last_agreement, spoken_of, tabled
from kg.extractors._refusals import is_refused
from kg.extractors._scene import Scene
from kg.extractors._vessels import vessel
from kg.lexicon import Frame

# Edges that may lead to people without a name: "28 civilians", "ten diplomats".
GENERIC = frozenset({"assaults", "coerces", "retreats", "sanctions", "aids", "supports", "criticizes", "requests"})
STATELY = frozenset({"government", "country", "state", "nation", "authority"})
# "Chad and Mali traded accusations": each other's.
TRADING = frozenset({"trade", "exchange", "swap"})
# What people without a name do: "rebels captured the town".
VIOLENT = frozenset({"assaults", "coerces", "protests"})
# What people without a name may say: "some Pacific leaders condemned the plan".
UTTERED = frozenset({"supports", "criticizes", "rejects", "requests"})
GUNMEN = frozenset("gunman rebel militant insurgent fighter soldier guerrilla separatist militiaman raider".split())
FIGHTING = VIOLENT | {"retreats"}
# What several without a name do together: "seven of the nine members adopted the text".
SHARED = frozenset({"agrees", "aids", "addresses"})
DEPUTIES = frozenset("senator lawmaker legislator parliamentarian congressman politician".split())
# Who asks for these has none yet to support.
HELP = frozenset(
    "help aid assistance support money fund donation loan relief backing bailout mediation dollar euro pound yen "
    "million billion".split()
)
# Acts that several who do them do with each other; pledges and acceptances each makes for itself.
JOINT = frozenset(
    "agree|sign|reach|conclude|strike|have|hammer out|clinch|seal|finalize|finalise|ink|initial|initialize|work out|"
    "come|compromise|form|make|thrash out|enter|extend|prolong|renew|settle|resolve|cut|arrange|announce|unveil|"
    "exchange|issue|release|publish|put out|secure|launch|ally|ratify|put|establish|restore|resume|"
    "normalize|normalise|upgrade".split("|")
)
SEALING = frozenset({"sign", "initial", "ratify"})
# "restored relations"
TYING = frozenset("establish restore resume normalize normalise upgrade".split())
YIELDING = frozenset({"Aid", "Cooperate", "Consult", "Support", "Retreat", "Concede", "Agree"})
FILING = frozenset({"lodge", "file", "submit", "complain", "bring", "protest"})
DRILLS = frozenset("drill exercise game maneuver manoeuvre patrol".split())
OFFERING = frozenset({"offer", "propose", "suggest", "table", "present", "submit", "put forward"})
FEUDING = frozenset("clash exchange battle fight fighting trade skirmish war firefight shootout spar quarrel".split())
WANTING = frozenset({"ask", "request", "seek"})
SHIELDING = frozenset({"protect", "safeguard", "defend", "preserve"})


@dataclass
class Act:
    """One act: its event type and edge, the words for its parties, and the nodes that these stand for.

    ``parties`` are all who act, also where ``who`` and ``whom`` share them out; ``announced``: they are known only
    from announcing the act.
    """

    clause: Clause
    frame: Frame
    kind: str
    predicate: str
    actors: list[int]
    recipients: list[int]
    themes: list[int]
    who: list[str]
    whom: list[str]
    announced: bool = False
    topics: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)

    @property
    def objects(self) -> list[str]:
        """Return what the act's edges lead to."""
        return list(dict.fromkeys([*self.whom, *self.topics, *self.places]))

    @property
    def offers(self) -> bool:
        """Return whether it puts something forward: who proposes a treaty is for it; agreed it is not yet."""
        return self.clause.lemma in OFFERING and not self.clause.complements and self.predicate == "supports"


def act_of(scene: Scene, clause: Clause, frame: Frame) -> Act:
    """Return the act of ``clause`` under ``frame``."""
    actors, recipients, themes = (fill(scene, clause, slots) for slots in (frame.actor, frame.recipient, frame.theme))
    who, announced = doers(scene, clause, frame, actors, recipients)
    if frame.type == "Protest":
        who = [a for a in who if a not in crowds(scene, actors)]
    if PROPERTY[frame.type] in JUDGING:
        # "praised the role that Mali plays"
        recipients = recipients or [i for k in themes if (i := player(scene, k)) != k]
        recipients, themes = ([judged(scene, i) for i in found] for found in (recipients, themes))
    whom = [agent for agent in targets(scene, clause, frame, who, recipients, themes) if agent not in who]
    traded = clause.lemma in TRADING and frame.type == "Accuse"
    if len(who) > 1 and (traded or any(is_mutual(scene, i) for i in (*recipients, *clause.objects))):
        whom = list(who)
    if frame.type == "Accuse" and clause.lemma in FILING:
        whom = accused(scene, whom, themes)
    kind = type_of(scene, clause, frame, who, actors)
    if kind in ("Request", "Threaten"):
        # Who demands the release of his own people demands it of others, and none threatens his own.
        whom = [a for a in whom if not any(a in scene.homes(w) for w in who if scene.kind(w) == "Person")]
    predicate = PROPERTY[kind] if kind != frame.type else frame.property or PROPERTY[kind]
    if clause.lemma in OFFERING and predicate == "agrees" and not clause.complements:
        predicate = "supports"
    act = Act(clause, frame, kind, predicate, actors, recipients, themes, who, whom, announced)
    act.topics = topics(scene, act)
    act.places = places(scene, act)
    if predicate == "assaults" and not act.whom and not act.places:
        act.whom = [a for a in losers(scene, clause, recipients) if a not in who]
    if predicate in SPOTTED and not act.whom and not act.places:
        act.places = [p for p in (spot(scene, i) for i in recipients) if p is not None]
        if not act.places and predicate != "assaults" and act.who:
            act.places = [p for p in (terrain(scene, i) for i in recipients) if p is not None]
    if predicate == "criticizes" and clause.lemma == "speak" and not act.objects:
        # "Chad condemned the raid. Mali spoke of piracy."
        at, same, told = scene.judged[-1] if scene.judged else (0, "", ())
        act.topics = list(told) if same == predicate and 0 < clause.predicate - at < SAME else []
    elif predicate == "criticizes" and not act.objects:
        act.whom = [a for i in (*recipients, *themes) for a in authors(scene, i) if a not in who]
    share(scene, act)
    generalize(scene, act)
    act.parties = act.parties or list(act.who)
    if predicate == "requests" and not act.whom and clause.kind == "verb":
        wish(scene, act)
    return act


def accused(scene: Scene, whom: list[str], themes: list[int]) -> list[str]:
    """Return whose "Israeli raids" a complaint to the United Nations is about, which is no complaint about these."""
    if not whom or any(scene.kind(a) != "InternationalOrganization" for a in whom):
        return whom
    owners = [k for i in themes for k in scene.tree.children(i, "nmod:poss", "amod", "compound")]
    owners += [k for i in themes for k in scene.tree.children(i, "nmod") if scene.tree.preposition(k) == "by"]
    return scene.all_agents(owners)


def is_told(scene: Scene, act: Act) -> bool:
    """Return whether enough is known of ``act``: a party, and that it is no mere purpose."""
    # "gave ten million dollars to support refugees": that is aid.
    purpose = act.predicate == "supports" and is_purpose(scene, act.clause)
    done = act.clause.status == "actual" and bool(loose(scene, act.actors))
    return bool(act.who or act.whom or done) and not purpose


def topics(scene: Scene, act: Act) -> list[str]:
    """Return the issues, agreements and events that ``act`` is about."""
    clause, predicate = act.clause, act.predicate
    told = [i for i in (*act.themes, *act.recipients) if i != clause.predicate]
    if predicate == "agrees" and clause.kind == "noun" and len(act.who) > 1:
        # "A truce between Chad and Mali": both have agreed it.
        told.append(clause.predicate)
    elif predicate == "agrees":
        told += [i for i in clause.objects if "agreement" in scene.lexicon.noun_class(scene.tree.lemma[i])]
    meant = predicate not in ("agrees", "addresses") and act.kind not in ("Protest", "Accuse") and not act.offers
    if act.whom and meant:
        # "congratulated Mali on the vote": Mali is whom it is meant for.
        told = [i for i in told if i in act.recipients and not (act.kind == "Concede" and clause.lemma in LIFTING)]
    if predicate == "agrees":
        told = [agreed(scene, i) for i in told]
    if clause.lemma == "accuse" and act.whom:
        # "accused Mali of an attack": what he deplores is Mali's.
        told = [i for i in told if "event" not in scene.lexicon.noun_class(scene.tree.lemma[i])]
    if act.kind == "Protest":
        # Who "marched for peace" is not against it; the State whose embassy it is stands for that.
        told = [i for i in told if scene.tree.preposition(i) != "for" and not states(scene, [i])]
    found = nodes(scene, told, predicate, act.who)
    if not found and not act.whom and (predicate in JUDGING or predicate == "agrees"):
        found = spoken_of(scene, clause, list(dict.fromkeys([*act.recipients, *act.themes])), predicate)
    if not found and not act.whom and predicate in JUDGING:
        found = described(scene, clause, told)
    if not found and predicate == "agrees" and clause.lemma in SEALING and not clause.objects:
        # "The envoys signed as well": what was signed before.
        found = [node for node in (last_agreement(scene, clause.predicate),) if node is not None]
    if not found and not act.whom and act.kind == "Reject" and not told:
        found = nodes(scene, tabled(scene, clause), predicate, act.who)
    return found


def places(scene: Scene, act: Act) -> list[str]:
    """Return the places that ``act`` is done to."""
    found = [p for i in act.recipients for p in scene.places(i) if scene.kind(p) == "Place"]
    if act.predicate == "assaults" and not act.whom and not found and (act.who or act.clause.kind != "noun"):
        found = [p for p in (site(scene, i) for i in act.recipients) if p is not None]
        if not found and any(scene.tree.lemma[i] in TARGETS for i in act.recipients):
            found = location(scene, act.clause)
        found = found or (_known_sites(scene, act) if act.who else [])
    return found


def _known_sites(scene: Scene, act: Act) -> list[str]:
    """Return "the airport" or "its embassy", where no more is said of it."""
    told = (site(scene, i, bare=True) for i in act.recipients if _is_told(scene, i))
    return [place for place in told if place is not None]


def _is_told(scene: Scene, token: int) -> bool:
    """Return whether "the airport" or "its embassy" at ``token`` is one that readers know."""
    return any(scene.tree.lower[kid] in DEFINITE for kid in scene.tree.children(token, "det"))


def wish(scene: Scene, act: Act) -> None:
    """Make what is asked of nobody, "demanded a ceasefire in the east", what is supported, unless it is help."""
    tree = scene.tree
    act.whom = [a for a in consulted(scene, act.clause) if a not in act.who]
    if act.whom or act.clause.lemma in WANTING:
        # Who "asked for asylum" wants it, and backs nothing.
        return
    wanted = [i for i in act.themes if tree.tag[i] in ("NN", "NNS", "NNP") and tree.lemma[i] not in HELP]
    found = nodes(scene, wanted, "supports", act.who)
    if found:
        act.predicate, act.topics = "supports", found


def share(scene: Scene, act: Act) -> None:
    """Share out among ``who`` and ``whom`` the several who do something with each other."""
    if act.predicate == "agrees" and len(act.who) == 1 and not act.whom and is_joint(act.clause):
        # "The government and rebel forces agreed to stop."
        act.who += people(scene, [i for i in act.actors if not scene.agents(i)])
    hostile = act.predicate in ("assaults", "criticizes")
    feud = act.clause.lemma in FEUDING and (
        act.clause.lemma in TRADING or all(scene.tree.lemma[i] in FEUDING for i in act.clause.objects)
    )
    # But "Chad and Mali fight piracy".
    if hostile and not act.whom and len(act.who) == 2 and feud:
        # "Chadian and Malian soldiers exchanged fire": each at the other.
        act.whom = list(act.who)
    act.parties = list(act.who)
    joint = act.predicate in SYMMETRIC and (act.predicate != "agrees" or is_joint(act.clause))
    if joint and not act.whom and len(act.who) > 1:
        act.who, act.whom = act.who[:1], act.who[1:]


def generalize(scene: Scene, act: Act) -> None:
    """Let people without a name act, or be acted on, where nobody else is told: "police beat demonstrators"."""
    doing = people(scene, act.actors, bare=True) if not act.who and act.predicate in FIGHTING else []
    if not act.whom and not act.places and act.predicate in GENERIC:
        told = act.recipients
        if act.predicate == "requests":
            # "demanded the release of two envoys" asks nothing of them.
            told = [i for i in told if scene.tree.head[i] in scene.reading.clauses and i not in act.themes]
            told = [i for i in told if scene.reading.clauses[scene.tree.head[i]].kind != "noun"]
        known = [i for i in told if act.predicate in VIOLENT or is_known(scene, i)]
        ships = (vessel(scene, i) for i in told if act.predicate in VIOLENT and (act.who or doing))
        act.whom = [ship for ship in ships if ship is not None] or people(scene, told)
        act.whom = act.whom or people(scene, known if act.who or doing else [], bare=True)
        if doing and not act.whom and act.predicate == "assaults":
            # "Gunmen seized the airport."
            act.places = _known_sites(scene, act)
    if act.objects and doing:
        act.who = doing
    if not act.who and act.predicate in UTTERED | SHARED and any(not o.startswith("group_") for o in act.objects):
        several = [i for i in act.actors if scene.tree.tag[i] == "NNS" and scene.tree.lemma[i] not in STATELY]
        known = [i for i in act.actors if scene.tree.lemma[i] not in STATELY and is_known(scene, i)]
        known += [i for i in several if is_public(scene, i)]
        counted = [i for i in act.actors if scene.phrases.is_counted(i)]
        act.who = people(scene, [*several, *counted])
        if not act.who and act.predicate in UTTERED:
            act.who = people(scene, known, bare=True)


def type_of(scene: Scene, clause: Clause, frame: Frame, who: list[str], actors: list[int]) -> str:
    """Return the event type of ``clause``: the frame's own, unless who acts or how it is denied makes it another."""
    if (frame.type, frame.mode) == ("Coerce", "seize") and (
        any(scene.kind(a) == "ArmedGroup" for a in who)
        or any(scene.kind(p) == "Place" for i in clause.objects for p in scene.places(i))
        or any(site(scene, i) is not None for i in clause.objects)
        or (_are_armed(scene, actors) and any(site(scene, i, bare=True) is not None for i in clause.objects))
    ):
        # What fighters seize they capture by force, and so is a town.
        return "Assault"
    if frame.type == "Mobilize" and clause.lemma in DRILLS and len(who) > 1:
        # What one State's navy does alone, two do with each other.
        return "Cooperate"
    if frame.type == "Support" and clause.lemma in TYING and len(who) > 1 and not fill(scene, clause, frame.recipient):
        # What one State restores with another, two restore by agreement.
        return "Agree"
    if clause.lemma == "agree" and frame.type == "Concede" and len(actors) > 1:
        # "Both sides agreed to withdraw", but "the junta agreed to withdraw".
        return "Agree"
    shielding = frame.type == "Aid" and clause.lemma in SHIELDING and not clause.obliques
    if shielding and any(scene.kind(a) == "InternationalOrganization" for a in scene.all_agents(clause.objects)):
        # Who protects the United Nations backs it.
        return "Support"
    if frame.type in YIELDING and is_refused(scene, clause):
        # "will not accept", "would not meet": the refusal is what happens.
        return "Reject"
    return frame.type


def _are_armed(scene: Scene, tokens: list[int]) -> bool:
    """Return whether any of ``tokens`` heads "gunmen", "armed men" or the like."""
    armed = (k for i in tokens for k in scene.tree.children(i, "amod"))
    lemmas = {scene.tree.lemma[scene.phrases.part(i)] for i in tokens}
    return bool(lemmas & GUNMEN) or any(scene.tree.lower[k] == "armed" for k in armed)


def is_joint(clause: Clause) -> bool:
    """Return whether the several who do ``clause`` do it together."""
    return clause.kind == "noun" or clause.lemma in JOINT


def is_known(scene: Scene, token: int) -> bool:
    """Return whether ``token`` heads "the rebels", fighters or people who are spoken of as known."""
    several = scene.lexicon.noun_class(scene.tree.lemma[token]) & {"group", "force"}
    return bool(several) and any(scene.tree.lower[kid] in DEFINITE for kid in scene.tree.children(token, "det"))


def is_public(scene: Scene, token: int) -> bool:
    """Return whether ``token`` heads people whose word counts, though none is named: "senators", "farmers"."""
    lemma = scene.tree.lemma[token]
    return lemma in DEPUTIES or "group" in scene.lexicon.noun_class(lemma)


def people(scene: Scene, tokens: list[int], *, bare: bool = False) -> list[str]:
    """Return the people without a name at ``tokens``."""
    return [g for g in (scene.phrases.group(i, bare=bare) for i in tokens) if g is not None]


def location(scene: Scene, clause: Clause) -> list[str]:
    """Return where ``clause`` happens: the innermost place named with "in", "at" or "near"."""
    for prep, head in clause.obliques:
        if prep in ("in", "at", "near", "outside", "inside"):
            places = scene.places(head)
            if places:
                return places[:1]
    return []
