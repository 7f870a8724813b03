"""The lexicon's frames, each on its own example, and what fills their slots."""

from collections import Counter

import pytest

from kg.extractors._frames import best, fill
from kg.extractors._scene import Scene
from kg.gazetteer import load_gazetteer
from kg.lexicon import load_lexicon
from kg.model import Article
from kg.nlp import pipeline
from tests.extractors.edges import edges

PREDICATES = ("criticizes", "supports", "rejects", "requests")


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway came out against the plan to divide the island.", "Norway rejects plan to divide the island"),
        ("Norway came out against the raid on the port.", "Norway criticizes raid on the port"),
        ("Kenya came out in favour of the creation of a court.", "Kenya supports creation of a court"),
        ("Serbia laid the blame for the clashes on Kosovo.", "Serbia criticizes Kosovo"),
        ("Laos was held responsible by Thailand.", "Thailand criticizes Laos"),
        ("Ghana took exception to the remarks of the envoys.", "Ghana criticizes remarks of the envoys"),
        ("Malta dissociated itself from the draft resolution.", "Malta rejects draft resolution"),
        ("The raid on the port was met with condemnation from Jordan.", "Jordan criticizes raid on the port"),
        ("The visit to the shrine drew an angry response from China.", "China criticizes visit to the shrine"),
        ("The joint plan has the backing of Zambia.", "Zambia supports joint plan"),
        ("Norway noted with concern the arrest of the envoys.", "Norway criticizes arrest of the envoys"),
        ("Peru noted with satisfaction the release of the envoys.", "Peru supports release of the envoys"),
        ("Poland assured Ukraine of its support.", "Poland supports Ukraine"),
        ("Turkey issued a call for Sweden to free the envoys.", "Turkey requests Sweden"),
        ("A call by Ghana for Togo to free the envoys was ignored.", "Ghana requests Togo"),
        ("Ukraine lodged an appeal with the Security Council.", "Ukraine requests Security Council"),
        ("Fiji turned to Samoa for help.", "Fiji requests Samoa"),
        ("Oman urged restraint on both Yemen and Chad.", "Oman requests Yemen"),
        ("Sudan dismissed as baseless the charge that it had armed the rebels.", "Sudan rejects charge"),
        ("Latvia reacted angrily to the ban on its fish.", "Latvia criticizes ban on its fish"),
        ("Norway demanded the release of the two envoys.", "Norway supports release of the two envoys"),
        (
            "The Government of Kenya remains committed to the treaty and lends its backing to Togo.",
            "Kenya supports Togo",
        ),
        ("Spain is grateful to Oman for the loan.", "Spain supports Oman"),
        ("Argentina rejected a report published the day before.", "Argentina rejects report"),
        ("Peru lodged solemn representations with Chile over the map.", "Peru criticizes Chile"),
        ("India raised objections on the wording of the draft.", "India rejects wording of the draft"),
        ("The new tax on fish drew sharp attacks from Peru.", "Peru criticizes new tax on fish"),
        ("Namibia attacked Norway for its stance.", "Namibia criticizes Norway"),
        ("Ghana said the Togolese blockade must be lifted.", "Ghana requests Togo"),
        ("Some Andean leaders condemned the raid on the port.", "Andean leaders criticizes raid on the port"),
        ("Armenia and Georgia traded accusations over the border.", "Armenia criticizes Georgia"),
        ("Armenia and Georgia traded accusations over the border.", "Georgia criticizes Armenia"),
        ("Hungary gave the peace plan a cool reception.", "Hungary rejects peace plan"),
        ("Peru sprang to the defence of Cuba.", "Peru supports Cuba"),
        ("Lebanon complained to the United Nations over Israeli raids.", "Lebanon criticizes Israel"),
        ("Peru recalled with gratitude that Cuba opened its ports.", "Peru supports Cuba"),
        ("Spain does not recognize Kosovo.", "Spain rejects Kosovo"),
        ("Kenya holds Delhi responsible for the raid.", "Kenya criticizes India"),
    ],
)
def test_idiom_of_stance(facts, text, expected):
    subject, predicate, object = next(
        (s, p, o) for p in PREDICATES if f" {p} " in expected for s, o in [expected.split(f" {p} ")]
    )
    found = [e.split(f" {predicate} ") for e in edges(facts(text), predicate)]
    assert any(subject in s and object in o for s, o in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad refused to allow Malian planes to cross its airspace.", {"Chad rejects Mali"}),
        ("Chad refused to let UN inspectors visit the camp.", {"Chad rejects United Nations"}),
        ("Chad refused access to UN inspectors.", {"Chad rejects access to UN inspectors"}),
        ("Chad allowed Malian planes to cross its airspace.", set()),
    ],
)
def test_who_refuses_to_allow_rejects_whom_it_would_be_allowed(facts, text, expected):
    assert edges(facts(text), "rejects") == expected
