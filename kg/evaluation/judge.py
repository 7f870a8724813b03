"""The edges of a graph held against gold: right, wrong, missed."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from kg.evaluation.gold import Gold, GoldTriple
from kg.graph.assemble import Graph
from kg.model import STATUSES
from kg.vocab import EDGES

Verdict = Literal["right", "optional", "repeated", "wrong"]
SYMMETRIC = frozenset({"agrees", "consults", "cooperates"})
# A phrase names these, and another phrase may name them as well; of all else the name has to be right.
DESCRIPTIVE = frozenset({"Position", "Issue", "Threat", "Agreement", "Meeting", "Event"})
LIKENESS = 0.6
FUNCTION_WORDS = frozenset("the a an of on in at to for and with by s his her its their between".split())


@dataclass(frozen=True)
class Found:
    """An edge of the graph and how it stands to gold; what is not compared is None.

    ``edge`` holds its ids: subject, predicate, object. ``gold`` is the annotated fact that it is, in words. ``untrue``:
    stated as actual, but gold says that it is not.
    """

    article: str
    edge: tuple[str, str, str]
    fact: str
    predicate: str
    verdict: Verdict
    status: str
    rule: str
    confidence: float
    sentence: str
    gold: str | None = None
    gold_status: str | None = None
    status_right: bool | None = None
    speaker_right: bool | None = None
    date_right: bool | None = None
    untrue: bool = False


@dataclass(frozen=True)
class Missed:
    """A required fact of gold that the graph lacks.

    ``no_subject``, ``no_object``: of which kind the entity at that end is, if no node stands for it; else None.
    """

    article: str
    fact: str
    predicate: str
    status: str
    sentence: str
    no_subject: str | None = None
    no_object: str | None = None


@dataclass(frozen=True)
class Judgement:
    """All that was found and missed in one article or in many."""

    found: tuple[Found, ...]
    missed: tuple[Missed, ...]
    entities: int = 0
    entities_found: int = 0
    articles: int = 1


def joined(parts: Iterable[Judgement]) -> Judgement:
    """Return the judgements of several articles as one."""
    every = list(parts)
    return Judgement(
        found=tuple(found for part in every for found in part.found),
        missed=tuple(missed for part in every for missed in part.missed),
        entities=sum(part.entities for part in every),
        entities_found=sum(part.entities_found for part in every),
        articles=sum(part.articles for part in every),
    )


def judge(gold: Gold, graph: Graph) -> Judgement:
    """Return how ``graph``, made of this article alone, stands to ``gold``.

    A required fact counts once: a second edge for it (an entity in two nodes) is ``repeated``. An optional fact counts
    neither for nor against.
    """
    stands = {name: set(nodes) for name, nodes in align(gold, graph).items()}
    missing = dict.fromkeys(range(len(gold.triples)))
    found = []
    for edge, records in sorted(edges(graph).items()):
        subject, predicate, object = edge
        matching = [n for n, t in enumerate(gold.triples) if _is(t, subject, predicate, object, stands)]
        required = [n for n in matching if not gold.triples[n].optional and n in missing]
        allowed = [n for n in matching if gold.triples[n].optional]
        verdict: Verdict = "right" if required else "optional" if allowed else "repeated" if matching else "wrong"
        number = next(iter(required or allowed), None)
        if required:
            del missing[required[0]]
        triple = None if number is None else gold.triples[number]
        words = f"{graph.nodes[subject]['label']} {predicate} {graph.nodes[object]['label']}"
        found.append(_found(gold, triple, verdict, edge, words, records, stands))
    missed = [_missed(gold, gold.triples[n], stands) for n in missing if not gold.triples[n].optional]
    return Judgement(tuple(found), tuple(missed), len(stands), sum(bool(nodes) for nodes in stands.values()))


def edges(graph: Graph) -> dict[tuple[str, str, str], list[dict[str, Any]]]:
    """Return the assertions of ``graph`` by subject, predicate and object; a symmetric edge has one direction."""
    found: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for subject, object, record in graph.edges(data=True):
        predicate = record["predicate"]
        if "evidence" in record and predicate in EDGES:
            ends = sorted((subject, object)) if predicate in SYMMETRIC else (subject, object)
            found[ends[0], predicate, ends[1]].append(record)
    return found


def _is(triple: GoldTriple, subject: str, predicate: str, object: str, stands: Mapping[str, set[str]]) -> bool:
    if predicate != triple.predicate:
        return False
    pairs = [(subject, object), (object, subject)] if predicate in SYMMETRIC else [(subject, object)]
    return any(
        any(s in stands[e] for e in triple.subjects) and any(o in stands[e] for e in triple.objects) for s, o in pairs
    )


def _found(
    gold: Gold,
    triple: GoldTriple | None,
    verdict: Verdict,
    edge: tuple[str, str, str],
    words: str,
    records: Sequence[Mapping[str, Any]],
    stands: Mapping[str, set[str]],
) -> Found:
    best = max(records, key=lambda record: (record["confidence"], record["rule"]))
    found = Found(
        article=gold.article.id,
        edge=edge,
        fact=words,
        predicate=best["predicate"],
        verdict=verdict,
        status=min((record["status"] for record in records), key=STATUSES.index),
        rule=best["rule"],
        confidence=best["confidence"],
        sentence=" ".join(best["evidence"][0]["quote"].split()),
    )
    if triple is None:
        return found
    speakers = [{record["attributed_to"]} - {None} for record in records]
    said_by = stands[triple.said_by] if triple.said_by else None
    # An interval is right where gold is less exact: "2018-04-24/2018-04-26" lies in 2018-04.
    dates = [record["date"] or "" for record in records]
    return replace(
        found,
        gold=_in_words(gold, triple),
        gold_status=triple.status,
        status_right=any(record["status"] == triple.status for record in records),
        speaker_right=any(bool(s & said_by) if said_by is not None else not s for s in speakers),
        date_right=any(date.startswith(triple.date) for date in dates) if triple.date else None,
        untrue=triple.status != "actual" and any(record["plain"] for record in records),
    )


def _missed(gold: Gold, triple: GoldTriple, stands: Mapping[str, set[str]]) -> Missed:
    no_subject, no_object = (
        None if any(stands[entity] for entity in ends) else gold.kinds[ends[0]]
        for ends in (triple.subjects, triple.objects)
    )
    return Missed(
        article=gold.article.id,
        fact=_in_words(gold, triple),
        predicate=triple.predicate,
        status=triple.status,
        sentence=" ".join(triple.evidence.split()),
        no_subject=no_subject,
        no_object=no_object,
    )


def _in_words(gold: Gold, triple: GoldTriple) -> str:
    return f"{gold.names[triple.subjects[0]][0]} {triple.predicate} {gold.names[triple.objects[0]][0]}"


def align(gold: Gold, graph: Graph) -> dict[str, list[str]]:
    """Return, for each entity of ``gold``, the nodes that stand for it.

    A node stands for the entities that it shares a name with; failing that, for the one descriptive entity (a meeting,
    an issue …) whose names its own are most like, if they are like enough.
    """
    named: dict[str, set[str]] = defaultdict(set)
    for entity, names in gold.names.items():
        for name in names:
            named[plain_name(name)].add(entity)
    stands: dict[str, list[str]] = {entity: [] for entity in gold.names}
    for node, record in graph.nodes(data=True):
        labels = sorted({record["label"], *record["aliases"]} - {""}) if record.get("kind") != "Claim" else []
        for entity in {e for label in labels for e in named.get(plain_name(label), ())} or set(_likest(labels, gold)):
            stands[entity].append(node)
    return stands


def _likest(labels: Sequence[str], gold: Gold) -> Iterator[str]:
    candidates = [
        (max(likeness(name, label) for name in names for label in labels), entity)
        for entity, names in gold.names.items()
        if labels and gold.kinds[entity] in DESCRIPTIVE
    ]
    best = max(candidates, default=(0.0, ""))
    if best[0] >= LIKENESS:
        yield best[1]


def plain_name(name: str) -> str:
    """Return ``name`` in lower case, without accents, punctuation, possessive 's and leading article."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    words = re.sub(r"[^\w\s]", " ", re.sub(r"['’]s\b", "", letters)).split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def likeness(a: str, b: str) -> float:
    """Return how alike the content words of two phrases are: 0 (none shared) to 1 (the same)."""
    x, y = _content(a), _content(b)
    return 2 * (x & y).total() / (x.total() + y.total()) if x & y else 0.0


def _content(name: str) -> Counter[str]:
    words = (word for word in plain_name(name).split() if word not in FUNCTION_WORDS)
    return Counter(word[:-1] if word.endswith("s") and len(word) > 3 else word for word in words)
