"""PLOVER records: a line per article, typed events with actors and countries."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from kg.exporters.plover import Actors, write
from kg.model import Article, Facts
from tests.rdf.samples import FACTS, entity_id, sample_graph


def lines(tmp_path: Path, parts: tuple[Facts, ...] = FACTS) -> list[dict[str, Any]]:
    write(sample_graph(parts), tmp_path / "plover.jsonl")
    return [json.loads(line) for line in (tmp_path / "plover.jsonl").read_text("utf-8").splitlines()]


def test_there_is_a_line_per_article_whatever_the_order_in_which_they_were_read(tmp_path: Path) -> None:
    quiet = Facts(Article("quiet", "Nothing happened."))
    found = lines(tmp_path, (FACTS[1], quiet, FACTS[0]))
    assert sorted(line["id"] for line in found) == ["quiet", "sample-nairobi", "sample-vienna"]
    assert {"id": "quiet", "events": []} in found
    assert found == lines(tmp_path, (FACTS[0], FACTS[1], quiet))


def test_events_carry_type_code_parties_status_and_date(tmp_path: Path) -> None:
    events = lines(tmp_path)[0]["events"]
    assert [event["plover"] for event in events] == ["CONSULT", "AGREE", "AGREE", "SUPPORT"]
    aid = events[2]
    assert aid["cameo"] == "03", "announced aid is agreeing to it"
    assert aid["actor"] == [{"text": "Austria", "country": "AUT"}]
    assert aid["recipient"] == [{"text": "Moldova", "country": "MDA"}]
    assert (aid["status"], aid["date"], aid["polarity"]) == ("planned", "2023-04", "positive")
    assert events[3]["polarity"] == "negative"
    assert FACTS[0].article.text[aid["start"] : aid["end"]].startswith("Weiden said that Austria")


def test_what_is_only_possible_is_no_event(tmp_path: Path) -> None:
    assert not [event for line in lines(tmp_path) for event in line["events"] if event["status"] == "hypothetical"]


def test_a_person_has_the_country_that_he_or_she_represents() -> None:
    actors = Actors(sample_graph())
    assert actors.country(entity_id("Clara Weiden")) == "AUT"
    assert actors.country("place_Q1741") == "AUT"
    assert actors.country(entity_id("Austrian Foreign Ministry")) == "AUT"
    assert actors.country(entity_id("Daudi Omolo")) is None
    assert actors.country("nobody") is None


def test_the_words_of_the_sentence_stand_beside_the_name(tmp_path: Path) -> None:
    consult = next(event for event in lines(tmp_path)[1]["events"] if event["plover"] == "CONSULT")
    assert consult["actor"][0]["text"] == "Daudi Omolo (Omolo)"


def test_an_event_told_twice_in_an_article_is_written_once(tmp_path: Path) -> None:
    aid = next(event for event in FACTS[0].events if event.kind == "Aid")
    twice = replace(FACTS[0], events=(*FACTS[0].events, replace(aid, id="event_again", date=None)))
    assert len(lines(tmp_path, (twice,))[0]["events"]) == 4
