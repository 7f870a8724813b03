"""What a reader keeps: permalinks, undo, exports, themes, print; and use without a mouse."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kg.vocab import BASE, DKG, RDF
from tests.browser.conftest import Open, Opened


def _saved(page: Opened, label: str, folder: Path) -> Path:
    page.tab.get_by_role("button", name="Share").click()
    with page.tab.expect_download() as waiting:
        page.tab.get_by_role("menuitem", name=label).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def test_the_address_holds_the_state(opened: Open) -> None:
    page = opened()
    page.js("kg.state.set({status: ['negated', 'planned'], from: '2023-03', conf: 0.5, view: 'list', theme: 'dark'})")
    page.js("kg.state.set({sel: kg.data.select.node(kg.data.nodes.find((n) => n.label === 'Kenya'))})")
    again = opened("facts", page.js("location.hash"))
    assert again.state() == page.state()
    assert "Kenya" in again.panel()
    assert again.tab.locator("#kg-list tbody tr").count() == page.tab.locator("#kg-list tbody tr").count()


@pytest.mark.parametrize(
    "fragment", ["#sel=n:nothing", "#sel=g:a/b&view=x&conf=-9", "#%E0%A4%A", "#focus=&scope=community:99"]
)
def test_a_broken_address_still_opens(opened: Open, fragment: str) -> None:
    page = opened("facts", fragment)
    assert page.js("kg.main.visible().edges.length") > 10
    assert page.tab.inner_text("#kg-panel")


def test_undo_takes_back_one_step_at_a_time(opened: Open) -> None:
    page = opened()
    assert page.tab.is_disabled("#kg-undo")
    page.js("kg.state.toggle('status', 'planned')")
    page.js("kg.state.set({view: 'map'})")
    page.tab.click("#kg-undo")
    assert (page.state()["view"], page.state()["status"]) == ("graph", ["planned"])
    page.tab.keyboard.press("Control+z")
    assert page.state()["status"] == []
    assert page.tab.is_disabled("#kg-undo")


def test_the_picture_is_saved_as_png_and_svg(opened: Open, tmp_path: Path) -> None:
    page = opened()
    png = _saved(page, "Picture as PNG", tmp_path).read_bytes()
    assert png.startswith(b"\x89PNG")
    assert len(png) > 10_000
    svg = _saved(page, "Picture as SVG", tmp_path).read_text("utf-8")
    assert "Clara Weiden" in svg
    assert svg.count("<polyline") == page.js("kg.main.scene().groups.length")
    assert "var(" not in svg
    page.tab.click("[data-view=map]")
    assert "Vienna" in _saved(page, "Picture as SVG", tmp_path).read_text("utf-8")
    assert _saved(page, "Picture as PNG", tmp_path).read_bytes().startswith(b"\x89PNG")


def test_the_picture_of_everything_is_saved_too(opened: Open, tmp_path: Path) -> None:
    page = opened("2600", "#scope=whole")
    page.until("kg.webgl.kind() && kg.webgl.view().placed.length > 5")
    svg = _saved(page, "Picture as SVG", tmp_path).read_text("utf-8")
    assert svg.count("<circle") + svg.count("<polygon") == page.js("kg.main.scene().nodes.length") > 2000
    assert page.js("kg.webgl.view().placed[0].item.text") in svg
    # Not an empty sheet: nodes, and the ink of their names.
    inked = page.js(
        """() => {
            const sheet = kg.webgl.canvas();
            const { data } = sheet.getContext("2d").getImageData(0, 0, sheet.width, sheet.height);
            let [orange, dark] = [0, 0];
            for (let i = 0; i < data.length; i += 4) {
                if (data[i] > 180 && data[i + 1] < 120 && data[i + 2] < 40 && data[i + 3] > 200) orange += 1;
                if (data[i] < 60 && data[i + 1] < 60 && data[i + 2] < 60 && data[i + 3] > 200) dark += 1;
            }
            return [orange, dark];
        }"""
    )
    assert min(inked) > 100
    assert _saved(page, "Picture as PNG", tmp_path).read_bytes().startswith(b"\x89PNG")


def test_the_selection_is_saved_as_csv(opened: Open, tmp_path: Path) -> None:
    page = opened()
    text = _saved(page, "Facts as CSV", tmp_path).read_text("utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == page.js("kg.main.visible().edges.reduce((sum, e) => sum + e.rows.length, 0)")
    page.click_node("Moldova")
    (row,) = csv.DictReader(io.StringIO(_saved(page, "Facts as CSV", tmp_path).read_text("utf-8")))
    assert (row["subject"], row["property"], row["object"], row["status"]) == ("Austria", "aids", "Moldova", "planned")
    assert row["speaker"] == "Clara Weiden"
    assert row["url"].startswith("https://")


def test_the_selection_is_saved_as_turtle_in_which_only_what_is_actual_is_plain(opened: Open, tmp_path: Path) -> None:
    page = opened()
    path = _saved(page, "Facts as Turtle", tmp_path)
    store = ox.Store()
    store.load(path=str(path), format=ox.RdfFormat.TURTLE)

    def found(subject: Any, predicate: str, object_: Any = None) -> list[Any]:
        return list(store.quads_for_pattern(subject, ox.NamedNode(predicate), object_, None))

    assertions = found(None, RDF.type, ox.NamedNode(DKG.iri + "Assertion"))
    assert len(assertions) == page.js("kg.main.visible().edges.filter((e) => !e.known).length")
    assert found(ox.NamedNode(BASE + "state_KE"), DKG.iri + "memberOf")
    assert not found(None, DKG.iri + "aids")
    assert not found(None, DKG.iri + "threatens")


def test_dark_and_light(opened: Open) -> None:
    assert opened("facts", "", "dark").js("document.documentElement.dataset.theme") == "dark"
    page = opened()
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.js(ground)
    page.tab.keyboard.press("t")
    assert page.js("document.documentElement.dataset.theme") == "dark"
    assert page.js(ground) != light
    assert page.js("kg.network.view().palette.ground") == "#16181b"


def test_the_menu_is_used_by_keys(opened: Open) -> None:
    page = opened()
    opener = page.tab.get_by_role("button", name="Share")
    focused = "document.activeElement.textContent"
    opener.press("ArrowDown")
    assert page.js(focused) == "Picture as PNG"
    page.tab.keyboard.press("ArrowDown")
    assert page.js(focused) == "Picture as SVG"
    page.tab.keyboard.press("End")
    assert page.js(focused) == "Print"
    page.tab.keyboard.press("ArrowDown")
    assert page.js(focused) == "Picture as PNG"
    page.tab.keyboard.press("ArrowUp")
    assert page.js(focused) == "Print"
    page.tab.keyboard.press("Escape")
    assert page.js(focused) == "Share"
    assert opener.get_attribute("aria-expanded") == "false"


def test_print_shows_the_legend_also_where_it_was_folded(opened: Open) -> None:
    page = opened()
    page.tab.click("#kg-legend summary")
    page.js("window.dispatchEvent(new Event('beforeprint'))")
    assert page.js("document.querySelector('#kg-legend').open")
    page.js("window.dispatchEvent(new Event('afterprint'))")
    assert not page.js("document.querySelector('#kg-legend').open")


def test_print_leaves_out_the_controls(opened: Open) -> None:
    page = opened("facts", "", "dark")
    page.js("kg.main.choose(kg.data.nodes.find((n) => n.label === 'Kenya'))")
    page.js("window.dispatchEvent(new Event('beforeprint'))")
    assert page.js("kg.network.view().palette.ground") == "#ffffff"
    page.tab.emulate_media(media="print")
    assert page.tab.locator("#kg-facets").is_hidden()
    assert page.tab.locator("#kg-tools").is_hidden()
    assert page.tab.locator("#kg-panel").is_visible()
    assert page.js("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.tab.emulate_media(media="screen")
    page.js("window.dispatchEvent(new Event('afterprint'))")
    assert page.js("kg.network.view().palette.ground") == "#16181b"


def test_all_can_be_done_by_keys(opened: Open) -> None:
    page = opened()
    page.tab.focus("#kg-canvas")
    page.tab.keyboard.press("ArrowRight")
    first = page.state()["sel"]
    assert first == page.js("kg.main.scene().nodes.slice().sort((a, b) => b.weight - a.weight)[0].selection")
    assert page.tab.inner_text("#kg-live").endswith("facts")
    moved = set()
    for key in ("ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"):
        page.tab.keyboard.press(key)
        moved.add(page.state()["sel"])
    assert len(moved | {first}) >= 3
    page.tab.keyboard.press("Enter")
    assert len(page.state()["focus"]) == 1
    page.tab.keyboard.press("u")
    assert page.state()["focus"] == []
    page.tab.keyboard.press("Escape")
    assert page.state()["sel"] == ""
    page.tab.keyboard.press("m")
    assert page.state()["view"] == "map"
    page.tab.keyboard.press("?")
    assert "from node to node" in page.tab.inner_text("#kg-help")
    page.tab.keyboard.press("Escape")
    assert page.tab.locator("#kg-help").is_hidden()


def test_every_control_has_a_name_for_screen_readers(opened: Open) -> None:
    page = opened("2600")
    nameless = page.js(
        """[...document.querySelectorAll("button, input, select, a, [role=button], [role=img]")].filter((node) =>
            !(node.textContent.trim() || node.getAttribute("aria-label") || (node.labels && node.labels.length))
        ).map((node) => node.outerHTML.slice(0, 120))"""
    )
    assert nameless == []
    assert page.js("document.documentElement.lang") == "en"
    for role in ("main", "search", "status"):
        assert page.tab.get_by_role(role).count() == 1  # type: ignore[arg-type]
