"""Whatever stands in an article, a name, an address or an id, it stays text: no script runs, nothing is fetched."""

from __future__ import annotations

import io
from csv import reader
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph as ox
import pytest
from playwright.sync_api import Browser

from kg.views.accounts import Accounts
from kg.views.dossier import dossier_page
from kg.views.page import page as made_page
from tests.browser.conftest import Open
from tests.hostile import HOSTILE as COMMON
from tests.hostile import RUN

HOSTILE = (
    *COMMON,
    f"<iframe srcdoc='<script>parent.{RUN}</script>'>",
    f"{{{{constructor.constructor('{RUN}')()}}}}",
    f"${{{RUN}}}`${{{RUN}}}`",
    f"=HYPERLINK(\"javascript:{RUN}\")&cmd|' /C calc'!A0",
    "__proto__ constructor ~/ n:e:g: %2F %E0%A4%A & # ? \ud83d \x00",
)


def hostile_graph() -> nx.MultiDiGraph[str]:
    """Return a graph that has each hostile text in every place where the page shows text."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    articles: dict[str, Any] = {}
    graph.graph.update(articles=articles, sentences={}, mentions=[], run={HOSTILE[0]: HOSTILE[1]})
    kinds = ("Person", "State", "Place", "Meeting", "Issue")
    for i, text in enumerate(HOSTILE):
        articles[text] = {
            "id": text,
            "title": text,
            "date": "2021-01-01",
            "source": text,
            "url": text,
            "language": text,
        }
        facts = {"wikidata": text, "iso2": text[:30], "lat": "10", "lon": str(i * 5), "positionOf": text}
        graph.add_node(f"node {text}", kind=kinds[i % 5], label=text, aliases=[text, text[::-1]], facts=facts)
    for i, text in enumerate(HOSTILE):
        other = HOSTILE[(i + 1) % len(HOSTILE)]
        evidence = {
            "article": text,
            "sentence": None,
            "start": 0,
            "end": len(text),
            "quote": text,
            "rule": text,
            "confidence": 0.5,
            "subject": (0, 3),
            "predicate": (2, 6),
            "object": (4, 9),
        }
        node, next_node, event = f"node {text}", f"node {other}", f"event {text}"
        graph.add_node(event, kind="Accuse", label=text, aliases=[], facts={}, date=text, status="negated", mode=text)
        graph.nodes[event].update(context=text, attributed_to=node, evidence=[evidence])
        graph.nodes[event]["roles"] = [["actor", node], [text, next_node]]
        graph.add_node(f"claim {text}", kind="Claim", label=text, aliases=[], facts={}, speaker=node, manner=text)
        graph.nodes[f"claim {text}"].update(content=[text], capacity=next_node, addressee=None, status="actual")
        graph.nodes[f"claim {text}"].update(date=text, evidence=[evidence])
        told = {"status": "negated" if i % 2 else "actual", "date": text if i % 3 else "2021-02", "plain": not i % 2}
        told |= {"attributed_to": next_node, "event": event, "confidence": 0.5, "evidence": [evidence]}
        graph.add_edge(node, next_node, key=f"edge {text}", predicate="criticizes", **told)
    return graph


@pytest.fixture(scope="module")
def hostile_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "graph.html"
    path.write_text(made_page(hostile_graph(), title=" ".join(HOSTILE[:20])), "utf-8")
    return path


INNOCENT = """() => {
    const bad = [];
    if (window.pwned !== undefined) bad.push("ran");
    const suspects = "script, style, img, iframe, link, base, object, embed, textarea, meta";
    for (const node of document.querySelectorAll(suspects)) {
        const ours = node.closest("head") || (node.tagName === "SCRIPT" && !node.closest("main, header, dialog"));
        if (!ours) bad.push(node.outerHTML.slice(0, 80));
    }
    if (document.querySelectorAll("script").length !== window.scripts) bad.push("scripts");
    for (const node of document.querySelectorAll("*")) {
        for (const { name } of node.attributes) if (name.startsWith("on")) bad.push(name);
    }
    for (const node of document.querySelectorAll("a[href]")) {
        if (!/^(https?:|file:)/.test(node.href)) bad.push(node.href);
    }
    return bad;
}"""


def test_there_are_thirty() -> None:
    assert len(set(HOSTILE)) == 30


def test_no_script_runs_wherever_text_is_shown(opened: Open, hostile_page: Path) -> None:
    page = opened(hostile_page)
    page.js("window.scripts = document.querySelectorAll('script').length")
    assert page.js("kg.main.scene().nodes.length") == 30
    for collection, select in (("nodes", "node"), ("edges", "edge")):
        found = page.js(
            f"""() => {{
                const bad = [];
                const check = {INNOCENT};
                for (const item of kg.data.{collection}) {{
                    kg.state.set({{ sel: kg.data.select.{select}(item) }});
                    bad.push(...check());
                    if (Object.keys(kg.data.choice(kg.state.get().sel)).length === 0) bad.push("lost " + item.id);
                }}
                return bad;
            }}"""
        )
        assert found == []
    for locator in ("#kg-facets details:not([open]) summary", "#kg-facets details button"):
        while page.tab.locator(locator).count():
            page.tab.locator(locator).first.click()
    assert page.js(INNOCENT) == []
    for typed in ("<", "script", '"', "java"):
        page.tab.fill("#kg-search", typed)
        assert page.js(INNOCENT) == []
    page.tab.keyboard.press("Escape")
    for view in ("map", "list", "graph"):
        page.tab.click(f"[data-view={view}]")
        page.tab.wait_for_timeout(50)
        assert page.js(INNOCENT) == []
    page.tab.check("[data-flag=events]")
    spot = page.js("(() => { const n = kg.main.scene().nodes[3]; kg.state.set({focus: [n.id]}); return n.label })()")
    assert spot
    page.tab.mouse.move(700, 400)
    page.tab.emulate_media(media="print")
    assert page.js(INNOCENT) == []


def test_only_web_addresses_become_links(opened: Open, hostile_page: Path) -> None:
    page = opened(hostile_page)
    urls = page.js(
        """kg.data.nodes.flatMap((node) => {
            kg.state.set({ sel: kg.data.select.node(node) });
            return [...document.querySelectorAll("#kg-panel a")].map((a) => a.getAttribute("href"));
        })"""
    )
    assert urls == []


def test_the_state_in_the_address_survives_hostile_ids(opened: Open, hostile_page: Path) -> None:
    page = opened(hostile_page)
    page.js(
        """() => {
            const { nodes, select } = kg.data;
            kg.state.set({ sel: select.pair(nodes.at(-1), nodes.at(-2)), speaker: [nodes[3].id] });
        }"""
    )
    again = opened(hostile_page, page.js("location.hash"))
    assert again.state() == page.state()


def test_exports_keep_text_as_text(opened: Open, hostile_page: Path) -> None:
    page = opened(hostile_page)
    rows = list(reader(io.StringIO(page.js("kg.exports.csv()"), newline="")))
    assert len(rows) == 31
    assert not [cell for row in rows for cell in row if cell.lstrip().startswith(("=", "+", "@", "|", "%", "-"))]
    store = ox.Store()
    store.load(page.js("kg.exports.turtle()").encode("utf-8"), format=ox.RdfFormat.TURTLE)
    assert len(store) > 100
    odd = page.js(
        """() => {
            const parsed = new DOMParser().parseFromString(kg.exports.drawing(), "image/svg+xml");
            return [...parsed.querySelectorAll("*")].map((n) => n.tagName).filter((n) =>
                !["svg", "rect", "polyline", "polygon", "circle", "path", "text"].includes(n));
        }"""
    )
    assert odd == []


RAN = """() => [
    ...(window.pwned === undefined ? [] : ["ran"]),
    ...[...document.querySelectorAll("*")].flatMap((node) => [...node.attributes].filter(({ name, value }) =>
        name.startsWith("on") || (/href|src/.test(name) && !/^(#|https:)/.test(value)))
        .map(({ name, value }) => `${node.tagName} ${name} ${value}`)),
]"""


def test_no_script_runs_in_files_of_dossiers_and_in_a_saved_drawing(
    browser: Browser, opened: Open, hostile_page: Path, tmp_path: Path
) -> None:
    graph = hostile_graph()
    accounts = Accounts(graph)
    ids = [f"node {text}" for text in HOSTILE]
    files = {"drawing.svg": opened(hostile_page).js("kg.exports.drawing()")}
    files |= {f"one-{i}.html": dossier_page(accounts, [name]) for i, name in enumerate(ids)}
    files["two.html"] = dossier_page(accounts, ids[:2])
    tab = browser.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    tab.on("dialog", lambda dialog: (complaints.append("dialog"), dialog.dismiss()))
    for name, text in files.items():
        path = tmp_path / name
        path.write_text(text, "utf-8", errors="replace")
        tab.goto(path.as_uri())
        assert tab.evaluate(RAN) == [], name
    assert asked == [(tmp_path / name).as_uri() for name in files]
    assert complaints == []
    tab.close()
