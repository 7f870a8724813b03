// The tables of the page as objects that know each other.
kg.data = (() => {
  const raw = JSON.parse(kg.dom.byId("kg-data").textContent);

  function decode(table) {
    return table.rows.map((row) => {
      const record = {};
      table.fields.forEach((field, i) => (record[field] = row[i]));
      return record;
    });
  }

  const nodes = decode(raw.nodes);
  const edges = decode(raw.edges);
  const claims = decode(raw.claims);
  const sentences = decode(raw.sentences);
  const articles = decode(raw.articles);
  const classes = new Map(raw.classes.map((record) => [record.name, record]));
  const predicates = new Map(raw.predicates.map((record) => [record.name, record.label]));
  const node = (number) => (number >= 0 ? nodes[number] : null);

  function evidence(rows) {
    return rows.map(([sentence, rule, confidence, ...spans]) => {
      const record = sentences[sentence];
      return {
        quote: record.quote,
        article: articles[record.article] || null,
        rule: raw.rules[rule],
        confidence,
        spans: { subject: spans.slice(0, 2), predicate: spans.slice(2, 4), object: spans.slice(4, 6) },
      };
    });
  }

  const reported = (rows) => {
    for (const [sentence] of rows) {
      const article = articles[sentences[sentence].article];
      if (article && article.date) return article.date;
    }
    return null;
  };

  const byId = new Map();
  nodes.forEach((record, i) => {
    record.number = i;
    record.edges = [];
    record.claims = [];
    record.events = new Set();
    record.look = classes.get(record.kind);
    record.isEvent = record.look.event;
    record.code = record.kind === "State" ? record.facts.iso2 || "" : "";
    record.lat = record.facts.lat === undefined ? NaN : Number(record.facts.lat);
    record.lon = record.facts.lon === undefined ? NaN : Number(record.facts.lon);
    byId.set(record.id, record);
  });

  const eventEdges = new Map();
  edges.forEach((edge, i) => {
    edge.number = i;
    edge.s = node(edge.s);
    edge.o = node(edge.o);
    edge.by = node(edge.by);
    edge.event = node(edge.event);
    edge.rows = edge.evidence;
    edge.known = edge.source === "gazetteer";
    edge.sources = [...new Set(edge.rows.map(([s]) => (articles[sentences[s].article] || {}).source).filter(Boolean))];
    edge.when = edge.date || (edge.event && edge.event.event && edge.event.event.date) || null;
    edge.day = kg.dates.span(edge.when || reported(edge.rows));
    edge.s.edges.push(edge);
    if (edge.o !== edge.s) edge.o.edges.push(edge);
    if (edge.event) {
      if (!eventEdges.has(edge.event)) eventEdges.set(edge.event, []);
      eventEdges.get(edge.event).push(edge);
      edge.s.events.add(edge.event);
      if (edge.o !== edge.event) edge.o.events.add(edge.event);
    }
  });
  nodes.forEach((record) => {
    if (!record.event) return;
    record.roles = (record.event.roles || []).map(([role, filler]) => [role, node(filler)]).filter(([, f]) => f);
    record.by = node(record.event.by === undefined ? -1 : record.event.by);
    record.rows = record.event.evidence || [];
    record.when = record.event.date || null;
    record.day = kg.dates.span(record.when || reported(record.rows));
    for (const [, filler] of record.roles) filler.events.add(record);
  });
  claims.forEach((claim) => {
    for (const key of ["speaker", "capacity", "addressee"]) claim[key] = node(claim[key]);
    claim.rows = claim.evidence;
    claim.day = kg.dates.span(claim.date || reported(claim.rows));
    if (claim.speaker) claim.speaker.claims.push(claim);
  });

  const edgeById = new Map(edges.map((edge) => [edge.id, edge]));
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const predicate = (name) => predicates.get(name) || name;
  const SYMMETRIC = new Set(["consults", "cooperates"]);

  // What a selection names: "n:node", "e:edge" or "g:node/node", each part as encodeURIComponent writes it.
  function choice(text) {
    const [first, second] = text.slice(2).split("/").map(decode1);
    if (text.startsWith("n:") && byId.has(first)) return { node: byId.get(first) };
    const edge = text.startsWith("e:") ? edgeById.get(first) : null;
    if (edge) return { edge, a: edge.s, b: edge.o };
    if (text.startsWith("g:") && byId.has(first) && byId.has(second)) return { a: byId.get(first), b: byId.get(second) };
    return {};
  }

  function decode1(part) {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  }

  const select = {
    node: (record) => "n:" + encodeURIComponent(record.id),
    edge: (edge) => "e:" + encodeURIComponent(edge.id),
    pair: (a, b) => `g:${encodeURIComponent(a.id)}/${encodeURIComponent(b.id)}`,
  };

  // The edges that a selection stands for, out of those given.
  function touching(text, among) {
    const { node: one, edge, a, b } = choice(text);
    if (edge) return [edge];
    if (one) return among.filter((e) => e.s === one || e.o === one || e.event === one);
    return a ? among.filter((e) => (e.s === a && e.o === b) || (e.s === b && e.o === a)) : among;
  }

  return {
    choice, select, touching, raw, nodes, edges, claims, articles, classes, byId, edgeById, eventEdges, evidence, plain, predicate, SYMMETRIC,
  };
})();
