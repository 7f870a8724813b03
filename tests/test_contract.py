"""The contract held by everything that the real pipeline says of the sample articles, and of what is made of them."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from kg.evaluation.sentences import read_sentences
from kg.extractors import extract
from kg.gazetteer import load_gazetteer
from kg.graph.assemble import assemble
from kg.model import Article, Assertion, Claim, Event, Evidence, Facts, digest
from kg.nlp import pipeline
from kg.rdf import mapping, times
from kg.rdf.check import check
from kg.readers import Options, read_paths
from kg.vocab import DKG, EDGES

DATA = Path(__file__).parent.parent / "data"
SAMPLES, GOLD = DATA / "articles", DATA / "gold"
PRONOUNS = frozenset(
    "i me my we us our you your he him his she her hers it its they them their this that these those who whom which "
    "what himself herself itself themselves one another each both all".split()
)
SYMMETRIC = ("consults", "cooperates", "agrees")
DESCRIPTIVE = ("Issue", "Threat", "Agreement", "Meeting", "Position")


def articles() -> list[Article]:
    """Return the sample articles."""
    problems: list[str] = []
    found = list(read_paths([SAMPLES], Options(), problems))
    assert problems == []
    return found


def read(nlp: Language, texts: Sequence[Article]) -> list[Facts]:
    """Return what each of ``texts`` states."""
    return [extract(doc, article) for doc, article in zip(pipeline.read(nlp, texts), texts, strict=True)]


def stated(facts: Facts) -> Iterator[tuple[Assertion | Event | Claim, Evidence]]:
    """Yield every fact with each piece of its evidence."""
    for fact in (*facts.assertions, *facts.events, *facts.claims):
        for evidence in fact.evidence:
            yield fact, evidence


@pytest.fixture(scope="module")
def told(nlp: Language) -> list[Facts]:
    """Return what the sample articles state, read in one go."""
    return read(nlp, articles())


def test_samples_state_something(told: list[Facts]) -> None:
    assert [facts.article.id for facts in told if len(facts.assertions) < 5] == []
    assert len({a.predicate for facts in told for a in facts.assertions}) >= 15
    assert {a.status for facts in told for a in facts.assertions} == {"actual", "planned", "hypothetical", "negated"}


def test_facts_keep_to_classes_properties_domains_and_ranges(told: list[Facts]) -> None:
    assert [fault for facts in told for fault in check(facts)] == []


def test_evidence_is_what_stands_in_the_text(told: list[Facts]) -> None:
    for facts in told:
        for fact, evidence in stated(facts):
            assert evidence.article == facts.article.id, fact
            assert facts.article.text[evidence.start : evidence.end] == evidence.quote, fact
            assert evidence.quote == evidence.quote.strip() != "", fact


def test_words_of_subject_predicate_and_object_lie_in_the_sentence(told: list[Facts]) -> None:
    for facts in told:
        for fact, evidence in stated(facts):
            for span in (evidence.subject, evidence.predicate, evidence.object):
                assert span is None or evidence.start <= span[0] < span[1] <= evidence.end, (fact, evidence)


def test_no_evidence_runs_over_a_paragraph(told: list[Facts]) -> None:
    assert [evidence.quote for facts in told for _, evidence in stated(facts) if "\n\n" in evidence.quote] == []


def test_what_is_not_actual_is_never_a_plain_edge(told: list[Facts]) -> None:
    graph = assemble(told)
    actual = {
        (subject, record["predicate"], object)
        for subject, object, record in graph.edges(data=True)
        if record["status"] == "actual"
    }
    assert all(record["plain"] == (record["status"] == "actual") for *_, record in graph.edges(data=True))
    edges = {DKG[name]: name for name in EDGES}
    for triple in mapping.triples(graph):
        if triple.predicate.value in edges:
            ends = [str(term).strip("<>").rpartition("/")[2] for term in (triple.subject, triple.object)]
            assert (ends[0], edges[triple.predicate.value], ends[1]) in actual


def test_article_read_alone_or_in_another_order_states_the_same(nlp: Language, told: list[Facts]) -> None:
    alone = [read(nlp, [article])[0] for article in reversed(articles())]
    assert alone[::-1] == told
    evidence = [[list(stated(facts)) for facts in every] for every in (alone[::-1], told)]
    assert [str(item) for item in evidence[0]] == [str(item) for item in evidence[1]]


def test_order_of_articles_changes_nothing_in_the_graph(told: list[Facts]) -> None:
    assert list(mapping.triples(assemble(told))) == list(mapping.triples(assemble(told[::-1])))


DIGEST = """
import hashlib, sys
from pathlib import Path
from kg import build
from kg.rdf import mapping
graph = build([Path(name) for name in sys.argv[1:]], formats=())
print(hashlib.sha256("".join(map(str, mapping.triples(graph))).encode()).hexdigest())
"""


def test_two_runs_in_processes_of_their_own_say_the_same() -> None:
    command = [sys.executable, "-c", DIGEST, str(SAMPLES / "retellings.jsonl")]
    runs = [
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True, text=True)
        for seed in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout != ""


def test_text_without_politics_states_hardly_an_event(nlp: Language) -> None:
    ordinary = [article for article, _ in read_sentences(GOLD / "ordinary.jsonl")]
    assert len(ordinary) >= 60
    told = [facts.article.text for facts in read(nlp, ordinary) if facts.events or facts.assertions]
    assert len(told) <= 5, told


def test_ids_say_what_they_stand_for_and_nothing_else(told: list[Facts]) -> None:
    for facts in told:
        for a in facts.assertions:
            parts = (a.subject, a.predicate, a.object, a.status, a.attributed_to or "", a.date or "", a.event or "")
            assert a.id == "assertion_" + digest(*parts)
        for things in (facts.entities, facts.events, facts.assertions, facts.claims):
            assert [name for name, count in Counter(thing.id for thing in things).items() if count > 1] == []
        # A meeting is an event, and its name is an entity of the same id.
        named = {entity.id: (entity.kind, entity.label) for entity in facts.entities}
        assert [e for e in facts.events if named.get(e.id, (e.kind, e.label)) != (e.kind, e.label)] == []


def test_no_label_is_a_pronoun_or_a_bare_nationality(told: list[Facts]) -> None:
    gazetteer = load_gazetteer()
    for facts in told:
        for entity in facts.entities:
            assert entity.label.lower() not in PRONOUNS, entity
            kinds = {form.kind for form in gazetteer.forms(entity.label)}
            assert kinds != {"adjective"} or entity.kind == "Person", entity


def test_labels_are_short_phrases_without_articles(told: list[Facts]) -> None:
    for facts in told:
        for thing in (*facts.entities, *facts.events):
            assert thing.label == " ".join(thing.label.split()), thing
            assert len(thing.label) <= 160, thing
            if thing.kind in DESCRIPTIVE:
                assert not thing.label.lower().startswith(("the ", "a ", "an ")), thing


def test_mutual_edge_is_written_once(told: list[Facts]) -> None:
    for facts in told:
        pairs = Counter(
            (a.predicate, *sorted((a.subject, a.object)), a.status, a.attributed_to, a.date, a.event)
            for a in facts.assertions
            if a.predicate in SYMMETRIC
        )
        assert [pair for pair, count in pairs.items() if count > 1] == []


def test_nothing_is_related_to_itself(told: list[Facts]) -> None:
    assert [a for facts in told for a in facts.assertions if a.subject == a.object] == []


def test_what_has_happened_is_not_dated_after_the_article(told: list[Facts]) -> None:
    for facts in told:
        for fact in (*facts.assertions, *facts.events):
            if fact.status == "actual" and fact.date and facts.article.date:
                bounds = times.bounds(fact.date)
                assert bounds is not None
                assert bounds[0] <= facts.article.date, fact


def test_speaker_is_one_who_can_speak(told: list[Facts]) -> None:
    for facts in told:
        kinds = {entity.id: entity.kind for entity in facts.entities}
        speakers = {a.attributed_to for a in facts.assertions if a.attributed_to} | {c.speaker for c in facts.claims}
        assert {kinds[name] for name in speakers} <= {
            "Person",
            "State",
            "Organization",
            "InternationalOrganization",
            "GovernmentBody",
            "ArmedGroup",
            "PoliticalGroup",
            "MediaOrganization",
            "Company",
            "Agreement",
        }


PIECES = [
    piece
    for article in articles()
    for paragraph in article.text.split("\n\n")
    for piece in (paragraph, *paragraph.split(". "))
    if piece.strip()
]
NOISE = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs",), exclude_characters="\x00"), min_size=1, max_size=12
) | st.sampled_from(
    [
        "\u200b",
        "\u202e",
        "\ufeff",
        "“",
        "”",
        "’s",
        "\u00a0",
        "\n\n",
        " -- ",
        "...",
        "(",
        ")",
        '"',
        "\t",
        "🇫🇷",
        "é",
        "ﬁ",
        "/TASS/.",
    ]
)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Return pieces of sample texts, cut short and with noise between and inside."""
    parts = []
    for piece in draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=3)):
        start = draw(st.integers(0, min(20, len(piece) - 1)))
        end = draw(st.integers(start + 1, len(piece)))
        middle = draw(st.integers(start, end))
        noise = draw(st.none() | NOISE)
        parts.append(piece[start:middle] + (noise or "") + piece[middle:end])
    return draw(st.sampled_from([" ", "\n\n", ". ", "\n", ""])).join(parts)


@given(text=damaged(), date=st.sampled_from([None, "1987-02-28", "2024-02-29"]), has_title=st.booleans())
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damaged_text_never_breaks_the_contract(nlp: Language, text: str, date: str | None, has_title: bool) -> None:
    title = text.split("\n")[0] if has_title else ""
    article = Article(id="damaged", text=text, title=title or None, date=date, title_end=len(title))
    (facts,) = read(nlp, [article])
    assert check(facts) == []
    for fact, evidence in stated(facts):
        assert text[evidence.start : evidence.end] == evidence.quote, fact
        for span in (evidence.subject, evidence.predicate, evidence.object):
            assert span is None or evidence.start <= span[0] < span[1] <= evidence.end, (fact, evidence)
