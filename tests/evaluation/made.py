"""A small gold article and graphs that say more or less of it."""

from kg.evaluation.gold import Gold, GoldTriple
from kg.graph.assemble import Graph, assemble
from kg.model import Article, Assertion, Entity, Event, Evidence, Facts, Status

TEXT = "Aland condemned the raid on Borduria. Its envoy said that talks with Syldavia would open in May."
ARTICLE = Article(id="made", text=TEXT, date="2021-04-01")
NAMES = {"e1": ("Aland",), "e2": ("Borduria",), "e3": ("raid on Borduria", "attack on Borduria"), "e4": ("Syldavia",)}
KINDS = {"e1": "State", "e2": "State", "e3": "Event", "e4": "State"}


def triple(
    s: str,
    p: str,
    o: str,
    *,
    status: str = "actual",
    said_by: str | None = None,
    date: str | None = None,
    optional: bool = False,
) -> GoldTriple:
    """Return one annotated fact."""
    return GoldTriple((s,), p, (o,), status, said_by, date, optional, TEXT)


def gold(*triples: GoldTriple, **names: str) -> Gold:
    """Return the article with these facts as its annotation; ``names``: what an entity is called instead."""
    return Gold(ARTICLE, NAMES | {entity: (name,) for entity, name in names.items()}, KINDS, triples)


def edge(
    s: str,
    p: str,
    o: str,
    *,
    status: Status = "actual",
    said_by: str | None = None,
    date: str | None = None,
    rule: str = "actions.verb.condemn",
    confidence: float = 0.8,
) -> Assertion:
    """Return one extracted fact, with the whole text for its evidence."""
    evidence = Evidence("made", 0, len(TEXT), TEXT, rule, confidence)
    return Assertion(s, p, o, status, said_by, date, evidence=(evidence,))


def graph(*assertions: Assertion) -> Graph:
    """Return the graph of these facts; the raid is an event of a name of its own, Aland is there twice."""
    entities = (
        Entity("state_A", "State", "Aland"),
        Entity("state_A2", "State", "The Åland"),
        Entity("state_B", "State", "Borduria"),
        Entity("state_S", "State", "Syldavia"),
    )
    raid = Event("event_1", "Assault", "the raid on Borduria's border", evidence=edge("state_A", "x", "y").evidence)
    return assemble([Facts(ARTICLE, entities=entities, events=(raid,), assertions=assertions)])
