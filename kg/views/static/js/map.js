// Places, states and what happens there on an outline of the land: no tiles, nothing fetched.
kg.map = (() => {
  const { svg, el, button } = kg.dom;
  const { data, state } = kg;
  const holder = kg.dom.byId("kg-map");
  const WORLD = { x: -1800, y: -850, width: 3600, height: 1450 };
  const land = JSON.parse(kg.dom.byId("kg-land").textContent);
  const ink = document.createElement("canvas").getContext("2d");
  let box = null;
  let picture = null;
  let marks = null;
  let shown = [];
  const SPOTS_MAX = 150;
  const note = el("span", { class: "quiet", hidden: true });

  const located = (node) => Number.isFinite(node.lat) && Number.isFinite(node.lon) && Math.abs(node.lat) <= 90 && Math.abs(node.lon) <= 180;

  // Where a thing is: its own coordinates, or those of the place that it takes place in.
  function places(visible) {
    const found = new Map();
    const put = (node, guest) => {
      if (!found.has(node)) found.set(node, new Set());
      if (guest) found.get(node).add(guest);
    };
    for (const node of visible.nodes) if (located(node)) put(node);
    for (const edge of visible.edges) if (edge.predicate === "takesPlaceIn" && located(edge.o)) put(edge.o, edge.s);
    for (const { s, o, role } of visible.links) if (role === "place" && located(o)) put(o, s);
    return [...found].map(([node, guests]) => ({ node, guests, x: node.lon * 10, y: -node.lat * 10 }));
  }

  function fitted() {
    if (!shown.length) return { ...WORLD };
    const xs = shown.map(({ x }) => x);
    const ys = shown.map(({ y }) => y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const width = Math.min(3600, Math.max(right - left, bottom - top, 300) * 1.25);
    const height = Math.max(width * ratio(), (bottom - top) * 1.3);
    return { x: (left + right) / 2 - height / ratio() / 2, y: (top + bottom) / 2 - height / 2, width: height / ratio(), height };
  }

  const ratio = () => Math.max(0.2, holder.clientHeight / Math.max(holder.clientWidth, 1));
  const pixel = () => box.width / Math.max(holder.clientWidth, 1);

  // Lines from the chosen node to those that it has to do with.
  function bonds(selection) {
    const { node } = data.choice(selection);
    const seat = new Map(shown.map((item) => [item.node, item]));
    const here = node && seat.get(node);
    if (!here) return [];
    const others = new Set(node.edges.map((edge) => seat.get(edge.s === node ? edge.o : edge.s)).filter((item) => item && item !== here));
    return [...others].map((item) => svg("line", {
      x1: here.x, y1: here.y, x2: item.x, y2: item.y, stroke: "var(--mark)", "stroke-opacity": 0.6, "stroke-width": 1.2 * pixel(),
    }));
  }

  // As many as can be told apart; nearer there are more.
  function weightiest(selection) {
    const here = shown.filter(({ x, y }) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height);
    const rank = ({ node, guests }) => (selection === data.select.node(node) ? 2 : node.importance + Math.min(0.5, guests.size / 100));
    const kept = here.sort((a, b) => rank(b) - rank(a) || a.node.number - b.node.number).slice(0, SPOTS_MAX);
    note.textContent = here.length > kept.length ? `the ${kept.length} most important of ${here.length} here; more when nearer` : "";
    note.hidden = !note.textContent;
    return kept;
  }

  function draw() {
    const unit = pixel();
    picture.setAttribute("viewBox", `${box.x} ${box.y} ${box.width} ${box.height}`);
    const now = state.get();
    const drawn = weightiest(now.sel).map((item) => {
      const r = (4 + 8 * Math.sqrt(item.node.importance) + Math.min(6, Math.sqrt(item.guests.size))) * unit;
      return { ...item, r };
    }).sort((a, b) => b.r - a.r);
    const spots = drawn.map(({ node, guests, x, y, r }) => {
      const chosen = now.sel === data.select.node(node);
      const shape = kg.shapes.svg(node.look.shape, x, y, r, kg.scene.colour(node.look), "var(--ground)");
      shape.setAttribute("stroke", chosen ? "var(--ink)" : "var(--ground)");
      shape.setAttribute("stroke-width", (chosen ? 2.5 : 1) * unit);
      const text = guests.size ? `${node.label}: ${guests.size} ${guests.size === 1 ? "event" : "events"}` : node.label;
      return svg("g", {
        class: "spot", tabindex: 0, role: "button", "aria-label": text, data: { id: node.id },
        on: { click: () => kg.main.choose(node), keydown: (event) => event.key === "Enter" && kg.main.choose(node) },
      }, svg("title", {}, text), shape);
    });
    kg.dom.clear(marks).append(...bonds(now.sel), ...spots, ...labels(drawn, unit));
  }

  function labels(drawn, unit) {
    const at = (item) => ({ x: (item.x - box.x) / unit, y: (item.y - box.y) / unit, r: item.r / unit });
    const items = drawn.map((item) => ({ ...at(item), text: item.node.label, size: 12, owner: item.node.id, bold: item.node.importance > 0.3, weight: item.node.importance }));
    const placed = kg.labels.place(ink, holder.clientWidth, holder.clientHeight, items, items, []);
    return placed.map(({ item, x, y }) => svg("text", {
      x: box.x + x * unit, y: box.y + (y + 4) * unit, "text-anchor": "middle", "font-weight": item.bold ? 600 : 400,
      css: { "font-size": `${item.size * unit}px` }, stroke: "var(--ground)", "stroke-width": 3 * unit, "paint-order": "stroke", "pointer-events": "none",
    }, item.text));
  }

  function zoom(factor, at) {
    const width = Math.min(3600, Math.max(60, box.width * factor));
    const height = width * (box.height / box.width);
    const [px, py] = at || [0.5, 0.5];
    box = { x: box.x + (box.width - width) * px, y: box.y + (box.height - height) * py, width, height };
    draw();
  }

  function drag() {
    let last = null;
    picture.addEventListener("pointerdown", (event) => (last = [event.clientX, event.clientY]));
    picture.addEventListener("pointermove", (event) => {
      if (!last || !event.buttons) return;
      const [dx, dy] = [event.clientX - last[0], event.clientY - last[1]];
      last = [event.clientX, event.clientY];
      box.x -= dx * pixel();
      box.y -= dy * pixel();
      picture.setAttribute("viewBox", `${box.x} ${box.y} ${box.width} ${box.height}`);
    });
    picture.addEventListener("pointerup", () => (last = null) || draw());
    picture.addEventListener("wheel", (event) => {
      event.preventDefault();
      const frame = picture.getBoundingClientRect();
      zoom(event.deltaY > 0 ? 1.2 : 1 / 1.2, [(event.clientX - frame.left) / frame.width, (event.clientY - frame.top) / frame.height]);
    }, { passive: false });
  }

  function start() {
    marks = svg("g", {});
    const outline = svg("path", { d: land, fill: "var(--faint)", "fill-opacity": 0.55, stroke: "var(--line)", "stroke-width": 0.6, "vector-effect": "non-scaling-stroke" });
    picture = svg("svg", { role: "group", "aria-label": "Map of places", css: { height: "100%" }, preserveAspectRatio: "xMidYMid meet" }, outline, marks);
    const all = () => ((box = fitted()), draw());
    holder.append(picture, el("div", { class: "zoom" }, note, button("+", () => zoom(0.7), { "aria-label": "Nearer" }),
      button("−", () => zoom(1 / 0.7), { "aria-label": "Farther" }), button("All", all), button("World", () => ((box = { ...WORLD }), draw()))));
    drag();
  }

  function show(visible) {
    if (!picture) start();
    shown = places(visible);
    box = box || fitted();
    draw();
  }

  return { show, redraw: () => picture && !holder.hidden && draw(), picture: () => picture, count: () => shown.length };
})();
