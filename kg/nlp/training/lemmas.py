"""Make the lemmatizer's table: rules, index and exceptions of spacy-lookups-data, and what a treebank adds.

``python -m kg.nlp.training.lemmas TREEBANK... --out FILE`` reads gzipped CoNLL-U. Source of the rules: WordNet's
morphology as spaCy's lookups carry it (MIT); of the exceptions mined: UD English EWT and GUM (CC BY-SA 4.0, CC BY 4.0).
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.nlp.lemmas import CLASSES, Lemmatizer

LEAST = 3


def main() -> None:
    """Write the table to ``--out``."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("treebank", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    table: dict[str, Any] = {name: _lookup(f"en_lemma_{name}") for name in ("rules", "index", "exc")}
    for name in table:
        table[name] = {kind: table[name][kind] for kind in sorted(set(CLASSES.values()))}
    table["mined"] = mined(Lemmatizer(table), [word for path in args.treebank for word in read_words(path)])
    with gzip.GzipFile(args.out, "wb", mtime=0) as file:
        file.write(json.dumps(table, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode())


def _lookup(name: str) -> Any:
    import spacy_lookups_data

    folder = Path(spacy_lookups_data.__file__).parent / "data"
    return json.loads(gzip.decompress((folder / f"{name}.json.gz").read_bytes()))


def read_words(path: Path) -> Iterator[tuple[str, str, str, str]]:
    """Yield (form, lemma, UPOS, PTB tag) of each word of a gzipped CoNLL-U file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) == 10 and cells[0].isdigit():
                yield cells[1], cells[2], cells[3], cells[4]


def mined(lemmatizer: Lemmatizer, words: list[tuple[str, str, str, str]]) -> dict[str, str]:
    """Return ``form|UPOS`` to lemma where the treebank's usual lemma is not the rules' and occurs often enough."""
    seen: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for form, lemma, upos, tag in words:
        seen[form.lower(), upos, tag][lemma.lower()] += 1
    found = {}
    for (form, upos, tag), lemmas in sorted(seen.items()):
        lemma, count = min(lemmas.items(), key=lambda item: (-item[1], item[0]))
        if upos not in CLASSES or tag in ("MD", "NNS"):
            continue
        if count >= LEAST and lemma != lemmatizer.lemma(form, upos, tag):
            found[f"{form}|{upos}"] = lemma
    return found


if __name__ == "__main__":
    main()
