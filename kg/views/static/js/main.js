// Brings the parts together: the reader's choices in, every part redrawn that they concern.
kg.main = (() => {
  const { dom, state, filter, scene, network } = kg;
  const DRAWN = ["class", "property", "type", "status", "source", "speaker", "focus", "scope", "from", "to", "conf"];
  const FILTERS = new Set([...DRAWN, "known", "events", "alone"]);
  let visible = null;

  function theme() {
    const wanted = state.get().theme;
    const dark = wanted ? wanted === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    document.documentElement.dataset.theme = dark ? "dark" : "light";
  }

  function draw() {
    network.show(scene.build(state.get(), visible));
    network.fit();
  }

  function render(now, changed) {
    const has = (name) => !changed || changed.has(name);
    if (has("theme")) theme();
    const filtered = !changed || [...changed].some((name) => FILTERS.has(name));
    if (filtered) visible = filter.visible(now);
    if (filtered || has("theme")) draw();
    if (filtered || has("sel")) network.mark(now.sel);
  }

  render(state.get(), null);
  state.onChange(render);
  return { visible: () => visible };
})();
