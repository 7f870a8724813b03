"""The lexicon's frames, each on its own example, and what fills their slots."""

from collections import Counter

import pytest

from kg.extractors._frames import best, fill
from kg.extractors._scene import Scene
from kg.gazetteer import load_gazetteer
from kg.lexicon import load_lexicon
from kg.model import Article
from kg.nlp import pipeline


@pytest.fixture(scope="module")
def scenes(nlp):
    """Return a function from texts to what is known of each."""
    lexicon, gazetteer = load_lexicon(), load_gazetteer()

    def run(texts):
        articles = [Article(id=str(i), text=text, date="2021-03-10") for i, text in enumerate(texts)]
        docs = pipeline.read(nlp, articles)
        return [Scene(doc, article, lexicon, gazetteer) for doc, article in zip(docs, articles, strict=True)]

    return run


def test_nine_in_ten_examples_are_read_as_the_event_type_of_their_frame(scenes):
    frames = load_lexicon().tables.frames
    right, total = Counter(), Counter()
    for frame, scene in zip(frames, scenes([frame.example for frame in frames]), strict=True):
        found = {match.type for c in scene.reading.clauses.values() if (match := best(scene, c)) is not None}
        right[frame.type] += frame.type in found
        total[frame.type] += 1
    assert sum(right.values()) / sum(total.values()) >= 0.9
    assert {type: right[type] / n for type, n in total.items() if right[type] / n < 0.75} == {}


@pytest.mark.parametrize(
    ("text", "lemma", "actor", "recipient"),
    [
        ("Brazil threw its weight behind Ghana.", "throw", ["Brazil"], ["Ghana"]),
        ("The killing of the nurse by Hamas shocked the town.", "killing", ["Hamas"], ["nurse"]),
        ("Chad was accused of fraud by Libya.", "accuse", ["Libya"], ["Chad"]),
        ("On Monday, Chad called for calm.", "call", ["Chad"], ["calm"]),
        ("Libya threatened to bomb Chad.", "threaten", ["Libya"], ["Chad"]),
        ("Talks between Chad and Libya resumed.", "talk", ["Chad", "Libya"], []),
    ],
)
def test_slots_are_filled(scenes, text, lemma, actor, recipient):
    (scene,) = scenes([text])
    clause = next(c for c in scene.reading.clauses.values() if c.lemma == lemma)
    frame = best(scene, clause)
    words = scene.reading.tree.text
    assert [words[i] for i in fill(scene, clause, frame.actor)] == actor
    assert [words[i] for i in fill(scene, clause, frame.recipient)] == recipient


@pytest.mark.parametrize(
    ("text", "lemma", "mode"),
    [
        ("The army carried out a drone strike on the convoy.", "strike", "drone"),
        ("The poet staged a hunger strike over his trial.", "strike", "hunger"),
        ("Unions staged a general strike over pay.", "strike", "strike"),
        ("Greece expelled two Libyan diplomats.", "expel", "expel"),
        ("The president spoke by phone with the king.", "speak", "phone"),
    ],
)
def test_modifiers_and_prepositions_tell_the_mode(scenes, text, lemma, mode):
    (scene,) = scenes([text])
    clause = next(c for c in scene.reading.clauses.values() if c.lemma == lemma)
    assert best(scene, clause).mode == mode
