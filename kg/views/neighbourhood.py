"""A thing and what it is joined with, as a graph small enough to be drawn at once."""

from __future__ import annotations

from collections import Counter

import networkx as nx

from kg.views.accounts import Accounts

MOST = 120
MOST_STATEMENTS = 600


def neighbourhood(accounts: Accounts, name: str, most: int = MOST) -> nx.MultiDiGraph[str]:
    """Return the graph of ``name`` and the at most ``most`` things joined with it most, with all between these.

    The events of what is stated there come along, and only the articles and sentences that are cited.
    """
    weights: Counter[str] = Counter()
    for statement in accounts.statements(name):
        weights[statement.other(name)] += 1
    for event in [*accounts.events(name), *([name] if accounts.is_event(name) else [])]:
        weights.update({filler for _, filler in accounts.record(event).get("roles", ())})
    for subject, _, object in accounts.known(name):
        weights[object if subject == name else subject] += 0
    ranked = sorted(weights.keys() - {name}, key=lambda key: (-weights[key], accounts.label(key), key))
    kept = {name, *(key for key in ranked if key in accounts)} if len(ranked) <= most else {name, *ranked[:most]}
    return _induced(accounts, name, kept)


def _induced(accounts: Accounts, name: str, kept: set[str]) -> nx.MultiDiGraph[str]:
    source = accounts.graph
    edges = [edge for edge in source.out_edges(sorted(kept), keys=True, data=True) if edge[1] in kept]
    # Of too many, those of the thing itself, and of these the surest.
    edges.sort(key=lambda edge: (name not in edge[:2], -(edge[3].get("confidence") or 0), edge[2]))
    edges = edges[:MOST_STATEMENTS]
    events = {record["event"] for *_, record in edges if record.get("event") in source}
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for key in sorted(kept | events):
        record = dict(source.nodes[key])
        if "roles" in record:
            record["roles"] = [role for role in record["roles"] if role[1] in kept | events]
        found.add_node(key, **record)
    for subject, object, key, record in edges:
        found.add_edge(subject, object, key, **record)
    cited = [e for *_, record in edges for e in record.get("evidence", ())]
    cited += [e for key in found for e in found.nodes[key].get("evidence", ())]
    found.graph.update(
        articles={e["article"]: accounts.articles[e["article"]] for e in cited if e["article"] in accounts.articles},
        sentences={
            e["sentence"]: accounts.sentences[e["sentence"]] for e in cited if e.get("sentence") in accounts.sentences
        },
        mentions=[],
        run=source.graph.get("run", {}),
    )
    return found


def drawable(graph: nx.MultiDiGraph[str], most: int) -> bool:
    """Return whether ``graph`` has at most ``most`` nodes that would be drawn."""
    claims = sum(record["kind"] == "Claim" for _, record in graph.nodes(data=True))
    return bool(len(graph) - claims <= most)
