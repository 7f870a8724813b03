"""What was joined to the wrong word: "Secretary of State Ana Soto and Lena Holt met", "and called" after a clause."""

from __future__ import annotations

from kg.nlp.wordclasses import WordClasses

OFFICES = frozenset(
    "secretary minister president premier chancellor king queen prince speaker ambassador envoy commissioner chief "
    "head leader chairman chairwoman chairperson chair director governor mayor representative adviser advisor "
    "commander coordinator minister-president".split()
)
BARE = frozenset({"nmod", "appos", "flat", "nmod:desc"})
JOINED = BARE | {"compound", "conj"}


def title_of(words: WordClasses, name: int) -> int:
    """Return the title at which ``name`` was hung in "Secretary of State Ana Soto", else -1."""
    title = words.head[name]
    if words.dep[name] not in BARE or words.pos[name] != "PROPN" or title >= name - 2:
        return -1
    beside = words.pos[name - 1] in ("NOUN", "PROPN") and words.dep[name - 1] in JOINED
    within = any(words.lower[k] == "of" and words.dep[k] == "case" for k in range(title + 1, name))
    return title if beside and within and words.lower[title] in OFFICES else -1


def joined_title(words: WordClasses, i: int) -> int:
    """Return the title with whose bearer ``i`` was named, if the parse joined it to his name, else -1.

    What is done in "Secretary of State Ana Soto and Lena Holt met" is done by both.
    """
    name = words.head[i]
    return title_of(words, name) if name < i else -1


# What is judged, which itself says nothing.
DEEDS = frozenset(
    "raid attack strike bombing coup putsch war invasion killing murder assassination massacre shooting explosion "
    "blast ambush kidnapping violence aggression deal agreement accord truce ceasefire treaty pact vote election "
    "referendum test launch incident clash offensive operation sanction embargo decision move step".split()
)
# What the one says who judged it.
UTTERING = frozenset(
    "call urge ask demand thank praise condemn criticize criticise express pledge welcome accuse appeal reiterate "
    "reaffirm stress request congratulate denounce deplore voice offer".split()
)


def resumed(words: WordClasses, i: int) -> int:
    """Return the verb with which ``i`` goes on in "condemned the raid that killed ten and called for calm", else -1.

    No raid calls for anything.
    """
    inner = words.head[i]
    noun = words.head[inner]
    if words.dep[inner] != "acl:relcl" or not noun < inner < i or words.lemma[i] not in UTTERING:
        return -1
    main, relative = words.head[noun], range(noun, inner)
    own = any(words.dep[k] in ("nsubj", "nsubj:pass", "aux") and words.head[k] == i for k in range(inner, i))
    acting = any(words.dep[k] == "nsubj" and words.lower[k] in ("that", "which") for k in relative)
    alike = words.pos[main] == "VERB" and main < noun and words.tag[main] in (words.tag[i], "VBN")
    fits = words.lemma[noun] in DEEDS and words.dep[noun] in ("obj", "obl")
    return main if fits and acting and alike and not own else -1
