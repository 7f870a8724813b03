"""Graphs of any size with invented names and a realistic mix of nodes, edges and evidence, the same at every run."""

from __future__ import annotations

import random
from typing import Any

import networkx as nx

from kg.model import STATUSES, digest

PARTS = (
    "al an ar bel bor bran cal cor dal dor el fen gal gor hal il jor kal kor lan lor mar mel mir nar nor ol or pal per "
    "quin ran ros sal sar sel sol tal tar tel tor ul val var vel ver vin vor wel yar zan zel"
).split()
ENDS = {
    "State": ("ia", "stan", "land", "ovia", "aria"),
    "Person": ("in", "ez", "ov", "sen", "ara"),
    "Place": ("burg", "ton", "abad", "ville", "port"),
}
GIVEN = ("Ada", "Boris", "Chen", "Daudi", "Elena", "Farid", "Grace", "Hana", "Ivo", "Jamal", "Keiko", "Luis", "Mira")
BODIES = ("Union", "Council", "League", "Conference", "Organization", "Alliance", "Commission", "Forum", "Bank")
OFFICES = ("Foreign Minister", "President", "Prime Minister", "Defence Minister", "Ambassador", "Special Envoy")
ISSUES = ("border", "water", "grain", "fisheries", "debt", "energy", "refugee", "visa", "customs", "rail")
THREATS = ("smuggling", "piracy", "terrorism", "drought", "drug trafficking", "cyber attacks", "arms trafficking")
SHARES = (
    ("State", 0.14),
    ("InternationalOrganization", 0.07),
    ("GovernmentBody", 0.07),
    ("ArmedGroup", 0.02),
    ("PoliticalGroup", 0.02),
    ("MediaOrganization", 0.02),
    ("Company", 0.02),
    ("Place", 0.1),
    ("Position", 0.06),
    ("Issue", 0.05),
    ("Threat", 0.04),
    ("Agreement", 0.05),
    ("Meeting", 0.13),
)
AGENTS = ("State", "InternationalOrganization", "Person", "GovernmentBody")
PATTERNS: tuple[tuple[str, tuple[str, ...], tuple[str, ...], str | None, int], ...] = (
    ("attends", (*AGENTS, "Company"), ("Meeting",), "Consult", 22),
    ("consults", AGENTS, AGENTS, "Consult", 18),
    ("represents", ("Person",), ("State", "InternationalOrganization"), None, 8),
    ("holdsPosition", ("Person",), ("Position",), None, 7),
    ("takesPlaceIn", ("Meeting",), ("Place", "State"), None, 8),
    ("hosts", ("State", "Person"), ("Meeting",), "Consult", 4),
    ("organizes", ("InternationalOrganization",), ("Meeting",), "Consult", 4),
    ("addresses", ("Meeting", "State", "InternationalOrganization"), ("Issue", "Threat"), None, 7),
    ("agrees", AGENTS, ("Agreement", "State"), "Agree", 5),
    ("criticizes", AGENTS, (*AGENTS, "ArmedGroup"), "Accuse", 8),
    ("supports", AGENTS, (*AGENTS, "Agreement"), "Support", 7),
    ("requests", AGENTS, AGENTS, "Request", 6),
    ("aids", ("State",), ("State",), "Aid", 2),
    ("sanctions", ("State",), ("State", "Company"), "Sanction", 2),
    ("assaults", ("ArmedGroup", "State"), ("Place", "State"), "Assault", 2),
    ("rejects", AGENTS, ("Agreement", "Issue"), "Reject", 2),
    ("memberOf", ("State",), ("InternationalOrganization",), None, 8),
)


class _Maker:
    """Holds the dice and the graph in the making."""

    def __init__(self, size: int, seed: int) -> None:
        self.dice = random.Random(f"{size} {seed}")
        self.graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        self.by_kind: dict[str, list[str]] = {}
        self.used: set[str] = set()

    def word(self, kind: str) -> str:
        """Return a name not given before."""
        while True:
            name = "".join(self.dice.choice(PARTS) for _ in range(self.dice.choice((1, 2, 2))))
            name = (name + self.dice.choice(ENDS.get(kind, ENDS["Place"]))).capitalize()
            if name not in self.used:
                self.used.add(name)
                return name

    def pick(self, kinds: tuple[str, ...]) -> str | None:
        """Return a node of one of ``kinds``: the earlier ones are met far more often, as in the news."""
        have = [kind for kind in kinds if self.by_kind.get(kind)]
        if not have:
            return None
        nodes = self.by_kind[self.dice.choice(have)]
        return nodes[int(len(nodes) * self.dice.random() ** 2.4)]

    def label(self, kind: str) -> str:
        name = self.word(kind)
        if kind == "Person":
            return f"{self.dice.choice(GIVEN)} {name}"
        if kind == "InternationalOrganization":
            return f"{name} {self.dice.choice(BODIES)}"
        made = {
            "GovernmentBody": f"{name} Foreign Ministry",
            "ArmedGroup": f"{name} Front",
            "PoliticalGroup": f"{name} Party",
            "MediaOrganization": f"{name} News",
            "Company": f"{name} Gas",
            "Position": f"{self.dice.choice(OFFICES)} of {name}",
            "Issue": f"{name} {self.dice.choice(ISSUES)} dispute",
            "Threat": f"{self.dice.choice(THREATS)} near {name}",
            "Agreement": f"{name} {self.dice.choice(ISSUES)} agreement",
            "Meeting": f"{name} summit on {self.dice.choice(ISSUES)}",
        }
        return made.get(kind, name)

    def node(self, kind: str, number: int) -> None:
        label = self.label(kind)
        facts: dict[str, Any] = {}
        aliases = [label.split()[-1]] if kind == "Person" else []
        if kind == "State":
            code = chr(65 + number % 26) + chr(65 + number // 26 % 26)
            facts = {"iso2": code, "wikidata": f"Q{900000 + number}"}
        if kind == "InternationalOrganization":
            aliases = ["".join(word[0] for word in label.split()) + "O"]
        if kind in ("Place", "State"):
            facts["lat"] = f"{self.dice.uniform(-40, 65):.3f}"
            facts["lon"] = f"{self.dice.uniform(-120, 150):.3f}"
        key = f"{kind.lower()}_{digest(kind, label)}"
        self.graph.add_node(key, kind=kind, label=label, aliases=aliases, facts=facts)
        if kind == "Meeting":
            self.graph.nodes[key].update(
                date=self.date(), status="actual", attributed_to=None, mode=None, context=None, roles=[], evidence=[]
            )
        self.by_kind.setdefault(kind, []).append(key)

    def date(self) -> str:
        year, month, day = self.dice.choice((2021, 2022, 2023)), self.dice.randint(1, 12), self.dice.randint(1, 28)
        exact = f"{year}-{month:02}-{day:02}"
        return self.dice.choices((exact, f"{year}-{month:02}", str(year), f"{exact}/{year}-12-31"), (80, 12, 4, 4))[0]

    def article(self) -> str:
        articles = self.graph.graph["articles"]
        key = f"article_{digest(str(len(articles)))}"
        source = f"{('Morning', 'Evening', 'Northern', 'Harbour', 'Capital')[len(articles) % 5]} Courier"
        articles[key] = {
            "id": f"made-{len(articles)}",
            "title": f"{self.word('Place')} report",
            "date": self.date()[:10] if self.dice.random() < 0.95 else None,
            "source": source,
            "url": f"https://example.org/{len(articles)}",
            "language": "en",
            "sha256": "",
            "text": f"{source} report",
            "title_end": 0,
        }
        return key

    def evidence(self, article: str, subject: str, predicate: str, object_: str) -> dict[str, Any]:
        first, second = self.graph.nodes[subject]["label"], self.graph.nodes[object_]["label"]
        record = self.graph.graph["articles"][article]
        start = len(record["text"]) + 2
        quote = f"{first} {predicate} {second}, officials said on the sidelines of talks that lasted until the evening."
        record["text"] += "\n\n" + quote
        sentence = "sentence_" + digest(article, str(start), str(start + len(quote)))
        self.graph.graph["sentences"][sentence] = {
            "article": article,
            "start": start,
            "end": start + len(quote),
            "quote": quote,
        }
        middle = start + len(first) + 1
        last = middle + len(predicate) + 1
        for entity, begin, name in ((subject, start, first), (object_, last, second)):
            self.graph.graph["mentions"].append(
                {"article": article, "start": begin, "end": begin + len(name), "entity": entity, "kind": "name"}
            )
        return {
            "article": article,
            "sentence": sentence,
            "start": start,
            "end": start + len(quote),
            "quote": quote,
            "rule": f"made.{predicate}",
            "confidence": round(self.dice.uniform(0.5, 0.99), 2),
            "subject": (start, start + len(first)),
            "predicate": (middle, middle + len(predicate)),
            "object": (last, last + len(second)),
        }

    def edge(self, article: str) -> None:
        pattern = self.dice.choices(PATTERNS, [weight for *_, weight in PATTERNS])[0]
        predicate, subjects, objects, event_kind, _ = pattern
        subject, object_ = self.pick(subjects), self.pick(objects)
        if subject is None or object_ is None or subject == object_:
            return
        status = self.dice.choices(STATUSES, (78, 12, 6, 4))[0]
        date = self.date() if self.dice.random() < 0.7 else None
        speaker = self.pick(AGENTS) if self.dice.random() < 0.3 else None
        record = [self.evidence(article, subject, predicate, object_)]
        key = "assertion_" + digest(subject, predicate, object_, status, speaker or "", date or "")
        event = object_ if self.graph.nodes[object_]["kind"] == "Meeting" else None
        if event is None and event_kind is not None:
            event = self.event(event_kind, subject, object_, status, date, speaker, record)
        self.graph.add_edge(
            subject,
            object_,
            key=key,
            predicate=predicate,
            status=status,
            attributed_to=speaker,
            date=date,
            event=event,
            confidence=record[0]["confidence"],
            rule=record[0]["rule"],
            plain=status == "actual",
            evidence=record,
        )

    def event(
        self,
        kind: str,
        subject: str,
        object_: str,
        status: str,
        date: str | None,
        speaker: str | None,
        record: list[dict[str, Any]],
    ) -> str:
        key = "event_" + digest(kind, subject, object_, status, date or "")
        label = f"{self.graph.nodes[subject]['label']}: {kind.lower()} {self.graph.nodes[object_]['label']}"
        self.graph.add_node(
            key,
            kind=kind,
            label=label,
            aliases=[],
            facts={},
            date=date,
            status=status,
            attributed_to=speaker,
            mode=None,
            context=None,
            roles=[["actor", subject], ["recipient", object_]],
            evidence=record,
        )
        return key


def sample_graph(size: int, *, edges: float = 2.2, seed: int = 0) -> nx.MultiDiGraph[str]:
    """Return a graph of ``size`` nodes (events beside) and about ``edges`` times as many edges."""
    maker = _Maker(size, seed)
    maker.graph.graph.update(articles={}, sentences={}, mentions=[], run={"version": "0.1.0", "model": "none"})
    counts = {kind: max(1, round(size * share)) for kind, share in SHARES}
    counts["Person"] = max(1, size - sum(counts.values()))
    for kind, count in counts.items():
        for number in range(count):
            maker.node(kind, number)
    article = ""
    for number in range(round(size * edges)):
        if number % 7 == 0:
            article = maker.article()
        maker.edge(article)
    return maker.graph
