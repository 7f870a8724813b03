// When things happened: a mark for each happening, a bar where the date is uncertain.
kg.timeline = (() => {
  const { svg, el } = kg.dom;
  const { data, dates, state } = kg;
  const holder = kg.dom.byId("kg-timeline");
  const HEIGHT = 108;
  const AXIS = 20;
  const ROW = 7;
  const SINGLE_MAX = 400;
  const LANES = 4;
  let points = null;
  let box = { from: 0, to: 1, width: 1 };

  // One happening for all edges of an event, else one for each dated edge.
  function happenings(edges) {
    const found = new Map();
    for (const edge of edges) {
      if (!edge.day || edge.known) continue;
      const key = edge.event || edge;
      if (found.has(key)) continue;
      const item = edge.event && edge.event.day ? edge.event : edge;
      found.set(key, { day: item.day, status: edge.status, label: (item.when ? "" : "reported, ") + words(edge), sel: edge.event ? data.select.node(edge.event) : data.select.edge(edge) });
    }
    return [...found.values()].sort((a, b) => a.day[0] - b.day[0] || a.day[1] - b.day[1]);
  }

  const words = (edge) => (edge.event ? edge.event.label : `${edge.s.label} ${data.predicate(edge.predicate)} ${edge.o.label}`);
  const x = (day) => ((day - box.from) / (box.to - box.from)) * box.width;
  const dayAt = (at) => Math.round(box.from + (Math.min(Math.max(at, 0), box.width) / box.width) * (box.to - box.from));

  // Most happenings fill the width; the few far away are drawn at the edge.
  function extent(items) {
    const firsts = items.map(({ day }) => day[0]).sort((a, b) => a - b);
    const lasts = items.map(({ day }) => day[1]).sort((a, b) => a - b);
    const cut = Math.floor(items.length * 0.03);
    const from = firsts[cut];
    const to = Math.max(lasts[lasts.length - 1 - cut], from + 30);
    const margin = Math.max(3, (to - from) * 0.02);
    return [from - margin, to + margin];
  }

  function ticks() {
    const days = box.to - box.from;
    const first = new Date(box.from * 86400000);
    const found = [];
    const months = [1, 3, 6, 12, 24, 60, 120, 240, 600].find((step) => (days / 30.4 / step) * 76 < box.width) || 1200;
    const start = first.getUTCFullYear() * 12 + first.getUTCMonth();
    for (let month = Math.ceil(start / months) * months; ; month += months) {
      const day = dates.day(Math.floor(month / 12), month % 12, 1);
      if (day > box.to) break;
      if (day < box.from) continue;
      found.push([x(day), months < 12 ? `${dates.MONTHS[month % 12]} ${Math.floor(month / 12)}` : String(month / 12)]);
    }
    return found;
  }

  function axis() {
    const y = HEIGHT - AXIS;
    return svg("g", {}, svg("line", { x1: 0, x2: box.width, y1: y, y2: y, stroke: "var(--line)" }),
      ticks().map(([at, text]) => [
        svg("line", { x1: at, x2: at, y1: y, y2: y + 4, stroke: "var(--line)" }),
        svg("text", { x: Math.min(Math.max(at, 28), box.width - 28), y: y + 15, "text-anchor": "middle", fill: "var(--soft)" }, text),
      ]).flat());
  }

  const colours = { actual: "var(--mark)", planned: "var(--mark)", hypothetical: "var(--soft)", negated: "var(--bad)" };
  const dashes = { planned: "4 2", hypothetical: "1.5 2.5" };
  const uncertain = (item) => item.day[1] > item.day[0];

  function mark(item, shape) {
    const when = uncertain(item) ? `${dates.iso(item.day[0])} to ${dates.iso(item.day[1])}` : dates.iso(item.day[0]);
    return svg("g", { class: "happening", data: { sel: item.sel }, on: { click: () => state.set({ sel: item.sel }) } },
      svg("title", {}, `${when}: ${item.label}${item.status === "actual" ? "" : ` (${item.status})`}`), shape);
  }

  // Uncertain dates as bars from their first to their last day, packed into lanes at the top.
  function bars(items) {
    const ends = [];
    const crowded = [];
    const made = [];
    for (const item of items) {
      const [a, b] = [Math.max(x(item.day[0]), 0), Math.min(Math.max(x(item.day[1]), x(item.day[0]) + 4), box.width)];
      if (b < 0 || a > box.width) continue;
      let lane = ends.findIndex((end) => end < a - 1);
      if (lane < 0) lane = ends.length;
      if (lane >= LANES) {
        crowded.push([a, b]);
        continue;
      }
      ends[lane] = b;
      made.push(mark(item, svg("rect", {
        x: a, y: 4 + lane * ROW, width: Math.max(b - a, 3), height: ROW - 3, rx: 2, fill: item.status === "actual" ? colours.actual : "none",
        "fill-opacity": 0.45, stroke: colours[item.status], "stroke-dasharray": dashes[item.status],
      })));
    }
    return [...made, ...band(crowded)];
  }

  // Uncertain dates for which there is no lane left: the darker, the more of them may fall here.
  function band(spans) {
    const tally = new Map();
    for (const [a, b] of spans) {
      for (let slot = Math.floor(a / ROW); slot * ROW < b; slot += 1) tally.set(slot, (tally.get(slot) || 0) + 1);
    }
    const most = Math.max(5, ...tally.values());
    return [...tally].map(([slot, count]) => {
      const [from, to] = [dayAt(slot * ROW), dayAt((slot + 1) * ROW) - 1].map(dates.iso);
      return svg("g", { class: "happening", on: { click: () => state.set({ from, to }) } }, svg("title", {}, `${from} to ${to}: ${count} more may fall here, their dates are uncertain`),
        svg("rect", { x: slot * ROW, y: 5 + LANES * ROW, width: ROW, height: ROW - 2, fill: "var(--mark)", "fill-opacity": 0.12 + (0.6 * count) / most }));
    });
  }

  // One mark for each happening, stacked where several fall on one place; a high stack moves closer together.
  function dots(items) {
    const slotOf = (item) => Math.round(x(item.day[0]) / ROW);
    const sizes = new Map();
    for (const item of items) sizes.set(slotOf(item), (sizes.get(slotOf(item)) || 0) + 1);
    const heights = new Map();
    const room = HEIGHT - AXIS - 10 - (LANES + 1) * ROW;
    return items.map((item) => {
      const slot = slotOf(item);
      const height = heights.get(slot) || 0;
      heights.set(slot, height + 1);
      const step = Math.min(ROW, room / sizes.get(slot));
      const [cx, cy] = [Math.min(Math.max(slot * ROW, 4), box.width - 4), HEIGHT - AXIS - 5 - height * step];
      const cross = item.status === "negated" && svg("path", { d: `M${cx - 3} ${cy - 3}l6 6m0-6l-6 6`, stroke: colours.negated, "stroke-width": 1.5 });
      return mark(item, cross || svg("circle", {
        cx, cy, r: 3, fill: item.status === "actual" ? colours.actual : "var(--ground)", stroke: colours[item.status], "stroke-dasharray": dashes[item.status],
      }));
    });
  }

  // Too many to draw one by one: how many fall into each stretch.
  function columns(items) {
    const tally = new Map();
    for (const item of items) {
      const slot = Math.floor(Math.min(Math.max(x(item.day[0]), 0), box.width - 1) / ROW);
      tally.set(slot, (tally.get(slot) || 0) + 1);
    }
    const most = Math.max(...tally.values());
    const room = HEIGHT - AXIS - 4 - (LANES + 1) * ROW - 5;
    return [...tally].map(([slot, count]) => {
      const height = Math.max(1.5, (count / most) * room);
      const [from, to] = [dayAt(slot * ROW), dayAt((slot + 1) * ROW) - 1].map(dates.iso);
      return svg("g", { class: "happening", on: { click: () => state.set({ from, to }) } }, svg("title", {}, `${from} to ${to}: ${count}`),
        svg("rect", { x: slot * ROW, y: HEIGHT - AXIS - height, width: ROW - 1, height, fill: "var(--mark)" }));
    });
  }

  // When the chosen node, or both of the chosen pair, had to do with anything: a point below the axis for each.
  function pointed(selection) {
    const { node, a, b } = data.choice(selection);
    const own = node ? [node, ...node.events] : a ? [...a.events].filter((event) => b.events.has(event)) : [];
    const edges = node ? node.edges : a ? data.touching(data.select.pair(a, b), a.edges) : [];
    const days = new Set([...own, ...edges].filter((item) => item.day && !item.known).map((item) => item.day[0]));
    return [...days].filter((day) => day >= box.from && day <= box.to).map((day) =>
      svg("path", { d: `M${x(day).toFixed(1)} ${HEIGHT - AXIS}l3.5 6h-7z`, fill: "var(--ink)" }));
  }

  function point(selection) {
    if (points) kg.dom.clear(points).append(...pointed(selection));
  }

  function show(now) {
    const items = happenings(kg.filter.undated(now));
    kg.brush.clear(holder);
    holder.hidden = !items.length;
    if (!items.length) return;
    const [from, to] = extent(items);
    box = { from, to, width: Math.max(holder.clientWidth, 200) };
    const exact = items.filter((item) => !uncertain(item));
    const drawn = exact.length > SINGLE_MAX ? columns(exact) : dots(exact);
    const label = `${items.length} happenings from ${dates.iso(items[0].day[0])} to ${dates.iso(items[items.length - 1].day[1])}; drag to choose a period, or move its first and last day by the arrow keys`;
    points = svg("g", { class: "points", "pointer-events": "none" });
    const picture = svg("svg", { height: HEIGHT, width: box.width, role: "img", "aria-label": label }, axis(), bars(items.filter(uncertain)), drawn, points);
    point(now.sel);
    holder.append(picture);
    kg.brush.show(now, holder, picture, { ...box, height: HEIGHT - AXIS, x, dayAt });
    if (now.from || now.to) holder.append(el("div", { class: "brushed" }, `${dates.words(now.from) || "…"} – ${dates.words(now.to) || "…"} `,
      kg.dom.button("all dates", () => state.set({ from: "", to: "" }), { class: "plain" })));
  }

  return { show, point };
})();
