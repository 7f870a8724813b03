"""Texts that try to run scripts or to break out, and a graph that has them wherever text may stand."""

from __future__ import annotations

from typing import Any

from kg.graph.assemble import assemble
from kg.model import Article, Assertion, Claim, Entity, Event, Evidence, Facts, Mention
from tests.hostile import HOSTILE as COMMON
from tests.hostile import RUN

HOSTILE = (
    *COMMON,
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    "{{ 7 * 7 }}{% include '/etc/passwd' %}{{ accounts.graph }}",
    "=cmd|' /C calc'!A0",
    '"""; DROP ALL; # \' } > < ?x',
    "__proto__ %2F %E0%A4%A & # ? \x00\x1b[31m",
)
KINDS = ("Person", "State", "InternationalOrganization", "ArmedGroup", "Meeting", "Place")


def hostile_facts() -> list[Facts]:
    """Return an article for each hostile text, which is its title, source, address, text, names and rules."""
    return [_article(number, text) for number, text in enumerate(HOSTILE)]


def hostile_graph() -> Any:
    """Return the graph of these articles."""
    return assemble(hostile_facts(), run={text: text for text in HOSTILE[:3]})


def _article(number: int, text: str) -> Facts:
    words = f"{text} met {text}."
    article = Article(
        id=f"{text} {number}",
        text=f"{text}\n\n{words}",
        title=text,
        date="2023-03-14" if number % 2 else None,
        source=text,
        url=text if number % 3 else f"https://example.org/{text}",
        language=text,
        title_end=len(text),
    )
    start = len(text) + 2
    evidence = (
        Evidence(article.id, start, start + len(words), words, text, 0.5, (start, start + 3), (start + 2, start + 9)),
    )
    kind = KINDS[number % len(KINDS)]
    names = [f"organization_h{number}", f"person_h{number}"]
    entities = (
        Entity(
            names[0],
            kind if kind != "Meeting" else "Company",
            text,
            frozenset({text[::-1] + "\ud83d"}),
            (("wikidata", text),),
        ),
        Entity(names[1], "Person", f"{text} ", frozenset({text}), (("iso2", text),)),
    )
    event = Event(
        f"event_h{number}" if number % 2 else f"meeting_h{number}",
        "Consult" if number % 2 else "Meeting",
        text,
        frozenset({("actor", names[0]), ("recipient", names[1])}),
        "2023-03",
        "negated" if number % 3 else "actual",
        names[1],
        text,
        text,
        evidence,
    )
    edges = (
        Assertion(names[0], "consults", names[1], "planned", names[1], "2023-03", event.id, evidence),
        Assertion(names[0], "consults", names[1], "actual", None, "2023-03", event.id, evidence),
        Assertion(names[1], "criticizes", names[0], "actual", names[1], text, None, evidence),
    )
    claim = Claim(f"claim_h{number}", names[1], "direct", frozenset({edges[2].id}), None, names[0], evidence=evidence)
    mentions = (Mention(article.id, 0, len(text), names[0], "name"),)
    return Facts(article, entities, (event,), edges, (claim,), mentions)
