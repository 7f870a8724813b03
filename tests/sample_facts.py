"""Two invented articles with all that they say: the fixture of every test that needs facts but no extractor."""

from __future__ import annotations

from kg.model import Article, Assertion, Claim, Entity, Event, Evidence, Facts, Mention, Status, digest


def _article(name: str, title: str, date: str, sentences: tuple[str, ...]) -> Article:
    return Article(
        id=name,
        text="\n\n".join([title, *sentences]),
        title=title,
        date=date,
        source="Example Wire",
        url=f"https://example.org/news/{name}",
        language="en",
        title_end=len(title),
    )


VIENNA = _article(
    "sample-vienna",
    "OSCE ministers meet in Vienna",
    "2023-03-14",
    (
        "Austrian Foreign Minister Clara Weiden hosted the OSCE ministerial council in Vienna on Tuesday.",
        "Daudi Omolo, an envoy of the African Union, attended the council as an observer.",
        "Austria and Switzerland signed a grain transit agreement on the sidelines.",
        "Weiden said that Austria would send relief to Moldova in April.",
        "No member of the OSCE has recognized the Free Coast Movement, she said.",
        '"If the talks fail, Switzerland may sanction the movement," Weiden warned.',
        "The OSCE fights arms trafficking, and the council discussed it at length.",
    ),
)
NAIROBI = _article(
    "sample-nairobi",
    "Kenya condemns raid on Port Asel",
    "2023-04-02",
    (
        "Kenya condemned the Free Coast Movement on Saturday for its attack on Port Asel.",
        "Fighters of the movement attacked the port on March 30.",
        "Omolo met Clara Weiden in Nairobi on April 1, the African Union said.",
        "The African Union urged the movement to leave the port by the end of 2023.",
        "Kenya, a member of the African Union, will deploy troops to Port Asel between April 5 and April 9.",
        "Switzerland did not threaten Kenya, according to Example Wire.",
        "Austria and Kenya cooperate against arms trafficking.",
    ),
)

_AUSTRIA = Entity(
    "state_AT",
    "State",
    "Austria",
    frozenset({"Republic of Austria"}),
    (("iso2", "AT"), ("iso3", "AUT"), ("lat", "47.5"), ("lon", "14.5"), ("wikidata", "Q40")),
)
_SWITZERLAND = Entity(
    "state_CH", "State", "Switzerland", frozenset(), (("iso2", "CH"), ("iso3", "CHE"), ("wikidata", "Q39"))
)
_MOLDOVA = Entity("state_MD", "State", "Moldova", frozenset(), (("iso2", "MD"), ("iso3", "MDA"), ("wikidata", "Q217")))
_KENYA = Entity("state_KE", "State", "Kenya", frozenset(), (("iso2", "KE"), ("iso3", "KEN"), ("wikidata", "Q114")))
_OSCE = Entity(
    "organization_Q81299",
    "InternationalOrganization",
    "Organization for Security and Co-operation in Europe",
    frozenset({"OSCE"}),
    (("wikidata", "Q81299"),),
)
_UNION = Entity(
    "organization_Q7159", "InternationalOrganization", "African Union", frozenset({"AU"}), (("wikidata", "Q7159"),)
)
_VIENNA = Entity(
    "place_Q1741",
    "Place",
    "Vienna",
    frozenset(),
    (("lat", "48.2083"), ("locatedIn", "state_AT"), ("lon", "16.3731"), ("wikidata", "Q1741")),
)
_CITY = Entity(
    "place_Q3870",
    "Place",
    "Nairobi",
    frozenset(),
    (("lat", "-1.2864"), ("locatedIn", "state_KE"), ("lon", "36.8172"), ("wikidata", "Q3870")),
)


def _named(kind: str, label: str, *aliases: str, **facts: str) -> Entity:
    prefix = {"ArmedGroup": "organization", "MediaOrganization": "organization", "GovernmentBody": "organization"}.get(
        kind, "issue" if kind == "Threat" else kind.lower()
    )
    return Entity(
        f"{prefix}_{digest(prefix, label.lower())}", kind, label, frozenset(aliases), tuple(sorted(facts.items()))
    )


_WEIDEN = _named("Person", "Clara Weiden", "Weiden")
_OMOLO = _named("Person", "Daudi Omolo", "Omolo")
_MINISTER = _named("Position", "Foreign Minister", positionOf="state_AT")
_MINISTRY = _named("GovernmentBody", "Austrian Foreign Ministry", partOf="state_AT")
_MOVEMENT = _named("ArmedGroup", "Free Coast Movement")
_PORT = _named("Place", "Port Asel")
_WIRE = _named("MediaOrganization", "Example Wire")
_TRAFFICKING = _named("Threat", "arms trafficking")
_TRANSIT = _named("Agreement", "grain transit agreement")
_COUNCIL = _named("Meeting", "OSCE ministerial council in Vienna", "ministerial council")


def _cite(article: Article, words: str, rule: str, confidence: float, **parts: str) -> tuple[Evidence, ...]:
    """Return the paragraph of ``article`` that holds ``words`` as evidence, with the spans of ``parts`` in it."""
    quote = next(line for line in article.text.split("\n\n")[1:] if words in line)
    start = article.text.index(quote)
    spans = {name: (start + quote.index(text), start + quote.index(text) + len(text)) for name, text in parts.items()}
    return (
        Evidence(
            article.id,
            start,
            start + len(quote),
            quote,
            rule,
            confidence,
            subject=spans.get("subject"),
            predicate=spans.get("predicate"),
            object=spans.get("object"),
        ),
    )


def _edge(
    subject: Entity,
    predicate: str,
    object: Entity,
    evidence: tuple[Evidence, ...],
    status: Status = "actual",
    said_by: Entity | None = None,
    date: str | None = None,
    event: str | None = None,
) -> Assertion:
    speaker = said_by.id if said_by else None
    return Assertion(subject.id, predicate, object.id, status, speaker, date, event, evidence)


def _event(
    kind: str,
    label: str,
    roles: dict[str, tuple[str, ...]],
    evidence: tuple[Evidence, ...],
    date: str | None = None,
    status: Status = "actual",
    said_by: Entity | None = None,
    mode: str | None = None,
    context: str | None = None,
) -> Event:
    pairs = frozenset((role, filler) for role, fillers in roles.items() for filler in fillers)
    name = "event_" + digest(evidence[0].article, kind, str(sorted(pairs)), status, date or "")
    return Event(name, kind, label, pairs, date, status, said_by.id if said_by else None, mode, context, evidence)


def _mentions(article: Article, *named: tuple[str, Entity, str]) -> tuple[Mention, ...]:
    return tuple(
        Mention(article.id, article.text.index(words), article.text.index(words) + len(words), entity.id, kind)
        for words, entity, kind in named
    )


def _vienna() -> Facts:
    host = _cite(VIENNA, "hosted", "meetings.verb.host", 0.9, subject="Clara Weiden", predicate="hosted", object="OSCE")
    envoy = _cite(VIENNA, "attended", "meetings.verb.attend", 0.85, subject="Daudi Omolo", predicate="attended")
    deal = _cite(VIENNA, "signed", "actions.verb.sign", 0.8, subject="Austria", predicate="signed")
    relief = _cite(VIENNA, "relief", "actions.verb.send", 0.7, subject="Austria", predicate="send", object="Moldova")
    denial = _cite(VIENNA, "recognized", "actions.verb.recognize", 0.66, predicate="recognized")
    threat = _cite(VIENNA, "sanction", "actions.verb.sanction", 0.6, subject="Switzerland", object="the movement")
    crime = _cite(VIENNA, "arms trafficking", "issues.verb.fight", 0.75, subject="The OSCE", object="arms trafficking")
    meeting = Event(
        _COUNCIL.id,
        "Meeting",
        _COUNCIL.label,
        frozenset(
            {
                ("actor", _OMOLO.id),
                ("host", _WEIDEN.id),
                ("organizer", _OSCE.id),
                ("place", _VIENNA.id),
                ("theme", _TRAFFICKING.id),
            }
        ),
        "2023-03-14",
        mode="multilateral",
        context="diplomatic",
        evidence=host,
    )
    parties = (_AUSTRIA.id, _SWITZERLAND.id)
    signing = _event(
        "Agree",
        "Austria and Switzerland sign grain transit agreement",
        {"actor": parties, "theme": (_TRANSIT.id,)},
        deal,
    )
    aid = _event(
        "Aid",
        "Austria sends relief to Moldova",
        {"actor": (_AUSTRIA.id,), "recipient": (_MOLDOVA.id,)},
        relief,
        "2023-04",
        "planned",
        _WEIDEN,
        context="disasters",
    )
    backing = _event(
        "Support",
        "OSCE recognizes Free Coast Movement",
        {"actor": (_OSCE.id,), "recipient": (_MOVEMENT.id,)},
        denial,
        status="negated",
        said_by=_WEIDEN,
    )
    penalty = _event(
        "Sanction",
        "Switzerland sanctions Free Coast Movement",
        {"actor": (_SWITZERLAND.id,), "recipient": (_MOVEMENT.id,)},
        threat,
        status="hypothetical",
        said_by=_WEIDEN,
    )
    assertions = (
        _edge(_WEIDEN, "holdsPosition", _MINISTER, host),
        _edge(_WEIDEN, "represents", _AUSTRIA, host),
        _edge(_WEIDEN, "hosts", _COUNCIL, host, date="2023-03-14", event=_COUNCIL.id),
        _edge(_OSCE, "organizes", _COUNCIL, host, date="2023-03-14", event=_COUNCIL.id),
        _edge(_COUNCIL, "takesPlaceIn", _VIENNA, host, date="2023-03-14", event=_COUNCIL.id),
        _edge(_OMOLO, "represents", _UNION, envoy),
        _edge(_OMOLO, "attends", _COUNCIL, envoy, date="2023-03-14", event=_COUNCIL.id),
        _edge(_AUSTRIA, "agrees", _SWITZERLAND, deal, event=signing.id),
        _edge(_AUSTRIA, "agrees", _TRANSIT, deal, event=signing.id),
        _edge(_SWITZERLAND, "agrees", _TRANSIT, deal, event=signing.id),
        _edge(_AUSTRIA, "aids", _MOLDOVA, relief, "planned", _WEIDEN, "2023-04", aid.id),
        _edge(_OSCE, "supports", _MOVEMENT, denial, "negated", _WEIDEN, None, backing.id),
        _edge(_SWITZERLAND, "sanctions", _MOVEMENT, threat, "hypothetical", _WEIDEN, None, penalty.id),
        _edge(_OSCE, "addresses", _TRAFFICKING, crime),
        _edge(_COUNCIL, "addresses", _TRAFFICKING, crime, event=_COUNCIL.id),
    )
    claims = (
        Claim(
            "claim_" + digest(VIENNA.id, "relief"),
            _WEIDEN.id,
            "indirect",
            frozenset({aid.id, assertions[10].id}),
            capacity=_MINISTER.id,
            date="2023-03-14",
            evidence=relief,
        ),
        Claim(
            "claim_" + digest(VIENNA.id, "threat"),
            _WEIDEN.id,
            "direct",
            frozenset({penalty.id, assertions[12].id}),
            capacity=_MINISTER.id,
            addressee=_MOVEMENT.id,
            evidence=threat,
        ),
    )
    mentions = _mentions(
        VIENNA,
        ("Austrian", _AUSTRIA, "adjective"),
        ("Clara Weiden", _WEIDEN, "name"),
        ("Daudi Omolo", _OMOLO, "name"),
        ("African Union", _UNION, "name"),
        ("Switzerland", _SWITZERLAND, "name"),
        ("Moldova", _MOLDOVA, "name"),
        ("she", _WEIDEN, "pronoun"),
        ("the movement", _MOVEMENT, "nominal"),
    )
    entities = (
        _AUSTRIA, _SWITZERLAND, _MOLDOVA, _OSCE, _UNION, _VIENNA, _WEIDEN, _OMOLO, _MINISTER, _MINISTRY, _MOVEMENT,
        _TRAFFICKING, _TRANSIT, _COUNCIL,
    )  # fmt: skip
    return Facts(VIENNA, entities, (meeting, signing, aid, backing, penalty), assertions, claims, mentions)


def _nairobi() -> Facts:
    blame = _cite(NAIROBI, "condemned", "actions.verb.condemn", 0.9, subject="Kenya", predicate="condemned")
    raid = _cite(NAIROBI, "attacked", "actions.verb.attack", 0.88, predicate="attacked", object="the port")
    talk = _cite(
        NAIROBI, "Omolo met", "meetings.verb.meet", 0.8, subject="Omolo", predicate="met", object="Clara Weiden"
    )
    plea = _cite(NAIROBI, "urged", "actions.verb.urge", 0.77, subject="The African Union", object="the movement")
    troops = _cite(NAIROBI, "deploy", "actions.verb.deploy", 0.7, subject="Kenya", predicate="deploy")
    wire = _cite(NAIROBI, "threaten", "actions.verb.threaten", 0.5, subject="Switzerland", object="Kenya")
    work = _cite(NAIROBI, "cooperate", "actions.verb.cooperate", 0.72, subject="Austria", predicate="cooperate")
    attack = _event(
        "Assault",
        "attack on Port Asel",
        {"actor": (_MOVEMENT.id,), "recipient": (_PORT.id,), "place": (_PORT.id,)},
        raid,
        "2023-03-30",
        mode="firearms",
        context="military",
    )
    accusation = _event(
        "Accuse",
        "Kenya condemns Free Coast Movement",
        {"actor": (_KENYA.id,), "recipient": (_MOVEMENT.id,), "theme": (attack.id,)},
        blame,
        "2023-04-01",
        mode="disapprove",
    )
    talks = _event(
        "Consult",
        "Daudi Omolo meets Clara Weiden",
        {"actor": (_OMOLO.id,), "recipient": (_WEIDEN.id,), "place": (_CITY.id,)},
        talk,
        "2023-04-01",
        said_by=_UNION,
        mode="visit",
    )
    request = _event(
        "Request",
        "African Union urges Free Coast Movement",
        {"actor": (_UNION.id,), "recipient": (_MOVEMENT.id,)},
        plea,
    )
    deployment = _event(
        "Mobilize",
        "Kenya deploys troops to Port Asel",
        {"actor": (_KENYA.id,), "recipient": (_PORT.id,)},
        troops,
        "2023-04-05/2023-04-09",
        "planned",
        mode="troops",
    )
    warning = _event(
        "Threaten",
        "Switzerland threatens Kenya",
        {"actor": (_SWITZERLAND.id,), "recipient": (_KENYA.id,)},
        wire,
        status="negated",
        said_by=_WIRE,
    )
    work_event = _event("Cooperate", "Austria and Kenya cooperate", {"actor": (_AUSTRIA.id, _KENYA.id)}, work)
    assault = Entity(attack.id, "Assault", attack.label)
    assertions = (
        _edge(_KENYA, "criticizes", _MOVEMENT, blame, date="2023-04-01", event=accusation.id),
        _edge(_KENYA, "criticizes", assault, blame, date="2023-04-01", event=accusation.id),
        _edge(_MOVEMENT, "assaults", _PORT, raid, date="2023-03-30", event=attack.id),
        _edge(assault, "takesPlaceIn", _PORT, raid, date="2023-03-30", event=attack.id),
        _edge(_OMOLO, "consults", _WEIDEN, talk, "actual", _UNION, "2023-04-01", talks.id),
        _edge(_UNION, "requests", _MOVEMENT, plea, event=request.id),
        _edge(_MOVEMENT, "retreats", _PORT, plea, "hypothetical", _UNION, "2023"),
        _edge(_KENYA, "memberOf", _UNION, troops),
        _edge(_KENYA, "mobilizes", _PORT, troops, "planned", None, "2023-04-05/2023-04-09", deployment.id),
        _edge(_SWITZERLAND, "threatens", _KENYA, wire, "negated", _WIRE, None, warning.id),
        _edge(_AUSTRIA, "cooperates", _KENYA, work, event=work_event.id),
        _edge(_AUSTRIA, "addresses", _TRAFFICKING, work),
        _edge(_KENYA, "addresses", _TRAFFICKING, work),
    )
    claims = (
        Claim(
            "claim_" + digest(NAIROBI.id, "talk"),
            _UNION.id,
            "indirect",
            frozenset({talks.id, assertions[4].id}),
            evidence=talk,
        ),
        Claim(
            "claim_" + digest(NAIROBI.id, "wire"),
            _WIRE.id,
            "according",
            frozenset({warning.id, assertions[9].id}),
            evidence=wire,
        ),
    )
    mentions = _mentions(
        NAIROBI,
        ("Kenya", _KENYA, "name"),
        ("Free Coast Movement", _MOVEMENT, "name"),
        ("Omolo", _OMOLO, "name"),
        ("Clara Weiden", _WEIDEN, "name"),
        ("The African Union", _UNION, "name"),
        ("Austria", _AUSTRIA, "name"),
    )
    entities = (
        _AUSTRIA, _SWITZERLAND, _KENYA, _UNION, _CITY, _WEIDEN, _OMOLO, _MOVEMENT, _PORT, _WIRE, _TRAFFICKING,
    )  # fmt: skip
    events = (accusation, attack, talks, request, deployment, warning, work_event)
    return Facts(NAIROBI, entities, events, assertions, claims, mentions)


FACTS: tuple[Facts, ...] = (_vienna(), _nairobi())
