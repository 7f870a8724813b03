"""PLOVER records: the typed events of each article, a line of JSON per article in the order of their dates."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kg.rdf.describe import is_happening, values
from kg.rdf.options import DEFAULT, Options
from kg.vocab import CAMEO, ancestors

ACTING = {"actor": ("actor", "host"), "recipient": ("recipient",)}
# Where a person or body belongs to a State: facts of the gazetteer, and edges that the text states.
BELONGS = ("partOf", "positionOf", "locatedIn")
STATED = ("represents", "holdsPosition")
# What is only announced is coded by the announcement: to give aid is AID, to say that one will give it AGREE.
# Source: PLOVER 2.0 manual, "future and hypothetical events".
ANNOUNCED = {
    **dict.fromkeys(("Aid", "Cooperate", "Consult", "Support", "Retreat", "Concede"), "Agree"),
    **dict.fromkeys(("Sanction", "Coerce", "Assault", "Mobilize", "Protest"), "Threaten"),
}
NOMINAL = 0.6


def write(graph: Any, path: Path, options: Options = DEFAULT) -> None:
    """Write a line per article, those without an event too: ``{"id": …, "events": [{"plover": …, "actor": […]}]}``.

    An actor is the entity's label with the words that stand for it in the sentence, and the ISO 3166 alpha-3 code of
    its State if known. Denied events have ``"polarity": "negative"``.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".part")
    told = _events_by_article(graph)
    actors = Actors(graph)
    with draft.open("w", encoding="utf-8") as sink:
        for name, article in graph.graph["articles"].items():
            records = [_event(graph, event, name, actors) for event in _main(graph, told[name])]
            line = {"id": article["id"], "events": list(_distinct(records))}
            sink.write(json.dumps(line, ensure_ascii=False) + "\n")
    draft.replace(path)


def _events_by_article(graph: Any) -> defaultdict[str, list[str]]:
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for name, record in graph.nodes(data=True):
        if record.get("status") and is_happening(record) and record["kind"] != "Event":
            for article in {e["article"] for e in record.get("evidence", ())}:
                first = min(e["start"] for e in record["evidence"] if e["article"] == article)
                found[article].append((first, name))
    return defaultdict(list, {article: [name for _, name in sorted(events)] for article, events in found.items()})


def _main(graph: Any, names: list[str]) -> list[str]:
    """Return the events that a sentence tells, without what is only supposed, and without what it names in passing.

    An event told by a bare noun ("since last month's invasion") counts where its sentence has no other.
    """
    kept = [name for name in names if graph.nodes[name]["status"] != "hypothetical"]
    told = {
        (e["article"], e["start"]) for name in kept for e in graph.nodes[name]["evidence"] if e["confidence"] > NOMINAL
    }
    return [
        name
        for name in kept
        if any(
            e["confidence"] > NOMINAL or (e["article"], e["start"]) not in told for e in graph.nodes[name]["evidence"]
        )
    ]


def _event(graph: Any, name: str, article: str, actors: Actors) -> dict[str, Any]:
    record = graph.nodes[name]
    kind = next(family for family in ancestors(record["kind"]) if family in CAMEO)
    if record["status"] == "planned":
        kind = ANNOUNCED.get(kind, kind)
    sentences = [e for e in record["evidence"] if e["article"] == article]
    event: dict[str, Any] = {"plover": kind.upper(), "cameo": CAMEO[kind][0]}
    for side, roles in ACTING.items():
        fillers = [filler for role, filler in record.get("roles", ()) if role in roles]
        if not fillers and side == "actor":
            fillers = [filler for role, filler in record.get("roles", ()) if role == "organizer"]
        event[side] = [actors.describe(filler, sentences) for filler in dict.fromkeys(fillers)]
    for field in ("mode", "context", "date"):
        if record.get(field):
            event[field] = record[field]
    event["status"] = record["status"]
    event["polarity"] = "negative" if record["status"] == "negated" else "positive"
    event["start"], event["end"] = sentences[0]["start"], sentences[0]["end"]
    return event


def _distinct(records: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield ``records`` without those that repeat another one of their sentence.

    Acts of one type by one actor in a sentence are one act told twice ("offered its troops to help"), that with the
    most recipients; what a refusal denies is told by the refusal.
    """
    kept: list[dict[str, Any]] = []
    for record in sorted(records, key=lambda r: (r["status"] != "actual", -len(r["recipient"]))):
        if not any(_covers(other, record) for other in kept):
            kept.append(record)
    for record in records:
        refused = record["polarity"] == "negative" and any(
            other["plover"] == "REJECT" and _is_beside(other, record) for other in kept
        )
        if any(record is other for other in kept) and not refused:
            yield record


def _covers(known: dict[str, Any], record: dict[str, Any]) -> bool:
    same = known["plover"] == record["plover"] and known["polarity"] == record["polarity"]
    parties = [{party["text"] for side in ACTING for party in event[side]} for event in (known, record)]
    return same and (parties[0] == parties[1] or _is_beside(known, record))


def _is_beside(known: dict[str, Any], record: dict[str, Any]) -> bool:
    """Return whether ``record`` is told in the sentence of ``known``, of the same actor."""
    actors = [{party["text"] for party in event["actor"]} for event in (known, record)]
    return known["start"] == record["start"] and bool(actors[0] & actors[1])


class Actors:
    """Names and countries of those who act."""

    def __init__(self, graph: Any) -> None:
        """Look them up in ``graph``."""
        self.graph = graph
        self.mentions: defaultdict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
        for mention in graph.graph.get("mentions", ()):
            if mention["kind"] in ("name", "nominal"):
                self.mentions[mention["article"], mention["entity"]].append(mention)

    def describe(self, name: str, sentences: list[Mapping[str, Any]]) -> dict[str, str | None]:
        """Return the text and country of the entity ``name`` as ``sentences`` speak of it."""
        label = self.graph.nodes[name].get("label") or name
        words = self._words(name, sentences)
        return {"text": f"{label} ({words})" if words and words != label else label, "country": self.country(name)}

    def _words(self, name: str, sentences: list[Mapping[str, Any]]) -> str | None:
        for sentence in sentences:
            for mention in self.mentions[sentence["article"], name]:
                if sentence["start"] <= mention["start"] and mention["end"] <= sentence["end"]:
                    text: str = self.graph.graph["articles"][sentence["article"]]["text"]
                    return text[mention["start"] : mention["end"]]
        return None

    def country(self, name: str, depth: int = 3) -> str | None:
        """Return the ISO alpha-3 code of the State that ``name`` is, or belongs to; None if there is none."""
        if name not in self.graph or depth == 0:
            return None
        facts = self.graph.nodes[name].get("facts") or {}
        codes = values(facts, "iso3")
        if codes:
            return codes[0]
        above = [item for term in BELONGS for item in values(facts, term)]
        above += sorted(
            {
                object
                for _, object, record in self.graph.out_edges(name, data=True)
                if record["predicate"] in (*STATED, *BELONGS) and record.get("status", "actual") == "actual"
            }
        )
        found = (self.country(item, depth - 1) for item in above)
        return next((code for code in found if code), None)
