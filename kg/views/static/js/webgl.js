// Everything at once, for graphs that are too large for the picture: sigma.js draws by WebGL where the page carries it,
// else a plain canvas does. Only its nodes can be chosen.
kg.webgl = (() => {
  const { data } = kg;
  const holder = kg.dom.byId("kg-webgl");
  let drawn = null;
  let plain = null;
  let renderer = null;
  let marked = "";

  const has = () => typeof kgSigma !== "undefined" && Boolean(document.createElement("canvas").getContext("webgl2"));
  const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  function show(scene) {
    hide();
    drawn = scene;
    if (has()) sigma();
    else plain = canvas();
  }

  function sigma() {
    const graph = new kgSigma.Graph({ multi: true, type: "undirected" });
    for (const item of drawn.nodes) {
      graph.addNode(item.id, { x: item.x, y: -item.y, size: Math.max(1.6, item.r / 3), label: item.label, color: kg.scene.colour(item.look) });
    }
    for (const group of drawn.groups) graph.addEdge(group.a, group.b, { size: 0.4, color: style("--faint") });
    renderer = new kgSigma.Sigma(graph, holder, {
      labelColor: { color: style("--ink") }, labelFont: "system-ui, sans-serif", labelRenderedSizeThreshold: 5, labelDensity: 0.4, labelGridCellSize: 180, hideEdgesOnMove: true, zIndex: true,
      nodeReducer: (id, attributes) => (marked && id !== marked && !graph.areNeighbors(id, marked) ? { ...attributes, color: style("--faint"), label: null } : attributes),
      edgeReducer: (edge, attributes) => (marked && !graph.hasExtremity(edge, marked) ? { ...attributes, hidden: true } : marked ? { ...attributes, color: style("--mark"), size: 1 } : attributes),
    });
    renderer.on("clickNode", ({ node }) => kg.state.set({ sel: data.select.node(data.byId.get(node)) }));
    renderer.on("clickStage", () => kg.state.set({ sel: "" }));
  }

  // Without WebGL: dots and thin lines, the names of the most important.
  function canvas() {
    const sheet = kg.dom.el("canvas", { css: { width: "100%", height: "100%" } });
    holder.append(sheet);
    const xs = drawn.nodes.map((item) => item.x);
    const ys = drawn.nodes.map((item) => item.y);
    const low = [xs.reduce((a, b) => Math.min(a, b), Infinity), ys.reduce((a, b) => Math.min(a, b), Infinity)];
    const high = [xs.reduce((a, b) => Math.max(a, b), -Infinity), ys.reduce((a, b) => Math.max(a, b), -Infinity)];
    const view = { sheet, x: (low[0] + high[0]) / 2, y: (low[1] + high[1]) / 2, low, high, scale: 0 };
    sheet.addEventListener("click", (event) => pick(view, event));
    sheet.addEventListener("wheel", (event) => (event.preventDefault(), (view.scale *= event.deltaY > 0 ? 0.8 : 1.25), paint(view)), { passive: false });
    sheet.addEventListener("pointermove", (event) => {
      if (!event.buttons) return;
      view.x -= event.movementX / view.scale;
      view.y -= event.movementY / view.scale;
      requestAnimationFrame(() => paint(view));
    });
    fitPlain(view);
    return view;
  }

  function fitPlain(view) {
    const [width, height] = [holder.clientWidth, holder.clientHeight];
    view.scale = 0.94 * Math.min(width / (view.high[0] - view.low[0] + 1), height / (view.high[1] - view.low[1] + 1));
    view.x = (view.low[0] + view.high[0]) / 2;
    view.y = (view.low[1] + view.high[1]) / 2;
    paint(view);
  }

  function paint(view) {
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = [holder.clientWidth, holder.clientHeight];
    Object.assign(view.sheet, { width: width * ratio, height: height * ratio });
    const ctx = view.sheet.getContext("2d");
    ctx.scale(ratio, ratio);
    const at = (item) => [(item.x - view.x) * view.scale + width / 2, (item.y - view.y) * view.scale + height / 2];
    const place = new Map(drawn.nodes.map((item) => [item.id, at(item)]));
    const lines = (groups, colour, line) => {
      ctx.strokeStyle = colour;
      ctx.lineWidth = line;
      ctx.beginPath();
      for (const { a, b } of groups) (ctx.moveTo(...place.get(a)), ctx.lineTo(...place.get(b)));
      ctx.stroke();
    };
    lines(drawn.groups, style("--faint"), 0.4);
    if (marked) lines(drawn.groups.filter(({ a, b }) => a === marked || b === marked), style("--mark"), 1.2);
    const names = drawn.nodes.map((item) => {
      const [x, y] = place.get(item.id);
      return { text: item.label, x, y, r: Math.max(1.3, item.r * Math.min(1, view.scale)), size: 12, bold: item.weight > 0.3, weight: item.weight, owner: item.id, item };
    });
    for (const { x, y, r, item } of names) kg.shapes.draw(ctx, item.shape, x, y, r, kg.scene.colour(item.look), style("--ground"), 0.3);
    const first = names.sort((a, b) => b.weight - a.weight).slice(0, 300);
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    for (const { item, font, x, y } of kg.labels.place(ctx, width, height, first.slice(0, 60), first, [])) {
      Object.assign(ctx, { font, lineWidth: 3.5, strokeStyle: style("--ground"), fillStyle: style("--ink") });
      ctx.strokeText(item.text, x, y);
      ctx.fillText(item.text, x, y);
    }
  }

  function pick(view, event) {
    const frame = view.sheet.getBoundingClientRect();
    const x = (event.clientX - frame.left - frame.width / 2) / view.scale + view.x;
    const y = (event.clientY - frame.top - frame.height / 2) / view.scale + view.y;
    let best = null;
    let least = (9 / view.scale) ** 2;
    for (const item of drawn.nodes) {
      const far = (item.x - x) ** 2 + (item.y - y) ** 2;
      if (far < Math.max(least, best ? 0 : item.r ** 2)) [best, least] = [item, far];
    }
    kg.state.set({ sel: best ? best.selection : "" });
  }

  function hide() {
    if (renderer) renderer.kill();
    renderer = plain = drawn = null;
    kg.dom.clear(holder);
  }

  function mark(selection) {
    const { node } = data.choice(selection);
    marked = node ? node.id : "";
    if (renderer) renderer.refresh();
    if (plain) paint(plain);
  }

  function fit() {
    if (renderer) renderer.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
    if (plain) fitPlain(plain);
  }

  return { show, hide, mark, fit, has, canvas: () => plain && plain.sheet, kind: () => (renderer ? "webgl" : plain ? "canvas" : "") };
})();
