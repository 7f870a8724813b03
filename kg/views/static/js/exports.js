// What the reader can take away: the picture as PNG or SVG, the facts chosen as CSV or Turtle.
kg.exports = (() => {
  const { svg } = kg.dom;
  const { data, state } = kg;

  function save(content, type, filename) {
    const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
    const anchor = kg.dom.el("a", { href: url, download: filename });
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
    kg.dom.announce(`${filename} saved`);
  }

  // The facts on view, or those of the node, line or pair that is chosen.
  const chosen = () => data.touching(state.get().sel, kg.main.visible().edges);

  const HEAD = ["subject", "property", "object", "status", "date", "speaker", "confidence", "source", "published", "url", "rule", "sentence"];

  // A spreadsheet runs a cell that begins so as a formula; an apostrophe in front makes it text.
  const guarded = (text) => (/^\s*[=+@|%\-]/.test(text) ? "'" + text : text);
  const cell = (value) => {
    const text = typeof value === "number" ? String(value) : guarded(String(value ?? ""));
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };

  function csv() {
    const lines = [HEAD];
    for (const edge of chosen()) {
      const fact = [edge.s.label, edge.predicate, edge.o.label, edge.status, edge.when, edge.by && edge.by.label];
      if (edge.known) lines.push([...fact, "", "gazetteer"]);
      for (const { article, rule, confidence, quote } of data.evidence(edge.rows)) {
        lines.push([...fact, confidence, article && article.source, article && article.date, article && article.url, rule, quote]);
      }
    }
    return lines.map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
  }

  const ESCAPES = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  // eslint-disable-next-line no-control-regex
  const quoted = (text) => `"${String(text).toWellFormed().replace(/["\\\n\r\t]/g, (c) => ESCAPES[c]).replace(/[\u0000-\u001f\u007f\ufffe\uffff]/g, "\ufffd")}"`;
  const resource = (id) => (/^[A-Za-z][A-Za-z0-9_]*$/.test(id) ? `dkr:${id}` : `<${data.raw.base}${encodeURIComponent(id)}>`);
  const TYPES = [[/^\d{4}-\d\d-\d\d$/, "date"], [/^\d{4}-\d\d$/, "gYearMonth"], [/^\d{4}$/, "gYear"]];

  function date(text) {
    const found = TYPES.find(([shape]) => shape.test(text));
    return found ? `${quoted(text)}^^xsd:${found[1]}` : quoted(text);
  }

  function turtle() {
    const edges = chosen();
    const nodes = new Set(edges.flatMap((edge) => [edge.s, edge.o, edge.by, edge.event]).filter(Boolean));
    const lines = [
      `@prefix dkg: <${data.raw.vocabulary}> .`, `@prefix dkr: <${data.raw.base}> .`,
      "@prefix prov: <http://www.w3.org/ns/prov#> .", "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .",
      "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .", "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .",
      "@prefix wd: <http://www.wikidata.org/entity/> .", "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .", "",
    ];
    for (const node of nodes) lines.push(described(node));
    for (const edge of edges) lines.push(stated(edge));
    return lines.join("\n");
  }

  function described(node) {
    const parts = [`a dkg:${node.kind}`, `rdfs:label ${quoted(node.label)}@en`];
    for (const alias of node.aliases) parts.push(`skos:altLabel ${quoted(alias)}@en`);
    if (/^Q\d+$/.test(node.facts.wikidata)) parts.push(`skos:exactMatch wd:${node.facts.wikidata}`);
    return `${resource(node.id)} ${parts.join(" ;\n    ")} .\n`;
  }

  function stated(edge) {
    const triple = `${resource(edge.s.id)} dkg:${edge.predicate} ${resource(edge.o.id)} .\n`;
    if (edge.known) return triple;
    const parts = ["a dkg:Assertion, rdf:Statement", `rdf:subject ${resource(edge.s.id)}`, `rdf:predicate dkg:${edge.predicate}`,
      `rdf:object ${resource(edge.o.id)}`, `dkg:status dkg:${edge.status}`, `dkg:confidence ${Number(edge.confidence).toFixed(2)}`];
    if (edge.by) parts.push(`dkg:attributedTo ${resource(edge.by.id)}`);
    if (edge.date) parts.push(`dkg:date ${date(edge.date)}`);
    if (edge.event) parts.push(`dkg:event ${resource(edge.event.id)}`);
    for (const rule of new Set(data.evidence(edge.rows).map((row) => row.rule))) parts.push(`dkg:rule ${quoted(rule)}`);
    for (const quote of new Set(data.evidence(edge.rows).map((row) => row.quote).filter(Boolean))) parts.push(`prov:value ${quoted(quote)}`);
    // What is planned, hypothetical or denied is never stated as a plain fact.
    return `${edge.plain ? triple : ""}${resource(edge.id)} ${parts.join(" ;\n    ")} .\n`;
  }

  // The picture as SVG: what the canvas shows, as shapes and text.
  function picture() {
    if (state.get().view === "map") return mapPicture();
    if (kg.webgl.view()) return wholePicture(kg.webgl.view());
    const { scene, placed, items, onScreen, linePoint, screenRadius, palette, scale, holder, DASHES, network } = kg.network.view();
    const root = frame(holder.clientWidth, holder.clientHeight, palette.ground);
    for (const group of scene.groups) {
      const points = Array.from({ length: 9 }, (_, i) => linePoint(group.id, i / 8)).filter(Boolean).map(onScreen);
      if (!points.length) continue;
      const denied = group.status === "negated";
      root.append(svg("polyline", {
        points: points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" "), fill: "none", stroke: denied ? palette.bad : palette.line,
        "stroke-width": Math.min(7, 1 + Math.log2(group.count)) * Math.min(1, scale), "stroke-dasharray": DASHES[group.status] ? DASHES[group.status].join(" ") : null,
      }));
      const { x, y } = points[3];
      if (denied) root.append(svg("path", { d: `M${x - 4} ${y - 4}l8 8m0-8l-8 8`, stroke: palette.bad, "stroke-width": 2 }));
    }
    for (const item of scene.nodes) {
      const { x, y } = onScreen(network.getPosition(item.id));
      const r = screenRadius(item) * scale;
      root.append(kg.shapes.svg(item.shape, x, y, r, kg.scene.colour(item.look), palette.ground));
      if (item.code && r > 7) root.append(text(item.code, x, y + r * 0.33, r * 0.9, palette.ground, true));
    }
    root.append(...placed.map((label) => named(label, palette)));
    return root;
  }

  function named({ item, x, y }, palette) {
    const label = text(item.text, x, y + item.size * 0.35, item.size, item.edge ? palette.soft : palette.ink, item.bold);
    for (const [key, value] of Object.entries({ stroke: palette.ground, "stroke-width": 3, "paint-order": "stroke", "stroke-linejoin": "round" })) label.setAttribute(key, value);
    return label;
  }

  function wholePicture({ scene, spots, placed, holder }) {
    const style = getComputedStyle(document.documentElement);
    const palette = Object.fromEntries(["ground", "ink", "soft", "faint"].map((key) => [key, style.getPropertyValue("--" + key).trim()]));
    const root = frame(holder.clientWidth, holder.clientHeight, palette.ground);
    const at = new Map(spots.map((spot) => [spot.item.id, `${spot.x.toFixed(1)} ${spot.y.toFixed(1)}`]));
    root.append(svg("path", { d: scene.groups.map(({ a, b }) => `M${at.get(a)}L${at.get(b)}`).join(""), fill: "none", stroke: palette.faint, "stroke-width": 0.3 }));
    for (const { item, x, y, r } of spots.reverse()) root.append(kg.shapes.svg(item.shape, x, y, r, kg.scene.colour(item.look), palette.ground));
    root.append(...placed.map((label) => named(label, palette)));
    return root;
  }

  function frame(width, height, ground) {
    return svg("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, "font-family": "system-ui, sans-serif" },
      svg("rect", { width, height, fill: ground }));
  }

  const text = (words, x, y, size, fill, bold) =>
    svg("text", { x: x.toFixed(1), y: y.toFixed(1), "font-size": size.toFixed(1), fill, "text-anchor": "middle", "font-weight": bold ? 600 : null }, words);

  function mapPicture() {
    const source = kg.map.picture();
    const copy = source.cloneNode(true);
    const style = getComputedStyle(document.documentElement);
    const { width, height } = source.getBoundingClientRect();
    for (const [key, value] of Object.entries({ xmlns: "http://www.w3.org/2000/svg", width, height })) copy.setAttribute(key, value);
    for (const node of copy.querySelectorAll("*")) {
      for (const name of ["fill", "stroke"]) {
        const match = /^var\((--\w+)\)$/.exec(node.getAttribute(name) || "");
        if (match) node.setAttribute(name, style.getPropertyValue(match[1]).trim());
      }
    }
    return copy;
  }

  function drawing() {
    const root = picture();
    return new XMLSerializer().serializeToString(root);
  }

  function png() {
    const canvas = state.get().view === "map" ? null : kg.webgl.canvas() || kg.network.view().network.canvas.frame.canvas;
    if (!canvas) return rasterise(drawing());
    const copy = kg.dom.el("canvas", { width: canvas.width, height: canvas.height });
    const ctx = copy.getContext("2d");
    ctx.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--ground");
    ctx.fillRect(0, 0, copy.width, copy.height);
    ctx.drawImage(canvas, 0, 0);
    return new Promise((done) => copy.toBlob(done, "image/png"));
  }

  function rasterise(source) {
    return new Promise((done) => {
      const image = new Image();
      image.onload = () => {
        const canvas = kg.dom.el("canvas", { width: image.width * 2, height: image.height * 2 });
        canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
        canvas.toBlob(done, "image/png");
      };
      image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(source);
    });
  }

  const FORMATS = [
    ["Picture as PNG", async () => save(await png(), "image/png", "graph.png")],
    ["Picture as SVG", () => save(drawing(), "image/svg+xml", "graph.svg")],
    ["Facts as CSV", () => save(csv(), "text/csv;charset=utf-8", "facts.csv")],
    ["Facts as Turtle", () => save(turtle(), "text/turtle", "facts.ttl")],
  ];

  return { FORMATS, csv, turtle, drawing, png };
})();
