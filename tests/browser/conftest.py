"""A real Chromium, started once, that opens pages from disk and notes all that they should not do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from kg.graph.assemble import assemble
from kg.views.page import page as made_page
from tests.chromium import chromium
from tests.sample_facts import FACTS
from tests.sample_graphs import sample_graph


@dataclass
class Opened:
    """A page on view, and what it asked for or complained of."""

    tab: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def js(self, code: str, argument: Any = None) -> Any:
        """Return what ``code`` evaluates to in the page."""
        return self.tab.evaluate(code, argument)

    def until(self, code: str) -> None:
        """Wait until ``code`` is true; not by the driver's own way, which the page's policy forbids as it should."""
        for _ in range(400):
            if self.tab.evaluate(code):
                return
            self.tab.wait_for_timeout(25)
        pytest.fail(f"never true: {code}")

    def state(self) -> dict[str, Any]:
        """Return what the reader has chosen."""
        return dict(self.js("kg.state.get()"))

    def panel(self) -> str:
        """Return the words of the side panel."""
        return self.tab.inner_text("#kg-panel")

    def labels(self) -> set[str]:
        """Return the names of the nodes in the picture."""
        return set(self.js("kg.main.scene().nodes.map((item) => item.label)"))

    def node(self, label: str) -> str:
        """Return the id of the node with ``label``."""
        return str(self.js("(label) => kg.data.nodes.find((node) => node.label === label).id", label))

    def spot(self, label: str) -> tuple[float, float]:
        """Return where on the screen the node with ``label`` is drawn."""
        code = """(id) => {
            const { network, onScreen, holder } = kg.network.view();
            const at = onScreen(network.getPosition(id));
            const box = holder.getBoundingClientRect();
            return [at.x + box.left, at.y + box.top];
        }"""
        x, y = self.js(code, self.node(label))
        return x, y

    def click_node(self, label: str) -> None:
        """Click on the node with ``label`` in the picture."""
        self.tab.mouse.click(*self.spot(label))
        # The picture waits a moment whether a second click follows.
        self.until("kg.state.get().sel !== ''")


Open = Callable[..., Opened]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return a running Chromium."""
    with chromium() as running_browser:
        yield running_browser


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return a function from the name of a sample (``facts``, or a number of nodes) to its page on disk."""
    folder = tmp_path_factory.mktemp("pages")

    def made(name: str) -> Path:
        path = folder / f"{name}.html"
        if not path.exists():
            graph = assemble(FACTS) if name == "facts" else sample_graph(int(name))
            path.write_text(made_page(graph), "utf-8")
        return path

    return made


@pytest.fixture
def opened(browser: Browser, pages: Callable[[str], Path]) -> Iterator[Open]:
    """Return a function that opens a page; at the end none of them may have asked or complained of anything."""
    context = browser.new_context(viewport={"width": 1400, "height": 860}, accept_downloads=True)
    found: list[Opened] = []

    def show(name: str | Path = "facts", fragment: str = "", scheme: str = "light") -> Opened:
        path = name if isinstance(name, Path) else pages(name)
        page = Opened(context.new_page())
        found.append(page)
        own = path.as_uri()
        page.tab.set_default_timeout(10_000)
        page.tab.set_default_navigation_timeout(60_000)
        page.tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.tab.on("request", lambda r: None if r.url.split("#")[0] == own else page.requests.append(r.url))
        page.tab.on("console", lambda m: page.complaints.append(m.text) if m.type == "error" else None)
        page.tab.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.tab.on("dialog", lambda dialog: (page.complaints.append("dialog"), dialog.dismiss()))
        page.tab.goto(own + fragment)
        page.tab.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
        page.until("typeof kg !== 'undefined' && kg.main && kg.main.scene !== undefined")
        return page

    yield show
    outside = [url[:200] for page in found for url in page.requests if not url.startswith(("blob:", "data:"))]
    complaints = [text for page in found for text in page.complaints]
    context.close()
    assert outside == []
    assert complaints == []
