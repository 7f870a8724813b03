"""Merging across articles changes every mention of an id, and depends on no order."""

from __future__ import annotations

from itertools import permutations

from kg.graph.assemble import assemble
from kg.graph.resolve import resolve
from kg.model import Assertion, Claim, Entity, Event, Facts, Mention
from tests.graph.made import cite, event, holds, person, told
from tests.sample_facts import FACTS

OFFICE = Entity("position_fm", "Position", "Foreign Minister", frozenset(), (("positionOf", "organization_2"),))
FULL = Entity("organization_1", "Organization", "Kivu Peace Forum", frozenset({"KPF"}))
SHORT = Entity("organization_2", "Organization", "KPF")
KENYA, GHANA = Entity("state_KE", "State", "Kenya"), Entity("state_GH", "State", "Ghana")
QUOTE = "Kenya condemned Ghana."


def parts() -> list[Facts]:
    orlov, other = person("Sergei Orlov"), person("Sergey Orlov")
    accuse = [
        event(name, QUOTE, "Accuse", "Kenya condemn Ghana", ("actor", "state_KE"), ("recipient", "state_GH"))
        for name in "ab"
    ]
    edges = [
        Assertion("state_KE", "criticizes", "state_GH", date="2021-05-03", event=e.id, evidence=cite(name, QUOTE))
        for name, e in zip("ab", accuse, strict=True)
    ]
    claim = Claim(
        "claim_1",
        other.id,
        "indirect",
        frozenset({edges[1].id, accuse[1].id}),
        capacity=OFFICE.id,
        evidence=cite("b", QUOTE),
    )
    return [
        told("a", QUOTE, orlov, KENYA, GHANA, FULL, events=(accuse[0],), assertions=(edges[0],)),
        told(
            "b",
            QUOTE,
            other,
            OFFICE,
            KENYA,
            GHANA,
            SHORT,
            date="2021-05-04",
            events=(accuse[1],),
            assertions=(edges[1], holds("b", other, OFFICE.id)),
            claims=(claim,),
            mentions=(Mention("b", 0, 5, other.id, "name"),),
        ),
        told("c", QUOTE, person("Ivan Koval")),
    ]


def test_every_mention_of_a_merged_id_is_renamed() -> None:
    found, merges = resolve(parts())
    gone = {name for merge in merges for name in merge.ids[1:]}
    assert gone == {"person_sergey_orlov", "organization_2", "event_b_Kenya_condemn_Ghana"}
    assert not any(name in repr(part) for part in found for name in gone if not name.startswith("event"))
    second = found[1]
    (edge,) = [a for a in second.assertions if a.predicate == "criticizes"]
    assert edge.event == "event_a_Kenya_condemn_Ghana"
    assert second.claims[0].content == {edge.id, edge.event}
    assert second.mentions[0].entity == second.claims[0].speaker == "person_sergei_orlov"


def test_one_event_told_twice_is_one_node_and_one_edge_with_both_sentences() -> None:
    graph = assemble(parts())
    (name,) = [n for n, data in graph.nodes(data=True) if "roles" in data]
    assert {e["article"] for e in graph.nodes[name]["evidence"]} == {*graph.graph["articles"]} - {
        node for node, article in graph.graph["articles"].items() if article["id"] == "c"
    }
    (edge,) = [data for *_, data in graph.edges(data=True) if data["predicate"] == "criticizes"]
    assert len(edge["evidence"]) == 2
    assert graph.nodes["person_sergei_orlov"]["aliases"] == ["Sergey Orlov"]


def test_the_merges_are_in_the_graph_with_labels_and_reasons() -> None:
    merges = assemble(parts()).graph["merges"]
    assert [m["ids"] for m in merges] == sorted(m["ids"] for m in merges)
    assert {"ids": ["organization_1", "organization_2"], "labels": ["Kivu Peace Forum", "KPF"]}.items() <= merges[
        1
    ].items()
    assert merges[1]["reasons"] == ["acronym: KPF = Kivu Peace Forum"]


def test_the_order_of_articles_does_not_matter() -> None:
    first, *others = (repr(assemble(order).__dict__) for order in permutations(parts()))
    assert all(other == first for other in others)


def test_articles_with_nothing_in_common_stay_as_they_are() -> None:
    found, merges = resolve(FACTS)
    assert merges == ()
    assert found == list(FACTS)


def test_an_event_with_no_other_telling_keeps_its_id() -> None:
    alone: Event = event("a", QUOTE, "Accuse", "Kenya condemn Ghana", ("actor", "state_KE"), ("recipient", "state_GH"))
    found, merges = resolve([told("a", QUOTE, KENYA, GHANA, events=(alone,))])
    assert (merges, found[0].events) == ((), (alone,))
