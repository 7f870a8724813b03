"""Offices and whom they speak for: "Russian Foreign Minister Sergey Lavrov", "Amina Sy, Mali's envoy to the UN"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses import Clause
from kg.extractors._homes import SENT, fits, home_of, is_elsewhere
from kg.extractors._scene import AGENTS, Scene
from kg.model import Assertion, Entity, digest
from kg.nlp.annotations import Title
from kg.nlp.linker import position_entity
from kg.nlp.offices import SHARED
from kg.nlp.titles import FELLOWS
from kg.nlp.tree import LOOSE


def owners(scene: Scene, title: Title, person: str) -> list[str]:
    """Return whose office ``title`` is: as the title says, by "its", else as the gazetteer knows of ``person``."""
    found = [_seated(scene, title, e) for head in title.of for e in _linked(scene, head)]
    if not title.office:
        return found
    found = _served(scene, found)
    if not found and title.start > 0 and scene.tree.tag[title.start - 1] == "PRP$":
        possessors = list(scene.linked(title.start - 1))
        # "His adviser" speaks for whom he does, "his colleague" for another.
        shared = scene.tree.lower[title.start] in SHARED | FELLOWS
        found = [e for e in possessors if scene.kind(e) != "Person"] if shared else _served(scene, possessors)
        if found and not _may_have(scene, title.office, found[0]):
            found = _state_before(scene, title)
    if not found and title.start > 1 and scene.tree.lower[title.start - 1] in ("'s", "’s"):
        # "The bloc's foreign policy chief": of what the bloc is. "Alder's adviser": of whose Alder is.
        found = _served(scene, list(scene.linked(title.start - 2)))
    found = found or _armed(scene, title) or _after_name(scene, title)
    if found:
        return found
    terms = scene.gazetteer.terms(person, scene.article.date)
    same = {term.of for term in terms if title.office in term.office or term.office in title.office}
    if len(same) == 1:
        owner = same.pop()
        scene.entities.setdefault(owner, scene.gazetteer.entities[owner])
        return [owner]
    # "A spokesman for the rebels" is not of the State in whose capital he speaks.
    named = scene.tree.lower[title.end : title.end + 1] in (["of"], ["for"], ["to"])
    home = None if named or terms or scene.gazetteer.terms(person) else home_of(scene, title)
    if home is not None and not (fits(scene, title.office, home) and not is_elsewhere(scene, title, home)):
        home = None
    return [home] if home is not None else []


BODIES = frozenset({"Organization", "InternationalOrganization", "GovernmentBody", "Company"})


def _state_before(scene: Scene, title: Title) -> list[str]:
    """Return the only State told of before "its": "The Council suspended Chad. Its foreign minister left." """
    start = scene.tree.sentence[title.start]
    first = scene.tree.sentence[start - 1] if start else 0
    told = scene.noted.mentions_from(first, title.start)
    near = [m.entity for m in told if m.type == "State" and m.entity is not None]
    return near[:1] if len(set(near)) == 1 else []


def _may_have(scene: Scene, office: str, owner: str) -> bool:
    """Return whether ``owner``, whose "its" stands for, may have such an office: only States have foreign ministers."""
    level = next((known.level for known in scene.gazetteer.offices if known.name == office), None)
    return level != "state" or scene.kind(owner) not in BODIES or bool(scene.side(owner))


def _served(scene: Scene, found: list[str]) -> list[str]:
    """Return ``found``, for a person the States and bodies that he stands for: "his adviser" speaks for them too."""
    homes = (home for e in found for home in (sorted(scene.homes(e)) if scene.kind(e) == "Person" else [e]))
    return [home for home in dict.fromkeys(homes) if scene.kind_of(home) is not None]


REBELS = frozenset("rebel guerrilla insurgent separatist militia militant".split())


def _armed(scene: Scene, title: Title) -> list[str]:
    """Return the only armed group of the article for "the rebels' spokesman" and "head of the guerrilla delegation"."""
    words = scene.tree.lemma[max(0, title.start - 2) : title.end + 4]
    if not REBELS & {word.lower() for word in words}:
        return []
    armed = sorted(e for e in scene.named if e in scene.entities and scene.kind(e) == "ArmedGroup")
    return armed if len(armed) == 1 else []


def _after_name(scene: Scene, title: Title) -> list[str]:
    """Return the State of "Foreign Minister Tom Alder of the Netherlands"."""
    name = scene.noted.mention_at(title.person)
    if name is None or title.start > name.start or scene.tree.lower[name.end : name.end + 1] != ["of"]:
        return []
    at = name.end + 1 + (scene.tree.lower[name.end + 1 : name.end + 2] == ["the"])
    home = scene.noted.mention_at(at) if at < len(scene.tree) else None
    return [home.entity] if home is not None and home.type == "State" and home.entity is not None else []


def _linked(scene: Scene, head: int) -> list[str]:
    """Return whose the office is: what stands at ``head``, else whose "the Eritrean military intelligence" is."""
    found = list(scene.linked(head))
    if not found and scene.tree.pos[head] == "NOUN":
        kids = scene.tree.children(head, "amod", "compound", "nmod:poss")
        found = [e for kid in kids for e in scene.linked(kid) if scene.kind(e) in AGENTS - {"Person"}]
    return found


def _seated(scene: Scene, title: Title, owner: str) -> str:
    """Return the State whose capital ``owner`` is for "his counterpart from Tehran", else ``owner``."""
    state = scene.gazetteer.state_of(owner) if scene.kind(owner) == "Place" else None
    if state is None or scene.gazetteer.capital_of(state) != owner or scene.tree.lower[title.start] not in SHARED:
        return owner
    scene.entities.setdefault(state, scene.gazetteer.entities[state])
    return state


def whose(scene: Scene, title: Title, person: str) -> list[str]:
    """Return whose office ``title`` is, as said here or elsewhere: "Minister Soto" after "Peru's minister"."""
    stated = [_seated(scene, title, e) for head in title.of for e in scene.linked(head)]
    if stated or title.former:
        return stated
    for other in scene.titles_of(person):
        if other.of and other.office == title.office:
            return [e for head in other.of for e in scene.linked(head)]
    return [e for e in owners(scene, title, person) if scene.kind(e) in AGENTS - {"Person"}]


def extract(scene: Scene) -> Iterator[Assertion]:
    """Yield holdsPosition for each title that the text gives a person, and represents for whose title it is.

    Source: the W3C Organization ontology's ``org:Post`` and ``org:holds``.
    """
    ranks = {office.name for office in scene.gazetteer.offices if office.level == "rank"}
    for title in scene.noted.titles:
        people = [e for e in scene.linked(title.person) if scene.kind(e) == "Person"]
        if not people:
            continue
        if _is_repeated(scene, title, people[0]) or _is_only_rank(scene, title, people[0], ranks):
            continue
        if _is_beside(scene, title, people[0]):
            continue
        if not title.office:
            yield from _spoken_for(scene, title, people)
            continue
        of = whose(scene, title, people[0])
        position = position_entity(scene.doc, title, [scene.entities[e] for e in of], scene.gazetteer)
        scene.entities[position.id] = position
        evidence = scene.cite(title.start, "positions.title", 0.9, subject=title.person)
        for person in people:
            scene.offices.setdefault(person, []).append(position.id)
            yield scene.assertion(person, "holdsPosition", position.id, evidence)
        yield from _spoken_for(scene, title, people)
    for clause in scene.reading.clauses.values():
        if clause.kind == "verb" and clause.lemma in LEADING:
            yield from _of_verb(scene, clause)
        if clause.kind == "verb" and clause.lemma in SPEAKING and clause.status != "negated":
            yield from _speaking_for(scene, clause)
        if clause.kind == "verb" and clause.lemma in SENDING and clause.status != "negated":
            yield from _sent(scene, clause)
    yield from _of_names(scene)


# Offices whose holders do not speak for the State whose they are.
PRIVATE = frozenset(
    (
        "Member of Parliament;Senator;Lawyer;Analyst;Professor;Researcher;Bishop;Archbishop;Imam;Warlord;Founder;"
        "Presidential Candidate;Leader of the Opposition;Party Leader;Councillor"
    ).split(";")
)


def _spoken_for(scene: Scene, title: Title, people: list[str]) -> Iterator[Assertion]:
    """Yield for whom ``people`` speak by their office."""
    evidence = scene.cite(title.start, "positions.title", 0.9, subject=title.person)
    # "his former deputy Tom Alder"
    past = {"former", "ex", "late", "onetime"} & set(scene.tree.lower[max(0, title.start - 1) : title.start + 1])
    former = title.former or bool(past)
    for person in people if not former else ():
        for owner in owners(scene, title, person):
            private = title.office in PRIVATE and scene.kind(owner) == "State"
            if scene.kind(owner) in AGENTS - {"Person"} and not private:
                yield scene.assertion(person, "represents", owner, evidence)


def _is_only_rank(scene: Scene, title: Title, person: str, ranks: set[str]) -> bool:
    """Return whether ``title`` is the rank of somebody who has an office too: "Gen. Soto, the defence minister"."""
    if title.office not in ranks:
        return False
    return any(t.office and t.office not in ranks for t in scene.titles_of(person))


def _is_beside(scene: Scene, title: Title, person: str) -> bool:
    """Return whether a headline's ``title`` is another's: "Malian minister, Soto meet" where Soto is Chad's."""
    if not title.of or not scene.in_headline(title.start):
        return False
    body = [t for t in scene.titles_of(person) if t.of and not scene.in_headline(t.start)]
    theirs = {e for t in body for i in t.of for e in scene.linked(i)}
    return bool(theirs) and not theirs & {e for i in title.of for e in scene.linked(i)}


# Words that make another office of the same name.
RANKS = frozenset("deputy vice assistant first second under associate".split())


def _is_repeated(scene: Scene, title: Title, person: str) -> bool:
    """Return whether ``title`` only shortens another of the person's: "Minister Soto" after "the trade minister"."""
    words = set(title.office.lower().split())
    for other in scene.titles_of(person) if not title.of else ():
        fuller = set(other.office.lower().split())
        if other.of and title.former and words == fuller:
            return True
        if words < fuller and not (fuller - words) & RANKS:
            return True
    return False


# What one is who does it; "represent" says no more than for whom.
LEADING = {"represent": "", "chair": "Chairman", "co-chair": "Co-chairman", "head": "Head", "lead": "Leader"}
LEADING |= {"preside over": "President", "command": "Commander"}
# What somebody heads of a body that the words before or after name: "the Taliban's political office".
UNITS = SENT | frozenset(
    "office wing bureau department secretariat commission committee panel cabinet group faction branch council "
    "caucus bloc section directorate government".split()
)
SPEAKING = frozenset({"speak", "negotiate", "act", "sign"})


def _of_verb(scene: Scene, clause: Clause) -> Iterator[Assertion]:
    """Yield for whom stands who represents, heads or chairs an organization or "leads the Omani delegation"."""
    office = LEADING[clause.lemma]
    evidence = scene.cite(clause.predicate, f"positions.{clause.lemma.replace(' ', '_')}", 0.75)
    speaker = scene.speaker(clause)
    gapped = _gapped(scene, clause) if clause.passive else {}
    for person, owner in gapped.items():
        yield scene.assertion(person, "represents", owner, evidence, speaker=speaker)
    people = [a for a in scene.all_agents(clause.subjects) if scene.kind(a) == "Person" and a not in gapped]
    several = _respectively(scene, clause, people)
    for person, owner in several or ():
        yield scene.assertion(person, "represents", owner, evidence, speaker=speaker)
    if several is not None:
        return
    for token in clause.objects if people and (clause.status == "actual" or not office) else ():
        sent = scene.tree.lemma[token] in UNITS
        found = scene.linked(token) if office and not sent else scene.agents(token)
        if sent and not found:
            owners = scene.tree.children(token, "nmod:poss", "amod", "compound", "nmod")
            found = [e for i in owners for e in scene.linked(i)]
        for owner in found:
            if scene.kind(owner) not in AGENTS - {"Person"} or (office and not sent and scene.kind(owner) == "State"):
                continue
            for person in people:
                yield scene.assertion(person, "represents", owner, evidence, speaker=speaker)
                if office:
                    position = _position(scene, f"{office} of {_bare(scene, token)}" if sent else office, owner)
                    yield scene.assertion(person, "holdsPosition", position, evidence, speaker=speaker)


def _respectively(scene: Scene, clause: Clause, people: list[str]) -> list[tuple[str, str]] | None:
    """Return who stands for whom in "Chad and Mali, represented by Soto and Keita"; None if they are not so listed."""
    if not clause.passive or clause.relation != "acl" or clause.governor < 0 or clause.lemma != "represent":
        return None
    owners = scene.all_agents(scene.tree.conjuncts(clause.governor))
    if len(owners) < 2:
        return None
    return list(zip(people, owners, strict=True)) if len(people) == len(owners) else []


def _gapped(scene: Scene, clause: Clause) -> dict[str, str]:
    """Return who represents whom by "Chad was represented by its envoy, Mali by Ana Soto and the Omani side by …"."""
    tree, noted, found = scene.tree, scene.noted, dict[str, str]()
    end = tree.sentence_end(tree.sentence[clause.predicate])
    for by in (i for i in range(clause.predicate + 3, end) if tree.lower[i] == "by"):
        left = by - 1 - (tree.lemma[by - 1] in SENT | {"one"})
        owner = noted.mention_at(left)
        if owner is None or owner.end != left + 1 or tree.lower[owner.start - 1] not in (",", "and", ";", "the"):
            continue
        states = [e for e in scene.linked(left) if scene.kind(e) in AGENTS - {"Person"}]
        right = (noted.mention_at(i) for i in range(by + 1, min(by + 12, end)))
        person = next((m.entity for m in right if m is not None and m.kind == "name" and m.type == "Person"), None)
        if states and person is not None:
            found[person] = states[0]
    return found


def _speaking_for(scene: Scene, clause: Clause) -> Iterator[Assertion]:
    """Yield for whom somebody speaks: "Ana Soto spoke for the Group of 77"."""
    people = [a for a in scene.all_agents(clause.subjects) if scene.kind(a) == "Person"]
    for prep, token in clause.obliques if people else ():
        behalf = scene.tree.lemma[token] in ("behalf", "name")
        if not behalf and prep != "for":
            continue
        heads = scene.tree.children(token, "nmod", "nmod:poss") if behalf else [token]
        gapped = _is_gapped(scene, clause.predicate, token)
        for owner in (e for head in heads for i in scene.tree.conjuncts(head) for e in scene.linked(i)):
            if scene.kind(owner) in AGENTS - {"Person"} and not gapped:
                evidence = scene.cite(clause.predicate, "positions.speak_for", 0.7)
                for person in people:
                    yield scene.assertion(person, "represents", owner, evidence)


def _is_gapped(scene: Scene, verb: int, token: int) -> bool:
    """Return whether another name stands before "for" at ``token``: "Soto signed for Chad, Keita for Mali"."""
    tree = scene.tree
    start = next((k for k in tree.children(token, "case") if k < token), token)
    before = scene.noted.mention_at(start - 1) if start > verb + 1 else None
    return before is not None and before.kind == "name" and tree.lower[before.start - 1] in (",", "and", ";")


SENDING = frozenset({"send", "dispatch", "despatch"})


def _sent(scene: Scene, clause: Clause) -> Iterator[Assertion]:
    """Yield that whom a State or body sends represents it: "Oslo sent Ana Soto to the talks"."""
    senders = [a for a in scene.all_agents(clause.subjects) if scene.kind(a) in AGENTS - {"Person"}]
    sent = [e for token in clause.objects for e in scene.linked(token) if scene.kind(e) == "Person"]
    evidence = scene.cite(clause.predicate, "positions.sent", 0.7)
    # Whose one is by his office is said there.
    titled = {e for title in scene.noted.titles if title.of for e in scene.linked(title.person)}
    for person in (p for p in sent if p not in titled) if len(senders) == 1 else ():
        yield scene.assertion(person, "represents", senders[0], evidence)


def _bare(scene: Scene, token: int) -> str:
    """Return the phrase of ``token`` without what only determines it: "Norway's delegation to the talks"."""
    start, end = scene.tree.span(token, loose=LOOSE | {"acl"})
    while start < token and scene.tree.tag[start] in ("DT", "PRP$"):
        start += 1
    return scene.tree.words(start, end)


def _position(scene: Scene, office: str, owner: str) -> str:
    """Return the id of the Position ``office`` of ``owner``, which a verb told of."""
    name = scene.entities[owner].label
    found = "position_" + digest("position", office.lower(), owner)
    aliases = frozenset(x for o in (office, *ALSO.get(office, ())) for x in (o, f"{o} of {name}", f"{name} {o}"))
    scene.entities.setdefault(found, Entity(found, "Position", office, aliases - {office}, (("positionOf", owner),)))
    return found


ALSO = {"Chairman": ("chair", "chairperson"), "Head": ("president", "chief"), "Leader": ("head",)}


def _named_of(scene: Scene, end: int) -> int:
    """Return the State or delegation that "of" joins to the name before ``end``, wherever the parse hung it; -1: none.

    "the ministers of the two countries, Soto of Chad and Keita of Mali", "said Soto of the Chadian delegation"
    """
    if scene.tree.lower[end : end + 1] != ["of"]:
        return -1
    first = end + 1 + (scene.tree.lower[end + 1 : end + 2] == ["the"])
    found = next((m for m in scene.noted.mentions_from(end + 1, first + 1) if m.kind != "adjective"), None)
    return found.head if found is not None and found.type == "State" else -1


def _of_names(scene: Scene) -> Iterator[Assertion]:
    """Yield that "Hungary's Ana Soto" and "Ana Soto of Hungary" represent Hungary."""
    tree = scene.tree
    for mention in scene.noted.mentions:
        if mention.kind != "name" or mention.entity is None or scene.kind(mention.entity) != "Person":
            continue
        head = mention.head
        if tree.pos[head] != "PROPN":
            continue
        owners = [kid for kid in tree.children(head, "nmod:poss") if kid < head]
        owners += [kid for kid in tree.children(head, "nmod") if kid > head and tree.preposition(kid) == "of"]
        owners = owners or [i for i in (_named_of(scene, mention.end),) if i >= 0]
        if tree.lower[mention.end : mention.end + 1] == ["("] and mention.end + 2 < len(tree):
            # "Ana Soto (Peru)", as the United Nations name delegates.
            inner = scene.noted.mention_at(mention.end + 1)
            owners += [inner.head] if inner is not None and tree.lower[inner.end : inner.end + 1] == [")"] else []
        for token in owners:
            for owner in scene.linked(token):
                if scene.kind(owner) in AGENTS - {"Person"}:
                    evidence = scene.cite(head, "positions.name", 0.7, subject=head, object=token)
                    belongs = scene.kind(owner) == "PoliticalGroup" and token > head
                    yield scene.assertion(mention.entity, "memberOf" if belongs else "represents", owner, evidence)
