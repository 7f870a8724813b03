"""The two retold articles say what their news said: each of its facts is in the graph."""

import json
from pathlib import Path

import pytest

ARTICLES = Path(__file__).parents[1] / "data" / "articles" / "retellings.jsonl"
STATES = ("Russia", "China", "Iran", "Pakistan", "Tajikistan", "Turkmenistan", "Uzbekistan")
NEIGHBOURS, BEIJING = "retelling-lavrov-afghan-neighbours-2021", "retelling-sco-ministers-beijing-2018"
FIGHT = {"status": "planned", "said_by": "Sergey Lavrov"}
# Article, subject, property, object (words of its label), and what else must hold of the assertion.
ROWS = [
    (NEIGHBOURS, "Sergey Lavrov", "holdsPosition", "foreign minister", {}),
    (NEIGHBOURS, "Sergey Lavrov", "represents", "Russia", {}),
    *((NEIGHBOURS, who, "addresses", "drug trafficking", FIGHT) for who in ("Russia", "SCO", "CSTO")),
    *((NEIGHBOURS, state, "attends", "ministerial meeting", {}) for state in STATES),
    (NEIGHBOURS, "ministerial meeting", "takesPlaceIn", "Tehran", {}),
    (NEIGHBOURS, "Levan Dzhagaryan", "attends", "ministerial meeting", {"status": "planned"}),
    (NEIGHBOURS, "CSTO", "organizes", "summits", {"date": "2021-09"}),
    (NEIGHBOURS, "SCO", "organizes", "summits", {"date": "2021-09"}),
    (NEIGHBOURS, "summits", "takesPlaceIn", "Dushanbe", {"date": "2021-09"}),
    (NEIGHBOURS, "Taliban", "assaults", "Kabul", {"date": "2021-08-15"}),
    (NEIGHBOURS, "any country", "supports", "interim government", {"status": "negated"}),
    (BEIJING, "Sergey Lavrov", "holdsPosition", "foreign minister", {}),
    (BEIJING, "Sergey Lavrov", "represents", "Russia", {}),
    (BEIJING, "Sergey Lavrov", "attends", "meeting of SCO foreign ministers", {"date": "2018-04-24"}),
    (BEIJING, "meeting of SCO foreign ministers", "takesPlaceIn", "Beijing", {"date": "2018-04-24"}),
]


@pytest.fixture(scope="module")
def stated(facts):
    """Return a function from an article's id to its assertions, with sets of names in the place of ids."""
    known = {}
    for line in ARTICLES.read_text("utf-8").splitlines():
        article = json.loads(line)
        found = facts(article["text"], date=article["date"], title=article["title"])
        names = {e.id: {name.lower() for name in (e.label, *e.aliases)} for e in found.entities}
        known[article["id"]] = [
            (names[a.subject], a.predicate, names[a.object], a, names.get(a.attributed_to, set()))
            for a in found.assertions
        ]
    return known.__getitem__


@pytest.mark.parametrize(("article", "subject", "predicate", "object", "more"), ROWS)
def test_fact_of_the_news_is_in_its_retelling(stated, article, subject, predicate, object, more):
    found = [
        (a, speakers)
        for subjects, p, objects, a, speakers in stated(article)
        if p == predicate and _named(subject, subjects) and _named(object, objects)
    ]
    assert found
    assert any(
        a.status == more.get("status", "actual")
        and more.get("said_by", "").lower() in {*speakers, ""}
        and (a.date or "").startswith(more.get("date", ""))
        for a, speakers in found
    )


def test_nobody_recognizes_the_interim_government(stated):
    found = [a for s, p, o, a, _ in stated(NEIGHBOURS) if p == "supports" and _named("interim government", o)]
    assert {a.status for a in found} == {"negated"}


def _named(wanted, names):
    words = set(wanted.lower().split())
    return any(words <= set(name.split()) for name in names)
