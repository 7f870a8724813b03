"""The page at size, in Chromium: processor until usable, redraw, processor at rest, size; pyvis' defaults beside it.

Run with ``pytest tests/benchmarks/bench_views.py -o addopts= -s``; each test prints its figures. Times are seconds of
processor of the page's own process, so that what else the machine does hardly counts.
"""

from __future__ import annotations

import os
import re
import signal
import statistics
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, CDPSession, Page, Playwright, sync_playwright
from pyvis.network import Network

from kg.views.page import page as made_page
from tests.chromium import ARGUMENTS, CHROMIUM
from tests.sample_graphs import sample_graph

TICKS = os.sysconf("SC_CLK_TCK")
LIMIT_S = {300: 0.5, 2_000: 1.0, 10_000: 3.0}
# A new tab has half a second's work of its own, also while it is empty: it is over before the page is asked for.
TAB_S = 2.0
# pyvis is given up after so long.
PATIENCE_S = 40.0


def _processes(everything: bool = False) -> dict[int, int]:
    """Return the ticks of processor used by each process below this one that shows a page, or that is a browser's."""
    parents: dict[int, int] = {}
    used: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text("utf-8", "replace").rsplit(")", 1)[1].split()
            command = (path.parent / "cmdline").read_text("utf-8", "replace")
        except OSError:
            continue
        number = int(path.parent.name)
        parents[number] = int(fields[1])
        if "--type=renderer" in command or (everything and "chrom" in command):
            used[number] = int(fields[11]) + int(fields[12])

    def ours(number: int) -> bool:
        while number > 1 and number != os.getpid():
            number = parents.get(number, 0)
        return number == os.getpid()

    return {number: ticks for number, ticks in used.items() if ours(number)}


def processor_s() -> float:
    """Return the seconds of processor that the pages of this process's browsers have used so far."""
    return sum(_processes().values()) / TICKS


@pytest.fixture(scope="module")
def driver() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def browser(driver: Playwright) -> Iterator[Browser]:
    running = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
    running.new_page()
    yield running
    running.close()


def watched(browser: Browser) -> tuple[Page, CDPSession]:
    """Return a new tab at rest, and a session that counts the processor of its main thread from now on."""
    tab = browser.new_page(viewport={"width": 1400, "height": 860})
    tab.set_default_timeout(120_000)
    session = tab.context.new_cdp_session(tab)
    session.send("Performance.enable")
    time.sleep(TAB_S)
    return tab, session


def waited_s(session: CDPSession) -> float:
    """Return the seconds of processor of the page's main thread: what a reader waits for."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(float(metric["value"]) for metric in metrics if metric["name"] == "ThreadTime")


def opened(browser: Browser, path: Path) -> tuple[Page, CDPSession, float, float]:
    """Return the tab that shows ``path``, and seconds of processor until it was usable: main thread, whole process."""
    tab, session = watched(browser)
    before = processor_s()
    tab.goto(path.as_uri())
    tab.evaluate(FRAME)
    seconds = waited_s(session)
    assert tab.evaluate(USABLE)
    return tab, session, seconds, processor_s() - before


def redraw_ms(tab: Page, session: CDPSession, network: str) -> float:
    """Return the milliseconds of processor that a redraw of the vis-network ``network`` takes, in the mean of ten."""
    before = waited_s(session)
    for _ in range(10):
        tab.evaluate(f"{network}.renderer._redraw()")
        tab.evaluate(FRAME)
    return (waited_s(session) - before) * 100


def at_rest(tab: Page) -> float:
    """Return the share of one core that the browser takes while nobody does anything."""
    tab.wait_for_timeout(1500)
    before, start = processor_s(), time.monotonic()
    time.sleep(3)
    return (processor_s() - before) / (time.monotonic() - start)


def pyvis_html(size: int) -> str:
    """Return what pyvis makes of the same graph by its defaults, its scripts in line, without what it fetches."""
    graph = sample_graph(size)
    network = Network(directed=True, cdn_resources="in_line")
    for key, data in graph.nodes(data=True):
        if "roles" not in data or data["kind"] == "Meeting":
            network.add_node(key, label=data["label"], title=data["label"])
    for subject, object_, data in graph.edges(data=True):
        network.add_edge(subject, object_, label=data["predicate"])
    html: str = network.generate_html()
    return re.sub(r'<link[^>]*href="http[^>]*>|<script[^>]*src="http[^>]*></script>', "", html)


FRAME = "() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))"
USABLE = "typeof kg !== 'undefined' && Boolean(kg.main) && kg.network.view().placed.length > 0"
# pyvis keeps its tab too busy to answer: the tab's title tells, which the browser knows without asking it.
STABLE = """() => {
    const told = setInterval(() => {
        if (typeof network === "undefined" || !network || !network.physics.stabilized) return;
        document.title = "stable";
        clearInterval(told);
    }, 50);
}"""


@pytest.mark.parametrize("size", [300, 2_000, 10_000])
def test_the_page_is_soon_usable_and_rests(browser: Browser, tmp_path: Path, size: int) -> None:
    graph = sample_graph(size)
    start = time.process_time()
    text = made_page(graph)
    made_s = time.process_time() - start
    path = tmp_path / "graph.html"
    path.write_text(text, "utf-8")
    rounds = []
    for _ in range(3):
        tab, session, *seconds = opened(browser, path)
        rounds.append(seconds)
        drawn = redraw_ms(tab, session, "kg.network.view().network")
        rest = at_rest(tab)
        tab.close()
    usable, whole = (statistics.median(column) for column in zip(*rounds, strict=True))
    print(
        f"\n{size:,} nodes: made in {made_s:.1f} s, {len(text.encode()) / 1e6:.2f} MB, usable after {usable:.2f} s "
        f"({whole:.2f} s over all its threads), redraw {drawn:.0f} ms, at rest {rest:.3f} of a core"
    )
    assert max(usable, whole) <= LIMIT_S[size]
    assert drawn <= 50
    assert rest <= 0.02


def test_everything_at_once(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "graph.html"
    path.write_text(made_page(sample_graph(10_000)), "utf-8")
    tab, session, *_ = opened(browser, path)
    before = waited_s(session)
    tab.evaluate("kg.state.set({ scope: 'whole' })")
    tab.evaluate(FRAME)
    spent = waited_s(session) - before
    print(f"\n10,000 nodes at once by {tab.evaluate('kg.webgl.kind()')}: {spent:.2f} s, at rest {at_rest(tab):.3f}")
    tab.close()


@pytest.mark.parametrize("size", [300, 2_000, 10_000])
def test_pyvis_beside_it(driver: Playwright, tmp_path: Path, size: int) -> None:
    path = tmp_path / "pyvis.html"
    path.write_text(pyvis_html(size).replace("<head>", f"<head><script>({STABLE})()</script>", 1), "utf-8")
    others = set(_processes(everything=True))
    running = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
    tab, session = watched(running)
    asked = running.new_browser_cdp_session()
    before, start = processor_s(), time.monotonic()
    tab.goto(path.as_uri(), wait_until="commit")
    stable = False
    while not stable and time.monotonic() - start < PATIENCE_S:
        time.sleep(0.1)
        titles = [target["title"] for target in asked.send("Target.getTargets")["targetInfos"]]
        stable = "stable" in titles
    spent = processor_s() - before
    print(f"\npyvis, {size:,} nodes: {path.stat().st_size / 1e6:.2f} MB, ", end="")
    if stable:
        print(f"stable after {spent:.1f} s, redraw {redraw_ms(tab, session, 'network'):.0f} ms", end="")
        print(f", at rest {at_rest(tab):.3f} of a core")
    else:
        print(f"not stable after {spent:.1f} s of processor ({PATIENCE_S:.0f} s in all)")
    # A busy tab does not close.
    for number in set(_processes(everything=True)) - others:
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
