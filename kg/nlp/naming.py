"""What stands around a name and inside it: forms of address, the word for a storm, syllables after a hyphen."""

from __future__ import annotations

from spacy.tokens import Doc, Token

# What follows a hyphen and is no part of a name: "the Lee Kuan Yew-led party".
FOLLOWING = frozenset("led era born style run like aged held owned based made ally aide".split())
# Forms of address are no part of a name.
HONORIFICS = frozenset(
    (
        "mr mr. mrs mrs. ms ms. dr dr. prof. prof professor sir dame lord lady h.e. h.e hon. hon honourable honorable "
        "excellency ing ing. engr engr. shri smt datuk dato tan sri seri tun mawlawi maulvi haji hajji "
        "mullah mulla ayatollah maulana sayyid imam reverend rev rabbi monsignor sister father mother mme mlle herr "
        "frau señor senor señora senora don doña dona signor signora baroness baron"
    ).split()
)
STORMS = frozenset("Hurricane Typhoon Cyclone Storm Hurricanes Typhoons Cyclones Storms".split())


def is_whole(doc: Doc, start: int, end: int) -> bool:
    """Return whether the tokens are all of a name that the model found."""
    within = all(doc[i].ent_iob_ == "I" for i in range(start + 1, end))
    return within and doc[start].ent_iob_ == "B" and (end == len(doc) or doc[end].ent_iob_ != "I")


def is_storm(doc: Doc, start: int) -> bool:
    """Return whether the name at ``start`` is a storm's: "Hurricane Gustav", "Hurricanes Gustav and Ike"."""
    joined = start > 2 and doc[start - 1].lower_ == "and" and doc[start - 3].text in STORMS
    return joined or (start > 0 and doc[start - 1].text in STORMS)


def is_honorific(word: str) -> bool:
    """Return whether ``word`` is a form of address, with or without its stop."""
    return word.strip(".'’") in HONORIFICS


def matches(doc: Doc, start: int, words: tuple[str, ...]) -> bool:
    """Return whether ``words``, in small letters, stand from ``start`` on."""
    return start + len(words) <= len(doc) and all(doc[start + k].lower_ == word for k, word in enumerate(words))


def with_syllable(doc: Doc, end: int) -> int:
    """Return where a name that is cut at the hyphen before ``end`` goes on to: "Kim Kyung|-won"."""
    if end + 1 >= len(doc) or doc[end].text != "-" or doc[end - 1].whitespace_ or doc[end].whitespace_:
        return end
    word, after = doc[end + 1].text, doc[end + 2 : end + 3].text
    fits = word.isalpha() and word.islower() and len(word) < 6 and word not in FOLLOWING and after != "-"
    return end + 2 if fits else end


def is_cut(doc: Doc, end: int) -> bool:
    """Return whether a name goes on at ``end`` after a hyphen: "Soto|-Vega"."""
    joined = end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_ and not doc[end].whitespace_
    return joined and doc[end + 1].text.istitle()


def is_addressed(doc: Doc, i: int) -> bool:
    """Return whether "Mr", "Ms" or another form of address stands before the name at ``i``."""
    return i > 0 and doc[i - 1 - (doc[i - 1].text == "." and i > 1)].lower_ in HONORIFICS


def is_surname(doc: Doc, i: int, full: set[str]) -> bool:
    """Return whether a person whose name ends in the token ``i`` is named in full; ``full``: the last words of such."""
    inside = doc[i].ent_iob_ == "I" or (i + 1 < len(doc) and doc[i + 1].ent_iob_ == "I")
    return inside or doc[i].text in full


def phrase_start(token: Token) -> int:
    """Return the first token of the noun phrase of ``token``, prepositions and the like left out."""
    start = token.left_edge.i
    start = max([start, *(t.i + 1 for t in token.doc[start : token.i] if t.pos_ == "VERB" and t.tag_ != "VBN")])
    while start < token.i and token.doc[start].dep_ in (
        "case",
        "punct",
        "mark",
        "cc",
        "advmod",
        "cop",
        "nsubj",
        "fixed",
    ):
        start += 1
    return start


def is_possessed(token: Token) -> bool:
    """Return whether the noun ``token`` has a possessor: "its minister"."""
    return any(child.dep_ == "nmod:poss" for child in token.children)
