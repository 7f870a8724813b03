"""The picture: what it shows of nodes and edges, and what a click does."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Open

ROOM = """() => {
    const { placed } = kg.network.view();
    const boxes = placed.map((item) => item.box);
    let hits = 0;
    for (let i = 0; i < boxes.length; i += 1) for (let j = 0; j < i; j += 1) {
        const [a, b] = [boxes[i], boxes[j]];
        if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) hits += 1;
    }
    return [boxes.length, hits];
}"""
SHOWN = "kg.network.view().placed.filter((item) => !item.item.edge).map((item) => item.item.text)"
MAIN = """kg.main.scene().nodes.slice().sort((a, b) => b.weight - a.weight).slice(0, 5)
    .map((item) => kg.dom.shorten(item.label, 34))"""


@pytest.mark.parametrize("size", ["30", "300", "2000", "10000"])
def test_at_first_view_names_do_not_overlap_and_the_main_actors_have_theirs(opened: Open, size: str) -> None:
    page = opened(size)
    count, overlapping = page.js(ROOM)
    assert count >= 10
    assert overlapping == 0
    assert set(page.js(MAIN)) <= set(page.js(SHOWN))


HIDDEN = """() => {
    const { placed, onScreen, network } = kg.network.view();
    const first = kg.main.scene().nodes.slice().sort((a, b) => b.weight - a.weight).slice(0, 5);
    const lies = (box, { x, y }) => box.left < x && box.right > x && box.top < y && box.bottom > y;
    const names = placed.filter(({ item }) => !item.edge);
    const at = (id) => onScreen(network.getPosition(id));
    const below = ({ id }) => names.some(({ item, box }) => item.owner !== id && lies(box, at(id)));
    return first.filter(below).map((item) => item.label);
}"""
TAKEN = """() => {
    const { onScreen, network, holder } = kg.network.view();
    const places = kg.main.scene().nodes.map(({ id }) => onScreen(network.getPosition(id)));
    const range = (key) => Math.max(...places.map((p) => p[key])) - Math.min(...places.map((p) => p[key]));
    return [range("x") / holder.clientWidth, range("y") / holder.clientHeight];
}"""


@pytest.mark.parametrize("size", ["30", "300", "2000", "10000"])
def test_the_picture_takes_the_page_and_no_name_lies_on_a_main_actor(opened: Open, size: str) -> None:
    page = opened(size)
    assert page.js(HIDDEN) == []
    width, height = page.js(TAKEN)
    assert width > 0.7
    assert height > 0.7


def test_classes_keep_their_shape_and_colour(opened: Open) -> None:
    page = opened()
    drawn = page.js("kg.main.scene().nodes.map((item) => [item.ref.kind, item.shape, item.look.light])")
    looks = {kind: (shape, colour) for kind, shape, colour in drawn}
    assert looks["Person"] == ("circle", "#0072b2")
    assert looks["State"] == ("square", "#d55e00")
    assert len({shape for shape, _ in looks.values()}) >= 7


def test_what_matters_more_is_larger_and_states_bear_their_code(opened: Open) -> None:
    page = opened()
    items = page.js("kg.main.scene().nodes.map((item) => ({...item, ref: null, event: item.ref.isEvent}))")
    things = [item for item in items if not item["event"]]
    assert sorted(things, key=lambda i: i["r"]) == sorted(things, key=lambda i: i["weight"])
    assert {item["label"]: item["code"] for item in items if item["code"]} == {
        "Austria": "AT",
        "Switzerland": "CH",
        "Moldova": "MD",
        "Kenya": "KE",
    }


def test_lines_tell_planned_hypothetical_and_negated_apart(opened: Open) -> None:
    page = opened()
    lines = page.js(
        """kg.main.scene().groups.map((group) => {
            const line = kg.network.view().network.body.edges[group.id];
            return [group.status, line.options.dashes];
        })"""
    )
    dashes = dict(lines)
    assert dashes["actual"] is False
    assert dashes["planned"] == [9, 6]
    assert dashes["hypothetical"] == [1.5, 6]
    denied = """() => {
        const group = kg.main.scene().groups.find((group) => group.status === "negated");
        const { linePoint, onScreen, network, palette } = kg.network.view();
        const at = onScreen(linePoint(group.id, 0.38));
        const ratio = network.canvas.pixelRatio || 1;
        const box = [at.x - 5, at.y - 5, 10, 10].map((size) => size * ratio);
        const { data } = network.canvas.getContext().getImageData(...box);
        let red = 0;
        for (let i = 0; i < data.length; i += 4) if (data[i] > 150 && data[i + 1] < 90 && data[i + 2] < 90) red += 1;
        return red;
    }"""
    assert page.js(denied) > 12


def test_thousands_of_lines_are_drawn_together_and_still_tell_their_status(opened: Open) -> None:
    page = opened("2000")
    drawn = page.js(
        """() => {
            const { network } = kg.network.view();
            const told = { lines: 0, strokes: 0, dashes: [], least: Infinity };
            const paper = {
                save() {}, restore() {}, beginPath() {}, moveTo() {},
                lineTo() { told.lines += 1; }, stroke() { told.strokes += 1; },
                setLineDash(dashes) { told.dashes.push(dashes.join(" ")); },
                set lineWidth(width) { told.least = Math.min(told.least, width * network.body.view.scale); },
            };
            for (const edge of Object.values(network.body.edges)) edge.draw = () => (told.lines += 1);
            network.renderer._drawEdges(paper);
            return { ...told, groups: kg.main.scene().groups.length };
        }"""
    )
    assert drawn["lines"] == drawn["groups"] > 4000
    assert drawn["strokes"] < drawn["groups"] / 10
    assert set(drawn["dashes"]) == {"", "9 6", "1.5 6"}
    assert drawn["least"] >= 0.29


def test_parallel_edges_are_one_line_with_a_count(opened: Open) -> None:
    page = opened("30")
    labels = page.js("kg.main.scene().groups.map((group) => [group.label, group.edges.length])")
    assert any("×2" in label or "+1" in label for label, count in labels if count == 2)
    assert all("×" not in label and "+" not in label for label, count in labels if count == 1)
    pairs = page.js("kg.main.scene().groups.map((group) => [group.a, group.b, group.status].join())")
    assert len(pairs) == len(set(pairs))


def test_edges_are_labelled_by_their_property(opened: Open) -> None:
    page = opened("30")
    texts = page.js("kg.network.view().placed.filter((item) => item.item.edge).map((item) => item.item.text)")
    assert "takes place in ×2" in texts or "takes place in" in texts


def test_a_click_on_a_node_opens_what_is_known_of_it(opened: Open) -> None:
    page = opened()
    page.click_node("Clara Weiden")
    words = page.panel()
    assert "also: Weiden" in words
    assert "OFFICES (1)\nForeign Minister of Austria" in words
    assert "MEMBERSHIPS" not in words
    assert "Daudi Omolo meets Clara Weiden 1 Apr 2023" in words
    times = page.js("[...kg.data.nodes.find((n) => n.label === 'Clara Weiden').events].length")
    assert f"EVENTS ({times})" in words


def test_a_node_panel_has_memberships_and_wikidata(opened: Open) -> None:
    page = opened()
    page.click_node("Kenya")
    assert "MEMBERSHIPS (1)\nAfrican Union" in page.panel()
    link = page.tab.locator("#kg-panel a", has_text="Wikidata Q114")
    assert link.get_attribute("href") == "https://www.wikidata.org/wiki/Q114"
    assert link.get_attribute("rel") == "noopener noreferrer nofollow"


def test_events_in_the_panel_are_in_the_order_of_time(opened: Open) -> None:
    page = opened("300", "")
    page.js("kg.main.choose(kg.main.scene().nodes.sort((a, b) => b.weight - a.weight)[0].ref)")
    days = page.js(
        """[...kg.data.choice(kg.state.get().sel).node.events].length > 5 &&
        [...document.querySelectorAll('#kg-panel ul.rows')].length"""
    )
    assert days
    words = page.tab.locator("#kg-panel h3", has_text="Events").locator("xpath=following-sibling::div[1]//li")
    years = [int(text.split()[-1]) for text in words.all_inner_texts()[:20] if text.split()[-1].isdigit()]
    assert years == sorted(years)


def test_a_click_on_a_line_shows_its_sentence_with_its_words_and_source(opened: Open) -> None:
    page = opened()
    point = page.js(
        """() => {
            const { linePoint, onScreen, holder, network, items } = kg.network.view();
            const id = (label) => kg.data.nodes.find((node) => node.label === label).id;
            const group = kg.main.scene().groups.find((g) => [g.a, g.b].includes(id("Moldova")));
            const at = onScreen(linePoint(group.id, 0.5));
            const box = holder.getBoundingClientRect();
            return [at.x + box.left, at.y + box.top];
        }"""
    )
    page.tab.mouse.click(*point)
    page.until("kg.state.get().sel.startsWith('g:')")
    words = page.panel()
    assert "Austria – Moldova" in words
    assert "planned" in words
    assert "Apr 2023" in words
    assert "says Clara Weiden" in words
    assert "actions.verb.send" in words
    assert "70 %" in words
    marks = page.tab.locator("#kg-panel mark")
    assert marks.all_inner_texts() == ["Austria", "send", "Moldova"]
    assert [mark.get_attribute("class") for mark in marks.all()] == ["subject", "predicate", "object"]
    link = page.tab.locator("#kg-panel .proof a")
    assert (link.get_attribute("href") or "").startswith("https://example.")


def test_a_double_click_leaves_only_the_neighbours_and_undo_brings_all_back(opened: Open) -> None:
    page = opened()
    before = page.labels()
    page.tab.mouse.dblclick(*page.spot("Moldova"))
    page.until("kg.state.get().focus.length === 1")
    assert page.labels() == {"Moldova", "Austria"}
    while page.tab.is_enabled("#kg-undo"):
        page.tab.click("#kg-undo")
    assert page.labels() == before


def test_physics_stops_by_itself_and_at_rest_nothing_is_drawn(opened: Open) -> None:
    page = opened("300")
    page.js("window.draws = 0; void kg.network.view().network.on('afterDrawing', () => (window.draws += 1))")
    page.tab.click("#kg-arrange")
    page.until("window.draws > 3")
    page.until("!kg.network.view().network.physics.physicsEnabled")
    page.tab.wait_for_timeout(300)
    drawn = page.js("window.draws")
    page.tab.wait_for_timeout(700)
    assert page.js("window.draws") == drawn


def test_what_matters_most_is_drawn_last(opened: Open) -> None:
    page = opened("300")
    assert page.js(
        """() => {
            const { network, items } = kg.network.view();
            const weights = network.body.nodeIndices.map((id) => items.get(id).weight);
            return weights.every((weight, i) => i === 0 || weight >= weights[i - 1]);
        }"""
    )


SPOTS = "kg.network.view().network.getPositions()"


def test_a_dragged_node_takes_its_neighbours_along_and_then_all_rests(opened: Open) -> None:
    page = opened("30")
    label = page.js("kg.main.scene().nodes.slice().sort((a, b) => b.weight - a.weight)[3].label")
    near = set(page.js("(id) => kg.network.view().network.getConnectedNodes(id)", page.node(label)))
    before = page.js(SPOTS)
    x, y = page.spot(label)
    page.tab.mouse.move(x, y)
    page.tab.mouse.down()
    page.tab.mouse.move(x - 150, y - 60, steps=10)
    page.tab.wait_for_timeout(300)
    page.tab.mouse.up()
    dropped = page.js(SPOTS)[page.node(label)]
    page.until("!kg.network.view().network.physics.physicsEnabled")
    after = page.js(SPOTS)
    moved = {id for id in before if before[id] != after[id]}
    assert dropped == after[page.node(label)] != before[page.node(label)]
    assert len(moved) > 1
    assert moved <= near | {page.node(label)}
    assert page.js("Object.values(kg.network.view().network.body.nodes).every((node) => !node.options.fixed.x)")


def test_no_physics_moves_a_large_picture(opened: Open) -> None:
    page = opened("2000")
    assert page.tab.is_disabled("#kg-arrange")
    x, y = page.spot(page.js("kg.main.scene().nodes.slice().sort((a, b) => b.weight - a.weight)[0].label"))
    before = page.js(SPOTS)
    page.tab.mouse.move(x, y)
    page.tab.mouse.down()
    page.tab.mouse.move(x - 50, y, steps=4)
    assert not page.js("kg.network.view().network.physics.physicsEnabled")
    page.tab.mouse.up()
    after = page.js(SPOTS)
    assert len([id for id in before if before[id] != after[id]]) == 1


def test_large_graphs_open_with_an_overview_and_expand(opened: Open) -> None:
    page = opened("2600")
    assert page.js("kg.main.scene().kind") == "actors"
    assert set(page.js("kg.main.scene().nodes.map((item) => item.ref.kind)")) <= {
        "State",
        "InternationalOrganization",
        "GovernmentBody",
        "ArmedGroup",
        "PoliticalGroup",
        "Organization",
    }
    page.tab.click("[data-scope=communities]")
    assert page.js("kg.main.scene().kind") == "communities"
    page.until("kg.network.view().placed.some(({ item }) => item.text.endsWith(')'))")
    assert all(text.endswith(")") for text in page.js(SHOWN))
    page.js("kg.network.open(kg.main.scene().nodes[0])")
    assert page.state()["scope"].startswith("community:")
    assert page.js("kg.main.scene().kind") == "network"
    page.tab.click("[data-scope=months]")
    assert page.js("kg.main.scene().nodes.length") == 36
    assert "36 months of 2600 nodes" in page.tab.inner_text("#kg-status")
    page.until("kg.network.view().placed.length === 36")
    assert {"Jan 2021", "Feb", "Dec", "Jan 2023"} <= set(page.js(SHOWN))
    page.js("kg.network.open(kg.main.scene().nodes.find((item) => item.id === 'month:2022-05'))")
    assert (page.state()["from"], page.state()["to"]) == ("2022-05", "2022-05")
    assert page.js("[...kg.main.visible().edges].every((e) => e.day[1] >= kg.dates.span('2022-05')[0])")


# The sheet of names and shapes is as large as that of WebGL, which is as large as its place.
LEVEL = """() => {
    const holder = document.querySelector("#kg-webgl");
    const heights = [...holder.querySelectorAll("canvas")].map((sheet) => sheet.getBoundingClientRect().height);
    return [new Set(heights.map(Math.round)).size === 1, Math.abs(heights[0] - holder.clientHeight) <= 1];
}"""


def test_everything_at_once_is_drawn_when_asked(opened: Open) -> None:
    page = opened("2600")
    page.tab.click("[data-scope=whole]")
    page.until("kg.webgl.kind() !== ''")
    assert page.js("kg.main.scene().nodes.length") > 2000
    assert page.tab.locator("#kg-webgl canvas").count() >= 1
    assert set(page.js(MAIN)) <= set(page.js("kg.webgl.view().placed.map(({ item }) => item.text)"))
    assert page.js(ROOM.replace("kg.network", "kg.webgl"))[1] == 0
    assert page.js(LEVEL) == [True, True]
    page.tab.click("#kg-legend summary")
    page.tab.wait_for_timeout(300)
    assert page.js(LEVEL) == [True, True]
    node = page.js("kg.main.scene().nodes[0].label")
    page.js("kg.state.set({sel: kg.main.scene().nodes[0].selection})")
    assert node in page.panel()
    page.tab.click("[data-scope=actors]")
    assert page.js("kg.webgl.kind()") == ""


def test_without_webgl_a_plain_canvas_draws_everything(opened: Open) -> None:
    page = opened("2600")
    page.js(
        """() => {
            const { getContext } = HTMLCanvasElement.prototype;
            HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
                return kind.startsWith("webgl") ? null : getContext.call(this, kind, ...rest);
            };
        }"""
    )
    page.tab.click("[data-scope=whole]")
    assert page.js("kg.webgl.kind()") == "canvas"
    box = page.tab.locator("#kg-webgl canvas").bounding_box()
    assert box is not None
    page.tab.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert page.state()["sel"].startswith("n:")
