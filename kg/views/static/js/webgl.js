// Everything at once, for graphs that are too large for the picture: sigma.js draws by WebGL where the page carries it,
// else a plain canvas does. Only its nodes can be chosen.
kg.webgl = (() => {
  const { data } = kg;
  const holder = kg.dom.byId("kg-webgl");
  let drawn = null;
  let plain = null;
  let renderer = null;
  let marked = "";
  let sheet = null;
  let placed = [];
  const NAMED = 300;
  const SHAPED = 1200;
  const TELLING = 2.2;

  const has = () => typeof kgSigma !== "undefined" && Boolean(document.createElement("canvas").getContext("webgl2"));
  const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  function show(scene) {
    hide();
    drawn = scene;
    if (has()) sigma();
    else plain = canvas();
  }

  // The few that matter stand out of the many that hardly do.
  const size = (item) => 1.5 + 8.5 * item.weight ** 0.7;

  function sigma() {
    const graph = new kgSigma.Graph({ multi: true, type: "undirected" });
    // Those drawn last lie on top.
    for (const item of [...drawn.nodes].sort((a, b) => a.weight - b.weight)) {
      graph.addNode(item.id, { x: item.x, y: -item.y, size: size(item), color: kg.scene.colour(item.look) });
    }
    for (const group of drawn.groups) graph.addEdge(group.a, group.b, { size: 0.5, color: style("--faint") });
    renderer = new kgSigma.Sigma(graph, holder, {
      renderLabels: false, hideEdgesOnMove: true, zIndex: true, minEdgeThickness: 0.6,
      nodeReducer: (id, attributes) => (marked && id !== marked && !graph.areNeighbors(id, marked) ? { ...attributes, color: style("--faint") } : attributes),
      edgeReducer: (edge, attributes) => (marked && !graph.hasExtremity(edge, marked) ? { ...attributes, hidden: true } : marked ? { ...attributes, color: style("--mark"), size: 1 } : attributes),
    });
    sheet = kg.dom.el("canvas", { css: { position: "absolute", inset: "0", width: "100%", height: "100%", "pointer-events": "none" } });
    holder.append(sheet);
    renderer.on("afterRender", () => {
      const found = spots().filter(({ item }) => !marked || item.id === marked || graph.areNeighbors(item.id, marked));
      const ctx = cleared(sheet);
      shaped(ctx, found);
      names(ctx, found);
    });
    renderer.on("clickNode", ({ node }) => kg.state.set({ sel: data.select.node(data.byId.get(node)) }));
    renderer.on("clickStage", () => kg.state.set({ sel: "" }));
  }

  // WebGL draws discs: on those large enough to tell, the shape of the class, for whoever cannot go by colour.
  function shaped(ctx, found) {
    const [width, height] = [holder.clientWidth, holder.clientHeight];
    const seen = found.filter(({ x, y, r }) => r > TELLING && x > -r && y > -r && x < width + r && y < height + r).slice(0, SHAPED);
    const ground = style("--ground");
    for (const { item, x, y, r } of seen.reverse()) {
      kg.shapes.draw(ctx, "circle", x, y, r + 0.8, ground, ground, 0);
      kg.shapes.draw(ctx, item.shape, x, y, r, kg.scene.colour(item.look), ground, 0.5);
    }
  }

  // Where each node is on the screen, the most important first.
  function spots() {
    const where = renderer
      ? (item) => ({ ...renderer.graphToViewport({ x: item.x, y: -item.y }), r: renderer.scaleSize(size(item)) })
      : (item) => at(plain, item);
    return [...drawn.nodes].sort((a, b) => b.weight - a.weight).map((item) => ({ item, ...where(item) }));
  }

  function cleared(canvas) {
    const ratio = window.devicePixelRatio || 1;
    Object.assign(canvas, { width: holder.clientWidth * ratio, height: holder.clientHeight * ratio });
    const ctx = canvas.getContext("2d");
    ctx.scale(ratio, ratio);
    return ctx;
  }

  // The names of the main actors, whatever lies below; of others where there is room.
  function names(ctx, found) {
    const items = found.slice(0, NAMED).map(({ item, x, y, r }, i) => ({
      text: kg.dom.shorten(item.label, 34), x, y, r, size: 11 + Math.round(4 * Math.sqrt(item.weight)), bold: item.weight > 0.3, weight: item.weight, owner: item.id,
      hides: kg.labels.hides(i, item.weight), force: item.id === marked,
    }));
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    placed = kg.labels.place(ctx, holder.clientWidth, holder.clientHeight, items.slice(0, 60), items, []);
    for (const { item, font, x, y } of placed) {
      Object.assign(ctx, { font, lineWidth: 3.5, strokeStyle: style("--ground"), fillStyle: style("--ink") });
      ctx.strokeText(item.text, x, y);
      ctx.fillText(item.text, x, y);
    }
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

  const at = (view, item) => ({
    x: (item.x - view.x) * view.scale + holder.clientWidth / 2, y: (item.y - view.y) * view.scale + holder.clientHeight / 2,
    r: Math.min(size(item), Math.max(1.1, item.r * view.scale)),
  });

  function paint(view) {
    plain = view;
    const ctx = cleared(view.sheet);
    const found = spots();
    const place = new Map(found.map((spot) => [spot.item.id, spot]));
    const lines = (groups, colour, line) => {
      ctx.strokeStyle = colour;
      ctx.lineWidth = line;
      ctx.beginPath();
      for (const { a, b } of groups) (ctx.moveTo(place.get(a).x, place.get(a).y), ctx.lineTo(place.get(b).x, place.get(b).y));
      ctx.stroke();
    };
    lines(drawn.groups, style("--faint"), 0.4);
    if (marked) lines(drawn.groups.filter(({ a, b }) => a === marked || b === marked), style("--mark"), 1.2);
    for (const { x, y, r, item } of found.slice().reverse()) kg.shapes.draw(ctx, item.shape, x, y, r, kg.scene.colour(item.look), style("--ground"), 0.3);
    names(ctx, found);
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

  // The head and the foot of the page may take more or less of it at any time.
  new ResizeObserver(() => {
    if (!drawn || !holder.clientWidth) return;
    if (renderer) renderer.resize().refresh();
    if (plain) fitPlain(plain);
  }).observe(holder);

  function hide() {
    if (renderer) renderer.kill();
    renderer = plain = drawn = sheet = null;
    placed = [];
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

  // What is on the screen as one canvas. WebGL forgets its picture after a moment: it is drawn anew and taken at once.
  function canvas2d() {
    if (plain) return plain.sheet;
    const copy = kg.dom.el("canvas");
    const ctx = cleared(copy);
    renderer.refresh();
    for (const layer of [...holder.querySelectorAll("canvas")]) {
      if (!/mouse/.test(layer.className)) ctx.drawImage(layer, 0, 0, holder.clientWidth, holder.clientHeight);
    }
    return copy;
  }

  // For the export: what is drawn where.
  const view = () => drawn && { scene: drawn, spots: spots(), placed, holder };

  return { show, hide, mark, fit, has, view, canvas: () => (drawn ? canvas2d() : null), kind: () => (renderer ? "webgl" : plain ? "canvas" : "") };
})();
