"""The served pages in a real browser, from a real server: each by use, and all of them with hostile articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from kg.web.library import Library
from kg.web.rendering import ASSETS
from tests.chromium import chromium
from tests.rdf.samples import entity_id
from tests.sample_facts import VIENNA
from tests.web.conftest import running
from tests.web.hostile import HOSTILE

KENYA = entity_id("Kenya")
YASGUI = (ASSETS / "yasgui.js").exists()
Visit = Callable[[str], Page]
# What must not be in a page: something that ran, or an attribute that would.
RAN = """() => [
    ...(window.pwned === undefined ? [] : ["ran"]),
    ...[...document.querySelectorAll("*")].flatMap((node) =>
        [...node.attributes].filter(({ name }) => name.startsWith("on")).map(({ name }) => node.tagName + " " + name)),
]"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return a running Chromium."""
    with chromium() as running_browser:
        yield running_browser


@pytest.fixture(scope="module")
def addresses(library: Library, hostile_library: Library) -> Iterator[dict[str, str]]:
    """Return the addresses of two running servers: of the sample articles, and of hostile ones."""
    with ExitStack() as stack:
        yield {
            "sample": stack.enter_context(running(library)),
            "hostile": stack.enter_context(running(hostile_library)),
        }


@pytest.fixture
def visit(browser: Browser, addresses: dict[str, str], request: pytest.FixtureRequest) -> Iterator[Visit]:
    """Return a function that opens a page; at the end none may have complained or asked another server."""
    here = addresses["hostile" if "hostile" in request.node.name else "sample"]
    context = browser.new_context()
    tab = context.new_page()
    complaints: list[str] = []
    asked: list[str] = []

    def note(message: str) -> None:
        complaints.append(f"{tab.url}: {message}")

    # No fault: that a page is not found, and what YASGUI's cleaner of HTML meets in a document that is never shown.
    allowed = ["status of 40", *(["Content Security Policy"] if "yasgui" in request.node.name else [])]
    tab.on("console", lambda m: note(m.text) if m.type == "error" and not any(a in m.text for a in allowed) else None)
    tab.on("pageerror", lambda error: note(str(error)))
    tab.on("dialog", lambda dialog: (note("dialog"), dialog.dismiss()))
    tab.on("request", lambda r: asked.append(r.url))

    def go(path: str) -> Page:
        tab.goto(here + path)
        return tab

    yield go
    context.close()
    assert complaints == []
    assert [url for url in asked if not url.startswith((here, "data:", "blob:"))] == []


def test_a_reader_goes_from_search_to_a_thing_to_an_article(visit: Visit) -> None:
    tab = visit("/")
    tab.fill("input[name=q]", "weid")
    tab.press("input[name=q]", "Enter")
    tab.click("main a:has-text('Clara Weiden')")
    assert tab.inner_text("h1").strip() == "Clara Weiden"
    tab.click("blockquote a:has-text('Kenya condemns raid on Port Asel') >> nth=0")
    assert "/resource/article_" in tab.url
    assert tab.locator(":target").inner_text().startswith("Omolo met Clara Weiden")


def test_a_thing_leads_to_its_dossier_and_to_the_graph_around_it(visit: Visit) -> None:
    tab = visit(f"/resource/{KENYA}")
    tab.click("text=Dossier")
    assert "Told" not in tab.title()
    assert tab.inner_text("h1").strip() == "Kenya"
    tab.go_back()
    tab.click("text=Graph around it")
    tab.wait_for_selector("#kg-status:not(:empty)")
    assert "Kenya" in tab.inner_text("main")


def test_statements_are_chosen_by_property_and_status(visit: Visit) -> None:
    tab = visit(f"/resource/{KENYA}")
    assert tab.locator(".fact").count() == 7
    tab.select_option("select[name=property]", "mobilizes")
    tab.click("text=Show")
    assert tab.locator(".fact").count() == 1
    assert tab.locator(".fact .status").inner_text() == "planned"


def test_a_question_is_asked_with_its_form(visit: Visit) -> None:
    tab = visit("/queries/who-met-whom")
    tab.fill("input[name=person]", "Clara Weiden")
    tab.click("text=Ask")
    assert "Daudi Omolo" in tab.inner_text("main table")
    tab.fill("input[name=person]", "Clara Weidel")
    tab.click("text=Ask")
    assert "nothing is named" in tab.inner_text(".problem")


def test_the_plain_editor_loads_saved_queries_and_runs_them(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.web.queries.ASSETS", Path("/nowhere"))
    tab = visit("/query")
    tab.select_option("#kg-saved", "planned")
    assert '"0001-01-01"^^' in tab.input_value("#kg-query")
    tab.press("#kg-query", "Control+Enter")
    tab.wait_for_selector("main table")
    assert "Kenya" in tab.inner_text("main table")
    tab.fill("#kg-query", "SELECT nonsense")
    tab.click("button.main")
    assert "query" in tab.inner_text(".problem")


@pytest.mark.skipif(not YASGUI, reason="needs make assets")
@pytest.mark.parametrize("articles", ["sample", "hostile"])
def test_yasgui_loads_saved_queries_and_runs_them(visit: Visit, articles: str) -> None:
    tab = visit("/query")
    tab.select_option("#kg-saved", "meetings")
    assert "dkg:Meeting" in tab.evaluate("document.querySelector('.CodeMirror').CodeMirror.getValue()")
    tab.click(".yasqe_queryButton")
    tab.wait_for_selector(".yasr_results table tbody tr")
    tab.evaluate("document.querySelector('.CodeMirror').CodeMirror.setValue('SELECT * { ?s ?p ?o } LIMIT 2000')")
    tab.click(".yasqe_queryButton")
    tab.wait_for_selector(".yasr_results table tbody tr:nth-child(40)")
    tab.click(".select_response")
    assert tab.evaluate(RAN) == []


def test_the_graph_of_all_is_drawn_as_served(visit: Visit) -> None:
    tab = visit("/graph")
    tab.wait_for_selector("#kg-status:not(:empty)")
    assert tab.evaluate("kg.main.scene().nodes.length") > 5


def test_the_text_of_an_article_stays_in_sight_while_its_statements_are_read(visit: Visit) -> None:
    tab = visit(f"/resource/{VIENNA.node}")
    tab.set_viewport_size({"width": 1200, "height": 500})
    tab.locator(".split .fact").last.scroll_into_view_if_needed()
    assert tab.evaluate("window.scrollY") > 300
    box = tab.locator(".split > .text").bounding_box()
    assert box is not None
    assert -1 <= box["y"] < 250


@pytest.mark.parametrize("path", ["/", f"/resource/{KENYA}", f"/dossier?about={KENYA}"])
def test_links_within_other_words_are_told_by_more_than_colour(visit: Visit, path: str) -> None:
    tab = visit(path)
    plain = """[...document.querySelectorAll("main p a, main cite a")]
        .filter((link) => !link.matches(".kind") && getComputedStyle(link).textDecorationLine !== "underline").length"""
    assert tab.evaluate(plain) == 0
    assert tab.locator("main p a, main cite a").count() > 0


def test_a_mark_is_never_parted_from_its_name(visit: Visit) -> None:
    tab = visit("/events")
    lonely = """() => {
        const found = [];
        for (let width = 320; width <= 900; width += 20) {
            document.querySelector("main").style.width = `${width}px`;
            for (const node of document.querySelectorAll("main .kind > bdi")) {
                const [first] = node.getClientRects();
                if (first.left - node.parentElement.getClientRects()[0].left > 40) found.push(node.textContent);
                if (node.parentElement.getClientRects()[0].top < first.top - 10) found.push(node.textContent);
            }
        }
        return found;
    }"""
    assert tab.evaluate(lonely) == []


@pytest.mark.parametrize("path", ["/", f"/resource/{VIENNA.node}", f"/resource/{KENYA}", f"/dossier?about={KENYA}"])
def test_pages_can_be_read_on_a_narrow_screen(visit: Visit, path: str) -> None:
    tab = visit(path)
    tab.set_viewport_size({"width": 360, "height": 700})
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360


def test_no_script_of_hostile_articles_runs(visit: Visit, hostile_library: Library) -> None:
    paths = ["/", "/things", "/events", "/articles", "/date/2023-03", "/queries", "/query"]
    paths += [
        f"/resource/{name}" for name in hostile_library.graph if name.startswith(("organization", "event", "meeting"))
    ]
    paths += [f"/resource/{name}" for name in hostile_library.graph.graph["articles"]]
    people = [name for name in hostile_library.graph if name.startswith("person")]
    paths += [f"/dossier?about={name}" for name in people[::3]]
    paths += [f"/graph?about={name}" for name in people[::6]]
    for path in [*paths, "/graph"]:
        tab = visit(path)
        assert tab.evaluate(RAN) == [], path


def test_no_script_of_hostile_addresses_runs(visit: Visit) -> None:
    for text in HOSTILE:
        given = quote(text.replace("\x00", ""), safe="")
        for path in ("/search?q=", "/query?query=", "/queries/who-met-whom?person=", "/dossier?about=", "/date/", "/"):
            assert visit(path + given).evaluate(RAN) == [], path + given
