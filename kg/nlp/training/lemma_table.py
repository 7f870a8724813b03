"""Makes ``kg/nlp/lemmas.tsv``: known verbs and exceptions of spacy-lookups-data, and the treebanks' own exceptions.

``python -m kg.nlp.training.lemma_table --data DIR --lookups FILES``, where ``DIR`` holds ``parser/*_train*.conllu.gz``
and ``FILES`` is the folder ``data`` in the package spacy-lookups-data (MIT; its English tables come from WordNet 3.0).
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.nlp.lemmas import ANY, TABLE, VERBATIM, Lemmatizer
from kg.nlp.training.treebank import read_conllu

Key = tuple[str, str, str]

CLASSES = {"noun": "NOUN", "verb": "VERB", "adj": "ADJ", "adv": "ADV"}
# Seen at least so often, and this share of the time with one lemma.
MIN_COUNT, MIN_SHARE = 2, 0.7
LEFT_OUT = ("court",)


def lookups(folder: Path) -> dict[Key, str]:
    """Return the exceptions, the known verbs and the adjectives in ``e`` of spacy-lookups-data."""
    index, exceptions = (_load(folder / f"en_lemma_{name}.json.gz") for name in ("index", "exc"))
    table: dict[Key, str] = {}
    for name, upos in CLASSES.items():
        for form, lemmas in exceptions.get(name, {}).items():
            if " " not in form:
                table[upos, ANY, form] = lemmas[0]
    for verb in index["verb"]:
        if verb.isalpha():
            table.setdefault(("VERB", ANY, verb), verb)
    for adjective in index["adj"]:
        if adjective.isalpha() and adjective.endswith("e") and len(adjective) <= 8:
            table.setdefault(("ADJ", ANY, adjective), adjective)
    return table


def mined(data: Path, table: dict[Key, str]) -> dict[Key, str]:
    """Return what the training treebanks in ``data`` say otherwise than ``table`` and the rules."""
    counts: defaultdict[Key, Counter[str]] = defaultdict(Counter)
    for key, lemma in _lemmas(data):
        counts[key][lemma] += 1
    rules = Lemmatizer(table)
    found: dict[Key, str] = {}
    for (upos, tag, form), lemmas in sorted(counts.items()):
        lemma, count = min(lemmas.items(), key=lambda item: (-item[1], item[0]))
        frequent = count >= MIN_COUNT and count >= MIN_SHARE * lemmas.total()
        if frequent and rules.lemma(form, upos, tag) != lemma:
            found[upos, tag, form] = lemma
    return found


def _lemmas(data: Path) -> Iterator[tuple[Key, str]]:
    """Yield (UPOS, tag, form) and lemma of each word of the training files, names and figures left out."""
    for path in sorted((data / "parser").glob("*_train*.conllu*")):
        if any(genre in path.name for genre in LEFT_OUT):
            continue
        for sentence in read_conllu(path):
            words = zip(sentence.upos, sentence.xpos, sentence.words, sentence.lemmas, strict=True)
            for upos, tag, form, lemma in words:
                if upos not in VERBATIM and lemma != "_":
                    yield (upos, tag, form.lower().replace("’", "'")), lemma


def _load(path: Path) -> Any:
    """Return the gzipped JSON at ``path``."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return json.load(file)


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description="Make the table of lemmas.")
    parser.add_argument("--data", type=Path, required=True, help="folder with parser/*_train*.conllu.gz")
    parser.add_argument("--lookups", type=Path, required=True, help="folder with en_lemma_index.json.gz")
    parser.add_argument("--out", type=Path, default=TABLE)
    options = parser.parse_args()
    table = lookups(options.lookups)
    table |= mined(options.data, table)
    lines = ["\t".join((*key, lemma)) for key, lemma in sorted(table.items())]
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
