"""Read and check the lexicon's tables.

In a cell, ``;`` parts what must all hold, ``,`` parts slots of which the first that is filled counts, and ``|`` parts
words of which any will do; ``@bad`` are all words of that verdict.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, cast

from kg.errors import DataError
from kg.lexicon.lookup import Lexicon
from kg.lexicon.records import Complement, Condition, Cue, Frame, Issue, LightVerb, Modal, SpeechVerb, Tables
from kg.model import STATUSES, Status
from kg.vocab import CONTEXTS, EDGE_OF_TYPE, EDGES, MODES

POS = ("verb", "noun", "adj")
EFFECTS = ("asserts", "planned", "hypothetical", "negated", "implies", "claims", "questions")
SPEECH_KINDS = ("say", "write", "claim", "deny", "announce", "ask", "order", "promise", "praise", "warn")
NOUN_CLASSES = (
    "meeting",
    "agreement",
    "event",
    "force",
    "official",
    "body",
    "group",
    "speech",
    "money",
    "collective",
    "response",
    "hostility",
    "stance",
)
VERDICTS = ("good", "bad", "false")
GOODS = ("currency", "food")
# What stands for all its words in a condition: "obj=million|@currency".
NAMED = frozenset(f"@{name}" for name in (*VERDICTS, *GOODS))
DOMAINS = (
    "sport",
    "weather",
    "market",
    "recipe",
    "entertainment",
    "game",
    "medicine",
    "science",
    "celebrity",
    "accident",
)

_SLOT = re.compile(
    r"(subj|obj|iobj|poss|comp(\.subj|\.obj)?|prep:[a-z]+( [a-z]+)*)(>(poss|prep:[a-z]+( [a-z]+)*))*",
)
_CONDITION = re.compile(
    r"(?P<no>no:)?(?P<slot>(?:(?:subj|obj|iobj|poss|comp|mod|prep:[a-z]+(?: [a-z]+)*)"
    r"(?:>(?:poss|mod|prep:[a-z]+(?: [a-z]+)*))*)|xcomp)"
    r"(?::(?P<kind>agent|place|person|event|force|people))?"
    r"(?:=(?P<values>@?[a-z0-9é' -]+(?:\|@?[a-z0-9é' -]+)*))?"
)

Row = Mapping[str, str]
HEADERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "frames": ("type", "mode", "pos", "lemma", "with", "actor", "recipient", "theme", "property", "example"),
        "lightverbs": ("verb", "via", "gives"),
        "complements": ("lemma", "pos", "effect", "type", "example"),
        "speech": ("lemma", "pos", "kind", "addressee", "example"),
        "modals": ("cue", "status", "attributed"),
        "issues": ("phrase", "class", "synonyms"),
        "nouns": ("lemma", "class"),
        "contexts": ("keyword", "context"),
        "cameo": ("type", "mode", "codes"),
        "unpolitical": ("word", "domain", "strength"),
        "verdicts": ("word", "verdict"),
        "goods": ("lemma", "kind"),
        "prospects": ("predicate", "status", "example"),
        "confidence": ("sign", "value", "weight", "right", "wrong"),
    }
)


@cache
def load_lexicon(path: Path | None = None) -> Lexicon:
    """Return the lexicon in the folder ``path``, by default the one that belongs to the package.

    Raises:
        DataError: A file is missing or a row breaks its format; the message says where.
    """
    folder = path or lexicon_folder()
    parsed = {name: list(_parse(folder / f"{name}.tsv", columns)) for name, columns in HEADERS.items()}
    classes: dict[str, set[str]] = defaultdict(set)
    for lemma, name in cast("list[tuple[str, str]]", parsed["nouns"]):
        classes[lemma].add(name)
    verdicts: dict[str, set[str]] = defaultdict(set)
    for word, name in cast("list[tuple[str, str]]", parsed["verdicts"]):
        verdicts[name].add(word)
    goods: dict[str, set[str]] = defaultdict(set)
    for word, name in cast("list[tuple[str, str]]", parsed["goods"]):
        goods[name].add(word)
    tables = Tables(
        frames=tuple(_spelt_out(frame, {**verdicts, **goods}) for frame in cast("list[Frame]", parsed["frames"])),
        lightverbs=tuple(cast("list[LightVerb]", parsed["lightverbs"])),
        complements=tuple(cast("list[Complement]", parsed["complements"])),
        speech=tuple(cast("list[SpeechVerb]", parsed["speech"])),
        modals=tuple(cast("list[Modal]", parsed["modals"])),
        issues=tuple(cast("list[Issue]", parsed["issues"])),
        nouns=MappingProxyType({lemma: frozenset(names) for lemma, names in classes.items()}),
        contexts=MappingProxyType(dict(cast("list[tuple[str, str]]", parsed["contexts"]))),
        cameo=MappingProxyType(dict(cast("list[tuple[tuple[str, str], tuple[str, ...]]]", parsed["cameo"]))),
        unpolitical=tuple(cast("list[Cue]", parsed["unpolitical"])),
        verdicts=MappingProxyType({name: frozenset(words) for name, words in verdicts.items()}),
        prospects=MappingProxyType(dict(cast("list[tuple[str, Status]]", parsed["prospects"]))),
        confidence=MappingProxyType(dict(cast("list[tuple[tuple[str, str], float]]", parsed["confidence"]))),
    )
    return Lexicon(tables, _version(folder))


def lexicon_folder() -> Path:
    """Return the folder of the lexicon's files: inside the installed package, else beside it in a checkout."""
    here = Path(__file__).resolve().parents[1]
    packed = here / "data" / "lexicon"
    return packed if packed.is_dir() else here.parent / "data" / "lexicon"


def parse_condition(text: str) -> Condition:
    """Return the condition that ``text`` writes, such as ``prep:on=concern|doubt``.

    Raises:
        ValueError: ``text`` is no condition.
    """
    if text in ("plural", "passive"):
        return Condition(text)
    found = _CONDITION.fullmatch(text)
    if found is None:
        raise ValueError(f"'with' must hold conditions such as prep:on=concern|doubt, got {text!r}")
    slot, values = found["slot"], frozenset((found["values"] or "").split("|")) - {""}
    if unknown := {value for value in values if value[:1] == "@"} - NAMED:
        raise ValueError(f"'with' names words as {' '.join(sorted(unknown))}, no verdict and no goods, got {text!r}")
    if slot == "comp" and values:
        raise ValueError(f"'with' takes words of an open complement only (xcomp=withdraw), got {text!r}")
    kind = "no" if found["no"] else found["kind"] or "has"
    if slot == "xcomp":
        return Condition("xcomp", slot, values)
    if slot == "comp" and kind == "has":
        return Condition("comp", "comp", values)
    return Condition(kind, slot, values)


def _spelt_out(frame: Frame, named: Mapping[str, Iterable[str]]) -> Frame:
    """Return ``frame`` with the words of a verdict, or the goods, that a condition names: ``xcomp=@bad``."""
    if not any(value.startswith("@") for condition in frame.conditions for value in condition.values):
        return frame
    return replace(
        frame,
        conditions=tuple(
            replace(c, values=frozenset(w for v in c.values for w in (named[v[1:]] if v[:1] == "@" else [v])))
            for c in frame.conditions
        ),
    )


def _version(folder: Path) -> str:
    """Return 16 hex digits that depend on what the files hold."""
    content = hashlib.sha256()
    for name in sorted(HEADERS):
        content.update(name.encode() + b"\x1f" + (folder / f"{name}.tsv").read_bytes() + b"\x1e")
    return content.hexdigest()[:16]


def _parse(path: Path, columns: tuple[str, ...]) -> Iterator[object]:
    make = _MAKERS[path.stem]
    try:
        lines = path.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: expected a table in UTF-8, got {error}") from error
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        cells = tuple(line.split("\t"))
        if number == 1:
            if cells != columns:
                raise DataError(f"{path}:1: expected the columns {', '.join(columns)}, got {', '.join(cells)}")
            continue
        if not line and number == len(lines):
            continue
        if len(cells) != len(columns):
            raise DataError(f"{path}:{number}: expected {len(columns)} cells, got {len(cells)}")
        if line in seen:
            raise DataError(f"{path}:{number}: expected each row once, got line {seen[line]} again")
        seen[line] = number
        try:
            yield make(dict(zip(columns, cells, strict=True)))
        except ValueError as error:
            raise DataError(f"{path}:{number}: {error}") from error


def _one_of(row: Row, column: str, allowed: Iterable[str]) -> str:
    value = row[column]
    if value not in allowed:
        raise ValueError(f"{column!r} must be one of {', '.join(sorted(allowed))}, got {value!r}")
    return value


def _filled(row: Row, column: str) -> str:
    value = row[column]
    if not value or value != value.strip():
        raise ValueError(f"{column!r} must be filled, without spaces at its ends, got {value!r}")
    return value


def _lemma(row: Row, column: str = "lemma") -> str:
    value = _filled(row, column)
    if value != value.lower():
        raise ValueError(f"{column!r} must be in lower case, got {value!r}")
    return value


def _slots(row: Row, column: str) -> tuple[str, ...]:
    slots = tuple(slot for slot in row[column].split(",") if slot)
    for slot in slots:
        if _SLOT.fullmatch(slot) is None:
            raise ValueError(f"{column!r} must hold slots such as subj or prep:with, got {slot!r}")
    return slots


def _frame(row: Row) -> Frame:
    type = _one_of(row, "type", EDGE_OF_TYPE)
    return Frame(
        type=type,
        mode=_one_of(row, "mode", ("", *MODES.get(type, ()))),
        pos=_one_of(row, "pos", POS),
        lemma=_lemma(row),
        conditions=tuple(parse_condition(text) for text in row["with"].split(";") if text),
        actor=_slots(row, "actor"),
        recipient=_slots(row, "recipient"),
        theme=_slots(row, "theme"),
        property=_one_of(row, "property", ("", *EDGES)),
        example=_filled(row, "example"),
    )


def _light(row: Row) -> LightVerb:
    if _SLOT.fullmatch(row["via"]) is None:
        raise ValueError(f"'via' must be a slot such as obj or prep:in, got {row['via']!r}")
    gives = cast('Literal["actor", "recipient"]', _one_of(row, "gives", ("actor", "recipient")))
    return LightVerb(_lemma(row, "verb"), row["via"], gives)


def _complement(row: Row) -> Complement:
    return Complement(
        lemma=_lemma(row),
        pos=_one_of(row, "pos", POS),
        effect=_one_of(row, "effect", EFFECTS),
        type=_one_of(row, "type", ("", *EDGE_OF_TYPE)),
        example=_filled(row, "example"),
    )


def _speech(row: Row) -> SpeechVerb:
    return SpeechVerb(
        lemma=_lemma(row),
        pos=_one_of(row, "pos", ("verb", "noun", "phrase")),
        kind=_one_of(row, "kind", SPEECH_KINDS),
        addressee=_slots(row, "addressee"),
        example=_filled(row, "example"),
    )


def _modal(row: Row) -> Modal:
    status = cast("Status", _one_of(row, "status", STATUSES))
    return Modal(_lemma(row, "cue"), status, _one_of(row, "attributed", ("", "yes")) == "yes")


def _issue(row: Row) -> Issue:
    synonyms = tuple(name for name in row["synonyms"].split("|") if name)
    return Issue(_lemma(row, "phrase"), _one_of(row, "class", ("Issue", "Threat")), synonyms)


def _noun(row: Row) -> tuple[str, str]:
    return _lemma(row), _one_of(row, "class", NOUN_CLASSES)


def _context(row: Row) -> tuple[str, str]:
    return _lemma(row, "keyword"), _one_of(row, "context", CONTEXTS)


def _cameo(row: Row) -> tuple[tuple[str, str], tuple[str, ...]]:
    type = _one_of(row, "type", EDGE_OF_TYPE)
    codes = tuple(row["codes"].split("|"))
    if not all(re.fullmatch(r"\d{2,4}", code) for code in codes):
        raise ValueError(f"'codes' must be CAMEO codes of two to four digits, got {row['codes']!r}")
    return (type, _one_of(row, "mode", ("", *MODES.get(type, ())))), codes


def _cue(row: Row) -> Cue:
    strength = _one_of(row, "strength", ("strong", "weak"))
    return Cue(_lemma(row, "word"), _one_of(row, "domain", DOMAINS), strength == "strong")


def _verdict(row: Row) -> tuple[str, str]:
    return _lemma(row, "word"), _one_of(row, "verdict", VERDICTS)


def _goods(row: Row) -> tuple[str, str]:
    return _lemma(row), _one_of(row, "kind", GOODS)


def _prospect(row: Row) -> tuple[str, Status]:
    _filled(row, "example")
    return _lemma(row, "predicate"), cast("Status", _one_of(row, "status", STATUSES))


def _weight(row: Row) -> tuple[tuple[str, str], float]:
    if not re.fullmatch(r"-?\d+\.\d\d", row["weight"]):
        raise ValueError(f"'weight' must be a number with two decimals, got {row['weight']!r}")
    return (_filled(row, "sign"), _filled(row, "value")), float(row["weight"])


_MAKERS: Mapping[str, Callable[[Row], object]] = MappingProxyType(
    {
        "frames": _frame,
        "lightverbs": _light,
        "complements": _complement,
        "speech": _speech,
        "modals": _modal,
        "issues": _issue,
        "nouns": _noun,
        "contexts": _context,
        "cameo": _cameo,
        "unpolitical": _cue,
        "verdicts": _verdict,
        "goods": _goods,
        "prospects": _prospect,
        "confidence": _weight,
    }
)
