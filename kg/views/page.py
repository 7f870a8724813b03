"""The page of a graph: one HTML file that holds its scripts, styles and data and asks nothing of any network.

The pieces (``style``, ``script``, ``json_text``, ``environment``) serve the other pages of the project too.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jinja2

from kg.views.overview import overview
from kg.views.payload import Payload
from kg.views.pieces import FILTERS
from kg.vocab import BASE

FOLDER = Path(__file__).parent
TITLE = "Diplomatic knowledge graph"
# In the order in which they build on each other.
SCRIPTS = tuple(
    "dom dates data state shapes filter scene labels strokes motion network webgl panel search facets legend brush "
    "timeline map list exports tools keys main".split()
)
# What could end a script element early, or a line of a script: all have the same meaning as \u escapes in JSON.
_UNSAFE = re.compile("[<>&\u2028\u2029]")
# Half a character: no address and no file can hold it; as long as what replaces it, so that offsets stay.
_HALF = re.compile("[\ud800-\udfff]")


def json_text(data: Any) -> str:
    """Return ``data`` as JSON that is safe inside a script element: no text in it can end the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", _HALF.sub("\ufffd", text))


@cache
def environment() -> jinja2.Environment:
    """Return the environment of all templates: escaping is on, and a name that is not given raises."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(FILTERS)
    return made


@cache
def vis_network() -> str:
    """Return the script of vis-network that the installed pyvis carries."""
    # Found without running it: pyvis would bring IPython along.
    found = find_spec("pyvis")
    homes = (found.submodule_search_locations if found is not None else None) or []
    folder = max((f for home in homes for f in (Path(home) / "templates" / "lib").glob("vis-*")), key=lambda f: f.name)
    return _inline((folder / "vis-network.min.js").read_text("utf-8"))


@cache
def sigma() -> str | None:
    """Return the script of sigma.js that ``make assets`` bundled, None where it was not."""
    file = FOLDER / "assets" / "sigma.js"
    return _inline(file.read_text("utf-8")) if file.is_file() else None


@cache
def script() -> str:
    """Return the page's own script: its parts one after the other, each of which adds to ``kg``."""
    parts = [(FOLDER / "static" / "js" / f"{name}.js").read_text("utf-8") for name in SCRIPTS]
    return _inline('"use strict";\nconst kg = {};\n' + "\n".join(parts))


@cache
def style() -> str:
    """Return the style sheet."""
    return (FOLDER / "static" / "style.css").read_text("utf-8")


def _inline(text: str) -> str:
    """Return a script without what would end its element or fetch a source map."""
    text = re.sub(r"^//# sourceMappingURL=.*$", "", text.replace("\r\n", "\n"), flags=re.M)
    return re.sub(r"<(?=/script|script|!--)", r"\\x3c", text, flags=re.I)


def source_hash(text: str) -> str:
    """Return the CSP source that admits exactly the inline script or style ``text``."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") + "'"


def policy(scripts: list[str], styles: list[str]) -> str:
    """Return a content security policy under which only ``scripts`` run and nothing is fetched."""
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(map(source_hash, scripts)),
        "style-src": " ".join(map(source_hash, styles)),
        "img-src": "data: blob:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def page(graph: Any, *, title: str = TITLE, base: str = BASE, sentences: bool = True) -> str:
    """Return the HTML of ``graph``; the same graph always gives the same bytes."""
    tables = Payload(graph, sentences=sentences).tables(base)
    tables["overview"] = overview(tables)
    # Only the page of a large graph offers everything at once; without sigma.js a plain canvas draws it.
    webgl = sigma() if tables["overview"] else None
    scripts = [vis_network(), *([webgl] if webgl else []), script()]
    return (
        environment()
        .get_template("graph.html")
        .render(
            title=title,
            policy=policy(scripts, [style()]),
            style=style(),
            scripts=scripts,
            data=json_text(tables),
            land=(FOLDER / "static" / "land.txt").read_text("utf-8").strip(),
            counts={name: len(tables[name]["rows"]) for name in ("nodes", "edges", "articles")},
        )
    )
