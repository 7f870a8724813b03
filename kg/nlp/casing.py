"""Headlines That Capitalize All Words: which of them are common words."""

from __future__ import annotations

from spacy.tokens import Doc

from kg.nlp.annotations import KEY, Annotations

# A headline of at least so many words, so many of them with a capital, capitalizes common words too.
WORDS, SHARE = 4, 0.75
# Verbs that names are joined to: "Iran Hold Talks".
VERBS = frozenset("agree discuss hold host meet seek sign urge hosts holds meets signs talks".split())


def plain_words(doc: Doc) -> dict[int, str]:
    """Return, by token, the small-letter forms of the common words in headlines that capitalize all of them.

    A word is common if the text below has it in small letters, or if it is a usual verb.
    """
    noted: Annotations | None = doc.user_data.get(KEY)
    spans = [doc.char_span(*span, alignment_mode="expand") for span in noted.layout.headlines] if noted else []
    titled = [[t for t in span if t.is_alpha] for span in spans if span is not None]
    titled = [words for words in titled if _is_titled([word.text for word in words])]
    if not titled:
        return {}
    end = max(words[-1].i for words in titled)
    known = VERBS | {token.text for token in doc[end + 1 :] if token.is_lower}
    return {t.i: t.lower_ for words in titled for t in words[1:] if t.is_title and t.lower_ in known}


def _is_titled(words: list[str]) -> bool:
    """Return whether nearly all of ``words`` longer than three letters begin with a capital."""
    long = [word for word in words if len(word) > 3]
    return (
        len(words) >= WORDS and sum(w.istitle() for w in long) >= SHARE * len(long) and not all(map(str.isupper, long))
    )
