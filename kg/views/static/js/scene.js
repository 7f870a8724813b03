// From what passes the filters to what is drawn: nodes with a place and a size, parallel edges as one line.
kg.scene = (() => {
  const { nodes, byId, raw } = kg.data;
  const WHOLE_MAX = 2000;
  const EGO_MAX = 300;
  const BONDS_MAX = 90;
  const RANK = ["actual", "planned", "hypothetical", "negated"];
  let tone = "light";
  const setTone = (theme) => (tone = theme);
  const colour = (look) => look[tone];
  const radius = (importance) => 9 + 21 * Math.sqrt(importance);

  function draw(node, x, y) {
    return {
      id: node.id, ref: node, label: node.label, code: node.code, weight: node.importance, x, y,
      r: node.isEvent ? 7 : radius(node.importance), shape: node.look.shape, look: node.look, selection: kg.data.select.node(node),
    };
  }

  // One line for all edges of one status between two nodes; forward and backward say where it needs arrow heads.
  function group(edges, links, shown) {
    const groups = new Map();
    const add = (a, b, status, label, edge) => {
      if (a === b || !shown.has(a) || !shown.has(b)) return;
      const flip = a.number > b.number;
      const [first, second] = flip ? [b, a] : [a, b];
      const key = `${first.number}-${second.number}-${status}`;
      let found = groups.get(key);
      if (!found) {
        found = {
          id: key, a: first.id, b: second.id, status, edges: [], labels: new Map(), forward: false, backward: false,
          known: true, ends: [first, second],
        };
        groups.set(key, found);
      }
      if (edge) found.edges.push(edge);
      found.known = found.known && Boolean(edge && edge.known);
      found.labels.set(label, (found.labels.get(label) || 0) + 1);
      if (!edge || !kg.data.SYMMETRIC.has(edge.predicate)) found[flip ? "backward" : "forward"] = true;
    };
    for (const edge of edges) add(edge.s, edge.o, edge.status, kg.data.predicate(edge.predicate), edge);
    for (const link of links) add(link.s, link.o, link.status, link.role, null);
    return [...groups.values()].sort((x, y) => RANK.indexOf(x.status) - RANK.indexOf(y.status)).map(titled);
  }

  function titled(group) {
    const labels = [...group.labels].sort((x, y) => y[1] - x[1]);
    const [first, count] = labels[0];
    const others = labels.slice(1).reduce((sum, [, number]) => sum + number, 0);
    group.count = count + others;
    group.label = first + (count > 1 ? ` ×${count}` : "") + (others ? ` +${others}` : "");
    return group;
  }

  const best = (list, limit) => [...list].sort((a, b) => b.importance - a.importance || a.number - b.number).slice(0, limit);

  function network(visible, subset) {
    const shown = new Set(subset || visible.nodes);
    const drawn = [...shown].map((node) => draw(node, node.x, node.y));
    const parties = visible.links.length ? eventPlaces(drawn) : drawn;
    return { kind: "network", nodes: parties, groups: group(visible.edges, visible.links, shown) };
  }

  // Events have no place of their own in the layout: between their parties, a little aside.
  function eventPlaces(drawn) {
    const place = new Map(drawn.map((item) => [item.ref, item]));
    drawn.forEach((item, i) => {
      const fillers = (item.ref.roles || []).map(([, filler]) => place.get(filler)).filter(Boolean);
      if (!item.ref.isEvent || !fillers.length) return;
      const mean = (key) => fillers.reduce((sum, filler) => sum + filler[key], 0) / fillers.length;
      item.x = mean("x") + 46 * Math.cos(i * 2.4);
      item.y = mean("y") + 46 * Math.sin(i * 2.4);
    });
    return drawn;
  }

  // The chosen nodes in the middle, those around them in rings, by class and then by importance.
  function ego(visible, centres) {
    const around = new Set();
    for (const edge of visible.edges) {
      if (centres.has(edge.s)) around.add(edge.o);
      if (centres.has(edge.o)) around.add(edge.s);
    }
    for (const centre of centres) around.delete(centre);
    const kept = best(around, EGO_MAX);
    const order = [...kg.data.classes.keys()];
    kept.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || b.importance - a.importance);
    const middle = [...centres];
    const drawn = middle.map((node, i) => {
      const reach = middle.length > 1 ? 120 * Math.sqrt(middle.length) : 0;
      const angle = (2 * Math.PI * i) / middle.length;
      return draw(node, reach * Math.cos(angle), reach * Math.sin(angle) * 0.7);
    });
    const inner = middle.length > 1 ? 120 * Math.sqrt(middle.length) + 170 : 190;
    rings(kept.length, inner).forEach(([x, y], i) => drawn.push(draw(kept[i], x, y)));
    const shown = new Set([...middle, ...kept]);
    const note = around.size > EGO_MAX ? `the ${EGO_MAX} most important of ${around.size} neighbours` : "";
    return { kind: "ego", nodes: drawn, groups: group(visible.edges, visible.links, shown), note };
  }

  function rings(count, first) {
    const places = [];
    for (let ring = 0; places.length < count; ring += 1) {
      const reach = first + ring * 120;
      const seats = Math.min(count - places.length, Math.floor((2 * Math.PI * reach) / 95));
      for (let i = 0; i < seats; i += 1) {
        const angle = (2 * Math.PI * (i + (ring % 2) / 2)) / seats - Math.PI / 2;
        places.push([1.35 * reach * Math.cos(angle), 0.85 * reach * Math.sin(angle)]);
      }
    }
    return places;
  }

  function actors(visible) {
    const place = new Map(raw.overview.actors.map(([number, x, y]) => [nodes[number], [x, y]]));
    const shown = new Set([...place.keys()].filter((node) => visible.nodes.has(node)));
    const drawn = [...shown].map((node) => draw(node, ...place.get(node)));
    return { kind: "actors", nodes: drawn, groups: group(visible.edges, [], shown) };
  }

  function communities(visible) {
    const counts = new Map();
    for (const node of visible.nodes) counts.set(node.community, (counts.get(node.community) || 0) + 1);
    const bonds = new Map();
    for (const { s, o } of visible.edges) {
      if (s.community === o.community) continue;
      const key = [s.community, o.community].sort((a, b) => a - b).join("-");
      bonds.set(key, (bonds.get(key) || 0) + 1);
    }
    const known = new Map(raw.overview.communities.map((record) => [record.number, record]));
    const look = { shape: "circle", light: "#0072b2", dark: "#4ea6dc" };
    const most = Math.max(1, ...counts.values());
    const drawn = [...counts].filter(([number]) => known.has(number)).map(([number, count]) => ({
      id: `community:${number}`, label: `${kg.dom.shorten(known.get(number).label, 26)} (${count})`, code: "", weight: count / most,
      x: known.get(number).x, y: known.get(number).y, r: 12 + 40 * Math.sqrt(count / most), shape: "circle", look,
      opens: { scope: `community:${number}`, sel: "" },
    }));
    const there = new Set(drawn.map((item) => item.id));
    const groups = [...bonds].map(([key, count]) => {
      const [a, b] = key.split("-").map((number) => `community:${number}`);
      return { id: key, a, b, status: "actual", edges: [], count, label: `${count} facts`, known: false };
    });
    const strongest = groups.filter(({ a, b }) => there.has(a) && there.has(b)).sort((x, y) => y.count - x.count).slice(0, BONDS_MAX);
    const thickest = strongest.length ? strongest[0].count : 1;
    for (const item of strongest) item.width = 0.5 + (5 * item.count) / thickest;
    return { kind: "communities", nodes: drawn, groups: strongest };
  }

  function months(visible) {
    const counts = new Map();
    for (const edge of visible.edges) {
      if (!edge.day || edge.day[1] - edge.day[0] > 31) continue;
      const month = kg.dates.iso(edge.day[0]).slice(0, 7);
      counts.set(month, (counts.get(month) || 0) + 1);
    }
    const most = Math.max(1, ...counts.values());
    const years = [...new Set([...counts.keys()].map((month) => month.slice(0, 4)))].sort();
    const look = { shape: "square", light: "#009e73", dark: "#2fc79a" };
    const drawn = [...counts].map(([month, count]) => ({
      id: `month:${month}`, label: kg.dates.words(month), short: month.endsWith("-01") ? "" : kg.dates.words(month).slice(0, 3), code: String(count), weight: 0.2 * (count / most),
      x: (Number(month.slice(5)) - 1) * 120, y: years.indexOf(month.slice(0, 4)) * 170, shape: "square", look,
      r: 8 + 34 * Math.sqrt(count / most), opens: { scope: "all", from: month, to: month, sel: "" },
    }));
    return { kind: "months", nodes: drawn, groups: [] };
  }

  const OVERVIEWS = { actors, communities, months };

  // The smallest honest answer to "show me this": all of it where it can be read, else an overview.
  function build(state, visible) {
    const centres = new Set(state.focus.map((id) => byId.get(id)).filter(Boolean));
    if (centres.size) return ego(visible, centres);
    const [scope, number] = state.scope.split(":");
    if (scope === "community") {
      const members = [...visible.nodes].filter((node) => node.community === Number(number));
      const scene = network(visible, best(members, WHOLE_MAX));
      return members.length > WHOLE_MAX ? { ...scene, note: `the ${WHOLE_MAX} most important of ${members.length}` } : scene;
    }
    if (scope === "whole" && raw.overview) return { ...network(visible), kind: "whole" };
    if (OVERVIEWS[scope] && raw.overview) return OVERVIEWS[scope](visible);
    if (visible.nodes.size <= WHOLE_MAX) return network(visible);
    if (raw.overview && scope !== "all") return { ...actors(visible), total: visible.nodes.size };
    const note = `the ${WHOLE_MAX} most important of ${visible.nodes.size}`;
    return { ...network(visible, best(visible.nodes, WHOLE_MAX)), note };
  }

  return { build, colour, setTone, OVERVIEWS: Object.keys(OVERVIEWS) };
})();
