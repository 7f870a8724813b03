"""The lexicon's tables and their loader."""

import re
import shutil
from collections import Counter

import pytest

from kg.errors import DataError
from kg.lexicon import HEADERS, Condition, lexicon_folder, load_lexicon, parse_condition
from kg.vocab import EDGE_OF_TYPE

# Forms that no rule of spelling gives.
IRREGULAR = dict(
    pair.split(":")
    for pair in """
    be:is become:became begin:began blow:blew break:broke bring:brought build:built buy:bought choose:chose come:came
    draw:drew drive:drove dwell:dwelt fall:fell feed:fed fight:fought find:found fly:flew forbid:forbade forget:forgot
    forgive:forgave freeze:froze get:got give:gave go:went have:had hear:heard hold:held keep:kept lay:laid lead:led
    leave:left lend:lent make:made mean:meant meet:met overrun:overran overthrow:overthrew partake:partook
    pay:paid read:read rebuild:rebuilt retake:retook ring:rang rise:rose run:ran say:said see:saw seek:sought sell:sold
    send:sent shake:shook shoot:shot shrink:shrank sink:sank sit:sat slay:slew speak:spoke stand:stood stick:stuck
    strike:struck strive:strove swear:swore sweep:swept take:took tell:told think:thought throw:threw
    understand:understood undertake:undertook unfreeze:unfroze uphold:upheld withdraw:withdrew withhold:withheld
    win:won wind:wound write:wrote
    """.split()
)


@pytest.fixture(scope="module")
def lexicon():
    return load_lexicon()


def mentions(lemma, example):
    """Return whether a form of each word of ``lemma`` stands in ``example``."""
    words = re.findall(r"[\w'-]+", example.lower())
    return all(any(is_form(word, part) for word in words) for part in lemma.split())


def is_form(word, lemma):
    stem = re.sub(r"(?<=\w{2})(e|y)$", "", lemma)
    return word == lemma or word == IRREGULAR.get(lemma) or word.startswith(stem)


def test_every_example_of_a_frame_contains_its_lemma(lexicon):
    missing = [f"{f.lemma}: {f.example}" for f in lexicon.tables.frames if not mentions(f.lemma, f.example)]
    assert missing == []


@pytest.mark.parametrize("table", ["complements", "speech"])
def test_every_other_example_contains_its_lemma(lexicon, table):
    rows = getattr(lexicon.tables, table)
    phrases = {"as put it"}
    assert [row for row in rows if row.lemma not in phrases and not mentions(row.lemma, row.example)] == []


def test_every_example_is_one_sentence(lexicon):
    assert [f.example for f in lexicon.tables.frames if not re.fullmatch(r"[A-Z][^.?!]*[.?!]", f.example)] == []


def test_there_are_frames_enough_for_every_event_type(lexicon):
    counts = Counter(frame.type for frame in lexicon.tables.frames)
    assert set(counts) == set(EDGE_OF_TYPE)
    assert min(counts.values()) >= 40
    assert sum(counts.values()) >= 700


@pytest.mark.parametrize(
    ("table", "least"), [("complements", 300), ("speech", 120), ("issues", 250), ("contexts", 250), ("nouns", 300)]
)
def test_tables_are_full(lexicon, table, least):
    assert len(getattr(lexicon.tables, table)) >= least


@pytest.mark.parametrize("name", HEADERS)
def test_rows_are_sorted_and_end_with_a_newline(name):
    text = (lexicon_folder() / f"{name}.tsv").read_text("utf-8")
    rows = [tuple(line.split("\t")) for line in text.split("\n")[1:-1]]
    assert text.endswith("\n")
    assert rows == sorted(rows)


def test_no_two_frames_ask_for_the_same(lexicon):
    seen = Counter((f.pos, f.lemma, frozenset(f.conditions)) for f in lexicon.tables.frames)
    assert [key for key, count in seen.items() if count > 1] == []


def test_frames_that_ask_for_more_come_first(lexicon):
    counts = [len(frame.conditions) for frame in lexicon.frames("verb", "agree")]
    assert counts == sorted(counts, reverse=True)
    assert lexicon.frames("verb", "agree")[0].type == "Concede"


def test_unknown_words_give_nothing(lexicon):
    assert lexicon.frames("verb", "xyzzy") == ()
    assert lexicon.light("xyzzy") == ()
    assert lexicon.complement("xyzzy", "verb") is None
    assert lexicon.speech("xyzzy", "verb") is None
    assert lexicon.modal("xyzzy") is None
    assert lexicon.noun_class("xyzzy") == frozenset()
    assert lexicon.issue("xyzzy") is None
    assert lexicon.context(["xyzzy"]) is None
    assert not lexicon.unpolitical(["xyzzy"])


@pytest.mark.parametrize(
    ("cue", "status"),
    [("will", "planned"), ("could", "hypothetical"), ("never", "negated"), ("reportedly", "actual"), ("today", None)],
)
def test_modal_cues_give_a_status(lexicon, cue, status):
    assert lexicon.modal(cue) == status


def test_hearsay_is_told_from_assertion(lexicon):
    assert lexicon.hearsay("reportedly")
    assert not lexicon.hearsay("will")


def test_an_issue_is_found_in_singular_plural_and_by_synonym(lexicon):
    assert lexicon.issue("drug smuggling") == lexicon.issue("drug trafficking")
    assert lexicon.issue("border disputes").kind == "Issue"
    assert lexicon.issue("terrorism").kind == "Threat"


@pytest.mark.parametrize(
    ("words", "context"),
    [
        ("inspector of the iaea visit the reactor", "cbrn"),
        ("the minister discuss climate change", "environment"),
        ("the union send peacekeeper to the buffer zone", "peacekeeping"),
        ("voter cast ballot", "election"),
    ],
)
def test_context_is_what_most_words_speak_for(lexicon, words, context):
    assert lexicon.context(words.split()) == context


@pytest.mark.parametrize(
    "words",
    [
        "the goalkeeper save a shot",
        "the striker attack in the first match",
        "he suffer a heart attack",
        "share and bond fall",
        "preheat the grill",
    ],
)
def test_other_walks_of_life_are_known(lexicon, words):
    assert lexicon.unpolitical(words.split())


@pytest.mark.parametrize(
    "words",
    [
        "the arab league set a goal for its member",
        "the candidate win the race for president",
        "the minister attack the plan",
        "rebel attack a wedding and kill a couple",
        "doctor send treatment to patient in haiti",
    ],
)
def test_politics_in_the_words_of_sport_is_politics(lexicon, words):
    assert not lexicon.unpolitical(words.split())


def test_cameo_codes_of_a_mode_win_over_those_of_the_type(lexicon):
    assert lexicon.cameo("Consult", "visit") == ("042",)
    assert lexicon.cameo("Consult", "multilateral") == ("04",)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("obj", Condition("has", "obj")),
        ("obj=visit|call", Condition("has", "obj", frozenset({"visit", "call"}))),
        ("no:obj", Condition("no", "obj")),
        ("obj:agent", Condition("agent", "obj")),
        ("prep:to:place", Condition("place", "prep:to")),
        ("prep:out of", Condition("has", "prep:out of")),
        ("xcomp=withdraw", Condition("xcomp", "xcomp", frozenset({"withdraw"}))),
        ("comp", Condition("comp", "comp")),
        ("plural", Condition("plural")),
    ],
)
def test_conditions_are_parsed(text, condition):
    assert parse_condition(text) == condition


@pytest.mark.parametrize("text", ["object", "obj:animal", "prep", "obj=", "comp=say", ""])
def test_malformed_conditions_are_refused(text):
    with pytest.raises(ValueError, match="with"):
        parse_condition(text)


@pytest.fixture
def folder(tmp_path):
    """Return a copy of the tables that a test may spoil."""
    return shutil.copytree(lexicon_folder(), tmp_path / "lexicon")


@pytest.mark.parametrize(
    ("table", "row", "message"),
    [
        ("frames", "Agree\t\tverb\tnod", "expected 10 cells, got 4"),
        ("frames", "Nod\t\tverb\tnod\t\tsubj\t\t\t\tOman nodded.", "'type' must be one of"),
        ("frames", "Agree\tvisit\tverb\tnod\t\tsubj\t\t\t\tOman nodded.", "'mode' must be one of"),
        ("frames", "Agree\t\tverb\tnod\tobject\tsubj\t\t\t\tOman nodded.", "'with' must hold conditions"),
        ("frames", "Agree\t\tverb\tnod\t\tsubject\t\t\t\tOman nodded.", "'actor' must hold slots"),
        ("frames", "Agree\t\tverb\tnod\t\tsubj\t\t\tnods\tOman nodded.", "'property' must be one of"),
        ("frames", "Agree\t\tverb\tnod\t\tsubj\t\t\t\t", "'example' must be filled"),
        ("frames", "Agree\t\tverb\tNod\t\tsubj\t\t\t\tOman nodded.", "'lemma' must be in lower case"),
        ("complements", "nod\tverb\tnods\t\tOman nodded.", "'effect' must be one of"),
        ("cameo", "Agree\t\tthree", "'codes' must be CAMEO codes"),
        ("lightverbs", "hold\tobject\tactor", "'via' must be a slot"),
        ("unpolitical", "match\tsport\tmiddling", "'strength' must be one of"),
        ("confidence", "rule\tactions.verb\thigh\t9\t1", "'weight' must be a number"),
    ],
)
def test_malformed_row_is_refused_with_its_place(folder, table, row, message):
    path = folder / f"{table}.tsv"
    lines = path.read_text("utf-8").count("\n")
    path.write_text(path.read_text("utf-8") + row + "\n", "utf-8")
    with pytest.raises(DataError, match=rf"{table}\.tsv:{lines + 1}: .*{message}"):
        load_lexicon(folder)


def test_missing_file_is_refused(folder):
    (folder / "issues.tsv").unlink()
    with pytest.raises(DataError, match=r"issues\.tsv: expected a table"):
        load_lexicon(folder)


def test_wrong_header_is_refused(folder):
    (folder / "nouns.tsv").write_text("word\tclass\n", "utf-8")
    with pytest.raises(DataError, match=r"nouns\.tsv:1: expected the columns lemma, class"):
        load_lexicon(folder)


def test_repeated_row_is_refused(folder):
    path = folder / "nouns.tsv"
    path.write_text(path.read_text("utf-8") + path.read_text("utf-8").split("\n")[1] + "\n", "utf-8")
    with pytest.raises(DataError, match="expected each row once, got line 2 again"):
        load_lexicon(folder)


def test_version_depends_on_what_the_files_hold(folder, lexicon):
    assert re.fullmatch(r"[0-9a-f]{16}", lexicon.version)
    path = folder / "nouns.tsv"
    path.write_text(path.read_text("utf-8") + "zzz\tgroup\n", "utf-8")
    assert load_lexicon(folder).version != lexicon.version


def test_a_condition_names_goods_by_their_kind(lexicon):
    frames = [
        f for f in lexicon.frames("verb", "grant") for c in f.conditions if {"million", "krona", "rouble"} <= c.values
    ]
    assert frames
    assert not any(value.startswith("@") for f in lexicon.tables.frames for c in f.conditions for value in c.values)


def test_a_condition_names_no_kind_that_does_not_exist():
    with pytest.raises(ValueError, match="@stamps"):
        parse_condition("obj=million|@stamps")
