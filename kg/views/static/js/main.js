// Brings the parts together: the reader's choices in, every part redrawn that they concern.
kg.main = (() => {
  const { dom, state, filter, scene, network, webgl } = kg;
  const FILTERS = new Set("class property type status source speaker from to conf known events alone".split(" "));
  const DRAWN = new Set([...FILTERS, "focus", "scope", "view"]);
  let visible = null;
  let drawn = null;
  let onPaper = false;
  let unfolded = true;

  const touches = (changed, names) => !changed || [...changed].some((name) => names.has(name));

  function theme() {
    const wanted = state.get().theme;
    const dark = !onPaper && (wanted ? wanted === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    scene.setTone(dark ? "dark" : "light");
  }

  function draw(now, again) {
    for (const name of ["graph", "map", "list"]) dom.byId(`kg-${name}`).hidden = now.view !== name;
    if (now.view === "map") kg.map.show(visible);
    else if (now.view === "list") kg.list.show(visible);
    else if (again) picture(now);
  }

  function picture(now) {
    drawn = scene.build(now, visible);
    const whole = drawn.kind === "whole";
    dom.byId("kg-canvas").hidden = whole;
    dom.byId("kg-webgl").hidden = !whole;
    if (whole) return webgl.show(drawn);
    webgl.hide();
    network.show(drawn);
  }

  function render(now, changed) {
    if (!changed || changed.has("theme")) theme();
    const filtered = touches(changed, FILTERS);
    const redrawn = touches(changed, DRAWN) || changed.has("theme");
    if (filtered) visible = filter.visible(now);
    // First what takes its share of the page, then the picture in what is left.
    if (filtered || (changed && changed.has("theme"))) {
      kg.facets.show(now);
      kg.timeline.show(now);
      kg.legend.show(visible);
    }
    if (redrawn) draw(now, true);
    else if (changed.has("sel") && now.view !== "graph") draw(now, false);
    if (redrawn || changed.has("sel")) drawn && drawn.kind === "whole" ? webgl.mark(now.sel) : network.mark(now.sel);
    if (redrawn || touches(changed, new Set(["sel"]))) kg.panel.show(now.sel);
    if (!filtered && changed.has("sel")) kg.timeline.point(now.sel);
    kg.tools.show(now, drawn);
    kg.tools.status(now, visible, drawn);
  }

  // A node that is not in the picture is shown with its neighbours.
  function choose(node) {
    const sel = kg.data.select.node(node);
    const now = state.get();
    const there = now.view !== "graph" || (drawn && drawn.nodes.some((item) => item.ref === node));
    state.set(there ? { sel } : { sel, focus: node.isEvent ? parties(node) : [node.id], scope: "" });
    if (there && now.view === "graph" && drawn.kind !== "whole") network.reveal(node.id);
  }

  function parties(event) {
    const ids = event.roles.map(([, filler]) => filler.id);
    return ids.length ? [...new Set(ids)].slice(0, 12) : state.get().focus;
  }

  // Paper is white whatever the screen is.
  function print(on) {
    onPaper = on;
    const legend = dom.byId("kg-legend");
    if (on) unfolded = legend.open;
    legend.open = on || unfolded;
    render(state.get(), new Set(["theme"]));
    if (!on || !drawn || drawn.kind === "whole") return;
    network.view().network.redraw();
  }

  const fit = () => (drawn && drawn.kind === "whole" ? webgl.fit() : network.fit());

  function start() {
    kg.tools.start();
    kg.search.start();
    kg.keys.start();
    state.onChange(render);
    render(state.get(), null);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => render(state.get(), new Set(["theme"])));
    window.addEventListener("beforeprint", () => print(true));
    window.addEventListener("afterprint", () => print(false));
    let timer = 0;
    const resized = () => {
      clearTimeout(timer);
      timer = setTimeout(() => (kg.timeline.show(state.get()), kg.map.redraw()), 120);
    };
    window.addEventListener("resize", resized);
  }

  return { start, choose, fit, visible: () => visible, scene: () => drawn };
})();
kg.main.start();
