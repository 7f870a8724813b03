// What shapes, colours and lines mean; a click on a class shows what it has to do with.
kg.legend = (() => {
  const { el, svg } = kg.dom;
  const holder = kg.dom.byId("kg-legend");
  const LINES = [
    ["actual", "var(--line)", null], ["planned", "var(--line)", "7 4"], ["hypothetical", "var(--line)", "1.5 4"], ["negated", "var(--bad)", null],
  ];

  function line([label, stroke, dashes]) {
    const cross = label === "negated" ? svg("path", { d: "M13 3l6 6m0-6l-6 6", stroke, "stroke-width": 1.6 }) : null;
    return el("li", {}, svg("svg", { width: 32, height: 12, "aria-hidden": "true" },
      svg("line", { x1: 0, y1: 6, x2: 32, y2: 6, stroke, "stroke-width": 2, "stroke-dasharray": dashes }), cross), label);
  }

  function show(visible) {
    const there = new Set([...visible.nodes].map((node) => node.kind));
    const classes = [...kg.data.classes.values()].filter((record) => there.has(record.name));
    const items = classes.map((record) => el("li", {}, kg.panel.swatch(record),
      kg.dom.button(record.label, () => kg.state.toggle("class", record.name), { class: "plain", "aria-pressed": kg.state.get().class.includes(record.name) })));
    kg.dom.clear(holder.lastElementChild).append(el("ul", {}, items), el("ul", {}, LINES.map(line)),
      el("small", { class: "quiet" }, "Size: importance. ×3: as many parallel facts; +2: as many of other kinds."));
  }

  return { show };
})();
