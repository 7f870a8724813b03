// All that the mouse can do, by keys.
kg.keys = (() => {
  const { el, byId } = kg.dom;
  const { state } = kg;
  const dialog = byId("kg-help");
  const canvas = byId("kg-canvas");

  const KEYS = [
    ["/", "search", () => kg.search.focus()],
    ["u", "undo", () => state.undo()],
    ["g", "graph", () => state.set({ view: "graph" })],
    ["m", "map", () => state.set({ view: "map" })],
    ["l", "list", () => state.set({ view: "list" })],
    ["f", "fit all into the picture", () => kg.main.fit()],
    ["a", "rearrange (up to 300 nodes)", () => kg.network.arrange()],
    ["t", "light or dark", () => kg.tools.flipTheme()],
    ["p", "go to the details", () => byId("kg-panel").focus()],
    ["+", "nearer", () => kg.network.zoom(1.25)],
    ["-", "farther", () => kg.network.zoom(0.8)],
    ["?", "these keys", () => help()],
  ];
  const SHOWN = [["← ↑ → ↓", "in the graph: from node to node"], ["Enter", "in the graph: only the chosen node and its neighbours"], ["Esc", "close, and let go of what is chosen"]];
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  function help() {
    kg.dom.clear(dialog).append(el("h2", {}, "Keys"), el("table", {}, el("tbody", {}, [...KEYS, ...SHOWN].map(([key, what]) =>
      el("tr", {}, el("td", {}, el("kbd", {}, key)), el("td", {}, what))))), el("form", { method: "dialog" }, kg.dom.button("Close", () => dialog.close())));
    dialog.showModal();
  }

  // The nearest node in the direction of the arrow; without a choice the most important one.
  function walk([dx, dy]) {
    const { scene, network } = kg.network.view();
    const spots = scene.nodes.filter((item) => item.ref).map((item) => ({ item, ...network.getPosition(item.id) }));
    if (!spots.length) return;
    const { node } = kg.data.choice(state.get().sel);
    const here = node && spots.find(({ item }) => item.ref === node);
    const cost = ({ x, y }) => {
      const [along, aside] = [(x - here.x) * dx + (y - here.y) * dy, Math.abs((x - here.x) * dy) + Math.abs((y - here.y) * dx)];
      return along > 1 ? along + 2 * aside : Infinity;
    };
    const best = here
      ? spots.reduce((least, spot) => (cost(spot) < cost(least) ? spot : least))
      : spots.reduce((most, spot) => (spot.item.weight > most.item.weight ? spot : most));
    if (here && cost(best) === Infinity) return;
    state.set({ sel: best.item.selection });
    kg.network.reveal(best.item.id);
  }

  function onKey(event) {
    if (event.ctrlKey || event.metaKey) {
      if (event.key === "z" && !typing(event)) (event.preventDefault(), state.undo());
      return;
    }
    if (event.altKey || typing(event) || dialog.open) return;
    if (event.key === "Escape") return void state.set({ sel: "" });
    if (event.target === canvas && ARROWS[event.key]) return void (event.preventDefault(), walk(ARROWS[event.key]));
    if (event.target === canvas && event.key === "Enter") {
      const { node } = kg.data.choice(state.get().sel);
      return void (node && state.set({ focus: [node.id], scope: "" }));
    }
    const found = KEYS.find(([key]) => key === event.key || (key === "+" && event.key === "="));
    if (found) (event.preventDefault(), found[2]());
  }

  const typing = ({ target }) => target.matches("input:not([type=checkbox]):not([type=range]), textarea, select");
  const start = () => document.addEventListener("keydown", onKey);

  return { start, help };
})();
