"""Which thing of a graph a reader means by a name."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Callable, Sequence

from kg.errors import InputError
from kg.views.accounts import Accounts

MOST = 8


def find(accounts: Accounts, name: str) -> str:
    """Return the id of the one thing that ``name`` means: an id, a label, another name, or words of either.

    Raises:
        InputError: Nothing is named so, or several things are; the message lists what may be meant.
    """
    if name in accounts and accounts.kind(name) != "Claim":
        return name
    names = {key: _names(accounts, key) for key in accounts.graph if _can_be_meant(accounts, key)}
    wanted = folded(name)
    words = set(wanted.split())
    tests: tuple[Callable[[Sequence[str]], bool], ...] = (
        lambda known: name == known[0],
        lambda known: wanted == folded(known[0]),
        lambda known: any(wanted == folded(other) for other in known),
        lambda known: bool(words) and any(words <= set(folded(other).split()) for other in known),
    )
    for test in tests:
        found = sorted(key for key, known in names.items() if test(known))
        if len(found) == 1:
            return str(found[0])
        if found:
            raise InputError(f"{name!r} may mean {_listed(accounts, found)}; give the id of one")
    every = {folded(other): key for key, known in sorted(names.items()) for other in known}
    near = [every[other] for other in difflib.get_close_matches(wanted, every, n=MOST, cutoff=0.6)]
    hint = f"; did you mean {_listed(accounts, list(dict.fromkeys(near)))}?" if near else ""
    raise InputError(f"nothing is named {name!r}{hint}")


def folded(name: str) -> str:
    """Return ``name`` as it is compared: without accents, case, punctuation or repeated spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in plain.casefold()).split())


def _can_be_meant(accounts: Accounts, key: str) -> bool:
    kind = accounts.kind(key)
    return kind == "Meeting" or (kind != "Claim" and not accounts.is_event(key))


def _names(accounts: Accounts, key: str) -> list[str]:
    return [accounts.label(key), *map(str, accounts.record(key).get("aliases", ()))]


def _listed(accounts: Accounts, keys: Sequence[str]) -> str:
    """Return things as they are listed in one line, the most connected first, whatever their names hold."""
    ranked = sorted(keys, key=lambda key: (-accounts.graph.degree(key), key))
    shown = [f"{' '.join(accounts.label(key).split())} ({key})" for key in ranked[:MOST]]
    more = [f"{len(keys) - MOST} more"] if len(keys) > MOST else []
    text = ", ".join(shown + more)
    return "".join(c if c.isprintable() else "\ufffd" for c in text)
