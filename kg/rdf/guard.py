"""What a query may not do: change data, or make this program ask another server or read a file.

The text is read token by token as SPARQL's grammar has them, so that a label or comment with the word "service" in it
is no reason to refuse. The worker that runs queries can open no file or socket anyway; here the user learns why.

Source: SPARQL 1.1 Query Language (W3C, 2013), section 19.8.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.errors import QueryError, RefusedError

MAX_CHARACTERS = 100_000
TOKEN = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<comment>\#[^\n\r]*)
  | (?P<long>\"\"\"(?:[^"\\]|\\.|\"{1,2}(?!\"))*\"\"\"|'''(?:[^'\\]|\\.|'{1,2}(?!'))*''')
  | (?P<string>"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<variable>[?$]\w+)
  | (?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<name>(?:[^\W\d_][\w.-]*)?:(?:[\w:%-]|\\[_~.!$&'()*+,;=/?\#@%-]|\.(?=[\w:%\\.-]))*)
  | (?P<word>[^\W\d]\w*)
  | (?P<number>\d[\w.+-]*)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
# "?a <?b#>" may be an IRI, or a comparison and a comment: then a reader who takes it for the other is led astray.
# What begins with a scheme and two slashes is no expression.
AMBIGUOUS = re.compile(r"<.*'|<(?![A-Za-z][\w+.-]*://).*#|<.*\).*service", re.IGNORECASE)
UPDATES = frozenset("INSERT DELETE LOAD CLEAR CREATE DROP COPY MOVE ADD".split())
REFUSED = {
    "SERVICE": "SERVICE asks another server, which queries here may not",
    "FROM": "FROM names data to fetch; leave it out, or choose graphs with GRAPH",
}


def check(text: str) -> None:
    """Return if the query ``text`` only reads what it is given.

    Raises:
        QueryError: The query is too long, hides text from a reader, asks another server, names data to fetch, or is an
            update.
    """
    if len(text) > MAX_CHARACTERS:
        raise QueryError(f"query: expected at most {MAX_CHARACTERS} characters, got {len(text)}")
    if re.search(r"\\[uU]", text):
        raise QueryError(r"query: \u escapes are refused; write the character itself")
    words = list(keywords(text))
    for word in words:
        if word in REFUSED:
            raise RefusedError(f"query: {REFUSED[word]}")
    first = next((word for word in words if word not in ("PREFIX", "BASE")), None)
    if first in UPDATES or (first == "WITH" and not UPDATES.isdisjoint(words)):
        raise RefusedError(f"query: {first} would change data; only SELECT, ASK, CONSTRUCT and DESCRIBE are allowed")


def keywords(text: str) -> Iterator[str]:
    """Yield the bare words of a query, in capitals.

    Raises:
        QueryError: "<" begins what two readers could take for an IRI or for a comparison.
    """
    position = 0
    while position < len(text):
        match = TOKEN.match(text, position)
        if match is None:
            raise QueryError(f"query: unreadable at character {position}")
        if match.lastgroup == "word":
            yield match.group().upper()
        elif match.lastgroup == "iri" and AMBIGUOUS.match(match.group()):
            raise QueryError(f"query: ambiguous {match.group()!r}: put a space after '<' where it compares")
        elif match.lastgroup == "other" and match.group() in "\"'":
            raise QueryError(f"query: the string that begins at character {position} does not end")
        position = match.end()
