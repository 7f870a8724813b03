"""Search, facets, timeline, map, list and legend, each by use."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import Open, Opened


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("clara", "Clara Weiden"),
        ("OSCE", "Organization for Security and Co-operation in Europe"),
        ("austri", "Austria"),
        ("au", "African Union"),
    ],
)
def test_search_finds_names_and_aliases_as_one_types(opened: Open, typed: str, expected: str) -> None:
    page = opened()
    page.tab.keyboard.press("/")
    page.tab.keyboard.type(typed)
    assert page.tab.locator("#kg-found li").count() >= 1
    assert page.tab.locator("#kg-search").get_attribute("aria-expanded") == "true"
    page.tab.keyboard.press("Enter")
    assert page.tab.inner_text("#kg-panel h2").strip() == expected
    assert page.tab.locator("#kg-found").is_hidden()


def test_search_ignores_accents_and_says_when_nothing_is_found(opened: Open) -> None:
    page = opened()
    page.tab.fill("#kg-search", "cLÁRA")
    assert "Clara Weiden" in page.tab.inner_text("#kg-found")
    page.tab.fill("#kg-search", "zzzz")
    assert page.tab.inner_text("#kg-found") == "nothing found"
    page.tab.press("#kg-search", "Escape")
    assert page.tab.input_value("#kg-search") == ""


def test_the_arrow_keys_move_among_what_was_found(opened: Open) -> None:
    page = opened()
    page.tab.fill("#kg-search", "a")
    page.tab.press("#kg-search", "ArrowDown")
    assert page.tab.get_attribute("#kg-search", "aria-activedescendant") == "kg-found-1"
    second = page.tab.locator("#kg-found li bdi").nth(1).inner_text()
    page.tab.press("#kg-search", "Enter")
    assert second in page.panel()


def test_search_opens_what_the_picture_does_not_show(opened: Open) -> None:
    page = opened("2600")
    hidden = page.js(
        """kg.data.nodes.find((n) => n.kind === "Person" && n.edges.length > 1 &&
        !kg.main.scene().nodes.some((item) => item.ref === n)).label"""
    )
    page.tab.fill("#kg-search", hidden)
    page.tab.press("#kg-search", "Enter")
    assert hidden in page.labels()
    assert page.js("kg.main.scene().kind") == "ego"


@pytest.mark.parametrize(
    ("facet", "value", "test"),
    [
        ("class", "State", "edge.s.kind === 'State' || edge.o.kind === 'State'"),
        ("property", "criticizes", "edge.predicate === 'criticizes'"),
        ("type", "Aid", "edge.event.kind === 'Aid'"),
        ("status", "negated", "edge.status === 'negated'"),
        ("source", None, "edge.sources.length > 0"),
        ("speaker", None, "edge.by !== null"),
    ],
)
def test_each_facet_leaves_what_it_names(opened: Open, facet: str, value: str | None, test: str) -> None:
    page = opened()
    group = page.tab.locator(f"#kg-facets details[data-name={facet}]")
    if group.get_attribute("open") is None:
        group.locator("summary").click()
    box = group.locator(f"input[data-value='{value}']" if value else "input").first
    count = int(box.locator("xpath=../small").inner_text())
    box.check()
    page.until(f"kg.state.get().{facet}.length === 1")
    assert page.js("kg.main.visible().edges.length") == count > 0
    assert page.js(f"kg.main.visible().edges.every((edge) => {test})")
    page.tab.locator(f"#kg-facets details[data-name={facet}] input:checked").click()
    assert page.js("kg.main.visible().edges.length") == page.js("kg.data.edges.filter((e) => !e.known).length")


def test_dates_and_confidence_filter(opened: Open) -> None:
    page = opened()
    page.tab.fill("[data-field=from]", "2023-03-30")
    page.tab.press("[data-field=from]", "Enter")
    page.tab.fill("[data-field=to]", "2023-03")
    page.tab.press("[data-field=to]", "Enter")
    kept = set(page.js("kg.main.visible().edges.filter((e) => e.when).map((e) => e.when)"))
    assert "2023-03-30" in kept
    assert not kept & {"2023-03-14", "2023-04", "2023-04-01"}
    page.js("kg.state.reset()")
    page.tab.locator("[data-field=conf]").focus()
    for _ in range(17):
        page.tab.keyboard.press("ArrowRight")
    assert page.state()["conf"] == pytest.approx(0.85)
    assert page.js("kg.main.visible().edges.every((e) => e.confidence >= 0.85)")


@pytest.mark.parametrize("wrong", ["yesterday", "03/2023", "2023-3"])
def test_a_date_that_is_none_changes_nothing(opened: Open, wrong: str) -> None:
    page = opened()
    page.tab.fill("[data-field=from]", wrong)
    page.tab.press("[data-field=from]", "Enter")
    assert page.state()["from"] == ""


def test_events_and_world_knowledge_join_when_asked(opened: Open) -> None:
    page = opened()
    assert "attack on Port Asel" in page.labels()
    assert "Austria sends relief to Moldova" not in page.labels()
    page.tab.check("[data-flag=events]")
    assert "Austria sends relief to Moldova" in page.labels()
    drawn, whole = map(int, re.findall(r"\d+", page.tab.inner_text("#kg-status"))[:2])
    assert len(page.labels()) <= drawn <= whole
    page.tab.check("[data-flag=known]")
    assert page.js("kg.main.visible().edges.some((e) => e.known)")


def test_the_timeline_shows_exact_dates_and_ranges_and_opens_an_event(opened: Open) -> None:
    page = opened()
    titles = page.tab.locator("#kg-timeline .happening title").all_text_contents()
    assert any(t.startswith("2023-04-05 to 2023-04-09: Kenya deploys troops") for t in titles)
    assert any(t.startswith("2023-04-01: Kenya condemns") for t in titles)
    assert page.tab.locator("#kg-timeline rect[stroke-dasharray='4 2']").count() >= 1
    page.tab.locator("#kg-timeline .happening", has_text="attack on Port Asel").first.click()
    assert "attack on Port Asel" in page.panel()


def test_the_timeline_points_at_what_the_chosen_node_had_to_do_with(opened: Open) -> None:
    page = opened("300")
    points = page.tab.locator("#kg-timeline .points path")
    assert points.count() == 0
    page.js("kg.main.choose(kg.main.scene().nodes.sort((a, b) => b.weight - a.weight)[0].ref)")
    assert 10 < points.count() <= page.js("kg.data.choice(kg.state.get().sel).node.edges.length") + 50
    page.tab.keyboard.press("Escape")
    assert points.count() == 0


def test_uncertain_dates_without_a_lane_are_not_lost(opened: Open) -> None:
    page = opened("300")
    titles = page.tab.locator("#kg-timeline .happening title").all_text_contents()
    assert any("more may fall here, their dates are uncertain" in title for title in titles)


def test_the_brush_filters_the_picture_and_can_be_taken_off(opened: Open) -> None:
    page = opened("300")
    before = page.js("kg.main.visible().edges.length")
    box = page.tab.locator("#kg-timeline svg").bounding_box()
    assert box is not None
    y = box["y"] + 50
    page.tab.mouse.move(box["x"] + box["width"] * 0.3, y)
    page.tab.mouse.down()
    page.tab.mouse.move(box["x"] + box["width"] * 0.4, y, steps=4)
    page.tab.mouse.up()
    state = page.state()
    assert "2021" < state["from"] < state["to"] < "2023"
    kept = page.js("kg.main.visible().edges.length")
    assert 0 < kept < before / 2
    page.tab.get_by_role("button", name="all dates").click()
    assert page.js("kg.main.visible().edges.length") == before


def handle(page: Opened, name: str) -> dict[str, str]:
    """Return what a screen reader is told of the handle ``name`` of the timeline."""
    slider = page.tab.get_by_role("slider", name=name)
    return {key: slider.get_attribute(f"aria-{key}") or "" for key in ("valuemin", "valuemax", "valuenow", "valuetext")}


def test_the_handles_of_the_timeline_move_by_keys(opened: Open) -> None:
    page = opened("300")
    before = page.js("kg.main.visible().edges.length")
    start, end = handle(page, "First day"), handle(page, "Last day")
    assert start["valuenow"] == start["valuemin"] == end["valuemin"]
    assert end["valuenow"] == end["valuemax"] == start["valuemax"]
    assert start["valuetext"].endswith(", no limit")
    first = page.tab.get_by_role("slider", name="First day")
    first.focus()
    for _ in range(10):
        first.press("PageUp")
    first.press("ArrowRight")
    assert int(handle(page, "First day")["valuenow"]) > int(start["valuenow"]) + 300
    page.until("kg.state.get().from !== ''")
    assert page.js("kg.dates.span(kg.state.get().from)[0]") == int(handle(page, "First day")["valuenow"])
    assert page.state()["to"] == ""
    assert 0 < page.js("kg.main.visible().edges.length") < before
    # Drawn anew, the handle still has the keyboard, and all the presses are one step to undo.
    assert page.js("document.activeElement.dataset.end") == "from"
    assert page.js("kg.state.depth()") == 1
    day = int(handle(page, "First day")["valuenow"])
    page.tab.keyboard.press("ArrowLeft")
    page.until(f"kg.dates.span(kg.state.get().from)[0] === {day - 1}")
    page.tab.keyboard.press("Home")
    page.until("kg.state.get().from === ''")
    assert page.js("kg.main.visible().edges.length") == before


def test_the_handles_of_the_timeline_never_pass_one_another(opened: Open) -> None:
    page = opened("300", "#from=2022-03")
    start = handle(page, "First day")
    assert start["valuetext"] == "1 Mar 2022"
    last = page.tab.get_by_role("slider", name="Last day")
    last.press("Home")
    page.until("kg.state.get().to !== ''")
    assert handle(page, "Last day")["valuenow"] == start["valuenow"] == handle(page, "Last day")["valuemin"]
    # The month that was typed stays as it was.
    assert (page.state()["from"], page.state()["to"]) == ("2022-03", "2022-03-01")
    page.tab.get_by_role("slider", name="First day").press("End")
    page.tab.wait_for_timeout(400)
    assert page.state()["from"] == "2022-03"
    last = page.tab.get_by_role("slider", name="Last day")
    last.press("End")
    page.until("kg.state.get().to === ''")


def test_the_handles_of_the_timeline_can_be_dragged(opened: Open) -> None:
    page = opened("300")
    box = page.tab.get_by_role("slider", name="Last day").bounding_box()
    whole = page.tab.locator("#kg-timeline svg").bounding_box()
    assert box is not None
    assert whole is not None
    page.tab.mouse.move(box["x"] + 5, box["y"] + 10)
    page.tab.mouse.down()
    page.tab.mouse.move(whole["x"] + whole["width"] / 2, box["y"] + 10, steps=4)
    page.tab.mouse.up()
    assert page.state()["from"] == ""
    assert "2022-05" < page.state()["to"] < "2022-09"


def test_the_map_shows_places_on_the_land_and_opens_them(opened: Open) -> None:
    page = opened()
    page.tab.click("[data-view=map]")
    assert page.tab.locator("#kg-map path").first.get_attribute("d") is not None
    spots = page.tab.locator("#kg-map .spot")
    assert {spot.get_attribute("aria-label") for spot in spots.all()} == {"Austria", "Vienna: 1 event"}
    zoom = "document.querySelector('#kg-map svg').viewBox.baseVal.width"
    before = page.js(zoom)
    page.tab.get_by_role("button", name="Nearer").click()
    assert page.js(zoom) < before
    page.tab.locator("#kg-map .spot[aria-label^=Vienna]").press("Enter")
    assert "Vienna" in page.panel()


def test_the_map_shows_the_most_important_places_and_more_when_nearer(opened: Open) -> None:
    page = opened("2600", "#view=map")
    spots = page.tab.locator("#kg-map .spot")
    assert spots.count() == 150
    assert "the 150 most important of" in page.tab.inner_text("#kg-map .zoom")
    before = set(page.js("[...document.querySelectorAll('#kg-map .spot')].map((spot) => spot.dataset.id)"))
    for _ in range(4):
        page.tab.get_by_role("button", name="Nearer").click()
    assert set(page.js("[...document.querySelectorAll('#kg-map .spot')].map((spot) => spot.dataset.id)")) - before


def test_the_list_holds_the_same_facts(opened: Open) -> None:
    page = opened()
    page.tab.click("[data-view=list]")
    assert page.tab.locator("#kg-list tbody tr").count() == page.js("kg.main.visible().edges.length")
    assert page.tab.locator("#kg-list tr", has_text="negated").count() >= 2
    page.tab.locator("#kg-list button", has_text="aids").first.click()
    assert "Austria – Moldova" in page.panel()


def test_the_list_tells_when_a_fact_without_a_date_was_reported(opened: Open) -> None:
    page = opened("300", "#view=list")
    cells = page.tab.locator("#kg-list tbody td:first-child").all_inner_texts()
    assert any(text.startswith("reported ") for text in cells)
    assert all(cells[:50])


def test_on_a_small_screen_the_picture_comes_first_and_nothing_is_cut(opened: Open) -> None:
    page = opened("300")
    page.tab.set_viewport_size({"width": 420, "height": 800})
    page.tab.reload()
    page.until("typeof kg !== 'undefined' && Boolean(kg.main)")
    picture = page.tab.locator("#kg-canvas").bounding_box()
    assert picture is not None
    assert picture["height"] > 240
    for part in ("#kg-panel", "#kg-facets"):
        assert (
            page.js(
                f"(() => {{ const n = document.querySelector('{part}'); return n.scrollHeight - n.clientHeight; }})()"
            )
            <= 1
        )


def test_the_legend_names_classes_and_lines_and_filters(opened: Open) -> None:
    page = opened()
    words = page.tab.inner_text("#kg-legend")
    for word in ("Person", "State", "Meeting", "planned", "hypothetical", "negated"):
        assert word in words
    page.tab.locator("#kg-legend button", has_text="State").click()
    assert page.state()["class"] == ["State"]
