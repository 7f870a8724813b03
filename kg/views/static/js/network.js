// The picture: vis-network draws nodes and lines and finds what is under the pointer; labels and marks are ours.
kg.network = (() => {
  const { dom, shapes } = kg;
  const DASHES = { actual: false, planned: [9, 6], hypothetical: [1.5, 6], negated: false };
  const ARROWS_MAX = 1500;
  const CROSS = 0.38;
  const MANY = 700;
  const CROWD = 60;
  const OPTIONS = {
    physics: { enabled: false }, layout: { improvedLayout: false }, autoResize: true,
    interaction: { hover: true, hideEdgesOnDrag: false, hideEdgesOnZoom: false, keyboard: false, tooltipDelay: 1e6 },
    nodes: { borderWidth: 0, chosen: false }, edges: { chosen: false, hoverWidth: 0, selectionWidth: 0 },
  };
  const holder = dom.byId("kg-canvas");
  const nodeSet = new vis.DataSet();
  const edgeSet = new vis.DataSet();
  let scene = { nodes: [], groups: [] };
  let items = new Map();
  let lines = new Map();
  let network = null;
  let scale = 1;
  let marked = { nodes: new Set(), lines: new Set(), centre: null };
  let placed = [];
  let loading = false;
  let palette = {};
  let stretch = 0;

  function readPalette() {
    const style = getComputedStyle(document.documentElement);
    for (const key of ["ground", "ink", "soft", "line", "bad", "mark", "faint"]) {
      palette[key] = style.getPropertyValue("--" + key).trim();
    }
  }

  // However far away, what matters most stands out.
  const screenRadius = (item) =>
    Math.max(item.r, ((scene.nodes.length > 500 ? 1.8 : 3) + (scene.nodes.length > 500 ? 9 : 8) * Math.sqrt(item.weight)) / scale);

  function renderer({ ctx, id, x, y }) {
    const item = items.get(id);
    const r = screenRadius(item);
    return {
      drawNode: () => shapes.draw(ctx, item.shape, x, y, r, kg.scene.colour(item.look), palette.ground, r * scale < 4 ? 0 : 1 / scale),
      nodeDimensions: { width: 2 * r, height: 2 * r },
    };
  }

  const toNode = (item) => ({ id: item.id, x: item.x, y: item.y, shape: "custom", ctxRenderer: renderer, size: item.r });

  function toLine(group, siblings) {
    const arrow = (on) => ({ enabled: on && scene.groups.length <= ARROWS_MAX, scaleFactor: 0.45 });
    return {
      id: group.id, from: group.a, to: group.b, width: group.width || (scene.groups.length > MANY ? 0.6 : 1) * Math.min(7, 1 + Math.log2(group.count)),
      dashes: DASHES[group.status], color: group.status === "negated" ? palette.bad : group.known || scene.groups.length > MANY ? palette.faint : palette.line,
      arrows: { to: arrow(group.forward), from: arrow(group.backward) },
      smooth: siblings > 0 ? { enabled: true, type: "curvedCW", roundness: 0.12 * siblings } : false,
    };
  }

  function toLines(groups) {
    const seen = new Map();
    return groups.map((group) => {
      const pair = group.a + "~" + group.b;
      const siblings = seen.get(pair) || 0;
      seen.set(pair, siblings + 1);
      return toLine(group, siblings);
    });
  }

  function start() {
    readPalette();
    network = new vis.Network(holder, { nodes: nodeSet, edges: edgeSet }, OPTIONS);
    paintLines(network.renderer);
    kg.motion.start(network);
    network.on("beforeDrawing", () => (scale = network.getScale()));
    network.on("afterDrawing", overlay);
    network.on("click", ({ nodes, edges }) => pick(nodes[0], edges[0]));
    network.on("doubleClick", ({ nodes }) => nodes.length && open(items.get(nodes[0])));
    network.on("hoverNode", ({ node }) => hint(items.get(node).label));
    network.on("hoverEdge", ({ edge }) => lines.has(edge) && hint(lineWords(lines.get(edge))));
    for (const event of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(event, () => hint(""));
    holder.addEventListener("pointermove", ({ clientX, clientY }) => moveHint(clientX, clientY));
  }

  // vis-network sets up each line and its arrow heads alone, also where there are thousands without any.
  function paintLines(painter) {
    const alone = { lines: painter._drawEdges, arrows: painter._drawArrows };
    const many = () => scene.groups.length > ARROWS_MAX;
    painter._drawEdges = (ctx) => (many() ? kg.strokes.draw(ctx, network.body) : alone.lines.call(painter, ctx));
    painter._drawArrows = (ctx) => many() || alone.arrows.call(painter, ctx);
  }

  const lineWords = (group) => {
    const [a, b] = [items.get(group.a), items.get(group.b)];
    return `${a.label} – ${b.label}: ${group.label}${group.status === "actual" ? "" : ` (${group.status})`}`;
  };

  function pick(node, line) {
    const found = node !== undefined ? items.get(node) : lines.get(line);
    if (found && found.opens) open(found);
    else if (found && found.ends) kg.state.set({ sel: kg.data.select.pair(...found.ends) });
    else kg.state.set({ sel: (found && found.selection) || "" });
  }

  function open(item) {
    if (item.opens) kg.state.set(item.opens);
    else if (item.ref && !item.ref.isEvent) kg.state.set({ focus: [item.id], sel: item.selection, scope: "" });
  }

  function hint(text) {
    const box = dom.byId("kg-hint");
    box.textContent = text;
    box.hidden = !text;
  }

  function moveHint(x, y) {
    const box = dom.byId("kg-hint");
    box.style.left = `${Math.min(x + 14, window.innerWidth - 300)}px`;
    box.style.top = `${y + 16}px`;
  }

  function show(next) {
    if (!network) start();
    readPalette();
    stretched(next);
    const kept = next.kind === scene.kind && next.kind === "network" ? network.getPositions() : {};
    for (const item of next.nodes) if (kept[item.id]) Object.assign(item, kept[item.id]);
    // While the old nodes go, vis still draws them; each change would draw all anew.
    loading = true;
    network.renderer.allowRedraw = false;
    edgeSet.clear();
    nodeSet.clear();
    items = new Map(next.nodes.map((item) => [item.id, item]));
    lines = new Map(next.groups.map((group) => [group.id, group]));
    scene = next;
    const many = next.groups.length > ARROWS_MAX;
    network.setOptions({ interaction: { hideEdgesOnDrag: many, hideEdgesOnZoom: many } });
    // Those drawn last lie on top.
    nodeSet.add([...next.nodes].sort((a, b) => a.weight - b.weight).map(toNode));
    edgeSet.add(toLines(next.groups));
    loading = false;
    fit();
    network.renderer.allowRedraw = true;
    mark("");
  }

  // Around the selection: its neighbours stay bright, a veil lies over the rest.
  function mark(selection) {
    const nodes = new Set();
    const touched = new Set();
    const { node: chosen, a, b } = kg.data.choice(selection);
    const pair = a ? [a.id, b.id] : null;
    if (pair) pair.forEach((id) => items.has(id) && nodes.add(id));
    for (const group of scene.groups) {
      const hit = pair
        ? pair.includes(group.a) && pair.includes(group.b)
        : chosen && (group.a === chosen.id || group.b === chosen.id);
      if (!hit) continue;
      touched.add(group.id);
      nodes.add(group.a).add(group.b);
    }
    if (chosen && items.has(chosen.id)) nodes.add(chosen.id);
    if (chosen && chosen.roles) for (const [, filler] of chosen.roles) if (items.has(filler.id)) nodes.add(filler.id);
    marked = { selection, nodes, lines: touched, centre: chosen ? chosen.id : null };
    if (network) network.body.emitter.emit("_requestRedraw");
  }

  function linePoint(id, part) {
    const line = network.body.edges[id];
    return line && line.edgeType && line.connected ? line.edgeType.getPoint(part) : null;
  }

  const onScreen = (point) => network.canvasToDOM(point);

  function overlay(ctx) {
    if (loading) return;
    crosses(ctx, scene.groups);
    if (marked.nodes.size) {
      veil(ctx);
      crosses(ctx, [...marked.lines].map((id) => lines.get(id)));
    }
    ctx.save();
    const ratio = network.canvas.pixelRatio || 1;
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (marked.nodes.size) chosenDiscs(ctx);
    placed = layLabels(ctx);
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    codes(ctx);
    ctx.lineJoin = "round";
    for (const { item, font, x, y } of placed) {
      ctx.font = font;
      ctx.lineWidth = item.edge ? 3 : 3.5;
      ctx.strokeStyle = palette.ground;
      ctx.strokeText(item.text, x, y);
      ctx.fillStyle = item.edge ? palette.soft : palette.ink;
      ctx.fillText(item.text, x, y);
    }
    ctx.restore();
  }

  function veil(ctx) {
    const ratio = network.canvas.pixelRatio || 1;
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.globalAlpha = 0.78;
    ctx.fillStyle = palette.ground;
    ctx.fillRect(0, 0, holder.clientWidth, holder.clientHeight);
    ctx.restore();
    ctx.save();
    ctx.strokeStyle = palette.mark;
    ctx.lineWidth = (marked.lines.size > CROWD ? 0.8 : 2) / scale;
    for (const id of marked.lines) {
      const group = lines.get(id);
      ctx.setLineDash((DASHES[group.status] || []).map((length) => length / scale));
      ctx.beginPath();
      for (let i = 0; i <= 10; i += 1) {
        const point = linePoint(id, i / 10);
        if (point) ctx.lineTo(point.x, point.y);
      }
      ctx.stroke();
    }
    ctx.restore();
  }

  function chosenDiscs(ctx) {
    for (const id of marked.nodes) {
      const item = items.get(id);
      const { x, y } = onScreen(network.getPosition(id));
      const centre = id === marked.centre;
      const rim = centre ? palette.ink : palette.ground;
      shapes.draw(ctx, item.shape, x, y, screenRadius(item) * scale, kg.scene.colour(item.look), rim, centre ? 2.5 : 1);
    }
  }

  // A red cross on each line that is negated: colour alone would not do.
  function crosses(ctx, groups) {
    const arm = (scene.groups.length > MANY ? 1.8 : scene.groups.length > 300 ? 3.2 : 5) / scale;
    ctx.save();
    ctx.strokeStyle = palette.bad;
    ctx.lineWidth = (scene.groups.length > MANY ? 1 : 2) / scale;
    ctx.beginPath();
    for (const group of groups) {
      if (group.status !== "negated") continue;
      const point = linePoint(group.id, CROSS);
      if (!point) continue;
      ctx.moveTo(point.x - arm, point.y - arm);
      ctx.lineTo(point.x + arm, point.y + arm);
      ctx.moveTo(point.x - arm, point.y + arm);
      ctx.lineTo(point.x + arm, point.y - arm);
    }
    ctx.stroke();
    ctx.restore();
  }

  function codes(ctx) {
    ctx.fillStyle = palette.ground;
    for (const item of scene.nodes) {
      const size = Math.round(screenRadius(item) * scale * Math.min(0.95, 2 / item.code.length));
      if (!item.code || size < 7) continue;
      if (marked.nodes.size && !marked.nodes.has(item.id)) continue;
      const { x, y } = onScreen(network.getPosition(item.id));
      ctx.font = `700 ${size}px system-ui, sans-serif`;
      ctx.fillText(item.code, x, y + 0.5);
    }
  }

  function layLabels(ctx) {
    const busy = scene.nodes.length > 400 && network.body.view && network.interactionHandler.drag.dragging;
    const wanted = marked.nodes.size ? (item) => marked.nodes.has(item.id) : () => true;
    const first = (item) => (item.id === marked.centre ? 2 : item.weight);
    const drawn = scene.nodes.map((item) => {
      const { x, y } = onScreen(network.getPosition(item.id));
      return { item, x, y, r: screenRadius(item) * scale, owner: item.id, weight: item.weight };
    });
    // The cross of a negated line must not vanish behind a name.
    const denied = scene.groups.length > MANY ? [] : scene.groups.filter(({ status }) => status === "negated");
    const crossed = denied.map(({ id }) => linePoint(id, CROSS)).filter(Boolean).map(onScreen);
    const big = drawn.filter(({ item, r }) => r > (scene.nodes.length > 400 ? 6 : 0) && wanted(item));
    const sorted = drawn.filter(({ item }) => wanted(item)).sort((a, b) => first(b.item) - first(a.item));
    const names = sorted.slice(0, busy ? 60 : scene.nodes.length > 500 ? 250 : 500).map(({ item, x, y, r, owner, weight }, i) => ({
      weight, hides: kg.labels.hides(i, weight),
      text: dom.shorten(item.short || item.label, 34), x, y, r, owner, size: 11 + Math.round(4 * Math.sqrt(item.weight)),
      bold: item.weight > 0.3 || item.id === marked.centre, force: item.id === marked.centre,
    }));
    const edges = busy ? [] : lineLabels();
    const marks = crossed.map(({ x, y }) => ({ x, y, r: 6, owner: "cross", weight: 2 }));
    return kg.labels.place(ctx, holder.clientWidth, holder.clientHeight, [...big, ...marks], names, edges);
  }

  function lineLabels() {
    const candidates = marked.lines.size
      ? [...marked.lines].map((id) => lines.get(id))
      : marked.nodes.size || (scene.groups.length > 120 && scale < 0.9) ? [] : scene.groups;
    const found = [];
    for (const group of candidates.slice(0, 1500)) {
      const points = [0.5, 0.4, 0.6, 0.3, 0.7].map((part) => linePoint(group.id, part)).filter(Boolean).map(onScreen);
      if (points.length) found.push({ text: group.label, size: 10, edge: true, points: points.map(({ x, y }) => [x, y]) });
    }
    return found;
  }

  // The layout is wider than high: drawn out to the height of the page, names get more room.
  function stretched(next) {
    if (next.kind === "months" || next.nodes.length < 3) return;
    const range = (key) => next.nodes.reduce(([low, high], item) => [Math.min(low, item[key]), Math.max(high, item[key])], [Infinity, -Infinity]);
    const [[left, right], [top, bottom]] = [range("x"), range("y")];
    const own = Math.min(1.5, Math.max(1, (room("Height") / room("Width")) * ((right - left) / Math.max(bottom - top, 1))));
    // A part of the whole keeps the places that it has there.
    if (next.kind === "network") stretch = stretch || own;
    const factor = next.kind === "network" ? stretch : own;
    for (const item of next.nodes) item.y *= factor;
  }

  const MARGINS = { Width: 75, Height: 34 };
  const room = (side) => Math.max(holder[`client${side}`] - 2 * MARGINS[side], 50);

  // All nodes in sight, with room for the names at the edges.
  function fit() {
    if (!network || !scene.nodes.length) return;
    const range = (key) => scene.nodes.reduce(([low, high], { id }) => {
      const at = network.getPosition(id)[key];
      return [Math.min(low, at), Math.max(high, at)];
    }, [Infinity, -Infinity]);
    const [[left, right], [top, bottom]] = [range("x"), range("y")];
    const wanted = Math.min(room("Width") / Math.max(right - left, 1), room("Height") / Math.max(bottom - top, 1));
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.min(wanted, 1.5), animation: false });
  }

  const arrange = () => kg.motion.arrange(fit);

  function centre(id) {
    if (!items.has(id)) return;
    network.moveTo({ position: network.getPosition(id), scale: Math.max(scale, 0.8), animation: false });
  }

  // Moves the picture only as far as needed to have the node in sight.
  function reveal(id) {
    if (!items.has(id)) return;
    const { x, y } = onScreen(network.getPosition(id));
    const inside = x > 30 && y > 30 && x < holder.clientWidth - 30 && y < holder.clientHeight - 30;
    if (!inside) network.moveTo({ position: network.getPosition(id), animation: false });
  }

  return {
    reveal, show, mark, fit, arrange, centre, open,
    has: (id) => items.has(id),
    zoom: (factor) => network.moveTo({ scale: network.getScale() * factor }),
    pan: (x, y) => {
      const at = network.getViewPosition();
      network.moveTo({ position: { x: at.x + x / scale, y: at.y + y / scale } });
    },
    view: () => ({ network, scene, placed, items, lines, scale, onScreen, linePoint, screenRadius, palette, holder, DASHES }),
  };
})();
